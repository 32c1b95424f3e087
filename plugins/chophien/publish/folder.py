"""A copy of the site in a folder: a USB stick, a network share, a web server's own folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple

from chophien.build import folder as switching

from .manifest import Foreign, Manifest


class Replaced(NamedTuple):
    """Where the copy stands, and the number of its files."""

    folder: Path
    files: int


def replace(site: Path, manifest: Manifest, target: Path, *, ours: bool) -> Replaced:
    """
    Put a copy of the site in the place of ``target``, in one step.

    Args:
        site: Folder of the built site.
        manifest: Its files; nothing else is copied.
        target: Folder that then holds exactly these files.
        ours: Whether an earlier publishing made ``target``.
    Raises:
        Foreign: ``target`` has contents that we did not make, or is a link or a file.
    """
    occupied = target.exists() and (not target.is_dir() or (not ours and any(target.iterdir())))
    if target.is_symlink() or occupied:
        raise Foreign(target)
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
