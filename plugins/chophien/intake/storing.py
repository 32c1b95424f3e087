"""
Writing so that a kill at any moment leaves the old or the new state.

A file is written beside its place under a dot name, pushed to the disk, and takes its place in one step. The
next run sweeps away what a killed one left.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

MARK = ".anh-moi"
"""Ends the dot names of files that are being written."""
LONGEST_NAME = 255
"""Bytes of one name; no usual system allows more."""
LONGEST_SUFFIX = 10
"""Bytes behind a name's last dot that a numbered name keeps whole."""
ANY_MAY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class File(NamedTuple):
    """What a file shall hold; ``before`` is what one that is replaced must hold until then."""

    path: Path
    data: bytes
    before: bytes | None = None


class Changed(Exception):
    """Someone saved a file after it was read."""


def put(files: Sequence[File]) -> None:
    """
    Write several files: first all beside their places, then each into its place, in the order given.

    New files come first and at most one, the last, takes the place of another, whose permissions it keeps. When
    one cannot be written, those that were new are removed again and the old one stands as it was.

    Raises:
        Changed: The file to be replaced does not hold what it should.
        PermissionError: It is set to be read only.
    """
    refuse_read_only(files)
    staged: list[tuple[Path, File]] = []
    new: list[Path] = []
    try:
        for file in files:
            beside = _beside(file.path)
            staged.append((beside, file))
            _write(beside, file.data)
            if file.path.exists():
                shutil.copymode(file.path, beside)
        for beside, file in staged:
            if file.before is not None and file.path.read_bytes() != file.before:
                raise Changed
            is_new = not os.path.lexists(file.path)
            os.replace(beside, file.path)
            if is_new:
                new.append(file.path)
            _settle(file.path.parent)
    except (OSError, Changed):
        for path in (*(beside for beside, _ in staged), *new):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def refuse_read_only(files: Iterable[File]) -> None:
    """Raise ``PermissionError`` for a file that is there and set to be read only: a new one would replace it."""
    for file in files:
        if file.before is None:
            continue
        if not file.path.stat().st_mode & ANY_MAY_WRITE or not os.access(file.path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(file.path))


def move(source: Path, folder: Path, below: str) -> Path:
    """
    Move a file into a folder, keeping its relative path; what is there already keeps its name.

    Args:
        source: The file.
        folder: Where it goes.
        below: Its path there, with forward slashes; numbered when it is taken.
    Returns:
        Where it stands now.
    """
    target = folder
    for part in below.split("/")[:-1]:
        target = _free(target / part, folder=True)
    target.mkdir(parents=True, exist_ok=True)
    place = _free(target / below.rpartition("/")[2], folder=False)
    try:
        os.rename(source, place)
    except OSError as wrong:
        if wrong.errno != errno.EXDEV:
            raise
        place = _move_across(source, target / below.rpartition("/")[2], place)
    _settle(target)
    return place


def _move_across(source: Path, wanted: Path, free: Path) -> Path:
    """Move to another disk; a kill before the last step leaves a whole copy, which counts as moved the next time."""
    if wanted.is_file() and not wanted.is_symlink() and filecmp.cmp(source, wanted, shallow=False):
        source.unlink()
        return wanted
    beside = _beside(free)
    shutil.copy2(source, beside)
    with open(beside, "rb+") as file:
        os.fsync(file.fileno())
    os.replace(beside, free)
    _settle(free.parent)
    source.unlink()
    return free


def _free(path: Path, *, folder: bool) -> Path:
    """Return the path, or the first numbered one that is free; an existing real folder is free for files."""
    number, found = 1, path
    stem, suffix = (path.name, "") if len(os.fsencode(path.suffix)) > LONGEST_SUFFIX else (path.stem, path.suffix)
    while os.path.lexists(found) and not (folder and found.is_dir() and not found.is_symlink()):
        number += 1
        found = path.with_name(_fitting("", stem, f" ({number}){suffix}"))
    return found


def sweep(folders: Iterable[Path]) -> None:
    """Remove what killed runs left half written in folders."""
    for folder in folders:
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            with suppress(OSError):
                if entry.name.startswith(".") and entry.name.endswith(MARK) and entry.is_file(follow_symlinks=False):
                    os.unlink(entry.path)


def _beside(path: Path) -> Path:
    return path.with_name(_fitting(".", path.name, MARK))


def _fitting(head: str, middle: str, tail: str) -> str:
    """Join parts of a name, and cut the middle one so that the whole is no longer than names may be."""
    most = LONGEST_NAME - len(os.fsencode(head + tail))
    return head + os.fsencode(middle)[:most].decode("utf-8", "ignore") + tail


def _write(path: Path, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Ask the system to keep a change of names; not every system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
