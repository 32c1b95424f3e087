"""How a language writes numbers, dates and quantities: built in for Vietnamese and English, else from patterns."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field

BUILT_IN = ("vi", "en")
"""Languages whose forms are code; all others have patterns in their catalogue, else the English forms."""

_SAMPLES: dict[str, dict[str, object]] = {
    "dong": {"number": "1"},
    "date": {"day": 1, "month": 1, "year": 2027, "name": ""},
    "dates-in-month": {"day": 1, "month": 1, "year": 2027, "name": "", "last_day": 2},
    "dates-in-year": {
        "day": 1, "month": 1, "year": 2027, "name": "", "last_day": 2, "last_month": 2, "last_name": "",
    },
    "dates": {"first": "", "last": ""},
    "quantity": {"number": "1", "unit": "g"},
    "lunar": {"day": "1", "month": "1", "leap": ""},
}  # fmt: skip
"""Each pattern with the holes it may have."""
_NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "dong": (("number",),),
    "date": (("day",), ("month", "name"), ("year",)),
    "dates-in-month": (("day",), ("last_day",), ("month", "name"), ("year",)),
    "dates-in-year": (("day",), ("last_day",), ("month", "name"), ("last_month", "last_name"), ("year",)),
    "dates": (("first",), ("last",)),
    "quantity": (("number",), ("unit",)),
    "lunar": (("day",), ("month",)),
}
"""The holes that each pattern must have, for a price without its number is none; of several any one will do."""
_DONG = "{number}\u00a0₫"
_QUANTITY = "{number}\u00a0{unit}"
_LISTS = {"lunar-months": 12, "lunar-days": 30}


@dataclass(frozen=True)
class Forms:
    """
    The forms of one language.

    Args:
        lang: Its tag.
        patterns: Usable patterns by their name in the catalogue without ``form.``; what is absent is English.
        units: Names of units and counter words; what is absent is English.
        months: Names of the twelve months.
    """

    lang: str
    patterns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    months: tuple[str, ...] = ("",) * 12

    @property
    def base(self) -> str:
        """Return the built-in language whose forms stand where there is no pattern."""
        return self.lang if self.lang in BUILT_IN else "en"

    def fill(self, name: str, /, **values: object) -> str:
        """Fill a pattern; empty when the language has none."""
        pattern = self.patterns.get(name)
        return pattern.format(**values) if pattern else ""

    def nth(self, name: str, number: int) -> str:
        """Return a word of a list, such as the name of a lunar month, counted from 1; the number when there is none."""
        words = self.patterns.get(name, "").split()
        return words[number - 1] if words else str(number)

    def dong(self, number: str) -> str:
        """Write a price from its grouped number."""
        return self.fill("dong", number=number) or _DONG.format(number=number)

    def measured(self, number: str, unit: str) -> str:
        """Write a quantity from its number and its unit."""
        return self.fill("quantity", number=number, unit=unit) or _QUANTITY.format(number=number, unit=unit)


def forms(lang: str, words: Mapping[str, str]) -> Forms:
    """
    Return the forms of a language.

    Args:
        lang: Its tag.
        words: Its catalogue, whose ``form.…``, ``unit.…`` and ``month.…`` entries count; a pattern with a hole
            that there is not or without one that it needs, or a list of the wrong length, is passed over.
    """
    if lang in BUILT_IN:
        return Forms(lang)
    found = {key.removeprefix("form."): text for key, text in words.items() if key.startswith("form.")}
    usable = {name: text for name, text in found.items() if _usable(name, text)}
    units = {key.removeprefix("unit."): text for key, text in words.items() if key.startswith("unit.")}
    return Forms(lang, usable, units, tuple(words.get(f"month.{number}", "") for number in range(1, 13)))


def pattern_holes(name: str) -> frozenset[str]:
    """Return the holes that a pattern may have, by its name in the catalogue without ``form.``."""
    return frozenset(_SAMPLES.get(name, ()))


def _usable(name: str, pattern: str) -> bool:
    if name in _LISTS:
        return len(pattern.split()) == _LISTS[name]
    if name not in _SAMPLES:
        return True
    try:
        pattern.format(**_SAMPLES[name])
        holes = {hole for _, hole, _, _ in string.Formatter().parse(pattern)}
    except (LookupError, ValueError, AttributeError, TypeError):
        return False
    return all(holes.intersection(one_of) for one_of in _NEEDED[name])
