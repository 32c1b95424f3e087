"""
Which files of a commune's folder belong together: one record and its translations are one unit.

A file that belongs to no unit is named, so that nothing given to us disappears silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level

COMMUNE_FILE = "commune.yaml"
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_FOLDERS = {
    "content/places/": "place",
    "content/events/": "event",
    "content/trips/": "trip",
    "content/news/": "news",
    "content/pages/": "page",
    "content/producers/": "producer",
    "content/demand/": "need",
}
_MARKDOWN = {"place", "event", "trip", "news", "page"}
_FOLDER_FILE = re.compile(r"(?P<id>[^/]+)/index(?:\.(?P<lang>[a-z]{2,3}))?\.(?:md|markdown)")
_FLAT_MD = re.compile(r"(?P<id>[^/]+?)(?:\.(?P<lang>[a-z]{2,3}))?\.(?:md|markdown)")
_FLAT_YAML = re.compile(r"(?P<id>[^/]+)\.ya?ml")
_PRODUCT = re.compile(r"products/(?P<id>[^/]+)/product\.ya?ml")
_DOUBLE_ENDING = re.compile(r"(?P<name>[^/]+?\.(?:ya?ml|md|markdown))(?:\.(?:txt|ya?ml|md|markdown))+", re.IGNORECASE)
_NOTES = re.compile(r"(?:.*/)?(?:\.[^/]*|README(?:\.[^/]*)?|readme\.txt)")
"""Notes of people and files of the system, which are nobody's content."""


_OF_SYSTEMS = {"thumbs.db", "desktop.ini", "ehthumbs.db"}
SHORTEST_ID, LONGEST_ID = 2, 60
"""Characters of an id, as ``model`` reads it too."""


class Unit(NamedTuple):
    """One record's files: the Vietnamese original first, then translations as (language, path)."""

    kind: str
    id: str
    file: str
    translations: tuple[tuple[str, str], ...] = ()

    @property
    def folder(self) -> str:
        """Folder of the original, where its photos lie."""
        return self.file.rpartition("/")[0]


def _sort_out(path: str) -> tuple[str, str, str] | None:
    """Return kind, id and language of a source file, or nothing for any other file."""
    if path == COMMUNE_FILE:
        return "commune", "commune", "vi"
    if _NOTES.fullmatch(path):
        return None
    match = _PRODUCT.fullmatch(path)
    if match:
        return "product", match["id"], "vi"
    for folder, kind in _FOLDERS.items():
        if path.startswith(folder):
            rest = path[len(folder) :]
            if kind in _MARKDOWN:
                match = _FOLDER_FILE.fullmatch(rest) or _FLAT_MD.fullmatch(rest)
                return (kind, match["id"], match["lang"] or "vi") if match else None
            match = _FLAT_YAML.fullmatch(rest)
            return (kind, match["id"], "vi") if match else None
    return None


def units(paths: Iterable[str]) -> tuple[dict[tuple[str, str], Unit], list[Diagnostic]]:
    """
    Sort the files of a commune's folder into units.

    Args:
        paths: Paths relative to the folder, with forward slashes, of regular files only.
    Returns:
        Units by kind and id, in path order, and what is misplaced, doubled or unused.
    """
    originals: dict[tuple[str, str], str] = {}
    translated: dict[tuple[str, str], dict[str, str]] = {}
    names: dict[tuple[str, str], str] = {}
    as_written: set[tuple[str, str]] = set()
    found: list[Diagnostic] = []

    def say(code: str, path: str, **values: str) -> None:
        found.append(Diagnostic(code, file=path, line=1, column=1, values=values))

    for path in sorted(paths):
        doubled = _double_ending(path)
        if doubled is not None:
            found.append(doubled)
            continue
        sorted_out = _sort_out(path)
        if sorted_out is None:
            unused = _unused(path)
            if unused is not None:
                found.append(unused)
            continue
        kind, id, lang = sorted_out
        written = (kind, id)
        plain = vi.slug(id, LONGEST_ID)
        fine = plain == id and len(id) >= SHORTEST_ID
        if not fine:
            wanted = plain if len(plain) >= SHORTEST_ID else f"{plain or 'ten'}-1"
            in_folder = _PRODUCT.fullmatch(path) or path.rpartition("/")[2].startswith("index.")
            say("folder-name-not-plain" if in_folder else "file-name-not-plain", path, found=id, suggestion=wanted)
            id = wanted  # read all the same, so that its other mistakes are told too
        if lang == "vi":
            other = names.setdefault((kind, plain), path)
            if other != path:
                code = "id-twice" if written in as_written else "id-differs-by-accents"
                say(code, path, found=written[1], other=other)
            else:
                originals.setdefault((kind, id), path)
            as_written.add(written)
        else:
            other = translated.setdefault((kind, id), {}).setdefault(lang, path)
            if other != path:
                say("id-twice", path, found=f"{id}.{lang}", other=other)
    for key, files in translated.items():
        if key not in originals:
            for path in files.values():
                say("translation-without-original", path)
    made = {
        key: Unit(key[0], key[1], path, tuple(sorted(translated.get(key, {}).items())))
        for key, path in originals.items()
    }
    return made, found


def _double_ending(path: str) -> Diagnostic | None:
    """Name a record that an editor saved as ``product.yaml.txt``, which Windows shows as ``product.yaml``."""
    name = path.rpartition("/")[2]
    match = _DOUBLE_ENDING.fullmatch(name)
    ours = path.startswith(("products/", "content/")) and "/lots/" not in path
    if match is None or not ours or _NOTES.fullmatch(path):
        return None
    values = {"found": name, "wanted": match["name"], "ending": name[len(match["name"]) :]}
    return Diagnostic("file-ending-twice", Level.ERROR, path, 1, 1, values=values)


def _unused(path: str) -> Diagnostic | None:
    """Name a file that no reader takes; pictures are told of where records name them."""
    name = path.rpartition("/")[2]
    low = name.lower()
    if not path.startswith(("products/", "content/")) or low.endswith(PICTURES) or _NOTES.fullmatch(path):
        return None
    if low in _OF_SYSTEMS:
        return None
    if path.startswith("products/") and path.count("/") > 2 and "/lots/" in path:
        return None
    if path.startswith("products/") and low.endswith((".yaml", ".yml")):
        return Diagnostic(
            "file-misplaced", file=path, line=1, column=1, values={"wanted": "products/<mã>/product.yaml"}
        )
    if low.endswith((".heic", ".heif")):
        return Diagnostic("photo-format-not-read", Level.WARNING, path, 1, 1, values={"found": name})
    code = "file-misplaced" if low.endswith((".yaml", ".yml", ".md", ".markdown")) else "file-not-used"
    level = Level.ERROR if code == "file-misplaced" else Level.WARNING
    return Diagnostic(code, level, path, 1, 1, values={"found": name, "wanted": _wanted(path)})


def _wanted(path: str) -> str:
    for folder, kind in _FOLDERS.items():
        if path.startswith(folder):
            return folder + ("<mã>/index.md" if kind in _MARKDOWN else "<mã>.yaml")
    return "products/<mã>/product.yaml, content/places/<mã>/index.md, content/news/<mã>.md…"
