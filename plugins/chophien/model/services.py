"""Public services that are the same in every commune, and the numbers to call in need."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any

from .records import Phrase, Service


@functools.lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    with (Path(__file__).parent.parent / "data" / "services.toml").open("rb") as source:
        return tomllib.load(source)


@functools.lru_cache(maxsize=1)
def national_services() -> tuple[Service, ...]:
    """Return the services of the state that are reached by web, in the order they are shown."""
    rows = _read()["services"].values()
    return tuple(Service(name=row["name"], text=row["text"], url=row["url"]) for row in rows)


@functools.lru_cache(maxsize=1)
def emergency_numbers() -> tuple[tuple[str, Phrase], ...]:
    """Return the numbers to call in need, each with whom one reaches."""
    return tuple(_read()["emergency"].items())
