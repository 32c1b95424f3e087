"""What a visitor may be told on a given day: price, availability, season and valid stars."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from chophien.text import add_months, chain

from .records import Category, Phrase, Product, Recognition, Variant

VALID_MONTHS = 36
"""An OCOP result is valid 36 months from its decision (OCOP programme, as published in 2025)."""


def expiry(recognition: Recognition) -> date:
    """Return the last day of a recognition."""
    return recognition.expires or add_months(recognition.issued, VALID_MONTHS)


def stars(product: Product, today: date) -> int:
    """Return the product's stars while its recognition is valid, else 0."""
    found = product.ocop
    return found.stars if found and found.issued <= today <= expiry(found) else 0


def in_season(product: Product, today: date) -> bool:
    """Tell whether the product is to be had this month; no months means all year."""
    return not product.season or today.month in product.season


def on_sale(variant: Variant, today: date) -> bool:
    """Tell whether the variant's lower price counts today."""
    sale = variant.sale
    return bool(sale and variant.price is not None and sale.price < variant.price and sale.since <= today <= sale.until)


def price(variant: Variant, today: date) -> int | None:
    """Return today's price in dong, or none when it is asked for."""
    if variant.sale is not None and on_sale(variant, today):
        return variant.sale.price
    return variant.price


def availability(product: Product, variant: Variant, today: date) -> str:
    """Return ``in_stock``, ``out_of_stock``, ``preorder`` or ``discontinued``."""
    if variant.status in {"discontinued", "out_of_stock"}:
        return variant.status
    if variant.status == "preorder":
        return "preorder"
    if variant.stock == 0 or not in_season(product, today):
        return "out_of_stock"
    return "in_stock"


def awaited(variant: Variant, today: date) -> bool:
    """Tell whether the day has come from which the variant was to be had."""
    return variant.available_from is not None and variant.available_from <= today


FOOD_LABELS = frozenset({"food", "alcohol", "health_supplement"})
"""Kinds of label of packed food: papers on its safety, and who answers for it (Decrees 43/2017 and 342/2025)."""


def is_drink(product: Product, category: Category | None = None) -> bool:
    """Tell whether a product is alcoholic by its mark, its strength or its group."""
    by_group = category is not None and category.label == "alcohol"
    return product.restricted == "alcohol" or bool(product.alcohol) or by_group


def is_knife(product: Product, category: Category | None = None) -> bool:
    """Tell whether a product is a knife by its mark, its blade or its group."""
    by_group = category is not None and category.label == "knife_tool"
    return product.restricted == "knife" or product.blade is not None or by_group


def held(product: Product, category: Category | None = None) -> bool:
    """Tell whether a product is kept off marketplaces until the commune allows it."""
    if product.feeds is not None and product.feeds.allow_restricted:
        return False
    return bool(product.restricted) or is_drink(product, category) or is_knife(product, category)


def information_only(product: Product) -> bool:
    """Tell whether the law lets us describe the product only: spirits of 15 % and more, medicine."""
    return product.restricted == "medicine" or (product.alcohol or 0) >= 15


def say(phrase: Phrase, lang: str) -> str:
    """Return a phrase in a language, else in English for guests from elsewhere, else in Vietnamese, else empty."""
    return phrase.get(lang) or phrase.get(spoken_in(phrase, lang), "")


_MAIN = ("name", "title", "summary", "description", "about", "body")
"""The texts that make a record readable in a language."""


def spoken(record: object, lang: str) -> bool:
    """Tell whether a record has any of its main texts in a language; it always has them in Vietnamese."""
    return lang == "vi" or any(getattr(record, field, {}).get(lang) for field in _MAIN)


def tongues(record: object) -> tuple[str, ...]:
    """Return the languages beside Vietnamese in which a record has any of its main texts."""
    found = {tag for field in _MAIN for tag, text in getattr(record, field, {}).items() if text}
    return tuple(sorted(found - {"vi"}))


def spoken_in(phrase: Phrase, lang: str, among: Container[str] | None = None) -> str:
    """
    Return the language ``say`` would answer in; where there is no text at all, the one asked for.

    Args:
        among: Languages that count, such as those of the site where each text has a page of its own; by default all.
    """
    return next((tag for tag in chain(lang) if phrase.get(tag) and (among is None or tag in among)), lang)


def page_language(record: object, lang: str) -> str:
    """Return the language that a record's page speaks: the first of ``chain`` in which it has a main text."""
    return next(tag for tag in chain(lang) if spoken(record, tag))
