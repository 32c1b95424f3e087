"""Cần mua, cần bán: who looks for what."""

from __future__ import annotations

from collections.abc import Mapping

from chophien.model import Need, ProducerCard, ProductCard, Site

from .engine import render, tongue
from .frame import everywhere, frame


def need_list(
    site: Site,
    lang: str,
    *,
    needs: tuple[Need, ...],
    products: Mapping[str, ProductCard] | None = None,
    producers: Mapping[str, ProducerCard] | None = None,
    graph: str = "",
) -> str:
    """
    Render what is wanted and what is for sale.

    Args:
        needs: Those that still count; names and phones in them may be shown.
        products: The goods they name, by id.
        producers: Who posted them, by id.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    intro = words.say("needs-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, everywhere(site, "needs"), title=words.say("section.needs"), description=intro,
        section="needs", graph=graph,
    )  # fmt: skip
    shown = [(need, (products or {}).get(need.product), (producers or {}).get(need.producer)) for need in needs]
    context |= {
        "intro": intro,
        "groups": [(kind, [row for row in shown if row[0].kind == kind]) for kind in ("buy", "sell")] if shown else [],
    }
    return render("need-list.html", site, context)
