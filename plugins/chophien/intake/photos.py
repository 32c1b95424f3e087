"""
Photos from ``hop-thu/`` to the folders of their records.

One photo at a time: read, made a master, matched to its record, stored with its line in the record's file, and
only then is the original moved. Each step can be repeated, so a run that was killed is finished by the next.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from chophien import images, sources
from chophien.diagnostics import Diagnostic, Level
from chophien.images import PhotoError
from chophien.model import Photo

from . import entry, inbox, storing
from .entry import NotAdded
from .inbox import Contents, Item
from .matching import Names, Target
from .shelf import Shelf

MOST_NAMED = 3
"""How many records a message names."""
BLURRED = "photo-blurred"
"""Advice with which a photo does not come to stand for its record by itself."""
ATTEMPTS = 3
"""How often an edit is made again because someone saved the file meanwhile."""
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})

Made = TypeVar("Made")


class Status(StrEnum):
    """What became of one photo."""

    TAKEN = "taken"
    ALREADY = "already"
    UNDECIDED = "undecided"
    REFUSED = "refused"


class Outcome(NamedTuple):
    """
    What became of one photo, or would.

    Args:
        photo: Its path below the commune's folder, printable.
        status: What became of it.
        target: The record it belongs to.
        file: Path of the master below the commune's folder.
        size: Width and height of the master in pixels.
        format: Format of the original: JPEG, PNG, WEBP or HEIF.
        main: Whether it now shows its record.
        found: Why it was refused, or advice.
        moved: Where the original went, below the commune's folder; empty when it stays.
    """

    photo: str
    status: Status
    target: Target | None = None
    file: str = ""
    size: tuple[int, int] = (0, 0)
    format: str = ""
    main: bool = False
    found: tuple[Diagnostic, ...] = ()
    moved: str = ""


Ask = Callable[[Item, Sequence[Target]], Target | None]
"""Asks a person where a photo belongs: the photo, the records that fit equally well. None leaves it."""


class Intake:
    """
    One run over ``hop-thu/``.

    Args:
        root: The commune's folder.
        names: Its records.
        sizes: Its files with their sizes.
        target: Record that all photos go to; else their names decide.
        ask: Asked where the names do not decide; none leaves such photos.
        dry: Change nothing on the disk.
    """

    def __init__(
        self,
        root: Path,
        names: Names,
        sizes: Mapping[str, int],
        *,
        target: Target | None = None,
        ask: Ask | None = None,
        dry: bool = False,
    ) -> None:
        self.root = root
        self.names = names
        self.target = target
        self.ask = ask
        self.dry = dry
        self.shelf = Shelf(root, sizes)
        self._edited: dict[str, bytes] = {}

    def run(self, items: Collection[Item]) -> Iterator[Outcome]:
        """Take the photos one after the other; each outcome comes when it is final."""
        if not self.dry:
            self._sweep()
        for item in items:
            yield self._one(item)

    def _sweep(self) -> None:
        folders = {target.unit.folder for target in self.names.targets}
        storing.sweep(self.root / folder for folder in sorted(folders))
        done = self.root / inbox.FOLDER / inbox.DONE
        with suppress(OSError):
            if done.is_dir() and not done.is_symlink():
                storing.sweep([done, *(path for path in done.rglob("*") if path.is_dir() and not path.is_symlink())])

    def _one(self, item: Item) -> Outcome:
        target = contents = None
        try:
            contents = inbox.read(self.root, item)
            master = _sound(images.master, contents.data)
            target, rivals = self._where(item)
            if target is None:
                return self._undecided(item, rivals)
            if not target.own_folder:
                return _refused(item, "intake-no-folder", {"name": target.name, "file": target.unit.file}, target)
            if not inbox.unchanged(self.root, item, contents):  # a person may take long to answer
                return _refused(item, "intake-changed", {}, target)
            outcome = self._store(item, target, master)
        except (PhotoError, NotAdded) as wrong:
            return _refused(item, wrong.code, wrong.values, target)
        except OSError as wrong:  # whatever the disk refuses, the next photo has its turn
            if contents is not None and not inbox.unchanged(self.root, item, contents):
                return _refused(item, "intake-changed", {}, target)
            return _refused(item, *self._not_written(wrong, target), target)
        return self._moved(item, contents, outcome)

    def _not_written(self, wrong: OSError, target: Target | None) -> tuple[str, dict[str, str]]:
        """Return the code for what the system refused, and where it did."""
        place = f"{target.unit.folder}/" if target else f"{inbox.FOLDER}/"
        if wrong.errno in _FULL:
            return "intake-disk-full", {"place": place}
        if target and wrong.filename and Path(wrong.filename) == self.root / target.unit.file:
            place = target.unit.file
        return "intake-not-written", {"place": place, "why": inbox.reason(wrong)}

    def _where(self, item: Item) -> tuple[Target | None, list[Target]]:
        if self.target is not None:
            return self.target, []
        found = self.names.match(item.path)
        if len(found) == 1:
            return found[0], []
        return (self.ask(item, found) if self.ask else None), found

    def _undecided(self, item: Item, rivals: Sequence[Target]) -> Outcome:
        code = "intake-many-fit" if rivals else "intake-undecided"
        named = rivals or self.names.near(item.path, MOST_NAMED)
        choices = "; ".join(f"{target.name} ({target.id})" for target in named[:MOST_NAMED])
        found = Diagnostic(code, Level.WARNING, item.shown, values={"choices": choices or "…", "photo": item.shown})
        return Outcome(item.shown, Status.UNDECIDED, found=(found,))

    # --- storing -----------------------------------------------------------------------------------

    def _store(self, item: Item, target: Target, master: images.Master) -> Outcome:
        """Store a master and its line in the record's file; what is there already is not stored again."""
        unit, folder = target.unit, target.unit.folder
        seen = _sound(images.examine, master.jpeg)
        for _ in range(ATTEMPTS):
            contents = self._contents(target)
            there = entry.photos(unit, contents)
            same = self.shelf.same(master.jpeg)
            lying = [path.rpartition("/")[2] for path in same if path.rpartition("/")[0] == folder]
            listed = {photo.file for photo in there}
            name = next((name for name in lying if name in listed), "") or next(iter(lying), "")
            path = f"{folder}/{name}"
            outcome = Outcome(item.shown, Status.ALREADY, target, path, (master.width, master.height), master.format)
            withdrawn = {photo.file for photo in there if photo.consent and photo.consent.withdrawn}
            if (name or self.shelf.name(folder, unit.id, master.jpeg)) in withdrawn:
                raise NotAdded("intake-withdrawn", file=unit.file)
            if name in listed:
                return outcome
            name = name or self.shelf.name(folder, unit.id, master.jpeg)
            main = not entry.leads(there) and BLURRED not in seen.advice and name not in listed
            files = [] if name in lying else [storing.File(self.root / folder / name, master.jpeg)]
            if name not in listed:  # a person may have written the line that we asked for
                new = entry.add(unit, contents, name, main=main)
                files.append(storing.File(self.root / unit.file, new, before=contents[unit.file]))
                if not self.dry and self._contents(target) != contents:
                    continue
            advice = self._advice(item, target, there, seen, [path for path in same if path not in lying])
            try:
                storing.refuse_read_only(files)
                if not self.dry:
                    storing.put(files)
            except storing.Changed:
                continue
            self._edited.update((unit.file, file.data) for file in files if file.before is not None)
            self.shelf.put(f"{folder}/{name}", master.jpeg, seen.dhash)
            return outcome._replace(status=Status.TAKEN, file=f"{folder}/{name}", main=main, found=tuple(advice))
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), os.fspath(self.root / unit.file))

    def _contents(self, target: Target) -> dict[str, bytes]:
        found = sources.contents(self.root, target.unit)
        if isinstance(found, Diagnostic):
            raise NotAdded("intake-record-not-read", file=target.unit.file)
        return {**found, **{path: self._edited[path] for path in found if self.dry and path in self._edited}}

    def _advice(
        self, item: Item, target: Target, there: Sequence[Photo], seen: images.Examined, same: Sequence[str]
    ) -> Iterator[Diagnostic]:
        values = {"found": item.name, "size": f"{seen.width}×{seen.height}"}
        for code in seen.advice:
            yield Diagnostic(code, Level.WARNING, item.shown, values=values)
        folder = target.unit.folder
        others = [path for path in same if path.rpartition("/")[0] != folder]
        if others:
            yield Diagnostic("intake-elsewhere", Level.WARNING, item.shown, values={"found": others[0]})
        taken = [f"{folder}/{photo.file}" for photo in there if not photo.illustration]
        alike = self.shelf.alike(seen.dhash, taken)
        if alike:
            values = {"found": item.name, "other": alike.rpartition("/")[2]}
            yield Diagnostic("photo-alike", Level.WARNING, item.shown, values=values)
        if seen.white and target.kind == "product":
            yield Diagnostic("photo-white", Level.NOTICE, item.shown, values={"found": item.name})

    # --- the original ------------------------------------------------------------------------------

    def _moved(self, item: Item, contents: Contents, outcome: Outcome) -> Outcome:
        if self.dry:
            return outcome
        done = self.root / inbox.FOLDER / inbox.DONE
        values = {"folder": f"{inbox.FOLDER}/{inbox.DONE}"}
        stays = Diagnostic("intake-not-moved", Level.WARNING, item.shown, values=values)
        try:
            if done.is_symlink() or not inbox.unchanged(self.root, item, contents):
                return outcome._replace(found=(*outcome.found, stays))
            place = storing.move(self.root / inbox.FOLDER / item.path, done, item.path)
        except OSError:
            return outcome._replace(found=(*outcome.found, stays))
        return outcome._replace(moved=inbox.printable(place.relative_to(self.root).as_posix()))


def _sound(look: Callable[[bytes], Made], data: bytes) -> Made:
    try:
        return look(data)
    except PhotoError:
        raise
    except Exception as wrong:  # whatever a stranger's file does to a decoder, the next photo has its turn
        raise PhotoError("photo-not-readable", found=type(wrong).__name__) from wrong


def _refused(item: Item, code: str, values: Mapping[str, str], target: Target | None = None) -> Outcome:
    named = {"found": item.name}
    shown = {**named, **values} if code.startswith("intake-") else {**values, **named}
    return Outcome(item.shown, Status.REFUSED, target, found=(Diagnostic(code, Level.ERROR, item.shown, values=shown),))


__all__ = ["Ask", "Intake", "Outcome", "Status"]
