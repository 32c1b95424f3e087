"""Made-up photos of twelve megapixels, with the detail, grain and metadata of a phone's."""

from __future__ import annotations

import math
import os
import random
import statistics
import struct
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, ImageChops, ImageDraw, ImageFilter
from PIL.Image import Resampling

SEED = 20261124
RECIPE = "1"
"""Another number whenever the same seed gives other photos."""
WIDTH, HEIGHT = 4000, 3000
QUALITY = 90
UPRIGHT_EVERY = 5
"""Every so many photos was taken with the phone held upright: stored lying, with EXIF orientation 6."""
WIDE_GAMUT_EVERY = 4
"""Every so many photos has a colour profile that is not sRGB."""
OBJECTS = (12, 40)
GRAIN = 6.5
"""Standard deviation, of 255."""
OCTAVES = (8, 20, 50, 125, 320, 800, 1600, 2800)
"""Cells across the picture of each layer of noise."""
FALL = 0.87
"""How much weaker each finer layer is."""
DISPLAY_P3 = ((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407))
"""Its primaries, adapted to D50, as Apple's profile gives them."""
WHITE_D50 = (0.9642, 1.0, 0.8249)


def make(count: int, into: Path) -> list[Path]:
    """Make the photos that are not there yet, in as many processes as there are processors; return all."""
    into.mkdir(parents=True, exist_ok=True)
    paths = [into / f"{RECIPE}-{number:03}.jpg" for number in range(count)]
    missing = [(number, path) for number, path in enumerate(paths) if not path.is_file()]
    if missing:
        with ProcessPoolExecutor() as pool:
            for number, path in missing:
                pool.submit(_write, number, path)
    absent = [path for path in paths if not path.is_file()]
    if absent:
        _write(int(absent[0].stem.partition("-")[2]), absent[0])  # shows why
    return paths


def _write(number: int, path: Path) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(photo(number))
    os.replace(part, path)


def photo(number: int) -> bytes:
    """Make one photo: the same number gives the same bytes with the same Pillow."""
    dice = random.Random(SEED + number)
    picture = scene(dice)
    options: dict[str, Any] = {}
    if number % WIDE_GAMUT_EVERY == 0:
        options["icc_profile"] = profile("Display P3", DISPLAY_P3)
    out = BytesIO()
    picture.save(
        out, "JPEG", quality=QUALITY, subsampling="4:2:0", exif=metadata(dice, number, thumbnail(picture)), **options
    )
    return out.getvalue()


def scene(dice: random.Random) -> Image.Image:
    """A blurred background, objects with sharp edges and fine texture before it, grain over all."""
    size = (WIDTH, HEIGHT)
    half = (WIDTH // 2, HEIGHT // 2)
    ground = _random_image(dice, "RGB", (4, 3), 40, 215).resize(half, Resampling.BICUBIC)
    mask = Image.new("L", half)
    draw, draw_mask = ImageDraw.Draw(ground), ImageDraw.Draw(mask)
    for _ in range(dice.randint(*OBJECTS)):
        points = _blob(dice, half)
        draw.polygon(points, fill=tuple(dice.randint(20, 235) for _ in range(3)))
        draw_mask.polygon(points, fill=255)
    # Light falls from one side, inside the objects too.
    shade = _random_image(dice, "L", (3, 2), 70, 185).resize(half, Resampling.BICUBIC)
    ground = ImageChops.soft_light(ground, Image.merge("RGB", (shade,) * 3))
    # Drawn at half the size: edges as soft as a lens and a sensor make them.
    ground = ground.resize(size, Resampling.BICUBIC)
    mask = mask.filter(ImageFilter.GaussianBlur(2)).resize(size, Resampling.BICUBIC)
    sharp = _texture(dice, size, dice.uniform(26, 40), len(OCTAVES))
    blurred = _texture(dice, size, 34, 3)
    texture = _offset(Image.composite(sharp, blurred, mask), _grain(dice, size))
    return Image.merge("RGB", [_offset(band, texture) for band in ground.split()])


def _blob(dice: random.Random, size: tuple[int, int]) -> list[tuple[float, float]]:
    """Corners of a rounded or a jagged outline somewhere in the picture."""
    x, y = dice.uniform(0, size[0]), dice.uniform(0.25, 1) * size[1]
    radius = dice.uniform(0.05, 0.22) * size[0]
    corners, roughness = dice.choice(((5, 0.4), (9, 0.5), (48, 0.06), (90, 0.25)))
    return [
        (x + r * math.cos(turn), y + r * math.sin(turn) * 0.8)
        for k in range(corners)
        for turn, r in ((2 * math.pi * k / corners, radius * (1 + dice.uniform(-roughness, roughness))),)
    ]


def _texture(dice: random.Random, size: tuple[int, int], strength: float, octaves: int) -> Image.Image:
    """Noise of several octaves around 128."""
    total = Image.new("L", size, 128)
    for cells in OCTAVES[:octaves]:
        layer = _random_image(dice, "L", (cells, cells * 3 // 4), 128 - strength, 128 + strength)
        total = _offset(total, layer.resize(size, Resampling.BICUBIC))
        strength *= FALL
    return total


def _grain(dice: random.Random, size: tuple[int, int]) -> Image.Image:
    """A sensor's noise around 128, smoothed a little as phones do."""
    coarse = (size[0] * 3 // 4, size[1] * 3 // 4)
    normal = statistics.NormalDist(128, GRAIN * dice.uniform(0.7, 1.2))
    levels = [round(normal.inv_cdf((byte + 0.5) / 256)) for byte in range(256)]
    noise = Image.frombytes("L", coarse, dice.randbytes(coarse[0] * coarse[1])).point(levels)
    return noise.resize(size, Resampling.BILINEAR)


def _random_image(dice: random.Random, mode: str, size: tuple[int, int], low: float, high: float) -> Image.Image:
    data = dice.randbytes(size[0] * size[1] * len(mode))
    return Image.frombytes(mode, size, data).point(
        [round(low + (high - low) * byte / 255) for byte in range(256)] * len(mode)
    )


def _offset(one: Image.Image, other: Image.Image) -> Image.Image:
    """Add, 128 in ``other`` being nothing."""
    return ImageChops.add(one, other, offset=-128)


def thumbnail(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.resize((160, 120), Resampling.BOX, reducing_gap=2).save(out, "JPEG", quality=75)
    return out.getvalue()


def metadata(dice: random.Random, number: int, small: bytes) -> bytes:
    """EXIF as a phone writes it: maker, model, serial number, times, position, and a thumbnail."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "May Mau"
    exif[ExifTags.Base.Model] = "Mau 12"
    exif[ExifTags.Base.Orientation] = 6 if number % UPRIGHT_EVERY == UPRIGHT_EVERY - 1 else 1
    exif[ExifTags.Base.Software] = "1.0"
    exif[ExifTags.Base.DateTime] = "2026:11:24 08:00:00"
    exif.get_ifd(ExifTags.IFD.Exif).update(
        {
            ExifTags.Base.DateTimeOriginal: "2026:11:24 08:00:00",
            ExifTags.Base.ExposureTime: 0.008,
            ExifTags.Base.FNumber: 1.8,
            ExifTags.Base.ISOSpeedRatings: 200,
            ExifTags.Base.BodySerialNumber: f"MAU{dice.randrange(10**9):09}",
        }
    )
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: (22.0, float(dice.randrange(36, 48)), dice.uniform(0, 60)),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: (106.0, float(dice.randrange(18, 36)), dice.uniform(0, 60)),
        }
    )
    return _with_thumbnail(exif.tobytes(), small)


def _with_thumbnail(exif: bytes, small: bytes) -> bytes:
    """
    Add the second directory of EXIF, which Pillow does not write.

    Source:
        EXIF 2.32, 4.5.5 and table 4: compression 6, and where the JPEG begins and how long it is.
    """
    head, tiff = exif[:6], bytearray(exif[6:])
    order = "<" if tiff[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}L", tiff, 4)
    (entries,) = struct.unpack_from(f"{order}H", tiff, first)
    struct.pack_into(f"{order}L", tiff, first + 2 + 12 * entries, len(tiff))
    image_at = len(tiff) + 2 + 3 * 12 + 4
    tiff += struct.pack(f"{order}H", 3)
    for tag, value in ((0x0103, 6), (0x0201, image_at), (0x0202, len(small))):
        tiff += struct.pack(f"{order}HHLL", tag, 4, 1, value)
    return head + bytes(tiff) + bytes(4) + small


def profile(name: str, primaries: tuple[tuple[float, float, float], ...]) -> bytes:
    """
    Write the profile of a display with three primaries and a gamma of 2.2.

    Source:
        ICC.1:2001-04, 6.1 header, 6.3.2 required tags, 6.5 tag types.
    """

    def fixed(*values: float) -> bytes:
        return struct.pack(f">{len(values)}l", *(round(value * 65536) for value in values))

    def xyz(values: tuple[float, float, float]) -> bytes:
        return b"XYZ " + bytes(4) + fixed(*values)

    text = name.encode("ascii") + b"\0"
    curve = b"curv" + bytes(4) + struct.pack(">LH", 1, round(2.2 * 256)) + bytes(2)
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">L", len(text)) + text + bytes(78),
        b"cprt": b"text" + bytes(4) + b"CC0\0",
        b"wtpt": xyz(WHITE_D50),
        **{band + b"XYZ": xyz(values) for band, values in zip((b"r", b"g", b"b"), primaries, strict=True)},
        **{band + b"TRC": curve for band in (b"r", b"g", b"b")},
    }
    table, body = struct.pack(">L", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        table += tag + struct.pack(">LL", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    header = struct.pack(
        ">L4sL4s4s4s12s4s4sL8s8sL12s4s44s",
        start + len(body), b"", 0x02100000, b"mntr", b"RGB ", b"XYZ ", struct.pack(">6H", 2026, 1, 1, 0, 0, 0),
        b"acsp", b"", 0, b"", b"", 0, fixed(*WHITE_D50), b"", b"",
    )  # fmt: skip
    return header + table + body
