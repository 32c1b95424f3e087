"""What visitors keep on their devices: chosen from a finished generation, whose notes know each file's content."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Mapping, Sequence

from chophien import urls
from chophien.model import Site

from .book import digest
from .store import Made

CORE_BYTES = 600_000
"""
Pages kept for every visitor, uncompressed. Beside them stand styles, scripts and icons (about 100 kB), the first page
itself and 300 kB of its pictures: together less than the 1 MiB that a first visit may store.
"""
ROAD_BYTES = 30_000_000
"""Kept for the road at most, so that a phone that is nearly full can still do it."""
_STAFF = ("feeds", "listings", "kits")
"""Folders of pages for staff."""
_SMALL = "-400.webp"
"""How the names of the smallest pictures end."""


def core(site: Site, files: Mapping[str, Made]) -> dict[str, str]:
    """
    Choose what every visitor gets, the most needed first: home, offline page, enquiries, search, contact, lists.

    Vietnamese gets all of them before another language its first; of a large commune the last language lacks some.

    Returns:
        Paths, each with a mark that changes with the content.
    """
    wanted = []
    for lang in sorted(site.languages, key=lambda lang: lang != "vi"):
        wanted += [urls.path(kind, lang) for kind in ("home", "offline", "ask", "search")]
        wanted.append(urls.search_index(lang))
        wanted += [urls.path(kind, lang) for kind in ("contact", *site.sections)]
    return {path: _mark(files[path]) for path in _fitting(wanted, files, CORE_BYTES)}


def roads(site: Site, files: Mapping[str, Made]) -> dict[str, bytes]:
    """
    List, for each language, all its pages and all small pictures, for visitors who keep the site for the road.

    Returns:
        Contents of JSON files by language: ``mark`` of this list, ``pages`` as path, bytes, mark, ``pictures`` as
        path, bytes. What is beyond ``ROAD_BYTES`` is left out, products first.
    """
    found: dict[str, list[str]] = {lang: [] for lang in site.languages}
    pictures = []
    others = [lang for lang in site.languages if lang != "vi"]
    aside = tuple(urls.path("not-found", lang) for lang in site.languages)
    for path in files:
        if path.endswith(".html"):
            first = path.partition("/")[0]
            lang = first if first in others else "vi"
            if lang in found and first not in _STAFF and path not in aside:
                found[lang].append(path)
        elif path.endswith(_SMALL):
            pictures.append(path)
    pictures.sort()
    return {lang: _road(lang, pages, pictures, files) for lang, pages in found.items()}


def _road(lang: str, pages: list[str], pictures: list[str], files: Mapping[str, Made]) -> bytes:
    goods = posixpath.dirname(urls.path("product", lang, "x")) + "/"
    pages.sort(key=lambda path: (path.startswith(goods), path.count("/"), path))
    pages = _fitting(pages, files, ROAD_BYTES)
    pictures = _fitting(pictures, files, ROAD_BYTES - sum(files[path].size for path in pages))
    listed = {
        "pages": [(path, files[path].size, _mark(files[path])) for path in pages],
        "pictures": [(path, files[path].size) for path in pictures],
    }
    mark = digest(json.dumps(listed).encode()).hex()[:8]
    return json.dumps({"mark": mark, **listed}, separators=(",", ":")).encode()


def stand_ins(languages: Sequence[str]) -> list[tuple[str, str]]:
    """Return the offline page for each beginning of a path, the empty one last."""
    found = [("" if lang == "vi" else f"{lang}/", urls.path("offline", lang)) for lang in languages]
    return sorted(found, reverse=True)


def _mark(made: Made) -> str:
    return made.digest.hex()[:8]


def _fitting(paths: Iterable[str], files: Mapping[str, Made], space: int) -> list[str]:
    """Return the paths that are there and fit together, the first before all others."""
    found = []
    for path in paths:
        made = files.get(path)
        if made is not None and made.size <= space:
            space -= made.size
            found.append(path)
    return found
