"""Plain text of an author's Markdown, as marketplaces want it: one line, NFC."""

from __future__ import annotations

import functools
import re

from chophien import markup
from chophien.text import nfc

# Without any of these, Markdown is its own plain text, and need not be parsed.
_MARKED = re.compile(
    r"[\\`*_\[\]<>&|~#]|^[ \t]*(?:[-+=]|\d+[.)])|^(?: {4}|\t)|\n[ \t]*(?: {4}|\t)", re.MULTILINE
)


@functools.lru_cache(maxsize=4096)
def plain(source: str) -> str:
    """Turn Markdown into one line of plain text."""
    return " ".join((markup.plain(source) if _MARKED.search(source) else nfc(source)).split())
