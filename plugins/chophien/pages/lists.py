"""What the lists have in common: pages of a list, articles in a language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from chophien import urls
from chophien.model import NewsCard, Site, spoken_in

from .engine import tongue
from .frame import Paths

PER_PAGE = 24
"""Cards on one page of a list."""


def listed_paths(languages: Sequence[str], kind: str, page: int, id: str = "") -> Paths:
    """Return the path of one page of a list in all languages."""
    return [(lang, urls.listed(kind, lang, page, id)) for lang in languages]


def numbered(title: str, lang: str, page: int) -> str:
    """Add the page's number to a title, from page 2 on, so that no two titles are alike."""
    return title if page == 1 else f"{title} – {tongue(lang).say('page-number', page=page)}"


def pager(kind: str, lang: str, page: int, pages: int, id: str = "") -> dict[str, Any] | None:
    """
    Prepare the links between the pages of a list.

    Returns:
        ``before`` and ``after`` (paths or empty) and ``numbers``: number, path, whether it is this page;
        a number 0 stands for a gap. None when there is one page only.
    """
    if pages < 2:
        return None
    near = {1, 2, pages - 1, pages, page - 1, page, page + 1}
    numbers: list[tuple[int, str, bool]] = []
    last = 0
    for number in sorted(n for n in near if 1 <= n <= pages):
        if number - last > 1:
            numbers.append((0, "", False))
        numbers.append((number, urls.listed(kind, lang, number, id), number == page))
        last = number
    return {
        "before": urls.listed(kind, lang, page - 1, id) if page > 1 else "",
        "after": urls.listed(kind, lang, page + 1, id) if page < pages else "",
        "numbers": numbers,
    }


def news_rows(site: Site, cards: Sequence[NewsCard], lang: str) -> list[tuple[NewsCard, str]]:
    """Pair each article with its path, in the closest language where it has no version in this one."""
    rows = []
    for card in cards:
        written = spoken_in(card.slug, lang, site.languages)
        rows.append((card, quote(urls.path("news-item", written, card.slug.get(written, card.id)))))
    return rows
