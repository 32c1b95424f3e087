"""Plain text of an author's Markdown, as marketplaces want it: one line, NFC."""

from __future__ import annotations

import functools
import re

from chophien import markup
from chophien.text import nfc

_INLINE = re.compile(r"[\\`*_\[\]<>&|~#\r]")
_LINE_START = re.compile(r"[ \t]*(?:[-+=]|[0-9]+[.)])|[ ]*\t|[ ]{4}")


@functools.lru_cache(maxsize=4096)
def plain(source: str) -> str:
    """Turn Markdown into one line of plain text."""
    return " ".join((markup.plain(source) if _marked(source) else nfc(source)).split())


def _marked(source: str) -> bool:
    """Tell whether a text may hold Markdown; without it, it need not be parsed, which takes long."""
    return bool(_INLINE.search(source)) or any(map(_LINE_START.match, source.split("\n")))
