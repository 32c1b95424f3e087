"""A drawn picture that stands in until there is a real one: a basket at a market, or a house among hills."""

from __future__ import annotations

import math
import struct
import zlib

WIDTH, HEIGHT = 1200, 1000
"""Pixels; the quality checks ask for 800 at least."""

_PALETTE = {
    "sky": 0xF4EDE0,
    "sun": 0xE8B25C,
    "far": 0xB3C4B1,
    "near": 0x86A28D,
    "ground": 0xD8C9A0,
    "light": 0xB98550,
    "dark": 0x8A5B2F,
    "cloth": 0x24316B,
    "wall": 0xEFE3CB,
}
_COLOUR = {name: number for number, name in enumerate(_PALETTE)}


def placeholder(subject: str) -> bytes:
    """
    Draw the picture.

    Args:
        subject: ``product`` for a basket, anything else for a house.
    Returns:
        Contents of a PNG file of ``WIDTH`` × ``HEIGHT`` pixels with no more than the picture in it.
    """
    far = [470 - 90 * math.sin(x / 150) - 50 * math.sin(x / 61) for x in range(WIDTH)]
    near = [590 - 60 * math.sin(x / 210 + 2) - 25 * math.sin(x / 83) for x in range(WIDTH)]
    rows = []
    for y in range(HEIGHT):
        row = bytearray([_COLOUR["sky"]]) * WIDTH
        _disc(row, y, 890, 250, 95, "sun")
        if y >= 700:
            row = bytearray([_COLOUR["ground"]]) * WIDTH
        elif y > 300:
            for x in range(WIDTH):
                if y > near[x]:
                    row[x] = _COLOUR["near"]
                elif y > far[x]:
                    row[x] = _COLOUR["far"]
        (_basket if subject == "product" else _house)(row, y)
        rows.append(bytes(row))
    return _png(rows)


def _basket(row: bytearray, y: int) -> None:
    _disc(row, y, 600, 545, 130, "cloth")
    _disc(row, y, 455, 560, 105, "wall")
    _disc(row, y, 740, 562, 108, "sun")
    if 560 <= y < 860:
        half = 300 - (y - 560) * 0.32
        _span(row, 600 - half, 600 + half, "light")
        for left in range(int(600 - half), int(600 + half), 48):
            shift = 24 if (y - 560) // 30 % 2 else 0
            _span(row, left + shift, min(left + shift + 24, 600 + half), "dark")
    if 545 <= y < 585 or 845 <= y < 875:
        half = 312 if y < 600 else 214
        _span(row, 600 - half, 600 + half, "dark")


def _house(row: bytearray, y: int) -> None:
    if 430 <= y < 590:
        half = 40 + (y - 430) * 1.9
        _span(row, 480 - half, 480 + half, "dark" if (y - 430) // 14 % 2 else "light")
    if 590 <= y < 760:
        _span(row, 240, 720, "wall")
        if y >= 620:
            _span(row, 440, 530, "cloth")
        if 630 <= y < 700:
            _span(row, 300, 380, "dark")
            _span(row, 590, 670, "dark")
    if 760 <= y < 850:
        for left in (260, 400, 540, 680):
            _span(row, left, left + 26, "dark")
    if 752 <= y < 770:
        _span(row, 220, 740, "dark")


def _span(row: bytearray, start: float, end: float, colour: str) -> None:
    first, last = max(0, round(start)), min(WIDTH, round(end))
    if last > first:
        row[first:last] = bytes([_COLOUR[colour]]) * (last - first)


def _disc(row: bytearray, y: int, x: int, middle: int, radius: int, colour: str) -> None:
    if abs(y - middle) < radius:
        half = math.sqrt(radius**2 - (y - middle) ** 2)
        _span(row, x - half, x + half, colour)


def _png(rows: list[bytes]) -> bytes:
    """Write rows of palette numbers as a PNG file (W3C, Portable Network Graphics, third edition, 2025)."""
    header = struct.pack(">IIBBBBB", WIDTH, len(rows), 8, 3, 0, 0, 0)
    palette = b"".join(colour.to_bytes(3, "big") for colour in _PALETTE.values())
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    parts = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
    chunks = (struct.pack(">I", len(data)) + name + data + _check(name + data) for name, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _check(data: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(data))
