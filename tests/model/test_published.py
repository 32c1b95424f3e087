"""What a visitor is told on a given day: prices, stock, season, stars, festival days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from tests.checks.records import COMMUNE

from chophien.model import (
    Category,
    Event,
    LunarDay,
    News,
    Page,
    Period,
    Picture,
    Product,
    Recognition,
    Variant,
    availability,
    categories,
    event_card,
    expiry,
    in_season,
    information_only,
    last_occurrence,
    news_card,
    occurrences,
    offers,
    price,
    product_card,
    say,
    shipped_categories,
    show,
    slugs,
    spoken_in,
    stars,
)
from chophien.model.records import Option, Pack, Photo, Sale, SolarDays
from chophien.text import Quantity, read_quantity

DAY = timedelta(days=1)
TODAY = date(2026, 11, 24)
CHE = Category(id="che", name={"vi": "Chè"})


def product(*variants: Variant, **changed: Any) -> Product:
    values: dict[str, Any] = {
        "id": "che-mau", "name": {"vi": "Chè Shan tuyết"}, "category": "che", "producer": "to-mau",
        "summary": {"vi": "Chè cổ thụ hái tay."}, "variants": variants or (Variant(sku="A1", price=100_000),),
    }  # fmt: skip
    return Product(**values | changed)


SALE = Sale(price=80_000, since=date(2026, 12, 1), until=date(2026, 12, 15))


@pytest.mark.parametrize(("today", "wanted"), [
    (date(2026, 11, 30), 100_000),
    (date(2026, 12, 1), 80_000),
    (date(2026, 12, 15), 80_000),
    (date(2026, 12, 16), 100_000),
])  # fmt: skip
def test_a_sale_counts_from_its_first_to_its_last_day(today: date, wanted: int) -> None:
    variant = Variant(sku="A1", price=100_000, sale=SALE)
    assert price(variant, today) == wanted
    (offer,) = offers(product(variant), today)
    assert (offer.price, offer.regular) == (wanted, 100_000)
    assert (offer.sale_since, offer.sale_until) == ((SALE.since, SALE.until) if wanted == 80_000 else (None, None))


def test_a_sale_that_is_no_lower_does_not_count() -> None:
    assert price(Variant(sku="A1", price=80_000, sale=SALE), date(2026, 12, 5)) == 80_000
    assert price(Variant(sku="A1", sale=SALE), date(2026, 12, 5)) is None


@pytest.mark.parametrize(("changed", "season", "wanted"), [
    ({}, (), "in_stock"),
    ({"stock": 1}, (), "in_stock"),
    ({"stock": 0}, (), "out_of_stock"),
    ({"status": "out_of_stock", "stock": 5}, (), "out_of_stock"),
    ({"status": "preorder", "stock": 0}, (), "preorder"),
    ({"status": "preorder"}, (3,), "preorder"),
    ({"status": "discontinued"}, (11,), "discontinued"),
    ({}, (10, 12), "out_of_stock"),
    ({}, (11,), "in_stock"),
])  # fmt: skip
def test_availability_follows_status_stock_and_season(
    changed: dict[str, Any], season: tuple[int, ...], wanted: str
) -> None:
    variant = Variant(sku="A1", **changed)
    assert availability(product(variant, season=season), variant, TODAY) == wanted


def test_a_month_of_the_season_counts_whole() -> None:
    goods = product(season=(11,))
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)]
    assert [in_season(goods, day) for day in days] == [False, True, True, False]
    assert in_season(product(), TODAY)


@pytest.mark.parametrize(("issued", "expires", "today", "wanted"), [
    (date(2023, 11, 24), None, date(2023, 11, 23), 0),
    (date(2023, 11, 24), None, date(2023, 11, 24), 4),
    (date(2023, 11, 24), None, date(2026, 11, 24), 4),
    (date(2023, 11, 24), None, date(2026, 11, 25), 0),
    (date(2024, 2, 29), None, date(2027, 2, 28), 4),
    (date(2024, 2, 29), None, date(2027, 3, 1), 0),
    (date(2023, 11, 24), date(2025, 1, 1), date(2025, 1, 1), 4),
    (date(2023, 11, 24), date(2025, 1, 1), date(2025, 1, 2), 0),
])  # fmt: skip
def test_stars_shine_from_the_decision_for_36_months(
    issued: date, expires: date | None, today: date, wanted: int
) -> None:
    found = Recognition(stars=4, decision="1/QĐ", issued=issued, expires=expires)
    assert stars(product(ocop=found), today) == wanted
    shown = show(product(ocop=found), today, CHE)
    assert (shown.stars, shown.stars_until) == (wanted, expiry(found) if wanted else None)


@pytest.mark.parametrize(("changed", "wanted"), [
    ({}, False),
    ({"alcohol": 14.9, "restricted": "alcohol"}, False),
    ({"alcohol": 15.0, "restricted": "alcohol"}, True),
    ({"restricted": "medicine"}, True),
    ({"restricted": "knife"}, False),
])  # fmt: skip
def test_spirits_and_medicine_are_information_only(changed: dict[str, Any], wanted: bool) -> None:
    assert information_only(product(**changed)) is wanted
    card = product_card(show(product(**changed), TODAY, CHE))
    assert (card.low is None) is wanted


def test_an_offer_has_all_a_marketplace_asks() -> None:
    variant = Variant(
        sku="A1", price=120_000, net=read_quantity("200 g"), gtin="8938505974194", stock=4, photo="b.jpg",
        option=Option(name={"vi": "Khối lượng"}, value={"vi": "200 g"}),
        pack=Pack(weight_g=250, length_cm=20.0, width_cm=10.0, height_cm=5.0),
    )  # fmt: skip
    goods = product(variant, photos=(Photo(file="gone.jpg"), Photo(file="a.jpg"), Photo(file="b.jpg")))
    pictures = [Picture(sources=(), full=f"anh/{n}.jpg", width=9, height=9, file=f"{n}.jpg") for n in "ab"]
    (offer,) = offers(goods, TODAY, pictures)
    assert (offer.weight_g, offer.size_cm, offer.picture) == (250, (20.0, 10.0, 5.0), 1)
    assert (offer.gtin, offer.stock, offer.option) == ("8938505974194", 4, {"vi": "200 g"})
    assert offer.per is not None
    assert offer.per[0] == 60_000
    assert isinstance(offer.per[1], Quantity)


def test_a_pack_without_all_its_measures_has_no_size() -> None:
    (offer,) = offers(product(Variant(sku="A1", photo="b.jpg", pack=Pack(weight_g=250, length_cm=20.0))), TODAY)
    assert (offer.weight_g, offer.size_cm, offer.per, offer.picture) == (250, None, None, 0)


def test_what_is_no_longer_made_is_not_offered() -> None:
    goods = product(Variant(sku="A1", status="discontinued"), Variant(sku="A2", price=5_000))
    assert [offer.sku for offer in offers(goods, TODAY)] == ["A2"]
    assert offers(product(Variant(sku="A1", status="discontinued")), TODAY) == ()


def test_a_card_bounds_the_prices_of_the_day() -> None:
    goods = product(Variant(sku="A1", price=100_000, sale=SALE), Variant(sku="A2", price=300_000), Variant(sku="A3"))
    card = product_card(show(goods, date(2026, 12, 5), CHE))
    assert (card.low, card.high, card.available) == (80_000, 300_000, True)
    card = product_card(show(product(Variant(sku="A1", stock=0)), TODAY, CHE))
    assert (card.low, card.high, card.available) == (None, None, False)


def test_a_phrase_falls_back_to_vietnamese_and_says_so() -> None:
    assert (say({"vi": "Chè"}, "en"), spoken_in({"vi": "Chè"}, "en")) == ("Chè", "vi")
    assert (say({"vi": "Chè", "en": "Tea"}, "en"), spoken_in({"vi": "Chè", "en": "Tea"}, "en")) == ("Tea", "en")
    assert (say({}, "en"), say({"en": "Tea"}, "vi")) == ("", "")


def event(*dates: tuple[date, date | None], lunar: LunarDay | None = None) -> Event:
    spans = tuple(SolarDays(start=start, end=end) for start, end in dates)
    return Event(id="hoi", name={"vi": "Hội"}, summary={"vi": "Hội của bản Mẫu."}, dates=spans, lunar=lunar)


# Hội tranh đầu pháo, 2/2: first of all 9 March 2027; computed with the lunar calendar of Viet Nam.
PHAO = [date(2027, 3, 9), date(2028, 2, 26), date(2029, 3, 16), date(2030, 3, 5), date(2031, 2, 22)]


def test_a_lunar_festival_comes_on_another_day_each_year() -> None:
    found = occurrences(event(lunar=LunarDay(day="2/2")), TODAY)
    assert [start for start, _ in found] == PHAO
    assert all(start == end for start, end in found)


def test_a_festival_of_today_is_still_to_come_and_one_of_yesterday_is_not() -> None:
    phao = event(lunar=LunarDay(day="2/2", days=2))
    assert occurrences(phao, PHAO[0], 1) == ((PHAO[0], PHAO[0] + DAY),)
    assert occurrences(phao, PHAO[0] + DAY, 1) == ((PHAO[0], PHAO[0] + DAY),)
    assert occurrences(phao, PHAO[0] + 2 * DAY, 1) == ((PHAO[1], PHAO[1] + DAY),)


def test_a_festival_every_other_year_leaves_years_out() -> None:
    odd = occurrences(event(lunar=LunarDay(day="2/2", years="odd")), TODAY, 3)
    assert [start.year for start, _ in odd] == [2027, 2029, 2031]


ONE: Period = (date(2026, 11, 23), date(2026, 11, 23))
TWO: Period = (date(2026, 11, 24), date(2026, 11, 24))
THREE: Period = (date(2026, 11, 20), date(2026, 11, 25))


def test_fixed_days_come_soonest_first_until_they_are_over() -> None:
    fair = event((TWO[0], None), THREE, (ONE[0], None))
    assert occurrences(fair, TODAY) == (THREE, TWO)
    assert last_occurrence(fair, TODAY) == ONE
    assert occurrences(fair, date(2026, 11, 26)) == ()
    assert last_occurrence(event(lunar=LunarDay(day="2/2")), TODAY) is None


def test_fixed_and_lunar_days_are_one_list() -> None:
    both = event((date(2027, 3, 9), None), (date(2027, 1, 1), None), lunar=LunarDay(day="2/2"))
    assert [start for start, _ in occurrences(both, TODAY, 3)] == [date(2027, 1, 1), *PHAO[:2]]


@pytest.mark.parametrize(("dates", "start", "past"), [
    ([(ONE[0], None)], ONE[0], True),
    ([(ONE[0], None), (TWO[0], None)], TWO[0], False),
    ([], None, False),
])  # fmt: skip
def test_a_card_shows_the_next_occurrence_else_the_last(dates: list[Any], start: date | None, past: bool) -> None:
    card = event_card(event(*dates), TODAY)
    assert (card.start, card.past) == (start, past)


def test_an_article_has_a_path_word_in_each_language_it_is_written_in() -> None:
    news = News(id="mua-che", title={"vi": "Mùa chè", "en": "Tea"}, date=TODAY, slug={"en": "tea-season"})
    assert slugs(news) == {"vi": "mua-che", "en": "tea-season"}
    assert news_card(news).slug == slugs(news)
    assert slugs(Page(id="ve-xa", title={"vi": "Về xã"}, slug={"zh": "guan-yu"})) == {"vi": "ve-xa"}


def test_a_group_of_the_communes_own_wins() -> None:
    own = Category(id="che", name={"vi": "Chè Mẫu"})
    mixed = categories(msgspec.structs.replace(COMMUNE, categories=(own,)))
    assert mixed["che"] == own
    assert set(mixed) == set(shipped_categories())
    assert all(category.name["vi"] and category.name["en"] for category in shipped_categories().values())


def test_records_are_frozen_and_compared_by_value() -> None:
    picture = Picture(sources=(("a.webp", 400),), full="a.jpg", width=400, height=300)
    assert picture == Picture(sources=(("a.webp", 400),), full="a.jpg", width=400, height=300)
    with pytest.raises(AttributeError):
        picture.width = 1  # type: ignore[misc]
