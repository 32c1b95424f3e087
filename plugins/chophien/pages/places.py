"""Places: the list of sights, the list of places to stay, and one place's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from chophien import urls
from chophien.model import EventCard, Picture, Place, PlaceCard, ProducerCard, ProductCard, Site

from .engine import render, tongue
from .frame import everywhere, frame
from .lists import listed_paths, numbered, pager
from .products import address


def place_list(
    site: Site,
    lang: str,
    *,
    cards: tuple[PlaceCard, ...],
    page: int = 1,
    pages: int = 1,
    graph: str = "",
) -> str:
    """Render one page of the list of places."""
    words = tongue(lang)
    intro = words.say("places-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, listed_paths(site.languages, "places", page),
        title=numbered(words.say("section.places"), lang, page), description=numbered(intro, lang, page),
        section="places", graph=graph,
    )  # fmt: skip
    context |= {
        "heading": words.say("section.places"),
        "intro": intro,
        "inside": [card for card in cards if not card.outside],
        "outside": [card for card in cards if card.outside],
        "pager": pager("places", lang, page, pages),
    }
    return render("place-list.html", site, context)


def stay_list(site: Site, lang: str, *, cards: tuple[PlaceCard, ...], graph: str = "") -> str:
    """Render the list of places to stay."""
    words = tongue(lang)
    intro = words.say("stays-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, everywhere(site, "stays"), title=words.say("section.stays"), description=intro,
        section="stays", graph=graph,
    )  # fmt: skip
    context |= {
        "heading": words.say("section.stays"),
        "intro": intro,
        "inside": [card for card in cards if not card.outside],
        "outside": [card for card in cards if card.outside],
        "pager": None,
    }
    return render("place-list.html", site, context)


def _stay_facts(place: Place, lang: str) -> list[tuple[str, Any]]:
    words = tongue(lang)
    say, stay = words.say, place.stay
    if stay is None:
        return []
    facts: list[tuple[str, Any]] = []
    if stay.rooms:
        facts.append((say("stay.rooms"), words.number(stay.rooms)))
    if stay.mattresses:
        facts.append((say("stay.mattresses"), words.number(stay.mattresses)))
    if stay.room_types:
        facts.append((say("stay.room-types"), words.listed("room-type", stay.room_types)))
    if stay.capacity:
        facts.append((say("stay.capacity"), words.counted("people", stay.capacity)))
    facts.append((say("stay.bathroom"), words.t(stay.bathroom)))
    facts.append((say("stay.meals"), words.t(stay.meals)))
    if stay.check_in:
        facts.append((say("stay.check-in"), words.clock(stay.check_in)))
    if stay.check_out:
        facts.append((say("stay.check-out"), words.clock(stay.check_out)))
    if stay.pets is not None:
        facts.append((say("stay.pets"), say("yes" if stay.pets else "no")))
    facts.append((say("stay.fire-safety"), words.t(stay.fire_safety)))
    facts.append((say("stay.registration"), stay.registration))
    return [fact for fact in facts if fact[1]]


def place(
    site: Site,
    lang: str,
    *,
    place: Place,
    body: Markup | None = None,
    pictures: tuple[Picture, ...] = (),
    nearby: tuple[PlaceCard, ...] = (),
    products: tuple[ProductCard, ...] = (),
    events: tuple[EventCard, ...] = (),
    host: ProducerCard | None = None,
    share: Mapping[str, str] = {},
    graph: str = "",
) -> str:
    """
    Render the page of one place, a homestay among them.

    Args:
        body: Its text, already made HTML; by default made from the record.
        nearby: Places close by.
        products: Goods made or sold there.
        events: Events held there.
        host: Who receives guests.
        share: Output paths of its share cards by shape.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    section = "stays" if place.kind == "homestay" else "places"
    kind = "stay" if place.kind == "homestay" else "place"
    name = words.plain(place.name)
    context = frame(
        site, lang, everywhere(site, kind, place.id), title=name, description=words.plain(place.summary),
        section=section, graph=graph, kind="place", picture=pictures[0] if pictures else None, record=place,
        share=share,
        crumbs=[(words.say(f"section.{section}"), urls.path(section, lang))],
    )  # fmt: skip
    # As many digits as were written: more would claim what nobody has measured.
    spot = f"{place.point.lat:.10g},{place.point.lon:.10g}" if place.point else ""
    context |= {
        "place": place,
        "stay": place.stay,
        "stay_facts": _stay_facts(place, lang),
        "spot": spot,
        "address": address(place.address, site, words),
        "body": words.prose(place.body) if body is None else body,
        "pictures": pictures,
        "nearby": nearby,
        "products": products,
        "events": events,
        "host": host,
        "amenity_rows": words.amenities(place.amenities) if place.amenities else [],
    }
    return render("place.html", site, context)
