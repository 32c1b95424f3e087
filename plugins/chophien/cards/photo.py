"""The photo of a card: whole on a ground that goes on from its own edges, or cropped to cover."""

from __future__ import annotations

from PIL import Image

from chophien.model import Pixels

_LARGEST = (1080, 1040)
"""No frame of a card is larger."""
_EYE = 0.42
"""Where the middle of a cropped photo is taken from, of what is left over above and below."""
_TONES = 6
"""Tones of an edge, from one end to the other, that its ground is made of."""
_WORTH = 0.7
"""A photo is shrunk for all frames at once when that leaves less than this of its width."""
_EVEN = 36
"""How far an edge's tones may differ, of 255, for its ground to go on with them."""


def _sized(image: Image.Image, factor: float) -> Image.Image:
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    if size == image.size:
        return image
    way = Image.Resampling.HAMMING if factor < 1 else Image.Resampling.BICUBIC
    return image.resize(size, way, reducing_gap=1.5 if factor < 0.5 else None)


def _factor(image: Image.Image, size: tuple[int, int], whole: bool) -> float:
    return (min if whole else max)(size[0] / image.width, size[1] / image.height)


class Print:
    """
    One photo, ready to be fitted into the frames of several cards.

    Args:
        pixels: The photo.
        whole: Whether nothing of it may be cropped, as a label on goods.
        largest: The largest frame it will be asked for.
    """

    def __init__(self, pixels: Pixels, whole: bool, largest: tuple[int, int] = _LARGEST) -> None:
        image = Image.frombuffer("RGB", (pixels.width, pixels.height), pixels.rgb, "raw", "RGB", 0, 1)
        self.whole = whole
        factor = _factor(image, largest, whole)
        # A photo that is not much larger would gain nothing from being shrunk twice.
        self._image = _sized(image, factor) if factor < _WORTH else image
        self._fitted: dict[tuple[int, int], Image.Image] = {}

    def fitted(self, size: tuple[int, int]) -> Image.Image:
        """Fill a frame, in pixels; the photo keeps its proportions. The result is for pasting, not for changing."""
        if size not in self._fitted:
            self._fitted[size] = self._fit(size)
        return self._fitted[size]

    def _fit(self, size: tuple[int, int]) -> Image.Image:
        image = _sized(self._image, _factor(self._image, size, self.whole))
        if not self.whole:
            return _cropped(image, size)
        left, top = (size[0] - image.width) // 2, (size[1] - image.height) // 2
        frame = Image.new("RGB", size)
        if image.size != size:
            _extend(frame, image, left, top)
        frame.paste(image, (left, top))
        return frame


def _cropped(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    left = max(0, image.width - size[0]) // 2
    top = round(max(0, image.height - size[1]) * _EYE)
    if image.width < size[0] or image.height < size[1]:  # a pixel lost in rounding
        return image.resize(size, Image.Resampling.BILINEAR)
    return image.crop((left, top, left + size[0], top + size[1]))


def _extend(frame: Image.Image, image: Image.Image, left: int, top: int) -> None:
    """Let even edges of a photo run on to the edges of the frame; behind uneven ones lay the photo itself, blurred."""
    width, height = image.size
    deep = max(1, min(width, height) // 40)
    upright = frame.width > width
    if upright:
        edges = ((0, 0, deep, height), (width - deep, 0, width, height))
        rests = ((0, 0, left, frame.height), (left + width, 0, frame.width, frame.height))
    else:
        edges = ((0, 0, width, deep), (0, height - deep, width, height))
        rests = ((0, 0, frame.width, top), (0, top + height, frame.width, frame.height))
    shape = (1, _TONES) if upright else (_TONES, 1)
    tones = [image.resize(shape, Image.Resampling.BOX, box=edge) for edge in edges]
    even = all(_spread(tone) <= _EVEN for tone in tones)
    if not even:
        frame.paste(_blurred(image, frame.size), (0, 0))
        return
    for tone, (x, y, right, foot) in zip(tones, rests, strict=True):
        if right > x and foot > y:
            frame.paste(tone.resize((right - x, foot - y), Image.Resampling.BICUBIC), (x, y))


def _blurred(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Blow a photo up until it covers a frame, so much that nothing of it can be made out, and a little darker."""
    tiny = image.resize((8, 8), Image.Resampling.BOX)
    return tiny.point([level * 3 // 4 for level in range(256)] * 3).resize(size, Image.Resampling.BICUBIC)


def _spread(tone: Image.Image) -> int:
    """Return how far the values of one channel are apart at most."""
    values = tone.tobytes()
    return max(max(values[channel::3]) - min(values[channel::3]) for channel in range(3))
