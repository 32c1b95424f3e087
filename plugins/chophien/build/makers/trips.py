"""Makes trips and their list."""

from __future__ import annotations

from chophien import geo, jsonld, pages, urls
from chophien.model import PlaceCard, say

from ..context import Context
from ..task import Result
from ._common import list_page, with_links


def trip(ctx: Context, id: str, on_map: bool) -> Result:
    """Make a trip's pages and, where its stops have positions, its file for navigation."""
    site = ctx.site
    entry = ctx.book.entries["trip"][id]
    record = entry.record
    made = ctx.pictures(entry)
    stops = {stop.place for day in record.days for stop in day.stops if stop.place}
    places: dict[str, PlaceCard] = {}
    for stop in sorted(stops):
        card = ctx.place_card(stop)
        if card is not None:
            places[stop] = card
    files = []
    for lang in site.languages:
        path = urls.path("trip", lang, id)
        crumbs = ctx.crumbs(lang, ctx.section(lang, "trips"), (say(record.name, lang), path))
        graph = jsonld.trip(site, lang, record, places, made, crumbs)
        html = pages.trip(
            site, lang, trip=with_links(ctx, record, "body", lang, path), body=ctx.illustrated(entry, lang, path),
            pictures=made, places=places, gpx=urls.trip_gpx(id) if on_map else "", graph=graph,
        )  # fmt: skip
        files.append(html.encode())
    if on_map:
        way = [places[id] for id in ctx.book.way(entry)]
        files.append(geo.route(site, "vi", record, way, roughly=pages.roughly("vi")))
    return Result(tuple(files))


def trip_list(ctx: Context) -> Result:
    """Make the list of trips."""
    cards = [ctx.trip_card(entry) for entry in ctx.book.all("trip")]
    return list_page(ctx, "trips", cards, pages.trip_list, lambda card, lang: urls.path("trip", lang, card.id))
