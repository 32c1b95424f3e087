"""The colours of a card: whatever the commune's two are, every text can be read on its ground."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from chophien.model import Palette

Rgb = tuple[int, int, int]

CONTRAST = 4.6
"""A little above the 4.5 that WCAG 2.2 asks of text (success criterion 1.4.3, level AA)."""
_APART = 1.25
"""Contrast from which a plate is seen on the panel."""
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
PAPER: Rgb = (250, 246, 238)
GOLD: Rgb = (219, 165, 60)
LEAF: Rgb = (111, 143, 69)
UNDYED: Rgb = (244, 236, 220)


class Dyes(NamedTuple):
    """
    What a commune's cards are coloured with.

    Args:
        deep: Ground of the panel.
        undyed: Titles on ``deep``.
        quiet: Lesser lines on ``deep``.
        gold: Price, dates and stars on ``deep``.
        plate: Ground of a notice such as a sale; ``notice`` is its text.
        line: Hairlines on ``deep``.
        paper: Ground of a mark; ``ink`` is its text.
        threads: Colours of the woven band: ground, gold, red, leaf, undyed.
        shade: The same, hardly standing out from the ground.
    """

    deep: Rgb
    undyed: Rgb
    quiet: Rgb
    gold: Rgb
    plate: Rgb
    notice: Rgb
    line: Rgb
    paper: Rgb
    ink: Rgb
    threads: tuple[Rgb, ...]
    shade: tuple[Rgb, ...]


def rgb(colour: str) -> Rgb:
    """Read ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: Rgb, other: Rgb, share: float) -> Rgb:
    """Mix two colours; ``share`` of the other, 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def luminance(colour: Rgb) -> float:
    """Return the relative luminance as WCAG defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21."""
    bright, dim = sorted((luminance(colour), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def readable(colour: Rgb, ground: Rgb, least: float = CONTRAST) -> Rgb:
    """Darken or lighten a colour, in small steps, until it can be read on a ground."""
    towards = BLACK if luminance(ground) > 0.18 else WHITE
    for step in range(51):
        found = mix(colour, towards, step / 50)
        if contrast(found, ground) >= least:
            return found
    return towards


@lru_cache(maxsize=64)
def dyes(ink: str, accent: str) -> Dyes:
    """Work out a commune's dyes from its two colours, as ``#rrggbb``; the panel is as dark as the site's."""
    deep = readable(rgb(ink), UNDYED, 9.0)
    plate, notice = readable(rgb(accent), WHITE), WHITE
    if contrast(plate, deep) < _APART:  # a plate nobody sees is no plate
        plate, notice = UNDYED, deep
    threads = (deep, GOLD, mix(rgb(accent), WHITE, 0.12), LEAF, UNDYED)
    return Dyes(
        deep=deep,
        undyed=UNDYED,
        quiet=readable(mix(UNDYED, deep, 0.22), deep),
        gold=readable(mix(GOLD, WHITE, 0.12), deep, 5.5),
        plate=plate,
        notice=notice,
        line=mix(deep, UNDYED, 0.24),
        paper=PAPER,
        ink=readable(rgb(ink), PAPER, 7.0),
        threads=threads,
        shade=tuple(mix(deep, thread, 0.16) for thread in threads),
    )


def palette_dyes(palette: Palette | None) -> Dyes:
    """Return the dyes of a commune, with the usual colours where it chose none."""
    chosen = palette or Palette()
    return dyes(chosen.ink, chosen.accent)
