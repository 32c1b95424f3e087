"""Plans events, their list and their calendars."""

from __future__ import annotations

import msgspec

from chophien import model, urls

from ..book import Entry, digest
from ..planner import Planner, paged
from .shares import record_cards

_PACK = msgspec.msgpack.Encoder().encode


def events(planner: Planner) -> None:
    """Plan the pages and calendars of events, and their list."""
    found = planner.book.all("event")
    langs = planner.site.languages
    keys: dict[str, bytes] = {}
    for entry in found:
        key = keys[entry.id] = digest(planner.event(entry), planner.place(entry))
        paths = [*planner.paths("event", entry.id), *(urls.event_ics(entry.id, lang) for lang in langs)]
        share = record_cards(planner, "event", entry, planner.when(entry), _where(planner, entry))
        planner.task(f"event/{entry.id}", "event", (entry.id, share), paths, (key, planner.linked(entry)))
    listed = sorted((model.event_card(entry.record, planner.today) for entry in found), key=model.event_order)
    for page, of, here in paged([card.id for card in listed]):
        planner.list_page("events", "event-list", (page, of, here), (keys[id] for id in here), page)
    if found:
        planner.task("calendar", "calendar", (), [urls.events_ics(lang) for lang in langs], keys.values())


def _where(planner: Planner, entry: Entry) -> bytes:
    """What the share card of an event shows of its place."""
    place = planner.book.entries["place"].get(entry.facts.place)
    return _PACK(place.record.name) if place else b"-"
