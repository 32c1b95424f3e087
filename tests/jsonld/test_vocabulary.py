"""Every type and property exists and fits, every id leads somewhere."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chophien import jsonld
from chophien.jsonld import places
from chophien.model import Address, Place, place_card

from . import samples
from .samples import CARDS, CRUMBS, FESTIVAL, HOMESTAY, HTX, MARKET, NEWS, PICTURES, SALE, SITE, TRIP

VOCABULARY = json.loads((Path(__file__).parent / "vocabulary.json").read_text(encoding="utf-8"))
EVERY = set(VOCABULARY["every_type"].split())
TYPES = {name: EVERY | set(words.split()) for name, words in VOCABULARY["types"].items()}
TERMS = set(VOCABULARY["terms"].split())
SITE_IDS = {f"https://phucsen.example/#{name}" for name in ("website", "commune", "destination", "returns")}
PERIODS = ((date(2027, 3, 9), date(2027, 3, 10)), (date(2028, 2, 26), date(2028, 2, 27)))

KINDS = tuple(places.TYPES)


def _graphs() -> Iterator[tuple[str, str]]:
    for lang in SITE.languages:
        yield f"home-{lang}", jsonld.home(SITE, lang, PICTURES, [*CARDS.values(), _card("cave")])
        for name, item in _products().items():
            yield f"product-{name}-{lang}", jsonld.product(SITE, lang, samples.shown(item), CRUMBS)
        yield f"producer-{lang}", jsonld.producer(SITE, lang, HTX, PICTURES, CRUMBS)
        yield (
            f"event-{lang}",
            jsonld.event(SITE, lang, FESTIVAL, PERIODS, None, CARDS["nha-san"], PICTURES, CRUMBS),
        )
        yield f"event-past-{lang}", jsonld.event(SITE, lang, MARKET, (), PERIODS[0], None, (), CRUMBS)
        yield f"event-undated-{lang}", jsonld.event(SITE, lang, MARKET, (), None, None, (), CRUMBS)
        yield f"trip-{lang}", jsonld.trip(SITE, lang, TRIP, CARDS, PICTURES, CRUMBS, HTX)
        yield f"article-{lang}", jsonld.article(SITE, lang, NEWS, "tin-tuc/tin-1.html", PICTURES, CRUMBS)
        yield (
            f"listing-{lang}",
            jsonld.listing(SITE, lang, "products", [("Trà", "san-pham/tra-shan.html")], "san-pham.html", CRUMBS[:2]),
        )
        for kind in ("WebPage", "AboutPage", "ContactPage", "SearchResultsPage"):
            yield f"{kind}-{lang}", jsonld.page(SITE, lang, "Trang", "gioi-thieu.html", (), kind)
    yield "homestay", jsonld.place(SITE, "vi", HOMESTAY, PICTURES, CRUMBS, HTX)
    for kind in KINDS:
        yield f"place-{kind}", jsonld.place(SITE, "vi", _place(kind), PICTURES, CRUMBS)


def _place(kind: str) -> Place:
    return Place(
        id=f"noi-{kind}",
        kind=kind,
        name={"vi": "Một nơi"},
        summary={"vi": "Một nơi để đến chơi."},
        point=HOMESTAY.point,
        hours=HOMESTAY.hours,
        amenities=HOMESTAY.amenities,
        fee=TRIP.fee,
        outside=kind == "cave",
        address=Address(commune={"vi": "Đàm Thủy"}, province={"vi": "Cao Bằng"}) if kind == "cave" else None,
    )


def _card(kind: str) -> Any:
    return place_card(_place(kind))


def _products() -> dict[str, Any]:
    several = (samples.variant(100, sale=SALE, gtin="8938505974194"), samples.variant(250, None))
    return {
        "one": samples.product(),
        "several": samples.product(*several),
        "sale": samples.product(samples.variant(100, sale=SALE)),
        "service": samples.product(kind="service"),
        "asked": samples.product(samples.variant(100, None)),
        "spirit": samples.product(alcohol=29.0, restricted="alcohol"),
        "gone": samples.product(samples.variant(100, status="discontinued")),
        "own-fee": samples.product(shipping_fee=20_000),
        "preorder": samples.product(samples.variant(100, status="preorder", available_from=date(2027, 3, 1))),
    }


GRAPHS = dict(_graphs())


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from _nodes(part)


def _strict(text: str) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        assert len(found) == len(pairs), pairs
        return found

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)


@pytest.mark.parametrize("name", GRAPHS)
def test_every_property_belongs_to_its_type(name: str) -> None:
    for node in _nodes(_strict(GRAPHS[name])["@graph"]):
        if set(node) == {"@id"}:
            continue
        types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        allowed = set().union(*(TYPES[type] for type in types))
        assert set(node) - {"@type", "@id"} <= allowed, node


@pytest.mark.parametrize("name", GRAPHS)
def test_every_term_is_one_of_schema_org(name: str) -> None:
    for node in _nodes(_strict(GRAPHS[name])["@graph"]):
        for value in node.values():
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str) and text.startswith("https://schema.org/"):
                    assert text.removeprefix("https://schema.org/") in TERMS


@pytest.mark.parametrize("name", GRAPHS)
def test_every_id_is_defined_once(name: str) -> None:
    nodes = list(_nodes(_strict(GRAPHS[name])["@graph"]))
    defined = [node["@id"] for node in nodes if "@id" in node and len(node) > 1]
    used = {node["@id"] for node in nodes if set(node) == {"@id"}}
    assert used <= {*defined, *SITE_IDS}
    # A trip may come to the same place twice, in the whole and in a day.
    twice = {id for id in defined if defined.count(id) > 1 and not id.endswith("#place")}
    assert not twice
    assert all(id.startswith("https://phucsen.example/") for id in defined)


@pytest.mark.parametrize("name", GRAPHS)
def test_every_page_belongs_to_site_and_commune(name: str) -> None:
    ids = {node.get("@id") for node in _strict(GRAPHS[name])["@graph"]}
    assert {"https://phucsen.example/#website", "https://phucsen.example/#commune"} <= ids


@pytest.mark.parametrize("name", GRAPHS)
def test_no_text_can_end_the_script(name: str) -> None:
    assert not set("<>&") & set(GRAPHS[name])


@pytest.mark.parametrize("name", GRAPHS)
def test_nothing_empty_is_said_and_no_rating_is_invented(name: str) -> None:
    for node in _nodes(_strict(GRAPHS[name])["@graph"]):
        assert "aggregateRating" not in node and "review" not in node
        assert all(value not in ("", [], {}, None) for value in node.values()), node


def test_the_home_page_defines_what_others_point_to() -> None:
    ids = {node.get("@id") for node in _strict(GRAPHS["home-vi"])["@graph"]}
    assert ids >= SITE_IDS
