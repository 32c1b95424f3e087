"""Which language stands in for another."""

from __future__ import annotations


def chain(lang: str) -> tuple[str, ...]:
    """Return the languages in which a text is looked for: its own, English for guests from elsewhere, Vietnamese."""
    return ("vi",) if lang == "vi" else tuple(dict.fromkeys((lang, "en", "vi")))
