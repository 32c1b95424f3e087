"""Application icons."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from chophien.cards import ICONS
from chophien.cards.icons import icons
from chophien.model import Palette

DRAWN = {key: Image.open(io.BytesIO(file)) for key, file in zip(ICONS, icons("Quảng Uyên", None), strict=True)}


@pytest.mark.parametrize("key", sorted(ICONS))
def test_an_icon_is_a_small_square_png_of_its_size(key: str) -> None:
    icon = DRAWN[key]
    assert (icon.format, icon.size) == ("PNG", (ICONS[key][0],) * 2)
    assert icon.info == {}
    assert len(icons("Quảng Uyên", None)[list(ICONS).index(key)]) < 8_000


def test_corners_are_round_only_where_the_system_does_not_cut() -> None:
    for key, icon in DRAWN.items():
        assert icon.convert("RGBA").getpixel((0, 0))[3] == (0 if ICONS[key][2] else 255), key  # type: ignore[index]


@pytest.mark.parametrize("side", [192, 512])
def test_the_mark_of_a_maskable_icon_stands_in_the_safe_circle(side: int) -> None:
    icon = DRAWN[f"maskable-{side}"].convert("RGB")
    ground = icon.getpixel((0, 0))
    farthest = max(
        (x + 0.5 - side / 2) ** 2 + (y + 0.5 - side / 2) ** 2
        for x in range(side) for y in range(side) if icon.getpixel((x, y)) != ground
    )  # fmt: skip
    assert farthest**0.5 <= 0.4 * side


def test_names_and_colours_give_icons_of_their_own() -> None:
    drawn = {icons(name, palette) for name in ("Quảng Uyên", "Đàm Thủy") for palette in (None, Palette(ink="#124433"))}
    assert len(drawn) == 4
