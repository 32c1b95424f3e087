"""The commune's woven band as SVG: a repeating border, and the mark of its middle."""

from __future__ import annotations

from collections.abc import Sequence

from chophien.model import Palette
from chophien.model.weaving import THREADS_EDGE, THREADS_HIGH, THREADS_WIDE, weave

from .colours import GOLD, LEAF, UNDYED, mix, readable


def _colours(palette: Palette) -> tuple[str, str, str, str, str]:
    ground = readable(palette.ink, (UNDYED,), 9.0)
    return ground, GOLD, mix(palette.accent, "#ffffff", 0.12), LEAF, UNDYED


def _paths(rows: Sequence[Sequence[int]], colours: tuple[str, ...], size: int) -> str:
    parts = []
    for number, colour in enumerate(colours):
        if number == 0:
            continue
        runs = []
        for y, row in enumerate(rows):
            x = 0
            while x < len(row):
                length = 1
                while x + length < len(row) and row[x + length] == row[x]:
                    length += 1
                if row[x] == number:
                    runs.append(f"M{x * size} {y * size}h{length * size}v{size}h-{length * size}z")
                x += length
        if runs:
            parts.append(f'<path fill="{colour}" d="{"".join(runs)}"/>')
    return "".join(parts)


def brocade(name: str, palette: Palette | None = None, size: int = 2) -> bytes:
    """
    Draw one repeat of a commune's band.

    Args:
        name: The commune's name.
        palette: Its colours.
        size: Pixels of one thread.
    Returns:
        Contents of an SVG file that can be repeated from left to right.
    """
    palette = palette or Palette()
    colours = _colours(palette)
    width, height = THREADS_WIDE * size, THREADS_HIGH * size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" shape-rendering="crispEdges">'
        f'<rect width="{width}" height="{height}" fill="{colours[0]}"/>{_paths(weave(name), colours, size)}</svg>'
    ).encode()


def icon(name: str, palette: Palette | None = None) -> bytes:
    """Draw the middle of the band as a square icon with round corners."""
    palette = palette or Palette()
    colours = _colours(palette)
    rows = weave(name)[THREADS_EDGE:-THREADS_EDGE]
    side = len(rows)
    start = (THREADS_WIDE - side) // 2
    heart = [row[start : start + side] for row in rows]
    total = side + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 {total} {total}">'
        f'<rect width="{total}" height="{total}" rx="3" fill="{colours[0]}"/>'
        f'<g transform="translate(2 2)" shape-rendering="crispEdges">{_paths(heart, colours, 1)}</g></svg>'
    ).encode()
