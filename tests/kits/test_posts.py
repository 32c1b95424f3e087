"""Posts for Zalo and Facebook: short, true on the day, nothing that the record does not say."""

from __future__ import annotations

from datetime import date

import pytest

from chophien import kits, model
from chophien.kits import texts
from chophien.model import records as r
from chophien.text import without_contacts

from . import goods as g


def test_a_message_for_zalo_as_it_is_sent() -> None:
    shown = g.shown(g.product(variants=g.jars()))
    assert kits.zalo(shown, g.LINK) == "\n".join(
        [
            "Mật ong hoa rừng – từ 150.000 ₫",
            "Mật ong lấy từ đõ gỗ dưới hiên nhà. Quay tay, lọc qua vải thưa.",
            "500 ml đang giảm: 150.000 ₫ (giá thường 180.000 ₫), đến hết 30/11/2026.",
            "Có: 500 ml – 150.000 ₫; 1 lít – 320.000 ₫.",
            "Người làm: HTX Nùng An, xóm Pác Rằng, xã Quảng Uyên, Cao Bằng.",
            "Đặt hàng: gọi hoặc Zalo 0912 345 678.",
            g.LINK,
        ]
    )


def test_a_post_for_facebook_as_it_is_sent() -> None:
    policies = r.Policies(delivery=r.Delivery(fee=30_000))
    assert kits.facebook(g.shown(), g.site(policies=policies), g.LINK) == "\n\n".join(
        [
            "Mật ong hoa rừng",
            "Mật ong lấy từ đõ gỗ dưới hiên nhà. Quay tay, lọc qua vải thưa.",
            "– Quay tay\n– Lọc vải thưa",
            "Người làm: HTX Nùng An, xóm Pác Rằng, xã Quảng Uyên, Cao Bằng.",
            "Giá: 180.000 ₫.\nPhí giao: 30.000 ₫.",
            "Đặt hàng: gọi hoặc Zalo 0912 345 678.",
            g.LINK,
            "#MatOngHoaRung #QuangUyen #CaoBang",
        ]
    )


@pytest.mark.parametrize("number", [1, 2, 4, 9])
def test_a_message_has_at_most_five_lines_between_the_first_and_the_address(number: int) -> None:
    stars = model.Recognition(stars=4, decision="123", issued=date(2026, 1, 10))
    sale = r.Sale(price=90_000, since=date(2026, 11, 1), until=date(2026, 11, 30))
    options = [r.Option(name=g.vi("Cỡ"), value=g.vi(f"Chai {n}")) for n in range(number)]
    jars = tuple(g.variant(sku=f"MO-{n}", sale=sale, option=option) for n, option in enumerate(options))
    goods = g.product(variants=jars, ocop=stars, season=(11,), restricted="supplement")
    lines = kits.zalo(g.shown(goods), g.LINK).split("\n")
    assert len(lines) <= 1 + texts.ZALO_LINES + 1
    assert lines[0].startswith("Mật ong") and lines[-1] == g.LINK and lines[-2].startswith("Đặt hàng")


def test_a_sale_and_a_season_are_said_on_their_days_only() -> None:
    goods = g.product(variants=g.jars(), season=(11,))
    now, later = (kits.zalo(g.shown(goods, today=day), g.LINK) for day in (date(2026, 11, 30), date(2026, 12, 1)))
    assert "giảm" in now and "Đang vào vụ." in now
    assert "giảm" not in later and "Chưa vào vụ; có hàng tháng 11." in later
    assert later.startswith("Mật ong hoa rừng – từ 180.000 ₫")


def test_tags_have_no_marks_and_nobody_gets_an_endless_one() -> None:
    stars = model.Recognition(stars=3, decision="123", issued=date(2026, 1, 10))
    assert texts.tags(g.shown(g.product(ocop=stars)), g.site()) == [
        "#MatOngHoaRung", "#QuangUyen", "#CaoBang", "#OCOP",
    ]  # fmt: skip
    endless = g.shown(g.product(name=g.vi("Mật ong hoa rừng " * 6)))
    assert texts.tags(endless, g.site()) == ["#QuangUyen", "#CaoBang"]


@pytest.mark.parametrize(("name", "commune", "tags"), [
    ("Quảng Uyên", "Quảng Uyên", ["#QuangUyen", "#CaoBang"]),
    ("Trà OCOP Đỏ", "Cao Bằng", ["#TraOCOPDo", "#CaoBang"]),
    ("2026", "Phúc Sen", ["#PhucSen", "#CaoBang"]),
])  # fmt: skip
def test_no_tag_is_there_twice_and_letters_stay_readable(name: str, commune: str, tags: list[str]) -> None:
    assert texts.tags(g.shown(g.product(name=g.vi(name))), g.site(name=g.vi(commune))) == tags


def test_who_published_no_number_is_reached_by_the_page() -> None:
    shy = g.producer(phone="", zalo="")
    text = kits.zalo(g.shown(maker=shy), g.LINK)
    assert "Đặt hàng: cách liên hệ người bán có ở trang dưới đây." in text
    assert "Đặt hàng: gọi 0912 345 678." in kits.zalo(g.shown(maker=g.producer(zalo="")), g.LINK)


def test_goods_without_a_price_and_services_are_said_rightly() -> None:
    ask = g.product(variants=(g.variant(price=None),))
    assert kits.zalo(g.shown(ask), g.LINK).startswith("Mật ong hoa rừng – giá: xin hỏi người bán")
    assert "Giá: xin hỏi người bán." in kits.facebook(g.shown(ask), g.site(), g.LINK)
    service = kits.facebook(g.shown(g.product(kind="service")), g.site(), g.LINK)
    assert "Người tổ chức: HTX Nùng An" in service and "Đặt lịch: gọi hoặc Zalo" in service
    assert "Phí giao" not in service


def test_the_sentence_of_the_law_stands_with_food_supplements() -> None:
    shown = g.shown(g.product(restricted="supplement"))
    for text in (kits.zalo(shown, g.LINK), kits.facebook(shown, g.site(), g.LINK), texts.description(shown)):
        assert "Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh." in text


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Ngắn thôi.", 20, "Ngắn thôi."),
        ("Câu một. Câu hai dài hơn.", 12, "Câu một."),
        ("Một câu dài, có dấu phẩy ở giữa để cắt", 20, "Một câu dài."),
        ("Một câu dài không có dấu nào để cắt cả", 20, "Một câu dài không có"),
    ],
)
def test_a_long_text_ends_where_a_sentence_or_a_clause_does(text: str, most: int, kept: str) -> None:
    assert texts.brief(text, most) == kept


@pytest.mark.parametrize(
    "contact",
    [
        "gọi 0912 345 678",
        "gọi +84 912.345.678",
        "xem www.a.vn",
        "viết a.b@c.vn",
        "kết bạn Zalo nhé",
        "gọi (091) 234 5678",
        "xem fb.com/tra",
    ],
)
def test_sentences_with_a_contact_are_left_out(contact: str) -> None:
    assert without_contacts(f"Mật ong ngon. Muốn mua {contact}. Quay 2 lần.") == "Mật ong ngon. Quay 2 lần."
    assert without_contacts("Nặng 500 g, giá 1.200.000 đồng, năm 2026.").startswith("Nặng")
