"""What people agreed to have published, and a producer without the rest (Law 91/2025 on personal data)."""

from __future__ import annotations

from datetime import date

import msgspec

from .records import Consent, Producer


def holds(consent: Consent | None, today: date) -> bool:
    """Tell whether a consent is given and not withdrawn."""
    return consent is not None and consent.given <= today and (consent.withdrawn is None or consent.withdrawn > today)


def personal(producer: Producer) -> dict[str, str]:
    """Return the personal fields that a producer's file fills, and the consent each needs."""
    needs: dict[str, str] = {}
    person = producer.kind == "household"
    private = producer.kind in {"household", "group"}
    if person:
        needs["name"] = "name"
    if producer.person:
        needs["person"] = "name"
    if private:
        # A household's tax code is its head's own number, and a small group's site one person's page.
        for field in ("phone", "zalo", "email", "facebook", "website", "tax_code"):
            if getattr(producer, field):
                needs[field] = "phone"
        if producer.address and producer.address.street:
            needs["address"] = "address"
        if producer.payment:
            needs["payment"] = "payment"
    if producer.ethnicity:
        needs["ethnicity"] = "ethnicity"
    return needs


def public(producer: Producer, today: date) -> Producer:
    """
    Return the producer without the personal fields whose consent does not hold today.

    A household's name cannot be hidden: without its consent the rules keep the whole producer off the site.
    """
    hidden = {}
    for field, consent in personal(producer).items():
        given = getattr(producer.consent, consent) if producer.consent else None
        if field != "name" and not holds(given, today):
            hidden[field] = None if field in {"address", "payment"} else ""
    return msgspec.structs.replace(producer, consent=None, **hidden)
