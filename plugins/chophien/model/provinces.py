"""The names of provinces and cities of that rank."""

from __future__ import annotations

import csv
import re
from pathlib import Path

_KIND = re.compile(r"(?:Tỉnh|Thành phố) ")


def province_names() -> tuple[str, ...]:
    """Return the names of today's provinces and of those before July 2025, without their kind."""
    names: dict[str, None] = {}
    path = Path(__file__).parent.parent / "data" / "provinces_2025.csv"
    with path.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            former = (_KIND.sub("", name) for name in row["former_provinces"].split("; "))
            names |= dict.fromkeys((row["name"], *(part for name in former for part in name.split(" - "))))
    return tuple(names)


__all__ = ["province_names"]
