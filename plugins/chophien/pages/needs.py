"""Cần mua, cần bán: who looks for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chophien import urls
from chophien.model import Need, ProducerCard, ProductCard, Site
from chophien.model.tables import NEED_KINDS

from .engine import render, tongue
from .frame import frame
from .lists import PER_PAGE, listed_paths, numbered, pager


def need_list(
    site: Site,
    lang: str,
    *,
    needs: tuple[Need, ...],
    page: int = 1,
    pages: int = 1,
    counts: tuple[tuple[str, int], ...] = (),
    products: Mapping[str, ProductCard] | None = None,
    producers: Mapping[str, ProducerCard] | None = None,
    graph: str = "",
) -> str:
    """
    Render one page of what is wanted and what is for sale.

    Args:
        needs: Those of this page that still count; names and phones in them may be shown.
        page: Its number, from 1.
        pages: How many there are.
        counts: The kinds of notices in their order, each with the number of its notices on all pages; by default
            those of ``needs``.
        products: The goods they name, by id.
        producers: Who posted them, by id.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    intro = words.say("needs-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, listed_paths(site.languages, "needs", page),
        title=numbered(words.say("section.needs"), lang, page), description=numbered(intro, lang, page),
        section="needs", graph=graph,
    )  # fmt: skip
    shown = [(need, (products or {}).get(need.product), (producers or {}).get(need.producer)) for need in needs]
    counts = counts or tuple((kind, sum(need.kind == kind for need in needs)) for kind in NEED_KINDS)
    context |= {
        "intro": intro,
        "groups": _groups(shown, counts, page),
        "starts": _starts(counts, lang) if pages > 1 else [],
        "pager": pager("needs", lang, page, pages),
    }
    return render("need-list.html", site, context)


Row = tuple[Need, ProductCard | None, ProducerCard | None]


def _groups(shown: Sequence[Row], counts: Sequence[tuple[str, int]], page: int) -> list[tuple[str, list[Row]]]:
    """Sort by kind; a kind of which there is nothing at all is named on the first page."""
    groups = [(kind, [row for row in shown if row[0].kind == kind], count) for kind, count in counts]
    return [(kind, rows) for kind, rows, count in groups if rows or (shown and not count and page == 1)]


def _starts(counts: Sequence[tuple[str, int]], lang: str) -> list[tuple[str, str, int]]:
    """Return each kind with the path of the page it begins on and the number of its notices."""
    before, found = 0, []
    for kind, count in counts:
        if count:
            found.append((kind, urls.listed("needs", lang, before // PER_PAGE + 1), count))
        before += count
    return found
