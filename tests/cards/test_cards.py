"""The finished pictures."""

from __future__ import annotations

import io

import pytest
import segno
import zxingcpp
from PIL import Image

from chophien.cards import SHAPES, colours, drawing, faces, link, square, story
from chophien.cards import qr as codes
from chophien.cards.photo import Print
from chophien.model import Pixels

from .samples import event, matrix, photo, place, shown, site

ADDRESS = "quang-uyen.example/san-pham/dao-bep/"
PALETTES = (
    ("#24316b", "#a83a26"), ("#ffffff", "#ffffff"), ("#000000", "#000000"), ("#ffff00", "#ffff00"),
    ("#808080", "#7f7f7f"), ("#00ff00", "#ff00ff"), ("#dba53c", "#dba53c"), ("#f4ecdc", "#24316b"),
    ("#ff0000", "#0000ff"), ("#a83a26", "#a83a26"),
)  # fmt: skip


def _opened(files: tuple[bytes, ...]) -> list[Image.Image]:
    return [Image.open(io.BytesIO(file)) for file in files]


def test_every_shape_is_a_jpeg_of_its_size_without_metadata() -> None:
    goods = photo(900, 700)
    drawn = (
        drawing.product(site(), "vi", shown(), goods, matrix(), ADDRESS),
        drawing.place(site(), "en", place(), goods, matrix(), ADDRESS),
        drawing.event(site(), "vi", event(), place(), goods, matrix(), ADDRESS),
        drawing.home(site(), "en", goods, matrix(), ADDRESS),
    )
    for files in drawn:
        for file, size in zip(_opened(files), SHAPES.values(), strict=True):
            assert (file.format, file.mode, file.size) == ("JPEG", "RGB", size)
            assert not file.getexif()
            assert not {"exif", "icc_profile", "comment", "xmp"} & set(file.info)
        assert len(files[0]) < 300_000


def test_the_same_records_give_the_same_bytes() -> None:
    first, second = (drawing.product(site(), "vi", shown(), photo(300, 200), matrix(), ADDRESS) for _ in range(2))
    assert first == second
    assert first != drawing.product(site(), "vi", shown(stars=4), photo(300, 200), matrix(), ADDRESS)


def test_only_the_wanted_shapes_are_made() -> None:
    made = drawing.product(site(), "vi", shown(), None, matrix(), ADDRESS, shapes=("story", "link"))
    assert [one.size for one in _opened(made)] == [SHAPES["story"], SHAPES["link"]]


def test_a_missing_photo_gives_a_woven_ground() -> None:
    for file in _opened(drawing.product(site(), "vi", shown(), None, matrix(), ADDRESS)):
        woven = file.crop((0, 0, 500, 400))
        assert len(woven.quantize(16).getcolors() or ()) > 4


@pytest.mark.parametrize(("ink", "accent"), PALETTES)
def test_every_text_can_be_read_whatever_the_palette(ink: str, accent: str) -> None:
    dyes = colours.dyes(ink, accent)
    crowded = shown(stars=5, example=True, illustration=True, prices=(91_000, 95_000), regular=111_000)
    written = [
        faces.product(site(), "vi", crowded, photo=True),
        faces.product(site(), "vi", shown(information_only=True), photo=True),
        faces.event(site(), "vi", event(status="cancelled", example=True), place(), photo=True),
        faces.home(site(), "vi", illustration=True),
    ]
    for face in written:
        for placed in (
            link.compose(face, dyes),
            square.compose(face, dyes),
            story.compose(face, dyes, matrix(), "a/b"),
        ):
            for one in placed:
                assert colours.contrast(one.colour, one.ground) >= 4.5, one.block.lines
                assert one.plate or one.ground == dyes.deep
    assert colours.contrast(dyes.deep, colours.WHITE) >= 4.5  # the code's modules


def test_a_plate_is_seen_on_the_panel() -> None:
    for ink, accent in PALETTES:
        dyes = colours.dyes(ink, accent)
        assert colours.contrast(dyes.plate, dyes.deep) > 1.2


def _near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) < 40 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(("width", "height"), [(600, 900), (900, 600), (700, 700), (2400, 500), (400, 1900), (60, 40)])
@pytest.mark.parametrize("frame", [(610, 630), (1080, 640), (1080, 801)])
def test_goods_keep_their_corners_and_their_proportions(width: int, height: int, frame: tuple[int, int]) -> None:
    shown = Print(photo(width, height), whole=True).fitted(frame)
    assert shown.size == frame
    factor = min(frame[0] / width, frame[1] / height)
    wide, high = width * factor, height * factor
    left, top = (frame[0] - wide) / 2, (frame[1] - high) / 2
    inset = min(wide, high) * 0.08
    corners = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0))
    for number, colour in enumerate(corners):
        x = left + (wide - inset if number % 2 else inset)
        y = top + (high - inset if number > 1 else inset)
        assert _near(shown.getpixel((round(x), round(y))), colour)


@pytest.mark.parametrize(("width", "height"), [(600, 900), (900, 600), (700, 700), (1201, 799), (33, 1000)])
def test_a_cropped_photo_fills_its_frame(width: int, height: int) -> None:
    white = Pixels(width, height, b"\xff" * (width * height * 3))
    for frame in ((610, 630), (1080, 643)):
        assert Print(white, whole=False).fitted(frame).getextrema() == ((255, 255),) * 3


def test_a_photo_on_white_stands_on_white() -> None:
    white = Pixels(300, 500, b"\xff" * 450_000)
    assert Print(white, whole=True).fitted((1080, 601)).getextrema() == ((255, 255),) * 3


def test_behind_a_photo_with_uneven_edges_it_lies_blurred_and_darker() -> None:
    half = Image.new("RGB", (400, 400), (200, 30, 30))
    half.paste((20, 20, 160), (0, 200, 400, 400))
    shown = Print(Pixels(400, 400, half.tobytes()), whole=True).fitted((1000, 400))
    above, below = shown.getpixel((100, 40)), shown.getpixel((100, 360))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert above[0] > 100 > above[2] and max(above) < 200
    assert below[2] > 80 > below[0]


@pytest.mark.parametrize("modules", [21, 33, 57])
def test_the_code_is_drawn_module_by_module_with_a_quiet_zone(modules: int) -> None:
    qr = matrix(modules)
    module = codes.side(qr, 270)
    assert module >= 6
    drawn = codes.code(qr, module, (0, 0, 0))
    assert drawn.size == ((modules + 8) * module,) * 2
    for y in range(-4, modules + 4):
        for x in range(-4, modules + 4):
            dark = 0 <= x < modules and 0 <= y < modules and qr[y][x]
            at = ((x + 4) * module + module // 2, (y + 4) * module + module // 2)
            assert drawn.getpixel(at) == ((0, 0, 0) if dark else (255, 255, 255))


def test_the_code_on_the_tall_card_can_be_scanned() -> None:
    wanted = f"https://{ADDRESS}"
    qr = [[bool(module) for module in row] for row in segno.make(wanted, error="m", micro=False).matrix]
    for ink, accent in PALETTES:
        made = drawing.product(site(ink, accent), "vi", shown(), photo(600, 600), qr, ADDRESS, shapes=("story",))
        found = zxingcpp.read_barcodes(Image.open(io.BytesIO(made[0])))
        assert [one.text for one in found] == [wanted]
