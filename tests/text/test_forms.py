"""Numbers, dates and quantities as a language's catalogue has them."""

from datetime import date

import pytest

from chophien.text import Forms, forms, read_quantity, write_date, write_date_range, write_number, write_quantity

WORDS = {
    "form.group": " ", "form.decimal": ",", "form.dong": "{number} VND", "form.date": "{day} {name} {year}",
    "form.dates-in-month": "du {day} au {last_day} {name} {year}", "form.dates": "du {first} au {last}",
    "unit.gói": "sachet", "month.3": "mars", "month.4": "avril",
}  # fmt: skip
FRENCH = forms("fr", WORDS)
BARE = forms("xx", {})
DOTTED = forms("xx", {"form.date": "{year}.{month:02}.{day:02}"})


@pytest.mark.parametrize(
    ("own", "number", "written"),
    [
        (FRENCH, 1234567.5, "1 234 567,5"),
        (BARE, 1234567.5, "1,234,567.5"),
        (forms("vi", WORDS), 1234.5, "1.234,5"),
        (forms("en", WORDS), 1234.5, "1,234.5"),
    ],
)
def test_a_number_has_the_signs_of_its_language(own: Forms, number: float, written: str) -> None:
    assert write_number(number, own) == written


@pytest.mark.parametrize(
    ("own", "first", "last", "written"),
    [
        (FRENCH, "2027-03-09", "2027-03-09", "9 mars 2027"),
        (FRENCH, "2027-03-09", "2027-03-11", "du 9 au 11 mars 2027"),
        (FRENCH, "2027-03-09", "2027-04-01", "du 9 mars 2027 au 1 avril 2027"),
        (BARE, "2027-03-09", "2027-03-09", "9 March 2027"),
        (BARE, "2027-03-09", "2027-03-11", "9–11 March 2027"),
        (forms("vi", WORDS), "2027-03-09", "2027-03-11", "09–11/03/2027"),
        (DOTTED, "2027-03-09", "2027-03-11", "2027.03.09 – 2027.03.11"),
    ],
)  # fmt: skip
def test_dates_follow_the_patterns_and_else_the_english_form(own: Forms, first: str, last: str, written: str) -> None:
    assert write_date_range(date.fromisoformat(first), date.fromisoformat(last), own) == written


def test_quantities_and_prices_take_their_words_from_the_catalogue() -> None:
    assert write_quantity(read_quantity("2 gói"), FRENCH) == "2\u00a0sachet"
    assert write_quantity(read_quantity("1,5 lít"), FRENCH) == "1,5\u00a0l"
    assert write_quantity(read_quantity("2 hộp"), BARE) == "2\u00a0boxes"
    assert FRENCH.dong("120 000") == "120 000 VND"
    assert BARE.dong("120,000") == "120,000\u00a0₫"


@pytest.mark.parametrize("pattern", ["{jour}", "{day", "{}", "{day.x}", "{name:d}"])
def test_a_pattern_that_cannot_be_filled_is_passed_over(pattern: str) -> None:
    assert write_date(date(2027, 3, 9), forms("xx", {"form.date": pattern})) == "9 March 2027"


def test_a_list_of_the_wrong_length_is_passed_over() -> None:
    assert forms("xx", {"form.lunar-months": "一 二"}).nth("lunar-months", 12) == "12"


@pytest.mark.parametrize(("name", "pattern"), [
    ("dong", "dongs"), ("date", "{day}/{month}"), ("date", "le jour"), ("dates", "{last}"), ("quantity", "{unit}"),
    ("dates-in-month", "{day} {month} {year}"), ("dates-in-year", "{day} {month} {last_day} {year}"),
    ("lunar", "{day}"),
])  # fmt: skip
def test_a_pattern_that_leaves_out_what_is_to_be_said_is_passed_over(name: str, pattern: str) -> None:
    assert name not in forms("xx", {f"form.{name}": pattern}).patterns


def test_a_month_may_be_a_number_or_a_name() -> None:
    for pattern in ("{day} {name} {year}", "{year}.{month:02}.{day:02}"):
        assert forms("xx", {"form.date": pattern}).patterns == {"date": pattern}
