"""The software packed as a wheel, so that a commune's folder brings what it was made with."""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib.metadata
import importlib.util
import io
import os
import subprocess  # nosec: pip of our own environment
import sys
import zipfile
from pathlib import Path

import chophien

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip we write, so that equal contents are equal bytes."""

_INSTALLERS_OWN = {"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"}


class NotPacked(Exception):
    """The wheel could not be made; the text says why."""


def checkout() -> Path | None:
    """Return the source folder when the package runs from it."""
    root = Path(chophien.__file__).resolve().parent.parent.parent
    return root if (root / "pyproject.toml").is_file() and (root / "plugins" / "chophien").is_dir() else None


def pack(folder: Path) -> Path:
    """
    Write the wheel of the running software into a folder.

    Raises:
        NotPacked: There is no build tool and no network to get it, or the installation is not a wheel's.
    """
    source = checkout()
    return _built(source, folder) if source else _packed_again(folder)


def _built(source: Path, folder: Path) -> Path:
    ready = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--disable-pip-version-check",
        *ready,
    ]
    done = subprocess.run(  # noqa: S603
        [*command, "--wheel-dir", str(folder), str(source)], capture_output=True, text=True,
        encoding="utf-8", errors="replace", env={**os.environ, "SOURCE_DATE_EPOCH": "315532800"},
    )  # fmt: skip
    made = sorted(folder.glob("chophien-*.whl"))
    if done.returncode or not made:
        lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        raise NotPacked("\n".join(lines[-6:]) or "pip wheel")
    return made[-1]


def _packed_again(folder: Path) -> Path:
    try:
        installed = importlib.metadata.distribution("chophien")
    except importlib.metadata.PackageNotFoundError as wrong:
        raise NotPacked("chophien: not installed") from wrong
    files: dict[str, bytes] = {}
    for file in installed.files or ():
        if ".." in file.parts or file.suffix == ".pyc" or file.name in _INSTALLERS_OWN:
            continue
        files[file.as_posix()] = Path(str(installed.locate_file(file))).read_bytes()
    meta = next((name.partition("/")[0] for name in files if name.endswith(".dist-info/METADATA")), None)
    if meta is None or "chophien/__init__.py" not in files:
        raise NotPacked("chophien: installed from a folder")
    files[f"{meta}/RECORD"] = _record(files, f"{meta}/RECORD")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"chophien-{installed.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.external_attr = 0o644 << 16
            wheel.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return path


def _record(files: dict[str, bytes], own: str) -> bytes:
    """List files with hash and size, as the wheel format asks (binary distribution format, section RECORD)."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    for name in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode()
        rows.writerow([name, f"sha256={digest}", len(files[name])])
    rows.writerow([own, "", ""])
    return out.getvalue().encode()
