"""All records of one commune, as one value."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

from msgspec import Struct

from .records import Category, Commune, Event, Need, News, Page, Place, Producer, Product, Trip


class Catalog(Struct, frozen=True, kw_only=True):
    """Everything a commune says, each kind by id in a stable order."""

    commune: Commune
    products: dict[str, Product] = {}
    producers: dict[str, Producer] = {}
    places: dict[str, Place] = {}
    events: dict[str, Event] = {}
    trips: dict[str, Trip] = {}
    needs: dict[str, Need] = {}
    news: dict[str, News] = {}
    pages: dict[str, Page] = {}


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
