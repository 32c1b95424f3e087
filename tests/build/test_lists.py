"""Lists that are narrowed, the season calendar and the map of a whole site: as of the day, and never stale."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from . import commune
from .commune import build, found, product, tree, write

RIPE = "season: [11]\n"
STARS = "ocop: {stars: 4, decision: 12/QĐ-MẪU, issued: 2023-12-01}\n"
SALE = "    sale: {price: 90000, since: 2026-11-20, until: 2026-11-26}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = found(tmp_path / "xa", goods=1)
    write(root, "products/che-vu/product.yaml", product("che-vu", 150_000, more=RIPE))
    write(root, "products/che-sao/product.yaml", product("che-sao", 400_000, more=STARS))
    cheaper = product("che-giam", 120_000).replace("price: 120000\n", "price: 120000\n" + SALE, 1)
    write(root, "products/che-giam/product.yaml", cheaper)
    write(root, "content/places/thac-mau/index.md", """
        ---
        kind: thác
        name: Thác Mẫu
        summary: Một con thác ở xa.
        outside: có
        point: {lat: 22.95, lon: 106.8}
        season: [9, 11]
        ---
        """)  # fmt: skip
    return root


def narrowed(root: Path) -> dict[str, list[str]]:
    """Return which goods the list of each facet shows, in order."""
    folder = root / "output/san-pham/loc"
    pages = {path.stem: path.read_text("utf-8").partition("grid-products")[2] for path in folder.glob("*.html")}
    return {
        name: list(
            dict.fromkeys(re.findall(r'href="\.\./\.\./san-pham/([a-z-]+)\.html"', page.partition("<footer")[0]))
        )
        for name, page in pages.items()
    }


def same_as_clean(root: Path, elsewhere: Path, today: date) -> bool:
    shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns("output", ".chophien"))
    assert build(elsewhere, today).ok
    return tree(elsewhere / "output") == tree(root / "output")


def test_only_facets_with_goods_have_a_page_and_it_is_of_the_day(root: Path, tmp_path: Path) -> None:
    assert build(root, date(2026, 11, 24)).ok
    assert narrowed(root) == {
        "dang-vao-vu": ["che-vu"],
        "ocop-4-sao": ["che-sao"],
        "gia-duoi-100-000": ["che-mau", "che-giam"],
        "gia-100-000-den-300-000": ["che-vu"],
        "gia-300-000-den-1-000-000": ["che-sao"],
    }
    after = date(2026, 12, 2)  # the sale, the season and the stars are over
    assert build(root, after).ok
    assert narrowed(root) == {
        "gia-duoi-100-000": ["che-mau"],
        "gia-100-000-den-300-000": ["che-giam", "che-vu"],
        "gia-300-000-den-1-000-000": ["che-sao"],
    }
    assert "ocop-4-sao" not in (root / "output/san-pham.html").read_text("utf-8")
    assert same_as_clean(root, tmp_path / "sach", after)


def test_a_price_that_moves_to_another_band_moves_everywhere(root: Path, tmp_path: Path) -> None:
    assert build(root).ok
    write(root, "products/che-vu/product.yaml", product("che-vu", 2_000_000, more=RIPE))
    assert build(root).ok
    assert narrowed(root)["gia-tu-1-000-000"] == ["che-vu"]
    assert "gia-100-000-den-300-000" not in narrowed(root)
    assert same_as_clean(root, tmp_path / "sach", commune.TODAY)


def test_search_engines_are_offered_stars_alone(root: Path) -> None:
    assert build(root).ok
    sitemap = (root / "output/sitemap.xml").read_text("utf-8")
    assert re.findall(r"/san-pham/loc/([^<]+)\.html</loc>", sitemap) == ["ocop-4-sao"]
    for path in (root / "output/san-pham/loc").glob("*.html"):
        quiet = '<meta name="robots" content="noindex">' in path.read_text("utf-8")
        assert quiet is not path.stem.startswith("ocop-"), path.stem


def test_places_are_listed_by_kind_once_there_are_two(root: Path) -> None:
    assert build(root).ok
    assert "Thác Mẫu" in (root / "output/dia-diem/loai/thac.html").read_text("utf-8")
    assert "/places/kind/village.html" in (root / "output/sitemap.xml").read_text("utf-8")
    shutil.rmtree(root / "content/places/thac-mau")
    assert build(root).ok
    assert not (root / "output/dia-diem/loai").exists()
    assert "loai/" not in (root / "output/dia-diem.html").read_text("utf-8")


def test_the_season_calendar_begins_with_this_month_and_moves_on(root: Path, tmp_path: Path) -> None:
    assert build(root, date(2026, 11, 24)).ok
    page = (root / "output/mua-vu.html").read_text("utf-8")
    rows = re.findall(r"<tr.*?</tr>", page, re.DOTALL)[1:]
    assert len(rows) == 12
    assert "is-now" in rows[0] and "tháng 11/2026" in rows[0]
    assert "che-vu" in rows[0] and "thac-mau" in rows[0] and "che-mau.html" not in page.partition("<table")[2]
    assert "hoi-mau" in rows[4] and "09/03/2027" in rows[4]
    assert build(root, date(2027, 3, 10)).ok
    page = (root / "output/mua-vu.html").read_text("utf-8")
    rows = re.findall(r"<tr.*?</tr>", page, re.DOTALL)[1:]
    assert "tháng 3/2027" in rows[0] and "hoi-mau" not in rows[0]
    assert "26/02/2028" in rows[11]
    assert same_as_clean(root, tmp_path / "sach", date(2027, 3, 10))


def test_the_map_lists_every_position_with_its_number(root: Path, tmp_path: Path) -> None:
    assert build(root).ok
    page = (root / "output/ban-do.html").read_text("utf-8")
    drawn = re.findall(r'class="map-number"[^>]*>(\d+)<', page)
    listed = re.findall(r'class="map-dot map-dot-\w+">(\d+)<', page)
    assert sorted(set(listed)) == sorted(set(drawn)) == ["1", "2"]
    assert drawn == ["1", "2"] * 2, "once on each of the two sheets"
    assert "nha-mau" not in page.partition("map-list")[2].partition("<footer")[0]
    root_of = ET.parse(root / "output/data/dia-diem.gpx").getroot()
    assert len(list(root_of)) == 3
    write(root, "content/producers/to-mau.yaml", "kind: hợp tác xã\nname: Tổ mẫu\nplace: ban-mau\n")
    assert build(root).ok
    assert "Tổ mẫu" in (root / "output/ban-do.html").read_text("utf-8").partition("map-list")[2]
    assert same_as_clean(root, tmp_path / "sach", commune.TODAY)


def test_a_trip_can_be_followed_when_two_of_its_stops_have_a_position(root: Path) -> None:
    assert build(root).ok
    assert not (root / "output/data/hanh-trinh").exists()
    trip = commune.FILES["content/trips/mot-ngay/index.md"].replace(
        "[{place: ban-mau},", "[{place: ban-mau}, {place: thac-mau},"
    )
    write(root, "content/trips/mot-ngay/index.md", trip)
    assert build(root).ok
    assert (root / "output/data/hanh-trinh/mot-ngay.gpx").is_file()
    assert "data/hanh-trinh/mot-ngay.gpx" in (root / "output/hanh-trinh/mot-ngay.html").read_text("utf-8")
    page = (root / "output/ban-do.html").read_text("utf-8")
    assert "data/hanh-trinh/mot-ngay.gpx" in page
    assert page.count("map-way map-way-1") == 2 and page.count("map-key-way-1") == 1


def test_examples_of_a_real_commune_are_in_no_file_of_positions(root: Path, tmp_path: Path) -> None:
    data, trip, place = root / "output/data", "content/trips/mot-ngay/index.md", "content/places/thac-mau/index.md"
    write(root, "commune.yaml", commune.FILES["commune.yaml"].replace("        example: có\n", ""))
    real_place = (root / place).read_text("utf-8")
    real_trip = commune.FILES[trip].replace("[{place: ban-mau},", "[{place: ban-mau}, {place: thac-mau},")
    write(root, trip, real_trip)
    assert build(root).ok
    assert (data / "hanh-trinh/mot-ngay.gpx").is_file()
    invented = {
        place: real_place.replace("outside: có", "outside: có\nexample: có"),
        trip: real_trip.replace("        days:", "        example: có\n        days:"),
    }
    for made_up, text in invented.items():
        write(root, place, real_place)
        write(root, trip, real_trip)
        write(root, made_up, text)
        assert build(root).ok
        assert not (data / "hanh-trinh").exists()
        for page in ("hanh-trinh/mot-ngay.html", "ban-do.html"):
            assert "mot-ngay.gpx" not in (root / "output" / page).read_text("utf-8")
        for file in ("dia-diem.geojson", "dia-diem.gpx"):
            assert ("thac-mau" in (data / file).read_text("utf-8")) is (made_up != place)
            assert "ban-mau" in (data / file).read_text("utf-8")
    assert same_as_clean(root, tmp_path / "sach", commune.TODAY)


def test_our_page_on_the_way_there_gives_way_to_the_communes_own(root: Path) -> None:
    settings = commune.FILES["commune.yaml"].replace("{email: thu@muong-mau.example}",
                                                     "{email: thu@muong-mau.example, address: Thôn Một}")  # fmt: skip
    own = root / "content/pages/duong-den.md"
    written = own.read_text("utf-8")
    write(root, "commune.yaml", settings)
    assert build(root).ok
    assert not (root / "output/duong-den.html").exists()
    own.unlink()
    for link in root.rglob("*.md"):
        link.write_text(link.read_text("utf-8").replace("(page/duong-den)", "(place/ban-mau)"), "utf-8")
    assert build(root).ok
    page = (root / "output/duong-den.html").read_text("utf-8")
    assert "Thôn Một" in page and "22.71,106.41" in page
    assert "duong-den.html" in (root / "output/sitemap.xml").read_text("utf-8")
    assert 'href="duong-den.html"' in (root / "output/index.html").read_text("utf-8")
    own.write_text(written, "utf-8")
    assert build(root).ok
    assert not (root / "output/duong-den.html").exists()


def test_a_need_is_shown_nowhere_from_the_day_after_its_last(root: Path) -> None:
    need = commune.FILES["content/demand/can-mua.yaml"].replace("kind:", "posted: 2026-11-02\n        kind:")
    write(root, "content/demand/can-mua.yaml", need)

    def whole() -> str:
        files = [
            path for path in sorted((root / "output").rglob("*")) if path.suffix in {".html", ".json", ".js", ".xml"}
        ]
        return "".join(path.read_text("utf-8") for path in files)

    assert build(root, date(2027, 1, 31)).ok
    assert "Cần mua tre" in whole() and "02/11/2026" in whole()
    assert build(root, date(2027, 2, 1)).ok
    assert "Cần mua tre" not in whole() and "Bamboo wanted" not in whole()
    assert "Hiện không có tin nào." in (root / "output/can-mua-can-ban.html").read_text("utf-8")


def test_places_to_complain_promise_only_what_the_commune_has_written(root: Path) -> None:
    assert build(root).ok
    assert "ngày làm việc" not in (root / "output/khieu-nai.html").read_text("utf-8")
    policies = "returns: {accepted: có, days: 7}"
    promised = commune.FILES["commune.yaml"].replace(policies, f"{policies}\n          complaints: {{days: 5}}")
    write(root, "commune.yaml", promised)
    assert build(root).ok
    assert "trả lời trong 5 ngày làm việc" in (root / "output/khieu-nai.html").read_text("utf-8")
