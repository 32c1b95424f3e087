"""
Vietnamese as it is read aloud: numbers, prices, days and texts without a digit or a sign.

Where regions differ, the northern and mountain standard is used, which Cao Bằng's own loudspeakers speak:
*nghìn* (not ngàn), *linh* (not lẻ), *mùng* for the first ten days, *tư* for a 4 after tens and after *linh*,
*mốt* and *lăm* after tens. A group of three zeros is passed over: 1.000.005 is *một triệu không trăm linh năm*.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from chophien.text import Quantity, nfc, write_phone

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

_SIGNS = UNITS | {
    "mm": "mi li mét", "km": "ki lô mét", "m²": "mét vuông", "km²": "ki lô mét vuông", "ha": "héc ta", "lít": "lít",
    "%": "phần trăm", "°C": "độ xê", "°": "độ", "₫": "đồng", "đ": "đồng", "VNĐ": "đồng", "h": "giờ", "k": "nghìn",
    "Kg": "ki lô gam", "KG": "ki lô gam",
}  # fmt: skip
"""Signs after a number, and what is said for them."""

_SHORT = {
    "HTX": "hợp tác xã", "THT": "tổ hợp tác", "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "OCOP": "ô cốp",
    "CLB": "câu lạc bộ", "QĐ": "quyết định", "VietGAP": "Việt Gáp", "TP": "thành phố", "TX": "thị xã", "TT": "thị trấn",
    "QR": "quy rờ", "UNESCO": "u nét xcô", "SĐT": "số điện thoại", "ĐT": "điện thoại", "VN": "Việt Nam",
}  # fmt: skip
"""Abbreviations that people of a commune meet, and what they stand for."""

_LETTERS = {
    "A": "a", "B": "bê", "C": "xê", "D": "dê", "Đ": "đê", "E": "e", "F": "ép", "G": "giê", "H": "hát", "I": "i",
    "J": "giây", "K": "ca", "L": "lờ", "M": "mờ", "N": "nờ", "O": "o", "P": "pê", "Q": "quy", "R": "rờ", "S": "sờ",
    "T": "tê", "U": "u", "V": "vê", "W": "vê kép", "X": "ích", "Y": "i dài", "Z": "dét",
}  # fmt: skip
"""Names of letters, for abbreviations nobody told us."""


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
    said = f"ngày {_day_of(found.day)} {month(found.month)}"
    if year:
        said += f" năm {number(found.year)}"
    return f"{_WEEKDAYS[found.weekday()]}, {said}" if weekday else said


def _day_of(value: int) -> str:
    return f"mùng {number(value)}" if value <= 10 else number(value)


def lunar_day(value: int, month_of: int, leap: bool) -> str:
    """Say a lunar day: *mùng hai tháng hai âm lịch*, *rằm tháng giêng âm lịch*."""
    name = "rằm" if value == 15 else _day_of(value) if value <= 10 else f"ngày {number(value)}"
    months = {1: "tháng giêng", 12: "tháng chạp"}
    return f"{name} {months.get(month_of) or month(month_of)}{' nhuận' if leap else ''} âm lịch"


_URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w.-]+@[\w.-]+\w")
_BEFORE_DATE = re.compile(r"(?:ngày|từ|đến|mùng|hội|lễ|lịch|hôm)\s*$", re.I)
_RANGE = re.compile(r"(?<=\d)\s*[–-]\s*(?=\d)")
_PHONE = re.compile(r"(?<!\d)(?:\+84|0)(?:[ .]?\d){8,10}(?!\d)")
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_DATE = re.compile(rf"\b(\d{{1,2}})/(\d{{1,2}})(?:/(\d{{4}}))?\b(?:\s?({_SIGN})(?![\w²]))?")
_NUMBER = re.compile(rf"(?<![\w])(\d+(?:\.\d{{3}})*(?:,\d+)?)(?:\s?({_SIGN})(?![\w²]))?")
_EACH = re.compile(rf"/ ?({_SIGN})(?![\w²])")
_LEFT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:\.(?=\s|$))?")
_VOWELS = set("AĂÂEÊIOÔƠUƯYÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ")


def spoken(text: str) -> str:
    """
    Rewrite a text of a record so that it can be read aloud: no digit, sign, address or abbreviation is left.

    Args:
        text: Plain text on one line, such as a product's name.
    """
    said = _URL.sub(" ", nfc(text))
    said = _PHONE.sub(lambda found: f" {digits(found[0].replace('+84', '0'))} ", said)
    said = _RANGE.sub(" đến ", said)
    said = _DATE.sub(_said_date, said)
    said = _EACH.sub(lambda found: f" một {_SIGNS[found[1]]}", said)
    said = _NUMBER.sub(_said_number, said)
    said = _LEFT.sub(lambda found: f" {DIGITS[int(found[0])] if found[0] in '0123456789' else ''} ", said)
    said = re.sub(r"\s*&\s*", " và ", said)
    said = said.replace("%", " phần trăm ").replace("₫", " đồng ")
    said = _WORD.sub(_said_word, said)
    said = re.sub(r"\s*\(\s*", ", ", said)
    said = re.sub(r"[–—;:/\\|)\]\[\"“”„…]+", ", ", said)
    said = re.sub(r"[^\w\s,.?!]|_", " ", said)
    said = re.sub(r"\s+([,.?!])", r"\1", " ".join(said.split()))
    said = re.sub(r",(?:\s*,)+", ",", said)
    said = re.sub(r",\s*([.?!])", r"\1", said)
    return said.strip(" ,")


def _said_date(found: re.Match[str]) -> str:
    """Say a date where the words around it make it one; other numbers with a stroke are parts of a whole."""
    at, month_of = int(found[1]), int(found[2])
    dated = found[3] or _BEFORE_DATE.search(found.string[: found.start()])
    unit = f" {_SIGNS[found[4]]}" if found[4] else ""
    if not dated or not 1 <= at <= 31 or not 1 <= month_of <= 12:
        if found[3] or not 0 < at < month_of <= 10:
            return found[0]
        part = "nửa" if unit and (at, month_of) == (1, 2) else f"{number(at)} phần {number(month_of)}"
        return part + unit
    year = f" năm {number(int(found[3]))}" if found[3] else ""
    return f"{_day_of(at)} {month(month_of)}{year}{unit}"


def _said_number(found: re.Match[str]) -> str:
    written, sign = found[1], found[2]
    if written.startswith("0") and written not in {"0"} and "," not in written:
        said = digits(written)
    else:
        whole, _, part = written.replace(".", "").partition(",")
        said = decimal(Decimal(f"{whole}.{part}" if part else whole)) if int(whole) <= MOST else digits(whole)
    return f"{said} {_SIGNS[sign]} " if sign else f"{said} "


def _said_word(found: re.Match[str]) -> str:
    word = found[0].removesuffix(".")
    if word in _SHORT:
        return _SHORT[word]
    if 1 < len(word) <= 5 and word.isupper() and not _VOWELS & set(word):
        return " ".join(_LETTERS.get(letter, letter) for letter in word)
    return found[0]
