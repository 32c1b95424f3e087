"""Makes news, free pages and the list of news."""

from __future__ import annotations

from typing import Any

from chophien import jsonld, model, pages, urls
from chophien.model import say, spoken_in

from ..context import Context
from ..task import Result
from ._common import list_page


def news_list(ctx: Context, page: int, of: int, ids: tuple[str, ...]) -> Result:
    """Make one page of the list of news."""
    site = ctx.site
    cards = [ctx.news_card(ctx.book.entries["news"][id]) for id in ids]

    def path(card: Any, lang: str) -> str:
        written = spoken_in(card.slug, lang, site.languages)
        return urls.path("news-item", written, card.slug[written])

    return list_page(ctx, "news", cards, pages.news_list, path, page, of)


def news_item(ctx: Context, id: str, lang: str) -> str:
    """Make one article's page; Pelican's own article template prints it."""
    site = ctx.site
    entry = ctx.book.entries["news"][id]
    record = entry.record
    path = urls.path("news-item", lang, model.slugs(record)[lang])
    made = ctx.pictures(entry)
    crumbs = ctx.crumbs(lang, ctx.section(lang, "news"), (say(record.title, lang), path))
    graph = jsonld.article(site, lang, record, path, made, crumbs)
    return pages.news_item(site, lang, news=record, body=ctx.body(entry, lang, path), pictures=made, graph=graph)


def free_page(ctx: Context, id: str, lang: str) -> str:
    """Make one free page; Pelican's own page template prints it."""
    entry = ctx.book.entries["page"][id]
    record = entry.record
    path = urls.path("page", lang, model.slugs(record)[lang])
    crumbs = ctx.crumbs(lang, (say(record.title, lang), path))
    graph = jsonld.page(ctx.site, lang, say(record.title, lang), path, crumbs)
    return pages.free_page(ctx.site, lang, page=record, body=ctx.body(entry, lang, path), graph=graph)
