"""Medusa product import, CSV, measured with Medusa 2.21.2, November 2026: an unknown column stops the import."""

from __future__ import annotations

from chophien import urls

from . import _pipeline, _rules, _shop
from ._formats import CSV
from ._pipeline import Column, Item, Row

KEY = "medusa"
NAME = "Medusa"
FILENAME = urls.MEDUSA_CSV
USE = "import"
OFF = {
    "vi": "Chỉ cần khi xã có người lập trình dựng cửa hàng riêng bằng Medusa.",
    "en": "Needed only where a programmer runs a shop of the commune's own with Medusa.",
}
"""Why it is written only where the commune asks for it."""

COLUMNS = (
    Column(name="Product Handle", required=True),
    Column(name="Product Title", required=True),
    Column(name="Product Description"),
    Column(name="Product Status"),
    Column(name="Product Thumbnail"),
    Column(name="Product Image 1"),
    Column(name="Product Image 2"),
    Column(name="Product Image 3"),
    Column(name="Product Image 4"),
    Column(name="Product Image 5"),
    Column(name="Product Image 6"),
    Column(name="Product Image 7"),
    Column(name="Product Image 8"),
    Column(name="Product Origin Country"),
    Column(name="Product Weight"),
    Column(name="Variant Title", required=True),
    Column(name="Variant Sku", required=True),
    Column(name="Variant Ean"),
    Column(name="Variant Manage Inventory"),
    Column(name="Variant Price VND", required=True),
    Column(name="Variant Option 1 Name", required=True),
    Column(name="Variant Option 1 Value", required=True),
)

PICTURES = 8
"""Columns of pictures; the header is the same for every product."""

PRODUCT_RULES = _rules.SHOP_PRODUCT_RULES
RULES = _rules.SHOP_RULES

ONLY = ("Default option", "Default option value")
"""Option name and value of a product without options, as Medusa itself writes them."""


def row(item: Item) -> Row:
    """Map one variant to Medusa's columns; the file has no stock, so that only what can be sold goes uncounted."""
    offer = item.offer
    name, value = _shop.choice(item) if item.several else ONLY
    return {
        "Variant Title": value if item.several else item.name,
        "Variant Sku": offer.sku,
        "Variant Ean": offer.gtin if len(offer.gtin) == 13 else "",
        "Variant Manage Inventory": "FALSE" if _shop.in_stock(offer) else "TRUE",
        "Variant Price VND": _shop.now(offer),
        "Variant Option 1 Name": name,
        "Variant Option 1 Value": value,
    }


def common(item: Item) -> Row:
    """Map what the whole product says to Medusa's columns."""
    product = item.shown.product
    return {
        "Product Handle": product.id,
        "Product Title": item.name,
        "Product Description": item.description,
        "Product Status": "published",
        "Product Origin Country": product.origin.country if product.origin else "",
        "Product Weight": str(max((o.weight_g for o in item.shown.offers if o.weight_g is not None), default="")),
    }


def layout(items: list[Item], rows: list[Row]) -> list[Row]:
    """Give every row the pictures of the product."""
    found = _shop.addresses(items, PICTURES)
    pictures: Row = {f"Product Image {n}": address for n, address in enumerate(found, 1)}
    return [row | {"Product Thumbnail": found[0] if found else ""} | pictures for row in rows]


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
