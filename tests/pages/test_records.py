"""Complete, bare, overfull and hostile records on their pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any

import msgspec
import pytest

from chophien import kits, model, pages
from chophien.model import Site
from chophien.text import read_quantity

from . import samples as s
from .kinds import SAMPLES
from .reading import dangers, read

SITE = s.site()
PERIOD = (date(2027, 3, 9), date(2027, 3, 11))

BARE: dict[str, Callable[[Site, str], str]] = {
    "home": lambda site, lang: pages.home(site, lang),
    "products": lambda site, lang: pages.product_list(site, lang, cards=()),
    "product": lambda site, lang: pages.product(site, lang, shown=s.bare_shown()),
    "producers": lambda site, lang: pages.producer_list(site, lang, cards=()),
    "producer": lambda site, lang: pages.producer(
        site, lang, producer=model.Producer(id="ai-do", kind="company", name=s.both("Ai đó"))
    ),
    "places": lambda site, lang: pages.place_list(site, lang, cards=()),
    "place": lambda site, lang: pages.place(
        site, lang, place=model.Place(id="cho-do", kind="pass", name=s.both("Chỗ đó"), summary=s.both("Một chỗ."))
    ),
    "stays": lambda site, lang: pages.stay_list(site, lang, cards=()),
    "stay": lambda site, lang: pages.place(
        site, lang, place=model.Place(id="nha", kind="homestay", name=s.both("Nhà"), summary=s.both("Một nhà."))
    ),
    "workshop": lambda site, lang: pages.place(
        site, lang, place=model.Place(id="lo", kind="workshop", name=s.both("Lò"), summary=s.both("Một lò rèn."),
                                      workshop=model.records.Workshop())
    ),
    "restaurant": lambda site, lang: pages.place(
        site, lang, place=model.Place(id="quan", kind="restaurant", name=s.both("Quán"), summary=s.both("Một quán."),
                                      serving=model.records.Serving())
    ),
    "place-kind": lambda site, lang: pages.place_list(site, lang, cards=(), kind="market"),
    "facet": lambda site, lang: pages.product_list(site, lang, cards=(), facet="price-2"),
    "seasons": lambda site, lang: pages.season_calendar(
        site, lang, months=tuple(model.SeasonMonth(year=2027, month=month) for month in range(1, 13))
    ),
    "map": lambda site, lang: pages.place_map(site, lang, drawing="", groups=()),
    "services": lambda site, lang: pages.services(site, lang),
    "complaints": lambda site, lang: pages.complaints(site, lang),
    "directions": lambda site, lang: pages.directions(site, lang),
    "no needs": lambda site, lang: pages.need_list(site, lang, needs=()),
    "events": lambda site, lang: pages.event_list(site, lang, cards=()),
    "event": lambda site, lang: pages.event(
        site, lang, event=model.Event(id="hoi", name=s.both("Hội"), summary=s.both("Một ngày hội."))
    ),
    "trips": lambda site, lang: pages.trip_list(site, lang, cards=()),
    "trip": lambda site, lang: pages.trip(
        site, lang, trip=model.Trip(id="di", name=s.both("Đi"), summary=s.both("Một vòng."),
                                    days=(model.records.Day(stops=(model.records.Stop(),)),))
    ),
    "needs": lambda site, lang: pages.need_list(
        site, lang, needs=(model.Need(id="can", kind="buy", title=s.both("Cần thứ ấy"), until=s.TODAY),)
    ),
    "news": lambda site, lang: pages.news_list(site, lang, cards=()),
    "news-item": lambda site, lang: pages.news_item(
        site, lang, news=model.News(id="tin", title=s.both("Tin"), date=s.TODAY), body=""
    ),
    "page": lambda site, lang: pages.free_page(site, lang, page=model.Page(id="tr", title=s.both("Trang")), body=""),
    "feeds": lambda site, lang: pages.feeds_report(site, report=[]),
    "kits": lambda site, lang: pages.kit_list(site, cards=()),
    "kit": lambda site, lang: pages.kit(site, shown=s.bare_shown(), kit=kits.kit(site, s.bare_shown(), ""), photos=0),
}  # fmt: skip
"""Pages of records with nothing but what they must have, and empty lists."""


@pytest.mark.parametrize("kind", sorted(BARE))
@pytest.mark.parametrize("site", [SITE, s.bare_site()], ids=["complete site", "bare site"])
def test_a_bare_record_has_a_whole_page(kind: str, site: Site) -> None:
    page = read(BARE[kind](site, "vi"))
    assert page.open == [] and page.crossed == []
    assert len(page.all("h1")) == 1
    assert "None" not in page.text and "()" not in page.text


def test_an_overfull_product_shows_every_variant() -> None:
    html = pages.product(SITE, "vi", shown=s.overfull_shown(), related=s.cards(12))
    page = read(html)
    assert page.open == []
    assert len([a for a in page.all("tr") if a.get("id", "").startswith("sku-")]) == 50
    assert dangers(html) == []


# --- hostile text ---------------------------------------------------------------------------------

HOSTILE = (
    "\"><script>alert(1)</script><img src=x onerror=alert(1)>' onmouseover='alert(1)' "
    "[a](javascript:alert(1)) ![b](javascript:alert(1)) {{ 7*7 }} </title></style><svg onload=alert(1)> <b onclick=x>"
)
SAFE_TEXT = {"id", "sku", "phone", "zalo", "email", "facebook", "website", "trace_url", "site_url", "day", "lang",
             "shelf_life", "country", "file", "kind", "status", "role", "years", "missing", "restricted", "level",
             "signal", "payment", "languages", "transport", "room_types", "days", "category", "place", "host",
             "producer", "product", "guide", "availability", "unit", "counter", "full", "sources", "square", "sections",
             "styles", "scripts", "icons", "share", "lunar", "label", "google_id", "ink", "accent",
             "who_pays", "gtin", "nearby", "products"}  # fmt: skip
"""Fields whose readers let no such text through: words of a table, codes, checked addresses."""


def spoil(value: Any, name: str = "", owner: str = "") -> Any:
    """Put hostile text into every text field of a record, whatever its depth."""
    if isinstance(value, msgspec.Struct):
        owner = type(value).__name__
        changed = {field: spoil(getattr(value, field), field, owner) for field in value.__struct_fields__}
        return msgspec.structs.replace(value, **changed)
    if isinstance(value, dict):
        if name == "categories" or not all(isinstance(item, str) for item in value.values()):
            return {key: spoil(item) for key, item in value.items()}
        return value if name in SAFE_TEXT else dict.fromkeys(value, HOSTILE)
    if isinstance(value, tuple):
        return tuple(spoil(item, name, owner) for item in value) if value and isinstance(
            value[0], (msgspec.Struct, dict)) else (HOSTILE,) if value and isinstance(
            value[0], str) and name not in SAFE_TEXT else value  # fmt: skip
    if isinstance(value, str) and value and (name not in SAFE_TEXT or (owner, name) == ("News", "category")):
        return HOSTILE
    return value


@pytest.mark.parametrize("kind", sorted(set(SAMPLES) - {"feeds"}))
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_hostile_text_comes_out_as_text(kind: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("product", "producer", "place", "homestay", "event", "trip", "need", "news", "page", "picture"):
        monkeypatch.setattr(s, name, _spoiled(getattr(s, name)))
    site = spoil(SITE)
    html = SAMPLES[kind](site, lang)
    assert dangers(html) == []
    assert html.count("<script") == html.count("</script>") <= 3
    assert "{{ 7*7 }}" in html.replace("&#34;", '"') and "49" not in read(html).text.split("–")[-1]
    assert read(html).open == []


def _spoiled(make: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *args, **more: spoil(make(*args, **more))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", " javascript:x"])
def test_an_address_of_another_scheme_is_not_linked(address: str) -> None:
    maker = s.producer(facebook=address, website=address)
    contact = msgspec.structs.replace(SITE.commune.contact, facebook=address)
    site = s.site(commune=s.commune(contact=contact))
    for html in (
        pages.product(site, "vi", shown=s.shown(s.product(trace_url=address), maker)),
        pages.producer(site, "vi", producer=maker),
        pages.contact(site, "vi"),
    ):
        assert dangers(html) == []


def test_a_hostile_report_comes_out_as_text() -> None:
    report = [{"key": "x", "name": HOSTILE, "use": "paste", "file": "feeds/x.xml", "url": HOSTILE, "items": 1,
               "state": "shrank", "notes": [HOSTILE],
               "left_out": [dict.fromkeys(("sku", "name", "reason", "hint", "place"), HOSTILE)]}]  # fmt: skip
    assert dangers(pages.feeds_report(SITE, report=report)) == []


# --- what a record says ----------------------------------------------------------------------------


def test_a_product_says_price_seller_and_how_to_order() -> None:
    html = pages.product(SITE, "vi", shown=s.shown())
    text = " ".join(read(html).text.split())
    assert "từ 150.000 ₫" in text and "170.000 ₫" in text
    assert "giảm đến hết 30/11/2026" in text
    assert "42.857 ₫ / 100 g" in text
    assert "Người bán: Lò rèn Pác Rằng (ví dụ)" in text
    links = read(html).links()
    assert "tel:+84912345678" in links and "https://zalo.me/0912345678" in links
    assert any(link.startswith("sms:+84912345678?&body=Ch%C3%A0o") for link in links)
    assert "ví dụ" in text and "Hình minh họa" in text
    assert "Quyết định 123/QĐ-UBND (ví dụ) ngày 10/01/2026, cấp tỉnh." in text
    assert "Có giá trị đến hết ngày 10/01/2029." in text


def test_stars_whose_time_is_over_are_not_shown() -> None:
    old = model.Recognition(stars=4, decision="1/QĐ", issued=date(2021, 2, 19))
    html = pages.product(SITE, "vi", shown=s.shown(s.product(ocop=old)))
    assert "OCOP" not in read(html).text


def test_a_spirit_is_described_without_price_or_order() -> None:
    html = pages.product(SITE, "vi", shown=s.spirit())
    page = read(html)
    assert "₫" not in page.text
    assert "chỉ giới thiệu, không bán" in page.text and "dưới 18 tuổi" in page.text
    assert not any(link.startswith(("sms:", "mailto:lo-ren")) for link in page.links())
    assert 'id="order"' not in html


def test_a_seller_without_a_number_is_asked_through_the_commune() -> None:
    silent = s.producer(phone="", zalo="", email="", facebook="", website="")
    text = read(pages.product(SITE, "vi", shown=s.shown(maker=silent))).text
    assert "Người bán chưa đăng số điện thoại" in text


def test_a_missing_translation_shows_vietnamese_marked_as_such() -> None:
    html = pages.product(SITE, "en", shown=s.bare_shown())
    assert '<h1><span lang="vi">Hàng ít chữ</span></h1>' in html
    body = pages.place(SITE, "en", place=s.place(body=s.both("Chỉ *tiếng Việt*.")))
    assert '<div lang="vi"><p>Chỉ <em>tiếng Việt</em>.</p>' in body


def test_a_picture_without_translated_text_names_its_language() -> None:
    html = pages.place(SITE, "en", place=s.place(), pictures=(s.picture(alt=s.both("Lò rèn")),))
    assert 'alt="Lò rèn" lang="vi"' in html


def test_the_first_picture_comes_at_once_and_the_others_when_needed() -> None:
    images = read(pages.product(SITE, "vi", shown=s.shown())).all("img")
    assert images[0]["fetchpriority"] == "high" and "loading" not in images[0]
    assert all(image["loading"] == "lazy" for image in images[1:])


def test_an_event_says_its_day_by_both_calendars() -> None:
    text = " ".join(read(SAMPLES["event"](SITE, "vi")).text.split())
    assert "09/03/2027 · mùng 2 tháng 2 âm lịch" in text
    assert "26/02/2028" in text
    assert "lich/vi/phao-hoa.ics" in SAMPLES["event"](SITE, "vi")


def test_an_event_that_is_over_says_when_it_was() -> None:
    html = pages.event(SITE, "vi", event=s.event(lunar=None), past=PERIOD)
    assert "Lần gần đây: 09–11/03/2027" in html
    assert ".ics" not in html


def test_a_cancelled_event_says_so_first() -> None:
    html = pages.event(SITE, "vi", event=s.event(status="cancelled"), periods=(PERIOD,))
    assert "đã hủy" in html and "notice-warn" in html


def test_a_homestay_says_prices_and_house_facts() -> None:
    text = " ".join(read(SAMPLES["stay"](SITE, "vi")).text.split())
    for said in ("100.000 ₫ một người một đêm", "25", "sàn chung, phòng riêng", "14:00", "hai bình chữa cháy"):
        assert said in text


def test_a_policy_that_is_missing_is_said_to_be_missing() -> None:
    bare = s.bare_site()
    assert "Hãy hỏi người bán" in pages.delivery(bare, "vi")
    assert "Hãy hỏi người bán" in pages.payment(bare, "vi")
    assert "Hãy hỏi người bán" in pages.returns(bare, "vi")
    assert "không thu tiền" in pages.terms(bare, "vi")


def test_hours_of_several_days_are_written_as_a_span() -> None:
    html = pages.contact(SITE, "vi")
    assert "thứ hai – thứ sáu 7:30–\u206017:00" in html
    odd = model.records.Hours(days=("mon", "wed"), opens=time(8), closes=time(9, 5))
    assert "thứ hai, thứ tư 8:00–\u20609:05" in pages.place(SITE, "vi", place=s.place(hours=(odd,)))


def test_hours_before_and_after_noon_of_the_same_days_are_one_line() -> None:
    noon = model.records.Hours(days=("wed", "mon"), opens=time(13, 30), closes=time(17))
    later = model.records.Hours(days=("sat",), opens=time(8), closes=time(11))
    odd = model.records.Hours(days=("mon", "wed"), opens=time(8), closes=time(11))
    html = pages.place(SITE, "vi", place=s.place(hours=(odd, noon, later)))
    assert "<dd>thứ hai, thứ tư 8:00–11:00, 13:30–17:00<br>thứ bảy 8:00–11:00</dd>" in html.replace("\u2060", "")


def test_a_variant_named_by_its_net_quantity_says_it_once() -> None:
    def told(option: str) -> str:
        named = model.records.Option(name=s.both("Túi"), value=s.both(option))
        one = s.variant(1, option=named, net=read_quantity("1 kg"))
        return pages.product(SITE, "vi", shown=s.shown(s.product(variants=(one, s.variant(2)))))

    assert "<small>1\u00a0kg</small>" in told("Túi 1 kg")
    assert "<small>1\u00a0kg</small>" not in told("1 kg")


@pytest.mark.parametrize(("name", "letter"), [
    ("Nhóm rèn Pác Rằng", "P"), ("Tổ Đá & Sông", "T"), ("Quang Uyen farm group", "Q"), ("Nhóm du lịch", "N"),
    ("HTX", "H"), ("匠人合作社", "匠"), ("HTX Chè Pác Rằng", "C"),
    ("Tổ dệt “Chàm”", "C"), ("“Gạo” nếp", "G"), ("3 miền", "3"),
])  # fmt: skip
def test_a_woven_tile_has_the_letter_of_what_tells_names_apart(name: str, letter: str) -> None:
    card = model.producer_card(s.producer(name=s.both(name)), 1)
    assert f'aria-hidden="true"><span>{letter}</span>' in pages.producer_list(SITE, "vi", cards=(card,))


def test_a_stop_shows_the_place_it_is_at() -> None:
    trip = s.trip()
    at = next(stop.place for day in trip.days for stop in day.stops if stop.place)
    seen = model.place_card(s.place(id=at), (s.picture("lang"),))
    assert "<img" in pages.trip(SITE, "vi", trip=trip, places={at: seen})
    assert "<img" not in pages.trip(SITE, "vi", trip=trip, places={at: model.place_card(s.place(id=at))})


def test_staff_headings_start_below_the_only_h1() -> None:
    for written in ("# Mục", "## Mục", "### Mục"):
        assert "<h2>Mục</h2>" in pages.place(SITE, "vi", place=s.place(body=s.both(f"{written}\n\nChữ.")))


def test_an_article_in_one_language_leads_back_to_the_list_in_the_other() -> None:
    html = pages.news_item(SITE, "vi", news=s.news(title=s.both("Tin"), slug={}), body="<p>Tin.</p>")
    assert 'href="../en/news.html" lang="en"' in html
    assert 'hreflang="en" href' not in html


# --- what is only there in Vietnamese --------------------------------------------------------------

ONLY_VI: dict[str, Callable[[str], str]] = {
    "product": lambda lang: pages.product(SITE, lang, shown=s.bare_shown()),
    "place": lambda lang: pages.place(
        SITE, lang, place=model.Place(id="nha", kind="homestay", name=s.both("Nhà"), summary=s.both("Một nhà."))
    ),
    "producer": lambda lang: pages.producer(
        SITE, lang, producer=model.Producer(id="ai-do", kind="company", name=s.both("Ai đó"))
    ),
    "event": lambda lang: pages.event(
        SITE, lang, event=model.Event(id="hoi", name=s.both("Hội"), summary=s.both("Một ngày hội."))
    ),
    "trip": lambda lang: pages.trip(
        SITE, lang, trip=model.Trip(id="di", name=s.both("Đi"), summary=s.both("Một vòng."), days=s.trip().days)
    ),
}


@pytest.mark.parametrize("kind", sorted(ONLY_VI))
def test_a_page_without_a_word_of_english_is_for_visitors_alone(kind: str) -> None:
    vi, en = (read(ONLY_VI[kind](lang)) for lang in ("vi", "en"))
    robots = [meta for meta in en.all("meta") if meta.get("name") == "robots"]
    assert [meta["content"] for meta in robots] == ["noindex"]
    assert not any("hreflang" in link for link in en.all("link"))
    assert en.all("title") == [{"lang": "vi"}]
    described = next(meta for meta in en.all("meta") if meta.get("name") == "description")
    assert described["lang"] == "vi" and "market" not in described["content"]
    assert "in Vietnamese only" in en.text
    assert {link["hreflang"] for link in vi.all("link") if "hreflang" in link} == {"vi", "x-default"}
    assert any(a.get("class") == "switch" and "en/" in a["href"] for a in vi.all("a"))
    assert "only-vi" not in vi.text and not any(meta.get("name") == "robots" for meta in vi.all("meta"))


def test_one_english_sentence_makes_an_english_page() -> None:
    goods = s.bare_shown()
    part = s.both("Một món hàng.", "Something.")
    told = msgspec.structs.replace(goods, product=msgspec.structs.replace(goods.product, summary=part))
    page = read(pages.product(SITE, "en", shown=told))
    assert not any(meta.get("name") == "robots" for meta in page.all("meta"))
    assert "in Vietnamese only" not in page.text


def test_an_address_is_english_as_far_as_it_is_known() -> None:
    site = s.site(commune=s.commune(name=s.both("Quảng Uyên", "Quang Uyen"), province=s.both("Cao Bằng", "Cao Bang")))
    html = pages.place(site, "en", place=s.place())
    assert '<span lang="vi">Xóm Pác Rằng</span>, Quang Uyen commune, Cao Bang</dd>' in html
    assert "Xóm Pác Rằng, xã Quảng Uyên, Cao Bằng" in pages.place(site, "vi", place=s.place())
    elsewhere = model.Address(commune=s.both("xã Đàm Thủy", "Dam Thuy commune"), province=s.both("tỉnh Lạng Sơn"))
    html = pages.place(site, "en", place=s.place(address=elsewhere))
    assert 'Dam Thuy commune, <span lang="vi">tỉnh Lạng Sơn</span>' in html
    label = pages.product(site, "en", shown=s.shown(s.product(origin=model.records.Origin(province="Cao Bằng"))))
    assert "Cao Bang, Viet Nam</td>" in label


def test_a_quantity_is_said_in_the_language_of_the_page() -> None:
    def shown(quantity: model.Phrase) -> str:
        return pages.need_list(SITE, "en", needs=(s.need(quantity=quantity),))

    assert "<dd>About 50 kg</dd>" in shown(s.both("Khoảng 50 kg", "About 50 kg"))
    assert '<dd><span lang="vi">Khoảng 50 kg</span></dd>' in shown(s.both("Khoảng 50 kg"))


def test_a_position_has_the_digits_that_were_written() -> None:
    rough = model.Point(lat=22.68, lon=106.41, approximate=True)
    for lang, said in (("vi", "vị trí gần đúng"), ("en", "approximate position")):
        html = pages.place(SITE, lang, place=s.place(point=rough))
        assert "geo:22.68,106.41" in html and "22.68000" not in html
        assert said in html
        assert said not in pages.place(SITE, lang, place=s.place())


# --- wards, singulars, empty sites ------------------------------------------------------------------


def test_a_ward_is_never_called_a_commune() -> None:
    ward = s.commune(kind="phường", name=s.both("Thục Phán", "Thuc Phan"), contact=None, former_names=(),
                     about=s.both("Phường ở giữa thành phố.", "The ward lies in the town."),
                     owner=model.Owner(name=s.both("Ủy ban nhân dân phường", "People's Committee")))  # fmt: skip
    site = s.site(commune=ward, pages=(), categories={})
    near = model.PlaceCard(id="xa", kind="cave", name=s.both("Hang", "Cave"), outside=True)
    unit = model.Producer(id="trung-tam", kind="commune", name=s.both("Trung tâm", "Centre"))
    knife = s.bare_shown()
    blade = model.records.Blade(length_cm=18, width_cm=7, pointed=True, declared=True)
    knife = msgspec.structs.replace(knife, product=msgspec.structs.replace(knife.product, blade=blade))
    for lang, wrong, right in (("vi", r"\bxã\b", "phường"), ("en", r"\bcommune\b", "ward")):
        texts = [
            pages.about(site, lang), pages.contact(site, lang), pages.returns(site, lang), pages.terms(site, lang),
            pages.place_list(site, lang, cards=(near,)), pages.producer(site, lang, producer=unit),
            pages.product(site, lang, shown=knife), pages.privacy(site, lang), pages.home(site, lang),
            pages.event(site, lang, event=s.event(outside=True, address=None, organizer="", summary=s.both("Hội xuân",
                                                                                                    "A fair"))),
        ]  # fmt: skip
        for html in texts:
            found = re.sub(r"hợp tác xã|công an cấp xã", "", read(html).text)
            assert not re.search(wrong, found, re.IGNORECASE), re.findall(".{30}" + wrong + ".{30}", found)
        assert right in read(pages.contact(site, lang)).text
        assert re.search(right, read(pages.about(site, lang)).text)


def test_terms_of_one_day_are_said_in_the_singular() -> None:
    policies = model.records.Policies(
        returns=model.records.Returns(accepted=True, days=1),
        delivery=model.records.Delivery(handling_days=1, transit_days_max=1),
    )
    site = s.site(commune=s.commune(policies=policies))
    assert "within 1 day of" in pages.returns(site, "en")
    assert "up to 1 day<" in pages.delivery(site, "en")
    card = model.producer_card(s.producer(), 1)
    assert "1 product<" in pages.producer_list(site, "en", cards=(card,))


def test_the_contact_page_sends_nobody_to_itself() -> None:
    for site in (SITE, s.bare_site()):
        page = read(pages.contact(site, "vi"))
        inside = re.search(r"<main.*?</main>", pages.contact(site, "vi"), re.DOTALL)
        assert inside and "lien-he.html" not in inside[0]
        assert "ghi ở trên" in page.text
    assert "lien-he.html" in re.findall(r"<main.*?</main>", pages.returns(SITE, "vi"), re.DOTALL)[0]


def beside(html: str) -> list[str]:
    """Return the names in the group of pages beside a text."""
    found = re.findall(r'<nav class="beside".*?</nav>', html, re.DOTALL)
    return re.findall(r'<li><(?:a [^>]*|strong aria-current="page")>(?:<span[^>]*>)?([^<]+)', found[0]) if found else []


def test_a_text_has_the_pages_of_its_group_beside_it_and_names_itself_without_a_link() -> None:
    about = ["Giới thiệu", "Liên hệ", "Dịch vụ số", "Quyền riêng tư", "Trợ năng", "Lịch sử xã", "Hỏi đáp"]
    assert beside(pages.privacy(SITE, "vi")) == about
    assert '<strong aria-current="page">Quyền riêng tư</strong>' in pages.privacy(SITE, "vi")
    free = pages.free_page(SITE, "vi", page=s.page(), body="<p>Trang.</p>")
    assert beside(free) == about and '<strong aria-current="page">Lịch sử xã</strong>' in free
    assert beside(pages.payment(SITE, "en")) == ["Terms", "Delivery", "Payment", "Returns", "Complaints"]
    assert beside(pages.directions(SITE, "vi")) == ["Mùa vụ trong năm", "Bản đồ", "Đường đến"]


def test_the_page_on_the_way_here_that_a_commune_wrote_stands_among_those_for_a_visit() -> None:
    own = model.PageLink(id=pages.DIRECTIONS, title=s.both("Lên xã tôi"), slug=s.both("duong-den"))
    site = s.site(sections=("map",), pages=(own,))
    written = s.page(id=pages.DIRECTIONS, title=s.both("Lên xã tôi"), slug=s.both("duong-den"))
    assert beside(pages.free_page(site, "vi", page=written, body="<p>Trang.</p>")) == ["Bản đồ", "Lên xã tôi"]
    assert beside(pages.about(site, "vi"))[-1] == "Trợ năng"


def test_the_syllables_of_a_name_in_a_heading_stay_on_one_line() -> None:
    place = s.place(name=s.both("Làng rèn Pác Rằng", "The forges of Pac Rang"))
    assert "<h1>Làng rèn Pác\xa0Rằng</h1>" in pages.place(SITE, "vi", place=place)
    assert "<h1>The forges of Pac\xa0Rang</h1>" in pages.place(SITE, "en", place=place)
    untold = s.place(name=s.both("Làng rèn Pác Rằng"))
    assert '<h1><span lang="vi">Làng rèn Pác\xa0Rằng</span></h1>' in pages.place(SITE, "en", place=untold)
    assert "<title>Làng rèn Pác Rằng" in pages.place(SITE, "vi", place=place)


def test_a_commune_with_a_facebook_page_can_be_reached() -> None:
    contact = model.records.Contact(facebook="https://facebook.com/example")
    assert "Hãy đến trực tiếp" not in pages.contact(s.site(commune=s.commune(contact=contact)), "vi")


def test_an_empty_home_page_says_so_and_names_whom_to_ask() -> None:
    empty = s.site(sections=())
    html = pages.home(empty, "vi")
    main = re.findall(r"<main.*?</main>", html, re.DOTALL)[0]
    assert "Trang mới mở" in main and 'href="lien-he.html"' in main
    assert "Trang mới mở" not in SAMPLES["home"](SITE, "vi")
    only_needs = re.findall(r"<main.*?</main>", pages.home(s.site(sections=("needs",)), "en"), re.DOTALL)[0]
    assert "wanted.html" in only_needs and "This site is new" not in only_needs


def test_search_that_finds_nothing_points_to_lists_only_where_there_are_some() -> None:
    assert "các mục dưới đây" in pages.search(SITE, "vi")
    assert "các mục dưới đây" not in pages.search(s.site(sections=()), "vi")


def test_search_offers_no_lists_when_there_are_none() -> None:
    assert "Xem theo mục" not in pages.search(s.site(sections=()), "vi")
    assert "Xem theo mục" in pages.search(SITE, "vi")


def test_a_place_of_which_nothing_is_known_says_whom_to_ask() -> None:
    bare = model.Place(id="ban", kind="village", name=s.both("Bản"), summary=s.both("Một bản bên suối."))
    html = pages.place(SITE, "vi", place=bare, graph="")
    panel = html.partition("<aside")[2].partition("</aside>")[0]
    assert 'href="../lien-he.html"' in panel and "<dl" not in panel
    known = pages.place(SITE, "vi", place=msgspec.structs.replace(bare, free=True), graph="")
    panel = known.partition("<aside")[2].partition("</aside>")[0]
    assert "lien-he.html" not in panel and "<dl" in panel


def test_a_list_of_events_that_are_all_over_says_that_none_is_coming() -> None:
    said = "Chưa có ngày hội nào sắp tới"
    over = model.event_card(s.event(lunar=None, dates=(model.records.SolarDays(start=date(2026, 3, 1)),)), s.TODAY)
    assert over.past and said in pages.event_list(SITE, "vi", cards=(over,), graph="")
    assert said not in pages.event_list(SITE, "vi", cards=(over, model.event_card(s.event(), s.TODAY)), graph="")


def test_goods_that_may_only_be_described_ask_for_no_price() -> None:
    goods = s.product(id="ruou", category="ruou", restricted="alcohol", alcohol=35.0, blade=None,
                      variants=(s.variant(1, price=None), s.variant(2)))  # fmt: skip
    shown = s.shown(goods)
    card = model.product_card(shown)
    for html in (
        pages.product(SITE, "vi", shown=shown),
        pages.product_list(SITE, "vi", cards=(card,), category="ruou"),
        pages.producer(SITE, "vi", producer=s.producer(), products=(card,)),
    ):
        main = re.findall(r"<main.*?</main>", html, re.DOTALL)[0]
        assert "Hỏi giá" not in main and "₫" not in main
    assert '<meta property="og:type" content="article">' in pages.product(SITE, "vi", shown=shown)


def test_a_list_is_shared_with_the_card_of_the_site() -> None:
    spirit, knife = model.product_card(s.spirit()), s.cards(1)[0]
    spirit = msgspec.structs.replace(spirit, picture=s.picture("ruou"))
    html = pages.product_list(SITE, "vi", cards=(spirit, knife))
    assert 'property="og:image" content="https://quang-uyen.example/chia-se/xa-ngang-1.jpg"' in html
    assert "https://quang-uyen.example/anh/ruou.jpg" not in html


def test_search_names_everything_while_it_fits_and_the_smaller_groups_beyond_that() -> None:
    few = [("product", name, f"san-pham/{n}.html", "") for n, name in enumerate(("Ớt", "Đậu", "Dao"))]
    page = read(pages.search(SITE, "vi", [*few, ("page", "Liên hệ", "lien-he.html", "")]))
    assert re.search(r"Mục lục\s+Sản phẩm\s+Dao\s+Đậu\s+Ớt", page.text)
    many = [("product", f"Dao {n}", f"san-pham/{n}.html", "") for n in range(301)]
    page = read(pages.search(SITE, "vi", [*many, ("place", "Thác Xa", "dia-diem/thac-xa.html", "")]))
    assert "Dao 7" not in page.text
    assert "Thác Xa" in page.text


def test_search_says_in_which_language_a_title_and_the_page_behind_it_are() -> None:
    known = [
        ("place", "Thác Xa", "en/places/thac-xa.html", "vi"),
        ("news", "Tin mẫu", "tin-tuc/tin-mau.html", "vi"),
        ("news", "Sample", "en/news/sample.html", ""),
    ]
    html = pages.search(SITE, "en", known)
    assert '<a href="../en/places/thac-xa.html" lang="vi">Thác Xa</a>' in html
    assert '<a href="../tin-tuc/tin-mau.html" lang="vi" hreflang="vi">Tin mẫu</a>' in html
    assert '<a href="../en/news/sample.html">Sample</a>' in html


@pytest.mark.parametrize("approximate", [False, True])
def test_nobody_is_guided_to_a_position_that_is_only_roughly_known(approximate: bool) -> None:
    point = model.Point(lat=22.7, lon=106.4, approximate=approximate)
    html = pages.place(SITE, "vi", place=s.place(point=point))
    assert ("destination=22.7,106.4" in html) is not approximate
    assert ("?mlat=22.7" in html) is not approximate
    assert ('href="geo:22.7,106.4;u=1000"' in html) is approximate
    assert "openstreetmap.org/" in html
    assert (">Xem trên bản đồ</a>" in html) is approximate


@pytest.mark.parametrize(("days", "vi", "en"), [(1, "1 ngày", "1 day"), (2, "2 ngày", "2 days")])
def test_a_trip_says_how_many_days_it_takes(days: int, vi: str, en: str) -> None:
    trip = s.trip(days=s.trip().days[:days], transport=(), distance_km=None)
    for lang, said in (("vi", vi), ("en", en)):
        assert f'<p class="eyebrow">{said}</p>' in pages.trip(SITE, lang, trip=trip)


@pytest.mark.parametrize(("which", "said"), [
    ({"facet": "price-0"}, "Đang lọc: Giá dưới 100.000\u00a0₫. Mỗi lần chỉ lọc theo một điều kiện."),
    ({"facet": "ocop-4"}, "Đang lọc: OCOP 4 sao."),
    ({"category": "ruou"}, "Đang lọc: Rượu"),
    ({}, ""),
])  # fmt: skip
def test_a_narrowed_list_says_by_what_and_leads_back_to_all(which: dict[str, str], said: str) -> None:
    facets = (("ocop-4", 1), ("price-0", 1))
    goods = (("ruou", 1), ("che", 1))
    html = pages.product_list(SITE, "vi", cards=s.cards(1), categories=goods, facets=facets, **which)
    summary = next(line for line in html.splitlines() if line.startswith('<p class="meta">'))
    assert said in summary and ("Đang lọc" in summary) == bool(said)
    assert ('san-pham.html">Tất cả sản phẩm</a>' in summary) == bool(said)
