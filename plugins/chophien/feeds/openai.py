"""OpenAI product feed, JSON lines, from "Products file upload" of its developers' site, read November 2026."""

from __future__ import annotations

from chophien import urls
from chophien.model import say
from chophien.text import nfc

from . import _pipeline, _rules, _shop
from ._formats import JsonLines
from ._pipeline import LANG, Column, Item, Row
from ._values import dong, picture_url, producer_name

KEY = "openai"
NAME = "OpenAI (ChatGPT)"
FILENAME = urls.OPENAI_JSONL
USE = "fetch"
OFF = {
    "vi": "OpenAI mới nhận hàng bán ở Mỹ, và người bán phải đăng ký, được duyệt trước.",
    "en": "OpenAI takes goods sold in the United States only, of sellers who registered and were accepted.",
}
"""Why it is written only where the commune asks for it."""

COLUMNS = (
    Column(name="item_id", required=True),
    Column(name="title", required=True, max_chars=150),
    Column(name="description", required=True, max_chars=5000),
    Column(name="url", required=True),
    Column(name="brand", required=True),
    Column(name="seller_name", required=True),
    Column(name="image_url", required=True),
    Column(name="availability", required=True),
    Column(name="price", required=True),
    Column(name="group_id"),
    Column(name="listing_has_variations"),
    Column(name="variant_dict"),
    Column(name="gtin"),
)

PRODUCT_RULES = tuple(_rules.PRODUCT_RULES)
RULES = _rules.MARKETPLACE_RULES

AVAILABILITY = {"in_stock": "in_stock", "out_of_stock": "out_of_stock", "preorder": "pre_order"}

JSON = JsonLines("listing_has_variations")


def row(item: Item) -> Row:
    """Map one variant to OpenAI's fields."""
    offer = item.offer
    return {
        "item_id": offer.sku,
        "title": item.title,
        "url": item.link,
        "image_url": picture_url(item.site, item.picture) if item.picture else "",
        "availability": AVAILABILITY.get(offer.availability, "unknown"),
        "price": "" if offer.price is None else dong(offer.price),
        "group_id": item.shown.product.id if item.several else "",
        "listing_has_variations": "true" if item.several else "",
        "variant_dict": _shop.named(item),
        "gtin": offer.gtin,
    }


def common(item: Item) -> Row:
    """Map what all variants share to OpenAI's fields."""
    return {
        "description": item.description,
        "brand": item.brand,
        "seller_name": producer_name(item.shown) or nfc(say(item.site.name, LANG)),
    }


TABLE = _pipeline.Table(
    KEY,
    columns=COLUMNS,
    form=JSON,
    use=USE,
    common=common,
    row=row,
    product_rules=_rules.product_rules(*PRODUCT_RULES),
    rules=_rules.item_rules(*RULES),
    notes={},
)
fragment, assemble = TABLE.fragment, TABLE.assemble
