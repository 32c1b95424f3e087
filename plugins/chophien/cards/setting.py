"""Setting text: wrapped, balanced, as large as its frame allows, shortened only as the last resort."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .fonts import TITLE, font

ELLIPSIS = "…"
_ASCENT = {TITLE: 1.07}
_ASCENT_SANS = 1.23
_DESCENT = 0.26
_LEADING = {TITLE: 1.31}
_LEADING_SANS = 1.47
# An address may be parted behind its signs, where nothing has to be added.
_ADDRESS_STEP = re.compile(r"[^/]*/+|[^/]+")
_ADDRESS_PIECE = re.compile(r"[^/.\-]*[/.\-]+|[^/.\-]+")


class Block(NamedTuple):
    """Lines of text in one font and size; ``width`` and ``height`` in pixels hold all their ink."""

    lines: tuple[str, ...]
    file: str
    size: int
    width: int
    height: int

    def baseline(self, line: int) -> int:
        """Return how far below the top of the block a line stands."""
        return ascent(self.file, self.size) + line * leading(self.file, self.size)


def ascent(file: str, size: int) -> int:
    """Return the room above a baseline for a capital with two marks, such as Ẵ."""
    return round(size * _ASCENT.get(file, _ASCENT_SANS)) + 1


def leading(file: str, size: int) -> int:
    """Return the distance of two baselines."""
    return round(size * _LEADING.get(file, _LEADING_SANS))


def _height(file: str, size: int, lines: int) -> int:
    return ascent(file, size) + (lines - 1) * leading(file, size) + round(size * _DESCENT) + 1 if lines else 0


@lru_cache(maxsize=16384)
def length(file: str, size: int, written: str) -> float:
    """Measure a piece of text in pixels."""
    return font(file, size).getlength(written)


def _greedy(pieces: Sequence[str], glue: str, file: str, size: int, width: float) -> list[str]:
    """Fill lines one after the other; a piece that is wider than a line is a line of its own."""
    space = length(file, size, glue) if glue else 0.0
    lines: list[list[str]] = []
    used = 0.0
    for piece in pieces:
        wide = length(file, size, piece)
        if lines and used + space + wide <= width:
            lines[-1].append(piece)
            used += space + wide
        else:
            lines.append([piece])
            used = wide
    return [glue.join(line) for line in lines]


def _balanced(pieces: Sequence[str], glue: str, file: str, size: int, width: float) -> list[str]:
    """Wrap into as few lines as the width allows, of about the same length."""
    lines = _greedy(pieces, glue, file, size, width)
    if len(lines) < 2:
        return lines
    least = max(length(file, size, piece) for piece in pieces)
    most = width
    for _ in range(6):
        middle = (least + most) / 2
        found = _greedy(pieces, glue, file, size, middle)
        if len(found) == len(lines):
            lines, most = found, middle
        else:
            least = middle
    return lines


def _broken(pieces: Sequence[str], file: str, size: int, width: float) -> list[str]:
    """Part pieces that are wider than a line between letters."""
    parts = []
    for piece in pieces:
        rest = piece
        while length(file, size, rest) > width and len(rest) > 1:
            fits = next((n for n in range(len(rest) - 1, 1, -1) if length(file, size, rest[:n]) <= width), 1)
            parts.append(rest[:fits])
            rest = rest[fits:]
        parts.append(rest)
    return parts


def _shortened(lines: list[str], most: int, glue: str, file: str, size: int, width: float) -> list[str]:
    """Keep the first lines, ended at a word by an ellipsis."""
    kept = lines[:most]
    words = kept[-1].split(glue) if glue else [kept[-1]]
    while len(words) > 1 and length(file, size, glue.join(words) + ELLIPSIS) > width:
        words.pop()
    last = glue.join(words)
    while len(last) > 1 and length(file, size, last + ELLIPSIS) > width:
        last = last[:-1]
    kept[-1] = last.rstrip(" ,;:.–—-") + ELLIPSIS
    return kept


def _block(lines: Sequence[str], file: str, size: int) -> Block:
    wide = max((length(file, size, line) for line in lines), default=0.0)
    return Block(tuple(lines), file, size, -int(-wide // 1), _height(file, size, len(lines)))


@lru_cache(maxsize=2048)
def fit(
    written: str,
    file: str,
    sizes: tuple[int, int],
    width: int,
    height: int = 10_000,
    most_lines: int = 99,
    address: bool = False,
) -> Block:
    """
    Set a text as large as fits.

    Args:
        written: Letters that the font holds.
        sizes: Largest and smallest size in pixels.
        width: Of the frame, in pixels.
        height: Of the frame; holds at least one line of the smallest size.
        address: Part it behind its strokes, or if it would be small behind any sign, instead of between words.
    Returns:
        A block that is no wider and no higher than the frame. Only where the smallest size does not fit are words
        parted that are wider than a line, and the text is shortened at a word if that is not enough.
    """
    if not written:
        return Block((), file, sizes[1], 0, 0)
    glue = "" if address else " "
    pieces: Sequence[str] = _ADDRESS_STEP.findall(written) if address else written.split(" ")
    largest, smallest = sizes
    step = max(2, largest // 18)
    for size in (*range(largest, smallest, -step), smallest):
        if address and size <= (largest + smallest) // 2:
            pieces = _ADDRESS_PIECE.findall(written)
        if max(length(file, size, piece) for piece in pieces) > width:
            continue
        lines = _balanced(pieces, glue, file, size, width)
        block = _block(lines, file, size)
        if block.width <= width and block.height <= height and len(lines) <= most_lines:
            return block
    pieces = _broken(pieces, file, smallest, width)
    lines = _greedy(pieces, glue, file, smallest, width - 1)
    most = max(1, min(most_lines, (height - _height(file, smallest, 1)) // leading(file, smallest) + 1))
    if len(lines) > most:
        lines = _shortened(lines, most, glue, file, smallest, width)
    return _block(lines, file, smallest)
