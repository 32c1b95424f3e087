"""What is written on a card: a record in one language, as lines of letters the fonts hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from chophien import lunar, text
from chophien.i18n import SOURCE, Say
from chophien.model import EventCard, Offer, Phrase, PlaceCard, Shown, Site, say

from .letters import drawable


class Face(NamedTuple):
    """
    The lines of a card; an empty one is left out.

    Args:
        eyebrow: Kind or category, above the title.
        stars: Valid OCOP stars, and ``stars_text`` that names them.
        lead: A small word before the figure, such as từ.
        figure: Price or dates, the second thing to be read.
        former: The regular price, struck through.
        notice: A plate below the figure: how long a sale runs.
        alert: A plate above the title: cancelled, postponed, over.
        void: Whether the figure is struck through, as the dates of a cancelled event.
        lines: Lesser lines below the figure that belong to it, as per person and night.
        spare: More of them, left out where a long title needs the room.
        note: A sentence or two, shown where there is room.
        marks: What must be known of picture or record: illustration, example.
        site: Name of the site, ``town`` its commune and province.
        scan: What the QR code is for.
        whole: Whether the photo must not be cropped.
    """

    title: str
    town: str
    site: str = ""
    eyebrow: str = ""
    stars: int = 0
    stars_text: str = ""
    lead: str = ""
    figure: str = ""
    former: str = ""
    notice: str = ""
    alert: str = ""
    void: bool = False
    lines: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()
    note: str = ""
    marks: tuple[str, ...] = ()
    scan: str = ""
    whole: bool = False


class _Words:
    """The words and forms of a language."""

    def __init__(self, lang: str, own: Path | None) -> None:
        self.lang = lang
        self._say = Say(lang, own)
        self.written = text.forms(lang, self._say.all())

    def __call__(self, key: str, **values: object) -> str:
        return drawable(self._say(key, **values))

    def first(self, key: str, **values: object) -> str:
        """Return a word with a capital."""
        written = self(key, **values)
        return written[:1].upper() + written[1:]

    def plain(self, phrase: Phrase) -> str:
        """Return a text in this language, or the closest, as far as it can be drawn, else in Vietnamese."""
        return drawable(say(phrase, self.lang)) or drawable(phrase.get(SOURCE, ""))

    def dong(self, amount: int) -> str:
        return drawable(self.written.dong(text.write_number(amount, self.written)))

    def day(self, day: date) -> str:
        return text.write_date(day, self.written).replace(" ", "\u00a0")

    def days(self, first: date, last: date) -> str:
        """Write a period that may be parted behind its dash alone."""
        written = text.write_date_range(first, last, self.written)
        return "\u00a0– ".join(half.replace(" ", "\u00a0") for half in written.split(" – "))

    def lunar(self, day: str) -> str:
        """Write a lunar ``day/month``, with ``L`` when leap, in words."""
        number, month = day.removesuffix("L").split("/")
        return lunar.write_lunar(int(number), int(month), day.endswith("L"), self.written)


def _town(site: Site, words: _Words) -> str:
    town = site.commune
    name = words.first(f"commune-kind.{town.kind}", name=words.plain(town.name))
    return ", ".join(part for part in (name, words.plain(town.province)) if part)


def _site(site: Site, words: _Words) -> str:
    """Return the site's name; empty where it is the commune's, which stands below it anyway."""
    name = words.plain(site.name)
    return "" if name == words.plain(site.commune.name) else name


def _title(name: Phrase, site: Site, words: _Words) -> str:
    return words.plain(name) or words.plain(site.commune.name) or words("card.scan")


def _marks(illustration: bool, example: bool, words: _Words) -> tuple[str, ...]:
    found = (("example", example), ("illustration", illustration))
    return tuple(words.first(key) for key, holds in found if holds)


def _kind(word: str, outside: bool, words: _Words) -> str:
    return f"{word} · {words('outside')}" if outside else word


def _priced(offers: tuple[Offer, ...], words: _Words) -> dict[str, str]:
    """Write today's lowest price, and the regular one where a sale makes it so."""
    known = [offer for offer in offers if offer.price is not None]
    if not known:
        return {"figure": words.first("price-ask")}
    prices = [offer.price or 0 for offer in known]
    low = min(prices)
    found = {"figure": words.dong(low)}
    if max(prices) > low:
        found["lead"] = words.first("from")
    best = next(offer for offer in known if offer.price == low)
    if best.regular is not None and best.regular > low:
        found["former"] = words.dong(best.regular)
        if best.sale_until is not None:
            found["notice"] = words.first("sale-until", day=words.day(best.sale_until))
    return found


def product(site: Site, lang: str, shown: Shown, photo: bool, own: Path | None = None) -> Face:
    """Write what stands on the card of a product; ``photo`` tells whether there is one."""
    words = _Words(lang, own)
    goods = shown.product
    priced = {} if shown.information_only else _priced(shown.offers, words)
    return Face(
        title=_title(goods.name, site, words),
        town=_town(site, words),
        site=_site(site, words),
        eyebrow=words.plain(shown.category.name),
        stars=shown.stars,
        stars_text=words("ocop-stars", count=shown.stars) if shown.stars else "",
        lines=(words.first("only-described"),) if shown.information_only else (),
        note=words.plain(goods.summary),
        marks=_marks(photo and bool(shown.pictures) and shown.pictures[0].illustration, goods.example, words),
        scan=words("card.scan"),
        whole=True,
        **priced,  # type: ignore[arg-type]
    )


def place(site: Site, lang: str, card: PlaceCard, photo: bool, own: Path | None = None) -> Face:
    """Write what stands on the card of a place."""
    words = _Words(lang, own)
    price, per = card.price_person, "per-person-night"
    if price is None:
        price, per = card.price_room, "per-room-night"
    return Face(
        title=_title(card.name, site, words),
        town=_town(site, words),
        site=_site(site, words),
        eyebrow=_kind(words.first(f"place-kind.{card.kind}"), card.outside, words),
        figure=words.dong(price) if price is not None else "",
        lines=(words(per),) if price is not None else (),
        note=words.plain(card.summary),
        marks=_marks(photo and card.picture is not None and card.picture.illustration, card.example, words),
        scan=words("card.scan"),
    )


def event(
    site: Site, lang: str, card: EventCard, where: PlaceCard | None, photo: bool, own: Path | None = None
) -> Face:
    """Write what stands on the card of an event; a cancelled or postponed one has its dates struck through."""
    words = _Words(lang, own)
    alert = ""
    if card.status != "scheduled":
        alert = words.first(f"event-status.{card.status}")
    elif card.past:
        alert = words.first("event-past")
    spare = [words.lunar(card.lunar)] if card.lunar else []
    if where is not None and (there := words.plain(where.name)):
        spare.append(there)
    return Face(
        title=_title(card.name, site, words),
        town=_town(site, words),
        site=_site(site, words),
        eyebrow=_kind(words.first("section.events"), card.outside, words),
        alert=alert,
        figure=words.days(card.start, card.end or card.start) if card.start else words.first("date-open"),
        void=card.status in {"cancelled", "postponed"} and card.start is not None,
        spare=tuple(spare),
        note=words.plain(card.summary),
        marks=_marks(photo and card.picture is not None and card.picture.illustration, card.example, words),
        scan=words("card.scan"),
    )


def home(site: Site, lang: str, illustration: bool, own: Path | None = None) -> Face:
    """Write what stands on the card of the site itself; ``illustration`` tells whether its photo is drawn."""
    words = _Words(lang, own)
    return Face(
        title=_title(site.name, site, words),
        town=_town(site, words),
        note=words.plain(site.commune.tagline),
        marks=_marks(illustration, site.commune.example, words),
        scan=words("card.scan"),
    )
