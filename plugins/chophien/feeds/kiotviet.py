"""
KiotViet import, as CSV that is opened in Excel and saved as .xlsx.

Source:
    A public importer that states it copies KiotViet's sample column for column, read November 2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chophien import urls
from chophien.model import Shown, Site

from . import _pipeline, _rules, _shop
from ._formats import EXCEL_CSV
from ._pipeline import Column, Fragment, Item, Row

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


def fragment(shown: Shown, site: Site, node: bytes = b"") -> Fragment:
    """Make the lines of one product."""
    return _pipeline.fragment(
        KEY,
        site,
        shown,
        columns=COLUMNS,
        common=common,
        row=row,
        use=USE,
        form=EXCEL_CSV,
        product_rules=_PRODUCT_RULES,
        rules=_RULES,
        notes={},
    )


def assemble(site: Site, fragments: Iterable[bytes]) -> Iterator[bytes]:
    """Join the lines, which come in the order of product ids, to the file."""
    return _pipeline.assemble(site, fragments, COLUMNS, EXCEL_CSV)


_PRODUCT_RULES = _rules.product_rules(*PRODUCT_RULES)
_RULES = _rules.item_rules(*RULES)
