"""
Numbers, prices and days as they are read aloud in Vietnamese.

Where regions differ, the northern and mountain standard is used, which Cao Bằng's own loudspeakers speak:
*nghìn* (not ngàn), *linh* (not lẻ), *mùng* for the first ten days, *tư* for a 4 after tens and after *linh*,
*mốt* and *lăm* after tens. A group of three zeros is passed over: 1.000.005 is *một triệu không trăm linh năm*.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from chophien.text import Quantity, write_phone

MOST = 999_999_999_999
"""The largest number that can be said."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu", "tỷ")
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")

UNITS = {
    "mg": "mi li gam", "g": "gam", "kg": "ki lô gam", "ml": "mi li lít", "l": "lít", "cm": "xen ti mét", "m": "mét",
    "m2": "mét vuông",
}  # fmt: skip
"""How the units of ``text.Quantity`` are said."""


def number(value: int) -> str:
    """
    Say a whole number: *một trăm hai mươi nghìn*.

    Args:
        value: 0 to ``MOST``.
    Raises:
        ValueError: Any other number.
    """
    if not 0 <= value <= MOST:
        raise ValueError(f"{value} cannot be said")
    if value == 0:
        return DIGITS[0]
    groups: list[int] = []
    rest = value
    while rest:
        rest, group = divmod(rest, 1000)
        groups.append(group)
    said = []
    for place in range(len(groups) - 1, -1, -1):
        if groups[place]:
            said.append(_group(groups[place], full=place < len(groups) - 1))
            said.append(_GROUPS[place])
    return " ".join(word for word in said if word)


def _group(value: int, *, full: bool) -> str:
    """Say 1 to 999; a group behind another one says its missing hundreds too."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    said = [f"{DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens == 0:
        if ones and said:
            said.append(f"linh {'tư' if ones == 4 else DIGITS[ones]}")
        elif ones:
            said.append(DIGITS[ones])
        return " ".join(said)
    said.append("mười" if tens == 1 else f"{DIGITS[tens]} mươi")
    if ones == 5:
        said.append("lăm")
    elif ones == 1 and tens > 1:
        said.append("mốt")
    elif ones == 4 and tens > 1:
        said.append("tư")
    elif ones:
        said.append(DIGITS[ones])
    return " ".join(said)


def decimal(value: Decimal) -> str:
    """Say a number that may have decimals: *một phẩy hai mươi lăm*; a decimal that begins with zero digit by digit."""
    whole, _, part = f"{value:f}".partition(".")
    part = part.rstrip("0")
    said = number(int(whole))
    if not part:
        return said
    behind = digits(part) if part[0] == "0" or len(part) > 2 else number(int(part))
    return f"{said} phẩy {behind}"


def digits(text: str) -> str:
    """Say the digits of a text one by one, as telephone numbers are read."""
    return " ".join(DIGITS[int(sign)] for sign in text if sign in "0123456789")


def phone(called: str) -> str:
    """Say a telephone number in the groups people read it in, a short pause between them."""
    return ", ".join(digits(group) for group in write_phone(called).split())


def dong(amount: int) -> str:
    """Say a price: *một trăm hai mươi nghìn đồng*."""
    return f"{number(amount)} đồng"


def quantity(found: Quantity) -> str:
    """Say how much is in a pack: *năm trăm gam*, *một con*."""
    unit = (found.counter or "cái") if found.unit == "item" else UNITS[found.unit]
    return f"{decimal(found.value)} {unit}"


def month(which: int) -> str:
    """Say a solar month: *tháng tư*, *tháng mười hai*."""
    return f"tháng {'tư' if which == 4 else number(which)}"


def day(found: date, *, year: bool = False, weekday: bool = False) -> str:
    """Say a solar day: *ngày mùng hai tháng chín*, with its weekday before and its year after when asked for."""
    said = f"ngày {day_of(found.day)} {month(found.month)}"
    if year:
        said += f" năm {number(found.year)}"
    return f"{_WEEKDAYS[found.weekday()]}, {said}" if weekday else said


def day_of(value: int) -> str:
    """Say the number of a day: *mùng hai*, *hai mươi*."""
    return f"mùng {number(value)}" if value <= 10 else number(value)


def lunar_day(value: int, month_of: int, leap: bool) -> str:
    """Say a lunar day: *mùng hai tháng hai âm lịch*, *rằm tháng giêng âm lịch*."""
    name = "rằm" if value == 15 else day_of(value) if value <= 10 else f"ngày {number(value)}"
    months = {1: "tháng giêng", 12: "tháng chạp"}
    return f"{name} {months.get(month_of) or month(month_of)}{' nhuận' if leap else ''} âm lịch"
