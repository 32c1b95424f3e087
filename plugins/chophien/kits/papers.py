"""The papers that a place may ask for and the lines of a label: which the record has, which are missing."""

from __future__ import annotations

from msgspec import Struct

from chophien.model import FOOD_LABELS, Shown, say
from chophien.text import write_date

from ._table import label_fields, label_name, paper_name

_SAFETY = frozenset({"food-safety", "haccp", "gmp", "iso"})


class Paper(Struct, frozen=True):
    """
    A paper or a line of a label.

    Args:
        state: ``present``, ``missing``, ``none`` (absent, and need not be there), ``ask`` (the record cannot tell, its
            seller can) or ``pack`` (printed on each pack).
        note: What is known of it, such as its number.
        verified: Whether a source says that it must be there.
    """

    key: str
    name: str
    state: str
    note: str = ""
    verified: bool = True


def papers(shown: Shown) -> tuple[Paper, ...]:
    """List the papers on goods that any place may ask for."""
    product = shown.product
    food = shown.category.label in FOOD_LABELS
    code = shown.producer.tax_code if shown.producer else ""
    found = [_paper("business", "ask", f"MST {code}" if code else "")]
    if food:
        found.append(_certified("food-safety", shown, _SAFETY))
        made = product.declaration
        found.append(_paper("declaration", "present" if made else "missing", made.number if made else ""))
        found.append(_paper("test", "ask"))
    codes = [offer.gtin for offer in shown.offers if offer.gtin]
    found.append(_paper("barcode", "present" if codes else "none", ", ".join(codes)))
    found.append(_certified("trademark", shown, frozenset({"trademark", "gi"}), "none"))
    if shown.stars and product.ocop is not None:
        until = f", đến {write_date(shown.stars_until, 'vi')}" if shown.stars_until else ""
        found.append(_paper("ocop", "present", f"{shown.stars} sao, {product.ocop.decision}{until}"))
    else:
        found.append(_paper("ocop", "none"))
    found.append(_paper("label", "present" if any(p.role == "label" for p in shown.pictures) else "missing"))
    if product.restricted == "knife" and product.blade is not None:
        found.append(_paper("police", "present" if product.blade.declared else "ask"))
    return tuple(found)


def _paper(key: str, state: str, note: str = "") -> Paper:
    return Paper(key, paper_name(key), state, note)


def _certified(key: str, shown: Shown, kinds: frozenset[str], absent: str = "missing") -> Paper:
    found = [paper for paper in shown.product.certificates if paper.kind in kinds]
    note = "; ".join(f"{paper.name} {paper.no}".strip() for paper in found)
    return _paper(key, "present" if found else absent, note)


def label(shown: Shown) -> tuple[Paper, ...]:
    """List the lines that stand on the label of such goods; those that only sometimes must are left out when absent."""
    have = _label_states(shown)
    found = []
    for key, field in label_fields(shown.category.label):
        state = have.get(key, "ask")
        if state == "missing" and not field.always:
            continue
        found.append(Paper(key, label_name(key), state, verified=field.verified))
    return tuple(found)


def _label_states(shown: Shown) -> dict[str, str]:
    product, producer = shown.product, shown.producer
    facts = bool(product.facts)
    address = bool(producer and producer.address)
    net = bool(shown.offers) and all(offer.net for offer in shown.offers)
    there = {
        "name": True,
        "responsible_name": producer is not None,
        "responsible_address": address,
        "responsible": address,
        "origin": product.origin is not None,
        "net_quantity": net,
        "quantity": net,
        "ingredients": bool(say(product.ingredients, "vi")),
        "warning": bool(say(product.warnings, "vi")),
        "fire_warning": bool(say(product.warnings, "vi")),
        "usage": bool(say(product.usage, "vi")),
        "storage": bool(say(product.storage, "vi")),
        "usage_storage": bool(say(product.usage, "vi") or say(product.storage, "vi")),
        "ethanol_percent": product.alcohol is not None,
        "technical_specs": facts,
        "fibre_composition": facts,
        "material": facts,
        "brand": bool(product.brand),
        "maker": producer is not None,
        "blade_length_cm": product.blade is not None,
        "blade_width_cm": product.blade is not None,
        "pointed": product.blade is not None,
        "weight_g": any(offer.weight_g for offer in shown.offers),
        "declaration_number": product.declaration is not None,
    }
    printed = ("production_date", "expiry_date", "expiry", "lot_id", "lot", "production_year")
    return {key: "present" if value else "missing" for key, value in there.items()} | dict.fromkeys(printed, "pack")
