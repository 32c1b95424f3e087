"""
Where each place stands on the drawn map.

Places so close that their marks would be one share a number; marks that would cover each other are pushed apart, and
what lies far from everything else stands at the edge, so that it does not squash the rest.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chophien.model import PlaceCard, Point, kilometres, metres_per_degree

WIDTH = 360.0
"""Width of the drawing in its own units; on a narrow phone a unit is a little less than a pixel."""
HEIGHTS = (230.0, 360.0)
"""Least and greatest height."""
MARGIN = 42.0
"""Room at each side for the marks at the edge."""
RADIUS = 12.0
"""Radius of a mark."""
SAME = 5.0
"""Places closer than this share a mark."""
MOST = 45
"""More marks than these are not told apart; then places share them from farther away."""
FAR_KM = 12.0
"""Nothing nearer than this is far: twice the radius of a commune of middling size."""
LEAST_M = 1500.0
"""The map shows at least so many metres, so that one place alone is not seen through a lens."""


class Mark(NamedTuple):
    """
    One numbered mark.

    Args:
        number: What stands in it and in the list.
        kind: Kind of its first place.
        x, y: Its middle.
        at: The position itself, when the mark had to move away from it.
        far: For a mark at the edge: direction in radians, clockwise from the east, and kilometres; else none.
        approximate: Whether the position is only roughly known.
    """

    number: int
    kind: str
    x: float
    y: float
    at: tuple[float, float] | None
    far: tuple[float, int] | None
    approximate: bool


class Survey(NamedTuple):
    """
    The whole map.

    Args:
        marks: In the order of their numbers.
        numbers: Number of each place by its id.
        km: Distance of each place from the centre, by its id.
        centre: The commune's centre on the map; none when it is not known.
        units_per_m: Scale.
    """

    marks: tuple[Mark, ...]
    numbers: dict[str, int]
    km: dict[str, float]
    centre: tuple[float, float] | None
    height: float
    units_per_m: float


def survey(centre: Point | None, places: Sequence[PlaceCard]) -> Survey | None:
    """
    Lay the places out.

    Args:
        centre: The commune's centre.
        places: In the order of the list below the map, which numbers them.
    Returns:
        Nothing when no place has a position.
    """
    found = [(place, place.point) for place in places if place.point is not None]
    if not found:
        return None
    middle = centre or _middle([point for place, point in found if not place.outside] or [p for _, p in found])
    km = {place.id: kilometres(middle, point) for place, point in found}
    reach = max(FAR_KM, 3 * _median([km[p.id] for p, _ in found if not p.outside] or list(km.values())))
    near = [point for place, point in found if km[place.id] <= reach]
    sheet = _Sheet([*near, *([centre] if centre else [])] or [middle])
    spots = [(place, *sheet.place(point), km[place.id] > reach) for place, point in found]
    groups = _grouped(spots)
    marks = _spread([group for group in groups if not group[0][3]], sheet) + _edge(
        [group for group in groups if group[0][3]], sheet, km
    )
    numbers = {place.id: number for number, group in enumerate(groups, 1) for place, *_ in group}
    numbered = {id(group): number for number, group in enumerate(groups, 1)}
    return Survey(
        tuple(sorted((mark._replace(number=numbered[key]) for key, mark in marks), key=lambda mark: mark.number)),
        numbers,
        km if centre else {},
        sheet.place(centre) if centre else None,
        sheet.height,
        sheet.scale,
    )


_Spot = tuple[PlaceCard, float, float, bool]
_Group = list[_Spot]


class _Sheet:
    """The projection: equal scale in both directions, north up."""

    def __init__(self, points: Sequence[Point]) -> None:
        lats, lons = [p.lat for p in points], [p.lon for p in points]
        self.lat, self.lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        self.north, self.east = metres_per_degree(self.lat)
        wide = max(LEAST_M, (max(lons) - min(lons)) * self.east)
        tall = max(LEAST_M * 0.6, (max(lats) - min(lats)) * self.north)
        inner = WIDTH - 2 * MARGIN
        self.height = min(HEIGHTS[1], max(HEIGHTS[0], inner * tall / wide + 2 * MARGIN))
        self.scale = min(inner / wide, (self.height - 2 * MARGIN) / tall)

    def place(self, point: Point) -> tuple[float, float]:
        x = WIDTH / 2 + (point.lon - self.lon) * self.east * self.scale
        y = self.height / 2 - (point.lat - self.lat) * self.north * self.scale
        return x, y


def _middle(points: Sequence[Point]) -> Point:
    return Point(lat=_median([p.lat for p in points]), lon=_median([p.lon for p in points]))


def _median(values: Sequence[float]) -> float:
    return sorted(values)[(len(values) - 1) // 2]


def _grouped(spots: Sequence[_Spot]) -> list[_Group]:
    """Join what stands at the same spot, from as far away as it takes to keep the map readable."""
    same = SAME
    while True:
        groups: list[_Group] = []
        for spot in spots:
            for group in groups:
                first = group[0]
                if first[3] == spot[3] and math.hypot(first[1] - spot[1], first[2] - spot[2]) < same:
                    group.append(spot)
                    break
            else:
                groups.append([spot])
        if len(groups) <= MOST:
            return groups
        same *= 1.4


def _spread(groups: Sequence[_Group], sheet: _Sheet) -> list[tuple[int, Mark]]:
    """Push marks apart until none covers another."""
    true = [(group[0][1], group[0][2]) for group in groups]
    at = list(true)
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
                at[one], at[other] = _inside(x - east, y - south, sheet), _inside(u + east, v + south, sheet)
                moved = True
        if not moved:
            break
    marks = []
    for group, (x, y), (was_x, was_y) in zip(groups, at, true, strict=True):
        shifted = math.hypot(x - was_x, y - was_y) > 2
        roughly = all(_roughly(place) for place, *_ in group)
        mark = Mark(0, group[0][0].kind, x, y, (was_x, was_y) if shifted else None, None, roughly)
        marks.append((id(group), mark))
    return marks


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    return ((one, other) for one in range(count) for other in range(one + 1, count))


def _inside(x: float, y: float, sheet: _Sheet) -> tuple[float, float]:
    least = MARGIN - RADIUS
    return min(max(x, least), WIDTH - least), min(max(y, least), sheet.height - least)


def _roughly(place: PlaceCard) -> bool:
    return place.point is not None and place.point.approximate


def _edge(groups: Sequence[_Group], sheet: _Sheet, km: dict[str, float]) -> list[tuple[int, Mark]]:
    """Set what is far away along the edge, in the direction it lies in, none over another."""
    if not groups:
        return []
    # The edge as one line round the sheet, on which each mark has a place in units of length.
    left, top, right, bottom = 19.0, 19.0, WIDTH - 19.0, sheet.height - 30.0
    wide, tall = right - left, bottom - top
    length = 2 * (wide + tall)
    x0, y0 = WIDTH / 2, sheet.height / 2
    wanted = []
    for group in groups:
        place, x, y, _ = group[0]
        angle = math.atan2(y - y0, x - x0)
        wanted.append((_along(x0, y0, angle, (left, top, right, bottom)), angle, group, round(km[place.id])))
    wanted.sort(key=lambda item: (item[0], item[2][0][0].id))
    gap = min(2 * RADIUS + 18, length / len(wanted))
    at = [item[0] for item in wanted]
    for _ in range(400):
        moved = False
        for one in range(len(at) if len(at) > 1 else 0):
            other = (one + 1) % len(at)
            between = at[other] - at[one] + (length if other == 0 else 0)
            if between < gap - 0.01:
                at[one] -= (gap - between) / 2
                at[other] += (gap - between) / 2
                moved = True
        if not moved:
            break
    marks = []
    for spot, (_, angle, group, away) in zip(at, wanted, strict=True):
        x, y = _on_edge(spot % length, (left, top, right, bottom))
        marks.append((id(group), Mark(0, group[0][0].kind, x, y, None, (angle, away), _roughly(group[0][0]))))
    return marks


_Box = tuple[float, float, float, float]


def _along(x: float, y: float, angle: float, box: _Box) -> float:
    """Return where a ray meets the edge, counted from the top left corner clockwise."""
    left, top, right, bottom = box
    east, south = math.cos(angle), math.sin(angle)
    across = ((right if east > 0 else left) - x) / east if abs(east) > 1e-9 else math.inf
    down = ((bottom if south > 0 else top) - y) / south if abs(south) > 1e-9 else math.inf
    reach = min(across, down)
    u, v = x + reach * east, y + reach * south
    wide, tall = right - left, bottom - top
    if down < across:
        return u - left if south < 0 else wide + tall + (right - u)
    return wide + (v - top) if east > 0 else 2 * wide + tall + (bottom - v)


def _on_edge(spot: float, box: _Box) -> tuple[float, float]:
    left, top, right, bottom = box
    wide, tall = right - left, bottom - top
    if spot < wide:
        return left + spot, top
    if spot < wide + tall:
        return right, top + spot - wide
    if spot < 2 * wide + tall:
        return right - (spot - wide - tall), bottom
    return left, bottom - (spot - 2 * wide - tall)
