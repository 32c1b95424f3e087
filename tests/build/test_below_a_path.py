"""A commune published in a folder of a host that others share: every address of its site leads to a file of it."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from demo.reading import Page

from .commune import FILES, build, found, write

HOST = "https://huyen-mau.vn"
SITE = f"{HOST}/cho-phien/xa-mau/"
TEXTS = (".html", ".xml", ".json", ".jsonl", ".csv", ".tsv", ".txt", ".ics", ".js", ".geojson", ".gpx", ".webmanifest")
_OF_THE_HOST = re.compile(r"https?:(?:\\?/){2}(?:www\.)?huyen-mau\.vn[^\s\"'<>,;)\\]*")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = found(tmp_path_factory.mktemp("below") / "xa", goods=3)
    commune = FILES["commune.yaml"].replace("https://muong-mau.example", SITE.rstrip("/"))
    write(root, "commune.yaml", commune.replace("share_cards: none", "share_cards: all"))
    assert build(root).ok
    return root / "output"


@pytest.fixture(scope="module")
def pages(output: Path) -> list[Page]:
    return [
        Page(path.relative_to(output).as_posix(), path.read_text("utf-8")) for path in sorted(output.rglob("*.html"))
    ]


def leads(output: Path, address: str) -> bool:
    """Tell whether an address is one of the site's, and names a file that exists."""
    if not address.startswith(SITE):
        return False
    path = unquote(urlsplit(address).path).removeprefix(urlsplit(SITE).path)
    return (output / (path + "index.html" if path.endswith("/") or not path else path)).is_file()


def test_every_link_picture_style_and_script_of_a_page_leads_to_a_file(output: Path, pages: list[Page]) -> None:
    seen, broken = 0, []
    for page in pages:
        for link in page.links:
            if link.startswith("#"):
                continue
            # As a browser resolves it; the page for wrong addresses is answered at any of them.
            for base in (SITE + page.path, SITE + "khong/co/o-day") if "404" in page.path else (SITE + page.path,):
                address = urljoin(base, link)
                if urlsplit(address).netloc == urlsplit(HOST).netloc:
                    seen += 1
                    broken += [] if leads(output, address) else [f"{page.path}: {link}"]
    assert broken == []
    assert seen > 1000


def test_every_page_says_where_it_stands_and_where_its_translations_do(output: Path, pages: list[Page]) -> None:
    listed = [page for page in pages if page.canonical]
    assert len(listed) > 20
    for page in listed:
        own = page.path.removesuffix("index.html") if page.path.endswith("index.html") else page.path
        assert page.canonical == page.metas["og:url"] == SITE + own
        assert {"vi", "x-default"} <= set(page.alternates) or page.path.startswith("en/")
        assert all(leads(output, address) for address in page.alternates.values()), page.path
        assert leads(output, page.metas["og:image"])


def test_every_address_of_the_host_in_any_file_leads_to_a_file(output: Path) -> None:
    texts = {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.name.endswith(TEXTS)}
    for archive in output.rglob("*.zip"):
        with zipfile.ZipFile(archive) as packed:
            texts |= {f"{archive.name}/{name}": packed.read(name) for name in packed.namelist() if name.endswith(TEXTS)}
    there: dict[str, int] = {}
    broken = set()
    for name, data in texts.items():
        text = data.decode("utf-8")
        if name.endswith(".ics"):
            text = text.replace("\r\n ", "")
        for address in _OF_THE_HOST.findall(text.replace("\\/", "/").replace("&amp;", "&")):
            there[name] = there.get(name, 0) + 1
            if not leads(output, address.rstrip(".")):
                broken.add((name, address))
    assert broken == set()
    wanted = {
        "sitemap.xml", "robots.txt", "llms.txt", "tin-tuc.atom.xml", "lich/su-kien.ics", "data/catalog.json",
        "data/dia-diem.geojson", "feeds/google.xml", "feeds/meta.csv", "feeds/products.json", "index.html",
    }  # fmt: skip
    assert wanted - set(there) == set()
    named = set(re.findall(r"<loc>([^<]+)</loc>", (output / "sitemap.xml").read_text("utf-8")))
    assert {SITE, SITE + "en/", SITE + "san-pham/che-mau.html"} <= named


def test_it_can_be_installed_and_kept_without_reaching_into_its_neighbours(output: Path, pages: list[Page]) -> None:
    manifests = {urljoin(SITE + page.path, link) for page in pages for link in page.links if "webmanifest" in link}
    assert {SITE + "manifest.webmanifest", SITE + "en/manifest.webmanifest"} <= manifests
    for manifest in manifests:
        found = json.loads((output / manifest.removeprefix(SITE)).read_text("utf-8"))
        assert urljoin(manifest, found["scope"]) == SITE
        assert leads(output, urljoin(manifest, found["start_url"]))
        assert found["icons"] and all(leads(output, urljoin(manifest, icon["src"])) for icon in found["icons"])
    worker = (output / "sw.js").read_text("utf-8")
    kept = json.loads(worker.partition("const SITE = ")[2].partition(";\n")[0])
    assert len(kept["core"]) > 10
    assert all((output / path).is_file() for path in (*kept["core"], *(page for _, page in kept["offline"])))
    roads = sorted(output.glob("data/duong-di.*.json"))
    assert len(roads) == 2
    for road in roads:
        listed = json.loads(road.read_text("utf-8"))
        assert listed["pages"] and listed["pictures"]
        assert all((output / one[0]).is_file() for one in (*listed["pages"], *listed["pictures"]))
