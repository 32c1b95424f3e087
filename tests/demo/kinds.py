"""Which kind a built page is of, by its address, and one page of each kind for tests that need a browser's time."""

from __future__ import annotations

import re
from pathlib import Path

from chophien import urls

LANGUAGES = ("vi", "en", "zh")
_ID, _NUMBER = "an-id", 987
STAFF = {"feeds": urls.FEEDS_PAGE, "kits": urls.KITS_PAGE, "kit": urls.kit(_ID)}
"""Pages for staff, in Vietnamese alone."""


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.escape(path).replace(re.escape(_ID), "[^/]+").replace(str(_NUMBER), "[0-9]+"))


_PATTERNS = [
    *(((kind, lang), _pattern(urls.path(kind, lang, _ID, _NUMBER))) for kind in urls.KINDS for lang in LANGUAGES),
    *(((kind, "vi"), _pattern(path)) for kind, path in STAFF.items()),
]
KINDS = (*urls.KINDS, *STAFF)


def kind_of(path: str) -> tuple[str, str]:
    """Return the kind and the language of a page."""
    return next(known for known, pattern in _PATTERNS if pattern.fullmatch(path))


def one_of_each(output: Path) -> dict[tuple[str, str], str]:
    """Return for each kind and language the path of its largest page."""
    found: dict[tuple[str, str], Path] = {}
    for page in sorted(output.rglob("*.html")):
        known = kind_of(page.relative_to(output).as_posix())
        if known not in found or page.stat().st_size > found[known].stat().st_size:
            found[known] = page
    return {known: found[known].relative_to(output).as_posix() for known in sorted(found)}
