"""Lunar dates, counted in Việt Nam's time zone."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years the library knows; a test holds them equal to what it says."""


class NoSuchLunarDate(ValueError):
    """A day that the lunar calendar does not have, or one outside ``FIRST_YEAR`` to ``LAST_YEAR``."""


@dataclass(frozen=True)
class LunarDate:
    """One day; ``leap`` says that the month repeats the number of the month before."""

    year: int
    month: int
    day: int
    leap: bool = False


def to_solar(lunar: LunarDate) -> datetime.date:
    """
    Find the solar date of a lunar one.

    Raises:
        NoSuchLunarDate: The month has 29 days, is not a leap month, or is out of range.
    """
    import lunar_vn  # takes 10 ms, and most builds have no lunar date to work out anew

    try:
        found = lunar_vn.convert_lunar_to_solar(lunar.day, lunar.month, lunar.year, int(lunar.leap))
        # The library counts on past the end of a month: 30/1 of 29 days comes out as 1/2.
        if from_solar(found) == lunar:
            return found
    except ValueError as error:
        raise NoSuchLunarDate(str(lunar)) from error
    raise NoSuchLunarDate(str(lunar))


def from_solar(solar: datetime.date) -> LunarDate:
    """Find the lunar date of a solar one; raise NoSuchLunarDate out of range."""
    import lunar_vn

    try:
        found = lunar_vn.convert_solar_to_lunar(solar.day, solar.month, solar.year)
    except ValueError as error:
        raise NoSuchLunarDate(str(solar)) from error
    return LunarDate(found.year, found.month, found.day, found.leap)


def days_in_month(year: int, month: int, leap: bool = False) -> int:
    """Count the days of a lunar month, 29 or 30; raise NoSuchLunarDate when there is no such month."""
    first = to_solar(LunarDate(year, month, 1, leap))
    return 30 if from_solar(first + datetime.timedelta(days=29)).day == 30 else 29


@lru_cache(maxsize=256)
def leap_month(year: int) -> int | None:
    """Tell which month of a lunar year is repeated, or None."""
    for month in range(1, 13):
        try:
            to_solar(LunarDate(year, month, 1, leap=True))
        except NoSuchLunarDate:
            continue
        return month
    return None
