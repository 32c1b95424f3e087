"""Transfer codes of an account: what a phone reads from the picture, and how large the picture is."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from chophien import qr
from chophien.model import Payment
from chophien.text import read_vietqr

MOST_BYTES = 3 * 1024
PLAIN = Payment(bank="970403", account="0011012345678", holder="LO THI MAU")
LONG = Payment(bank="970454", account="99ZP24009M0724826712"[:19], holder="LO THI MAU")
MOMO = Payment(
    payload="00020101021138620010A000000727013200069710250118PSP1234567890000000208QRIBFTTA53037045802VN62190515"
    "MOMOW2W123456786304821F",
    holder="LO THI MAU",
)
TITLE = "Mã VietQR: 170.000 ₫ tới Vietcombank, tài khoản 0011012345678"
_STEP = re.compile(r"m(-?[\d.]+)[ ]?(-?[\d.]+)h(\d+)")


def seen(svg: str, scale: int = 4) -> str:
    """Rasterise the path of a picture, as a browser would, and read it."""
    root = ElementTree.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    assert root.attrib["viewBox"] == f"0 0 {side} {side}"
    picture = Image.new("L", (side * scale, side * scale), 255)
    pen = ImageDraw.Draw(picture)
    (path,) = root.findall("path")
    assert _STEP.sub("", path.attrib["d"]) == ""
    x = y = 0.0
    for across, down, length in _STEP.findall(path.attrib["d"]):
        x, y = x + float(across), y + float(down)
        left, top = x * scale, (y - 0.5) * scale
        pen.rectangle((left, top, left + int(length) * scale - 1, top + scale - 1), fill=0)
        x += int(length)
    read = zxingcpp.read_barcodes(picture)
    return read[0].text if read else ""


@pytest.mark.parametrize("payment", [PLAIN, LONG, MOMO], ids=["bank", "long account", "wallet"])
@pytest.mark.parametrize(("amount", "purpose"), [
    (None, ""),
    (1_000, "A"),
    (170_000, "DB-01"),
    (499_999_999, "DAO-BEP-PHUC-SEN-SO-01-THEP"),
    (499_999_999, "dao-bep_phuc.sen-so-01-thep"),
])  # fmt: skip
def test_a_phone_reads_from_the_picture_what_was_written(payment: Payment, amount: int | None, purpose: str) -> None:
    text = qr.payload(payment, amount, purpose)
    svg = qr.transfer(text, TITLE)
    assert seen(svg) == text
    assert len(svg.encode()) < (MOST_BYTES if payment is not MOMO else 1.25 * MOST_BYTES)
    code = read_vietqr(text)
    assert (code.amount, code.purpose) == (amount, purpose[:25])


def test_a_code_without_an_amount_is_for_many_payments_and_one_with_it_for_one() -> None:
    assert qr.payload(PLAIN).startswith("000201010211")
    assert qr.payload(PLAIN, 20_000, "X").startswith("000201010212")


def test_the_payload_of_an_account_is_that_of_the_document() -> None:
    wanted = "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F"
    assert qr.payload(PLAIN) == wanted


def test_a_pasted_code_keeps_its_reference_when_it_gets_an_amount() -> None:
    assert qr.payload(MOMO) == MOMO.payload
    code = read_vietqr(qr.payload(MOMO, 50_000, "CHE-100"))
    assert (code.bin, code.account) == ("971025", "PSP123456789000000")
    assert (code.amount, code.purpose, code.additional) == (50_000, "CHE-100", (("05", "MOMOW2W12345678"),))


def test_an_amount_that_no_transfer_carries_is_left_to_the_payer() -> None:
    assert read_vietqr(qr.payload(PLAIN, 500_000_000, "X")).amount is None


def test_the_picture_is_named_for_who_cannot_see_it_and_asks_for_nothing() -> None:
    svg = qr.transfer(qr.payload(PLAIN), 'a "b" <c> & d')
    root = ElementTree.fromstring(svg)
    assert root.attrib["role"] == "img"
    assert root.findtext("title") == 'a "b" <c> & d'
    assert [child.tag for child in root] == ["title", "rect", "path"]
    assert "href" not in svg and "url(" not in svg and "style" not in svg


def test_the_quiet_zone_is_white_all_around() -> None:
    code = qr.matrix(*["A"])
    root = ElementTree.fromstring(qr.svg(code, "x"))
    side = len(code) + 2 * qr.QUIET
    rect = root.find("rect")
    assert rect is not None
    assert (rect.attrib["width"], rect.attrib["height"], rect.attrib["fill"]) == (str(side), str(side), "#fff")
    x = y = 0.0
    for across, down, length in _STEP.findall(root.find("path").attrib["d"]):  # type: ignore[union-attr]
        x, y = x + float(across), y + float(down)
        assert x >= qr.QUIET and x + int(length) <= side - qr.QUIET
        assert y - 0.5 >= qr.QUIET and y + 0.5 <= side - qr.QUIET
        x += int(length)


def test_runs_are_joined() -> None:
    svg = qr.svg(((True, True, False, True), (False, False, False, False), (True, True, True, True)), "x")
    assert 'd="m4 4.5h2m1 0h1m-4 2h4"' in svg


def test_the_same_account_gives_the_same_picture() -> None:
    assert qr.transfer(qr.payload(PLAIN), "x") == qr.transfer(qr.payload(PLAIN), "x")
