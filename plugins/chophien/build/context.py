"""What the makers of pages share: cards, published records and names, each worked out once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from markupsafe import Markup

from chophien import cards, checks, markup, model, urls
from chophien import text as vi
from chophien.i18n import SOURCE, Say
from chophien.model import (
    EventCard,
    Need,
    NewsCard,
    PageLink,
    Picture,
    PlaceCard,
    Producer,
    ProducerCard,
    ProductCard,
    Shown,
    Site,
    TripCard,
    say,
    spoken_in,
)

from .book import Book, Entry, picture, pictures

Crumbs = tuple[tuple[str, str], ...]
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]+)>?([^)]*)\)")
"""A Markdown link: sign of a picture, words, address, title."""
_DEFINED = re.compile(r"^( {0,3}\[[^\]]+\]:[ \t]*<?)([^\s>]+)", re.MULTILINE)
"""An address that links elsewhere in the text name in brackets."""

KEPT_SHOWN = 16
"""Products next to each other show each other's cards, so the last few are asked for again."""


class Context:
    """A book, the site it makes, and a memory for what several pages ask."""

    def __init__(self, book: Book, site: Site, words: Path | None = None) -> None:
        self.book = book
        self.words = words
        self.site = site
        self.today: date = book.today
        self.drawn = drawn(site.languages, words)
        self._memory: dict[tuple[str, ...], Any] = {}
        self._shown: dict[str, Shown] = {}
        self._says: dict[str, Say] = {}

    def _once(self, key: tuple[str, ...], make: Callable[[], Any]) -> Any:
        found = self._memory.get(key)
        if found is None:
            found = self._memory[key] = make()
        return found

    def word(self, lang: str, key: str) -> str:
        """Return an interface word."""
        if lang not in self._says:
            self._says[lang] = Say(lang, self.words)
        return self._says[lang](key)

    def crumbs(self, lang: str, *rest: tuple[str, str]) -> Crumbs:
        """Return the way from the home page to a page."""
        return ((self.word(lang, "section.home"), urls.path("home", lang)), *rest)

    def section(self, lang: str, kind: str) -> tuple[str, str]:
        """Return name and path of a section's list."""
        return self.word(lang, f"section.{kind}"), urls.path(kind, lang)

    # --- records as they are published ----------------------------------------------------------

    def pictures(self, entry: Entry) -> tuple[Picture, ...]:
        """Return the published pictures of a record."""
        record = entry.record
        if not getattr(record, "photos", ()):
            return ()
        found: tuple[Picture, ...] = self._once(
            ("pictures", entry.kind, entry.id),
            lambda: pictures(entry.unit.folder, entry.id, record, self.book.photos),
        )
        return found

    def producer(self, id: str) -> Producer | None:
        """Return a producer with only what its people agreed to."""
        entry = self.book.entries["producer"].get(id)
        if entry is None:
            return None
        found: Producer = self._once(("producer", id), lambda: self.book.public(entry))
        return found

    def needs(self) -> tuple[Need, ...]:
        """Return what is wanted and offered on the day, with only what its people agreed to."""
        there = self.book.entries
        return tuple(
            msgspec.structs.replace(
                model.public_need(need, self.today),
                product=need.product if need.product in there["product"] else "",
                producer=need.producer if need.producer in there["producer"] else "",
            )
            for need in (entry.record for entry in self.book.needs())
        )

    def shown(self, id: str) -> Shown:
        """Return a product resolved for the day; only the last few are kept, for there may be many."""
        found = self._shown.get(id)
        if found is None:
            while len(self._shown) >= KEPT_SHOWN:
                del self._shown[next(iter(self._shown))]
            found = self._shown[id] = self._show(id)
        return found

    def _show(self, id: str) -> Shown:
        entry = self.book.entries["product"][id]
        product = entry.read()
        if not isinstance(product, model.Product):
            raise TypeError(f"product/{id} has no record")
        made = pictures(entry.unit.folder, id, product, self.book.photos, square=True) if product.photos else ()
        category = self.book.categories[product.category]
        return model.show(product, self.today, category, self.producer(product.producer), made)

    def product_card(self, id: str) -> ProductCard:
        """Return a product's list entry."""
        found: ProductCard = self._once(("card", id), lambda: model.product_card(self.shown(id)))
        return found

    def place_card(self, id: str) -> PlaceCard | None:
        """Return a place's list entry, or nothing when there is no such place."""
        entry = self.book.entries["place"].get(id)
        if entry is None:
            return None
        found: PlaceCard = self._once(("place", id), lambda: model.place_card(entry.record, self.pictures(entry)))
        return found

    def producer_card(self, id: str, products: int = 0) -> ProducerCard | None:
        """Return a producer's list entry."""
        producer = self.producer(id)
        if producer is None:
            return None
        made = self.pictures(self.book.entries["producer"][id])
        return model.producer_card(producer, products, made)

    def event_card(self, entry: Entry) -> EventCard:
        """Return an event's list entry for the day."""
        return model.event_card(entry.record, self.today, self.pictures(entry))

    def trip_card(self, entry: Entry) -> TripCard:
        """Return a trip's list entry; without a picture of its own it shows its first stop's."""
        made = self.pictures(entry)
        for day in entry.record.days:
            for stop in day.stops:
                card = self.place_card(stop.place) if stop.place and not made else None
                if card is not None and card.picture is not None:
                    made = (card.picture,)
        return model.trip_card(entry.record, made)

    def news_card(self, entry: Entry) -> NewsCard:
        """Return an article's list entry."""
        return model.news_card(entry.record, self.pictures(entry))

    def share(self, kind: str, record: Any, lang: str, mark: str) -> dict[str, str]:
        """Return the paths of a record's share cards by shape, in the closest language drawn; none without a mark."""
        if not mark:
            return {}
        spoken = next(tag for tag in vi.chain(lang) if tag in self.drawn and model.spoken(record, tag))
        shapes = shapes_of(self.site.commune)
        return {shape: urls.card(kind, spoken, record.id, shape, mark) for shape in shapes}

    def home_share(self, lang: str, mark: str) -> dict[str, str]:
        """Return the paths of the site's own share cards by shape."""
        written = next(tag for tag in vi.chain(lang) if tag in self.drawn)
        drawn = {shape: urls.card("home", written, "", shape, mark) for shape in shapes_of(self.site.commune)}
        return {**drawn, "link": self.site.share[lang]}

    # --- texts ----------------------------------------------------------------------------------

    def address(self, target: str, lang: str) -> str | None:
        """Return the path of ``kind/id`` in a language, or nothing when there is no such page."""
        kind, _, id = target.partition("/")
        entry = self.book.entries[kind].get(id) if kind in checks.LINK_KINDS else None
        if entry is None or entry.facts.variety == "draft":
            return None
        if kind == "place":
            card = self.place_card(id)
            return urls.place(card, lang) if card else None
        if kind in {"news", "page"}:
            words = model.slugs(entry.record)
            written = spoken_in(words, lang, self.site.languages)
            return urls.path("news-item" if kind == "news" else "page", written, words[written])
        return urls.path(kind, lang, id)

    def resolved(self, text: str, lang: str, root: str) -> str:
        """Point the ``kind/id`` links of a Markdown text to the pages they mean, below ``root``."""
        if "](" not in text and "]:" not in text:
            return text

        def point(match: re.Match[str]) -> str:
            picture, words, target, title = match.groups()
            if picture or target.partition("/")[0] not in checks.LINK_KINDS:
                return match[0]
            found = self.address(target, lang)
            return f"[{words}]({root}{found}{title})" if found else words

        def define(match: re.Match[str]) -> str:
            if match[2].partition("/")[0] not in checks.LINK_KINDS:
                return match[0]
            found = self.address(match[2], lang)
            return match[1] + (root + found if found else "#")

        return _DEFINED.sub(define, _LINK.sub(point, text))

    def body(self, entry: Entry, lang: str, path: str, base: str | None = None) -> str:
        """
        Render a record's Markdown body; untranslated ones stay Vietnamese.

        Args:
            entry: The record.
            lang: Language wanted.
            path: Page it stands on.
            base: What links into the site begin with; by default the way from the page to the root.
        """
        phrase = entry.record.body
        text = say(phrase, lang)
        root = urls.root(path) if base is None else base

        def image(source: str, alt: str) -> str | None:
            state = self.book.photos.get(f"{entry.unit.folder}/{source}")
            if state is None or state.code:
                return None
            made = picture(entry.id, source, state)
            return markup.figure(made.sources, made.full, made.width, made.height, alt, root, made.tone)

        made = markup.html(self.resolved(text, lang, root), picture=image)
        spoken = spoken_in(phrase, lang)
        return made if spoken == lang or not made else f'<div lang="{spoken}">{made}</div>'

    def illustrated(self, entry: Entry, lang: str, path: str) -> Markup | None:
        """Render a record's body when it shows pictures; a text alone is left to the page."""
        if "![" not in say(entry.record.body, lang):
            return None
        return Markup(self.body(entry, lang, path))  # noqa: S704 - made safe by markup


def drawn(languages: Sequence[str], words: Path | None) -> tuple[str, ...]:
    """Return the languages that share cards are drawn in; Vietnamese always is."""
    return tuple(lang for lang in languages if lang == SOURCE or cards.writes(lang, words))


def shapes_of(commune: model.Commune) -> tuple[str, ...]:
    """Return the shapes of share cards that a commune wants for its records."""
    wanted = {"all": tuple(cards.SHAPES), "link": ("link",), "none": ()}
    return wanted[commune.share_cards]


def page_links(book: Book) -> tuple[PageLink, ...]:
    """Return the free pages for menus, in their order."""
    return tuple(
        PageLink(id=p.id, title=p.title, slug=model.slugs(p)) for p in book.records("page") if p.status == "published"
    )
