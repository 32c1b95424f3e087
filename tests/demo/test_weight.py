"""What a first visit costs: the bytes of every page with its style and script, as a host sends them."""

from __future__ import annotations

import re
import zlib

import pytest

from .kinds import STAFF, kind_of
from .reading import Built, Page
from .weighing import KB, allowed, squeezed, weight

FIRST_FLIGHT = 14 * KB
"""What a server may send before the first answer comes back (RFC 6928): ten packets."""


@pytest.fixture(scope="module")
def pages(demo: Built) -> list[Page]:
    return demo.pages()


def test_no_page_is_heavy(demo: Built, pages: list[Page]) -> None:
    weights = {page.path: weight(demo.output, page.path) for page in pages}
    assert {path: found for path, found in weights.items() if found > allowed(path)} == {}


def test_the_first_packets_hold_what_the_page_is_about(pages: list[Page], demo: Built) -> None:
    for page in pages:
        sent = squeezed(demo.output / page.path)[:FIRST_FLIGHT]
        begun = zlib.decompressobj(wbits=31).decompress(sent).decode("utf-8", "ignore")
        heading = re.search(r"<h1[ >].*?</h1>", page.text, re.DOTALL)
        assert heading and heading[0] in begun, page.path
        lead = re.search(r'<p class="lead">.*?</p>', page.text, re.DOTALL)
        assert lead is None or lead[0] in begun, page.path


def test_one_style_blocks_a_page_and_no_script(pages: list[Page]) -> None:
    for page in pages:
        [style] = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.text)
        assert ("chophien-staff-" in style) == (kind_of(page.path)[0] in STAFF), page.path
        outside = [script for script in page.scripts if "src" in script]
        assert all("defer" in script for script in outside), page.path
