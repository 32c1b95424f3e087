"""Plans the board of what is wanted and offered."""

from __future__ import annotations

from ..planner import Planner


def needs(planner: Planner, cards: dict[str, bytes], producers: dict[str, bytes]) -> None:
    """Plan the board of what is wanted and offered."""
    found = planner.book.all("need")
    goods = sorted({id for e in found for _, kind, id in e.facts.refs if kind == "product" and id in cards})
    people = sorted({id for e in found for _, kind, id in e.facts.refs if kind == "producer"})
    depends = [entry.digest for entry in found]
    depends += [cards[id] for id in goods] + [producers.get(id, b"-") for id in people]
    planner.list_page("needs", "need-list", (tuple(goods),), (*depends, planner.day()))
