"""Pages for who lists goods elsewhere: the kit of one product, and the list of all kits. Vietnamese only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chophien import urls
from chophien.model import ProductCard, Shown, Site

from .engine import render, tongue
from .frame import frame

LANG = "vi"


def kit(site: Site, *, shown: Shown, kit: Any, photos: int) -> str:
    """
    Render the kit of one product.

    Args:
        shown: The product, resolved for a day.
        kit: Its ``blocks`` (each with ``place``, ``groups`` of ``fields``, ``papers``), the lines of its ``label``,
            and its ``notices``.
        photos: How many photos its bundle holds.
    """
    words = tongue(LANG)
    id = shown.product.id
    context = frame(
        site, LANG, [(LANG, urls.kit(id))], title=words.say("kit-of", name=words.plain(shown.product.name)),
        description=words.say("kit-text"), section="products", staff=True,
        crumbs=[(words.say("section.products"), urls.path("products", LANG)),
                (words.plain(shown.product.name), urls.path("product", LANG, id))],
        picture=shown.pictures[0] if shown.pictures else None,
    )  # fmt: skip
    context |= {
        "kit": kit,
        "name": words.plain(shown.product.name),
        "photos": photos,
        "bundle": urls.kit_photos(id),
        "texts": {block.place.key: urls.kit_text(id, block.place.key) for block in kit.blocks},
        "back": urls.KITS_PAGE,
    }
    return render("kit.html", site, context)


def kit_list(site: Site, *, cards: Sequence[ProductCard]) -> str:
    """Render the list of all kits, and where the loudspeaker's bulletin is."""
    words = tongue(LANG)
    context = frame(
        site, LANG, [(LANG, urls.KITS_PAGE)], title=words.say("kits"), description=words.say("kits-text"),
        section="products", staff=True,
    )  # fmt: skip
    context |= {"cards": [(card, urls.kit(card.id)) for card in cards], "loudspeaker": urls.LOUDSPEAKER}
    return render("kit-list.html", site, context)
