"""Makes the map of places and the files of their positions."""

from __future__ import annotations

from chophien import geo, jsonld, model, pages, urls
from chophien.model import PlaceCard, say

from ..context import Context
from ..task import Result
from ._common import place_cards


def place_map(ctx: Context) -> Result:
    """Make the map of all places that have a position."""
    site, book = ctx.site, ctx.book
    cards = place_cards(ctx, (entry.id for entry in book.all("place") if entry.facts.located))
    looks: dict[str, list[PlaceCard]] = {look: [] for look in geo.LOOKS}
    for card in cards:
        looks[geo.look(card.kind)].append(card)
    found = geo.survey(site.commune.point, [card for group in looks.values() for card in group])
    makers: dict[str, list[model.ProducerCard]] = {}
    for entry in book.all("producer"):
        maker = ctx.producer_card(entry.id)
        public = ctx.producer(entry.id)
        if maker is not None and public is not None and public.place:
            makers.setdefault(public.place, []).append(maker)
    numbers = found.numbers if found else {}
    groups = tuple(
        (
            look,
            tuple(
                model.MapEntry(
                    number=numbers[card.id],
                    place=card,
                    km=found.km.get(card.id) if found else None,
                    makers=tuple(makers.get(card.id, ())),
                )
                for card in group
            ),
        )
        for look, group in looks.items()
        if group
    )
    trips = []
    for entry in book.all("trip"):
        way = tuple(numbers[id] for id in book.way(entry))
        if way:
            trips.append(model.MapTrip(trip=ctx.trip_card(entry), stops=way, gpx=urls.trip_gpx(entry.id)))
    files = []
    for lang in site.languages:
        section = ctx.section(lang, "map")
        items = [(say(card.name, lang), urls.place(card, lang)) for _, group in groups for card in
                 (entry.place for entry in group)]  # fmt: skip
        graph = jsonld.listing(site, lang, "map", items, section[1], ctx.crumbs(lang, section))
        html = pages.place_map(
            site, lang, groups=groups, trips=tuple(trips),
            drawing=geo.draw(found, **pages.map_words(site, lang), trips=[trip.stops for trip in trips])
            if found else "",
            far=bool(found and any(mark.far for mark in found.marks)), graph=graph,
        )  # fmt: skip
        files.append(html.encode())
    return Result(tuple(files))


def _real(ctx: Context) -> tuple[PlaceCard, ...]:
    """Return the places that there are; programs and devices do not see that something is but an example."""
    return place_cards(ctx, (entry.id for entry in ctx.book.all("place") if ctx.book.real(entry)))


def places_geojson(ctx: Context) -> Result:
    """Make the map data of all places."""
    return Result((geo.geojson(ctx.site, "vi", _real(ctx)),))


def places_gpx(ctx: Context) -> Result:
    """Make the way points of all places."""
    return Result((geo.waypoints(ctx.site, "vi", _real(ctx), roughly=pages.roughly("vi")),))
