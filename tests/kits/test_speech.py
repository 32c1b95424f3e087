"""Numbers, days and texts in the words that a loudspeaker reads."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.kits import number, speech, spoken
from chophien.text import read_quantity

NUMBERS = """
0 không
1 một
4 bốn
5 năm
9 chín
10 mười
11 mười một
12 mười hai
14 mười bốn
15 mười lăm
19 mười chín
20 hai mươi
21 hai mươi mốt
22 hai mươi hai
24 hai mươi tư
25 hai mươi lăm
31 ba mươi mốt
34 ba mươi tư
35 ba mươi lăm
40 bốn mươi
41 bốn mươi mốt
44 bốn mươi tư
45 bốn mươi lăm
50 năm mươi
51 năm mươi mốt
54 năm mươi tư
55 năm mươi lăm
91 chín mươi mốt
95 chín mươi lăm
99 chín mươi chín
100 một trăm
101 một trăm linh một
104 một trăm linh tư
105 một trăm linh năm
109 một trăm linh chín
110 một trăm mười
111 một trăm mười một
114 một trăm mười bốn
115 một trăm mười lăm
120 một trăm hai mươi
121 một trăm hai mươi mốt
124 một trăm hai mươi tư
125 một trăm hai mươi lăm
200 hai trăm
404 bốn trăm linh tư
505 năm trăm linh năm
555 năm trăm năm mươi lăm
999 chín trăm chín mươi chín
1000 một nghìn
1001 một nghìn không trăm linh một
1004 một nghìn không trăm linh tư
1005 một nghìn không trăm linh năm
1010 một nghìn không trăm mười
1011 một nghìn không trăm mười một
1015 một nghìn không trăm mười lăm
1021 một nghìn không trăm hai mươi mốt
1100 một nghìn một trăm
2026 hai nghìn không trăm hai mươi sáu
4000 bốn nghìn
5500 năm nghìn năm trăm
10000 mười nghìn
11000 mười một nghìn
14000 mười bốn nghìn
15000 mười lăm nghìn
21000 hai mươi mốt nghìn
24000 hai mươi tư nghìn
25000 hai mươi lăm nghìn
100000 một trăm nghìn
101000 một trăm linh một nghìn
105005 một trăm linh năm nghìn không trăm linh năm
120000 một trăm hai mươi nghìn
999999 chín trăm chín mươi chín nghìn chín trăm chín mươi chín
1000000 một triệu
1000005 một triệu không trăm linh năm
1005000 một triệu không trăm linh năm nghìn
1010000 một triệu không trăm mười nghìn
1200000 một triệu hai trăm nghìn
21000000 hai mươi mốt triệu
1000000000 một tỷ
1000000001 một tỷ không trăm linh một
1005000000 một tỷ không trăm linh năm triệu
4004004004 bốn tỷ không trăm linh tư triệu không trăm linh tư nghìn không trăm linh tư
120000000000 một trăm hai mươi tỷ
"""
CASES = [(int(line.split(" ", 1)[0]), line.split(" ", 1)[1]) for line in NUMBERS.strip().splitlines()]

WORDS = {word: value for value, word in enumerate(speech.DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}
SCALES = {"nghìn": 1000, "triệu": 1_000_000, "tỷ": 1_000_000_000}


@pytest.mark.parametrize(("value", "said"), CASES)
def test_a_number_is_said_as_people_say_it(value: int, said: str) -> None:
    assert number(value) == said


def heard(said: str) -> int:
    """Understand a number as a listener does."""
    total = group = last = 0
    for word in said.split():
        if word in SCALES:
            total, group, last = total + (group + last) * SCALES[word], 0, 0
        elif word == "trăm":
            group, last = group + last * 100, 0
        elif word == "mươi":
            group, last = group + last * 10, 0
        elif word == "mười":
            group += 10
        elif word != "linh":
            last = WORDS[word]
    return total + group + last


@given(st.integers(0, speech.MOST))
def test_a_listener_hears_the_number_that_was_written(value: int) -> None:
    assert heard(number(value)) == value


@pytest.mark.parametrize("value", [-1, speech.MOST + 1])
def test_a_number_beyond_words_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match="cannot be said"):
        number(value)


def test_decimals_days_and_quantities() -> None:
    assert speech.decimal(Decimal("1.5")) == "một phẩy năm"
    assert speech.decimal(Decimal("48.72")) == "bốn mươi tám phẩy bảy mươi hai"
    assert speech.decimal(Decimal("1.05")) == "một phẩy không năm"
    assert speech.day(date(2027, 9, 2)) == "ngày mùng hai tháng chín"
    assert speech.day(date(2027, 2, 15)) == "ngày mười lăm tháng hai"
    assert speech.day(date(2027, 4, 10), weekday=True) == "thứ bảy, ngày mùng mười tháng tư"
    assert speech.day(date(2027, 1, 31), year=True).endswith("năm hai nghìn không trăm hai mươi bảy")
    assert speech.lunar_day(2, 2, False) == "mùng hai tháng hai âm lịch"
    assert speech.lunar_day(15, 1, False) == "rằm tháng giêng âm lịch"
    assert speech.lunar_day(23, 12, False) == "ngày hai mươi ba tháng chạp âm lịch"
    assert speech.lunar_day(4, 4, True) == "mùng bốn tháng tư nhuận âm lịch"
    assert speech.quantity(read_quantity("1,5 lít")) == "một phẩy năm lít"
    assert speech.quantity(read_quantity("1 con")) == "một con"
    assert speech.dong(120_000) == "một trăm hai mươi nghìn đồng"
    assert speech.phone("0912345678") == "không chín một hai, ba bốn năm, sáu bảy tám"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Trà Shan tuyết 500 g (ví dụ)", "Trà Shan tuyết năm trăm gam, ví dụ"),
        ("HTX Nùng An – TP. Cao Bằng", "hợp tác xã Nùng An, thành phố Cao Bằng"),
        ("150.000 ₫/kg", "một trăm năm mươi nghìn đồng một ki lô gam"),
        ("Hội mở 9–11/3/2027", "Hội mở chín đến mười một tháng ba năm hai nghìn không trăm hai mươi bảy"),
        ("Gọi 0912 345 678 hoặc https://a.b/c", "Gọi không chín một hai ba bốn năm sáu bảy tám hoặc"),
        ("Muối & tiêu, 100% sạch", "Muối và tiêu, một trăm phần trăm sạch"),
        ("Giá 20k", "Giá hai mươi nghìn"),
        ("mã CN-07", "mã xê nờ không bảy"),
        ("OCOP 4 sao", "ô cốp bốn sao"),
    ],
)
def test_a_text_is_rewritten_for_the_ear(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(("written", "said"), [
    ("Chùa từ thế kỷ XV", "Chùa từ thế kỷ mười lăm"),
    ("thế kỷ XV–XVI", "thế kỷ mười lăm đến mười sáu"),
    ("Quý IV", "Quý bốn"),
    ("quý I/2027", "quý một năm hai nghìn không trăm hai mươi bảy"),
    ("cấp III, loại I", "cấp ba, loại một"),
    ("Mở 12h30", "Mở mười hai giờ ba mươi phút"),
    ("7h–11h30", "bảy giờ đến mười một giờ ba mươi phút"),
    ("từ 7h00 đến 17g05", "từ bảy giờ đến mười bảy giờ năm phút"),
    ("lúc 7:30, tại chợ", "lúc bảy giờ ba mươi phút, tại chợ"),
    ("Túi ½ kg", "Túi nửa ki lô gam"),
    ("½ quả", "nửa quả"),
    ("còn ½", "còn một nửa"),
    ("¼ lít", "một phần tư lít"),
    ("1½ kg", "một phẩy năm ki lô gam"),
    ("10x20cm", "mười nhân hai mươi xen ti mét"),
    ("10 × 20 × 3,5 cm", "mười nhân hai mươi nhân ba phẩy năm xen ti mét"),
    ("giảm 10%", "giảm mười phần trăm"),
    ("10–15 %", "mười đến mười lăm phần trăm"),
    ("3–5 ngày", "ba đến năm ngày"),
    ("500 g – 1 kg", "năm trăm gam đến một ki lô gam"),
    ("Túi 1 kg – 44.000 ₫", "Túi một ki lô gam, bốn mươi tư nghìn đồng"),
    ("30/4", "ba mươi tháng tư"),
    ("lễ 2/9", "lễ mùng hai tháng chín"),
    ("2/9–5/9", "mùng hai tháng chín đến mùng năm tháng chín"),
    ("2027-03-09", "ngày mùng chín tháng ba năm hai nghìn không trăm hai mươi bảy"),
    ("tháng 4/2027", "tháng tư năm hai nghìn không trăm hai mươi bảy"),
    ("2 kg, 5g, 3 l, 7ml", "hai ki lô gam, năm gam, ba lít, bảy mi li lít"),
    ("4 cm, 6km, 8 m², 9 ha", "bốn xen ti mét, sáu ki lô mét, tám mét vuông, chín héc ta"),
    ("nung 800 °C", "nung tám trăm độ xê"),
    ("800–900°C", "tám trăm đến chín trăm độ xê"),
    ("lạnh -5 °C", "lạnh âm năm độ xê"),
    ("Gọi 0912-345-678", "Gọi không chín một hai ba bốn năm sáu bảy tám"),
    ("1900 1234", "một chín không không một hai ba bốn"),
    ("QL 3", "quốc lộ ba"),
    ("Chợ mùng 2/9", "Chợ mùng hai tháng chín"),
    ("Quỹ 1.000.000.000 đồng", "Quỹ một tỷ đồng"),
    ("1.020.000.000 đ", "một tỷ không trăm hai mươi triệu đồng"),
    ("+84 912 345 678", "không chín một hai ba bốn năm sáu bảy tám"),
    ("đường 30/4", "đường ba mươi tháng tư"),
])  # fmt: skip
def test_a_number_of_one_meaning_is_spelt_out(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize("written", [
    "sóng 4G", "khổ A4", "mã CN12", "1tr2", "1.5 kg", "1,250 kg", "1500.000", "tỉ lệ 1:10", "2/9", "3/10 điểm", "24/7",
    "số 12/3", "số nhà 30/4", "ngã ba 12/3", "ngõ 12/4",
    "1-2-3", "Vitamin C", "HIV", "nhóm X", "quý V", "loại IIII",
])  # fmt: skip
def test_a_number_of_several_meanings_stays_as_it_is(written: str) -> None:
    assert spoken(written) == written


PLAIN = st.integers(0, 999_999)


@given(PLAIN, st.integers(0, 99), st.sampled_from(["", "g", " kg", " l", "ml", " cm", "km", " m²", " ha", "%", " °C"]))
def test_a_plain_number_with_its_unit_leaves_no_digit_and_no_sign(whole: int, part: int, unit: str) -> None:
    grouped = f"{whole:,}".replace(",", ".")
    for written in (
        f"{whole}{unit}",
        f"Túi {grouped}{unit}.",
        f"({grouped},{part:02}{unit})",
        f"{whole} – {whole}{unit}",
    ):
        assert re.sub(r"[^\W\d_]|[ ,.]", "", spoken(written)) == "", written


@given(st.text(alphabet=st.sampled_from("aăđộIVX 0123456789.,/–-()%₫&@:;!?\"'kgmlxh₂²½٣"), max_size=60))
def test_whatever_is_written_no_sign_is_left_but_between_digits(written: str) -> None:
    said = spoken(written)
    assert re.sub(r"\w|[ ,.?!]|(?<=\d)[:/–-](?=\d)", "", said) == "" and "_" not in said


@given(st.text(alphabet="0123456789./,:-–xh ", max_size=12))
def test_digits_that_are_left_are_those_that_were_written(written: str) -> None:
    assert all(left in written for left in re.findall(r"[0-9]+", spoken(written)))
