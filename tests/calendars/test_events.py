"""The files as a strict reader of RFC 5545 sees them."""

import re
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from chophien import calendars
from chophien.calendars import _lines
from chophien.model import Commune, Event, LunarDay, PlaceCard, Point, Site, occurrences
from chophien.model.records import Owner, SolarDays

COMMUNE = Commune(
    name={"vi": "Phúc Sen"},
    province={"vi": "Cao Bằng"},
    site_url="https://phucsen.example/xa",
    tagline={"vi": "Làng rèn"},
    owner=Owner(name={"vi": "UBND xã"}),
)
SITE = Site(commune=COMMUNE, languages=("vi", "en"))
FEAST = Event(
    id="phao-hoa",
    name={"vi": "Lễ hội Pháo hoa; rước rồng, múa lân", "en": "Fireworks"},
    summary={"vi": "Rước rồng qua phố chợ Quảng Uyên, đông vui nhất vùng \\ từ sáng sớm đến tối muộn."},
    lunar=LunarDay(day="2/2", days=2),
    location={"vi": "Phố chợ"},
)
MARKET = Event(
    id="cho-phien",
    name={"vi": "Phiên chợ"},
    summary={"vi": "Phiên chợ cuối năm."},
    dates=(SolarDays(start=date(2027, 1, 30)),),
)
SQUARE = PlaceCard(id="cho", kind="market", name={"vi": "Chợ xã"}, point=Point(lat=22.7143, lon=106.416))

_NAME = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)", re.DOTALL)
_SINGLE = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "URL", "STATUS", "TRANSP",
}  # fmt: skip


def read(raw: bytes) -> list[dict[str, tuple[str, str]]]:
    """Unfold and take apart; return each event's properties as (parameters, value)."""
    assert raw.endswith(b"\r\n")
    physical = raw.split(b"\r\n")[:-1]
    for part in physical:
        assert len(part) <= 75
        assert b"\n" not in part and b"\r" not in part
        part.decode()  # no letter is cut
    lines = raw.decode().replace("\r\n ", "").split("\r\n")[:-1]
    stack: list[str] = []
    events: list[dict[str, tuple[str, str]]] = []
    for line in lines:
        match = _NAME.fullmatch(line)
        assert match, line
        name, parameters, value = match[1], match[2], match[3]
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            assert name not in events[-1] or name not in _SINGLE
            events[-1][name] = (parameters, value)
    assert stack == []
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    return events


def plain(value: str) -> str:
    """Undo the escapes of a text value."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def one(event: Event, periods: Any, place: PlaceCard | None = None, lang: str = "vi") -> list[Any]:
    """Write and read one event."""
    return read(calendars.event(SITE, lang, event, periods, place))


def test_a_lunar_feast_has_one_entry_for_each_year() -> None:
    periods = occurrences(FEAST, date(2026, 11, 24))
    entries = one(FEAST, periods)
    assert [entry["DTSTART"] for entry in entries] == [
        (";VALUE=DATE", day) for day in ("20270309", "20280226", "20290316", "20300305", "20310222")
    ]
    assert entries[0]["DTEND"] == (";VALUE=DATE", "20270311")
    assert [entry["UID"][1] for entry in entries] == [f"phao-hoa-{year}@phucsen.example" for year in range(2027, 2032)]
    assert all("RRULE" not in entry for entry in entries)
    assert plain(entries[0]["SUMMARY"][1]) == FEAST.name["vi"]
    assert plain(entries[0]["DESCRIPTION"][1]) == FEAST.summary["vi"] + "\nMùng 2 tháng 2 âm lịch."
    assert plain(entries[0]["LOCATION"][1]) == "Phố chợ, Phúc Sen, Cao Bằng"
    assert entries[0]["URL"][1] == "https://phucsen.example/xa/su-kien/phao-hoa.html"


def test_english_says_the_lunar_day_in_english() -> None:
    (entry,) = one(FEAST, [(date(2027, 3, 9), date(2027, 3, 10))], lang="en")
    assert plain(entry["DESCRIPTION"][1]).endswith("\n2nd day of the 2nd lunar month.")


def test_known_hours_are_local_time() -> None:
    market = replace(MARKET, opens=time(6, 30), closes=time(11))
    (entry,) = one(market, [(date(2027, 1, 30), date(2027, 1, 30))], SQUARE)
    assert entry["DTSTART"] == (";TZID=Asia/Ho_Chi_Minh", "20270130T063000")
    assert entry["DTEND"] == (";TZID=Asia/Ho_Chi_Minh", "20270130T110000")
    assert entry["GEO"][1] == "22.71430;106.41600"
    assert b"BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\n" in calendars.event(SITE, "vi", market, [], None)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"opens": time(7)}, "\nTừ 07:00."),
        ({"opens": time(20), "closes": time(2)}, "\nTừ 20:00 đến 02:00."),
        ({"opens": time(7), "closes": time(7)}, "\nTừ 07:00 đến 07:00."),
        ({"closes": time(7)}, ""),
    ],
)
def test_hours_that_make_no_span_are_a_whole_day(hours: dict[str, time], said: str) -> None:
    (entry,) = one(replace(MARKET, **hours), [(date(2027, 1, 30), date(2027, 1, 30))])
    assert entry["DTSTART"] == (";VALUE=DATE", "20270130")
    assert entry["DTEND"] == (";VALUE=DATE", "20270131")
    assert plain(entry["DESCRIPTION"][1]) == "Phiên chợ cuối năm." + said


def test_several_days_are_no_block_through_the_nights() -> None:
    feast = replace(FEAST, opens=time(7, 30), closes=time(21))
    (entry,) = one(feast, [(date(2027, 3, 9), date(2027, 3, 11))], lang="en")
    assert entry["DTSTART"] == (";VALUE=DATE", "20270309")
    assert entry["DTEND"] == (";VALUE=DATE", "20270312")
    assert "\nFrom 07:30 to 21:00.\n2nd day" in plain(entry["DESCRIPTION"][1])


def test_hours_of_one_day_are_not_said_again() -> None:
    market = replace(MARKET, opens=time(6, 30), closes=time(11))
    (entry,) = one(market, [(date(2027, 1, 30), date(2027, 1, 30))])
    assert plain(entry["DESCRIPTION"][1]) == "Phiên chợ cuối năm."


def test_an_entry_leaves_the_day_free_and_names_its_kind() -> None:
    for lang, kind in (("vi", "Lễ hội"), ("en", "Festivals"), ("fr", "Festivals")):
        (entry,) = one(MARKET, [(date(2027, 1, 30), date(2027, 1, 30))], lang=lang)
        assert entry["TRANSP"][1] == "TRANSPARENT"
        assert entry["CATEGORIES"][1] == kind


@pytest.mark.parametrize("years", ["every", "leap", "odd"])
def test_entries_were_revised_before_they_were_built(years: str) -> None:
    feast = replace(FEAST, lunar=LunarDay(day="15/12", years=years))
    stamps = []
    for year in range(2024, 2040):
        today = date(year, 1, 1)
        entries = one(feast, occurrences(feast, today))
        (stamp,) = {entry["DTSTAMP"][1] for entry in entries}
        assert re.fullmatch(r"\d{4}0101T000000Z", stamp)
        assert stamp <= f"{today:%Y%m%d}T000000Z"
        stamps.append(stamp)
    assert stamps == sorted(stamps) and len(set(stamps)) > 4


def test_an_example_says_so_and_stays_out_of_a_real_calendar() -> None:
    day = (date(2027, 1, 30), date(2027, 1, 30))
    example = replace(MARKET, example=True)
    assert one(example, [day]) == []
    demo = replace(SITE, commune=replace(COMMUNE, example=True))
    made = calendars.event(demo, "en", example, [day], None)
    (entry,) = read(made)
    assert entry["SUMMARY"][1] == "Phiên chợ (example)"
    assert "\r\nNAME:Phiên chợ (example)\r\n" in made.decode()


def test_several_days_of_one_year_have_names_of_their_own() -> None:
    days = [date(2027, 1, 30), date(2027, 6, 5), date(2028, 1, 30)]
    market = replace(MARKET, dates=tuple(SolarDays(start=day) for day in days))
    uids = [entry["UID"][1] for entry in one(market, [(day, day) for day in days])]
    assert uids == [f"cho-phien-{name}@phucsen.example" for name in ("20270130", "20270605", "2028")]


def test_a_feast_at_the_end_of_the_lunar_year_keeps_its_names_apart() -> None:
    late = replace(FEAST, lunar=LunarDay(day="20/11"))
    uids = [entry["UID"][1] for entry in one(late, occurrences(late, date(2024, 1, 1), 30))]
    assert len(set(uids)) == 30


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("scheduled", "CONFIRMED"),
        ("tentative", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
        ("postponed", "TENTATIVE"),
    ],
)
def test_the_status_is_told(status: str, word: str) -> None:
    (entry,) = one(replace(MARKET, status=status), [(date(2027, 1, 30), date(2027, 1, 30))])
    assert entry["STATUS"][1] == word


@pytest.mark.parametrize("status", calendars.STATUS)
def test_the_status_is_of_the_next_time_only(status: str) -> None:
    entries = one(replace(FEAST, status=status), occurrences(FEAST, date(2026, 11, 24)))
    words = [entry["STATUS"][1] for entry in entries]
    assert words == [calendars.STATUS[status], *["CONFIRMED"] * 4]


def test_the_calendar_of_all_events_is_stable_and_may_be_empty() -> None:
    day = (date(2027, 1, 30), date(2027, 1, 30))
    items = [(MARKET, [day], SQUARE), (FEAST, [day], None)]
    made = calendars.events(SITE, "vi", items)
    assert made == calendars.events(SITE, "vi", items)
    assert len(read(made)) == 2
    assert read(calendars.events(SITE, "vi", [])) == []
    assert b"SOURCE;VALUE=URI:https://phucsen.example/xa/lich/su-kien.ics" in made.replace(b"\r\n ", b"")


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_survives_escaping_and_folding(value: str) -> None:
    folded = _lines.fold("SUMMARY:" + _lines.text(value))
    for line in folded.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    back = folded.decode().replace("\r\n ", "").removesuffix("\r\n").removeprefix("SUMMARY:")
    assert plain(back) == "".join(sign for sign in value if sign == "\n" or (sign >= " " and sign != "\x7f"))
