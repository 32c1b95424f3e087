from datetime import date
from typing import Any

import pytest

from chophien.lunar import Recurrence, from_solar, leap_month, occurrences

FIRST = date(2026, 1, 1)


def starts(recurrence: Recurrence, count: int, first: date = FIRST) -> list[str]:
    return [begin.isoformat() for begin, _ in occurrences(recurrence, first, count)]


def test_a_yearly_festival_returns_every_year() -> None:
    assert starts(Recurrence(2, 2), 3) == ["2026-03-20", "2027-03-09", "2028-02-26"]


def test_a_festival_that_crosses_a_month_end_begins_on_the_last_day() -> None:
    found = occurrences(Recurrence(1, last=True, length_days=3), FIRST, 8)
    days = {begin.year: [(from_solar(day).day, from_solar(day).month) for day in (begin, end)] for begin, end in found}
    assert days[2031] == [(29, 1), (2, 2)]
    assert days[2027] == [(30, 1), (2, 2)]


def test_a_festival_that_is_still_on_is_listed() -> None:
    festival = Recurrence(2, 2, length_days=3)
    assert starts(festival, 1, date(2026, 3, 22)) == ["2026-03-20"]
    assert starts(festival, 1, date(2026, 3, 23)) == ["2027-03-09"]


def test_a_long_festival_of_the_year_before_is_listed() -> None:
    assert starts(Recurrence(12, 20, length_days=30), 1, date(2026, 2, 20)) == ["2026-02-07"]


def test_a_missing_day_is_skipped_or_moved() -> None:
    assert [day[:4] for day in starts(Recurrence(12, 30), 2)] == ["2033", "2034"]
    moved = occurrences(Recurrence(12, 30, missing="last"), FIRST, 6)
    assert [from_solar(begin).day for begin, _ in moved] == [29, 29, 29, 29, 29, 29]


def test_odd_years_are_lunar_years() -> None:
    assert [day[:4] for day in starts(Recurrence(1, 9, years="odd"), 3)] == ["2027", "2029", "2031"]
    assert [day[:4] for day in starts(Recurrence(1, 9, years="even"), 3)] == ["2026", "2028", "2030"]
    # Month 12 of 2025 falls in the solar year 2026.
    assert starts(Recurrence(12, 23, years="odd"), 1) == ["2026-02-10"]


def test_a_festival_of_leap_years_waits_for_them() -> None:
    found = occurrences(Recurrence(3, 1, length_days=18, years="leap"), FIRST, 3)
    assert [begin.year for begin, _ in found] == [2028, 2031, 2033]
    assert all(leap_month(begin.year) for begin, _ in found)


def test_a_leap_month_is_not_its_namesake() -> None:
    assert starts(Recurrence(5, 15), 1, date(2028, 1, 1)) == ["2028-06-07"]
    assert starts(Recurrence(5, 15, leap=True), 2) == ["2028-07-07", "2039-07-06"]


def test_the_list_ends_with_the_calendar() -> None:
    assert len(occurrences(Recurrence(1, 1), date(2099, 1, 1), 10)) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"month": 0, "day": 1},
        {"month": 13, "day": 1},
        {"month": 1},
        {"month": 1, "day": 31},
        {"month": 1, "day": 5, "last": True},
        {"month": 1, "day": 1, "length_days": 0},
    ],
)
def test_an_impossible_rule_is_an_error(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="is not"):
        Recurrence(**fields)
