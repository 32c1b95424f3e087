"""QR codes as modules, for whoever draws or prints them; codes for transfers; codes as pictures."""

from __future__ import annotations

import functools
from typing import Any, Literal

from .drawing import QUIET, Matrix, svg
from .transfers import payload, split

_MASK = 3
"""Number of the pattern that light and dark are evened out with; the code itself says which, and readers undo it."""


def transfer(payload: str, title: str) -> str:
    """Draw the code of a transfer for a page, as an ``svg`` element of less than 3 KB for a usual payload."""
    return svg(_of_transfer(payload), title)


# One account stands on the pages of all its goods, in every language.
@functools.lru_cache(maxsize=256)
def _of_transfer(payload: str) -> Matrix:
    return matrix(*split(payload), level="l")


def matrix(*parts: str, level: Literal["l", "m"] = "m") -> Matrix:
    """
    Encode a text, such as an address.

    Args:
        parts: The text, at most 2,331 bytes in UTF-8, the most that correction level M holds. In several parts
            each takes the shortest form that its own letters allow.
        level: M mends 15 % of damage, enough for a screen photographed by another phone; L mends 7 % and has
            larger modules, for a clean screen.
    Returns:
        The smallest square that holds it; 4 modules of white belong around it.
    Raises:
        ValueError: Too long.
    Source:
        ISO/IEC 18004:2015.
    """

    import segno  # only when a code is drawn; loading it took 20 ms

    try:
        # Any mask can be read; trying all eight for the best takes five times as long.
        # Several parts work in segno, whose annotations do not know of it (``encoder.prepare_data``).
        content: Any = parts if len(parts) > 1 else parts[0]
        code = segno.make(content, error=level, mask=_MASK, micro=False, boost_error=False)
    except segno.DataOverflowError:
        raise ValueError(f"{len(''.join(parts))} characters are too many for one QR code") from None
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


__all__ = ["QUIET", "Matrix", "matrix", "payload", "svg", "transfer"]
