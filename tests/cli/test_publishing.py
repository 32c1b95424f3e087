"""The command that publishes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run


def test_both_a_folder_and_a_zip_are_made(commune: Path, run: Run) -> None:
    code, said = run("publish", "--today", "2026-11-24", root=commune)
    assert code == 0
    assert "cong-bo/quang-uyen-2026-11-24.zip" in said
    assert (commune / "cong-bo/quang-uyen/index.html").is_file()
    noted = json.loads((commune / "cong-bo/quang-uyen.json").read_text("utf-8"))
    assert len(noted["files"]["index.html"]) == 64
    code, said = run("publish", "--today", "2026-11-24", root=commune)
    assert code == 0
    assert "Không có gì khác lần công bố trước." in said


@pytest.mark.parametrize(
    ("target", "kept"), [("folder", {"quang-uyen", "quang-uyen.json"}), ("zip", {"x.zip", "quang-uyen.zip.json"})]
)
def test_one_target_can_be_named(commune: Path, run: Run, tmp_path: Path, target: str, kept: set[str]) -> None:
    into = tmp_path / "usb"
    words = ("publish", "--target", target, "--into", str(into), "--today", "2026-11-24")
    assert run(*words, root=commune)[0] == 0
    assert {path.name.replace("quang-uyen-2026-11-24.zip", "x.zip") for path in into.iterdir()} == kept


def test_a_dry_run_writes_nothing(commune: Path, run: Run) -> None:
    code, said = run("publish", "--dry-run", root=commune)
    assert code == 0
    assert "tệp mới" in said and "Chỉ xem trước" in said
    assert not (commune / "cong-bo").exists()


def test_errors_stop_it(commune: Path, run: Run) -> None:
    path = commune / "products/gio-tre-vi-du/product.yaml"
    path.write_text(path.read_text("utf-8").replace("120.000", "35k"), "utf-8")
    assert run("publish", root=commune)[0] == 3
    assert not (commune / "cong-bo").exists()


def test_many_vanishing_pages_stop_it_unless_forced(commune: Path, run: Run) -> None:
    assert run("publish", "--target", "folder", root=commune)[0] == 0
    noted = commune / "cong-bo/quang-uyen.json"
    before = json.loads(noted.read_text("utf-8"))
    before["files"] |= {f"cu/{number}.html": "x" for number in range(100)}
    noted.write_text(json.dumps(before), "utf-8")
    code, said = run("publish", "--target", "folder", root=commune)
    assert code == 6
    assert "100 trong" in said and "--force" in said
    assert run("publish", "--target", "folder", "--force", root=commune)[0] == 0


def test_a_folder_of_someone_else_is_not_replaced(commune: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "docs/quang-uyen").mkdir(parents=True)
    (tmp_path / "docs/quang-uyen/mine.txt").write_text("mine", "utf-8")
    code, said = run("publish", "--into", str(tmp_path / "docs"), root=commune)
    assert code == 6
    assert "không thay thế" in said
    assert (tmp_path / "docs/quang-uyen/mine.txt").is_file()


def test_the_note_of_a_zip_does_not_make_a_folder_ours(commune: Path, run: Run, tmp_path: Path) -> None:
    into = tmp_path / "usb"
    (into / "quang-uyen").mkdir(parents=True)
    (into / "quang-uyen/mine.txt").write_text("mine", "utf-8")
    assert run("publish", "--target", "zip", "--into", str(into), root=commune)[0] == 0
    for force in ([], ["--force"]):
        assert run("publish", "--target", "folder", "--into", str(into), *force, root=commune)[0] == 6
    assert (into / "quang-uyen/mine.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_a_note_laid_into_the_published_folder_stays_unless_forced(commune: Path, run: Run, dry: list[str]) -> None:
    assert run("publish", "--target", "folder", root=commune)[0] == 0
    note = commune / "cong-bo/quang-uyen/ghi-chu.txt"
    note.write_text("mine", "utf-8")
    code, said = run("publish", *dry, root=commune)
    assert code == 6
    assert "ghi-chu.txt" in said and "--force" in said
    assert note.read_text("utf-8") == "mine"
    assert not list((commune / "cong-bo").glob("*.zip"))
    assert run("publish", "--force", *dry, root=commune)[0] == 0
    assert note.exists() == bool(dry)


@pytest.mark.parametrize(
    "into",
    [
        "content",
        "content/news",
        "products",
        "theme",
        "schema",
        "plugins",
        "hop-thu",
        "Hop-Thu/x",
        "Content",
        ".",
        "..",
        ".chophien",
    ],
)
@pytest.mark.parametrize("target", [[], ["--target", "zip"]])
def test_nothing_is_published_into_or_above_the_sources(
    commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch, into: str, target: list[str]
) -> None:
    monkeypatch.chdir(commune)
    before = sorted(commune.parent.rglob("*"))
    code, said = run("publish", "--into", into, *target, root=commune)
    assert code == 6
    assert "cong-bo" in said or "Nơi đích" in said
    assert sorted(commune.parent.rglob("*")) == before


def test_a_site_with_example_data_or_address_is_published_with_a_reminder(commune: Path, run: Run) -> None:
    code, said = run("publish", "--dry-run", root=commune)
    assert code == 0
    assert "commune.yaml còn dòng «example: có»" in said and "https://quang-uyen.example" in said
    path = commune / "commune.yaml"
    text = path.read_text("utf-8").replace("example: có\n", "")
    path.write_text(text.replace("https://quang-uyen.example", "https://quang-uyen.vn"), "utf-8")
    code, said = run("publish", "--dry-run", root=commune)
    assert code == 0
    assert "commune.yaml còn dòng" not in said
    assert ".example" not in said


def test_the_destination_may_not_hold_the_commune_or_lie_in_the_site(commune: Path, run: Run) -> None:
    assert run("publish", "--into", str(commune / "output"), root=commune)[0] == 6
    assert run("publish", "--into", str(commune.parent), root=commune)[0] == 6  # its quang-uyen is the commune itself
    assert (commune / "commune.yaml").is_file()


def test_a_destination_that_cannot_be_written_ends_with_5(commune: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    code, said = run("publish", "--into", str(tmp_path / "file"), root=commune)
    assert code == 5
    assert "Không ghi được nơi đích" in said


def test_a_branch_without_a_repository_ends_with_5(commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(commune.parent))
    code, said = run("publish", "--target", "pages-branch", root=commune)
    assert code == 5
    assert "chưa phải kho git" in said
