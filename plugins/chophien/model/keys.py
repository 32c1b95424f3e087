"""The keys of each record, read once from its annotations."""

from __future__ import annotations

import functools
import sys
from typing import get_type_hints

from .fields import Key


@functools.lru_cache(maxsize=64)
def keys(record: type) -> dict[str, Key]:
    """Return the keys an author may write for a record, in the order of its fields."""
    found: dict[str, Key] = {}
    # The module's names must be given: lambdas in annotations keep the globals they are evaluated with.
    known = vars(sys.modules[record.__module__])
    for name, hint in get_type_hints(record, globalns=known, localns=known, include_extras=True).items():
        for extra in getattr(hint, "__metadata__", ()):
            if isinstance(extra, Key):
                found[name] = extra
    return found
