"""
The folder ``hop-thu/``: what lies in it, in which order, and the contents of one file.

Names come from strangers. Links are not followed, only regular files are opened, and nothing larger than a
photo may be is read.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from chophien import text
from chophien.images import MOST_BYTES, PhotoError

FOLDER = "hop-thu"
DONE = "da-xu-ly"
"""The folder in ``hop-thu/`` where originals go once they are stored."""

_OF_SYSTEMS = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "@eadir"}
_NUMBER = re.compile(r"(\d+)")


class Item(NamedTuple):
    """One thing in ``hop-thu/``: its path there, and the refusal of what can be told without opening it."""

    path: str
    refused: PhotoError | None = None

    @property
    def shown(self) -> str:
        """Its path below the commune's folder, safe to print on one line."""
        return f"{FOLDER}/{printable(self.path)}"

    @property
    def name(self) -> str:
        """Its last name, safe to print on one line."""
        return printable(self.path.rstrip("/").rpartition("/")[2])


class Contents(NamedTuple):
    """Bytes of a file, and what tells whether it is still the same one."""

    data: bytes
    mark: tuple[int, int, int]


def prepare(root: Path) -> bool:
    """Make ``hop-thu/`` if there is none; tell whether it was made."""
    try:
        (root / FOLDER).mkdir()
    except FileExistsError:
        return False
    return True


def items(root: Path) -> list[Item]:
    """
    List what people put into ``hop-thu/``, in the order in which they would count.

    Files of the system and names that begin with a dot are passed over, and so is ``da-xu-ly/``.
    """
    top = root / FOLDER
    try:
        mode = os.lstat(top).st_mode
    except FileNotFoundError:
        return []
    except OSError as wrong:
        return [Item("", PhotoError("intake-not-opened", found=reason(wrong)))]
    if not stat.S_ISDIR(mode):
        return [Item("", PhotoError("intake-link" if stat.S_ISLNK(mode) else "intake-inbox-a-file"))]
    return sorted(_walk(f"{top}/", ""), key=_order)


def _walk(top: str, below: str) -> Iterator[Item]:
    rest = [below]
    while rest:
        folder = rest.pop()
        try:
            entries = list(os.scandir(top + folder))
        except OSError as wrong:
            yield Item(folder, PhotoError("intake-not-opened", found=reason(wrong)))
            continue
        for entry in entries:
            path, low = folder + entry.name, entry.name.lower()
            if low.startswith(".") or low in _OF_SYSTEMS or path == DONE:
                continue
            try:
                kind = _kind(entry)
            except OSError as wrong:
                yield Item(path, PhotoError("intake-not-opened", found=reason(wrong)))
                continue
            if kind == "folder":
                rest.append(path + "/")
            else:
                yield Item(path, PhotoError(kind) if kind else None)


def _kind(entry: os.DirEntry[str]) -> str:
    """Return the code with which something is refused, ``folder``, or nothing for a file."""
    if not _decoded(entry.name):
        return "intake-name-not-utf8"
    if entry.is_symlink():
        return "intake-link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "" if entry.is_file(follow_symlinks=False) else "intake-not-a-file"


def _decoded(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _order(item: Item) -> tuple[object, ...]:
    """IMG_2 comes before IMG_10."""
    parts = _NUMBER.split(text.fold(item.path))
    return ([(int(part) if at % 2 else 0, part) for at, part in enumerate(parts)], item.path)


def read(root: Path, item: Item) -> Contents:
    """
    Read one file.

    Raises:
        PhotoError: Not a regular file any more, too large, or it cannot be opened.
    """
    if item.refused is not None:
        raise item.refused
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(root / FOLDER / item.path, flags)
        with open(handle, "rb") as file:
            seen = os.fstat(handle)
            if not stat.S_ISREG(seen.st_mode):
                raise PhotoError("intake-not-a-file")
            if seen.st_size > MOST_BYTES:
                raise PhotoError("photo-too-large", found=f"{seen.st_size // 1_000_000} MB")
            return Contents(file.read(MOST_BYTES + 1), _mark(seen))
    except FileNotFoundError:
        raise PhotoError("intake-changed") from None
    except OSError as wrong:
        raise PhotoError("intake-not-opened", found=reason(wrong)) from None


def unchanged(root: Path, item: Item, contents: Contents) -> bool:
    """Tell whether a file is still the one that was read."""
    try:
        return _mark(os.lstat(root / FOLDER / item.path)) == contents.mark
    except OSError:
        return False


def reason(wrong: OSError) -> str:
    """Return what the system says is wrong, in its own words."""
    return wrong.strerror or type(wrong).__name__


def _mark(seen: os.stat_result) -> tuple[int, int, int]:
    return seen.st_ino, seen.st_size, seen.st_mtime_ns


def printable(name: str) -> str:
    """Write a name so that it stays on its line and shows every letter: control and bidi characters become �."""
    plain = text.nfc(os.fsencode(name).decode("utf-8", "replace"))
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in plain)
