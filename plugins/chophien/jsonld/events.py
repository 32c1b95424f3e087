"""
Festivals and market days.

The next occurrence is the event itself, with its dates. Further years of a lunar feast are listed in
``eventSchedule``, one closed ``Schedule`` each and without ``repeatFrequency``: schema.org can repeat
by the solar calendar only, and separate events for each year would need a page each. An hour that is
unknown is left out, since midnight would be read as the hour.
"""

from __future__ import annotations

from collections.abc import Sequence

from chophien import urls
from chophien.model import Event, Period, Picture, PlaceCard, Site, say
from chophien.text import fold

from ._graph import (
    SCHEMA,
    Crumbs,
    Node,
    address,
    commune,
    fee_offer,
    geo,
    images,
    moment,
    name_of,
    node,
    page_node,
    real,
    ref,
    script,
    url,
    website,
)
from .places import place_stub

STATUS = {
    "scheduled": SCHEMA + "EventScheduled",
    "cancelled": SCHEMA + "EventCancelled",
    "postponed": SCHEMA + "EventPostponed",
}
"""Schema.org has no word for a date that may still change, so nothing is said of a tentative one."""


def event(
    site: Site,
    lang: str,
    event: Event,
    periods: Sequence[Period],
    past: Period | None,
    place: PlaceCard | None,
    pictures: Sequence[Picture],
    breadcrumbs: Crumbs,
) -> str:
    """
    Describe an event's page.

    Args:
        periods: Coming occurrences, soonest first.
        past: The last occurrence, used when nothing is to come.
        place: Where it is, if that place has a page.
    Returns:
        The graph; without any date it describes the page alone, since an event needs one, and so does an
        example of a real site.
    """
    path = urls.path("event", lang, event.id)
    name = name_of(event, lang)
    here = url(site, path)
    when = periods[0] if periods else past
    made: list[Node] = []
    if when is not None and real(site, event):
        made.append(
            node(
                _type(event),
                here + "#event",
                name=name,
                description=say(event.summary, lang),
                url=here,
                image=images(site, lang, pictures),
                **_dates(event, when),
                eventSchedule=[_schedule(event, period) for period in periods[1:]],
                eventStatus=STATUS.get(event.status, ""),
                eventAttendanceMode=SCHEMA + "OfflineEventAttendanceMode",
                location=_location(site, lang, event, place),
                organizer=node("Organization", name=event.organizer) if event.organizer else None,
                offers=fee_offer(event.fee, lang, here),
            )
        )
    main = ref(made[0]["@id"]) if made else None
    return script(
        [
            *page_node(site, lang, path, name, breadcrumbs, mainEntity=main),
            *made,
            website(site),
            commune(site),
        ]
    )


def _type(event: Event) -> str:
    words = fold(say(event.name, "vi"))
    return "Festival" if event.lunar or words.startswith(("le ", "hoi ", "tet ")) else "Event"


def _dates(event: Event, period: Period) -> Node:
    """Write both ends alike: with hours when both are known and in order, else as days."""
    (first, last), opens, closes = period, event.opens, event.closes
    if opens is None or closes is None or (first, opens) >= (last, closes):
        opens = closes = None
    return {"startDate": moment(first, opens), "endDate": moment(last, closes)}


def _schedule(event: Event, period: Period) -> Node:
    return node(
        "Schedule",
        startDate=period[0].isoformat(),
        endDate=period[1].isoformat(),
        startTime=f"{event.opens:%H:%M:%S}" if event.opens else "",
        endTime=f"{event.closes:%H:%M:%S}" if event.closes else "",
        scheduleTimezone="Asia/Ho_Chi_Minh",
    )


def _location(site: Site, lang: str, event: Event, place: PlaceCard | None) -> Node:
    outside = event.outside or (place is not None and place.outside)
    where = address(site, event.address, outside)
    if place is None:
        return node("Place", name=say(event.location, lang), address=where)
    return place_stub(site, lang, place, address=where, geo=geo(place.point))
