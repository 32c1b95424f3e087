"""
Decodes HEIC in a process of its own: some broken files crash the codec, and then only that process ends.

The process gets the file on its standard input and answers with a line of JSON and the pixels.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import warnings
from pathlib import Path

from PIL import Image

from .opening import MOST_BYTES, ORIENTATION, PhotoError, decode, hollow, limit

SECONDS = 120
"""A slow machine takes seconds for a photo; a file that keeps the codec busy for longer is broken."""


def decoded(data: bytes, longest: int) -> tuple[Image.Image, tuple[int, int]]:
    """
    Decode a HEIC file, upright and in sRGB.

    Args:
        data: Contents of the file.
        longest: Most pixels of its long side; a larger photo is shrunk.
    Returns:
        An RGB picture without metadata, and the size of the whole photo in pixels.
    Raises:
        PhotoError: Broken, or too large.
    """
    if len(data) > MOST_BYTES:
        raise PhotoError("photo-too-large", found=f"{len(data) // 1_000_000} MB")
    if hollow(data, "HEIC"):
        raise PhotoError("photo-not-readable", found="HEIC")
    package = str(Path(__file__).parents[2])
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
    try:
        answer = subprocess.run(  # noqa: S603 (our own program, this module)
            # ``-P``: a file of a sender's beside us must not be taken for a module.
            [sys.executable, "-P", "-m", __name__, str(longest)],
            cwd=package,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": paths},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PhotoError("photo-not-readable", found="HEIC") from None
    head, _, rgb = answer.stdout.partition(b"\n")
    if answer.returncode != 0 or not head:
        raise PhotoError("photo-not-readable", found="HEIC")
    said = json.loads(head)
    if "code" in said:
        raise PhotoError(said["code"], **said["values"])
    return Image.frombytes("RGB", tuple(said["size"]), rgb), tuple(said["whole"])


def _decode(data: bytes, longest: int) -> tuple[Image.Image, tuple[int, int]]:
    """Decode in this process; libheif turns the pixels upright (ISO/IEC 23008-12), whatever EXIF says of them."""
    import pi_heif

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = pi_heif.open_heif(io.BytesIO(data))
            limit(*found.size)
            image: Image.Image = found.to_pillow()
            image.load()
    except PhotoError:
        raise
    except Exception as wrong:  # the codec's errors have no common kind
        raise PhotoError("photo-not-readable", found=type(wrong).__name__) from None
    image.info.pop("exif", None)
    image.getexif()[ORIENTATION] = 1
    factor = min(1, longest / max(image.size))
    return decode(image, (max(1, round(image.width * factor)), max(1, round(image.height * factor)))), image.size


def _answer() -> None:
    """Be the process: answer one file."""
    out = sys.stdout.buffer
    try:
        made, whole = _decode(sys.stdin.buffer.read(), int(sys.argv[1]))
    except PhotoError as wrong:
        out.write(json.dumps({"code": wrong.code, "values": wrong.values}).encode() + b"\n")
        return
    out.write(json.dumps({"size": made.size, "whole": whole}).encode() + b"\n" + made.tobytes())


if __name__ == "__main__":
    _answer()
