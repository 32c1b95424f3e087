"""Plans the list of news."""

from __future__ import annotations

from ..planner import Planner, paged


def news(planner: Planner) -> None:
    """Plan the list of news."""
    entries = {entry.id: entry for entry in planner.book.all("news") if entry.facts.variety == "published"}
    for page, of, here in paged(tuple(entries)):
        planner.list_page("news", "news-list", (page, of, here), (planner.card(entries[id]) for id in here), page)
