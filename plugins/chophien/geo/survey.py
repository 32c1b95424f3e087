"""
Where each place stands on the drawn map.

Places so close that their marks would be one share a number; marks that would cover each other are pushed apart, and
what lies far from everything else stands at the edge, so that it does not squash the rest. Numbers are the same on the
sheet for phones and on the wide one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from chophien.model import PlaceCard, Point, kilometres

from .edge import MOST_FAR, edge
from .setting import Group, Spot, spread
from .sheet import NARROW, WIDE, Form, Mark, Sheet

WIDTH = NARROW.width
SAME = 5.0
"""Places closer than this on the phone's sheet share a mark."""
MOST = 45
"""More marks than these are not told apart; then places share them from farther away."""
FAR_KM = 12.0
"""Nothing nearer than this is far: twice the radius of a commune of middling size."""


class Layout(NamedTuple):
    """
    The marks on one sheet.

    Args:
        marks: In the order of their numbers.
        centre: The commune's centre on the map; none when it is not known.
        field: Where the map ends and the foot begins.
        units_per_m: Scale.
    """

    form: Form
    marks: tuple[Mark, ...]
    centre: tuple[float, float] | None
    height: float
    field: float
    units_per_m: float


class Survey(NamedTuple):
    """
    The whole map.

    Args:
        narrow: The sheet for phones.
        wide: The sheet for everything else.
        numbers: Number of each place by its id.
        km: Distance of each place from the centre, by its id.
    """

    narrow: Layout
    wide: Layout
    numbers: dict[str, int]
    km: dict[str, float]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks as phones see them."""
        return self.narrow.marks

    @property
    def height(self) -> float:
        """Height of the sheet for phones."""
        return self.narrow.height

    @property
    def units_per_m(self) -> float:
        """Scale of the sheet for phones."""
        return self.narrow.units_per_m


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
    shown = [*near, *([centre] if centre else [])] or [middle]
    sheet = Sheet(shown, NARROW)
    spots = [(place, point, km[place.id] > reach) for place, point in found]
    groups = _grouped([spot for spot in spots if spot[2]], sheet, MOST_FAR)
    groups += _grouped([spot for spot in spots if not spot[2]], sheet, MOST - len(groups))
    order = {place.id: n for n, (place, _) in enumerate(found)}
    groups.sort(key=lambda group: order[group[0][0].id])
    numbers = {place.id: number for number, group in enumerate(groups, 1) for place, *_ in group}
    narrow, wide = (_laid(groups, shown, form, centre, km) for form in (NARROW, WIDE))
    return Survey(narrow, wide, numbers, km if centre else {})


def _laid(
    groups: Sequence[Group], shown: Sequence[Point], form: Form, centre: Point | None, km: dict[str, float]
) -> Layout:
    sheet = Sheet(shown, form)
    numbered = {id(group): number for number, group in enumerate(groups, 1)}
    set_down = spread([group for group in groups if not group[0][2]], sheet) + edge(
        [group for group in groups if group[0][2]], sheet, km
    )
    marks = sorted((mark._replace(number=numbered[key]) for key, mark in set_down), key=lambda mark: mark.number)
    return Layout(
        form, tuple(marks), sheet.place(centre) if centre else None, sheet.height, sheet.field, sheet.scale
    )  # fmt: skip


def _middle(points: Sequence[Point]) -> Point:
    return Point(lat=_median([p.lat for p in points]), lon=_median([p.lon for p in points]))


def _median(values: Sequence[float]) -> float:
    return sorted(values)[(len(values) - 1) // 2]


def _grouped(spots: Sequence[Spot], sheet: Sheet, most: int) -> list[Group]:
    """Join what stands at the same spot, from as far away as it takes to keep the map readable."""
    same = SAME
    while True:
        groups: list[Group] = []
        for spot in spots:
            for group in groups:
                first = group[0]
                if math.dist(sheet.place(first[1]), sheet.place(spot[1])) < same:
                    group.append(spot)
                    break
            else:
                groups.append([spot])
        if len(groups) <= most:
            return groups
        same *= 1.4
