"""Setting far places along the edge of a sheet, in the direction they lie in, each with room for its kilometres."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .setting import Group, marked
from .sheet import RADIUS, Box, Mark, Sheet

MOST_FAR = 20
"""So many marks have room along the edge of the smallest sheet."""
ARROW = 6.5
"""So far an arrow points out of its mark."""
_GAP = 2 * RADIUS + 25


def edge(groups: Sequence[Group], sheet: Sheet, km: dict[str, float]) -> list[tuple[int, Mark]]:
    """Set down what is far away, none over another; of more than ``MOST_FAR`` groups some would be."""
    sides: list[list[tuple[float, float, Group]]] = [[], [], [], []]
    spans = _spans(sheet.rim)
    for group in groups:
        x, y = sheet.place(group[0][1])
        angle = math.atan2(y - sheet.field / 2, x - sheet.width / 2)
        spot = _along(angle, sheet.rim)
        met = next((n for n, (_, end) in enumerate(_corners(sheet.rim)) if spot < end), 3)
        sides[met].append((spot, angle, group))
    for side in sides:
        side.sort(key=lambda item: (item[0], item[2][0][0].id))
    _share_out(sides, [1 + int((last - first) / _GAP) for first, last in spans])
    marks = []
    for side, (first, last) in zip(sides, spans, strict=True):
        for spot, (_, angle, group) in zip(_apart([item[0] for item in side], first, last), side, strict=True):
            x, y = _on_edge(spot, sheet.rim)
            marks.append((id(group), marked(group, x, y)._replace(far=(angle, round(km[group[0][0].id])))))
    return marks


def _corners(rim: Box) -> list[tuple[float, float]]:
    """Return where top, right, bottom and left begin and end on the line round the sheet, clockwise from the corner."""
    left, top, right, bottom = rim
    wide, tall = right - left, bottom - top
    return [(0, wide), (wide, wide + tall), (wide + tall, 2 * wide + tall), (2 * wide + tall, 2 * (wide + tall))]


def _spans(rim: Box) -> list[tuple[float, float]]:
    """Return where on the sides marks may stand: corners belong to left and right, where there is room for names."""
    (a, b), right, (c, d), left = _corners(rim)
    return [(a + _GAP, b - _GAP), right, (c + _GAP, d - _GAP), left]


def _share_out(sides: list[list[tuple[float, float, Group]]], room: Sequence[int]) -> None:
    """Pass on clockwise what a side has no room for."""
    for _ in range(4 * sum(map(len, sides))):
        full = next((n for n, side in enumerate(sides) if len(side) > room[n]), None)
        if full is None:
            return
        sides[(full + 1) % 4].insert(0, sides[full].pop())


def _apart(spots: Sequence[float], first: float, last: float) -> list[float]:
    """Move spots on a line as little as gives each its room, in their order."""
    at = [min(max(spot, first), last) for spot in spots]
    for _ in range(200):
        for one in range(len(at) - 1):
            lack = _GAP - (at[one + 1] - at[one])
            if lack > 0:
                at[one], at[one + 1] = max(first, at[one] - lack / 2), min(last, at[one + 1] + lack / 2)
    for one in range(1, len(at)):
        at[one] = max(at[one], at[one - 1] + _GAP)
    if at:
        at[-1] = min(at[-1], last)
    for one in range(len(at) - 2, -1, -1):
        at[one] = min(at[one], at[one + 1] - _GAP)
    return at


def _along(angle: float, rim: Box) -> float:
    """Return where a ray from the middle meets the edge, counted from the top left corner clockwise."""
    left, top, right, bottom = rim
    x, y = (left + right) / 2, (top + bottom) / 2
    east, south = math.cos(angle), math.sin(angle)
    across = ((right if east > 0 else left) - x) / east if abs(east) > 1e-9 else math.inf
    down = ((bottom if south > 0 else top) - y) / south if abs(south) > 1e-9 else math.inf
    reach = min(across, down)
    u, v = x + reach * east, y + reach * south
    wide, tall = right - left, bottom - top
    if down < across:
        return u - left if south < 0 else wide + tall + (right - u)
    return wide + (v - top) if east > 0 else 2 * wide + tall + (bottom - v)


def _on_edge(spot: float, rim: Box) -> tuple[float, float]:
    left, top, right, bottom = rim
    wide, tall = right - left, bottom - top
    if spot < wide:
        return left + spot, top
    if spot < wide + tall:
        return right, top + spot - wide
    if spot < 2 * wide + tall:
        return right - (spot - wide - tall), bottom
    return left, bottom - (spot - 2 * wide - tall)
