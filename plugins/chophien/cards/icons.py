"""The commune's mark as application icons: with round corners, or a full ground where the system cuts its own shape."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from chophien.model import Palette

from . import brocade
from .colours import palette_dyes
from .shapes import ICONS

_THREADS = 10
"""Threads of the mark along each side."""
_SMOOTH = 4
"""A corner is drawn so many times larger and shrunk."""


def icons(name: str, palette: Palette | None) -> tuple[bytes, ...]:
    """
    Draw every icon of ``ICONS``, in their order.

    Args:
        name: The commune's Vietnamese name, from which its mark is woven.
        palette: Its colours.
    Returns:
        Contents of PNG files without metadata.
    """
    return tuple(_icon(name, palette, side, share, round=round) for side, share, round in ICONS.values())


def _icon(name: str, palette: Palette | None, side: int, share: float, *, round: bool) -> bytes:
    dyes = palette_dyes(palette)
    mark = brocade.heart(name, dyes.threads, int(side * share) // _THREADS)
    icon = Image.new("RGB", (side, side), dyes.deep)
    icon.paste(mark, ((side - mark.width) // 2, (side - mark.height) // 2))
    if round:
        large = Image.new("L", (side * _SMOOTH, side * _SMOOTH))
        ImageDraw.Draw(large).rounded_rectangle(
            (0, 0, large.width - 1, large.height - 1), radius=large.width * 3 // 14, fill=255
        )
        icon.putalpha(large.resize(icon.size, Image.Resampling.BOX))
    out = io.BytesIO()
    icon.save(out, "PNG", optimize=True)
    return out.getvalue()
