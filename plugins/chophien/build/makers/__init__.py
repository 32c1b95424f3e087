"""
The makers: each joins what the workshops produce into the files of one task.

A maker gets the context and its task's plain arguments; when one workshop's product stands in
another's, as JSON-LD does in a page, it is made here and handed over.
"""

from __future__ import annotations

from collections.abc import Callable

from ..task import Result
from . import events, goods, home, listings, maps, needs, news, photos, places, plain, producers, seasons, shares, trips
from .news import free_page, news_item
from .plain import plain_kinds, public_kinds, search_page

MAKERS: dict[str, Callable[..., Result]] = {
    "product": goods.product,
    "product-list": goods.product_list,
    "home": home.home,
    "producer": producers.producer,
    "producer-goods": producers.producer_goods,
    "producer-list": producers.producer_list,
    "place": places.place,
    "place-list": places.place_list,
    "stay-list": places.stay_list,
    "event": events.event,
    "event-list": events.event_list,
    "calendar": events.calendar,
    "trip": trips.trip,
    "trip-list": trips.trip_list,
    "seasons": seasons.seasons,
    "map": maps.place_map,
    "need-list": needs.need_list,
    "news-list": news.news_list,
    "plain-page": plain.plain_page,
    "not-found": plain.not_found,
    "offline": plain.offline,
    "icons": plain.icons,
    "photo": photos.photo,
    "cards": shares.share_cards,
    "home-cards": shares.home_cards,
    "own-share": shares.own_share,
    "kit": listings.kit,
    "kit-photos": listings.kit_photos,
    "kit-list": listings.kit_list,
    "loudspeaker": listings.loudspeaker,
    "geojson": maps.places_geojson,
    "gpx": maps.places_gpx,
    "given": plain.given,
}
"""Every maker by the name tasks use."""

__all__ = ["MAKERS", "free_page", "news_item", "plain_kinds", "public_kinds", "search_page"]
