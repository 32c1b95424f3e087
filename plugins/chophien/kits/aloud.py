"""
Texts of records as they are read aloud: digits, signs and abbreviations become words.

A number that can be said in more than one way stays as its digits: who reads it knows better.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from chophien.text import nfc

from .speech import MOST, UNITS, day, day_of, decimal, digits, month, number

_SIGNS = UNITS | {
    "mm": "mi li mét", "km": "ki lô mét", "m²": "mét vuông", "m3": "mét khối", "m³": "mét khối",
    "km²": "ki lô mét vuông", "ha": "héc ta", "lít": "lít", "L": "lít", "gr": "gam", "Kg": "ki lô gam",
    "KG": "ki lô gam", "%": "phần trăm", "°C": "độ xê", "ºC": "độ xê", "oC": "độ xê", "°": "độ", "º": "độ",
    "₫": "đồng", "đ": "đồng", "VNĐ": "đồng", "VND": "đồng", "h": "giờ", "k": "nghìn", "tr": "triệu",
}  # fmt: skip
"""Signs after a number, and what is said for them."""

_ALIKE = {"g": "kg", "ml": "l", "m": "km", "cm": "m", "mm": "cm"}
"""Small unit to the larger one that may stand at the other end of a range."""

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

_PARTS = {"½": ("nửa", "5"), "¼": ("một phần tư", "25"), "¾": ("ba phần tư", "75")}
"""Signs for parts of a whole: what is said for one alone, its decimals behind a whole number."""

_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_UNIT = rf"(?:\s?({_SIGN})(?![\w²]))?"
_WHOLE = r"(?:[0-9]{1,3}(?:\.[0-9]{3})++|[0-9]++)(?:,[0-9]+)?+"
# Neither inside a code nor beside signs that make another number of it.
_START, _END = r"(?<!\w)(?<![0-9][.,:/–-])", r"(?![\w²])(?![.,:/–-][0-9])"

_URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w.-]{1,64}@[\w.-]{1,250}\w")
_PHONE = re.compile(
    r"(?<![0-9])(?<![0-9][.,])"
    r"(?:(?:\+84|0)(?:[ .-]?[0-9]){9,10}|1[89]00[ .]?[0-9]{2}[ .]?[0-9]{2}(?:[ .]?[0-9]{2})?)(?![0-9])"
)
_ROAD = re.compile(r"\bQL[ .]?(?=[0-9])")
_ISO = re.compile(r"(?<![\w-])([12][0-9]{3})-([01][0-9])-([0-3][0-9])(?![\w-])")
_RANGE = re.compile(
    rf"(?<![\w/.,–-])([0-9][0-9.,/h:]*+(?:\s?({_SIGN})(?![\w²]))?+)\s*[–-]\s*"
    rf"(?=[0-9][0-9.,/h:]*+(?:\s?({_SIGN})(?![\w²]))?+(?!\s*[–-]\s*[0-9]))"
)
_BELOW = re.compile(r"(?<![\w)])[-−](?=[0-9]+(?:,[0-9]+)?(?: đến [-−]?[0-9]+(?:,[0-9]+)?)?\s?(?:[°º]|oC|độ\b))")
_TIME = re.compile(rf"{_START}([01]?[0-9]|2[0-4])[hHg]([0-5][0-9])(?:\s?(?:'|ph?\b|phút))?{_END}")
_CLOCK = re.compile(
    r"(?i:(?<=lúc )|(?<=giờ )|(?<=sáng )|(?<=chiều )|(?<=tối ))([01]?[0-9]|2[0-3]):([0-5][0-9])"
    r"(?![\w:/–-])(?![.,][0-9])"
)
_BEHIND = re.compile(r"(?<=[0-9])\s?([½¼¾])")
_PART = re.compile(rf"(?<![\w.,])([½¼¾]){_UNIT}")
_TIMES = re.compile(rf"(?<=[0-9])(\s?(?:{_SIGN}))?\s?[x×X]\s?(?=[0-9])")
_MONTH = re.compile(rf"\b([Tt]háng)\s+([0-9]{{1,2}})(?:/([12][0-9]{{3}}))?{_END}")
_WEEKDAY = re.compile(rf"\b([Tt]hứ)\s+4{_END}")
_ROMAN = re.compile(
    r"\b(?i:(thế k[ỷỉ]|quý|thứ|khóa|khoá|chương|phần|kỳ|đợt|loại|hạng|cấp|vùng|tập))\s+([IVX]+)"
    r"(?:\s*([–-]|đến|và|,)\s*([IVX]+))?(?:\s?/\s?([12][0-9]{3}))?(?![\w/])"
)
_BEFORE_DATE = re.compile(r"(?:ngày|từ|đến|mùng|hội|lễ|lịch|hôm)\s*$", re.I)
_BEFORE_ADDRESS = re.compile(r"\b(?:số|số nhà|nhà|ngõ|ngách|hẻm|kiệt|ngã ba|ngã tư|lô|thửa|tờ|km)\s*$", re.I)
_BEFORE_DAY = re.compile(r"\bmùng\s*$", re.I)
_BEFORE_OTHER = re.compile(r"\s*đến\s+(?:ngày\s+)?[0-9]{1,2}/[0-9]{1,2}(?![0-9])")
_DATE = re.compile(rf"{_START}([0-9]{{1,2}})/([0-9]{{1,2}})(?:/([0-9]{{4}}))?{_UNIT}{_END}")
_NUMBER = re.compile(rf"{_START}({_WHOLE}){_UNIT}{_END}")
_EACH = re.compile(rf"/ ?({_SIGN})(?![\w²])")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)(?:\.(?=\s|$))?")
_VOWELS = set("AĂÂEÊIOÔƠUƯYÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ")
_LARGEST_ROMAN = 39


def _said_iso(found: re.Match[str]) -> str:
    try:
        return day(date(int(found[1]), int(found[2]), int(found[3])), year=True)
    except ValueError:
        return found[0]


def _said_range(found: re.Match[str]) -> str:
    """Say a range where both ends are of one kind; else the dash only parts two things."""
    first, second = found[2], found[3]
    alike = not first or first == second or second == _ALIKE.get(first, "")
    return f"{found[1]} đến " if alike else f"{found[1]}, "


def _said_time(found: re.Match[str]) -> str:
    minutes = f" {number(int(found[2]))} phút" if int(found[2]) else ""
    return f"{number(int(found[1]))} giờ{minutes}"


def _said_part(found: re.Match[str]) -> str:
    said = _PARTS[found[1]][0]
    if found[2]:
        return f" {said} {_SIGNS[found[2]]} "
    counted = found.string[found.end() :].lstrip()[:1].isalpha()
    return f" {said} " if counted or found[1] != "½" else " một nửa "


def _said_month(found: re.Match[str]) -> str:
    which = int(found[2])
    if not 1 <= which <= 12:
        return found[0]
    said = month(which).removeprefix("tháng ")
    return f"{found[1]} {said}" + (f" năm {number(int(found[3]))}" if found[3] else "")


def _roman(written: str) -> int:
    """Read a Roman number up to ``_LARGEST_ROMAN``; 0 for letters that are none."""
    for value in range(1, _LARGEST_ROMAN + 1):
        tens, ones = divmod(value, 10)
        if written == "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]:
            return value
    return 0


def _said_roman(found: re.Match[str]) -> str:
    """Say Roman numbers behind a word that they count: *thế kỷ mười lăm*."""
    first, last = _roman(found[2]), _roman(found[4]) if found[4] else 0
    if not first or (found[4] and not last) or (found[1].lower() == "quý" and max(first, last) > 4):
        return found[0]
    join = {"–": " đến", "-": " đến", ",": ","}.get(found[3] or "", f" {found[3]}")
    said = f"{found[1]} {number(first)}" + (f"{join} {number(last)}" if last else "")
    return said + (f" năm {number(int(found[5]))}" if found[5] else "")


def _said_date(found: re.Match[str]) -> str:
    """
    Say a date or a part of a whole.

    Words around it make it a date, or numbers that are no part of a whole; a unit makes it a part. Else it stays.
    """
    at, month_of = int(found[1]), int(found[2])
    before = found.string[: found.start()]
    around = _BEFORE_DATE.search(before) or _BEFORE_OTHER.match(found.string, found.end())
    part = found[4] and not found[3] and 0 < at < month_of <= 10
    if part:
        share = (
            "nửa" if (at, month_of) == (1, 2) else f"{number(at)} phần {'tư' if month_of == 4 else number(month_of)}"
        )
        return f"{share} {_SIGNS[found[4]]}"
    if not around and (found[0] == "24/7" or (not found[3] and _BEFORE_ADDRESS.search(before))):
        return found[0]
    if not 1 <= at <= 31 or not 1 <= month_of <= 12 or not (found[3] or around or at >= month_of):
        return found[0]
    year = f" năm {number(int(found[3]))}" if found[3] else ""
    unit = f" {_SIGNS[found[4]]}" if found[4] else ""
    said = number(at) if _BEFORE_DAY.search(before) else day_of(at)
    return f"{said} {month(month_of)}{year}{unit}"


def _said_number(found: re.Match[str]) -> str:
    written, sign = found[1], found[2]
    whole, _, part = written.replace(".", "").partition(",")
    if len(part) == 3 and whole != "0":
        # 1,250 is one and a quarter to some and more than a thousand to others.
        return found[0]
    if (written.startswith("0") and written != "0" and not part) or int(whole) > MOST:
        said = digits(whole)
    else:
        said = decimal(Decimal(f"{whole}.{part}" if part else whole))
    return f"{said} {_SIGNS[sign]} " if sign else f"{said} "


def _said_word(found: re.Match[str]) -> str:
    word = found[0].removesuffix(".")
    if word in _SHORT:
        return _SHORT[word]
    if 1 < len(word) <= 5 and word.isupper() and not _VOWELS & set(word):
        return " ".join(_LETTERS.get(letter, letter) for letter in word)
    return found[0]


_STEPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_URL, lambda found: " "),
    (_PHONE, lambda found: f" {digits(found[0].replace('+84', '0'))} "),
    (_ROAD, lambda found: "quốc lộ "),
    (_ISO, _said_iso),
    (_RANGE, _said_range),
    (_BELOW, lambda found: "âm "),
    (_TIME, _said_time),
    (_CLOCK, _said_time),
    (_BEHIND, lambda found: f",{_PARTS[found[1]][1]}"),
    (_PART, _said_part),
    (_TIMES, lambda found: f"{found[1] or ''} nhân "),
    (_ROMAN, _said_roman),
    (_MONTH, _said_month),
    (_WEEKDAY, lambda found: f"{found[1]} tư"),
    (_DATE, _said_date),
    (_EACH, lambda found: f" một {_SIGNS[found[1]]}"),
    (_NUMBER, _said_number),
    (re.compile(r"độ C\b"), lambda found: "độ xê"),
    (re.compile(r"\s*&\s*"), lambda found: " và "),
    (re.compile("%"), lambda found: " phần trăm "),
    (re.compile("₫"), lambda found: " đồng "),
    (_WORD, _said_word),
    # Signs become pauses; between digits that were left they belong to the number.
    (re.compile(r"\s*\(\s*"), lambda found: ", "),
    (re.compile(r"(?:[—;\\|)\]\[\"“”„…]|(?<![0-9])[:/–]|[:/–](?![0-9]))+"), lambda found: ", "),
    (re.compile(r"(?<![0-9])-|-(?![0-9])|[^\w\s,.?!:/–-]|_"), lambda found: " "),
    (re.compile(r"\s+"), lambda found: " "),
    (re.compile(r" (?=[,.?!])"), lambda found: ""),
    (re.compile(r",(?: ?,)+"), lambda found: ","),
    (re.compile(r", ?(?=[.?!])"), lambda found: ""),
)
"""What is looked for in turn, and what is said for it."""


def spoken(text: str) -> str:
    """
    Rewrite a text of a record so that it can be read aloud: no sign, address or abbreviation is left.

    Args:
        text: Plain text on one line, such as a product's name.
    """
    said = nfc(text)
    for pattern, say in _STEPS:
        said = pattern.sub(say, said)
    return said.strip(" ,")
