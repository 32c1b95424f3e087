"""What a rule is, and the table that holds them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from chophien.diagnostics import Level
from chophien.model import Category, Commune, Record


class Found(NamedTuple):
    """
    One thing a rule found: the field's key path and what its sentence needs.

    Where a key is missing, ``values["lacks"]`` is its path: an unknown key beside it may have been meant for it.
    """

    field: str
    values: dict[str, str]


class Photos(NamedTuple):
    """What is known of the picture files: size and advice by path, and the code of what is wrong with others."""

    sizes: Mapping[str, tuple[int, int]]
    broken: Mapping[str, tuple[str, dict[str, str]]]
    advice: Mapping[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class Known:
    """What a rule may know beside its record."""

    commune: Commune
    categories: Mapping[str, Category]
    ids: Mapping[str, frozenset[str] | Mapping[str, Any]]
    today: date
    languages: tuple[str, ...] = ("vi", "en")


Check = Callable[[Any, Known], Iterator[Found]]


@dataclass(frozen=True)
class Rule:
    """A rule: its code, how serious it is, where it comes from and what it reads."""

    code: str
    kind: str
    level: Level
    source: str
    check: Check
    dated: bool


RULES: dict[str, Rule] = {}
"""Every rule by its code."""


def rule(
    code: str, kind: str, level: Level, source: str = "house rule", *, dated: bool = False
) -> Callable[[Check], Check]:
    """Enter a rule into the table; ``dated`` rules may answer otherwise on another day."""

    def enter(check: Check) -> Check:
        if code in RULES:
            raise ValueError(f"two rules are called {code}")
        RULES[code] = Rule(code, kind, level, source, check, dated)
        return check

    return enter


def found(field: str, **values: object) -> Found:
    """Say what was found at a field."""
    return Found(field, {name: str(value) for name, value in values.items()})


__all__ = ["RULES", "Found", "Known", "Photos", "Record", "Rule", "found", "rule"]
