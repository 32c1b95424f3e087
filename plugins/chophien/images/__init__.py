"""
Photos to the sizes pages and marketplaces need: upright, sRGB, without position or camera.

Bytes in, bytes out. Only JPEG, PNG and WebP are opened, and HEIC where a photo is taken in, whatever a file
is called, and nothing larger than ``MOST_PIXELS`` is decoded.
"""

from .derivatives import RECIPE, SQUARE, WIDTHS, Derived, cover, derive, pixels, program, widths
from .masters import LONGEST, Master, master
from .opening import FORMATS, MOST_BYTES, MOST_PIXELS, PhotoError
from .quality import ADVICE, Examined, examine, near

__all__ = [
    "ADVICE", "FORMATS", "LONGEST", "MOST_BYTES", "MOST_PIXELS", "RECIPE", "SQUARE", "WIDTHS", "Derived",
    "Examined", "Master", "PhotoError", "cover", "derive", "examine", "master", "near", "pixels", "program", "widths",
]  # fmt: skip
