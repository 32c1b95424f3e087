"""Where lines break: words over a line end in a source, and words of a heading that belong together."""

import re
from functools import lru_cache

NO_BREAK = "\u00a0"
LONGEST_BOUND = 14
"""Characters kept on one line at most: what stays whole in the largest heading on a screen of 320 pixels."""
_SENTENCE_ENDS = (".", ":", "!", "?", "…", "–", "—", "(", "“", "‘", "«")
_NAME_ENDS = (*_SENTENCE_ENDS, ",", ";", ")", "”", "’", "»")


def loose(words: str) -> str:
    """Return the regular expression of some words with any white space and signs of emphasis between them."""
    return r"[\s*_`~\[\]]+".join(map(re.escape, words.split()))


@lru_cache(maxsize=4096)
def bound(title: str) -> str:
    """
    Keep the syllables of names in a heading on one line, as in "Hạt dẻ Trùng Khánh" the last two.

    A name is two or three words with capital letters; the first word of a sentence has one anyway and is left out.
    A short remark in brackets is kept together too.

    Returns:
        The same words, with no-break spaces between those of a name.
    """
    words = title.split(" ")
    made = words[0]
    for at, gap in _gaps(words):
        made += gap + words[at]
    return made


def _gaps(words: list[str]) -> list[tuple[int, str]]:
    kept: set[int] = set()
    start = 0
    while start < len(words):
        end = start + 1
        if words[start].startswith("(") and not words[start].endswith(")"):
            while end < len(words) and not words[end - 1].endswith(")"):
                end += 1
            whole = words[end - 1].endswith(")")
        elif start and not words[start - 1].endswith(_SENTENCE_ENDS) and words[start][:1].isupper():
            while end < len(words) and words[end][:1].isupper() and not words[end - 1].endswith(_NAME_ENDS):
                end += 1
            whole = end - start <= 3
        else:
            whole = False
        if whole and len(" ".join(words[start:end])) <= LONGEST_BOUND:
            kept.update(range(start + 1, end))
        start = end
    return [(at, NO_BREAK if at in kept else " ") for at in range(1, len(words))]
