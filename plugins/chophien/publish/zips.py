"""The site as one zip file whose bytes follow from its contents alone."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from .manifest import Manifest

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every entry; a zip knows no earlier one."""

_MODE = 0o100644 << 16
_PACKED_ALREADY = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".woff2", ".zip")


def pack(site: Path, manifest: Manifest, target: Path) -> Path:
    """
    Write the zip, all or nothing: names sorted, dates and modes fixed, pictures stored as they are.

    Args:
        site: Folder of the built site.
        manifest: Its files; nothing else is packed.
        target: Path of the zip file.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    try:
        with zipfile.ZipFile(beside, "w") as made:
            for path in sorted(manifest.files):
                entry = zipfile.ZipInfo(path, FIRST_DAY)
                entry.create_system = 3  # Unix, on every system
                entry.external_attr = _MODE
                entry.compress_type = zipfile.ZIP_STORED if path.endswith(_PACKED_ALREADY) else zipfile.ZIP_DEFLATED
                made.writestr(entry, (site / path).read_bytes(), compresslevel=9)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)
    return target
