"""The site as a folder and as a zip."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from chophien import publish
from chophien.publish import Foreign, Manifest, Strangers

from .test_manifest import site


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return site(tmp_path / "output", "index.html", "a/b.css", "a/c.jpg", ".env")


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_the_folder_holds_exactly_the_published_files(output: Path, tmp_path: Path) -> None:
    target = tmp_path / "usb" / "trang"
    first = publish.survey(output)
    made = publish.replace(output, first, target, None)
    assert made.files == 3
    assert tree(target) == {name: name for name in ("index.html", "a/b.css", "a/c.jpg")}
    assert os.stat(target / "index.html").st_nlink == 1
    (output / "a/b.css").unlink()
    publish.replace(output, publish.survey(output), target, first)
    assert set(tree(target)) == {"index.html", "a/c.jpg"}
    assert [path.name for path in target.parent.iterdir()] == ["trang"]


def test_a_folder_of_someone_else_is_left_alone(output: Path, tmp_path: Path) -> None:
    target = site(tmp_path / "documents", "mine.txt")
    for force in (False, True):
        with pytest.raises(Foreign):
            publish.replace(output, publish.survey(output), target, None, force=force)
    assert tree(target) == {"mine.txt": "mine.txt"}
    link = tmp_path / "link"
    link.symlink_to(target)
    with pytest.raises(Foreign):
        publish.replace(output, publish.survey(output), link, publish.survey(target), force=True)
    assert tree(target) == {"mine.txt": "mine.txt"}


def test_what_someone_laid_into_our_folder_is_named_and_stays(output: Path, tmp_path: Path) -> None:
    target = tmp_path / "trang"
    before = publish.survey(output)
    publish.replace(output, before, target, None)
    site(target, "ghi-chu.txt", ".git/config", "anh/.DS_Store")
    (target / "a/b.css").write_text("changed by hand", "utf-8")
    (target / "noi").symlink_to(tmp_path)
    (output / "index.html").write_text("new", "utf-8")
    with pytest.raises(Strangers) as wrong:
        publish.replace(output, publish.survey(output), target, before)
    assert wrong.value.files == (".git/config", "a/b.css", "ghi-chu.txt", "noi")
    assert tree(target)["index.html"] == "index.html"
    publish.replace(output, publish.survey(output), target, before, force=True)
    assert set(tree(target)) == {"index.html", "a/b.css", "a/c.jpg"}
    assert output.is_dir()


def test_a_note_that_a_killed_publishing_did_not_write_is_no_obstacle(output: Path, tmp_path: Path) -> None:
    target = tmp_path / "trang"
    before = publish.survey(output)
    (output / "index.html").write_text("new", "utf-8")
    publish.replace(output, publish.survey(output), target, None)
    publish.replace(output, publish.survey(output), target, before)


def test_a_note_is_no_proof_for_other_files(output: Path, tmp_path: Path) -> None:
    target = site(tmp_path / "trang", "mine.txt")
    with pytest.raises(Strangers):
        publish.replace(output, publish.survey(output), target, Manifest({"index.html": "x"}))
    assert tree(target) == {"mine.txt": "mine.txt"}


def test_a_copy_that_fails_leaves_the_old_one(output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "trang"
    before = publish.survey(output)
    publish.replace(output, before, target, None)
    (output / "index.html").write_text("new", "utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space"):
        publish.replace(output, publish.survey(output), target, before)
    assert tree(target)["index.html"] == "index.html"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", "trang"]


def test_the_zip_follows_from_the_contents_alone(output: Path, tmp_path: Path) -> None:
    first = publish.pack(output, publish.survey(output), tmp_path / "1.zip").read_bytes()
    copy = tmp_path / "copy"
    shutil.copytree(output, copy)
    for path in copy.rglob("*"):
        os.utime(path, (0, 10**9))
    assert publish.pack(copy, publish.survey(copy), tmp_path / "2.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "1.zip") as made:
        assert made.namelist() == ["a/b.css", "a/c.jpg", "index.html"]
        assert made.testzip() is None
        assert made.read("index.html") == b"index.html"
        assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 & 0o777 for entry in made.infolist()} == {0o644}
