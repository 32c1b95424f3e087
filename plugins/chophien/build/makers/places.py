"""Makes places, homestays among them, and their lists."""

from __future__ import annotations

from chophien import jsonld, pages, urls
from chophien.model import say

from ..context import Context
from ..task import Result
from ._common import list_page, place_cards, with_links


def place(
    ctx: Context, id: str, goods: tuple[str, ...], nearby: tuple[str, ...], events: tuple[str, ...], mark: str
) -> Result:
    """Make a place's pages."""
    site, book = ctx.site, ctx.book
    entry = book.entries["place"][id]
    record = entry.record
    made = ctx.pictures(entry)
    owner = ctx.producer(host.id) if (host := book.host(entry)) else None
    section = "stays" if record.kind == "homestay" else "places"
    files = []
    for lang in site.languages:
        path = urls.place(record, lang)
        crumbs = ctx.crumbs(lang, ctx.section(lang, section), (say(record.name, lang), path))
        graph = jsonld.place(site, lang, record, made, crumbs, owner)
        html = pages.place(
            site,
            lang,
            place=with_links(ctx, record, "body", lang, path),
            body=ctx.illustrated(entry, lang, path),
            pictures=made,
            nearby=place_cards(ctx, nearby),
            products=tuple(ctx.product_card(product) for product in goods),
            events=tuple(ctx.event_card(book.entries["event"][event]) for event in events),
            host=ctx.producer_card(owner.id) if owner else None,
            share=ctx.share("place", record, lang, mark),
            graph=graph,
        )
        files.append(html.encode())
    return Result(tuple(files))


def place_list(
    ctx: Context, kind: str, page: int, of: int, ids: tuple[str, ...], counts: tuple[tuple[str, int], ...]
) -> Result:
    """Make one page of the list of places, of all or of one kind."""
    site = ctx.site
    cards = place_cards(ctx, ids)
    files = []
    for lang in site.languages:
        path = urls.listed("place-kind" if kind else "places", lang, page, kind)
        crumbs = ctx.crumbs(lang, ctx.section(lang, "places"))
        if kind:
            crumbs = (*crumbs, (ctx.word(lang, f"place-kind-title.{kind}"), path))
        items = [(say(card.name, lang), urls.place(card, lang)) for card in cards]
        graph = jsonld.listing(site, lang, "places", items, path, crumbs)
        html = pages.place_list(site, lang, cards=cards, page=page, pages=of, kind=kind, kinds=counts, graph=graph)
        files.append(html.encode())
    return Result(tuple(files))


def stay_list(ctx: Context, ids: tuple[str, ...]) -> Result:
    """Make the list of homestays."""
    cards = place_cards(ctx, ids)
    return list_page(ctx, "stays", cards, pages.stay_list, lambda c, lang: urls.place(c, lang))
