"""
The search index: one script of words without marks, read by the search page.

A script and not a JSON file, so that searching works from a folder or a USB stick, where a page may
not fetch files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from chophien.model import Site
from chophien.text import fold, nfc

Entry = tuple[str, str, str, str]
"""Title as shown, words to find it by, path from the site's root, kind of page."""

_SIGNS = str.maketrans(dict.fromkeys(".,;:!?()[]{}\"'“”‘’«»/\\|*_#<>=+&…", " "))


def entry(site: Site, lang: str, kind: str, title: str, text: str, path: str, aliases: Sequence[str] = ()) -> Entry:
    """
    Make the entry of one page.

    Args:
        kind: Page kind, such as ``product``.
        text: Plain text that says in short what the page is about.
        aliases: Other names to find it by, such as those before the merger of 2025.
    Returns:
        The entry; its words are folded, each there once, those of the title first.
    """
    words = fold(" ".join((title, *aliases, text)).translate(_SIGNS)).split()
    return (nfc(title), " ".join(dict.fromkeys(words)), path, kind)


def index(lang: str, entries: Iterable[Entry]) -> bytes:
    """Write the index of one language, one entry a line; no text of it can end a script element."""
    lines = b",\n".join(msgspec.json.encode(found) for found in entries)
    # Line separators are letters to JSON and line ends to old browsers.
    for sign in ("<", "\u2028", "\u2029"):
        lines = lines.replace(sign.encode(), b"\\u%04x" % ord(sign))
    return b"self.chophienSearch=[\n" + lines + b"\n];\n"


__all__ = ["Entry", "entry", "index"]
