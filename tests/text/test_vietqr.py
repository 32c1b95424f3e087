"""VietQR payloads: the vectors of NAPAS and of public libraries, one mistake at a time, and any that we write."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import NotVietQR, VietQR, purpose_of, read_vietqr, write_vietqr
from chophien.text.vietqr import LIMIT_DONG, REASONS, checksum

with (Path(__file__).parent / "vietqr_vectors.csv").open(encoding="utf-8", newline="") as source:
    VECTORS = list(csv.DictReader(source))
"""``source`` of each row says where it is from; collected 22 November 2026."""
VALID = [row for row in VECTORS if row["kind"] == "valid"]
WRONG = {
    "spec_account_static_erratum": ("length", "38.01"),
    "spec_card_dynamic_printed_erratum": ("checksum", "63"),
    "bad_crc": ("checksum", "63"),
}
GOOD = "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN"


def sealed(body: str) -> str:
    """Add a right checksum."""
    return f"{body}6304{checksum(body + '6304')}"


def refused(text: str) -> tuple[str, str]:
    with pytest.raises(NotVietQR) as wrong:
        read_vietqr(text)
    return wrong.value.reason, wrong.value.at


def test_there_are_vectors_of_every_kind() -> None:
    assert (len(VALID), len(VECTORS)) == (14, 17)
    assert {row["id"] for row in VECTORS if row["kind"] != "valid"} == set(WRONG)


def test_the_checksum_is_that_of_the_standard() -> None:
    assert checksum("123456789") == "29B1"


@pytest.mark.parametrize("row", VALID, ids=lambda row: row["id"])
def test_a_valid_payload_says_what_it_says(row: dict[str, str]) -> None:
    code = read_vietqr(row["payload"])
    assert (code.bin, code.account) == (row["bin"], row["account"])
    assert code.to_card is (row["service"] == "QRIBFTTC")
    assert code.amount == (int(row["amount_54"]) if row["amount_54"] else None)
    assert code.purpose == purpose_of(row["purpose_input"])
    assert [value for _, value in code.additional] == re.findall(r"^\w+", row["extra"])


@pytest.mark.parametrize("row", VALID, ids=lambda row: row["id"])
def test_what_is_read_is_written_the_same_with_the_checksum_in_capitals(row: dict[str, str]) -> None:
    assert write_vietqr(read_vietqr(row["payload"])) == row["payload"][:-4] + row["payload"][-4:].upper()


@pytest.mark.parametrize("row", [row for row in VALID if row["amount_54"] and not row["extra"]], ids=lambda r: r["id"])
def test_a_payload_is_built_from_its_parts(row: dict[str, str]) -> None:
    code = VietQR(row["bin"], row["account"], amount=int(row["amount_54"]), purpose=purpose_of(row["purpose_input"]))
    assert write_vietqr(code) == row["payload"]


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_wrong_vector_is_refused(name: str) -> None:
    (payload,) = (row["payload"] for row in VECTORS if row["id"] == name)
    assert refused(payload) == WRONG[name]


CASES = [
    ("", "empty", ""),
    (" \r\n", "empty", ""),
    ("0011012345678", "not-a-code", ""),
    ("2|99|0912345678|||0|0|0", "not-a-code", ""),
    ("https://me.momo.vn/abc", "not-a-code", ""),
    (sealed(GOOD + "5907LÒ MẪU "), "characters", ""),
    (sealed(GOOD)[:-1], "length", "63"),
    (sealed(GOOD)[:-30], "length", "38"),
    (sealed(GOOD) + "x", "length", ""),
    (sealed(GOOD + "5900"), "length", ""),
    (sealed(GOOD + "5303704"), "twice", "53"),
    (sealed(GOOD) + sealed(GOOD), "twice", "00"),
    (GOOD, "checksum-missing", "63"),
    (sealed(GOOD) + "5303704", "twice", "53"),
    (sealed(GOOD) + "5402AB", "checksum-missing", "63"),
    (GOOD + "6304ZZZZ", "checksum-missing", "63"),
    (GOOD + "63040000", "checksum", "63"),
    (sealed(GOOD).replace("0011012345678", "0011012345679"), "checksum", "63"),
    (sealed(GOOD.replace("000201", "000202")), "version", "00"),
    (sealed(GOOD.replace("010211", "010213")), "method", "01"),
    (sealed(GOOD.replace("010211", "")), "method", "01"),
    (sealed(GOOD.replace("3857", "2657")), "other-network", "38"),
    (sealed(GOOD.replace("A000000727", "A000000775")), "other-network", "38.00"),
    (sealed(GOOD.replace("970403", "97040X")), "bank", "38.01.00"),
    (sealed(GOOD.replace("0011012345678", "001101234 678")), "account", "38.01.01"),
    (sealed(GOOD.replace("3857", "3864").replace("0127", "0134").replace("01130011012345678", "0120" + "1" * 20)),
     "account", "38.01.01"),
    (sealed(GOOD.replace("QRIBFTTA", "QRIBFTTX")), "service", "38.02"),
    (sealed(GOOD.replace("QRIBFTTA", "QRIBFTTC").replace("0011012345678", "XYZ1012345678")), "account", "38.01.01"),
    (sealed(GOOD.replace("5303704", "5303840")), "currency", "53"),
    (sealed(GOOD.replace("5303704", "")), "currency", "53"),
    (sealed(GOOD.replace("5802VN", "5802TH")), "country", "58"),
    (sealed(GOOD + "54010"), "amount", "54"),
    (sealed(GOOD + "5407150,000"), "amount", "54"),
    (sealed(GOOD + "5406150.50"), "amount", "54"),
    (sealed(GOOD + "5405-1000"), "amount", "54"),
    (sealed(GOOD + "541410000000000000"), "amount", "54"),
    (sealed(GOOD + "5409500000000"), "over-limit", "54"),
    (sealed(GOOD + "5926" + "A" * 26), "too-long", "59"),
    (sealed(GOOD + "6016" + "A" * 16), "too-long", "60"),
    (sealed(GOOD + "6111" + "1" * 11), "too-long", "61"),
    (sealed(GOOD + "62300826" + "A" * 26), "too-long", "62.08"),
    (sealed(GOOD + "62050805A"), "length", "62.08"),
    (sealed(GOOD + "5203541"), "category", "52"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason", "at"), CASES)
def test_each_mistake_has_its_own_name(text: str, reason: str, at: str) -> None:
    assert refused(text) == (reason, at)


def test_every_reason_has_a_case() -> None:
    assert {reason for _, reason, _ in CASES} == set(REASONS)


def test_a_code_broken_over_lines_by_a_chat_is_read() -> None:
    text = sealed(GOOD)
    assert read_vietqr(f" {text[:40]}\n{text[40:]}\r\n") == read_vietqr(text)


def test_objects_in_another_order_and_of_other_networks_are_kept() -> None:
    moved = "000201" + "5802VN" + "0102115303704" + GOOD[GOOD.index("3857") : GOOD.index("5303")] + "5907LO MAUX"
    code = read_vietqr(sealed(moved + "26080004ABCD"))
    assert code.others == (("59", "LO MAUX"), ("26", "0004ABCD"))
    again = write_vietqr(code)
    assert again.index("2608") < again.index("3857") < again.index("5907")
    assert read_vietqr(again)._replace(others=()) == code._replace(others=())


def test_whole_amounts_with_needless_decimals_are_read() -> None:
    assert read_vietqr(sealed(GOOD + "5409150000.00")).amount == 150_000


@pytest.mark.parametrize(("code", "reason"), [
    (VietQR("97040", "0011012345678"), "bank"),
    (VietQR("970403", ""), "length"),
    (VietQR("970403", "1" * 20), "account"),
    (VietQR("970403", "0011", amount=0), "amount"),
    (VietQR("970403", "0011", amount=LIMIT_DONG), "over-limit"),
    (VietQR("970403", "0011", purpose="A" * 26), "too-long"),
    (VietQR("970403", "0011", purpose="chè"), "characters"),
    (VietQR("970403", "0011", purpose="A", additional=(("08", "B"),)), "twice"),
])  # fmt: skip
def test_what_the_format_does_not_hold_is_not_written(code: VietQR, reason: str) -> None:
    with pytest.raises(NotVietQR) as wrong:
        write_vietqr(code)
    assert wrong.value.reason == reason


@pytest.mark.parametrize(("text", "wanted"), [
    ("chuyển khoản", "chuyen khoan"),
    ("Đặt  mua\tchè ☕ 2 gói", "Dat mua che 2 goi"),
    ("chuyen khoan alsdkf laksjdflk", "chuyen khoan alsdkf laksj"),
    ("DAO-BEP.02_X", "DAO-BEP.02_X"),
    ("☕", ""),
])  # fmt: skip
def test_a_purpose_is_plain_and_short(text: str, wanted: str) -> None:
    assert purpose_of(text) == wanted


PLAIN = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=25)
CODES = st.builds(
    VietQR,
    bin=st.from_regex(r"\A[0-9]{6}\Z"),
    account=st.from_regex(r"\A[A-Za-z0-9]{1,19}\Z"),
    amount=st.none() | st.integers(1, LIMIT_DONG - 1),
    purpose=st.text(max_size=60).map(purpose_of),
    to_card=st.just(False),
    once=st.none(),
    additional=st.lists(st.tuples(st.sampled_from(["01", "03", "05"]), PLAIN), max_size=1).map(tuple),
    others=st.just(()),
)


@given(CODES)
def test_whatever_is_written_reads_back(code: VietQR) -> None:
    assert read_vietqr(write_vietqr(code)) == code


@given(CODES, st.integers(0, 200), st.characters(min_codepoint=32, max_codepoint=126))
def test_no_changed_character_goes_unnoticed(code: VietQR, at: int, letter: str) -> None:
    text = write_vietqr(code)
    at %= len(text)
    changed = text[:at] + letter + text[at + 1 :]
    if changed.upper() != text.upper() or (changed != text and at < len(text) - 4):
        with pytest.raises(NotVietQR):
            read_vietqr(changed)


@given(st.text(max_size=80) | st.from_regex(r"\A0002[0-9A-Z]{0,90}\Z"))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        code = read_vietqr(text)
    except NotVietQR as wrong:
        assert wrong.reason in REASONS
    else:
        assert read_vietqr(write_vietqr(code)) == code
