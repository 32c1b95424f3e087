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
from .tongue import Tongue


def place_list(
    site: Site,
    lang: str,
    *,
    cards: tuple[PlaceCard, ...],
    page: int = 1,
    pages: int = 1,
    kind: str = "",
    kinds: tuple[tuple[str, int], ...] = (),
    graph: str = "",
) -> str:
    """
    Render one page of the list of places, of all or of one kind.

    Args:
        kind: The kind shown, or none for all.
        kinds: Kinds to offer, each with its number of places.
    """
    words = tongue(lang)
    commune = words.plain(site.commune.name)
    listed = "place-kind" if kind else "places"
    heading = words.say(f"place-kind-title.{kind}") if kind else words.say("section.places")
    intro = words.say("place-kind-intro" if kind else "places-intro", commune=commune, name=heading)
    context = frame(
        site, lang, listed_paths(site.languages, listed, page, kind),
        title=numbered(heading, lang, page), description=numbered(intro, lang, page),
        section="places", graph=graph,
        crumbs=[(words.say("section.places"), urls.path("places", lang))] if kind else (),
    )  # fmt: skip
    context |= {
        "heading": heading,
        "intro": intro,
        "kind": kind,
        "kinds": kinds,
        "inside": [card for card in cards if not card.outside],
        "outside": [card for card in cards if card.outside],
        "pager": pager(listed, lang, page, pages, kind),
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
        "kind": "",
        "kinds": (),
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


def _own_facts(place: Place, lang: str) -> list[tuple[str, Any]]:
    """List what a visitor of a workshop or a restaurant asks first: how much, how many, how to book."""
    words = tongue(lang)
    say, craft, food = words.say, place.workshop, place.serving
    facts: list[tuple[str, Any]] = []
    if craft is not None:
        if craft.price_person is not None:
            facts.append((say("workshop.price"), words.dong(craft.price_person)))
        if craft.group:
            facts.append((say("workshop.group"), words.counted("people", craft.group)))
        facts.append((say("booking"), words.t(craft.booking)))
    if food is not None:
        facts.append((say("serving.price"), _price_range(food.price_min, food.price_max, words)))
        if food.seats:
            facts.append((say("serving.seats"), words.number(food.seats)))
        facts.append((say("booking"), words.t(food.booking)))
    return [fact for fact in facts if fact[1]]


def _price_range(least: int | None, most: int | None, words: Tongue) -> str:
    if least is not None and most is not None and least != most:
        return words.say("price-between", least=words.dong(least), most=words.dong(most))
    if least is not None:
        return words.dong(least) if most is not None else words.say("price-over", least=words.dong(least), most="")
    return words.say("price-up-to", most=words.dong(most)) if most is not None else ""


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
        "own_facts": _own_facts(place, lang),
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
