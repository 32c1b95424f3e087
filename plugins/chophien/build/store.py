"""
What earlier builds worked out, kept under ``.chophien``: records read, photos measured, parts made.

SQLite because single rows of ten thousand are read and replaced; only what changed is written. All of
it can be deleted at any time: the next build works it out again.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS units (
    kind TEXT, id TEXT, sig TEXT, digest BLOB, facts BLOB, notes BLOB, packed BLOB, PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS photos (
    path TEXT PRIMARY KEY, sig TEXT, state BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts (
    name TEXT, task TEXT, key BLOB, body BLOB, PRIMARY KEY (name, task)
) WITHOUT ROWID;
"""


FILE = "store.sqlite"


def remove(folder: Path) -> None:
    """Delete the store of a folder."""
    for path in folder.glob(f"{FILE}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


class Store:
    """One open store; ``code`` is the digest of the program that may read it."""

    def __init__(self, folder: Path, code: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._code = code
        self._db = sqlite3.connect(":memory:")
        try:
            usable = self._open()
        except sqlite3.DatabaseError:
            usable = False
        if usable:
            self._db.execute("BEGIN")
        else:
            self.clear()

    def _open(self) -> bool:
        """Open the file, made where there is none; tell whether this program may read it."""
        self._db = sqlite3.connect(self._folder / FILE, isolation_level=None)
        # Rows of some kilobytes, written by the thousand: large pages and SQLite's plain journal take a quarter of the
        # time of small pages and a write-ahead log. A killed build is rolled back when the file is opened next.
        self._db.execute("PRAGMA page_size=16384")
        self._db.execute("PRAGMA journal_mode=DELETE")
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.executescript(_TABLES)
        row = self._db.execute("SELECT value FROM meta WHERE name='code'").fetchone()
        if row is None:
            self._db.execute("INSERT INTO meta VALUES ('code', ?)", (self._code,))
        return row is None or row[0] == self._code

    def clear(self) -> None:
        """Forget everything, in a file of its own: of a damaged one not even a table can be dropped."""
        self._db.close()
        remove(self._folder)
        self._open()
        self._db.execute("BEGIN")

    def commit(self) -> None:
        """Keep what was written so far."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def close(self) -> None:
        """Keep and close; what cannot be kept is worked out again by the next build."""
        with suppress(sqlite3.DatabaseError):
            self._db.execute("COMMIT")
        self._db.close()

    def units(self) -> dict[tuple[str, str], tuple[str, bytes, bytes, bytes, int]]:
        """Return signature, digest, facts, notes and the packed record's length by kind and id."""
        rows = self._db.execute("SELECT kind, id, sig, digest, facts, notes, length(packed) FROM units")
        return {(row[0], row[1]): row[2:] for row in rows}

    def packed(self, keys: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], bytes]]:
        """Return packed records by kind and id."""
        wanted = list(keys)
        if len(wanted) > 2000:
            chosen = set(wanted)
            for kind, id, packed in self._db.execute("SELECT kind, id, packed FROM units"):
                if (kind, id) in chosen:
                    yield (kind, id), packed
            return
        for key in wanted:
            row = self._db.execute("SELECT packed FROM units WHERE kind=? AND id=?", key).fetchone()
            if row is not None:
                yield key, row[0]

    def put_units(self, rows: Iterable[tuple[str, str, str, bytes, bytes, bytes, bytes]]) -> None:
        """Keep records: kind, id, signature, digest, facts, notes, packed."""
        self._db.executemany("INSERT OR REPLACE INTO units VALUES (?,?,?,?,?,?,?)", rows)

    def drop_units(self, keys: Iterable[tuple[str, str]]) -> None:
        """Forget records."""
        self._db.executemany("DELETE FROM units WHERE kind=? AND id=?", keys)

    def photos(self) -> dict[str, tuple[str, bytes]]:
        """Return signature and packed state of every photo by path."""
        return {row[0]: row[1:] for row in self._db.execute("SELECT * FROM photos")}

    def put_photos(self, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep photos' measures: path, signature, packed state."""
        self._db.executemany("INSERT OR REPLACE INTO photos VALUES (?,?,?)", rows)

    def drop_photos(self, paths: Iterable[str]) -> None:
        """Forget photos."""
        self._db.executemany("DELETE FROM photos WHERE path=?", ((path,) for path in paths))

    def part_keys(self, name: str) -> dict[str, bytes]:
        """Return the key under which each task's part of that name was made."""
        return dict(self._db.execute("SELECT task, key FROM parts WHERE name=?", (name,)))

    def put_parts(self, rows: Iterable[tuple[str, str, bytes, bytes]]) -> None:
        """Keep parts: name, task, key, body."""
        self._db.executemany("INSERT OR REPLACE INTO parts VALUES (?,?,?,?)", rows)

    def drop_parts(self, tasks: Iterable[str]) -> None:
        """Forget every part of some tasks."""
        self._db.executemany("DELETE FROM parts WHERE task=?", ((task,) for task in tasks))

    def parts(self, name: str) -> Iterator[tuple[str, bytes]]:
        """Stream the parts of one name in the order of their tasks."""
        yield from self._db.execute("SELECT task, body FROM parts WHERE name=? ORDER BY task", (name,))


class Made(msgspec.Struct, array_like=True, gc=False):
    """One file of the output: the key of the task that made it, its digest and size."""

    key: bytes
    digest: bytes
    size: int


class Generation(msgspec.Struct):
    """What stands in one output folder, known by the folder's inode; ``pelican`` is the key of Pelican's part."""

    inode: int
    files: dict[str, Made] = {}
    pelican: bytes = b""


_GENERATION = msgspec.msgpack.Decoder(Generation)


def load_generation(folder: Path, output: Path) -> Generation:
    """Return what stands in the output folder, or an empty generation when we did not make it."""
    try:
        inode = output.stat().st_ino
        raw = (folder / f"files-{inode}.bin").read_bytes()
        found = _GENERATION.decode(raw)
    except (OSError, msgspec.DecodeError):
        return Generation(0)
    return found if found.inode == inode else Generation(0)


def save_generation(folder: Path, made: Generation) -> None:
    """Note a generation before it is switched in; the one that stands keeps its own note."""
    path = folder / f"files-{made.inode}.bin"
    beside = path.with_suffix(".new")
    beside.write_bytes(msgspec.msgpack.encode(made))
    beside.replace(path)


def written_by(folder: Path, inode: int) -> int:
    """Return when a generation was noted, in nanoseconds; its files were all written before."""
    return (folder / f"files-{inode}.bin").stat().st_mtime_ns


def forget_generations(folder: Path, keep: int) -> None:
    """Remove the notes of generations that no longer stand."""
    for path in folder.glob("files-*.bin"):
        if path.name != f"files-{keep}.bin":
            path.unlink(missing_ok=True)
