"""
What producers of pages, listings and descriptions are handed: records resolved for a day.

A day's price, stars and season are worked out once, here, so that page, structured data and feeds
cannot differ. Pictures are the published derivatives of a photo, with their paths in the output.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, cast

import msgspec

from chophien import lunar
from chophien.text import Quantity, unit_price

from . import offers as day
from .records import Category, Commune, Event, News, Page, Phrase, Place, Point, Producer, Product, Record, Trip

YEARS_AHEAD = 5
"""How many coming occurrences of a lunar festival are worked out."""


class Pixels(NamedTuple):
    """A decoded picture: upright, sRGB; ``rgb`` holds 3 bytes a pixel, row after row from the top left."""

    width: int
    height: int
    rgb: bytes


class Picture(Record, frozen=True, kw_only=True):
    """
    The published forms of one photo.

    Args:
        sources: WebP derivatives as (output path, width in pixels), narrow first.
        full: The widest JPEG, as output path; for old browsers and for marketplaces.
        square: A 1200 by 1200 JPEG padded in white, for marketplaces; empty when not made.
        width: Width of ``full`` in pixels.
        height: Height of ``full`` in pixels.
        file: The photo's file as its record names it.
        tone: Place in ``TONES`` of the ground that stands in while the photo loads.
    """

    sources: tuple[tuple[str, int], ...]
    full: str
    square: str = ""
    width: int
    height: int
    alt: Phrase = {}
    role: str = "main"
    credit: str = ""
    illustration: bool = False
    file: str = ""
    tone: int | None = None


class Offer(Record, frozen=True, kw_only=True):
    """
    One variant as it is offered on a day.

    Args:
        price: To pay today, in dong; none when it is asked for.
        regular: The price outside a sale, in dong.
        sale_until: Last day of a running sale.
        per: Price per standard unit: dong and the unit, such as 100 g.
        late: Whether it is ordered ahead of a day that has come.
    """

    sku: str
    option_name: Phrase = {}
    option: Phrase = {}
    net: Quantity | None = None
    price: int | None = None
    regular: int | None = None
    sale_since: date | None = None
    sale_until: date | None = None
    availability: str = "in_stock"
    available_from: date | None = None
    gtin: str = ""
    stock: int | None = None
    weight_g: int | None = None
    size_cm: tuple[float, float, float] | None = None
    per: tuple[int, Quantity] | None = None
    picture: int = 0
    late: bool = False


class Shown(Record, frozen=True, kw_only=True):
    """A product as it is shown on a day, with what its page, description and listings need."""

    product: Product
    category: Category
    producer: Producer | None = None
    pictures: tuple[Picture, ...] = ()
    offers: tuple[Offer, ...] = ()
    stars: int = 0
    stars_until: date | None = None
    in_season: bool = True
    information_only: bool = False


class ProductCard(Record, frozen=True, kw_only=True):
    """A product in a list. ``low`` and ``high`` bound today's prices in dong."""

    id: str
    name: Phrase
    summary: Phrase
    category: str
    producer: str
    producer_name: Phrase = {}
    picture: Picture | None = None
    low: int | None = None
    high: int | None = None
    unit: str = ""
    stars: int = 0
    season: tuple[int, ...] = ()
    in_season: bool = True
    available: bool = True
    service: bool = False
    information_only: bool = False
    example: bool = False


class PlaceCard(Record, frozen=True, kw_only=True):
    """A place in a list or in a trip."""

    id: str
    kind: str
    name: Phrase
    summary: Phrase = {}
    former_names: tuple[str, ...] = ()
    picture: Picture | None = None
    point: Point | None = None
    outside: bool = False
    price_person: int | None = None
    price_room: int | None = None
    example: bool = False


class ProducerCard(Record, frozen=True, kw_only=True):
    """A producer in a list."""

    id: str
    kind: str
    name: Phrase
    summary: Phrase = {}
    picture: Picture | None = None
    products: int = 0
    example: bool = False


class EventCard(Record, frozen=True, kw_only=True):
    """An event in a list, with its next (or, when there is none, its last) occurrence."""

    id: str
    name: Phrase
    summary: Phrase = {}
    picture: Picture | None = None
    start: date | None = None
    end: date | None = None
    lunar: str = ""
    past: bool = False
    status: str = "scheduled"
    outside: bool = False
    example: bool = False


class TripCard(Record, frozen=True, kw_only=True):
    """A trip in a list."""

    id: str
    name: Phrase
    summary: Phrase = {}
    picture: Picture | None = None
    days: int = 1
    stops: int = 0
    distance_km: float | None = None
    example: bool = False


class Festival(Record, frozen=True, kw_only=True):
    """
    One occurrence of an event in a month.

    Args:
        more: Number of its further ones in that month.
        status: What is said of this one; what is said of the next time is not said of later ones.
    """

    event: EventCard
    start: date
    end: date
    more: int = 0
    status: str = "scheduled"


class SeasonMonth(Record, frozen=True, kw_only=True):
    """A month of the season calendar; ``more`` counts the goods that are ripe beside those named."""

    year: int
    month: int
    goods: tuple[ProductCard, ...] = ()
    more: int = 0
    places: tuple[PlaceCard, ...] = ()
    trips: tuple[TripCard, ...] = ()
    festivals: tuple[Festival, ...] = ()


class MapEntry(Record, frozen=True, kw_only=True):
    """
    A place in the list of the map.

    Args:
        number: That of its mark.
        km: Distance from the commune's centre; none when that is not known.
        makers: Who makes something there.
    """

    number: int
    place: PlaceCard
    km: float | None = None
    makers: tuple[ProducerCard, ...] = ()


class MapTrip(Record, frozen=True, kw_only=True):
    """A trip on the map: the numbers of its stops in order, and the path of its file for navigation."""

    trip: TripCard
    stops: tuple[int, ...]
    gpx: str = ""


class NewsCard(Record, frozen=True, kw_only=True):
    """An article in a list; ``slug`` holds its path word in each language it is written in."""

    id: str
    title: Phrase
    date: date
    summary: Phrase = {}
    slug: Phrase = {}
    picture: Picture | None = None
    example: bool = False


class PageLink(Record, frozen=True, kw_only=True):
    """A free page of the commune, for menus."""

    id: str
    title: Phrase
    slug: Phrase


class Site(Record, frozen=True, kw_only=True):
    """
    What every page knows of the whole site. Nothing in it changes from day to day.

    Args:
        sections: Page kinds of lists that have something in them, such as ``products``; menus show only those.
        categories: Categories in use, by id.
        pages: The commune's free pages, in their order.
        news_in: Languages that have at least one article that is no mere example, and so a news feed.
        share: Output path of the site's own share picture (1200 by 630 JPEG) in each language.
        styles: Output path of the one stylesheet of visitors' pages.
        staff_styles: The same of pages for staff, which need more.
        scripts: Output paths of scripts, loaded as deferred modules.
        icons: Output paths by purpose, such as ``icon`` (SVG).
    """

    commune: Commune
    languages: tuple[str, ...]
    sections: tuple[str, ...] = ()
    categories: dict[str, Category] = {}
    pages: tuple[PageLink, ...] = ()
    news_in: tuple[str, ...] = ()
    share: dict[str, str] = {}
    styles: str = ""
    staff_styles: str = ""
    scripts: tuple[str, ...] = ()
    icons: dict[str, str] = {}

    @property
    def name(self) -> Phrase:
        """The site's name: its own, else the commune's."""
        return self.commune.site_name or self.commune.name


def offers(product: Product, today: date, pictures: Sequence[Picture] = ()) -> tuple[Offer, ...]:
    """Resolve the variants of a product for a day, each with its picture's number; discontinued ones are left out."""
    found = []
    files = [picture.file for picture in pictures]
    for variant in product.variants:
        availability = day.availability(product, variant, today)
        if availability == "discontinued":
            continue
        price = day.price(variant, today)
        sale = variant.sale if day.on_sale(variant, today) else None
        pack = variant.pack
        size = None
        if pack and pack.length_cm and pack.width_cm and pack.height_cm:
            size = (pack.length_cm, pack.width_cm, pack.height_cm)
        found.append(
            Offer(
                sku=variant.sku,
                option_name=variant.option.name if variant.option else {},
                option=variant.option.value if variant.option else {},
                net=variant.net,
                price=price,
                regular=variant.price,
                sale_since=sale.since if sale else None,
                sale_until=sale.until if sale else None,
                availability=availability,
                available_from=variant.available_from,
                gtin=variant.gtin,
                stock=variant.stock,
                weight_g=pack.weight_g if pack else None,
                size_cm=size,
                per=unit_price(price, variant.net) if price is not None and variant.net is not None else None,
                picture=files.index(variant.photo) if variant.photo in files else 0,
                late=availability == "preorder" and day.awaited(variant, today),
            )
        )
    return tuple(found)


def show(
    product: Product,
    today: date,
    category: Category,
    producer: Producer | None = None,
    pictures: tuple[Picture, ...] = (),
) -> Shown:
    """Resolve a product for a day; certificates past theirs are dropped."""
    stars = day.stars(product, today)
    valid = tuple(paper for paper in product.certificates if paper.expires is None or paper.expires >= today)
    if len(valid) < len(product.certificates):
        product = msgspec.structs.replace(product, certificates=valid)
    return Shown(
        product=product,
        category=category,
        producer=producer,
        pictures=pictures,
        offers=offers(product, today, pictures),
        stars=stars,
        stars_until=day.expiry(product.ocop) if stars and product.ocop else None,
        in_season=day.in_season(product, today),
        information_only=day.information_only(product),
    )


def product_card(shown: Shown) -> ProductCard:
    """Make the list entry of a product."""
    product = shown.product
    prices = [offer.price for offer in shown.offers if offer.price is not None]
    if shown.information_only:
        prices = []
    return ProductCard(
        id=product.id,
        name=product.name,
        summary=product.summary,
        category=product.category,
        producer=product.producer,
        producer_name=shown.producer.name if shown.producer else {},
        picture=shown.pictures[0] if shown.pictures else None,
        low=min(prices, default=None),
        high=max(prices, default=None),
        stars=shown.stars,
        season=product.season,
        in_season=shown.in_season,
        available=any(offer.availability in {"in_stock", "preorder"} for offer in shown.offers),
        service=product.kind == "service",
        information_only=shown.information_only,
        example=product.example,
    )


def place_card(place: Place, pictures: Sequence[Picture] = ()) -> PlaceCard:
    """Make the list entry of a place."""
    stay = place.stay
    return PlaceCard(
        id=place.id,
        kind=place.kind,
        name=place.name,
        summary=place.summary,
        former_names=place.former_names,
        picture=pictures[0] if pictures else None,
        point=place.point,
        outside=place.outside,
        price_person=stay.price_person if stay else None,
        price_room=stay.price_room if stay else None,
        example=place.example,
    )


def producer_card(producer: Producer, products: int, pictures: Sequence[Picture] = ()) -> ProducerCard:
    """Make the list entry of a producer who has so many products."""
    return ProducerCard(
        id=producer.id,
        kind=producer.kind,
        name=producer.name,
        summary=producer.summary,
        picture=pictures[0] if pictures else None,
        products=products,
        example=producer.example,
    )


def trip_card(trip: Trip, pictures: Sequence[Picture] = ()) -> TripCard:
    """Make the list entry of a trip."""
    return TripCard(
        id=trip.id,
        name=trip.name,
        summary=trip.summary,
        picture=pictures[0] if pictures else None,
        days=len(trip.days),
        stops=sum(len(part.stops) for part in trip.days),
        distance_km=trip.distance_km,
        example=trip.example,
    )


def news_card(news: News, pictures: Sequence[Picture] = ()) -> NewsCard:
    """Make the list entry of an article."""
    return NewsCard(
        id=news.id,
        title=news.title,
        date=news.date,
        summary=news.summary,
        slug=slugs(news),
        picture=pictures[0] if pictures else None,
        example=news.example,
    )


def slugs(record: News | Page) -> Phrase:
    """Return the path word of an article or page in every language it is written in."""
    return {lang: record.slug.get(lang) or record.id for lang in record.title}


Period = tuple[date, date]
"""First and last day, both included."""


def occurrences(event: Event, today: date, count: int = YEARS_AHEAD) -> tuple[Period, ...]:
    """
    Return the periods of an event that end today or later, soonest first, at most ``count``.

    A lunar event is worked out for the coming years; fixed periods are taken as written.
    """
    found = [(span.start, span.end or span.start) for span in event.dates]
    coming = sorted(span for span in found if span[1] >= today)
    if event.lunar is not None:
        daymonth = event.lunar.day
        leap = daymonth.endswith("L")
        number, month = daymonth.removesuffix("L").split("/")
        rule = lunar.Recurrence(
            month=int(month),
            day=int(number),
            leap=leap,
            length_days=event.lunar.days,
            years=cast(lunar.Years, event.lunar.years),
            missing=cast(lunar.Missing, event.lunar.missing),
        )
        coming = sorted({*coming, *lunar.occurrences(rule, today, count)})
    return tuple(coming[:count])


def last_occurrence(event: Event, today: date) -> Period | None:
    """Return the latest fixed period that is over."""
    return max(((s.start, s.end or s.start) for s in event.dates if (s.end or s.start) < today), default=None)


MONTHS = 12
"""How many months the season calendar looks ahead, this one first."""


def months_ahead(today: date) -> tuple[tuple[int, int], ...]:
    """Return year and number of this month and the eleven after it."""
    first = today.year * 12 + today.month - 1
    return tuple(((first + n) // 12, (first + n) % 12 + 1) for n in range(MONTHS))


def festivals(events: Sequence[tuple[Event, EventCard]], today: date) -> dict[tuple[int, int], list[Festival]]:
    """Return what is held in each month ahead, by date; what has begun before stands in this month."""
    window = months_ahead(today)
    found: dict[tuple[int, int], list[Festival]] = {month: [] for month in window}
    for event, card in events:
        per_month: dict[tuple[int, int], list[Period]] = {}
        coming = occurrences(event, today, len(event.dates) + 2)
        for first, last in coming:
            month = max((first.year, first.month), window[0])
            if month in found:
                per_month.setdefault(month, []).append((first, last))
        for month, spans in per_month.items():
            first, last = spans[0]
            status = card.status if spans[0] == coming[0] else "scheduled"
            found[month].append(Festival(event=card, start=first, end=last, more=len(spans) - 1, status=status))
    for held in found.values():
        held.sort(key=lambda item: (item.start, item.event.id))
    return found


def event_card(event: Event, today: date, pictures: Sequence[Picture] = ()) -> EventCard:
    """Make the list entry of an event for a day."""
    coming = occurrences(event, today, 1)
    span = coming[0] if coming else last_occurrence(event, today)
    return EventCard(
        id=event.id,
        name=event.name,
        summary=event.summary,
        picture=pictures[0] if pictures else None,
        start=span[0] if span else None,
        end=span[1] if span else None,
        lunar=event.lunar.day if event.lunar else "",
        past=not coming and span is not None,
        status=event.status,
        outside=event.outside,
        example=event.example,
    )


def event_order(card: EventCard) -> tuple[int, int, str]:
    """Return what events are sorted by: the soonest first, then those without a date, then past ones, latest first."""
    if card.start is None:
        return 1, 0, card.id
    day = card.start.toordinal()
    return (2, -day, card.id) if card.past else (0, day, card.id)
