"""QR codes as modules, for whoever draws or prints them."""

from __future__ import annotations

_MASK = 3
"""Number of the pattern that light and dark are evened out with; the code itself says which, and readers undo it."""

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules from the top, true where dark, without the quiet zone."""


def matrix(text: str) -> Matrix:
    """
    Encode a text, such as an address.

    Args:
        text: At most 2,331 bytes in UTF-8, the most that correction level M holds.
    Returns:
        The smallest square that holds it; 4 modules of white belong around it.
    Raises:
        ValueError: Too long.
    Source:
        ISO/IEC 18004:2015. Level M mends 15 % of damage, enough for a screen photographed by another phone.
    """

    import segno  # only when a code is drawn; loading it took 20 ms

    try:
        # Any mask can be read; trying all eight for the best takes five times as long.
        code = segno.make(text, error="m", mask=_MASK, micro=False, boost_error=False)
    except segno.DataOverflowError:
        raise ValueError(f"{len(text)} characters are too many for one QR code") from None
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


__all__ = ["Matrix", "matrix"]
