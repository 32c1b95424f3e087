"""Plans products and the lists of them: all, those of a category, those of a facet."""

from __future__ import annotations

from datetime import date

import msgspec

from chophien import model, urls

from ..book import Entry, digest
from ..planner import Planner, paged
from .listings import kit
from .shares import record_cards

_PACK = msgspec.msgpack.Encoder().encode
RELATED = 4


def products(planner: Planner, producers: dict[str, bytes]) -> dict[str, bytes]:
    """Plan the pages of products; return what the card of each depends on."""
    goods = planner.book.entries["product"]
    cards: dict[str, bytes] = {}
    for id, entry in goods.items():
        cards[id] = digest(
            entry.digest,
            _moment(planner, entry),
            planner.photos(entry),
            producers.get(entry.facts.producer, b"-"),
        )
    # What may only be described is never put forward beside other goods.
    ordered = [id for ids in planner.groups.values() for id in ids if not goods[id].facts.quiet]
    step = 0
    for ids in planner.groups.values():
        group = [id for id in ids if not goods[id].facts.quiet]
        at = 0
        for id in ids:
            entry = goods[id]
            if not entry.facts.quiet:
                at, step = at + 1, step + 1
            # The next ones of the group, then the next ones of the market.
            near = (*_next(group, at, RELATED), *_next(ordered, step, 2 * RELATED))
            related = tuple(dict.fromkeys(other for other in near if other != id))[:RELATED]
            depends = (cards[id], *(cards[other] for other in related), planner.place(entry), planner.linked(entry))
            share = record_cards(planner, "product", entry, _face(planner, entry))
            args = (id, related, share, kit(planner, entry, cards[id]))
            planner.task(f"product/{id}", "product", args, planner.paths("product", id), depends, parts=True)
    return cards


def product_lists(planner: Planner, cards: dict[str, bytes]) -> None:
    """Plan the lists of all goods, of each category and of each facet."""
    everything = [entry.id for entry in planner.goods]
    facets = _facets(planner)
    lists = [("products", "", everything)] if everything else []
    lists += [("category", category, ids) for category, ids in sorted(planner.groups.items())]
    lists += [("facet", facet, ids) for facet, ids in facets.items()]
    counts = tuple(sorted((category, len(ids)) for category, ids in planner.groups.items()))
    offered = (counts, tuple((facet, len(ids)) for facet, ids in facets.items()), len(everything))
    # Only first pages count what a facet holds: one price that leaves its band must not remake every page.
    further = (counts, tuple((facet, 0) for facet in facets), 0)
    for kind, id, ids in lists:
        for page, of, here in paged(ids):
            paths = [urls.listed(kind, lang, page, id) for lang in planner.site.languages]
            args = (kind, id, page, of, len(ids), here, offered if page == 1 else further)
            planner.task(f"{kind}/{id}/{page}", "product-list", args, paths, (cards[id] for id in here))


def _facets(planner: Planner) -> dict[str, list[str]]:
    """Return the goods of each facet that has any; by price the cheapest come first."""
    found: dict[str, list[tuple[int, str]]] = {facet: [] for facet in model.FACETS}
    for entry in planner.goods:
        facts = entry.facts
        if facts.quiet:
            continue
        price = _price(entry, planner.today)
        ripe = bool(facts.season) and planner.in_season(entry)
        for facet in model.facets(price, facts.rank if _running(entry, planner.today)[1] else 0, ripe):
            found[facet].append((price or 0, entry.id))
    for facet, goods in found.items():
        if facet.startswith("price-"):
            goods.sort(key=lambda item: item[0])
    return {facet: [id for _, id in goods] for facet, goods in found.items() if goods}


def _moment(planner: Planner, entry: Entry) -> bytes:
    """What the day makes of a product: season, sales, stars, papers, what was ordered ahead."""
    facts, today = entry.facts, planner.today
    if not facts.season and not facts.sales and facts.stars is None and not facts.papers and not facts.awaited:
        return b""
    running, stars = _running(entry, today)
    papers = tuple(last >= today for last in facts.papers)
    late = tuple(day <= today for day in facts.awaited)
    return _PACK((planner.in_season(entry), running, stars, papers, late))


def _running(entry: Entry, today: date) -> tuple[tuple[bool, ...], bool]:
    """Return which sales run on the day, and whether the stars hold."""
    facts = entry.facts
    stars = facts.stars is not None and facts.stars[0] <= today <= facts.stars[1]
    return tuple(since <= today <= until for since, until in facts.sales), stars


def _face(planner: Planner, entry: Entry) -> bytes:
    """What the share card of a product shows beside its record: its category's name, running sales, valid stars."""
    return _PACK((planner.book.categories[entry.facts.category].name, _running(entry, planner.today)))


def _price(entry: Entry, today: date) -> int | None:
    """Return the lowest price of the day, as the product's card shows it."""
    facts = entry.facts
    cuts = [price for price, since, until in facts.cuts if since <= today <= until]
    return facts.price if facts.price is None else min((facts.price, *cuts))


def _next(ids: list[str], at: int, count: int) -> list[str]:
    """Return so many ids from a place on, going round at the end."""
    return [ids[(at + n) % len(ids)] for n in range(min(count, len(ids)))]
