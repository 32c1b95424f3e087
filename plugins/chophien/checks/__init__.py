"""
Rules on what authors wrote: each finds one thing, never raises, never repairs.

``check`` runs the rules of one record, ``claimed`` and ``stray`` look at its words; ``across`` holds what needs several
records or files.
"""

from __future__ import annotations

from collections.abc import Iterator

from chophien.diagnostics import Diagnostic
from chophien.model import RECORDS, Record, Unread, keys

from . import across, claims, others, products
from ._rule import RULES, Found, Known, Photos, Rule
from .across import (
    LINK_KINDS,
    PHOTO_CODES,
    TEXTS,
    bad_link_forms,
    bad_phrase_languages,
    bad_slugs,
    doubles,
    photo_problems,
    slug_pairs,
    withdrawn,
)
from .claims import Claimed, claimed
from .others import contrast
from .stray import stray

_BY_KIND: dict[str, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in RULES.values() if rule.kind == kind) for kind in RECORDS
}


def rules(kind: str) -> tuple[Rule, ...]:
    """Return the rules of one kind of record."""
    return _BY_KIND[kind]


def check(kind: str, record: Record, known: Known, *, dated: bool | None = None) -> Iterator[Diagnostic]:
    """
    Run the rules of a record's kind; file and line are filled in by who knows them.

    Args:
        kind: Kind of record.
        record: The record. A rule that looks at a field of it that is ``UNREAD`` finds nothing more.
        known: What rules may know beside it.
        dated: Only rules whose answer depends on the day, only the others, or (none) all.
    """
    off = known.commune.checks.off if known.commune.checks else ()
    for rule in _BY_KIND[kind]:
        if (dated is not None and rule.dated is not dated) or rule.code in off:
            continue
        try:
            for item in rule.check(record, known):
                name = label(kind, item.field)
                yield Diagnostic(rule.code, rule.level, field=item.field, label=name, values=item.values)
        except Unread:
            continue


def label(kind: str, field: str) -> str:
    """Return the Vietnamese name of a key path such as ``variants[2].price``."""
    record: type = RECORDS[kind]
    name = ""
    for step in field.replace("]", "").replace("[", ".").split("."):
        known = keys(record)
        if step.isdigit() or step not in known:
            continue
        key = known[step]
        name = key.vi
        kind_of = key.kind
        inner = getattr(kind_of, "item", kind_of)
        if hasattr(inner, "record"):
            record = inner.record()
    return name


__all__ = [
    "LINK_KINDS", "PHOTO_CODES", "RULES", "TEXTS", "Claimed", "Found", "Known", "Photos", "Rule",
    "across", "bad_link_forms", "bad_phrase_languages", "bad_slugs", "check", "claimed", "claims", "contrast",
    "doubles", "label", "others", "photo_problems", "products", "rules", "slug_pairs", "stray", "withdrawn",
]  # fmt: skip
