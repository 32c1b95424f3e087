"""The photos of a product as one zip file, in the order and under the names that people upload them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every entry; a zip knows no earlier one."""

_PAPERS = {"label": "nhan-mac", "certificate": "giay-chung-nhan"}
"""Names of photos that show papers, by role; all others are numbered."""
_ORDER = ("main", "detail", "place", *_PAPERS)


def names(id: str, photos: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """
    Order and name the photos of a product.

    Args:
        id: The product's id.
        photos: Path and role of each, as its record names them.
    Returns:
        Path and file name of each: ``1-<id>.jpg`` and on, goods first, then where they are made; ``nhan-mac.jpg`` for
        a label, ``giay-chung-nhan.jpg`` for a certificate, numbered from the second one on.
    """
    found = []
    count = 0
    papers: dict[str, int] = {}
    for path, role in sorted(photos, key=lambda photo: _ORDER.index(photo[1])):
        stem = _PAPERS.get(role)
        if stem is None:
            count += 1
            found.append((path, f"{count}-{id}.jpg"))
            continue
        papers[role] = papers.get(role, 0) + 1
        found.append((path, f"{stem}.jpg" if papers[role] == 1 else f"{stem}-{papers[role]}.jpg"))
    return tuple(found)


def bundle(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Pack files as they are, dates and modes fixed: the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name, content in files:
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system = 3  # Unix, on every system
            entry.external_attr = 0o100644 << 16
            made.writestr(entry, content)
    return out.getvalue()
