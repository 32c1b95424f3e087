"""
Interface words and messages in each language.

A language is one file, ``words/<tag>.toml``, which also says what the language is called (``own-…``) and how it
writes numbers and dates (``form.…``, ``unit.…``); messages to authors stand in ``messages/<tag>.toml``, a table per
diagnostic code with ``text`` and ``hint``. A commune may put a words file into its ``theme/translations/``;
its words win over ours.
"""

from __future__ import annotations

import functools
import string
import tomllib
from collections.abc import Mapping
from pathlib import Path

from chophien.text import chain, pattern_holes

SOURCE = "vi"
"""The language that staff write in; every other one may have gaps."""

_OF_ITSELF = ("own-", "form.", "unit.", "category.")
"""Entries that say something of the language itself: what another language says there is of no use."""

_HERE = Path(__file__).parent


class UnknownLanguage(ValueError):
    """No catalogue file has that language tag."""


def languages() -> tuple[str, ...]:
    """List the languages that have a catalogue, Vietnamese first."""
    found = sorted(path.stem for path in (_HERE / "words").glob("*.toml"))
    return (SOURCE, *(tag for tag in found if tag != SOURCE))


def _file(path: Path) -> dict[str, object]:
    """Read a catalogue; one that was changed meanwhile is read anew."""
    return _read(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=32)
def _read(path: Path, written: int) -> dict[str, object]:
    with path.open("rb") as source:
        return tomllib.load(source)


def words(lang: str, own: Path | None = None) -> Mapping[str, str]:
    """
    Return the interface words of a language.

    Args:
        lang: Language tag, such as ``vi``.
        own: Folder with the commune's catalogues, whose words win; may lack the file.
    Raises:
        UnknownLanguage: Neither we nor the commune have the language.
    """
    path = _HERE / "words" / f"{lang}.toml"
    mine = own / f"{lang}.toml" if own else None
    found: dict[str, str] = {}
    known = False
    for source in (path, mine):
        if source is not None and source.is_file():
            known = True
            more = {key: str(value) for key, value in _file(source).items()}
            if source is mine:
                _lay_over(found, more)
            else:
                found = more
    if not known:
        raise UnknownLanguage(lang)
    return found


def messages(lang: str) -> Mapping[str, Mapping[str, str]]:
    """Return text and hint of every diagnostic code; a code without translation keeps the Vietnamese."""
    merged: dict[str, Mapping[str, str]] = {}
    for tag in dict.fromkeys((SOURCE, lang)):
        path = _HERE / "messages" / f"{tag}.toml"
        if path.is_file():
            merged.update({code: _sentence(entry) for code, entry in _file(path).items()})
    return merged


def _sentence(entry: object) -> Mapping[str, str]:
    if not isinstance(entry, dict):
        raise TypeError("a message needs text and hint")
    return {"text": str(entry["text"]), "hint": str(entry.get("hint", ""))}


def unfilled(key: str, text: str, below: str | None = None) -> frozenset[str]:
    """
    Return the ``{holes}`` of a word that nobody fills: saying it would end the build, so it is passed over and told.

    A word of ours without holes is said as it stands, whatever it holds.

    Args:
        key: The word's key.
        text: The word, of a commune's own catalogue say; ``{`` stands for a hole that is not closed.
        below: What it would stand for, by which a key that we do not have is judged.
    """
    holes = _holes(text)
    if not holes or (below is not None and holes <= _holes(below)):
        return frozenset()
    ours = filled(key) or _holes(below or "")
    return holes - ours if ours else frozenset()


@functools.lru_cache(maxsize=1024)
def filled(key: str) -> frozenset[str]:
    """Return the holes that the program fills in one of its words, in any language and number."""
    if key.startswith("form."):
        return pattern_holes(key.removeprefix("form."))
    stem, _, number = key.rpartition(".")
    keys = (f"{stem}.one", f"{stem}.many") if number in {"one", "many"} else (key,)
    return frozenset[str]().union(*(_holes(ours.get(one, "")) for ours in _shipped() for one in keys))


@functools.cache
def _shipped() -> tuple[Mapping[str, str], ...]:
    return tuple(words(tag) for tag in languages())


def _lay_over(below: dict[str, str], more: Mapping[str, str]) -> None:
    """Let words win over those below them, but those with holes that nobody fills."""
    below |= {key: text for key, text in more.items() if not unfilled(key, text, below.get(key))}


@functools.lru_cache(maxsize=32)
def _merged(lang: str, own: Path | None, written: tuple[int, ...]) -> Mapping[str, str]:
    """Merge a language's words over those it falls back to; ``written`` tells when each file was."""
    merged: dict[str, str] = {}
    for tag in reversed(chain(lang)):
        try:
            more = dict(words(tag, own))
        except UnknownLanguage:  # a rule tells it to who asked for the language
            continue
        for key in [key for key in more if key.endswith(".many")]:
            # A language without a plural writes one of the two.
            more.setdefault(key.removesuffix("many") + "one", more[key])
        merged = {key: text for key, text in merged.items() if not key.startswith(_OF_ITSELF)}
        _lay_over(merged, more)
    return merged


@functools.lru_cache(maxsize=8192)
def _holes(text: str) -> frozenset[str]:
    """Return the names of the ``{holes}`` of a word; one that cannot be read has a hole that no word has."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({"{"})


class Say:
    """
    Look interface words up in one language: ``say("in-season")``, ``say("found", count=3)``.

    A word that a language does not have is English, and one that English does not have Vietnamese.
    """

    __slots__ = ("_words", "lang")

    def __init__(self, lang: str, own: Path | None = None) -> None:
        self.lang = lang
        folders = (_HERE / "words", *((own,) if own else ()))
        files = [folder / f"{tag}.toml" for folder in folders for tag in chain(lang)]
        self._words = _merged(lang, own, tuple(file.stat().st_mtime_ns if file.is_file() else 0 for file in files))

    def __call__(self, key: str, **values: object) -> str:
        """Return the word, its ``{holes}`` filled; a key that no catalogue has is a programming error."""
        text = self._words[key]
        return text.format(**values) if values else text

    def get(self, key: str, default: str = "") -> str:
        """Return the word or a default, for keys made from data that no catalogue may have."""
        return self._words.get(key, default)

    def all(self) -> Mapping[str, str]:
        """Return every word of the language."""
        return self._words
