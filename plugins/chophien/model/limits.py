"""
How short, long, cheap or dear a field may be at each place that goods are listed at by hand.

Places change their limits without telling: each says where it was read, when, and whether that was verified.
Sheets for pasting and listing kits both keep to them.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct


class Limit(Struct, frozen=True):
    """
    The limit of one field.

    Args:
        least: Characters; for prices đồng, for weights grams, for stocks and options their number; none for no limit.
        most: Likewise.
        verified: Whether ``source`` says so; else it is a cautious guess, and shown as one.
        read: The day the source was looked at.
    """

    least: int | None
    most: int | None
    verified: bool
    source: str
    read: date


NO_LIMIT = Limit(None, None, False, "", date.min)


@functools.lru_cache(maxsize=1)
def _places() -> dict[str, dict[str, Limit]]:
    found: dict[str, dict[str, Limit]] = {}
    with (Path(__file__).parent.parent / "data/place_limits.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            found.setdefault(row["place"], {})[row["field"]] = Limit(
                int(row["least"]) if row["least"] else None,
                int(row["most"]) if row["most"] else None,
                row["verified"] == "yes",
                row["source"],
                date.fromisoformat(row["read"]),
            )
    return found


def limits(place: str) -> Mapping[str, Limit]:
    """Return the limits of a place by field; nothing for a place without any."""
    return _places().get(place, {})
