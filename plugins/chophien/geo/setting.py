"""Setting near places on a sheet: at their positions, pushed apart where their marks would cover each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from chophien.model import PlaceCard, Point

from .sheet import RADIUS, Mark, Sheet

Spot = tuple[PlaceCard, Point, bool]
"""A place, its position, whether it is far."""
Group = list[Spot]
"""Places that share a mark."""


def spread(groups: Sequence[Group], sheet: Sheet) -> list[tuple[int, Mark]]:
    """Push marks apart until none covers another."""
    true = [sheet.place(group[0][1]) for group in groups]
    at = [sheet.held(x, y) for x, y in true]
    gap = 2 * RADIUS + 2
    for turn in range(200):
        moved = False
        for one, other in _pairs(len(at)):
            (x, y), (u, v) = at[one], at[other]
            away = math.hypot(u - x, v - y)
            if away < gap - 0.01:
                # Two at one spot part along a direction of their own, the same in every build.
                angle = math.atan2(v - y, u - x) if away > 0.01 else 2.4 * (one + 1) + turn
                push = (gap - away) / 2
                east, south = push * math.cos(angle), push * math.sin(angle)
                at[one], at[other] = sheet.held(x - east, y - south), sheet.held(u + east, v + south)
                moved = True
        if not moved:
            break
    marks = []
    for group, (x, y), (was_x, was_y) in zip(groups, at, true, strict=True):
        shifted = math.hypot(x - was_x, y - was_y) > 2
        mark = marked(group, x, y)._replace(at=(was_x, was_y) if shifted else None)
        marks.append((id(group), mark))
    return marks


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    return ((one, other) for one in range(count) for other in range(one + 1, count))


def marked(group: Group, x: float, y: float) -> Mark:
    """Make the mark of a group; its number comes later."""
    first = group[0][0]
    # One that is only roughly known is enough: nobody must set out trusting a mark; the list says which it is.
    roughly = any(point.approximate for _, point, _ in group)
    return Mark(0, first.kind, first.name, len(group) - 1, x, y, None, None, roughly)
