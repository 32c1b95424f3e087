"""
Sapo product import, CSV.

Source:
    The header as a public program reads it from Sapo's own export, its odd third option included, read November
    2026. Not confirmed: that today's header is the same, that rows follow each other as Shopify's do, and the words
    for yes, no and who counts the stock.
"""

from __future__ import annotations

from chophien import urls
from chophien.model import Picture, say

from . import _pipeline, _rules, _shop
from ._formats import EXCEL_CSV
from ._pipeline import LANG, Column, Item, Row
from ._text import plain
from ._values import ocop

KEY = "sapo"
NAME = "Sapo"
FILENAME = urls.SAPO_CSV
USE = "import"

COLUMNS = (
    Column(name="Đường dẫn / Alias", required=True),
    Column(name="Tên sản phẩm", required=True),
    Column(name="Nội dung"),
    Column(name="Nhà cung cấp"),
    Column(name="Loại"),
    Column(name="Tags"),
    Column(name="Hiển thị"),
    Column(name="Thuộc tính 1(Option1 Name)", required=True),
    Column(name="Giá trị thuộc tính 1(Option1 Value)", required=True),
    Column(name="Thuộc tính 2(Option2 Name)"),
    Column(name="Giá trị thuộc tính 2(Option2 Value)"),
    Column(name="Thuộc tính 3(Option3 Name)"),
    Column(name="Giá trị thuộc tính 1(Option3 Value)"),
    Column(name="Mã (SKU)"),
    Column(name="Quản lý kho"),
    Column(name="Số lượng"),
    Column(name="Cho phép tiếp tục mua khi hết hàng(continue/deny)"),
    Column(name="Variant Fulfillment Service"),
    Column(name="Giá", required=True),
    Column(name="Giá so sánh"),
    Column(name="Yêu cầu vận chuyển"),
    Column(name="VAT"),
    Column(name="Mã vạch(Barcode)"),
    Column(name="Ảnh đại diện"),
    Column(name="Chú thích ảnh"),
    Column(name="Thẻ tiêu đề(SEO Title)"),
    Column(name="Thẻ mô tả(SEO Description)"),
    Column(name="Cân nặng"),
    Column(name="Đơn vị cân nặng"),
    Column(name="Ảnh phiên bản"),
    Column(name="Mô tả ngắn"),
)

PRODUCT_RULES = _rules.SHOP_PRODUCT_RULES
RULES = _rules.SHOP_RULES

COUNTED_BY = "bizweb"
"""Who counts the stock, by the program's former name; not confirmed."""

ONCE = frozenset(
    {
        "Tên sản phẩm", "Nội dung", "Nhà cung cấp", "Loại", "Tags", "Hiển thị", "Thẻ mô tả(SEO Description)",
        "Mô tả ngắn",
    }
)  # fmt: skip
"""Columns of the product: its first row only fills them."""


def row(item: Item) -> Row:
    """Map one variant to Sapo's columns."""
    offer = item.offer
    name, value = _shop.choice_or_only(item)
    return {
        "Đường dẫn / Alias": item.shown.product.id,
        "Thuộc tính 1(Option1 Name)": name,
        "Giá trị thuộc tính 1(Option1 Value)": value,
        "Mã (SKU)": offer.sku,
        "Quản lý kho": COUNTED_BY if _shop.counted(offer) else "",
        "Số lượng": _shop.quantity(offer),
        "Cho phép tiếp tục mua khi hết hàng(continue/deny)": "deny",
        "Variant Fulfillment Service": "manual",
        "Giá": _shop.now(offer),
        "Giá so sánh": _shop.before(offer),
        "Yêu cầu vận chuyển": "Yes",
        "VAT": "No",
        "Mã vạch(Barcode)": offer.gtin,
        "Cân nặng": _shop.grams(offer),
        "Đơn vị cân nặng": "g" if offer.weight_g is not None else "",
        "Ảnh phiên bản": _shop.own_picture(item) if item.several else "",
    }


def common(item: Item) -> Row:
    """Map what the whole product says to Sapo's columns."""
    shown = item.shown
    summary = plain(say(shown.product.summary, LANG))
    return {
        "Tên sản phẩm": item.name,
        "Nội dung": _shop.rich(item),
        "Nhà cung cấp": item.brand,
        "Loại": _shop.group(item),
        "Tags": ocop(shown),
        "Hiển thị": "Yes",
        "Thẻ mô tả(SEO Description)": summary,
        "Mô tả ngắn": summary,
    }


def layout(items: list[Item], rows: list[Row]) -> list[Row]:
    """Put a product's variants and then its further pictures below each other."""
    return _shop.below(items, rows, ONCE, lambda address, picture, number: _picture(items[0], address, picture))


def _picture(item: Item, address: str, picture: Picture) -> Row:
    alt = _shop.alternative(picture)
    return {"Đường dẫn / Alias": item.shown.product.id, "Ảnh đại diện": address, "Chú thích ảnh": alt}


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
