"""The square card, 1080 by 1080: a post."""

from __future__ import annotations

from PIL import Image

from . import ground, panel
from .colours import Dyes
from .faces import Face
from .panel import Frame, Placed, Scale
from .photo import Print
from .shapes import SHAPES

SIZE = SHAPES["square"]
_THREAD = 4
_BAND = 16 * _THREAD
_LEFT, _RIGHT = 64, SIZE[0] - 64
_MARK = 5
_BRAND = Frame(_LEFT + 80, 974, _RIGHT - _LEFT - 80, 72)
_SCALE = Scale(title=(72, 30), figure=(62, 30), small=(29, 18), gap=16)
_FOOT = _BRAND.y - 14
_HEIGHTS = (250, 450)
"""Least and most room for the text; what it does not need is the photo's."""


def photo_height(face: Face, dyes: Dyes) -> int:
    """Return the height of the photo's frame."""
    wish = panel.wish(face, dyes, _RIGHT - _LEFT, _SCALE, _note_lines(face)) + 12
    return _FOOT - min(max(wish, _HEIGHTS[0]), _HEIGHTS[1]) - _BAND - 14


def _note_lines(face: Face) -> int:
    return 0 if face.figure else 2


def compose(face: Face, dyes: Dyes) -> list[Placed]:
    """Place all that is written."""
    top = photo_height(face, dyes)
    text = top + _BAND + 14
    frame = Frame(_LEFT, text, _RIGHT - _LEFT, _FOOT - text)
    return [
        *panel.marks(face, dyes, _LEFT, top + _BAND // 2, 22, _RIGHT - _LEFT),
        *panel.compose(face, dyes, frame, _SCALE, _note_lines(face)),
        *panel.brand(face, dyes, _BRAND, 28),
    ]


def draw(name: str, face: Face, dyes: Dyes, photo: Print | None) -> Image.Image:
    """Draw the card: the photo above, the panel below."""
    frame = (SIZE[0], photo_height(face, dyes))
    card = ground.panel(dyes, name, SIZE, ((0, frame[1], SIZE[0], _THREAD),))
    card.paste(photo.fitted(frame) if photo else ground.woven(name, dyes, frame), (0, 0))
    mark = ground.mark(name, dyes, _MARK)
    card.paste(mark, (_LEFT, _BRAND.y + (_BRAND.height - mark.height) // 2))
    panel.draw(card, compose(face, dyes))
    return card
