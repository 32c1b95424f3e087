"""Messages to authors: whole in two languages, all in use, in words a clerk understands."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

import chophien
from chophien.i18n import messages
from chophien.model import claims
from chophien.text.vietqr import REASONS

PACKAGE = Path(chophien.__file__).parent
FILES = {lang: PACKAGE / "i18n" / "messages" / f"{lang}.toml" for lang in ("vi", "en")}
RAW = {lang: tomllib.loads(path.read_text("utf-8")) for lang, path in FILES.items()}
MADE_OF_PARTS = {
    "gtin-not-digits", "gtin-length", "gtin-check-digit", "gtin-in-store", "gtin-coupon",
    *(f"vietqr-{reason}" for reason in REASONS if reason != "empty"),
}  # fmt: skip
"""Codes that the source puts together; ``tests/sources`` raises each."""


def holes(entry: dict[str, str]) -> set[str]:
    parsed = string.Formatter().parse(entry["text"] + "\n" + entry.get("hint", ""))
    found = {(name, spec, conversion) for _, name, spec, conversion in parsed if name is not None}
    assert all(name.isidentifier() and not spec and not conversion for name, spec, conversion in found)
    return {name for name, _, _ in found}


def test_both_languages_have_the_same_codes_in_the_same_order() -> None:
    assert list(RAW["vi"]) == list(RAW["en"])


@pytest.mark.parametrize("code", sorted(RAW["vi"]))
def test_a_message_has_the_same_holes_in_both_languages(code: str) -> None:
    assert holes(RAW["vi"][code]) == holes(RAW["en"][code])


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", sorted(RAW["vi"]))
def test_a_message_says_what_is_wrong_and_what_to_write(code: str, lang: str) -> None:
    entry = RAW[lang][code]
    assert set(entry) == {"text", "hint"}
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    for words in entry.values():
        assert words == words.strip()
        assert words
        assert "  ." not in words
        assert words[-1] in ".?}…”/" or words.endswith("{found}"), words


def test_codes_are_unique_in_their_file() -> None:
    for path in FILES.values():
        found = re.findall(r"^\[([^\]]+)\]", path.read_text("utf-8"), re.MULTILINE)
        assert len(found) == len(set(found))


def test_no_code_is_unused_and_every_code_has_words() -> None:
    sources = "\n".join(
        path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")) if "scaffold" not in path.parts
    )
    quoted = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', sources)) | MADE_OF_PARTS
    quoted |= {claim.family for claim in claims().values()}
    unused = {code for code in RAW["vi"] if code not in quoted and code.removesuffix("-no-idea") not in quoted}
    assert unused == set()
    raised = set(re.findall(r'\b(?:Diagnostic|Refused|PhotoError|rule)\(\s*"([a-z0-9-]+)"', sources)) - {"gtin-"}
    readers = "\n".join(path.read_text("utf-8") for path in sorted((PACKAGE / "sources").glob("*.py")))
    raised |= set(re.findall(r'\b(?:say|note|_at|_whole)\([^"()]*(?:\(text\)[^"]*)?"([a-z0-9-]+)"', readers))
    assert len(raised) > 90
    assert raised - set(RAW["vi"]) == set()


def test_words_that_only_programmers_know_are_not_in_vietnamese_messages() -> None:
    jargon = re.compile(
        r"\b(parse|string|integer|boolean|null|list|dict|array|object|invalid|error|exception|float)\b", re.IGNORECASE
    )
    found = [code for code, entry in RAW["vi"].items() if jargon.search(entry["text"] + " " + entry["hint"])]
    assert found == []


def test_what_a_hint_shows_is_right_yaml() -> None:
    """A clerk copies what stands after «Thêm» as it is."""
    from chophien.diagnostics import Diagnostic, Sentences, sentence
    from chophien.sources import compose

    tried = 0
    for code, entry in RAW["vi"].items():
        _, hint = sentence(Diagnostic(code, values={"consent": "phone", "found": "x"}), {code: Sentences(**entry)})
        for line in re.findall(
            r"(?:Thêm|Viết|lịch|Ghi|ghi)(?: dòng| vào mục của ảnh:)?  ?([a-z_]+: [\[{].*?[\]}])(?=[ .,;]|$)", hint
        ):
            tried += 1
            node, found = compose(line, "x.yaml")
            assert found == [], f"{code}: {line}"
            assert node is not None
    assert tried >= 8


def test_a_language_without_messages_speaks_vietnamese() -> None:
    assert messages("nut") == messages("vi")
    assert messages("en")["file-empty"] != messages("vi")["file-empty"]
