"""Sheets in the order of a seller's template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chophien import feeds

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def xa(commune: Path) -> Path:
    """Return a commune whose site holds both sheets, one row each."""
    listings = commune / "output" / "listings"
    listings.mkdir(parents=True)
    for key, sheet in feeds.SHEETS.items():
        names = [column.name for column in sheet.COLUMNS]
        row = "\t".join(f"ô {n}" for n in range(len(names)))
        (listings / f"{key}.tsv").write_text("\ufeff" + "\t".join(names) + f"\n{row}\n", encoding="utf-8")
    return commune


def keys(folder: Path, *names: str) -> str:
    """Write a file of keys as it is copied from a template."""
    path = folder / "khoa.txt"
    path.write_text("\t".join(names) + "\n", encoding="utf-8")
    return str(path)


def test_the_sheet_is_written_beside_the_keys(run: Run, xa: Path, tmp_path: Path) -> None:
    columns = [column.name for column in feeds.SHEETS["shopee"].COLUMNS]
    code, said = run("sheet", "shopee", "--template-keys", keys(tmp_path, *reversed(columns)), root=xa)
    assert code == 0, said
    assert "shopee-theo-mau.tsv" in said
    head, row, rest = (tmp_path / "shopee-theo-mau.tsv").read_text("utf-8-sig").split("\n")
    assert head.split("\t") == columns[::-1]
    assert row.split("\t")[-1] == "ô 0" and rest == ""


def test_unknown_and_missing_keys_are_told(run: Run, xa: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nơi khác"
    call = ("bang-dan", "TikTok Shop", "--template-keys", keys(tmp_path, "product_name", "warehouse"))
    code, said = run(*call, "--into", str(folder), root=xa)
    assert code == 3
    assert "Khóa không biết, cột để trống: warehouse." in said
    assert "Mẫu thiếu cột bắt buộc: product_description, main_image, price, seller_sku." in said
    assert (folder / "tiktokshop-theo-mau.tsv").is_file()
    code, said = run(*call, "--en", root=xa)
    assert "Unknown keys, columns left empty: warehouse." in said


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("shopee",), "--template-keys"),
        (("lazada", "--template-keys", "x"), "shopee, tiktokshop"),
        (("shopee", "--template-keys", "khong-co.txt"), "không thấy tệp"),
        ((), "<bảng>"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(run: Run, xa: Path, words: tuple[str, ...], problem: str) -> None:
    code, said = run("sheet", *words, root=xa)
    assert code == 2
    assert problem in said


def test_a_file_that_is_no_row_of_keys_is_refused(run: Run, xa: Path, tmp_path: Path) -> None:
    book = tmp_path / "mau.xlsx"
    book.write_bytes(b"PK\x03\x04\xff\xfe\x00")
    code, said = run("sheet", "shopee", "--template-keys", str(book), root=xa)
    assert (code, "không phải tệp chữ" in said) == (2, True)
    code, said = run("sheet", "shopee", "--template-keys", keys(tmp_path, "Tên sản phẩm", "Giá"), root=xa)
    assert (code, "dòng khóa kỹ thuật" in said) == (2, True)
    assert not (tmp_path / "shopee-theo-mau.tsv").exists()


def test_a_site_that_is_not_built_has_no_sheet(run: Run, commune: Path, tmp_path: Path) -> None:
    code, said = run("sheet", "shopee", "--template-keys", keys(tmp_path, "ps_price"), root=commune)
    assert code == 2
    assert "dựng trang trước" in said
