"""Makes events, their list and their calendars."""

from __future__ import annotations

from chophien import calendars, jsonld, model, pages, urls
from chophien.model import say

from ..context import Context
from ..task import Result
from ._common import list_page, with_links


def event(ctx: Context, id: str, mark: str) -> Result:
    """Make an event's pages and its calendars."""
    site = ctx.site
    entry = ctx.book.entries["event"][id]
    record = entry.record
    made = ctx.pictures(entry)
    periods = model.occurrences(record, ctx.today)
    past = model.last_occurrence(record, ctx.today)
    where = ctx.place_card(record.place)
    html, ics = [], []
    for lang in site.languages:
        path = urls.path("event", lang, id)
        crumbs = ctx.crumbs(lang, ctx.section(lang, "events"), (say(record.name, lang), path))
        graph = jsonld.event(site, lang, record, periods, past, where, made, crumbs)
        page = pages.event(
            site, lang, event=with_links(ctx, record, "body", lang, path),
            body=ctx.illustrated(entry, lang, path), pictures=made, periods=periods, past=past, place=where,
            share=ctx.share("event", record, lang, mark), graph=graph,
        )  # fmt: skip
        html.append(page.encode())
        ics.append(calendars.event(site, lang, record, periods or ((past,) if past else ()), where, ctx.words))
    return Result((*html, *ics))


def event_list(ctx: Context, page: int, of: int, ids: tuple[str, ...]) -> Result:
    """Make one page of the list of events."""
    cards = [ctx.event_card(ctx.book.entries["event"][id]) for id in ids]

    def path(card: model.EventCard, lang: str) -> str:
        return urls.path("event", lang, card.id)

    return list_page(ctx, "events", cards, pages.event_list, path, page, of)


def calendar(ctx: Context) -> Result:
    """Make the calendar of all events."""
    items = []
    for entry in ctx.book.all("event"):
        record = entry.record
        where = ctx.place_card(record.place)
        items.append((record, model.occurrences(record, ctx.today), where))
    return Result(tuple(calendars.events(ctx.site, lang, items, ctx.words) for lang in ctx.site.languages))
