"""Trips: the list, and one trip's page."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from chophien import urls
from chophien.model import Picture, PlaceCard, Site, Trip, TripCard

from .engine import render, tongue
from .frame import everywhere, frame


def trip_list(site: Site, lang: str, *, cards: tuple[TripCard, ...], graph: str = "") -> str:
    """Render the list of trips."""
    words = tongue(lang)
    intro = words.say("trips-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, everywhere(site, "trips"), title=words.say("section.trips"), description=intro,
        section="trips", graph=graph,
    )  # fmt: skip
    context |= {"intro": intro, "cards": cards}
    return render("trip-list.html", site, context)


def trip(
    site: Site,
    lang: str,
    *,
    trip: Trip,
    body: Markup | None = None,
    pictures: tuple[Picture, ...] = (),
    places: Mapping[str, PlaceCard] | None = None,
    gpx: str = "",
    graph: str = "",
) -> str:
    """
    Render the page of one trip.

    Args:
        body: Its text, already made HTML; by default made from the record.
        places: The places it stops at, by id.
        gpx: Output path of its stops for a navigation device, when there is one.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    known = places or {}
    context = frame(
        site, lang, everywhere(site, "trip", trip.id), title=words.plain(trip.name),
        description=words.plain(trip.summary), section="trips", graph=graph, kind="article", record=trip,
        picture=pictures[0] if pictures else None,
        crumbs=[(words.say("section.trips"), urls.path("trips", lang))],
    )  # fmt: skip
    context |= {
        "trip": trip,
        "body": words.prose(trip.body) if body is None else body,
        "pictures": pictures,
        "gpx": gpx,
        "parts": [(day, [(stop, known.get(stop.place)) for stop in day.stops]) for day in trip.days],
    }
    return render("trip.html", site, context)
