"""Plans producers and their list."""

from __future__ import annotations

from collections import defaultdict

from chophien import urls

from ..planner import Planner, paged


def producers(planner: Planner, people: dict[str, bytes], cards: dict[str, bytes]) -> None:
    """Plan the pages of producers, those of their further goods, and their list."""
    by_producer: dict[str, list[str]] = defaultdict(list)
    for entry in planner.goods:
        by_producer[entry.facts.producer].append(entry.id)
    found = planner.book.all("producer")
    for entry in found:
        goods = by_producer[entry.id]
        # The first goods stand on the producer's own page, which is there without any.
        first, *further = paged(goods) or [(1, 1, ())]
        _, of, here = first
        depends = [people[entry.id], planner.linked(entry), *(cards[id] for id in here)]
        if entry.facts.place:
            depends.append(planner.place(entry))
        paths = planner.paths("producer", entry.id)
        planner.task(f"producer/{entry.id}", "producer", (entry.id, here, of, len(goods)), paths, depends)
        for page, _, here in further:
            paths = [urls.listed("producer", lang, page, entry.id) for lang in planner.site.languages]
            depends = [people[entry.id], *(cards[id] for id in here)]
            args = (entry.id, here, page, of, len(goods))
            planner.task(f"producer/{entry.id}/{page}", "producer-goods", args, paths, depends)
    for page, of, here in paged([entry.id for entry in found]):
        counts = tuple((id, len(by_producer[id])) for id in here)
        planner.list_page("producers", "producer-list", (page, of, counts), (people[id] for id in here), page)
