"""
The search index: one script of words without marks, read by the search page.

A script and not a JSON file, so that searching works from a folder or a USB stick, where a page may
not fetch files. The page finds an entry when every word of the query begins one of its words; a word in a script
that puts no spaces between words, such as Chinese, is found anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from chophien.model import Phrase, PlaceCard, Shown, Site, say, spoken_in
from chophien.text import chain, fold, nfc

Entry = tuple[str, str, str, str, str]
"""Title as shown, further words to find it by, path from the site's root, kind of page, language of the title.

The last is empty where the title is in the reader's own.
"""

_BETWEEN = re.compile(r"[\W_]+")


def entry(site: Site, lang: str, kind: str, title: str, texts: Iterable[str], path: str, spoken: str = "") -> Entry:
    """
    Make the entry of one page.

    Args:
        kind: Page kind, such as ``product``.
        texts: Plain texts that say in short what the page is about, and other names to find it by, such as
            those before the merger of 2025.
        spoken: Language of the title.
    Returns:
        The entry; its words are folded, each there once, without those of the title, which the page folds itself.
    """
    known = dict.fromkeys(words(title))
    found = dict.fromkeys(word for word in words("\n".join(texts)) if word not in known)
    return (nfc(title), " ".join(found), path, kind, spoken if spoken != lang else "")


def product(site: Site, lang: str, shown: Shown, place: PlaceCard | None, path: str) -> Entry:
    """
    Make the entry of a product: also by who makes it, where, of what group, and by what its label says.

    Args:
        place: Where it is made, with that place's former names.
    """
    item = shown.product
    maker = shown.producer
    texts = [
        *names(item.name, lang),
        say(shown.category.name, lang),
        item.brand,
        say(maker.name, lang) if maker else "",
        *named(place, lang),
        say(item.origin.place, lang) if item.origin else "",
        item.origin.province if item.origin else "",
        say(item.summary, lang),
        *(say(line, lang) for line in item.highlights),
        *(say(fact.value, lang) for fact in item.facts),
    ]
    return entry(site, lang, "product", say(item.name, lang), texts, path, spoken_in(item.name, lang))


def named(place: PlaceCard | None, lang: str) -> tuple[str, ...]:
    """Return all names of a place by which what is there can be found; nothing when there is none."""
    return (*names(place.name, lang), *place.former_names) if place else ()


def names(name: Phrase, lang: str) -> tuple[str, ...]:
    """Return a name in each language that a reader of ``lang`` may type it in."""
    return tuple(name[tag] for tag in chain(lang) if tag in name)


def words(text: str) -> list[str]:
    """Fold a text and take it apart at everything that is no letter and no digit, as the search page does."""
    return _BETWEEN.sub(" ", fold(text)).split()


def index(lang: str, entries: Iterable[Entry]) -> bytes:
    """Write the index of one language, one entry a line; no text of it can end a script element."""
    lines = b",\n".join(msgspec.json.encode(found) for found in entries)
    # Line separators are letters to JSON and line ends to old browsers.
    for sign in ("<", "\u2028", "\u2029"):
        lines = lines.replace(sign.encode(), b"\\u%04x" % ord(sign))
    return b"self.chophienSearch=[\n" + lines + b"\n];\n"


__all__ = ["Entry", "entry", "index", "named", "names", "product", "words"]
