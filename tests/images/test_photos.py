"""Photos come out upright, in sRGB, without position or camera; what is no photo is refused by name."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw

from chophien.images import (
    LONGEST,
    MOST_BYTES,
    SQUARE,
    WIDTHS,
    PhotoError,
    cover,
    derive,
    examine,
    master,
    pixels,
    widths,
)
from chophien.model.tables import LEAST_PHOTO_SIDE

ORIENTATION, GPS, MAKE = 0x0112, 0x8825, 0x010F


def webp(data: bytes, width: int) -> bytes:
    return derive(data, (width,)).webp[0]


def jpeg(data: bytes, width: int) -> bytes:
    return derive(data, (width,)).full


def square(data: bytes) -> bytes:
    return derive(data, (400,), square=True).square


def size(data: bytes) -> tuple[int, int]:
    return examine(data)[:2]


MAKERS: dict[str, Callable[[bytes], bytes]] = {
    "webp": lambda data: webp(data, 400),
    "jpeg": lambda data: jpeg(data, 400),
    "square": square,
    "master": lambda data: master(data).jpeg,
}


def scene(width: int = 800, height: int = 600) -> Image.Image:
    """Draw a picture whose four corners differ: red, green, blue, white, on grey."""
    image = Image.new("RGB", (width, height), (128, 128, 128))
    draw = ImageDraw.Draw(image)
    w, h = width // 4, height // 4
    for box, colour in (
        ((0, 0, w, h), "#e00000"), ((width - w, 0, width, h), "#00c000"),
        ((0, height - h, w, height), "#0000e0"), ((width - w, height - h, width, height), "#ffffff"),
    ):  # fmt: skip
        draw.rectangle(box, fill=colour)
    return image


def saved(image: Image.Image, form: str = "JPEG", **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **{"quality": 92, **more} if form != "PNG" else more)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def corners(image: Image.Image) -> list[str]:
    """Name the colour in each corner, from left to right and top to bottom."""
    rgb = image.convert("RGB")
    w, h = rgb.size
    names = []
    for x, y in ((w // 20, h // 20), (w - w // 20, h // 20), (w // 20, h - h // 20), (w - w // 20, h - h // 20)):
        r, g, b = rgb.getpixel((x, y))  # type: ignore[misc]
        names.append("white" if min(r, g, b) > 200 else {r: "red", g: "green", b: "blue"}[max(r, g, b)])
    return names


UPRIGHT = ["red", "green", "blue", "white"]
# What a camera that was turned wrote: pixels as the sensor saw them, and how to turn them.
TURNED = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}  # fmt: skip


def turned(orientation: int, form: str = "JPEG") -> bytes:
    way = TURNED[orientation]
    image = scene() if way is None else scene().transpose(way)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Máy ảnh Mẫu"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (22.0, 42.0, 51.0)
    return saved(image, form, exif=exif.tobytes())


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", sorted(TURNED))
def test_a_turned_photo_comes_out_upright(orientation: int, form: str) -> None:
    data = turned(orientation, form)
    assert size(data) == (800, 600)
    for name, make in MAKERS.items():
        made = opened(make(data))
        assert made.size == {"square": (SQUARE, SQUARE), "master": (800, 600)}.get(name, (400, 300))
        if name != "square":
            assert corners(made) == UPRIGHT


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("name", sorted(MAKERS))
def test_no_position_and_no_camera_come_out(form: str, name: str) -> None:
    data = turned(6, form)
    assert opened(data).getexif().get_ifd(GPS)
    made = MAKERS[name](data)
    image = opened(made)
    assert not image.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)
    assert b"Exif" not in made
    assert "Máy ảnh".encode() not in made


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_the_same_photo_gives_the_same_bytes(name: str) -> None:
    data = turned(8)
    assert MAKERS[name](data) == MAKERS[name](data)


def grey16() -> Image.Image:
    """Draw a 16-bit grey picture: left half dark, right half bright."""
    row = struct.pack("<H", 8_000) * 300 + struct.pack("<H", 60_000) * 300
    return Image.frombytes("I;16", (600, 600), row * 600)


MODES = {
    "CMYK": lambda: saved(scene().convert("CMYK")),
    "palette": lambda: saved(scene().quantize(16), "PNG"),
    "grey": lambda: saved(scene().convert("L")),
    "one bit": lambda: saved(scene().convert("1"), "PNG"),
    "alpha": lambda: saved(scene().convert("RGBA"), "PNG"),
    "grey with alpha": lambda: saved(scene().convert("LA"), "PNG"),
    "16 bits": lambda: saved(grey16(), "PNG"),
    "WebP with alpha": lambda: saved(scene().convert("RGBA"), "WEBP"),
}


@pytest.mark.parametrize("make", MODES.values(), ids=MODES.keys())
def test_every_kind_of_pixels_becomes_rgb(make: Callable[[], bytes]) -> None:
    for maker in MAKERS.values():
        assert opened(maker(make())).mode == "RGB"


@pytest.mark.parametrize("name", ["CMYK", "palette", "alpha", "WebP with alpha"])
def test_colours_stay_what_they_are(name: str) -> None:
    assert corners(opened(jpeg(MODES[name](), 400))) == UPRIGHT


def test_sixteen_bits_are_scaled_and_not_cut() -> None:
    made = opened(jpeg(saved(grey16(), "PNG"), 400))
    left, right = made.getpixel((50, 200)), made.getpixel((350, 200))
    assert left == pytest.approx((31, 31, 31), abs=4)
    assert right == pytest.approx((234, 234, 234), abs=4)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_what_is_transparent_becomes_white(form: str) -> None:
    image = Image.new("RGBA", (600, 600), (0, 0, 0, 0))
    image.paste((200, 0, 0, 255), (0, 0, 300, 600))
    made = opened(jpeg(saved(image, form), 400))
    assert made.getpixel((350, 200)) == pytest.approx((255, 255, 255), abs=3)
    assert made.getpixel((50, 200)) == pytest.approx((200, 0, 0), abs=6)


def test_a_transparent_colour_of_a_palette_becomes_white() -> None:
    image = Image.new("P", (600, 600), 0)
    image.putpalette([10, 10, 10, 200, 0, 0])
    image.paste(1, (0, 0, 300, 600))
    made = opened(jpeg(saved(image, "PNG", transparency=0), 400))
    assert made.getpixel((350, 200)) == pytest.approx((255, 255, 255), abs=3)
    assert made.getpixel((50, 200)) == pytest.approx((200, 0, 0), abs=6)


def display_p3() -> bytes:
    """Write an ICC profile (version 2) with the primaries of Display P3 and the gamma 2.2."""

    def s15(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(x: float, y: float, z: float) -> bytes:
        return b"XYZ \0\0\0\0" + s15(x) + s15(y) + s15(z)

    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 3) + b"P3\0" + b"\0" * 78,
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.51512, 0.2412, -0.00105),
        b"gXYZ": xyz(0.29198, 0.69225, 0.04189),
        b"bXYZ": xyz(0.1571, 0.06657, 0.78407),
        b"rTRC": b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0",
        b"gTRC": b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0",
        b"bTRC": b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0",
        b"cprt": b"text\0\0\0\0CC0\0",
    }
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        data += b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", at + len(body), b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + s15(0.9642) + s15(1.0) + s15(0.8249)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def test_a_wide_colour_space_is_brought_to_srgb() -> None:
    image = Image.new("RGB", (600, 600), (200, 60, 60))
    profile = display_p3()
    assert ImageCms.ImageCmsProfile(io.BytesIO(profile))
    wide = opened(jpeg(saved(image, icc_profile=profile), 400)).getpixel((200, 200))
    plain = opened(jpeg(saved(image), 400)).getpixel((200, 200))
    assert plain == pytest.approx((200, 60, 60), abs=3)
    assert isinstance(wide, tuple)
    assert wide[0] > 212  # a red of P3 is redder than the same numbers in sRGB
    assert wide[1] < 56


def test_a_broken_colour_profile_does_not_cost_the_picture() -> None:
    assert corners(opened(jpeg(saved(scene(), icc_profile=b"khong phai ho so mau"), 400))) == UPRIGHT
    grey = saved(scene().convert("L"), icc_profile=display_p3())
    assert opened(jpeg(grey, 400)).size == (400, 300)


def bomb(side: int) -> bytes:
    """Write a small PNG file that says it is enormous."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(b"\0" * 100_000, 9)
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


GOOD = saved(scene())
GIF = saved(scene().quantize(16), "GIF")
BAD = {
    "empty": (b"", "photo-empty"),
    "text": ("Đây là ảnh".encode(), "photo-not-a-photo"),
    "a PDF called .jpg": (b"%PDF-1.7\n1 0 obj <<>> endobj", "photo-not-a-photo"),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage", "photo-not-a-photo"),
    "bytes that say nothing": (bytes(range(256)) * 4, "photo-not-readable"),
    "a film of a phone": (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42" + b"\0" * 100, "photo-not-a-photo"),
    "an SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "photo-not-a-photo"),
    "a GIF": (GIF, "photo-not-a-photo"),
    "a BMP": (saved(scene(), "BMP"), "photo-not-a-photo"),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100, "photo-format-not-read"),
    "a JPEG cut in half": (GOOD[: len(GOOD) // 2], "photo-not-readable"),
    "a JPEG's first bytes": (GOOD[:20], "photo-not-readable"),
    "a PNG cut in half": (saved(scene(), "PNG")[:1500], "photo-not-readable"),
    "a WebP cut in half": (saved(scene(), "WEBP")[:800], "photo-not-readable"),
    "a PNG of 400 megapixels": (bomb(20_000), "photo-too-large"),
    "a PNG of 70 megapixels": (bomb(8_400), "photo-too-large"),
    "too many bytes": (GOOD + b"\0" * MOST_BYTES, "photo-too-large"),
}


@pytest.mark.parametrize(("data", "code"), BAD.values(), ids=BAD.keys())
def test_what_is_no_photo_is_refused_by_name_and_quickly(data: bytes, code: str) -> None:
    for name, make in (("examine", examine), *MAKERS.items()):
        if name == "master" and code == "photo-format-not-read":
            continue  # there HEIC is read
        began = time.perf_counter()
        with pytest.raises(PhotoError) as wrong:
            make(data)  # type: ignore[operator]
        assert wrong.value.code == code
        assert time.perf_counter() - began < 2


def test_what_is_hidden_behind_a_photo_does_not_come_out() -> None:
    data = GOOD + b"PK\x03\x04<script>alert(1)</script>"
    for make in MAKERS.values():
        assert b"script" not in make(data)


@pytest.mark.parametrize(("shape", "width", "wanted"), [
    ((800, 600), 400, (400, 300)),
    ((300, 200), 400, (300, 200)),
    ((600, 1200), 400, (400, 800)),
    ((1000, 3), 400, (400, 1)),
    ((30, 360), 400, (30, 360)),
    ((401, 300), 400, (400, 299)),
])  # fmt: skip
def test_a_derivative_has_the_wanted_width_and_is_never_enlarged(
    shape: tuple[int, int], width: int, wanted: tuple[int, int]
) -> None:
    data = saved(Image.new("RGB", shape, "grey"))
    assert opened(webp(data, width)).size == wanted
    assert opened(jpeg(data, width)).size == wanted


@pytest.mark.parametrize("shape", [(800, 400), (400, 800), (500, 500), (90, 60), (2000, 700), (3000, 4000)])
def test_a_square_shows_the_whole_photo_on_white(shape: tuple[int, int]) -> None:
    made = opened(square(saved(scene(*shape))))
    assert made.size == (SQUARE, SQUARE)
    scale = SQUARE / max(shape)
    w, h = round(shape[0] * scale), round(shape[1] * scale)
    left, top = (SQUARE - w) // 2, (SQUARE - h) // 2
    assert corners(made.crop((left, top, left + w, top + h))) == UPRIGHT
    if w < SQUARE:
        assert made.getpixel((5, 600)) == pytest.approx((255, 255, 255), abs=3)
        assert made.getpixel((1194, 600)) == pytest.approx((255, 255, 255), abs=3)
    if h < SQUARE:
        assert made.getpixel((600, 5)) == pytest.approx((255, 255, 255), abs=3)
        assert made.getpixel((600, 1194)) == pytest.approx((255, 255, 255), abs=3)


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(3 * width * height))


def test_a_square_stays_below_two_megabytes_even_of_noise() -> None:
    made = square(saved(noise(SQUARE, SQUARE), quality=95))
    assert len(made) < 2_000_000
    assert opened(made).size == (SQUARE, SQUARE)


def test_one_call_makes_the_whole_set() -> None:
    made = derive(saved(scene(4000, 3000)), WIDTHS, square=True)
    assert [opened(item).size for item in made.webp] == [(400, 300), (640, 480), (800, 600), (1200, 900)]
    assert all(corners(opened(item)) == UPRIGHT for item in (*made.webp, made.full))
    assert opened(made.full).size == (1200, 900)
    assert derive(GOOD, (400,)).square == b""


@pytest.mark.parametrize(("shape", "wanted"), [
    ((4000, 3000), (2000, 1500)), ((3000, 4000), (1500, 2000)), ((2001, 1000), (2000, 1000)), ((900, 700), (900, 700)),
    ((6000, 1600), (2000, 533)), ((4000, 1000), (2000, 500)),
])  # fmt: skip
def test_a_master_is_no_longer_than_useful_and_never_enlarged(shape: tuple[int, int], wanted: tuple[int, int]) -> None:
    made = master(saved(scene(*shape)))
    assert opened(made.jpeg).size == (made.width, made.height)
    assert (made.width, made.height) == pytest.approx(wanted, abs=1)
    assert max(made.width, made.height) <= LONGEST
    assert corners(opened(made.jpeg)) == UPRIGHT


@pytest.mark.parametrize("shape", [(499, 2000), (2000, 499), (300, 300)])
def test_a_photo_that_marketplaces_would_refuse_becomes_no_master(shape: tuple[int, int]) -> None:
    with pytest.raises(PhotoError) as wrong:
        master(saved(scene(*shape)))
    assert wrong.value.code == "photo-too-small"
    assert wrong.value.values["size"] == f"{shape[0]}×{shape[1]}"
    assert min(*master(saved(scene(500, 500)))[1:3]) == LEAST_PHOTO_SIDE


def test_pixels_are_upright_and_no_larger_than_asked() -> None:
    made = pixels(turned(6), 400)
    assert (made.width, made.height) == (400, 300)
    assert corners(Image.frombytes("RGB", (400, 300), made.rgb)) == UPRIGHT


def test_all_that_a_camera_writes_stays_behind() -> None:
    """Comment, XMP with a position, serial number, thumbnail, Photoshop block, an appended second picture."""
    thumbnail = saved(Image.new("RGB", (160, 120), "purple"))
    exif = Image.Exif()
    exif[MAKE] = "MÁY-ẢNH-MẪU"
    exif.get_ifd(0x8769)[0xA431] = "SERI-123456"
    xmp = b"<x:xmpmeta><exif:GPSLatitude>22,42.85N</exif:GPSLatitude></x:xmpmeta>"
    data = saved(scene(), exif=exif.tobytes(), comment="nhà bà Sen", xmp=xmp)
    data = data[:2] + b"\xff\xed" + struct.pack(">H", 2 + 20) + b"Photoshop 3.0\0secret" + data[2:] + thumbnail
    assert opened(data).info["comment"] == "nhà bà Sen".encode()
    for make in MAKERS.values():
        made = make(data)
        for trace in (b"Exif", b"xmpmeta", b"SERI-123456", "nhà".encode(), b"Photoshop", b"ICC_PROFILE", thumbnail):
            assert trace not in made
        assert made.count(b"\xff\xd8\xff") <= 1


def test_a_picture_of_several_parts_is_its_first_one() -> None:
    data = saved(scene(), "MPO", save_all=True, append_images=[Image.new("RGB", (800, 600), "purple")])
    assert opened(data).format == "MPO"
    for name, make in MAKERS.items():
        if name != "square":
            assert corners(opened(make(data))) == UPRIGHT
    assert master(data).format == "JPEG"


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_a_photo_with_broken_metadata_stands_as_it_is() -> None:
    data = saved(scene(), exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 40)
    assert corners(opened(jpeg(data, 400))) == UPRIGHT


@pytest.mark.parametrize(("width", "wanted"), [
    (100, (100,)), (400, (400,)), (401, (400, 401)), (640, (400, 640)), (800, (400, 640, 800)),
    (1000, (400, 640, 800, 1000)), (1200, (400, 640, 800, 1200)), (1201, (400, 640, 800, 1200)),
    (6000, (400, 640, 800, 1200)),
])  # fmt: skip
def test_only_widths_that_a_photo_has_are_made(width: int, wanted: tuple[int, ...]) -> None:
    assert widths(width) == wanted
    assert max(wanted) <= WIDTHS[-1]


def test_a_photo_that_no_webp_could_hold_is_refused() -> None:
    for make in (examine, master, square):
        with pytest.raises(PhotoError) as wrong:
            make(saved(Image.new("RGB", (1250, 16_000)), "PNG"))  # type: ignore[operator]
        assert wrong.value.code == "photo-too-narrow"
    tallest = saved(Image.new("RGB", (1200, 14_400)))
    assert opened(webp(tallest, 1200)).size == (1200, 14_400)


@pytest.mark.parametrize("shape", [(4001, 1000), (9000, 1500), (1000, 8000)])
def test_a_photo_that_would_be_too_small_once_shrunk_becomes_no_master(shape: tuple[int, int]) -> None:
    with pytest.raises(PhotoError) as wrong:
        master(saved(scene(*shape)))
    assert wrong.value.code == "photo-too-narrow"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_file_whose_end_was_never_written_is_refused(form: str, share: float) -> None:
    data = saved(noise(700, 600), form)
    there = int(len(data) * share)
    for make in (examine, *MAKERS.values()):
        with pytest.raises(PhotoError) as wrong:
            make(data[:there] + bytes(len(data) - there))  # type: ignore[operator]
        assert wrong.value.code == "photo-not-readable"


def test_a_png_with_a_hole_and_an_end_is_refused() -> None:
    data = saved(noise(700, 600), "PNG")
    with pytest.raises(PhotoError) as wrong:
        master(data[: len(data) // 2] + bytes(len(data) // 2 - 12 + len(data) % 2) + data[-12:])
    assert wrong.value.code == "photo-not-readable"


def test_what_stands_behind_a_picture_may_be_empty() -> None:
    jpeg_ = saved(scene()) + b"SEFT1234" + bytes(4096)
    heic = PHONE + struct.pack(">I4s", 8 + 1024, b"free") + bytes(1024)
    webp_ = saved(scene(), "WEBP")
    chunk = b"EXIF" + struct.pack("<I", 600) + bytes(600)
    webp_ = webp_[:4] + struct.pack("<I", len(webp_) - 8 + len(chunk)) + webp_[8:] + chunk
    assert master(jpeg_).width == master(webp_).width == 800
    assert master(heic).format == "HEIF"


def test_a_heic_whose_end_was_never_written_is_refused() -> None:
    with pytest.raises(PhotoError) as wrong:
        master(PHONE[: len(PHONE) // 2] + bytes(len(PHONE) - len(PHONE) // 2))
    assert wrong.value.code == "photo-not-readable"


def test_a_photo_padded_behind_its_end_is_read() -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        assert examine(saved(scene(), form) + bytes(4096))[:2] == (800, 600)


def test_a_senders_file_is_never_taken_for_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pi_heif.py", "json.py", "io.py", "PIL.py"):
        (tmp_path / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n")
    monkeypatch.chdir(tmp_path)
    assert master(PHONE).format == "HEIF"
    assert not (tmp_path / "ran").exists()


def test_a_cover_has_exactly_the_size_and_nothing_of_the_camera() -> None:
    for shape in ((1600, 1200), (600, 1000), (1200, 630)):
        made = cover(turned(6) if shape == (600, 1000) else saved(scene(*shape)), 1200, 630)
        assert opened(made).size == (1200, 630)
        assert not opened(made).getexif()


PHONE = (Path(__file__).parents[1] / "intake" / "phone.heic").read_bytes()


def test_a_heic_becomes_a_master_without_its_metadata() -> None:
    assert b"Exif" in PHONE
    made = master(PHONE)
    assert made.format == "HEIF"
    assert opened(made.jpeg).size == (made.width, made.height) == (640, 520)
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(opened(made.jpeg).info)
    assert master(PHONE).jpeg == made.jpeg


def test_a_heic_that_crashes_the_codec_is_refused_and_nothing_else_ends() -> None:
    """One changed byte ends the process that decodes it with a segmentation fault (libheif 1.2x, seen 2026-11)."""
    broken = PHONE[:192] + b"\x9f" + PHONE[193:]
    for data in (broken, PHONE[:1500], PHONE[:40]):
        with pytest.raises(PhotoError) as wrong:
            master(data)
        assert wrong.value.code == "photo-not-readable"


SEEDS = [turned(6), turned(6, "PNG"), turned(3, "WEBP"), saved(scene().convert("CMYK")),
         saved(scene(), icc_profile=display_p3())]  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.filterwarnings("ignore")
def test_a_damaged_photo_is_read_or_refused_and_never_anything_else(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(dice.choice(SEEDS))
    for _ in range(dice.choice((1, 2, 5, 20))):
        data[dice.randrange(min(len(data), dice.choice((40, 400, len(data)))))] = dice.choice(
            (0, 255, dice.randrange(256))
        )
    for make in (examine, *MAKERS.values()):
        with contextlib.suppress(PhotoError):
            make(bytes(data))


def test_a_file_is_what_it_holds_and_not_what_it_is_called() -> None:
    assert size(saved(scene(), "WEBP")) == size(saved(scene(), "PNG")) == (800, 600)
