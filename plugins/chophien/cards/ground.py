"""What all cards of a commune share: the panel with its woven bands, the mark, the ground of a missing photo."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image

from . import brocade
from .colours import Dyes

_LARGEST = 1080
"""No frame of a photo is wider or higher."""


@lru_cache(maxsize=4)
def _cloth(name: str, dyes: Dyes) -> Image.Image:
    return brocade.cloth(name, dyes.shade, 11, (_LARGEST, _LARGEST))


def woven(name: str, dyes: Dyes, size: tuple[int, int]) -> Image.Image:
    """Weave the ground that takes a photo's place: quiet cloth, the commune's mark large in its middle."""
    left, top = (_LARGEST - size[0]) // 2, (_LARGEST - size[1]) // 2
    ground = _cloth(name, dyes).crop((left, top, left + size[0], top + size[1]))
    thread = min(size) // 26
    sewn = _patch(name, dyes, thread, dyes.deep)
    ground.paste(sewn, ((size[0] - sewn.width) // 2, (size[1] - sewn.height) // 2))
    return ground


def panel(dyes: Dyes, name: str, size: tuple[int, int], bands: tuple[tuple[int, int, int, int], ...]) -> Image.Image:
    """
    Draw an empty card.

    Args:
        bands: Woven bands as left, top, width and pixels of a thread.
    """
    card = Image.new("RGB", size, dyes.deep)
    for x, y, width, thread in bands:
        card.paste(brocade.band(name, dyes.threads, thread, width), (x, y))
    return card


def _patch(name: str, dyes: Dyes, thread: int, rim: tuple[int, int, int]) -> Image.Image:
    heart = brocade.heart(name, dyes.threads, thread)
    patch = Image.new("RGB", (heart.width + 2 * thread, heart.height + 2 * thread), rim)
    patch.paste(heart, (thread, thread))
    return patch


@lru_cache(maxsize=32)
def mark(name: str, dyes: Dyes, thread: int) -> Image.Image:
    """Draw the commune's mark, to stand beside its name; not to be drawn on."""
    return _patch(name, dyes, thread, dyes.line)
