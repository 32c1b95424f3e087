"""Feeds of a whole small site: those that are asked for, none of those that are not, none without goods."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from chophien import cli, feeds, urls

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
    assert found.values["suggestion"] == "acp (ACP)"


def report(root: Path) -> dict[str, dict[str, object]]:
    """Read the report of a built commune."""
    return {row["file"]: row for row in json.loads((root / "output/feeds/report.json").read_text("utf-8"))}


def test_a_feed_that_lost_more_than_half_is_called_out_until_it_has_it_again(tmp_path: Path) -> None:
    root = found(tmp_path / "xa", 10)
    for number in range(10):
        id = "che-mau" if number == 0 else f"che-{number}"
        write(root, f"products/{id}/product.yaml", product(id, photo=True))
        write(root, f"products/{id}/anh.png", commune.picture(number * 20, (500, 500)))
    assert "feed-shrank" not in commune.codes(build(root)), "a first build has nothing to compare with"
    assert "before" not in report(root)["feeds/google.xml"]
    for number in range(4, 10):
        shutil.rmtree(root / f"products/che-{number}")

    def told() -> tuple[object, ...]:
        outcome = build(root)
        row = report(root)["feeds/google.xml"]
        # Feeds that lost alike are told together; of schema.org's items each is a product.
        told = {d.values["feeds"]: d for d in outcome.diagnostics if d.code == "feed-shrank"}
        (one,) = [d for names, d in told.items() if "feeds/google.xml" in names]
        assert "feeds/kiotviet.csv" in one.values["feeds"] and "feeds/products.json" in told
        page = (root / "output/feeds/index.html").read_text("utf-8")
        assert "Vơi quá nửa so với trước: Google Merchant Center" in page
        assert "Lần trước có 20 mặt hàng, nay còn 8" in page
        return one.level.value, one.values["found"], one.values["before"], row["items"], row["before"]

    shrunk = ("warning", "8", "20", 8, 20)
    assert told() == shrunk
    before = tree(root / "output")
    assert told() == shrunk, "nothing changed, nothing is forgotten"
    assert tree(root / "output") == before
    write(root, "content/news/hai.md", "Title: Tin hai\nDate: 2026-11-20\n\nHai.\n")
    assert told() == shrunk, "another edit does not hide it"
    write(root, "products/che-4/product.yaml", product("che-4", photo=True))
    write(root, "products/che-4/anh.png", commune.picture(80, (500, 500)))
    assert "feed-shrank" not in commune.codes(build(root)), "half of it is there again"
    assert "before" not in report(root)["feeds/google.xml"]
    clean = tmp_path / "sach"
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns("output", ".chophien"))
    assert build(clean).ok
    assert tree(clean / "output") == tree(root / "output")


def test_a_build_from_nothing_forgets_what_there_was(root: Path) -> None:
    assert build(root).ok
    write(root, "products/che-mau/product.yaml", product("che-mau"))
    assert "feed-shrank" in commune.codes(build(root))
    assert cli.main(["rebuild", "--today", "2026-11-24"], root) == 0
    assert "before" not in report(root)["feeds/google.xml"]


def test_a_feed_that_everything_was_left_out_of_is_called_out(root: Path) -> None:
    write(root, "products/che-mau/product.yaml", product("che-mau"))
    outcome = build(root)
    (one,) = [d for d in outcome.diagnostics if d.code == "feed-empty"]
    assert one.level.value == "warning"
    assert "feeds/google.xml" in one.values["feeds"] and "feeds/woocommerce.csv" not in one.values["feeds"]
    assert "feed-empty" in commune.codes(build(root)), "told again while it is so"
    page = (root / "output/feeds/index.html").read_text("utf-8")
    assert "Tệp rỗng: Google Merchant Center" in page


def test_what_is_left_out_is_named_with_the_line_to_mend(root: Path) -> None:
    def line() -> object:
        assert build(root).ok
        left = [out for out in report(root)["feeds/google.xml"]["left_out"] if out["product"] == "che-mau"]  # type: ignore[attr-defined]
        (one,) = left
        assert (one["sku"], one["rule"], one["file"]) == (
            "che-mau-200", "variant-without-price", "products/che-mau/product.yaml",
        )  # fmt: skip
        assert f"products/che-mau/product.yaml:{one['line']}<" in (root / "output/feeds/index.html").read_text("utf-8")
        return one["line"]

    text = product("che-mau", photo=True).replace("    price: 100000\n", "")
    write(root, "products/che-mau/product.yaml", text)
    first = text.splitlines().index("  - sku: che-mau-200") + 1
    assert line() == first
    write(root, "products/che-mau/product.yaml", "# một dòng\n" + text)
    assert line() == first + 1, "a comment moves the line and nothing else"


def test_a_preorder_leaves_the_feed_on_its_day(root: Path) -> None:
    text = product("che-mau", photo=True)
    text = text.replace(
        "    price: 50000\n", "    price: 50000\n    status: preorder\n    available_from: 2026-11-26\n"
    )
    write(root, "products/che-mau/product.yaml", text)
    for day, items in ((date(2026, 11, 25), 2), (date(2026, 11, 26), 1)):
        assert build(root, day).ok
        assert report(root)["feeds/google.xml"]["items"] == items
