"""Communes with little in them: nothing at all, nothing in English, nothing but what may only be described."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from . import commune
from .commune import build, write

SPIRIT = """
    name: {vi: Rượu mẫu, en: Sample spirit}
    category: ruou
    producer: to-mau
    place: ban-mau
    summary: {vi: Rượu ngô ba mươi độ., en: A maize spirit of 30 %.}
    restricted: rượu
    alcohol: 30
    variants: [{sku: ruou-1, net: 500 ml}]
    """


def _broken(output: Path) -> list[str]:
    """List the links between pages that lead nowhere."""
    found = []
    for page in output.rglob("*.html"):
        for href in re.findall(r'(?:href|src)="([^"]*)"', page.read_text("utf-8")):
            parts = urlsplit(href)
            if parts.scheme or not parts.path:
                continue
            target = output / parts.path.lstrip("/") if href.startswith("/") else page.parent / unquote(parts.path)
            target = target / "index.html" if href.endswith("/") else target
            if not target.is_file():
                found.append(f"{page.relative_to(output)}: {href}")
    return found


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    root = tmp_path / "xa"
    for name in ("commune.yaml", "pelicanconf.py"):
        write(root, name, commune.FILES[name])
    assert build(root).ok
    return root / "output"


def test_a_list_with_nothing_in_it_has_no_page_and_no_link(empty: Path) -> None:
    for path in ("san-pham.html", "dia-diem.html", "luu-tru.html", "su-kien.html", "hanh-trinh.html", "nguoi-lam.html",
                 "can-mua-can-ban.html", "tin-tuc.html", "en/products.html", "en/news.html"):  # fmt: skip
        assert not (empty / path).exists(), path
    assert _broken(empty) == []
    sitemap = (empty / "sitemap.xml").read_text("utf-8")
    for address in re.findall(r"<loc>https://muong-mau\.example/([^<]*)</loc>", sitemap):
        assert (empty / (address + "index.html" if address.endswith("/") or not address else address)).is_file()


def test_an_empty_site_says_so_on_its_home_page(empty: Path) -> None:
    home = (empty / "index.html").read_text("utf-8")
    assert "Trang mới mở" in home
    assert "This site is new" in (empty / "en/index.html").read_text("utf-8")
    assert "Xem theo mục" not in (empty / "tim-kiem.html").read_text("utf-8")


def test_lists_come_with_their_first_entry_and_go_with_the_last(tmp_path: Path) -> None:
    root = commune.found(tmp_path / "xa", goods=1)
    assert build(root).ok
    assert (root / "output/luu-tru.html").is_file()
    assert _broken(root / "output") == []
    (root / "content/places/nha-mau/index.md").unlink()
    text = (root / "content/places/ban-mau/index.md").read_text("utf-8").replace("nearby: [nha-mau]\n", "")
    write(root, "content/places/ban-mau/index.md", text)
    assert build(root).ok
    assert not (root / "output/luu-tru.html").exists()
    assert _broken(root / "output") == []


def test_what_may_only_be_described_is_put_forward_nowhere(tmp_path: Path) -> None:
    root = commune.found(tmp_path / "xa", goods=2)
    write(root, "products/ruou-mau/product.yaml", SPIRIT)
    place = (root / "content/places/ban-mau/index.md").read_text("utf-8")
    write(root, "content/places/ban-mau/index.md", place.replace("[che-mau]", "[che-mau, ruou-mau]"))
    outcome = build(root)
    assert outcome.ok
    output = root / "output"
    for path in (
        "index.html",
        "en/index.html",
        "dia-diem/ban-mau.html",
        "san-pham/che-mau.html",
        "san-pham/che-1.html",
    ):
        assert "ruou-mau" not in (output / path).read_text("utf-8"), path
    for path in ("san-pham.html", "san-pham/nhom/ruou.html", "nguoi-lam/to-mau.html", "data/tim-kiem-vi.js"):
        assert "ruou-mau" in (output / path).read_text("utf-8"), path
    own = (output / "san-pham/ruou-mau.html").read_text("utf-8")
    assert "che-mau.html" in own
    assert not re.search(r"Hỏi giá", own)
    assert [d for d in outcome.diagnostics if d.code == "price-missing"] == []


def test_a_commune_of_spirits_alone_has_a_home_page(tmp_path: Path) -> None:
    root = tmp_path / "xa"
    for name in ("commune.yaml", "pelicanconf.py", "content/producers/to-mau.yaml"):
        write(root, name, commune.FILES[name])
    for number in (1, 2):
        text = SPIRIT.replace("    place: ban-mau\n", "").replace("ruou-1", f"ruou-{number}")
        write(root, f"products/ruou-{number}/product.yaml", text)
    assert build(root).ok
    assert "ruou-1" not in (root / "output/index.html").read_text("utf-8")
    assert _broken(root / "output") == []


def test_a_page_without_english_text_is_not_offered_to_search_engines(tmp_path: Path) -> None:
    root = commune.found(tmp_path / "xa", goods=1)
    only = "name: Chè chỉ tiếng Việt\ncategory: che\nproducer: to-mau\nsummary: Chè chưa dịch.\n"
    write(root, "products/chua-dich/product.yaml", only + "variants: [{sku: cd-1, net: 100 g, price: 20000}]\n")
    write(
        root, "content/places/chua-dich/index.md", "---\nkind: làng\nname: Bản Xa\nsummary: Một bản ở xa.\n---\nXa.\n"
    )
    assert build(root).ok
    sitemap = (root / "output/sitemap.xml").read_text("utf-8")
    for vi, en in (("san-pham", "en/products"), ("dia-diem", "en/places")):
        page = (root / "output" / en / "chua-dich.html").read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in page
        assert f"/{vi}/chua-dich.html" in sitemap and f"/{en}/chua-dich.html" not in sitemap
        assert 'hreflang="en" href' not in (root / "output" / vi / "chua-dich.html").read_text("utf-8")
    assert "/en/products/che-mau.html" in sitemap and "/en/places/ban-mau.html" in sitemap
