"""
Whether anything changed since the last build, answered with the standard library alone.

One walk over the commune's folder gives path, time and size of every source; the last build left what it
saw. No source is opened. Every import counts here: most of the time a check takes is Python's own start.
"""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

STATE_FOLDER = ".chophien"
STATE_FILE = "state"
SOURCES = ("products", "content", "theme")
FILES = ("commune.yaml", "pelicanconf.py", "publishconf.py")
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
NO_FILE = "/|"
"""Ends the path of what is neither file nor folder; no path on a disk ends so."""
VIETNAM_SECONDS = 7 * 3600
"""Viet Nam's time is UTC+7, without summer time."""

_FILES_TOLD = {"vi": "told-vi.txt", "en": "told-en.txt"}
_TOLD = b"\n\0\ntold"
"""Ends the state of a build that had something to tell."""

Stat = tuple[int, int]
"""Modification time in nanoseconds and size in bytes."""


def _day() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isdigit() else time.time()
    return time.strftime("%Y-%m-%d", time.gmtime(seconds + VIETNAM_SECONDS))


def today() -> date:
    """
    Return the day the site is built for.

    ``SOURCE_DATE_EPOCH`` (seconds, see reproducible-builds.org) replaces the clock; the day is Viet Nam's.
    """
    from datetime import date

    return date.fromisoformat(_day())


def unwritable(name: str) -> bool:
    """Tell whether a name on the disk is not text in UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return True
    return False


def _walk(folder: str, prefix: str, found: dict[str, Stat], links: list[str]) -> None:
    # Templates and parts of a style may begin with "_"; notes in the content do.
    passed_over = "." if prefix.startswith("theme/") else "._"
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    except OSError:
        links.append(prefix)
        return
    for entry in entries:
        name = entry.name
        if name[0] in passed_over or name.endswith(("~", ".pyc")):
            continue
        if entry.is_symlink() or (not name.isascii() and unwritable(name)):
            links.append(prefix + name)
        elif entry.is_dir(follow_symlinks=False):
            _walk(entry.path, prefix + name + "/", found, links)
        elif entry.is_file(follow_symlinks=False):
            stat = entry.stat(follow_symlinks=False)
            found[prefix + name] = (stat.st_mtime_ns, stat.st_size)
        else:
            links.append(prefix + name + NO_FILE)


def _beside(root: str | PathLike[str], found: dict[str, Stat]) -> None:
    """Enter the files of the folder itself: the settings and the commune's own pictures."""
    for name in FILES:
        try:
            stat = os.stat(os.path.join(root, name))
        except OSError:
            continue
        if stat.st_mode & 0o170000 == 0o100000:  # a regular file; the module "stat" would cost its import
            found[name] = (stat.st_mtime_ns, stat.st_size)
    try:
        entries = list(os.scandir(root))
    except OSError:
        return
    for entry in entries:
        name = entry.name
        wanted = name[0] not in "._" and name.lower().endswith(PICTURES) and not unwritable(name)
        if wanted and entry.is_file(follow_symlinks=False):
            stat = entry.stat(follow_symlinks=False)
            found[name] = (stat.st_mtime_ns, stat.st_size)


def snapshot(root: str | PathLike[str]) -> tuple[dict[str, Stat], list[str]]:
    """
    List the source files of a commune's folder with time and size, and what was not read.

    What was not read are links, names that are not UTF-8, folders that cannot be opened (they end in
    ``/``) and what is neither file nor folder (ends in ``NO_FILE``). Names that begin with a dot or,
    outside the theme, an underscore are left alone.
    """
    found: dict[str, Stat] = {}
    links: list[str] = []
    for name in SOURCES:
        path = os.path.join(root, name)
        if os.path.islink(path):
            links.append(name)
        else:
            _walk(path, name + "/", found, links)
    _beside(root, found)
    return found, links


def code_signature() -> str:
    """Return what tells this program from any other: its files' times and sizes, and Python's version."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found: dict[str, Stat] = {}
    _walk_code(here, "", found)
    beside = os.path.join(os.path.dirname(os.path.dirname(here)), "theme")
    if not os.path.isdir(os.path.join(here, "theme")) and os.path.isdir(beside):
        _walk_code(beside, "theme/", found)
    return f"{sys.version_info[:2]}\n" + _lines(found)


def _walk_code(folder: str, prefix: str, found: dict[str, Stat]) -> None:
    for entry in os.scandir(folder):
        if entry.name[0] == "." or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            _walk_code(entry.path, prefix + entry.name + "/", found)
        else:
            stat = entry.stat()
            found[prefix + entry.name] = (stat.st_mtime_ns, stat.st_size)


def _lines(found: dict[str, Stat]) -> str:
    return "\n".join([f"{path}\0{stat[0]}\0{stat[1]}" for path, stat in sorted(found.items())])


def signature(found: dict[str, Stat], links: list[str]) -> str:
    """Return a snapshot as text; equal texts mean that nothing changed."""
    return "\0".join(sorted(links)) + "\n" + _lines(found)


def _mark(output: str) -> str:
    stat = os.stat(output)
    return f"{stat.st_ino} {stat.st_mtime_ns}"


def _state(root: str | PathLike[str], output: str, day: str, sources: str) -> bytes:
    """Write down everything a build depends on."""
    parts = (day, output, _mark(output), code_signature(), sources)
    return "\n\0\n".join(parts).encode("utf-8", "surrogateescape")


def remember(root: str | PathLike[str], output: str | PathLike[str], day: date, sources: str, *, told: bool) -> None:
    """
    Note what the last build saw and left.

    Args:
        told: Whether it had something to tell; a later build that would change nothing has to say it again.
    """
    forget(root)
    path = os.path.join(root, STATE_FOLDER, STATE_FILE)
    with open(path + ".new", "wb") as file:
        file.write(_state(root, os.fspath(output), day.isoformat(), sources) + (_TOLD if told else b""))
    os.replace(path + ".new", path)


def forget(root: str | PathLike[str]) -> None:
    """Let the next build find out anew whether anything changed."""
    for name in (STATE_FILE, *_FILES_TOLD.values()):
        path = os.path.join(root, STATE_FOLDER, name)
        if os.path.exists(path):
            os.remove(path)


def keep_told(root: str | PathLike[str], texts: dict[str, str]) -> None:
    """Keep what a build told its user, by the language of the sentences, for ``repeat``."""
    try:
        for lang, name in _FILES_TOLD.items():
            path = os.path.join(root, STATE_FOLDER, name)
            with open(path + ".new", "w", encoding="utf-8", newline="") as file:
                file.write(texts[lang])
            os.replace(path + ".new", path)
    except OSError:  # the site stands; the next build is a whole one
        forget(root)


def repeat(
    root: str | PathLike[str], lang: str, day: date | None = None, output: str | PathLike[str] | None = None
) -> str | None:
    """
    Return what the last build told, when a build now would change nothing; nothing when it would.

    Args:
        root: The commune's folder.
        lang: Language of the sentences, ``vi`` or ``en``.
        day: The day to build for; today's when none.
        output: Where the site is to stand; ``output`` in the folder when none.
    """
    wanted = os.fspath(output) if output is not None else os.path.join(root, "output")
    try:
        with open(os.path.join(root, STATE_FOLDER, STATE_FILE), "rb") as file:
            last = file.read()
        state = _state(root, wanted, day.isoformat() if day else _day(), signature(*snapshot(root)))
        if last != state + _TOLD:
            return "" if last == state else None
        with open(os.path.join(root, STATE_FOLDER, _FILES_TOLD[lang]), encoding="utf-8", newline="") as file:
            return file.read()
    except OSError:
        return None
