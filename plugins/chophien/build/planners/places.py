"""Plans places, homestays among them, and their lists."""

from __future__ import annotations

from collections import defaultdict

from chophien import urls
from chophien.model.tables import PLACE_KINDS

from ..book import Entry
from ..planner import Planner, paged
from .shares import record_cards


def places(planner: Planner, producers: dict[str, bytes], cards: dict[str, bytes]) -> None:
    """Plan the pages of places, their lists and the files of their positions."""
    book = planner.book
    found, stock = book.all("place"), book.entries["product"]
    keys = {entry.id: planner.card(entry) for entry in found}
    at_place: dict[str, list[str]] = defaultdict(list)
    for event in book.all("event"):
        at_place[event.facts.place].append(event.id)
    for entry in found:
        refs = entry.facts.refs
        goods = tuple(id for field, kind, id in refs if kind == "product" and field.startswith("products[")
                      and id in stock and not stock[id].facts.quiet)  # fmt: skip
        nearby = tuple(id for field, kind, id in refs if kind == "place" and field.startswith("nearby[")
                       and id in book.entries["place"])  # fmt: skip
        events = tuple(at_place[entry.id])
        host = book.host(entry)
        depends = [keys[entry.id], planner.linked(entry), producers[host.id] if host else b""]
        depends += [cards[id] for id in goods]
        depends += [keys[id] for id in nearby]
        depends += [planner.event(book.entries["event"][id]) for id in events]
        kind = "stay" if entry.facts.variety == "homestay" else "place"
        args = (entry.id, goods, nearby, events, record_cards(planner, "place", entry))
        planner.task(f"place/{entry.id}", "place", args, planner.paths(kind, entry.id), depends)
    _lists(planner, found, keys)
    planner.task("geojson", "geojson", (), (urls.PLACES_GEOJSON,), keys.values())
    if "map" in planner.site.sections:
        planner.task("gpx", "gpx", (), (urls.PLACES_GPX,), keys.values())


def _lists(planner: Planner, found: list[Entry], keys: dict[str, bytes]) -> None:
    """Plan the lists of all places, of each kind of them where there are several, and of homestays."""
    sights = [entry.id for entry in found if entry.facts.variety != "homestay"]
    stays = tuple(entry.id for entry in found if entry.facts.variety == "homestay")
    kinds: dict[str, list[str]] = defaultdict(list)
    for entry in found:
        if entry.facts.variety != "homestay":
            kinds[entry.facts.variety].append(entry.id)
    counts = tuple((kind, len(kinds[kind])) for kind in PLACE_KINDS if kind in kinds) if len(kinds) > 1 else ()
    for kind, ids in (("", sights), *((kind, kinds[kind]) for kind, _ in counts)):
        listed = "place-kind" if kind else "places"
        for page, of, here in paged(ids):
            paths = [urls.listed(listed, lang, page, kind) for lang in planner.site.languages]
            args = (kind, page, of, here, counts)
            planner.task(f"{listed}/{kind}/{page}", "place-list", args, paths, (keys[id] for id in here))
    planner.list_page("stays", "stay-list", (stays,), (keys[id] for id in stays))
