"""
``data/catalog.json``: everything public of the site, as data for other programs.

The contract, version 1. Fields may be added within a version; a reader skips what it does not know.
Texts for people are objects, language tag to text. Addresses are absolute. Money is whole dong. Days
are ``YYYY-MM-DD``. A field that the commune says nothing about is absent.

Top level
    schema      always ``chophien/catalog``
    version     always 1
    commune     see below
    products, producers, places, events, trips, needs     lists in the order of ids

commune
    name, kind, code, province, former_names       as in ``commune.yaml``
    url         the site's address, with a slash at the end
    site_name, tagline                             texts
    languages   tags of the site's languages
    point       ``{lat, lon}``, WGS 84
    area_km2    area
    example     true when all of it is made up for show

Every record
    id          unique within its list and the site; never changes
    name        text
    summary     text
    url         page address by language tag
    pictures    list of ``{url, width, height, alt, credit, illustration}``, best first
    example     true when made up for show; absent otherwise

products, further
    kind        ``goods`` or ``service``
    category    ``{id, name, google_id}``
    producer    id of a producer
    brand       the brand on the pack
    origin      ``{place, province, country}``
    season      months 1 to 12 in which it is to be had; absent means all year
    in_season   whether this month is one of them, on the day of building
    stars       OCOP stars, only while they are valid; with ``stars_until`` and ``decision``
    information_only  true when the law lets us describe it only; then no variant has a price
    variants    list of ``{sku, option_name, option, net, price, regular_price, sale_until,
                availability, available_from, gtin, url}``; ``net`` is ``{value, unit, counter}``,
                ``price`` what is to pay today, ``availability`` one of ``in_stock``,
                ``out_of_stock``, ``preorder``

producers, further
    kind        household, group, cooperative, company or commune
    address     ``{street, commune, province}``, with consent
    phone       telephone in national digits, with consent
    website, facebook, founded

places, further
    kind        a word of the model's table, such as ``homestay``
    former_names, point, outside, free, season
    price_person, price_room    for a night, in dong
    serving     of who serves food: ``{dishes, price_min, price_max, seats, booking}``; dishes is a list of texts,
                prices are for one person, booking is a text
    workshop    of who lets visitors make things: ``{makes, price_person, group, booking}``; makes is a list of
                texts, group the largest number of people

events, further
    periods     coming days as ``{start, end}``, both included
    past        the last period, when none is to come
    lunar       ``day/month`` of the lunar calendar, ``L`` after it for a leap month
    opens, closes   ``HH:MM``
    status      scheduled, tentative, cancelled or postponed
    place       id of a place
    location, organizer, outside

trips, further
    days        list of ``{title, stops}``, a stop is ``{place, title}``
    distance_km, transport, season

needs: what is wanted and offered, on the day of building; without summary and pictures, on one page for all
    kind        ``buy`` or ``sell``
    details, quantity   texts
    price       in dong
    posted      day it was put up
    until       last day
    product, producer   ids, where there are such records
    contact, phone      with consent
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from chophien import urls
from chophien.model import (
    Event,
    Need,
    Period,
    Phrase,
    Picture,
    Place,
    Point,
    Producer,
    Record,
    Shown,
    Site,
    Trip,
)
from chophien.text import Quantity

from ._values import decimal

SCHEMA = "chophien/catalog"
VERSION = 1

Data = dict[str, Any]


def product(site: Site, shown: Shown) -> bytes:
    """Write one product."""
    item, ocop = shown.product, shown.product.ocop
    pages = _pages(site, "product", item.id)
    several = len(shown.offers) > 1
    category = shown.category
    made = _record(site, item.id, item.name, item.summary, pages, shown.pictures, item.example) | _some(
        kind=item.kind,
        category=_some(id=category.id, name=category.name, google_id=category.google_id),
        producer=item.producer,
        brand=item.brand,
        origin=_some(place=item.origin.place, province=item.origin.province, country=item.origin.country)
        if item.origin
        else None,
        season=item.season,
        in_season=shown.in_season,
        stars=shown.stars or None,
        stars_until=shown.stars_until if shown.stars else None,
        decision=ocop.decision if ocop and shown.stars else None,
        information_only=shown.information_only or None,
    )
    made["variants"] = [
        _some(
            sku=offer.sku,
            option_name=offer.option_name,
            option=offer.option,
            net=_net(offer.net),
            price=None if shown.information_only else offer.price,
            regular_price=offer.regular if offer.sale_until and not shown.information_only else None,
            sale_until=offer.sale_until,
            availability=offer.availability,
            available_from=offer.available_from,
            gtin=offer.gtin,
            url={lang: f"{page}?bien-the={offer.sku}" if several else page for lang, page in pages.items()},
        )
        for offer in shown.offers
    ]
    return msgspec.json.encode(made)


def producer(site: Site, maker: Producer, pictures: Sequence[Picture] = ()) -> bytes:
    """Write one producer, whose unconsented fields are already gone."""
    address = maker.address
    pages = _pages(site, "producer", maker.id)
    return msgspec.json.encode(
        _record(site, maker.id, maker.name, maker.summary, pages, pictures, maker.example)
        | _some(
            kind=maker.kind,
            address=_some(street=address.street, commune=address.commune, province=address.province)
            if address
            else None,
            phone=maker.phone,
            website=maker.website,
            facebook=maker.facebook,
            founded=maker.founded,
        )
    )


def place(site: Site, place: Place, pictures: Sequence[Picture] = ()) -> bytes:
    """Write one place."""
    base = site.commune.site_url
    pages = {lang: urls.absolute(base, urls.place(place, lang)) for lang in site.languages}
    stay = place.stay
    return msgspec.json.encode(
        _record(site, place.id, place.name, place.summary, pages, pictures, place.example)
        | _some(
            kind=place.kind,
            former_names=place.former_names,
            point=_point(place.point),
            outside=place.outside or None,
            free=place.free,
            season=place.season,
            price_person=stay.price_person if stay else None,
            price_room=stay.price_room if stay else None,
            serving=_said(place.serving),
            workshop=_said(place.workshop),
        )
    )


def event(
    site: Site,
    event: Event,
    periods: Sequence[Period],
    past: Period | None = None,
    pictures: Sequence[Picture] = (),
) -> bytes:
    """Write one event with its coming periods."""
    pages = _pages(site, "event", event.id)
    return msgspec.json.encode(
        _record(site, event.id, event.name, event.summary, pages, pictures, event.example)
        | _some(
            periods=[{"start": start, "end": end} for start, end in periods],
            past={"start": past[0], "end": past[1]} if past and not periods else None,
            lunar=event.lunar.day if event.lunar else "",
            opens=f"{event.opens:%H:%M}" if event.opens else "",
            closes=f"{event.closes:%H:%M}" if event.closes else "",
            status=event.status,
            place=event.place,
            location=event.location,
            organizer=event.organizer,
            outside=event.outside or None,
        )
    )


def trip(site: Site, trip: Trip, pictures: Sequence[Picture] = ()) -> bytes:
    """Write one trip."""
    pages = _pages(site, "trip", trip.id)
    return msgspec.json.encode(
        _record(site, trip.id, trip.name, trip.summary, pages, pictures, trip.example)
        | _some(
            days=[
                _some(title=day.title, stops=[_some(place=stop.place, title=stop.title) for stop in day.stops])
                for day in trip.days
            ],
            distance_km=trip.distance_km,
            transport=trip.transport,
            season=trip.season,
        )
    )


def need(site: Site, need: Need) -> bytes:
    """Write what someone wants or offers, whose unconsented fields and dangling ids are already gone."""
    base = site.commune.site_url
    pages = {lang: urls.absolute(base, urls.path("needs", lang)) for lang in site.languages}
    return msgspec.json.encode(
        _record(site, need.id, need.title, {}, pages, (), need.example)
        | _some(
            kind=need.kind,
            details=need.details,
            quantity=need.quantity,
            price=need.price,
            posted=need.posted,
            until=need.until,
            product=need.product,
            producer=need.producer,
            contact=need.contact,
            phone=need.phone,
        )
    )


def assemble(
    site: Site,
    *,
    products: Iterable[bytes] = (),
    producers: Iterable[bytes] = (),
    places: Iterable[bytes] = (),
    events: Iterable[bytes] = (),
    trips: Iterable[bytes] = (),
    needs: Iterable[bytes] = (),
) -> Iterator[bytes]:
    """Join the records, each list in the order of ids, to the file; one record a line."""
    yield _json({"schema": SCHEMA, "version": VERSION, "commune": _commune(site)})[:-1]
    for name, records in (
        ("products", products),
        ("producers", producers),
        ("places", places),
        ("events", events),
        ("trips", trips),
        ("needs", needs),
    ):
        yield b",\n" + _json(name) + b":["
        first = True
        for record in records:
            yield (b"\n" if first else b",\n") + record
            first = False
        yield b"]"
    yield b"}\n"


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)


def _commune(site: Site) -> Data:
    town = site.commune
    return _some(
        name=town.name,
        kind=town.kind,
        code=town.code,
        province=town.province,
        former_names=town.former_names,
        url=town.site_url + "/",
        site_name=site.name,
        tagline=town.tagline,
        languages=site.languages,
        point=_point(town.point),
        area_km2=town.area_km2,
        example=town.example or None,
    )


def _record(
    site: Site,
    id: str,
    name: Phrase,
    summary: Phrase,
    pages: Mapping[str, str],
    pictures: Sequence[Picture],
    example: bool,
) -> Data:
    base = site.commune.site_url
    return _some(
        id=id,
        name=name,
        summary=summary,
        url=pages,
        pictures=[
            _some(
                url=urls.absolute(base, picture.full),
                width=picture.width,
                height=picture.height,
                alt=picture.alt,
                credit=picture.credit,
                illustration=picture.illustration or None,
            )
            for picture in pictures
        ],
        example=example or None,
    )


def _pages(site: Site, kind: str, id: str) -> dict[str, str]:
    base = site.commune.site_url
    return {lang: urls.absolute(base, urls.path(kind, lang, id)) for lang in site.languages}


def _point(point: Point | None) -> Data | None:
    if point is None:
        return None
    return _some(lat=point.lat, lon=point.lon, approximate=point.approximate or None)


def _net(net: Quantity | None) -> Data | None:
    return _some(value=decimal(net.value), unit=net.unit, counter=net.counter) if net else None


def _said(part: Record | None) -> Data | None:
    """Write a part of a record with the names that the commune's files have."""
    return _some(**msgspec.structs.asdict(part)) if part else None


def _some(**values: Any) -> Data:
    """Keep what is said; zero and false are."""
    return {name: value for name, value in values.items() if value or value == 0}
