"""The groups of goods: those shipped with the package and the commune's own."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path

from .choosing import none_of
from .records import Category, Commune


@functools.lru_cache(maxsize=1)
def shipped_categories() -> dict[str, Category]:
    """Read the categories shipped with the package (Google ids from its taxonomy, read November 2026)."""
    path = Path(__file__).parent.parent / "data" / "categories.toml"
    with path.open("rb") as source:
        rows = tomllib.load(source)
    return {
        key: Category(
            id=key,
            name={lang: str(row[lang]) for lang in ("vi", "en") if lang in row},
            google_id=row.get("google"),
            path=str(row.get("path", "")),
            ocop_set=row.get("ocop"),
            label=str(row["label"]),
        )
        for key, row in rows.items()
    }


def categories(commune: Commune) -> dict[str, Category]:
    """Return the shipped categories and the commune's own, the latter winning."""
    return shipped_categories() | {category.id: category for category in commune.categories}


def unknown(written: str, known: Mapping[str, Category]) -> dict[str, str]:
    """Say of a group that there is none of, as ``none_of`` does."""
    return none_of(written, {id: category.name["vi"] for id, category in known.items()})
