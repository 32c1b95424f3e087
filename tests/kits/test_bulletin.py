"""What the loudspeaker reads: words alone, true on the day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from chophien import kits, model
from chophien.kits import Festival
from chophien.model import records as r
from chophien.text import read_quantity

from . import goods as g

LUNAR = (16, 10, False)


def read(**more: Any) -> str:
    made = kits.bulletin(g.site(), g.TODAY, LUNAR, **more)
    assert made.startswith(b"\xef\xbb\xbf") and made.count(b"\n") == made.count(b"\r\n")
    return made.decode("utf-8-sig").replace("\r\n", "\n")


def festival(**more: Any) -> Festival:
    values: dict[str, Any] = {
        "id": "hoi",
        "name": g.vi("Lễ hội tranh đầu pháo (xã)"),
        "summary": g.vi("Hội xuân của xã."),
    }
    day = date(2026, 12, 4)
    return Festival(model.Event(**(values | more)), day, day, (26, 10, False), "Đền Bách Linh, xóm 3")


def test_nothing_to_tell_is_told_so() -> None:
    text = read()
    assert text.startswith(
        "Bản tin hàng hóa và lễ hội xã Quảng Uyên, thứ ba, ngày hai mươi tư tháng mười một năm hai nghìn không trăm"
        " hai mươi sáu.\nHôm nay là ngày mười sáu tháng mười âm lịch.\n"
    )
    assert "Hôm nay chưa có hàng vào vụ" in text and "chưa có lễ hội nào" in text


def test_sales_goods_in_season_and_their_sellers() -> None:
    sale = g.shown(g.product(variants=g.jars()))
    rice = g.product(name=g.vi("Gạo nếp (vụ mới)"), variants=(g.variant(price=44_000, net=read_quantity("1 kg")),))
    text = read(sales=[sale], season=[g.shown(rice, g.producer(phone=""))], more=21)
    assert (
        "Mật ong hoa rừng, năm trăm mi li lít, giảm từ một trăm tám mươi nghìn đồng còn một trăm năm mươi nghìn đồng"
        " cho năm trăm mi li lít, đến hết ngày ba mươi tháng mười một." in text
    )
    assert "Người bán là hợp tác xã Nùng An, điện thoại không chín một hai, ba bốn năm, sáu bảy tám." in text
    assert "Gạo nếp, vụ mới, giá bốn mươi tư nghìn đồng một ki lô gam.\nNgười bán là hợp tác xã Nùng An.\n" in text
    assert "Ngoài ra còn hai mươi mốt mặt hàng khác" in text


def test_a_festival_has_its_solar_and_its_lunar_day() -> None:
    assert (
        "Lễ hội tranh đầu pháo, xã, thứ sáu, ngày mùng bốn tháng mười hai, tức ngày hai mươi sáu tháng mười âm lịch,"
        " tại Đền Bách Linh, xóm ba." in read(festivals=[festival()])
    )
    assert "nay đã hủy" in read(festivals=[festival(status="cancelled")])
    assert "dự kiến thứ sáu" in read(festivals=[festival(status="tentative")])


def test_only_words_are_read() -> None:
    stars = r.Recognition(stars=4, decision="123/QĐ-UBND", issued=date(2026, 1, 10))
    wild = g.product(name=g.vi('Trà "Shan" 1,5 kg – loại A/B & C (50%)'), variants=g.jars(), ocop=stars, example=True)
    text = read(sales=[g.shown(wild)], season=[g.shown(wild)], festivals=[festival()], more=3)
    assert re.sub(r"[^\W\d_]|[ ,.\n]", "", text) == ""


def test_goods_that_cannot_be_bought_are_said_so() -> None:
    gone = g.shown(g.product(variants=(g.variant(status="out_of_stock"),)))
    ahead = g.shown(g.product(variants=(g.variant(status="preorder", available_from=date(2027, 9, 10)),)))
    text = read(season=[gone, ahead])
    assert "Mật ong hoa rừng, hiện đã hết hàng." in text
    assert "nhận đặt trước, có hàng từ ngày mùng mười tháng chín năm hai nghìn không trăm hai mươi bảy." in text
