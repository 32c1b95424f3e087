"""One sample of every page kind, in any language, on any site."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from chophien import kits, model, pages, urls
from chophien.model import Site

from . import samples as s

GRAPH = '{"@context":"https://schema.org","name":"</script><script>alert(1)</script>"}'
REPORT: list[dict[str, Any]] = [
    {"key": "google", "name": "Google", "use": "fetch", "file": "feeds/google.xml", "items": 12, "state": "partial",
     "url": "https://quang-uyen.example/feeds/google.xml",
     "left_out": [{"sku": "DB-04", "name": "Dao bếp", "reason": "không có giá", "hint": "Ghi giá.",
                   "place": "products/dao-bep/product.yaml:9"}],
     "notes": ["Cập nhật mỗi ngày."]},
    {"key": "cho-que", "name": "Chợ Quê", "use": "import", "file": "feeds/cho-que.csv", "items": 0, "state": "empty",
     "url": "https://quang-uyen.example/feeds/cho-que.csv",
     "left_out": [], "notes": []},
]  # fmt: skip
OFF = [{"key": "acp", "name": "ACP", "file": "feeds/acp/products.jsonl", "why": "Chưa nơi nào nhận."}]


def places() -> tuple[model.PlaceCard, ...]:
    """Return places inside and outside, with and without a picture."""
    return (
        model.place_card(s.place(), (s.picture("lang"),)),
        model.place_card(s.place(id="phia-thap", name=s.both("Phia Thắp"))),
        model.place_card(s.place(id="ban-gioc", kind="waterfall", name=s.both("Thác Bản Giốc"), outside=True)),
    )


def stays() -> tuple[model.PlaceCard, ...]:
    """Return places to stay, priced by person and by room."""
    stay = s.homestay().stay
    by_room = model.records.Stay(price_room=stay.price_room if stay else None)
    return (model.place_card(s.homestay()), model.place_card(s.homestay(id="nha-hai", stay=by_room)))


def events() -> tuple[model.EventCard, ...]:
    """Return a coming, an open, a past and a cancelled event."""
    past = model.records.SolarDays(start=s.TODAY.replace(month=3), end=s.TODAY.replace(month=3, day=28))
    return tuple(
        model.event_card(event, s.TODAY)
        for event in (
            s.event(),
            s.event(id="chua-ro", lunar=None, outside=True),
            s.event(id="da-qua", lunar=None, dates=(past,)),
            s.event(id="huy", status="cancelled"),
        )
    )


def makers() -> tuple[model.ProducerCard, ...]:
    """Return a producer with products and one without anything."""
    bare = model.Producer(id="ai-do", kind="company", name=s.both("Ai đó"))
    return (model.producer_card(s.producer(), 3, (s.picture("lo"),)), model.producer_card(bare, 0))


def news() -> tuple[model.NewsCard, ...]:
    """Return an article in both languages and one in Vietnamese only."""
    return (
        model.news_card(s.news(), (s.picture("tin"),)),
        model.news_card(s.news(id="chi-viet", title=s.both("Chỉ tiếng Việt"), slug={})),
    )


def _list(site: Site, lang: str, page: int = 1, category: str | None = None, facet: str = "") -> str:
    return pages.product_list(
        site, lang, cards=s.cards(6), page=page, pages=9, total=200, category=category, facet=facet, everything=200,
        categories=(("dao-keo", 120), ("huong", 80)),
        facets=(("season", 12), ("ocop-4", 40), ("price-0", 7), ("price-1", 150), ("price-3", 43)), graph=GRAPH,
    )  # fmt: skip


def _board(site: Site, lang: str, page: int = 1) -> str:
    return pages.need_list(
        site, lang, needs=(s.need(), s.need(id="ban", kind="sell", product="", producer="", phone="")),
        counts=(("buy", 30), ("sell", 10)), page=page, pages=2, products={"dao-bep": s.cards(1)[0]},
        producers={"lo-ren-pac-rang": makers()[0]}, graph=GRAPH,
    )  # fmt: skip


KINDS = (("village", 30), ("waterfall", 1), ("restaurant", 4))


def months() -> tuple[model.SeasonMonth, ...]:
    """Return a year with a full month, months with one thing each, and empty ones."""
    festival = model.Festival(event=events()[0], start=s.TODAY, end=s.TODAY, more=2)
    full = model.SeasonMonth(year=2026, month=11, goods=s.cards(3), more=44, places=places(), festivals=(festival,),
                             trips=(model.trip_card(s.trip()),))  # fmt: skip
    few = model.SeasonMonth(year=2026, month=12, goods=s.cards(1))
    return (full, few, *(model.SeasonMonth(year=2027, month=month) for month in range(1, 11)))


def map_groups() -> tuple[tuple[str, tuple[model.MapEntry, ...]], ...]:
    """Return places with a number each and makers at one of them."""
    point = model.Point(lat=22.68, lon=106.41, approximate=True)
    here = [msgspec.structs.replace(place, point=point) for place in places()]
    entries = tuple(model.MapEntry(number=n, place=place, km=4.2 * n) for n, place in enumerate(here, 1))
    return (("sight", entries[1:]), ("craft", (msgspec.structs.replace(entries[0], km=None, makers=makers()),)))


SAMPLES: dict[str, Callable[[Site, str], str]] = {
    "home": lambda site, lang: pages.home(
        site, lang, products=s.cards(8), events=events(), places=places(), stays=stays(),
        trips=(model.trip_card(s.trip()),), producers=makers(), news=news(), pictures=(s.picture("xa"),),
        today_month=11, graph=GRAPH,
    ),
    "products": _list,
    "products-page": lambda site, lang: _list(site, lang, 5),
    "category": lambda site, lang: _list(site, lang, 1, "dao-keo"),
    "category-page": lambda site, lang: _list(site, lang, 2, "dao-keo"),
    "facet": lambda site, lang: _list(site, lang, facet="ocop-4"),
    "facet-page": lambda site, lang: _list(site, lang, 2, facet="ocop-4"),
    "product": lambda site, lang: pages.product(
        site, lang, shown=s.shown(), related=s.cards(3), place=places()[0], ask=pages.asked(site, s.shown()),
        graph=GRAPH,
    ),
    "producers": lambda site, lang: pages.producer_list(site, lang, cards=makers(), pages=2, graph=GRAPH),
    "producers-page": lambda site, lang: pages.producer_list(site, lang, cards=makers(), page=2, pages=2, graph=GRAPH),
    "producer": lambda site, lang: pages.producer(
        site, lang, producer=s.producer(), pictures=(s.picture("lo"),), products=s.cards(2), place=places()[0],
        pages=7, total=150, graph=GRAPH,
    ),
    "producer-page": lambda site, lang: pages.producer_goods(
        site, lang, producer=s.producer(), cards=s.cards(4), page=7, pages=7, total=150, graph=GRAPH
    ),
    "places": lambda site, lang: pages.place_list(site, lang, cards=places(), kinds=KINDS, pages=2, graph=GRAPH),
    "places-page": lambda site, lang: pages.place_list(site, lang, cards=places(), page=2, pages=2, graph=GRAPH),
    "place-kind": lambda site, lang: pages.place_list(
        site, lang, cards=places(), kind="waterfall", kinds=KINDS, pages=2, graph=GRAPH
    ),
    "place-kind-page": lambda site, lang: pages.place_list(
        site, lang, cards=places(), kind="waterfall", kinds=KINDS, page=2, pages=2, graph=GRAPH
    ),
    "place": lambda site, lang: pages.place(
        site, lang, place=s.place(), pictures=(s.picture("a"), s.picture("b")), nearby=places()[1:],
        products=s.cards(2), events=events(), host=makers()[0], graph=GRAPH,
    ),
    "stays": lambda site, lang: pages.stay_list(site, lang, cards=stays(), graph=GRAPH),
    "stay": lambda site, lang: pages.place(site, lang, place=s.homestay(), host=makers()[0], graph=GRAPH),
    "events": lambda site, lang: pages.event_list(site, lang, cards=events(), pages=5, graph=GRAPH),
    "events-page": lambda site, lang: pages.event_list(site, lang, cards=events(), page=4, pages=5, graph=GRAPH),
    "event": lambda site, lang: pages.event(
        site, lang, event=s.event(), pictures=(s.picture("hoi"),), periods=model.occurrences(s.event(), s.TODAY),
        place=places()[0], graph=GRAPH,
    ),
    "trips": lambda site, lang: pages.trip_list(site, lang, cards=(model.trip_card(s.trip()),), graph=GRAPH),
    "trip": lambda site, lang: pages.trip(
        site, lang, trip=s.trip(), pictures=(s.picture("duong"),), places={"pac-rang": places()[0]}, graph=GRAPH
    ),
    "seasons": lambda site, lang: pages.season_calendar(
        site, lang, months=months(), ripe=urls.path("facet", lang, "season"), graph=GRAPH
    ),
    "map": lambda site, lang: pages.place_map(
        site, lang, drawing='<svg class="map" role="img"></svg>', groups=map_groups(), far=True, graph=GRAPH,
        trips=(model.MapTrip(trip=model.trip_card(s.trip()), stops=(2, 1, 3), gpx="data/hanh-trinh/vong.gpx"),),
    ),
    "needs": _board,
    "needs-page": lambda site, lang: _board(site, lang, 2),
    "news": lambda site, lang: pages.news_list(site, lang, cards=news(), pages=3, graph=GRAPH),
    "news-page": lambda site, lang: pages.news_list(site, lang, cards=news(), page=2, pages=3, graph=GRAPH),
    "news-item": lambda site, lang: pages.news_item(
        site, lang, news=s.news(), body="<p>Bài viết.</p>", pictures=(s.picture("tin"),), graph=GRAPH
    ),
    "about": lambda site, lang: pages.about(site, lang, graph=GRAPH),
    "contact": lambda site, lang: pages.contact(site, lang, graph=GRAPH),
    "terms": lambda site, lang: pages.terms(site, lang, graph=GRAPH),
    "delivery": lambda site, lang: pages.delivery(site, lang, graph=GRAPH),
    "payment": lambda site, lang: pages.payment(site, lang, graph=GRAPH),
    "returns": lambda site, lang: pages.returns(site, lang, graph=GRAPH),
    "complaints": lambda site, lang: pages.complaints(site, lang, graph=GRAPH),
    "accessibility": lambda site, lang: pages.accessibility(site, lang, graph=GRAPH),
    "services": lambda site, lang: pages.services(site, lang, graph=GRAPH),
    "directions": lambda site, lang: pages.directions(site, lang, graph=GRAPH),
    "privacy": lambda site, lang: pages.privacy(site, lang, graph=GRAPH),
    "ask": lambda site, lang: pages.ask_list(site, lang, graph=GRAPH),
    "search": lambda site, lang: pages.search(site, lang, (("product", "Dao", "san-pham/dao-pha.html", ""),), GRAPH),
    "page": lambda site, lang: pages.free_page(site, lang, page=s.page(), body="<p>Trang.</p>", graph=GRAPH),
    "not-found": pages.not_found,
    "offline": pages.offline,
    "kits": lambda site, lang: pages.kit_list(site, cards=s.cards(4)),
    "kit": lambda site, lang: pages.kit(
        site, shown=s.shown(), photos=3,
        kit=kits.kit(site, s.shown(), "https://quang-uyen.example/san-pham/dao-bep.html"),
    ),
    "feeds": lambda site, lang: pages.feeds_report(site, kits=True, report=REPORT, off=OFF),
}  # fmt: skip
"""Every kind of ``PAGE_KINDS`` with a function that renders a complete sample of it."""
