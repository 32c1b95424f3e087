"""Prices in đồng: whole numbers, never guessed."""

import math
import re
from decimal import Decimal
from typing import NamedTuple, NoReturn

from chophien.text._typed import typed
from chophien.text.errors import Unreadable
from chophien.text.folding import strip_marks
from chophien.text.numerals import write_number

MIN_DONG = 1_000
MAX_DONG = 120_000_000_000

_SCALES = {
    "k": 1_000,
    "nghin": 1_000,
    "ngan": 1_000,
    "tr": 1_000_000,
    "trieu": 1_000_000,
    "ty": 1_000_000_000,
    "ti": 1_000_000_000,
}
_SCALE = "|".join(_SCALES)

_NEGOTIABLE = re.compile(r"\b(?:thoa thuan|thuong luong|lien he|inbox)\b")
_RANGE = re.compile(r"[0-9].*(?:[-–—~]|\b(?:den|toi)\b).*[0-9]|tu\b.*[0-9]")
_NEGATIVE = re.compile(r"[-–—] ?[0-9]")
_PRICE = re.compile(
    r"(?P<before>(?:vnd|₫|d) ?)?"
    r"(?P<number>[0-9](?:[0-9., ]*[0-9])?) ?"
    rf"(?:(?P<scale>{_SCALE})(?: ?(?P<more>[0-9]{{1,3}}) ?(?P<more_scale>{_SCALE})?| (?P<half>ruoi))?)?"
    r" ?(?P<after>vnd|dong|d|₫)?"
    r"(?P<per> ?/.+)?"
)
_SECOND = re.compile(rf"/ ?(?:[0-9][0-9., ]*[0-9]{{3}}|[0-9][0-9., ]* ?(?:{_SCALE}|vnd|dong|d|₫))(?![a-z0-9])")
# The 2 of /m2 belongs to its unit; any other digit is an amount.
_AMOUNT = re.compile(r"(?!(?<=\bm)[23]\b)[0-9]")
_FULL_WIDTH = re.compile("[\uff10-\uff19]")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([., ])[0-9]{3}(?:\1[0-9]{3})*")
_FRACTION = re.compile(r"(?P<whole>.*[0-9])(?P<sign>[.,])(?P<decimals>[0-9]{1,2})|0[.,][0-9]+")
_SHORT = re.compile(r"[0-9]{1,12}(?:[.,](?:[0-9]{1,2}|[0-9]{4,9}))?")
_LONGEST = 15


class Dong(NamedTuple):
    """
    A price as it was understood.

    Args:
        amount: Whole đồng, ``MIN_DONG`` to ``MAX_DONG``.
        exact: Whether its digits say so; else it is to be shown and confirmed, never taken silently.
    """

    amount: int
    exact: bool


class NotDong(Unreadable):
    """
    A price that is not a whole number of đồng.

    Attributes:
        reason: One of empty, not-a-number, fraction, range, negotiable, negative, too-small,
            too-large, shorthand, ambiguous, grouping.
        understood: The price that was probably meant, to be offered and never taken; or None.
        per: What it buys where that was written, such as ``kg`` in ``150.000/kg``.
    """

    def __init__(self, reason: str, understood: int | None = None, per: str = "") -> None:
        super().__init__(reason)
        self.understood = understood
        self.per = per


def understand_dong(s: str | int | float) -> Dong:
    """
    Understand a price, the same in a file, a form and a cell of a spreadsheet.

    Exact are digits, grouped rightly or not at all, with or without the currency. ``150k``, ``1tr2``,
    ``150 nghìn/kg`` and full-width digits can be understood in one way only, but are not exact. The price of
    another amount (``100.000đ/2kg``) and tens of an unnamed unit (``1 triệu 50``) can be understood in two.

    Args:
        s: What was typed, or the number that a spreadsheet made of it.
    Raises:
        NotDong: Anything that is no price, or could be two.
    """
    if not isinstance(s, str):
        return Dong(_in_range(_number(s)), True)
    text = strip_marks(typed(s)).lower()
    if not text:
        raise NotDong("empty")
    if _NEGOTIABLE.search(text):
        raise NotDong("negotiable")
    if _NEGATIVE.match(text):
        raise NotDong("negative")
    if _RANGE.match(text.partition("/")[0]):
        raise NotDong("range")
    price = _PRICE.fullmatch(text)
    if not price:
        raise NotDong("not-a-number")
    per = price["per"] or ""
    if _SECOND.search(per):
        raise NotDong("range")
    if _AMOUNT.search(per):
        raise NotDong("ambiguous")
    if price["scale"]:
        value = _scaled(price)
        if value is None:
            raise NotDong("ambiguous")
        if value < MIN_DONG:
            raise NotDong("too-small")
        return Dong(_in_range(value), False)
    value = _whole(price["number"])
    if per and value < MIN_DONG:
        raise NotDong("too-small")
    twice = price["before"] and price["after"]
    return Dong(_in_range(value), not (per or twice or _FULL_WIDTH.search(s)))


def read_dong(s: str) -> int:
    """
    Read a price of ``MIN_DONG`` to ``MAX_DONG`` written in digits, grouped rightly or not at all.

    Raises:
        NotDong: Anything else, with the price that ``150k`` or ``1tr2`` stand for.
    """
    amount, exact = understand_dong(s)
    if not exact:
        raise NotDong("shorthand", amount, typed(s).partition("/")[2].strip())
    return amount


def write_dong(n: int) -> str:
    """Write a price as Vietnamese shops do, with a no-break space: 150.000 ₫."""
    return f"{write_number(n, 'vi')}\u00a0₫"


def _number(value: int | float) -> int:
    """Take a spreadsheet's number; 1.234 stays a fraction there, whatever was typed."""
    if isinstance(value, bool) or not math.isfinite(value):
        raise NotDong("not-a-number")
    if value < 0:
        raise NotDong("negative")
    if value != int(value):
        raise NotDong("fraction")
    return int(value)


def _in_range(value: int) -> int:
    if value < MIN_DONG:
        raise NotDong("too-small", value * 1_000 or None)
    if value > MAX_DONG:
        raise NotDong("too-large")
    return value


def _whole(number: str) -> int:
    """Read digits that may be grouped by one kind of sign."""
    digits = re.sub("[., ]", "", number)
    if number == digits:
        # A leading zero means a telephone number or a code.
        if number[0] == "0" and number != "0":
            raise NotDong("not-a-number")
    elif not _GROUPED.fullmatch(number):
        _refuse_signs(number)
    if len(digits) > _LONGEST:
        raise NotDong("too-large")
    return int(digits)


def _refuse_signs(number: str) -> NoReturn:
    fraction = _FRACTION.fullmatch(number)
    if not fraction:
        raise NotDong("grouping")
    whole = fraction["whole"]
    if whole is None or whole.isdecimal():
        raise NotDong("fraction")
    grouped = _GROUPED.fullmatch(whole)
    if not grouped or grouped[1] == fraction["sign"]:
        raise NotDong("grouping")
    no_cents = fraction["decimals"].strip("0") == ""
    raise NotDong("fraction", _whole(whole) if no_cents else None)


def _scaled(price: re.Match[str]) -> int | None:
    """Work out what 150k, 1tr2, 1,5 triệu or 1 triệu 200 nghìn stand for; None when it could be two prices."""
    number = price["number"]
    # 1.250k may be 1.250 or 1.250.000.
    if not _SHORT.fullmatch(number):
        return None
    scale = _SCALES[price["scale"]]
    value = Decimal(number.replace(",", ".")) * scale
    more = "5" if price["half"] else price["more"]
    if more:
        if not number.isdecimal():
            return None
        if price["more_scale"]:
            smaller = _SCALES[price["more_scale"]]
            if smaller >= scale:
                return None
            value += int(more) * smaller
        elif len(more) == 2:
            # 1 triệu 50 is 1.500.000 to some and 1.050.000 to others.
            return None
        else:
            value += Decimal(f"0.{more}") * scale
    return int(value) if value == value.to_integral_value() else None
