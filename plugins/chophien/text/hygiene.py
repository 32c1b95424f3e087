"""Characters that nobody sees, letters in disguise, wrongly decoded text."""

import re
import unicodedata
from typing import NamedTuple

# Kind: code points, as the inside of a regular expression's brackets.
KINDS = {
    "bidi": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "zero-width": (
        "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f"
        "\u3164\ufeff\uffa0\U000e0100-\U000e01ef"
    ),
    "control": ("\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff\\ud800-\\udfff"),
    "private-use": "\ue000-\uf8ff\U000f0000-\U0010ffff",
    "replacement": "\ufffd",
    "tag": "\U000e0000-\U000e007f",
    "nbsp": "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000",
}
_HIDDEN = re.compile("|".join(f"(?P<{kind.replace('-', '_')}>[{chars}])" for kind, chars in KINDS.items()))

_PICTURE = "[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"
_JOINED_PICTURE = re.compile(f"{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*\u200d(?={_PICTURE})")

# UTF-8 read as Windows-1252. Ã alone is a Vietnamese letter (XÃ), and » may close a quotation (cá»).
_QUOTED = re.compile("«[^«»]*»")
_SIGNS = ("Ã", "áº", "á»", "Æ", "Ä", "â€", "Ì")
_MOJIBAKE = re.compile(
    "Ã[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf€‚ƒŠ\x80-\x9f]|[a-z]Ã\u00a0"
    "|áº|á»|Æ[°¡]|Ä[‘ƒ‚\x80-\x9f]|â€|Ì[€ƒ‰£\x80-\x9f]"
)


def hidden_characters(s: str) -> list[tuple[int, str, str]]:
    """
    Find characters that hide, reorder or only look like others.

    A zero-width joiner between two emoji is left alone, line ends and tabs too.

    Returns:
        Index, character and kind (a key of ``KINDS``) of each, in order.
    """
    joiners = {match.end() - 1 for match in _JOINED_PICTURE.finditer(s)}
    return [
        (match.start(), match[0], (match.lastgroup or "").replace("_", "-"))
        for match in _HIDDEN.finditer(s)
        if match.start() not in joiners
    ]


class Unveiled(NamedTuple):
    """
    A text as it reads.

    Args:
        places: For each of its characters, where that stands in the text as it was given.
    """

    text: str
    places: list[int]


_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_VEILED = re.compile(f"[{_NO_WIDTH}\uff01-\uff5e\U0001d400-\U0001d7ff]")
# How the UTF-8 of these begins: to look for few bytes is twenty times faster than the search.
_VEILS = (*(sign.encode() for sign in _NO_WIDTH), b"\xef\xbc", b"\xef\xbd", b"\xf0\x9d")


def unveiled(s: str) -> Unveiled | None:
    """
    Take out signs without width, and write letters and digits of full width or of mathematics as plain ones.

    Returns:
        The text as it reads, or nothing when it has no such characters, as nearly all texts.
    """
    if s.isascii():
        return None
    raw = s.encode("utf-8", "surrogatepass")
    if not any(veil in raw for veil in _VEILS) or not _VEILED.search(s):
        return None
    seen = []
    for place, sign in enumerate(s):
        if _VEILED.match(sign):
            sign = "" if sign in _NO_WIDTH else unicodedata.normalize("NFKC", sign)
        seen += [(one, place) for one in sign]
    return Unveiled("".join(one for one, _ in seen), [place for _, place in seen])


def mojibake(s: str) -> bool:
    """Tell whether text was decoded with the wrong table: ``xÃ£`` for xã, ``áº¥`` for ấ."""
    # Looking for single letters is far quicker than the search, and nearly always settles it.
    return any(sign in s for sign in _SIGNS) and bool(_MOJIBAKE.search(_QUOTED.sub("", s)))
