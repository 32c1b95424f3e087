"""The map of the commune: a drawing, and the same as a list."""

from __future__ import annotations

from markupsafe import Markup

from chophien import urls
from chophien.model import MapEntry, MapTrip, Site

from .engine import render, tongue
from .frame import everywhere, frame

WAYS_LISTED = 40
"""Places at most whose ways there stand in the list too: more would make the map heavy, and their pages have them."""


def map_words(site: Site, lang: str) -> dict[str, str]:
    """Return what stands on the drawing: title, description, letter of the north, the commune's name, the language."""
    words = tongue(lang)
    commune = words.plain(site.commune.name)
    return {
        "title": words.say("map-title", commune=commune),
        "described": words.say("map-described"),
        "north": words.say("map-north"),
        "name": commune,
        "lang": lang,
    }


def roughly(lang: str) -> str:
    """Say that a position is only roughly known."""
    return tongue(lang).say("approximate-position")


def place_map(
    site: Site,
    lang: str,
    *,
    drawing: str,
    groups: tuple[tuple[str, tuple[MapEntry, ...]], ...],
    trips: tuple[MapTrip, ...] = (),
    far: bool = False,
    graph: str = "",
) -> str:
    """
    Render the map.

    Args:
        drawing: Finished SVG; empty when no place has a position.
        groups: The places by how they look on the map, in the order of their numbers.
        trips: Trips between them.
        far: Whether some of them stand at the edge.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    intro = words.say("map-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, everywhere(site, "map"), title=words.say("section.map"), description=intro, section="map",
        graph=graph,
    )  # fmt: skip
    entries = [entry for _, found in groups for entry in found]
    context |= {
        "brief": len(entries) > WAYS_LISTED,
        "intro": intro,
        "drawing": Markup(drawing),  # noqa: S704 (our own drawing)
        "groups": groups,
        "trips": trips,
        "far": far,
        "roughly": any(entry.place.point and entry.place.point.approximate for entry in entries),
        "shared": len({entry.number for entry in entries}) < len(entries),
        "measured": any(entry.km is not None for entry in entries),
        "files": ((urls.PLACES_GEOJSON, "GeoJSON"), (urls.PLACES_GPX, "GPX")),
    }
    return render("map.html", site, context)
