"""What is published, what changes, and what stops it."""

from __future__ import annotations

from pathlib import Path

import pytest

from chophien import publish
from chophien.publish import Empty, Manifest, TooManyGone


def site(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return folder


def manifest(pages: int, home: bool = True) -> Manifest:
    files = {f"{number}.html": "x" for number in range(pages)}
    return Manifest(files | ({"index.html": "x"} if home else {}))


def test_hidden_names_and_links_stay_at_home(tmp_path: Path) -> None:
    names = ("index.html", "a/b.css", ".nojekyll", ".well-known/assetlinks.json", ".env", ".git/config", "a/.x/y.html")
    output = site(tmp_path / "output", *names)
    site(tmp_path / "outside", "private.html")
    (output / "link.html").symlink_to(tmp_path / "outside" / "private.html")
    (output / "folder").symlink_to(tmp_path / "outside")
    found = publish.survey(output)
    assert set(found.files) == {"index.html", "a/b.css", ".nojekyll", ".well-known/assetlinks.json"}
    assert found.left_out == (".env", ".git", "a/.x", "folder", "link.html")
    assert found.pages == {"index.html"}


def test_changes_name_what_is_new_changed_and_gone() -> None:
    before = Manifest({"index.html": "1", "a": "1", "b": "1"})
    after = Manifest({"index.html": "1", "a": "2", "c": "1"})
    changes = publish.compare(before, after)
    assert (changes.new, changes.changed, changes.gone) == (("c",), ("a",), ("b",))
    assert not publish.compare(after, after)


@pytest.mark.parametrize("after", [Manifest(), manifest(9, home=False)])
def test_an_empty_site_is_never_published(after: Manifest) -> None:
    with pytest.raises(Empty):
        publish.guard(manifest(9), after, force=True)


@pytest.mark.parametrize(("pages", "stopped"), [(9, False), (7, False), (6, True), (0, True)])
def test_more_than_a_fifth_of_the_pages_may_not_vanish(pages: int, stopped: bool) -> None:
    if stopped:
        with pytest.raises(TooManyGone) as wrong:
            publish.guard(manifest(9), manifest(pages), force=False)
        assert (wrong.value.gone, wrong.value.before) == (9 - pages, 10)
    publish.guard(manifest(9), manifest(pages), force=stopped)


def test_a_manifest_is_read_as_written_and_a_broken_one_is_none(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    wanted = publish.survey(site(tmp_path / "output", "index.html", "ảnh.txt"))
    publish.write(path, wanted)
    assert publish.read(path) == wanted
    assert [found.name for found in tmp_path.glob("*.json*")] == ["x.json"]
    for broken in ("", "[]", '{"files": 1, "size": 2}'):
        path.write_text(broken, "utf-8")
        assert publish.read(path) is None
