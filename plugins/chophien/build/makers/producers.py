"""Makes producers and their list."""

from __future__ import annotations

from chophien import jsonld, model, pages, urls
from chophien.model import say

from ..context import Context
from ..task import Result
from ._common import list_page, with_links


def producer(ctx: Context, id: str, goods: tuple[str, ...], of: int, total: int) -> Result:
    """Make a producer's pages; ``of`` is on how many pages its goods stand, this one among them."""
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
        html = pages.producer(
            site, lang, producer=linked, pictures=made, products=sold, pages=of, total=total, place=place, graph=graph
        )
        files.append(html.encode())
    return Result(tuple(files))


def producer_goods(ctx: Context, id: str, goods: tuple[str, ...], page: int, of: int, total: int) -> Result:
    """Make one further page of a producer's goods."""
    site = ctx.site
    record = ctx.producer(id)
    if record is None:
        raise LookupError(f"no producer {id}")
    cards = tuple(ctx.product_card(product) for product in goods)
    files = []
    for lang in site.languages:
        path = urls.listed("producer", lang, page, id)
        maker = (say(record.name, lang), urls.path("producer", lang, id))
        here = (pages.goods_title(lang, record), path)
        items = [(say(card.name, lang), urls.path("product", lang, card.id)) for card in cards]
        crumbs = ctx.crumbs(lang, ctx.section(lang, "producers"), maker, here)
        graph = jsonld.listing(site, lang, "products", items, path, crumbs)
        html = pages.producer_goods(
            site, lang, producer=record, cards=cards, page=page, pages=of, total=total, graph=graph
        )
        files.append(html.encode())
    return Result(tuple(files))


def producer_list(ctx: Context, page: int, of: int, counts: tuple[tuple[str, int], ...]) -> Result:
    """Make one page of the list of producers, each with the number of its goods."""
    cards = [card for id, count in counts if (card := ctx.producer_card(id, count)) is not None]

    def path(card: model.ProducerCard, lang: str) -> str:
        return urls.path("producer", lang, card.id)

    return list_page(ctx, "producers", cards, pages.producer_list, path, page, of)
