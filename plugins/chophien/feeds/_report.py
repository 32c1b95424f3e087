"""What each feed holds, what it leaves out, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from chophien import urls
from chophien.model import Site

from ._pipeline import Exporter, Fragment, LeftOut
from .reasons import explain, note

NAMED = 5
"""How many SKUs a note names."""

MEANT = frozenset({"service-not-goods", "excluded-by-wish", "example-not-for-sale", "information-only"})
"""Reasons that nobody can or will mend; a feed that is empty for these alone is as it should be."""


class Counted(Struct, frozen=True):
    """
    What the report says of one feed's size.

    Args:
        file: Its file.
        items: How many items it holds.
        before: How many it held before more than half of them went; 0 when that did not happen.
        emptied: Whether it holds nothing although there are goods that only want mending.
    """

    file: str
    items: int
    before: int = 0
    emptied: bool = False


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


def shrunk(items: int, last: int) -> int:
    """
    Return how many items there were when more than half of them are gone, else 0 (F23).

    Args:
        last: What ``counts`` read; a feed that shrank is measured by what it was, until it has half of it again.
    """
    return last if items * 2 < last else 0


def _together(found: Iterable[LeftOut]) -> list[LeftOut]:
    """Tell what holds for several variants of a product once, their SKUs parted by commas."""
    groups: dict[tuple[object, ...], list[LeftOut]] = {}
    for out in found:
        groups.setdefault((out.product, out.code, *sorted(out.values.items()), out.file, out.line), []).append(out)
    return [msgspec.structs.replace(outs[0], sku=", ".join(out.sku for out in outs)) for outs in groups.values()]


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
        before: By file name, what the last report counted, as ``counts`` reads it.
    """
    rows = []
    for key, found in results.items():
        file = exporters[key].FILENAME
        row: dict[str, Any] = {"file": file, "items": found.items}
        if lost := shrunk(found.items, (before or {}).get(file, 0)):
            row["before"] = lost
        row["left_out"] = [
            {
                "sku": out.sku,
                "product": out.product,
                "rule": out.code,
                "message_vi": " ".join(explain(out, "vi")),
                "file": out.file,
                "line": out.line,
            }
            for out in _together(found.left_out)
        ]
        row["warnings"] = _notes(site, exporters[key], found, "vi", before or {})
        rows.append(row)
    return msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"


def counts(report: bytes) -> dict[str, Counted]:
    """
    Read back what a report says of every feed's size; nothing from what is no report.

    The number a feed is measured by next time is its ``before`` where it shrank, else its ``items``.
    """
    try:
        found = {}
        for row in msgspec.json.decode(report):
            wanting = any(out["rule"] not in MEANT for out in row["left_out"])
            items = int(row["items"])
            found[row["file"]] = Counted(str(row["file"]), items, int(row.get("before", 0)), not items and wanting)
        return found
    except (msgspec.DecodeError, AttributeError, KeyError, TypeError, ValueError):
        return {}


def rows(
    site: Site,
    results: Mapping[str, Fragment],
    exporters: Mapping[str, Exporter],
    lang: str,
    before: Mapping[str, int] | None = None,
) -> list[dict[str, Any]]:
    """
    List for the report page, by feed: key, name, use, file, url, items, state, left_out and notes.

    ``state`` is ``full``, ``lacking`` (all goods are in, with notes on what to add), ``partial`` (something is left
    out), ``empty`` or ``shrank``.
    """
    found = []
    for key, result in results.items():
        exporter = exporters[key]
        left_out = []
        for out in _together(result.left_out):
            reason, hint = explain(out, lang)
            place = f"{out.file}:{out.line}" if out.file else ""
            said = {"sku": out.sku or out.product, "name": out.name, "reason": reason, "hint": hint, "place": place}
            left_out.append(said)
        notes = _notes(site, exporter, result, lang, before or {})
        state = "partial" if left_out else "lacking" if notes else "full"
        if not result.items:
            state = "empty"
        elif shrunk(result.items, (before or {}).get(exporter.FILENAME, 0)):
            state = "shrank"
        found.append(
            {
                "key": key,
                "name": exporter.NAME,
                "use": exporter.USE,
                "file": exporter.FILENAME,
                "url": urls.absolute(site.commune.site_url, exporter.FILENAME),
                "items": result.items,
                "state": state,
                "left_out": left_out,
                "notes": notes,
            }
        )
    return found


def _notes(site: Site, exporter: Exporter, result: Fragment, lang: str, before: Mapping[str, int]) -> list[str]:
    found = []
    if not result.items:
        found.append(note("feed-empty", lang))
    if lost := shrunk(result.items, before.get(exporter.FILENAME, 0)):
        found.append(note("feed-shrank", lang, before=lost, count=result.items))
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
