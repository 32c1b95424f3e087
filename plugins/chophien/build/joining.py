"""The files that hold all goods or name all pages, joined from the parts that tasks left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from chophien import feeds, model, pages, search, urls
from chophien.diagnostics import Diagnostic, Level
from chophien.model import Site

from . import indexes, makers
from .context import Context
from .plan import Plan
from .store import Store

_REPORT: msgspec.msgpack.Decoder[dict[str, feeds.Fragment]] = msgspec.msgpack.Decoder(dict[str, feeds.Fragment])
_FOUND: msgspec.msgpack.Decoder[search.Entry] = msgspec.msgpack.Decoder(search.Entry)


def paths(site: Site) -> list[str]:
    """Return the paths of all joined files."""
    return [
        *(exporter.FILENAME for exporter in feeds.active(site).values()),
        *feeds.companions(site),
        urls.CATALOG_JSON,
        urls.SITEMAP,
        urls.ROBOTS,
        urls.LLMS,
        urls.FEEDS_PAGE,
        urls.FEEDS_REPORT,
        *(urls.search_index(lang) for lang in site.languages),
        *(urls.path("search", lang) for lang in site.languages),
    ]


def files(ctx: Context, plan: Plan, store: Store, before: dict[str, int]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """
    Join the files one after the other, each chunk by chunk, so that none need fit into memory.

    Args:
        ctx: The book and its site.
        plan: What is planned.
        store: Where the parts of all products are.
        before: How many items each feed is measured by; empty when nothing is known.
    Returns:
        Path and chunks of each file; the chunks of one are to be taken before the next file is asked for.
    """
    site = ctx.site
    for name, exporter in feeds.active(site).items():
        yield exporter.FILENAME, exporter.assemble(site, _parts(store, name))
    for path, body in feeds.companions(site).items():
        yield path, [body]
    yield urls.CATALOG_JSON, _catalog(ctx, store)
    entries = indexes.sitemap(ctx, plan.makers_of)
    yield urls.SITEMAP, feeds.sitemap.assemble(site, [*entries, *_parts(store, "sitemap")])
    yield urls.ROBOTS, [feeds.robots(site)]
    yield urls.LLMS, [feeds.llms(site, indexes.llms(ctx, {*plan.makers_of, *paths(site)}))]
    for lang in site.languages:
        found = [*indexes.search_entries(ctx, lang), *map(_FOUND.decode, _parts(store, f"search-{lang}"))]
        yield urls.search_index(lang), [search.index(lang, found)]
        yield urls.path("search", lang), [makers.search_page(ctx, lang, found)]
    yield from _report(site, plan, store, before)


def shrunk(report: bytes) -> list[Diagnostic]:
    """Warn of feeds that lost more than half their items or hold none: a marketplace deletes what is not listed."""
    alike: dict[tuple[str, int, int], list[str]] = {}
    for one in feeds.counts(report).values():
        if one.before:
            alike.setdefault(("feed-shrank", one.items, one.before), []).append(one.file)
        elif one.emptied:
            alike.setdefault(("feed-empty", 0, 0), []).append(one.file)
    return [
        Diagnostic(code, Level.WARNING, values={"feeds": ", ".join(files), "found": str(items), "before": str(before)})
        for (code, items, before), files in alike.items()
    ]


def _parts(store: Store, name: str) -> Iterator[bytes]:
    return (body for _, body in store.parts(name))


def _report(site: Site, plan: Plan, store: Store, before: dict[str, int]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Make the feeds' report, for programs and as a page."""
    fragments: dict[str, list[feeds.Fragment]] = {name: [] for name in feeds.active(site)}
    for body in _parts(store, "report"):
        for name, fragment in _REPORT.decode(body).items():
            fragments[name].append(fragment)
    results = {name: feeds.merge(found) for name, found in fragments.items()}
    yield urls.FEEDS_REPORT, [feeds.report(site, results, before)]
    kits = urls.KITS_PAGE in plan.makers_of
    rows, off = feeds.report_rows(site, results, "vi", before), feeds.switched_off(site, "vi")
    yield urls.FEEDS_PAGE, [pages.feeds_report(site, kits=kits, report=rows, off=off).encode()]


def _catalog(ctx: Context, store: Store) -> Iterable[bytes]:
    site, catalog = ctx.site, feeds.catalog
    of = {kind: sorted(entries.items()) for kind, entries in ctx.book.entries.items() if kind != "product"}
    lists: dict[str, Iterable[bytes]] = {
        "products": _parts(store, "catalog"),
        "producers": [
            catalog.producer(site, record, ctx.pictures(entry))
            for id, entry in of["producer"]
            if (record := ctx.producer(id)) is not None
        ],
        "places": [catalog.place(site, e.record, ctx.pictures(e)) for _, e in of["place"]],
        "events": [
            catalog.event(
                site,
                e.record,
                model.occurrences(e.record, ctx.today),
                model.last_occurrence(e.record, ctx.today),
                ctx.pictures(e),
            )
            for _, e in of["event"]
        ],
        "trips": [catalog.trip(site, e.record, ctx.pictures(e)) for _, e in of["trip"]],
        "needs": [catalog.need(site, need) for need in ctx.needs()],
    }
    return catalog.assemble(site, **lists)
