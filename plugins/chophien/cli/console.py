"""Speaking to the person at the terminal: sentences, mistakes, progress."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from chophien import diagnostics, i18n
from chophien.diagnostics import Diagnostic, Level

from .words import WORDS, word

MOST_SHOWN = 200
"""So many mistakes are printed; more would scroll the first ones away."""

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, what is done and what there is."""

_COLOURS = {Level.ERROR: "\x1b[31;1m", Level.WARNING: "\x1b[33;1m", Level.NOTICE: "\x1b[36m"}
_PLAIN = "\x1b[0m"


def speak_utf8() -> None:
    """Let both streams write any letter, and typed bytes be any: no console's encoding must end a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    typed = getattr(sys.stdin, "reconfigure", None)
    if typed is not None:
        with contextlib.suppress(OSError, ValueError):  # it was read from already
            typed(errors="replace")


class Console:
    """
    The terminal of one command.

    Args:
        lang: Language of the sentences, ``vi`` or ``en``.
        out: Where to write; none is standard output.
    """

    def __init__(self, lang: str, out: IO[str] | None = None) -> None:
        self.lang = lang
        self.out = out if out is not None else sys.stdout
        self.terminal = bool(getattr(self.out, "isatty", lambda: False)())
        self.colour = self.terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def word(self, key: str, **values: object) -> str:
        """Return a sentence of this room."""
        return word(key, self.lang, **values)

    def say(self, key: str, **values: object) -> None:
        """Print a sentence of this room."""
        self.line(self.word(key, **values))

    def line(self, text: str) -> None:
        """Print a line as it is."""
        print(text, file=self.out, flush=True)

    def mistakes(self, found: Iterable[Diagnostic]) -> None:
        """Print diagnostics in the order of files and lines, and no more than ``MOST_SHOWN``."""
        catalogue = spoken(self.lang)
        levels = {level: self.word(level.value) for level in Level}
        if self.colour:
            levels = {level: f"{_COLOURS[level]}{name}{_PLAIN}" for level, name in levels.items()}
        ordered = sorted(found, key=lambda item: item.order)
        for item in ordered[:MOST_SHOWN]:
            self.line(diagnostics.as_text(item, catalogue, levels))
        if len(ordered) > MOST_SHOWN:
            self.say("more", n=len(ordered) - MOST_SHOWN)

    def diagnose(self, found: Iterable[Diagnostic]) -> None:
        """Print diagnostics and their sum; nothing when there is none."""
        items = list(found)
        self.mistakes(items)
        if items:
            self.line(self.total(items))

    def total(self, found: Iterable[Diagnostic]) -> str:
        """Return the one-line sum of diagnostics: ``3 lỗi, 1 nhắc trong 2 tệp.``"""
        items = list(found)
        if not items:
            return self.word("all-well")
        counts = [(f"{level.value}s", sum(item.level is level for item in items)) for level in Level]
        parts = ", ".join(self.word(key, n=n) for key, n in counts if n)
        files = len({item.file for item in items if item.file})
        return f"{parts} {self.word('in-files', n=files)}." if files else f"{parts}."

    @contextlib.contextmanager
    def progress(self) -> Iterator[Progress]:
        """Give a function that shows how far a stage is: bars on a terminal, one line a stage elsewhere."""
        if not self.terminal:
            yield self._plain_progress()
            return
        from rich.console import Console as Rich
        from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn
        from rich.progress import Progress as Bars

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        rich = Rich(file=self.out, no_color=not self.colour)
        with Bars(*columns, console=rich, transient=True) as bars:
            stages: dict[str, TaskID] = {}

            def show(stage: str, done: int, total: int) -> None:
                if stage not in stages:
                    stages[stage] = bars.add_task(self._stage(stage), total=total)
                bars.update(stages[stage], completed=done, total=total)

            yield show

    def _plain_progress(self) -> Progress:
        ended: set[str] = set()

        def show(stage: str, done: int, total: int) -> None:
            if done >= total and stage not in ended:
                ended.add(stage)
                self.line(f"  {self._stage(stage)}" + (f": {total}" if total else ""))

        return show

    def _stage(self, name: str) -> str:
        """Return what people call a stage of the build."""
        return self.word(f"stage-{name}") if f"stage-{name}" in WORDS else name


def spoken(lang: str) -> diagnostics.Catalogue:
    """Return the sentences of every diagnostic code in a language."""
    entries = i18n.messages(lang)
    return {code: diagnostics.Sentences(entry["text"], entry.get("hint", "")) for code, entry in entries.items()}


def size(count: int) -> str:
    """Write a number of bytes for people: ``4,2 MB``."""
    for unit, step in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if count >= step:
            return f"{count / step:.1f} {unit}".replace(".", ",")
    return f"{count} B"


def shown(path: Path, root: Path) -> str:
    """Write a path as short as it can be: below the commune's folder without the way to it."""
    with contextlib.suppress(ValueError):
        return path.resolve().relative_to(root.resolve()).as_posix()
    return str(path)
