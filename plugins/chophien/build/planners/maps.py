"""Plans the map of places."""

from __future__ import annotations

from ..planner import Planner


def place_map(planner: Planner, producers: dict[str, bytes]) -> None:
    """Plan the map of places."""
    book = planner.book
    depends = [entry.digest for kind in ("place", "trip") for entry in book.all(kind)]
    depends += [producers[entry.id] for entry in book.all("producer") if entry.facts.place]
    planner.list_page("map", "map", (), depends)
