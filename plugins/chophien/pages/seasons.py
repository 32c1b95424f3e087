"""The season calendar: twelve months from this one on, what is ripe, what to see, what is held."""

from __future__ import annotations

from chophien.model import SeasonMonth, Site

from .engine import render, tongue
from .frame import everywhere, frame


def season_calendar(site: Site, lang: str, *, months: tuple[SeasonMonth, ...], ripe: str = "", graph: str = "") -> str:
    """
    Render the season calendar.

    Args:
        months: This month and the eleven after it.
        ripe: Output path of the list of all that is ripe now, when there is one.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    intro = words.say("seasons-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, everywhere(site, "seasons"), title=words.say("section.seasons"), description=intro,
        section="seasons", graph=graph,
    )  # fmt: skip
    context |= {
        "intro": intro,
        "months": months,
        "ripe": ripe,
        "anything": any(m.goods or m.places or m.trips or m.festivals for m in months),
    }
    return render("season-calendar.html", site, context)
