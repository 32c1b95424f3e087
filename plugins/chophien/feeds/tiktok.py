"""TikTok catalogue for advertisements, CSV, from its "Catalog Product Parameters", read November 2026."""

from __future__ import annotations

from chophien import urls

from . import _pipeline, _rules
from ._formats import CSV
from ._pipeline import Column, Item, Row
from ._text import without_emoji
from ._values import axis, more_pictures, ocop, option, picture_url, regular_price, sale_price

KEY = "tiktok"
NAME = "TikTok (quảng cáo)"
FILENAME = urls.TIKTOK_CSV
USE = "fetch"

COLUMNS = (
    Column(name="sku_id", required=True),
    Column(name="title", required=True),
    Column(name="description", required=True),
    Column(name="availability", required=True),
    Column(name="condition", required=True),
    Column(name="price", required=True),
    Column(name="link", required=True),
    Column(name="image_link", required=True),
    Column(name="brand", required=True),
    Column(name="item_group_id"),
    Column(name="google_product_category"),
    Column(name="additional_image_link"),
    Column(name="sale_price"),
    Column(name="gtin"),
    Column(name="size"),
    Column(name="color"),
    Column(name="custom_label_0"),
)

PRODUCT_RULES = tuple(_rules.PRODUCT_RULES)
RULES = _rules.MARKETPLACE_RULES

AVAILABILITY = {
    "in_stock": "in stock",
    "out_of_stock": "out of stock",
    "preorder": "preorder",
    "discontinued": "discontinued",
}


def row(item: Item) -> Row:
    """Map one variant to TikTok's columns."""
    offer = item.offer
    # The file has a column for sizes and one for colours only.
    differs = "color" if axis(item) == "color" else "size"
    return {
        "sku_id": offer.sku,
        "title": without_emoji(item.title),
        "availability": AVAILABILITY[offer.availability],
        "price": regular_price(offer),
        "link": item.link,
        "image_link": picture_url(item.site, item.picture) if item.picture else "",
        "item_group_id": item.shown.product.id if item.several else "",
        "additional_image_link": more_pictures(item, 10),
        "sale_price": sale_price(offer),
        "gtin": offer.gtin,
        differs: option(item),
    }


def common(item: Item) -> Row:
    """Map what all variants share to TikTok's columns."""
    return {
        "description": without_emoji(item.description),
        "condition": "new",
        "brand": item.brand,
        "google_product_category": str(item.shown.category.google_id or ""),
        "custom_label_0": ocop(item.shown),
    }


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
