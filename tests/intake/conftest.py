"""A tiny commune, and photos that no one took."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from chophien import intake
from chophien.build.freshness import snapshot
from chophien.intake import Intake, Names, Outcome

PRODUCT = """\
name: {name}
category: dao
producer: to-ren
summary: Một câu nói rõ đây là gì.
variants:
  - sku: {sku}
    price: 120.000
"""
PLACE = """\
---
kind: village
name: {name}   # tên trên bản đồ
summary: Một câu nói nơi này có gì.
---
Chuyện của xóm.\x20\x20

Dòng cuối."""


def picture(seed: int, size: tuple[int, int] = (1200, 1000), mode: str = "RGB") -> Image.Image:
    """Draw sharp, bright rectangles that differ from one seed to the next."""
    chance = random.Random(seed)
    image = Image.new("RGB", size, tuple(chance.randrange(90, 220) for _ in range(3)))
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        box = (x, y, x + chance.randrange(20, 300), y + chance.randrange(20, 300))
        draw.rectangle(box, fill=tuple(chance.randrange(256) for _ in range(3)))
    return image.convert(mode)


def encoded(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def jpeg(seed: int, size: tuple[int, int] = (1200, 1000)) -> bytes:
    return encoded(picture(seed, size), quality=90)


def put(root: Path, path: str, data: bytes) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def tree(root: Path) -> dict[str, str]:
    """Return every file of a folder but the program's own with its digest; a link with where it leads."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if name.startswith(".chophien") or (path.is_dir() and not path.is_symlink()):
            continue
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            try:
                found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
            except PermissionError:
                found[name] = "closed"
        else:
            found[name] = "special"
    return found


def make(root: Path) -> Path:
    put(root, "commune.yaml", b"name: Quang Uyen\n")
    goods = (("dao-phuc-sen", "Dao Phúc Sen", "MO-001"), ("mat-ong", "Mật ong bạc hà", "MO-002"))
    for id, name, sku in goods:
        put(root, f"products/{id}/product.yaml", PRODUCT.format(name=name, sku=sku).encode())
    put(root, "content/places/pac-rang/index.md", PLACE.format(name="Xóm Pác Rằng").encode())
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make(tmp_path / "xa")


Take = Callable[..., list[Outcome]]


def take_in(root: Path, **options: object) -> list[Outcome]:
    stats, _ = snapshot(root)
    names = Names(intake.targets(root, stats))
    sizes = {path: size for path, (_, size) in stats.items()}
    return list(Intake(root, names, sizes, **options).run(intake.items(root)))  # type: ignore[arg-type]


@pytest.fixture
def take(root: Path) -> Take:
    """Run once over ``hop-thu/``."""
    return lambda **options: take_in(root, **options)
