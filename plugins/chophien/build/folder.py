"""
The output folder: staged beside, switched in one step, never half old and half new.

Unchanged files are hard links into the next generation, so a build costs what changed. A killed build
leaves a staging folder that the next one removes.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2  # macOS renamex_np


def staging(output: Path) -> Path:
    """Return the folder in which the next generation of ``output`` is put together."""
    return output.parent / f".{output.name}-next"


def _old(output: Path) -> Path:
    return output.parent / f".{output.name}-old"


def recover(output: Path) -> None:
    """Undo what a killed build left: put the old site back when none stands, remove leftovers."""
    old = _old(output)
    if old.is_dir() and not output.exists():
        os.rename(old, output)
    for leftover in (old, staging(output)):
        if leftover.is_symlink():
            leftover.unlink()
        elif leftover.exists():
            shutil.rmtree(leftover, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders' names in one step where the system can."""
    import ctypes

    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform.startswith("linux"):
            done = libc.renameat2(
                _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE)
            )
        elif sys.platform == "darwin":
            done = libc.renamex_np(os.fsencode(one), os.fsencode(other), ctypes.c_uint(_RENAME_SWAP))
        else:
            return False
    except (OSError, AttributeError, TypeError):
        return False
    return bool(done == 0)


def switch(output: Path) -> None:
    """Put the staged generation in the place of ``output``; the old one is removed afterwards."""
    stage, old = staging(output), _old(output)
    if not output.exists():
        os.rename(stage, output)
        return
    if _exchange(stage, output):
        os.rename(stage, old)
    else:  # two renames; ``recover`` mends a kill between them
        _retry(lambda: os.rename(output, old))
        _retry(lambda: os.rename(stage, output))
    shutil.rmtree(old, ignore_errors=True)


def _retry(action: Callable[[], None]) -> None:
    """Windows refuses to rename what a reader holds open for a moment."""
    for wait in (0.05, 0.1, 0.2, 0.5, 1.0):
        try:
            action()
        except PermissionError:
            time.sleep(wait)
        else:
            return
    action()


def link(source: Path | str, target: Path | str) -> None:
    """Give a file a second name, or copy it where the disk knows no hard links."""
    try:
        os.link(source, target)
    except FileExistsError:
        os.unlink(target)
        link(source, target)
    except OSError as wrong:
        if wrong.errno not in {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.EINVAL, errno.EACCES}:
            raise
        shutil.copy2(source, target)


class Lock:
    """One build at a time in a commune's folder; the operating system frees it when a build dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def take(self, *, wait: bool, told: Callable[[], None] = lambda: None) -> bool:
        """
        Take the lock.

        Args:
            wait: Whether to wait for another build to end.
            told: Called once when there is something to wait for.
        Returns:
            Whether the lock is ours.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = open(self._path, "a+", encoding="utf-8")  # noqa: SIM115 - held until released
        said = False
        while True:
            if _lock(self._file):
                return True
            if not said:
                told()
                said = True
            if not wait:
                self._file.close()
                self._file = None
                return False
            time.sleep(0.1)

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> bool:
        with suppress(OSError):
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        return False

else:
    import fcntl

    def _lock(file: IO[str]) -> bool:
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False
