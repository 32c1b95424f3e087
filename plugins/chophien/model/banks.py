"""The banks and wallets that take VietQR transfers."""

from __future__ import annotations

import csv
import functools
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from chophien.text import fold, nearest


class Bank(NamedTuple):
    """A bank or wallet: its six digits and the name people use."""

    bin: str
    name: str


class UnknownBank(LookupError):
    """
    A name that no bank has, or several have.

    Attributes:
        suggestions: What was perhaps meant, as ``name (digits)``.
    """

    def __init__(self, suggestions: tuple[str, ...]) -> None:
        super().__init__(*suggestions)
        self.suggestions = suggestions


@functools.lru_cache(maxsize=1)
def banks() -> dict[str, Bank]:
    """Return the shipped banks by their six digits."""
    return {row["bin"]: Bank(row["bin"], row["short_name"]) for row in _rows()}


def bank(name: str) -> Bank:
    """
    Find a bank by its digits, short name, letters or full name, however it is spaced.

    Raises:
        UnknownBank: No bank is called so, or several are.
    """
    known = banks()
    if name in known:
        return known[name]
    names = _names()
    found = names.get(_key(name), frozenset())
    if len(found) == 1:
        return known[min(found)]
    begun = frozenset(bin for key, bins in names.items() if key.startswith(_key(name)) for bin in bins)
    near = found or names.get(
        _key(nearest(name, [row["short_name"] for row in _rows()]) or ""), begun if len(begun) < 5 else frozenset()
    )
    raise UnknownBank(tuple(f"{known[bin].name} ({bin})" for bin in sorted(near)))


@functools.lru_cache(maxsize=1)
def _rows() -> tuple[dict[str, str], ...]:
    with (Path(__file__).parent.parent / "data" / "banks.csv").open(encoding="utf-8", newline="") as source:
        return tuple(csv.DictReader(source))


def _key(name: str) -> str:
    return fold(name).replace(" ", "")


@functools.lru_cache(maxsize=1)
def _names() -> dict[str, frozenset[str]]:
    """Return the digits of the banks that each spelling may mean."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in _rows():
        short = row["short_name"]
        # MB Bank is also called MB.
        for spelling in (short, short.removesuffix(" Bank"), row["code"], row["full_name_vi"]):
            if spelling:
                found[_key(spelling)].add(row["bin"])
    return {key: frozenset(bins) for key, bins in found.items()}
