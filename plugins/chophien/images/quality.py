"""
What can be said of a photo without knowing what it shows: sharp, bright, large, like another one.

The measures and their limits were tried on real photographs on 22 November 2026. The variance of the Laplacian
was tried too and fails: it calls noise sharp and a smooth pot blurred.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from chophien.model.tones import tone

from .opening import decode, opened, upright_size

SHARP_SIDE = 640
SHARP_LEAST = 0.40
"""Ratio of second to first differences on the strongest edges; sharp photos reach 0.48 and more."""
EDGES = 0.03
"""Share of the pixels that counts as its strongest edges."""
DARK_MEAN = 45
DARK_SHARE = 0.30
"""Share of pixels below ``DARK_LEVEL``, of 255, from which a photo is too dark."""
DARK_LEVEL = 20
CLIPPED_LEVEL = 250
CLIPPED_SHARE = 0.5
"""Share of the middle of the photo that may be white; the border is white on many a good product photo."""
WHITE_LEVEL = 235
WHITE_CHROMA = 16
WHITE_SHARE = 0.9
GOOD_SIDE = 1000
"""Short side in pixels below which a photo looks coarse on a large screen."""
NEAR_BITS = 20
"""Of 256: copies squeezed or resized by a chat differ in up to 18, different photos in 76 and more."""
ADVICE = ("photo-blurred", "photo-dark", "photo-overexposed", "photo-low-resolution")
"""Codes of what ``examine`` may advise; an illustration is only asked for its size."""


class Examined(NamedTuple):
    """
    What was seen of a photo.

    Args:
        width: Upright, in pixels.
        height: Upright, in pixels.
        tone: Place in ``TONES`` of its mean colour, the ground that stands in while it loads.
        dhash: Difference hash of 256 bits, as 64 hexadecimal digits.
        advice: Codes out of ``ADVICE``.
        white: Whether it stands on a white background.
    """

    width: int
    height: int
    tone: int
    dhash: str
    advice: tuple[str, ...] = ()
    white: bool = False


def examine(data: bytes) -> Examined:
    """
    Decode a photo as small as its measures allow, which also shows whether the file is whole.

    Raises:
        PhotoError: Not a usable photo.
    """
    image = opened(data)
    width, height = upright_size(image)
    factor = min(1, SHARP_SIDE / max(width, height))
    small = decode(image, (max(1, round(width * factor)), max(1, round(height * factor))))
    grey = small.convert("L")
    advice = []
    sharp = sharpness(grey)
    if sharp is not None and sharp < SHARP_LEAST:
        advice.append("photo-blurred")
    advice += _exposure(grey.resize((256, 256), Image.Resampling.BOX))
    if min(width, height) < GOOD_SIDE:
        advice.append("photo-low-resolution")
    return Examined(width, height, _tone(small), _dhash(grey), tuple(advice), _white(small))


def sharpness(grey: Image.Image) -> float | None:
    """
    Measure how abrupt the strongest edges of a grey picture are.

    Args:
        grey: Mode L, long side ``SHARP_SIDE`` pixels.
    Returns:
        For each axis Σ(second difference²) / Σ(first difference²) over the strongest edges, the smaller of both;
        nothing when the picture has no edges.
    """
    calm = grey.filter(ImageFilter.MedianFilter(3))  # grain and dust are no edges
    found = [ratio for ratio in (_ratio(calm), _ratio(calm.transpose(Image.Transpose.TRANSPOSE))) if ratio is not None]
    return min(found, default=None)


def _ratio(image: Image.Image) -> float | None:
    width, height = image.size
    if width < 3:
        return None
    before, here, after = (image.crop((x, 0, width - 2 + x, height)) for x in range(3))
    first = ImageChops.difference(after, here)
    # Half the second difference, so that it fits in a byte.
    half = ImageChops.difference(ImageChops.add(before, after, scale=2), here)
    counts = first.histogram()
    left = EDGES * (width - 2) * height
    limit = 255
    while limit > 1 and (left := left - counts[limit]) > 0:
        limit -= 1
    mask = first.point([255 if level >= limit else 0 for level in range(256)])
    below = _squares(first.histogram(mask))
    return 4 * _squares(half.histogram(mask)) / below if below else None


def _squares(histogram: list[int]) -> int:
    return sum(level * level * count for level, count in enumerate(histogram))


def _exposure(grey: Image.Image) -> list[str]:
    counts = grey.histogram()
    pixels = grey.width * grey.height
    mean = sum(level * count for level, count in enumerate(counts)) / pixels
    if mean < DARK_MEAN or sum(counts[:DARK_LEVEL]) > DARK_SHARE * pixels:
        return ["photo-dark"]
    third = grey.width // 3
    middle = grey.crop((third, third, 2 * third, 2 * third))
    if sum(middle.histogram()[CLIPPED_LEVEL:]) > CLIPPED_SHARE * middle.width * middle.height:
        return ["photo-overexposed"]
    return []


def _white(image: Image.Image) -> bool:
    """Tell whether nearly all of a ring along the border is white."""
    side = 64
    small = image.resize((side, side), Image.Resampling.BOX)
    ring = Image.new("L", small.size, 255)
    ring.paste(0, (4, 4, side - 4, side - 4))
    red, green, blue = small.split()
    low = ImageChops.darker(ImageChops.darker(red, green), blue)
    high = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    chroma = ImageChops.subtract(high, low)
    white = ImageChops.multiply(
        low.point([255 if level > WHITE_LEVEL else 0 for level in range(256)]),
        chroma.point([255 if level < WHITE_CHROMA else 0 for level in range(256)]),
    )
    counts = white.histogram(ring)
    return counts[255] >= WHITE_SHARE * sum(counts)


def _dhash(grey: Image.Image) -> str:
    """Compare each of 16 × 16 points with its right neighbour."""
    points = grey.resize((17, 16), Image.Resampling.LANCZOS).tobytes()
    bits = 0
    for row in range(16):
        line = points[row * 17 : row * 17 + 17]
        for left, right in pairwise(line):
            bits = bits << 1 | (left > right)
    return f"{bits:064x}"


def near(one: str, other: str) -> bool:
    """Tell whether two difference hashes are those of the same picture, squeezed, resized or brightened."""
    return bool(one and other) and (int(one, 16) ^ int(other, 16)).bit_count() <= NEAR_BITS


def _tone(image: Image.Image) -> int:
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).tobytes()
    return tone((red, green, blue))
