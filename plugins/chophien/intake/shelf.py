"""The pictures that lie in the folders of records: which of them is the same as a new one, which is like it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from chophien import images, text
from chophien.sources import PICTURES

LONGEST_ID = 60


def digest(data: bytes) -> str:
    """Return what tells the contents of a file."""
    return hashlib.sha256(data).hexdigest()


class Shelf:
    """
    All pictures of a commune's folder.

    Args:
        root: The commune's folder.
        sizes: Its files and their sizes in bytes.
    """

    def __init__(self, root: Path, sizes: Mapping[str, int]) -> None:
        self._root = root
        self._of_size: dict[int, list[str]] = {}
        self._digests: dict[str, str] = {}
        self._hashes: dict[str, str] = {}
        for path, size in sorted(sizes.items()):
            if path.lower().endswith(PICTURES) and "/" in path:
                self._of_size.setdefault(size, []).append(path)

    def same(self, data: bytes) -> list[str]:
        """List pictures with the very same bytes, in path order."""
        wanted = digest(data)
        return [path for path in self._of_size.get(len(data), ()) if self._digest(path) == wanted]

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            try:
                self._digests[path] = digest((self._root / path).read_bytes())
            except OSError:
                return ""
        return self._digests[path]

    def alike(self, dhash: str, paths: Iterable[str]) -> str:
        """Return the first picture that looks like a new one; empty when none does."""
        return next((path for path in paths if images.near(dhash, self._dhash(path))), "")

    def _dhash(self, path: str) -> str:
        if path not in self._hashes:
            self._hashes[path] = ""
            try:
                if os.stat(self._root / path).st_size <= images.MOST_BYTES:
                    self._hashes[path] = images.examine((self._root / path).read_bytes()).dhash
            except (OSError, images.PhotoError):  # a picture that cannot be read is the build's to tell
                pass
        return self._hashes[path]

    def put(self, path: str, data: bytes, dhash: str) -> None:
        """Note a picture that was stored, or would be."""
        there = self._of_size.setdefault(len(data), [])
        if path not in there:
            there.append(path)
            there.sort()
        self._digests[path] = digest(data)
        self._hashes[path] = dhash

    def name(self, folder: str, id: str, data: bytes) -> str:
        """
        Name a new picture in a record's folder.

        The name is the id and the beginning of the contents' digest: the same photo gets the same name, and
        nothing of the sender's file name, which may hold a person's name or number, comes to the site.
        """
        whole = digest(data)
        for length in (8, 16, 64):
            name = f"{text.slug(id, LONGEST_ID)}-{whole[:length]}.jpg"
            path = self._root / folder / name
            if not os.path.lexists(path) or self._digest(f"{folder}/{name}") == whole:
                break
        return name
