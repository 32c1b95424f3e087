"""
Words that need a paper or may not be written at all, and where a text has them: ``data/claim_words.toml``.

Checks tell authors of them, feeds keep some goods back; the words stand once.
"""

from __future__ import annotations

import functools
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from chophien import text as vi
from chophien.text.folding import place_tones

from .provinces import province_names


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
    not_after: str = ""
    still_before: str = ""
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

_BYTES = bytes(48 if 48 <= c < 58 else c if c >= 128 or chr(c).isalnum() or chr(c) in "$%" else 32 for c in range(256))
"""ASCII punctuation to blanks, digits to 0."""
_PARTING = re.compile(r"[^\w\x00-\x7f¥]")
"""What parts words beside ASCII: quotation marks, dashes, emoji, blanks of any width or none."""
_LONG_NUMBER = "0" * 12


def _tokens(text: str) -> list[bytes]:
    low = _PARTING.sub(" ", vi.nfc(text).lower())
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
    bare = vi.unveiled(text)
    tokens = _tokens(f"{text} {bare.text}" if bare else text)
    packed = b" ".join(tokens)
    found = {id for piece, ids in pieces.items() if piece in packed for id in ids}
    for word in known.intersection(tokens):
        found.update(words[word])
    rows = claims()
    return [rows[id] for id in sorted(found)]


# --- the exact look ----------------------------------------------------------------------------------

_NEW_LINE = re.compile(r"\n(?![^\S\n]*+(?:\n|(?:[-+*>|]|#+|\d+[.)])\s))")
"""The end of a line within a paragraph."""
_SIGNS = re.compile(r"\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)|[*_`~\[\]]+|(?<=[^\S\n])[^\S\n]+")
"""Markdown that stands within a sentence, the address of a link, blanks after a blank."""
_BLANKS = re.compile(r"[^\S\n]|[^\w\s\x00-\x7f¥“”‘’…–—•·]")
"""Blanks of any width, and signs beside ASCII that part words but no clauses: emoji, trade marks, none-width blanks."""
_WORD_BEFORE = re.compile(r"\w+ \Z")
_LONGEST_WORD = 40
_CLAUSE = re.compile(r"[.,;:!?…–—•·()“”\n]| - |\b(?:mà|vẫn|nhưng|(?<!người )(?<!khi )đã|but)\b")
_SENTENCE = re.compile(r"[.!?…;\n]")
_DENIAL = re.compile(
    r"\b(?:(?:không|chẳng)(?! (?:chỉ|những|ngờ|kém|thua|cần|say|lo|(?:phải )?(?:lo|chỉ|mỗi))\b)"
    r"|chưa(?! (?:từng|đầy|tới|đến)\b)|cấm|tránh|đừng|not|no|never|without)\b"
)
_WARNING = re.compile(
    r"\bcấm\b|\b(?:không|chẳng|đừng|tránh|chưa)(?: (?:nên|được|dành|thích|phù|có))* "
    r"(?:bán|dùng|sử dụng|uống|cho|hợp|phục vụ|mời|giao|mua)\b|\bnot (?:be |for |suitable|recommended|sold)"
)
"""A denial that speaks of who may not have the goods: it reaches over the commas of a list."""


_PROVINCE = "{tỉnh}"


@functools.lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    if _PROVINCE in pattern:
        names = (re.escape(place_tones(name.lower())) for name in province_names())
        pattern = pattern.replace(_PROVINCE, "|".join(names))
    return re.compile(pattern)


class _Gone(NamedTuple):
    """What was taken out of a text: where it would stand in the plain one, and characters gone up to there."""

    places: list[int]
    sums: list[int]


def _plain(text: str) -> tuple[str, _Gone]:
    """Return lower-case text without signs, and what was taken out of the given text."""
    low = text.lower()
    if len(low) != len(text):  # İ becomes two characters
        low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    low = _BLANKS.sub(" ", _NEW_LINE.sub(" ", place_tones(low)))
    gone = _Gone([], [0])
    for match in _SIGNS.finditer(low):
        gone.places.append(match.start() - gone.sums[-1])
        gone.sums.append(gone.sums[-1] + len(match[0]))
    return _SIGNS.sub("", low), gone


def _given(at: int, gone: _Gone) -> int:
    """Return the place in the given text of a place in the plain one."""
    return at + gone.sums[bisect_right(gone.places, at)]


def _around(border: re.Pattern[str], plain: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind a hit up to the borders, in 200 characters on each side."""
    before = plain[max(0, start - 200) : start]
    after = plain[end : end + 200]
    stop = border.search(after)
    first = max((match.end() for match in border.finditer(before)), default=0)
    return before[first:], after[: stop.start() if stop else None]


def _denied(claim: Claim, plain: str, start: int, end: int) -> bool:
    widely = claim.still_before and _compiled(claim.still_before).match(plain, end)
    if claim.not_after and not widely and _compiled(claim.not_after).search(plain[max(0, start - 60) : start]):
        return True
    if not claim.denied:
        return False
    before, after = _around(_CLAUSE, plain, start, end)
    if claim.denied == "clause":
        return _DENIAL.search(before) is not None
    whole = " ".join(_around(_SENTENCE, plain, start, end))
    return _DENIAL.search(f"{before} {after}") is not None or _WARNING.search(whole) is not None


def hits(text: str, wanted: list[Claim], lang: str = "vi") -> Iterator[Hit]:
    """
    Find claims in one text; Markdown signs, line ends, signs without width and letters of full width hide none.

    Args:
        text: Plain or Markdown, in NFC.
        wanted: What to look for.
        lang: The text's language.
    """
    wanted = [claim for claim in wanted if claim.lang in {"", lang}]
    if not wanted:
        return
    bare = vi.unveiled(text)
    if bare is None:
        yield from _hits(text, wanted)
        return
    told = []
    for hit in _hits(bare.text, wanted):
        told.append(hit._replace(start=bare.places[hit.start], end=bare.places[hit.end - 1] + 1))
    # A sign without width may also stand where a blank belongs.
    for hit in _hits(text, wanted):
        beside = (one.end <= hit.start or hit.end <= one.start for one in told if one.claim is hit.claim)
        if vi.unveiled(text[hit.start : hit.end]) and all(beside):
            told.append(hit)
    yield from told


def _hits(text: str, wanted: list[Claim]) -> Iterator[Hit]:
    plain, gone = _plain(text)
    for claim in wanted:
        for match in _compiled(claim.pattern).finditer(plain):
            start, end = match.span()
            if not _denied(claim, plain, start, end):
                if claim.with_before and (before := _WORD_BEFORE.search(plain, max(0, start - _LONGEST_WORD), start)):
                    start = before.start()
                first, last = _given(start, gone), _given(end - 1, gone) + 1
                yield Hit(claim, " ".join(_SIGNS.sub("", text[first:last]).split()), first, last, match)
