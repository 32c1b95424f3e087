"""Words of the interface: each is there, used, and without praise that the law forbids."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chophien import geo, i18n, markup, pages
from chophien.model import FACETS, tables
from chophien.pages.tongue import Tongue, markdown

PLUGINS = Path(i18n.__file__).parents[1]
VI, EN = i18n.words("vi"), i18n.words("en")
TABLES = {
    "place-kind": tables.PLACE_KINDS,
    "producer-kind": tables.PRODUCER_KINDS,
    "payment": tables.PAYMENTS,
    "transport": tables.TRANSPORT,
    "room-type": tables.ROOM_TYPES,
    "signal": tables.SIGNALS,
    "weekday": tables.WEEKDAYS,
    "years": tables.YEARS,
    "needs": tables.NEED_KINDS,
    "ocop-level": tables.OCOP_LEVELS,
    "certificate": {word for word in tables.CERTIFICATES if word != "other"},
    "availability": {word for word in tables.STATUS if word != "discontinued"},
    "event-status": {word for word in tables.EVENT_STATUS if word != "scheduled"},
    "month": {str(number) for number in range(1, 13)},
    "month-short": {str(number) for number in range(1, 13)},
    "filter": {"categories", "ocop", "price"},
    "facet-title": {facet.partition("-")[0] for facet in FACETS},
    "facet-intro": {facet.partition("-")[0] for facet in FACETS},
    "place-kind-title": set(tables.PLACE_KINDS) - {"homestay"},
    "map-look": set(geo.LOOKS),
    "contact-place": {"workshop", "restaurant"},
    "host-of": {"workshop", "restaurant"},
    "complaints-tell": {"1", "2", "3"},
    "accessibility-done": {"1", "2", "3", "4", "5"},
    "accessibility-gaps": {"1", "2", "3"},
}
"""Words made from data: the first part of the key, and the words that may follow."""
MADE = (*TABLES, "data", "section", "story", "way", "language", "country", "duration", "commune-kind",
        "amenity", "event-notice", "commune-word", "share-card", "kit-state", "kit-notice", "feeds-use",
        "feeds-state", "feeds-alert", "feeds-steps")  # fmt: skip
_SAID = re.compile(r"""\bsay\(\s*f?["']([^"'{}]+)["']""")
_COUNTED = re.compile(r"""\bcounted\(\s*["']([^"'{}]+)["']""")


def _counted() -> set[str]:
    """Return the words with a form for one and a form for many."""
    return {f"{key}.{form}" for text in _texts(*OURS) for key in _COUNTED.findall(text) for form in ("one", "many")}


def _texts(*folders: Path) -> list[str]:
    files = [file for folder in folders for ending in ("*.html", "*.py") for file in folder.rglob(ending)]
    return [file.read_text(encoding="utf-8") for file in files]


OURS = (pages.theme_folder() / "templates", PLUGINS / "pages")


def test_every_word_that_a_page_says_is_there() -> None:
    said = {key for text in _texts(*OURS) for key in _SAID.findall(text)} | _counted()
    assert {key for key in said if not key.endswith(".") and key not in VI} == set()


def test_no_word_lies_unused() -> None:
    whole = "\n".join(_texts(OURS[0], PLUGINS))
    unused = [key for key in set(VI) - _counted() if f'"{key}"' not in whole and f"'{key}'" not in whole]
    assert [key for key in unused if key.split(".")[0] not in MADE and not key.endswith("-describe")] == []


def test_one_thing_is_said_in_the_singular() -> None:
    english = Tongue("en")
    assert english.counted("product-count", 1) == "1 product"
    assert english.counted("product-count", 1200) == "1,200 products"
    assert english.counted("people", 1) == "1 person"
    assert Tongue("vi").counted("product-count", 1) == "1 sản phẩm"
    for key in _counted():
        assert "{count}" in EN[key]


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_word_of_a_table_is_named(table: str) -> None:
    assert {f"{table}.{word}" for word in TABLES[table]} <= set(VI)


def test_no_word_praises_beyond_proof() -> None:
    for key, text in VI.items():
        assert not re.search(r"\bnhất\b|số 1|hàng đầu", text), key


@pytest.mark.parametrize(
    "source",
    ["Một đoạn.", 'Có "nháy" và \'nháy\'.', "Hai đoạn.\n\nĐoạn hai, 5 kg – 3 lần.", "Dòng\nhai", "Giá 1.000 ₫ (vd)!"],
)  # fmt: skip
def test_the_short_way_of_plain_text_gives_what_markdown_gives(source: str) -> None:
    assert markdown(source) == markup.html(source)


@pytest.mark.parametrize(
    "source",
    ["*a*", "- a", "1. a", "a\n---", "a\n===", "    a", "a & b", "a < b", "`a`", "> a", "# a", "a  \nb", "a\\b"],
)  # fmt: skip
def test_text_with_any_mark_goes_the_long_way(source: str) -> None:
    assert markdown(source) == markup.html(source)


def test_a_commune_may_say_a_word_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "vi.toml").write_text('order = "Đặt hàng"\n', encoding="utf-8")
    assert Tongue("vi", tmp_path).say("order") == "Đặt hàng"
    assert Tongue("vi").say("order") == "Đặt mua"


def test_a_communes_own_template_wins(tmp_path: Path) -> None:
    from . import samples as s

    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "not-found.html").write_text("own {{ title }}", encoding="utf-8")
    try:
        pages.set_up((str(tmp_path),), None)
        assert pages.not_found(s.site(), "vi") == "own Không có trang này"
    finally:
        pages.set_up()
    assert "<!DOCTYPE html>" in pages.not_found(s.site(), "vi")
