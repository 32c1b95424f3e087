"""Every demand of marketplaces, on the whole way from a commune's folder to its feeds."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from build import commune
from build.commune import TODAY, build, found, write
from chophien.build import Options, check
from chophien.diagnostics import Diagnostic
from chophien.feeds import EXPORTERS, reasons

from . import marketplace_rules as table
from .marketplace_rules import GOOD, ROWS, Row
from .reading import READ, addresses, said

CONTACTS = (
    "        policies:\n          returns: {accepted: có, days: 7}\n",
    "        contact: {email: thu@muong-mau.example}\n",
)  # fmt: skip


def text(id: str, edits: table.Edits) -> str:
    """Write the good product with some pieces of it replaced."""
    made = GOOD
    for old, new in edits:
        assert old in made, old
        made = made.replace(old, new)
    return made.format(id=id)


def put(root: Path, id: str, edits: table.Edits = ()) -> None:
    """Write one product, a good photo, a small one and a text beside it."""
    write(root, f"products/{id}/product.yaml", text(id, edits).encode())
    for name, size in (("anh.png", 500), ("nho.png", 499)):
        write(root, f"products/{id}/{name}", commune.picture(len(id) * 7 % 200, (size, size)))
    write(root, f"products/{id}/chu.png", "không phải ảnh")


def small(root: Path) -> Path:
    """Write a small commune with one good product, which has a GTIN."""
    found(root, goods=1)
    put(root, "che-mau", ((table.PRICE, f'{table.PRICE}\n    gtin: "09506000134352"'),))
    return root


def checked(root: Path) -> list[Diagnostic]:
    """Check a commune without building it."""
    return check(Options(root=root, today=TODAY))


EDITS = list(dict.fromkeys(edits for row in ROWS for edits in (row.kept, row.broken)))


def ids(row: Row) -> tuple[str, str]:
    """Name the two products of a row; what is written alike is one product."""
    return f"sai-{EDITS.index(row.broken):03}", f"dung-{EDITS.index(row.kept):03}"


STOPS = [row for row in ROWS if row.comes == "stop"]
BUILT = [row for row in ROWS if row.comes != "stop"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Build a commune with the goods of all rows that do not stop a build, broken and kept ones."""
    root = small(tmp_path_factory.mktemp("san") / "xa")
    wanted = {id: edits for row in BUILT for id, edits in zip(ids(row), (row.broken, row.kept), strict=True)}
    for id, edits in wanted.items():
        put(root, id, edits)
    outcome = build(root)
    assert outcome.ok, [d for d in outcome.diagnostics if d.level.value == "error"]
    report = json.loads((root / "output/feeds/report.json").read_text("utf-8"))
    return root / "output", outcome.diagnostics, {row["file"]: row for row in report}


def name(row: Row) -> str:
    """Name a case."""
    return f"{row.rule}-{row.wrong}-{row.comes}"


def test_every_demand_has_a_broken_and_a_kept_case() -> None:
    assert {row.rule for row in ROWS} | set(table.OF_THE_COMMUNE) == set(table.ALL)
    assert all(row.broken and row.broken != row.kept for row in ROWS)
    tested = {test[5:8].upper() for test in globals() if test.startswith("test_f") and test[6:8].isdigit()}
    assert tested == set(table.OF_THE_COMMUNE)


@pytest.mark.parametrize("row", STOPS, ids=map(name, STOPS))
def test_what_must_not_be_built_stops_the_build(row: Row, tmp_path: Path) -> None:
    broken, kept = ids(row)
    root = small(tmp_path / "xa")
    put(root, kept, row.kept)
    assert row.code not in {d.code for d in checked(root)}
    assert not any(d.level.value == "error" for d in checked(root))
    put(root, broken, row.broken)
    found = [d for d in checked(root) if d.code == row.code]
    assert {d.level.value for d in found} == {"error"}
    assert {d.file for d in found} == {f"products/{broken}/product.yaml"}


@pytest.mark.parametrize("row", BUILT, ids=map(name, BUILT))
def test_what_can_be_built_is_left_out_noted_or_put_right(row: Row, site: Any) -> None:
    output, diagnostics, report = site
    broken, kept = ids(row)
    feed = report[row.feed]
    key = next(key for key, exporter in EXPORTERS.items() if row.feed == exporter.FILENAME)
    listed = said(key, (output / row.feed).read_bytes())
    assert any(sku.startswith(kept) for sku in listed), "the good one is listed"
    if row.comes == "warning":
        of = {d.file for d in diagnostics if d.code == row.code and d.level.value == "warning"}
        assert f"products/{broken}/product.yaml" in of
        assert f"products/{kept}/product.yaml" not in of
    elif row.comes == "item":
        out = [entry for entry in feed["left_out"] if entry["product"] == broken]
        assert {entry["rule"] for entry in out} == {row.code}
        assert row.code not in {entry["rule"] for entry in feed["left_out"] if entry["product"] == kept}
        for entry in out:
            assert entry["file"] == f"products/{broken}/product.yaml"
            assert 1 <= entry["line"] <= len(text(broken, row.broken).splitlines())
            assert not entry["sku"] or entry["sku"] not in listed
    elif row.comes == "note":
        said_so = re.escape(reasons.note(row.code, "vi", count="COUNT", skus="SKUS"))
        pattern = said_so.replace("COUNT", r"\d+").replace("SKUS", "(.*)")
        (skus,) = [match[1] for note in feed["warnings"] if (match := re.fullmatch(pattern, note))]
        named = skus.split(", ")
        assert any(sku.startswith(broken) for sku in named), skus
        assert not any(sku.startswith(kept) for sku in named)
        assert any(sku.startswith(broken) for sku in listed)
    else:
        assert row.comes == "says"
        assert not any(one.sellable for sku, one in listed.items() if sku.startswith(broken))
        assert all(one.sellable for sku, one in listed.items() if sku.startswith(kept))


def test_f13_an_address_with_marks_stops_and_every_other_leads_to_a_file(site: Any, tmp_path: Path) -> None:
    root = small(tmp_path / "xa")
    write(root, "commune.yaml", commune.FILES["commune.yaml"].replace("muong-mau.example", "mường-mẫu.example"))
    (found,) = [d for d in checked(root) if d.code == "site-url-not-ascii"]
    assert found.level.value == "error"
    suggested = found.values["suggestion"].removeprefix("https://")
    assert suggested.isascii() and suggested.encode().decode("idna") == "mường-mẫu.example"
    output, diagnostics, _ = site
    assert "site-url-not-ascii" not in {d.code for d in diagnostics}
    for key in READ:
        if (output / EXPORTERS[key].FILENAME).is_file():
            for address in addresses(key, (output / EXPORTERS[key].FILENAME).read_bytes()):
                assert address.isascii() and address.startswith("https://muong-mau.example/")
                assert (output / (unquote(urlsplit(address).path).lstrip("/") or "index.html")).is_file(), address


def test_f14_a_page_that_says_no_price_stops_the_build(tmp_path: Path) -> None:
    from chophien.pages import theme_folder

    root = small(tmp_path / "xa")
    template = (theme_folder() / "templates/product.html").read_text("utf-8")
    write(root, "theme/templates/product.html", template.encode())
    assert build(root).ok, "a copy of our own template will do"
    before = commune.tree(root / "output")
    write(root, "theme/templates/product.html", template.replace("dong(", "number(").encode())
    outcome = build(root)
    assert not outcome.ok
    (found,) = [d for d in outcome.diagnostics if d.level.value == "error"]
    assert (found.code, found.file) == ("price-not-on-page", "products/che-mau/product.yaml")
    assert found.values["sku"] == "che-mau-100"
    assert commune.tree(root / "output") == before


def test_f21_a_commune_without_returns_and_contact_is_told_in_the_report(site: Any, tmp_path: Path) -> None:
    root = small(tmp_path / "xa")
    told = commune.FILES["commune.yaml"]
    for line in CONTACTS:
        assert line in told
        told = told.replace(line, "")
    write(root, "commune.yaml", told)
    assert build(root).ok
    report = json.loads((root / "output/feeds/report.json").read_text("utf-8"))
    wanted = {reasons.note(code, "vi") for code in ("no-returns-policy", "no-contact")}
    assert wanted <= set(report[0]["warnings"])
    assert report[0]["items"] == 2
    assert not wanted & set(site[2]["feeds/google.xml"]["warnings"])


def test_f23_a_feed_that_lost_more_than_half_is_told_and_one_that_lost_half_is_not(tmp_path: Path) -> None:
    root = small(tmp_path / "xa")
    for number in range(3):
        put(root, f"che-{number}")
    assert build(root).ok
    for number in range(2):
        shutil.rmtree(root / f"products/che-{number}")
    assert "feed-shrank" not in {d.code for d in build(root).diagnostics}
    put(root, "che-2", ((table.PHOTOS, ""),))
    write(root, "products/che-mau/product.yaml", text("che-mau", (table.ONE,)).encode())
    (found,) = [d for d in build(root).diagnostics if d.code == "feed-shrank"]
    assert found.level.value == "warning"
    assert found.values["before"] == "4" and "feeds/google.xml" in found.values["feeds"]
