"""VietQR codes of a producer's account."""

from __future__ import annotations

import re

from chophien.model import Payment
from chophien.text import VietQR, purpose_of, read_vietqr, write_vietqr
from chophien.text.vietqr import LIMIT_DONG

_CAPITALS = re.compile(r"([0-9A-Z $%*+./:-]{16,})")


def payload(payment: Payment, amount: int | None = None, purpose: str = "") -> str:
    """
    Write the text of a transfer code.

    Args:
        payment: Where the money goes; its own pasted code keeps what it says beside amount and purpose.
        amount: Whole đồng; none lets the payer type it, as does one that no single transfer can carry.
        purpose: What the transfer is for, such as a SKU; cut to what the format holds.
    """
    code = VietQR(payment.bank, payment.account) if not payment.payload else read_vietqr(payment.payload)
    if amount is not None and amount < LIMIT_DONG:
        code = code._replace(amount=amount)
    if purpose:
        code = code._replace(purpose=purpose_of(purpose))
    return write_vietqr(code)


def split(payload: str) -> tuple[str, ...]:
    """Part a payload where long runs of capitals and digits begin and end: these take two thirds of the room."""
    return tuple(part for part in _CAPITALS.split(payload) if part)
