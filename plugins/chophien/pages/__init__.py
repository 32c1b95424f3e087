"""Page kinds: which pages there are, what each is handed, and its HTML."""

from __future__ import annotations

from collections.abc import Callable

from .asks import ask_list, asked
from .engine import set_up, theme_folder
from .events import event, event_list
from .groups import DIRECTIONS
from .home import home
from .kits import kit, kit_list
from .legal import (
    about,
    accessibility,
    complaints,
    contact,
    delivery,
    directions,
    payment,
    privacy,
    returns,
    services,
    terms,
)
from .lists import PER_PAGE
from .maps import map_words, place_map, roughly
from .needs import need_list
from .news import free_page, news_item, news_list
from .places import place, place_list, stay_list
from .producers import goods_title, producer, producer_goods, producer_list
from .products import code_title, dong, facet_title, product, product_list
from .seasons import season_calendar
from .tools import feeds_report, not_found, offline, search
from .trips import trip, trip_list

PAGE_KINDS: dict[str, Callable[..., str]] = {
    "home": home,
    "products": product_list,
    "products-page": product_list,
    "category": product_list,
    "category-page": product_list,
    "facet": product_list,
    "facet-page": product_list,
    "product": product,
    "producers": producer_list,
    "producers-page": producer_list,
    "producer": producer,
    "producer-page": producer_goods,
    "places": place_list,
    "places-page": place_list,
    "place-kind": place_list,
    "place-kind-page": place_list,
    "place": place,
    "stays": stay_list,
    "stay": place,
    "events": event_list,
    "events-page": event_list,
    "event": event,
    "trips": trip_list,
    "trip": trip,
    "seasons": season_calendar,
    "map": place_map,
    "needs": need_list,
    "needs-page": need_list,
    "news": news_list,
    "news-page": news_list,
    "news-item": news_item,
    "about": about,
    "contact": contact,
    "terms": terms,
    "delivery": delivery,
    "payment": payment,
    "returns": returns,
    "complaints": complaints,
    "privacy": privacy,
    "ask": ask_list,
    "accessibility": accessibility,
    "services": services,
    "directions": directions,
    "search": search,
    "page": free_page,
    "offline": offline,
    "not-found": not_found,
    "feeds": feeds_report,
    "kits": kit_list,
    "kit": kit,
}
"""Every page kind and the function that renders it; all but ``feeds``, ``kits`` and ``kit`` are kinds of ``urls``."""

__all__ = [
    "DIRECTIONS", "PAGE_KINDS", "PER_PAGE", "about", "accessibility", "ask_list", "asked", "code_title",
    "complaints", "contact", "delivery", "directions", "dong", "event", "event_list", "facet_title", "feeds_report",
    "free_page", "goods_title", "home", "kit", "kit_list", "map_words", "need_list", "news_item", "news_list",
    "not_found", "offline", "payment", "place", "place_list", "place_map", "privacy", "producer", "producer_goods",
    "producer_list", "product", "product_list", "returns", "roughly", "search", "season_calendar", "services",
    "set_up", "stay_list", "terms", "theme_folder", "trip", "trip_list",
]  # fmt: skip
