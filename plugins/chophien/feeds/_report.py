"""What each feed holds, what it leaves out, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from chophien import urls
from chophien.model import Site

from ._pipeline import Exporter, Fragment, LeftOut
from .reasons import explain, note

NAMED = 5
"""How many SKUs a note names."""


def merge(fragments: Iterable[Fragment]) -> Fragment:
    """Sum up the fragments of a feed, without their rows."""
    items = 0
    left_out: list[LeftOut] = []
    notes: list[tuple[str, str]] = []
    for fragment in fragments:
        items += fragment.items
        left_out += fragment.left_out
        notes += fragment.notes
    return Fragment(items=items, left_out=tuple(left_out), notes=tuple(notes))


def report(
    site: Site,
    results: Mapping[str, Fragment],
    exporters: Mapping[str, Exporter],
    before: Mapping[str, int] | None = None,
) -> bytes:
    """
    Write ``feeds/report.json``.

    Args:
        results: By exporter's key, its fragments summed up.
        before: By file name, how many items the last report counted.
    """
    rows = [
        {
            "file": exporters[key].FILENAME,
            "items": found.items,
            "left_out": [
                {
                    "sku": out.sku,
                    "product": out.product,
                    "rule": out.code,
                    "message_vi": " ".join(explain(out, "vi")),
                }
                for out in found.left_out
            ],
            "warnings": _notes(site, exporters[key], found, "vi", before or {}),
        }
        for key, found in results.items()
    ]
    return msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"


def rows(
    site: Site,
    results: Mapping[str, Fragment],
    exporters: Mapping[str, Exporter],
    lang: str,
    before: Mapping[str, int] | None = None,
) -> list[dict[str, Any]]:
    """List for the report page, by feed: name, use, file, url, items, left_out and notes."""
    found = []
    for key, result in results.items():
        exporter = exporters[key]
        left_out = []
        for out in result.left_out:
            reason, hint = explain(out, lang)
            left_out.append({"sku": out.sku or out.product, "name": out.name, "reason": reason, "hint": hint})
        found.append(
            {
                "name": exporter.NAME,
                "use": exporter.USE,
                "file": exporter.FILENAME,
                "url": urls.absolute(site.commune.site_url, exporter.FILENAME),
                "items": result.items,
                "left_out": left_out,
                "notes": _notes(site, exporter, result, lang, before or {}),
            }
        )
    return found


def _notes(site: Site, exporter: Exporter, result: Fragment, lang: str, before: Mapping[str, int]) -> list[str]:
    found = []
    if not result.items:
        found.append(note("feed-empty", lang))
    last = before.get(exporter.FILENAME, 0)
    if result.items * 2 < last:
        found.append(note("feed-shrank", lang, before=last, count=result.items))
    town = site.commune
    if exporter.USE == "fetch":
        if not (town.policies and town.policies.returns):
            found.append(note("no-returns-policy", lang))
        if not (town.contact and (town.contact.phone or town.contact.email)):
            found.append(note("no-contact", lang))
    by_code: dict[str, list[str]] = {}
    for code, sku in result.notes:
        by_code.setdefault(code, []).append(sku)
    for code, skus in by_code.items():
        named = ", ".join(skus[:NAMED]) + (" …" if len(skus) > NAMED else "")
        found.append(note(code, lang, count=len(skus), skus=named))
    return found
