"""Draws the cards of one record: its lines, its photo and its code in each shape that is wanted."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image

from chophien.model import EventCard, Pixels, PlaceCard, Shown, Site

from . import faces, link, square, story
from .colours import palette_dyes
from .faces import Face
from .letters import drawable
from .photo import Print
from .shapes import SHAPES, Matrix

QUALITY = 84


def product(
    site: Site,
    lang: str,
    shown: Shown,
    photo: Pixels | None,
    qr: Matrix,
    address: str,
    shapes: Sequence[str] = tuple(SHAPES),
    own: Path | None = None,
) -> tuple[bytes, ...]:
    """
    Draw the cards of a product.

    Args:
        lang: Language tag; texts that are only there in Vietnamese stay so.
        photo: Its first photo; none gives a woven ground.
        qr: Modules of a QR code that holds ``address``.
        address: Of its page, written on the tall card; without ``https://``.
        shapes: Names of ``SHAPES`` that are wanted.
        own: Folder with the commune's own words.
    Returns:
        Contents of one JPEG file for each of ``shapes``, without metadata.
    """
    face = faces.product(site, lang, shown, photo is not None, own)
    return _cards(site, face, photo, qr, address, shapes)


def place(
    site: Site,
    lang: str,
    card: PlaceCard,
    photo: Pixels | None,
    qr: Matrix,
    address: str,
    shapes: Sequence[str] = tuple(SHAPES),
    own: Path | None = None,
) -> tuple[bytes, ...]:
    """Draw the cards of a place or homestay, as ``product`` does; its photo may be cropped."""
    face = faces.place(site, lang, card, photo is not None, own)
    return _cards(site, face, photo, qr, address, shapes)


def event(
    site: Site,
    lang: str,
    card: EventCard,
    where: PlaceCard | None,
    photo: Pixels | None,
    qr: Matrix,
    address: str,
    shapes: Sequence[str] = tuple(SHAPES),
    own: Path | None = None,
) -> tuple[bytes, ...]:
    """Draw the cards of an event, as ``product`` does; ``where`` is the place it is held at."""
    face = faces.event(site, lang, card, where, photo is not None, own)
    return _cards(site, face, photo, qr, address, shapes)


def home(
    site: Site,
    lang: str,
    photo: Pixels | None,
    qr: Matrix,
    address: str,
    shapes: Sequence[str] = tuple(SHAPES),
    own: Path | None = None,
    *,
    illustration: bool = False,
) -> tuple[bytes, ...]:
    """Draw the cards of the site itself, as ``product`` does; ``illustration`` tells whether its photo is drawn."""
    return _cards(site, faces.home(site, lang, illustration, own), photo, qr, address, shapes)


def _cards(
    site: Site, face: Face, photo: Pixels | None, qr: Matrix, address: str, shapes: Sequence[str]
) -> tuple[bytes, ...]:
    dyes = palette_dyes(site.commune.palette)
    name = site.commune.name.get("vi", "")
    ready = _printed(photo, face.whole) if photo is not None else None
    made = []
    for shape in shapes:
        if shape == "link":
            made.append(_jpeg(link.draw(name, face, dyes, ready)))
        elif shape == "square":
            made.append(_jpeg(square.draw(name, face, dyes, ready)))
        else:
            made.append(_jpeg(story.draw(name, face, dyes, ready, qr, drawable(address) or face.title)))
    return tuple(made)


@lru_cache(maxsize=1)
def _printed(photo: Pixels, whole: bool) -> Print:
    """Keep the last photo: its cards in the next language fit it into the same frames."""
    return Print(photo, whole)


def _jpeg(card: Image.Image) -> bytes:
    out = io.BytesIO()
    # Progressive files are 4 % smaller and take three times as long; a commune may have thousands.
    card.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


__all__ = ["event", "home", "place", "product"]
