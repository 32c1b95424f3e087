"""What holds for every page, whatever its kind."""

from __future__ import annotations

import itertools
import re

import pytest
from msgspec.structs import replace

from chophien import kits, pages, urls

from . import samples as s
from .kinds import SAMPLES
from .reading import dangers, read

STAFF = {"feeds": urls.FEEDS_PAGE, "kits": urls.KITS_PAGE, "kit": urls.kit("dao-bep")}
"""Pages for staff: Vietnamese alone, and no search engine is offered them."""
UNLISTED = {*STAFF, "not-found", "offline", "ask"}
"""Pages that no search engine is offered."""
BOTH = [(kind, lang) for kind in SAMPLES for lang in ("vi", "en") if lang == "vi" or kind not in STAFF]
SITE = s.site()


def test_every_page_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(pages.PAGE_KINDS)
    assert set(pages.PAGE_KINDS) - set(STAFF) == set(urls.KINDS)


@pytest.mark.parametrize(("kind", "lang"), BOTH)
def test_a_page_is_well_formed_and_has_what_every_page_has(kind: str, lang: str) -> None:
    page = read(SAMPLES[kind](SITE, lang))
    assert page.open == [] and page.crossed == []
    assert page.all("html") == [{"lang": lang}]
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) == 1
    assert any(a.get("href") == "#main" for a in page.all("a"))
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert all("alt" in image and image["width"] and image["height"] for image in page.all("img"))


@pytest.mark.parametrize(("kind", "lang"), BOTH)
def test_headings_go_down_one_level_at_a_time(kind: str, lang: str) -> None:
    levels = [int(tag[1]) for tag, _ in read(SAMPLES[kind](SITE, lang)).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize(("kind", "lang"), BOTH)
def test_nothing_runs_but_our_own_script(kind: str, lang: str) -> None:
    html = SAMPLES[kind](SITE, lang)
    assert dangers(html) == []
    assert html.count("</script>") == html.count("<script")


@pytest.mark.parametrize(("kind", "lang"), BOTH)
def test_the_same_input_gives_the_same_page(kind: str, lang: str) -> None:
    assert SAMPLES[kind](SITE, lang) == SAMPLES[kind](s.site(), lang)


@pytest.mark.parametrize(("kind", "lang"), [pair for pair in BOTH if pair[0] not in UNLISTED])
def test_the_head_names_every_version_of_the_page(kind: str, lang: str) -> None:
    page = read(SAMPLES[kind](SITE, lang))
    links = page.all("link")
    canonical = [link["href"] for link in links if link["rel"] == "canonical"]
    versions = {link["hreflang"]: link["href"] for link in links if link.get("hreflang")}
    assert len(canonical) == 1 and canonical[0] == versions[lang]
    assert versions["x-default"] == versions["vi"] and set(versions) == {"vi", "en", "x-default"}
    properties = {meta.get("property"): meta["content"] for meta in page.all("meta") if meta.get("property")}
    assert properties["og:url"] == canonical[0]
    assert properties["og:image"].startswith("https://")
    described = [meta["content"] for meta in page.all("meta") if meta.get("name") == "description"]
    assert len(described) == 1 and 20 <= len(described[0]) <= 200


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_titles_and_descriptions_are_unique(lang: str) -> None:
    heads = [SAMPLES[kind](SITE, lang) for kind in SAMPLES if kind not in STAFF]
    for pattern in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)">'):
        found = [re.findall(pattern, head)[0] for head in heads]
        assert len(found) == len(set(found)), sorted(found)


@pytest.mark.parametrize(("kind", "lang"), [pair for pair in BOTH if pair[0] != "not-found"])
def test_links_within_the_site_are_relative_and_right(kind: str, lang: str) -> None:
    html = SAMPLES[kind](SITE, lang)
    own = re.findall(r'rel="canonical" href="https://quang-uyen\.example/(.*?)"', html)
    path = own[0] if own else STAFF.get(kind) or urls.path(kind, lang)
    root = "../" * path.count("/")
    for link in read(html).links():
        if link.startswith(("#", "http", "mailto:", "tel:", "sms:", "geo:")):
            assert not link.startswith("https://quang-uyen.example") or kind in STAFF
            continue
        assert link.startswith(root) and not link.removeprefix(root).startswith(("/", "../"))


def test_the_page_for_wrong_addresses_works_at_any_depth() -> None:
    page = read(pages.not_found(SITE, "vi"))
    own = [*page.all("link"), *(script for script in page.all("script") if "src" in script)]
    assert all(link.startswith(("/", "#", "https://zalo.me/", "https://facebook.com/", "mailto:", "tel:"))
               for link in page.links())  # fmt: skip
    assert all(element.get("href", element.get("src", "")).startswith("/tinh/") for element in own)


def test_the_page_for_wrong_addresses_knows_the_folder_that_the_site_stands_in() -> None:
    below = s.site(commune=s.commune(site_url="https://cao-bang.example/quang-uyen"))
    page = read(pages.not_found(below, "en"))
    assert "/quang-uyen/en/products.html" in page.links()
    assert {link["href"].rpartition("/")[0] for link in page.all("link")} == {"/quang-uyen/tinh"}


@pytest.mark.parametrize("kind", [kind for kind in SAMPLES if kind not in STAFF])
def test_the_smallest_site_has_every_page(kind: str) -> None:
    html = SAMPLES[kind](s.bare_site(), "vi")
    assert read(html).open == []
    assert 'hreflang="en"' not in html


@pytest.mark.parametrize("kind", ["product", "place", "event", "trip", "home", "products"])
def test_the_language_switch_leads_to_the_same_page(kind: str) -> None:
    page = read(SAMPLES[kind](SITE, "vi"))
    switch = next(a for a in page.all("a") if a.get("class") == "switch")
    version = next(link["href"] for link in page.all("link") if link.get("hreflang") == "en")
    assert version.removesuffix("/").endswith(switch["href"].removeprefix("../").removesuffix("/index.html"))


def test_pages_are_cached_by_site_and_not_mixed_up() -> None:
    first, second = s.site(), s.site(commune=s.commune(site_name=s.both("Chợ khác")))
    assert "Chợ khác" not in SAMPLES["terms"](first, "vi")
    assert "Chợ khác" in SAMPLES["terms"](second, "vi")
    assert "Chợ khác" not in SAMPLES["terms"](first, "vi")


def test_the_visitors_own_list_is_kept_from_search_engines() -> None:
    assert {"name": "robots", "content": "noindex"} in read(SAMPLES["ask"](SITE, "vi")).all("meta")


@pytest.mark.parametrize("kind", sorted(STAFF))
def test_pages_for_staff_are_kept_from_search_engines_and_menus(kind: str) -> None:
    page = read(SAMPLES[kind](SITE, "vi"))
    assert {"name": "robots", "content": "noindex"} in page.all("meta")
    home = read(SAMPLES["home"](SITE, "vi"))
    assert not [link for link in home.links() if link.startswith(("listings/", "kits/"))]


def test_every_box_of_a_kit_can_be_copied_and_selected() -> None:
    page = read(SAMPLES["kit"](SITE, "vi"))
    ids = {attributes.get("id") for _, attributes in page.elements}
    copied = [button["data-copy"] for button in page.all("button") if "data-copy" in button]
    assert len(copied) > 30 and set(copied) <= ids
    assert all("hidden" in p for p in page.all("p") if p.get("class") == "copy")


@pytest.mark.parametrize(("label", "whole", "lines"), [
    ("knife_tool", 1, 0), ("food", 0, 0), ("health_supplement", 0, 3),
])  # fmt: skip
def test_lines_of_a_label_that_no_source_gave_are_told_once_or_each(label: str, whole: int, lines: int) -> None:
    shown = replace(s.shown(), category=replace(s.shown().category, label=label))
    page = pages.kit(SITE, shown=shown, kit=kits.kit(SITE, shown, ""), photos=0)
    assert page.count("Cả danh sách này chưa kiểm chứng") == whole
    assert page.count("chưa kiểm chứng; hỏi cán bộ</small>") == lines


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_numbers_to_call_in_need_are_the_same_with_and_without_a_network(lang: str) -> None:
    pages_of = [read(SAMPLES[kind](SITE, lang)).links() for kind in ("offline", "services")]
    offline, services = ([link for link in links if link.startswith("tel:1")] for links in pages_of)
    assert offline == services and {"tel:112", "tel:113", "tel:114", "tel:115"} <= set(offline)
