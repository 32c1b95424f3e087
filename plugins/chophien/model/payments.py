"""Where the money for a product goes, when it may be said."""

from __future__ import annotations

from typing import NamedTuple

from chophien.text import read_vietqr
from chophien.text.vietqr import LIMIT_DONG

from .banks import Bank, banks
from .published import Offer, Shown
from .records import Commune, Payment

MOST_AMOUNTS = 4
"""Most codes with an amount on one page."""


class Payee(NamedTuple):
    """Who gets a transfer, as people compare it with what their bank's app shows."""

    bank: Bank
    account: str
    holder: str


def payee(payment: Payment) -> Payee:
    """Return where a payment goes, as its fields or its code say."""
    bin, account = payment.bank, payment.account
    if payment.payload:
        code = read_vietqr(payment.payload)
        bin, account = code.bin, code.account
    return Payee(banks()[bin], account, payment.holder)


def payable(shown: Shown, commune: Commune) -> Payment | None:
    """
    Return how to pay for a product, if it can be bought today and its seller shows an account.

    A transfer cannot be called back: nothing of a demonstration or an example has a code, nor of a seller whom one
    cannot call first.
    """
    producer = shown.producer
    if producer is None or commune.example or producer.example or shown.product.example:
        return None
    if not (producer.phone or producer.zalo):
        return None
    return None if shown.information_only or not any(_buyable(offer) for offer in shown.offers) else producer.payment


def codes(shown: Shown, payment: Payment) -> tuple[Offer | None, ...]:
    """
    Return what each code on the product's page is for.

    Returns:
        The offers whose code carries their price, at most ``MOST_AMOUNTS``; none stands for the code whose payer
        types the amount, there unless the others serve all that can be bought.
    """
    offers = [offer for offer in shown.offers if _buyable(offer)]
    if not payment.amounts:
        return (None,)
    carried = [offer for offer in offers if offer.price is not None and offer.price < LIMIT_DONG][:MOST_AMOUNTS]
    return (*carried, *(() if len(carried) == len(offers) else (None,)))


def _buyable(offer: Offer) -> bool:
    return offer.availability in {"in_stock", "preorder"}
