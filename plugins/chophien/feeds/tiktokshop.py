"""
TikTok Shop: a sheet whose rows a seller copies into the template that the seller centre gives out.

Source:
    A public exporter for Thailand, template V5.0.2 of the United States, read November 2026. The columns of the GTIN
    are in newer templates only. Not confirmed: that weights are grams, and the words for kinds of GTIN.
"""

from __future__ import annotations

from chophien import urls

from . import _listing, _pipeline, _rules, _shop
from ._formats import EXCEL_TSV
from ._pipeline import Column, Item, Row

KEY = "tiktokshop"
NAME = "TikTok Shop"
FILENAME = urls.TIKTOKSHOP_TSV
USE = "paste"

COLUMNS = (
    Column(name="category"),
    Column(name="brand"),
    _listing.limited(KEY, "name", "product_name", required=True),
    Column(name="product_description", required=True),
    Column(name="main_image", required=True),
    Column(name="image_2"),
    Column(name="image_3"),
    Column(name="image_4"),
    Column(name="image_5"),
    Column(name="image_6"),
    Column(name="image_7"),
    Column(name="image_8"),
    Column(name="image_9"),
    Column(name="gtin_type"),
    Column(name="gtin_code"),
    Column(name="property_name_1"),
    Column(name="property_value_1"),
    Column(name="property_1_image"),
    Column(name="property_name_2"),
    Column(name="property_value_2"),
    Column(name="parcel_weight"),
    Column(name="parcel_length"),
    Column(name="parcel_width"),
    Column(name="parcel_height"),
    Column(name="delivery"),
    Column(name="price", required=True),
    Column(name="pre_order_time"),
    Column(name="quantity"),
    Column(name="seller_sku", required=True),
    Column(name="size_chart"),
)

PICTURES = 8
"""Pictures beside the main one."""

GTIN_TYPES = {8: "EAN", 12: "UPC", 13: "EAN", 14: "GTIN"}
"""Kinds of GTIN by their number of digits."""

PRODUCT_RULES = tuple(_rules.PRODUCT_RULES)
RULES = _listing.RULES


def row(item: Item) -> Row:
    """Map one variant to the template's keys."""
    offer = item.offer
    name, value = _shop.choice(item)
    length, width, height = _shop.sides(offer)
    own = _shop.own_picture(item)
    return {
        "main_image": own,
        "gtin_type": GTIN_TYPES.get(len(offer.gtin), ""),
        "gtin_code": offer.gtin,
        "property_name_1": name,
        "property_value_1": value,
        "property_1_image": own if item.several else "",
        "parcel_weight": _shop.grams(offer),
        "parcel_length": length,
        "parcel_width": width,
        "parcel_height": height,
        "price": _shop.now(offer),
        "quantity": _shop.quantity(offer),
        "seller_sku": offer.sku,
    }


def common(item: Item) -> Row:
    """Map what the whole product says to the template's keys; the category is picked from the template's own list."""
    return {
        "brand": item.brand,
        "product_name": _listing.name(item),
        "product_description": _listing.listing(item).text,
    }


def layout(items: list[Item], rows: list[Row]) -> list[Row]:
    """Give every row the pictures of the product."""
    main, *others = _shop.addresses(items, PICTURES + 1)
    pictures: Row = {"main_image": main}
    pictures |= {f"image_{n}": address for n, address in enumerate(others, 2)}
    return [row | pictures for row in rows]


TABLE = _pipeline.Table(
    KEY,
    columns=COLUMNS,
    form=EXCEL_TSV,
    use=USE,
    common=common,
    row=row,
    product_rules=_rules.product_rules(*PRODUCT_RULES),
    rules=_rules.item_rules(*RULES),
    notes=_listing.NOTES,
    layout=layout,
)
fragment, assemble = TABLE.fragment, TABLE.assemble
