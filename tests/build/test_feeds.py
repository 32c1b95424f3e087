"""Feeds of a whole small site: those that are asked for, none of those that are not, none without goods."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chophien import feeds, urls

from . import commune
from .commune import build, found, product, tree, write

ALL = "feeds: [acp, openai, vendure, medusa]\n"


def with_feeds(root: Path, line: str) -> None:
    """Write the commune's file with a line more."""
    write(root, "commune.yaml", commune.FILES["commune.yaml"] + line)


def files(root: Path) -> set[str]:
    """List the feeds that are there."""
    output = root / "output"
    wanted = [exporter.FILENAME for exporter in feeds.EXPORTERS.values()]
    return {name for name in [*wanted, urls.ACP_METADATA] if (output / name).is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = found(tmp_path / "xa")
    write(root, "products/che-mau/product.yaml", product("che-mau", photo=True))
    write(root, "products/che-mau/anh.png", commune.picture())
    return root


def test_feeds_come_and_go_with_the_line_in_the_communes_file(root: Path) -> None:
    assert build(root).ok
    usual = {feeds.EXPORTERS[key].FILENAME for key in feeds.EXPORTERS if key not in feeds.OFF}
    assert files(root) == usual
    with_feeds(root, ALL)
    assert build(root).ok
    assert files(root) == usual | {feeds.EXPORTERS[key].FILENAME for key in feeds.OFF} | {urls.ACP_METADATA}
    report = {row["file"]: row["items"] for row in json.loads((root / "output/feeds/report.json").read_text("utf-8"))}
    assert report["feeds/acp/products.jsonl"] == report["feeds/google.xml"] == 2
    assert "Chưa bật" not in (root / "output/feeds/index.html").read_text("utf-8")
    write(root, "commune.yaml", commune.FILES["commune.yaml"])
    assert build(root).ok
    assert files(root) == usual


def test_two_builds_in_two_folders_are_the_same(root: Path, tmp_path: Path) -> None:
    with_feeds(root, ALL)
    assert build(root).ok
    other = found(tmp_path / "khac")
    for path in ("products/che-mau/product.yaml", "products/che-mau/anh.png", "commune.yaml"):
        write(other, path, (root / path).read_bytes())
    assert build(other).ok
    for name in files(root):
        assert (root / "output" / name).read_bytes() == (other / "output" / name).read_bytes(), name


def test_without_goods_every_feed_is_there_and_says_nothing(tmp_path: Path) -> None:
    root = found(tmp_path / "xa", goods=0)
    with_feeds(root, ALL)
    assert build(root).ok
    for key, exporter in feeds.EXPORTERS.items():
        body = (root / "output" / exporter.FILENAME).read_text("utf-8-sig")
        if exporter.FILENAME.endswith((".csv", ".tsv")):
            assert len(body.splitlines()) == 1, key
        elif exporter.FILENAME.endswith(".jsonl"):
            assert body == "", key
    assert tree(root / "output")
    assert all(row["items"] == 0 for row in json.loads((root / "output/feeds/report.json").read_text("utf-8")))


def test_an_unknown_feed_is_told_with_what_there_is(root: Path) -> None:
    with_feeds(root, "feeds: [acpp]\n")
    outcome = build(root)
    assert not outcome.ok
    (found,) = [item for item in outcome.diagnostics if item.code == "not-a-choice"]
    assert found.values["suggestion"].lower() == "acp"
