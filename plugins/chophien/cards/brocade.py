"""The commune's woven band as pixels: the threads of the site's own band, in a picture."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image

from chophien.model.weaving import THREADS_EDGE, THREADS_WIDE, weave

from .colours import Rgb


def _cloth(rows: tuple[tuple[int, ...], ...], colours: tuple[Rgb, ...], size: int) -> Image.Image:
    cloth = Image.new("RGB", (len(rows[0]), len(rows)))
    cloth.putdata([colours[number] for row in rows for number in row])
    return cloth.resize((cloth.width * size, cloth.height * size), Image.Resampling.NEAREST)


@lru_cache(maxsize=64)
def band(name: str, colours: tuple[Rgb, ...], size: int, width: int) -> Image.Image:
    """Weave a band of ``THREADS_HIGH * size`` pixels height, a whole motif in its middle; not to be drawn on."""
    one = _cloth(weave(name), colours, size)
    woven = Image.new("RGB", (width, one.height))
    start = (width - one.width) // 2
    for x in range(start - (start + one.width - 1) // one.width * one.width, width, one.width):
        woven.paste(one, (x, 0))
    return woven


def cloth(name: str, colours: tuple[Rgb, ...], size: int, area: tuple[int, int]) -> Image.Image:
    """Weave an area full, the motifs of every second row set between those of the first."""
    rows = weave(name)[THREADS_EDGE:-THREADS_EDGE]
    both = (*rows, *(row[THREADS_WIDE // 2 :] + row[: THREADS_WIDE // 2] for row in rows))
    one = _cloth(both, colours, size)
    woven = Image.new("RGB", area)
    for y in range(-(-area[1] // 2 % one.height), area[1], one.height):
        for x in range(area[0] // 2 % one.width - one.width - one.width // 2, area[0], one.width):
            woven.paste(one, (x, y))
    return woven


def heart(name: str, colours: tuple[Rgb, ...], size: int) -> Image.Image:
    """Weave the middle of the band alone: the commune's mark, a square of ten threads."""
    rows = weave(name)[THREADS_EDGE:-THREADS_EDGE]
    start = (THREADS_WIDE - len(rows)) // 2
    return _cloth(tuple(row[start : start + len(rows)] for row in rows), colours, size)
