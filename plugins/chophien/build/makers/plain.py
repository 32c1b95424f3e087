"""Makes the pages and files that come from settings alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from chophien import jsonld, model, pages, search, urls

from ..context import Context
from ..task import Result
from ._common import with_links

_PLAIN: dict[str, tuple[Callable[..., str], str]] = {
    "about": (pages.about, "AboutPage"),
    "contact": (pages.contact, "ContactPage"),
    "terms": (pages.terms, "WebPage"),
    "delivery": (pages.delivery, "WebPage"),
    "payment": (pages.payment, "WebPage"),
    "returns": (pages.returns, "WebPage"),
    "complaints": (pages.complaints, "WebPage"),
    "privacy": (pages.privacy, "WebPage"),
    "ask": (pages.ask_list, "WebPage"),
    "accessibility": (pages.accessibility, "WebPage"),
    "services": (pages.services, "WebPage"),
    "directions": (pages.directions, "WebPage"),
}
"""Pages made from ``commune.yaml`` alone, with their schema.org type."""


def plain_page(ctx: Context, kind: str) -> Result:
    """Make one of the pages that come from ``commune.yaml`` alone."""
    render, type_ = _PLAIN[kind]
    files = []
    for lang in ctx.site.languages:
        path = urls.path(kind, lang)
        title = ctx.word(lang, f"section.{kind}")
        graph = jsonld.page(ctx.site, lang, title, path, ctx.crumbs(lang, (title, path)), type_)
        files.append(render(_with_commune_links(ctx, lang, path), lang, graph=graph).encode())
    return Result(tuple(files))


def _with_commune_links(ctx: Context, lang: str, path: str) -> model.Site:
    """Point the links in the texts of ``commune.yaml`` to the pages they mean, seen from one page."""
    commune = with_links(ctx, ctx.site.commune, "about", lang, path)
    policies = commune.policies
    if policies is not None:
        for field in ("payment_notes", "terms", "privacy"):
            policies = with_links(ctx, policies, field, lang, path)
        for part in ("returns", "complaints", "delivery"):
            inner = getattr(policies, part)
            if inner is not None:
                linked = with_links(ctx, inner, "notes", lang, path)
                if linked is not inner:
                    policies = msgspec.structs.replace(policies, **{part: linked})
        if policies is not commune.policies:
            commune = msgspec.structs.replace(commune, policies=policies)
    return ctx.site if commune is ctx.site.commune else msgspec.structs.replace(ctx.site, commune=commune)


def search_page(ctx: Context, lang: str, entries: Sequence[search.Entry]) -> bytes:
    """Make the search page of a language from all there is to find; the engine does so when it joins the index."""
    path, title = urls.path("search", lang), ctx.word(lang, "section.search")
    graph = jsonld.page(ctx.site, lang, title, path, ctx.crumbs(lang, (title, path)), "SearchResultsPage")
    known = [(kind, title, path, spoken) for title, _, path, kind, spoken in entries]
    return pages.search(ctx.site, lang, known, graph).encode()


def not_found(ctx: Context) -> Result:
    """Make the page for addresses that do not exist."""
    return Result(tuple(pages.not_found(ctx.site, lang).encode() for lang in ctx.site.languages))


def offline(ctx: Context) -> Result:
    """Make the page for where there is no network."""
    return Result(tuple(pages.offline(ctx.site, lang).encode() for lang in ctx.site.languages))


def icons(ctx: Context) -> Result:
    """Draw the application icons, in the order of ``cards.ICONS``."""
    from chophien.cards.icons import icons as drawn

    commune = ctx.site.commune
    return Result(drawn(model.say(commune.name, "vi"), commune.palette))


def given(ctx: Context, content: bytes) -> Result:
    """Pass on a small file that the plan already holds, such as the stylesheet."""
    return Result((content,))


def plain_kinds(site: model.Site) -> tuple[str, ...]:
    """Return the pages that come from settings alone; two of them only where they are wanted."""
    wanted = {"directions": "directions" in site.sections, "ask": "products" in site.sections}
    return tuple(kind for kind in _PLAIN if wanted.get(kind, True))


def public_kinds(site: model.Site) -> tuple[str, ...]:
    """Return those of them that are the same for everyone, which search, sitemap and ``llms.txt`` name."""
    return tuple(kind for kind in plain_kinds(site) if kind != "ask")
