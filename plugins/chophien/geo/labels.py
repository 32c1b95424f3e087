"""
Names beside the marks, where there is room for them.

A name stands right, left, below or above its mark, else at a corner; one that would touch a mark, another name or the
edge is left out, since the list has them all.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from chophien.model import say

from .sheet import RADIUS, Box, Mark
from .survey import Layout

SIZE = 12.5
"""Height of the letters; the theme sets the same."""
LINE = 14.0
_CHARS = 17
"""About as long as a line may be."""
_GAP = 3.0
_NARROW, _BROAD = frozenset("iìíỉĩịIÌÍỈĨỊjlrtf.,:;'’ -"), frozenset("mwMWƠỞỜỚỢỠƯỪỨỬỮỰ…%@")


class Label(NamedTuple):
    """A name: its lines, where their first one begins or ends, and what it covers."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str
    box: Box


def long(text: str) -> float:
    """Return about how long a text is in the letters of the map; rather too long than too short."""
    shares = (0.44 if c in _NARROW else 1.02 if c in _BROAD or ord(c) > 0x2E80 else 0.76 if c.isupper() else 0.64
              for c in text)  # fmt: skip
    return SIZE * sum(shares)


def short(name: str) -> str:
    """Leave out what stands in brackets or behind a comma: a mark needs a name, not an address."""
    return re.sub(r"\s*[(（].*?[)）]", "", name).split(",")[0].split("，")[0].strip() or name.strip()


def taken(layout: Layout) -> list[Box]:
    """Return what is covered by marks, by what is written below far ones, by true positions and by the centre."""
    boxes = []
    for mark in layout.marks:
        around = RADIUS + (4 if mark.far else 1.5)
        boxes.append((mark.x - around, mark.y - around, mark.x + around, mark.y + around))
        if mark.far:
            boxes.append(kilometres_box(mark))
        if mark.at:
            boxes.append((mark.at[0] - 3, mark.at[1] - 3, mark.at[0] + 3, mark.at[1] + 3))
    if layout.centre:
        x, y = layout.centre
        boxes.append((x - 9, y - 9, x + 9, y + 9))
    return boxes


def kilometres_box(mark: Mark) -> Box:
    """Return what is covered by the distance below a mark at the edge; an arrow that points down stands between."""
    below = mark.y + RADIUS + (6 if mark.far and math.sin(mark.far[0]) > 0.7 else 0)
    return mark.x - 20, below + 2, mark.x + 20, below + 13


def labels(layout: Layout, lang: str, ways: Sequence[Sequence[tuple[float, float]]] = ()) -> list[Label]:
    """
    Find a place for as many names as there is room for.

    Args:
        ways: Lines through the marks; a name rather stands beside them.
    """
    if len(layout.marks) > layout.form.names:
        return []
    full, found = taken(layout), []
    dots = [dot for way in ways for dot in _dots(way)]
    sheet = (6.0, 6.0, layout.form.width - 6, layout.field - 3)
    # Far places first: they have one side less to choose from.
    for mark in sorted(layout.marks, key=lambda mark: mark.far is None):
        lines = _lines(short(say(mark.name, lang)), mark.more)
        free = [label for label in _places(mark, lines) if _fits(label.box, sheet, full)]
        if free:
            best = min(free, key=lambda label: sum(_in(dot, label.box) for dot in dots))
            found.append(best)
            full.append(best.box)
    return found


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes share more than a line."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _fits(box: Box, sheet: Box, full: Sequence[Box]) -> bool:
    inside = box[0] >= sheet[0] and box[1] >= sheet[1] and box[2] <= sheet[2] and box[3] <= sheet[3]
    return inside and not any(meet(box, other) for other in full)


def _lines(name: str, more: int) -> tuple[str, ...]:
    """Break a name at the gap nearest its middle; what is too long for two lines ends at a gap."""
    words, tail = name.split(), f" +{more}" if more else ""
    if len(name) > 2 * _CHARS:
        while len(words) > 1 and len(" ".join(words)) > 2 * _CHARS - 2:
            words.pop()
        words[-1] += "…"
    whole = " ".join(words)
    if len(whole) <= _CHARS or len(words) < 2:
        return (whole + tail,)
    cut = min(range(1, len(words)), key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))))
    return " ".join(words[:cut]), " ".join(words[cut:]) + tail


def _places(mark: Mark, lines: tuple[str, ...]) -> Iterator[Label]:
    wide, tall = max(map(long, lines)), LINE * len(lines)
    side, slant = RADIUS + _GAP + (2 if mark.far else 0), RADIUS * 0.75 + _GAP
    middle, above, below = mark.y - tall / 2, mark.y - side - tall, mark.y + side
    for left, top, anchor in (
        (mark.x + side, middle, "start"),
        (mark.x - side - wide, middle, "end"),
        (mark.x - wide / 2, below, "middle"),
        (mark.x - wide / 2, above, "middle"),
        (mark.x + slant, mark.y - slant - tall + 4, "start"),
        (mark.x + slant, mark.y + slant - 4, "start"),
        (mark.x - slant - wide, mark.y - slant - tall + 4, "end"),
        (mark.x - slant - wide, mark.y + slant - 4, "end"),
    ):
        x = {"start": left, "middle": left + wide / 2, "end": left + wide}[anchor]
        yield Label(lines, x, top + LINE * 0.78, anchor, (left, top, left + wide, top + tall))


def _dots(way: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    for (x, y), (u, v) in pairwise(way):
        steps = max(1, round(math.dist((x, y), (u, v)) / 5))
        yield from ((x + (u - x) * step / steps, y + (v - y) * step / steps) for step in range(steps + 1))


def _in(dot: tuple[float, float], box: Box) -> bool:
    return box[0] <= dot[0] <= box[2] and box[1] <= dot[1] <= box[3]
