"""
To which record a photo belongs, as its name and the names of its folders say.

Only whole words count, without capitals or signs between them, and without accents where the sender wrote none;
accents that were written must be those of a name. What is short or common counts only when it stands alone. Two
different records that fit are no answer: nothing is ever guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from chophien import model, sources, text
from chophien.sources import Unit

_WORD = re.compile(r"[a-z0-9]+")
_TURN = re.compile(r"(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")
_SUFFIX = re.compile(
    r"\.(?:jpe?g|jpe|jfif|png|webp|hei[cf]|avif|gif|bmp|tiff?|dng|raw|svg|pdf|mp4|mov|3gp|docx?|txt|zip|rar)$", re.I
)
_BY_MACHINES = re.compile(
    r"(?:img|mvimg|imag|dsc[nf]?|pxl|photos?|pictures?|pic|images?|anh|hinh|zalo|fb|facebook|messenger|received"
    r"|screenshots?|whatsapp|wa|viber|telegram|gopro|camera|cam|copy)\d*"
)
"""Words that cameras, telephones and what carries photos write by themselves; they name no record."""
_PHRASES = (("ban", "sao"), ("copy", "of"), ("chup", "man", "hinh"), ("man", "hinh"))
"""The same in several words, each of which says something by itself."""
MOST_WORDS = 30
"""A name of more words is not looked through, and says nothing."""
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


class _Word(NamedTuple):
    """One word of a name: without accents, and as it was written but for capitals."""

    plain: str
    written: str


class _Key(NamedTuple):
    target: Target
    words: int
    cuts: frozenset[int]


class _Hit(NamedTuple):
    """Words of a name that call a record. One that is not ``sure`` casts doubt on others, but decides nothing."""

    start: int
    end: int
    target: Target
    sure: bool
    strong: bool


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
        self._accented = {target: _accented(target.names) for target in self.targets}
        for target in self.targets:
            for name in target.names:
                words = _plain(name)
                if words:
                    self._keys.setdefault("".join(words), []).append(_Key(target, len(words), _cuts(words)))

    def match(self, path: str) -> list[Target]:
        """
        Find the record that a path names.

        The file's own name decides, else the innermost folder whose name says anything. Where both speak and
        name different records, the file's name wins only by several words or by letters with digits, as in a
        SKU: ``001`` or ``bua`` in another record's folder may mean either.

        Args:
            path: Of a file, relative to ``hop-thu/``.
        Returns:
            One record, several that fit, or none. A name within a longer one does not count.
        """
        folders, _, name = path.rpartition("/")
        own: list[_Hit] = []
        for at, part in enumerate((name, *reversed(folders.split("/")))):
            words = _words(_stem(part))
            if len(words) > MOST_WORDS:
                return []
            hits = self._best(words)
            if at and hits:
                return _decided(own, hits)
            if any(hit.strong for hit in hits):
                return _called(hits)
            own = own or hits
        return _called(own)

    def _best(self, words: Sequence[_Word]) -> list[_Hit]:
        """List the hits of one name that do not lie within longer ones; none when none of them is sure."""
        hits = list(self._hits(words))
        best = [hit for hit in hits if not any(_within(hit, other) for other in hits)]
        return best if any(hit.sure for hit in best) else []

    def _hits(self, words: Sequence[_Word]) -> Iterator[_Hit]:
        empty = _by_machines(words)
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                run = words[start:end]
                plain = [word.plain for word in run]
                keys = self._keys.get("".join(plain), ())
                if not keys or (all(empty[start:end]) and not all(map(str.isdigit, plain))):
                    continue
                digits = all(map(str.isdigit, plain))
                mixed = not digits and any(map(str.isdigit, "".join(plain)))
                rest = [*words[:start], *words[end:]]
                alone = not rest if digits else all([*empty[:start], *empty[end:]])
                for key in keys:
                    if not _cuts(plain) <= key.cuts or not self._as_written(key.target, run) or (digits and not alone):
                        continue
                    yield _Hit(
                        start, end, key.target, len(run) > 1 or mixed or alone, mixed or (key.words > 1 and not digits)
                    )

    def _as_written(self, target: Target, run: Sequence[_Word]) -> bool:
        """Tell whether a record is called so, where the sender wrote accents: “cuộc” is not “Cuốc”."""
        written = "".join(word.written for word in run)
        return written == "".join(word.plain for word in run) or written in self._accented[target]

    def near(self, path: str, most: int) -> list[Target]:
        """List records whose names are like a path, the most alike first; then the others."""
        words = set(_plain(path))
        flat = " ".join(_plain(_stem(path.rpartition("/")[2])))
        shared = {
            target: max((sum(map(len, words.intersection(_plain(name)))) for name in target.names), default=0)
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
        wanted = "".join(_plain(part))
        if not wanted:
            return []
        found = [
            target
            for target in self.targets
            if target.own_folder and any(wanted in "".join(_plain(name)) for name in target.names)
        ]
        return sorted(found, key=lambda target: (wanted != "".join(_plain(target.id)), text.fold(target.name)))[:most]

    def get(self, kind: str, written: str) -> Target | None:
        """Find a record of a kind by its id, or by a name or SKU that no other has."""
        words = _words(written)
        wanted = "".join(word.plain for word in words)
        of_kind = [target for target in self.targets if target.kind == kind]
        found = [target for target in of_kind if target.id == written] or [
            target
            for target in of_kind
            if wanted
            and any("".join(_plain(name)) == wanted for name in target.names)
            and self._as_written(target, words)
        ]
        return found[0] if len(found) == 1 else None


def _called(hits: Iterable[_Hit]) -> list[Target]:
    return list(dict.fromkeys(hit.target for hit in hits))


def _decided(own: Sequence[_Hit], hits: Sequence[_Hit]) -> list[Target]:
    """Weigh what the file's name says weakly, if anything, against what its folder says."""
    mine, folder = _called(own), _called(hits)
    return mine if own and set(mine) <= set(folder) else list(dict.fromkeys((*mine, *folder)))


def _stem(name: str) -> str:
    """Take off what says that a file is a photo, also twice; “dao bep 1.5kg” has nothing of the kind."""
    while (found := _SUFFIX.search(name)) is not None:
        name = name[: found.start()]
    return name


def _words(name: str) -> list[_Word]:
    # Full-width and other letters of phones' keyboards are plain ones to a reader.
    folded, written = [], []
    for letter in text.nfc(unicodedata.normalize("NFKC", name).lower()):
        plain = text.strip_marks(letter)
        if len(plain) == 1:
            folded.append(plain)
            written.append(letter)
    whole = "".join(folded)
    return [
        _Word(found[0], text.fold_marks("".join(written[found.start() : found.end()])))
        for found in _WORD.finditer(whole)
    ]


def _plain(name: str) -> list[str]:
    return [word.plain for word in _words(name)]


def _accented(names: Iterable[str]) -> frozenset[str]:
    """List all runs of words with accents in a record's names, each written as one."""
    found = set()
    for name in names:
        words = _words(name)
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                run = words[start:end]
                if any(word.plain != word.written for word in run):
                    found.add("".join(word.written for word in run))
    return frozenset(found)


def _by_machines(words: Sequence[_Word]) -> list[bool]:
    """Tell of each word whether a machine writes it by itself: a number, or what cameras call their photos."""
    plain = [word.plain for word in words]
    found = [word.isdigit() or _BY_MACHINES.fullmatch(word) is not None for word in plain]
    for phrase in _PHRASES:
        for at in range(len(plain) - len(phrase) + 1):
            if tuple(plain[at : at + len(phrase)]) == phrase:
                found[at : at + len(phrase)] = [True] * len(phrase)
    return found


def _cuts(words: Sequence[str]) -> frozenset[int]:
    """Return where words end, and where letters turn to digits: MO001 is MO-001, but “ca phe” is not “cap he”."""
    joined = "".join(words)
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    return frozenset({*ends[1:-1], *(match.start() for match in _TURN.finditer(joined))})


def _within(hit: _Hit, other: _Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


__all__ = ["Names", "Target", "targets"]
