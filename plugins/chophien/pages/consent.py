"""Which of a producer's personal fields its people agreed to have published."""

from __future__ import annotations

import msgspec

from chophien.model import Address, Consent, Consents, Producer

PERSONS = frozenset({"household", "group"})
"""Kinds of producers whose telephone and address are those of private persons."""


def given(consent: Consent | None) -> bool:
    return consent is not None and consent.withdrawn is None


def published(producer: Producer) -> Producer:
    """
    Blank the personal fields that nobody agreed to.

    A name and an ethnicity always need consent; telephone and address need it where they belong to
    a household or a group, and are business data of a co-operative or a firm.
    """
    consents = producer.consent or Consents()
    private = producer.kind in PERSONS
    changed: dict[str, object] = {}
    if producer.person and not given(consents.name):
        changed["person"] = ""
    if producer.ethnicity and not given(consents.ethnicity):
        changed["ethnicity"] = ""
    if private and not given(consents.phone):
        changed.update({field: "" for field in ("phone", "zalo") if getattr(producer, field)})
    if private and producer.address and producer.address.street and not given(consents.address):
        changed["address"] = Address(commune=producer.address.commune, province=producer.address.province)
    return msgspec.structs.replace(producer, **changed) if changed else producer
