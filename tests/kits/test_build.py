"""What a build makes of kits: which files there are, and what an edit makes again."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from tests.build import commune
from tests.build.commune import build, product, tree, write

KIT = "listings/che-mau"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return commune.found(tmp_path / "xa")


def bundled(root: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(root / "output" / KIT / "photos.zip") as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_a_kit_is_a_page_a_text_for_each_place_and_the_square_photos(root: Path) -> None:
    assert build(root).ok
    there = {path.name for path in (root / "output" / KIT).iterdir()}
    places = {"zalo", "facebook", "buudien", "voso", "vcamart", "shopee", "tiktokshop", "lazada", "tiki"}
    assert there == {"index.html", "photos.zip", *(f"{place}.txt" for place in places)}
    ((name, content),) = bundled(root).items()
    assert name == "1-che-mau.jpg"
    (square,) = (root / "output" / "anh").glob("*-vuong.jpg")
    assert content == square.read_bytes() and Image.open(io.BytesIO(content)).size == (1200, 1200)
    assert (root / "output/kits/loa.txt").read_bytes().startswith(b"\xef\xbb\xbfB\xe1\xba\xa3n tin")
    assert "listings/" not in (root / "output/sitemap.xml").read_text("utf-8")


def test_kits_are_led_to_from_the_product_and_the_feeds_and_from_nowhere_else(root: Path) -> None:
    assert build(root).ok
    leading = {
        path.relative_to(root / "output").as_posix()
        for path in (root / "output").rglob("*.html")
        if "listings/" in path.read_text("utf-8").replace("feeds", "") and "listings" not in path.parts
    }
    assert {"san-pham/che-mau.html", "san-pham/che-1.html", "feeds/index.html"} == leading


def test_a_commune_may_want_no_kits(root: Path) -> None:
    write(
        root,
        "commune.yaml",
        commune.FILES["commune.yaml"].replace("share_cards: none", "share_cards: none\n        kits: không"),
    )
    assert build(root).ok
    assert not (root / "output/listings/index.html").exists() and not (root / "output" / KIT).exists()
    assert not (root / "output/kits").exists()
    assert "listings/che-mau" not in (root / "output/san-pham/che-mau.html").read_text("utf-8")


def test_an_example_of_a_real_commune_has_no_kit(root: Path) -> None:
    write(root, "products/che-1/product.yaml", product("che-1", more="example: có\n"))
    assert build(root).ok
    assert (root / "output/listings/che-1/zalo.txt").is_file()
    write(root, "commune.yaml", commune.FILES["commune.yaml"].replace("        example: có\n", ""))
    assert build(root).ok
    assert not (root / "output/listings/che-1").exists() and (root / "output" / KIT).exists()


def test_what_may_only_be_described_has_no_kit(root: Path) -> None:
    drink = product("che-1", more="restricted: alcohol\nalcohol: 30\n").replace("category: che", "category: ruou")
    write(root, "products/che-1/product.yaml", drink)
    assert build(root).ok
    assert not (root / "output/listings/che-1").exists()
    assert "Sample" not in (root / "output/kits/loa.txt").read_text("utf-8")


def test_light_drink_is_not_called_out_although_it_may_be_listed(root: Path) -> None:
    drink = product("che-1", more="restricted: alcohol\nalcohol: 8\nseason: [11]\n").replace(
        "category: che", "category: ruou"
    )
    write(root, "products/che-1/product.yaml", drink)
    write(root, "products/che-mau/product.yaml", product("che-mau", more="season: [11]\n", photo=True))
    assert build(root).ok
    there = {path.name for path in (root / "output/listings/che-1").iterdir()}
    assert "buudien.txt" in there and not {"zalo.txt", "facebook.txt"} & there
    said = (root / "output/kits/loa.txt").read_text("utf-8")
    assert "Chè mẫu che mau" in said and "che một" not in said


def test_a_withheld_photo_is_in_no_bundle_and_papers_have_their_names(root: Path) -> None:
    more = """
        photos:
          - {file: anh.png, alt: {vi: Gói chè}}
          - {file: nhan.png, alt: {vi: Nhãn chè}, role: label}
          - {file: nguoi.png, alt: {vi: Người hái chè}, people: có,
             consent: {given: 2026-01-01, how: giấy, withdrawn: 2026-11-25}}
        """
    for number, name in enumerate(("anh", "nhan", "nguoi")):
        write(root, f"products/che-mau/{name}.png", commune.picture(90 + 30 * number))
    write(root, "products/che-mau/product.yaml", product("che-mau", more=more))
    assert build(root).ok
    assert list(bundled(root)) == ["1-che-mau.jpg", "2-che-mau.jpg", "nhan-mac.jpg"]
    assert build(root, date(2026, 11, 25)).ok
    assert list(bundled(root)) == ["1-che-mau.jpg", "nhan-mac.jpg"]


def test_a_new_price_makes_the_texts_again_and_the_photos_not(root: Path) -> None:
    assert build(root).ok
    before = tree(root / "output")
    stamp = (root / "output" / KIT / "photos.zip").stat().st_ino
    write(root, "products/che-mau/product.yaml", product("che-mau", 77_000, photo=True))
    assert build(root).ok
    after = tree(root / "output")
    assert after[f"{KIT}/zalo.txt"] != before[f"{KIT}/zalo.txt"]
    assert "từ 77.000 ₫" in (root / "output" / KIT / "zalo.txt").read_text("utf-8")
    assert (root / "output" / KIT / "photos.zip").stat().st_ino == stamp
    assert after["listings/che-1/zalo.txt"] == before["listings/che-1/zalo.txt"]


def test_a_sale_reaches_kit_and_bulletin_on_its_day(root: Path) -> None:
    text = product("che-mau", photo=True).replace(
        "price: 50000\n", "price: 50000\n    sale: {price: 40000, since: 2026-11-25, until: 2026-11-26}\n"
    )
    write(root, "products/che-mau/product.yaml", text)
    said = []
    for day in (24, 25, 27):
        assert build(root, date(2026, 11, day)).ok
        kit = (root / "output" / KIT / "facebook.txt").read_text("utf-8")
        loud = (root / "output/kits/loa.txt").read_text("utf-8")
        said.append(("Đang giảm" in kit or "đang giảm" in kit, "còn bốn mươi nghìn đồng" in loud))
    assert said == [(False, False), (True, True), (False, False)]


def test_the_bulletin_tells_of_the_festivals_of_fourteen_days(root: Path) -> None:
    told = []
    for day in (date(2027, 2, 22), date(2027, 2, 23), date(2027, 3, 9), date(2027, 3, 10)):  # 2/2 is 9 March 2027
        assert build(root, day).ok
        told.append("Hội Mẫu" in (root / "output/kits/loa.txt").read_text("utf-8"))
    assert told == [False, True, True, False]


def test_a_clean_build_gives_the_same_kits(root: Path, tmp_path: Path) -> None:
    assert build(root).ok
    write(root, "products/che-1/product.yaml", product("che-1", 61_000))
    assert build(root).ok
    other = commune.found(tmp_path / "khac")
    write(other, "products/che-1/product.yaml", product("che-1", 61_000))
    assert build(other).ok
    kits, again = (
        {path: mark for path, mark in tree(place / "output").items() if path.startswith(("listings/", "kits/"))}
        for place in (root, other)
    )
    assert kits == again and kits


def test_an_example_festival_of_a_real_commune_is_not_called_out(root: Path) -> None:
    path = root / "content/events/hoi-mau/index.md"
    path.write_text(path.read_text("utf-8").replace("place: ban-mau", "place: ban-mau\nexample: có"), "utf-8")
    day = date(2027, 3, 1)
    assert build(root, day).ok
    assert "Hội Mẫu" in (root / "output/kits/loa.txt").read_text("utf-8")
    settings = root / "commune.yaml"
    settings.write_text(settings.read_text("utf-8").replace("example: có", "example: không"), "utf-8")
    assert build(root, day).ok
    assert "Hội Mẫu" not in (root / "output/kits/loa.txt").read_text("utf-8")
