"""Headers of Markdown files, Pelican's own header lines, and translations beside their original."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from chophien.model import Event, News
from chophien.sources import Unit, nearest, place_of, split, text_place

from .samples import EVENT, NEWS, PRODUCT, brief, read_text


def news(text: str) -> News:
    record = read_text(text, "news").record
    assert isinstance(record, News)
    return record


CLASSIC = """\
Title: Mùa chè: vụ mới
Date: 15/09/2026
Tags: chè, mùa vụ,  Tà Xùa
Authors: Lò Văn Mẫu
Summary: Chè vụ mới đã về.

Chè đã về.

Ghi chú: gọi trước.
"""


def test_lines_as_pelican_has_them_are_a_header() -> None:
    record = news(CLASSIC)
    assert record.title == {"vi": "Mùa chè: vụ mới"}
    assert record.date == date(2026, 9, 15)
    assert record.tags == ("chè", "mùa vụ", "Tà Xùa")
    assert record.author == "Lò Văn Mẫu"
    assert record.body == {"vi": "Chè đã về.\n\nGhi chú: gọi trước."}


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_file_may_end_with_its_header(end: str) -> None:
    assert news("Title: Mùa chè\nDate: 2026-09-15" + end).body == {}


def test_a_header_ends_at_the_first_empty_line_even_with_blanks_on_it() -> None:
    assert news("Title: Mùa chè\nDate: 2026-09-15\n  \nGiá: 5 nghìn\n").body == {"vi": "Giá: 5 nghìn"}


@pytest.mark.parametrize(("text", "says"), [
    ("Title: Mùa chè\nDate: hôm qua\n\nx", ["date-not-readable 2:7 date"]),
    ("Title: Mùa chè\nNgày đăng: 2026-09-15\n\nx", ["unknown-key 2:1 ngày đăng"]),
    ("Title: Mùa chè\nDate: 2026-09-15\nTitel: y\n\nx", ["unknown-key 3:1 titel"]),
    ("Title: Mùa chè\nDate: 2026-09-15\nChè đã về.\n\nx", ["header-line-not-read 3:1"]),
    ("Title: Mùa chè\nDate: 2026-09-15\nDate: 2026-09-16\n\nx", ["yaml-key-twice 3:1 date"]),
    ("Title: Mùa chè\n\nx", ["missing-key 1:1 date"]),
    ("Title:\nDate: 2026-09-15\n\nx", ["missing-key 1:1 title"]),
    ("Mùa chè đã về.\n", ["header-missing 1:1"]),
])  # fmt: skip
def test_a_wrong_line_of_such_a_header_is_told(text: str, says: list[str]) -> None:
    result = read_text(text, "news")
    assert [brief(item) for item in result.found] == says
    assert result.record is None


def test_events_have_no_such_header() -> None:
    assert [item.code for item in read_text("Name: Hội xuân\n\nx", "event").found] == ["header-missing"]


def test_capitals_and_pelicans_words_are_read_in_yaml_too() -> None:
    text = "---\nTitle: Mùa chè\nDate: 2026-09-15\nAuthors: Lò Mẫu\n---\nx"
    assert (news(text).title, news(text).author) == ({"vi": "Mùa chè"}, "Lò Mẫu")


@pytest.mark.parametrize("opening", ["---\n", "---  \n", "---\t\n"])
@pytest.mark.parametrize("closing", ["---\n", "--- \n", "...\n"])
def test_blanks_after_the_marks_of_a_header_do_not_matter(opening: str, closing: str) -> None:
    record = news(f"{opening}title: Mùa chè\ndate: 2026-09-15\n{closing}Chè về.\n\n---\n\nHết.")
    assert record.body == {"vi": "Chè về.\n\n---\n\nHết."}


def test_the_place_of_a_field_counts_the_whole_file() -> None:
    assert read_text(EVENT, "event").place("lunar.day") == (4, 14)
    assert read_text(NEWS, "news").place("date") == (3, 7)
    assert read_text(NEWS, "news").place("photos[2].alt") == (2, 1)


@pytest.mark.parametrize(("text", "kind"), [(PRODUCT, "product"), (EVENT, "event"), (NEWS, "news")])
def test_kept_lines_say_the_same_as_looking_into_the_file(text: str, kind: str) -> None:
    result = read_text(text, kind)
    lines = result.lines()
    assert len(lines) >= 3
    asked = [*lines, "variants[1].pack", "variants[9].price", "photos[3].file", "feeds.exclude", "nothing", "name.xx"]
    assert {path: nearest(lines, path) for path in asked} == {path: result.place(path)[0] for path in asked}


def test_a_body_is_not_read_as_yaml() -> None:
    body = "* sao\n- [ngoặc\n\ttab: “x”\n<script>alert(1)</script> &a *b {{ x }}"
    event = read_text(EVENT.replace("Mời đến chơi.", body), "event").record
    assert isinstance(event, Event)
    assert event.body == {"vi": body}


def test_split_leaves_a_text_without_header_alone() -> None:
    assert split("Chè: ngon\n\nx", "a.md", classic=False) == (None, "Chè: ngon\n\nx", 0, [])


# --- translations ------------------------------------------------------------------------------------


def event(**translations: str) -> Event:
    result = read_text(EVENT, "event", **translations)
    assert result.found == []
    assert isinstance(result.record, Event)
    return result.record


def test_a_translation_adds_its_texts() -> None:
    record = event(en="---\nname: Spring fair\nsummary: The spring fair of Mau.\n---\nCome and see.\n")
    assert record.name == {"vi": "Hội xuân", "en": "Spring fair"}
    assert record.summary["en"] == "The spring fair of Mau."
    assert record.body == {"vi": "Mời đến chơi.", "en": "Come and see."}


def test_a_translation_may_bring_a_text_the_original_lacks() -> None:
    assert event(en="---\nname: Spring fair\nlocation: By the river\n---\n").location == {"en": "By the river"}


def test_a_name_in_both_languages_needs_no_header_in_the_translation() -> None:
    both = EVENT.replace("name: Hội xuân", "name: {vi: Hội xuân, en: Spring fair}")
    result = read_text(both, "event", en="Come and see.\n")
    assert result.found == []
    assert isinstance(result.record, Event)
    assert result.record.body["en"] == "Come and see."


def test_several_languages_stand_side_by_side() -> None:
    record = event(en="---\nname: Spring fair\n---\n", zh="---\nname: 会\nsummary: 春节\n---\n来吧")
    assert record.name == {"vi": "Hội xuân", "en": "Spring fair", "zh": "会"}
    assert record.body == {"vi": "Mời đến chơi.", "zh": "来吧"}


@pytest.mark.parametrize(("text", "says"), [
    ("Come and see.\n", ["missing-key 1:1 name"]),
    ("---\nsummary: The spring fair.\n---\n", ["missing-key 1:1 name"]),
    ("---\nname: Spring fair\nplace: ban-mau\n---\n", ["translation-repeats-fact 3:1 place"]),
    ("---\nname: Spring fair\nlunar: {day: 10/1}\n---\n", ["translation-repeats-fact 3:1 lunar"]),
    ("---\nname: Spring fair\nbody: Come\n---\n", ["body-in-header 3:1 body"]),
    ("---\nname: Spring fair\nsumary: x\n---\n", ["unknown-key 3:1 sumary"]),
    ("---\nname: Spring fair\nname: Fair\n---\n", ["yaml-key-twice 3:1 name"]),
    ("---\nname: Spring fair\n[a]: b\n---\n", ["yaml-key-not-text 3:1"]),
    ("---\nname: [a]\n---\n", ["text-not-list 2:7 name", "missing-key 1:1 name"]),
    ("---\nname: Spring fair\n\tx: 1\n---\n", ["yaml-tab 3:1"]),
    ("---\nname: Spring fair\n", ["header-not-closed 1:1"]),
    ("", ["file-empty 1:1"]),
])  # fmt: skip
def test_a_wrong_translation_is_told_with_its_own_file(text: str, says: list[str]) -> None:
    result = read_text(EVENT, "event", en=text)
    assert [brief(item) for item in result.found] == says
    assert {item.file for item in result.found} == {"content/events/hoi-xuan/index.en.md"}
    assert result.record is None


def test_an_unreadable_original_and_translation_are_told_together() -> None:
    result = read_text(EVENT.replace("10/1", "ngày tốt"), "event", en="Come.\n")
    assert {item.file.rpartition("/")[2] for item in result.found} == {"index.md", "index.en.md"}


def test_an_article_and_its_translation_may_have_pelican_headers() -> None:
    result = read_text(CLASSIC, "news", en="Title: New tea\nSummary: New tea is here.\n\nTea is here.\n")
    assert result.found == []
    assert isinstance(result.record, News)
    assert result.record.title["en"] == "New tea"
    assert result.record.body["en"] == "Tea is here."


def test_the_place_of_a_field_is_found_again_for_late_messages(tmp_path: Path) -> None:
    for name, text in (
        ("a.yaml", PRODUCT),
        ("b.md", EVENT),
        ("c.md", CLASSIC),
        ("d.yaml", "a: [\n"),
        ("e.md", "---\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert place_of(tmp_path, "a.yaml", "variants[1].price") == (9, 12)
    assert place_of(tmp_path, "a.yaml", "photos[1].credit") == (13, 5)
    assert place_of(tmp_path, "b.md", "lunar.day") == (4, 14)
    assert place_of(tmp_path, "c.md", "date") == (2, 7)
    assert [place_of(tmp_path, name, "a") for name in ("d.yaml", "e.md", "missing.yaml")] == [(1, 1)] * 3


@pytest.mark.parametrize(
    "before", ["ab", "a\u200bb", "e\u200b\u0301 ab", "o\u200b\u0302 o\u200b\u0302\u200b", "é\u2060"]
)
def test_words_are_found_at_the_column_that_an_editor_counts(tmp_path: Path, before: str) -> None:
    line = f"summary: {before} số 1 ở đây"
    (tmp_path / "products").mkdir()
    (tmp_path / "products" / "a.yaml").write_text(f"name: Chè\n{line}\n", encoding="utf-8")
    unit = Unit("product", "a", "products/a.yaml", ())
    assert text_place(tmp_path, unit, "summary", "vi", "số 1") == ("products/a.yaml", 2, line.index("số 1") + 1)
