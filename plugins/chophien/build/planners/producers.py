"""Plans producers and their list."""

from __future__ import annotations

from collections import defaultdict

from ..planner import Planner


def producers(planner: Planner, people: dict[str, bytes], cards: dict[str, bytes]) -> None:
    """Plan the pages of producers, and their list."""
    by_producer: dict[str, list[str]] = defaultdict(list)
    for entry in planner.goods:
        by_producer[entry.facts.producer].append(entry.id)
    found = planner.book.all("producer")
    for entry in found:
        goods = tuple(by_producer[entry.id])
        depends = [people[entry.id], planner.linked(entry), *(cards[id] for id in goods)]
        if entry.facts.place:
            depends.append(planner.place(entry))
        planner.task(
            f"producer/{entry.id}", "producer", (entry.id, goods), planner.paths("producer", entry.id), depends
        )
    counts = tuple((entry.id, len(by_producer[entry.id])) for entry in found)
    planner.list_page("producers", "producer-list", (counts,), people.values())
