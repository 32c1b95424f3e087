"""Who makes and offers: the list, and one producer's page."""

from __future__ import annotations

from chophien import urls
from chophien.model import Picture, PlaceCard, Producer, ProducerCard, ProductCard, Site

from .engine import render, tongue
from .frame import everywhere, frame, spoken_in
from .products import address
from .ways import ways


def producer_list(site: Site, lang: str, *, cards: tuple[ProducerCard, ...], graph: str = "") -> str:
    """Render the list of producers."""
    words = tongue(lang)
    intro = words.say("producers-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, everywhere(site, "producers"), title=words.say("section.producers"), description=intro,
        section="producers", graph=graph,
    )  # fmt: skip
    context |= {"intro": intro, "cards": cards}
    return render("producer-list.html", site, context)


def producer(
    site: Site,
    lang: str,
    *,
    producer: Producer,
    pictures: tuple[Picture, ...] = (),
    products: tuple[ProductCard, ...] = (),
    place: PlaceCard | None = None,
    graph: str = "",
) -> str:
    """
    Render the page of one producer.

    Args:
        producer: Who, as ``model.public`` leaves them: without what they did not agree to.
        products: What they offer.
        place: Where to find them.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    name = words.plain(producer.name)
    summary = words.plain(producer.summary)
    said = tongue(spoken_in(producer, lang))
    kind = said.say(f"producer-kind.{producer.kind}")
    context = frame(
        site, lang, everywhere(site, "producer", producer.id), title=name,
        description=summary or said.say("producer-describe", name=name, kind=kind,
                                        commune=said.plain(site.commune.name)),
        section="producers", graph=graph, kind="profile", picture=pictures[0] if pictures else None, record=producer,
        crumbs=[(words.say("section.producers"), urls.path("producers", lang))],
    )  # fmt: skip
    context |= {
        "producer": producer,
        "pictures": pictures,
        "products": products,
        "place": place,
        "address": address(producer.address, site, words),
        "ways": ways(producer, "", "", words),
    }
    return render("producer.html", site, context)
