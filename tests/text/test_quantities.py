from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import NotQuantity, Quantity, as_much, read_quantity, unit_price, write_quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "counter"),
    [
        ("500 g", "500", "g", ""),
        ("500g", "500", "g", ""),
        ("５００ｇ", "500", "g", ""),
        ("250 gram", "250", "g", ""),
        ("250 gam", "250", "g", ""),
        ("1.500 g", "1500", "g", ""),
        ("1 500 g", "1500", "g", ""),
        ("1.500,5 g", "1500.5", "g", ""),
        ("0,5 kg", "0.5", "kg", ""),
        ("0.5 KG", "0.5", "kg", ""),
        ("0,500 kg", "0.5", "kg", ""),
        ("1500,250 g", "1500.25", "g", ""),
        ("3 lạng", "300", "g", ""),
        ("2 yến", "20", "kg", ""),
        ("1,5 tạ", "150", "kg", ""),
        ("2 tấn", "2000", "kg", ""),
        ("1,5 lít", "1.5", "l", ""),
        ("2L", "2", "l", ""),
        ("330 ml", "330", "ml", ""),
        ("15 mg", "15", "mg", ""),
        ("25 mm", "2.5", "cm", ""),
        ("20 cm", "20", "cm", ""),
        ("1.25 m", "1.25", "m", ""),
        ("4 m²", "4", "m2", ""),
        ("4 mét vuông", "4", "m2", ""),
        ("10 gói", "10", "item", "gói"),
        ("1 Chiếc", "1", "item", "chiếc"),
        ("2 bó", "2", "item", "bó"),
        ("2 bộ", "2", "item", "bộ"),
        ("1 đôi", "1", "item", "đôi"),
    ],
)
def test_a_quantity_is_read_in_the_authors_units(text: str, value: str, unit: str, counter: str) -> None:
    assert read_quantity(text) == Quantity(Decimal(value), unit, counter)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("500", "no-unit"),
        ("2 kí", "unknown-unit"),
        ("2 cân", "unknown-unit"),
        ("2 goi", "unknown-unit"),
        ("500 g x 2", "unknown-unit"),
        ("kg", "not-a-number"),
        ("nửa lít", "not-a-number"),
        ("½ kg", "not-a-number"),
        ("1,500 g", "ambiguous"),
        ("1,500,000 g", "ambiguous"),
        ("1,500.5 g", "ambiguous"),
        ("1.50.000 g", "ambiguous"),
        ("0 g", "not-positive"),
        ("0,0 kg", "not-positive"),
        ("-5 kg", "not-positive"),
    ],
)
def test_a_quantity_that_needs_guessing_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotQuantity) as refusal:
        read_quantity(text)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("quantity", "vietnamese", "english"),
    [
        (Quantity(Decimal("1500.5"), "g"), "1.500,5 g", "1,500.5 g"),
        (Quantity(Decimal("0.50"), "l"), "0,5 lít", "0.5 l"),
        (Quantity(Decimal(4), "m2"), "4 m²", "4 m²"),
        (Quantity(Decimal(1), "item", "hộp"), "1 hộp", "1 box"),
        (Quantity(Decimal(3), "item", "hộp"), "3 hộp", "3 boxes"),
        (Quantity(Decimal(3), "item"), "3 cái", "3 pieces"),
    ],
)
def test_a_quantity_is_written_for_people(quantity: Quantity, vietnamese: str, english: str) -> None:
    assert write_quantity(quantity, "vi").replace("\u00a0", " ") == vietnamese
    assert write_quantity(quantity, "en").replace("\u00a0", " ") == english


@given(
    st.decimals(min_value="0.001", max_value="999999", places=2).filter(lambda value: value > 0),
    st.sampled_from(["mg", "g", "kg", "ml", "l", "cm", "m", "m2"]),
)
def test_a_quantity_written_in_vietnamese_reads_back(value: Decimal, unit: str) -> None:
    quantity = Quantity(value, unit)
    assert read_quantity(write_quantity(quantity, "vi")) == quantity


@pytest.mark.parametrize(
    ("price", "text", "expected"),
    [
        (150_000, "500 g", (30_000, Quantity(Decimal(100), "g"))),
        (150_000, "0,5 kg", (30_000, Quantity(Decimal(100), "g"))),
        (150_000, "1 kg", (150_000, Quantity(Decimal(1), "kg"))),
        (150_000, "1.000 g", (150_000, Quantity(Decimal(1), "kg"))),
        (100_000, "3 kg", (33_333, Quantity(Decimal(1), "kg"))),
        (1_001, "200 g", (501, Quantity(Decimal(100), "g"))),
        (50_000, "500 ml", (10_000, Quantity(Decimal(100), "ml"))),
        (50_000, "2 lít", (25_000, Quantity(Decimal(1), "l"))),
        (50_000, "500 mg", (10_000_000, Quantity(Decimal(100), "g"))),
        (50_000, "2 m", None),
        (50_000, "2 gói", None),
    ],
)
def test_packs_are_compared_by_a_common_amount(price: int, text: str, expected: tuple[int, Quantity] | None) -> None:
    assert unit_price(price, read_quantity(text)) == expected


@pytest.mark.parametrize(("one", "other", "same"), [
    ("1 kg", "1000 g", True), ("0,5 lít", "500 ml", True), ("1 bó", "1 bó", True),
    ("1 kg", "100 g", False), ("1 bó", "1 gói", False), ("1 kg", "1 lít", False), ("1 m", "1 m2", False),
])  # fmt: skip
def test_quantities_are_compared_across_units(one: str, other: str, same: bool) -> None:
    assert as_much(read_quantity(one), read_quantity(other)) is same
