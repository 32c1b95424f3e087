"""What pages and marketplaces get of a photo: several widths, a fallback, a white-padded square."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import PIL
from PIL import Image, features

from chophien.model import Pixels

from .opening import decode, opened, upright_size

WIDTHS = (400, 640, 800, 1200)
"""
Widths of the WebP derivatives, in pixels: half a phone or a desktop's list, a whole phone with two dots a pixel, the
opening of a page, a desktop with two dots a pixel.
"""
SQUARE = 1200
SQUARE_BYTES = 2_000_000
"""Haravan and others drop a picture of 2 MB or more."""
WEBP_QUALITY = 76
WEBP_METHOD = 4
JPEG_QUALITY = 80
SQUARE_QUALITY = 85
RECIPE = "3"
"""Part of every derivative's name; another number whenever the same photo gives other bytes."""


class Derived(NamedTuple):
    """The derivatives of one photo; ``square`` is empty unless asked for."""

    webp: tuple[bytes, ...]
    full: bytes
    square: bytes


def widths(width: int) -> tuple[int, ...]:
    """Return the widths worth making for a photo of this width; at least one."""
    found = [w for w in WIDTHS if w < width]
    return (*found, min(width, WIDTHS[-1])) if not found or found[-1] < min(width, WIDTHS[-1]) else tuple(found)


def derive(data: bytes, wide: Sequence[int], *, square: bool = False) -> Derived:
    """
    Make all derivatives of a photo, decoding it once.

    Args:
        data: Contents of a JPEG, PNG or WebP file, in any EXIF orientation.
        wide: Wanted widths in pixels, narrow first; a narrower photo is not enlarged.
        square: Whether to make the square too.
    Returns:
        Upright files in sRGB without metadata: a WebP for each width, a JPEG of the last width and a JPEG of
        ``SQUARE`` pixels on each side, the whole photo padded in white, never cropped, below ``SQUARE_BYTES``.
    Raises:
        PhotoError: Not a usable photo.
    """
    image = opened(data)
    width, height = upright_size(image)
    sizes = [(min(w, width), max(1, round(height * min(w, width) / width))) for w in wide]
    largest = sizes[-1]
    side = (0, 0)
    if square:
        factor = SQUARE / max(width, height)
        side = (max(1, round(width * factor)), max(1, round(height * factor)))
    base = decode(image, max(largest, side))
    made: dict[tuple[int, int], Image.Image] = {}
    for size in sorted({*sizes, *((side,) if square else ())}, reverse=True):
        # Each from the next larger one: a photo shrunk in steps looks the same and takes half the time.
        source = min(
            (i for i in (base, *made.values()) if i.width >= size[0] and i.height >= size[1]),
            key=lambda i: i.width * i.height,
            default=base,
        )
        made[size] = source if source.size == size else source.resize(size, Image.Resampling.LANCZOS)
    return Derived(
        tuple(_webp(made[size]) for size in sizes),
        _jpeg(made[largest], JPEG_QUALITY, progressive=True),
        _square(made[side]) if square else b"",
    )


def program() -> bytes:
    """Return what derivatives depend on beside the photo: this room and the libraries that encode."""
    room = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return room + f"{PIL.__version__} {features.version('webp')} {features.version('jpg')}".encode()


def cover(data: bytes, width: int, height: int) -> bytes:
    """
    Make a JPEG of exactly that size, cropped on two sides if the photo has another shape.

    Raises:
        PhotoError: Not a usable photo.
    """
    image = opened(data)
    whole = upright_size(image)
    factor = max(width / whole[0], height / whole[1])
    size = (max(width, round(whole[0] * factor)), max(height, round(whole[1] * factor)))
    made = decode(image, size)
    if made.size != size:  # smaller than wanted
        made = made.resize(size, Image.Resampling.LANCZOS)
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    return _jpeg(made.crop((left, top, left + width, top + height)), JPEG_QUALITY, progressive=True)


def pixels(data: bytes, most: int) -> Pixels:
    """
    Decode a photo for drawing.

    Args:
        data: Contents of a JPEG, PNG or WebP file.
        most: Longest side wanted, in pixels; a smaller photo is not enlarged.
    Raises:
        PhotoError: Not a usable photo.
    """
    image = opened(data)
    width, height = upright_size(image)
    factor = min(1, most / max(width, height))
    made = decode(image, (max(1, round(width * factor)), max(1, round(height * factor))))
    return Pixels(made.width, made.height, made.tobytes())


def _webp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
    return out.getvalue()


def _jpeg(image: Image.Image, quality: int, *, progressive: bool) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True, progressive=progressive)
    return out.getvalue()


def _square(image: Image.Image) -> bytes:
    ground = Image.new("RGB", (SQUARE, SQUARE), "white")
    ground.paste(image, ((SQUARE - image.width) // 2, (SQUARE - image.height) // 2))
    # No visitor waits for it, and writing it progressively takes three times as long.
    made = _jpeg(ground, SQUARE_QUALITY, progressive=False)
    for quality in (75, 60, 40):
        if len(made) < SQUARE_BYTES:
            break
        made = _jpeg(ground, quality, progressive=False)
    return made
