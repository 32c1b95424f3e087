"""The listing kit of one product: for each place its fields, their limits and counters, and the papers it may ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from chophien import urls
from chophien.model import (
    NO_LIMIT,
    Limit,
    Product,
    Shown,
    Site,
    held,
    information_only,
    is_drink,
    is_knife,
    say,
)
from chophien.text import nfc, write_number

from . import texts
from ._table import Place, field_name, places, word
from .papers import Paper, label, papers

OF_VARIANT = frozenset({"option", "price", "sale", "unit", "stock", "sku", "weight", "size", "gtin"})
"""Fields that each variant has its own."""

NUMBERS = frozenset({"price", "sale", "stock", "weight"})
"""Fields that are numbers: their limits are of the number, not of its characters."""

POST = "post"
POSTS: dict[str, Callable[[Site, Shown, str], str]] = {
    "zalo": lambda site, shown, link: texts.zalo(shown, link),
    "facebook": lambda site, shown, link: texts.facebook(shown, site, link),
}
"""Places that a whole post is written for."""
POSTED = frozenset(POSTS)

CUT_SHOWN = 60
"""Characters shown of what is to be cut."""


class Field(Struct, frozen=True):
    """
    One box of a place.

    Args:
        id: Unique in the page.
        value: What to paste; empty when the record does not say it.
        count: Characters used, such as ``112/120``; empty for numbers.
        limit: The limit in words, or empty.
        verified: Whether the limit was seen in a source.
        source: Where.
        read: When.
        wrong: Whether the value breaks the limit; ``hint`` says what to do.
    """

    id: str
    key: str
    name: str
    value: str
    count: str = ""
    limit: str = ""
    verified: bool = True
    source: str = ""
    read: date | None = None
    wrong: bool = False
    hint: str = ""


class Group(Struct, frozen=True):
    """Fields of the product, or of one variant, whose name is the heading."""

    heading: str
    fields: tuple[Field, ...]


class Block(Struct, frozen=True):
    """All that one place asks for."""

    place: Place
    groups: tuple[Group, ...]
    papers: tuple[Paper, ...]


class Kit(Struct, frozen=True):
    """The kit of one product; ``notices`` are the ends of the words that the page says of it."""

    name: str
    blocks: tuple[Block, ...]
    label: tuple[Paper, ...]
    notices: tuple[str, ...]


def places_for(product: Product) -> tuple[str, ...]:
    """
    Return the keys of the places that a product may be put to.

    What may only be described goes nowhere; services and drink go where the place takes them, restricted goods to
    marketplaces only when the commune says so; the product's own ``feeds.exclude`` is heeded.
    """
    if information_only(product):
        return ()
    unwanted = product.feeds.exclude if product.feeds else ()
    drink, waiting = is_drink(product), held(product)
    return tuple(
        key
        for key, place in places().items()
        if place.on
        and key not in unwanted
        and (place.services or product.kind == "goods")
        and (place.drink or not drink)
        and (place.restricted or not waiting)
    )


def kit(site: Site, shown: Shown, link: str) -> Kit:
    """
    Make the kit of a product for a day.

    Args:
        shown: The product; its producer as ``model.public`` leaves it.
        link: Full address of its page, for the posts.
    """
    have = papers(shown)
    blocks = [
        Block(place, _groups(place, site, shown, link), tuple(p for p in have if p.key in _asked(place, shown)))
        for place in (places()[key] for key in places_for(shown.product))
    ]
    lines = label(shown) if shown.product.kind == "goods" else ()
    return Kit(texts.name(shown), tuple(blocks), lines, tuple(_notices(site, shown)))


def _asked(place: Place, shown: Shown) -> Sequence[str]:
    return (*place.papers, "police") if place.papers and is_knife(shown.product) else place.papers


def _notices(site: Site, shown: Shown) -> list[str]:
    product = shown.product
    found: list[str] = ["knife"] if is_knife(product) else []
    if product.restricted == "supplement":
        found.append("supplement")
    if is_drink(product):
        found.append("drink")
    if not shown.pictures:
        found.append("no-photo")
    elif all(picture.illustration for picture in shown.pictures):
        found.append("drawn")
    if product.example:
        found.append("example")
    if urls.example_address(site.commune.site_url):
        found.append("address")
    return found


def _groups(place: Place, site: Site, shown: Shown, link: str) -> tuple[Group, ...]:
    values = _values(shown)
    if place.key in POSTS:
        values[POST] = POSTS[place.key](site, shown, link)
    variants = [_variant(shown, number) for number in range(len(shown.offers))]
    if len(variants) == 1:
        values |= variants[0]
    several = len(variants) > 1
    if several:
        values |= {"parent": shown.product.id, "option-name": texts.option_name(shown)}
    else:
        values.pop("option", None)
    groups = [Group("", _fields(place, values, "", skip=several))]
    options = place.limits.get("options", NO_LIMIT).most
    if options is not None and len(variants) > options:
        groups[0] = _too_many(groups[0], len(variants) - options)
    if several:
        for number, (offer, own) in enumerate(zip(shown.offers, variants, strict=True), 1):
            heading = texts.option(offer) or word("variant", number=number)
            groups.append(Group(heading, _fields(place, own, f"-{number}", only=True)))
    return tuple(group for group in groups if group.fields)


def _too_many(group: Group, over: int) -> Group:
    """Mark the name of the option where a product has more of them than the place takes."""
    hint = word("too-many", count=over)
    return replace(group, fields=tuple(
        replace(field, wrong=True, hint=hint) if field.key == "option-name" else field for field in group.fields
    ))  # fmt: skip


def _fields(
    place: Place, values: dict[str, str], end: str, *, skip: bool = False, only: bool = False
) -> tuple[Field, ...]:
    found = []
    for key in place.fields:
        own = key in OF_VARIANT
        if (own and skip) or (only and not own) or (key == "sale" and not values.get(key)):
            continue
        if key not in values:
            continue
        found.append(_field(place, key, values[key], f"{place.key}-{key}{end}"))
    return tuple(found)


def _values(shown: Shown) -> dict[str, str]:
    """Return the fields of the whole product."""
    product = shown.product
    seller = nfc(say(shown.producer.name, "vi")) if shown.producer else ""
    return {
        "name": texts.name(shown),
        "category": nfc(shown.category.path or say(shown.category.name, "vi")),
        "brand": nfc(product.brand) or seller,
        "producer": seller,
        "origin": texts.origin(shown),
        "description": texts.description(shown),
        "expiry": texts.duration(product.shelf_life),
        "storage": nfc(say(product.storage, "vi")),
    }


def _variant(shown: Shown, number: int) -> dict[str, str]:
    offer = shown.offers[number]
    size = " × ".join(write_number(side, "vi") for side in offer.size_cm) if offer.size_cm else ""
    on_sale = offer.sale_until is not None and offer.price is not None
    regular = offer.regular if on_sale else offer.price
    return {
        "option": texts.option(offer),
        "price": "" if regular is None else str(regular),
        "sale": str(offer.price) if on_sale else "",
        "unit": texts.quantity(offer),
        "stock": "" if offer.stock is None else str(offer.stock),
        "sku": offer.sku,
        "weight": "" if offer.weight_g is None else str(offer.weight_g),
        "size": size,
        "gtin": offer.gtin,
    }


def _field(place: Place, key: str, value: str, id: str) -> Field:
    # A sale price is a price.
    limit = place.limits.get("price" if key == "sale" else key)
    count = "" if key in NUMBERS or not value else str(len(value))
    if limit is None:
        shown = word("chars", count=count) if count and key in {"name", "description", POST} else ""
        return Field(f"kit-{id}", key, field_name(key), value, count=shown)
    wrong = _wrong(key, value, limit)
    if count:
        count = f"{count}/{limit.most}" if limit.most is not None else word("chars", count=count)
    return Field(
        id=f"kit-{id}",
        key=key,
        name=field_name(key),
        value=value,
        count=count,
        limit=_limit(key, limit),
        verified=limit.verified,
        source=limit.source,
        read=limit.read,
        wrong=bool(wrong),
        hint=wrong,
    )


def _limit(key: str, limit: Limit) -> str:
    kind = "number" if key in NUMBERS else "chars"
    which = "between" if limit.least and limit.most else "most" if limit.most else "least"
    values = {
        name: write_number(value, "vi")
        for name, value in (("least", limit.least), ("most", limit.most))
        if value is not None
    }
    return word(f"{kind}-{which}", **values)


def _wrong(key: str, value: str, limit: Limit) -> str:
    """Say what is wrong with a value, and what to cut; empty when nothing is or there is no value."""
    if not value:
        return ""
    if key in NUMBERS:
        if not value.isdecimal():
            return ""
        if limit.most is not None and int(value) > limit.most:
            return word("too-high", most=write_number(limit.most, "vi"))
        if limit.least is not None and int(value) < limit.least:
            return word("too-low", least=write_number(limit.least, "vi"))
        return ""
    if limit.most is not None and len(value) > limit.most:
        return _cut(value, limit.most)
    if limit.least is not None and len(value) < limit.least:
        return word("too-short", count=limit.least - len(value))
    return ""


def _cut(value: str, most: int) -> str:
    """Say which end of a text to leave out: whole paragraphs where there are several, else words."""
    over = len(value) - most
    if "\n\n" in value:
        at = value.rfind("\n\n", 0, most + 1)
        if at > 0:
            return word("cut-paragraphs", count=over, cut=texts.brief(value[at:].strip().split("\n")[0], CUT_SHOWN))
    at = value.rfind(" ", 0, most + 1)
    rest = value[at if at > 0 else most :].strip()
    return word("cut-words", count=over, cut=rest if len(rest) <= CUT_SHOWN else f"{rest[:CUT_SHOWN].rstrip()}…")


def text(block: Block) -> bytes:
    """
    Write a block as a text file for sending: a post as it is, else every field below its name.

    UTF-8 with a byte order mark and CRLF, so that old Notepad and browsers that open it from a disk show the
    right letters and lines.
    """
    posts = [field.value for group in block.groups for field in group.fields if field.key == POST]
    if posts:
        return _file("\n\n".join(posts))
    parts = [block.place.name]
    for group in block.groups:
        if group.heading:
            parts.append(f"== {group.heading} ==")
        parts += [_written(field) for field in group.fields]
    if block.papers:
        lines = [f"- {paper.name}: {state(paper)}" for paper in block.papers]
        parts.append("\n".join([f"{word('papers-may')}:", *lines]))
    return _file("\n\n".join(parts))


def _written(field: Field) -> str:
    """Write a field below its name; what breaks a limit is told between, in brackets, so that nobody pastes it."""
    lines = [f"{field.name}:", f"({field.hint})" if field.hint else "", field.value or word("no-value")]
    return "\n".join(line for line in lines if line)


def state(paper: Paper) -> str:
    """Say whether a paper is there, and what is known of it."""
    said = word(paper.state)
    return f"{said} ({paper.note})" if paper.note else said


def _file(content: str) -> bytes:
    return ("\ufeff" + content + "\n").replace("\n", "\r\n").encode()
