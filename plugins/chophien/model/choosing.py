"""What is said of a word that is not in the list it is chosen from."""

from __future__ import annotations

from collections.abc import Mapping

from chophien import text as vi

WHOLE = 15
"""So many choices are listed whole: nobody reads more of them in a message."""
HANDFUL = 5


def none_of(written: str, named: Mapping[str, str]) -> dict[str, str]:
    """
    Say of a word that it is no choice.

    Args:
        written: What the author wrote.
        named: The Vietnamese name of each choice, empty where it has none.
    Returns:
        What was ``found``, the ``suggestion`` (empty when no choice is like it) and the ``choices``: all in their
        order, or of many the handful that is most like what was written, likest first, the suggestion left out.
    """
    written = written[:80]
    shown = {word: f"{word} ({name})" if name else word for word, name in named.items()}
    words = {**{name: word for word, name in named.items() if name}, **{word: word for word in named}}
    near = vi.nearest(written, words)
    choices = list(shown.values())
    if len(shown) > WHOLE:
        like = dict.fromkeys(words[one] for one in vi.likest(written, words))
        choices = [shown[word] for word in like if not near or word != words[near]][:HANDFUL]
    return {
        "found": written,
        "suggestion": shown[words[near]] if near else "",
        "choices": ", ".join(choices),
    }


__all__ = ["none_of"]
