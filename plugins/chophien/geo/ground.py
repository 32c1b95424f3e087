"""The ornament below the map: ranges of karst hills in mist, laid from the commune's name. It shows no real terrain."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator


def hills(name: str, width: float, height: float) -> list[str]:
    """
    Lay the ranges.

    Returns:
        One SVG path a range, from top to bottom; the same name always gives the same ones.
    """
    dice = _dice(f"{name} {width:.0f}")
    # Larger hills on a larger sheet: about four ranges to its height.
    size = height / 320
    ranges = []
    for row in range(4):
        foot = round(height * (0.3 + 0.235 * row))
        x = -40 - int(next(dice) * 30)
        # Each range has one gap, where the mist lies.
        gap, open_ = width * (0.1 + 0.8 * next(dice)), 40 + 30 * size
        humps, at = "", 0
        while x < width:
            # Few sizes and distances: what is drawn twice costs the page next to nothing.
            wide, tall = _near((30 + next(dice) * 34) * size, 12), _near((20 + next(dice) ** 2 * 46) * size, 10)
            if abs(x + wide / 2 - gap) > open_:
                humps += (f"m{x - at} 0" if humps else f"M{x} {foot}") + _hump(wide, tall)
                at = x
            x += _near(wide * (0.45 + 0.4 * next(dice)), 5)
        ranges.append(humps)
    return ranges


def _near(value: float, step: int) -> int:
    return step * round(value / step)


def _hump(wide: int, tall: int) -> str:
    """A steep hill with a round top, as the limestone of the north has them; it ends where it begins."""
    half = wide // 2
    return f"c{half // 2}-4 {half // 3}-{tall} {half}-{tall}s{half - half // 2} {tall - 4} {half} {tall}z"


def _dice(name: str) -> Iterator[float]:
    count = 0
    while True:
        for byte in hashlib.sha256(f"{name} {count}".encode()).digest():
            yield byte / 256
        count += 1
