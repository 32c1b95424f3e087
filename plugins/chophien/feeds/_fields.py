"""Which field of a product's file to mend, for what stays out of a feed."""

from __future__ import annotations

from chophien.model import Product

from ._pipeline import LeftOut

_PRODUCT = {
    "service-not-goods": "kind",
    "excluded-by-wish": "feeds.exclude",
    "example-not-for-sale": "example",
    "information-only": "restricted",
    "restricted-goods": "restricted",
    "all-discontinued": "variants[1].status",
    "no-price": "variants[1].price",
    "no-picture": "photos",
    "title-too-short": "name",
    "title-too-long": "name",
    "promotional-title": "name",
    "title-all-capitals": "name",
    "contact-in-title": "name",
    "description-too-short": "description",
    "description-all-capitals": "description",
    "weapon-words": "description",
    "too-many-options": "variants",
}
"""Codes whose cause is the product's; those of single variants and of columns are found otherwise."""

_VARIANT = {
    "variant-without-price": "price",
    "preorder-without-date": "status",
    "preorder-date-over": "available_from",
}

_COLUMNS = {
    "option": ("option", "variation", "thuộc tính"),
    "description": ("description",),
    "brand": ("brand",),
    "name": ("title", "tên", "name"),
    "photos": ("image", "picture"),
    "price": ("price", "giá"),
    "stock": ("stock",),
    "pack": ("weight",),
    "sku": ("sku", "mã"),
}
"""Fields by what the names of marketplaces' columns have in them, in the order in which they are looked for."""

_OF_VARIANT = frozenset({"option", "price", "stock", "pack", "sku"})


def field(out: LeftOut, product: Product) -> str:
    """
    Return the key path of the field to mend, such as ``variants[2].price``.

    It may name a field that the file does not have: then the nearest one around it is meant.
    """
    number = next((n for n, variant in enumerate(product.variants, 1) if variant.sku == out.sku), 1)
    variant = f"variants[{number}]"
    if out.code == "information-only" and product.restricted != "medicine":
        return "alcohol"  # whose strength decides
    if out.code in _VARIANT:
        return f"{variant}.{_VARIANT[out.code]}"
    if out.code == "picture-too-small":
        return _picture(product, number, variant)
    if out.code == "weapon-words":
        return "name" if out.values["found"] in product.name.get("vi", "").lower() else "description"
    found = _PRODUCT.get(out.code) or _column(out.values.get("column", "").lower(), variant)
    if found == "description" and not product.description.get("vi"):
        return "summary"  # which feeds say instead
    return found


def _picture(product: Product, number: int, variant: str) -> str:
    own = product.variants[number - 1].photo if product.variants else ""
    files = [photo.file for photo in product.photos]
    return f"photos[{files.index(own) + 1}].file" if own in files else "photos[1].file"


def _column(column: str, variant: str) -> str:
    """Guess the field from a column's name; the variant where it tells none."""
    for name, words in _COLUMNS.items():
        if any(word in column for word in words):
            return f"{variant}.{name}" if name in _OF_VARIANT else name
    return variant
