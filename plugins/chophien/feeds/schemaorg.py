"""All goods as one schema.org ``ItemList``, for whoever reads the site as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from chophien import urls
from chophien.model import Shown, Site

from . import _rules
from ._pipeline import Fragment, refused

KEY = "schemaorg"
NAME = "schema.org"
FILENAME = urls.PRODUCTS_JSON
USE = "data"

PRODUCT_RULES = (
    "service-not-goods",
    "excluded-by-wish",
    "example-not-for-sale",
    "information-only",
    "restricted-goods",
    "all-discontinued",
    "no-price",
)


def fragment(shown: Shown, site: Site, node: bytes = b"") -> Fragment:
    """
    Take one product's description.

    Args:
        node: The product as a JSON object, made where its page's description is made.
    Raises:
        ValueError: There is no such description, though the product belongs into the list.
    """
    out = refused(KEY, site, shown, _PRODUCT_RULES)
    if out is not None:
        return Fragment(left_out=(out,))
    if not node:
        raise ValueError(f"{shown.product.id} comes without its description")
    return Fragment(rows=node, items=1)


def assemble(site: Site, fragments: Iterable[bytes]) -> Iterator[bytes]:
    """Join the descriptions, which come in the order of product ids, to the file."""
    yield b'{"@context":"https://schema.org","@type":"ItemList","itemListElement":[\n'
    count = 0
    for node in fragments:
        # A product that stays out leaves an empty fragment.
        if node:
            count += 1
            entry = {"@type": "ListItem", "position": count, "item": msgspec.Raw(node)}
            yield (b",\n" if count > 1 else b"") + msgspec.json.encode(entry)
    yield b'\n],"numberOfItems":' + str(count).encode() + b"}\n"


_PRODUCT_RULES = _rules.product_rules(*PRODUCT_RULES)
