"""
Write the golden files again, after a wanted change: ``python -m feeds.golden`` in ``tests``.

Read the difference before it is committed; it is what marketplaces will see.
"""

from pathlib import Path

from chophien import jsonld
from chophien.feeds import EXPORTERS

from . import shop

HERE = Path(__file__).parent / "golden"
FEEDS = tuple(EXPORTERS)


def made(key: str) -> bytes:
    """Make one feed of the shop's goods, in the order of their ids."""
    exporter = EXPORTERS[key]
    rows = []
    for item in (shop.HONEY, shop.TEAS):
        shown = shop.shown(item)
        rows.append(exporter.fragment(shown, shop.SITE, jsonld.product_node(shop.SITE, "vi", shown)).rows)
    return b"".join(exporter.assemble(shop.SITE, rows))


def path(key: str) -> Path:
    """Return where a feed's golden file lies."""
    return HERE / Path(EXPORTERS[key].FILENAME).name


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for key in FEEDS:
        path(key).write_bytes(made(key))
