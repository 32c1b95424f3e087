"""Which language stands in for another."""

from __future__ import annotations

import pytest

from chophien.text import chain


@pytest.mark.parametrize(("lang", "wanted"), [("vi", ("vi",)), ("en", ("en", "vi")), ("zh", ("zh", "en", "vi"))])
def test_words_are_looked_for_in_english_before_vietnamese(lang: str, wanted: tuple[str, ...]) -> None:
    assert chain(lang) == wanted
