"""New records and new communes: right at once, and nothing overwritten."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

import chophien
from chophien import model, sources
from chophien.cli import making, units, wheels

from .conftest import Run

ODD = 'Mật ong "rừng": # 100 % & <b> \\ $x'


@pytest.mark.parametrize("kind", making.KINDS)
def test_a_new_record_is_right_at_once(commune: Path, run: Run, kind: str) -> None:
    code, said = run("new", kind, ODD, root=commune)
    assert code == 0
    assert "mat-ong-rung" in said
    assert run("check", "--strict", root=commune) == (0, "Không có lỗi nào.\n")
    file = making.KINDS[kind].file.format(id="mat-ong-rung-100-b-x")
    read = sources.load(commune, sources.Unit(kind, "mat-ong-rung-100-b-x", file))
    assert read.record is not None
    title = getattr(read.record, "title", None) or getattr(read.record, "name", None)
    assert title == {"vi": ODD}
    assert read.record.example is True


@pytest.mark.parametrize("kind", making.KINDS)
def test_a_record_that_exists_is_not_overwritten(commune: Path, run: Run, kind: str) -> None:
    assert run("new", making.KINDS[kind].alias, "Tên thử", root=commune)[0] == 0
    file = commune / making.KINDS[kind].file.format(id="ten-thu")
    file.write_text("mine", "utf-8")
    code, said = run("new", kind, "Tên thử", root=commune)
    assert code == 6
    assert "không ghi đè" in said
    assert file.read_text("utf-8") == "mine"


def test_a_product_needs_a_producer_that_exists(commune: Path, run: Run) -> None:
    assert run("new", "product", "Tên thử", "--producer", "khong-co", root=commune)[0] == 2
    (commune / "content/producers/nhom-nghe-vi-du.yaml").unlink()
    code, said = run("new", "product", "Tên thử", root=commune)
    assert code == 2
    assert "new producer" in said
    assert run("new", "producer", "Tổ rèn", root=commune)[0] == 0
    assert run("new", "product", "Tên thử", "--producer", "to-ren", root=commune)[0] == 0
    assert "producer: to-ren" in (commune / "products/ten-thu/product.yaml").read_text("utf-8")


def test_what_a_new_product_only_assumes_is_marked_to_be_changed(commune: Path, run: Run) -> None:
    assert run("new", "product", "Tên thử", root=commune)[0] == 0
    lines = (commune / "products/ten-thu/product.yaml").read_text("utf-8").split("\n")
    marked = {line.partition(":")[0].strip() for line in lines if "# hãy sửa" in line}
    assert marked == {"category", "producer", "net", "price", "stock"}


def test_a_new_producer_says_in_vietnamese_what_each_kind_is(commune: Path, run: Run) -> None:
    assert run("new", "producer", "Tổ rèn", root=commune)[0] == 0
    text = (commune / "content/producers/to-ren.yaml").read_text("utf-8")
    assert all(f"{word} (" in text for word in model.tables.PRODUCER_KINDS)


def test_a_name_without_letters_is_refused(commune: Path, run: Run) -> None:
    assert run("new", "news", "!!!", root=commune)[0] == 2


@pytest.mark.parametrize("subject", ["product", "place"])
def test_the_drawn_picture_is_large_enough_and_holds_nothing_else(subject: str) -> None:
    picture = Image.open(io.BytesIO(making.placeholder(subject)))
    picture.load()
    assert picture.format == "PNG" and min(picture.size) >= 800
    assert picture.info == {}
    assert len(making.placeholder(subject)) < 20_000
    assert making.placeholder(subject) == making.placeholder(subject)


@pytest.mark.parametrize("code", ["01576", "20413", "20333", "24184", "19147"])
def test_the_folder_of_any_unit_passes_check(tmp_path: Path, run: Run, code: str) -> None:
    unit = units.units()[code]
    making.write(tmp_path, making.commune(unit))
    assert run("check", "--strict", root=tmp_path) == (0, "Không có lỗi nào.\n")
    read = sources.load(tmp_path, sources.Unit("commune", "commune", "commune.yaml"))
    assert isinstance(read.record, model.Commune)
    assert (read.record.name["vi"], read.record.code, read.record.kind) == (unit.name, code, unit.kind)
    assert read.record.example


def test_every_record_of_a_new_commune_is_marked_as_an_example() -> None:
    files = making.commune(units.units()["01576"])
    records = [name for name in files if name.endswith((".yaml", ".md")) and name not in ("README.md", "so-tay.md")]
    assert len(records) == 6
    for name in records:
        assert "example: có" in files[name].decode(), name


def test_a_new_commune_has_the_handbook_that_its_messages_send_to() -> None:
    files = making.commune(units.units()["01576"])
    handbook, readme = files["so-tay.md"].decode(), files["README.md"].decode()
    assert "### `missing-key`" in handbook
    assert "(so-tay.md)" in readme and f"theo chophien {chophien.__version__}" in readme
    # What lies beside the handbook in the source folder does not come with it.
    assert set(re.findall(r"\]\(([^)#:]+\.md)[#)]", handbook)) == set()


def test_no_telephone_number_of_the_templates_can_be_dialled() -> None:
    for path in making.SCAFFOLD.iterdir():
        assert not re.search(r"\b0\d{2,3} ?\d{3,4} ?\d{3}\b", path.read_text("utf-8")), path.name


def test_a_new_commune_speaks_vietnamese_alone_until_it_is_translated(built: Path) -> None:
    assert not (built / "output/en").exists()
    path = built / "commune.yaml"
    assert "languages: [vi]\n" in path.read_text("utf-8") and "# languages: [vi, en]\n" in path.read_text("utf-8")


def test_a_new_commune_builds_at_once(built: Path) -> None:
    page = (built / "output/san-pham/gio-tre-vi-du.html").read_text("utf-8")
    assert "Giỏ tre ví dụ" in page
    assert "Quảng Uyên" in (built / "output/index.html").read_text("utf-8")


@pytest.fixture
def no_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the packing of the software to its own test."""

    def refuse(folder: Path) -> Path:
        raise wheels.NotPacked("x")

    monkeypatch.setattr(wheels, "pack", refuse)


@pytest.mark.usefixtures("no_wheel")
def test_a_commune_is_made_by_its_former_name(tmp_path: Path, run: Run) -> None:
    code, said = run("new", "commune", "phuc sen", "--into", str(tmp_path / "xa"))
    assert code == 0
    assert "xã Quảng Uyên" in said and "tasks.py" in said
    assert "nay gồm Xã Phúc Sen" in said, "who gave a former name sees what became of it"
    made = {path.relative_to(tmp_path / "xa").as_posix() for path in (tmp_path / "xa").rglob("*") if path.is_file()}
    assert {
        "commune.yaml", "tasks.py", "pelicanconf.py", "publishconf.py", "requirements.txt", ".gitignore", "README.md",
        "schema/commune.json", "products/gio-tre-vi-du/product.yaml", "products/gio-tre-vi-du/minh-hoa.png",
        "content/producers/nhom-nghe-vi-du.yaml", "content/places/xom-ban-mau/index.md",
        "content/events/hoi-xuan-vi-du/index.md", "content/news/trang-da-mo.md",
    } <= made  # fmt: skip
    assert f"chophien=={chophien.__version__}\n" in (tmp_path / "xa/requirements.txt").read_text("utf-8")


@pytest.mark.usefixtures("no_wheel")
def test_a_folder_with_files_is_left_alone(tmp_path: Path, run: Run) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    code, said = run("new", "commune", "phuc sen", "--into", str(tmp_path))
    assert code == 6
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert "không ghi đè" in said


@pytest.mark.usefixtures("no_wheel")
def test_an_ambiguous_name_lists_the_codes_to_choose_from(tmp_path: Path, run: Run) -> None:
    code, said = run("new", "commune", "Văn Lang", "--into", str(tmp_path / "xa"))
    assert code == 2
    assert "--code 02143" in said and "--code 08134" in said
    assert not (tmp_path / "xa").exists()
    assert run("new", "commune", "Văn Lang", "--code", "08134", "--into", str(tmp_path / "xa"))[0] == 0
    assert 'province: "Phú Thọ"' in (tmp_path / "xa/commune.yaml").read_text("utf-8")


@pytest.mark.usefixtures("no_wheel")
@pytest.mark.parametrize("words", [["commune", "Quảng Uyen 1"], ["commune", "x", "--code", "99999"]])
def test_an_unknown_commune_makes_nothing(tmp_path: Path, run: Run, words: list[str]) -> None:
    code, _ = run("new", *words, "--into", str(tmp_path / "xa"))
    assert code == 2
    assert not (tmp_path / "xa").exists()
