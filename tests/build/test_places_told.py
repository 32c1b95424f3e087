"""Messages that name a second place, or a place within a text, name the right line of the right file."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sources.samples import catalogue

from chophien.diagnostics import sentence, where

from .commune import build, write
from .commune import found as commune

CODES = {"sku-twice", "consent-missing", "contact-in-text", "template-text-left"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return commune(tmp_path / "xa", goods=1)


def told(root: Path) -> list[tuple[str, str]]:
    """Return where each message stands and what it says, in Vietnamese."""
    found = [item for item in build(root).diagnostics if item.code in CODES]
    return [(f"{one.code} {where(one)}", " ".join(sentence(one, catalogue("vi")))) for one in found]


def test_a_copied_folder_is_told_with_the_file_and_line_of_the_same_number(root: Path) -> None:
    (first,) = sorted((root / "products").glob("*/product.yaml"))
    copy = root / "products" / "zz-chep" / "product.yaml"
    write(root, "products/zz-chep/product.yaml", first.read_text("utf-8"))
    lines = first.read_text("utf-8").split("\n")
    numbers = [number for number, text in enumerate(lines, 1) if "sku:" in text]
    said = told(root)
    assert len(said) == len(numbers) > 0
    for line, (place, words) in zip(numbers, said, strict=True):
        assert place.startswith(f"sku-twice {copy.relative_to(root).as_posix()}:{line}:")
        assert f"đã dùng ở {first.relative_to(root).as_posix()}:{line}." in words
        assert "Nếu vừa chép thư mục thì đổi mã trong tệp mới." in words


def test_a_consent_that_lacks_one_field_names_the_line_it_belongs_below(root: Path) -> None:
    write(root, "content/producers/ho-mau.yaml", """
        kind: household
        name: Lò Văn Mẫu
        phone: 0912 345 678
        consent:
          name: {given: 05/01/2026, how: giấy}
        """)  # fmt: skip
    ((place, said),) = told(root)
    assert place == "consent-missing content/producers/ho-mau.yaml:3:8"
    assert "Thêm vào mục consent ở dòng 4, thành một dòng thụt vào:  phone: {given:" in said


def test_what_does_not_belong_into_a_text_is_told_at_its_line(root: Path) -> None:
    home = root / "commune.yaml"
    home.write_text(home.read_text("utf-8").replace("example: có\n", ""), "utf-8")
    write(root, "content/places/thac-mau/index.md", """
        ---
        kind: waterfall
        name: Thác Mẫu
        summary: Ví dụ. Một câu nói nơi này có gì.
        ---
        Thác ba tầng.

        Hỏi đường: gọi 0987 654 321.
        """)  # fmt: skip
    there = "content/places/thac-mau/index.md"
    assert [place for place, _ in told(root)] == [f"template-text-left {there}:4:10", f"contact-in-text {there}:8:16"]
