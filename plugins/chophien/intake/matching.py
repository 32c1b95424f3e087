"""
To which record a photo belongs, as its name and the names of its folders say.

Only whole words count, without accents, capitals or signs between them. Two different records that fit equally
well are no answer: nothing is ever guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from chophien import model, sources, text
from chophien.sources import Unit

_WORD = re.compile(r"[a-z0-9]+")
_TURN = re.compile(r"(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")
MOST_WORDS = 30
"""A name has no more words; longer ones are not compared."""
MOST_COMPARED = 500
"""So many records are compared letter by letter with a name that says nothing."""


class Target(NamedTuple):
    """A record that may have photos: how people call it, and all names it is found by."""

    unit: Unit
    name: str
    names: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its id."""
        return self.unit.id

    @property
    def kind(self) -> str:
        """Its kind, such as ``product``."""
        return self.unit.kind

    @property
    def own_folder(self) -> bool:
        """Whether it has a folder to itself, where photos can go."""
        return PurePosixPath(self.unit.file).stem in {"product", "index"}


class _Key(NamedTuple):
    target: Target
    cuts: frozenset[int]


class _Hit(NamedTuple):
    start: int
    end: int
    target: Target


def targets(root: Path, paths: Iterable[str]) -> list[Target]:
    """List the records that may have photos; one that cannot be read is known by its id alone."""
    units, _ = sources.units(paths)
    kinds = [kind for kind, record in model.RECORDS.items() if kind != "commune" and "photos" in model.keys(record)]
    return [_target(root, unit) for unit in units.values() if unit.kind in kinds]


def _target(root: Path, unit: Unit) -> Target:
    values = sources.load(root, unit).values
    phrase: Mapping[str, str] = values.get("name") or values.get("title") or {}
    skus = [variant.sku for variant in values.get("variants", ())]
    names = dict.fromkeys((unit.id, *phrase.values(), *skus))
    return Target(unit, phrase.get("vi") or unit.id, tuple(names))


class Names:
    """All names of all records, for looking them up in file names."""

    def __init__(self, known: Iterable[Target]) -> None:
        self.targets = tuple(known)
        self._keys: dict[str, list[_Key]] = {}
        for target in self.targets:
            for name in target.names:
                words = _words(name)
                if words:
                    self._keys.setdefault("".join(words), []).append(_Key(target, _cuts(words)))

    def match(self, path: str) -> list[Target]:
        """
        Find the record that a path names.

        Args:
            path: Of a file, relative to ``hop-thu/``. The innermost name that says anything decides.
        Returns:
            One record, several that fit equally well, or none. A name within a longer one does not count.
        """
        folders, _, name = path.rpartition("/")
        for part in (_stem(name), *reversed(folders.split("/"))):
            hits = list(self._hits(_words(part)[:MOST_WORDS]))
            best = [hit for hit in hits if not any(_within(hit, other) for other in hits)]
            found = dict.fromkeys(hit.target for hit in best)
            if found:
                return list(found)
        return []

    def _hits(self, words: list[str]) -> Iterator[_Hit]:
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                run = words[start:end]
                for key in self._keys.get("".join(run), ()):
                    if _cuts(run) <= key.cuts:
                        yield _Hit(start, end, key.target)

    def near(self, path: str, most: int) -> list[Target]:
        """List records whose names are like a path, the most alike first; then the others."""
        words = set(_words(path))
        flat = " ".join(_words(_stem(path.rpartition("/")[2])))
        shared = {
            target: max((sum(map(len, words.intersection(_words(name)))) for name in target.names), default=0)
            for target in self.targets
            if target.own_folder
        }
        if len(shared) > MOST_COMPARED:  # letter by letter takes long: only what shares a word, or the first ones
            some = [target for target in shared if shared[target]][:MOST_COMPARED]
            shared = {target: shared[target] for target in (some or list(shared)[:most])}

        def distance(target: Target) -> tuple[float, float, str]:
            like = max((SequenceMatcher(None, text.fold(name), flat).quick_ratio() for name in target.names), default=0)
            return (-shared[target], -like, text.fold(target.name))

        return sorted(shared, key=distance)[:most]

    def containing(self, part: str, most: int) -> list[Target]:
        """List records of which a name, an id or a SKU contains what was typed."""
        wanted = "".join(_words(part))
        found = [
            target
            for target in self.targets
            if target.own_folder and any(wanted in "".join(_words(name)) for name in target.names)
        ]
        return sorted(found, key=lambda target: (wanted != "".join(_words(target.id)), text.fold(target.name)))[:most]

    def get(self, kind: str, written: str) -> Target | None:
        """Find a record of a kind by its id, or by a name or SKU that no other has."""
        wanted = "".join(_words(written))
        of_kind = [target for target in self.targets if target.kind == kind]
        exact = [target for target in of_kind if target.id == written]
        found = exact or [t for t in of_kind if any("".join(_words(name)) == wanted for name in t.names)]
        return found[0] if len(found) == 1 else None


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _words(name: str) -> list[str]:
    # Full-width and other letters of phones' keyboards are plain ones to a reader.
    return _WORD.findall(text.fold(unicodedata.normalize("NFKC", name)))


def _cuts(words: list[str]) -> frozenset[int]:
    """Return where words end, and where letters turn to digits: MO001 is MO-001, but “ca phe” is not “cap he”."""
    joined = "".join(words)
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    return frozenset({*ends[1:-1], *(match.start() for match in _TURN.finditer(joined))})


def _within(hit: _Hit, other: _Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


__all__ = ["Names", "Target", "targets"]
