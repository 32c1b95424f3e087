"""
Haravan product import, CSV.

Source:
    Haravan help, "Nhập sản phẩm", and two public programs that write the file, read November 2026. That weights are
    grams is not confirmed.
"""

from __future__ import annotations

from chophien import urls
from chophien.model import Picture, say

from . import _pipeline, _rules, _shop
from ._formats import EXCEL_CSV
from ._pipeline import LANG, Column, Item, Row
from ._text import plain
from ._values import ocop

KEY = "haravan"
NAME = "Haravan"
FILENAME = urls.HARAVAN_CSV
USE = "import"

COLUMNS = (
    Column(name="Url", required=True),
    Column(name="Tên", required=True),
    Column(name="Mô tả"),
    Column(name="Trích dẫn"),
    Column(name="Hãng"),
    Column(name="Loại sản phẩm"),
    Column(name="Tag"),
    Column(name="Hiển thị"),
    Column(name="Thuộc tính 1", required=True),
    Column(name="Giá trị thuộc tính 1", required=True),
    Column(name="Thuộc tính 2"),
    Column(name="Giá trị thuộc tính 2"),
    Column(name="Thuộc tính 3"),
    Column(name="Giá trị thuộc tính 3"),
    Column(name="Mã phiên bản sản phẩm"),
    Column(name="Khối lượng"),
    Column(name="Quản lý tồn kho"),
    Column(name="Số lượng tồn kho"),
    Column(name="Đặt hàng khi hết hàng"),
    Column(name="Variant Fulfillment Service"),
    Column(name="Giá"),
    Column(name="Giá so sánh"),
    Column(name="Có giao hàng không?"),
    Column(name="Variant Taxable"),
    Column(name="Barcode"),
    Column(name="Link hình"),
    Column(name="Mô tả hình"),
    Column(name="Gift Card"),
    Column(name="SEO Title"),
    Column(name="SEO Description"),
    Column(name="Google Shopping / Google Product Category"),
    Column(name="Google Shopping / Gender"),
    Column(name="Google Shopping / Age Group"),
    Column(name="Google Shopping / MPN"),
    Column(name="Google Shopping / AdWords Grouping"),
    Column(name="Google Shopping / AdWords Labels"),
    Column(name="Google Shopping / Condition"),
    Column(name="Google Shopping / Custom Product"),
    Column(name="Danh mục"),
    Column(name="Danh mục EN"),
    Column(name="Ảnh biến thể"),
)

PRODUCT_RULES = _rules.SHOP_PRODUCT_RULES
RULES = _rules.SHOP_RULES

ONCE = frozenset(
    {
        "Mô tả", "Trích dẫn", "Hãng", "Loại sản phẩm", "Tag", "Hiển thị", "Gift Card", "SEO Description",
        "Google Shopping / Google Product Category", "Google Shopping / Condition",
    }
)  # fmt: skip
"""Columns of the product that its first row only fills; the name, which Haravan requires, stands in each."""


def row(item: Item) -> Row:
    """Map one variant to Haravan's columns."""
    offer = item.offer
    name, value = _shop.choice_or_only(item)
    return {
        "Url": item.shown.product.id,
        "Thuộc tính 1": name,
        "Giá trị thuộc tính 1": value,
        "Mã phiên bản sản phẩm": offer.sku,
        "Khối lượng": _shop.grams(offer),
        "Quản lý tồn kho": "Haravan" if _shop.counted(offer) else "",
        "Số lượng tồn kho": _shop.quantity(offer),
        "Đặt hàng khi hết hàng": "deny",
        "Variant Fulfillment Service": "manual",
        "Giá": _shop.now(offer),
        "Giá so sánh": _shop.before(offer),
        "Có giao hàng không?": "Yes",
        "Variant Taxable": "No",
        "Barcode": offer.gtin,
        "Ảnh biến thể": _shop.own_picture(item) if item.several else "",
    }


def common(item: Item) -> Row:
    """Map what the whole product says to Haravan's columns."""
    shown = item.shown
    summary = plain(say(shown.product.summary, LANG))
    return {
        "Tên": item.name,
        "Mô tả": _shop.rich(item),
        "Trích dẫn": summary,
        "Hãng": item.brand,
        "Loại sản phẩm": _shop.group(item),
        "Tag": ocop(shown),
        "Hiển thị": "Yes",
        "Gift Card": "No",
        "SEO Description": summary,
        "Google Shopping / Google Product Category": str(shown.category.google_id or ""),
        "Google Shopping / Condition": "new",
    }


def layout(items: list[Item], rows: list[Row]) -> list[Row]:
    """Put a product's variants and then its further pictures, which have no option, below each other."""
    return _shop.below(items, rows, ONCE, lambda address, picture, number: _picture(items[0], address, picture))


def _picture(item: Item, address: str, picture: Picture) -> Row:
    return {"Url": item.shown.product.id, "Link hình": address, "Mô tả hình": _shop.alternative(picture)}


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
    layout=layout,
)
fragment, assemble = TABLE.fragment, TABLE.assemble
