"""
Words that need a paper or may not be written at all, and where a text has them: ``data/claim_words.toml``.

Checks tell authors of them, feeds keep some goods back; the words stand once.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from chophien import text as vi
from chophien.text.folding import place_tones


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule on words; the fields are told in the head of the data file."""

    id: str
    family: str
    vi: str
    en: str
    pattern: str
    words: tuple[str, ...]
    goods: str
    texts: str
    applies: tuple[str, ...] = ()
    lang: str = ""
    passes: str = ""
    papers: tuple[str, ...] = ()
    denied: str = ""
    with_before: bool = False
    basis: str
    since: date
    status: str
    source: str
    read: date
    bad: str
    good: str


class Hit(NamedTuple):
    """
    A claim in a text.

    Args:
        words: What was found, without Markdown signs.
        start: Where it begins in the text as it was given, in characters.
        end: Where it ends, likewise.
        match: Of the claim's pattern.
    """

    claim: Claim
    words: str
    start: int
    end: int
    match: re.Match[str]


@functools.lru_cache(maxsize=1)
def claims() -> dict[str, Claim]:
    """Return every claim by its id, in the order of the file."""
    path = Path(__file__).parent.parent / "data" / "claim_words.toml"
    with path.open("rb") as source:
        rows = tomllib.load(source)
    return {id: msgspec.convert({"id": id, **row}, Claim) for id, row in rows.items()}


# --- a quick look ------------------------------------------------------------------------------------

_PUNCTUATION = "“”‘’–—…\u00a0"
_BYTES = bytes(48 if 48 <= c < 58 else c if c >= 128 or chr(c).isalnum() or chr(c) in "$%" else 32 for c in range(256))
"""ASCII punctuation to blanks, digits to 0."""
_LONG_NUMBER = "0" * 12


def _tokens(text: str) -> list[bytes]:
    low = vi.nfc(text).lower()
    for sign in _PUNCTUATION:
        low = low.replace(sign, " ")
    return low.encode("utf-8", "replace").translate(_BYTES).split()


@functools.lru_cache(maxsize=1)
def _telltales() -> tuple[frozenset[bytes], dict[bytes, tuple[str, ...]], dict[bytes, tuple[str, ...]]]:
    """Return the words that point to claims, the ids by these, and by pieces of text that stand anywhere."""
    words: dict[bytes, tuple[str, ...]] = {}
    pieces: dict[bytes, tuple[str, ...]] = {}
    for claim in claims().values():
        for word in claim.words:
            there = words if word.isalnum() and word != _LONG_NUMBER else pieces
            there[word.encode()] = (*there.get(word.encode(), ()), claim.id)
    return frozenset(words), words, pieces


def suspects(text: str) -> list[Claim]:
    """
    List the claims that a text may have by their ids, in some tens of microseconds for a page of it.

    A claim that is not listed is not there; one that is listed may be.
    """
    known, words, pieces = _telltales()
    tokens = _tokens(text)
    packed = b" ".join(tokens)
    found = {id for piece, ids in pieces.items() if piece in packed for id in ids}
    for word in known.intersection(tokens):
        found.update(words[word])
    rows = claims()
    return [rows[id] for id in sorted(found)]


# --- the exact look ----------------------------------------------------------------------------------

_NEW_LINE = re.compile(r"\n(?!\s*(?:\n|(?:[-+*>|]|#+|\d+[.)])\s))")
"""The end of a line within a paragraph."""
_SIGNS = re.compile(r"\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)|[*_`~\[\]]+|(?<=[^\S\n])[^\S\n]+")
"""Markdown that stands within a sentence, the address of a link, blanks after a blank."""
_BLANKS = re.compile(r"[^\S\n]")
_WORD_BEFORE = re.compile(r"\w+ \Z")
_CLAUSE = re.compile(r"[.,;:!?…–—()“”\n]| - ")
_SENTENCE = re.compile(r"[.!?…;\n]")
_DENIAL = re.compile(
    r"\b(?:không(?! (?:chỉ|những|ngờ|kém|thua))|chưa(?! từng)|chẳng|cấm|tránh|đừng|not|no|never|without)\b"
)


@functools.lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _plain(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return lower-case text without signs, and the spans of the given text that were taken out."""
    low = text.lower()
    if len(low) != len(text):  # İ becomes two characters
        low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    low = _BLANKS.sub(" ", _NEW_LINE.sub(" ", place_tones(low)))
    return _SIGNS.sub("", low), [match.span() for match in _SIGNS.finditer(low)]


def _given(at: int, gone: list[tuple[int, int]]) -> int:
    """Return the place in the given text of a place in the plain one."""
    for start, end in gone:
        if start > at:
            break
        at += end - start
    return at


def _denied(claim: Claim, plain: str, start: int, end: int) -> bool:
    if not claim.denied:
        return False
    border = _CLAUSE if claim.denied == "clause" else _SENTENCE
    before = plain[max(0, start - 200) : start]
    before = before[max((match.end() for match in border.finditer(before)), default=0) :]
    after = plain[end : end + 200]
    stop = border.search(after)
    told = before if claim.denied == "clause" else f"{before} {after[: stop.start() if stop else None]}"
    return _DENIAL.search(told) is not None


def hits(text: str, wanted: list[Claim], lang: str = "vi") -> Iterator[Hit]:
    """
    Find claims in one text; Markdown signs and line ends do not hide words.

    Args:
        text: Plain or Markdown, in NFC.
        wanted: What to look for.
        lang: The text's language.
    """
    wanted = [claim for claim in wanted if claim.lang in {"", lang}]
    if not wanted:
        return
    plain, gone = _plain(text)
    for claim in wanted:
        for match in _compiled(claim.pattern).finditer(plain):
            start, end = match.span()
            if not _denied(claim, plain, start, end):
                if claim.with_before and (before := _WORD_BEFORE.search(plain, 0, start)):
                    start = before.start()
                first, last = _given(start, gone), _given(end - 1, gone) + 1
                yield Hit(claim, " ".join(_SIGNS.sub("", text[first:last]).split()), first, last, match)
