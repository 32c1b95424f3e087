"""Rules that look at several records or at files: references, doubles, pictures, links."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from chophien import markup
from chophien import text as vi
from chophien.diagnostics import Level
from chophien.model import (
    Consent,
    Event,
    Need,
    News,
    Page,
    Part,
    Photo,
    Place,
    Producer,
    Product,
    Record,
    Trip,
    Words,
    holds,
    keys,
    slugs,
)
from chophien.model.tables import LANGUAGES, LEAST_PHOTO_SIDE

from ._rule import Found, Photos, found

LINK_KINDS = ("product", "producer", "place", "event", "trip", "news", "page")
"""Kinds that a Markdown link may name, as in ``[Pác Rằng](place/pac-rang)``."""

TEXTS = ("body", "description", "about")
"""Fields of records that are written in Markdown."""
_OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:|sms:|lang:|#)", re.IGNORECASE)


def references(record: Record) -> Iterator[tuple[str, str, str]]:
    """List what a record refers to, as (field, kind, id)."""
    if isinstance(record, Product):
        yield "producer", "producer", record.producer
        if record.place:
            yield "place", "place", record.place
    elif isinstance(record, Producer):
        if record.place:
            yield "place", "place", record.place
    elif isinstance(record, Place):
        if record.host:
            yield "host", "producer", record.host
        for number, id in enumerate(record.products, 1):
            yield f"products[{number}]", "product", id
        for number, id in enumerate(record.nearby, 1):
            yield f"nearby[{number}]", "place", id
    elif isinstance(record, Event):
        if record.place:
            yield "place", "place", record.place
    elif isinstance(record, Trip):
        if record.guide:
            yield "guide", "producer", record.guide
        for day_number, day in enumerate(record.days, 1):
            for number, stop in enumerate(day.stops, 1):
                if stop.place:
                    yield f"days[{day_number}].stops[{number}].place", "place", stop.place
    elif isinstance(record, Need):
        if record.product:
            yield "product", "product", record.product
        if record.producer:
            yield "producer", "producer", record.producer


@functools.cache
def _markdown(record: type[Record]) -> tuple[tuple[str, ...], ...]:
    """List the key paths of a record's Markdown texts, those of its parts among them."""
    paths: list[tuple[str, ...]] = []
    for name, key in keys(record).items():
        if isinstance(key.kind, Words) and key.kind.markdown:
            paths.append((name,))
        elif isinstance(key.kind, Part):
            paths += [(name, *path) for path in _markdown(key.kind.record())]
    return tuple(paths)


def _value(record: Any, path: tuple[str, ...]) -> Any:
    """Return what stands at a key path; nothing where a part is not said."""
    for name in path:
        record = record and getattr(record, name)
    return record


def phrases_with_links(record: Record) -> Iterator[tuple[str, str]]:
    """List the Markdown texts of a record that may hold links, as (field, text); ``body.en`` is a translation."""
    for path in _markdown(type(record)):
        field, phrase = ".".join(path), _value(record, path)
        if phrase:
            for lang, text in phrase.items():
                # Parsing takes time; a link is written [x](y), or [x][r] with a line [r]: y.
                if "](" in text or "]:" in text:
                    yield field if lang == "vi" else f"{field}.{lang}", text


def targets(text: str, *, pictures: bool = False) -> Iterator[str]:
    """List the addresses of a Markdown text's links inside the site, or of its pictures."""
    for target, is_picture in markup.links(text):
        if is_picture is pictures and not _OUTSIDE.match(target):
            yield target


def bad_link_forms(record: Record) -> Iterator[Found]:
    """A link in a text leads outside, or names a record as ``kind/id``."""
    for field, text in phrases_with_links(record):
        for target in targets(text):
            kind, _, id = target.partition("/")
            if kind not in LINK_KINDS or not id:
                yield found(field, found=target, suggestion="place/ten-dia-diem", choices=", ".join(LINK_KINDS))


def bad_phrase_languages(record: Record) -> Iterator[Found]:
    """A phrase in another language, ``[mạy mười](lang:nut)``, names a language of the table."""
    for field, text in phrases_with_links(record):
        for target, is_picture in markup.links(text):
            if target.startswith(markup.LANGUAGE) and not is_picture:
                tag = target.removeprefix(markup.LANGUAGE)
                if tag.partition("-")[0] not in LANGUAGES or not markup.TAG.fullmatch(tag):
                    near = next((known for known, name in LANGUAGES.items() if vi.fold(name) == vi.fold(tag)), "")
                    choices = ", ".join(f"{known} ({name})" for known, name in LANGUAGES.items())
                    yield found(field, found=target, suggestion=near and markup.LANGUAGE + near, choices=choices)


def photo_problems(
    record: Record, folder: str, photos: Photos, today: date, general: Consent | None = None
) -> Iterator[tuple[str, Level, Found]]:
    """
    Pictures exist, can be read, are good enough, say what they show and show whom they may on the day.

    Args:
        record: Whose pictures.
        folder: Where they are, from the commune's folder.
        photos: What is known of picture files.
        today: The day.
        general: What the people of its producer or host agreed to for all their pictures.
    """
    for number, photo in enumerate(getattr(record, "photos", ()), 1):
        path = f"{folder}/{photo.file}" if folder else photo.file
        field = f"photos[{number}].file"
        if withdrawn(photo, today, general):
            yield "photo-consent-withdrawn", Level.NOTICE, found(field, found=photo.file)
            continue
        if path in photos.broken:
            code, values = photos.broken[path]
            yield code, Level.ERROR, found(field, **{**values, "found": photo.file})
        elif path not in photos.sizes:
            yield "photo-missing", Level.ERROR, found(field, found=photo.file, path=path)
        else:
            width, height = photos.sizes[path]
            size = f"{width}×{height}"
            small = min(width, height) < LEAST_PHOTO_SIDE
            if small:
                yield "photo-small", Level.WARNING, found(field, found=photo.file, size=size)
            for code in () if photo.approved else photos.advice.get(path, ()):
                resolution = code == "photo-low-resolution"
                # A drawing has flat colours and soft edges as its maker wants them.
                if not (resolution and small) and (resolution or not photo.illustration):
                    yield code, Level.WARNING, found(field, found=photo.file, size=size)
            if not photo.alt:
                yield "photo-without-alt", Level.WARNING, found(field, found=photo.file)
            if photo.people and not holds(photo.consent or general, today):
                yield "photo-consent-missing", Level.ERROR, found(field, found=photo.file)


def withdrawn(photo: Photo, today: date, general: Consent | None = None) -> bool:
    """Tell whether people in a picture had agreed and no longer do: for this picture, or for all of theirs."""
    given = photo.consent or general
    return photo.people and given is not None and given.withdrawn is not None and given.withdrawn <= today


PHOTO_CODES: dict[str, Level] = {
    "photo-missing": Level.ERROR,
    "photo-small": Level.WARNING,
    "photo-blurred": Level.WARNING,
    "photo-dark": Level.WARNING,
    "photo-overexposed": Level.WARNING,
    "photo-low-resolution": Level.WARNING,
    "photo-alike": Level.WARNING,
    "photo-without-alt": Level.WARNING,
    "photo-consent-missing": Level.ERROR,
    "photo-consent-withdrawn": Level.NOTICE,
}
"""What ``photo_problems`` may find, beside what the reader of pictures says."""


def doubles(owners: Iterable[tuple[str, Any, Iterable[tuple[str, str]]]]) -> Iterator[tuple[Any, Found]]:
    """
    Find values that must be unique but are used twice.

    Args:
        owners: For each record: its id, any handle, and its (field, value) pairs.
    Returns:
        The handle of the second user and what was found, the first user's id in ``other``, its field in ``at``.
    """
    seen: dict[str, tuple[str, str]] = {}
    for id, handle, values in owners:
        for field, value in values:
            other, at = seen.setdefault(value, (id, field))
            if other != id:
                yield handle, found(field, found=value, other=other, at=at)


def slug_pairs(record: News | Page) -> Iterator[tuple[str, str]]:
    """List an article's or page's path words, as (field, ``lang:slug``)."""
    for lang, slug in slugs(record).items():
        yield "slug", f"{lang}:{slug}"


def bad_slugs(record: News | Page) -> Iterator[Found]:
    """A path word is plain, so that no address leaves its folder."""
    for lang, slug in record.slug.items():
        if vi.slug(slug) != slug:
            yield found(f"slug.{lang}" if len(record.slug) > 1 else "slug", found=slug, suggestion=vi.slug(slug))
