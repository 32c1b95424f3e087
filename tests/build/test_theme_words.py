"""A word of a commune's theme is passed over exactly when its author is told so."""

from __future__ import annotations

from pathlib import Path

import pytest

from chophien.build.blame import broken_words
from chophien.i18n import Say


@pytest.mark.parametrize(("lang", "key", "text", "wrong"), [
    ("vi", "page-number", "trang thứ {page}", ""),
    ("vi", "page-number", "trang", ""),
    ("vi", "page-number", "trang {so}", "so"),
    ("vi", "page-number", "trang {", "{"),
    ("en", "page-number", "leaf {page} of {all}", "all"),
    ("zh", "form.date", "{year}-{month:02}-{day:02}", ""),
    ("zh", "form.date", "{nam}", "nam"),
    ("fr", "form.date", "{day} {name} {year}", ""),
    ("fr", "form.date", "{jour}", "jour"),
    ("fr", "page-number", "feuille {n}", "n"),
    ("en", "product-count.one", "{count} thing", ""),
    ("en", "product-count.one", "{so} thing", "so"),
    ("vi", "menu", "Mục {x}", ""),
    ("vi", "menu", "Mục {", ""),
    ("vi", "loi-chao-rieng", "Chào {ten}", ""),
])  # fmt: skip
def test_a_word_is_passed_over_when_it_is_told_and_only_then(
    tmp_path: Path, lang: str, key: str, text: str, wrong: str
) -> None:
    (tmp_path / f"{lang}.toml").write_text(f'"{key}" = "{text}"\n', encoding="utf-8")
    told = list(broken_words(f"theme/translations/{lang}.toml", {key: text}))
    assert [(item.code, item.values["found"], item.values["wrong"]) for item in told] == (
        [("theme-word-hole", key, wrong)] if wrong else []
    )
    assert (Say(lang, tmp_path).get(key) == text) is (not wrong)
    assert all(item.values["choices"] for item in told)
