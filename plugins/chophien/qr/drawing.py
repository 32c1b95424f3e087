"""QR codes as SVG pictures that stand in a page."""

from __future__ import annotations

from html import escape
from itertools import groupby

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules from the top, true where dark, without the quiet zone."""

QUIET = 4
"""Modules of white that belong around a code (ISO/IEC 18004:2015)."""
_PIXELS = 4
"""Width of a module in CSS pixels: a phone at arm's length reads it on any screen."""


def svg(code: Matrix, title: str) -> str:
    """
    Draw a code in black on white, its quiet zone included.

    Args:
        code: Its modules.
        title: What it is for, as a screen reader says it.
    Returns:
        An ``svg`` element without namespace, for HTML.
    """
    side = len(code) + 2 * QUIET
    size = side * _PIXELS
    return (
        f'<svg role="img" width="{size}" height="{size}" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<title>{escape(title)}</title><rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path stroke="#000" d="{_path(code)}"/></svg>'
    )


def _path(code: Matrix) -> str:
    """Write the dark modules as strokes one module thick, each row's neighbours joined."""
    steps = []
    pen_x, pen_y = 0.0, 0.0
    for y, row in enumerate(code):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                across, down = x + QUIET - pen_x, y + QUIET + 0.5 - pen_y
                # A minus also parts two numbers; a point alone begins one.
                steps.append(f"m{across:g}{'' if down < 0 else ' '}{down:g}h{length}")
                pen_x, pen_y = x + QUIET + length, y + QUIET + 0.5
            x += length
    return "".join(steps)
