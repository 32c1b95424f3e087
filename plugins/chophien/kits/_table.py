"""Places that goods are listed at by hand, the words of what is made for them, the lines of labels: ``data``."""

from __future__ import annotations

import csv
import functools
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from chophien.model import Limit, limits

_DATA = Path(__file__).parent.parent / "data"


class Place(Struct, frozen=True):
    """Where goods are listed by hand; ``fields`` in the place's order, ``papers`` it may ask for."""

    key: str
    name: str
    how: str
    fields: tuple[str, ...]
    papers: tuple[str, ...]
    asked: bool
    source: str
    read: date
    limits: Mapping[str, Limit]
    on: bool = True
    services: bool = False
    drink: bool = True
    restricted: bool = True


@functools.lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    with (_DATA / "kits.toml").open("rb") as source:
        return tomllib.load(source)


@functools.lru_cache(maxsize=1)
def places() -> dict[str, Place]:
    """Return every place by its key, in the order of the page."""
    found = {}
    for key, row in _read()["places"].items():
        found[key] = Place(
            key=key,
            name=row["name"],
            how=row["how"],
            fields=tuple(row["fields"]),
            papers=tuple(row["papers"]),
            asked=row["asked"]["verified"],
            source=row["asked"]["source"],
            read=row["asked"]["read"],
            limits=limits(key),
            on=row.get("on", True),
            services=row.get("services", False),
            drink=row.get("drink", True),
            restricted=row.get("restricted", True),
        )
    return found


def field_name(field: str) -> str:
    """Name a field."""
    return str(_read()["fields"][field])


def paper_name(key: str) -> str:
    """Name a paper."""
    return str(_read()["papers"][key]["name"])


def label_name(key: str) -> str:
    """Name what stands on a label."""
    return str(_read()["label"][key])


def word(key: str, **values: object) -> str:
    """Return a word of the texts, its holes filled."""
    found = str(_read()["words"][key])
    return found.format(**values) if values else found


def said(key: str, **values: object) -> str:
    """Return a sentence of the loudspeaker's bulletin, its holes filled."""
    found = str(_read()["loudspeaker"][key])
    return found.format(**values) if values else found


@functools.lru_cache(maxsize=1)
def _labels() -> dict[str, tuple[str, bool]]:
    """Return the fields of each kind, and whether a source says so."""
    with (_DATA / "label_fields.csv").open(encoding="utf-8", newline="") as source:
        return {row["kind"]: (row["fields"], row["status"].startswith("verified")) for row in csv.DictReader(source)}


class LabelField(Struct, frozen=True):
    """What stands on a label: whether it always must, whether a source says so."""

    always: bool
    verified: bool


@functools.lru_cache(maxsize=32)
def label_fields(kind: str) -> tuple[tuple[str, LabelField], ...]:
    """List what stands on the label of a kind of goods; the lists of others that it names go in, as verified there."""
    rows, known = _labels(), _read()["label"]
    fields, verified = rows.get(kind, ("", False))
    found: dict[str, LabelField] = {}
    for token in re.findall(r"[a-z_]+\??", re.sub(r'".*?"', "", fields)):
        name = token.rstrip("?")
        if name in rows and name != kind:
            found.update(label_fields(name))
        elif name in known:
            found[name] = LabelField(not token.endswith("?"), verified)
    return tuple(found.items())
