"""Calendar dates as Vietnamese forms write them: day, month, year."""

import re
from calendar import monthrange
from datetime import date

from chophien.text._typed import typed
from chophien.text.errors import Unreadable
from chophien.text.forms import Forms

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")

_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class NotDate(Unreadable):
    """
    A date that does not exist or can be read two ways.

    Attributes:
        reason: One of empty, not-a-date, no-such-day, two-digit-year, month-first.
    """


def read_date(s: str) -> date:
    """
    Read ``2026-03-09`` or ``9/3/2026``, the day before the month.

    Raises:
        NotDate: Anything else; ``month-first`` when only the American order would make a date.
    """
    text = typed(s)
    if not text:
        raise NotDate("empty")
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    elif match := _DAY_FIRST.fullmatch(text):
        if len(match[4]) == 2:
            raise NotDate("two-digit-year")
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if _exists(year, day, month) and not _exists(year, month, day):
            raise NotDate("month-first")
    else:
        raise NotDate("not-a-date")
    if not _exists(year, month, day):
        raise NotDate("no-such-day")
    return date(year, month, day)


def write_date(d: date, lang: str | Forms) -> str:
    """Write 09/03/2026 for ``vi``, 9 March 2026 for ``en``, or as a language's own ``date`` pattern has it."""
    if isinstance(lang, Forms):
        own = lang.fill("date", day=d.day, month=d.month, year=d.year, name=lang.months[d.month - 1])
        return own or write_date(d, lang.base)
    if _english(lang):
        return f"{_day_month(d, lang)} {d.year}"
    return f"{_day_month(d, lang)}/{d.year:04}"


def write_date_range(d1: date, d2: date, lang: str | Forms) -> str:
    """
    Write two dates without repeating what they share: 09–11/03/2026, 28 February – 10 March 2026.

    Raises:
        ValueError: The second date is before the first.
    """
    if d2 < d1:
        raise ValueError(f"{d2} is before {d1}")
    last = write_date(d2, lang)
    if d1 == d2:
        return last
    if isinstance(lang, Forms):
        return _range(d1, d2, lang)
    if d1.year != d2.year:
        return f"{write_date(d1, lang)} – {last}"
    if d1.month != d2.month:
        dash = " – " if _english(lang) else "–"
        return f"{_day_month(d1, lang)}{dash}{last}"
    return f"{d1.day}–{last}" if _english(lang) else f"{d1.day:02}–{last}"


def _range(d1: date, d2: date, forms: Forms) -> str:
    """Write two different dates by a language's own patterns; those that are missing fall back to two whole dates."""
    if "date" not in forms.patterns:
        return write_date_range(d1, d2, forms.base)
    values: dict[str, object] = {
        "day": d1.day, "month": d1.month, "year": d1.year, "name": forms.months[d1.month - 1],
        "last_day": d2.day, "last_month": d2.month, "last_name": forms.months[d2.month - 1],
    }  # fmt: skip
    own = ""
    if d1.year == d2.year:
        own = forms.fill("dates-in-month" if d1.month == d2.month else "dates-in-year", **values)
    first, last = write_date(d1, forms), write_date(d2, forms)
    return own or forms.fill("dates", first=first, last=last) or f"{first} – {last}"


def add_months(d: date, n: int) -> date:
    """Go n months on, or back when negative; 31 January and one month is the end of February."""
    year, month = divmod(d.year * 12 + d.month - 1 + n, 12)
    return date(year, month + 1, min(d.day, monthrange(year, month + 1)[1]))


def _english(lang: str) -> bool:
    return {"vi": False, "en": True}[lang]


def _day_month(d: date, lang: str) -> str:
    return f"{d.day} {_ENGLISH_MONTHS[d.month - 1]}" if _english(lang) else f"{d.day:02}/{d.month:02}"


def _exists(year: int, month: int, day: int) -> bool:
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
