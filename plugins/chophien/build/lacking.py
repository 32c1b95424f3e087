"""An unknown key beside a missing one, which may be the same mistake: told once."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chophien import checks
from chophien.diagnostics import Diagnostic

Place = tuple[str, str]
"""Where keys stand beside each other: file, and key path of what holds them."""


def told_once(kind: str, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """
    Let the message on an unknown key stand for that on what is missing beside it, where it may have been meant for it.

    The only unknown key of its place that resembles none names what is missing there; a key that belongs one level
    deeper stands for the key that would hold it.

    Args:
        kind: Kind of record.
        found: All that is told of one record, ``values["lacks"]`` of a rule being the path of the key it misses.
    """
    strange = [_place_of_unknown(one) for one in found if one.code == "unknown-key-no-idea"]
    missing: dict[Place, dict[str, None]] = {place: {} for place in strange if strange.count(place) == 1}
    held = {
        (*_place_of_unknown(one), holder)
        for one in found
        if one.code == "unknown-key"
        for holder in one.values.get("holders", "").split(",")
    }
    kept = []
    for one in found:
        lacks = one.field if one.code == "missing-key" else one.values.get("lacks", "")
        holder, _, word = lacks.rpartition(".")
        if not lacks:
            kept.append(one)
        elif (one.file, holder) in missing:
            missing[one.file, holder][f"{word} ({checks.label(kind, lacks)})"] = None
        elif (one.file, holder, word) not in held:
            kept.append(one)
    return [
        _naming(one, missing.get(_place_of_unknown(one), {})) if one.code == "unknown-key-no-idea" else one
        for one in kept
    ]


def _place_of_unknown(one: Diagnostic) -> Place:
    # The key itself may hold a dot.
    return one.file, one.field.removesuffix(one.values["found"]).removesuffix(".")


def _naming(one: Diagnostic, missing: dict[str, None]) -> Diagnostic:
    if not missing:
        return one
    values = {"found": one.values["found"], "missing": ", ".join(missing), "known": one.values["known"]}
    return msgspec.structs.replace(one, code="unknown-key-beside-missing", values=values)


__all__ = ["told_once"]
