"""
The woven band of a commune, laid from its name.

Brocade of the highlands is woven on a grid of threads: diamonds within diamonds, stars, hooks, teeth
along the edge. The name chooses motif, rings and colours; the same name always gives the same band.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache

THREADS_WIDE, THREADS_HIGH = 24, 16
"""Threads of one repeat, across and along."""
THREADS_EDGE = 3
"""Threads of the border above and below."""

_Motif = Callable[[int, int], int]
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


_MOTIFS: tuple[_Motif, ...] = (_diamond, _star, _hook, _lantern, _step)


def _numbers(name: str) -> list[int]:
    return list(hashlib.sha256(name.encode()).digest())


@lru_cache(maxsize=64)
def weave(name: str) -> tuple[tuple[int, ...], ...]:
    """
    Lay the threads of one repeat.

    Returns:
        ``THREADS_HIGH`` rows of ``THREADS_WIDE`` numbers: 0 ground, 1 gold, 2 red, 3 leaf, 4 undyed.
    """
    numbers = _numbers(name)
    motif = _MOTIFS[numbers[0] % len(_MOTIFS)]
    orders = ((1, 2, 4, 0, 3), (2, 1, 0, 4, 1), (4, 2, 1, 0, 2), (1, 4, 2, 0, 1), (3, 1, 2, 0, 4), (2, 4, 1, 0, 3))
    rings = orders[numbers[1] % len(orders)]
    small = _MOTIFS[numbers[2] % len(_MOTIFS)]
    inner = THREADS_HIGH - 2 * THREADS_EDGE
    rows: list[tuple[int, ...]] = []
    for y in range(inner):
        along = abs(2 * y - (inner - 1)) // 2
        row = []
        for x in range(THREADS_WIDE):
            across = abs(2 * x - (THREADS_WIDE - 1)) // 2
            ring = motif(across, along)
            if ring < len(rings):
                row.append(rings[ring])
                continue
            # Between two large motifs, at the edges of the repeat, stands half a small one.
            ring = small(min(x, THREADS_WIDE - 1 - x), along)
            row.append((rings[1], rings[2], 0)[ring] if ring < 3 else 0)
        rows.append(tuple(row))
    teeth = 2 + numbers[3] % 3
    outer, tooth = (1, 2) if numbers[4] % 2 else (2, 1)
    turn, wide = (2 * teeth, teeth) if THREADS_WIDE % (2 * teeth) == 0 else (4, 2)
    above = (
        (outer,) * THREADS_WIDE,
        tuple(tooth if x % turn < wide else 0 for x in range(THREADS_WIDE)),
        (0,) * THREADS_WIDE,
    )
    return (*above, *rows, *reversed(above))
