"""Reads a commune's folder into a book: only files that changed, with every mistake at its line."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec

from chophien import checks, images, sources
from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level
from chophien.i18n import languages
from chophien.model import Commune, News, Owner, Page, Record
from chophien.sources import Unit

from . import across
from .book import KINDS, Book, Entry, PhotoState, digest
from .facts import Facts, facts, filled, partial, photo_paths
from .freshness import NO_FILE, Stat, unwritable
from .lacking import told_once
from .store import Store

Key = tuple[str, str]
_FACTS = msgspec.msgpack.Decoder(Facts)
_PHOTO = msgspec.msgpack.Decoder(PhotoState)
_PACK = msgspec.msgpack.Encoder().encode


def _known(book: Book) -> checks.Known:
    own = book.root / "theme" / "translations"
    return checks.Known(
        commune=book.commune,
        categories=book.categories,
        ids={kind: book.entries[kind] for kind in KINDS},
        today=book.today,
        languages=(*languages(), *(path.stem for path in sorted(own.glob("*.toml")))),
    )


def _at(item: Diagnostic, file: str, line: int, column: int) -> Diagnostic:
    return Diagnostic(item.code, item.level, file, line, column, item.field, item.label, item.values)


def _sig(unit: Unit, stats: dict[str, Stat], salt: str) -> str:
    return salt + ";".join(
        f"{lang}={path}:{stats[path][0]}:{stats[path][1]}" for lang, path in (("vi", unit.file), *unit.translations)
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
        made = facts(unit, record)
        own = list(checks.check(unit.kind, record, known, dated=False))
        if isinstance(record, (News, Page)):
            own += [across.diagnostic(unit, "id-not-plain", Level.ERROR, f) for f in checks.bad_slugs(record)]
        found += [_at(item, unit.file, *result.place(item.field)) for item in own]
        more = [*_bad_links(root, unit, record), *_claims(root, unit, record, known)]
        found += more
        if any(item.level is Level.ERROR for item in (*own, *more)):
            record = None
    else:
        made, others = _partly(root, unit, result, known)
        found = told_once(unit.kind, [*found, *others])
    return _One(
        digest(*(part for path, raw in contents.items() for part in (path.encode(), raw))),
        _PACK(made),
        _PACK(found) if found else b"",
        # Feeds name the line to mend for what they leave out; of other kinds nobody asks.
        sources.pack(record, result.lines() if unit.kind == "product" else {}) if record is not None else b"",
    )


def _bad_links(root: Path, unit: Unit, record: Record) -> list[Diagnostic]:
    bad = _linked(root, unit, "link-broken", Level.ERROR, checks.bad_link_forms(record))
    return [*bad, *_bad_languages(root, unit, record)]


def _bad_languages(root: Path, unit: Unit, record: Record) -> list[Diagnostic]:
    return _linked(root, unit, "phrase-language-unknown", Level.WARNING, checks.bad_phrase_languages(record))


def _linked(root: Path, unit: Unit, code: str, level: Level, items: Iterable[checks.Found]) -> list[Diagnostic]:
    """Tell what is wrong with links, each at its place."""
    found: list[Diagnostic] = []
    seen: Counter[tuple[str, str]] = Counter()
    for item in items:
        target = item.values["found"]
        file, line, column = sources.link_place(root, unit, item.field, target, seen[item.field, target])
        seen[item.field, target] += 1
        found.append(_at(across.diagnostic(unit, code, level, item), file, line, column))
    return found


def _claims(root: Path, unit: Unit, record: Record, known: checks.Known) -> list[Diagnostic]:
    found = []
    for claim in (*checks.claimed(unit.kind, record, known), *checks.stray(unit.kind, record, known)):
        item = claim.diagnostic
        place = sources.text_place(root, unit, item.field, claim.lang, claim.words, claim.nth)
        found.append(_at(item, *place))
    return found


def _partly(root: Path, unit: Unit, result: sources.Read, known: checks.Known) -> tuple[Facts, list[Diagnostic]]:
    """Look at the fields of a record with mistakes that could be read, so that all is told at once."""
    if result.partly is None:
        return Facts(), []
    # Rules that need the day too: such a record is read anew at every build.
    own = checks.check(unit.kind, result.partly, known)
    found = [_at(item, unit.file, *result.place(item.field)) for item in own]
    record = filled(unit.kind, result.values)
    found += [*_bad_links(root, unit, record), *_claims(root, unit, record, known)]
    return partial(unit, result.values, result.partly), found


PHOTO_WEIGHT = 250
"""Looking at a photo is as much work as reading so many records."""


class Mapper(Protocol):
    """Applies a function to many items, perhaps in several processes, in order."""

    def __call__(self, function: Callable[[Any], Any], items: Sequence[Any], weight: int = 1) -> Iterable[Any]:
        """Return the results in the order of the items, each of which is as much work as ``weight`` small files."""


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
        links: What was not read, likewise.
        today: The day dated rules and offers are resolved for.
        store: What earlier builds read; none reads everything.
        mapper: How reading many files is spread.
    Returns:
        The book with all its notes, or only notes when there is no usable ``commune.yaml``.
    """
    found = [_not_read(path) for path in sorted(links)]
    units, misplaced = sources.units(stats)
    found += misplaced
    home = units.pop(("commune", "commune"), None)
    if home is None:
        return [*found, Diagnostic("commune-missing", file=sources.COMMUNE_FILE)]
    read = sources.load(root, home)
    if not isinstance(read.record, Commune):
        return [*found, *_without_commune(root, home, read, units, today)]
    book = Book(root, read.record, today)
    book.store = store
    known = _known(book)
    book.found = _without_other_languages(units, read.record.languages)
    own = [_at(d, home.file, *read.place(d.field)) for d in checks.check("commune", read.record, known)]
    book.found += [*found, *read.found, *own, *_claims(root, home, read.record, known)]
    book.found += _bad_languages(root, home, read.record)
    salt = digest(msgspec.json.encode(read.record)).hex()[:8] + ":"
    partly = _read_units(book, units, stats, salt, known, mapper)
    _drop_misnamed(book, {item.file for item in misplaced if item.level is Level.ERROR})
    _match_names(book, partly, stats)
    _measure_photos(book, partly, stats, home, mapper)
    across.check(book, set(units), stats, known, home, partly)
    return book


def _not_read(path: str) -> Diagnostic:
    """Say why something in the folder was passed over."""
    shown = path.removesuffix(NO_FILE)
    if unwritable(path):
        # Bytes that are no text cannot be printed; the rest of the name shows which it is.
        shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return Diagnostic("file-name-not-utf8", Level.ERROR, shown, 1, 1, values={"found": shown.rpartition("/")[2]})
    if path.endswith("/"):
        return Diagnostic("folder-not-opened", Level.ERROR, path.rstrip("/"), 1, 1)
    return Diagnostic("file-is-link" if shown == path else "file-not-regular", Level.WARNING, shown, 1, 1)


def _without_other_languages(units: dict[Key, Unit], used: Sequence[str]) -> list[Diagnostic]:
    """Leave translations into languages that the commune does not list out of their units, and name them."""
    found = []
    for key, unit in units.items():
        other = [(lang, path) for lang, path in unit.translations if lang not in used]
        if other:
            kept = tuple(pair for pair in unit.translations if pair not in other)
            units[key] = unit._replace(translations=kept)
            for lang, path in other:
                values = {"found": lang, "choices": ", ".join(used)}
                found.append(Diagnostic("translation-language-not-used", Level.WARNING, path, 1, 1, values=values))
    return found


def _match_names(book: Book, partly: list[Entry], stats: dict[str, Stat]) -> None:
    """Let records name pictures as the disk does; some systems write «é» in two parts (NFD), texts are in NFC."""
    there = {vi.nfc(path): path for path in stats if not path.isascii()}
    other = {whole: path for whole, path in there.items() if whole not in stats}
    if not other:
        return
    book.disk = other
    for entry in (*(e for kind in KINDS for e in book.entries[kind].values()), *partly):
        facts = entry.facts
        photos = tuple(other.get(path, path) for path in facts.photos)
        inline = tuple(other.get(path, path) for path in facts.inline)
        if (photos, inline) != (facts.photos, facts.inline):
            entry.facts = msgspec.structs.replace(facts, photos=photos, inline=inline)
    own = tuple(msgspec.structs.replace(p, file=other.get(p.file, p.file)) for p in book.commune.photos)
    if own != book.commune.photos:
        book.commune = msgspec.structs.replace(book.commune, photos=own)


def _without_commune(
    root: Path, home: Unit, read: sources.Read, units: dict[Key, Unit], today: date
) -> Iterable[Diagnostic]:
    """Tell what is wrong with ``commune.yaml`` and look at all else although it cannot be used."""
    stand_in = Commune(
        name={"vi": "?"}, province={"vi": "?"}, site_url="", tagline={"vi": "?"}, owner=Owner(name={"vi": "?"})
    )
    known = _known(Book(root, stand_in, today))
    own = checks.check("commune", read.partly, known) if read.partly is not None else ()
    yield from told_once("commune", [*read.found, *(_at(item, home.file, *read.place(item.field)) for item in own)])
    reader = _Reader(root, known)
    for unit in units.values():
        notes = reader(unit).notes
        if notes:  # the commune's own categories are not known here
            yield from (item for item in _NOTES.decode(notes) if item.code != "category-unknown")


def _drop_misnamed(book: Book, files: set[str]) -> None:
    """Take records out whose file has a wrong name; they were read for their other mistakes only."""
    for entries in book.entries.values():
        for id, entry in list(entries.items()):
            if entry.unit.file in files:
                del entries[id]
                book.missing.append(entry.unit.file)


def _read_units(
    book: Book, units: dict[Key, Unit], stats: dict[str, Stat], salt: str, known: checks.Known, mapper: Mapper
) -> list[Entry]:
    """Enter all units, and return those whose record has mistakes of its own."""
    kept = book.store.units() if book.store else {}
    known_of: dict[Key, tuple[bytes, bytes, bytes, bytes | None]] = {}
    changed: list[tuple[Unit, str]] = []
    rows = []
    for key, unit in units.items():
        sig = _sig(unit, stats, salt)
        row = kept.get(key)
        # One that could not be used is read again: what is to be told of it may depend on the day.
        if row is not None and row[0] == sig and row[4]:
            known_of[key] = (row[1], row[2], row[3], None)
        else:
            changed.append((unit, sig))
    reader = _Reader(book.root, known)
    for (unit, sig), one in zip(changed, mapper(reader, [unit for unit, _ in changed]), strict=True):
        known_of[unit.kind, unit.id] = one
        rows.append((unit.kind, unit.id, sig, *one))
    if book.store:
        book.store.put_units(rows)
        book.store.drop_units(set(kept) - set(units))
    # In one order whatever was read anew: of two records with the same number the later one is told.
    return [entry for key, unit in units.items() for entry in _enter(book, unit, *known_of[key])]


_NOTES = msgspec.msgpack.Decoder(list[Diagnostic])


def _enter(book: Book, unit: Unit, digest: bytes, facts: bytes, notes: bytes, packed: bytes | None) -> list[Entry]:
    """Enter one unit; an empty ``packed`` says that it has no usable record, and such a one is returned."""
    if notes:
        book.found += _NOTES.decode(notes)
    entry = Entry(book, unit, digest, _FACTS.decode(facts), packed)
    if packed == b"":
        book.missing.append(unit.file)
        return [entry]
    book.entries[unit.kind][unit.id] = entry
    return []


class _Reader:
    """``read_one`` with its fixed arguments; a class, so that it travels to other processes."""

    def __init__(self, root: Path, known: checks.Known) -> None:
        self._root = root
        self._known = checks.Known(known.commune, known.categories, {}, known.today, known.languages)

    def __call__(self, unit: Unit) -> _One:
        return read_one(self._root, unit, self._known)


def measure(path: Path) -> PhotoState:
    """Open one picture file and look at it."""
    try:
        size = path.stat().st_size
        if size > images.MOST_BYTES:  # told before it fills the memory
            return PhotoState("", code="photo-too-large", values={"found": f"{size // 1_000_000} MB"})
        data = path.read_bytes()
    except OSError as wrong:
        return PhotoState("", code="photo-not-readable", values={"found": wrong.strerror or ""})
    # Other derivatives get another address, so that no cache mixes them up.
    mark = hashlib.blake2b(data, digest_size=8, person=images.RECIPE.encode()).hexdigest()
    try:
        seen = images.examine(data)
    except images.PhotoError as wrong:
        return PhotoState(mark, code=wrong.code, values=wrong.values)
    return PhotoState(mark, seen.width, seen.height, tone=seen.tone, dhash=seen.dhash, advice=seen.advice)


def _measure_photos(book: Book, partly: list[Entry], stats: dict[str, Stat], home: Unit, mapper: Mapper) -> None:
    entries = [*(e for kind in KINDS for e in book.entries[kind].values()), *partly]
    wanted = {path for e in entries for path in (*e.facts.photos, *e.facts.inline)}
    wanted.update(photo_paths(home, book.commune))
    kept = book.store.photos() if book.store else {}
    todo: list[str] = []
    for path in sorted(wanted & stats.keys()):
        sig = f"{stats[path][0]}:{stats[path][1]}"
        row = kept.get(path)
        if row is not None and row[0] == sig:
            book.photos[path] = _PHOTO.decode(row[1])
        else:
            todo.append(path)
    rows = []
    for path, made in zip(todo, mapper(measure, [book.root / path for path in todo], PHOTO_WEIGHT), strict=True):
        book.photos[path] = made
        rows.append((path, f"{stats[path][0]}:{stats[path][1]}", _PACK(made)))
    for path in [path for path in book.photos if not path.isascii()]:
        book.photos.setdefault(vi.nfc(path), book.photos[path])
    if book.store:
        book.store.put_photos(rows)
        book.store.drop_photos(set(kept) - set(stats))
