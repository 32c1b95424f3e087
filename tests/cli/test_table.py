"""The table of commands, and that every command is there."""

from __future__ import annotations

from importlib import import_module

import pytest

from chophien.cli import table
from chophien.cli.run import RUNS
from chophien.cli.words import WORDS


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("build", "build"),
        ("dung", "build"),
        ("dựng", "build"),
        ("Dung_Lai", "rebuild"),
        ("kiểm-tra", "check"),
        ("kiem tra", "check"),
        ("công-bố", "publish"),
        ("don", "clean"),
        ("buld", None),
    ],
)
def test_a_command_is_found_by_name_or_alias_with_or_without_marks(written: str, name: str | None) -> None:
    assert table.find(written) == name


@pytest.mark.parametrize(
    ("written", "near"), [("buld", "build"), ("chekc", "check"), ("kiem-tr", "kiem-tra"), ("xyz", None)]
)
def test_a_mistyped_command_finds_the_nearest(written: str, near: str | None) -> None:
    assert table.nearest(written) == near
    assert (near or "Không có lệnh") in table.unknown(written, english=False)


def test_pelicans_names_are_kept() -> None:
    pelican = {"build", "clean", "rebuild", "regenerate", "serve", "reserve", "preview", "livereload", "publish"}
    assert pelican <= set(table.COMMANDS)


def test_every_command_runs_a_function_and_has_its_own_alias() -> None:
    assert set(RUNS) == set(table.COMMANDS)
    for name, module in RUNS.items():
        assert callable(getattr(import_module(f"chophien.cli.{module}"), name))
    aliases = [command.alias for command in table.COMMANDS.values()]
    assert len({*aliases, *table.COMMANDS}) == 2 * len(table.COMMANDS)


def test_every_flag_of_a_command_is_in_the_table() -> None:
    used = {flag for command in table.COMMANDS.values() for flag in command.flags}
    assert used == set(table.FLAGS)


def test_the_list_names_every_command_in_both_languages() -> None:
    both = table.listing("x", english=False)
    english = table.listing("x", english=True)
    for name, command in table.COMMANDS.items():
        assert name in both and command.vi in both and command.en in both
        assert command.en in english and command.vi not in english


def test_every_sentence_has_the_same_holes_in_both_languages() -> None:
    from string import Formatter

    for key, sentences in WORDS.items():
        vi, *others = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in sentences)
        assert all(holes == vi for holes in others), key
