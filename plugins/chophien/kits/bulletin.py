"""The bulletin for the commune's loudspeakers: goods, prices and festivals in words that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from chophien.model import Event, Offer, Shown, Site, example_title, say

from . import speech
from ._table import said
from .aloud import spoken

DAYS_AHEAD = 14
GOODS = 12
"""How many goods are read out; listeners do not follow a longer list."""
OPTIONS = 3

_STATUS = {"tentative": "event-tentative", "cancelled": "event-off", "postponed": "event-later"}

LunarDay = tuple[int, int, bool]
"""Day, month and whether the month is the repeated one."""


class Festival(Struct, frozen=True):
    """An occurrence of an event: its solar days, the lunar day of the first, where it is held."""

    event: Event
    first: date
    last: date
    lunar: LunarDay
    place: str = ""


def bulletin(
    site: Site,
    today: date,
    lunar: LunarDay,
    *,
    sales: Sequence[Shown] = (),
    season: Sequence[Shown] = (),
    more: int = 0,
    festivals: Sequence[Festival] = (),
) -> bytes:
    """
    Write the bulletin of a day: UTF-8 with a byte order mark, CRLF, one sentence a line.

    Args:
        today: The day it is read.
        lunar: The same day in the lunar calendar.
        sales: Goods with a sale that runs on the day.
        season: Goods in season.
        more: How many others there are that are not read out.
        festivals: Occurrences that begin within ``DAYS_AHEAD`` days or are under way.
    """
    commune = site.commune
    name = spoken(f"{commune.kind} {say(commune.name, 'vi')}")
    lines = [said("title", commune=name, day=speech.day(today, year=True, weekday=True))]
    lines.append(said("lunar", lunar=speech.lunar_day(*lunar)))
    if commune.example:
        lines.append(said("example"))
    lines += [said("hello"), ""]
    if sales:
        lines += [said("sales"), *(line for shown in sales for line in _sale(shown, today)), ""]
    if season:
        lines += [said("season"), *(line for shown in season for line in _goods(shown)), ""]
    if not sales and not season:
        lines += [said("none"), ""]
    if more:
        lines += [said("more", count=speech.number(more)), ""]
    if festivals:
        lines += [said("events"), *(_festival(one, today) for one in festivals), ""]
    else:
        lines += [said("no-events"), ""]
    lines.append(said("bye"))
    return ("\ufeff" + "\n".join(lines) + "\n").replace("\n", "\r\n").encode()


def _name(shown: Shown) -> str:
    written = say(shown.product.name, "vi")
    return spoken(example_title(written, "vi") if shown.product.example else written)


def _unit(offer: Offer) -> str:
    if offer.net is None:
        return ""
    if offer.net.value == 1:
        return said("for-one", unit=speech.quantity(offer.net).removeprefix("một "))
    return said("for-some", quantity=speech.quantity(offer.net))


def _option(offer: Offer) -> str:
    written = spoken(say(offer.option, "vi"))
    return written[:1].lower() + written[1:]


def _seller(shown: Shown) -> list[str]:
    producer = shown.producer
    if producer is None:
        return []
    written = say(producer.name, "vi")
    seller = spoken(example_title(written, "vi") if producer.example else written)
    if producer.phone:
        return [said("seller-phone", seller=seller, phone=speech.phone(producer.phone))]
    return [said("seller", seller=seller)]


def _sale(shown: Shown, today: date) -> list[str]:
    lines = []
    for offer in shown.offers:
        if offer.sale_until is None or offer.price is None or offer.regular is None:
            continue
        name = _name(shown)
        if len(shown.offers) > 1 and offer.option:
            name = f"{name}, {_option(offer)}"
        lines.append(
            said(
                "sale", name=name, regular=speech.dong(offer.regular), price=speech.dong(offer.price),
                unit=_unit(offer), until=speech.day(offer.sale_until, year=offer.sale_until.year != today.year),
            )
        )  # fmt: skip
    return [*lines, *_seller(shown)] if lines else []


def _goods(shown: Shown) -> list[str]:
    name, offers = _name(shown), shown.offers
    states = {offer.availability for offer in offers}
    if states == {"out_of_stock"}:
        return [said("sold-out", name=name)]
    if states == {"preorder"}:
        days = [offer.available_from for offer in offers if offer.available_from]
        if days:
            return [said("preorder", name=name, day=speech.day(min(days), year=True)), *_seller(shown)]
    priced = [offer for offer in offers if offer.price is not None]
    if not priced:
        line = said("goods-ask", name=name)
    elif len(priced) == 1 and priced[0].price is not None:
        line = said("goods", name=name, price=speech.dong(priced[0].price), unit=_unit(priced[0]))
    elif len(priced) <= OPTIONS and all(offer.option for offer in priced):
        listed = [said("option", option=_option(offer), price=speech.dong(offer.price or 0)) for offer in priced]
        line = said("goods-several", name=name, list=", ".join(listed))
    else:
        line = said("goods-from", name=name, price=speech.dong(min(offer.price or 0 for offer in priced)))
    return [line, *_seller(shown)]


def _festival(found: Festival, today: date) -> str:
    event = found.event
    written = say(event.name, "vi")
    name = spoken(example_title(written, "vi") if event.example else written)
    lunar = speech.lunar_day(*found.lunar)
    if found.first < today and event.status == "scheduled":
        when = said("event-now", day=speech.day(found.last))
    elif found.first == found.last:
        when = said("event-day", day=speech.day(found.first, weekday=True), lunar=lunar)
    else:
        when = said("event-days", first=speech.day(found.first), last=speech.day(found.last), lunar=lunar)
    where = said("event-at", place=spoken(found.place)) if found.place else ""
    return said(_STATUS.get(event.status, "event"), name=name, when=when, where=where)
