"""
Google Merchant Center, tab-separated values: the items of ``google.xml`` for who wants a table.

Source:
    Google Merchant Center help, "Create a text product data source", read November 2026.
"""

from __future__ import annotations

from chophien import urls

from . import _pipeline, _rules, google
from ._formats import Tsv

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


TABLE = _pipeline.Table(
    KEY,
    columns=COLUMNS,
    form=TSV,
    use=USE,
    common=common,
    row=row,
    product_rules=_rules.product_rules(*PRODUCT_RULES),
    rules=_rules.item_rules(*RULES),
    notes={},
)
fragment, assemble = TABLE.fragment, TABLE.assemble
