"""Routes of stops over one or more days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chophien import urls
from chophien.model import Picture, PlaceCard, Producer, Site, Trip, say
from chophien.model.records import Stop

from ._graph import (
    Crumbs,
    Node,
    commune,
    fee_offer,
    geo,
    images,
    name_of,
    node,
    page_node,
    real,
    ref,
    script,
    url,
    website,
)
from .places import place_stub
from .producers import stub


def trip(
    site: Site,
    lang: str,
    trip: Trip,
    places: Mapping[str, PlaceCard],
    pictures: Sequence[Picture],
    breadcrumbs: Crumbs,
    guide: Producer | None = None,
) -> str:
    """
    Describe a trip's page: all stops in order, and one part for each day when there are several.

    An example of a real site is described as a page alone.
    """
    path = urls.path("trip", lang, trip.id)
    here = url(site, path)
    name = name_of(trip, lang)
    if not real(site, trip):
        return script([*page_node(site, lang, path, name, breadcrumbs), website(site), commune(site)])
    days = [[_stop(site, lang, stop, places) for stop in day.stops] for day in trip.days]
    parts = []
    if len(days) > 1:
        for at, (day, stops) in enumerate(zip(trip.days, days, strict=True), 1):
            title = say(day.title, lang) or f"{name} ({at}/{len(days)})"
            parts.append(node("TouristTrip", f"{here}#trip-{at}", name=title, itinerary=_list(stops)))
    made = node(
        "TouristTrip",
        here + "#trip",
        name=name,
        description=say(trip.summary, lang),
        url=here,
        image=images(site, lang, pictures),
        itinerary=_list([stop for stops in days for stop in stops]),
        subTrip=parts,
        provider=stub(site, lang, guide) if guide else None,
        offers=fee_offer(trip.fee, lang, here),
    )
    return script(
        [
            *page_node(site, lang, path, name, breadcrumbs, mainEntity=ref(made["@id"])),
            made,
            website(site),
            commune(site),
        ]
    )


def _list(stops: Sequence[Node]) -> Node:
    return node(
        "ItemList",
        numberOfItems=len(stops),
        itemListElement=[{"@type": "ListItem", "position": at, "item": stop} for at, stop in enumerate(stops, 1)],
    )


def _stop(site: Site, lang: str, stop: Stop, places: Mapping[str, PlaceCard]) -> Node:
    card = places.get(stop.place)
    if card is None:
        return node("Place", name=say(stop.title, lang) or say(stop.note, lang))
    return place_stub(site, lang, card, geo=geo(card.point))
