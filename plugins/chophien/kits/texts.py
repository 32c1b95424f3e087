"""What is said of goods elsewhere: the description for marketplaces, the posts for Zalo and Facebook."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chophien import markup
from chophien.model import NAMELESS_OPTION, Offer, Shown, Site, example_title, is_drink, say
from chophien.text import (
    nfc,
    sentences,
    strip_marks,
    without_contacts,
    write_date,
    write_dong,
    write_phone,
    write_quantity,
)

from ._table import word

ZALO_LINES = 5
"""Lines between the first one and the address."""
LINE_CHARS = 120
"""A longer line is broken on most phones into more than three."""
HIGHLIGHTS = 3
SHOWN_OPTIONS = 4
TAG_CHARS = 40
"""Nobody looks for a longer tag."""

_KINDS_OF_PLACE = frozenset(
    ("ấp", "bản", "buôn", "huyện", "khu", "làng", "phường", "thôn", "tỉnh", "tổ", "vùng", "xã", "xóm")
)
"""Words that begin the name of a place and stand small within a sentence."""


def name(shown: Shown) -> str:
    """Return the name; an example is marked as one."""
    written = nfc(say(shown.product.name, "vi"))
    return example_title(written, "vi") if shown.product.example else written


def money(amount: int) -> str:
    """Write a price with a plain space, for boxes that turn other blanks into signs."""
    return write_dong(amount).replace("\u00a0", " ")


def plain(source: str) -> str:
    """Turn Markdown into plain paragraphs."""
    return markup.plain(source)


def brief(text: str, most: int) -> str:
    """Return whole sentences of a text up to so many characters, else its first clause, else its first words."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    kept = ""
    for part in sentences(flat):
        longer = f"{kept} {part}".strip()
        if len(longer) > most:
            break
        kept = longer
    if kept:
        return kept
    head = flat[:most]
    at = max(head.rfind(sign) for sign in (";", ",", " –"))
    return f"{head[:at]}." if at > most // 3 else markup.shorten(flat, most)


def origin(shown: Shown) -> str:
    """Say where the goods come from."""
    found = shown.product.origin
    if found is None:
        return ""
    place, province = nfc(say(found.place, "vi")), nfc(found.province)
    return ", ".join(part for part in (place, province if province not in place else "") if part)


def option(offer: Offer) -> str:
    """Name a variant among others."""
    chosen = nfc(say(offer.option, "vi"))
    return chosen or (quantity(offer) if offer.net else offer.sku)


def option_name(shown: Shown) -> str:
    """Name what the variants of a product differ by."""
    names = (nfc(say(offer.option_name, "vi")) for offer in shown.offers)
    return next((name for name in names if name), NAMELESS_OPTION)


def quantity(offer: Offer) -> str:
    """Write how much is in a pack."""
    return write_quantity(offer.net, "vi").replace("\u00a0", " ") if offer.net else ""


def duration(written: str) -> str:
    """Write ``18 month`` as 18 tháng."""
    count, _, unit = written.partition(" ")
    return f"{count} {word(unit)}" if unit else written


def _dot(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."


def _within(where: str) -> str:
    """Write a place as it stands within a sentence: *Xóm Pác Rằng* begins small, a name alone does not."""
    first, blank, rest = where.partition(" ")
    return f"{first.lower()}{blank}{rest}" if first.lower() in _KINDS_OF_PLACE else where


def maker(shown: Shown) -> str:
    """Say who makes the goods and where."""
    where = origin(shown)
    seller = nfc(say(shown.producer.name, "vi")) if shown.producer else ""
    if shown.producer and shown.producer.example:
        seller = example_title(seller, "vi")
    if seller:
        service = shown.product.kind == "service"
        where = _within(where)
        if where:
            return word("hosted-by" if service else "made-by", name=seller, where=where)
        return word("host" if service else "maker", name=seller)
    return word("from-where", where=where) if where else ""


def obligatory(shown: Shown) -> list[str]:
    """Return the sentences that the law wants beside such goods."""
    product = shown.product
    if product.restricted == "supplement":
        return [word("supplement")]
    if is_drink(product):
        return [word("drink")]
    return []


def description(shown: Shown) -> str:
    """
    Compose the description for a marketplace, without any contact.

    What it is; who made it where; ingredients; net weight; use; storage and shelf life; warnings; label facts;
    OCOP stars; then the record's own text, so that what is cut first matters least.
    """
    product = shown.product
    lines = [without_contacts(nfc(say(product.summary, "vi"))), maker(shown)]
    lines += _line("ingredients", say(product.ingredients, "vi"))
    nets = list(dict.fromkeys(quantity(offer) for offer in shown.offers if offer.net))
    if nets:
        lines.append(word("net", text="; ".join(nets)))
    lines += _line("usage", say(product.usage, "vi")) + _line("storage", say(product.storage, "vi"))
    if product.shelf_life:
        lines.append(word("expiry", text=duration(product.shelf_life)))
    lines += _line("warnings", say(product.warnings, "vi"))
    lines += [word("fact", name=say(fact.name, "vi"), text=_dot(say(fact.value, "vi"))) for fact in product.facts]
    lines += [*_stars(shown, long=True), *obligatory(shown)]
    head = "\n".join(line for line in lines if line)
    story = without_contacts(plain(say(product.description, "vi")))
    return nfc("\n\n".join(part for part in (head, "\n\n".join(story.split("\n")) if story else "") if part))


def _line(key: str, text: str) -> list[str]:
    kept = without_contacts(nfc(text))
    return [word(key, text=_dot(kept))] if kept else []


def _stars(shown: Shown, *, long: bool) -> list[str]:
    found = shown.product.ocop
    if not shown.stars or found is None:
        return []
    return [word("stars-long", count=shown.stars, decision=found.decision) if long
            else word("stars", count=shown.stars)]  # fmt: skip


def price(shown: Shown) -> str:
    """Say what the goods cost on the day."""
    prices = sorted({offer.price for offer in shown.offers if offer.price is not None})
    if not prices:
        return word("price-ask")
    return money(prices[0]) if len(prices) == 1 else word("price-from", price=money(prices[0]))


def sales(shown: Shown) -> list[str]:
    """Say each sale that runs on the day."""
    found = []
    for offer in shown.offers:
        if offer.sale_until and offer.price is not None and offer.regular is not None:
            line = word(
                "sale", price=money(offer.price), regular=money(offer.regular), day=write_date(offer.sale_until, "vi")
            )
            several = len(shown.offers) > 1 and (offer.option or offer.net)
            found.append(f"{option(offer)} {line[0].lower()}{line[1:]}" if several else line)
    return found


def standing(shown: Shown) -> list[str]:
    """Say whether the goods are to be had: in season, ordered ahead, out of stock; nothing when they simply are."""
    states = {offer.availability for offer in shown.offers}
    season = shown.product.season
    if states == {"preorder"}:
        days = [offer.available_from for offer in shown.offers if offer.available_from]
        return [word("preorder", day=write_date(min(days), "vi")) if days else word("preorder-open")]
    if season and not shown.in_season:
        return [word("off-season", months=word("months", list=", ".join(map(str, season))))]
    if shown.offers and states == {"out_of_stock"}:
        return [word("sold-out")]
    return [word("season")] if season else []


def order(shown: Shown) -> str:
    """Say how to order; who has no published number is reached by the page."""
    service = "-service" if shown.product.kind == "service" else ""
    seller = shown.producer
    if seller is None or not (seller.phone or seller.zalo):
        return word(f"order-page{service}")
    zalo = "-zalo" if seller.zalo and seller.zalo == (seller.phone or seller.zalo) else ""
    return word(f"order{service}{zalo}", phone=write_phone(seller.phone or seller.zalo))


def zalo(shown: Shown, link: str) -> str:
    """Write the message for Zalo: name and price, at most ``ZALO_LINES`` short lines, the address."""
    options = _options(shown)
    # The first and the last two are always there; between them stands what there is room for.
    first, last = [brief(nfc(say(shown.product.summary, "vi")), LINE_CHARS)], [maker(shown), order(shown)]
    between = [*obligatory(shown), *sales(shown), *standing(shown), *options, *_stars(shown, long=False)]
    lines = [*first, *between[: ZALO_LINES - len(first) - len(last)], *last]
    return nfc("\n".join([f"{name(shown)} – {price(shown)}", *(line for line in lines if line), link]))


def _options(shown: Shown) -> list[str]:
    if len(shown.offers) < 2:
        return []
    named = [word("option", name=option(offer), price=money(offer.price))
             for offer in shown.offers if offer.price is not None]  # fmt: skip
    line = word("options", list="; ".join(named))
    return [line] if named and len(named) <= SHOWN_OPTIONS and len(line) <= LINE_CHARS else []


def facebook(shown: Shown, site: Site, link: str) -> str:
    """Write the post for Facebook: a few short paragraphs, price, how to order, the address, tags."""
    product = shown.product
    points = [word("points", text=nfc(say(found, "vi"))) for found in product.highlights[:HIGHLIGHTS]]
    who = [maker(shown), *_stars(shown, long=True)]
    cost = [*_prices(shown), *sales(shown), *standing(shown), *_shipping(shown, site)]
    paragraphs = [
        [name(shown)],
        [nfc(say(product.summary, "vi"))],
        points,
        who,
        cost,
        obligatory(shown),
        [order(shown)],
        [link],
        [" ".join(tags(shown, site))],
    ]
    return nfc("\n\n".join("\n".join(line for line in lines if line) for lines in paragraphs if any(lines)))


def _prices(shown: Shown) -> list[str]:
    priced = [offer for offer in shown.offers if offer.price is not None]
    if len(priced) < 2 or len(priced) > SHOWN_OPTIONS:
        return [word("price", price=price(shown).removeprefix("giá: "))]
    lines = [word("price-line", name=option(o), price=money(o.price)) for o in priced if o.price is not None]
    return [word("prices"), *lines]


def _shipping(shown: Shown, site: Site) -> list[str]:
    if shown.product.kind == "service":
        return []
    fee = shown.product.shipping_fee
    policies = site.commune.policies
    if fee is None and policies and policies.delivery:
        fee = policies.delivery.fee
    return [word("shipping", price=money(fee))] if fee else []


def tags(shown: Shown, site: Site) -> list[str]:
    """Make tags of product, commune and province as owners of pages write them: no marks, each word with a capital."""
    commune = site.commune
    found = [_tag(say(text, "vi")) for text in (shown.product.name, commune.name, commune.province)]
    if shown.stars:
        found.append("#OCOP")
    kept: dict[str, str] = {}
    for tag in found:
        if 1 < len(tag) <= TAG_CHARS and not tag[1:].isdigit():
            kept.setdefault(tag.lower(), tag)
    return list(kept.values())


def _tag(text: str) -> str:
    words: Iterable[str] = re.findall(r"[A-Za-z0-9]+", strip_marks(nfc(text)))
    return "#" + "".join(word if word.isupper() else word.capitalize() for word in words)
