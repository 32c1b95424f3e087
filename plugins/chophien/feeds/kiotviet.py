"""
KiotViet import, as CSV that is opened in Excel and saved as .xlsx.

Source:
    A public importer that states it copies KiotViet's sample column for column, read November 2026.
"""

from __future__ import annotations

from chophien import urls

from . import _pipeline, _rules, _shop
from ._formats import EXCEL_CSV
from ._pipeline import Column, Item, Row

KEY = "kiotviet"
NAME = "KiotViet"
FILENAME = urls.KIOTVIET_CSV
USE = "import"

COLUMNS = (
    Column(name="Loại hàng", required=True),
    Column(name="Nhóm hàng(3 Cấp)"),
    Column(name="Mã hàng", required=True),
    Column(name="Mã vạch"),
    Column(name="Tên hàng", required=True),
    Column(name="Thương hiệu"),
    Column(name="Giá bán", required=True),
    Column(name="Giá vốn"),
    Column(name="Tồn kho"),
    Column(name="Tồn nhỏ nhất"),
    Column(name="Tồn lớn nhất"),
    Column(name="ĐVT"),
    Column(name="Mã ĐVT Cơ bản"),
    Column(name="Quy đổi"),
    Column(name="Mô tả"),
)

PRODUCT_RULES = _rules.SHOP_PRODUCT_RULES
RULES = _rules.SHOP_RULES

LEVELS = 3
"""Levels of groups that KiotViet knows."""


def row(item: Item) -> Row:
    """Map one variant to KiotViet's columns; what it cost, its unit and its bounds are the seller's to fill in."""
    offer = item.offer
    return {
        "Mã hàng": offer.sku,
        "Mã vạch": offer.gtin,
        "Tên hàng": item.title,
        "Giá bán": _shop.now(offer),
        "Tồn kho": _shop.quantity(offer),
    }


def common(item: Item) -> Row:
    """Map what all variants share to KiotViet's columns."""
    return {
        "Loại hàng": "Hàng hóa",
        "Nhóm hàng(3 Cấp)": ">>".join(_shop.group_path(item)[:LEVELS]),
        "Thương hiệu": item.brand,
        "Quy đổi": "1",
        "Mô tả": item.description,
    }


TABLE = _pipeline.Table(
    KEY,
    columns=COLUMNS,
    form=EXCEL_CSV,
    use=USE,
    common=common,
    row=row,
    product_rules=_rules.product_rules(*PRODUCT_RULES),
    rules=_rules.item_rules(*RULES),
    notes={},
)
fragment, assemble = TABLE.fragment, TABLE.assemble
