"""Shopify product import, CSV, from the header that public exporters of 2025 and 2026 write, read November 2026."""

from __future__ import annotations

from chophien import urls
from chophien.model import Picture, say

from . import _pipeline, _rules, _shop
from ._formats import CSV
from ._pipeline import LANG, Column, Item, Row
from ._text import plain
from ._values import UNITS, decimal, ocop

KEY = "shopify"
NAME = "Shopify"
FILENAME = urls.SHOPIFY_CSV
USE = "import"

COLUMNS = (
    Column(name="Title", required=True),
    Column(name="URL handle", required=True),
    Column(name="Description"),
    Column(name="Vendor"),
    Column(name="Product category"),
    Column(name="Type"),
    Column(name="Tags"),
    Column(name="Published on online store"),
    Column(name="Status"),
    Column(name="SKU"),
    Column(name="Barcode"),
    Column(name="Option1 name", required=True),
    Column(name="Option1 value", required=True),
    Column(name="Option1 Linked To"),
    Column(name="Option2 name"),
    Column(name="Option2 value"),
    Column(name="Option2 Linked To"),
    Column(name="Option3 name"),
    Column(name="Option3 value"),
    Column(name="Option3 Linked To"),
    Column(name="Price", required=True),
    Column(name="Compare-at price"),
    Column(name="Cost per item"),
    Column(name="Charge tax"),
    Column(name="Tax code"),
    Column(name="Unit price total measure"),
    Column(name="Unit price total measure unit"),
    Column(name="Unit price base measure"),
    Column(name="Unit price base measure unit"),
    Column(name="Inventory tracker"),
    Column(name="Inventory quantity"),
    Column(name="Continue selling when out of stock"),
    Column(name="Weight value (grams)"),
    Column(name="Weight unit for display"),
    Column(name="Requires shipping"),
    Column(name="Fulfillment service"),
    Column(name="Product image URL"),
    Column(name="Image position"),
    Column(name="Image alt text"),
    Column(name="Variant image URL"),
    Column(name="Gift card"),
    Column(name="SEO title"),
    Column(name="SEO description"),
    Column(name="Google Shopping / Google product category"),
    Column(name="Google Shopping / Condition"),
)

PRODUCT_RULES = _rules.SHOP_PRODUCT_RULES
RULES = _rules.SHOP_RULES

ONCE = frozenset(
    {
        "Title", "Description", "Vendor", "Type", "Tags", "Published on online store", "Status", "Gift card",
        "SEO description", "Google Shopping / Google product category", "Google Shopping / Condition",
    }
)  # fmt: skip
"""Columns of the product: its first row only fills them."""


def row(item: Item) -> Row:
    """Map one variant to Shopify's columns."""
    offer = item.offer
    name, value = _shop.choice_or_only(item)
    made: Row = {
        "URL handle": item.shown.product.id,
        "SKU": offer.sku,
        "Barcode": offer.gtin,
        "Option1 name": name,
        "Option1 value": value,
        "Price": _shop.now(offer),
        "Compare-at price": _shop.before(offer),
        "Charge tax": "FALSE",
        "Inventory tracker": "shopify" if _shop.counted(offer) else "",
        "Inventory quantity": _shop.quantity(offer),
        "Continue selling when out of stock": "DENY",
        "Weight value (grams)": _shop.grams(offer),
        "Weight unit for display": "g" if offer.weight_g is not None else "",
        "Requires shipping": "TRUE",
        "Fulfillment service": "manual",
        "Variant image URL": _shop.own_picture(item) if item.several else "",
    }
    net = offer.net
    if offer.per is not None and net is not None and net.unit in UNITS:
        base = offer.per[1]
        made["Unit price total measure"] = decimal(net.value)
        made["Unit price total measure unit"] = UNITS[net.unit]
        made["Unit price base measure"] = decimal(base.value)
        made["Unit price base measure unit"] = base.unit
    return made


def common(item: Item) -> Row:
    """Map what the whole product says to Shopify's columns."""
    shown = item.shown
    return {
        "Title": item.name,
        "Description": _shop.rich(item),
        "Vendor": item.brand,
        "Type": _shop.group(item),
        "Tags": ocop(shown),
        "Published on online store": "TRUE",
        "Status": "active",
        "Gift card": "FALSE",
        "SEO description": plain(say(shown.product.summary, LANG)),
        "Google Shopping / Google product category": str(shown.category.google_id or ""),
        "Google Shopping / Condition": "new",
    }


def layout(items: list[Item], rows: list[Row]) -> list[Row]:
    """Put a product's variants and then its further pictures below each other."""
    return _shop.below(items, rows, ONCE, lambda *picture: _picture(items[0], *picture))


def _picture(item: Item, address: str, picture: Picture, number: int) -> Row:
    """Map a picture; rows of further ones hold nothing but the handle, its address and its number."""
    made: Row = {
        "URL handle": item.shown.product.id,
        "Product image URL": address,
        "Image position": str(number),
    }
    if number == 1:
        made["Image alt text"] = _shop.alternative(picture)
    return made


TABLE = _pipeline.Table(
    KEY,
    columns=COLUMNS,
    form=CSV,
    use=USE,
    common=common,
    row=row,
    product_rules=_rules.product_rules(*PRODUCT_RULES),
    rules=_rules.item_rules(*RULES),
    notes={},
    layout=layout,
)
fragment, assemble = TABLE.fragment, TABLE.assemble
