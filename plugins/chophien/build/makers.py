"""
The makers: each joins what the workshops produce into the files of one task.

A maker gets the context and its task's plain arguments; when one workshop's product stands in
another's, as JSON-LD does in a page, it is made here and handed over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import msgspec

from chophien import calendars, cards, feeds, geo, images, jsonld, kits, lunar, model, pages, qr, search, sources, urls
from chophien.diagnostics import Diagnostic
from chophien.model import PlaceCard, Producer, ProductCard, say, spoken_in

from .blame import Mistaken
from .book import pictures
from .context import Context, shapes_of
from .task import Result

_PACK = msgspec.msgpack.Encoder().encode


def product(ctx: Context, id: str, related: tuple[str, ...], mark: str, kit: bool) -> Result:
    """Make a product's pages and its parts of feeds, catalogue, sitemap and search."""
    site = ctx.site
    shown = ctx.shown(id)
    node = jsonld.product_node(site, "vi", shown)
    near = tuple(ctx.product_card(other) for other in related)
    place = ctx.place_card(shown.product.place) if shown.product.place else None
    ask = pages.asked(site, shown)
    files = []
    paths = {}
    for lang in site.languages:
        path = paths[lang] = urls.path("product", lang, id)
        here = (say(shown.product.name, lang), path)
        category = (say(shown.category.name, lang), urls.path("category", lang, shown.category.id))
        crumbs = ctx.crumbs(lang, ctx.section(lang, "products"), category, here)
        graph = jsonld.product(site, lang, shown, crumbs, node if lang == "vi" else b"")
        text = shown.product.description
        linked = shown
        if any("](" in words or "]:" in words for words in text.values()):
            resolved = {tag: ctx.resolved(words, lang, urls.root(path)) for tag, words in text.items()}
            linked = msgspec.structs.replace(
                shown, product=msgspec.structs.replace(shown.product, description=resolved)
            )
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
        if offer.price is not None and pages.dong(lang, offer.price) not in html:
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
    place = ctx.place_card(item.place) if item.place else None
    for lang in site.languages:
        parts.append((f"search-{lang}", _PACK(search.product(site, lang, shown, place, paths[lang]))))
    return tuple(parts)


def _placed(ctx: Context, item: model.Product, reports: dict[str, feeds.Fragment]) -> dict[str, feeds.Fragment]:
    """Say of everything left out where to mend it; only then is the product's file read once more."""
    fields = {feeds.field(out, item) for made in reports.values() for out in made.left_out}
    if not fields:
        return reports
    file = ctx.book.entries["product"][item.id].unit.file
    places = sources.places_of(ctx.book.root, file, fields)

    def placed(out: feeds.LeftOut) -> feeds.LeftOut:
        line, _ = places[feeds.field(out, item)]
        return msgspec.structs.replace(out, file=file, line=line)

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


def home(ctx: Context, goods: tuple[str, ...], places: tuple[str, ...], stays: tuple[str, ...], mark: str) -> Result:
    """Make the home page in every language."""
    site, book = ctx.site, ctx.book
    events = [ctx.event_card(entry) for entry in book.all("event")]
    coming = sorted((e for e in events if e.start and not e.past), key=lambda e: (e.outside, e.start))
    makers = [ctx.producer_card(e.id) for e in book.all("producer")]
    news = [e for e in book.all("news") if e.record.status == "published"]
    pictures = _own_pictures(ctx)
    place_cards = _present(ctx.place_card(id) for id in places)
    files = []
    for lang in site.languages:
        graph = jsonld.home(site, lang, pictures, [card for card in place_cards if not card.outside])
        html = pages.home(
            site,
            lang,
            products=tuple(ctx.product_card(id) for id in goods),
            events=tuple(coming[:3]),
            places=place_cards,
            stays=_present(ctx.place_card(id) for id in stays),
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


def _own_pictures(ctx: Context) -> tuple[model.Picture, ...]:
    return pictures("", "xa", ctx.book.commune, ctx.book.photos)


def _present(cards: Any) -> tuple[Any, ...]:
    return tuple(card for card in cards if card is not None)


def producer(ctx: Context, id: str, goods: tuple[str, ...]) -> Result:
    """Make a producer's pages."""
    site = ctx.site
    entry = ctx.book.entries["producer"][id]
    record = ctx.producer(id)
    if record is None:
        raise LookupError(f"no producer {id}")
    made = ctx.pictures(entry)
    place = ctx.place_card(record.place) if record.place else None
    sold = tuple(ctx.product_card(product) for product in goods)
    files = []
    paths = {lang: urls.path("producer", lang, id) for lang in site.languages}
    for lang, path in paths.items():
        crumbs = ctx.crumbs(lang, ctx.section(lang, "producers"), (say(record.name, lang), path))
        graph = jsonld.producer(site, lang, record, made, crumbs)
        linked: Producer = _with_links(ctx, record, "about", lang, path)
        html = pages.producer(site, lang, producer=linked, pictures=made, products=sold, place=place, graph=graph)
        files.append(html.encode())
    return Result(tuple(files))


def _with_links(ctx: Context, record: Any, field: str, lang: str, path: str) -> Any:
    phrase = getattr(record, field)
    if not any("](" in text or "]:" in text for text in phrase.values()):
        return record
    resolved = {tag: ctx.resolved(text, lang, urls.root(path)) for tag, text in phrase.items()}
    return msgspec.structs.replace(record, **{field: resolved})


def producer_list(ctx: Context, counts: tuple[tuple[str, int], ...]) -> Result:
    """Make the list of producers."""
    number = dict(counts)
    cards = _present(ctx.producer_card(e.id, number.get(e.id, 0)) for e in ctx.book.all("producer"))
    return _list(ctx, "producers", cards, pages.producer_list, lambda card, lang: urls.path("producer", lang, card.id))


def _list(
    ctx: Context,
    kind: str,
    cards: Sequence[Any],
    render: Callable[..., str],
    path_of: Callable[[Any, str], str],
    page: int = 1,
    of: int = 0,
) -> Result:
    """Make one page of a list; ``of`` is the number of its pages, 0 for a list that has only one."""
    site = ctx.site
    numbers = {"page": page, "pages": of} if of else {}
    files = []
    for lang in site.languages:
        path = urls.listed(kind, lang, page)
        crumbs = ctx.crumbs(lang, ctx.section(lang, kind))
        items = [(say(getattr(card, "name", None) or card.title, lang), path_of(card, lang)) for card in cards]
        graph = jsonld.listing(site, lang, kind, items, path, crumbs)
        files.append(render(site, lang, cards=tuple(cards), graph=graph, **numbers).encode())
    return Result(tuple(files))


def place_list(
    ctx: Context, kind: str, page: int, of: int, ids: tuple[str, ...], counts: tuple[tuple[str, int], ...]
) -> Result:
    """Make one page of the list of places, of all or of one kind."""
    site = ctx.site
    cards = _present(ctx.place_card(id) for id in ids)
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
    cards = _present(ctx.place_card(id) for id in ids)
    return _list(ctx, "stays", cards, pages.stay_list, lambda c, lang: urls.place(c, lang))


def place(
    ctx: Context, id: str, goods: tuple[str, ...], nearby: tuple[str, ...], events: tuple[str, ...], mark: str
) -> Result:
    """Make a place's pages."""
    site, book = ctx.site, ctx.book
    entry = book.entries["place"][id]
    record = entry.record
    made = ctx.pictures(entry)
    host = ctx.producer_card(record.host) if record.host else None
    section = "stays" if record.kind == "homestay" else "places"
    files = []
    for lang in site.languages:
        path = urls.place(record, lang)
        crumbs = ctx.crumbs(lang, ctx.section(lang, section), (say(record.name, lang), path))
        owner = ctx.producer(record.host) if record.host else None
        graph = jsonld.place(site, lang, record, made, crumbs, owner)
        html = pages.place(
            site,
            lang,
            place=_with_links(ctx, record, "body", lang, path),
            body=ctx.illustrated(entry, lang, path),
            pictures=made,
            nearby=_present(ctx.place_card(other) for other in nearby),
            products=tuple(ctx.product_card(product) for product in goods),
            events=tuple(ctx.event_card(book.entries["event"][event]) for event in events),
            host=host,
            share=ctx.share("place", record, lang, mark),
            graph=graph,
        )
        files.append(html.encode())
    return Result(tuple(files))


def event(ctx: Context, id: str, mark: str) -> Result:
    """Make an event's pages and its calendars."""
    site = ctx.site
    entry = ctx.book.entries["event"][id]
    record = entry.record
    made = ctx.pictures(entry)
    periods = model.occurrences(record, ctx.today)
    past = model.last_occurrence(record, ctx.today)
    where = ctx.place_card(record.place) if record.place else None
    html, ics = [], []
    for lang in site.languages:
        path = urls.path("event", lang, id)
        crumbs = ctx.crumbs(lang, ctx.section(lang, "events"), (say(record.name, lang), path))
        graph = jsonld.event(site, lang, record, periods, past, where, made, crumbs)
        page = pages.event(
            site, lang, event=_with_links(ctx, record, "body", lang, path),
            body=ctx.illustrated(entry, lang, path), pictures=made, periods=periods, past=past, place=where,
            share=ctx.share("event", record, lang, mark), graph=graph,
        )  # fmt: skip
        html.append(page.encode())
        ics.append(calendars.event(site, lang, record, periods or ((past,) if past else ()), where, ctx.words))
    return Result((*html, *ics))


def event_list(ctx: Context) -> Result:
    """Make the list of events: coming ones first, by date."""
    cards = [ctx.event_card(entry) for entry in ctx.book.all("event")]
    cards.sort(key=lambda card: (card.past or card.start is None, card.start or ctx.today, card.id))
    return _list(ctx, "events", cards, pages.event_list, lambda card, lang: urls.path("event", lang, card.id))


def calendar(ctx: Context) -> Result:
    """Make the calendar of all events."""
    items = []
    for entry in ctx.book.all("event"):
        record = entry.record
        where = ctx.place_card(record.place) if record.place else None
        items.append((record, model.occurrences(record, ctx.today), where))
    return Result(tuple(calendars.events(ctx.site, lang, items, ctx.words) for lang in ctx.site.languages))


def trip(ctx: Context, id: str, on_map: bool) -> Result:
    """Make a trip's pages and, where its stops have positions, its file for navigation."""
    site = ctx.site
    entry = ctx.book.entries["trip"][id]
    record = entry.record
    made = ctx.pictures(entry)
    stops = {stop.place for day in record.days for stop in day.stops if stop.place}
    places: dict[str, PlaceCard] = {}
    for stop in sorted(stops):
        card = ctx.place_card(stop)
        if card is not None:
            places[stop] = card
    files = []
    for lang in site.languages:
        path = urls.path("trip", lang, id)
        crumbs = ctx.crumbs(lang, ctx.section(lang, "trips"), (say(record.name, lang), path))
        graph = jsonld.trip(site, lang, record, places, made, crumbs)
        html = pages.trip(
            site, lang, trip=_with_links(ctx, record, "body", lang, path), body=ctx.illustrated(entry, lang, path),
            pictures=made, places=places, gpx=urls.trip_gpx(id) if on_map else "", graph=graph,
        )  # fmt: skip
        files.append(html.encode())
    if on_map:
        way = [places[stop.place] for day in record.days for stop in day.stops if stop.place in places]
        files.append(geo.route(site, "vi", record, way, roughly=pages.roughly("vi")))
    return Result(tuple(files))


def trip_list(ctx: Context) -> Result:
    """Make the list of trips."""
    cards = [ctx.trip_card(entry) for entry in ctx.book.all("trip")]
    return _list(ctx, "trips", cards, pages.trip_list, lambda card, lang: urls.path("trip", lang, card.id))


def seasons(ctx: Context, goods: tuple[tuple[str, ...], ...], more: tuple[int, ...], ripe: bool) -> Result:
    """Make the season calendar: for each month the goods that are named, and how many are not."""
    site, book = ctx.site, ctx.book
    held = model.festivals([(entry.record, ctx.event_card(entry)) for entry in book.all("event")], ctx.today)
    places = [entry for entry in book.all("place") if entry.facts.season]
    trips = [entry for entry in book.all("trip") if entry.facts.season]
    months = tuple(
        model.SeasonMonth(
            year=year,
            month=month,
            goods=tuple(ctx.product_card(id) for id in ids),
            more=left,
            places=_present(ctx.place_card(entry.id) for entry in places if month in entry.facts.season),
            trips=tuple(ctx.trip_card(entry) for entry in trips if month in entry.facts.season),
            festivals=tuple(held[year, month]),
        )
        for (year, month), ids, left in zip(model.months_ahead(ctx.today), goods, more, strict=True)
    )
    files = []
    for lang in site.languages:
        section = ctx.section(lang, "seasons")
        items: dict[str, model.Phrase] = {}
        for found in months:
            items |= {urls.path("product", lang, card.id): card.name for card in found.goods}
            items |= {urls.place(card, lang): card.name for card in found.places}
            items |= {urls.path("trip", lang, card.id): card.name for card in found.trips}
            items |= {urls.path("event", lang, item.event.id): item.event.name for item in found.festivals}
        named = [(say(name, lang), path) for path, name in items.items()]
        graph = jsonld.listing(site, lang, "seasons", named, section[1], ctx.crumbs(lang, section))
        now = urls.path("facet", lang, "season") if ripe else ""
        files.append(pages.season_calendar(site, lang, months=months, ripe=now, graph=graph).encode())
    return Result(tuple(files))


def place_map(ctx: Context) -> Result:
    """Make the map of all places that have a position."""
    site, book = ctx.site, ctx.book
    cards = _present(ctx.place_card(entry.id) for entry in book.all("place") if entry.facts.located)
    looks: dict[str, list[PlaceCard]] = {look: [] for look in geo.LOOKS}
    for card in cards:
        looks[geo.look(card.kind)].append(card)
    found = geo.survey(site.commune.point, [card for group in looks.values() for card in group])
    makers: dict[str, list[model.ProducerCard]] = {}
    for entry in book.all("producer"):
        maker = ctx.producer_card(entry.id)
        if maker is not None and entry.facts.place:
            makers.setdefault(entry.facts.place, []).append(maker)
    numbers = found.numbers if found else {}
    groups = tuple(
        (
            look,
            tuple(
                model.MapEntry(
                    number=numbers[card.id],
                    place=card,
                    km=found.km.get(card.id) if found else None,
                    makers=tuple(makers.get(card.id, ())),
                )
                for card in group
            ),
        )
        for look, group in looks.items()
        if group
    )
    trips = []
    for entry in book.all("trip"):
        stops = [stop.place for day in entry.record.days for stop in day.stops if stop.place in numbers]
        if len(set(stops)) > 1:
            way = tuple(numbers[stop] for stop in stops)
            trips.append(model.MapTrip(trip=ctx.trip_card(entry), stops=way, gpx=urls.trip_gpx(entry.id)))
    files = []
    for lang in site.languages:
        section = ctx.section(lang, "map")
        items = [(say(card.name, lang), urls.place(card, lang)) for _, group in groups for card in
                 (entry.place for entry in group)]  # fmt: skip
        graph = jsonld.listing(site, lang, "map", items, section[1], ctx.crumbs(lang, section))
        html = pages.place_map(
            site, lang, drawing=geo.draw(found, **pages.map_words(site, lang)) if found else "", groups=groups,
            trips=tuple(trips), far=bool(found and any(mark.far for mark in found.marks)), graph=graph,
        )  # fmt: skip
        files.append(html.encode())
    return Result(tuple(files))


def need_list(ctx: Context, goods: tuple[str, ...]) -> Result:
    """Make the board of what people want to buy or sell; needs past their day are not on it."""
    site = ctx.site
    needs = tuple(need for need in ctx.book.records("need") if need.until >= ctx.today)
    products: dict[str, ProductCard] = {id: ctx.product_card(id) for id in goods}
    people = {need.producer: ctx.producer_card(need.producer) for need in needs if need.producer}
    files = []
    for lang in site.languages:
        path = urls.path("needs", lang)
        graph = jsonld.page(
            site, lang, ctx.word(lang, "section.needs"), path, ctx.crumbs(lang, ctx.section(lang, "needs"))
        )
        html = pages.need_list(
            site, lang, needs=needs, products=products,
            producers={id: card for id, card in people.items() if card}, graph=graph,
        )  # fmt: skip
        files.append(html.encode())
    return Result(tuple(files))


def news_list(ctx: Context, page: int, of: int, ids: tuple[str, ...]) -> Result:
    """Make one page of the list of news."""
    site = ctx.site
    cards = [ctx.news_card(ctx.book.entries["news"][id]) for id in ids]

    def path(card: Any, lang: str) -> str:
        written = spoken_in(card.slug, lang, site.languages)
        return urls.path("news-item", written, card.slug[written])

    return _list(ctx, "news", cards, pages.news_list, path, page, of)


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


_LEGAL: dict[str, tuple[Callable[..., str], str]] = {
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
    render, type_ = _LEGAL[kind]
    files = []
    for lang in ctx.site.languages:
        path = urls.path(kind, lang)
        title = ctx.word(lang, f"section.{kind}")
        graph = jsonld.page(ctx.site, lang, title, path, ctx.crumbs(lang, (title, path)), type_)
        files.append(render(_with_commune_links(ctx, lang, path), lang, graph=graph).encode())
    return Result(tuple(files))


def _with_commune_links(ctx: Context, lang: str, path: str) -> model.Site:
    """Point the links in the texts of ``commune.yaml`` to the pages they mean, seen from one page."""
    commune = _with_links(ctx, ctx.site.commune, "about", lang, path)
    policies = commune.policies
    if policies is not None:
        for field in ("payment_notes", "terms", "privacy"):
            policies = _with_links(ctx, policies, field, lang, path)
        for part in ("returns", "complaints", "delivery"):
            inner = getattr(policies, part)
            if inner is not None:
                linked = _with_links(ctx, inner, "notes", lang, path)
                if linked is not inner:
                    policies = msgspec.structs.replace(policies, **{part: linked})
        if policies is not commune.policies:
            commune = msgspec.structs.replace(commune, policies=policies)
    return ctx.site if commune is ctx.site.commune else msgspec.structs.replace(ctx.site, commune=commune)


def search_page(ctx: Context, lang: str, entries: Sequence[search.Entry]) -> bytes:
    """Make the search page of a language from all there is to find; the engine does so when it joins the index."""
    path, title = urls.path("search", lang), ctx.word(lang, "section.search")
    graph = jsonld.page(ctx.site, lang, title, path, ctx.crumbs(lang, (title, path)), "SearchResultsPage")
    known = [(kind, title, path) for title, _, path, kind in entries]
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
    return Result(drawn(say(commune.name, "vi"), commune.palette))


def photo(ctx: Context, path: str, square: bool) -> Result:
    """Make the derivatives of one photo, in the order of ``Picture.sources``, ``full``, ``square``."""
    data = (ctx.book.root / path).read_bytes()
    made = images.derive(data, images.widths(ctx.book.photos[path].width), square=square)
    return Result((*made.webp, made.full, *((made.square,) if square else ())))


CARD_SIDE = 2000
"""Longest side in pixels of a photo that a card is drawn from: that of a master, so that it is resized only once."""


def _print_of(ctx: Context, folder: str, pictures: Sequence[model.Picture]) -> model.Pixels | None:
    """Decode the first photo of a record, or nothing when it has none."""
    if not pictures:
        return None
    path = f"{folder}/{pictures[0].file}" if folder else pictures[0].file
    # Some systems write «é» in two parts on the disk; records do not.
    return images.pixels((ctx.book.root / ctx.book.disk.get(path, path)).read_bytes(), CARD_SIDE)


def _code(ctx: Context, path: str) -> tuple[qr.Matrix, str]:
    """Return the QR code of a page's address, and the address as people write it."""
    address = urls.absolute(ctx.site.commune.site_url, path)
    return qr.matrix(address), address.partition("://")[2].rstrip("/")


def share_cards(ctx: Context, kind: str, id: str, languages: tuple[str, ...]) -> Result:
    """Draw the share cards of a product, place or event: in each language each of the commune's shapes."""
    from chophien.cards import drawing

    site = ctx.site
    entry = ctx.book.entries[kind][id]
    shapes = shapes_of(site.commune)
    shown = ctx.shown(id) if kind == "product" else None
    photo = _print_of(ctx, entry.unit.folder, shown.pictures if shown else ctx.pictures(entry))
    files: list[bytes] = []
    for lang in languages:
        if shown is not None:
            code, address = _code(ctx, urls.path("product", lang, id))
            files += drawing.product(site, lang, shown, photo, code, address, shapes, ctx.words)
        elif kind == "place":
            place = ctx.place_card(id)
            if place is None:
                raise LookupError(f"no place {id}")
            code, address = _code(ctx, urls.place(place, lang))
            files += drawing.place(site, lang, place, photo, code, address, shapes, ctx.words)
        else:
            event = ctx.event_card(entry)
            where = ctx.place_card(entry.record.place) if entry.record.place else None
            code, address = _code(ctx, urls.path("event", lang, id))
            files += drawing.event(site, lang, event, where, photo, code, address, shapes, ctx.words)
    return Result(tuple(files))


def home_cards(ctx: Context, shapes: tuple[str, ...], view: str, languages: tuple[str, ...]) -> Result:
    """Draw the cards of the whole site in some languages, with the photo of the place ``view`` if one is named."""
    from chophien.cards import drawing

    place = ctx.book.entries["place"][view] if view else None
    pictures = ctx.pictures(place) if place else _own_pictures(ctx)
    photo = _print_of(ctx, place.unit.folder if place else "", pictures)
    drawn = bool(pictures) and pictures[0].illustration
    files: list[bytes] = []
    for lang in languages:
        code, address = _code(ctx, urls.path("home", lang))
        files += drawing.home(ctx.site, lang, photo, code, address, shapes, ctx.words, illustration=drawn)
    return Result(tuple(files))


def own_share(ctx: Context, file: str) -> Result:
    """Make the commune's own share picture, without what its camera wrote."""
    return Result((images.cover((ctx.book.root / file).read_bytes(), *cards.SHAPES["link"]),))


def kit(ctx: Context, id: str, photos: int) -> Result:
    """Make a product's listing kit: its page, and a text for each place."""
    shown = ctx.shown(id)
    link = urls.absolute(ctx.site.commune.site_url, urls.path("product", "vi", id))
    made = kits.kit(ctx.site, shown, link)
    page = pages.kit(ctx.site, shown=shown, kit=made, photos=photos)
    return Result((page.encode(), *(kits.text(block) for block in made.blocks)))


def kit_photos(ctx: Context, photos: tuple[tuple[str, str], ...]) -> Result:
    """Make the photos of a listing kit: the square form of each, under the name it is uploaded by."""
    made = []
    for path, name in photos:
        data = (ctx.book.root / path).read_bytes()
        made.append((name, images.derive(data, images.widths(ctx.book.photos[path].width)[:1], square=True).square))
    return Result((kits.bundle(made),))


def kit_list(ctx: Context, ids: tuple[str, ...]) -> Result:
    """Make the list of all kits."""
    return Result((pages.kit_list(ctx.site, cards=[ctx.product_card(id) for id in ids]).encode(),))


def loudspeaker(ctx: Context, sales: tuple[str, ...], season: tuple[str, ...], more: int) -> Result:
    """Write what the commune's loudspeaker reads on the day."""
    today, book = ctx.today, ctx.book
    festivals = []
    for entry in book.all("event"):
        if entry.record.example and not book.commune.example:
            continue
        for first, last in model.occurrences(entry.record, today, 1):
            if (first - today).days > kits.DAYS_AHEAD:
                continue
            where = ctx.place_card(entry.record.place) if entry.record.place else None
            place = say(entry.record.location, "vi") or (say(where.name, "vi") if where else "")
            festivals.append(kits.Festival(entry.record, first, last, _lunar(first), place))
    text = kits.bulletin(
        ctx.site, today, _lunar(today), sales=[ctx.shown(id) for id in sales],
        season=[ctx.shown(id) for id in season], more=more,
        festivals=sorted(festivals, key=lambda found: (found.first, found.event.id)),
    )  # fmt: skip
    return Result((text,))


def _lunar(day: date) -> kits.LunarDay:
    found = lunar.from_solar(day)
    return found.day, found.month, found.leap


def places_geojson(ctx: Context) -> Result:
    """Make the map data of all places."""
    cards = _present(ctx.place_card(entry.id) for entry in ctx.book.all("place"))
    return Result((geo.geojson(ctx.site, "vi", cards),))


def places_gpx(ctx: Context) -> Result:
    """Make the way points of all places."""
    cards = _present(ctx.place_card(entry.id) for entry in ctx.book.all("place"))
    return Result((geo.waypoints(ctx.site, "vi", cards, roughly=pages.roughly("vi")),))


def given(ctx: Context, content: bytes) -> Result:
    """Pass on a small file that the plan already holds, such as the stylesheet."""
    return Result((content,))


MAKERS: dict[str, Callable[..., Result]] = {
    "product": product,
    "product-list": product_list,
    "home": home,
    "producer": producer,
    "producer-list": producer_list,
    "place": place,
    "place-list": place_list,
    "stay-list": stay_list,
    "event": event,
    "event-list": event_list,
    "calendar": calendar,
    "trip": trip,
    "trip-list": trip_list,
    "seasons": seasons,
    "map": place_map,
    "need-list": need_list,
    "news-list": news_list,
    "plain-page": plain_page,
    "not-found": not_found,
    "offline": offline,
    "icons": icons,
    "photo": photo,
    "cards": share_cards,
    "home-cards": home_cards,
    "own-share": own_share,
    "kit": kit,
    "kit-photos": kit_photos,
    "kit-list": kit_list,
    "loudspeaker": loudspeaker,
    "geojson": places_geojson,
    "gpx": places_gpx,
    "given": given,
}
"""Every maker by the name tasks use."""


def plain_kinds(site: model.Site) -> tuple[str, ...]:
    """Return the pages that come from settings alone; two of them only where they are wanted."""
    wanted = {"directions": "directions" in site.sections, "ask": "products" in site.sections}
    return tuple(kind for kind in _LEGAL if wanted.get(kind, True))


def public_kinds(site: model.Site) -> tuple[str, ...]:
    """Return those of them that are the same for everyone, which search, sitemap and ``llms.txt`` name."""
    return tuple(kind for kind in plain_kinds(site) if kind != "ask")


__all__ = ["MAKERS", "free_page", "news_item", "plain_kinds", "public_kinds", "search_page"]
