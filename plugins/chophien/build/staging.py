"""The next generation of a site, put together beside the one that stands."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from . import folder
from .store import Made, load_generation, written_by


class Staging:
    """
    The files of a generation under way, each noted with its key; what has its key already is linked.

    Args:
        site: The output folder.
        state: The folder with the notes of generations.
    """

    def __init__(self, site: Path, state: Path) -> None:
        self.site = site
        self.stage = folder.staging(site)
        self.stage.mkdir(parents=True)
        self.before = load_generation(state, site)
        self.files: dict[str, Made] = {}
        self.written = 0
        self.unchanged = 0
        self._standing = _standing(site, written_by(state, self.before.inode)) if self.before.files else {}

    def make_room(self, paths: Iterable[str]) -> None:
        """Make the folders that files will be written to."""
        for parent in sorted({path.rpartition("/")[0] for path in paths}):
            (self.stage / parent).mkdir(parents=True, exist_ok=True)

    def keep(self, key: bytes, paths: Sequence[str]) -> bool:
        """Link files from the standing site when all of them are there under their key; tell whether they were."""
        found = [self.before.files.get(path) for path in paths]
        for path, made in zip(paths, found, strict=True):
            if made is None or made.key != key or self._standing.get(path) != made.size:
                return False
        site, stage = str(self.site), str(self.stage)
        for path, made in zip(paths, found, strict=True):
            if made is not None:
                folder.link(f"{site}/{path}", f"{stage}/{path}")
                self.files[path] = made
        self.unchanged += len(paths)
        return True

    def note(self, path: str, key: bytes, content: bytes, size: int) -> None:
        """Note a file just written; when it came out as before, the old file keeps its time."""
        old = self.before.files.get(path)
        if old is not None and old.digest == content and self._standing.get(path) == old.size == size:
            with suppress(OSError):
                folder.link(f"{self.site}/{path}", f"{self.stage}/{path}")
                self.unchanged += 1
                self.files[path] = Made(key, content, size)
                return
        self.written += 1
        self.files[path] = Made(key, content, size)

    def write(self, path: str, key: bytes, chunks: Iterable[bytes]) -> None:
        """Write a file chunk by chunk, so that it need not fit into memory."""
        made = hashlib.blake2b(digest_size=16)
        size = 0
        with open(self.stage / path, "wb", buffering=1 << 18) as file:
            for chunk in chunks:
                made.update(chunk)
                size += len(chunk)
                file.write(chunk)
        self.note(path, key, made.digest(), size)

    def adopt(self, file: Path, key: bytes) -> None:
        """Note a file of the staging folder that Pelican wrote."""
        content = file.read_bytes()
        path = file.relative_to(self.stage).as_posix()
        self.note(path, key, hashlib.blake2b(content, digest_size=16).digest(), len(content))


def _standing(site: Path, noted: int) -> dict[str, int]:
    """
    List the files that stand in the output folder, with their sizes.

    Args:
        site: The folder.
        noted: When it was noted, in nanoseconds; a file written later is not ours any more.
    """
    found: dict[str, int] = {}

    def walk(where: str, prefix: str) -> None:
        for entry in os.scandir(where):
            if entry.is_dir(follow_symlinks=False):
                walk(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                stat = entry.stat(follow_symlinks=False)
                if stat.st_mtime_ns <= noted:
                    found[prefix + entry.name] = stat.st_size

    with suppress(OSError):
        walk(str(site), "")
    return found
