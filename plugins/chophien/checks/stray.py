"""Words that do not belong on a page: ways to reach a person, and what a template left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level
from chophien.model import Commune, Record

from ._rule import Known
from .claims import Claimed, texts

CONTACT = "contact-in-text"
_CONTACTS = {
    "product": Level.WARNING,
    "producer": Level.WARNING,
    "place": Level.WARNING,
    "trip": Level.WARNING,
    "need": Level.WARNING,
    # Organisers are often an office, and events have no field for their number.
    "event": Level.NOTICE,
}
"""How serious a contact in a text is, by kind of record; the commune's own file, news and pages may tell any."""
_LEFT = re.compile(r"Ví dụ[.,]|.*\((?:\w+ )?ví dụ\)\Z", re.DOTALL)
"""How the texts of the templates begin, and their names end."""


def stray(kind: str, record: Record, known: Known) -> Iterator[Claimed]:
    """
    Find the words of a record that do not belong on its page.

    Args:
        kind: Kind of record.
        record: The record.
        known: What may be known beside it: its commune's own numbers, and what it switches off.
    """
    commune = record if isinstance(record, Commune) else known.commune
    off = commune.checks.off if commune.checks else ()
    made_up = getattr(record, "example", False) or commune.example
    there = list(texts(record, prose=False))
    if kind in _CONTACTS and CONTACT not in off and vi.may_be_personal("\n".join([text for _, _, text in there])):
        yield from _contacts(kind, there, commune)
    if not made_up:
        for field, lang, text in there:
            if lang == "vi" and _LEFT.match(text):
                words = text if text.endswith(")") else "Ví dụ"
                yield _found(kind, "template-text-left", Level.WARNING, field, lang, words, 0, text)


def _contacts(kind: str, there: Sequence[tuple[str, str, str]], commune: Commune) -> Iterator[Claimed]:
    told = [(field, lang, contact) for field, lang, text in there for contact in vi.personal_contacts(text)]
    # Most records tell none, and the commune's own need not be looked up for them.
    own = _own(commune) if told else frozenset()
    seen: Counter[tuple[str, str, str]] = Counter()
    for one in told:
        field, lang, contact = one
        if _plain(contact) not in own:
            yield _found(kind, CONTACT, _CONTACTS[kind], field, lang, contact, seen[one], contact)
        seen[one] += 1


def _found(kind: str, code: str, level: Level, field: str, lang: str, words: str, nth: int, shown: str) -> Claimed:
    from . import label

    shown = shown if len(shown) <= 40 else shown[:40] + "…"
    return Claimed(Diagnostic(code, level, field=field, label=label(kind, field), values={"found": shown}),
                   lang, words, nth)  # fmt: skip


def _own(commune: Commune) -> frozenset[str]:
    """List the numbers and addresses that the commune itself publishes."""
    offices = [one for one in (commune.contact, commune.office, *commune.services) if one is not None]
    values = (getattr(one, name, "") for one in offices for name in ("phone", "zalo", "email"))
    return frozenset(_plain(value) for value in values if value)


def _plain(contact: str) -> str:
    bare = vi.unveiled(contact)
    contact = bare.text if bare else contact
    try:
        return vi.read_phone(contact.removeprefix("("))
    except vi.NotPhone:
        return contact.lower()
