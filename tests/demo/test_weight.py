"""What a first visit costs: the bytes of every page with its style and script, as a host sends them."""

from __future__ import annotations

import gzip
import re
import zlib
from functools import cache
from pathlib import Path

import pytest

from .kinds import STAFF, kind_of
from .reading import Built, Page

KB = 1024
MOST = {"home": 40 * KB}
MOST_ELSE = 30 * KB
FIRST_FLIGHT = 14 * KB
"""What a server may send before the first answer comes back (RFC 6928): ten packets."""


@cache
def _squeezed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 9, mtime=0)


def _parts(demo: Built, page: Page) -> list[Path]:
    """Return the files a page cannot be shown without: itself, its styles and scripts."""
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.text)
    wanted = [*styles, *(script["src"] for script in page.scripts if "src" in script)]
    assert len(wanted) >= 2, page.path
    here = demo.output / page.path
    return [here, *((demo.output if name.startswith("/") else here.parent) / name.lstrip("/") for name in wanted)]


@pytest.fixture(scope="module")
def pages(demo: Built) -> list[Page]:
    return demo.pages()


def test_no_page_is_heavy(demo: Built, pages: list[Page]) -> None:
    weights = {page.path: sum(len(_squeezed(part)) for part in _parts(demo, page)) for page in pages}
    allowed = {path: MOST.get(kind_of(path)[0], MOST_ELSE) for path in weights}
    assert {path: weight for path, weight in weights.items() if weight > allowed[path]} == {}


def test_the_first_packets_hold_what_the_page_is_about(pages: list[Page], demo: Built) -> None:
    for page in pages:
        sent = _squeezed(demo.output / page.path)[:FIRST_FLIGHT]
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
