"""What is said of a word that is not in the list it is chosen from."""

from __future__ import annotations

import pytest

from chophien.model import shipped_categories
from chophien.model.categories import unknown
from chophien.model.choosing import HANDFUL, WHOLE, none_of
from chophien.model.tables import PLACE_KINDS, STATUS

MANY = {f"muc-{number}": f"Mục {number}" for number in range(WHOLE + 1)}


def test_a_short_list_is_told_whole_in_its_order() -> None:
    said = none_of("còn ít", STATUS)
    assert said["choices"] == ", ".join(f"{word} ({name})" for word, name in STATUS.items())
    assert said["found"] == "còn ít"


@pytest.mark.parametrize(("written", "suggestion"), [
    ("in_stok", "in_stock (còn hàng)"),
    ("Con hang", "in_stock (còn hàng)"),
    ("đặt truớc", "preorder (đặt trước)"),
    ("zzz", ""),
    ("", ""),
])  # fmt: skip
def test_a_choice_is_suggested_by_its_word_or_its_name(written: str, suggestion: str) -> None:
    assert none_of(written, STATUS)["suggestion"] == suggestion


def test_of_a_long_list_a_handful_is_told_without_the_suggestion() -> None:
    said = none_of("muc-01", MANY)
    assert said["suggestion"]
    assert said["suggestion"] not in said["choices"]
    assert len(said["choices"].split(", ")) == HANDFUL


def test_a_list_just_short_enough_is_whole() -> None:
    assert len(none_of("x", dict(list(MANY.items())[:WHOLE]))["choices"].split(", ")) == WHOLE
    assert len(none_of("x", MANY)["choices"].split(", ")) == HANDFUL
    assert len(PLACE_KINDS) <= WHOLE < len(shipped_categories())


@pytest.mark.parametrize(("written", "suggestion", "first"), [
    ("riu-bùa", "riu-bua (Rìu, búa)", ""),
    ("rau", "", "rau-cu-qua (Rau, củ, quả)"),
    ("trà", "", "tra-thao-moc (Trà thảo mộc)"),
    ("dao", "gao (Gạo, ngũ cốc)", "dao-keo (Dao, kéo)"),
])  # fmt: skip
def test_the_groups_most_like_what_was_written_come_first(written: str, suggestion: str, first: str) -> None:
    said = unknown(written, shipped_categories())
    assert said["suggestion"] == suggestion
    assert said["choices"].startswith(first)
    assert sum(len(value) for value in said.values()) < 200


def test_a_choice_without_a_name_is_told_by_its_word() -> None:
    assert none_of("contact-in-txt", {"contact-in-text": ""})["suggestion"] == "contact-in-text"


def test_what_is_much_too_long_is_cut() -> None:
    assert none_of("x" * 100_000, MANY)["found"] == "x" * 80
