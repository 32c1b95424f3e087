"""A QR code as pixels: given modules, a quiet zone around, whole pixels a module."""

from __future__ import annotations

from PIL import Image

from .colours import WHITE, Rgb
from .shapes import Matrix

QUIET = 4
"""Modules of white around the code (ISO/IEC 18004, 9.1)."""
LEAST = 6
"""Pixels of a module, so that a phone reads the code off another phone's screen."""


def side(qr: Matrix, wanted: int) -> int:
    """Return the pixels of one module for a code about so wide, quiet zone included."""
    return max(LEAST, wanted // (len(qr) + 2 * QUIET))


def code(qr: Matrix, module: int, dark: Rgb) -> Image.Image:
    """Draw a code with its quiet zone."""
    modules = len(qr)
    small = Image.new("RGB", (modules + 2 * QUIET,) * 2, WHITE)
    inner = Image.new("RGB", (modules, modules))
    inner.putdata([dark if module else WHITE for row in qr for module in row])
    small.paste(inner, (QUIET, QUIET))
    return small.resize((small.width * module, small.height * module), Image.Resampling.NEAREST)
