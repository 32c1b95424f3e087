from decimal import Decimal

import pytest

from chophien.text import write_number


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1500, "1.500", "1,500"),
        (-1234567, "-1.234.567", "-1,234,567"),
        (1234567.5, "1.234.567,5", "1,234,567.5"),
        (0.1, "0,1", "0.1"),
        (1e21, "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"),
        (2.0, "2", "2"),
        (Decimal("1.50"), "1,5", "1.5"),
        (Decimal("1E+3"), "1.000", "1,000"),
    ],
)
def test_thousands_are_grouped(value: int | float | Decimal, vietnamese: str, english: str) -> None:
    assert write_number(value, "vi") == vietnamese
    assert write_number(value, "en") == english


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_what_is_no_number_is_not_written(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        write_number(value, "vi")
