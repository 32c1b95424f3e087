"""The official communes since 1 July 2025, found by present or former name."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from chophien import text

_DATA = Path(__file__).parent.parent / "data"
_KIND = re.compile(r"^(?:xa|phuong|thi tran|dac khu)\s+")
_PROVINCE_KIND = re.compile(r"(?:tinh|thanh pho|tp\.?)\s+", re.IGNORECASE)
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


class Unit(NamedTuple):
    """One commune, ward or special zone; ``lat`` and ``lon`` in WGS 84 degrees, none where unknown."""

    code: str
    name: str
    kind: str
    province: str
    lat: float | None
    lon: float | None
    area_km2: float | None

    @property
    def full_name(self) -> str:
        """Its kind and name, as in a sentence: xã Quảng Uyên."""
        return f"{self.kind} {self.name}"


class Former(NamedTuple):
    """A commune before 1 July 2025 and one present commune that took it or a part of it."""

    name: str
    district: str
    province: str
    code: str
    part: bool
    default: bool


class Match(NamedTuple):
    """A present commune that fits a name, and the former one through which it was found, if any."""

    unit: Unit
    former: Former | None = None


@functools.lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Read every present unit, by code."""
    return {
        row["code"]: Unit(
            code=row["code"],
            name=text.nfc(row["name"]),
            kind=row["type"],
            province=_plain_province(row["province"]),
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
            area_km2=float(row["area_km2"] or 0) or None,
        )
        for row in _rows("communes_2025.csv")
    }


@functools.lru_cache(maxsize=1)
def changes() -> tuple[Former, ...]:
    """Read every pair of a former and a present commune."""
    return tuple(
        Former(
            name=text.nfc(row["old_name"]),
            district=row["old_district"],
            province=row["old_province"],
            code=row["new_code"],
            part=row["kind"] == "part",
            default=row["default_target"] == "1",
        )
        for row in _rows("commune_changes_2025.csv")
    )


def look_up(name: str) -> list[Match]:
    """
    Find the present communes that a name may mean.

    Args:
        name: Present or former name, with or without marks and kind; a province may follow a comma:
            ``phuc sen``, ``Xã Tân Thành, Cà Mau``.
    Returns:
        One match for each present commune: those of that name first, then those found by a former name;
        of a former commune that was split the main part comes first. Names written with marks leave out
        those that differ in marks, when any is left.
    """
    wanted, _, province = (part.strip() for part in name.partition(","))
    found: dict[str, Match] = {}
    for unit in units().values():
        if _folded(unit.name) == _folded(wanted):
            found[unit.code] = Match(unit)
    former = [change for change in changes() if _folded(change.name) == _folded(wanted)]
    for change in sorted(former, key=lambda change: (change.part, not change.default)):
        found.setdefault(change.code, Match(units()[change.code], change))
    matches = list(found.values())
    kind = _KIND.match(text.fold(wanted))
    if kind:
        matches = [match for match in matches if _full_name(match).startswith(kind[0])] or matches
    if province:
        fold = text.fold(_plain_province(province))
        matches = [match for match in matches if fold in _provinces_of(match)]
    if text.strip_marks(wanted) != text.nfc(wanted):
        matches = [match for match in matches if _marked(_name_of(match)) == _marked(wanted)] or matches
    return matches


def near(name: str, most: int = 3) -> list[str]:
    """Return present communes whose names are like a mistyped one."""
    import difflib

    names: dict[str, Unit] = {}
    for unit in units().values():
        names.setdefault(_folded(unit.name), unit)
    found = difflib.get_close_matches(_folded(name.partition(",")[0]), names, n=most, cutoff=0.75)
    return [f"{names[key].full_name}, {names[key].province}" for key in found]


def former_names(unit: Unit) -> list[str]:
    """Return the names of the communes that a unit was made of, without its own, in Vietnamese order."""
    names = {
        re.sub(r"^(?:Xã|Phường|Thị trấn|Đặc khu)\s+", "", change.name)
        for change in changes()
        if change.code == unit.code and (not change.part or change.default)
    }
    return sorted((name for name in names if _folded(name) != _folded(unit.name)), key=text.sort_key)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)


def _name_of(match: Match) -> str:
    return match.former.name if match.former else match.unit.name


def _full_name(match: Match) -> str:
    return text.fold(match.former.name if match.former else match.unit.full_name)


def _provinces_of(match: Match) -> set[str]:
    names = [match.unit.province, match.former.province if match.former else ""]
    return {text.fold(_plain_province(name)) for name in names}


def _plain_province(name: str) -> str:
    """Leave out what kind of province it is: Tỉnh Cao Bằng becomes Cao Bằng."""
    match = _PROVINCE_KIND.match(text.strip_marks(name))
    return name[match.end() :] if match else name


@functools.lru_cache(maxsize=20_000)
def _folded(name: str) -> str:
    return _KIND.sub("", text.fold(name).translate(_APOSTROPHES) + " ", count=1).strip() or text.fold(name)


def _marked(name: str) -> str:
    marked = text.fold_marks(name).translate(_APOSTROPHES)
    return re.sub(r"^(?:xã|phường|thị trấn|đặc khu)\s+", "", marked)
