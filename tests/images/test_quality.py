"""What is said of a photo: the measures stay on the right side of their limits."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from chophien.images import ADVICE, examine, near
from chophien.images.quality import SHARP_LEAST, sharpness
from chophien.model.tones import TONES


def jpeg(image: Image.Image, quality: int = 92) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def market(seed: int = 1, width: int = 1600, height: int = 1200, ground: str = "#7d8a6a") -> Image.Image:
    """Draw a stall: many things with edges, in daylight, with the grain of a sensor."""
    dice = random.Random(seed)
    image = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(image)
    for _ in range(160):
        x, y, r = dice.randrange(width), dice.randrange(height), dice.randrange(20, 160)
        colour = tuple(dice.randrange(40, 230) for _ in range(3))
        shape = draw.ellipse if dice.random() < 0.5 else draw.rectangle
        shape((x - r, y - r * 2 // 3, x + r, y + r * 2 // 3), fill=colour)
    return grain(image, 6, seed)


def grain(image: Image.Image, strength: int, seed: int = 1) -> Image.Image:
    noise = Image.frombytes("L", image.size, random.Random(seed).randbytes(image.width * image.height))
    noise = noise.point([128 + (level - 128) * strength // 128 for level in range(256)])
    return ImageChops.add(image, Image.merge("RGB", [noise] * 3), offset=-128)


def motion(image: Image.Image, length: int) -> Image.Image:
    """Smear sideways."""
    made = image
    for step in range(1, length):
        made = Image.blend(made, ImageChops.offset(image, step, 0), 1 / (step + 1))
    return made


SHARP = market()
ON_WHITE = Image.new("RGB", (1600, 1200), "white")
ON_WHITE.paste(SHARP.crop((300, 200, 1300, 1000)), (300, 200))
SMOOTH = Image.new("RGB", (1600, 1200), "#c9c2b5")
ImageDraw.Draw(SMOOTH).ellipse((400, 200, 1200, 1000), fill="#8d5a3b")


@pytest.mark.parametrize("image", [
    pytest.param(SHARP, id="a stall"),
    pytest.param(grain(SHARP, 40), id="much grain"),
    pytest.param(ON_WHITE, id="on white"),
    pytest.param(SMOOTH, id="a smooth pot"),
    pytest.param(ImageEnhance.Brightness(SHARP).enhance(0.6), id="in the shade"),
    pytest.param(SHARP.resize((1100, 1100)), id="shrunk"),
])  # fmt: skip
def test_a_sharp_photo_is_not_called_blurred(image: Image.Image) -> None:
    assert "photo-blurred" not in examine(jpeg(image)).advice


@pytest.mark.parametrize("image", [
    pytest.param(SHARP.filter(ImageFilter.GaussianBlur(4)), id="out of focus"),
    pytest.param(grain(SHARP.filter(ImageFilter.GaussianBlur(4)), 12), id="out of focus, with grain"),
    pytest.param(motion(SHARP, 18), id="moved"),
    pytest.param(SHARP.resize((300, 225)).resize((1600, 1200), Image.Resampling.BICUBIC), id="blown up by a chat"),
])  # fmt: skip
def test_a_blurred_photo_is_called_so(image: Image.Image) -> None:
    assert "photo-blurred" in examine(jpeg(image)).advice


def test_a_picture_without_edges_is_not_judged() -> None:
    assert sharpness(Image.new("L", (640, 480), 120)) is None
    assert sharpness(Image.new("L", (2, 2), 120)) is None
    assert 0 < SHARP_LEAST < 1


@pytest.mark.parametrize(("image", "code"), [
    pytest.param(ImageEnhance.Brightness(SHARP).enhance(0.2), "photo-dark", id="at night"),
    pytest.param(SHARP.point([min(255, level * 3 + 130) for level in range(256)] * 3), "photo-overexposed", id="burnt"),
    pytest.param(SHARP, None, id="daylight"),
    pytest.param(ON_WHITE, None, id="goods on white"),
])  # fmt: skip
def test_light_is_measured_where_the_goods_are(image: Image.Image, code: str | None) -> None:
    found = [item for item in examine(jpeg(image)).advice if item in {"photo-dark", "photo-overexposed"}]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(("size", "told"), [
    ((999, 2000), True), ((1000, 1500), False), ((1500, 1000), False), ((2000, 999), True), ((1500, 1500), False),
])  # fmt: skip
def test_a_photo_of_less_than_a_thousand_pixels_is_told(size: tuple[int, int], told: bool) -> None:
    assert ("photo-low-resolution" in examine(jpeg(SHARP.resize(size))).advice) is told


def test_only_codes_of_the_table_are_advised() -> None:
    blurred = SHARP.filter(ImageFilter.GaussianBlur(4)).resize((800, 600))
    worst = ImageEnhance.Brightness(blurred).enhance(0.25)
    assert set(examine(jpeg(worst)).advice) == {"photo-blurred", "photo-dark", "photo-low-resolution"} < set(ADVICE)


def test_a_white_ground_is_seen() -> None:
    assert examine(jpeg(ON_WHITE)).white
    assert not examine(jpeg(SHARP)).white
    assert not examine(jpeg(Image.new("RGB", (800, 800), "#ffe9b0"))).white


@pytest.mark.parametrize("copy", [
    pytest.param(jpeg(SHARP, 35), id="squeezed"),
    pytest.param(jpeg(SHARP.resize((800, 600))), id="resized"),
    pytest.param(jpeg(ImageEnhance.Brightness(SHARP).enhance(1.15)), id="brightened"),
])  # fmt: skip
def test_a_copy_is_recognised(copy: bytes) -> None:
    assert near(examine(jpeg(SHARP)).dhash, examine(copy).dhash)


def test_another_photo_is_not_a_copy() -> None:
    hashes = [examine(jpeg(market(seed))).dhash for seed in range(2, 8)]
    assert len(hashes[0]) == 64
    assert not any(near(one, other) for n, one in enumerate(hashes) for other in hashes[:n])
    assert not near("", "")


@pytest.mark.parametrize(
    ("colour", "place"),
    [*((colour, place) for place, colour in enumerate(TONES)), ("#101010", 0), ("#ffffff", 3), ("#4c6b2f", 9)],
)
def test_a_photo_has_the_tone_nearest_to_its_mean_colour(colour: str, place: int) -> None:
    image = Image.new("RGB", (1600, 1200), colour)
    # As much lighter as darker, so that the mean stays.
    assert examine(jpeg(grain(image, 3))).tone == place


def test_a_tone_is_of_the_whole_photo() -> None:
    image = Image.new("RGB", (1600, 800), "black")
    image.paste("white", (800, 0, 1600, 800))
    grey = examine(jpeg(Image.new("RGB", (1600, 800), "#808080"))).tone
    assert examine(jpeg(image)).tone == grey
