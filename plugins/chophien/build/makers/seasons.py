"""Makes the season calendar."""

from __future__ import annotations

from chophien import jsonld, model, pages, urls
from chophien.model import say

from ..context import Context
from ..task import Result
from ._common import place_cards


def seasons(ctx: Context, goods: tuple[tuple[str, ...], ...], more: tuple[int, ...], ripe: bool) -> Result:
    """Make the season calendar: for each month the goods that are named, and how many are not."""
    site, book = ctx.site, ctx.book
    held = model.festivals([(entry.record, ctx.event_card(entry)) for entry in book.all("event")], ctx.today)
    places = [entry for entry in book.all("place") if entry.facts.season]
    trips = [entry for entry in book.all("trip") if entry.facts.season]
    months = tuple(
        model.SeasonMonth(
            year=year,
            month=month,
            goods=tuple(ctx.product_card(id) for id in ids),
            more=left,
            places=place_cards(ctx, (entry.id for entry in places if month in entry.facts.season)),
            trips=tuple(ctx.trip_card(entry) for entry in trips if month in entry.facts.season),
            festivals=tuple(held[year, month]),
        )
        for (year, month), ids, left in zip(model.months_ahead(ctx.today), goods, more, strict=True)
    )
    files = []
    for lang in site.languages:
        section = ctx.section(lang, "seasons")
        items: dict[str, model.Phrase] = {}
        for found in months:
            items |= {urls.path("product", lang, card.id): card.name for card in found.goods}
            items |= {urls.place(card, lang): card.name for card in found.places}
            items |= {urls.path("trip", lang, card.id): card.name for card in found.trips}
            items |= {urls.path("event", lang, item.event.id): item.event.name for item in found.festivals}
        named = [(say(name, lang), path) for path, name in items.items()]
        graph = jsonld.listing(site, lang, "seasons", named, section[1], ctx.crumbs(lang, section))
        now = urls.path("facet", lang, "season") if ripe else ""
        files.append(pages.season_calendar(site, lang, months=months, ripe=now, graph=graph).encode())
    return Result(tuple(files))
