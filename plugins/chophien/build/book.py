"""
All records of a commune, decoded only where a page needs them.

Ten thousand unchanged products cost ten thousand small rows of facts and nothing more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from chophien import i18n, images, sources
from chophien import text as vi
from chophien.diagnostics import Diagnostic
from chophien.model import Category, Commune, Picture, Producer, Record, at_home, categories, public
from chophien.sources import Unit

from .facts import Facts
from .store import Store

KINDS = ("product", "producer", "place", "event", "trip", "need", "news", "page")


def digest(*parts: bytes) -> bytes:
    """Return a 16-byte digest of several byte strings, unambiguous in where each ends."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(4, "little"))
        made.update(part)
    return made.digest()


def named(groups: dict[str, Category], languages: Iterable[str], own: Path | None) -> dict[str, Category]:
    """
    Name the groups of goods in further languages too, from the entries ``category.…`` of their catalogues.

    Args:
        groups: Groups by their id.
        languages: Those of the site.
        own: Folder with the commune's own catalogues.
    """
    found = dict(groups)
    for lang in languages:
        try:
            words = i18n.words(lang, own)
        except i18n.UnknownLanguage:  # told by a rule
            continue
        for id, group in found.items():
            name = words.get(f"category.{id}")
            if name and lang not in group.name:
                found[id] = msgspec.structs.replace(group, name={**group.name, lang: name})
    return found


class Entry:
    """One record of the book."""

    __slots__ = ("_record", "book", "digest", "facts", "id", "kind", "packed", "unit")

    def __init__(self, book: Book, unit: Unit, digest: bytes, facts: Facts, packed: bytes | None) -> None:
        self.book = book
        self.unit = unit
        self.kind = unit.kind
        self.id = unit.id
        self.digest = digest
        self.facts = facts
        self.packed = packed
        self._record: Record | None = None

    def read(self) -> Any:
        """Decode the record, fetched from the store if need be; a worker has no store."""
        return sources.unpack(self.kind, self._fetched())

    def lines(self) -> dict[str, int]:
        """Decode the lines of the fields of a product's file."""
        return sources.unpack_lines(self._fetched())

    def _fetched(self) -> bytes:
        if self.packed is None:
            self.book.need((self,))
        if self.packed is None:
            raise LookupError(f"{self.kind}/{self.id} was not fetched")
        return self.packed

    @property
    def record(self) -> Any:
        """The record, decoded once and kept; for kinds with few records."""
        if self._record is None:
            self._record = self.read()
        return self._record


class PhotoState(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """
    A picture file: what was seen of it, or what is wrong with it.

    Args:
        digest: Of its content and of how derivatives are made, in hexadecimal digits.
        width: Upright, in pixels.
        height: Upright, in pixels.
        code: Of what is wrong with it; empty for a usable photo.
        values: What that message is filled with.
        tone: Place in ``TONES`` of its mean colour.
        dhash: Difference hash, by which near copies are found.
        advice: Codes of what could be better.
    """

    digest: str
    width: int = 0
    height: int = 0
    code: str = ""
    values: dict[str, str] = {}
    tone: int | None = None
    dhash: str = ""
    advice: tuple[str, ...] = ()


class Book:
    """
    Everything a commune's folder says.

    ``disk`` gives the names of pictures as the disk writes them, where records write them otherwise; ``withheld`` names
    those that may no longer be shown.
    """

    def __init__(self, root: Path, commune: Commune, today: date) -> None:
        self.root = root
        self.commune = commune
        self.today = today
        self.categories: dict[str, Category] = categories(commune)
        self.entries: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
        self.photos: dict[str, PhotoState] = {}
        self.found: list[Diagnostic] = []
        self.missing: list[str] = []
        self.withheld: set[str] = set()
        self.disk: dict[str, str] = {}
        self.store: Store | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Travel to another process without the store."""
        return {**self.__dict__, "store": None}

    def need(self, wanted: Iterable[Entry]) -> None:
        """Fetch the packed records of entries that will be decoded."""
        absent = {(e.kind, e.id): e for e in wanted if e.packed is None}
        if absent and self.store is not None:
            for key, packed in self.store.packed(absent):
                absent[key].packed = packed

    def all(self, kind: str) -> list[Entry]:
        """Return the entries of a kind in list order."""
        return sorted(self.entries[kind].values(), key=lambda e: (e.facts.order, e.id))

    def real(self, entry: Entry) -> bool:
        """Tell whether others may take a record for a thing there is: on a real site an example is but a page."""
        return self.commune.example or not entry.facts.example

    def kind_of_place(self, entry: Entry) -> str:
        """Return the kind of the place that a record names; empty when it names none there is."""
        place = self.entries["place"].get(entry.facts.place)
        return place.facts.variety if place else ""

    def public(self, producer: Entry) -> Producer:
        """Return a producer with only what its people agreed to."""
        return public(producer.record, self.today, self.kind_of_place(producer))

    def host(self, place: Entry) -> Entry | None:
        """Return who receives guests at a place; not whose house it may be without their agreement to say so."""
        found = self.entries["producer"].get(place.facts.producer)
        return None if found is None or at_home(found.record, place.facts.variety, self.today) else found

    def needs(self) -> list[Entry]:
        """Return what is wanted and offered on the day, in list order."""
        found = self.all("need")
        self.need(found)
        return [entry for entry in found if entry.record.until >= self.today]

    def way(self, trip: Entry) -> tuple[str, ...]:
        """
        Return the places that a trip's file for navigation leads to, in order; none when there is no such file.

        An example is no way to send anybody, and with a single position there is no way.
        """
        places = self.entries["place"]
        stops = tuple(
            stop.place
            for day in trip.record.days
            for stop in day.stops
            if stop.place in places and places[stop.place].facts.located and self.real(places[stop.place])
        )
        return stops if len(set(stops)) > 1 and self.real(trip) else ()

    def records(self, kind: str) -> list[Any]:
        """Return the records of a kind in list order; for kinds with few records."""
        found = self.all(kind)
        self.need(found)
        return [entry.record for entry in found]

    def get(self, kind: str, id: str) -> Any:
        """Return one record, or nothing."""
        entry = self.entries[kind].get(id)
        return entry.record if entry else None


def pictures(
    folder: str, entry_id: str, record: Any, states: dict[str, PhotoState], *, square: bool = False
) -> tuple[Picture, ...]:
    """Return the published forms of a record's usable photos, the main one first; goods have a square one."""
    found = []
    for photo in record.photos:
        state = states.get(f"{folder}/{photo.file}" if folder else photo.file)
        if state is None or state.code:
            continue
        found.append(picture(entry_id, photo.file, state, photo, square=square))
    return tuple(sorted(found, key=lambda p: p.role != "main"))


def picture(owner: str, file: str, state: PhotoState, photo: Any = None, *, square: bool = False) -> Picture:
    """Name the derivatives of one photo."""
    own = vi.slug(Path(file).stem)
    stem = (own if own.startswith(f"{owner}-") else vi.slug(f"{owner}-{own}"))[:60]
    base = f"anh/{stem}-{state.digest[:8]}"
    wide = images.widths(state.width)
    return Picture(
        sources=tuple((f"{base}-{w}.webp", w) for w in wide),
        full=f"{base}-{wide[-1]}.jpg",
        square=f"{base}-vuong.jpg" if square else "",
        file=file,
        tone=state.tone,
        width=wide[-1],
        height=max(1, round(state.height * wide[-1] / state.width)),
        alt=photo.alt if photo else {},
        role=photo.role if photo else "main",
        credit=photo.credit if photo else "",
        illustration=photo.illustration if photo else False,
    )
