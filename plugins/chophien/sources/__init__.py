"""Reads the commune's folder: YAML, Markdown and their translations, into records with line numbers."""

from .convert import nearest
from .nodes import compose, decode
from .read import (
    Header,
    Read,
    contents,
    link_place,
    load,
    pack,
    place_of,
    places_of,
    read,
    split,
    text_place,
    unpack,
    unpack_lines,
)
from .units import COMMUNE_FILE, PICTURES, Unit, units

__all__ = [
    "COMMUNE_FILE", "PICTURES", "Header", "Read", "Unit", "compose", "contents", "decode", "link_place", "load",
    "nearest", "pack", "place_of", "places_of", "read", "split", "text_place", "units", "unpack", "unpack_lines",
]  # fmt: skip
