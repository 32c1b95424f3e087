"""The key that was probably meant."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from chophien.text.folding import fold

# Lets "gai" find "gia" and keeps "phone" from finding "photo".
CUTOFF = 0.66
_WORDS = re.compile(r"\w+")


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Find the candidate most like a mistyped word, or None when none is like it."""
    folded: dict[str, str] = {}
    for candidate in candidates:
        folded.setdefault(_key(candidate), candidate)
    found = get_close_matches(_key(word), folded, n=1, cutoff=CUTOFF)
    return folded[found[0]] if found else None


def likest(word: str, candidates: Iterable[str]) -> list[str]:
    """Return the candidates, those most like a word first: they share whole words with it, then letters."""
    given = _key(word)
    words = set(_WORDS.findall(given))
    matcher = SequenceMatcher(b=given)

    def likeness(candidate: str) -> tuple[int, float]:
        key = _key(candidate)
        matcher.set_seq1(key)
        return len(words.intersection(_WORDS.findall(key))), matcher.ratio()

    return sorted(candidates, key=likeness, reverse=True)


def _key(word: str) -> str:
    return fold(word.replace("_", " "))
