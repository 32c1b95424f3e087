"""The written side of a card: its lines stacked in a frame, and how each is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image, ImageDraw

from .colours import Dyes, Rgb
from .faces import Face
from .fonts import STRONG, TEXT, TITLE, font
from .setting import ELLIPSIS, Block, ascent, fit, length


class Frame(NamedTuple):
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int


class Scale(NamedTuple):
    """Sizes of a shape's letters, in pixels; pairs are the largest and the smallest."""

    title: tuple[int, int]
    figure: tuple[int, int]
    small: tuple[int, int]
    gap: int


class Placed(NamedTuple):
    """
    A block of text at its place.

    Args:
        ground: Colour it is read on; ``plate`` tells that this ground has to be drawn, ``pad`` pixels around.
        struck: Whether a line goes through it.
        stars: Stars drawn in front of it instead of beginning at ``x``.
    """

    block: Block
    x: int
    y: int
    colour: Rgb
    ground: Rgb
    plate: bool = False
    pad: int = 0
    struck: bool = False
    stars: int = 0

    @property
    def box(self) -> tuple[int, int, int, int]:
        """All that is drawn: left, top, right, bottom."""
        room = star_room(self.block.size, self.stars)
        return (
            self.x - self.pad,
            self.y,
            self.x + room + self.block.width + self.pad,
            self.y + self.block.height,
        )


def star_room(size: int, stars: int) -> int:
    """Return the width of a row of stars with the gap behind it."""
    return round(stars * size * 1.16 + size * 0.35) if stars else 0


class _Stack:
    """Blocks one below the other, before their places are known."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.rows: list[tuple[int, list[Placed]]] = []
        self.height = 0
        self.whole = True

    def add(self, gap: int, *row: Placed) -> None:
        gap = gap if self.rows else 0
        self.rows.append((gap, list(row)))
        self.height += gap + max(placed.block.height for placed in row)

    def placed(self, x: int, y: int) -> list[Placed]:
        found = []
        for gap, row in self.rows:
            y += gap
            # Blocks of one row stand on the first one's last baseline.
            foot = max(one.block.baseline(len(one.block.lines) - 1) for one in row)
            for one in row:
                top = y + foot - one.block.baseline(len(one.block.lines) - 1)
                found.append(one._replace(x=x + one.x, y=top))
            y += max(one.block.height for one in row)
        return found


def _above(stack: _Stack, face: Face, dyes: Dyes, scale: Scale) -> None:
    small = scale.small
    if face.alert:
        pad = small[0] // 2
        block = fit(face.alert, STRONG, small, stack.width - 2 * pad, most_lines=1)
        stack.add(0, Placed(block, pad, 0, dyes.notice, dyes.plate, plate=True, pad=pad))
    if face.eyebrow:
        block = fit(face.eyebrow, STRONG, small, stack.width, most_lines=1)
        stack.add(scale.gap // 2, Placed(block, 0, 0, dyes.gold, dyes.deep))


def _figure(stack: _Stack, face: Face, dyes: Dyes, scale: Scale) -> None:
    """Set price or dates, with the word in front and the regular price behind where there is room."""
    lead = fit(face.lead, TEXT, scale.small, stack.width // 3, most_lines=1)
    start = lead.width + scale.small[0] // 3 if face.lead else 0
    largest, smallest = scale.figure
    block = fit(face.figure, STRONG, (largest, largest * 5 // 8), stack.width - start, most_lines=1)
    if ELLIPSIS in block.lines[-1]:
        block = fit(face.figure, STRONG, (largest * 3 // 4, smallest), stack.width - start, most_lines=2)
    row = [Placed(block, start, 0, dyes.quiet if face.void else dyes.gold, dyes.deep, struck=face.void)]
    if face.lead:
        row.append(Placed(lead, 0, 0, dyes.quiet, dyes.deep))
    former = fit(face.former, TEXT, scale.small, stack.width, most_lines=1)
    behind = start + block.width + scale.small[0] * 2 // 3
    if face.former and len(block.lines) == 1 and behind + former.width <= stack.width:
        row.append(Placed(former, behind, 0, dyes.quiet, dyes.deep, struck=True))
        stack.add(scale.gap, *row)
        return
    stack.add(scale.gap, *row)
    if face.former:
        stack.add(0, Placed(former, 0, 0, dyes.quiet, dyes.deep, struck=True))


def _below(stack: _Stack, face: Face, dyes: Dyes, scale: Scale) -> None:
    small = scale.small
    if face.stars:
        block = fit(face.stars_text, STRONG, small, stack.width - star_room(small[0], face.stars), most_lines=1)
        stack.add(scale.gap, Placed(block, 0, 0, dyes.gold, dyes.deep, stars=face.stars))
    if face.figure:
        _figure(stack, face, dyes, scale)
    for line in (*face.lines, *face.spare):
        block = fit(line, TEXT, small, stack.width, most_lines=2)
        stack.add(scale.gap // 4, Placed(block, 0, 0, dyes.undyed, dyes.deep))
    if face.notice:
        pad = small[0] // 2
        block = fit(face.notice, STRONG, small, stack.width - 2 * pad, most_lines=1)
        stack.add(scale.gap // 2, Placed(block, pad, 0, dyes.notice, dyes.plate, plate=True, pad=pad))


def _stacked(face: Face, dyes: Dyes, width: int, height: int, scale: Scale, note_lines: int) -> _Stack:
    above, below = _Stack(width), _Stack(width)
    _above(above, face, dyes, scale)
    _below(below, face, dyes, scale)
    # The title's room for marks on capitals is empty in most titles, so it needs less of a gap.
    before = scale.gap // 6 if above.rows else 0
    after = scale.gap if below.rows else 0
    title = fit(face.title, TITLE, scale.title, width, height - above.height - below.height - before - after)
    stack = _Stack(width)
    stack.whole = not title.lines[-1:] or title.lines[-1].endswith(ELLIPSIS) is face.title.endswith(ELLIPSIS)
    for gap, row in above.rows:
        stack.add(gap, *row)
    stack.add(before, Placed(title, 0, 0, dyes.undyed, dyes.deep))
    for place, (gap, row) in enumerate(below.rows):
        stack.add(gap if place else after, *row)
    spare = height - stack.height - scale.gap
    if face.note and note_lines and spare > 0:
        note = fit(face.note, TEXT, (scale.small[0], scale.small[0]), width, spare, note_lines)
        if note.height <= spare and not note.lines[-1].endswith(ELLIPSIS):
            stack.add(scale.gap, Placed(note, 0, 0, dyes.quiet, dyes.deep))
    return stack


def wish(face: Face, dyes: Dyes, width: int, scale: Scale, note_lines: int = 0) -> int:
    """Return the height that a card's lines would take with the title at its largest."""
    return _stacked(face, dyes, width, 10_000, scale, note_lines).height


def compose(face: Face, dyes: Dyes, frame: Frame, scale: Scale, note_lines: int = 0) -> list[Placed]:
    """
    Stack a card's lines in a frame, the title as large as the others leave room for.

    Args:
        note_lines: How many lines of the note may be shown, if they do not make the title smaller.
    """
    for less, smaller in _tighter(face, scale):
        stack = _stacked(less, dyes, frame.width, frame.height, smaller, note_lines)
        if stack.whole and stack.height <= frame.height:
            break
    return stack.placed(frame.x, frame.y + max(0, frame.height - stack.height) // 2)


def _tighter(face: Face, scale: Scale) -> Iterator[tuple[Face, Scale]]:
    """Give a long title more and more room: smaller lines around it, then fewer, then a smaller title."""
    yield face, scale
    (big, least), (figure, figure_least), (small, small_least) = scale.title, scale.figure, scale.small
    scale = Scale((big, least), (figure * 3 // 4, figure_least * 3 // 4), (small * 4 // 5, small_least), scale.gap // 2)
    yield face, scale
    face = face._replace(spare=face.spare[1:])
    yield face, scale
    face = face._replace(spare=())
    yield face, scale
    yield face._replace(eyebrow=""), scale._replace(title=(least, least * 2 // 3))


def marks(face: Face, dyes: Dyes, x: int, middle: int, size: int, width: int) -> list[Placed]:
    """Set the marks side by side on the woven band, like labels sewn on."""
    found = []
    pad = size * 2 // 3
    for mark in face.marks:
        block = fit(mark, STRONG, (size, size), max(size * 2, width - 2 * pad), most_lines=1)
        found.append(Placed(block, x + pad, middle - block.height // 2, dyes.ink, dyes.paper, plate=True, pad=pad))
        x += block.width + 2 * pad + size // 2
        width -= block.width + 2 * pad + size // 2
    return found


def brand(face: Face, dyes: Dyes, frame: Frame, size: int) -> list[Placed]:
    """Set the site's name and its commune, ending at the foot of the frame."""
    lines = []
    if face.site:
        block = fit(face.site, STRONG, (size, size * 2 // 3), frame.width, most_lines=1)
        lines.append(Placed(block, frame.x, 0, dyes.undyed, dyes.deep))
        town, colour = TEXT, dyes.quiet
    else:
        town, colour = STRONG, dyes.undyed
    block = fit(face.town, town, (size * 5 // 6 if face.site else size, size * 3 // 5), frame.width, most_lines=1)
    lines.append(Placed(block, frame.x, 0, colour, dyes.deep))
    y = frame.y + (frame.height - sum(one.block.height for one in lines)) // 2
    placed = []
    for one in lines:
        placed.append(one._replace(y=y))
        y += one.block.height
    return placed


def _star(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: Rgb) -> None:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        turn = math.pi * corner / 5
        points.append((x + reach * math.sin(turn), y - reach * math.cos(turn)))
    draw.polygon(points, fill=colour)


def _stars(canvas: Image.Image, placed: Placed) -> None:
    """Draw the stars four times as large and shrink them: Pillow's own edges are rough."""
    size = placed.block.size
    wide, high = star_room(size, placed.stars), round(size * 1.2)
    sheet = Image.new("RGB", (wide * 4, high * 4), placed.ground)
    draw = ImageDraw.Draw(sheet)
    for number in range(placed.stars):
        _star(draw, (size * 0.55 + number * size * 1.16) * 4, high * 2, size * 2.2, placed.colour)
    middle = placed.y + placed.block.baseline(0) - round(size * 0.36)
    canvas.paste(sheet.resize((wide, high), Image.Resampling.BOX), (placed.x, middle - high // 2))


def draw(canvas: Image.Image, placed: list[Placed]) -> None:
    """Draw blocks at their places."""
    pen = ImageDraw.Draw(canvas)
    for one in placed:
        block = one.block
        if one.plate:
            left, top, right, bottom = one.box
            pen.rounded_rectangle((left, top, right - 1, bottom - 1), max(3, block.size // 4), one.ground)
        if one.stars:
            _stars(canvas, one)
        x = one.x + star_room(block.size, one.stars)
        # On a plate the line stands in the middle by the height of its small letters, not by the room for marks.
        rise = round(ascent(block.file, block.size) - block.size * 1.06) if one.plate else 0
        letters = font(block.file, block.size)
        for number, line in enumerate(block.lines):
            y = one.y + block.baseline(number) - rise
            pen.text((x, y), line, font=letters, fill=one.colour, anchor="ls")
            if one.struck:
                high = y - round(block.size * 0.3)
                wide = length(block.file, block.size, line)
                pen.line((x - 2, high, x + wide + 1, high), fill=one.colour, width=max(2, block.size // 14))
