"""The map as SVG without tiles: marks, names, trips, a scale, north; one sheet for phones, one for others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from xml.etree import ElementTree as ET

from .edge import ARROW
from .ground import hills
from .labels import LINE, kilometres_box, labels, long
from .sheet import RADIUS, Mark
from .survey import Layout, Survey

LOOKS = ("sight", "craft", "trade", "stay")
"""How marks differ, in the order of the list below the map."""
_LOOK = {
    "village": "craft", "workshop": "craft", "market": "trade", "restaurant": "trade", "service": "trade",
    "homestay": "stay",
}  # fmt: skip
WAYS = 4
"""Trips differ by so many colours; the next ones begin anew."""
_SIDE = 0.7
"""How far an arrow's feet stand from its tip around a mark, in radians."""
_SCALE = 100.0
"""Greatest length of the scale bar, in units."""


def look(kind: str) -> str:
    """Return the look of a kind of place, one of ``LOOKS``."""
    return _LOOK.get(kind, "sight")


def draw(
    found: Survey,
    *,
    title: str,
    described: str,
    north: str,
    lang: str = "vi",
    name: str = "",
    trips: Sequence[Sequence[int]] = (),
) -> str:
    """
    Draw the map.

    Args:
        title: What it is, for who cannot see it.
        described: Where the same can be read.
        north: The letter of the north.
        lang: Language of the names.
        name: The commune's; the ornament is laid from it.
        trips: The numbers at which each trip stops, in order.
    Returns:
        A ``div`` with two ``svg``, of which the theme shows one and gives both their colours.
    """
    frame = ET.Element("div", {"class": "map-frame"})
    for suffix, layout in (("narrow", found.narrow), ("wide", found.wide)):
        svg = ET.SubElement(
            frame,
            "svg",
            {"class": f"map map-{suffix}", "viewBox": f"0 0 {layout.form.width:g} {_n(layout.height)}", "role": "img",
             "aria-labelledby": f"map-title-{suffix} map-text-{suffix}"},
        )  # fmt: skip
        ET.SubElement(svg, "title", id=f"map-title-{suffix}").text = title
        ET.SubElement(svg, "desc", id=f"map-text-{suffix}").text = described
        _sheet(svg, layout, suffix, north=north, lang=lang, name=name, trips=trips)
    return ET.tostring(frame, encoding="unicode")


def _sheet(
    svg: ET.Element, layout: Layout, suffix: str, *, north: str, lang: str, name: str, trips: Sequence[Sequence[int]]
) -> None:
    _ground(svg, layout, suffix, name)
    _foot(svg, layout, north, name)
    ways = _ways(layout, trips)
    for order, way in enumerate(ways):
        # Dashes of trips on the same way take turns, so that none hides the other.
        turns = min(max(len(ways), 2), WAYS)
        _add(svg, "path", f"map-way map-way-{order % WAYS + 1}", d=_line(way),
             **{"stroke-dasharray": f"6 {6 * turns - 6}", "stroke-dashoffset": f"{order % turns * 6}"})  # fmt: skip
    if layout.centre:
        x, y = layout.centre
        points = "".join(f"L{_n(x + r * math.cos(a))} {_n(y + r * math.sin(a))}"
                         for r, a in ((3.2 if n % 2 else 10, n * math.pi / 4) for n in range(1, 9)))  # fmt: skip
        _add(svg, "path", "map-centre", d=f"M{points[1:]}Z")
    # All true positions in one path, all leads from them in another: there may be as many as marks.
    moved = [(mark.at, (mark.x, mark.y)) for mark in layout.marks if mark.at]
    if moved:
        _add(svg, "path", "map-lead", d="".join(map(_line, moved)))
        _add(svg, "path", "map-spot", d="".join(f"{_line([at])}h0" for at, _ in moved))
    for label in labels(layout, lang, ways):
        text = _add(svg, "text", "map-label", x=_n(label.x), y=_n(label.y), **{"text-anchor": label.anchor})
        text.text = label.lines[0]
        for line in label.lines[1:]:
            ET.SubElement(text, "tspan", x=_n(label.x), dy=f"{LINE:g}").text = line
    for mark in layout.marks:
        _mark(svg, mark)


def _add(parent: ET.Element, tag: str, name: str, text: str = "", **values: str) -> ET.Element:
    made = ET.SubElement(parent, tag, {"class": name, **values})
    if text:
        made.text = text
    return made


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _line(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)


def _ways(layout: Layout, trips: Sequence[Sequence[int]]) -> list[list[tuple[float, float]]]:
    at = {mark.number: (mark.x, mark.y) for mark in layout.marks}
    ways = []
    for stops in trips:
        points = [at[number] for number in stops]
        ways.append([*points[:1], *(after for before, after in pairwise(points) if after != before)])
    return ways


def _ground(svg: ET.Element, layout: Layout, suffix: str, name: str) -> None:
    width = layout.form.width
    _add(svg, "rect", "map-ground", width=f"{width:g}", height=_n(layout.height))
    if not name:
        return
    mist = ET.SubElement(
        ET.SubElement(svg, "defs"), "linearGradient", id=f"map-mist-{suffix}", x1="0", y1="0", x2="0", y2="1"
    )
    _add(mist, "stop", "map-ridge", offset="0")
    _add(mist, "stop", "map-mist", offset="1")
    ranges = ET.SubElement(svg, "g", {"aria-hidden": "true", "fill": f"url(#map-mist-{suffix})"})
    for path in hills(name, width, layout.field):
        ET.SubElement(ranges, "path", d=path)


def _mark(svg: ET.Element, mark: Mark) -> None:
    # Around the middle of a group, so that a position is written once, and what all marks have is the same text.
    spot = ET.SubElement(svg, "g", transform=f"translate({_n(mark.x)} {_n(mark.y)})")
    if mark.far:
        angle, km = mark.far
        away, half = RADIUS * math.cos(_SIDE), RADIUS * math.sin(_SIDE)
        arrow = f"M{_n(RADIUS + ARROW)} 0L{_n(away)} {_n(-half)}V{_n(half)}Z"
        _add(spot, "path", "map-arrow", d=arrow, transform=f"rotate({math.degrees(angle):.0f})")
        # Four digits, mostly of a mistyped position, are set closer: none may be cut off at the edge.
        closer = {"textLength": "39", "lengthAdjust": "spacingAndGlyphs"} if km > 999 else {}
        _add(spot, "text", "map-far", f"{km} km", **closer, y=_n(kilometres_box(mark)[3] - 1 - mark.y))
    shape = f"map-mark map-{look(mark.kind)}{' map-rough' if mark.approximate else ''}"
    _add(spot, "circle", shape, r=f"{RADIUS:g}")
    _add(spot, "text", "map-number", str(mark.number), y="4.4")


def _foot(svg: ET.Element, layout: Layout, north: str, name: str) -> None:
    """Draw the strip below the map: a bar of 1, 2 or 5 times a power of ten metres, the commune's name, north."""
    width, middle = layout.form.width, (layout.field + layout.height) / 2
    _add(svg, "path", "map-foot", d=f"M0 {_n(layout.field)}h{width:g}V{_n(layout.height)}H0Z")
    most = _SCALE / layout.units_per_m
    power = 10 ** math.floor(math.log10(most))
    metres = next(power * step for step in (5, 2, 1) if power * step <= most)
    half = metres * layout.units_per_m / 2
    x, y = 14.0, middle + 1
    _add(svg, "path", "map-bar", d=f"M{_n(x)} {_n(y - 2)}h{_n(2 * half)}v4h{_n(-2 * half)}z")
    _add(svg, "path", "map-north", d=f"M{_n(x)} {_n(y - 2)}h{_n(half)}v4h{_n(-half)}z")
    said = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    _add(svg, "text", "map-word", said, x=_n(x + 2 * half + 7), y=_n(middle + 4.5))
    needle = width - 34
    _add(svg, "path", "map-north", d=f"M{needle:g} {_n(middle - 10)}l6 20l-6 -5l-6 5Z")
    _add(svg, "text", "map-north-word", north, x=f"{needle + 16:g}", y=_n(middle + 5))
    room = needle - 16 - (x + 2 * half + 12 + long(said))
    if name and long(name) * 1.25 < room:
        _add(svg, "text", "map-sign", name, x=_n(needle - 18), y=_n(middle + 5.5))
