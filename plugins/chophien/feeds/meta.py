"""Meta catalogue (Facebook, Instagram, WhatsApp), CSV, from its catalogue reference, read November 2026."""

from __future__ import annotations

from chophien import urls
from chophien.model import say

from . import _pipeline, _rules
from ._formats import CSV
from ._pipeline import LANG, Column, Item, Row
from ._values import (
    axis,
    kilograms,
    more_pictures,
    ocop,
    option,
    picture_url,
    producer_name,
    regular_price,
    sale_period,
    sale_price,
    season,
)

KEY = "meta"
NAME = "Facebook, Instagram, WhatsApp"
FILENAME = urls.META_CSV
USE = "fetch"

COLUMNS = (
    Column(name="id", required=True, max_chars=100),
    Column(name="title", required=True, max_chars=200),
    Column(name="description", required=True, max_chars=9999),
    Column(name="availability", required=True),
    Column(name="condition", required=True),
    Column(name="price", required=True),
    Column(name="link", required=True),
    Column(name="image_link", required=True),
    Column(name="brand", required=True, max_chars=100),
    Column(name="item_group_id"),
    Column(name="size"),
    Column(name="color"),
    Column(name="material"),
    Column(name="google_product_category"),
    Column(name="product_type"),
    Column(name="sale_price"),
    Column(name="sale_price_effective_date"),
    Column(name="additional_image_link"),
    Column(name="gtin"),
    Column(name="quantity_to_sell_on_facebook"),
    Column(name="shipping_weight"),
    Column(name="custom_label_0", max_chars=100),
    Column(name="custom_label_1", max_chars=100),
    Column(name="custom_label_2", max_chars=100),
)

PRODUCT_RULES = tuple(_rules.PRODUCT_RULES)
RULES = (
    "variant-without-price",
    "preorder-without-date",
    "preorder-date-over",
    "picture-too-small",
    "title-too-short",
    "title-too-long",
    "promotional-title",
    "title-all-capitals",
    "description-too-short",
    "description-all-capitals",
    "weapon-words",
    "broken-characters",
)

AVAILABILITY = {
    "in_stock": "in stock",
    "out_of_stock": "out of stock",
    "preorder": "preorder",
    "discontinued": "discontinued",
}

LONGEST_PICTURES = 2000
"""Most characters of all further pictures together."""


def row(item: Item) -> Row:
    """Map one variant to Meta's columns."""
    offer = item.offer
    name = axis(item)
    return {
        "id": offer.sku,
        "title": item.title,
        "availability": AVAILABILITY[offer.availability],
        "price": regular_price(offer),
        "link": item.link,
        "image_link": picture_url(item.site, item.picture) if item.picture else "",
        "item_group_id": item.shown.product.id if item.several else "",
        # Variants must differ in a column, and Meta's file has none for patterns.
        "size" if name == "pattern" else name: option(item),
        "sale_price": sale_price(offer),
        "sale_price_effective_date": sale_period(offer),
        "additional_image_link": _pictures(item),
        "gtin": offer.gtin,
        "quantity_to_sell_on_facebook": "" if offer.stock is None else str(offer.stock),
        "shipping_weight": kilograms(offer.weight_g),
    }


def common(item: Item) -> Row:
    """Map what all variants share to Meta's columns."""
    shown = item.shown
    category = shown.category
    return {
        "description": item.description,
        "brand": item.brand,
        "condition": "new",
        "google_product_category": str(category.google_id or ""),
        "product_type": category.path or say(category.name, LANG),
        "custom_label_0": ocop(shown),
        "custom_label_1": producer_name(shown)[:100],
        "custom_label_2": season(shown),
    }


def _pictures(item: Item) -> list[str]:
    """Take as many further pictures as the cell can hold."""
    fit: list[str] = []
    length = -1
    for picture in more_pictures(item, 20):
        length += len(picture) + 1
        if length > LONGEST_PICTURES:
            break
        fit.append(picture)
    return fit


TABLE = _pipeline.Table(
    KEY,
    columns=COLUMNS,
    form=CSV,
    use=USE,
    common=common,
    row=row,
    product_rules=_rules.product_rules(*PRODUCT_RULES),
    rules=_rules.item_rules(*RULES),
    notes=_rules.NOTES,
)
fragment, assemble = TABLE.fragment, TABLE.assemble
