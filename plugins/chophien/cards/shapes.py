"""Which cards there are, and what they are made of beside records."""

from __future__ import annotations

from collections.abc import Sequence

SHAPES: dict[str, tuple[int, int]] = {"link": (1200, 630), "square": (1080, 1080), "story": (1080, 1920)}
"""Width and height in pixels: the preview of a link, a post, a story."""
ICONS: dict[str, tuple[int, float, bool]] = {
    "icon-192": (192, 10 / 14, True),
    "icon-512": (512, 10 / 14, True),
    "maskable-192": (192, 0.56, False),
    "maskable-512": (512, 0.56, False),
    "touch": (180, 10 / 14, False),
}
"""
Application icons: side in pixels, share of it that the mark takes, whether the corners are round.

A system may cut a maskable icon to a circle of 40 % of its side (W3C, Web Application Manifest, "Safe zone"): a square
of at most 0.56 of the side stands in it.
"""
ICON_RECIPE = "1"
"""Part of every icon's name; another number whenever the same commune would get another drawing."""
RECIPE = "3"
"""Part of every card's name; another number whenever the same record would be drawn otherwise."""
Matrix = Sequence[Sequence[bool]]
"""Modules of a QR code without its quiet zone, row after row; true is dark."""
