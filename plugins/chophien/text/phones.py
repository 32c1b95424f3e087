"""Vietnamese telephone numbers."""

import re

from chophien.text._typed import typed
from chophien.text.errors import Unreadable

_SIGNS = re.compile(r"[ .()–-]")
_SEVERAL = re.compile(r"[0-9][^0-9]*[/,;][^0-9]*[0-9]")
_BETWEEN = re.compile(r"[^0-9 .()+–-]+")
_COUNTRY = re.compile(r"(?:\+84|0084|84(?=0?[1-9][0-9]{8,9}$))0?")
_HOTLINE = re.compile(r"1[89]00[0-9]{4,6}")
_NATIONAL = re.compile(r"0[35789][0-9]{8}|02[0-9]{8,9}")
_TWO_RUN_TOGETHER = re.compile(r"(?:(?:0|\+?84)[35789][0-9]{8}|02[0-9]{8,9}){2,}")
_MISSING_ZERO = re.compile(r"[35789][0-9]{8}|2[0-9]{8,9}")
# Eleven-digit mobile numbers were renumbered in 2018.
_OLD_MOBILE = re.compile(r"01[0-9]{9}")
# Hà Nội, Hồ Chí Minh City: the only area codes of three digits.
_SHORT_AREAS = ("024", "028")


class NotPhone(Unreadable):
    """
    A telephone number that cannot be dialled.

    Attributes:
        reason: One of empty, not-a-number, several, foreign, missing-zero, old-mobile, too-short,
            too-long, unknown-prefix.
    """


def read_phone(s: str) -> str:
    """
    Read a mobile, fixed or 1800/1900 number.

    Returns:
        National digits, such as ``0912345678``.
    """
    text = typed(s)
    if not text:
        raise NotPhone("empty")
    digits = _SIGNS.sub("", text)
    if _SEVERAL.search(text) or _TWO_RUN_TOGETHER.fullmatch(digits) or _parted_by_words(text):
        raise NotPhone("several")
    if country := _COUNTRY.match(digits):
        digits = f"0{digits[country.end() :]}"
    if digits.startswith("+"):
        raise NotPhone("foreign")
    if not re.fullmatch("[0-9]+", digits):
        raise NotPhone("not-a-number")
    if _NATIONAL.fullmatch(digits) or _HOTLINE.fullmatch(digits):
        return digits
    raise NotPhone(_reason(digits))


def _parted_by_words(text: str) -> bool:
    """Tell whether two numbers stand on both sides of a word: 0912 345 678 hoặc 0987 654 321."""
    return sum(len(re.findall("[0-9]", part)) >= 9 for part in _BETWEEN.split(text)) > 1


def write_phone(p: str) -> str:
    """Group the national digits as people read them out: 0912 345 678."""
    if _HOTLINE.fullmatch(p):
        sizes = (4, 3, 3) if len(p) == 10 else (4, 5)
    elif len(p) == 11:
        sizes = (3, 4, 4) if p.startswith(_SHORT_AREAS) else (4, 4, 3)
    else:
        sizes = (4, 3, 3)
    parts, rest = [], p
    for size in sizes:
        parts.append(rest[:size])
        rest = rest[size:]
    return " ".join(parts)


def tel_uri(p: str) -> str:
    """Give the link that dials a number; 1800 and 1900 have no international form."""
    return f"tel:{p}" if _HOTLINE.fullmatch(p) else f"tel:+84{p.removeprefix('0')}"


def _reason(digits: str) -> str:
    if _MISSING_ZERO.fullmatch(digits):
        return "missing-zero"
    if _OLD_MOBILE.fullmatch(digits):
        return "old-mobile"
    if len(digits) < 8 or (digits[0] == "0" and len(digits) < 10):
        return "too-short"
    if len(digits) > 11 or (len(digits) == 11 and re.match("0[35789]", digits)):
        return "too-long"
    return "unknown-prefix"
