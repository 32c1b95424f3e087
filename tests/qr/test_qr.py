"""QR codes hold what they are given, as the standard says."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from chophien.qr import matrix

FINDER = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")


def rows(text: str) -> list[str]:
    return ["".join("01"[module] for module in row) for row in matrix(text)]


@pytest.mark.parametrize("text", ["https://a.vn/", "https://quang-uyen.example/san-pham/dao-bep.html", "Quảng Uyên ₫"])
def test_a_code_is_a_square_with_its_three_finders(text: str) -> None:
    found = rows(text)
    side = len(found)
    assert {len(row) for row in found} == {side}
    assert (side - 17) % 4 == 0
    assert [row[:7] for row in found[:7]] == list(FINDER)
    assert [row[-7:] for row in found[:7]] == list(FINDER)
    assert [row[:7] for row in found[-7:]] == list(FINDER)


def test_another_text_gives_another_code_and_the_same_gives_the_same() -> None:
    assert matrix("https://a.vn/1") != matrix("https://a.vn/2")
    assert matrix("https://a.vn/1") == matrix("https://a.vn/1")


@pytest.mark.parametrize("text", [
    "https://quang-uyen.example/san-pham/dao-bep.html", "https://quang-uyen.example/en/products/dao-bep.html",
    "https://xa.vn/" + "a" * 300, "Quảng Uyên ₫",
])  # fmt: skip
def test_a_reader_reads_what_was_written(text: str) -> None:
    found = rows(text)
    side = len(found) + 8
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(found):
        for x, module in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if module == "1" else 255)
    read = zxingcpp.read_barcodes(picture.resize((side * 4, side * 4), Image.Resampling.NEAREST))
    assert [code.text for code in read] == [text]


def test_a_text_that_no_code_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="too many"):
        matrix("a" * 3000)
