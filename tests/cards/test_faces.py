"""What is written on a card, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from chophien.cards import faces

from .samples import event, place, shown, site

NBSP = "\u00a0"


def test_a_product_says_its_price_and_its_lowest_one_as_such() -> None:
    one = faces.product(site(), "vi", shown(), photo=True)
    assert (one.lead, one.figure) == ("", f"111.000{NBSP}₫")
    several = faces.product(site(), "vi", shown(prices=(150_000, None, 99_000)), photo=True)
    assert (several.lead, several.figure) == ("Từ", f"99.000{NBSP}₫")
    assert faces.product(site(), "en", shown(), photo=True).figure == f"111,000{NBSP}₫"


def test_a_running_sale_shows_the_regular_price_and_its_last_day() -> None:
    face = faces.product(site(), "vi", shown(prices=(91_000,), regular=111_000), photo=True)
    assert (face.figure, face.former) == (f"91.000{NBSP}₫", f"111.000{NBSP}₫")
    assert "30/11/2026" in face.notice
    assert faces.product(site(), "vi", shown(), photo=True).former == ""


def test_a_price_that_is_asked_for_is_not_made_up() -> None:
    assert faces.product(site(), "vi", shown(prices=(None,)), photo=True).figure == "Hỏi giá"


def test_goods_that_are_only_described_have_no_price() -> None:
    face = faces.product(site(), "vi", shown(information_only=True, prices=(91_000,), regular=111_000), photo=True)
    assert (face.figure, face.former, face.notice) == ("", "", "")


def test_stars_are_shown_only_when_given() -> None:
    assert faces.product(site(), "vi", shown(stars=4), photo=True).stars_text == "OCOP 4 sao"
    none = faces.product(site(), "vi", shown(), photo=True)
    assert (none.stars, none.stars_text) == (0, "")


@pytest.mark.parametrize(
    ("example", "illustration", "photo", "marks"),
    [
        (False, False, True, ()),
        (True, False, True, ("Ví dụ",)),
        (False, True, True, ("Hình minh họa",)),
        (True, True, True, ("Ví dụ", "Hình minh họa")),
        (True, True, False, ("Ví dụ",)),
    ],
)
def test_examples_and_illustrations_are_marked(
    example: bool, illustration: bool, photo: bool, marks: tuple[str, ...]
) -> None:
    assert faces.product(site(), "vi", shown(example=example, illustration=illustration), photo).marks == marks


def test_a_homestay_says_its_price_per_person_else_per_room() -> None:
    person = faces.place(site(), "vi", place(price_person=99_000, price_room=300_000), photo=True)
    assert (person.figure, person.lines) == (f"99.000{NBSP}₫", ("một người một đêm",))
    room = faces.place(site(), "vi", place(price_room=300_000, outside=True), photo=True)
    assert (room.figure, room.lines) == (f"300.000{NBSP}₫", ("một phòng một đêm",))
    assert room.eyebrow == "Homestay · ngoài địa phương"


def test_an_event_says_its_days_its_lunar_day_and_its_place() -> None:
    face = faces.event(site(), "vi", event(), place(), photo=True)
    assert (face.figure, face.spare) == ("09–11/03/2027", ("mùng 2 tháng 2 âm lịch", "Nhà sàn Pác Rằng"))
    assert (face.alert, face.void) == ("", False)
    leap = faces.event(site(), "en", event(lunar="15/5L"), None, photo=True)
    assert leap.spare == ("15th day of the leap 5th lunar month",)


def test_long_periods_are_parted_behind_the_dash_alone() -> None:
    face = faces.event(site(), "en", event(start=date(2027, 2, 28), end=date(2027, 3, 10)), None, photo=True)
    assert face.figure.split(" ") == [f"28{NBSP}February{NBSP}–", f"10{NBSP}March{NBSP}2027"]


@pytest.mark.parametrize(
    ("changed", "alert", "void"),
    [
        ({"status": "cancelled"}, "Đã hủy", True),
        ({"status": "postponed"}, "Hoãn", True),
        ({"status": "tentative"}, "Dự kiến", False),
        ({"past": True}, "Đã qua", False),
        ({"status": "cancelled", "start": None, "end": None}, "Đã hủy", False),
    ],
)
def test_an_event_that_will_not_be_says_so(changed: dict[str, object], alert: str, void: bool) -> None:
    face = faces.event(site(), "vi", event(**changed), None, photo=True)
    assert (face.alert, face.void) == (alert, void)


@pytest.mark.parametrize(
    ("vietnamese", "english", "title"),
    [
        ("Chè 🍵 Shan 茶", "", "Chè Shan"),
        ("Chè Shan", "茶🍵", "Chè Shan"),
        ("茶 🍵 —", "", "Quang Uyen"),
        ("E\u0302\u0301ch núi", "", "Ếch núi"),
        ("Buôn Krŏng", "", "Buôn Krong"),
    ],
)
def test_letters_no_font_holds_are_left_out(vietnamese: str, english: str, title: str) -> None:
    names = {"en": english} if english else {}
    assert faces.product(site(), "en", shown(vietnamese, **names), photo=True).title == title


def test_the_site_itself_is_named_once() -> None:
    face = faces.home(site(), "vi", illustration=False)
    assert (face.title, face.site, face.town) == ("Chợ phiên Quảng Uyên", "", "Xã Quảng Uyên, Cao Bằng")
