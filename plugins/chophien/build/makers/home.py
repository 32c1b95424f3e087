"""Makes the home page."""

from __future__ import annotations

from chophien import jsonld, pages

from ..context import Context
from ..task import Result
from ._common import own_pictures, place_cards


def home(ctx: Context, goods: tuple[str, ...], places: tuple[str, ...], stays: tuple[str, ...], mark: str) -> Result:
    """Make the home page in every language."""
    site, book = ctx.site, ctx.book
    events = [ctx.event_card(entry) for entry in book.all("event")]
    coming = sorted((e for e in events if e.start and not e.past), key=lambda e: (e.outside, e.start))
    makers = [ctx.producer_card(e.id) for e in book.all("producer")]
    news = [e for e in book.all("news") if e.record.status == "published"]
    pictures = own_pictures(ctx)
    sights = place_cards(ctx, places)
    files = []
    for lang in site.languages:
        graph = jsonld.home(site, lang, pictures, [card for card in sights if not card.outside])
        html = pages.home(
            site,
            lang,
            products=tuple(ctx.product_card(id) for id in goods),
            events=tuple(coming[:3]),
            places=sights,
            stays=place_cards(ctx, stays),
            trips=tuple(ctx.trip_card(e) for e in book.all("trip")[:3]),
            producers=tuple(card for card in makers[:6] if card),
            news=tuple(ctx.news_card(e) for e in news[:3]),
            pictures=pictures,
            today_month=ctx.today.month,
            share=ctx.home_share(lang, mark),
            graph=graph,
        )
        files.append(html.encode())
    return Result(tuple(files))
