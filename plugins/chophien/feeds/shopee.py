"""
Shopee: a sheet whose rows a seller copies into the template that the seller centre gives out.

The template carries hidden marks of its download, so no file of ours can stand for it; its row of technical keys
is the same in every country but for additions.

Source:
    Seller templates of Thailand and Indonesia (31 August 2026), read November 2026; limits
    as ``data/place_limits.csv`` names them. That a description has 100 characters is told, and keeps none out.
"""

from __future__ import annotations

import math

from chophien import urls

from . import _listing, _pipeline, _rules, _shop
from ._formats import EXCEL_TSV
from ._pipeline import Column, Item, Row

KEY = "shopee"
NAME = "Shopee"
FILENAME = urls.SHOPEE_TSV
USE = "paste"

COLUMNS = (
    Column(name="ps_category"),
    _listing.limited(KEY, "name", "ps_product_name", required=True),
    Column(name="ps_product_description", required=True, max_chars=_listing.LONGEST),
    Column(name="ps_maximum_purchase_quantity"),
    Column(name="ps_maximum_purchase_quantity_start_date"),
    Column(name="ps_maximum_purchase_quantity_time_period"),
    Column(name="ps_maximum_purchase_quantity_end_date"),
    Column(name="ps_minimum_purchase_quantity"),
    _listing.limited(KEY, "parent", "ps_sku_parent_short"),
    Column(name="et_title_variation_integration_no"),
    Column(name="et_title_variation_1"),
    _listing.limited(KEY, "option", "et_title_option_for_variation_1"),
    Column(name="et_title_image_per_variation"),
    Column(name="et_title_variation_2"),
    Column(name="et_title_option_for_variation_2"),
    _listing.limited(KEY, "price", "ps_price", required=True),
    _listing.limited(KEY, "stock", "ps_stock"),
    _listing.limited(KEY, "sku", "ps_sku_short"),
    Column(name="ps_new_size_chart"),
    Column(name="et_title_size_chart"),
    Column(name="ps_gtin_code"),
    Column(name="ps_item_cover_image"),
    Column(name="ps_item_image_1"),
    Column(name="ps_item_image_2"),
    Column(name="ps_item_image_3"),
    Column(name="ps_item_image_4"),
    Column(name="ps_item_image_5"),
    Column(name="ps_item_image_6"),
    Column(name="ps_item_image_7"),
    Column(name="ps_item_image_8"),
    _listing.limited(KEY, "weight", "ps_weight", per=1000),
    Column(name="ps_length"),
    Column(name="ps_width"),
    Column(name="ps_height"),
    Column(name="ps_product_pre_order_dts"),
    Column(name="et_title_reason"),
)

PICTURES = 8
"""Pictures beside the cover."""

PRODUCT_RULES = (*_rules.PRODUCT_RULES, "too-many-options")
RULES = _listing.RULES

ONCE = frozenset(
    {
        "ps_product_name",
        "ps_product_description",
        "ps_sku_parent_short",
        "ps_item_cover_image",
        *(f"ps_item_image_{n}" for n in range(1, PICTURES + 1)),
    }
)
"""Columns of the product: its first row only fills them."""


def row(item: Item) -> Row:
    """Map one variant to the template's keys."""
    offer = item.offer
    name, value = _shop.choice(item)
    length, width, height = _shop.sides(offer)
    return {
        "et_title_variation_integration_no": item.shown.product.id if item.several else "",
        "et_title_variation_1": name,
        "et_title_option_for_variation_1": value,
        "et_title_image_per_variation": _shop.own_picture(item) if item.several else "",
        "ps_price": _shop.now(offer),
        "ps_stock": _shop.quantity(offer),
        "ps_sku_short": offer.sku,
        "ps_gtin_code": offer.gtin,
        "ps_weight": "" if offer.weight_g is None else f"{math.ceil(offer.weight_g / 10) / 100:.2f}",
        "ps_length": length,
        "ps_width": width,
        "ps_height": height,
    }


def common(item: Item) -> Row:
    """Map what the whole product says to the template's keys."""
    return {
        "ps_product_name": _listing.name(item),
        "ps_product_description": _listing.listing(item).text,
        "ps_sku_parent_short": item.shown.product.id if item.several else "",
    }


def layout(items: list[Item], rows: list[Row]) -> list[Row]:
    """Let the first row of a product say what is the whole product's."""
    cover, *others = [*_shop.addresses(items, PICTURES + 1), ""]
    pictures: Row = {f"ps_item_image_{n}": address for n, address in enumerate(others, 1) if address}
    rest = [{name: value for name, value in row.items() if name not in ONCE} for row in rows[1:]]
    return [rows[0] | {"ps_item_cover_image": cover} | pictures, *rest]


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
