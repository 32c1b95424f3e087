"""What a first visit to a page costs: its bytes with its style and script, as a host sends them."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

from .kinds import kind_of

KB = 1024
MOST = {"home": 40 * KB}
MOST_ELSE = 30 * KB


def allowed(path: str) -> int:
    """Return how many bytes a page may cost."""
    return MOST.get(kind_of(path)[0], MOST_ELSE)


@cache
def squeezed(file: Path) -> bytes:
    """Return a file as a host sends it."""
    return gzip.compress(file.read_bytes(), 9, mtime=0)


def weight(output: Path, path: str) -> int:
    """Return the bytes of all that a page cannot be shown without: itself, its styles and scripts."""
    here = output / path
    text = here.read_text("utf-8")
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    wanted = [*styles, *re.findall(r'<script\b[^>]*\bsrc="([^"]+)"', text)]
    assert len(wanted) >= 2, path
    parts = [(output if name.startswith("/") else here.parent) / name.lstrip("/") for name in wanted]
    return sum(len(squeezed(part)) for part in (here, *parts))
