"""A copy of the site in a folder: a USB stick, a network share, a web server's own folder."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from chophien.build import folder as switching

from .manifest import Foreign, Manifest, Strangers

LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a system's file manager leaves in the folders it shows; nobody misses it."""


class Replaced(NamedTuple):
    """Where the copy stands, and the number of its files."""

    folder: Path
    files: int


def refuse_foreign(target: Path, before: Manifest | None, after: Manifest, *, force: bool) -> None:
    """
    Stop before contents are lost that no publishing made.

    Args:
        target: Folder that is to be replaced.
        before: What the last publishing put there; none when none did.
        after: What is to stand there.
        force: Whether files that are not ours may go; never makes a folder ours that was not.
    Raises:
        Foreign: ``target`` is a link or a file, or has contents although no publishing made it.
        Strangers: It holds files other than those of ``before`` and ``after``, unless ``force``.
    """
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise Foreign(target)
    if not target.exists() or not any(target.iterdir()):
        return
    if before is None:
        raise Foreign(target)
    strangers = () if force else _strangers(target, before, after)
    if strangers:
        raise Strangers(target, strangers)


def _strangers(target: Path, before: Manifest, after: Manifest) -> tuple[str, ...]:
    """List the files that were not published, or are no longer as they were published."""
    found = []
    for place, folders, files in os.walk(target):
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        for name in (*files, *links):
            path = Path(place, name)
            inside = path.relative_to(target).as_posix()
            known = {known.files[inside] for known in (before, after) if inside in known.files}
            if name not in LITTER and (not known or path.is_symlink() or _digest(path) not in known):
                found.append(inside)
    return tuple(sorted(found))


def _digest(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def replace(site: Path, manifest: Manifest, target: Path, before: Manifest | None, *, force: bool = False) -> Replaced:
    """
    Put a copy of the site in the place of ``target``, in one step.

    Args:
        site: Folder of the built site.
        manifest: Its files; nothing else is copied.
        target: Folder that then holds exactly these files.
        before: What the last publishing put into ``target``; none when none did.
        force: Whether files in it that are not ours may go.
    Raises:
        Refused: A safety stop, see ``refuse_foreign``.
    """
    refuse_foreign(target, before, manifest, force=force)
    target.parent.mkdir(parents=True, exist_ok=True)
    switching.recover(target)
    stage = switching.staging(target)
    try:
        stage.mkdir()
        for path in manifest.files:
            copy = stage / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / path, copy, follow_symlinks=False)
        _settle(stage)
    except OSError:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    switching.switch(target)
    return Replaced(target, len(manifest.files))


def _settle(folder: Path) -> None:
    """Have the system write everything to the disk: sticks are pulled out early."""
    if hasattr(os, "sync"):
        os.sync()
