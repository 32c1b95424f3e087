"""What a build lets visitors keep: the service worker's list, and the lists for the road."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from chophien.build import offline
from chophien.build.store import Made
from chophien.model import Commune, Site
from chophien.model.records import Owner

from .commune import build, found, product, write

SITE = Site(
    commune=Commune(
        name={"vi": "Xã"}, province={"vi": "Tỉnh"}, site_url="https://xa.example", tagline={"vi": "Một xã nhỏ"},
        owner=Owner(name={"vi": "Ủy ban"}),
    ),
    languages=("vi",),
)  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = found(tmp_path / "xa", goods=3)
    assert build(made).ok
    return made


def _worker(root: Path) -> dict[str, Any]:
    line = (root / "output/sw.js").read_text("utf-8").partition("\n")[0]
    return dict(json.loads(line.removeprefix("const SITE = ").removesuffix(";")))


def _road(root: Path, lang: str) -> dict[str, Any]:
    return dict(json.loads((root / f"output/data/duong-di.{lang}.json").read_text("utf-8")))


def test_every_visitor_gets_home_offline_page_lists_and_search_in_both_languages(root: Path) -> None:
    core = _worker(root)["core"]
    assert {"index.html", "en/index.html", "ngoai-mang.html", "en/offline.html", "san-pham.html", "en/events.html",
            "lien-he.html", "hoi-mua.html", "tim-kiem.html", "data/tim-kiem-vi.js",
            "data/tim-kiem-en.js"} <= set(core)  # fmt: skip
    assert not {"san-pham/che-mau.html", "404.html", "feeds/index.html", "data/catalog.json"} & set(core)
    assert all((root / "output" / path).is_file() for path in core)
    assert _worker(root)["offline"] == [["en/", "en/offline.html"], ["", "ngoai-mang.html"]]


def test_a_price_changes_the_marks_of_the_pages_that_show_it_and_no_others(root: Path) -> None:
    before = _worker(root)
    write(root, "products/che-1/product.yaml", product("che-1", 77_000))
    assert build(root).ok
    after = _worker(root)
    assert after["generation"] != before["generation"]
    changed = {path for path in after["core"] if after["core"][path] != before["core"][path]}
    assert {"index.html", "san-pham.html"} <= changed
    assert not {"dia-diem.html", "ngoai-mang.html", "en/contact.html"} & changed


def test_a_road_is_all_pages_of_a_language_and_the_small_pictures(root: Path) -> None:
    road = _road(root, "vi")
    paths = {path for path, _, _ in road["pages"]}
    wanted = {
        path.relative_to(root / "output").as_posix() for path in (root / "output").rglob("*.html")
    }  # fmt: skip
    wanted = {path for path in wanted if not path.startswith(("en/", "feeds/", "listings/")) and path != "404.html"}
    assert paths == wanted
    assert {"tin-tuc/tin-mau.html", "trang/duong-den.html", "dia-diem/ban-mau.html"} <= paths  # Pelican's too
    assert {path for path, _, _ in _road(root, "en")["pages"]} >= {"en/news/sample-news.html", "en/places/ban-mau.html"}
    assert [path for path, _ in road["pictures"]] == sorted(
        path.relative_to(root / "output").as_posix() for path in (root / "output/anh").glob("*-400.webp")
    )
    for path, size, *_ in (*road["pages"], *road["pictures"]):
        assert (root / "output" / path).stat().st_size == size


def test_only_what_the_lists_name_changes_them(root: Path) -> None:
    before = (root / "output/sw.js").stat().st_mtime_ns
    write(root, "content/places/nha-mau/index.en.md", "Another text.\n")
    assert build(root).ok
    assert (root / "output/sw.js").stat().st_mtime_ns == before


def _made(size: int) -> Made:
    return Made(b"", bytes(16), size)


def test_a_large_commune_keeps_what_fits_products_last() -> None:
    files = {f"san-pham/{n:05}.html": _made(20_000) for n in range(4_000)}
    files |= {f"dia-diem/{n}.html": _made(20_000) for n in range(100)}
    files |= {"index.html": _made(40_000), "anh/a-1234-400.webp": _made(1)}
    road = json.loads(offline.roads(SITE, files)["vi"])
    paths = [path for path, _, _ in road["pages"]]
    assert paths[0] == "index.html"
    assert sum(path.startswith("dia-diem/") for path in paths) == 100
    assert sum(size for _, size, *_ in (*road["pages"], *road["pictures"])) <= offline.ROAD_BYTES
    assert 0 < sum(path.startswith("san-pham/") for path in paths) < 4_000


def test_a_first_visit_is_bounded_however_large_the_lists_are() -> None:
    files = {"index.html": _made(300_000), "ngoai-mang.html": _made(9_000), "lien-he.html": _made(400_000)}
    assert set(offline.core(SITE, files)) == {"index.html", "ngoai-mang.html"}


def test_one_list_too_large_leaves_room_for_what_fits_after_it_and_vietnamese_comes_first() -> None:
    site = msgspec.structs.replace(SITE, languages=("en", "vi"), sections=("products", "places"))
    names = ("index.html", "ngoai-mang.html", "hoi-mua.html", "tim-kiem.html", "data/tim-kiem-vi.js", "lien-he.html")
    files = {name: _made(10_000) for name in names}
    files |= {"san-pham.html": _made(600_000), "dia-diem.html": _made(500_000)}
    files |= {"en/index.html": _made(50_000), "en/ask.html": _made(9_000)}
    assert list(offline.core(site, files)) == [*names, "dia-diem.html", "en/ask.html"]
