"""Colours that can be read: contrast after WCAG 2.2, and the palette made from a commune's two colours."""

from __future__ import annotations

from chophien.model import Palette

Rgb = tuple[int, int, int]

PAPER = {"light": "#faf6ee", "dark": "#15172a"}
"""Ground of the page; the templates name the same two in ``theme-color``."""
CLOTH = {"light": "#f1e8d7", "dark": "#1f2239"}
GOLD, LEAF, UNDYED = "#dba53c", "#6f8f45", "#f4ecdc"
TEXT_CONTRAST = 4.6
"""A little above the 4.5 that WCAG 2.2 asks of text (success criterion 1.4.3, level AA)."""


def rgb(colour: str) -> Rgb:
    """Read ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, share: float) -> str:
    """Mix two colours; ``share`` of the other, 0 to 1."""
    first, second = rgb(colour), rgb(other)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(first, second, strict=True))


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in rgb(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    bright, dim = sorted((luminance(colour), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def readable(colour: str, grounds: tuple[str, ...], least: float = TEXT_CONTRAST) -> str:
    """Darken or lighten a colour, in small steps, until it can be read on every ground."""
    towards = "#000000" if luminance(grounds[0]) > 0.18 else "#ffffff"
    for step in range(51):
        found = mix(colour, towards, step / 50)
        if all(contrast(found, ground) >= least for ground in grounds):
            return found
    return towards


def properties(palette: Palette) -> tuple[dict[str, str], dict[str, str]]:
    """
    Work out the colours that depend on the commune's two, for light and dark screens.

    Any two colours give text that can be read: too light an ink is darkened, and so on.
    """
    deep = readable(palette.ink, (UNDYED,), 9.0)
    light = {
        "ink": readable(palette.ink, (PAPER["light"], CLOTH["light"]), 7.0),
        "ink-deep": deep,
        "ink-far": mix(deep, "#ffffff", 0.16),
        "ink-near": mix(deep, "#000000", 0.28),
        "accent": readable(palette.accent, (PAPER["light"], CLOTH["light"])),
        "call": readable(palette.accent, ("#ffffff",)),
        "call-deep": mix(readable(palette.accent, ("#ffffff",)), "#000000", 0.18),
    }
    dark = {
        "ink": readable(palette.ink, (PAPER["dark"], CLOTH["dark"]), 7.0),
        "ink-deep": mix(deep, "#000000", 0.25),
        "ink-far": mix(deep, "#ffffff", 0.06),
        "ink-near": mix(deep, "#000000", 0.5),
        "accent": readable(palette.accent, (PAPER["dark"], CLOTH["dark"])),
    }
    return light, dark
