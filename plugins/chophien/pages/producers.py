"""Who makes and offers: the list, and one producer's page."""

from __future__ import annotations

from chophien import urls
from chophien.model import Picture, PlaceCard, Producer, ProducerCard, ProductCard, Site

from .engine import product_cards, render, tongue
from .frame import everywhere, frame, spoken_in
from .lists import listed_paths, numbered, pager
from .products import SEEN_FIRST, address
from .ways import ways


def producer_list(
    site: Site, lang: str, *, cards: tuple[ProducerCard, ...], page: int = 1, pages: int = 1, graph: str = ""
) -> str:
    """Render one page of the list of producers."""
    words = tongue(lang)
    intro = words.say("producers-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, listed_paths(site.languages, "producers", page),
        title=numbered(words.say("section.producers"), lang, page), description=numbered(intro, lang, page),
        section="producers", graph=graph,
    )  # fmt: skip
    context |= {"intro": intro, "cards": cards, "pager": pager("producers", lang, page, pages)}
    return render("producer-list.html", site, context)


def producer(
    site: Site,
    lang: str,
    *,
    producer: Producer,
    pictures: tuple[Picture, ...] = (),
    products: tuple[ProductCard, ...] = (),
    pages: int = 1,
    total: int = 0,
    place: PlaceCard | None = None,
    graph: str = "",
) -> str:
    """
    Render the page of one producer.

    Args:
        producer: Who, as ``model.public`` leaves them: without what they did not agree to.
        products: What they offer, or the first of it.
        pages: On how many pages that stands; this is the first of them.
        total: Goods on all these pages together.
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
        "total": total,
        "pager": pager("producer", lang, 1, pages, producer.id),
        "place": place,
        "address": address(producer.address, site, words),
        "ways": ways(producer, "", "", words),
    }
    return render("producer.html", site, context)


def goods_title(lang: str, producer: Producer) -> str:
    """Name the goods of a producer, as the title of their list."""
    words = tongue(lang)
    return words.say("goods-of", name=words.plain(producer.name))


def producer_goods(
    site: Site,
    lang: str,
    *,
    producer: Producer,
    cards: tuple[ProductCard, ...],
    page: int,
    pages: int,
    total: int,
    graph: str = "",
) -> str:
    """
    Render a further page of one producer's goods, laid out as a page of all goods is.

    Args:
        producer: Whose they are, as ``model.public`` leaves them.
        cards: Goods of this page.
        page: Its number, from 2; page 1 is the producer's own.
        pages: How many there are.
        total: Goods on all pages together.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    said = spoken_in(producer, lang)
    about = tongue(said).say("goods-of-intro", name=tongue(said).plain(producer.name))
    context = frame(
        site, lang, listed_paths(site.languages, "producer", page, producer.id),
        title=numbered(goods_title(said, producer), said, page), description=numbered(about, said, page),
        section="producers", graph=graph, record=producer,
        crumbs=[(words.say("section.producers"), urls.path("producers", lang)),
                (words.plain(producer.name), urls.path("producer", lang, producer.id))],
    )  # fmt: skip
    context |= {
        "heading": goods_title(lang, producer),
        "intro": words.say("goods-of-intro", name=words.plain(producer.name)),
        "cards": product_cards(cards, lang, context["root"], 2, SEEN_FIRST),
        "total": total,
        "everything": 0,
        "filtered": "",
        "filters": [],
        "makers": False,
        "pager": pager("producer", lang, page, pages, producer.id),
    }
    return render("product-list.html", site, context)
