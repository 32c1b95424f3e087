"""Makes share cards."""

from __future__ import annotations

from collections.abc import Sequence

from chophien import cards, images, model, qr, urls

from ..context import Context, shapes_of
from ..task import Result
from ._common import own_pictures

_SIDE = 2000
"""Longest side in pixels of a photo that a card is drawn from: that of a master, so that it is resized only once."""


def _print_of(ctx: Context, folder: str, pictures: Sequence[model.Picture]) -> model.Pixels | None:
    """Decode the first photo of a record, or nothing when it has none."""
    if not pictures:
        return None
    path = f"{folder}/{pictures[0].file}" if folder else pictures[0].file
    # Some systems write «é» in two parts on the disk; records do not.
    return images.pixels((ctx.book.root / ctx.book.disk.get(path, path)).read_bytes(), _SIDE)


def _code(ctx: Context, path: str) -> tuple[qr.Matrix, str]:
    """Return the QR code of a page's address, and the address as people write it."""
    address = urls.absolute(ctx.site.commune.site_url, path)
    return qr.matrix(address), address.partition("://")[2].rstrip("/")


def share_cards(ctx: Context, kind: str, id: str, languages: tuple[str, ...]) -> Result:
    """Draw the share cards of a product, place or event: in each language each of the commune's shapes."""
    from chophien.cards import drawing

    site = ctx.site
    entry = ctx.book.entries[kind][id]
    shapes = shapes_of(site.commune)
    shown = ctx.shown(id) if kind == "product" else None
    photo = _print_of(ctx, entry.unit.folder, shown.pictures if shown else ctx.pictures(entry))
    files: list[bytes] = []
    for lang in languages:
        if shown is not None:
            code, address = _code(ctx, urls.path("product", lang, id))
            files += drawing.product(site, lang, shown, photo, code, address, shapes, ctx.words)
        elif kind == "place":
            place = ctx.place_card(id)
            if place is None:
                raise LookupError(f"no place {id}")
            code, address = _code(ctx, urls.place(place, lang))
            files += drawing.place(site, lang, place, photo, code, address, shapes, ctx.words)
        else:
            event = ctx.event_card(entry)
            where = ctx.place_card(entry.record.place)
            code, address = _code(ctx, urls.path("event", lang, id))
            files += drawing.event(site, lang, event, where, photo, code, address, shapes, ctx.words)
    return Result(tuple(files))


def home_cards(ctx: Context, shapes: tuple[str, ...], view: str, languages: tuple[str, ...]) -> Result:
    """Draw the cards of the whole site in some languages, with the photo of the place ``view`` if one is named."""
    from chophien.cards import drawing

    place = ctx.book.entries["place"][view] if view else None
    pictures = ctx.pictures(place) if place else own_pictures(ctx)
    photo = _print_of(ctx, place.unit.folder if place else "", pictures)
    drawn = bool(pictures) and pictures[0].illustration
    files: list[bytes] = []
    for lang in languages:
        code, address = _code(ctx, urls.path("home", lang))
        files += drawing.home(ctx.site, lang, photo, code, address, shapes, ctx.words, illustration=drawn)
    return Result(tuple(files))


def own_share(ctx: Context, file: str) -> Result:
    """Make the commune's own share picture, without what its camera wrote."""
    return Result((images.cover((ctx.book.root / file).read_bytes(), *cards.SHAPES["link"]),))
