"""
Events as calendars to subscribe to.

Each year of a lunar feast is an event of its own: calendar programs repeat by the solar calendar, or
by the Chinese one, which is wrong for Viet Nam in some years.

An entry has neither ``LAST-MODIFIED``, since a record carries no date of its last change, nor ``SEQUENCE``,
which may only grow: nothing in the content counts its changes, and a digest goes down as often as up.
Programs that subscribe take the file as it is each time.

Source:
    RFC 5545; RFC 7986 for ``NAME``, ``SOURCE`` and ``REFRESH-INTERVAL``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from chophien import lunar, urls
from chophien.i18n import Say
from chophien.model import Event, Period, PlaceCard, Site, example_title, say
from chophien.text import forms

from ._lines import Line, calendar, text

STATUS = {
    "scheduled": "CONFIRMED",
    "tentative": "TENTATIVE",
    "cancelled": "CANCELLED",
    "postponed": "TENTATIVE",
}

STAMPED_BEFORE = 3
"""
Years before the next occurrence at which ``DTSTAMP`` says an entry was last revised.

The day of building would make a new file each day, the day of the event lies ahead. So it is the first of
January so long before: past for every rule, since leap years come within three, the same for the same
content, and later from year to year.
"""

Item = tuple[Event, Sequence[Period], PlaceCard | None]
"""An event, its periods to list, and its place if that has a page."""


def events(site: Site, lang: str, items: Iterable[Item], own: Path | None = None) -> bytes:
    """
    Write the calendar of all events in one language; periods come soonest first.

    Args:
        own: Folder with the commune's own words.
    """
    word = Say(lang, own)
    lines = [line for item in items for line in _entries(site, word, *item)]
    return calendar(say(site.name, lang), _url(site, urls.events_ics(lang)), lines)


def event(
    site: Site, lang: str, event: Event, periods: Sequence[Period], place: PlaceCard | None, own: Path | None = None
) -> bytes:
    """Write the calendar of one event in one language."""
    source = _url(site, urls.event_ics(event.id, lang))
    return calendar(_name(event, lang), source, _entries(site, Say(lang, own), event, periods, place))


def _entries(site: Site, word: Say, event: Event, periods: Sequence[Period], place: PlaceCard | None) -> Iterator[Line]:
    host = urlsplit(site.commune.site_url).hostname or ""
    if event.example and not site.commune.example:
        return
    lang = word.lang
    stamp = f"{periods[0][0].year - STAMPED_BEFORE}0101T000000Z" if periods else ""
    for at, period in enumerate(periods):
        start, end = _span(event, period)
        yield "BEGIN:VEVENT"
        yield f"UID:{_year(event, period[0])}@{host}"
        yield f"DTSTAMP:{stamp}"
        yield f"DTSTART;{start}"
        yield f"DTEND;{end}"
        yield "SUMMARY:" + text(_name(event, lang))
        yield "DESCRIPTION:" + text(_description(event, word, _hours(event, period, word)))
        yield "CATEGORIES:" + text(word("section.events"))
        where = _location(site, lang, event, place)
        if where:
            yield "LOCATION:" + text(where)
        if place is not None and place.point is not None and not place.point.approximate:
            yield f"GEO:{place.point.lat:.5f};{place.point.lon:.5f}"
        yield "URL:" + _url(site, urls.path("event", lang, event.id))
        # What is said of the next time is not said of the years after it.
        yield "STATUS:" + STATUS[event.status if at == 0 else "scheduled"]
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def _name(event: Event, lang: str) -> str:
    name = say(event.name, lang)
    return example_title(name, lang) if event.example else name


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
    """
    Return start and end: hours within one day when both are known, else whole days, the day after the last excluded.

    Hours of several days would become one block that runs through the nights.
    """
    first, last = period
    if _timed(event, period):
        zone = f"TZID=Asia/Ho_Chi_Minh:{first:%Y%m%d}T"
        return f"{zone}{event.opens:%H%M%S}", f"{zone}{event.closes:%H%M%S}"
    return f"VALUE=DATE:{first:%Y%m%d}", f"VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"


def _timed(event: Event, period: Period) -> bool:
    opens, closes = event.opens, event.closes
    return period[0] == period[1] and opens is not None and closes is not None and opens < closes


def _hours(event: Event, period: Period, word: Say) -> str:
    """Write the known hours of an entry of whole days."""
    if event.opens is None or _timed(event, period):
        return ""
    written = word("from-hour", hour=f"{event.opens:%H:%M}")
    if event.closes:
        written += f" {word('to-hour', hour=f'{event.closes:%H:%M}')}"
    return written + "."


def _description(event: Event, word: Say, hours: str) -> str:
    lines = [say(event.summary, word.lang), hours]
    if event.lunar is not None:
        day = event.lunar.day
        number, month = day.removesuffix("L").split("/")
        words = lunar.write_lunar(int(number), int(month), day.endswith("L"), forms(word.lang, word.all()))
        lines.append(words[0].upper() + words[1:] + ".")
    return "\n".join(line for line in lines if line)


def _location(site: Site, lang: str, event: Event, place: PlaceCard | None) -> str:
    town, address = site.commune, event.address
    outside = event.outside or (place is not None and place.outside)
    parts = [
        say(place.name, lang) if place else say(event.location, lang),
        say(address.street, lang) if address else "",
        say(address.commune, lang) if address and address.commune else "" if outside else say(town.name, lang),
        say(address.province, lang) if address and address.province else "" if outside else say(town.province, lang),
    ]
    return ", ".join(dict.fromkeys(part for part in parts if part))


__all__ = ["STATUS", "Item", "event", "events"]
