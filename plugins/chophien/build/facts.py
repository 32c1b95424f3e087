"""The few things the plan must know of every record, kept beside the packed record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from chophien import checks, kits
from chophien import text as vi
from chophien.model import (
    RECORDS,
    UNREAD,
    Event,
    Many,
    Need,
    News,
    Page,
    Place,
    Producer,
    Product,
    Record,
    Trip,
    Variant,
    Words,
    expiry,
    information_only,
    keys,
    say,
    tongues,
)
from chophien.sources import Unit

ALWAYS = date.min


class Facts(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """
    What the plan knows of a record without decoding it.

    Args:
        refs: References to other records, as (field, kind, id).
        unique: Values nobody else may use, as (scope, field, value).
        season: Months in season, or best for a visit; empty is all year.
        sales: First and last days of sales.
        stars: First and last day of the OCOP recognition, when there is one.
        papers: Last days of certificates that have one.
        awaited: Days from which what is ordered ahead is to be had.
        due: From this day on the dated rules may have something to say.
        order: Key by which lists are sorted.
        goods: Whether it is goods, not a service.
        inline: Pictures that its texts name.
        shy: Whether a photo lacks its text alternative or shows people, so that photo rules must look.
        variety: A place's kind, an article's or page's status.
        leads: Numbers of ``photos``, the main ones first.
        face: Digest of what a share card shows of the record itself.
        outside: Whether it is a place or event of another commune.
        spoken: Languages beside Vietnamese in which it has any of its main texts.
        texts: Of each of ``inline``, the text that names it.
        roles: Of each of ``photos``, its role.
        kit: Places that a product's listing kit is made for.
        example: Whether it is an example.
        quiet: Whether it is goods that may only be described, which no other page may put forward.
        rank: OCOP stars while the recognition lasts.
        price: Lowest price of a product outside sales, in dong.
        cuts: Price, first and last day of each sale that lowers a price.
        located: Whether it is a place whose position is known.
    """

    category: str = ""
    producer: str = ""
    place: str = ""
    refs: tuple[tuple[str, str, str], ...] = ()
    unique: tuple[tuple[str, str, str], ...] = ()
    photos: tuple[str, ...] = ()
    season: tuple[int, ...] = ()
    sales: tuple[tuple[date, date], ...] = ()
    stars: tuple[date, date] | None = None
    papers: tuple[date, ...] = ()
    due: date | None = None
    order: tuple[str, ...] = ()
    goods: bool = True
    inline: tuple[str, ...] = ()
    shy: bool = False
    variety: str = ""
    quiet: bool = False
    texts: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    outside: bool = False
    leads: tuple[int, ...] = ()
    face: bytes = b""
    roles: tuple[str, ...] = ()
    kit: tuple[str, ...] = ()
    example: bool = False
    awaited: tuple[date, ...] = ()
    rank: int = 0
    price: int | None = None
    cuts: tuple[tuple[int, date, date], ...] = ()
    located: bool = False


def photo_paths(unit: Unit, record: Any) -> tuple[str, ...]:
    folder = unit.folder
    return tuple(f"{folder}/{photo.file}" if folder else photo.file for photo in getattr(record, "photos", ()))


def _links(record: Record) -> list[tuple[str, str, str]]:
    found = []
    for field, text in checks.across.phrases_with_links(record):
        for target in checks.across.targets(text):
            kind, _, id = target.partition("/")
            if kind in checks.LINK_KINDS:
                found.append((field, kind, id))
    return found


def facts(unit: Unit, record: Record) -> Facts:
    """Work out what the plan must know of a record."""
    refs = (*checks.across.references(record), *_links(record))
    photos = photo_paths(unit, record)
    shy = any(not photo.alt or photo.people for photo in getattr(record, "photos", ()))
    named = tuple(_named_in_text(unit, record))
    inline, texts = tuple(path for path, _ in named), tuple(field for _, field in named)
    spoken = tongues(record)
    if isinstance(record, Product):
        unique = _numbers(record)
        awaited = tuple(v.available_from for v in record.variants if v.status == "preorder" and v.available_from)
        days = [*awaited, *(paper.expires for paper in record.certificates if paper.expires)]
        days += [vi.add_months(one.issued, checks.claims.GOOD_FOR_MONTHS) for one in record.claims]
        if record.ocop:
            days.append(vi.add_months(expiry(record.ocop), -7))
        return Facts(
            category=record.category,
            producer=record.producer,
            place=record.place,
            refs=refs,
            unique=tuple(unique),
            photos=photos,
            season=record.season,
            sales=tuple((v.sale.since, v.sale.until) for v in record.variants if v.sale),
            papers=tuple(paper.expires for paper in record.certificates if paper.expires),
            stars=(record.ocop.issued, expiry(record.ocop)) if record.ocop else None,
            due=min(days, default=None),
            order=vi.sort_key(say(record.name, "vi")),
            goods=record.kind == "goods",
            inline=inline,
            shy=shy,
            quiet=information_only(record),
            texts=texts,
            spoken=spoken,
            leads=_leads(record),
            face=_face(record),
            roles=tuple(photo.role for photo in record.photos),
            kit=kits.places_for(record),
            example=record.example,
            awaited=awaited,
            rank=record.ocop.stars if record.ocop else 0,
            price=min((v.price for v in _offered(record) if v.price is not None), default=None),
            cuts=tuple(_cuts(record)),
        )
    unique = []
    order: tuple[str, ...] = ()
    if isinstance(record, News):
        unique = [("news", field, value) for field, value in checks.slug_pairs(record)]
        order = (f"{99999999 - record.date.toordinal():08d}",)
    elif isinstance(record, Page):
        unique = [("page", field, value) for field, value in checks.slug_pairs(record)]
        order = (f"{record.order:03d}", *vi.sort_key(say(record.title, "vi")))
    elif isinstance(record, Need):
        order = (record.until.isoformat(),)
    elif isinstance(record, (Place, Producer, Event, Trip)):
        order = vi.sort_key(say(record.name, "vi"))
        if isinstance(record, Place):
            order = ("1" if record.outside else "0", *order)
    place = getattr(record, "place", "") or ""
    return Facts(
        producer=getattr(record, "host", "") or "",
        place=place,
        refs=refs,
        unique=tuple(unique),
        photos=photos,
        season=getattr(record, "season", ()),
        located=getattr(record, "point", None) is not None,
        due=ALWAYS if any(rule.dated for rule in checks.rules(unit.kind)) else None,
        order=order,
        inline=inline,
        shy=shy,
        variety=record.kind if isinstance(record, Place) else getattr(record, "status", ""),
        texts=texts,
        spoken=spoken,
        outside=getattr(record, "outside", False),
        example=getattr(record, "example", False),
        leads=_leads(record),
        face=_face(record),
    )


def _offered(product: Product) -> list[Variant]:
    return [variant for variant in product.variants if variant.status != "discontinued"]


def _cuts(product: Product) -> Iterable[tuple[int, date, date]]:
    for variant in _offered(product):
        sale = variant.sale
        if sale is not None and variant.price is not None and sale.price < variant.price:
            yield sale.price, sale.since, sale.until


def _leads(record: Record) -> tuple[int, ...]:
    photos = getattr(record, "photos", ())
    return tuple(sorted(range(len(photos)), key=lambda number: photos[number].role != "main"))


_ON_CARDS = {
    Product: ("name", "summary", "kind", "category", "restricted", "alcohol", "variants", "ocop", "example"),
    Place: ("name", "summary", "kind", "stay", "outside", "example"),
    Event: ("name", "summary", "lunar", "dates", "status", "outside", "example"),
}
"""The fields that share cards show, by kind of record."""


def _face(record: Record) -> bytes:
    fields = _ON_CARDS.get(type(record))
    if fields is None:
        return b""
    pictures = [(photo.file, photo.illustration) for photo in getattr(record, "photos", ())]
    shown = ([getattr(record, field) for field in fields], pictures)
    return hashlib.blake2b(msgspec.msgpack.encode(shown), digest_size=16).digest()


def filled(kind: str, values: dict[str, Any]) -> Record:
    """
    Make a record of what could be read of a file with mistakes, for rules that look at single fields.

    A field that could not be read is empty, whatever its type; such a record is never shown.
    """
    record: Any = RECORDS[kind]
    known = keys(record)
    empty: dict[str, Any] = {}
    for field in msgspec.structs.fields(record):
        if field.required and field.name not in values:
            shape = known[field.name].kind
            empty[field.name] = {} if isinstance(shape, Words) else () if isinstance(shape, Many) else ""
    made: Record = record(**empty, **values)
    return made


def partial(unit: Unit, values: dict[str, Any], partly: Record) -> Facts:
    """
    Work out what a record with mistakes refers to, uses alone and shows.

    Args:
        values: The fields that could be read.
        partly: The record of them, the others ``UNREAD``.
    """
    record = filled(unit.kind, values)
    unique: list[tuple[str, str, str]] = []
    if isinstance(partly, Product):
        unique = _numbers(partly)
    elif isinstance(record, (News, Page)) and "title" in values:
        unique = [(unit.kind, field, value) for field, value in checks.slug_pairs(record)]
    named = tuple(_named_in_text(unit, record))
    return Facts(
        refs=tuple(ref for ref in (*checks.across.references(record), *_links(record)) if ref[2]),
        unique=tuple(unique),
        photos=photo_paths(unit, record),
        inline=tuple(path for path, _ in named),
        texts=tuple(field for _, field in named),
        shy=any(not photo.alt or photo.people for photo in getattr(record, "photos", ())),
        variety="" if isinstance(record, Place) else getattr(record, "status", ""),
    )


def _numbers(record: Product) -> list[tuple[str, str, str]]:
    """
    List the SKUs and GTINs of a product, which no other product may have; the id of a group is like a SKU.

    Of a record with mistakes those that could be read.
    """
    if record.variants is UNREAD:
        return []
    variants = [(number, variant) for number, variant in enumerate(record.variants, 1) if variant is not UNREAD]
    group = [("sku", "id", record.id)] if len(record.variants) > 1 and record.id else []
    return [
        *group,
        *(("sku", f"variants[{n}].sku", v.sku) for n, v in variants if v.sku is not UNREAD),
        *(("gtin", f"variants[{n}].gtin", v.gtin) for n, v in variants if v.gtin is not UNREAD and v.gtin),
    ]


def _named_in_text(unit: Unit, record: Record) -> Iterable[tuple[str, str]]:
    """List the pictures that the texts of a record name, as (path in the commune's folder, field)."""
    for field, text in checks.across.phrases_with_links(record):
        if "![" in text:
            for target in checks.across.targets(text, pictures=True):
                yield f"{unit.folder}/{target}", field
