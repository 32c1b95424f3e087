from datetime import date
from xml.etree import ElementTree

from chophien.feeds import robots, sitemap

from . import shop

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}


def test_every_language_names_all_languages() -> None:
    pages = {"vi": "san-pham/trà&ấm.html", "en": "en/products/tea.html"}
    made = sitemap.entry(shop.SITE, pages, date(2026, 11, 20), ["anh/tra.jpg"])
    root = ElementTree.fromstring(b"".join(sitemap.assemble(shop.SITE, [made])))
    entries = root.findall("s:url", NAMES)
    assert [entry.findtext("s:loc", None, NAMES) for entry in entries] == [
        "https://phucsen.example/san-pham/tr%C3%A0%26%E1%BA%A5m.html",
        "https://phucsen.example/en/products/tea.html",
    ]
    for entry in entries:
        links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMES)}
        assert set(links) == {"vi", "en", "x-default"}
        assert links["x-default"] == links["vi"]
        assert entry.findtext("s:lastmod", None, NAMES) == "2026-11-20"
        assert entry.findtext("i:image/i:loc", None, NAMES) == "https://phucsen.example/anh/tra.jpg"


def test_one_language_needs_no_alternates() -> None:
    assert sitemap.entry(shop.SITE, {"vi": "index.html"}) == b"<url><loc>https://phucsen.example/</loc></url>\n"


def test_robots_are_shown_the_list() -> None:
    assert robots(shop.SITE).decode().endswith("\nSitemap: https://phucsen.example/sitemap.xml\n")
