"""What sitemap, ``llms.txt`` and search name beside products."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from chophien import feeds, model, search, urls
from chophien.i18n import Say
from chophien.model import say
from chophien.model.tables import PLACE_KINDS

from . import makers
from .context import Context


def sitemap(ctx: Context, made: Container[str]) -> list[bytes]:
    """
    List every page that is no product's.

    Args:
        ctx: The book and its site.
        made: The paths that have a maker.
    """
    site, book = ctx.site, ctx.book
    langs = site.languages
    entry = feeds.sitemap.entry
    found = []
    for kind in dict.fromkeys(("home", *site.sections, *makers.public_kinds(site), "search")):
        found.append(entry(site, {lang: urls.path(kind, lang) for lang in langs}))
    lists = [("category", category) for category in site.categories]
    lists += [("facet", facet) for facet in model.FACETS if facet not in model.THIN]
    lists += [("place-kind", kind) for kind in PLACE_KINDS]
    for kind, id in lists:
        if urls.path(kind, "vi", id) in made:
            found.append(entry(site, {lang: urls.path(kind, lang, id) for lang in langs}))
    for kind in ("producer", "place", "event", "trip"):
        for id, item in sorted(book.entries[kind].items()):
            if kind == "place":
                paths = {lang: urls.place(item.record, lang) for lang in langs}
            else:
                paths = {lang: urls.path(kind, lang, id) for lang in langs}
            paths = {lang: path for lang, path in paths.items() if model.spoken(item.record, lang)}
            found.append(entry(site, paths, None, [picture.full for picture in ctx.pictures(item)]))
    for kind, page in (("news", "news-item"), ("page", "page")):
        for _, item in sorted(book.entries[kind].items()):
            if item.facts.variety == "published":
                slugs = model.slugs(item.record)
                paths = {lang: urls.path(page, lang, slugs[lang]) for lang in langs if lang in slugs}
                day = getattr(item.record, "modified", None) or getattr(item.record, "date", None)
                found.append(entry(site, paths, day))
    return found


def llms(ctx: Context, made: Container[str]) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """
    Name the lists and the site's own pages by language, and the data that programs read.

    Args:
        ctx: The book and its site.
        made: All paths that are made or joined.
    """
    site = ctx.site
    kinds = tuple(dict.fromkeys(("home", *site.sections, *makers.public_kinds(site))))
    found = [
        # A catalogue that does not say its language's name gets its tag, as on pages.
        (
            Say(lang, ctx.words).get("own-name") or lang,
            [(ctx.word(lang, f"section.{kind}"), urls.path(kind, lang), "") for kind in kinds],
        )
        for lang in site.languages
    ]
    data = {
        "catalog": urls.CATALOG_JSON,
        "goods": urls.PRODUCTS_JSON,
        "places": urls.PLACES_GEOJSON,
        "events": urls.events_ics("vi"),
        "pages": urls.SITEMAP,
    }
    named = [(path, path, ctx.word("vi", f"data.{name}")) for name, path in data.items() if path in made]
    return [*found, (ctx.word("vi", "data"), named)]


def search_entries(ctx: Context, lang: str) -> list[search.Entry]:
    """List what can be searched beside products."""
    site, book = ctx.site, ctx.book
    found = _search_lists(ctx, lang)
    for kind in ("place", "event", "trip", "producer"):
        for id, item in sorted(book.entries[kind].items()):
            record: Any = ctx.producer(id) if kind == "producer" else item.record
            path = urls.place(record, lang) if kind == "place" else urls.path(kind, lang, id)
            shown_as = "stay" if kind == "place" and record.kind == "homestay" else kind
            texts = [*search.names(record.name, lang), *getattr(record, "former_names", ()), say(record.summary, lang)]
            stops = [stop.place for day in record.days for stop in day.stops] if kind == "trip" else []
            for where in (getattr(record, "place", ""), *stops):
                texts += search.named(ctx.place_card(where), lang)
            texts.append(say(getattr(record, "location", {}), lang))
            spoken = model.spoken_in(record.name, lang)
            found.append(search.entry(site, lang, shown_as, say(record.name, lang), texts, path, spoken))
    for kind, page in (("news", "news-item"), ("page", "page")):
        for _, item in sorted(book.entries[kind].items()):
            record = item.record
            if item.facts.variety == "published":
                slugs = model.slugs(record)
                written = model.spoken_in(slugs, lang, site.languages)
                path = urls.path(page, written, slugs[written])
                texts = [*search.names(record.title, lang), say(record.summary, lang)]
                found.append(search.entry(site, lang, kind, say(record.title, written), texts, path, written))
    return found


def _search_lists(ctx: Context, lang: str) -> list[search.Entry]:
    """List the pages made of settings, the lists and the groups of goods; all names find the commune."""
    site, commune = ctx.site, ctx.site.commune
    names = [*site.name.values(), *commune.name.values(), *commune.former_names, say(commune.tagline, lang)]
    own = {"about": names, "contact": [say(commune.contact.address, lang)] if commune.contact else []}
    found = []
    for kind in dict.fromkeys((*makers.public_kinds(site), *site.sections)):
        texts = [ctx.word("vi", f"section.{kind}"), *own.get(kind, ())]
        found.append(search.entry(site, lang, "page", ctx.word(lang, f"section.{kind}"), texts, urls.path(kind, lang)))
    for id, category in site.categories.items():
        texts = [*search.names(category.name, lang), category.path]
        path = urls.path("category", lang, id)
        spoken = model.spoken_in(category.name, lang)
        found.append(search.entry(site, lang, "product", say(category.name, lang), texts, path, spoken))
    return found
