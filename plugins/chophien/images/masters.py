"""The copy of a sender's photo that a commune keeps: upright, sRGB, no metadata, not larger than useful."""

from __future__ import annotations

import io
from typing import NamedTuple

from chophien.model.tables import LEAST_PHOTO_SIDE

from .opening import PhotoError, decode, is_heic, opened, upright_size

LONGEST = 2000
"""Long side of a master in pixels; a 4000 pixel JPEG is decoded at half its size."""
QUALITY = 85


class Master(NamedTuple):
    """A master with its size in pixels, and the format of the file it was made of."""

    jpeg: bytes
    width: int
    height: int
    format: str


def master(data: bytes) -> Master:
    """
    Make the master of a photo.

    Args:
        data: Contents of a JPEG, PNG, WebP or HEIC file, in any EXIF orientation.
    Returns:
        A progressive JPEG of ``QUALITY`` with a long side of at most ``LONGEST`` pixels; the same input gives
        the same bytes.
    Raises:
        PhotoError: No photo, broken, too large, or a short side below ``LEAST_PHOTO_SIDE`` pixels, before it is shrunk
            or after.
    """
    if is_heic(data):
        from . import heif  # starts a process; a build never does

        made, whole = heif.decoded(data, LONGEST)
        _refuse_long(*whole)
        form = "HEIF"
    else:
        image = opened(data)
        whole = upright_size(image)
        # Pictures of several parts, as some phones write, are JPEG to their sender.
        form = "JPEG" if image.format == "MPO" else image.format or ""
        _refuse_small(*whole)
        _refuse_long(*whole)
        factor = min(1, LONGEST / max(whole))
        made = decode(image, (max(1, round(whole[0] * factor)), max(1, round(whole[1] * factor))))
    _refuse_small(*whole)
    out = io.BytesIO()
    made.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Master(out.getvalue(), made.width, made.height, form)


def _refuse_long(width: int, height: int) -> None:
    """Refuse what would be too small once its long side is short enough."""
    short, long = sorted((width, height))
    if short >= LEAST_PHOTO_SIDE and short * LONGEST < LEAST_PHOTO_SIDE * long:
        raise PhotoError("photo-too-narrow", found=f"{width}×{height}", size=f"{width}×{height}")


def _refuse_small(width: int, height: int) -> None:
    if min(width, height) < LEAST_PHOTO_SIDE:
        raise PhotoError("photo-too-small", found=f"{width}×{height}", size=f"{width}×{height}")
