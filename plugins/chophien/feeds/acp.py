"""
Agentic Commerce Protocol: goods for shopping assistants, one product a line of JSON.

Source:
    agentic-commerce-protocol, ``spec/2026-04-17/json-schema/schema.feed.json``, read November 2026. No other keys are
    allowed; amounts are in the currency's smallest unit, which for VND is the dong itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec

from chophien import urls
from chophien.model import Picture, Shown, Site, say
from chophien.text import nfc

from . import _pipeline, _rules, _shop
from ._pipeline import LANG, Fragment, Item
from ._values import UNITS, picture_url, producer_name

KEY = "acp"
NAME = "ACP"
FILENAME = urls.ACP_JSONL
USE = "fetch"
OFF = {
    "vi": "Chuẩn dành cho trợ lý mua sắm, mới dùng giữa các bên đã ký kết; ở Việt Nam chưa nơi nào nhận.",
    "en": "A standard for shopping assistants, in use between contract partners; nobody in Viet Nam takes it yet.",
}
"""Why it is written only where the commune asks for it."""

PRODUCT_KEYS = ("id", "title", "description", "url", "media", "variants")
VARIANT_KEYS = (
    "id", "title", "url", "barcodes", "price", "list_price", "unit_price", "availability", "categories", "condition",
    "variant_options", "media", "seller",
)  # fmt: skip
"""Keys that are written, in their order; the protocol requires ``id`` and ``variants``, ``id`` and ``title``."""

PRODUCT_RULES = tuple(_rules.PRODUCT_RULES)
RULES = _rules.MARKETPLACE_RULES

SQUARE = 1200
"""Pixels of a side of the square picture made for marketplaces."""

LINKS = {
    "privacy_policy": "privacy",
    "terms_of_service": "terms",
    "refund_policy": "returns",
    "shipping_policy": "delivery",
}
"""The protocol's names of the pages that every site has."""

Data = dict[str, Any]


def fragment(shown: Shown, site: Site, node: bytes = b"") -> Fragment:
    """Make the line of one product."""
    chosen = _pipeline.choose(KEY, site, shown, product_rules=_PRODUCT_RULES, rules=_RULES, notes={})
    rows = msgspec.json.encode(_product(chosen.items)) + b"\n" if chosen.items else b""
    return Fragment(rows=rows, items=len(chosen.items), left_out=tuple(chosen.left_out))


def assemble(site: Site, fragments: Iterable[bytes]) -> Iterator[bytes]:
    """Join the lines, which come in the order of product ids, to the file."""
    yield from fragments


def companions(site: Site) -> dict[str, bytes]:
    """Make the file that says which feed it is; without a time, so that it changes with its content only."""
    metadata = {"id": urlsplit(site.commune.site_url).netloc, "target_country": "VN"}
    return {urls.ACP_METADATA: msgspec.json.encode(metadata) + b"\n"}


def _product(items: list[Item]) -> Data:
    item = items[0]
    site = item.site
    product: Data = {
        "id": item.shown.product.id,
        "title": item.name,
        "description": {"plain": item.description},
        "url": urls.absolute(site.commune.site_url, urls.path("product", LANG, item.shown.product.id)),
        "media": [_media(site, picture) for picture in _shop.gallery(items)],
        "variants": [_variant(item) for item in items],
    }
    return product


def _variant(item: Item) -> Data:
    offer = item.offer
    made: Data = {"id": offer.sku, "title": item.title, "url": item.link}
    if offer.gtin:
        made["barcodes"] = [{"type": "GTIN", "value": offer.gtin}]
    made["price"] = _price(offer.price)
    if offer.sale_until and offer.regular is not None:
        made["list_price"] = _price(offer.regular)
    if offer.per is not None and offer.net is not None and offer.net.unit in UNITS:
        amount, base = offer.per
        made["unit_price"] = {
            **_price(amount),
            "measure": {"value": _number(float(offer.net.value)), "unit": offer.net.unit},
            "reference": {"value": int(base.value), "unit": base.unit},
        }
    made["availability"] = {
        "available": offer.availability in {"in_stock", "preorder"},
        "status": offer.availability,
    }
    made["categories"] = _categories(item)
    made["condition"] = ["new"]
    if item.several:
        name, value = _shop.choice(item)
        made["variant_options"] = [{"name": name, "value": value}]
    if item.picture is not None:
        made["media"] = [_media(item.site, item.picture)]
    made["seller"] = _seller(item)
    return made


def _price(amount: int | None) -> Data:
    return {"amount": amount, "currency": "VND"}


def _number(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def _categories(item: Item) -> list[Data]:
    found: list[Data] = [{"value": " > ".join(_shop.group_path(item)), "taxonomy": "merchant"}]
    google_id = item.shown.category.google_id
    return [*found, {"value": str(google_id), "taxonomy": "google_product_category"}] if google_id else found


def _media(site: Site, picture: Picture) -> Data:
    width, height = (SQUARE, SQUARE) if picture.square else (picture.width, picture.height)
    made: Data = {"type": "image", "url": picture_url(site, picture)}
    if alt := _shop.alternative(picture):
        made["alt_text"] = alt
    return made | {"width": width, "height": height}


def _seller(item: Item) -> Data:
    site = item.site
    links = [
        {"type": kind, "url": urls.absolute(site.commune.site_url, urls.path(page, LANG))}
        for kind, page in LINKS.items()
    ]
    return {"name": producer_name(item.shown) or nfc(say(site.name, LANG)), "links": links}


_PRODUCT_RULES = _rules.product_rules(*PRODUCT_RULES)
_RULES = _rules.item_rules(*RULES)
