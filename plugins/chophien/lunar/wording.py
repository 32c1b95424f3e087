"""Lunar days in words, without a year: mùng 2 tháng 2 âm lịch."""

import re

from chophien.text import Forms, Unreadable, strip_marks

_SPACES = re.compile(r"\s+")
_CALENDAR = re.compile(r" ?\(?\b(?:am lich|al)\b\)?$")
_LEAP = re.compile(r" ?\(?\bnhuan\b\)?")
_DIGITS = re.compile(r"(?:ngay )?(?:(?:mung|mong) )?([0-9]{1,2}) ?[/-] ?([0-9]{1,2})")
_WORDS = re.compile(r"(?:ngay )?(?:(?:mung|mong) ([0-9]{1,2}|[a-z]+)|(ram)|([0-9]{1,2})) thang ([a-z ]+|[0-9]{1,2})")
_WITH_YEAR = re.compile(r".*(?:[/-] ?[0-9]{4}| thang [a-z0-9]+(?: mot| hai)? nam [a-z0-9]+(?: [a-z]+)?)")

_COUNT = ("mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_DAYS = {word: place for place, word in enumerate(_COUNT, start=1)} | {"bon": 4}
# "Tháng Một" is month 11 to old people and month 1 to young ones, so it is not here.
_MONTHS = {word: _DAYS[word] for word in _COUNT[1:]} | {
    "gieng": 1,
    "muoi mot": 11,
    "muoi hai": 12,
    "chap": 12,
}

_MONTH_NAMES = {1: "Giêng", 12: "Chạp"}


class NotLunar(Unreadable):
    """
    Words that do not name a lunar day.

    Attributes:
        reason: One of empty, not-a-lunar-date, with-year, ambiguous-month, no-such-month, no-such-day.
    """


def read_lunar(s: str) -> tuple[int, int, bool]:
    """
    Read ``2/2``, ``mùng 5 tháng Giêng``, ``rằm tháng 8`` or ``15/5 nhuận``.

    Returns:
        Day 1 to 30, month 1 to 12, and whether the month is the repeated one.
    """
    text = _SPACES.sub(" ", strip_marks(s).lower()).strip()
    if not text:
        raise NotLunar("empty")
    text = _CALENDAR.sub("", text)
    text, leaps = _LEAP.subn("", text)
    if _WITH_YEAR.fullmatch(text):
        raise NotLunar("with-year")
    if match := _DIGITS.fullmatch(text):
        day, month = int(match[1]), int(match[2])
    elif match := _WORDS.fullmatch(text):
        day = _day(match[1] or match[2] or match[3])
        month = _month(match[4])
    else:
        raise NotLunar("not-a-lunar-date")
    if not 1 <= month <= 12:
        raise NotLunar("no-such-month")
    if not 1 <= day <= 30:
        raise NotLunar("no-such-day")
    return day, month, leaps > 0


def write_lunar(day: int, month: int, leap: bool, lang: str | Forms) -> str:
    """
    Write "rằm tháng 8 âm lịch" for ``vi``, "15th day of the 8th lunar month" for ``en``.

    Other languages have a ``lunar`` pattern, the names of months and days as lists, and a word for a leap month.
    """
    if isinstance(lang, Forms):
        own = lang.fill(
            "lunar", day=lang.nth("lunar-days", day), month=lang.nth("lunar-months", month),
            leap=lang.patterns.get("lunar-leap", "") if leap else "",
        )  # fmt: skip
        return own or write_lunar(day, month, leap, lang.base)
    return {"vi": _write_vietnamese, "en": _write_english}[lang](day, month, leap)


def _write_vietnamese(day: int, month: int, leap: bool) -> str:
    name = "rằm" if day == 15 else f"{'mùng' if day <= 10 else 'ngày'} {day}"
    return f"{name} tháng {_MONTH_NAMES.get(month, month)}{' nhuận' if leap else ''} âm lịch"


def _write_english(day: int, month: int, leap: bool) -> str:
    return f"{_ordinal(day)} day of the {'leap ' if leap else ''}{_ordinal(month)} lunar month"


def _ordinal(number: int) -> str:
    ending = "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _day(word: str) -> int:
    if word == "ram":
        return 15
    if word.isdecimal():
        return int(word)
    if word not in _DAYS:
        raise NotLunar("not-a-lunar-date")
    return _DAYS[word]


def _month(word: str) -> int:
    if word.isdecimal():
        return int(word)
    if word == "mot":
        raise NotLunar("ambiguous-month")
    if word not in _MONTHS:
        raise NotLunar("not-a-lunar-date")
    return _MONTHS[word]
