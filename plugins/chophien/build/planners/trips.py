"""Plans trips and their list."""

from __future__ import annotations

from chophien import urls

from ..book import Entry
from ..planner import Planner


def trips(planner: Planner) -> None:
    """Plan the pages of trips, and their list."""
    found = planner.book.all("trip")
    for entry in found:
        depends = (entry.digest, planner.photos(entry), planner.linked(entry), planner.stops(entry))
        paths = planner.paths("trip", entry.id)
        on_map = _on_map(planner, entry)
        if on_map:
            paths.append(urls.trip_gpx(entry.id))
        planner.task(f"trip/{entry.id}", "trip", (entry.id, on_map), paths, depends)
    planner.list_page("trips", "trip-list", (), [planner.card(entry) + planner.stops(entry) for entry in found])


def _on_map(planner: Planner, entry: Entry) -> bool:
    """Tell whether a trip can be followed on a map: at least two of its stops have a position."""
    places = planner.book.entries["place"]
    stops = {stop.place for day in entry.record.days for stop in day.stops}
    return sum(id in places and places[id].facts.located for id in stops) > 1
