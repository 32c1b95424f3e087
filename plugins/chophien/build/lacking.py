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
    Let the message on an unknown key that resembles none name what is missing beside it, which is not told alone then.

    Args:
        kind: Kind of record.
        found: All that is told of one record, ``values["lacks"]`` of a rule being the path of the key it misses.
    """
    unknown = {_place_of_unknown(one) for one in found if one.code == "unknown-key-no-idea"}
    missing: dict[Place, dict[str, None]] = {place: {} for place in unknown}
    kept = []
    for one in found:
        lacks = one.field if one.code == "missing-key" else one.values.get("lacks", "")
        holder, _, word = lacks.rpartition(".")
        if lacks and (one.file, holder) in unknown:
            missing[one.file, holder][f"{word} ({checks.label(kind, lacks)})"] = None
        else:
            kept.append(one)
    return [_naming(one, missing[_place_of_unknown(one)]) if one.code == "unknown-key-no-idea" else one for one in kept]


def _place_of_unknown(one: Diagnostic) -> Place:
    # The key itself may hold a dot.
    return one.file, one.field.removesuffix(one.values["found"]).removesuffix(".")


def _naming(one: Diagnostic, missing: dict[str, None]) -> Diagnostic:
    if not missing:
        return one
    values = {"found": one.values["found"], "missing": ", ".join(missing), "known": one.values["known"]}
    return msgspec.structs.replace(one, code="unknown-key-beside-missing", values=values)


__all__ = ["told_once"]
