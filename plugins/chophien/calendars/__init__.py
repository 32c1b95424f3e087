"""
Events as calendars to subscribe to.

Each year of a lunar feast is an event of its own: calendar programs repeat by the solar calendar, or
by the Chinese one, which is wrong for Viet Nam in some years.

Source:
    RFC 5545; RFC 7986 for ``NAME``, ``SOURCE`` and ``REFRESH-INTERVAL``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from chophien import lunar, urls
from chophien.model import Event, Period, PlaceCard, Site, say

from ._lines import Line, calendar, text

STATUS = {
    "scheduled": "CONFIRMED",
    "tentative": "TENTATIVE",
    "cancelled": "CANCELLED",
    "postponed": "TENTATIVE",
}

Item = tuple[Event, Sequence[Period], PlaceCard | None]
"""An event, its periods to list, and its place if that has a page."""


def events(site: Site, lang: str, items: Iterable[Item]) -> bytes:
    """Write the calendar of all events in one language."""
    lines = [line for item in items for line in _entries(site, lang, *item)]
    return calendar(say(site.name, lang), _url(site, urls.events_ics(lang)), lines)


def event(site: Site, lang: str, event: Event, periods: Sequence[Period], place: PlaceCard | None) -> bytes:
    """Write the calendar of one event in one language."""
    source = _url(site, urls.event_ics(event.id, lang))
    return calendar(say(event.name, lang), source, _entries(site, lang, event, periods, place))


def _entries(site: Site, lang: str, event: Event, periods: Sequence[Period], place: PlaceCard | None) -> Iterator[Line]:
    host = urlsplit(site.commune.site_url).hostname or ""
    for period in periods:
        start, end = _span(event, period)
        yield "BEGIN:VEVENT"
        yield f"UID:{_year(event, period[0])}@{host}"
        # When the entry was made comes from what it says, so that the same content gives the same file.
        yield f"DTSTAMP:{period[0]:%Y%m%d}T000000Z"
        yield f"DTSTART;{start}"
        yield f"DTEND;{end}"
        yield "SUMMARY:" + text(say(event.name, lang))
        yield "DESCRIPTION:" + text(_description(event, lang))
        where = _location(site, lang, event, place)
        if where:
            yield "LOCATION:" + text(where)
        if place is not None and place.point is not None:
            yield f"GEO:{place.point.lat:.5f};{place.point.lon:.5f}"
        yield "URL:" + _url(site, urls.path("event", lang, event.id))
        yield "STATUS:" + STATUS[event.status]
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def _url(site: Site, path: str) -> str:
    return urls.absolute(site.commune.site_url, path)


def _year(event: Event, start: date) -> str:
    """Name one occurrence by its year, or by its day where a year has several."""
    if event.lunar is None:
        several = sum(span.start.year == start.year for span in event.dates) > 1
        return f"{event.id}-{start:%Y%m%d}" if several else f"{event.id}-{start.year}"
    if any(span.start == start for span in event.dates):
        return f"{event.id}-{start:%Y%m%d}"
    # A feast late in the lunar year falls twice into some solar years.
    return f"{event.id}-{lunar.from_solar(start).year}"


def _span(event: Event, period: Period) -> tuple[str, str]:
    """Return start and end: hours when both are known, else whole days, the day after the last excluded."""
    first, last = period
    if event.opens is not None and event.closes is not None:
        start, end = datetime.combine(first, event.opens), datetime.combine(last, event.closes)
        if start < end:
            zone = "TZID=Asia/Ho_Chi_Minh:"
            return f"{zone}{start:%Y%m%dT%H%M%S}", f"{zone}{end:%Y%m%dT%H%M%S}"
    return f"VALUE=DATE:{first:%Y%m%d}", f"VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"


def _description(event: Event, lang: str) -> str:
    lines = [say(event.summary, lang)]
    if event.lunar is not None:
        day = event.lunar.day
        number, month = day.removesuffix("L").split("/")
        words = lunar.write_lunar(int(number), int(month), day.endswith("L"), "vi" if lang == "vi" else "en")
        lines.append(words[0].upper() + words[1:] + ".")
    return "\n".join(line for line in lines if line)


def _location(site: Site, lang: str, event: Event, place: PlaceCard | None) -> str:
    town, address = site.commune, event.address
    outside = event.outside or (place is not None and place.outside)
    parts = [
        say(place.name, lang) if place else say(event.location, lang),
        address.street if address else "",
        address.commune if address and address.commune else "" if outside else say(town.name, lang),
        address.province if address and address.province else "" if outside else say(town.province, lang),
    ]
    return ", ".join(dict.fromkeys(part for part in parts if part))


__all__ = ["STATUS", "Item", "event", "events"]
