"""Makes the board of what is wanted and offered."""

from __future__ import annotations

from chophien import jsonld, pages, urls
from chophien.model import ProductCard

from ..context import Context
from ..task import Result


def need_list(
    ctx: Context, page: int, of: int, ids: tuple[str, ...], counts: tuple[tuple[str, int], ...], goods: tuple[str, ...]
) -> Result:
    """Make one page of the board of what people want to buy or sell; needs past their day are not on it."""
    site = ctx.site
    current = {need.id: need for need in ctx.needs()}
    needs = tuple(current[id] for id in ids)
    products: dict[str, ProductCard] = {id: ctx.product_card(id) for id in goods}
    people = {need.producer: ctx.producer_card(need.producer) for need in needs if need.producer}
    files = []
    for lang in site.languages:
        path = urls.listed("needs", lang, page)
        graph = jsonld.page(
            site, lang, ctx.word(lang, "section.needs"), path, ctx.crumbs(lang, ctx.section(lang, "needs"))
        )
        html = pages.need_list(
            site, lang, needs=needs, page=page, pages=of, counts=counts, products=products,
            producers={id: card for id, card in people.items() if card}, graph=graph,
        )  # fmt: skip
        files.append(html.encode())
    return Result(tuple(files))
