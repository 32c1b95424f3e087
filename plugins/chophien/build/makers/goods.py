"""Makes products and the lists of them: all, those of a category, those of a facet."""

from __future__ import annotations

import msgspec
from markupsafe import escape

from chophien import feeds, jsonld, model, pages, qr, search, sources, urls
from chophien.diagnostics import Diagnostic
from chophien.model import say

from ..blame import Mistaken
from ..context import Context
from ..task import Result
from ._common import with_links

_PACK = msgspec.msgpack.Encoder().encode


def product(ctx: Context, id: str, related: tuple[str, ...], mark: str, kit: bool) -> Result:
    """Make a product's pages and its parts of feeds, catalogue, sitemap and search."""
    site = ctx.site
    shown = ctx.shown(id)
    node = jsonld.product_node(site, "vi", shown)
    near = tuple(ctx.product_card(other) for other in related)
    place = ctx.place_card(shown.product.place)
    ask = pages.asked(site, shown)
    files = []
    paths = {}
    for lang in site.languages:
        path = paths[lang] = urls.path("product", lang, id)
        here = (say(shown.product.name, lang), path)
        category = (say(shown.category.name, lang), urls.path("category", lang, shown.category.id))
        crumbs = ctx.crumbs(lang, ctx.section(lang, "products"), category, here)
        graph = jsonld.product(site, lang, shown, crumbs, node if lang == "vi" else b"")
        linked = msgspec.structs.replace(shown, product=with_links(ctx, shown.product, "description", lang, path))
        share = ctx.share("product", shown.product, lang, mark)
        html = pages.product(
            site, lang, shown=linked, related=near, place=place, share=share, graph=graph,
            transfers=_transfers(site, lang, shown), kit=urls.kit(id) if kit and lang == "vi" else "",
            ask=ask,
        )  # fmt: skip
        _same_price(ctx, shown, lang, html)
        files.append(html.encode())
    return Result(tuple(files), _product_parts(ctx, shown, paths, node))


def _same_price(ctx: Context, shown: model.Shown, lang: str, html: str) -> None:
    """Stop at a page, made by the commune's own template, that does not say the price that feeds say."""
    if shown.information_only:
        return
    for offer in shown.offers:
        if offer.price is not None and str(escape(pages.dong(lang, offer.price))) not in html:
            file = ctx.book.entries["product"][shown.product.id].unit.file
            values = {
                "sku": offer.sku,
                "found": pages.dong(lang, offer.price),
                "path": urls.path("product", lang, shown.product.id),
            }
            raise Mistaken(Diagnostic("price-not-on-page", file=file, line=1, column=1, values=values))


def _transfers(site: model.Site, lang: str, shown: model.Shown) -> tuple[tuple[model.Offer | None, str], ...]:
    """Draw the transfer codes of a product's page, each with the offer whose price it carries."""
    payment = model.payable(shown, site.commune)
    if payment is None:
        return ()
    drawn = []
    for offer in model.codes(shown, payment):
        text = qr.payload(payment, offer.price, offer.sku) if offer else qr.payload(payment)
        drawn.append((offer, qr.transfer(text, pages.code_title(lang, payment, offer))))
    return tuple(drawn)


def _product_parts(
    ctx: Context, shown: model.Shown, paths: dict[str, str], node: bytes
) -> tuple[tuple[str, bytes], ...]:
    site = ctx.site
    item = shown.product
    parts: list[tuple[str, bytes]] = []
    reports = {}
    for key, exporter in feeds.active(site).items():
        fragment = exporter.fragment(shown, site, node)
        parts.append((key, fragment.rows))
        reports[key] = msgspec.structs.replace(fragment, rows=b"")
    parts.append(("report", _PACK(_placed(ctx, item, reports))))
    parts.append(("catalog", feeds.catalog.product(site, shown)))
    pictures = [picture.full for picture in shown.pictures]
    written = {lang: path for lang, path in paths.items() if model.spoken(item, lang)}
    parts.append(("sitemap", feeds.sitemap.entry(site, written, None, pictures)))
    place = ctx.place_card(item.place)
    for lang in site.languages:
        parts.append((f"search-{lang}", _PACK(search.product(site, lang, shown, place, paths[lang]))))
    return tuple(parts)


def _placed(ctx: Context, item: model.Product, reports: dict[str, feeds.Fragment]) -> dict[str, feeds.Fragment]:
    """Say of everything left out where to mend it."""
    if not any(made.left_out for made in reports.values()):
        return reports
    entry = ctx.book.entries["product"][item.id]
    lines = entry.lines()

    def placed(out: feeds.LeftOut) -> feeds.LeftOut:
        line = sources.nearest(lines, feeds.field(out, item))
        return msgspec.structs.replace(out, file=entry.unit.file, line=line)

    return {
        key: msgspec.structs.replace(made, left_out=tuple(map(placed, made.left_out))) for key, made in reports.items()
    }


def product_list(
    ctx: Context,
    kind: str,
    id: str,
    page: int,
    of: int,
    total: int,
    ids: tuple[str, ...],
    offered: tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...], int],
) -> Result:
    """Make one page of the list of goods: all, those of a category or of a facet, in every language."""
    site = ctx.site
    listed = tuple(ctx.product_card(id) for id in ids)
    categories, facets, everything = offered
    files = []
    for lang in site.languages:
        path = urls.listed(kind, lang, page, id)
        crumbs = ctx.crumbs(lang, ctx.section(lang, "products"))
        if id:
            name = say(ctx.book.categories[id].name, lang) if kind == "category" else pages.facet_title(lang, id)
            crumbs = (*crumbs, (name, path))
        items = [(say(card.name, lang), urls.path("product", lang, card.id)) for card in listed]
        graph = jsonld.listing(site, lang, "products", items, path, crumbs)
        html = pages.product_list(
            site, lang, cards=listed, page=page, pages=of, total=total, graph=graph,
            category=id if kind == "category" else None, categories=categories,
            facet=id if kind == "facet" else "", facets=facets, everything=everything,
        )  # fmt: skip
        files.append(html.encode())
    return Result(tuple(files))
