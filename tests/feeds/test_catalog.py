import json
from datetime import date, time

from chophien.feeds import catalog
from chophien.model import Address, Event, LunarDay, Need, Place, Point, Producer, Recognition, Stay, Trip
from chophien.model.records import Day, Serving, Stop, Workshop

from . import shop

PERIOD = (date(2027, 3, 9), date(2027, 3, 10))


def test_an_empty_catalogue_has_all_its_lists() -> None:
    made = json.loads(b"".join(catalog.assemble(shop.SITE)))
    assert (made["schema"], made["version"]) == ("chophien/catalog", 1)
    assert list(made)[3:] == ["products", "producers", "places", "events", "trips", "needs"]
    assert made["commune"]["url"] == "https://phucsen.example/"
    assert made["commune"]["languages"] == ["vi", "en"]


def test_records_stand_in_their_lists() -> None:
    summary = {"vi": "Một nơi để đến chơi."}
    place = Place(
        id="nha-san",
        kind="homestay",
        name={"vi": "Nhà sàn"},
        summary=summary,
        point=Point(lat=22.7, lon=106.4),
        stay=Stay(price_person=150_000),
    )
    event = Event(id="hoi", name={"vi": "Hội"}, summary=summary, lunar=LunarDay(day="2/2"), opens=time(7))
    trip = Trip(id="vong", name={"vi": "Vòng"}, summary=summary, days=(Day(stops=(Stop(place="nha-san"),)),))
    maker = Producer(id="ho-a", kind="household", name={"vi": "Hộ A"}, address=Address(street={"vi": "Xóm A"}))
    made = json.loads(
        b"".join(
            catalog.assemble(
                shop.SITE,
                products=[catalog.product(shop.SITE, shop.shown(item)) for item in (shop.HONEY, shop.TEAS)],
                producers=[catalog.producer(shop.SITE, maker)],
                places=[catalog.place(shop.SITE, place)],
                events=[catalog.event(shop.SITE, event, [PERIOD])],
                trips=[catalog.trip(shop.SITE, trip)],
            )
        )
    )
    assert [product["id"] for product in made["products"]] == ["mat-ong", "tra-shan"]
    assert made["producers"][0]["address"] == {"street": {"vi": "Xóm A"}}
    assert made["places"][0]["url"]["vi"] == "https://phucsen.example/luu-tru/nha-san.html"
    assert made["places"][0]["price_person"] == 150_000
    assert made["events"][0]["periods"] == [{"start": "2027-03-09", "end": "2027-03-10"}]
    assert (made["events"][0]["lunar"], made["events"][0]["opens"]) == ("2/2", "07:00")
    assert made["trips"][0]["days"] == [{"stops": [{"place": "nha-san"}]}]


def test_a_place_says_what_is_served_and_made_there() -> None:
    place = Place(
        id="quan", kind="restaurant", name={"vi": "Quán"}, summary={"vi": "Quán ăn ở chợ."},
        serving=Serving(dishes=({"vi": "Phở chua", "en": "Sour pho"},), price_min=35_000, seats=20),
        workshop=Workshop(
            makes=({"vi": "Nem hương"},), price_person=50_000, group=6, booking={"vi": "Gọi trước một ngày"}
        ),
    )  # fmt: skip
    made = json.loads(catalog.place(shop.SITE, place))
    assert made["serving"] == {"dishes": [{"vi": "Phở chua", "en": "Sour pho"}], "price_min": 35_000, "seats": 20}
    assert made["workshop"] == {
        "makes": [{"vi": "Nem hương"}], "price_person": 50_000, "group": 6, "booking": {"vi": "Gọi trước một ngày"},
    }  # fmt: skip


def test_what_is_wanted_stands_with_its_days() -> None:
    need = Need(
        id="can-tre", kind="buy", title={"vi": "Cần mua tre mai"}, quantity={"vi": "200 cây"}, posted=date(2026, 11, 1),
        until=date(2026, 12, 31), contact="Lò Mẫu",
    )  # fmt: skip
    made = json.loads(b"".join(catalog.assemble(shop.SITE, needs=[catalog.need(shop.SITE, need)])))
    assert made["needs"] == [{
        "id": "can-tre", "name": {"vi": "Cần mua tre mai"}, "kind": "buy", "quantity": {"vi": "200 cây"},
        "posted": "2026-11-01", "until": "2026-12-31", "contact": "Lò Mẫu",
        "url": {"vi": "https://phucsen.example/can-mua-can-ban.html", "en": "https://phucsen.example/en/wanted.html"},
    }]  # fmt: skip


def test_a_product_says_what_feeds_say() -> None:
    made = json.loads(catalog.product(shop.SITE, shop.shown(shop.TEAS)))
    first, second = made["variants"]
    assert (first["price"], first["regular_price"], first["sale_until"]) == (99_000, 120_000, "2026-12-15")
    assert first["net"] == {"value": "100", "unit": "g"}
    assert first["url"]["en"] == "https://phucsen.example/en/products/tra-shan.html?bien-the=tra-100"
    assert (second["availability"], "regular_price" in second) == ("out_of_stock", False)
    assert (made["stars"], made["stars_until"], made["decision"]) == (4, "2028-06-30", "1234/QĐ-UBND")


def test_expired_stars_and_forbidden_prices_are_absent() -> None:
    old = Recognition(stars=4, decision="1/QĐ-UBND", issued=date(2021, 1, 1))
    made = json.loads(catalog.product(shop.SITE, shop.shown(shop.product(ocop=old, alcohol=29.0))))
    assert not {"stars", "stars_until", "decision"} & set(made)
    assert made["information_only"] is True
    assert not {"price", "regular_price"} & set(made["variants"][0])
