import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.lunar import LunarDate, NoSuchLunarDate, days_in_month, from_solar, leap_month, to_solar

VECTORS = list(csv.DictReader((Path(__file__).parent / "lunar_vectors.csv").open(encoding="utf-8")))

# Lunar day and month: its dates in 2027 to 2031.
TABLE = {
    (1, 1): "6/2 26/1 13/2 2/2 23/1",
    (5, 1): "10/2 30/1 17/2 6/2 27/1",
    (10, 1): "15/2 4/2 22/2 11/2 1/2",
    (15, 1): "20/2 9/2 27/2 16/2 6/2",
    (2, 2): "9/3 26/2 16/3 5/3 22/2",
    (3, 3): "9/4 28/3 16/4 5/4 25/3",
    (10, 3): "16/4 4/4 23/4 12/4 1/4",
    (15, 8): "15/9 3/10 22/9 12/9 1/10",
}


def test_there_are_vectors() -> None:
    assert len(VECTORS) > 50


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["solar_date_vn"])
def test_published_dates_come_out(vector: dict[str, str]) -> None:
    year, month, day = (int(vector[f"lunar_{part}"]) for part in ("year", "month", "day"))
    lunar = LunarDate(year, month, day, vector["leap"] == "1")
    solar = date.fromisoformat(vector["solar_date_vn"])
    assert to_solar(lunar) == solar
    assert from_solar(solar) == lunar


@pytest.mark.parametrize(("day", "month"), TABLE)
def test_festival_days_of_five_years_come_out(day: int, month: int) -> None:
    found = [to_solar(LunarDate(year, month, day)) for year in range(2027, 2032)]
    assert " ".join(f"{solar.day}/{solar.month}" for solar in found) == TABLE[day, month]


def test_leap_months_are_those_of_the_vietnamese_calendar() -> None:
    assert {year: leap_month(year) for year in range(2025, 2051) if leap_month(year)} == {
        2025: 6,
        2028: 5,
        2031: 3,
        2033: 11,
        2036: 6,
        2039: 5,
        2042: 2,
        2044: 7,
        2047: 5,
        2050: 3,
    }
    assert (leap_month(1985), leap_month(1987)) == (2, 7)


@pytest.mark.parametrize(("year", "length"), [(2025, 29), (2026, 29), (2027, 29), (2030, 29), (2031, 29), (2032, 30)])
def test_the_last_month_is_short_in_most_coming_years(year: int, length: int) -> None:
    new_year = to_solar(LunarDate(year + 1, 1, 1))
    assert days_in_month(year, 12) == (new_year - to_solar(LunarDate(year, 12, 1))).days == length


@pytest.mark.parametrize(
    "lunar",
    [
        LunarDate(2031, 1, 30),
        LunarDate(2026, 12, 30),
        LunarDate(2026, 5, 1, leap=True),
        LunarDate(2028, 6, 1, leap=True),
        LunarDate(2026, 13, 1),
        LunarDate(2026, 1, 31),
        LunarDate(2026, 1, 0),
        LunarDate(2300, 1, 1),
    ],
)
def test_a_day_that_does_not_exist_is_refused(lunar: LunarDate) -> None:
    with pytest.raises(NoSuchLunarDate):
        to_solar(lunar)


def test_a_month_that_does_not_exist_has_no_length() -> None:
    with pytest.raises(NoSuchLunarDate):
        days_in_month(2026, 5, leap=True)


def test_a_solar_date_out_of_range_is_refused() -> None:
    with pytest.raises(NoSuchLunarDate):
        from_solar(date(1800, 1, 1))


@given(st.dates(min_value=date(1900, 1, 31), max_value=date(2100, 12, 30)))
def test_every_day_converts_back_and_follows_the_day_before(solar: date) -> None:
    lunar = from_solar(solar)
    assert to_solar(lunar) == solar
    following = from_solar(solar + timedelta(days=1))
    assert following.day == (1 if lunar.day == days_in_month(lunar.year, lunar.month, lunar.leap) else lunar.day + 1)


def test_the_years_are_those_of_the_library() -> None:
    import lunar_vn

    from chophien.lunar.dates import FIRST_YEAR, LAST_YEAR

    assert (FIRST_YEAR, LAST_YEAR) == lunar_vn.SUPPORTED_YEAR_RANGE
