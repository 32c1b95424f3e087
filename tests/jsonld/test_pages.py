import json
from datetime import date, time
from typing import Any

import pytest
from msgspec.structs import replace

from chophien import jsonld
from chophien.jsonld import places
from chophien.jsonld._graph import official_name
from chophien.model import Place, Producer, Site, place_card

from . import samples
from .samples import CARDS, COMMUNE, CRUMBS, FESTIVAL, HOMESTAY, HTX, MARKET, NEWS, SITE, TRIP


def main(text: str) -> dict[str, Any]:
    """Return what the page is about."""
    graph = json.loads(text)["@graph"]
    id = graph[0]["mainEntity"]["@id"]
    return next(node for node in graph if node.get("@id") == id)


@pytest.mark.parametrize(
    ("name", "kind", "official"),
    [
        ("Phúc Sen", "xã", "Xã Phúc Sen"),
        ("Xã Phúc Sen", "xã", "Xã Phúc Sen"),
        ("Tân Giang", "phường", "Phường Tân Giang"),
        ("Cát Hải", "đặc khu", "Đặc khu Cát Hải"),
    ],
)
def test_the_commune_is_called_with_its_kind(name: str, kind: str, official: str) -> None:
    assert official_name(replace(COMMUNE, name={"vi": name}, kind=kind)) == official


def test_breadcrumbs_need_two_pages() -> None:
    trail = json.loads(jsonld.page(SITE, "vi", "Trang", "trang.html", CRUMBS))["@graph"][1]
    assert [entry["position"] for entry in trail["itemListElement"]] == [1, 2, 3]
    assert trail["itemListElement"][0]["item"] == "https://phucsen.example/"
    assert "breadcrumb" not in json.loads(jsonld.page(SITE, "vi", "Trang", "trang.html", CRUMBS[:1]))["@graph"][0]


def test_a_producer_without_an_address_is_no_business_to_visit() -> None:
    bare = Producer(id="ho-a", kind="household", name={"vi": "Hộ A"})
    node = main(jsonld.producer(SITE, "vi", bare, (), CRUMBS))
    assert node == {
        "@type": "Organization",
        "@id": "https://phucsen.example/nguoi-lam/ho-a.html#producer",
        "name": "Hộ A",
        "url": "https://phucsen.example/nguoi-lam/ho-a.html",
    }


def test_a_producer_with_an_address_can_be_called() -> None:
    node = main(jsonld.producer(SITE, "vi", HTX, (), CRUMBS))
    assert node["@type"] == "LocalBusiness"
    assert node["telephone"] == "+84912345678"
    assert node["address"]["addressLocality"] == "Xã Phúc Sen"
    assert node["address"]["addressCountry"] == "VN"


def test_a_hotline_keeps_its_form() -> None:
    node = main(jsonld.producer(SITE, "vi", replace(HTX, phone="19001234"), (), CRUMBS))
    assert node["telephone"] == "19001234"


def test_a_homestay_is_a_bed_and_breakfast() -> None:
    node = main(jsonld.place(SITE, "vi", HOMESTAY, (), CRUMBS, HTX))
    assert node["@type"] == "BedAndBreakfast"
    assert node["checkinTime"] == "14:00"
    assert node["petsAllowed"] is False
    assert node["priceRange"] == "150.000\u00a0₫"
    assert [(f["name"], f["value"]) for f in node["amenityFeature"]] == [
        ("Nhà vệ sinh", True),
        ("Wi-Fi", False),
    ]
    assert node["containedInPlace"] == {"@id": "https://phucsen.example/#destination"}


def test_a_place_outside_is_not_said_to_be_in_the_commune() -> None:
    away = Place(id="thac", kind="waterfall", name={"vi": "Thác"}, summary={"vi": "Thác lớn."}, outside=True)
    node = main(jsonld.place(SITE, "vi", away, (), CRUMBS))
    assert "containedInPlace" not in node
    assert node["address"] == {"@type": "PostalAddress", "addressCountry": "VN"}


def test_an_event_with_hours_has_the_zone() -> None:
    period = (date(2027, 3, 9), date(2027, 3, 10))
    later = (date(2028, 2, 26), date(2028, 2, 27))
    node = main(jsonld.event(SITE, "vi", FESTIVAL, (period, later), None, CARDS["nha-san"], (), CRUMBS))
    assert node["@type"] == "Festival"
    assert node["startDate"] == "2027-03-09T07:30:00+07:00"
    assert node["endDate"] == "2027-03-10T21:00:00+07:00"
    (schedule,) = node["eventSchedule"]
    assert (schedule["startDate"], schedule["endDate"]) == ("2028-02-26", "2028-02-27")
    assert "repeatFrequency" not in schedule
    assert node["location"]["@id"] == "https://phucsen.example/luu-tru/nha-san.html#place"


def test_an_event_without_hours_has_days_only() -> None:
    node = main(jsonld.event(SITE, "vi", MARKET, ((date(2027, 1, 30),) * 2,), None, None, (), CRUMBS))
    assert node["@type"] == "Event"
    assert node["startDate"] == node["endDate"] == "2027-01-30"
    assert node["location"]["name"] == "Chợ xã"


@pytest.mark.parametrize(
    ("status", "term"),
    [
        ("scheduled", "EventScheduled"),
        ("cancelled", "EventCancelled"),
        ("postponed", "EventPostponed"),
    ],
)
def test_a_changed_event_keeps_its_day(status: str, term: str) -> None:
    event = replace(MARKET, status=status)
    node = main(jsonld.event(SITE, "vi", event, ((date(2027, 1, 30),) * 2,), None, None, (), CRUMBS))
    assert node["eventStatus"] == f"https://schema.org/{term}"
    assert node["startDate"] == "2027-01-30"


def test_a_tentative_event_is_not_said_to_be_certain() -> None:
    event = replace(MARKET, status="tentative")
    assert "eventStatus" not in main(jsonld.event(SITE, "vi", event, ((date(2027, 1, 30),) * 2,), None, None, (), ()))


@pytest.mark.parametrize(
    "hours",
    [
        {"opens": time(7), "closes": None},
        {"opens": None, "closes": time(7)},
        {"opens": time(20), "closes": time(2)},
        {"opens": time(7), "closes": time(7)},
    ],
)
def test_both_ends_of_an_event_are_written_alike(hours: dict[str, time | None]) -> None:
    event = replace(MARKET, **hours)
    node = main(jsonld.event(SITE, "vi", event, ((date(2027, 1, 30),) * 2,), None, None, (), CRUMBS))
    assert (node["startDate"], node["endDate"]) == ("2027-01-30", "2027-01-30")


def _examples(site: Site, lang: str) -> dict[str, str]:
    day = ((date(2027, 1, 30),) * 2,)
    return {
        "event": jsonld.event(site, lang, replace(MARKET, example=True), day, None, None, (), CRUMBS),
        "stay": jsonld.place(site, lang, replace(HOMESTAY, example=True), (), CRUMBS, HTX),
        "trip": jsonld.trip(site, lang, replace(TRIP, example=True), CARDS, (), CRUMBS, HTX),
    }


@pytest.mark.parametrize(("lang", "mark"), [("vi", " (ví dụ)"), ("en", " (example)")])
def test_examples_of_a_demonstration_are_named_as_such(lang: str, mark: str) -> None:
    site = replace(SITE, commune=replace(COMMUNE, example=True))
    for text in _examples(site, lang).values():
        assert main(text)["name"].endswith(mark)
        assert json.loads(text)["@graph"][0]["name"].endswith(mark)


def test_examples_of_a_real_site_are_pages_and_nothing_else() -> None:
    for text in _examples(SITE, "vi").values():
        graph = json.loads(text)["@graph"]
        assert [node["@type"] for node in graph] == [
            "WebPage", "BreadcrumbList", "WebSite", "GovernmentOrganization",
        ]  # fmt: skip
        assert "mainEntity" not in graph[0] and graph[0]["name"].endswith(" (ví dụ)")
        assert "priceRange" not in text


def _places(text: str) -> list[dict[str, Any]]:
    """Return every place of a graph that has a page of its own."""
    found: list[dict[str, Any]] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if "/luu-tru/" in value.get("url", "") or "/dia-diem/" in value.get("url", ""):
                found.append(value)
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)

    walk([node for node in json.loads(text)["@graph"] if node["@type"] != "WebPage"])
    return found


@pytest.mark.parametrize("kind", ["homestay", "cave", "waterfall", "workshop", "restaurant"])
def test_a_place_is_of_the_same_type_wherever_it_is_named(kind: str) -> None:
    place = replace(HOMESTAY, kind=kind)
    cards = {place.id: place_card(place)}
    day = ((date(2027, 1, 30),) * 2,)
    texts = [
        jsonld.place(SITE, "vi", place, (), CRUMBS, HTX),
        jsonld.event(SITE, "vi", FESTIVAL, day, None, cards[place.id], (), CRUMBS),
        jsonld.trip(SITE, "vi", TRIP, cards, (), CRUMBS),
        jsonld.home(SITE, "vi", (), [*cards.values()]),
    ]
    named = [node for text in texts for node in _places(text)]
    assert len(named) >= 4
    assert {(node["@id"], str(node["@type"])) for node in named} == {(named[0]["@id"], str(places.TYPES[kind]))}


def test_an_example_place_of_a_real_site_has_no_type_and_no_id_elsewhere() -> None:
    card = place_card(replace(HOMESTAY, kind="cave", example=True))
    (stop, *_) = _places(jsonld.trip(SITE, "vi", TRIP, {HOMESTAY.id: card}, (), CRUMBS))
    assert stop["@type"] == "Place" and "@id" not in stop and stop["name"].endswith(" (ví dụ)")
    assert _places(jsonld.home(SITE, "vi", (), [card])) == []
    assert _places(jsonld.home(replace(SITE, commune=replace(COMMUNE, example=True)), "vi", (), [card])) != []


def test_a_homestay_belongs_to_its_host() -> None:
    node = main(jsonld.place(SITE, "vi", HOMESTAY, (), CRUMBS, HTX))
    assert node["owner"]["@id"] == "https://phucsen.example/nguoi-lam/htx-phuc-sen.html#producer"
    assert node["owner"]["name"] == "HTX Phúc Sen"
    assert "owner" not in main(jsonld.place(SITE, "vi", replace(HOMESTAY, kind="cave"), (), CRUMBS, HTX))


def test_a_past_event_is_told_by_its_last_day() -> None:
    node = main(jsonld.event(SITE, "vi", MARKET, (), (date(2026, 1, 30),) * 2, None, (), CRUMBS))
    assert node["startDate"] == "2026-01-30"


def test_a_trip_lists_all_stops_and_each_day() -> None:
    node = main(jsonld.trip(SITE, "vi", TRIP, CARDS, (), CRUMBS, HTX))
    assert node["itinerary"]["numberOfItems"] == 3
    assert [part["name"] for part in node["subTrip"]] == ["Ngày rèn", "Một vòng Phúc Sen (2/2)"]
    assert node["offers"]["price"] == "500000"


def test_an_article_without_an_author_is_the_communes() -> None:
    by = {}
    for name in ("", "Ban văn hóa xã", "Nông Thị B"):
        news = replace(NEWS, author=name)
        by[name] = main(jsonld.article(SITE, "vi", news, "tin-tuc/tin-1.html", (), CRUMBS))["author"]
    assert by[""] == {"@id": "https://phucsen.example/#commune"}
    assert by["Ban văn hóa xã"]["@type"] == "Organization"
    assert by["Nông Thị B"]["@type"] == "Person"


def test_a_long_headline_ends_at_a_word() -> None:
    news = replace(NEWS, title={"vi": "mùa chè " * 30})
    node = main(jsonld.article(SITE, "vi", news, "tin-tuc/tin-1.html", (), CRUMBS))
    assert len(node["headline"]) <= 110
    assert node["headline"].endswith(("mùa", "chè"))


def test_the_same_records_give_the_same_text() -> None:
    shown = samples.shown(samples.product())
    assert jsonld.product(SITE, "vi", shown, CRUMBS) == jsonld.product(SITE, "vi", shown, CRUMBS)
    assert samples.HOMESTAY.stay is not None and samples.HOMESTAY.stay.check_in == time(14)
