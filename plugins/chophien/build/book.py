"""
All records of a commune, read again only where a file changed, decoded only where a page needs them.

``Facts`` are the few things the plan must know of every record; they are kept beside the packed record,
so that ten thousand unchanged products cost ten thousand small rows and nothing more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from chophien import checks, images, sources
from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level
from chophien.i18n import languages
from chophien.model import (
    Category,
    Commune,
    Event,
    Need,
    News,
    Page,
    Picture,
    Place,
    Producer,
    Product,
    Record,
    Trip,
    categories,
    expiry,
    say,
    slugs,
)
from chophien.sources import Unit

from .freshness import Stat
from .store import Store

Key = tuple[str, str]
KINDS = ("product", "producer", "place", "event", "trip", "need", "news", "page")


class Facts(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """
    What the plan knows of a record without decoding it.

    Args:
        refs: References to other records, as (field, kind, id).
        unique: Values nobody else may use, as (scope, field, value).
        season: Months in season; empty is all year.
        sales: First and last days of sales.
        stars: First and last day of the OCOP recognition, when there is one.
        papers: Last days of certificates that have one.
        due: From this day on the dated rules may have something to say.
        order: Key by which lists are sorted.
        goods: Whether it is goods, not a service.
        inline: Pictures that its texts name.
        shy: Whether a photo lacks its text alternative or shows people, so that photo rules must look.
        variety: A place's kind, an article's or page's status.
    """

    category: str = ""
    producer: str = ""
    place: str = ""
    refs: tuple[tuple[str, str, str], ...] = ()
    unique: tuple[tuple[str, str, str], ...] = ()
    photos: tuple[str, ...] = ()
    season: tuple[int, ...] = ()
    sales: tuple[tuple[date, date], ...] = ()
    stars: tuple[date, date] | None = None
    papers: tuple[date, ...] = ()
    due: date | None = None
    order: tuple[str, ...] = ()
    goods: bool = True
    inline: tuple[str, ...] = ()
    shy: bool = False
    variety: str = ""


_FACTS = msgspec.msgpack.Decoder(Facts)
_PACK = msgspec.msgpack.Encoder().encode
ALWAYS = date.min


def digest(*parts: bytes) -> bytes:
    """Return a 16-byte digest of several byte strings, unambiguous in where each ends."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(4, "little"))
        made.update(part)
    return made.digest()


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
        if self.packed is None:
            self.book.need((self,))
        if self.packed is None:
            raise LookupError(f"{self.kind}/{self.id} was not fetched")
        return sources.unpack(self.kind, self.packed)

    @property
    def record(self) -> Any:
        """The record, decoded once and kept; for kinds with few records."""
        if self._record is None:
            self._record = self.read()
        return self._record


class PhotoState(msgspec.Struct, frozen=True, gc=False):
    """A picture file: digest of its content, upright size, or the code of what is wrong with it."""

    digest: str
    width: int = 0
    height: int = 0
    code: str = ""
    values: dict[str, str] = {}


class Book:
    """Everything a commune's folder says."""

    def __init__(self, root: Path, commune: Commune, today: date) -> None:
        self.root = root
        self.commune = commune
        self.today = today
        self.categories: dict[str, Category] = categories(commune)
        self.entries: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
        self.photos: dict[str, PhotoState] = {}
        self.found: list[Diagnostic] = []
        self.missing: list[str] = []
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

    def records(self, kind: str) -> list[Any]:
        """Return the records of a kind in list order; for kinds with few records."""
        found = self.all(kind)
        self.need(found)
        return [entry.record for entry in found]

    def get(self, kind: str, id: str) -> Any:
        """Return one record, or nothing."""
        entry = self.entries[kind].get(id)
        return entry.record if entry else None


def _photo_paths(unit: Unit, record: Any) -> tuple[str, ...]:
    folder = unit.folder
    return tuple(f"{folder}/{photo.file}" if folder else photo.file for photo in getattr(record, "photos", ()))


def _links(record: Record) -> list[tuple[str, str, str]]:
    found = []
    for field, text in checks.across.phrases_with_links(record):
        for target in checks.across.targets(text):
            kind, _, id = target.partition("/")
            if kind in checks.LINK_KINDS:
                found.append((field, kind, id))
    return found


def facts(unit: Unit, record: Record) -> Facts:
    """Work out what the plan must know of a record."""
    refs = (*checks.across.references(record), *_links(record))
    photos = _photo_paths(unit, record)
    shy = any(not photo.alt or photo.people for photo in getattr(record, "photos", ()))
    inline = tuple(_named_in_text(unit, record))
    if isinstance(record, Product):
        unique = [("sku", f"variants[{n}].sku", v.sku) for n, v in enumerate(record.variants, 1)]
        unique += [("gtin", f"variants[{n}].gtin", v.gtin) for n, v in enumerate(record.variants, 1) if v.gtin]
        days = [paper.expires for paper in record.certificates if paper.expires]
        days += [v.available_from for v in record.variants if v.status == "preorder" and v.available_from]
        if record.ocop:
            days.append(vi.add_months(expiry(record.ocop), -7))
        return Facts(
            category=record.category,
            producer=record.producer,
            place=record.place,
            refs=refs,
            unique=tuple(unique),
            photos=photos,
            season=record.season,
            sales=tuple((v.sale.since, v.sale.until) for v in record.variants if v.sale),
            papers=tuple(paper.expires for paper in record.certificates if paper.expires),
            stars=(record.ocop.issued, expiry(record.ocop)) if record.ocop else None,
            due=min(days, default=None),
            order=vi.sort_key(say(record.name, "vi")),
            goods=record.kind == "goods",
            inline=inline,
            shy=shy,
        )
    unique = []
    order: tuple[str, ...] = ()
    if isinstance(record, News):
        unique = [("news", field, value) for field, value in checks.slug_pairs(record)]
        order = (f"{99999999 - record.date.toordinal():08d}",)
    elif isinstance(record, Page):
        unique = [("page", field, value) for field, value in checks.slug_pairs(record)]
        order = (f"{record.order:03d}", *vi.sort_key(say(record.title, "vi")))
    elif isinstance(record, Need):
        order = (record.until.isoformat(),)
    elif isinstance(record, (Place, Producer, Event, Trip)):
        order = vi.sort_key(say(record.name, "vi"))
        if isinstance(record, Place):
            order = ("1" if record.outside else "0", *order)
    place = getattr(record, "place", "") or ""
    return Facts(
        producer=getattr(record, "host", "") or "",
        place=place,
        refs=refs,
        unique=tuple(unique),
        photos=photos,
        due=ALWAYS if any(rule.dated for rule in checks.rules(unit.kind)) else None,
        order=order,
        inline=inline,
        shy=shy,
        variety=record.kind if isinstance(record, Place) else getattr(record, "status", ""),
    )


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
    stem = vi.slug(f"{owner}-{Path(file).stem}")[:60]
    base = f"anh/{stem}-{state.digest[:8]}"
    wide = images.widths(state.width)
    return Picture(
        sources=tuple((f"{base}-{w}.webp", w) for w in wide),
        full=f"{base}-{wide[-1]}.jpg",
        square=f"{base}-vuong.jpg" if square else "",
        width=wide[-1],
        height=max(1, round(state.height * wide[-1] / state.width)),
        alt=photo.alt if photo else {},
        role=photo.role if photo else "main",
        credit=photo.credit if photo else "",
        illustration=photo.illustration if photo else False,
    )


def _known(book: Book) -> checks.Known:
    return checks.Known(
        commune=book.commune,
        categories=book.categories,
        ids={kind: book.entries[kind] for kind in KINDS},
        today=book.today,
        languages=languages(),
    )


def _at(item: Diagnostic, file: str, line: int, column: int) -> Diagnostic:
    return Diagnostic(item.code, item.level, file, line, column, item.field, item.label, item.values)


def _placed(item: Diagnostic, root: Path, file: str) -> Diagnostic:
    return _at(item, file, *sources.place_of(root, file, item.field))


def _sig(unit: Unit, stats: dict[str, Stat], salt: str) -> str:
    return salt + ";".join(
        f"{stats[path][0]}:{stats[path][1]}" for path in (unit.file, *(path for _, path in unit.translations))
    )


class _One(NamedTuple):
    """One unit read: digest of its files, facts, notes and record, each packed; no record, no build of it."""

    digest: bytes
    facts: bytes
    notes: bytes
    packed: bytes


def read_one(root: Path, unit: Unit, known: checks.Known) -> _One:
    """Read one unit from disk and run the rules that need nothing else."""
    contents = sources.contents(root, unit)
    if isinstance(contents, Diagnostic):
        return _One(b"", _PACK(Facts()), _PACK([contents]), b"")
    result = sources.read(unit, contents)
    found = list(result.found)
    record = result.record
    if record is not None:
        own = list(checks.check(unit.kind, record, known, dated=False))
        if isinstance(record, (News, Page)):
            own += [_of(unit, "id-not-plain", Level.ERROR, f) for f in checks.bad_slugs(record)]
        own += [_of(unit, "link-broken", Level.ERROR, f) for f in checks.bad_link_forms(record)]
        found += [_at(item, unit.file, *result.place(item.field)) for item in own]
        if any(item.level is Level.ERROR for item in own):
            record = None
    made = facts(unit, record) if record is not None else Facts()
    return _One(
        digest(*(part for path, raw in contents.items() for part in (path.encode(), raw))),
        _PACK(made),
        _PACK(found) if found else b"",
        sources.pack(record) if record is not None else b"",
    )


def _of(unit: Unit, code: str, level: Level, item: checks.Found) -> Diagnostic:
    label = checks.label(unit.kind, item.field)
    return Diagnostic(code, level, unit.file, field=item.field, label=label, values=item.values)


Mapper = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""Applies a function to many items, perhaps in several processes, in order."""


def open_book(
    root: Path,
    stats: dict[str, Stat],
    links: list[str],
    today: date,
    store: Store | None,
    mapper: Mapper,
) -> Book | list[Diagnostic]:
    """
    Read a commune's folder.

    Args:
        root: The folder.
        stats: Its files, from ``freshness.snapshot``.
        links: Links that were not followed.
        today: The day dated rules and offers are resolved for.
        store: What earlier builds read; none reads everything.
        mapper: How reading many files is spread.
    Returns:
        The book with all its notes, or only notes when there is no usable ``commune.yaml``.
    """
    found = [Diagnostic("file-is-link", Level.WARNING, path, 1, 1) for path in sorted(links)]
    units, misplaced = sources.units(stats)
    found += misplaced
    home = units.pop(("commune", "commune"), None)
    if home is None:
        return [*found, Diagnostic("commune-missing", file=sources.COMMUNE_FILE)]
    read = sources.load(root, home)
    if not isinstance(read.record, Commune):
        return [*found, *read.found]
    book = Book(root, read.record, today)
    book.store = store
    known = _known(book)
    own = [_placed(d, root, home.file) for d in checks.check("commune", read.record, known)]
    book.found = [*found, *read.found, *own]
    salt = digest(msgspec.json.encode(read.record)).hex()[:8] + ":"
    _read_units(book, units, stats, salt, known, mapper)
    _measure_photos(book, stats, home, mapper)
    _check_across(book, units, stats, known, home)
    return book


def _read_units(
    book: Book, units: dict[Key, Unit], stats: dict[str, Stat], salt: str, known: checks.Known, mapper: Mapper
) -> None:
    kept = book.store.units() if book.store else {}
    changed: list[tuple[Unit, str]] = []
    rows = []
    for key, unit in units.items():
        sig = _sig(unit, stats, salt)
        row = kept.get(key)
        if row is not None and row[0] == sig:
            _enter(book, unit, row[1], row[2], row[3], None if row[4] else b"")
        else:
            changed.append((unit, sig))
    reader = _Reader(book.root, known)
    for (unit, sig), one in zip(changed, mapper(reader, [unit for unit, _ in changed]), strict=True):
        _enter(book, unit, one.digest, one.facts, one.notes, one.packed)
        rows.append((unit.kind, unit.id, sig, *one))
    if book.store:
        book.store.put_units(rows)
        book.store.drop_units(set(kept) - set(units))


_NOTES = msgspec.msgpack.Decoder(list[Diagnostic])


def _enter(book: Book, unit: Unit, digest: bytes, facts: bytes, notes: bytes, packed: bytes | None) -> None:
    """Enter one unit; an empty ``packed`` says that it has no usable record."""
    if notes:
        book.found += _NOTES.decode(notes)
    if packed == b"":
        book.missing.append(unit.file)
    else:
        book.entries[unit.kind][unit.id] = Entry(book, unit, digest, _FACTS.decode(facts), packed)


class _Reader:
    """``read_one`` with its fixed arguments; a class, so that it travels to other processes."""

    def __init__(self, root: Path, known: checks.Known) -> None:
        self._root = root
        self._known = checks.Known(known.commune, known.categories, {}, known.today, known.languages)

    def __call__(self, unit: Unit) -> _One:
        return read_one(self._root, unit, self._known)


def measure(path: Path) -> tuple[str, int, int, str, dict[str, str]]:
    """Open one picture file: digest, width, height, and the code and values of what is wrong."""
    try:
        data = path.read_bytes()
    except OSError as wrong:
        return "", 0, 0, "photo-not-readable", {"found": wrong.strerror or ""}
    mark = hashlib.blake2b(data, digest_size=8).hexdigest()
    try:
        size = images.inspect(data)
    except images.PhotoError as wrong:
        return mark, 0, 0, wrong.code, wrong.values
    return mark, size.width, size.height, "", {}


def _measure_photos(book: Book, stats: dict[str, Stat], home: Unit, mapper: Mapper) -> None:
    entries = [e for kind in KINDS for e in book.entries[kind].values()]
    wanted = {path for e in entries for path in (*e.facts.photos, *e.facts.inline)}
    wanted.update(_photo_paths(home, book.commune))
    kept = book.store.photos() if book.store else {}
    todo: list[str] = []
    for path in sorted(wanted & stats.keys()):
        sig = f"{stats[path][0]}:{stats[path][1]}"
        row = kept.get(path)
        if row is not None and row[0] == sig:
            book.photos[path] = PhotoState(row[1], row[2], row[3], row[4], msgspec.json.decode(row[5]))
        else:
            todo.append(path)
    rows = []
    for path, made in zip(todo, mapper(measure, [book.root / path for path in todo]), strict=True):
        mark, width, height, code, values = made
        book.photos[path] = PhotoState(mark, width, height, code, values)
        sig = f"{stats[path][0]}:{stats[path][1]}"
        rows.append((path, sig, mark, width, height, code, msgspec.json.encode(values).decode()))
    if book.store:
        book.store.put_photos(rows)
        book.store.drop_photos(set(kept) - set(stats))


def _check_across(
    book: Book, units: dict[Key, Unit], stats: dict[str, Stat], known: checks.Known, home: Unit
) -> None:
    """Run the rules that need the day, other records or files; a record with an error leaves the book."""
    bad: set[Key] = set()
    photos = checks.Photos(
        {path: (s.width, s.height) for path, s in book.photos.items() if not s.code},
        {path: (s.code, s.values) for path, s in book.photos.items() if s.code},
    )
    scopes: dict[str, list[tuple[str, Any, list[tuple[str, str]]]]] = {}
    for kind in KINDS:
        for entry in book.entries[kind].values():
            fresh: list[Diagnostic] = []
            for field, other, id in entry.facts.refs:
                if id not in book.entries[other] and (other, id) not in units:
                    near = vi.nearest(id, book.entries[other]) or ""
                    values = {"found": id, "kind": other, "suggestion": near}
                    fresh.append(_of(entry.unit, "reference-unknown", Level.ERROR, checks.Found(field, values)))
            due, stars = entry.facts.due, entry.facts.stars
            if (due is not None and due <= book.today) or (stars is not None and stars[0] > book.today):
                fresh += checks.check(kind, entry.record, known, dated=True)
            if entry.facts.shy or not all(_fine(photos, path) for path in entry.facts.photos):
                for code, level, item in checks.photo_problems(entry.record, entry.unit.folder, photos):
                    fresh.append(_of(entry.unit, code, level, item))
            for scope, field, value in entry.facts.unique:
                scopes.setdefault(scope, []).append((entry.id, entry, [(field, value)]))
            for item in fresh:
                book.found.append(_placed(item, book.root, entry.unit.file))
                if item.level is Level.ERROR:
                    bad.add((entry.kind, entry.id))
    for code, level, item in checks.photo_problems(book.commune, home.folder, photos):
        book.found.append(_placed(_of(home, code, level, item), book.root, home.file))
    for scope, owners in scopes.items():
        for entry, item in checks.doubles(owners):
            code = {"sku": "sku-twice", "gtin": "gtin-twice"}.get(scope, "slug-twice")
            book.found.append(_placed(_of(entry.unit, code, Level.ERROR, item), book.root, entry.unit.file))
            bad.add((entry.kind, entry.id))
    used = {path for kind in KINDS for e in book.entries[kind].values() for path in e.facts.photos}
    used.update(_photo_paths(home, book.commune))
    for kind in KINDS:
        for entry in book.entries[kind].values():
            for path in entry.facts.inline:
                used.add(path)
                if path not in photos.sizes:
                    values = {"found": path.rpartition("/")[2], "folder": entry.unit.folder}
                    code = photos.broken[path][0] if path in photos.broken else "photo-missing"
                    item = _of(entry.unit, code, Level.ERROR, checks.Found("body", values))
                    book.found.append(_placed(item, book.root, entry.unit.file))
                    bad.add((entry.kind, entry.id))
    for path in sorted(stats):
        if path.lower().endswith(sources.PICTURES) and path.startswith(("products/", "content/")) and path not in used:
            book.found.append(Diagnostic("photo-not-used", Level.NOTICE, path, 1, 1))
    for kind, id in sorted(bad):
        entry = book.entries[kind].pop(id, None)
        if entry is not None:
            book.missing.append(entry.unit.file)
    if book.missing:
        _drop_dangling(book)


def _fine(photos: checks.Photos, path: str) -> bool:
    size = photos.sizes.get(path)
    return size is not None and min(size) >= images.LEAST_SIDE


_NEEDED = {("product", "producer"), ("trip", "place")}
"""References without which a record cannot be shown: who sells it, where a trip stops."""


def _drop_dangling(book: Book) -> None:
    """With ``--keep-going``: what cannot be shown without a record that was left out is left out too."""
    for kind, other in sorted(_NEEDED):
        for id, entry in list(book.entries[kind].items()):
            if any(to == other and to_id not in book.entries[to] for _, to, to_id in entry.facts.refs):
                del book.entries[kind][id]
                book.missing.append(entry.unit.file)


def _named_in_text(unit: Unit, record: Record) -> Iterable[str]:
    """List the pictures that the texts of a record name, as paths in the commune's folder."""
    for field in ("body", "description", "about"):
        for text in (getattr(record, field, None) or {}).values():
            if "![" in text:
                for target in checks.across.targets(text, pictures=True):
                    yield f"{unit.folder}/{target}"
