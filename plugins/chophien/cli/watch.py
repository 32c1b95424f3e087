"""Noticing changes by looking: works on every disk, network folder and system, and needs no package."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

from chophien.build import freshness

PAUSE = 0.7
"""Seconds between two looks."""

Seen = dict[str, tuple[int, int]]
"""Time and size of each source file by path."""


def changed(before: Seen, after: Seen) -> list[str]:
    """List the files that were added, removed or written between two looks."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def look(root: Path) -> Seen:
    """Look at every file that a build reads, in the source folder also at the software's own."""
    found, _ = freshness.snapshot(root)
    found["\0"] = (zlib.crc32(freshness.code_signature().encode()), 0)
    return found


def changes(root: Path, ended: threading.Event, seen: Seen) -> Iterator[list[str]]:
    """
    Yield the changed files each time something changed and then held still for one look.

    Args:
        root: The commune's folder.
        ended: Ends the watch.
        seen: What was seen when the last build began, so that what changes during a build is not missed.
    """
    last = seen
    while not ended.wait(PAUSE):
        now = look(root)
        if now == last:
            if now != seen:
                yield [path for path in changed(seen, now) if path != "\0"]
                seen = now
        else:
            last = now


__all__ = ["PAUSE", "Seen", "changed", "changes", "look"]
