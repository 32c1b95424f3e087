"""
Whether anything changed since the last build, answered with the standard library alone.

One walk over the commune's folder gives path, time and size of every source; the last build left the
digest of what it saw. No file is opened.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

STATE_FOLDER = ".chophien"
STATE_FILE = "state.json"
SOURCES = ("products", "content", "theme")
FILES = ("commune.yaml", "pelicanconf.py", "publishconf.py")
VIETNAM = timezone(timedelta(hours=7))

Stat = tuple[int, int]
"""Modification time in nanoseconds and size in bytes."""


def today() -> date:
    """
    Return the day the site is built for.

    ``SOURCE_DATE_EPOCH`` (seconds, see reproducible-builds.org) replaces the clock; the day is Viet Nam's.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), VIETNAM).date()
    return datetime.now(VIETNAM).date()


def _walk(folder: str, prefix: str, found: dict[str, Stat], links: list[str]) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        name = entry.name
        if name[0] in "._" or name.endswith(("~", ".pyc")):
            continue
        if entry.is_symlink():
            links.append(prefix + name)
        elif entry.is_dir(follow_symlinks=False):
            _walk(entry.path, prefix + name + "/", found, links)
        else:
            stat = entry.stat(follow_symlinks=False)
            found[prefix + name] = (stat.st_mtime_ns, stat.st_size)


def snapshot(root: Path) -> tuple[dict[str, Stat], list[str]]:
    """
    List the source files of a commune's folder with time and size, and the links that are not followed.

    Names that begin with a dot or an underscore are left alone.
    """
    found: dict[str, Stat] = {}
    links: list[str] = []
    for name in SOURCES:
        path = root / name
        if path.is_symlink():
            links.append(name)
        else:
            _walk(str(path), name + "/", found, links)
    for name in FILES:
        try:
            stat = (root / name).stat()
        except OSError:
            continue
        found[name] = (stat.st_mtime_ns, stat.st_size)
    return found, links


def code_signature() -> str:
    """Return a digest of the package's own files, so that a new release or an edit builds anew."""
    here = Path(__file__).resolve().parent.parent
    found: dict[str, Stat] = {}
    _walk_code(str(here), "", found)
    beside = here.parent.parent / "theme"
    if (here.parent / "chophien").is_dir() and beside.is_dir() and not (here / "theme").is_dir():
        _walk_code(str(beside), "theme/", found)
    return _digest(found, f"{sys.version_info[:2]}")


def _walk_code(folder: str, prefix: str, found: dict[str, Stat]) -> None:
    for entry in os.scandir(folder):
        if entry.name[0] == "." or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            _walk_code(entry.path, prefix + entry.name + "/", found)
        else:
            stat = entry.stat()
            found[prefix + entry.name] = (stat.st_mtime_ns, stat.st_size)


def _digest(found: dict[str, Stat], salt: str) -> str:
    lines = [salt]
    lines += [f"{path}\0{stat[0]}\0{stat[1]}" for path, stat in sorted(found.items())]
    return hashlib.blake2b("\n".join(lines).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def signature(found: dict[str, Stat], links: list[str]) -> str:
    """Return the digest of a snapshot."""
    return _digest(found, "\n".join(sorted(links)))


def _output_mark(output: Path) -> list[int]:
    stat = output.stat()
    return [stat.st_ino, stat.st_mtime_ns]


def remember(root: Path, output: Path, day: date, sources: str, *, clean: bool, pages: int) -> None:
    """Note what the last build saw and left; only a build without errors and warnings counts as clean."""
    state = {
        "day": day.isoformat(),
        "sources": sources,
        "code": code_signature(),
        "output": str(output),
        "mark": _output_mark(output),
        "clean": clean,
        "pages": pages,
    }
    folder = root / STATE_FOLDER
    beside = folder / (STATE_FILE + ".new")
    beside.write_text(json.dumps(state), encoding="utf-8")
    os.replace(beside, folder / STATE_FILE)


def last_state(root: Path) -> dict[str, object]:
    """Return what ``remember`` noted, or nothing."""
    try:
        state = json.loads((root / STATE_FOLDER / STATE_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def unchanged(root: Path, day: date | None = None, output: Path | None = None) -> bool:
    """
    Tell whether a build now would change nothing.

    Args:
        root: The commune's folder.
        day: The day to build for; today's when none.
        output: Where the site is to stand; ``output`` in the folder when none.
    """
    state = last_state(root)
    wanted = output or root / "output"
    if not state or not state.get("clean") or state.get("output") != str(wanted):
        return False
    try:
        if state.get("day") != (day or today()).isoformat() or state.get("mark") != _output_mark(wanted):
            return False
    except OSError:
        return False
    found, links = snapshot(root)
    return state.get("sources") == signature(found, links) and state.get("code") == code_signature()
