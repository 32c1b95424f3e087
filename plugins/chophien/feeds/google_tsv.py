"""
Google Merchant Center, tab-separated values: the items of ``google.xml`` for who wants a table.

Source:
    Google Merchant Center help, "Create a text product data source", read November 2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chophien import urls
from chophien.model import Shown, Site

from . import _pipeline, _rules, google
from ._formats import Tsv
from ._pipeline import Fragment

KEY = "google-tsv"
NAME = "Google Merchant Center, TSV"
FILENAME = urls.GOOGLE_TSV
USE = "fetch"

COLUMNS = google.COLUMNS
PRODUCT_RULES = google.PRODUCT_RULES
RULES = google.RULES

row = google.row
common = google.common

TSV = Tsv(
    {
        "product_detail": ("section_name", "attribute_name", "attribute_value"),
        "shipping": ("country", "region", "service", "price"),
    }
)
"""How parts of nested attributes follow each other in a text file."""


def fragment(shown: Shown, site: Site, node: bytes = b"") -> Fragment:
    """Make the lines of one product."""
    return _pipeline.fragment(
        KEY,
        site,
        shown,
        columns=COLUMNS,
        common=common,
        row=row,
        use=USE,
        form=TSV,
        product_rules=_PRODUCT_RULES,
        rules=_RULES,
        notes={},
    )


def assemble(site: Site, fragments: Iterable[bytes]) -> Iterator[bytes]:
    """Join the lines, which come in the order of product ids, to the file."""
    return _pipeline.assemble(site, fragments, COLUMNS, TSV)


_PRODUCT_RULES = _rules.product_rules(*PRODUCT_RULES)
_RULES = _rules.item_rules(*RULES)
