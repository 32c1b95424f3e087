"""Google Merchant Center, RSS 2.0, from the product data specification, read November 2026."""

from __future__ import annotations

from chophien import urls
from chophien.model import Shown, Site, say
from chophien.text import nfc

from . import _pipeline, _rules
from ._formats import RSS
from ._pipeline import LANG, Column, Item, Parts, Row
from ._text import plain
from ._values import (
    axis,
    dong,
    duration,
    kilograms,
    measure,
    more_pictures,
    ocop,
    option,
    picture_url,
    producer_name,
    regular_price,
    sale_period,
    sale_price,
    season,
    start_of,
)

KEY = "google"
NAME = "Google Merchant Center"
FILENAME = urls.GOOGLE_XML
USE = "fetch"

COLUMNS = (
    Column(name="id", required=True, max_chars=50),
    Column(name="item_group_id", max_chars=50),
    Column(name="title", required=True, max_chars=150),
    Column(name="description", required=True, max_chars=5000),
    Column(name="link", required=True, max_chars=2000),
    Column(name="image_link", required=True, max_chars=2000),
    Column(name="additional_image_link"),
    Column(name="availability", required=True),
    Column(name="availability_date", max_chars=25),
    Column(name="price", required=True),
    Column(name="sale_price"),
    Column(name="sale_price_effective_date", max_chars=51),
    Column(name="brand", max_chars=70),
    Column(name="gtin", max_chars=14),
    Column(name="identifier_exists"),
    Column(name="condition", required=True),
    Column(name="google_product_category"),
    Column(name="product_type", max_chars=750),
    Column(name="size", max_chars=100),
    Column(name="color", max_chars=100),
    Column(name="material", max_chars=200),
    Column(name="pattern", max_chars=100),
    Column(name="unit_pricing_measure"),
    Column(name="unit_pricing_base_measure"),
    Column(name="product_highlight"),
    Column(name="product_detail"),
    Column(name="shipping_weight"),
    Column(name="shipping_length"),
    Column(name="shipping_width"),
    Column(name="shipping_height"),
    Column(name="shipping"),
    Column(name="custom_label_0", max_chars=100),
    Column(name="custom_label_1", max_chars=100),
    Column(name="custom_label_2", max_chars=100),
)

PRODUCT_RULES = tuple(_rules.PRODUCT_RULES)
RULES = _rules.MARKETPLACE_RULES

LONGEST_HIGHLIGHT = 150
LONGEST_DETAIL = 1000


def row(item: Item) -> Row:
    """Map one variant to Google's attributes."""
    site, offer = item.site, item.offer
    made: Row = {
        "id": offer.sku,
        "item_group_id": item.shown.product.id if item.several else "",
        "title": item.title,
        "link": item.link,
        "image_link": picture_url(site, item.picture) if item.picture else "",
        "additional_image_link": more_pictures(item, 10),
        "availability": offer.availability,
        "availability_date": start_of(offer.available_from) if offer.availability == "preorder" else "",
        "price": regular_price(offer),
        "sale_price": sale_price(offer),
        "sale_price_effective_date": sale_period(offer),
        "gtin": offer.gtin,
        "identifier_exists": "" if item.brand or offer.gtin else "no",
        axis(item): option(item),
        "shipping_weight": kilograms(offer.weight_g),
    }
    if offer.per is not None:
        made["unit_pricing_measure"] = measure(offer.net)
        made["unit_pricing_base_measure"] = measure(offer.per[1])
    if offer.size_cm is not None:
        for name, side in zip(("length", "width", "height"), offer.size_cm, strict=True):
            made[f"shipping_{name}"] = f"{side:g} cm"
    return made


def common(item: Item) -> Row:
    """Map what all variants share to Google's attributes."""
    site, shown = item.site, item.shown
    category = shown.category
    return {
        "description": item.description,
        "brand": item.brand,
        "condition": "new",
        "google_product_category": str(category.google_id or ""),
        "product_type": category.path or say(category.name, LANG),
        "product_highlight": _highlights(shown),
        "product_detail": _details(shown),
        "shipping": _shipping(site, shown),
        "custom_label_0": ocop(shown),
        "custom_label_1": producer_name(shown)[:100],
        "custom_label_2": season(shown),
    }


def _highlights(shown: Shown) -> list[str]:
    """Google takes two or more, or none."""
    found = [" ".join(nfc(say(line, LANG)).split()) for line in shown.product.highlights]
    fit = [line for line in found if line and len(line) <= LONGEST_HIGHLIGHT]
    return fit if len(fit) >= 2 else []


def _details(shown: Shown) -> list[Parts]:
    product = shown.product
    found: list[tuple[str, str, str]] = []
    if shown.stars and product.ocop:
        found.append(("OCOP", "Hạng", f"{shown.stars} sao"))
        found.append(("OCOP", "Quyết định", product.ocop.decision))
    found.append(("Nhãn", "Thành phần", plain(say(product.ingredients, LANG))))
    found.append(("Nhãn", "Hạn dùng", duration(product.shelf_life)))
    found.append(("Nhãn", "Bảo quản", plain(say(product.storage, LANG))))
    found += [("Nhãn", say(fact.name, LANG), say(fact.value, LANG)) for fact in product.facts]
    if product.origin:
        found.append(("Nguồn gốc", "Xã", say(product.origin.place, LANG)))
    return [
        (("section_name", section), ("attribute_name", name), ("attribute_value", nfc(value)))
        for section, name, value in found
        if value and len(value) <= LONGEST_DETAIL
    ]


def _shipping(site: Site, shown: Shown) -> list[Parts]:
    """State the fee that the product or the commune names; else the account's settings count."""
    fee = shown.product.shipping_fee
    delivery = site.commune.policies.delivery if site.commune.policies else None
    if fee is None and delivery:
        fee = 0 if delivery.free else delivery.fee
    return [] if fee is None else [(("country", "VN"), ("price", dong(fee)))]


TABLE = _pipeline.Table(
    KEY,
    columns=COLUMNS,
    form=RSS,
    use=USE,
    common=common,
    row=row,
    product_rules=_rules.product_rules(*PRODUCT_RULES),
    rules=_rules.item_rules(*RULES),
    notes=_rules.NOTES,
)
fragment, assemble = TABLE.fragment, TABLE.assemble
