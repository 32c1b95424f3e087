"""Ways to reach people that a text tells."""

import functools
import re
from collections.abc import Callable, Iterator

from chophien.text.hygiene import unveiled

_JOIN = r"[ \u00a0.()–—-]{0,3}"
"""What people write between two digits of a telephone number."""


def _digits(count: int) -> str:
    return rf"(?:{_JOIN}\d){{{count}}}"


# 9 or 10 digits without the leading zero: mobile, fixed, mobile as before 2018.
_NUMBER = rf"(?:[35789]{_digits(8)}|2{_digits(8)}(?:{_JOIN}\d)?|1{_digits(9)})"
_DATE = r"\d\d?[./–-]\d\d?[./–-](?:19|20)\d\d(?!\d)"
_HEIGHTS_OR_YEARS = r"[12]\d{3}(?!\d)"

_WORD = r"(?i:\b(?:zalo|facebook|messenger|viber|telegram|whatsapp)|\bfb\b)"
# Parts are as long as the standards allow: what may be of any length is looked through again from every place.
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}\.\w{1,63}"
# Some endings are words too: after a full stop without a space they begin with a capital.
_ENDING = r"(?:(?i:vn|com|net|org|biz|asia|xyz)|info|shop|store|online|site)"
_SHORT = r"(?i:m\.me|t\.me|fb\.me|bit\.ly|g\.page|goo\.gl|linktr\.ee|youtu\.be)"
_ADDRESS = rf"\w{{0,20}}://\S*|(?i:www\.)\S+|(?<![\w.-])(?:{_SHORT}|[A-Za-z0-9][A-Za-z0-9.-]{{0,252}}\.{_ENDING})(?![\w-])(?:/\S*)?"
_PHONE = rf"(?<!\d)(?<!\d[.,])(?!{_DATE})\(?(?:(?:\+|00)?84\)?{_JOIN}0?|0){_JOIN}{_NUMBER}(?!\d)"
_HOTLINE = (
    rf"(?<!\d)(?<!\d[.,])1[89]00(?:[-–](?!{_HEIGHTS_OR_YEARS})\d|[ .]?\d)(?:[ .]?\d){{3}}(?:(?:[ .]?\d){{2}})?(?!\d)"
)

_CONTACT = re.compile("|".join((_MAIL, _ADDRESS, _WORD, _PHONE, _HOTLINE)))
# Every number ends in nine digits in a row; what a country code has around it stands before them.
_NINE_DIGITS = re.compile(rf"\d{_digits(8)}")
_PERSONAL = re.compile("|".join((_MAIL, r"(?i:\bzalo\.me/\S+[\w/])", _PHONE)))


@functools.lru_cache(maxsize=1024)
def find_contact(text: str) -> str:
    """
    Return the first way to reach the seller that a text tells, else nothing.

    That is an e-mail or web address, a messenger, a mobile, fixed, 1800 or 1900 number however it is grouped.
    """
    return next(_told(_CONTACT, text, _may_tell), "")


def _told(contact: re.Pattern[str], text: str, may_tell: Callable[[str], bool]) -> Iterator[str]:
    """List the contacts of a text as it reads, each as the text has it; ``may_tell`` is a quick look ahead."""
    bare = unveiled(text)
    seen = bare.text if bare else text
    if may_tell(seen):
        for found in contact.finditer(seen):
            start, end = found.span()
            yield text[bare.places[start] : bare.places[end - 1] + 1] if bare else found[0]


_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


def sentences(line: str) -> list[str]:
    """Return the sentences of a text, white space between them left out."""
    return _SENTENCE_END.split(line)


def without_contacts(text: str) -> str:
    """Leave out the sentences that tell a way to reach the seller, and lines that had no other."""
    if not find_contact(text):
        return text
    lines = (" ".join(part for part in sentences(line) if not find_contact(part)) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def personal_contacts(text: str) -> Iterator[str]:
    """List the e-mail addresses, Zalo links, mobile and fixed numbers that a text tells; hotlines are nobody's own."""
    return (found.strip() for found in _told(_PERSONAL, text, _may_be_personal))


def may_be_personal(text: str) -> bool:
    """
    Tell whether ``personal_contacts`` may find something: most texts, and most records as a whole, have no sign of it.

    Texts joined by line ends may be given, since no contact goes over one.
    """
    bare = unveiled(text)
    return _may_be_personal(bare.text if bare else text)


def _may_be_personal(text: str) -> bool:
    return "@" in text or _NINE_DIGITS.search(text) is not None or "zalo.me" in text.lower()


_WORDS = ("zalo", "facebook", "messenger", "viber", "telegram", "whatsapp", "fb")
_DOT = re.compile(r"\.\S")
_DIGIT = re.compile(r"\d")
LEAST_DIGITS = 8
"""Digits of the shortest number, 1900 and four more."""


def _may_tell(text: str) -> bool:
    """Look for what every contact has one of: most long texts have none, and the search itself takes long."""
    if "@" in text or "://" in text or _DOT.search(text) or len(_DIGIT.findall(text)) >= LEAST_DIGITS:
        return True
    folded = text.casefold()
    return any(word in folded for word in _WORDS)
