"""Sheets for a seller's template: their text, and their columns in the template's order."""

import csv
import io
from typing import Any

import pytest

from chophien import feeds
from chophien.feeds import _listing, _pipeline, shopee, tiktokshop

from . import golden, shop


def text(**more: Any) -> str:
    """Write the listing of a product."""
    return _listing.listing(_pipeline.items(shop.SITE, shop.shown(shop.product(**more)))[0]).text


def test_a_listing_says_what_it_is_its_story_and_its_label() -> None:
    listing = _listing.listing(_pipeline.items(shop.SITE, shop.shown(shop.TEAS))[0]).text.split("\n")
    assert listing[0] == "Chè cổ thụ hái tay, sao bằng củi."
    assert listing[1].startswith("Chè cổ thụ hái tay ở Pác Rằng")
    assert "Thành phần: Búp chè Shan tuyết 100%" in listing
    assert listing[-1] == "OCOP: 4 sao, quyết định 1234/QĐ-UBND"


@pytest.mark.parametrize(
    "contact",
    [
        "Gọi 0912 345 678.",
        "Gọi +84912345678 nhé!",
        "Xem https://xa.example.",
        "Nhắn Zalo cho nhà làm.",
        "Viết a@b.vn.",
        "Gọi 1900 1234.",
        "Xem htxabc.vn/tra nhé!",
        "Gọi (091) 234 5678.",
    ],
)
def test_ways_to_reach_the_seller_are_left_out(contact: str) -> None:
    assert text(description={"vi": f"Trà ngon. {contact} Sao bằng củi."}).split("\n")[1] == "Trà ngon. Sao bằng củi."


@pytest.mark.parametrize("harmless", ["Nặng 0,5 kg, cao 1500 m.", "Sao 30 phút, năm 2026.", "Mã 1234/QĐ-UBND."])
def test_numbers_that_are_no_telephones_stay(harmless: str) -> None:
    assert text(description={"vi": harmless}).split("\n")[1] == harmless


@pytest.mark.parametrize("paragraph", [1, 7, 40, 400])
def test_a_long_story_is_cut_at_a_word_and_the_label_stays(paragraph: int) -> None:
    story = "\n\n".join(["chè ngon " * paragraph] * (1600 // paragraph))
    found = text(description={"vi": story}, storage={"vi": "Nơi khô"})
    assert 2700 < len(found) <= _listing.LONGEST
    lines = found.split("\n")
    assert lines[-1] == "Bảo quản: Nơi khô"
    assert all(line.endswith(("chè", "ngon")) for line in lines[1:-2])


def test_a_sheet_says_once_what_is_the_whole_products() -> None:
    file = golden.made("shopee").decode("utf-8-sig")
    _, first, second = csv.DictReader(io.StringIO(file, newline=""), delimiter="\t")
    assert first["et_title_variation_integration_no"] == second["et_title_variation_integration_no"] == "tra-shan"
    assert second["ps_product_name"] == second["ps_item_cover_image"] == ""
    assert (first["ps_weight"], second["ps_weight"]) == ("0.15", "0.56")


@pytest.mark.parametrize(("grams", "kilograms"), [(1, "0.01"), (155, "0.16"), (1000, "1.00"), (500_000, "500.00")])
def test_shopee_weights_are_rounded_up_to_ten_grams(grams: int, kilograms: str) -> None:
    item = shop.product(shop.variant(pack=shop.Pack(weight_g=grams)))
    assert f"\t{kilograms}\t".encode() in shopee.fragment(shop.shown(item), shop.SITE).rows


@pytest.mark.parametrize(
    "written",
    [
        "ps_price\tps_sku_short\tps_hidden\n",
        "\ufeffps_price*\tps_sku_short|0|0\tps_hidden\r\nGiá\tMã\tẨn\n",
        '\n"ps_price", "ps_sku_short", "ps_hidden"',
        "ps_price; ps_sku_short*; ps_hidden",
    ],
)
def test_keys_are_read_as_people_copy_them(written: str) -> None:
    assert feeds.template_keys(written) == ["ps_price", "ps_sku_short", "ps_hidden"]


def test_columns_come_in_the_order_of_the_template() -> None:
    keys = ["ps_sku_short", "", "ps_dangerous_goods", "ps_price", "ps_product_name", "channel_id.50010"]
    made = feeds.order("shopee", golden.made("shopee"), keys)
    head, *rows = csv.reader(io.StringIO(made.sheet.decode("utf-8-sig"), newline=""), delimiter="\t")
    assert head == keys
    assert rows == [
        ["mat-ong", "", "", "150000", "Mật ong bạc hà Phúc Sen", ""],
        ["tra-100", "", "", "99000", "Trà Shan tuyết Phúc Sen", ""],
        ["tra-500", "", "", "550000", "", ""],
    ]
    assert made.sheet.startswith(b"\xef\xbb\xbf")
    assert made.unknown == ("ps_dangerous_goods", "channel_id.50010")
    assert made.missing == ("ps_product_description",)
    assert "ps_item_cover_image" in made.dropped and "ps_category" not in made.dropped


@pytest.mark.parametrize("sheet", [shopee, tiktokshop])
def test_the_sheets_own_order_changes_nothing(sheet: Any) -> None:
    keys = [column.name for column in sheet.COLUMNS]
    made = feeds.order(sheet.KEY, golden.made(sheet.KEY), keys)
    assert (made.sheet, made.unknown, made.missing, made.dropped) == (golden.made(sheet.KEY), (), (), ())
