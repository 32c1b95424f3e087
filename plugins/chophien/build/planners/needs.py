"""Plans the board of what is wanted and offered."""

from __future__ import annotations

import msgspec

from chophien import model
from chophien.model.tables import NEED_KINDS

from ..book import Entry
from ..planner import Planner, paged

_PACK = msgspec.msgpack.Encoder().encode


def needs(planner: Planner, cards: dict[str, bytes], producers: dict[str, bytes]) -> None:
    """Plan the board of what is wanted and offered: first all that is wanted, then all that is for sale."""
    kinds = list(NEED_KINDS)
    entries = {e.id: e for e in sorted(planner.book.needs(), key=lambda entry: kinds.index(entry.record.kind))}
    of_kind = [entry.record.kind for entry in entries.values()]
    counts = tuple((kind, of_kind.count(kind)) for kind in kinds)
    # A board on which every notice has run out stands and says so.
    for page, of, here in paged(tuple(entries)) or [(1, 1, ())]:
        found = [entries[id] for id in here]
        goods = sorted({id for e in found for _, kind, id in e.facts.refs if kind == "product" and id in cards})
        people = sorted({id for e in found for _, kind, id in e.facts.refs if kind == "producer"})
        depends = [_shown(planner, entry) for entry in found]
        depends += [cards[id] for id in goods] + [producers.get(id, b"-") for id in people]
        planner.list_page("needs", "need-list", (page, of, here, counts, tuple(goods)), depends, page)


def _shown(planner: Planner, entry: Entry) -> bytes:
    """Return what a notice shows on the day, on which consents depend."""
    return _PACK(model.public_need(entry.record, planner.today))
