"""The wide card, 1200 by 630: the picture of a link in Zalo, Facebook and messages."""

from __future__ import annotations

from PIL import Image

from . import ground, panel
from .colours import Dyes
from .faces import Face
from .panel import Frame, Placed, Scale
from .photo import Print
from .shapes import SHAPES

SIZE = SHAPES["link"]
PHOTO = (610, 630)
_THREAD = 3
_BAND = 16 * _THREAD
_LEFT, _RIGHT = PHOTO[0] + 52, SIZE[0] - 52
_TEXT = Frame(_LEFT, _BAND + 22, _RIGHT - _LEFT, 428)
_MARK = 5
_BRAND = Frame(_LEFT + 78, 524, _RIGHT - _LEFT - 78, 66)
_SCALE = Scale(title=(72, 26), figure=(60, 26), small=(26, 16), gap=18)


def compose(face: Face, dyes: Dyes) -> list[Placed]:
    """Place all that is written."""
    return [
        *panel.marks(face, dyes, _LEFT, _BAND // 2, 18, _RIGHT - _LEFT),
        *panel.compose(face, dyes, _TEXT, _SCALE, note_lines=3 if not face.figure else 0),
        *panel.brand(face, dyes, _BRAND, 25),
    ]


def draw(name: str, face: Face, dyes: Dyes, photo: Print | None) -> Image.Image:
    """Draw the card: the photo on the left, the panel on the right."""
    card = ground.panel(dyes, name, SIZE, ((PHOTO[0], 0, SIZE[0] - PHOTO[0], _THREAD),))
    card.paste(photo.fitted(PHOTO) if photo else ground.woven(name, dyes, PHOTO), (0, 0))
    mark = ground.mark(name, dyes, _MARK)
    card.paste(mark, (_LEFT, _BRAND.y + (_BRAND.height - mark.height) // 2))
    panel.draw(card, compose(face, dyes))
    return card
