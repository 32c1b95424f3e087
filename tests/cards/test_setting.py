"""Letters and lines: every letter is there, no line leaves its frame or touches another."""

from __future__ import annotations

import itertools
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chophien.cards import faces, link, square, story
from chophien.cards.colours import dyes
from chophien.cards.faces import Face
from chophien.cards.fonts import FILES, TITLE, font
from chophien.cards.letters import LETTERS, drawable
from chophien.cards.panel import Placed
from chophien.cards.setting import ELLIPSIS, fit, leading

from .samples import event, matrix, place, shown, site

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
VIETNAMESE = "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS + VOWELS.upper() for tone in TONES
)  # 144 letters
SIGNS = "đĐ₫“”‘’–—…·×0123456789.,:/%()&"
DYES = dyes("#24316b", "#a83a26")
LONG = (
    "Dao bếp rèn tay thép nhíp ô tô cũ của nhóm thợ rèn xóm Pác Rằng, "
    "cán gỗ nghiến, lưỡi dài hai mươi phân, kèm bao da trâu"
)
ADDRESS = "quang-uyen.example/san-pham/dao-bep-ren-tay-thep-nhip-o-to-cu-cua-nhom-tho-ren-xom-pac-rang-can-go-nghien/"


@pytest.mark.parametrize("file", FILES)
def test_every_font_holds_every_letter(file: str) -> None:
    assert len(VIETNAMESE) == 144
    assert set(VIETNAMESE + SIGNS) <= LETTERS
    letters = font(file, 40)
    box = letters.getmask("\U0001f375")
    missing = (box.size, bytes(box))
    for letter in sorted(LETTERS):
        drawn = letters.getmask(letter)
        assert (drawn.size, bytes(drawn)) != missing, f"{letter!r} is a box"


@pytest.mark.parametrize("file", FILES)
def test_letters_with_different_marks_look_different(file: str) -> None:
    letters = font(file, 40)
    looks = {(letters.getbbox(letter), bytes(letters.getmask(letter))) for letter in VIETNAMESE}
    assert len(looks) == len(VIETNAMESE)


@pytest.mark.parametrize("file", FILES)
def test_the_room_of_a_line_holds_its_ink(file: str) -> None:
    for size in (16, 31, 72):
        block = fit("Ẵ", file, (size, size), 400)
        above, below = block.baseline(0), block.height - block.baseline(0)
        _, top, _, bottom = font(file, size).getbbox(VIETNAMESE + "gpqyjĐ₫", anchor="ls")
        assert -top <= above
        assert bottom <= below
        assert bottom - top <= leading(file, size) + 1, "two lines would touch"


words = st.text(st.sampled_from(VIETNAMESE + "bcdghklmnpqrstvxđ0123456789-–,()"), min_size=1, max_size=40)


@settings(max_examples=150, deadline=None)
@given(st.lists(words, min_size=1, max_size=16).map(" ".join), st.integers(120, 950), st.integers(60, 400))
def test_a_block_never_leaves_its_frame(written: str, width: int, height: int) -> None:
    block = fit(written, TITLE, (64, 24), width, height)
    assert block.lines
    assert block.width <= width
    assert block.height <= height
    for line in block.lines:
        left, _, right, _ = font(TITLE, block.size).getbbox(line, anchor="ls")
        assert left >= -2
        assert right <= width + 2


def test_a_text_that_fits_is_whole_and_one_that_does_not_ends_at_a_word() -> None:
    assert " ".join(fit(LONG, TITLE, (60, 26), 480, 250).lines) == LONG
    short = fit(LONG, TITLE, (60, 26), 480, 80)
    whole, end = " ".join(short.lines)[:-1], short.lines[-1][-1]
    assert end == ELLIPSIS
    assert LONG.startswith(whole)
    assert LONG[len(whole)] in " ,"


def test_lines_are_of_about_the_same_length() -> None:
    block = fit("Trải nghiệm làm hương ở Phia Thắp", TITLE, (60, 60), 620)
    assert len(block.lines) == 2
    assert min(len(line) for line in block.lines) >= 14


def test_an_address_keeps_every_sign() -> None:
    for width in (300, 500, 900):
        block = fit(ADDRESS, TITLE, (34, 14), width, 200, address=True)
        assert "".join(block.lines) == ADDRESS


def _placed(face: Face, modules: int = 33) -> dict[str, tuple[list[Placed], tuple[int, int]]]:
    return {
        "link": (link.compose(face, DYES), link.SIZE),
        "square": (square.compose(face, DYES), square.SIZE),
        "story": (story.compose(face, DYES, matrix(modules), ADDRESS), story.SIZE),
    }


def _check(face: Face, modules: int = 33) -> None:
    for shape, (placed, (width, height)) in _placed(face, modules).items():
        top, foot = story.SAFE if shape == "story" else (0, height)
        boxes = [one.box for one in placed if one.block.lines]
        for left, above, right, below in boxes:
            assert 40 <= left < right <= width - 40, shape
            assert top <= above < below <= foot, shape
        for (l1, t1, r1, b1), (l2, t2, r2, b2) in itertools.combinations(boxes, 2):
            assert r1 <= l2 or r2 <= l1 or b1 <= t2 or b2 <= t1, f"{shape}: lines overlap"


NAMES = ("Bún", LONG, "A" * 40, "Ẵ" * 40, "Ộ" * 120, " ".join(["nghiêng"] * 15), "Wm" * 20 + " dao")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_overlaps_on_a_crowded_product(name: str, lang: str) -> None:
    goods = shown(
        name, stars=5, example=True, illustration=True, prices=(1_234_567_000, 9_000_000_000), regular=99_999_999_999
    )
    _check(faces.product(site(), lang, goods, photo=True))
    _check(faces.product(site(), lang, shown(name), photo=False))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_overlaps_on_places_and_events(name: str) -> None:
    _check(
        faces.place(site(), "vi", place(name={"vi": name}, price_person=99_000, outside=True, example=True), photo=True)
    )
    held = event(
        name={"vi": name}, start=date(2027, 9, 28), end=date(2028, 11, 30), lunar="15/12L", status="cancelled",
        outside=True, example=True,
    )  # fmt: skip
    _check(faces.event(site(), "en", held, place(name={"vi": name}), photo=True))


def test_a_code_of_many_modules_leaves_room_for_the_text() -> None:
    face = faces.product(site(), "vi", shown(LONG, stars=5, prices=(91_000,), regular=111_000), photo=True)
    for modules in (21, 45, 57):
        _check(face, modules)


@settings(max_examples=25, deadline=None)
@given(st.lists(words, min_size=1, max_size=8).map(" ".join))
def test_no_name_overflows(name: str) -> None:
    if drawable(name):
        _check(faces.product(site(), "vi", shown(name[:120].strip(), stars=3), photo=True))


WHOLE = (
    "Lễ hội tranh đầu pháo truyền thống Quảng Uyên mừng xuân mới năm hai nghìn không trăm "
    "hai bảy của nhân dân trong vùng núi"
)


def test_the_longest_name_that_may_be_written_is_written_whole() -> None:
    assert len(WHOLE) == 120
    full = (
        faces.product(
            site(), "vi", shown(WHOLE, stars=5, example=True, prices=(1_234_000, 2_000_000), regular=9_000_000),
            photo=True,
        ),
        faces.place(site(), "vi", place(name={"vi": WHOLE}, price_person=99_000, outside=True), photo=True),
        faces.event(
            site(), "vi",
            event(name={"vi": WHOLE}, start=date(2026, 12, 28), end=date(2027, 1, 3), status="cancelled", outside=True),
            place(name={"vi": WHOLE}), photo=True,
        ),
    )  # fmt: skip
    for face in full:
        _check(face)
        for placed in (
            link.compose(face, DYES), square.compose(face, DYES),
            story.compose(face, DYES, matrix(33), "quang-uyen.example/x"),
        ):  # fmt: skip
            written = [" ".join(one.block.lines) for one in placed if one.block.file == TITLE]
            assert written == [WHOLE]
            assert min(one.block.size for one in placed if one.block.file == TITLE) >= 17


def test_a_long_title_takes_the_room_of_lesser_lines_but_never_of_what_a_price_is_for() -> None:
    face = faces.place(site(), "vi", place(name={"vi": WHOLE}, price_person=99_000), photo=True)
    written = [line for one in link.compose(face, DYES) for line in one.block.lines]
    assert "một người một đêm" in written
