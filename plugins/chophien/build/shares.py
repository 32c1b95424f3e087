"""The names of share cards: each changes with what its card shows."""

from __future__ import annotations

from pathlib import Path

import msgspec

from chophien import cards, urls

from .book import Book, Entry, digest, pictures
from .context import drawn, shapes_of
from .theme import theme_digest

_PACK = msgspec.msgpack.Encoder().encode


class Shares:
    """
    What all share cards of a book have in common.

    ``look`` is the digest of what is the same on all of them, ``view`` the place whose photo stands for a commune
    that has none of its own.
    """

    def __init__(self, book: Book, words: Path | None) -> None:
        self.book = book
        commune = book.commune
        self.languages = tuple(dict.fromkeys(commune.languages))
        self.drawn = drawn(self.languages, words)
        self.shapes = shapes_of(commune)
        shown = (commune.name, commune.kind, commune.province, commune.site_name, commune.tagline, commune.palette,
                 commune.site_url, commune.example)  # fmt: skip
        # An edit of anything else of the commune leaves the cards alone.
        self.look = digest(_PACK(shown), theme_digest(words))
        self.view = self._place_in_view()

    def _place_in_view(self) -> Entry | None:
        """Return the first sight of the commune's own that has a photo, where it has none itself."""
        book = self.book
        if any(photo.file in book.photos and not book.photos[photo.file].code for photo in book.commune.photos):
            return None
        sights = (e for e in book.all("place") if e.facts.variety != "homestay" and not e.facts.outside)
        return next((entry for entry in sights if self.lead(entry)), None)

    def lead(self, entry: Entry) -> bytes:
        """Return number and digest of the photo that stands for a record, or nothing when it has none to show."""
        facts, states = entry.facts, self.book.photos
        for number in facts.leads:
            state = states.get(facts.photos[number])
            if state is not None and not state.code:
                return f"{number} {state.digest}".encode()
        return b""

    def home_key(self) -> bytes:
        """
        What the photo on the cards of the whole site is.

        Their names stand on most pages, so an edit of the place's text must not change them.
        """
        book, view = self.book, self.view
        if view is not None:
            found = pictures(view.unit.folder, view.id, view.record, book.photos)
        else:
            found = pictures("", "xa", book.commune, book.photos)
        return _PACK((found[0].full, found[0].illustration)) if found else b""

    def mark(self, key: bytes) -> str:
        """Return the part of a card's name that changes with what it shows."""
        return digest(cards.RECIPE.encode(), self.look, key).hex()[:8]

    def home_mark(self) -> str:
        """Return that part of the names of the whole site's cards."""
        return self.mark(self.home_key())

    def paths(self, kind: str, id: str, languages: tuple[str, ...], shapes: tuple[str, ...], mark: str) -> list[str]:
        """Return the paths of the cards of a record in some languages and shapes."""
        return [urls.card(kind, lang, id, shape, mark) for lang in languages for shape in shapes]
