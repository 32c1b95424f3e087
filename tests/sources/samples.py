"""A complete product to spoil, files of the other kinds, and ways to read them."""

from __future__ import annotations

import functools

from chophien.diagnostics import Diagnostic, Sentences
from chophien.i18n import messages
from chophien.sources import Read, Unit, read

PRODUCT = """\
name: Chè Shan tuyết Mẫu
category: tra
producer: to-mau
summary: Chè cổ thụ hái tay ở bản Mẫu.
season: [3, 4]
variants:
  - sku: CHE-100
    net: 100 g
    price: 120000
    gtin: 8938505974194
    status: còn hàng
photos:
  - file: che.jpg
    alt: Gói chè
"""
PRODUCER = """\
kind: hợp tác xã
name: Tổ mẫu
phone: 0912 345 678
"""
EVENT = """\
---
name: Hội xuân
summary: Hội xuân của bản Mẫu.
lunar: {day: 10/1}
---
Mời đến chơi.
"""
NEWS = """\
---
title: Mùa chè mới
date: 2026-09-15
---
Chè đã về.
"""
COMMUNE = """\
name: Mường Mẫu
province: Tỉnh Mẫu
site_url: https://muong-mau.example
tagline: Một xã nhỏ để thử
owner: {name: Ủy ban nhân dân xã Mường Mẫu}
"""

FILES = {
    "product": ("products/che-mau/product.yaml", PRODUCT),
    "producer": ("content/producers/to-mau.yaml", PRODUCER),
    "event": ("content/events/hoi-xuan/index.md", EVENT),
    "news": ("content/news/mua-che.md", NEWS),
    "commune": ("commune.yaml", COMMUNE),
}
IDS = {"product": "che-mau", "producer": "to-mau", "event": "hoi-xuan", "news": "mua-che", "commune": "commune"}


def read_text(text: str | bytes, kind: str = "product", **translations: str) -> Read:
    """Read one file of a kind, and its translations by language."""
    file = FILES[kind][0]
    contents = {file: text if isinstance(text, bytes) else text.encode()}
    others = []
    for lang, other in translations.items():
        path = file.replace(".md", f".{lang}.md")
        contents[path] = other.encode()
        others.append((lang, path))
    return read(Unit(kind, IDS[kind], file, tuple(others)), contents)


def changed(old: str, new: str, kind: str = "product") -> str:
    """Return the good file of a kind with one piece of it replaced."""
    text = FILES[kind][1]
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    return text.replace(old, new)


def brief(found: Diagnostic) -> str:
    """Write a diagnostic as tables of tests have it: ``price-not-dong 9:12 variants[1].price``."""
    return f"{found.code} {found.line}:{found.column} {found.field}".strip()


@functools.cache
def catalogue(lang: str) -> dict[str, Sentences]:
    return {code: Sentences(**entry) for code, entry in messages(lang).items()}
