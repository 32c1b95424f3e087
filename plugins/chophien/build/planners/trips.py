"""Plans trips and their list."""

from __future__ import annotations

from chophien import urls

from ..planner import Planner


def trips(planner: Planner) -> None:
    """Plan the pages of trips, and their list."""
    found = planner.book.all("trip")
    for entry in found:
        depends = (entry.digest, planner.photos(entry), planner.linked(entry), planner.stops(entry))
        paths = planner.paths("trip", entry.id)
        on_map = bool(planner.book.way(entry))
        if on_map:
            paths.append(urls.trip_gpx(entry.id))
        planner.task(f"trip/{entry.id}", "trip", (entry.id, on_map), paths, depends)
    planner.list_page("trips", "trip-list", (), [planner.card(entry) + planner.stops(entry) for entry in found])
