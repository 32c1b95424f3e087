import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import NotPhone, read_phone, tel_uri, write_phone


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0912345678", "0912345678"),
        ("0912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("0912-345-678", "0912345678"),
        ("(0912) 345678", "0912345678"),
        ("+84912345678", "0912345678"),
        ("+84 (0) 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("0084 912 345 678", "0912345678"),
        ("０９１２３４５６７８", "0912345678"),
        ("0845678901", "0845678901"),
        ("0206 3852 345", "02063852345"),
        ("+84 206 3852 345", "02063852345"),
        ("024 3825 5555", "02438255555"),
        ("1900 1234", "19001234"),
        ("1900 545 415", "1900545415"),
        ("1800.1091", "18001091"),
    ],
)
def test_a_number_is_reduced_to_national_digits(text: str, digits: str) -> None:
    assert read_phone(text) == digits


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("912345678", "missing-zero"),
        ("845678901", "missing-zero"),
        ("2063852345", "missing-zero"),
        ("091234567", "too-short"),
        ("113", "too-short"),
        ("+849123", "too-short"),
        ("09123456789", "too-long"),
        ("091234567890", "too-long"),
        ("01682345678", "old-mobile"),
        ("0612345678", "unknown-prefix"),
        ("+86 138 0013 8000", "foreign"),
        ("0912345678 / 0987654321", "several"),
        ("0912 345 678 - 0987 654 321", "several"),
        ("0912345678 hoặc 0987654321", "several"),
        ("0912345678 0206 385 1234", "several"),
        ("0912345678, 0987654321", "several"),
        ("0912345678 (Lan)", "not-a-number"),
        ("Zalo", "not-a-number"),
        ("-", "not-a-number"),
    ],
)
def test_a_number_that_cannot_be_dialled_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotPhone) as refusal:
        read_phone(text)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("digits", "written", "uri"),
    [
        ("0912345678", "0912 345 678", "tel:+84912345678"),
        ("02063852345", "0206 3852 345", "tel:+842063852345"),
        ("02438255555", "024 3825 5555", "tel:+842438255555"),
        ("19001234", "1900 1234", "tel:19001234"),
        ("190012345", "1900 12345", "tel:190012345"),
        ("1900545415", "1900 545 415", "tel:1900545415"),
    ],
)
def test_a_number_is_grouped_and_linked(digits: str, written: str, uri: str) -> None:
    assert write_phone(digits) == written
    assert tel_uri(digits) == uri


@given(st.from_regex(r"\A(?:0[35789][0-9]{8}|02[0-9]{8,9}|1[89]00[0-9]{4,6})\Z"))
def test_a_written_number_reads_back(digits: str) -> None:
    assert read_phone(write_phone(digits)) == digits
    assert read_phone(tel_uri(digits).removeprefix("tel:")) == digits
