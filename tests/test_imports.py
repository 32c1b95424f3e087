"""Where each room of the house stands: what it may import, written out once."""

from __future__ import annotations

from pathlib import Path

import grimp
import pytest
from importlinter import cli

ROOT = Path(__file__).parent.parent

GROUND = {"text", "diagnostics", "i18n", "lunar"}
RECORDS = {"model", "urls", "markup", "text", "i18n"}
WORKSHOPS = {
    "assets", "calendars", "cards", "checks", "feeds", "geo", "images", "jsonld", "kits", "labels", "pages", "qr",
    "search", "sources",
}  # fmt: skip
BUILD = GROUND | RECORDS | WORKSHOPS

MAY_IMPORT: dict[str, set[str]] = {
    "text": set(),
    "lunar": {"text"},
    "diagnostics": set(),
    "i18n": {"text"},
    "model": {"text", "lunar"},
    "urls": {"model", "text"},
    "markup": {"text"},
    "checks": {*RECORDS, "diagnostics"},
    "jsonld": RECORDS,
    "feeds": {*RECORDS, "diagnostics"},
    "kits": RECORDS,
    "cards": {*RECORDS, "lunar"},  # so does a card
    "qr": {"model", "text"},
    "labels": RECORDS,
    "images": {"model", "text", "diagnostics"},
    "search": RECORDS,
    "geo": RECORDS,
    "calendars": {*RECORDS, "lunar"},
    "pages": {*RECORDS, "lunar"},  # a page writes lunar dates in words
    "assets": {"model"},
    "sources": {"model", "text", "diagnostics", "i18n"},
    "build": BUILD,
    "intake": {*GROUND, "model", "sources", "images", "checks"},
    "publish": {*BUILD, "build"},
    "hub": {*BUILD, "build"},
    "desk": {*BUILD, "build", "intake", "publish"},
    "plugin": {*BUILD, "build"},
    "cli": {*BUILD, "build", "intake", "publish", "hub", "desk", "plugin"},
}
"""Every room and the rooms it may import; a room that is not listed does not exist."""


@pytest.fixture(scope="module")
def house() -> grimp.ImportGraph:
    return grimp.build_graph("chophien", cache_dir=None)


def rooms(house: grimp.ImportGraph) -> list[str]:
    return sorted(name.removeprefix("chophien.") for name in house.find_children("chophien"))


def test_every_room_is_listed(house: grimp.ImportGraph) -> None:
    assert set(rooms(house)) <= set(MAY_IMPORT)


def test_a_room_imports_what_its_line_allows(house: grimp.ImportGraph) -> None:
    too_much = []
    for room in rooms(house):
        inside = {f"chophien.{room}", *house.find_descendants(f"chophien.{room}")}
        for module in inside:
            for other in house.find_modules_directly_imported_by(module):
                there = other.removeprefix("chophien").removeprefix(".").partition(".")[0]
                if there and there != room and there not in MAY_IMPORT[room]:
                    too_much.append(f"{module} imports {other}")
    assert too_much == []


def test_the_contracts_of_pyproject_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.lint_imports(config_filename="pyproject.toml", no_cache=True) == cli.EXIT_STATUS_SUCCESS
