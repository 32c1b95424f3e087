"""The tall card, 1080 by 1920: a story, and a poster for the stall, so it has a QR code and the address."""

from __future__ import annotations

from PIL import Image

from . import ground, panel, qr
from .colours import Dyes
from .faces import Face
from .fonts import STRONG, TEXT
from .panel import Frame, Placed, Scale
from .photo import Print
from .setting import fit
from .shapes import SHAPES, Matrix

SIZE = SHAPES["story"]
SAFE = (250, 1630)
"""Apps lay their own signs over what is above and below; nothing is written there."""
_TALLEST = 960
_THREAD = 4
_BAND = 16 * _THREAD
_HEM = 12
_LEFT, _RIGHT = 72, SIZE[0] - 72
_CODE = 270
_NOTE = 3
_SCALE = Scale(title=(84, 32), figure=(72, 34), small=(34, 20), gap=22)
_HEIGHTS = (300, 560)
"""Least and most room for the text; what it does not need is the photo's."""
_BETWEEN = 36


class _Plan:
    """Where things stand; long texts and a code with many modules take room from the photo."""

    def __init__(self, face: Face, dyes: Dyes, matrix: Matrix) -> None:
        self.module = qr.side(matrix, _CODE)
        self.side = (len(matrix) + 2 * qr.QUIET) * self.module
        self.code = (_LEFT, SAFE[1] - self.side)
        foot = self.code[1] - _BETWEEN
        wish = panel.wish(face, dyes, _RIGHT - _LEFT, _SCALE, 0 if face.figure else _NOTE) + 24
        self.photo = (SIZE[0], min(_TALLEST, foot - min(max(wish, _HEIGHTS[0]), _HEIGHTS[1]) - _BAND - 14))
        top = self.photo[1] + _BAND + 14
        self.text = Frame(_LEFT, top, _RIGHT - _LEFT, foot - top)
        beside = _LEFT + self.side + 40
        self.beside = Frame(beside, self.code[1], _RIGHT - beside, self.side)


def compose(face: Face, dyes: Dyes, matrix: Matrix, address: str) -> list[Placed]:
    """Place all that is written."""
    plan = _Plan(face, dyes, matrix)
    beside = plan.beside
    name = Frame(beside.x, beside.y, beside.width, 92)
    scan = fit(face.scan, TEXT, (28, 18), beside.width, most_lines=2)
    rest = beside.height - name.height - scan.height - 14
    written = fit(address, STRONG, (34, 14), beside.width, rest, address=True)
    foot = beside.y + beside.height
    return [
        *panel.marks(face, dyes, _LEFT, plan.photo[1] + _BAND // 2, 22, _RIGHT - _LEFT),
        *panel.compose(face, dyes, plan.text, _SCALE, _NOTE),
        *panel.brand(face, dyes, name, 30),
        Placed(scan, beside.x, foot - written.height - scan.height, dyes.quiet, dyes.deep),
        Placed(written, beside.x, foot - written.height, dyes.gold, dyes.deep),
    ]


def draw(name: str, face: Face, dyes: Dyes, photo: Print | None, matrix: Matrix, address: str) -> Image.Image:
    """Draw the card: photo, band, text, code, and a broad hem where apps cover it."""
    plan = _Plan(face, dyes, matrix)
    bands = ((0, plan.photo[1], SIZE[0], _THREAD), (0, SIZE[1] - 16 * _HEM, SIZE[0], _HEM))
    card = ground.panel(dyes, name, SIZE, bands)
    card.paste(photo.fitted(plan.photo) if photo else ground.woven(name, dyes, plan.photo), (0, 0))
    card.paste(qr.code(matrix, plan.module, dyes.deep), plan.code)
    panel.draw(card, compose(face, dyes, matrix, address))
    return card
