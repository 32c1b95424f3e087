"""Catalogues of words: what a language says of itself, what it lacks, what a commune adds."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from chophien.cards import writes
from chophien.i18n import Say, languages, words
from chophien.lunar import write_lunar
from chophien.model import page_language, say, spoken_in
from chophien.model.records import Page
from chophien.pages.tongue import Tongue
from chophien.text import forms, read_quantity

ITSELF = ("own-name", "own-short", "own-tag", "own-locale")


def add(folder: Path, lang: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{lang}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("lang", languages())
def test_every_catalogue_of_ours_is_whole_and_says_what_it_is_called(lang: str) -> None:
    source, own = words("vi"), words(lang)
    extra = ("form.", "unit.", "category.")
    assert {key for key in own if not key.startswith(extra)} == set(source)
    for key in source:
        assert sorted(re.findall(r"{\w+}", own[key])) == sorted(re.findall(r"{\w+}", source[key])), key
    assert all(own[key] for key in ITSELF)


def test_a_missing_word_is_english_and_then_vietnamese(tmp_path: Path) -> None:
    own = add(tmp_path, "fr", 'menu = "Carte"\n')
    add(tmp_path, "vi", 'only-here = "Chỉ ở đây"\n')
    french = Say("fr", own)
    assert (french("menu"), french("price"), french("only-here")) == ("Carte", "Price", "Chỉ ở đây")
    assert french.get("own-name") == ""
    assert Tongue("fr", own).itself() == ("fr", "FR", "fr", "fr")


def test_a_language_without_any_catalogue_speaks_english() -> None:
    assert Tongue("xx").say("price") == "Price"
    assert Tongue("xx").day(date(2027, 2, 15)) == "15 February 2027"


@pytest.mark.parametrize("text", ["trang {pag}", "trang {", "trang {}", "trang {page.x}"])
@pytest.mark.parametrize("lang", ["vi", "en", "zh", "fr"])
def test_a_word_with_a_hole_that_nobody_fills_leaves_ours(tmp_path: Path, lang: str, text: str) -> None:
    own = add(tmp_path, lang, f'page-number = "{text}"\n')
    assert "7" in Say(lang, own)("page-number", page=7)


def test_a_language_without_a_plural_writes_one_form(tmp_path: Path) -> None:
    own = add(tmp_path, "th", '"product-count.many" = "{count} ชิ้น"\n')
    assert Tongue("th", own).counted("product-count", 1) == "1 ชิ้น"
    assert Tongue("en").counted("product-count", 1) == "1 product"


def test_chinese_forms() -> None:
    chinese = Tongue("zh")
    assert chinese.dong(120000) == "120,000\u00a0越南盾"
    assert chinese.day(date(2027, 2, 15)) == "2027年2月15日"
    assert chinese.days(date(2027, 2, 15), date(2027, 2, 16)) == "2027年2月15日至16日"
    assert chinese.days(date(2027, 2, 15), date(2027, 3, 16)) == "2027年2月15日至3月16日"
    assert chinese.days(date(2027, 12, 30), date(2028, 1, 2)) == "2027年12月30日至2028年1月2日"
    assert chinese.lunar_day("15/1") == "农历正月十五"
    assert chinese.lunar_day("2/5L") == "农历闰五月初二"
    assert chinese.lunar_day("30/12") == "农历腊月三十"
    assert chinese.quantity(read_quantity("500 g")) == "500克"
    assert chinese.per(read_quantity("1 kg")) == "公斤"
    assert chinese.listed("payment", ("cash", "transfer")) == "现金、银行转账"
    assert chinese.itself() == ("中文", "中", "zh-Hans", "zh_CN")
    assert write_lunar(2, 2, False, forms("xx", {})) == "2nd day of the 2nd lunar month"


@pytest.mark.parametrize(
    ("phrase", "lang", "spoken", "text"),
    [
        ({"vi": "a", "en": "b", "zh": "c"}, "zh", "zh", "c"),
        ({"vi": "a", "en": "b"}, "zh", "en", "b"),
        ({"vi": "a"}, "zh", "vi", "a"),
        ({"vi": "a", "zh": "c"}, "en", "vi", "a"),
        ({"vi": "a", "en": "b"}, "vi", "vi", "a"),
        ({"en": "b"}, "vi", "vi", ""),
        ({}, "zh", "zh", ""),
    ],
)
def test_a_text_is_shown_in_the_language_that_comes_closest(
    phrase: dict[str, str], lang: str, spoken: str, text: str
) -> None:
    tongue = Tongue(lang)
    assert (spoken_in(phrase, lang), say(phrase, lang), tongue.plain(phrase)) == (spoken, text, text)
    assert tongue.strange(phrase) is (spoken != lang)
    assert str(tongue.t(phrase)) == (text if spoken == lang else f'<span lang="{spoken}">{text}</span>')


def test_a_text_links_only_to_languages_of_the_site() -> None:
    assert spoken_in({"vi": "a", "en": "b"}, "zh", ("vi", "zh")) == "vi"


def test_a_page_speaks_the_closest_language_it_has_a_main_text_in() -> None:
    page = Page(id="x", title={"vi": "a", "en": "b"}, body={"vi": "a"})
    assert [page_language(page, lang) for lang in ("vi", "en", "zh")] == ["vi", "en", "en"]


@pytest.mark.parametrize(
    ("name", "drawn"), [("Français", True), ("Tiếng Việt", True), ("中文", False), ("Русский", False), ("ไทย", False)]
)
def test_cards_are_drawn_in_languages_whose_letters_the_fonts_hold(tmp_path: Path, name: str, drawn: bool) -> None:
    assert writes("xx", add(tmp_path, "xx", f'own-name = "{name}"\n')) is drawn
