"""Which cards there are, and what they are made of beside records."""

from __future__ import annotations

from collections.abc import Sequence

SHAPES: dict[str, tuple[int, int]] = {"link": (1200, 630), "square": (1080, 1080), "story": (1080, 1920)}
"""Width and height in pixels: the preview of a link, a post, a story."""
RECIPE = "3"
"""Part of every card's name; another number whenever the same record would be drawn otherwise."""
Matrix = Sequence[Sequence[bool]]
"""Modules of a QR code without its quiet zone, row after row; true is dark."""
