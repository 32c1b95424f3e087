"""By what lists are narrowed, and what the season calendar holds."""

from datetime import date

import pytest

from chophien.model import FACETS, Event, event_card, facets, festivals, months_ahead
from chophien.model.records import LunarDay, SolarDays


@pytest.mark.parametrize(
    ("price", "stars", "ripe", "wanted"),
    [
        (None, 0, False, ()),
        (0, 0, False, ("price-0",)),
        (99_999, 3, False, ("ocop-3", "price-0")),
        (100_000, 0, False, ("price-1",)),
        (299_999, 0, False, ("price-1",)),
        (300_000, 0, True, ("season", "price-2")),
        (1_000_000, 5, True, ("season", "ocop-5", "price-3")),
        (999_999, 0, False, ("price-2",)),
    ],
)
def test_bands_meet_without_a_gap(price: int | None, stars: int, ripe: bool, wanted: tuple[str, ...]) -> None:
    assert facets(price, stars, ripe) == wanted
    assert set(wanted) <= set(FACETS)


def test_the_months_ahead_go_over_the_end_of_the_year() -> None:
    found = months_ahead(date(2026, 11, 24))
    assert found[:3] == ((2026, 11), (2026, 12), (2027, 1)) and found[-1] == (2027, 10)


def _event(id: str, **more: object) -> Event:
    return Event(id=id, name={"vi": id}, summary={"vi": id}, **more)  # type: ignore[arg-type]


def test_a_festival_stands_in_the_month_of_its_solar_day() -> None:
    today = date(2026, 11, 24)
    spring = _event("hoi-xuan", lunar=LunarDay(day="2/2"))
    market = _event("cho", dates=tuple(SolarDays(start=date(2026, 12, day)) for day in (5, 12, 19)))
    running = _event("dang-hoi", dates=(SolarDays(start=date(2026, 10, 30), end=date(2026, 11, 25)),))
    over = _event("da-qua", dates=(SolarDays(start=date(2026, 11, 1)),))
    later = _event("nam-sau", dates=(SolarDays(start=date(2027, 11, 1)),))
    events = [(event, event_card(event, today)) for event in (spring, market, running, over, later)]
    found = festivals(events, today)
    held = {month: [(item.event.id, item.start, item.more) for item in items] for month, items in found.items()}
    assert held[2027, 3] == [("hoi-xuan", date(2027, 3, 9), 0)]
    assert held[2026, 12] == [("cho", date(2026, 12, 5), 2)]
    assert held[2026, 11] == [("dang-hoi", date(2026, 10, 30), 0)]
    assert sum(map(len, held.values())) == 3


def test_what_is_said_of_the_next_time_is_not_said_of_later_ones() -> None:
    today = date(2026, 11, 24)
    days = (date(2026, 12, 5), date(2027, 3, 5))
    event = _event("cho", dates=tuple(SolarDays(start=day) for day in days), status="cancelled")
    found = festivals([(event, event_card(event, today))], today)
    said = [(item.start, item.status) for items in found.values() for item in items]
    assert said == list(zip(days, ("cancelled", "scheduled"), strict=True))
