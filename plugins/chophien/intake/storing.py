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
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MARK = ".anh-moi"
"""Ends the dot names of files that are being written."""


def put(files: Iterable[tuple[Path, bytes]]) -> None:
    """
    Write several files: first all beside their places, then each into its place, in the order given.

    A file that is replaced keeps its permissions. When one cannot be written, none is.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            beside = _beside(path)
            staged.append((beside, path))
            _write(beside, data)
            if path.exists():
                shutil.copymode(path, beside)
        for beside, path in staged:
            os.replace(beside, path)
            _settle(path.parent)
    except OSError:
        for beside, _ in staged:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise


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
    while os.path.lexists(found) and not (folder and found.is_dir() and not found.is_symlink()):
        number += 1
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return found


def sweep(folders: Iterable[Path]) -> None:
    """Remove what killed runs left half written in folders."""
    for folder in folders:
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith(".") and entry.name.endswith(MARK) and entry.is_file(follow_symlinks=False):
                os.unlink(entry.path)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:150]}{MARK}")


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
