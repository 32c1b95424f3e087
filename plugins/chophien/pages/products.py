"""Lists of goods, and the page of one product."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from chophien import urls
from chophien.model import (
    PRICE_BANDS,
    THIN,
    Address,
    Offer,
    Payment,
    Phrase,
    PlaceCard,
    Producer,
    Product,
    ProductCard,
    Shown,
    Site,
    is_drink,
    payee,
)
from chophien.model.tables import RESTRICTED
from chophien.text import purpose_of

from .engine import product_cards, render, tongue
from .frame import everywhere, frame
from .lists import listed_paths, numbered, pager
from .tongue import Tongue
from .ways import ways

SEEN_FIRST = 2
"""How many pictures of a list are fetched at once, being seen before scrolling."""
STORY = ("name", "history", "characteristics", "unique", "reason", "audience", "benefits", "channel")
"""The eight elements of a product's story, in the order they are read."""

Rows = list[tuple[str | Markup, str | Markup]]
"""Name and content of each line of a table."""


def product_list(
    site: Site,
    lang: str,
    *,
    cards: tuple[ProductCard, ...],
    page: int = 1,
    pages: int = 1,
    total: int = 0,
    category: str | None = None,
    categories: tuple[tuple[str, int], ...] = (),
    facet: str = "",
    facets: tuple[tuple[str, int], ...] = (),
    everything: int = 0,
    graph: str = "",
) -> str:
    """
    Render one page of the list of goods: all, those of a category, or those of a facet.

    Args:
        cards: Goods of this page.
        page: Its number, from 1.
        pages: How many there are.
        total: Goods on all pages together.
        category: Category shown, or none for all goods.
        categories: Categories to offer, each with its number of goods.
        facet: Facet shown, one of ``model.FACETS``, or none.
        facets: Facets to offer, each with its number of goods; 0 where that is not said.
        everything: Goods there are in all, whatever is shown; 0 where that is not said.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    kind, id = ("category", category) if category else ("facet", facet) if facet else ("products", "")
    name: Phrase = site.categories[category].name if category else {}
    place = words.plain(site.commune.name)
    if facet:
        heading = facet_title(lang, facet)
        intro = words.say(f"facet-intro.{facet.partition('-')[0]}", name=heading, commune=place)
    else:
        heading = words.plain(name) if category else words.say("section.products")
        intro = words.say("products-of-category" if category else "products-intro", name=heading, commune=place)
    context = frame(
        site, lang, listed_paths(site.languages, kind, page, id), title=numbered(heading, lang, page),
        description=numbered(intro, lang, page), section="products", graph=graph,
        crumbs=[(words.say("section.products"), urls.path("products", lang))] if id else (),
        listed=facet not in THIN,
    )  # fmt: skip
    context |= {
        "heading": words.t(name) if category else heading,
        "intro": intro,
        "cards": product_cards(cards, lang, context["root"], 2, SEEN_FIRST),
        "total": total or len(cards),
        "everything": everything,
        "filtered": words.plain(name) if category else _filtered(facet, words) if facet else "",
        "filters": _filters(site, words, category or "", categories, facet, facets),
        "makers": "producers" in site.sections,
        "pager": pager(kind, lang, page, pages, id),
    }
    return render("product-list.html", site, context)


def facet_title(lang: str, facet: str) -> str:
    """Name the goods of a facet, as the title of their list."""
    words = tongue(lang)
    return words.say(f"facet-title.{facet.partition('-')[0]}", name=facet_name(facet, words))


def facet_name(facet: str, words: Tongue) -> str:
    """Name a facet in few words, such as a band of prices."""
    kind, _, number = facet.partition("-")
    if kind == "season":
        return words.say("season-goods")
    if kind == "ocop":
        return words.say("ocop-stars", count=number)
    band = int(number)
    least = words.dong(PRICE_BANDS[band - 1]) if band else ""
    most = words.dong(PRICE_BANDS[band]) if band < len(PRICE_BANDS) else ""
    key = "price-under" if not least else "price-between" if most else "price-over"
    return words.say(key, least=least, most=most)


def _filtered(facet: str, words: Tongue) -> str:
    """Name a facet by itself, away from its group: a band of prices needs the word."""
    name = facet_name(facet, words)
    return f"{words.say('filter.price')} {name}" if facet.startswith("price-") else name


Filter = tuple[str, Phrase | str, str, int, bool]


def _filters(
    site: Site,
    words: Tongue,
    category: str,
    categories: Sequence[tuple[str, int]],
    facet: str,
    facets: Sequence[tuple[str, int]],
) -> list[tuple[str, list[Filter]]]:
    """
    Collect by what the list can be narrowed.

    Returns:
        One entry a group: its key, and its choices as (kind of page, name, id, number of goods, whether it is shown).
    """
    found: dict[str, list[Filter]] = {}
    if len(categories) > 1:
        found["categories"] = [
            ("category", site.categories[key].name, key, count, key == category)
            for key, count in categories
            if key in site.categories
        ]
    for key, count in facets:
        choice: Filter = ("facet", facet_name(key, words), key, count, key == facet)
        found.setdefault(key.partition("-")[0], []).append(choice)
    return list(found.items())


def _origin(product: Product, site: Site, words: Tongue) -> str | Markup:
    origin = product.origin
    if origin is None:
        return ""
    province = {"vi": origin.province} if origin.province else {}
    parts = [part for part in (words.t(origin.place), _province(province, site, words)) if part]
    parts.append(words.say.get(f"country.{origin.country}", origin.country))
    return Markup(", ").join(parts)


def _province(found: Phrase, site: Site, words: Tongue) -> str | Markup:
    """Write a province; the commune's own is known in every language that the commune names it in."""
    ours = site.commune.province
    bare = re.sub(r"^(tỉnh|thành phố)\s+", "", found.get("vi", ""), flags=re.IGNORECASE)
    same = words.strange(found) and bare == ours.get("vi", "")
    return words.t(ours if same else found)


def address(found: Address | None, site: Site, words: Tongue) -> str | Markup:
    """Write an address on one line; parts that are only there in Vietnamese are marked as such."""
    if found is None:
        return ""
    town = site.commune
    parts = [words.t(found.street), words.t(found.commune), _province(found.province, site, words)]
    if words.strange(found.commune) and town.name.get(words.lang):
        ours = town.name.get("vi", "")
        if found.commune["vi"].casefold() in {ours.casefold(), f"{town.kind} {ours}".casefold()}:
            parts[1] = words.say(f"commune-kind.{town.kind}", name=words.plain(town.name))
    return Markup(", ").join(part for part in parts if part)


def _label(shown: Shown, producer: Producer | None, site: Site, words: Tongue) -> Rows:
    """Collect what stands on the label, in the order the law names it."""
    product, say, t = shown.product, words.say, words.t
    rows: list[tuple[str | Markup, str | Markup]] = []
    if producer is not None:
        rows.append((say("label.responsible"), t(producer.name)))
        if producer.address is not None:
            rows.append((say("label.address"), address(producer.address, site, words)))
    if product.brand:
        rows.append((say("label.brand"), product.brand))
    rows.append((say("label.origin"), _origin(product, site, words)))
    nets = list(dict.fromkeys(words.quantity(offer.net) for offer in shown.offers if offer.net is not None))
    rows.append((say("label.net"), "; ".join(nets)))
    rows.append((say("label.ingredients"), t(product.ingredients)))
    if product.alcohol is not None:
        rows.append((say("label.alcohol"), say("percent-volume", number=words.number(product.alcohol))))
    if product.shelf_life:
        rows.append((say("label.shelf-life"), words.duration(product.shelf_life)))
    rows.append((say("label.storage"), t(product.storage)))
    rows.append((say("label.usage"), t(product.usage)))
    blade = product.blade
    if blade is not None:
        size = say("blade-size", length=words.number(blade.length_cm), width=words.number(blade.width_cm))
        rows.append((say("label.blade"), size))
        rows.append((say("label.pointed"), say("yes" if blade.pointed else "no")))
        rows.append((say("label.folding"), say("yes" if blade.folding else "no")))
        if blade.declared:
            rows.append((say("label.declared"), say("yes")))
    rows.extend((t(fact.name), t(fact.value)) for fact in product.facts)
    found = product.declaration
    if found is not None:
        when = f" ({words.day(found.date)})" if found.date else ""
        basis = f"; {found.basis}" if found.basis else ""
        rows.append((say("label.declaration"), f"{found.kind} {found.number}{when}{basis}"))
    return [row for row in rows if row[1]]


def dong(lang: str, amount: int) -> str:
    """Write a price as pages of a language have it."""
    return tongue(lang).dong(amount)


def code_title(lang: str, payment: Payment, offer: Offer | None = None) -> str:
    """Say what a transfer code is for, to who cannot see it."""
    words = tongue(lang)
    to = payee(payment)
    if offer is None or offer.price is None:
        return words.say("transfer-code", bank=to.bank.name, account=to.account)
    amount = words.dong(offer.price)
    return words.say("transfer-code-amount", bank=to.bank.name, account=to.account, amount=amount)


def product(
    site: Site,
    lang: str,
    *,
    shown: Shown,
    related: tuple[ProductCard, ...] = (),
    place: PlaceCard | None = None,
    share: Mapping[str, str] = {},
    transfers: Sequence[tuple[Offer | None, str]] = (),
    kit: str = "",
    ask: Markup | None = None,
    graph: str = "",
) -> str:
    """
    Render the page of one product.

    Args:
        shown: The product, resolved for a day; its producer as ``model.public`` leaves it.
        related: Other goods to show below.
        place: Where it is made.
        share: Output paths of its share cards by shape.
        transfers: Finished SVG of codes to pay its seller, each with the offer whose price it carries.
        kit: Output path of its listing kit, for who sells it.
        ask: What the visitor's list keeps of it, from ``asked``; none for what nobody can order.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    say = words.say
    goods = shown.product
    name = words.plain(goods.name)
    context = frame(
        site, lang, everywhere(site, "product", goods.id), title=name, description=words.plain(goods.summary),
        section="products", graph=graph, kind="article" if shown.information_only else "product", share=share,
        picture=shown.pictures[0] if shown.pictures else None, record=goods,
        crumbs=[(say("section.products"), urls.path("products", lang)),
                (words.plain(shown.category.name), urls.path("category", lang, shown.category.id))],
    )  # fmt: skip
    producer = shown.producer
    prices = [] if shown.information_only else [offer.price for offer in shown.offers if offer.price is not None]
    seller = words.plain(producer.name) if producer else ""
    # The seller reads Vietnamese, whatever the visitor's language.
    ours = goods.name.get("vi") or name
    seller_vi = tongue("vi")
    message = seller_vi.say("order-message", name=ours, seller=seller_vi.plain(producer.name) if producer else "")
    story = goods.story
    context |= {
        "shown": shown,
        "product": goods,
        "producer": producer,
        "seller": seller,
        "name": words.headline(goods.name),
        "low": min(prices, default=None),
        "several": len(set(prices)) > 1,
        "options": _option_name(shown, words),
        "sold_out": bool(shown.offers) and all(offer.availability == "out_of_stock" for offer in shown.offers),
        "ways": [] if shown.information_only else ways(producer, message, ours, words),
        "message": message,
        "ask": ask,
        "label": _label(shown, producer, site, words),
        "story": [(key, words.t(found)) for key in STORY if (found := getattr(story, key))] if story else [],
        "adult": is_drink(goods, shown.category),
        "caution": goods.restricted if goods.restricted in RESTRICTED else "",
        "related": product_cards(related, lang, context["root"]),
        "place": place,
        "shipping": goods.shipping_fee,
        "kit": kit,
        "transfers": [
            (offer, purpose_of(offer.sku) if offer else "", Markup(code))  # noqa: S704 (our own drawing)
            for offer, code in transfers
        ],
        "payee": payee(producer.payment) if transfers and producer and producer.payment else None,
    }
    return render("product.html", site, context)


def _option_name(shown: Shown, words: Tongue) -> str | Markup:
    """Return what the variants differ by, when they agree on it."""
    names = {offer.option_name.get("vi", ""): offer.option_name for offer in shown.offers}
    found = next(iter(names.values()), {}) if len(names) == 1 else {}
    return words.t(found) or words.say("variant")
