"""Mistakes in a commune's own theme that only show when a page is made, or when its words are compared with ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes

from chophien import i18n
from chophien import text as vi
from chophien.diagnostics import Diagnostic


class Mistaken(Exception):
    """A page cannot be made as its author wants it; the site that stands stays."""

    def __init__(self, *found: Diagnostic) -> None:
        super().__init__(*found)
        self.found = found


def blamed(error: BaseException, themes: tuple[str, ...]) -> Mistaken | None:
    """
    Say of an exception which line of the commune's own templates it comes from, if it does.

    Args:
        error: What making a page raised.
        themes: The commune's own theme folders.
    """
    place: tuple[str, int] | None = None
    trace = error.__traceback__
    while trace is not None:
        frame, line = trace.tb_frame, trace.tb_lineno
        file = Path(frame.f_code.co_filename)
        owner = next((Path(theme) for theme in themes if file.is_relative_to(theme)), None)
        if owner is not None:
            template = frame.f_globals.get("__jinja_template__")
            at = template.get_corresponding_lineno(line) if template is not None else line
            place = (f"{owner.name}/{file.relative_to(owner).as_posix()}", at)
        trace = trace.tb_next
    place = place or _part_blamed(str(error), themes)
    if place is None:
        return None
    said = str(error) if not isinstance(error, KeyError) else f"“{error.args[0]}”"
    return Mistaken(Diagnostic("theme-template-failed", file=place[0], line=place[1], column=1, values={"found": said}))


def _part_blamed(said: str, themes: tuple[str, ...]) -> tuple[str, int] | None:
    """Find the own part of another version that a template of ours imports: the mistake shows where ours calls it."""
    macro = re.search(r"macro '(\w+)'", said)
    for theme in themes:
        for file in sorted(Path(theme, "templates").rglob("*.html")):
            name = file.relative_to(Path(theme, "templates")).as_posix()
            source = file.read_text("utf-8", "replace")
            at = source.find(f"macro {macro[1]}(") if macro else -1
            if at >= 0 or (f"'{name}'" in said and "does not export" in said):
                return f"{Path(theme).name}/templates/{name}", source[: max(at, 0)].count("\n") + 1
    return None


def unknown_words(file: str, source: str, own: Path | None) -> Iterator[Diagnostic]:
    """
    Find what a template of the commune's own says that no catalogue has: it was copied from another version of ours.

    Args:
        file: Its path, for the message.
        source: The template.
        own: Folder with the commune's own words.
    """
    known = i18n.words(i18n.SOURCE, own)
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if not (isinstance(call.node, nodes.Name) and call.args and isinstance(call.args[0], nodes.Const)):
            continue
        key = call.args[0].value
        asked = {"say": key, "counted": f"{key}.many"}.get(call.node.name)
        if asked is not None and asked not in known:
            values = {"found": str(key), "suggestion": vi.nearest(str(key), known) or ""}
            yield Diagnostic("theme-word-unknown", file=file, line=call.lineno, column=1, values=values)


def broken_words(file: str, words: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """
    Find words of the commune's own whose ``{holes}`` are not those that the program fills.

    Args:
        file: Path of the catalogue, for the message; its name is the language.
        words: What stands in it.
    """
    for key, text in words.items():
        wrong = i18n.unfilled(key, str(text))
        if wrong:
            values = {
                "found": key,
                "wrong": ", ".join(sorted(wrong)),
                "choices": ", ".join(f"{{{name}}}" for name in sorted(i18n.filled(key) or ())),
            }
            yield Diagnostic("theme-word-hole", file=file, line=1, column=1, values=values)
