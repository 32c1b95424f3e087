"""The sheets the map is drawn on: their size, their edges, and where a position falls on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chophien.model import Phrase, Point, metres_per_degree

RADIUS = 12.0
"""Radius of a mark."""
FOOT = 32.0
"""Height of the strip below the map in which scale, name and north stand, so that they cover no place."""
LEAST_M = 1500.0
"""The map shows at least so many metres, so that one place alone is not seen through a lens."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Form(NamedTuple):
    """
    What a sheet may look like, in its own units; on the screen it is meant for, a unit is about a pixel.

    Args:
        width: Width of the drawing.
        heights: Least and greatest height, the foot included.
        across: Room between the outermost near place and the sides.
        names: Above so many marks their names are left to the list.
    """

    width: float
    heights: tuple[float, float]
    across: float
    names: int


NARROW = Form(340.0, (310.0, 400.0), 54.0, 16)
"""For phones, nearly square."""
WIDE = Form(700.0, (400.0, 470.0), 96.0, 45)
"""For everything else, and paper."""
_DOWN = 62.0
"""Room above and below."""


class Mark(NamedTuple):
    """
    One numbered mark.

    Args:
        number: What stands in it and in the list.
        kind: Kind of its first place.
        name: Name of its first place.
        more: How many other places share it.
        x, y: Its middle.
        at: The position itself, when the mark had to move away from it.
        far: For a mark at the edge: direction in radians, clockwise from the east, and kilometres; else none.
        approximate: Whether the position of one of its places is only roughly known.
    """

    number: int
    kind: str
    name: Phrase
    more: int
    x: float
    y: float
    at: tuple[float, float] | None
    far: tuple[float, int] | None
    approximate: bool


class Sheet:
    """The projection: equal scale in both directions, north up."""

    def __init__(self, points: Sequence[Point], form: Form) -> None:
        lats, lons = [p.lat for p in points], [p.lon for p in points]
        self._lat, self._lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        self._north, self._east = metres_per_degree(self._lat)
        wide = max(LEAST_M, (max(lons) - min(lons)) * self._east)
        tall = max(LEAST_M * 0.6, (max(lats) - min(lats)) * self._north)
        inner = form.width - 2 * form.across
        least, most = form.heights
        self.width = form.width
        self.height = min(most, max(least, inner * tall / wide + 2 * _DOWN + FOOT))
        self.scale = min(inner / wide, (self.height - FOOT - 2 * _DOWN) / tall)

    @property
    def field(self) -> float:
        """Where the map ends and the foot begins."""
        return self.height - FOOT

    @property
    def rim(self) -> Box:
        """The line on which far places stand; their kilometres are written below them."""
        return 20.0, 19.0, self.width - 20.0, self.field - 31.0

    @property
    def inside(self) -> Box:
        """Where near places stand: clear of all that may stand on the rim."""
        return 53.0, 62.0, self.width - 53.0, self.field - 62.0

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a position falls."""
        x = self.width / 2 + (point.lon - self._lon) * self._east * self.scale
        y = self.field / 2 - (point.lat - self._lat) * self._north * self.scale
        return x, y

    def held(self, x: float, y: float) -> tuple[float, float]:
        """Bring a spot back to where near places stand."""
        left, top, right, bottom = self.inside
        return min(max(x, left), right), min(max(y, top), bottom)
