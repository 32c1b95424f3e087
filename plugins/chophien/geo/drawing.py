"""The map as one SVG picture without tiles: numbered marks, a scale, north."""

from __future__ import annotations

import math
from xml.etree import ElementTree as ET

from .survey import RADIUS, WIDTH, Mark, Survey

LOOKS = ("sight", "craft", "trade", "stay")
"""How marks differ, in the order of the list below the map."""
_LOOK = {
    "village": "craft", "workshop": "craft", "market": "trade", "restaurant": "trade", "service": "trade",
    "homestay": "stay",
}  # fmt: skip
_SCALE = 110.0
"""Greatest length of the scale bar, in units."""


def look(kind: str) -> str:
    """Return the look of a kind of place, one of ``LOOKS``."""
    return _LOOK.get(kind, "sight")


def draw(found: Survey, *, title: str, described: str, north: str) -> str:
    """
    Draw the map.

    Args:
        title: What it is, for who cannot see it.
        described: Where the same can be read.
        north: The letter of the north.
    Returns:
        An ``svg`` element whose classes the theme gives their colours; it can stand in a page as it is.
    """
    height = found.height
    svg = ET.Element(
        "svg",
        {"class": "map", "viewBox": f"0 0 {WIDTH:g} {height:.0f}", "role": "img",
         "aria-labelledby": "map-title map-text"},
    )  # fmt: skip
    ET.SubElement(svg, "title", id="map-title").text = title
    ET.SubElement(svg, "desc", id="map-text").text = described
    _add(svg, "rect", "map-ground", x="0.5", y="0.5", width=f"{WIDTH - 1:g}", height=f"{height - 1:.0f}", rx="8")
    _scale(svg, found)
    _north(svg, north)
    if found.centre:
        x, y = found.centre
        _add(svg, "path", "map-centre", d=f"M{_n(x - 5)} {_n(y)}h10M{_n(x)} {_n(y - 5)}v10")
    for mark in found.marks:
        if mark.at:
            _add(svg, "path", "map-lead", d=f"M{_n(mark.at[0])} {_n(mark.at[1])}L{_n(mark.x)} {_n(mark.y)}")
            _add(svg, "circle", "map-spot", cx=_n(mark.at[0]), cy=_n(mark.at[1]), r="2.2")
    for mark in found.marks:
        _mark(svg, mark)
    return ET.tostring(svg, encoding="unicode")


def _add(parent: ET.Element, tag: str, name: str, text: str = "", **values: str) -> ET.Element:
    made = ET.SubElement(parent, tag, {"class": name, **values})
    if text:
        made.text = text
    return made


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _mark(svg: ET.Element, mark: Mark) -> None:
    shape = f"map-mark map-{look(mark.kind)}{' map-rough' if mark.approximate else ''}"
    if mark.far:
        angle, km = mark.far
        tip, side = RADIUS + 6.5, 0.7
        points = [
            (mark.x + r * math.cos(a), mark.y + r * math.sin(a))
            for r, a in ((tip, angle), (RADIUS, angle - side), (RADIUS, angle + side))
        ]
        _add(svg, "path", "map-arrow", d="M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + "Z")
        _add(svg, "text", "map-far", f"{km} km", x=_n(min(max(mark.x, 20), WIDTH - 21)), y=_n(mark.y + RADIUS + 11))
    _add(svg, "circle", shape, cx=_n(mark.x), cy=_n(mark.y), r=f"{RADIUS:g}")
    _add(svg, "text", "map-number", str(mark.number), x=_n(mark.x), y=_n(mark.y + 4.4))


def _scale(svg: ET.Element, found: Survey) -> None:
    """Draw a bar of 1, 2 or 5 times a power of ten metres."""
    most = _SCALE / found.units_per_m
    power = 10 ** math.floor(math.log10(most))
    metres = next(power * step for step in (5, 2, 1) if power * step <= most)
    length = metres * found.units_per_m
    x, y = 40.0, found.height - 11
    _add(svg, "path", "map-bar", d=f"M{_n(x)} {_n(y - 5)}v5h{_n(length)}v-5")
    said = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    _add(svg, "text", "map-word", said, x=_n(x + length + 5), y=_n(y))


def _north(svg: ET.Element, letter: str) -> None:
    x = WIDTH - 70
    _add(svg, "path", "map-north", d=f"M{x:g} 10l5 14l-5 -3.5l-5 3.5Z")
    _add(svg, "text", "map-north-word", letter, x=f"{x:g}", y="35")
