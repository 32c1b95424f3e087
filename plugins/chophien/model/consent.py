"""What people agreed to have published, and a producer without the rest (Law 91/2025 on personal data)."""

from __future__ import annotations

from datetime import date

import msgspec

from .records import Consent, Need, Producer
from .unread import UNREAD, has_value


def holds(consent: Consent | None, today: date) -> bool:
    """Tell whether a consent is given and not withdrawn."""
    return consent is not None and consent.given <= today and (consent.withdrawn is None or consent.withdrawn > today)


def personal(producer: Producer) -> dict[str, str]:
    """
    Return the personal fields that a producer's file fills, and the consent each needs.

    What could not be read is left out, as is what would be personal of a kind that could not be read.
    """
    needs: dict[str, str] = {}
    kind = "" if producer.kind is UNREAD else producer.kind
    if kind == "household":
        needs["name"] = "name"
    if has_value(producer.person):
        needs["person"] = "name"
    if kind in {"household", "group"}:
        # A household's tax code is its head's own number, and a small group's site one person's page.
        for field in ("phone", "zalo", "email", "facebook", "website", "tax_code"):
            if has_value(getattr(producer, field)):
                needs[field] = "phone"
        if has_value(producer.address) and has_value(producer.address.street):
            needs["address"] = "address"
        if has_value(producer.payment):
            needs["payment"] = "payment"
    if has_value(producer.ethnicity):
        needs["ethnicity"] = "ethnicity"
    return needs


HOMES = ("homestay", "workshop", "restaurant", "service")
"""Kinds of place that may be somebody's house; all others are there for everyone."""


def at_home(producer: Producer, place_kind: str, today: date) -> bool:
    """Tell whether a household's place may be its house, and it has not agreed to have its address published."""
    given = producer.consent.address if producer.consent else None
    return producer.kind == "household" and place_kind in HOMES and not holds(given, today)


def public(producer: Producer, today: date, place_kind: str = "") -> Producer:
    """
    Return the producer without the personal fields whose consent does not hold today.

    A household's name cannot be hidden: without its consent the whole producer is kept off the site.

    Args:
        producer: The producer as written.
        today: The day.
        place_kind: Kind of the place that the producer names.
    """
    hidden: dict[str, str | None] = {"place": ""} if at_home(producer, place_kind, today) else {}
    for field, consent in personal(producer).items():
        given = getattr(producer.consent, consent) if producer.consent else None
        if field != "name" and not holds(given, today):
            hidden[field] = None if field in {"address", "payment"} else ""
    return msgspec.structs.replace(producer, consent=None, **hidden)


NEED_CONSENTS = {"contact": "name", "phone": "phone"}
"""The personal fields of something wanted or offered, and the consent each needs."""


def public_need(need: Need, today: date) -> Need:
    """Return what is wanted or offered without the name and number whose consent does not hold today."""
    hidden = {
        field: ""
        for field, consent in NEED_CONSENTS.items()
        if not holds(getattr(need.consent, consent) if need.consent else None, today)
    }
    return msgspec.structs.replace(need, consent=None, **hidden)
