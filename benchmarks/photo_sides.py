"""One contestant of ``photos.py``: makes the derivatives of photos and ends. Started afresh each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple


class Settings(NamedTuple):
    """The set every contestant makes of a photo, as the build does."""

    widths: tuple[int, ...]
    webp_quality: int
    webp_method: int
    jpeg_quality: int
    square: int
    square_quality: int

    def names(self, photo: Path) -> list[str]:
        """Return the file names of the WebPs, of the fallback and of the square."""
        return [f"{photo.stem}-{width}.webp" for width in self.widths] + [
            f"{photo.stem}-full.jpg",
            f"{photo.stem}-square.jpg",
        ]


def chophien(settings: Settings, into: Path, photo: Path) -> None:
    """Make the set as the build's workers do."""
    from chophien import images

    made = images.derive(photo.read_bytes(), settings.widths, square=True)
    for name, data in zip(settings.names(photo), (*made.webp, made.full, made.square), strict=True):
        (into / name).write_bytes(data)


def pillow(settings: Settings, into: Path, photo: Path) -> None:
    """Make the set one by one, each from the photo, as the first lines of Pillow's handbook do."""
    from PIL import Image, ImageOps

    def sized(width: int) -> Image.Image:
        image = ImageOps.exif_transpose(Image.open(photo))
        return image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)

    *webps, full, square = settings.names(photo)
    for width, name in zip(settings.widths, webps, strict=True):
        sized(width).save(into / name, quality=settings.webp_quality, method=settings.webp_method)
    sized(settings.widths[-1]).save(into / full, quality=settings.jpeg_quality, optimize=True, progressive=True)
    image = ImageOps.exif_transpose(Image.open(photo))
    padded = ImageOps.pad(image, (settings.square,) * 2, Image.Resampling.LANCZOS, color="white")
    padded.save(into / square, quality=settings.square_quality, optimize=True, progressive=True)


def libvips(settings: Settings, into: Path, photos: Sequence[Path]) -> None:
    """Make the set by libvips' own commands: one for each derivative of all photos, two more for the squares."""

    def thumbnails(size: str, output: str) -> None:
        shrink = ["vipsthumbnail", *map(str, photos), "--size", size, "--export-profile", "srgb"]
        subprocess.run([*shrink, "--output", f"{into}/%s-{output}"], check=True)

    jpeg = "optimize-coding,interlace,strip"
    for width in settings.widths:
        thumbnails(f"{width}x", f"{width}.webp[Q={settings.webp_quality},effort={settings.webp_method},strip]")
    thumbnails(f"{settings.widths[-1]}x", f"full.jpg[Q={settings.jpeg_quality},{jpeg}]")
    thumbnails(f"{settings.square}x{settings.square}", "square.v")
    for photo in photos:
        shrunk = into / f"{photo.stem}-square.v"
        square = f"{shrunk.with_suffix('.jpg')}[Q={settings.square_quality},{jpeg}]"
        side = str(settings.square)
        subprocess.run(["vips", "gravity", shrunk, square, "centre", side, side, "--extend", "white"], check=True)
        shrunk.unlink()


EACH: dict[str, Callable[[Settings, Path, Path], None]] = {"chophien": chophien, "Pillow": pillow}
SIDES = (*EACH, "libvips")


def main(side: str, cores: int, settings: Settings, into: Path, photos: Sequence[Path]) -> None:
    if cores == 1 and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if side == "libvips":
        if cores == 1:
            os.environ["VIPS_CONCURRENCY"] = "1"
        libvips(settings, into, photos)
        return
    make = partial(EACH[side], settings, into)
    if cores == 1:
        for photo in photos:
            make(photo)
        return
    context: Any = get_context("fork" if sys.platform.startswith("linux") else None)
    with ProcessPoolExecutor(cores, mp_context=context) as pool:
        for _ in pool.map(make, photos):
            pass


if __name__ == "__main__":
    side, cores, settings, into, *photos = sys.argv[1:]
    values = json.loads(settings)
    main(side, int(cores), Settings(tuple(values[0]), *values[1:]), Path(into), [Path(photo) for photo in photos])
