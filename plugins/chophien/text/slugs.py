"""File and address names made from Vietnamese titles."""

import re

from chophien.text.folding import fold

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile("[^a-z0-9]+")

# Windows opens a device instead of a file of this name, whatever its extension.
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)))
)


def slug(s: str, limit: int = 80) -> str:
    """
    Write a title with a-z, 0-9 and single hyphens only.

    Args:
        s: Title in any language.
        limit: Longest result in characters; a longer one is cut at a hyphen where there is one.
    Returns:
        The slug, empty when no letter or digit is left; never a name that Windows reserves.
    """
    if len(s) <= limit and _PLAIN.fullmatch(s) and s not in RESERVED:
        return s
    name = _OTHER.sub("-", fold(s)).strip("-")
    if len(name) > limit:
        name = name[: limit + 1].rpartition("-")[0] or name[:limit]
    return f"{name}-x" if name in RESERVED else name
