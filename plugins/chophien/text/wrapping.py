"""Words as they may stand in a source: over a line end, with Markdown signs between them."""

import re


def loose(words: str) -> str:
    """Return the regular expression of some words with any white space and signs of emphasis between them."""
    return r"[\s*_`~\[\]]+".join(map(re.escape, words.split()))
