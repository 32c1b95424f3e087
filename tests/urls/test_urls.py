"""Every page has one address, no two share one, and none leaves the site."""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

import pytest

from chophien import urls
from chophien.model import FACETS
from chophien.model.tables import PLACE_KINDS

LANGUAGES = ("vi", "en", "zh")
# Ids that look like parts of other addresses.
IDS = (
    "che-mau",
    "trang-2",
    "page-2",
    "nhom",
    "group",
    "index",
    "trang",
    "page",
    "san-pham",
    "products",
    "su-kien",
    "events-en",
    "che-mau-en",
    "che-mau-trang-2",
    "en",
    "vi",
    "zh",
)
WITH_ID = {"category", "product", "producer", "place", "stay", "event", "trip", "news-item", "page"}
OURS = {"facet": FACETS, "facet-page": FACETS, "place-kind": PLACE_KINDS, "place-kind-page": PLACE_KINDS}
"""Kinds of page that there is one of for each of our own ids."""
PAGED = {"products-page", "producers-page", "places-page", "events-page", "needs-page", "news-page"}
GROUPS = ("che", "che-trang-2", "che-page-2", "trang-2")


def addresses() -> list[str]:
    """List every address a site with these ids could have."""
    found = []
    for kind, lang in product(urls.KINDS, LANGUAGES):
        if kind == "category-page":
            found += [urls.path(kind, lang, id, page) for id in GROUPS for page in (2, 3)]
        elif kind == "category":
            found += [urls.path(kind, lang, id) for id in GROUPS]
        elif kind in OURS:
            found += [urls.path(kind, lang, id, page) for id in OURS[kind] for page in (2, 3)[: 1 + ("page" in kind)]]
        elif kind == "producer-page":
            found += [urls.path(kind, lang, id, page) for id in IDS for page in (2, 3)]
        elif kind in WITH_ID:
            found += [urls.path(kind, lang, id) for id in IDS]
        elif kind in PAGED:
            found += [urls.path(kind, lang, page=page) for page in (2, 3)]
        else:
            found.append(urls.path(kind, lang))
    for lang in LANGUAGES:
        found += [urls.news_atom(lang), urls.events_ics(lang), urls.search_index(lang)]
        found += [urls.event_ics(id, lang) for id in IDS]
    found += [urls.trip_gpx(id) for id in IDS]
    return [
        *found, urls.GOOGLE_XML, urls.META_CSV, urls.PRODUCTS_JSON, urls.FEEDS_PAGE, urls.FEEDS_REPORT,
        urls.CATALOG_JSON,
        urls.PLACES_GEOJSON, urls.PLACES_GPX, urls.SITEMAP, urls.ROBOTS,
    ]  # fmt: skip


def test_no_two_pages_share_an_address() -> None:
    found = addresses()
    assert sorted({path for path in found if found.count(path) > 1}) == []


def test_no_two_addresses_differ_by_case_alone() -> None:
    found = addresses()
    assert len({path.lower() for path in found}) == len(found)


def test_no_address_is_also_a_folder_of_another() -> None:
    found = set(addresses())
    folders = {path[:at] for path in found for at, sign in enumerate(path) if sign == "/"}
    assert found & folders == set()


@pytest.mark.parametrize("path", addresses())
def test_an_address_is_plain_and_stays_in_the_site(path: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+(?:/[a-z0-9-]+)*(?:\.[a-z]+)+", path)


def test_vietnamese_stands_at_the_root_and_others_below_their_tag() -> None:
    assert urls.path("product", "vi", "che-mau") == "san-pham/che-mau.html"
    assert urls.path("product", "en", "che-mau") == "en/products/che-mau.html"
    assert urls.path("product", "zh", "che-mau") == "zh/products/che-mau.html"
    assert urls.path("home", "vi") == "index.html"
    assert urls.path("home", "en") == "en/index.html"


def test_an_unknown_kind_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        urls.path("shop", "vi")


@pytest.mark.parametrize(
    ("kind", "id", "vi", "en"),
    [
        ("facet", "season", "san-pham/loc/dang-vao-vu.html", "en/products/filter/in-season.html"),
        ("facet", "ocop-4", "san-pham/loc/ocop-4-sao.html", "en/products/filter/ocop-4-stars.html"),
        ("facet", "price-0", "san-pham/loc/gia-duoi-100-000.html", "en/products/filter/under-100-000.html"),
        ("facet", "price-3", "san-pham/loc/gia-tu-1-000-000.html", "en/products/filter/from-1-000-000.html"),
        ("place-kind", "workshop", "dia-diem/loai/xuong-nghe.html", "en/places/kind/workshop.html"),
    ],
)
def test_what_lists_are_narrowed_by_is_a_word_of_the_language(kind: str, id: str, vi: str, en: str) -> None:
    assert (urls.path(kind, "vi", id), urls.path(kind, "en", id)) == (vi, en)


def test_the_first_page_of_a_list_is_the_list() -> None:
    assert urls.listed("products", "vi", 1) == urls.path("products", "vi")
    assert urls.listed("products", "vi", 2) == urls.path("products-page", "vi", page=2)
    assert urls.listed("category", "en", 3, "che") == urls.path("category-page", "en", "che", 3)


class Placed(NamedTuple):
    kind: str
    id: str


def test_a_homestay_stands_among_the_places_to_stay() -> None:
    assert urls.place(Placed("homestay", "nha-mau"), "vi") == "luu-tru/nha-mau.html"
    assert urls.place(Placed("cave", "hang-mau"), "vi") == "dia-diem/hang-mau.html"


@pytest.mark.parametrize(("path", "wanted"), [
    ("index.html", "https://xa.example/"),
    ("en/index.html", "https://xa.example/en/"),
    ("san-pham/che.html", "https://xa.example/san-pham/che.html"),
    ("feeds/index.html", "https://xa.example/feeds/"),
    ("anh/gói chè.jpg", "https://xa.example/anh/g%C3%B3i%20ch%C3%A8.jpg"),
    ("my-index.html", "https://xa.example/my-index.html"),
])  # fmt: skip
def test_a_full_address_begins_with_the_sites(path: str, wanted: str) -> None:
    assert urls.absolute("https://xa.example", path) == wanted


@pytest.mark.parametrize(("path", "wanted"), [
    ("index.html", ""), ("san-pham/che.html", "../"), ("en/products/che.html", "../../"),
     ("san-pham/nhom/che.html", "../../"),
])  # fmt: skip
def test_the_way_back_to_the_root_counts_the_folders(path: str, wanted: str) -> None:
    assert urls.root(path) == wanted
