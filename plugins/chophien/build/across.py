"""Checks that need the day, other records or files; a record with an error leaves the book."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chophien import checks, images, sources
from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level
from chophien.model import FOOD_LABELS, Consent, Record, at_home
from chophien.model.tables import LEAST_PHOTO_SIDE
from chophien.sources import Unit

from .book import KINDS, Book, Entry
from .facts import filled, photo_paths
from .freshness import Stat

_DOUBLES = {"sku": "sku-twice", "gtin": "gtin-twice"}
"""Code of a value that two records use; any other scope is a path word."""
_LEAVES = "consent-name-withdrawn"
"""Code of the one note that takes a record off the site without being a mistake: people may go on any day."""
_NEEDED = {("product", "producer"): "producer", ("trip", "place"): "].place"}
"""How the fields end without whose record another cannot be shown: who sells it, where a trip stops."""


def diagnostic(unit: Unit, code: str, level: Level, item: checks.Found) -> Diagnostic:
    """Say of a unit what a rule found."""
    label = checks.label(unit.kind, item.field)
    return Diagnostic(code, level, unit.file, field=item.field, label=label, values=item.values)


def check(
    book: Book,
    given: set[tuple[str, str]],
    stats: Mapping[str, Stat],
    known: checks.Known,
    home: Unit,
    partly: Sequence[Entry] = (),
) -> None:
    """
    Check what one record alone does not tell.

    Args:
        book: Gets the diagnostics, and loses records with errors.
        given: Kind and id of every unit in the folder, read or not.
        stats: Every file of the folder.
        known: What rules may know.
        home: The unit of ``commune.yaml``.
        partly: Records with mistakes of their own, whose other fields are looked at all the same.
    """
    photos = checks.Photos(
        {path: (s.width, s.height) for path, s in book.photos.items() if not s.code},
        {path: (s.code, s.values) for path, s in book.photos.items() if s.code},
        {path: s.advice for path, s in book.photos.items() if s.advice},
    )
    bad: set[tuple[str, str]] = set()
    entries = [entry for kind in KINDS for entry in book.entries[kind].values()]
    for entry in entries:
        for found in (*_references(book, entry, given), *_dated(book, entry, known), *_pictures(entry, photos)):
            _note(book, entry, found, bad)
    for entry in partly:
        for found in (*_references(book, entry, given), *_pictures(entry, photos)):
            _note(book, entry, found, bad)
    for entry, found in _doubled([*entries, *partly]):
        _note(book, entry, found, bad)
    for entry in _without_address(book):
        item = checks.Found("address", {})
        _note(book, entry, diagnostic(entry.unit, "food-without-address", Level.WARNING, item), bad)
    for entry in _at_home(book):
        if (entry.kind, entry.id) in bad:
            continue
        item = checks.Found("place", {"found": entry.record.place})
        _note(book, entry, diagnostic(entry.unit, "place-without-consent", Level.WARNING, item), bad)
    for entry in book.entries["place"].values():
        host = ("producer", entry.facts.producer)
        if entry.facts.producer in book.entries["producer"] and host not in bad and book.host(entry) is None:
            item = checks.Found("host", {"found": entry.id})
            agreed = book.entries["producer"][entry.facts.producer].record.consent
            back = agreed is not None and agreed.address is not None and agreed.address.withdrawn is not None
            code, level = ("consent-withdrawn", Level.NOTICE) if back else ("place-without-consent", Level.WARNING)
            _note(book, entry, diagnostic(entry.unit, code, level, item), bad)
    for code, level, item in checks.photo_problems(book.commune, home.folder, photos, book.today):
        book.found.append(_placed(book, diagnostic(home, code, level, item)))
    book.withheld.update(photo.file for photo in book.commune.photos if checks.withdrawn(photo, book.today))
    _unused(book, [*entries, *partly], stats, home)
    if book.withheld:  # to the rest of the build there are no such pictures, however the disk writes their names
        withheld = {vi.nfc(path) for path in book.withheld}
        book.photos = {path: state for path, state in book.photos.items() if vi.nfc(path) not in withheld}
    for kind, id in sorted(bad):
        if id in book.entries[kind]:
            book.missing.append(book.entries[kind].pop(id).unit.file)
    if book.missing:
        _drop_dangling(book)


def _placed(book: Book, item: Diagnostic) -> Diagnostic:
    """Find the line of a field, and of the one it belongs below, by reading the file once more."""
    below = item.values.get("below")
    places = sources.places_of(book.root, item.file, (item.field, below) if below else (item.field,))
    line, column = places[item.field]
    values = {**item.values, "line": str(places[below][0])} if below else item.values
    return Diagnostic(item.code, item.level, item.file, line, column, item.field, item.label, values)


def _note(book: Book, entry: Entry, found: Diagnostic, bad: set[tuple[str, str]]) -> None:
    if not found.line:
        file, field = entry.unit.file, found.field
        found = Diagnostic(found.code, found.level, file, field=field, label=found.label, values=found.values)
        found = _placed(book, found)
    book.found.append(found)
    if found.level is Level.ERROR or found.code == _LEAVES:
        bad.add((entry.kind, entry.id))


def _linked(book: Book, unit: Unit, code: str, item: checks.Found, target: str, nth: int) -> Diagnostic:
    """Say of a text what its ``nth`` link to an address has, at that link."""
    file, line, column = sources.link_place(book.root, unit, item.field, target, nth)
    label = checks.label(unit.kind, item.field)
    return Diagnostic(code, Level.ERROR, file, line, column, item.field, label, item.values)


def _references(book: Book, entry: Entry, given: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for field, kind, id in entry.facts.refs:
        if id not in book.entries[kind] and (kind, id) not in given:
            near = vi.nearest(id, book.entries[kind]) or ""
            code, item = "reference-unknown", checks.Found(field, {"found": id, "kind": kind, "suggestion": near})
        elif id in book.entries[kind] and book.entries[kind][id].facts.variety == "draft" != entry.facts.variety:
            code, item = "reference-to-draft", checks.Found(field, {"found": id})
        else:
            code, item = "", checks.Found(field, {})
        if field.partition(".")[0] in checks.TEXTS:
            nth = seen[field, kind, id]
            seen[field, kind, id] += 1
            if code:
                yield _linked(book, entry.unit, code, item, f"{kind}/{id}", nth)
        elif code:
            yield diagnostic(entry.unit, code, Level.ERROR, item)


def _without_address(book: Book) -> Iterator[Entry]:
    """List who sells food and has no address: it stands on the label, and in every advertisement of food."""
    off = book.commune.checks.off if book.commune.checks else ()
    if book.commune.example or "food-without-address" in off:
        return
    sellers = set()
    for entry in book.entries["product"].values():
        facts = entry.facts
        category = book.categories.get(facts.category)
        if category and category.label in FOOD_LABELS and facts.goods and not facts.example:
            sellers.add(facts.producer)
    for id in sorted(sellers & book.entries["producer"].keys()):
        entry = book.entries["producer"][id]
        if entry.record.address is None:
            yield entry


def _at_home(book: Book) -> Iterator[Entry]:
    """List the households whose place is left out because it may be their house."""
    for id in sorted(book.entries["producer"]):
        entry = book.entries["producer"][id]
        if entry.facts.place and at_home(entry.record, book.kind_of_place(entry), book.today):
            yield entry


def _dated(book: Book, entry: Entry, known: checks.Known) -> Iterator[Diagnostic]:
    due, stars = entry.facts.due, entry.facts.stars
    if (due is not None and due <= book.today) or (stars is not None and stars[0] > book.today):
        yield from checks.check(entry.kind, entry.record, known, dated=True)


def _pictures(entry: Entry, photos: checks.Photos) -> Iterator[Diagnostic]:
    facts, folder, today = entry.facts, entry.unit.folder, entry.book.today
    alike = _alike(entry.book, facts.photos)
    if facts.shy or alike or not all(_fine(photos, path) for path in facts.photos):
        record = entry.record if entry.packed != b"" else _partly(entry)
        general = _consent(entry.book, entry.kind, record)
        for code, level, item in checks.photo_problems(record, folder, photos, today, general):
            yield diagnostic(entry.unit, code, level, item)
        own = getattr(record, "photos", ())
        for number, other in alike:
            if not own[number].approved:
                values = {"found": own[number].file, "other": own[other].file}
                item = checks.Found(f"photos[{number + 1}].file", values)
                yield diagnostic(entry.unit, "photo-alike", Level.WARNING, item)
        entry.book.withheld.update(
            f"{folder}/{photo.file}" if folder else photo.file
            for photo in own
            if checks.withdrawn(photo, today, general)
        )
    seen: Counter[tuple[str, str]] = Counter()
    for path, field in zip(facts.inline, facts.texts, strict=True):
        if path not in photos.sizes:
            target = path.removeprefix(entry.unit.folder + "/")
            code = photos.broken[path][0] if path in photos.broken else "photo-missing"
            item = checks.Found(field, {"found": target, "path": path})
            yield _linked(entry.book, entry.unit, code, item, target, seen[field, path])
            seen[field, path] += 1


def _partly(entry: Entry) -> Record:
    """Read a record with mistakes once more, as far as it can be read."""
    return filled(entry.kind, sources.load(entry.book.root, entry.unit).values)


def _consent(book: Book, kind: str, record: Any) -> Consent | None:
    """Return what the people agreed to who make a product, run a place, or are the producer themselves."""
    id = {"product": "producer", "place": "host"}.get(kind)
    if id is not None:
        entry = book.entries["producer"].get(getattr(record, id))
        record = entry.record if entry else None
    consents = getattr(record, "consent", None)
    return consents.photo if consents else None


def _fine(photos: checks.Photos, path: str) -> bool:
    size = photos.sizes.get(path)
    return size is not None and min(size) >= LEAST_PHOTO_SIDE and path not in photos.advice


def _alike(book: Book, paths: Sequence[str]) -> list[tuple[int, int]]:
    """Find pictures of one record that look the same, as (number of the later one, number of the earlier one)."""
    if len(paths) < 2:
        return []
    hashes = [state.dhash if (state := book.photos.get(path)) else "" for path in paths]
    return [
        (number, other)
        for number in range(1, len(hashes))
        for other in range(number)
        if images.near(hashes[number], hashes[other])
    ]


def _doubled(entries: list[Entry]) -> Iterator[tuple[Entry, Diagnostic]]:
    """Find SKUs, GTINs and path words that two records use, whatever their capitals."""
    scopes: dict[str, list[tuple[str, Any, list[tuple[str, str]]]]] = defaultdict(list)
    for entry in entries:
        for scope, field, value in entry.facts.unique:
            scopes[scope].append((entry.id, (entry, value), [(field, value.casefold())]))
    for scope, owners in scopes.items():
        # Of a product's id and another's SKU the SKU is told: it is the one that can be changed.
        owners.sort(key=lambda owner: owner[2][0][0] != "id")
        by_id = {id: entry for id, (entry, _), _ in owners}
        for (entry, value), folded in checks.doubles(owners):
            other = by_id[folded.values["other"]]
            line, _ = sources.place_of(other.book.root, other.unit.file, folded.values["at"])
            values = {"found": value, "other": other.id, "place": f"{other.unit.file}:{line}"}
            item = checks.Found(folded.field, values)
            yield entry, diagnostic(entry.unit, _DOUBLES.get(scope, "slug-twice"), Level.ERROR, item)


def _unused(book: Book, entries: list[Entry], stats: Mapping[str, Stat], home: Unit) -> None:
    """Name the pictures in the folder that nothing uses, so that none disappears silently."""
    used = {path for entry in entries for path in (*entry.facts.photos, *entry.facts.inline)}
    used.update(photo_paths(home, book.commune))
    # A record that could not be read may well name the pictures beside it.
    unread = {file.rpartition("/")[0] for file in book.missing}
    for path in sorted(stats):
        if not path.lower().endswith(sources.PICTURES) or not path.startswith(("products/", "content/")):
            continue
        if path not in used and path.rpartition("/")[0] not in unread:
            book.found.append(Diagnostic("photo-not-used", Level.NOTICE, path, 1, 1))


def _drop_dangling(book: Book) -> None:
    """What cannot be shown without a record that was left out is left out too."""
    for (kind, other), end in sorted(_NEEDED.items()):
        for id, entry in list(book.entries[kind].items()):
            refs = [(to, to_id) for field, to, to_id in entry.facts.refs if field.endswith(end)]
            if any(to == other and to_id not in book.entries[to] for to, to_id in refs):
                del book.entries[kind][id]
                book.missing.append(entry.unit.file)
