"""
Words that need a paper or may not be written: every text of a record, in every language it is written in.

Whether they stop the build depends on what was verified of the law and on whose text it is: ``data/claim_words.toml``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level
from chophien.model import (
    Certificate,
    Evidence,
    Hit,
    Many,
    Part,
    Product,
    Recognition,
    Record,
    Words,
    expiry,
    hits,
    is_drink,
    is_knife,
    keys,
    suspects,
)

from ._rule import Found, Known, found, rule

MOST = 20
"""Reminders for one record; who has more gets the others after mending these."""
MOST_ERRORS = 200
"""Errors for one record: each stops the build, so no reminder may take its place."""
GOOD_FOR_MONTHS = 12
"""Months that a document backs a superlative (Circular 10/2013/TT-BVHTTDL)."""

_NOT_PROSE = frozenset({"address", "option", "contact", "owner", "former_names"})
"""Fields that hold names and numbers: Số 1, ngõ 2 is an address."""
_FOOD = frozenset({"food", "fresh_produce_loose", "health_supplement"})
_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip


class Claimed(NamedTuple):
    """A claim that was found: the message, and where it stands as field, language, words and how many equal before."""

    diagnostic: Diagnostic
    lang: str
    words: str
    nth: int


@functools.lru_cache(maxsize=128)
def _shape(record: type, prose: bool) -> tuple[tuple[str, str], ...]:
    """List the fields that hold texts: words, texts (a list), part, parts (a list)."""
    shape = []
    for name, key in keys(record).items():
        kind = key.kind
        inner = kind.item if isinstance(kind, Many) else kind
        if (prose and name in _NOT_PROSE) or not isinstance(inner, (Words, Part)):
            continue
        if isinstance(inner, Words):
            shape.append((name, "texts" if isinstance(kind, Many) else "words"))
        elif _shape(inner.record(), prose):
            shape.append((name, "parts" if isinstance(kind, Many) else "part"))
    return tuple(shape)


def texts(record: Record, path: str = "", *, prose: bool = True) -> Iterator[tuple[str, str, str]]:
    """List a record's texts as (key path, language, text); ``prose`` leaves out names and addresses."""
    for name, how in _shape(type(record), prose):
        value: Any = getattr(record, name)
        if not value:
            continue
        at = f"{path}{name}"
        if how == "words":
            for lang, text in value.items():
                yield at, lang, text
        elif how == "texts":
            for number, phrase in enumerate(value, 1):
                for lang, text in phrase.items():
                    yield f"{at}[{number}]", lang, text
        elif how == "part":
            yield from texts(value, f"{at}.", prose=prose)
        else:
            for number, part in enumerate(value, 1):
                yield from texts(part, f"{at}[{number}].", prose=prose)


def goods(product: Product, known: Known) -> frozenset[str]:
    """Return the kinds of goods a product counts as, in the words of the data file."""
    category = known.categories.get(product.category)
    label = category.label if category else ""
    found = set()
    if label in _FOOD or product.restricted == "supplement":
        found.add("food")
    if is_drink(product, category):
        found |= {"drink", "alcohol"}
    if (product.alcohol or 0) >= 15:
        found.add("spirits")
    if label == "herbal_medicine" or product.restricted == "medicine":
        found.add("herbal")
    if label == "cosmetic":
        found.add("cosmetic")
    if is_knife(product, category):
        found.add("knife")
    return frozenset(found)


def claimed(kind: str, record: Record, known: Known) -> Iterator[Claimed]:
    """
    Find the words of a record that nothing backs.

    Args:
        kind: Kind of record.
        record: The record.
        known: What may be known beside it; its commune switches claims off.
    """
    from . import label

    left = {True: MOST_ERRORS, False: MOST}
    for field, lang, text, hit in _found(record, known):
        claim = hit.claim
        level = Level(claim.goods if isinstance(record, Product) else claim.texts)
        wrong = level is Level.ERROR
        if not left[wrong]:
            continue
        left[wrong] -= 1
        values = {"found": hit.words, "rule": claim.id, "basis": claim.basis}
        message = Diagnostic(claim.family, level, field=field, label=label(kind, field), values=values)
        words = text[hit.start : hit.end]
        yield Claimed(message, lang, words, len(re.findall(vi.loose(words), text[: hit.start])))


def _found(record: Record, known: Known, *, backed: bool = False) -> Iterator[tuple[str, str, str, Hit]]:
    """List hits as (key path, language, text, hit): those that nothing backs, or only what something backs."""
    there = list(texts(record))
    wanted = suspects("\n".join(text for _, _, text in there))
    if not wanted:
        return
    product = record if isinstance(record, Product) else None
    off = known.commune.checks.off if known.commune.checks else ()
    kinds = goods(product, known) if product else frozenset()
    wanted = [
        claim
        for claim in wanted
        if (claim.goods if product else claim.texts) != "off"
        and claim.id not in off
        and not (product and claim.applies and kinds.isdisjoint(claim.applies))
    ]
    if not wanted:
        return
    for field, lang, text in there:
        here = suspects(text)
        for hit in hits(text, [claim for claim in wanted if claim in here], lang):
            if (product is not None and bool(backing(product, hit))) is backed:
                yield field, lang, text, hit


def backing(product: Product, hit: Hit) -> tuple[Record, ...]:
    """Return what a product's file has that backs a claim: papers, evidence, the recognition, or other values."""
    claim = hit.claim
    if claim.passes == "evidence":
        words = vi.fold_marks(hit.words)
        return tuple(one for one in product.claims if words in vi.fold_marks(one.text))
    if claim.passes == "papers":
        return tuple(paper for paper in product.certificates if paper.kind in claim.papers and paper.no)
    if claim.passes == "declaration":
        return (product.declaration,) if product.declaration else ()
    if claim.passes == "ocop":
        told = hit.match["stars"] or hit.match["before"]
        stars = _NUMBERS.get(told) or int(told)
        return (product.ocop,) if product.ocop and product.ocop.stars == stars else ()
    if claim.passes == "origin":
        return (product.origin,) if product.origin and product.origin.place else ()
    return ()


@rule("claim-out-of-date", "product", Level.WARNING, "Circular 10/2013/TT-BVHTTDL", dated=True)
def claim_out_of_date(product: Product, known: Known) -> Iterator[Found]:
    """What backed a claim has run out: the words are still on the page."""
    if not (product.claims or any(paper.expires for paper in product.certificates)):
        return
    yield from (one for hit, one in _over(product, known) if hit.claim.passes != "ocop")


@rule("claim-ocop-expired", "product", Level.ERROR, "OCOP: 36 months from the decision", dated=True)
def claim_ocop_expired(product: Product, known: Known) -> Iterator[Found]:
    """Stars that ran out are shown nowhere, so no text may go on saying them."""
    if product.ocop and expiry(product.ocop) < known.today:
        yield from (one for hit, one in _over(product, known) if hit.claim.passes == "ocop")


def _over(product: Product, known: Known) -> Iterator[tuple[Hit, Found]]:
    """List the words whose backing has run out, each once a field."""
    told: set[tuple[str, str]] = set()
    for field, _, _, hit in _found(product, known, backed=True):
        last = max(_end(one) for one in backing(product, hit))
        if last < known.today and (field, hit.words) not in told:
            told.add((field, hit.words))
            yield hit, found(field, found=hit.words, day=vi.write_date(last, "vi"))


def _end(backer: Evidence | Certificate | Recognition | Record) -> date:
    """Return the last day on which something backs a claim."""
    if isinstance(backer, Evidence):
        return vi.add_months(backer.issued, GOOD_FOR_MONTHS)
    if isinstance(backer, Recognition):
        return expiry(backer)
    return (backer.expires if isinstance(backer, Certificate) else None) or date.max
