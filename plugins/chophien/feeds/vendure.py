"""Vendure product import, CSV, measured with Vendure 3.5.4, November 2026: whole dong, lists parted by bars."""

from __future__ import annotations

from chophien import urls

from . import _pipeline, _rules, _shop
from ._formats import CSV
from ._pipeline import Column, Item, Row

KEY = "vendure"
NAME = "Vendure"
FILENAME = urls.VENDURE_CSV
USE = "import"
OFF = {
    "vi": "Chỉ cần khi xã có người lập trình dựng cửa hàng riêng bằng Vendure.",
    "en": "Needed only where a programmer runs a shop of the commune's own with Vendure.",
}
"""Why it is written only where the commune asks for it."""

COLUMNS = (
    Column(name="name", required=True),
    Column(name="slug", required=True),
    Column(name="description"),
    Column(name="assets"),
    Column(name="facets"),
    Column(name="optionGroups"),
    Column(name="optionValues"),
    Column(name="sku", required=True),
    Column(name="price", required=True),
    Column(name="taxCategory", required=True),
    Column(name="stockOnHand"),
    Column(name="trackInventory"),
    Column(name="variantAssets"),
    Column(name="variantFacets"),
)

PRODUCT_RULES = _rules.SHOP_PRODUCT_RULES
RULES = _rules.SHOP_RULES

ONCE = frozenset({"name", "slug", "description", "assets", "facets", "optionGroups"})
"""Columns of the product: its first row only fills them."""


def row(item: Item) -> Row:
    """Map one variant to Vendure's columns."""
    offer = item.offer
    name, value = _shop.choice(item)
    return {
        "optionGroups": listed(name),
        "optionValues": listed(value),
        "sku": offer.sku,
        "price": _shop.now(offer),
        "taxCategory": "standard",
        "stockOnHand": _shop.quantity(offer) or "0",
        "trackInventory": "true" if _shop.counted(offer) else "false",
        "variantAssets": _shop.own_picture(item) if item.several else "",
    }


def common(item: Item) -> Row:
    """Map what the whole product says to Vendure's columns."""
    shown = item.shown
    facets = [f"loai:{listed(_shop.group(item))}"] + ([f"ocop:{shown.stars} sao"] if shown.stars else [])
    return {
        "name": item.name,
        "slug": shown.product.id,
        "description": _shop.rich(item),
        "facets": "|".join(facets),
    }


def layout(items: list[Item], rows: list[Row]) -> list[Row]:
    """Let the first row of a product say what is the whole product's."""
    rest = [{name: value for name, value in row.items() if name not in ONCE} for row in rows[1:]]
    return [rows[0] | {"assets": "|".join(_shop.addresses(items))}, *rest]


def listed(text: str) -> str:
    """Write a text so that it is one entry of a list: bars part entries, colons a facet's name and value."""
    return text.replace("|", "/").replace(":", " -")


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
