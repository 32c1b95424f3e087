"""The places that goods are listed at by hand, and the words of what is made for them: ``data/kits.toml``."""

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

_DATA = Path(__file__).parent.parent / "data"


class Limit(Struct, frozen=True):
    """
    How short, long, cheap or dear a field may be.

    Args:
        least: Characters, or the number itself for prices and stocks; none for no limit.
        most: Likewise.
        verified: Whether ``source`` says so; else it is a cautious guess, and shown as one.
        read: The day the source was looked at.
    """

    least: int | None
    most: int | None
    verified: bool
    source: str
    read: date


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
        limits = {
            limit["field"]: Limit(
                limit.get("least"), limit.get("most"), limit["verified"], limit["source"], limit["read"]
            )
            for limit in row["limits"]
        }
        found[key] = Place(
            key=key,
            name=row["name"],
            how=row["how"],
            fields=tuple(row["fields"]),
            papers=tuple(row["papers"]),
            asked=row["asked"]["verified"],
            source=row["asked"]["source"],
            read=row["asked"]["read"],
            limits=limits,
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
def _labels() -> dict[str, str]:
    with (_DATA / "label_fields.csv").open(encoding="utf-8", newline="") as source:
        return {row["kind"]: row["fields"] for row in csv.DictReader(source)}


@functools.lru_cache(maxsize=32)
def label_fields(kind: str) -> tuple[tuple[str, bool], ...]:
    """List what stands on the label of a kind of goods, each with whether it always must; others' lists go in."""
    rows, known = _labels(), _read()["label"]
    found: dict[str, bool] = {}
    for token in re.findall(r"[a-z_]+\??", re.sub(r'".*?"', "", rows.get(kind, ""))):
        name = token.rstrip("?")
        if name in rows and name != kind:
            found.update(label_fields(name))
        elif name in known:
            found[name] = not token.endswith("?")
    return tuple(found.items())
