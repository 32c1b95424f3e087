"""Which letters the bundled fonts hold, and so in which languages a card can be drawn."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from chophien.i18n import Say

_RANGES = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x107), (0x10A, 0x113), (0x116, 0x11B), (0x11E, 0x121), (0x126, 0x12B),
    (0x12E, 0x131), (0x139, 0x13A), (0x13D, 0x13E), (0x141, 0x144), (0x147, 0x148), (0x14C, 0x14D), (0x150, 0x155),
    (0x158, 0x15B), (0x15E, 0x16B), (0x16E, 0x17E), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1EA0, 0x1EF9),
    (0x2013, 0x2014), (0x2018, 0x201A), (0x201C, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x2039, 0x203A),
    (0x20AB, 0x20AC), (0x2122, 0x2122), (0x2212, 0x2212),
)  # fmt: skip
LETTERS = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
"""What every bundled font can draw: Latin, all of Vietnamese, ₫ and the signs of print."""


@lru_cache(maxsize=1024)
def _drawn(letter: str) -> str:
    """Return a letter the fonts hold: itself, or without its marks (ŏ becomes o), or nothing."""
    if letter in LETTERS:
        return letter
    if letter.isspace():
        return " "
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base != letter and base in LETTERS else ""


def drawable(written: str) -> str:
    """Leave out what the fonts cannot draw, such as emoji; empty when no letter or digit is left."""
    composed = unicodedata.normalize("NFC", written)
    # Split at plain spaces alone: a no-break space holds a number and its unit together.
    kept = " ".join(part for part in "".join(map(_drawn, composed)).split(" ") if part)
    return kept if any(sign.isalnum() for sign in kept) else ""


def writes(lang: str, own: Path | None = None) -> bool:
    """
    Tell whether cards can be drawn in a language: whether the fonts hold the letters of what it calls itself.

    Args:
        own: Folder with the commune's own words.
    """
    say = Say(lang, own)
    return all(letter in LETTERS for letter in unicodedata.normalize("NFC", say.get("own-name") or say("card.scan")))
