"""
Marketplace feeds, and the machine-readable lists of the site.

A marketplace is one module with ``COLUMNS`` and ``row``; the entry in ``EXPORTERS`` switches it on.
Each works in two steps, so that a build can keep what has not changed::

    made = EXPORTERS["google"].fragment(shown, site, node)    # for one product: rows, left out, notes
    EXPORTERS["google"].assemble(site, [made.rows, ...])      # in the order of product ids
"""

from collections.abc import Mapping
from typing import Any

from chophien.model import Site

from . import _report, catalog, google, meta, schemaorg, sitemap
from ._pipeline import Exporter, Fragment, LeftOut
from ._report import merge
from .reasons import explain
from .sitemap import robots

EXPORTERS: dict[str, Exporter] = {
    google.KEY: google,
    meta.KEY: meta,
    schemaorg.KEY: schemaorg,
}
"""Every feed that is written, by the name that a product's ``feeds: exclude`` uses."""


def report(site: Site, results: Mapping[str, Fragment], before: Mapping[str, int] | None = None) -> bytes:
    """Write ``feeds/report.json`` from each feed's merged fragments; see ``_report.report``."""
    return _report.report(site, results, EXPORTERS, before)


def report_rows(
    site: Site, results: Mapping[str, Fragment], lang: str, before: Mapping[str, int] | None = None
) -> list[dict[str, Any]]:
    """List what the report page shows of each feed; see ``_report.rows``."""
    return _report.rows(site, results, EXPORTERS, lang, before)


__all__ = [
    "EXPORTERS",
    "Exporter",
    "Fragment",
    "LeftOut",
    "catalog",
    "explain",
    "merge",
    "report",
    "report_rows",
    "robots",
    "sitemap",
]
