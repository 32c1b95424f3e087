"""One message to an author: what is wrong, where, and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from html import escape

import msgspec


class Level(StrEnum):
    """How serious a diagnostic is. An ``ERROR`` stops the build, a ``WARNING`` only with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


NAMES: dict[str, dict[Level, str]] = {
    "vi": {Level.ERROR: "LỖI", Level.WARNING: "NHẮC", Level.NOTICE: "GHI CHÚ"},
    "en": {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTICE: "NOTE"},
}
"""What each level is called in front of a message, by language."""


class Diagnostic(msgspec.Struct, frozen=True, gc=False):
    """
    One mistake of an author, as a value.

    Args:
        code: Stable name of the problem, such as ``price-not-dong``; has a heading in the handbook.
        level: How serious it is.
        file: Path relative to the commune's folder, with forward slashes.
        line: Line, counted from 1; 0 when the whole file is meant.
        column: Column in characters, counted from 1; 0 when unknown.
        field: Key path as the author wrote it, such as ``variants[2].price``; empty when none.
        label: The field's name in Vietnamese, such as ``Giá``; empty when none.
        values: What the message's sentence needs: ``found`` and others, as text.
    """

    code: str
    level: Level = Level.ERROR
    file: str = ""
    line: int = 0
    column: int = 0
    field: str = ""
    label: str = ""
    values: dict[str, str] = {}

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key: by file, then by place in it."""
        return (self.file, self.line, self.column, self.code)


class Sentences(msgspec.Struct, frozen=True):
    """Text and hint of one code in one language, with ``{name}`` holes for ``Diagnostic.values``."""

    text: str
    hint: str = ""


Catalogue = dict[str, Sentences]
"""Sentences by diagnostic code, in one language."""


class _Holes(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def sentence(found: Diagnostic, catalogue: Catalogue) -> tuple[str, str]:
    """
    Fill the sentence and the hint of a diagnostic; an unknown code shows its code and values.

    When there is nothing to suggest, ``<code>-no-idea`` is said instead where the catalogue has it.
    """
    words = catalogue.get(found.code)
    if found.values.get("suggestion") == "":
        words = catalogue.get(found.code + "-no-idea", words)
    if words is None:
        return found.code + ": " + ", ".join(f"{k}={v}" for k, v in found.values.items()), ""
    holes = _Holes(found.values)
    return words.text.format_map(holes), words.hint.format_map(holes)


def where(found: Diagnostic) -> str:
    """Write the place as editors and terminals understand it: ``file:line:column``."""
    place = found.file
    if found.line:
        place += f":{found.line}"
        if found.column:
            place += f":{found.column}"
    return place


def named(found: Diagnostic) -> str:
    """Write the field in the author's words: ``Giá (variants[1].price)``."""
    if found.label and found.field:
        return f"{found.label} ({found.field})"
    return found.label or found.field


def as_text(found: Diagnostic, catalogue: Catalogue, levels: dict[Level, str]) -> str:
    """Write one diagnostic as two or three lines for a terminal."""
    text, hint = sentence(found, catalogue)
    name = named(found)
    head = f"{levels[found.level]}  {where(found)}: " if found.file else f"{levels[found.level]}  "
    line = head + (f"{name}: " if name else "") + f"{text} [{found.code}]"
    return line + (f"\n    → {hint}" if hint else "")


def as_json(found: Iterable[Diagnostic], catalogue: Catalogue) -> str:
    """Write diagnostics as a JSON list for other programs."""
    rows = []
    for item in found:
        text, hint = sentence(item, catalogue)
        rows.append({**msgspec.to_builtins(item), "text": text, "hint": hint})
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_html(found: Iterable[Diagnostic], catalogue: Catalogue, levels: dict[Level, str]) -> str:
    """Write diagnostics as an HTML list, every text escaped."""
    rows = []
    for item in found:
        text, hint = sentence(item, catalogue)
        rows.append(
            f'<li class="{item.level.value}"><strong>{escape(levels[item.level])}</strong> '
            f"<code>{escape(where(item))}</code> {escape(named(item))}: {escape(text)} "
            f"<small>[{escape(item.code)}]</small>" + (f"<br>→ {escape(hint)}" if hint else "") + "</li>"
        )
    return '<ul class="diagnostics">' + "".join(rows) + "</ul>"


def worst(found: Iterable[Diagnostic]) -> Level | None:
    """Return the most serious level present, or nothing."""
    levels = {item.level for item in found}
    return next((level for level in Level if level in levels), None)
