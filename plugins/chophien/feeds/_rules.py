"""
What keeps goods out of feeds, and what is worth a note.

A rule returns nothing when all is well, else the values of its sentence in ``reasons``. None raises,
none repairs. Exporters name the rules they follow.

Source:
    Google Merchant Center help, Meta catalogue reference, read November 2026; the numbers F06 to F22
    are those of the project's own list of feed rules.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from chophien.model import Shown, Site, held, hits, is_knife, limits, say, suspects
from chophien.text import find_contact, hidden_characters, mojibake
from chophien.text.hygiene import KINDS

from ._pipeline import LONGEST_TITLE, Item, ProductRule, Rule

SHORT_SIDE = 500
"""Pixels; Google warns since April 2026 below it and refuses from 31 January 2027."""

META_LEAST = 30
"""Characters of a description that Meta refuses below."""

GOOD_DESCRIPTION = 100
"""Characters of a description that every marketplace takes."""

TITLE_LEAST, TITLE_MOST = 5, LONGEST_TITLE

PROMOTION = re.compile(
    r"!!!|\b(?:giảm giá|khuyến mãi|khuyến mại|miễn phí|freeship|free ship|sale|giá rẻ|rẻ nhất|mua ngay|hot)\b"
)
"""Words that advertise; marketplaces refuse them in titles."""

PART_OF = {"google-tsv": "google"}
"""Feeds of a marketplace that has another: a wish to stay off that one counts for both."""

BROKEN = frozenset({"control", "private-use", "replacement"})
"""Kinds of hidden characters that show a text went wrong."""

# One look for what the exact functions look for in turn: broken characters, and what follows in mojibake.
_SUSPECT = re.compile("[" + "".join(KINDS[kind] for kind in sorted(BROKEN)) + "\u00a0-\u00bf‘ƒ‚€£Š‰]|Ã")

Values = Mapping[str, str]
FINE: Values = {}


# --- of a whole product ------------------------------------------------------------------------------


def service(site: Site, shown: Shown, feed: str) -> Values | None:
    """F15: marketplaces list goods, not nights, walks or tickets."""
    return FINE if shown.product.kind == "service" else None


def excluded(site: Site, shown: Shown, feed: str) -> Values | None:
    """The product's own file asks for it."""
    wishes = shown.product.feeds
    return FINE if wishes and {feed, PART_OF.get(feed, feed)} & set(wishes.exclude) else None


def example(site: Site, shown: Shown, feed: str) -> Values | None:
    """What nobody sells is not for sale."""
    return FINE if shown.product.example and not site.commune.example else None


def information_only(site: Site, shown: Shown, feed: str) -> Values | None:
    """F16: the law lets us describe spirits and medicine, not offer them."""
    return FINE if shown.information_only else None


def restricted(site: Site, shown: Shown, feed: str) -> Values | None:
    """F16: drink, food supplements and knives need a decision of the commune."""
    return FINE if held(shown.product, shown.category) else None


def discontinued(site: Site, shown: Shown, feed: str) -> Values | None:
    """Nothing of the product is sold any more."""
    return FINE if not shown.offers else None


def no_price(site: Site, shown: Shown, feed: str) -> Values | None:
    """Marketplaces refuse a row without a price; goods sold on request keep their page."""
    return FINE if all(offer.price is None for offer in shown.offers) else None


def no_picture(site: Site, shown: Shown, feed: str) -> Values | None:
    """F10: marketplaces refuse a row without a picture."""
    return FINE if not shown.pictures else None


PRODUCT_RULES: dict[str, ProductRule] = {
    "service-not-goods": service,
    "excluded-by-wish": excluded,
    "example-not-for-sale": example,
    "information-only": information_only,
    "restricted-goods": restricted,
    "all-discontinued": discontinued,
    "no-price": no_price,
    "no-picture": no_picture,
}


MOST_OPTIONS = limits("shopee")["options"].most or 0
"""Options of one product at Shopee."""


def too_many_options(site: Site, shown: Shown, feed: str) -> Values | None:
    """Shopee refuses a product with more options."""
    count = len(shown.offers)
    return {"count": str(count), "most": str(MOST_OPTIONS)} if count > MOST_OPTIONS else None


OWN_PRODUCT_RULES: dict[str, ProductRule] = {"too-many-options": too_many_options}
"""Rules of one marketplace alone."""

SHOP_PRODUCT_RULES = (
    "service-not-goods",
    "excluded-by-wish",
    "example-not-for-sale",
    "information-only",
    "all-discontinued",
    "no-price",
)
"""Rules of a program for a shop of one's own: what the law lets us sell and has a price."""

SHOP_RULES = ("variant-without-price", "broken-characters", "cell-like-a-formula")

MARKETPLACE_RULES = (
    "variant-without-price",
    "preorder-without-date",
    "preorder-date-over",
    "picture-too-small",
    "title-too-short",
    "title-too-long",
    "promotional-title",
    "title-all-capitals",
    "weapon-words",
    "broken-characters",
)


# --- of one variant ----------------------------------------------------------------------------------


def variant_without_price(item: Item) -> Values | None:
    """Marketplaces refuse a row without a price."""
    return FINE if item.offer.price is None else None


def preorder_without_date(item: Item) -> Values | None:
    """F20: who orders ahead must know until when."""
    offer = item.offer
    return FINE if offer.availability == "preorder" and offer.available_from is None else None


def preorder_date_over(item: Item) -> Values | None:
    """F20: a day that has come is no day to wait for; Google refuses it."""
    return FINE if item.offer.late else None


def picture_too_small(item: Item) -> Values | None:
    """F10: a small picture is refused."""
    picture = item.picture
    if picture is None or min(picture.width, picture.height) >= SHORT_SIDE:
        return None
    return {"found": f"{picture.width}×{picture.height}", "least": str(SHORT_SIDE)}


def title_too_short(item: Item) -> Values | None:
    """F06: a title must say what it is."""
    count = len(item.title)
    return {"count": str(count), "least": str(TITLE_LEAST)} if count < TITLE_LEAST else None


def title_too_long(item: Item) -> Values | None:
    """F06: a longer title is refused or cut."""
    count = len(item.title)
    return {"count": str(count), "most": str(TITLE_MOST)} if count > TITLE_MOST else None


def promotional_title(item: Item) -> Values | None:
    """F08: a title names the goods and does not advertise them."""
    found = PROMOTION.search(item.title.lower())
    return {"found": found[0]} if found else None


def title_all_capitals(item: Item) -> Values | None:
    """F09: capitals shout."""
    title = say(item.shown.product.name, "vi")
    return FINE if _all_capitals(title) or _all_capitals(item.title) else None


def description_too_short(item: Item) -> Values | None:
    """F07: Meta refuses descriptions below ``META_LEAST`` characters."""
    count = len(item.description)
    return {"count": str(count), "least": str(META_LEAST)} if count < META_LEAST else None


def description_all_capitals(item: Item) -> Values | None:
    """Meta refuses descriptions in capitals."""
    return FINE if _all_capitals(item.description) else None


def weapon_words(item: Item) -> Values | None:
    """Knives made to injure may not be listed; nor may those that read so."""
    if not is_knife(item.shown.product, item.shown.category):
        return None
    found = _weapon(item.title) or _weapon(item.description)
    return {"found": found} if found else None


def broken_characters(item: Item) -> Values | None:
    """F19: text that went through a wrong program shows boxes and strange letters."""
    for field, text in (("title", item.title), ("description", item.description), ("brand", item.brand)):
        if broken(text):
            return {"column": field}
    return None


def formula(item: Item) -> Values | None:
    """A cell that begins so is run as a formula by Excel."""
    for field, text in (("title", item.title), ("brand", item.brand)):
        if text.startswith(("=", "+", "-", "@")):
            return {"column": field}
    return None


def contact_in_title(item: Item) -> Values | None:
    """F18: Shopee and TikTok Shop lock listings that lead buyers elsewhere."""
    found = find_contact(item.title)
    return {"found": found} if found else None


RULES: dict[str, Rule] = {
    "variant-without-price": variant_without_price,
    "preorder-without-date": preorder_without_date,
    "preorder-date-over": preorder_date_over,
    "picture-too-small": picture_too_small,
    "title-too-short": title_too_short,
    "title-too-long": title_too_long,
    "promotional-title": promotional_title,
    "title-all-capitals": title_all_capitals,
    "description-too-short": description_too_short,
    "description-all-capitals": description_all_capitals,
    "weapon-words": weapon_words,
    "broken-characters": broken_characters,
    "cell-like-a-formula": formula,
    "contact-in-title": contact_in_title,
}


# --- notes -------------------------------------------------------------------------------------------


def weight_missing(item: Item) -> Values | None:
    """F22: without the weight no marketplace can work out the postage."""
    return FINE if item.offer.weight_g is None else None


def description_short(item: Item) -> Values | None:
    """F07: a buyer who cannot touch the goods decides on the words."""
    return FINE if len(item.description) < GOOD_DESCRIPTION else None


def picture_drawn(item: Item) -> Values | None:
    """Google wants the goods themselves and refuses placeholders."""
    return FINE if item.picture is not None and item.picture.illustration else None


def ocop_not_valid(item: Item) -> Values | None:
    """F17: stars that ran out are not shown."""
    return FINE if item.shown.product.ocop is not None and not item.shown.stars else None


def contact_in_text(item: Item) -> Values | None:
    """F18: marketplaces want buyers to stay; sheets and kits leave such sentences out."""
    return FINE if find_contact(item.name) or find_contact(item.description) else None


NOTES: dict[str, Rule] = {
    "weight-missing": weight_missing,
    "description-short": description_short,
    "picture-drawn": picture_drawn,
    "ocop-not-valid": ocop_not_valid,
    "contact-in-text": contact_in_text,
}


@functools.lru_cache(maxsize=512)
def _weapon(text: str) -> str:
    words = [claim for claim in suspects(text) if claim.family == "claim-knife-weapon"]
    return next((hit.words.lower() for hit in hits(text, words)), "") if words else ""


@functools.lru_cache(maxsize=512)
def broken(text: str) -> bool:
    """Tell whether a text has characters that show it was decoded wrongly."""
    if not _SUSPECT.search(text):
        return False
    return any(kind in BROKEN for _, _, kind in hidden_characters(text)) or mojibake(text)


def _all_capitals(text: str) -> bool:
    return text.isupper() and sum(letter.isalpha() for letter in text) > 10


def product_rules(*codes: str) -> dict[str, ProductRule]:
    """Pick rules of products by name, in that order."""
    return {code: (PRODUCT_RULES.get(code) or OWN_PRODUCT_RULES[code]) for code in codes}


def item_rules(*codes: str) -> dict[str, Rule]:
    """Pick rules of variants by name, in that order."""
    return {code: RULES[code] for code in codes}
