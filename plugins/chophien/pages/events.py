"""Festivals and market days: the list, and one event's page."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from chophien import urls
from chophien.model import Event, EventCard, Period, Picture, PlaceCard, Site

from .engine import render, tongue
from .frame import everywhere, frame
from .lists import listed_paths, numbered, pager
from .products import address


def event_list(
    site: Site, lang: str, *, cards: tuple[EventCard, ...], page: int = 1, pages: int = 1, graph: str = ""
) -> str:
    """Render one page of the list of events: coming ones, then those without a date, then past ones."""
    words = tongue(lang)
    intro = words.say("events-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, listed_paths(site.languages, "events", page),
        title=numbered(words.say("section.events"), lang, page), description=numbered(intro, lang, page),
        section="events", graph=graph,
    )  # fmt: skip
    context |= {
        "intro": intro,
        "coming": [card for card in cards if card.start and not card.past],
        "open": [card for card in cards if card.start is None],
        "past": [card for card in cards if card.past],
        "calendar": urls.events_ics(lang),
        # The coming ones come first: where the first page has none, there are none.
        "none_coming": page == 1 and bool(cards) and all(card.past for card in cards),
        "pager": pager("events", lang, page, pages),
    }
    return render("event-list.html", site, context)


def event(
    site: Site,
    lang: str,
    *,
    event: Event,
    body: Markup | None = None,
    pictures: tuple[Picture, ...] = (),
    periods: tuple[Period, ...] = (),
    past: Period | None = None,
    place: PlaceCard | None = None,
    share: Mapping[str, str] = {},
    graph: str = "",
) -> str:
    """
    Render the page of one event.

    Args:
        body: Its text, already made HTML; by default made from the record.
        periods: Coming occurrences, soonest first.
        past: The last one that is over, shown when none is coming.
        place: Where it is held.
        share: Output paths of its share cards by shape.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    context = frame(
        site, lang, everywhere(site, "event", event.id), title=words.plain(event.name),
        description=words.plain(event.summary), section="events", graph=graph, kind="article", record=event,
        picture=pictures[0] if pictures else None, share=share,
        crumbs=[(words.say("section.events"), urls.path("events", lang))],
    )  # fmt: skip
    context |= {
        "event": event,
        "body": words.prose(event.body) if body is None else body,
        "pictures": pictures,
        "periods": periods,
        "past": past,
        "place": place,
        "address": address(event.address, site, words),
        "calendar": urls.event_ics(event.id, lang) if periods else "",
    }
    return render("event.html", site, context)
