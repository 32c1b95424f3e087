"""What all planners share: the tasks so far, and the keys of what several pages show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from chophien import images, model, pages, urls

from . import site
from .book import Book, Entry, digest, named
from .shares import Shares
from .task import Task
from .theme import theme_digest, theme_folders

_PACK = msgspec.msgpack.Encoder().encode


class Planner:
    """Gathers the tasks of one book."""

    def __init__(self, book: Book, code: str) -> None:
        self.book = book
        self.today = book.today
        self.tasks: list[Task] = []
        self.goods = book.all("product")
        self.groups: dict[str, list[str]] = defaultdict(list)
        for entry in self.goods:
            self.groups[entry.facts.category].append(entry.id)
        folders = theme_folders(book.root)
        own = folders[0] if len(folders) > 1 else None
        words = own / "translations" if own else None
        self.shares = Shares(book, words)
        book.categories = named(book.categories, self.shares.languages, words)
        self.site, self.given = site.resolve(book, self.shares, folders)
        self.code = code.encode()
        self.salt = digest(self.code, _PACK(self.site), theme_digest(own))
        self.card_salt = digest(self.code, self.shares.look)
        self.photo_salt = digest(images.program())

    def task(
        self,
        id: str,
        maker: str,
        args: tuple[object, ...],
        paths: Iterable[str],
        depends: Iterable[bytes] = (),
        *,
        parts: bool = False,
        salt: bytes = b"",
    ) -> None:
        """Plan one task; ``depends`` is what it shows beside its arguments, ``salt`` what stands for the site."""
        key = digest(salt or self.salt, maker.encode(), _PACK(args), *depends)
        self.tasks.append(Task(id, key, maker, args, tuple(paths), parts))

    def list_page(
        self, kind: str, maker: str, args: tuple[object, ...], depends: Iterable[bytes], page: int = 1
    ) -> None:
        """Plan one page of a list; a list with nothing in it has no page, and nothing links to it."""
        if kind not in self.site.sections:
            return
        paths = [urls.listed(kind, lang, page) for lang in self.site.languages]
        self.task(f"{kind}/{page}", maker, args, paths, depends)

    def paths(self, kind: str, id: str = "") -> list[str]:
        """Return the paths of a page in every language."""
        return [urls.path(kind, lang, id) for lang in self.site.languages]

    # --- keys -----------------------------------------------------------------------------------

    def photos(self, entry: Entry) -> bytes:
        """What the pictures of a record are."""
        states = self.book.photos
        found = [states[path] for path in (*entry.facts.photos, *entry.facts.inline) if path in states]
        return "".join(state.digest + state.code for state in found).encode()

    def card(self, entry: Entry) -> bytes:
        """What a record and its pictures are; for products, producers and events the day counts too."""
        return entry.digest + self.photos(entry)

    def card_of(self, kind: str, id: str) -> bytes:
        """What a record of that id and its pictures are, if there is one."""
        entry = self.book.entries[kind].get(id)
        return self.card(entry) if entry else b"-"

    def place(self, entry: Entry) -> bytes:
        """What the place that a record names is; empty when it names none."""
        return self.card_of("place", entry.facts.place) if entry.facts.place else b""

    def linked(self, entry: Entry) -> bytes:
        """What the links in an entry's texts depend on: that their targets exist, and their addresses."""
        found = []
        for _, kind, id in entry.facts.refs:
            target = self.book.entries[kind].get(id)
            found.append(b"-" if target is None else b"+" if kind == "product" else target.digest)
        return b"".join(found)

    def producer(self, entry: Entry) -> bytes:
        """What a producer's people agreed to have published."""
        return digest(_PACK(self.book.public(entry)), self.photos(entry))

    def event(self, entry: Entry) -> bytes:
        """What an event is on the day."""
        return digest(entry.digest, self.when(entry), self.photos(entry))

    def when(self, entry: Entry) -> bytes:
        """What the day makes of an event."""
        record = entry.record
        return _PACK((model.occurrences(record, self.today), model.last_occurrence(record, self.today)))

    def stops(self, entry: Entry) -> bytes:
        """What a trip shows of the places it stops at."""
        return b"".join(self.card_of("place", id) for _, kind, id in entry.facts.refs if kind == "place")

    def day(self) -> bytes:
        """The day itself, for pages that every day changes."""
        return self.today.isoformat().encode()

    def in_season(self, entry: Entry) -> bool:
        """Tell whether a product is in season; one without a season always is."""
        return not entry.facts.season or self.today.month in entry.facts.season


def paged(ids: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Cut a list into pages: number, number of all, ids of each."""
    size = pages.PER_PAGE
    of = -(-len(ids) // size)
    return [(page, of, tuple(ids[(page - 1) * size : page * size])) for page in range(1, of + 1)]
