"""
A woven band of the commune's own, drawn from its name.

Brocade of the highlands is woven on a grid of threads: diamonds within diamonds, stars, hooks, teeth
along the edge. The name chooses motif, rings and colours; the same name always gives the same band.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from chophien.model import Palette

from .colours import GOLD, LEAF, UNDYED, mix, readable

WIDTH, HEIGHT = 24, 16
"""Threads of one repeat, across and along."""
EDGE = 3
"""Threads of the border above and below."""

Motif = Callable[[int, int], int]
"""From the distance to the middle, in threads across and along, to the ring: 0 is the heart."""


def _diamond(x: int, y: int) -> int:
    return (x + y) // 2


def _star(x: int, y: int) -> int:
    return min(x, y) + max(x, y) // 2 if min(x, y) * 2 > max(x, y) else max(x, y) // 2 + min(x, y) // 2


def _hook(x: int, y: int) -> int:
    return (x + y) // 2 + (2 if x > 3 and y < 2 else 0)


def _lantern(x: int, y: int) -> int:
    return max(x // 2, y) if x > y else (x + y) // 2


def _step(x: int, y: int) -> int:
    return (x // 2 * 2 + y // 2 * 2) // 2


MOTIFS: tuple[Motif, ...] = (_diamond, _star, _hook, _lantern, _step)


def _numbers(name: str) -> list[int]:
    return list(hashlib.sha256(name.encode()).digest())


def weave(name: str) -> list[list[int]]:
    """
    Lay the threads of one repeat.

    Returns:
        ``HEIGHT`` rows of ``WIDTH`` numbers: 0 ground, 1 gold, 2 red, 3 leaf, 4 undyed.
    """
    numbers = _numbers(name)
    motif = MOTIFS[numbers[0] % len(MOTIFS)]
    orders = ((1, 2, 4, 0, 3), (2, 1, 0, 4, 1), (4, 2, 1, 0, 2), (1, 4, 2, 0, 1), (3, 1, 2, 0, 4), (2, 4, 1, 0, 3))
    rings = orders[numbers[1] % len(orders)]
    small = MOTIFS[numbers[2] % len(MOTIFS)]
    inner = HEIGHT - 2 * EDGE
    rows: list[list[int]] = []
    for y in range(inner):
        along = abs(2 * y - (inner - 1)) // 2
        row = []
        for x in range(WIDTH):
            across = abs(2 * x - (WIDTH - 1)) // 2
            ring = motif(across, along)
            if ring < len(rings):
                row.append(rings[ring])
                continue
            # Between two large motifs, at the edges of the repeat, stands half a small one.
            ring = small(min(x, WIDTH - 1 - x), along)
            row.append((rings[1], rings[2], 0)[ring] if ring < 3 else 0)
        rows.append(row)
    teeth = 2 + numbers[3] % 3
    outer, tooth = (1, 2) if numbers[4] % 2 else (2, 1)
    above = [
        [outer] * WIDTH,
        [tooth if x % (2 * teeth) < teeth else 0 for x in range(WIDTH)] if WIDTH % (2 * teeth) == 0
        else [tooth if x % 4 < 2 else 0 for x in range(WIDTH)],
        [0] * WIDTH,
    ]  # fmt: skip
    return [*above, *rows, *reversed(above)]


def _colours(palette: Palette) -> tuple[str, str, str, str, str]:
    ground = readable(palette.ink, (UNDYED,), 9.0)
    return ground, GOLD, mix(palette.accent, "#ffffff", 0.12), LEAF, UNDYED


def _paths(rows: list[list[int]], colours: tuple[str, ...], size: int) -> str:
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
    width, height = WIDTH * size, HEIGHT * size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" shape-rendering="crispEdges">'
        f'<rect width="{width}" height="{height}" fill="{colours[0]}"/>{_paths(weave(name), colours, size)}</svg>'
    ).encode()


def icon(name: str, palette: Palette | None = None) -> bytes:
    """Draw the middle of the band as a square icon with round corners."""
    palette = palette or Palette()
    colours = _colours(palette)
    rows = weave(name)[EDGE:-EDGE]
    side = len(rows)
    start = (WIDTH - side) // 2
    heart = [row[start : start + side] for row in rows]
    total = side + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 {total} {total}">'
        f'<rect width="{total}" height="{total}" rx="3" fill="{colours[0]}"/>'
        f'<g transform="translate(2 2)" shape-rendering="crispEdges">{_paths(heart, colours, 1)}</g></svg>'
    ).encode()
