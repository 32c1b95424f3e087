"""Plain text of an author's Markdown, as marketplaces want it: NFC, no marks."""

from __future__ import annotations

import functools
import re
from html import escape

from chophien import markup
from chophien.text import nfc

EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\u20e3\U000e0020-\U000e007f]+"
)
"""Signs that TikTok refuses in texts and places in titles; what they say stands in the words beside them."""

_GAP = re.compile(r"\n\s*\n")
_INLINE = re.compile(r"[\\`*_\[\]<>&|~#\r]")
_LINE_START = re.compile(r"[ \t]*(?:[-+=]|[0-9]+[.)])|[ ]*\t|[ ]{4}")


@functools.lru_cache(maxsize=4096)
def plain(source: str) -> str:
    """Turn Markdown into one line of plain text."""
    return " ".join(" ".join(paragraphs(source)).split())


@functools.lru_cache(maxsize=4096)
def paragraphs(source: str) -> tuple[str, ...]:
    """Turn Markdown into plain text, one line a paragraph."""
    lines = markup.plain(source).split("\n") if _marked(source) else _GAP.split(nfc(source))
    return tuple(found for line in lines if (found := " ".join(line.split())))


@functools.lru_cache(maxsize=4096)
def html(source: str) -> str:
    """Turn Markdown into paragraphs of HTML without links, which would lead nowhere on another site."""
    return "".join([f"<p>{escape(line, quote=False)}</p>" for line in paragraphs(source)])


def without_emoji(text: str) -> str:
    """Remove emoji from a text."""
    return text if text.isascii() else " ".join(EMOJI.sub(" ", text).split())


def _marked(source: str) -> bool:
    """Tell whether a text may hold Markdown; without it, it need not be parsed, which takes long."""
    return bool(_INLINE.search(source)) or any(map(_LINE_START.match, source.split("\n")))
