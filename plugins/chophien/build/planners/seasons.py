"""Plans the season calendar."""

from __future__ import annotations

import msgspec

from chophien import model

from ..planner import Planner

_PACK = msgspec.msgpack.Encoder().encode
MONTH_GOODS = 12
"""How many goods of a month the season calendar names; the others are counted."""


def seasons(planner: Planner, cards: dict[str, bytes]) -> None:
    """Plan the season calendar: this month and the eleven after it."""
    book, today = planner.book, planner.today
    window = model.months_ahead(today)
    ripe: dict[int, list[str]] = {month: [] for _, month in window}
    for entry in planner.goods:
        if not entry.facts.quiet:
            for month in entry.facts.season:
                ripe[month].append(entry.id)
    named = tuple(tuple(ripe[month][:MONTH_GOODS]) for _, month in window)
    more = tuple(max(0, len(ripe[month]) - MONTH_GOODS) for _, month in window)
    depends = [cards[id] for id in sorted({id for goods in named for id in goods})]
    depends += [e.digest for kind in ("place", "trip") for e in book.all(kind) if e.facts.season]
    depends += [planner.event(entry) for entry in book.all("event")]
    planner.list_page("seasons", "seasons", (named, more, bool(ripe[today.month])), (*depends, _PACK(window)))
