"""Distances between positions on the ellipsoid, for areas of up to some hundred kilometres."""

from __future__ import annotations

import math

from .records import Point


def metres_per_degree(latitude: float) -> tuple[float, float]:
    """
    Return how many metres a degree of latitude and one of longitude measure at a latitude.

    Source:
        Series for the ellipsoid WGS 84; five metres off at twenty kilometres.
    """
    phi = math.radians(latitude)
    north = 111_132.92 - 559.82 * math.cos(2 * phi) + 1.175 * math.cos(4 * phi)
    east = 111_412.84 * math.cos(phi) - 93.5 * math.cos(3 * phi) + 0.118 * math.cos(5 * phi)
    return north, east


def kilometres(one: Point, other: Point) -> float:
    """Return the distance between two points as the crow flies, good to a few percent over a province."""
    north, east = metres_per_degree((one.lat + other.lat) / 2)
    return math.hypot((one.lat - other.lat) * north, (one.lon - other.lon) * east) / 1000
