"""Equal words, however they were typed: NFC, tone-mark placement, search folding."""

import functools
import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]")
_D = str.maketrans("đĐ", "dD")
_GAPS = re.compile("[\\s\\-\u2010-\u2015\u2212]+")

_TONED = "àáảãạèéẻẽẹỳýỷỹỵ"
_ON_SECOND_VOWEL = re.compile(rf"(?:o(?=[{_TONED[:10]}])|(?<!q)u(?=[{_TONED[10:]}]))[{_TONED}](?!\w)")


def nfc(s: str) -> str:
    """Compose letters with their marks; phones and Macs deliver them apart."""
    return unicodedata.normalize("NFC", s)


def strip_marks(s: str) -> str:
    """Remove tone marks, vowel marks and the bar of đ; case and spaces stay."""
    return nfc(_MARKS.sub("", unicodedata.normalize("NFD", s))).translate(_D)


def place_tones(s: str) -> str:
    """
    Move tone marks of lower-case NFC text to the first of two vowels: hoà becomes hòa.

    Only syllables that end in oa, oe or uy and do not begin with qu are touched, so ``quý`` stays.
    """
    return _ON_SECOND_VOWEL.sub(_move_tone, s)


def _move_tone(match: re.Match[str]) -> str:
    second = unicodedata.normalize("NFD", match[0][1])
    return nfc(match[0][0] + second[1]) + second[0]


@functools.lru_cache(maxsize=4096)
def fold(s: str) -> str:
    """Reduce text to what a searcher types: ``che shan tuyet`` for ``Chè Shan-tuyết``."""
    if s.isascii():
        return _GAPS.sub(" ", s.lower()).strip()
    return _GAPS.sub(" ", strip_marks(nfc(s).lower())).strip()


def fold_marks(s: str) -> str:
    """Fold like ``fold`` but keep the marks, in one placement, so that exact matches can rank first."""
    return _GAPS.sub(" ", place_tones(nfc(nfc(s).lower()))).strip()
