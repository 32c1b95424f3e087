import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import NotDong, read_dong, write_dong
from chophien.text.money import MAX_DONG, MIN_DONG


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("150000", 150_000),
        ("150.000", 150_000),
        ("150,000", 150_000),
        ("150 000", 150_000),
        ("150\u00a0000", 150_000),
        ("1.500.000", 1_500_000),
        ("1,500,000", 1_500_000),
        ("１５０．０００", 150_000),
        ("150.000đ", 150_000),
        ("150.000 đ", 150_000),
        ("150.000Đ", 150_000),
        ("150.000₫", 150_000),
        ("150.000 VNĐ", 150_000),
        ("150000vnd", 150_000),
        ("150000d", 150_000),
        ("150.000 dong", 150_000),
        ("150.000 đồng", 150_000),
        (" 150.000 đo\u0302\u0300ng ", 150_000),
        ("1000", 1_000),
        ("120.000.000.000", 120_000_000_000),
    ],
)
def test_digits_are_read_as_written(text: str, dong: int) -> None:
    assert read_dong(text) == dong


@pytest.mark.parametrize(
    ("text", "reason", "understood"),
    [
        ("", "empty", None),
        (" \u00a0", "empty", None),
        ("150k", "shorthand", 150_000),
        ("150 K", "shorthand", 150_000),
        ("1tr2", "shorthand", 1_200_000),
        ("1tr25", "shorthand", 1_250_000),
        ("1tr200k", "shorthand", 1_200_000),
        ("1,5 triệu", "shorthand", 1_500_000),
        ("1.2 tr", "shorthand", 1_200_000),
        ("2 triệu rưỡi", "shorthand", 2_500_000),
        ("1 triệu 200 nghìn đồng", "shorthand", 1_200_000),
        ("1 tỷ 200 triệu", "shorthand", 1_200_000_000),
        ("150 nghìn", "shorthand", 150_000),
        ("150 nghìn/kg", "shorthand", 150_000),
        ("150 ngàn", "shorthand", 150_000),
        ("150k/gói 1-2 kg", "shorthand", 150_000),
        ("150.000đ/kg", "shorthand", 150_000),
        ("VND 150.000", "shorthand", 150_000),
        ("1.250k", "shorthand", None),
        ("1,250 triệu", "shorthand", None),
        ("1,5tr2", "shorthand", None),
        ("1k2tr", "shorthand", None),
        ("1,2345k", "shorthand", None),
        ("0,5k", "too-small", None),
        ("200 tỷ", "too-large", None),
        ("1.5", "fraction", None),
        ("150.00", "fraction", None),
        ("150.5", "fraction", None),
        ("0,150", "fraction", None),
        ("150.000,00", "fraction", 150_000),
        ("150,000.5", "fraction", None),
        ("1.500.00", "grouping", None),
        ("1.50.000", "grouping", None),
        ("1500.000", "grouping", None),
        ("1.500,000", "grouping", None),
        ("150. 000", "grouping", None),
        ("15.0000", "grouping", None),
        ("150-200k", "range", None),
        ("150.000 - 200.000", "range", None),
        ("150.000–200.000", "range", None),
        ("150k đến 200k", "range", None),
        ("từ 150.000", "range", None),
        ("thỏa thuận", "negotiable", None),
        ("Thoả thuận", "negotiable", None),
        ("liên hệ 0912345678", "negotiable", None),
        ("-5000", "negative", None),
        ("− 5000", "negative", None),
        ("0", "too-small", None),
        ("150", "too-small", 150_000),
        ("999đ", "too-small", 999_000),
        ("120.000.000.001", "too-large", None),
        ("9" * 5000, "too-large", None),
        ("0912345678", "not-a-number", None),
        ("một trăm nghìn", "not-a-number", None),
        ("1e5", "not-a-number", None),
        ("150_000", "not-a-number", None),
        ("150²", "not-a-number", None),
        ("٣٥٠٠٠", "not-a-number", None),
        ("$150", "not-a-number", None),
        ("150.000.", "not-a-number", None),
        ("150\u200b000", "not-a-number", None),
    ],
)
def test_a_price_that_needs_guessing_is_refused(text: str, reason: str, understood: int | None) -> None:
    with pytest.raises(NotDong) as refusal:
        read_dong(text)
    assert (refusal.value.reason, refusal.value.understood) == (reason, understood)


def test_a_price_is_written_with_a_no_break_space() -> None:
    assert write_dong(150_000) == "150.000\u00a0₫"


@given(st.integers(min_value=MIN_DONG, max_value=MAX_DONG))
def test_a_written_price_reads_back(dong: int) -> None:
    assert read_dong(write_dong(dong)) == dong
    assert read_dong(str(dong)) == dong


@given(st.text(alphabet="0123456789.,- /kKtrđ₫dnghìVND\u00a0", max_size=14) | st.text(max_size=10))
def test_only_digits_with_signs_between_are_a_price(text: str) -> None:
    try:
        dong = read_dong(text)
    except NotDong as refusal:
        offer = refusal.understood
        assert offer is None or read_dong(str(offer)) == offer
    else:
        assert MIN_DONG <= dong <= MAX_DONG
        assert re.sub(r"[\s.,đĐ₫dDvVnNoOgGồô]", "", text) == str(dong)
