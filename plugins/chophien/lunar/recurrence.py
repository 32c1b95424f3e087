"""Festivals that return by the lunar calendar."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from chophien.lunar.dates import (
    LAST_YEAR,
    LunarDate,
    NoSuchLunarDate,
    days_in_month,
    from_solar,
    leap_month,
    to_solar,
)

MAX_LENGTH_DAYS = 120

Years = Literal["every", "odd", "even", "leap"]
"""In which lunar years a festival is held."""
Missing = Literal["skip", "last"]
"""What to do where the month has no day 30."""

_YEARS: dict[str, Callable[[int], bool]] = {
    "every": lambda year: True,
    "odd": lambda year: year % 2 == 1,
    "even": lambda year: year % 2 == 0,
    "leap": lambda year: leap_month(year) is not None,
}


@dataclass(frozen=True)
class Recurrence:
    """
    When a festival begins, how long it lasts.

    Attributes:
        month: Lunar month, 1 to 12.
        day: Lunar day, 1 to 30; 0 together with ``last``.
        last: On the last day of the month, be it the 29th or the 30th.
        leap: In the repeated month, so only in years that have it.
        length_days: 1 to ``MAX_LENGTH_DAYS``; a festival may run into the next month.
        years: Every lunar year, the odd or even ones, or those with a leap month.
        missing: Where the month has no day 30: leave the year out, or take its last day.
    """

    month: int
    day: int = 0
    last: bool = False
    leap: bool = False
    length_days: int = 1
    years: Years = "every"
    missing: Missing = "skip"

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise ValueError(f"month {self.month} is not 1 to 12")
        if self.last != (self.day == 0) or not 0 <= self.day <= 30:
            raise ValueError(f"day {self.day} is not 1 to 30, or 0 with last")
        if not 1 <= self.length_days <= MAX_LENGTH_DAYS:
            raise ValueError(f"length_days {self.length_days} is not 1 to {MAX_LENGTH_DAYS}")


def occurrences(recurrence: Recurrence, first: datetime.date, count: int) -> list[tuple[datetime.date, datetime.date]]:
    """
    List the next festivals that are not over before a day.

    Args:
        recurrence: The rule.
        first: A festival that ends on this day or later is listed, even if it has begun before.
        count: How many; fewer come out near the end of the calendar.
    Returns:
        First and last day of each, both included.
    """
    found: list[tuple[datetime.date, datetime.date]] = []
    # A long festival of the lunar year before may still be on.
    for year in range(from_solar(first).year - 1, LAST_YEAR + 1):
        if len(found) >= count:
            break
        begin = _begin(recurrence, year)
        if begin is None:
            continue
        end = begin + datetime.timedelta(days=recurrence.length_days - 1)
        if end >= first:
            found.append((begin, end))
    return found


def _begin(recurrence: Recurrence, year: int) -> datetime.date | None:
    if not _YEARS[recurrence.years](year):
        return None
    try:
        length = days_in_month(year, recurrence.month, recurrence.leap)
        take_last = recurrence.last or (recurrence.day > length and recurrence.missing == "last")
        day = length if take_last else recurrence.day
        return to_solar(LunarDate(year, recurrence.month, day, recurrence.leap))
    except NoSuchLunarDate:
        return None
