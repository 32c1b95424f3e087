import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import Dong, NotDong, read_dong, understand_dong, write_dong
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
        ("VND 150.000", 150_000),
        ("₫150.000", 150_000),
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
        ("1tr250", "shorthand", 1_250_000),
        ("1tr25", "ambiguous", None),
        ("1 triệu 50", "ambiguous", None),
        ("1 triệu 05", "ambiguous", None),
        ("1 triệu 50 nghìn", "shorthand", 1_050_000),
        ("1tr200k", "shorthand", 1_200_000),
        ("1,5 triệu", "shorthand", 1_500_000),
        ("1.2 tr", "shorthand", 1_200_000),
        ("2 triệu rưỡi", "shorthand", 2_500_000),
        ("1 triệu 200 nghìn đồng", "shorthand", 1_200_000),
        ("1 tỷ 200 triệu", "shorthand", 1_200_000_000),
        ("150 nghìn", "shorthand", 150_000),
        ("150 nghìn/kg", "shorthand", 150_000),
        ("150 ngàn", "shorthand", 150_000),
        ("150k/m2", "shorthand", 150_000),
        ("150k/người/ngày", "shorthand", 150_000),
        ("150k/gói 1-2 kg", "ambiguous", None),
        ("35.000đ/100g", "ambiguous", None),
        ("100.000đ/2kg", "ambiguous", None),
        ("100.000/ 2 kg", "ambiguous", None),
        ("150k/1000g", "ambiguous", None),
        ("150.000đ/kg", "shorthand", 150_000),
        ("１５０．０００", "shorthand", 150_000),
        ("VND 150.000 đ", "shorthand", 150_000),
        ("1.250k", "ambiguous", None),
        ("1,250 triệu", "ambiguous", None),
        ("1,5tr2", "ambiguous", None),
        ("1k2tr", "ambiguous", None),
        ("1,2345k", "ambiguous", None),
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
        ("150k/200k", "range", None),
        ("150.000đ/200.000đ", "range", None),
        ("150.000/200.000/kg", "range", None),
        ("150.000đ / 200k / kg", "range", None),
        ("150.000/kg/200.000", "range", None),
        ("150/kg", "too-small", None),
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


@pytest.mark.parametrize("text", [
    "150k", "150 K", "150.000đ", "150,000", "150.000 VNĐ", "150.000₫", "150 nghìn", "150 nghìn/kg", "１５０．０００",
    "１５０k", "150000", "150 000", "150.000 đồng", "0,15 triệu",
])  # fmt: skip
def test_what_means_one_price_is_understood_as_it(text: str) -> None:
    assert understand_dong(text).amount == 150_000


@pytest.mark.parametrize(("text", "dong"), [
    ("150000", Dong(150_000, True)),
    ("150.000 đ", Dong(150_000, True)),
    ("150k", Dong(150_000, False)),
    ("1tr2", Dong(1_200_000, False)),
    ("1,5 triệu", Dong(1_500_000, False)),
    ("150 nghìn/kg", Dong(150_000, False)),
    ("１５００００", Dong(150_000, False)),
])  # fmt: skip
def test_only_plain_digits_are_exact(text: str, dong: Dong) -> None:
    assert understand_dong(text) == dong


@pytest.mark.parametrize(
    "text",
    [
        "1.5",
        "150.00",
        "150-200k",
        "thỏa thuận",
        "-5000",
        "1.500.00",
        "999",
        "150",
        "0,9k",
        "150.000/200.000/kg",
        "100.000đ/2kg",
        "1 triệu 50",
    ],
)
def test_what_could_mean_two_prices_is_not_understood(text: str) -> None:
    with pytest.raises(NotDong) as refusal:
        understand_dong(text)
    assert refusal.value.reason not in {"shorthand", "not-a-number"}, "the refusal says what is wrong"


@pytest.mark.parametrize("cell", [150_000, 150_000.0, 1_000, 1.2e5])
def test_a_whole_number_of_a_spreadsheet_is_exact(cell: float) -> None:
    assert understand_dong(cell) == Dong(int(cell), True)


@pytest.mark.parametrize(("cell", "reason", "understood"), [
    (35, "too-small", 35_000),
    (35.0, "too-small", 35_000),
    (0, "too-small", None),
    (1.234, "fraction", None),
    (150_000.5, "fraction", None),
    (-5000, "negative", None),
    (1e18, "too-large", None),
    (float("nan"), "not-a-number", None),
    (float("inf"), "not-a-number", None),
    (True, "not-a-number", None),
])  # fmt: skip
def test_another_number_of_a_spreadsheet_is_refused(cell: float, reason: str, understood: int | None) -> None:
    with pytest.raises(NotDong) as refusal:
        understand_dong(cell)
    assert (refusal.value.reason, refusal.value.understood) == (reason, understood)


# --- prices written in every way that has one meaning, and what the meaning is -------------------------

AMOUNTS = st.integers(MIN_DONG, MAX_DONG)
CURRENCY = st.sampled_from(["", "đ", " đ", "₫", "\u00a0₫", " VND", "VNĐ", " vnđ", " đồng", " dong"])
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@given(AMOUNTS, st.sampled_from([".", ",", " ", "\u00a0", ""]), CURRENCY, st.booleans())
def test_digits_mean_themselves_however_they_are_grouped(dong: int, sign: str, after: str, padded: bool) -> None:
    text = f"{dong:,}".replace(",", sign) + after
    assert understand_dong(f" {text} " if padded else text) == Dong(dong, True)
    assert understand_dong(text.translate(FULL_WIDTH)) == Dong(dong, False)
    assert understand_dong(f"{text}/kg") == Dong(dong, False)
    assert read_dong(text) == dong


@given(st.integers(1, 999_999), st.sampled_from(["k", " K", " nghìn", " ngàn", "k đ"]), st.sampled_from(["", "/gói"]))
def test_thousands_in_words_mean_thousands(count: int, scale: str, per: str) -> None:
    assert understand_dong(f"{count}{scale}{per}") == Dong(count * 1_000, False)


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from([",", "."]))
def test_millions_and_a_rest_mean_their_sum(millions: int, thousands: int, sign: str) -> None:
    dong = millions * 1_000_000 + thousands * 1_000
    assert understand_dong(f"{millions}tr{thousands:03}") == Dong(dong, False)
    assert understand_dong(f"{millions} triệu {thousands} nghìn") == Dong(dong, False)
    tenths = thousands % 9 + 1
    assert understand_dong(f"{millions}{sign}{tenths} triệu").amount == millions * 1_000_000 + tenths * 100_000
    assert understand_dong(f"{millions}tr{tenths}").amount == millions * 1_000_000 + tenths * 100_000


@given(AMOUNTS, AMOUNTS, st.sampled_from(["-", " - ", "–", "~", " đến ", "/", " / "]))
def test_two_prices_are_never_one(one: int, other: int, between: str) -> None:
    with pytest.raises(NotDong):
        understand_dong(f"{one}{between}{other}")


def offer(text: str) -> int | None:
    with pytest.raises(NotDong) as refusal:
        read_dong(text)
    return refusal.value.understood


PRICES = st.sampled_from(["100.000đ", "100000", "100k", "100 nghìn", "1tr2", "1,5 triệu"])
COUNTS = st.integers(1, 999_999).map(str) | st.sampled_from(["1,5", "0.5", "1/2", "1-2"])


@given(PRICES, st.sampled_from(["/", " / "]), COUNTS, st.sampled_from(["", "g", " kg", " gói", "/kg", "k", "đ/kg"]))
def test_a_price_of_some_amount_is_no_offer(price: str, stroke: str, count: str, unit: str) -> None:
    assert offer(f"{price}{stroke}{count}{unit}") is None


@given(PRICES, st.sampled_from(["/gói", " / ", "/chai "]), COUNTS, st.sampled_from(["g", " kg", " ml"]))
def test_nor_is_the_price_of_a_pack_of_some_amount(price: str, stroke: str, count: str, unit: str) -> None:
    assert offer(f"{price}{stroke}{count}{unit}") is None


@given(st.integers(1, 999), st.sampled_from(["tr", " triệu ", " tỷ ", "k"]), st.integers(0, 99))
def test_two_digits_behind_a_unit_are_no_offer(whole: int, scale: str, rest: int) -> None:
    assert offer(f"{whole}{scale}{rest:02}") is None


@given(st.text(alphabet="0123456789.,- /kKtrđ₫dnghìVND\u00a0０５９", max_size=14) | st.text(max_size=10))
def test_no_text_has_two_meanings(text: str) -> None:
    """What is exact is written back as itself; what is offered, when accepted, is what was shown."""
    try:
        found = understand_dong(text)
    except NotDong as refusal:
        with pytest.raises(NotDong) as again:
            read_dong(text)
        assert (again.value.reason, again.value.understood) == (refusal.reason, refusal.understood)
        return
    assert understand_dong(write_dong(found.amount)) == Dong(found.amount, True)
    if found.exact:
        assert read_dong(text) == found.amount
        assert re.sub(r"[^0-9]", "", text) == str(found.amount)
    else:
        with pytest.raises(NotDong) as offer:
            read_dong(text)
        assert (offer.value.reason, offer.value.understood) == ("shorthand", found.amount)
