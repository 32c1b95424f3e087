"""Makes producers and their list."""

from __future__ import annotations

from chophien import jsonld, model, pages, urls
from chophien.model import say

from ..context import Context
from ..task import Result
from ._common import list_page, with_links


def producer(ctx: Context, id: str, goods: tuple[str, ...]) -> Result:
    """Make a producer's pages."""
    site = ctx.site
    entry = ctx.book.entries["producer"][id]
    record = ctx.producer(id)
    if record is None:
        raise LookupError(f"no producer {id}")
    made = ctx.pictures(entry)
    place = ctx.place_card(record.place)
    sold = tuple(ctx.product_card(product) for product in goods)
    files = []
    paths = {lang: urls.path("producer", lang, id) for lang in site.languages}
    for lang, path in paths.items():
        crumbs = ctx.crumbs(lang, ctx.section(lang, "producers"), (say(record.name, lang), path))
        graph = jsonld.producer(site, lang, record, made, crumbs)
        linked: model.Producer = with_links(ctx, record, "about", lang, path)
        html = pages.producer(site, lang, producer=linked, pictures=made, products=sold, place=place, graph=graph)
        files.append(html.encode())
    return Result(tuple(files))


def producer_list(ctx: Context, counts: tuple[tuple[str, int], ...]) -> Result:
    """Make the list of producers."""
    number = dict(counts)
    made = (ctx.producer_card(e.id, number.get(e.id, 0)) for e in ctx.book.all("producer"))
    cards = [card for card in made if card is not None]
    return list_page(
        ctx, "producers", cards, pages.producer_list, lambda card, lang: urls.path("producer", lang, card.id)
    )
