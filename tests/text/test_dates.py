from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import NotDate, NotTime, add_months, read_date, read_time, write_date, write_date_range


@pytest.mark.parametrize("text", ["2026-03-09", "9/3/2026", "09/03/2026", "9-3-2026", "9.3.2026", " ９/３/２０２６ "])
def test_the_day_stands_before_the_month(text: str) -> None:
    assert read_date(text) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("mai", "not-a-date"),
        ("9/3-2026", "not-a-date"),
        ("9/3", "not-a-date"),
        ("9/3/026", "not-a-date"),
        ("30/2/2026", "no-such-day"),
        ("29/02/2026", "no-such-day"),
        ("0/3/2026", "no-such-day"),
        ("13/13/2026", "no-such-day"),
        ("2026-25-03", "no-such-day"),
        ("0000-01-01", "no-such-day"),
        ("9/3/26", "two-digit-year"),
        ("3/25/2026", "month-first"),
    ],
)
def test_a_doubtful_date_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotDate) as refusal:
        read_date(text)
    assert refusal.value.reason == reason


def test_a_date_is_written_in_both_languages() -> None:
    assert write_date(date(2026, 3, 9), "vi") == "09/03/2026"
    assert write_date(date(2026, 3, 9), "en") == "9 March 2026"


@given(st.dates())
def test_a_written_date_reads_back(day: date) -> None:
    assert read_date(write_date(day, "vi")) == day
    assert read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("first", "last", "vietnamese", "english"),
    [
        ("2026-03-09", "2026-03-09", "09/03/2026", "9 March 2026"),
        ("2026-03-09", "2026-03-11", "09–11/03/2026", "9–11 March 2026"),
        ("2026-02-28", "2026-03-10", "28/02–10/03/2026", "28 February – 10 March 2026"),
        ("2026-12-28", "2027-01-02", "28/12/2026 – 02/01/2027", "28 December 2026 – 2 January 2027"),
    ],
)
def test_a_range_does_not_repeat_what_its_ends_share(first: str, last: str, vietnamese: str, english: str) -> None:
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert write_date_range(*ends, "vi") == vietnamese
    assert write_date_range(*ends, "en") == english


def test_a_range_that_ends_before_it_begins_is_an_error() -> None:
    with pytest.raises(ValueError, match="before"):
        write_date_range(date(2026, 3, 2), date(2026, 3, 1), "vi")


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -13, "2024-12-15"),
        ("2026-05-05", 0, "2026-05-05"),
    ],
)
def test_months_are_added_within_the_month(day: str, months: int, result: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(result)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7:30", time(7, 30)),
        ("7h30", time(7, 30)),
        ("7H30", time(7, 30)),
        ("7 giờ 30 phút", time(7, 30)),
        ("7g30", time(7, 30)),
        ("7h", time(7)),
        ("19:00", time(19)),
        ("00:00", time(0)),
    ],
)
def test_a_time_of_day_is_read(text: str, expected: time) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("7", "not-a-time"),
        ("7h tối", "not-a-time"),
        ("7:3", "not-a-time"),
        ("7:30:00", "not-a-time"),
        ("24:00", "no-such-time"),
        ("7h60", "no-such-time"),
    ],
)
def test_a_doubtful_time_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotTime) as refusal:
        read_time(text)
    assert refusal.value.reason == reason
