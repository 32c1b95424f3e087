import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import gtin_problem


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("8938505974194", None),
        ("09506000134352", None),
        ("96385074", None),
        ("036000291452", None),
        ("8938505974190", "check-digit"),
        ("", "length"),
        ("893850597419", "check-digit"),
        ("89385059741", "length"),
        ("2012345678900", "in-store"),
        ("0212345678900", "in-store"),
        ("212345678900", "in-store"),
        ("0412345678900", "in-store"),
        ("0512345678900", "coupon"),
        ("9812345678900", "coupon"),
        ("9912345678900", "coupon"),
        ("893850597419O", "not-digits"),
        ("8938505 974194", "not-digits"),
        ("٨٩٣٨٥٠٥٩٧٤١٩٤", "not-digits"),
    ],
)
def test_a_gtin_is_checked(code: str, problem: str | None) -> None:
    assert gtin_problem(code) == problem


@given(st.from_regex(r"\A893[0-9]{9}\Z"))
def test_exactly_one_check_digit_fits(digits: str) -> None:
    assert [gtin_problem(f"{digits}{last}") for last in range(10)].count(None) == 1
