from decimal import Decimal

import pytest

from chophien.feeds import _values
from chophien.text import Quantity, unit_price


@pytest.mark.parametrize(
    ("value", "unit", "measure", "base"),
    [
        ("100", "g", "100 g", "100 g"),
        ("1.5", "kg", "1.5 kg", "1 kg"),
        ("500", "ml", "500 ml", "100 ml"),
        ("1000", "g", "1000 g", "1 kg"),
        ("0.5", "l", "0.5 l", "100 ml"),
    ],
)
def test_unit_prices_are_per_small_unit_below_one_kilogram_or_litre(
    value: str, unit: str, measure: str, base: str
) -> None:
    net = Quantity(Decimal(value), unit)
    per = unit_price(120_000, net)
    assert per is not None
    assert (_values.measure(net), _values.measure(per[1])) == (measure, base)


def test_counted_goods_have_no_measure() -> None:
    assert _values.measure(Quantity(Decimal(10), "item", "gói")) == ""


@pytest.mark.parametrize(
    ("grams", "text"),
    [(150, "0.15 kg"), (1000, "1 kg"), (12_345, "12.345 kg"), (500_000, "500 kg"), (None, "")],
)
def test_weights_are_kilograms(grams: int | None, text: str) -> None:
    assert _values.kilograms(grams) == text


@pytest.mark.parametrize(("written", "text"), [("18 month", "18 tháng"), ("5 day", "5 ngày"), ("", "")])
def test_durations_are_vietnamese(written: str, text: str) -> None:
    assert _values.duration(written) == text
