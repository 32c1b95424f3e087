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

from chophien.text import chain

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
            _lay_over(found, {key: str(value) for key, value in _file(source).items()})
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


def _lay_over(below: dict[str, str], more: Mapping[str, str]) -> None:
    """Let words win over those below them; one with a hole that nobody fills would end the build and is left out."""
    below |= {key: text for key, text in more.items() if key not in below or _holes(text) <= _holes(below[key])}


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
    """Return the names of the ``{holes}`` of a word; one that cannot be read has holes that no word has."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({text})


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
