"""What is to be published, what is published, and whether going from one to the other is safe."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

HIDDEN = frozenset({".nojekyll", ".well-known"})
"""The only names with a leading dot that a host needs; all others stay at home."""

MOST_GONE = 0.2
"""Share of the published pages that may vanish at once."""

VERSION = 1


class Refused(Exception):
    """A safety stop."""


class Empty(Refused):
    """The built site has no home page or no pages at all."""


class TooManyGone(Refused):
    """Too many published pages would vanish."""

    def __init__(self, gone: int, before: int) -> None:
        super().__init__(gone, before)
        self.gone = gone
        self.before = before


class Foreign(Refused):
    """The destination is not ours: no publishing noted it, or it is a link or a file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class Strangers(Refused):
    """In a folder that we published, files that are not ours or no longer as they were published."""

    def __init__(self, folder: Path, files: tuple[str, ...]) -> None:
        super().__init__(folder, files)
        self.folder = folder
        self.files = files


@dataclass(frozen=True)
class Manifest:
    """
    The files of a site.

    Args:
        files: SHA-256 of each file by its path with forward slashes.
        size: Bytes of all files.
        left_out: Paths that are not published: hidden names, links, and what is no regular file.
    """

    files: dict[str, str] = field(default_factory=dict)
    size: int = 0
    left_out: tuple[str, ...] = ()

    @property
    def pages(self) -> frozenset[str]:
        """The pages among the files."""
        return frozenset(path for path in self.files if path.endswith(".html"))


@dataclass(frozen=True)
class Changes:
    """Paths that publishing adds, changes and removes."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def survey(site: Path) -> Manifest:
    """Read every file of a built site; links are left out, not followed."""
    files: dict[str, str] = {}
    left_out: list[str] = []
    size = 0
    folders = [""]
    while folders:
        folder = folders.pop()
        for entry in os.scandir(site / folder):
            path = f"{folder}/{entry.name}" if folder else entry.name
            found = entry.stat(follow_symlinks=False)
            if entry.name.startswith(".") and entry.name not in HIDDEN:
                left_out.append(path)
            elif stat.S_ISDIR(found.st_mode):
                folders.append(path)
            elif stat.S_ISREG(found.st_mode):
                with open(entry.path, "rb") as source:
                    files[path] = hashlib.file_digest(source, "sha256").hexdigest()
                size += found.st_size
            else:
                left_out.append(path)
    return Manifest(dict(sorted(files.items())), size, tuple(sorted(left_out)))


def compare(before: Manifest, after: Manifest) -> Changes:
    """Tell what publishing ``after`` over ``before`` does."""
    old, new = before.files, after.files
    return Changes(
        new=tuple(path for path in new if path not in old),
        changed=tuple(path for path in new if path in old and old[path] != new[path]),
        gone=tuple(path for path in old if path not in new),
    )


def guard(before: Manifest, after: Manifest, *, force: bool) -> None:
    """
    Stop before an empty or a much smaller site is published.

    Raises:
        Empty: There is no home page; ``force`` does not help.
        TooManyGone: More than ``MOST_GONE`` of the published pages would vanish, unless ``force``.
    """
    if "index.html" not in after.files:
        raise Empty
    gone = len(before.pages - after.pages)
    if gone > MOST_GONE * len(before.pages) and not force:
        raise TooManyGone(gone, len(before.pages))


def read(path: Path) -> Manifest | None:
    """Read the manifest of the last publishing; none when there is none that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Manifest({str(name): str(digest) for name, digest in found["files"].items()}, int(found["size"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write(path: Path, manifest: Manifest) -> None:
    """Write the manifest of what is now published, all or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    contents = {"version": VERSION, "size": manifest.size, "files": manifest.files}
    beside.write_text(json.dumps(contents, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    os.replace(beside, path)
