"""
WooCommerce product import, CSV.

Source:
    Measured with WooCommerce 11.0.1 on WordPress 6.9.4 and 7.1, November 2026: prices are digits only, weights
    have a point, a variation stands below its parent, every row says that it is visible.
"""

from __future__ import annotations

from chophien import urls
from chophien.model import Offer, say

from . import _pipeline, _rules, _shop
from ._formats import CSV
from ._pipeline import LANG, Column, Item, Row
from ._text import plain
from ._values import ocop

KEY = "woocommerce"
NAME = "WooCommerce (WordPress)"
FILENAME = urls.WOOCOMMERCE_CSV
USE = "import"

COLUMNS = (
    Column(name="Type", required=True),
    Column(name="SKU", required=True),
    Column(name="Meta: _global_unique_id"),
    Column(name="Name", required=True),
    Column(name="Published", required=True),
    Column(name="Visibility in catalog", required=True),
    Column(name="Short description"),
    Column(name="Description"),
    Column(name="In stock?"),
    Column(name="Stock"),
    Column(name="Backorders allowed?"),
    Column(name="Weight (kg)"),
    Column(name="Length (cm)"),
    Column(name="Width (cm)"),
    Column(name="Height (cm)"),
    Column(name="Sale price"),
    Column(name="Regular price"),
    Column(name="Date sale price starts"),
    Column(name="Date sale price ends"),
    Column(name="Categories"),
    Column(name="Tags"),
    Column(name="Brands"),
    Column(name="Images"),
    Column(name="Parent"),
    Column(name="Position"),
    Column(name="Attribute 1 name"),
    Column(name="Attribute 1 value(s)"),
    Column(name="Attribute 1 visible"),
    Column(name="Attribute 1 global"),
    Column(name="Attribute 1 default"),
    Column(name="Attribute 2 name"),
    Column(name="Attribute 2 value(s)"),
    Column(name="Attribute 2 visible"),
    Column(name="Attribute 2 global"),
    Column(name="Meta: ocop_stars"),
    Column(name="Meta: ocop_decision"),
)

PRODUCT_RULES = _rules.SHOP_PRODUCT_RULES
RULES = _rules.SHOP_RULES

OF_THE_PARENT = ("Short description", "Description", "Categories", "Tags", "Brands", "Meta: ocop_stars",
                 "Meta: ocop_decision")  # fmt: skip
"""What the row of the whole product says, and its variations do not repeat."""


def row(item: Item) -> Row:
    """Map one variant to WooCommerce's columns."""
    offer = item.offer
    length, width, height = _shop.sides(offer)
    name, value = _shop.choice(item)
    return {
        "Type": "variation" if item.several else "simple",
        "SKU": offer.sku,
        "Meta: _global_unique_id": offer.gtin,
        "Name": item.title,
        "Published": "1",
        "Visibility in catalog": "visible",
        "In stock?": "1" if _shop.in_stock(offer) else "0",
        "Stock": _stock(offer),
        "Backorders allowed?": "0",
        "Weight (kg)": _shop.kilograms(offer),
        "Length (cm)": length,
        "Width (cm)": width,
        "Height (cm)": height,
        "Sale price": _shop.now(offer) if offer.sale_until else "",
        "Regular price": _shop.before(offer) or _shop.now(offer),
        "Date sale price starts": str(offer.sale_since) if offer.sale_until else "",
        "Date sale price ends": str(offer.sale_until) if offer.sale_until else "",
        "Images": _shop.own_picture(item),
        "Parent": item.shown.product.id if item.several else "",
        "Attribute 1 name": name,
        "Attribute 1 value(s)": listed(value),
        "Attribute 1 global": "0" if name else "",
    }


def common(item: Item) -> Row:
    """Map what the whole product says to WooCommerce's columns."""
    shown = item.shown
    product = shown.product
    return {
        "Short description": lines(plain(say(product.summary, LANG))),
        "Description": lines(_shop.rich(item)),
        "Categories": " > ".join(listed(level) for level in _shop.group_path(item)),
        "Tags": ocop(shown),
        "Brands": listed(item.brand),
        "Meta: ocop_stars": str(shown.stars or ""),
        "Meta: ocop_decision": product.ocop.decision if shown.stars and product.ocop else "",
    }


def layout(items: list[Item], rows: list[Row]) -> list[Row]:
    """Put a product with options before its variations, which need it to be there."""
    images = ", ".join(_shop.addresses(items))
    if not items[0].several:
        return [rows[0] | {"Images": images}]
    first = rows[0]
    values = [str(row["Attribute 1 value(s)"]) for row in rows]
    parent: Row = {name: first[name] for name in OF_THE_PARENT}
    parent |= {
        "Type": "variable",
        "SKU": items[0].shown.product.id,
        "Name": items[0].name,
        "Published": "1",
        "Visibility in catalog": "visible",
        "In stock?": "1" if any(_shop.in_stock(item.offer) for item in items) else "0",
        "Backorders allowed?": "0",
        "Images": images,
        "Attribute 1 name": first["Attribute 1 name"],
        "Attribute 1 value(s)": ", ".join(values),
        "Attribute 1 visible": "1",
        "Attribute 1 global": "0",
        "Attribute 1 default": _shop.choice(items[0])[1],
    }
    own = [{name: value for name, value in row.items() if name not in OF_THE_PARENT} for row in rows]
    return [parent, *(row | {"Position": str(n)} for n, row in enumerate(own, 1))]


def listed(text: str) -> str:
    """Write a text so that its commas do not part a list."""
    return text.replace(",", "\\,")


def lines(text: str) -> str:
    """Write a text so that a backslash before an n is no line break."""
    return text.replace("\\n", "\\\\n")


def _stock(offer: Offer) -> str:
    """Write the number only where somebody counts; it would decide over ``In stock?``."""
    return "" if offer.stock is None else _shop.quantity(offer)


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
