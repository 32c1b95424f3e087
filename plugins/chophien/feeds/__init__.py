"""
Marketplace feeds, and the machine-readable lists of the site.

A marketplace is one module with ``COLUMNS`` and ``row``; the entry in ``EXPORTERS`` switches it on.
Each works in two steps, so that a build can keep what has not changed::

    made = EXPORTERS["google"].fragment(shown, site, node)    # for one product: rows, left out, notes
    EXPORTERS["google"].assemble(site, [made.rows, ...])      # in the order of product ids
"""

from collections.abc import Mapping, Sequence
from typing import Any

from chophien.model import Site

from . import (
    _listing,
    _report,
    acp,
    catalog,
    google,
    google_tsv,
    haravan,
    kiotviet,
    medusa,
    meta,
    openai,
    sapo,
    schemaorg,
    shopee,
    shopify,
    sitemap,
    tiktok,
    tiktokshop,
    vendure,
    woocommerce,
)
from ._fields import field
from ._listing import Ordered
from ._pipeline import Exporter, Fragment, LeftOut
from ._report import Counted, counts, merge
from .llms import llms
from .reasons import explain
from .sitemap import robots

EXPORTERS: dict[str, Exporter] = {
    google.KEY: google,
    google_tsv.KEY: google_tsv,
    meta.KEY: meta,
    tiktok.KEY: tiktok,
    woocommerce.KEY: woocommerce,
    shopify.KEY: shopify,
    haravan.KEY: haravan,
    sapo.KEY: sapo,
    kiotviet.KEY: kiotviet,
    shopee.KEY: shopee,
    tiktokshop.KEY: tiktokshop,
    acp.KEY: acp,
    openai.KEY: openai,
    vendure.KEY: vendure,
    medusa.KEY: medusa,
    schemaorg.KEY: schemaorg,
}
"""Every feed there is, by the name that a product's ``feeds: exclude`` uses."""

OFF: dict[str, dict[str, str]] = {key: module.OFF for key, module in (
    (acp.KEY, acp), (openai.KEY, openai), (vendure.KEY, vendure), (medusa.KEY, medusa),
)}  # fmt: skip
"""Feeds that are written only where ``feeds`` of the commune names them, and why, in Vietnamese and English."""

SHEETS = {shopee.KEY: shopee, tiktokshop.KEY: tiktokshop}
"""Sheets whose rows a seller copies into a template of the marketplace."""


def active(site: Site) -> dict[str, Exporter]:
    """Return the feeds that this site writes."""
    wanted = site.commune.feeds
    return {key: exporter for key, exporter in EXPORTERS.items() if key not in OFF or key in wanted}


def companions(site: Site) -> dict[str, bytes]:
    """Make the files that belong to a feed beside its goods, by their paths."""
    return acp.companions(site) if acp.KEY in active(site) else {}


def switched_off(site: Site, lang: str) -> list[dict[str, str]]:
    """List for the report page the feeds that this site does not write: key, name, file and why."""
    tag = "vi" if lang == "vi" else "en"
    there = active(site)
    return [
        {"key": key, "name": EXPORTERS[key].NAME, "file": EXPORTERS[key].FILENAME, "why": why[tag]}
        for key, why in OFF.items()
        if key not in there
    ]


def template_keys(written: str) -> list[str]:
    """Read the keys of a seller's template; see ``_listing.keys``."""
    return _listing.keys(written)


def order(key: str, sheet: bytes, template_keys: Sequence[str]) -> Ordered:
    """Put the columns of a sheet of ``SHEETS`` into the order of a seller's template; see ``_listing.order``."""
    return _listing.order(sheet, SHEETS[key].COLUMNS, template_keys)


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
    "OFF",
    "SHEETS",
    "Counted",
    "Exporter",
    "Fragment",
    "LeftOut",
    "Ordered",
    "active",
    "catalog",
    "companions",
    "counts",
    "explain",
    "field",
    "llms",
    "merge",
    "order",
    "report",
    "report_rows",
    "robots",
    "sitemap",
    "switched_off",
    "template_keys",
]
