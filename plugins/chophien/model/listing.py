"""How those who list our goods tell them apart: variants by their option, examples by a mark."""

from __future__ import annotations

import functools

from chophien.text import fold, nfc

from .offers import say
from .records import Phrase

AXES = {
    "size": (
        "khoi luong", "trong luong", "dung tich", "the tich", "kich thuoc", "kich co", "co", "do dai",
        "chieu dai", "chieu dai luoi", "quy cach", "dong goi", "size", "weight", "volume", "length",
    ),
    "color": ("mau", "mau sac", "color", "colour"),
    "material": ("chat lieu", "vat lieu", "material"),
    "pattern": ("hoa van", "hoa tiet", "pattern"),
}  # fmt: skip
"""Property in which variants differ: the option's names, folded."""

_AXIS = {name: axis for axis, names in AXES.items() for name in names}

NAMELESS_OPTION = "Quy cách"
"""What an option is called that its author gave no name."""

EXAMPLE = {"vi": "ví dụ", "zh": "示例"}
"""What an example is called; in every other language it is an ``example``."""

_SAID = (*EXAMPLE.values(), "example")


def axis(option_name: Phrase) -> str:
    """Return the property in which variants differ by this option; empty when there is no such property."""
    return _axis(say(option_name, "vi"))


@functools.lru_cache(maxsize=256)
def _axis(name: str) -> str:
    return _AXIS.get(fold(name), "")


def title(name: str, option: str = "") -> str:
    """Return a variant's own title: the name, and the option unless the name says it already."""
    return name if not option or option.lower() in name.lower() else f"{name} {option}"


def example_title(name: str, lang: str) -> str:
    """Mark the name of an example as one, unless it says so already."""
    written = nfc(name).lower()
    return name if any(word in written for word in _SAID) else f"{name} ({EXAMPLE.get(lang, 'example')})"
