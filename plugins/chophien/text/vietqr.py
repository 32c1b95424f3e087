"""
VietQR: the text inside a transfer code, read strictly and written.

Source: NAPAS, "VietQR format", version 1.0, September 2021, after EMVCo's merchant-presented mode. Objects are a
number of two digits, a length of two digits and a value; the last one is a checksum over all before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from chophien.text.errors import Unreadable
from chophien.text.folding import strip_marks

NETWORK = "A000000727"
"""The mark of NAPAS among the payment networks of object 38."""
TO_ACCOUNT = "QRIBFTTA"
TO_CARD = "QRIBFTTC"
LIMIT_DONG = 500_000_000
"""One transfer is below this."""
PURPOSE_CHARS = 25

_LONGEST = {"59": 25, "60": 15, "61": 10}
_PRINTABLE = re.compile(r"[ -~]*")
_BIN = re.compile(r"[0-9]{6}")
_ACCOUNT = re.compile(r"[A-Za-z0-9]{1,19}")
_CARD = re.compile(r"[0-9]{12,19}")
_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]*)?")
_HEX = re.compile(r"[0-9A-Fa-f]{4}")
_DIGITS = re.compile(r"[0-9]{2}")
_BREAKS = str.maketrans("", "", "\r\n\t")

Objects = tuple[tuple[str, str], ...]
"""Numbers and values, in their order."""


REASONS = (
    "empty", "not-a-code", "characters", "length", "twice", "checksum-missing", "checksum", "version", "method",
    "other-network", "bank", "account", "service", "currency", "country", "amount", "over-limit", "too-long",
    "category",
)  # fmt: skip
"""What can be wrong with a payload, in the order it is looked for."""


class NotVietQR(Unreadable):
    """
    A text that is no sound VietQR payload.

    Attributes:
        reason: One of ``REASONS``.
        at: Number of the object that is wrong, such as 54 or 38.01; empty when it is the whole.
    """

    def __init__(self, reason: str, at: str = "") -> None:
        super().__init__(reason)
        self.at = at


class VietQR(NamedTuple):
    """
    What a transfer code asks for.

    Args:
        bin: The bank's six digits.
        account: Number of the account, or of the card.
        to_card: Whether it is a card.
        amount: Whole đồng; none when the payer types it.
        purpose: Printable ASCII, at most ``PURPOSE_CHARS``.
        once: Whether the code is for one payment alone; none follows from the amount.
        additional: The other objects of 62, such as a wallet's reference (05).
        others: Further objects as they were: name, city, a second network.
    """

    bin: str
    account: str
    to_card: bool = False
    amount: int | None = None
    purpose: str = ""
    once: bool | None = None
    additional: Objects = ()
    others: Objects = ()


def checksum(text: str) -> str:
    """Return the four hexadecimal digits of CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, nothing mirrored."""
    crc = 0xFFFF
    for byte in text.encode():
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return f"{crc:04X}"


def purpose_of(text: str) -> str:
    """Reduce a text to what a transfer can carry: no marks, printable ASCII, cut at ``PURPOSE_CHARS``."""
    return " ".join(re.sub(r"[^ -~]", " ", strip_marks(text)).split())[:PURPOSE_CHARS].rstrip()


def read_vietqr(s: str) -> VietQR:
    """
    Read a payload, such as one that a bank's or wallet's app copies out of its code.

    Raises:
        NotVietQR: Anything that is not as the format says, the first mistake.
    """
    text = s.strip().translate(_BREAKS)
    if not text:
        raise NotVietQR("empty")
    if not text.startswith("0002"):
        raise NotVietQR("not-a-code")
    if not _PRINTABLE.fullmatch(text):
        raise NotVietQR("characters")
    objects = _objects(text)
    _verify(text, objects)
    found = dict(objects)
    if found["00"] != "01":
        raise NotVietQR("version", "00")
    if found.get("01") not in {"11", "12"}:
        raise NotVietQR("method", "01")
    bin, account, to_card = _payee(found.get("38"))
    if found.get("53") != "704":
        raise NotVietQR("currency", "53")
    if found.get("58") != "VN":
        raise NotVietQR("country", "58")
    amount = _amount(found["54"]) if "54" in found else None
    for number, most in _LONGEST.items():
        if len(found.get(number, "")) > most:
            raise NotVietQR("too-long", number)
    if "52" in found and not re.fullmatch("[0-9]{4}", found["52"]):
        raise NotVietQR("category", "52")
    additional = _objects(found["62"], "62") if "62" in found else ()
    for number, value in additional:
        if len(value) > PURPOSE_CHARS:
            raise NotVietQR("too-long", f"62.{number}")
    once = found["01"] == "12"
    return VietQR(
        bin=bin,
        account=account,
        to_card=to_card,
        amount=amount,
        purpose=dict(additional).get("08", ""),
        once=None if once == (amount is not None) else once,
        additional=tuple(item for item in additional if item[0] != "08"),
        others=tuple(item for item in objects if item[0] not in _OURS),
    )


_OURS = {"00", "01", "38", "53", "54", "58", "62", "63"}


def write_vietqr(code: VietQR) -> str:
    """
    Write a payload, its objects in ascending order and the checksum in capitals.

    Raises:
        NotVietQR: A field that the format does not hold.
    """
    once = code.amount is not None if code.once is None else code.once
    service = TO_CARD if code.to_card else TO_ACCOUNT
    payee = _join((("00", NETWORK), ("01", _join((("00", code.bin), ("01", code.account)))), ("02", service)))
    objects = [("00", "01"), ("01", "12" if once else "11"), ("38", payee), ("53", "704"), ("58", "VN"), *code.others]
    if code.amount is not None:
        objects.append(("54", str(code.amount)))
    additional = [*code.additional, *([("08", code.purpose)] if code.purpose else [])]
    if additional:
        objects.append(("62", _join(sorted(additional))))
    text = _join(sorted(objects)) + "6304"
    text += checksum(text)
    read_vietqr(text)
    return text


def _join(objects: Iterable[tuple[str, str]]) -> str:
    parts = []
    for number, value in objects:
        if not 1 <= len(value) <= 99:
            raise NotVietQR("too-long" if value else "length", number)
        parts.append(f"{number}{len(value):02}{value}")
    return "".join(parts)


def _objects(text: str, within: str = "") -> Objects:
    """Take a text apart into its objects; nothing may be left over, missing or given twice."""
    found: dict[str, str] = {}
    here = 0
    while here < len(text):
        number, length = text[here : here + 2], text[here + 2 : here + 4]
        at = f"{within}.{number}" if within else number
        if not _DIGITS.fullmatch(number) or not _DIGITS.fullmatch(length) or length == "00":
            raise NotVietQR("length", within)
        value = text[here + 4 : here + 4 + int(length)]
        if len(value) < int(length):
            raise NotVietQR("length", at)
        if number in found:
            raise NotVietQR("twice", at)
        found[number] = value
        here += 4 + int(length)
    return tuple(found.items())


def _verify(text: str, objects: Objects) -> None:
    number, value = objects[-1]
    if number != "63" or not _HEX.fullmatch(value):
        raise NotVietQR("checksum-missing", "63")
    if checksum(text[:-4]) != value.upper():
        raise NotVietQR("checksum", "63")


def _payee(template: str | None) -> tuple[str, str, bool]:
    """Read object 38: bank, account or card, and which of the two it is."""
    if template is None:
        raise NotVietQR("other-network", "38")
    outer = dict(_objects(template, "38"))
    if outer.get("00") != NETWORK:
        raise NotVietQR("other-network", "38.00")
    inner = dict(_objects(outer.get("01", ""), "38.01"))
    bin, account = inner.get("00", ""), inner.get("01", "")
    if not _BIN.fullmatch(bin):
        raise NotVietQR("bank", "38.01.00")
    service = outer.get("02")
    if service not in {TO_ACCOUNT, TO_CARD}:
        raise NotVietQR("service", "38.02")
    if not (_CARD if service == TO_CARD else _ACCOUNT).fullmatch(account):
        raise NotVietQR("account", "38.01.01")
    return bin, account, service == TO_CARD


def _amount(text: str) -> int:
    """Read object 54: whole đồng, not nothing."""
    if len(text) > 13 or not _AMOUNT.fullmatch(text):
        raise NotVietQR("amount", "54")
    value = Decimal(text)
    if value == 0 or value != value.to_integral_value():
        raise NotVietQR("amount", "54")
    if value >= LIMIT_DONG:
        raise NotVietQR("over-limit", "54")
    return int(value)
