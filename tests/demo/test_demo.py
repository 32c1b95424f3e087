"""The built demo commune: everything links, agrees and parses."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import feedparser
import pytest

from chophien import feeds
from chophien.build import Options
from chophien.plugin import run
from conftest import TODAY
from feeds.reading import READ, WITHOUT_REGULAR, addresses, said

from .reading import Built, Page

SITE = "https://quang-uyen.example"
COUNTS = {"products": 12, "places": 8, "events": 3, "trips": 2}


@pytest.fixture(scope="session")
def pages(demo: Built) -> list[Page]:
    return demo.pages()


def _target(page: Page, href: str) -> str | None:
    """Return the output path a link leads to, or nothing when it leads out of the site."""
    parts = urlsplit(href)
    if parts.scheme in {"mailto", "tel", "sms", "geo", "webcal", "data"}:
        return None
    if parts.scheme:
        if not href.startswith(SITE):
            return None
        path = unquote(parts.path).lstrip("/")
    elif not parts.path:
        return page.path
    elif parts.path.startswith("/"):
        path = unquote(parts.path).lstrip("/")
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(parts.path)))
    return path + "index.html" if path.endswith("/") or not path else path


def test_the_demo_is_as_large_as_promised(demo: Built) -> None:
    catalog = json.loads((demo.output / "data/catalog.json").read_text("utf-8"))
    for kind, least in COUNTS.items():
        assert len(catalog[kind]) >= least, kind
    assert sum(place["kind"] == "homestay" for place in catalog["places"]) >= 3
    assert sum(place["kind"] != "homestay" for place in catalog["places"]) >= 8
    assert len(feedparser.parse((demo.output / "tin-tuc.atom.xml").read_bytes()).entries) >= 4


def test_no_warning_comes_with_the_demo(demo: Built) -> None:
    assert [d for d in demo.outcome.diagnostics if d.level.value != "notice"] == []


def test_every_link_and_picture_of_every_page_exists(demo: Built, pages: list[Page]) -> None:
    ids = {page.path: set(page.ids) for page in pages}
    broken = []
    for page in pages:
        for href in page.links:
            target = _target(page, href)
            if target is None:
                continue
            fragment = urlsplit(href).fragment
            if not (demo.output / target).is_file() or (fragment and fragment not in ids.get(target, {fragment})):
                broken.append(f"{page.path}: {href}")
    assert broken == []


def test_nothing_is_loaded_from_anywhere_else(demo: Built, pages: list[Page]) -> None:
    for page in pages:
        loaded = [image.get("src", "") for image in page.images] + [script.get("src", "") for script in page.scripts]
        assert [src for src in loaded if urlsplit(src).netloc and not src.startswith(SITE)] == [], page.path
    for style in (demo.output / "tinh").glob("*.css"):
        assert re.findall(r"url\(\s*[\"']?https?:|@import", style.read_text("utf-8")) == []


def test_no_page_has_inline_scripts_styles_or_handlers(pages: list[Page]) -> None:
    for page in pages:
        assert page.handlers == [], page.path
        data = {"application/ld+json", "application/json"}
        assert [s for s in page.scripts if not s.get("src") and s.get("type") not in data] == []
        policy = page.metas["Content-Security-Policy"]
        assert "script-src 'self'; " in policy and "style-src 'self'; " in policy
        assert "unsafe" not in policy and "*" not in policy


def test_no_sign_of_markdown_is_left_in_what_visitors_read(pages: list[Page]) -> None:
    """Beside a Chinese full stop a closing asterisk closes nothing."""
    for page in pages:
        assert [text for text in page.words if re.search(r"\*\S|\S\*|\]\(|^#+ ", text)] == [], page.path


def test_every_page_has_its_own_title_description_and_one_heading(pages: list[Page]) -> None:
    titles = Counter((page.lang, page.title) for page in pages)
    assert [title for title, count in titles.items() if count > 1] == []
    for page in pages:
        assert page.headings.count(1) == 1, page.path
        least = 10 if page.lang == "zh" else 20
        assert least <= len(page.metas["description"]) <= 300, (page.path, page.metas["description"])
        assert page.lang in {"vi", "en", "zh"}


def test_every_page_can_be_installed(demo: Built, pages: list[Page]) -> None:
    for page in pages:
        manifest = next(href for href in page.links if href.endswith("manifest.webmanifest"))
        found = json.loads((demo.output / (_target(page, manifest) or "")).read_text("utf-8"))
        assert found["lang"] == page.lang
        assert any("touch-" in href for href in page.links)
    for icon in json.loads((demo.output / "manifest.webmanifest").read_text("utf-8"))["icons"]:
        assert (demo.output / icon["src"]).is_file()


def test_languages_point_to_each_other(demo: Built, pages: list[Page]) -> None:
    by_url = {page.canonical: page for page in pages if page.canonical}
    known = [page for page in pages if page.alternates]
    assert {frozenset(page.alternates) for page in known} == {
        frozenset({"vi", "en", "zh", "x-default"}), frozenset({"vi", "en", "x-default"}),
    }  # fmt: skip
    for page in known:
        assert page.alternates["x-default"] == page.alternates["vi"]
        assert page.alternates[page.lang] == page.canonical
        for lang, url in page.alternates.items():
            other = by_url[url]
            assert lang == "x-default" or other.lang == lang
            assert other.alternates == page.alternates, (page.path, lang)


def test_a_page_without_a_text_in_its_language_says_so_and_is_named_by_nobody(demo: Built, pages: list[Page]) -> None:
    named = {url for page in pages for url in page.alternates.values()}
    silent = [page for page in pages if page.lang == "zh" and "以下为英文" in page.plain]
    assert len(silent) >= 20
    for page in silent:
        assert page.metas["robots"] == "noindex" and not page.alternates and not page.canonical
        assert f"{SITE}/{page.path}" not in named
        assert page.metas["og:locale"] == "en_US"
    translated = demo.page("zh/places/thac-ban-gioc.html")
    assert "以下为英文" not in translated.plain and translated.metas["og:locale"] == "zh_CN"


def test_the_sitemap_names_the_versions_that_pages_name(demo: Built, pages: list[Page]) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ElementTree.fromstring((demo.output / "sitemap.xml").read_bytes())
    listed = {
        url.findtext(f"{space}loc"): {
            link.get("hreflang"): link.get("href") for link in url.iter("{http://www.w3.org/1999/xhtml}link")
        }
        for url in root.iter(f"{space}url")
    }
    for page in pages:
        if page.alternates:
            assert listed[page.canonical] == page.alternates, page.path


def test_a_language_that_the_fonts_cannot_write_shows_the_cards_of_another(demo: Built, pages: list[Page]) -> None:
    names = [path.name for path in (demo.output / "chia-se").iterdir()]
    assert names and not [name for name in names if "-zh-" in name]
    for page in pages:
        if page.lang == "zh" and "/chia-se/" in page.metas.get("og:image", ""):
            assert "-en-" in page.metas["og:image"], page.path


def test_a_phrase_of_another_language_is_marked_on_pages_and_plain_elsewhere(demo: Built) -> None:
    page = demo.page("san-pham/hat-de-trung-khanh.html")
    assert '<em><span lang="tyz">mác lịch</span></em>' in page.text
    assert "lang:tyz" not in page.text
    files = [*(demo.output / "feeds").iterdir(), *demo.output.rglob("*.txt"), *demo.output.rglob("*.xml")]
    assert [path.name for path in files if path.is_file() and b"lang:tyz" in path.read_bytes()] == []
    assert b"m\xc3\xa1c l\xe1\xbb\x8bch" in (demo.output / "feeds/google.xml").read_bytes()


def test_every_picture_says_what_it_shows_and_how_large_it_is(pages: list[Page]) -> None:
    for page in pages:
        for image in page.images:
            assert "alt" in image, (page.path, image)
            assert int(image["width"]) > 0
            assert int(image["height"]) > 0


def test_structured_data_is_one_graph_without_loose_ends(pages: list[Page]) -> None:
    defined = {node["@id"] for page in pages for node in page.graph if "@id" in node and len(node) > 1}

    def references(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["@id"]] if set(value) == {"@id"} else []
            return own + [ref for inner in value.values() for ref in references(inner)]
        if isinstance(value, list):
            return [ref for inner in value for ref in references(inner)]
        return []

    nested = {
        node["@id"] for page in pages for node in _every(page.graph) if "@id" in node and len(node) > 1
    }  # fmt: skip
    for page in pages:
        if page.path.endswith(("404.html", "ngoai-mang.html", "offline.html")) or page.path.startswith(
            ("feeds/", "listings/")
        ):
            continue
        assert page.data, page.path
        assert [ref for ref in references(page.graph) if ref not in defined | nested] == [], page.path


def _every(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        return [value] + [node for inner in value.values() for node in _every(inner)]
    if isinstance(value, list):
        return [node for inner in value for node in _every(inner)]
    return []


class Told(NamedTuple):
    """What somebody is told of a SKU: its price in dong, whether it is to be had, its picture."""

    price: str
    available: bool
    picture: str


def _photo(address: str) -> str:
    """Name a photo without the size or shape of its copy, which pages and feeds want different."""
    return re.sub(r"-(vuong|[0-9]+)\.\w+$", "", address.rpartition("/")[2])


def _by_visitors(page: Page) -> dict[str, Told]:
    """Read the table of variants, and the picture that stands first."""
    found = {}
    picture = _photo(next(image["src"] for image in page.images if "/anh/" in image["src"]))
    for row in re.findall(r'<tr id="sku-.*?</tr>', page.text, re.DOTALL):
        sku, price, stock = (re.search(one, row) for one in (r'id="sku-([^"]+)"', r'<data value="(\d+)">(.*?)</data>',
                                                              r'"stock stock-(\w+)"'))  # fmt: skip
        if sku and price and stock:
            assert f"{int(price[1]):,}".replace(",", ".") in price[2], "what is read is what is written"
            found[sku[1]] = Told(price[1], stock[1] == "in_stock", picture)
    return found


def _by_search_engines(nodes: list[dict[str, Any]]) -> dict[str, Told]:
    """Read the offers of structured data."""
    found = {}
    for node in (one for part in nodes for one in _every(part)):
        offer = node.get("offers")
        if "sku" in node and isinstance(offer, dict):
            image: Any = node["image"]
            first = image[0] if isinstance(image, list) else image
            picture = first if isinstance(first, str) else first["contentUrl"]
            stock = str(offer["availability"]).rpartition("/")[2] == "InStock"
            found[str(node["sku"])] = Told(str(offer["price"]), stock, _photo(picture))
    return found


AGREEING = ("google", "meta", "tiktok", "woocommerce", "acp")


@pytest.fixture(scope="session")
def asked(demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the demo with the feed for shopping agents, which is off, and without share cards."""
    root = tmp_path_factory.mktemp("acp") / "xa"
    shutil.copytree(demo.root, root, ignore=shutil.ignore_patterns("output", ".chophien"))
    with (root / "commune.yaml").open("a", encoding="utf-8") as file:
        file.write("\nfeeds: [acp]\nshare_cards: none\n")
    outcome = run(Options(root=root, today=TODAY), lambda word, done, total: None)
    assert outcome.ok, outcome.diagnostics
    return Built(root, root / "output", outcome)


def test_page_structured_data_and_feeds_say_the_same_of_every_sku(asked: Built) -> None:
    files = {key: (asked.output / feeds.EXPORTERS[key].FILENAME).read_bytes() for key in AGREEING}
    items = json.loads((asked.output / "feeds/products.json").read_text("utf-8"))["itemListElement"]
    told = {key: {sku: Told(one.price, one.sellable, _photo(one.picture)) for sku, one in said(key, body).items()}
            for key, body in files.items()}  # fmt: skip
    told["feeds/products.json"] = _by_search_engines(items)
    links = dict(_links(files["google"]))
    assert len(links) >= 10
    for path in {urlsplit(link).path.lstrip("/") for link in links.values()}:
        page = asked.page(path)
        told.setdefault("page", {}).update(_by_visitors(page))
        told.setdefault("structured data", {}).update(_by_search_engines(page.graph))
    for sku in links:
        assert {who: found[sku] for who, found in told.items()} == dict.fromkeys(told, told["page"][sku]), sku
    assert len(set(told["page"].values())) > 5, "the goods differ, so that a mix-up would show"


def test_every_address_in_a_feed_that_was_asked_for_leads_to_a_file(asked: Built) -> None:
    for path in ("feeds/acp/products.jsonl", "feeds/google.xml"):
        found = addresses("acp" if "acp" in path else "google", (asked.output / path).read_bytes())
        assert found
        for address in found:
            assert address.startswith(SITE)
            assert (asked.output / (urlsplit(address).path.lstrip("/") or "index.html")).is_file(), address


def _links(google: bytes) -> Iterator[tuple[str, str]]:
    space = "{http://base.google.com/ns/1.0}"
    for item in ElementTree.fromstring(google).iter("item"):
        yield str(item.findtext(f"{space}id")), str(item.findtext(f"{space}link"))


WRITTEN = [key for key in READ if key not in feeds.OFF]
SHOPS = ("woocommerce", "shopify", "haravan", "sapo", "kiotviet")
"""Programs for a shop of one's own, which may sell what marketplaces do not take."""


@pytest.mark.parametrize("key", [*WRITTEN, "schemaorg"])
def test_every_address_in_a_feed_leads_to_a_file_of_the_site(demo: Built, key: str) -> None:
    found = addresses(key, (demo.output / feeds.EXPORTERS[key].FILENAME).read_bytes())
    ours = [address for address in found if address.startswith(SITE)]
    assert ours or key == "kiotviet"
    files = {one: urlsplit(one).path.lstrip("/") or "index.html" for one in ours}
    assert [one for one, path in files.items() if not (demo.output / path).is_file()] == []
    assert key == "schemaorg" or ours == found


@pytest.mark.parametrize("key", WRITTEN)
def test_every_feed_says_the_same_of_a_sku(demo: Built, key: str) -> None:
    google = said("google", (demo.output / "feeds/google.xml").read_bytes())
    found = said(key, (demo.output / feeds.EXPORTERS[key].FILENAME).read_bytes())
    assert set(found) >= set(google) if key in SHOPS else set(found) <= set(google)
    assert len(found) >= 10
    for sku in set(found) & set(google):
        wanted = google[sku]
        assert (found[sku].price, found[sku].sellable) == (wanted.price, wanted.sellable), sku
        assert found[sku].picture == ("" if key == "kiotviet" else wanted.picture), sku
        assert found[sku].regular == ("" if key in WITHOUT_REGULAR else wanted.regular), sku


def test_feeds_that_nobody_asked_for_are_not_there_and_the_page_says_why(demo: Built) -> None:
    page = demo.page("feeds/index.html").plain
    for key, why in feeds.OFF.items():
        assert not (demo.output / feeds.EXPORTERS[key].FILENAME).exists()
        assert why["vi"] in page
    assert not (demo.output / "feeds/acp").exists()


def test_google_xml_parses_with_feedparser(demo: Built) -> None:
    parsed = feedparser.parse((demo.output / "feeds/google.xml").read_bytes())
    assert not parsed.bozo
    assert all(entry.g_price.endswith(" VND") for entry in parsed.entries)


def test_goods_left_out_of_a_feed_are_named_with_a_reason(demo: Built) -> None:
    report = {row["file"]: row for row in json.loads((demo.output / "feeds/report.json").read_text("utf-8"))}
    left = {out["product"]: out["message_vi"] for out in report["feeds/google.xml"]["left_out"]}
    assert {"ruou-ngo-men-la", "dao-pha", "trai-nghiem-ren-dao"} <= set(left)
    assert all(len(message) > 20 for message in left.values())
    page = demo.page("feeds/index.html").plain
    assert all(message.split(".")[0] in page for message in left.values())


def test_spirits_have_no_price_anywhere_and_an_age_notice(demo: Built) -> None:
    page = demo.page("san-pham/ruou-ngo-men-la.html")
    assert not any("offers" in node for node in _every(page.graph))
    assert "18" in page.plain


def test_spirits_stand_only_where_someone_looks_for_them(demo: Built, pages: list[Page]) -> None:
    found = {page.path for page in pages if any("ruou-ngo-men-la.html" in link for link in page.links)}
    here = re.compile(r"((en|zh)/)?(tim-kiem|search|san-pham|products|nguoi-lam|makers)(\.html|/(nhom|group)/ruou\.html"
                      r"|/nhom-nong-san\.html|/ruou-ngo-men-la\.html)")  # fmt: skip
    assert [path for path in sorted(found) if not here.fullmatch(path)] == []
    for path in ("san-pham/ruou-ngo-men-la.html", "san-pham/nhom/ruou.html"):
        assert "Hỏi giá" not in demo.page(path).plain
    assert demo.page("san-pham/ruou-ngo-men-la.html").metas["og:type"] == "article"
    assert not any(d.code == "price-missing" and "ruou" in d.file for d in demo.outcome.diagnostics)


def test_positions_are_said_to_be_approximate_and_sent_to_no_program_as_exact(demo: Built, pages: list[Page]) -> None:
    map_ = json.loads((demo.output / "data/dia-diem.geojson").read_text("utf-8"))["features"]
    assert len(map_) >= 5
    assert all(feature["properties"]["approximate"] is True for feature in map_)
    assert [node for page in pages for node in _every(page.graph) if "geo" in node or "hasMap" in node] == []
    assert [path.name for path in (demo.output / "lich").rglob("*.ics") if b"\nGEO:" in path.read_bytes()] == []
    assert "vị trí gần đúng · OpenStreetMap · 22.68,106.41" in demo.page("dia-diem/pac-rang.html").plain
    assert "approximate position" in demo.page("en/places/pac-rang.html").plain


def test_english_pages_have_english_addresses_and_quantities(demo: Built) -> None:
    assert "Pac Rang hamlet, Quang Uyen commune, Cao Bang province" in demo.page("en/places/pac-rang.html").plain
    assert "About 500 kg a month" in demo.page("en/wanted.html").plain
    assert "Quang Uyen commune, Cao Bang, Viet Nam" in demo.page("en/products/dao-pha.html").plain


def test_no_example_claims_a_protected_name(demo: Built) -> None:
    page = demo.page("san-pham/hat-de-trung-khanh.html").plain
    assert "Giấy chứng nhận" not in page
    assert "chỉ người được trao quyền" in page


def test_the_sitemap_lists_every_page_that_may_be_found(demo: Built, pages: list[Page]) -> None:
    root = ElementTree.fromstring((demo.output / "sitemap.xml").read_bytes())
    listed = {loc.text for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    wanted = {p.canonical for p in pages if p.canonical and "noindex" not in p.metas.get("robots", "")}
    assert listed == wanted
    for image in root.iter("{http://www.google.com/schemas/sitemap-image/1.1}loc"):
        assert (demo.output / urlsplit(image.text or "").path.lstrip("/")).is_file()


def test_what_is_an_example_says_so_on_its_page(demo: Built, pages: list[Page]) -> None:
    catalog = json.loads((demo.output / "data/catalog.json").read_text("utf-8"))
    by_url = {page.canonical: page for page in pages}
    for kind in ("products", "producers", "places", "events", "trips"):
        for record in catalog[kind]:
            if record.get("example"):
                assert "ví dụ" in by_url[record["url"]["vi"]].plain.lower(), record["id"]
                assert "example" in by_url[record["url"]["en"]].plain.lower(), record["id"]


def test_only_plain_names_leave_the_house(demo: Built) -> None:
    names = [path.relative_to(demo.output).as_posix() for path in demo.output.rglob("*") if path.is_file()]
    assert [name for name in names if not re.fullmatch(r"[a-z0-9./_-]+", name)] == []
    assert [name for name in names if name.startswith(".") or "/." in name] == []
    folded = Counter(name.lower() for name in names)
    assert [name for name, count in folded.items() if count > 1] == []


def test_atom_is_well_formed_and_absolute(demo: Built) -> None:
    for path in ("tin-tuc.atom.xml", "en/news.atom.xml"):
        parsed = feedparser.parse((demo.output / path).read_bytes())
        assert not parsed.bozo
        assert parsed.feed.title == ("Quang Uyen Market" if path.startswith("en/") else "Chợ phiên Quảng Uyên")
        for entry in parsed.entries:
            target = urlsplit(entry.link).path.lstrip("/")
            assert (demo.output / target).is_file(), entry.link
            for href in re.findall(r'href="([^"]+)"', entry.content[0].value):
                assert href.startswith("https://"), href


def test_every_product_that_may_be_offered_has_a_kit_that_says_what_its_page_says(demo: Built) -> None:
    catalog = json.loads((demo.output / "data/catalog.json").read_text("utf-8"))
    kits = {path.parent.name for path in (demo.output / "listings").glob("*/index.html")}
    assert {product["id"] for product in catalog["products"]} - kits == {"ruou-ngo-men-la"}
    for id in kits:
        page = demo.page(f"san-pham/{id}.html").plain.replace("\u00a0", " ")
        post = (demo.output / "listings" / id / "zalo.txt").read_text("utf-8-sig")
        price = re.search(r"[0-9.]+ ₫", post.splitlines()[0])
        assert price and price[0] in page, id
        assert "(ví dụ)" in post.splitlines()[0] and len(post.splitlines()) <= 7
        assert f"{SITE}/san-pham/{id}.html" in post
        over = re.findall(r"Thừa [0-9]+ ký tự", demo.page(f"listings/{id}/index.html").plain)
        assert over == [], "the demo's own texts fit every place"


def test_the_loudspeaker_reads_words_alone(demo: Built) -> None:
    text = (demo.output / "kits/loa.txt").read_text("utf-8-sig")
    assert re.sub(r"[^\W\d_]|[ ,.\n]", "", text) == ""
    assert "Giấy bản Dìa Trên" in text and "Gạo nếp Quảng Uyên" in text and "Rượu" not in text
