"""Makes the derivatives of photos."""

from __future__ import annotations

from chophien import images

from ..context import Context
from ..task import Result


def photo(ctx: Context, path: str, square: bool) -> Result:
    """Make the derivatives of one photo, in the order of ``Picture.sources``, ``full``, ``square``."""
    data = (ctx.book.root / path).read_bytes()
    made = images.derive(data, images.widths(ctx.book.photos[path].width), square=square)
    return Result((*made.webp, made.full, *((made.square,) if square else ())))
