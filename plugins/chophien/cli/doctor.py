"""Examining the machine: what would make a build fail or a site wrong."""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import chophien

from .building import STORE
from .console import size
from .run import MARKER, Asked
from .testing import browser
from .wheels import checkout

LEAST_SPACE = 500_000_000
"""Bytes: a site of a thousand photos is built beside the old one."""

SANE_YEARS = range(2026, 2100)
"""A clock outside these years is a flat battery."""


class Finding(NamedTuple):
    """One thing examined: whether it is well, and what to say of it."""

    well: bool
    key: str
    values: Mapping[str, object] = {}


def doctor(asked: Asked) -> int:
    """Examine the machine; 1 when something is not well."""
    findings = [
        python(),
        packages(),
        disk(asked.root),
        clock(datetime.now().astimezone()),
        writable(asked.root),
        *((output(asked.root, asked.site),) if (asked.root / MARKER).is_file() else ()),
        encoding(),
        chromium(),
    ]
    for found in findings:
        asked.console.line(f"{'+' if found.well else '!'} {asked.console.word(found.key, **found.values)}")
    return 0 if all(found.well for found in findings) else 1


def version(asked: Asked) -> int:
    """Print the versions that matter."""
    asked.console.line(f"chophien {chophien.__version__}")
    for name in ("pelican", "pillow", "jinja2"):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            asked.console.line(f"{name} {importlib.metadata.version(name)}")
    asked.console.line(f"Python {sys.version.split()[0]}")
    return 0


def python() -> Finding:
    """Python is new enough."""
    found = {"version": sys.version.split()[0]}
    well = sys.version_info >= (3, 11)
    return Finding(well, "doctor-python" if well else "doctor-python-old", found)


def lock_file() -> Path | None:
    """Return the list of locked packages: in the source folder, or shipped with the package."""
    source = checkout()
    path = (source or Path(chophien.__file__).parent / "data") / "requirements.lock"
    return path if path.is_file() else None


def locked(lock: str) -> dict[str, str]:
    """Read the versions of a lock file, but of those packages that only some systems need."""
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+) \\$", lock, re.MULTILINE))


def packages() -> Finding:
    """Installed packages are those of the lock."""
    path = lock_file()
    if path is None:
        return Finding(False, "doctor-packages-no-lock")
    wanted = locked(path.read_text(encoding="utf-8"))
    wrong = []
    for name, number in wanted.items():
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found = "-"
        if found != number:
            wrong.append(f"{name} {found} ≠ {number}")
    if wrong:
        return Finding(False, "doctor-packages-differ", {"names": ", ".join(wrong)})
    return Finding(True, "doctor-packages", {"n": len(wanted)})


def disk(root: Path) -> Finding:
    """There is space for one more site."""
    free = shutil.disk_usage(root).free
    well = free >= LEAST_SPACE
    return Finding(well, "doctor-disk" if well else "doctor-disk-low", {"free": size(free)})


def clock(now: datetime) -> Finding:
    """The clock is sane."""
    well = now.year in SANE_YEARS
    return Finding(well, "doctor-clock" if well else "doctor-clock-wrong", {"now": f"{now:%d/%m/%Y %H:%M}"})


def writable(root: Path) -> Finding:
    """The commune's folder can be written."""
    try:
        with tempfile.TemporaryFile(dir=root) as probe:
            probe.write(b"x")
    except OSError as wrong:
        return Finding(False, "doctor-write-not", {"folder": root, "reason": wrong.strerror})
    return Finding(True, "doctor-write")


def output(root: Path, site: Path) -> Finding:
    """No other build holds the folder."""
    if held(root):
        return Finding(False, "doctor-output-held")
    there = (site / "index.html").is_file()
    return Finding(True, "doctor-output" if there else "doctor-output-none", {"folder": site})


def held(root: Path) -> bool:
    """Tell whether a build is running in the folder."""
    from chophien.build.folder import Lock

    path = root / STORE / "lock"
    if not path.is_file():
        return False
    with Lock(path) as lock:
        return not lock.take(wait=False)


def encoding() -> Finding:
    """The console can show Vietnamese; our own streams are set to UTF-8, what reads them may not be."""
    name = os.environ.get("PYTHONIOENCODING", "") or ("utf-8" if os.name == "nt" else _locale())
    well = "utf" in name.lower().partition(":")[0]
    return Finding(well, "doctor-utf8" if well else "doctor-utf8-not", {"name": name})


def _locale() -> str:
    words = (os.environ.get(key, "") for key in ("LC_ALL", "LC_CTYPE", "LANG"))
    return next((word for word in words if word), "C.UTF-8")


def chromium() -> Finding:
    """Chromium for browser tests; its absence is no fault on a commune's machine."""
    path = browser()
    return Finding(True, "doctor-browser" if path else "doctor-browser-none", {"path": path})
