"""The home page."""

from __future__ import annotations

from collections.abc import Mapping

from chophien.model import EventCard, NewsCard, Picture, PlaceCard, ProducerCard, ProductCard, Site, TripCard

from .engine import render, tongue
from .frame import everywhere, frame
from .lists import news_rows

SEASON_CARDS = 3
"""How many goods of this month are shown first."""


def home(
    site: Site,
    lang: str,
    *,
    products: tuple[ProductCard, ...] = (),
    events: tuple[EventCard, ...] = (),
    places: tuple[PlaceCard, ...] = (),
    stays: tuple[PlaceCard, ...] = (),
    trips: tuple[TripCard, ...] = (),
    producers: tuple[ProducerCard, ...] = (),
    news: tuple[NewsCard, ...] = (),
    pictures: tuple[Picture, ...] = (),
    today_month: int = 0,
    share: Mapping[str, str] = {},
    graph: str = "",
) -> str:
    """
    Render the home page.

    Args:
        products: Goods and services to show, the most interesting ones first.
        pictures: The commune's own pictures; the first one stands in the opening when there is one.
        today_month: Month in which "in season now" is meant; 0 leaves that part out.
        share: Output paths of the site's share cards by shape.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    commune = site.commune
    context = frame(
        site, lang, everywhere(site, "home"), title="", description=words.plain(commune.tagline), section="home",
        share=share, graph=graph,
    )  # fmt: skip
    season = [card for card in products if today_month and today_month in card.season]
    ripe = season[:SEASON_CARDS]
    rest = [card for card in products if card not in ripe]
    stall = [card for card in (*season, *products) if card.picture]
    context |= {
        "photo": pictures[0] if pictures else None,
        "stall": list({card.id: card for card in stall}.values())[:3],
        "this_month": today_month,
        "season": ripe,
        "products": rest,
        "events": events,
        "places": places,
        "stays": stays,
        "trips": trips,
        "producers": producers,
        "news": news_rows(site, news, lang),
        "categories": [(key, category.name) for key, category in site.categories.items()],
    }
    return render("home.html", site, context)
