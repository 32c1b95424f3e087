"""The list of what a visitor wants to ask for: what a product's page tells it, and the page that shows it."""

from __future__ import annotations

import json

import msgspec
from markupsafe import Markup

from chophien import text, urls
from chophien.i18n import SOURCE
from chophien.model import Offer, Phrase, Shown, Site
from chophien.text import chain

from .engine import render, tongue
from .frame import everywhere, frame
from .tongue import Tongue
from .ways import addresses

WRITTEN = (
    "ask-buy", "ask-book", "ask-also-book", "ask-named", "ask-named-option", "ask-line", "ask-line-open",
    "ask-line-out", "ask-line-season", "ask-line-preorder", "ask-total", "ask-total-part", "ask-deliver", "ask-when",
    "ask-thanks", "ask-thanks-book", "ask-money", "ask-subject",
)  # fmt: skip
"""Words of the message, which the script writes in the seller's language and in the visitor's."""
SAID = (
    "ask-less", "ask-more", "ask-count-of", "ask-remove-of", "ask-removed", "ask-cleared", "ask-clear-sure",
    "ask-copied", "ask-copied-paste", "ask-not-copied", "ask-full", "ask-sum", "ask-note-open", "ask-note-out",
    "ask-note-season", "ask-note-preorder", "ask-note-gone", "ask-note-price",
)  # fmt: skip
"""Words that the script says to the visitor alone."""
_STATES = {"in_stock": "", "preorder": "preorder"}
_CHATS = ("zalo", "sms", "messenger", "facebook", "email", "call")
"""Ways to send the message, the likeliest first; a web site of the seller's own takes none."""


def ask_list(site: Site, lang: str, *, graph: str = "") -> str:
    """Render the page of the list; a script fills it from the visitor's device, without one it leads to the sellers."""
    words = tongue(lang)
    context = frame(
        site, lang, everywhere(site, "ask"), title=words.say("section.ask"), listed=False, graph=graph,
        description=words.say("ask-describe", site=words.plain(site.name)),
    )  # fmt: skip
    said = {tag: _written(tongue(tag)) for tag in dict.fromkeys((SOURCE, lang))}
    said[lang] |= {key: words.say(key) for key in SAID}
    context |= {
        "chats": _CHATS,
        "words": _block(json.dumps(said, ensure_ascii=False, separators=(",", ":"))),
        "product": urls.path("product", lang, "{id}"),
    }
    return render("ask.html", site, context)


def _written(words: Tongue) -> dict[str, str]:
    """Return the words of the message; that for money as a sample, whose way of writing the script follows."""
    return {key: words.say(key) for key in WRITTEN} | {"ask-money": words.say("ask-money", amount=words.number(1000))}


def asked(site: Site, shown: Shown) -> Markup | None:
    """
    Return what the list keeps of a product, as JSON; none for what nobody can order.

    It is the same in every language, so that the list reads right after the visitor changes the language: texts
    that differ are objects by language tag. Left out are a price that is asked for and the state "in stock".
    """
    product, producer = shown.product, shown.producer
    if producer is None or shown.information_only or not shown.offers:
        return None
    names = {lang: tongue(lang) for lang in site.languages}
    langs = tuple(dict.fromkeys(tag for lang in site.languages for tag in chain(lang)))
    sent: dict[str, object] = {"id": product.id, "name": _text(product.name, langs)}
    if product.kind == "service":
        sent["service"] = True
    ways = {kind: address for kind, address, _ in addresses(producer, tongue(SOURCE)) if kind in _CHATS}
    if "messenger" in ways:
        ways.pop("facebook")
    by = {"id": producer.id, "name": _text(producer.name, langs), "ways": ways}
    sent["by"] = by | {"phone": text.write_phone(producer.phone)} if producer.phone else by
    offers = []
    for offer in shown.offers:
        kept: dict[str, object] = {"sku": offer.sku}
        option = offer.option
        if not option and offer.net is not None:
            option = {lang: words.quantity(offer.net) for lang, words in names.items()}
        if option:
            kept["option"] = _text(option, langs)
        if offer.price is not None:
            kept["price"] = offer.price
        if state := _state(offer, shown.in_season):
            kept["state"] = state
        offers.append(kept)
    sent["offers"] = offers
    return _block(msgspec.json.encode(sent).decode())


def _text(phrase: Phrase, langs: tuple[str, ...]) -> str | dict[str, str]:
    """Return a text in these languages, or by itself when it is the same in all of them."""
    found = {lang: phrase[lang] for lang in langs if phrase.get(lang)}
    return phrase.get(SOURCE, "") if set(found.values()) <= {phrase.get(SOURCE)} else found


def _state(offer: Offer, in_season: bool) -> str:
    return _STATES.get(offer.availability, "out" if in_season else "season")


def _block(data: str) -> Markup:
    """Return JSON that cannot end the element it stands in."""
    return Markup(data.replace("<", "\\u003c"))  # noqa: S704
