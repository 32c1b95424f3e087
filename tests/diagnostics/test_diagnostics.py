"""One message to an author, for a terminal, for programs and for a page."""

from __future__ import annotations

import json

import pytest
from tests.sources.samples import catalogue, changed, read_text

from chophien.diagnostics import Diagnostic, Level, Sentences, as_html, as_json, as_text, named, sentence, where, worst

LEVELS = {Level.ERROR: "LỖI", Level.WARNING: "CHÚ Ý", Level.NOTICE: "GHI CHÚ"}
EVIL = '"><script>alert(1)</script>{found}{code.__class__}\u2028'
EVIL_ONE = Diagnostic(
    "price-not-dong", Level.WARNING, f"products/{EVIL}.yaml", 3, 8, EVIL, EVIL, {"found": EVIL, "extra": EVIL}
)


def test_a_message_is_written_as_the_house_style_has_it() -> None:
    (found,) = read_text(changed("price: 120000", 'price: "ba lăm"')).found
    assert as_text(found, catalogue("vi"), LEVELS) == (
        "LỖI  products/che-mau/product.yaml:9:12: Giá (variants[1].price): "
        "“ba lăm” không phải số tiền đồng. [price-not-dong]\n"
        "    → Viết 35000 hoặc 35.000; chưa có giá thì bỏ dòng này."
    )


def test_a_message_comes_in_english_too() -> None:
    (found,) = read_text(changed("price: 120000", "price: 150k")).found
    assert as_text(found, catalogue("en"), LEVELS).endswith(
        "“150k” is shorthand, understood as 150.000\u00a0₫. [price-shorthand]\n    → If so, write 150000."
    )


@pytest.mark.parametrize(("found", "place"), [
    (Diagnostic("x"), ""),
    (Diagnostic("x", file="a.yaml"), "a.yaml"),
    (Diagnostic("x", file="a.yaml", line=3), "a.yaml:3"),
    (Diagnostic("x", file="a.yaml", line=3, column=8), "a.yaml:3:8"),
    (Diagnostic("x", file="a.yaml", column=8), "a.yaml"),
])  # fmt: skip
def test_a_place_is_written_as_editors_understand_it(found: Diagnostic, place: str) -> None:
    assert where(found) == place


@pytest.mark.parametrize(("label", "field", "name"), [
    ("Giá", "variants[1].price", "Giá (variants[1].price)"), ("Giá", "", "Giá"), ("", "pirce", "pirce"), ("", "", ""),
])  # fmt: skip
def test_a_field_is_named_in_the_authors_words(label: str, field: str, name: str) -> None:
    assert named(Diagnostic("x", field=field, label=label)) == name


def test_a_message_without_place_or_hint_is_one_line() -> None:
    words = {"x": Sentences("không được.")}
    assert as_text(Diagnostic("x", Level.NOTICE), words, LEVELS) == "GHI CHÚ  không được. [x]"


def test_a_value_is_never_taken_for_a_hole() -> None:
    text, _ = sentence(Diagnostic("price-not-dong", values={"found": "{code} {0} {found!r}"}), catalogue("vi"))
    assert "“{code} {0} {found!r}”" in text


def test_a_value_that_is_missing_shows_its_hole() -> None:
    assert sentence(Diagnostic("x"), {"x": Sentences("a {found} b", "{hint}")}) == ("a {found} b", "{hint}")


def test_an_unknown_code_shows_what_is_known() -> None:
    assert sentence(Diagnostic("moi", values={"found": "1", "b": "2"}), catalogue("vi")) == ("moi: found=1, b=2", "")


def test_without_a_suggestion_another_sentence_is_said() -> None:
    words = {"x": Sentences("a", "meant {suggestion}?"), "x-no-idea": Sentences("b", "see {known}")}
    assert sentence(Diagnostic("x", values={"suggestion": "che"}), words) == ("a", "meant che?")
    assert sentence(Diagnostic("x", values={"suggestion": "", "known": "all"}), words) == ("b", "see all")
    assert sentence(Diagnostic("y", values={"suggestion": ""}), {"y": Sentences("c")}) == ("c", "")


def test_json_is_strict_and_whole() -> None:
    def refuse(word: str) -> None:
        raise AssertionError(word)

    found = read_text(changed("price: 120000", "price: .nan")).found
    (row,) = json.loads(as_json(found, catalogue("vi")), parse_constant=refuse)
    assert row == {
        "code": "price-not-dong", "level": "error", "file": "products/che-mau/product.yaml", "line": 9, "column": 12,
        "field": "variants[1].price", "label": "Giá",
        "values": {"found": ".nan", "understood": "", "shown": "", "per": ""},
        "text": "“.nan” không phải số tiền đồng.", "hint": "Viết 35000 hoặc 35.000; chưa có giá thì bỏ dòng này.",
    }  # fmt: skip
    (evil,) = json.loads(as_json([EVIL_ONE], catalogue("vi")))
    assert evil["values"]["extra"] == EVIL
    assert json.loads(as_json([], catalogue("vi"))) == []


def test_html_escapes_every_text() -> None:
    made = as_html([EVIL_ONE], catalogue("vi"), LEVELS)
    assert "<script" not in made
    assert made.count("&lt;script&gt;") == 4
    assert '"&gt;' not in made
    assert made.startswith('<ul class="diagnostics"><li class="warning"><strong>CHÚ Ý</strong>')
    assert "<br>→ Viết 35000" in made
    assert as_html([], catalogue("vi"), LEVELS) == '<ul class="diagnostics"></ul>'


@pytest.mark.parametrize(("levels", "wanted"), [
    ([], None),
    ([Level.NOTICE], Level.NOTICE),
    ([Level.NOTICE, Level.WARNING, Level.NOTICE], Level.WARNING),
    ([Level.WARNING, Level.ERROR, Level.NOTICE], Level.ERROR),
])  # fmt: skip
def test_the_worst_level_decides(levels: list[Level], wanted: Level | None) -> None:
    assert worst(Diagnostic("x", level) for level in levels) is wanted


def test_messages_are_ordered_by_file_and_place() -> None:
    places = [("b.yaml", 1, 1), ("a.yaml", 10, 1), ("a.yaml", 2, 5), ("a.yaml", 2, 3)]
    found = sorted((Diagnostic("x", file=f, line=n, column=c) for f, n, c in places), key=lambda item: item.order)
    assert [where(item) for item in found] == ["a.yaml:2:3", "a.yaml:2:5", "a.yaml:10:1", "b.yaml:1:1"]
