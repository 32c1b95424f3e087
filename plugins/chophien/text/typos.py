"""The key that was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from chophien.text.folding import fold

# Lets "gai" find "gia" and keeps "phone" from finding "photo".
CUTOFF = 0.66


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Find the candidate most like a mistyped word, or None when none is like it."""
    folded: dict[str, str] = {}
    for candidate in candidates:
        folded.setdefault(_key(candidate), candidate)
    found = get_close_matches(_key(word), folded, n=1, cutoff=CUTOFF)
    return folded[found[0]] if found else None


def _key(word: str) -> str:
    return fold(word.replace("_", " "))
