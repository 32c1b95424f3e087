"""The bundled fonts."""

from __future__ import annotations

import io
from functools import lru_cache
from importlib import resources

from PIL import ImageFont

TITLE, TEXT, STRONG = "NotoSerif-Bold.ttf", "BeVietnamPro-Medium.ttf", "BeVietnamPro-Bold.ttf"
FILES = (TITLE, TEXT, STRONG)


@lru_cache(maxsize=len(FILES))
def _contents(file: str) -> bytes:
    return (resources.files("chophien") / "data" / "fonts" / file).read_bytes()


@lru_cache(maxsize=256)
def font(file: str, size: int) -> ImageFont.FreeTypeFont:
    """Open a bundled font in a size in pixels."""
    return ImageFont.truetype(io.BytesIO(_contents(file)), size)
