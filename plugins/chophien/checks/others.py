"""Rules for the commune, its people, places, events, trips, needs and texts."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from chophien import text as vi
from chophien.diagnostics import Level
from chophien.model import (
    NEED_CONSENTS,
    Commune,
    Consent,
    Consents,
    Event,
    Need,
    News,
    Place,
    Producer,
    Trip,
    has_value,
    kilometres,
    last_occurrence,
    occurrences,
    personal,
    say,
)

from ._rule import Found, Known, found, rule

AA = 4.5
"""Least contrast of text in WCAG 2.2, level AA."""


@rule("language-without-words", "commune", Level.ERROR)
def language_without_words(commune: Commune, known: Known) -> Iterator[Found]:
    """A language needs its file of interface words."""
    for number, lang in enumerate(commune.languages, 1):
        if lang not in known.languages:
            yield found(f"languages[{number}]", found=lang, choices=", ".join(known.languages))


@rule("vietnamese-missing", "commune", Level.ERROR)
def vietnamese_missing(commune: Commune, known: Known) -> Iterator[Found]:
    """The site is Vietnamese first."""
    if commune.languages[:1] != ("vi",):
        yield found("languages", found=", ".join(commune.languages))


@rule("contact-missing", "commune", Level.WARNING, "marketplace rule F21")
def contact_missing(commune: Commune, known: Known) -> Iterator[Found]:
    """Visitors and marketplaces ask for a way to reach the owner."""
    contact = commune.contact
    if contact is None or not (contact.phone or contact.email):
        yield found("contact")


@rule("returns-missing", "commune", Level.WARNING, "marketplace rule F21")
def returns_missing(commune: Commune, known: Known) -> Iterator[Found]:
    """Google refuses a shop without a page on returns."""
    if commune.policies is None or commune.policies.returns is None:
        yield found("policies")


@rule("colour-too-pale", "commune", Level.ERROR, "WCAG 2.2, 1.4.3")
def colour_too_pale(commune: Commune, known: Known) -> Iterator[Found]:
    """White text on the commune's colours, and these on white, must be readable."""
    if commune.palette:
        for name in ("ink", "accent"):
            colour = getattr(commune.palette, name)
            ratio = contrast(colour, "#ffffff")
            if ratio < AA:
                yield found(f"palette.{name}", found=colour, ratio=f"{ratio:.1f}".replace(".", ","))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #rrggbb colours (WCAG 2.2, relative luminance)."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@rule("consent-missing", "producer", Level.ERROR, "Law 91/2025 on personal data", dated=True)
def consent_missing(producer: Producer, known: Known) -> Iterator[Found]:
    """A person's name, phone, address, account or ethnic group is published only with their consent."""
    for field, consent in personal(producer).items():
        if producer.consent is None or getattr(producer.consent, consent) is None:
            yield _missing(field, consent, producer.consent)


@rule("consent-in-future", "producer", Level.ERROR, "Law 91/2025 on personal data", dated=True)
def consent_in_future(producer: Producer, known: Known) -> Iterator[Found]:
    """Nobody has agreed yet on a day that is still to come."""
    yield from _to_come(producer.consent, personal(producer).values(), known)


def _missing(field: str, consent: str, there: Consents | None) -> Found:
    """Say which consent a field lacks, and below which line it belongs where there are others."""
    if there is None:
        return found(field, consent=consent, suggestion="")
    return found(field, consent=consent, below="consent")


def _to_come(consents: Consents | None, needed: Iterable[str], known: Known) -> Iterator[Found]:
    for consent in dict.fromkeys(needed):
        given = getattr(consents, consent) if consents else None
        if has_value(given) and has_value(given.given) and given.given > known.today:
            yield found(f"consent.{consent}.given", found=vi.write_date(given.given, "vi"))


@rule("consent-withdrawn", "producer", Level.NOTICE, "Law 91/2025 on personal data", dated=True)
def consent_withdrawn(producer: Producer, known: Known) -> Iterator[Found]:
    """A field whose consent was withdrawn leaves the site with this build."""
    for item in _withdrawn(producer, known):
        if item.field != "name":
            yield item


@rule("consent-name-withdrawn", "producer", Level.NOTICE, "Law 91/2025 on personal data", dated=True)
def consent_name_withdrawn(producer: Producer, known: Known) -> Iterator[Found]:
    """Nothing of a household can be shown without its name: it and its goods leave the site with this build."""
    for item in _withdrawn(producer, known):
        if item.field == "name":
            yield item


def _over(given: Consent | None, known: Known) -> bool:
    """Tell whether a consent was withdrawn."""
    return has_value(given) and has_value(given.withdrawn) and given.withdrawn <= known.today


def _withdrawn(producer: Producer, known: Known) -> Iterator[Found]:
    for field, consent in personal(producer).items():
        given = getattr(producer.consent, consent) if producer.consent else None
        if _over(given, known):
            yield found(field, consent=consent)


_PERSON = re.compile(
    r"(?:Hộ|Ông|Bà|Anh|Chị(?! em\b))\b"
    r"|Nhà\b(?! (?:máy|hàng|vườn|nghỉ|văn|xưởng|cộng|dài|sách|thuốc|nước|rông|khách|may|sàn|lưới|kính|phân|thờ)\b)",
    re.IGNORECASE,
)
"""How names of one person's or one family's trade begin; «Nhà hàng», «Nhà vườn» are not such names."""


@rule("name-of-household", "producer", Level.WARNING, "Law 91/2025 on personal data")
def name_of_household(producer: Producer, known: Known) -> Iterator[Found]:
    """Who is called «Hộ …» or «Bà …» is a person, whatever kind is written, and agrees to be named."""
    agreed = producer.consent is not None and producer.consent.name is not None
    if producer.kind != "household" and not agreed and _PERSON.match(say(producer.name, "vi")):
        yield found("name", found=say(producer.name, "vi"))


@rule("payment-incomplete", "producer", Level.ERROR)
def payment_incomplete(producer: Producer, known: Known) -> Iterator[Found]:
    """A transfer needs a bank and an account, or the code that holds both."""
    payment = producer.payment
    if payment and not payment.payload and not (payment.bank and payment.account):
        missing = "payment.account" if payment.bank else "payment.bank"
        yield found(missing if payment.bank or payment.account else "payment", lacks=missing)


@rule("payment-twice", "producer", Level.ERROR)
def payment_twice(producer: Producer, known: Known) -> Iterator[Found]:
    """Where a pasted code stands beside an account, nobody can tell which is right."""
    payment = producer.payment
    if payment and payment.payload and (payment.bank or payment.account):
        yield found("payment.payload")


@rule("payment-of-example", "producer", Level.WARNING)
def payment_of_example(producer: Producer, known: Known) -> Iterator[Found]:
    """An invented account may be a stranger's; money sent there is gone, so an example never has a code."""
    if producer.payment and (producer.example or known.commune.example):
        yield found("payment")


@rule("payment-without-phone", "producer", Level.WARNING)
def payment_without_phone(producer: Producer, known: Known) -> Iterator[Found]:
    """Who is to pay must be able to ask first; without a number the page shows no code."""
    if producer.payment and not (producer.phone or producer.zalo):
        yield found("payment")


@rule("need-consent-missing", "need", Level.ERROR, "Law 91/2025 on personal data", dated=True)
def need_consent_missing(need: Need, known: Known) -> Iterator[Found]:
    """A name or phone number on the board needs its owner's consent; what is past its day is on no board."""
    for field, consent, given in _personal(need, known):
        if given is None:
            yield _missing(field, consent, need.consent)


@rule("need-consent-in-future", "need", Level.ERROR, "Law 91/2025 on personal data", dated=True)
def need_consent_in_future(need: Need, known: Known) -> Iterator[Found]:
    """Nobody has agreed yet on a day that is still to come."""
    yield from _to_come(need.consent, [consent for _, consent, _ in _personal(need, known)], known)


@rule("need-consent-withdrawn", "need", Level.NOTICE, "Law 91/2025 on personal data", dated=True)
def need_consent_withdrawn(need: Need, known: Known) -> Iterator[Found]:
    """A name or number whose consent was withdrawn leaves the board with this build."""
    for field, _, given in _personal(need, known):
        if _over(given, known):
            yield found(field)


def _personal(need: Need, known: Known) -> Iterator[tuple[str, str, Consent | None]]:
    """List the personal fields that are filled, with the consent each needs and what was said of it."""
    if need.until >= known.today:
        for field, consent in NEED_CONSENTS.items():
            if has_value(getattr(need, field)):
                yield field, consent, getattr(need.consent, consent) if need.consent else None


@rule("need-over", "need", Level.NOTICE, dated=True)
def need_over(need: Need, known: Known) -> Iterator[Found]:
    """A need past its day is taken off the board."""
    if need.until < known.today:
        yield found("until", found=vi.write_date(need.until, "vi"))


@rule("place-far-away", "place", Level.WARNING)
def place_far_away(place: Place, known: Known) -> Iterator[Found]:
    """A place outside a circle one and a half times the commune's size is mistyped or not ours."""
    commune = known.commune
    if place.point and commune.point and commune.area_km2 and not place.outside:
        far = kilometres(place.point, commune.point)
        limit = 1.5 * math.sqrt(commune.area_km2 / math.pi)
        if far > limit:
            yield found(
                "point", found=vi.write_number(round(far, 1), "vi"), limit=vi.write_number(round(limit, 1), "vi")
            )


@rule("homestay-without-stay", "place", Level.ERROR)
def homestay_without_stay(place: Place, known: Known) -> Iterator[Found]:
    """A homestay says how many can sleep there and how."""
    if place.kind == "homestay" and place.stay is None:
        yield found("kind", lacks="stay")


@rule("event-without-date", "event", Level.ERROR)
def event_without_date(event: Event, known: Known) -> Iterator[Found]:
    """An event has fixed days or a lunar day."""
    if not event.dates and event.lunar is None:
        yield found("dates", lacks="dates")


@rule("event-ends-before-it-starts", "event", Level.ERROR)
def event_ends_before_it_starts(event: Event, known: Known) -> Iterator[Found]:
    """A period runs from an earlier to a later day."""
    for number, span in enumerate(event.dates, 1):
        if span.end and span.end < span.start:
            yield found(f"dates[{number}].end", found=vi.write_date(span.end, "vi"))


@rule("event-over", "event", Level.NOTICE, dated=True)
def event_over(event: Event, known: Known) -> Iterator[Found]:
    """An event without a coming date is shown as past until new dates are entered."""
    last = last_occurrence(event, known.today)
    if last and not occurrences(event, known.today, 1):
        yield found("dates", found=vi.write_date(last[1], "vi"))


@rule("stop-without-name", "trip", Level.ERROR)
def stop_without_name(trip: Trip, known: Known) -> Iterator[Found]:
    """A stop is a place of ours or has a title."""
    for day_number, day in enumerate(trip.days, 1):
        for number, stop in enumerate(day.stops, 1):
            if not stop.place and not stop.title:
                at = f"days[{day_number}].stops[{number}]"
                yield found(at, lacks=f"{at}.place")


@rule("news-in-future", "news", Level.NOTICE, dated=True)
def news_in_future(news: News, known: Known) -> Iterator[Found]:
    """An article dated ahead is published at once all the same."""
    if news.date > known.today:
        yield found("date", found=vi.write_date(news.date, "vi"))
