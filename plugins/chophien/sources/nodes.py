"""
One YAML text to nodes with line and column, or to messages that name the mistake for what it is.

PyYAML's C parser composes nodes only; no value of YAML's own guessing is ever made. Anchors, tags,
deep nesting and large files are refused before anything is composed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level

MOST_BYTES = 400_000
"""No file of a commune is larger; a larger one is a mistake or an attack."""
MOST_DEPTH = 12

_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Composes without resolving: every scalar is a text, and only written tags are told from it."""

    def resolve(self, kind: type, value: object, implicit: object) -> str:
        return _STR

    def descend_resolver(self, node: object, index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


_STR = "tag:yaml.org,2002:str"
_EventLoader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_NBSP = re.compile(r"^[ -]*[\u00a0\u2007\u202f]|:[\u00a0\u2007\u202f]", re.MULTILINE)
_SMART = re.compile(r"""^(?:[^#"'\n]*:|[ ]*-)[ ]+([\u201c\u201d\u201e\u2018\u2019«][^\n]*[\u201c\u201d\u2018\u2019»])[ ]*$""", re.MULTILINE)
_HASH = re.compile(r"^[^#\n\"']*:[ ]+[^\s\"'#|>\[{][^\n]*?([ ]#[^\s#])", re.MULTILINE)
_RISKY = re.compile(r"(?:^|[\s\[{,:-])[&*!][^\s]|(?:- ){4}|\? |^ {26}", re.MULTILINE)
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\ue000-\uf8ff"
    "\U000e0000-\U000e007f]"
)
_CODES = (
    ("quoted scalar", "yaml-unclosed-quote"),
    ("mapping values are not allowed", "yaml-second-colon"),
    ("could not find expected ':'", "yaml-missing-colon"),
    ("did not find expected key", "yaml-indentation"),
    ("did not find expected '-' indicator", "yaml-indentation"),
    ("block mapping", "yaml-indentation"),
    ("block collection", "yaml-indentation"),
    ("flow sequence", "yaml-unclosed-bracket"),
    ("flow mapping", "yaml-unclosed-bracket"),
    ("expected ',' or", "yaml-unclosed-bracket"),
    ("cannot start any token", "yaml-odd-character"),
    ("escape character", "yaml-bad-escape"),
    ("escape sequence", "yaml-bad-escape"),
)


def decode(raw: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    """
    Decode a source file as UTF-8 and bring it to NFC with plain line ends.

    Returns:
        The text and what is wrong with it; with an error in the list the text is not usable.
    """
    if len(raw) > MOST_BYTES:
        return "", [_whole(file, "file-too-large", count=str(len(raw)), most=str(MOST_BYTES))]
    if not raw.strip(b" \t\r\n\xef\xbb\xbf"):
        return "", [_whole(file, "file-empty")]
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in raw[:64]:
        return "", [_whole(file, "file-utf16")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        before = raw[: wrong.start]
        line = before.count(b"\n") + 1
        return "", [Diagnostic("file-not-utf8", file=file, line=line)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found: list[Diagnostic] = []
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            at = next(i for i, c in enumerate(text) if unicodedata.combining(c))
            found.append(_at(text, at, file, "text-not-nfc", Level.NOTICE))
            text = unicodedata.normalize("NFC", text)
        if vi.mojibake(text):
            found.append(_whole(file, "text-mojibake"))
    text, hidden = _cleaned(text, file)
    return text, found + hidden


def _cleaned(text: str, file: str) -> tuple[str, list[Diagnostic]]:
    # ``isprintable`` is a hundred times faster than the search, and nearly always settles it.
    if (text.replace("\n", "").isprintable() and "\ufffd" not in text) or not _HIDDEN.search(text):
        return text, []
    found = []
    for at, character, kind in vi.hidden_characters(text):
        if kind == "nbsp":
            continue
        level = Level.NOTICE if kind == "zero-width" else Level.ERROR
        code = "hidden-zero-width" if kind == "zero-width" else "hidden-character"
        found.append(_at(text, at, file, code, level, found=f"U+{ord(character):04X}"))
    return "".join(c for c in text if c not in "\u200b\u2060\ufeff"), found[:20]


def _whole(file: str, code: str, level: Level = Level.ERROR, **values: str) -> Diagnostic:
    return Diagnostic(code, level, file, 1, 1, values=values)


def _at(text: str, index: int, file: str, code: str, level: Level = Level.ERROR, **values: str) -> Diagnostic:
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Diagnostic(code, level, file, line, column, values=values)


def _shifted(found: list[Diagnostic], lines: int) -> list[Diagnostic]:
    if not lines:
        return found
    return [Diagnostic(d.code, d.level, d.file, d.line + lines, d.column, d.field, d.label, d.values) for d in found]


def _before_parsing(text: str, file: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    if "\t" in text:
        found += [_at(text, m.end() - 1, file, "yaml-tab") for m in _TAB.finditer(text)]
    if not text.isascii():
        if any(space in text for space in "\u00a0\u2007\u202f"):
            found += [_at(text, m.end() - 1, file, "yaml-nbsp") for m in _NBSP.finditer(text)]
        if any(quote in text for quote in "\u201c\u201d\u201e\u2018\u2019«"):
            for m in _SMART.finditer(text):
                found.append(_at(text, m.start(1), file, "yaml-smart-quote", found=m[1]))
    return found


def _risky(text: str) -> bool:
    """Tell whether a text may hold anchors, tags or deep nesting; cheap signs before the search."""
    if text.count("[") + text.count("{") > 60:
        return True
    signs = ("&" in text or "*" in text or "!" in text or "? " in text or "- - - -" in text or _DEEP in text)
    return signs and _RISKY.search(text) is not None


_DEEP = "\n" + " " * 26


def _structure(text: str, file: str) -> list[Diagnostic]:
    """Walk the parser's events, which never recurse, for what must not be composed."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_EventLoader):
            mark = event.start_mark
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return [Diagnostic("yaml-anchor", file=file, line=mark.line + 1, column=mark.column + 1)]
            if getattr(event, "tag", None):
                return [Diagnostic("yaml-tag", file=file, line=mark.line + 1, column=mark.column + 1)]
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MOST_DEPTH:
                    return [Diagnostic("yaml-too-deep", file=file, line=mark.line + 1, column=mark.column + 1)]
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as wrong:
        return [_syntax(wrong, file)]
    return []


def _syntax(wrong: yaml.YAMLError, file: str) -> Diagnostic:
    said = str(wrong)
    code = next((code for words, code in _CODES if words in said), "yaml-not-readable")
    problem = getattr(wrong, "problem_mark", None)
    context = getattr(wrong, "context_mark", None)
    mark = context if code in {"yaml-unclosed-quote", "yaml-unclosed-bracket"} and context else problem or context
    values = {"found": str(getattr(wrong, "problem", "") or "")}
    if mark is None:
        return Diagnostic(code, file=file, line=1, column=1, values=values)
    return Diagnostic(code, file=file, line=mark.line + 1, column=mark.column + 1, values=values)


def compose(text: str, file: str, first_line: int = 0) -> tuple[yaml.MappingNode | None, list[Diagnostic]]:
    """
    Compose the mapping of one YAML text.

    Args:
        text: What ``decode`` returned, or the header part of it.
        file: Path for messages.
        first_line: How many lines of the file come before the text.
    Returns:
        The mapping's node, or nothing beside at least one error.
    """
    found = _before_parsing(text, file)
    if found:
        return None, _shifted(found, first_line)
    if _risky(text):
        found = _structure(text, file)
        if found:
            return None, _shifted(found, first_line)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as wrong:
        return None, _shifted([_syntax(wrong, file)], first_line)
    if node is None:
        return None, [Diagnostic("file-empty", file=file, line=first_line + 1, column=1)]
    if not isinstance(node, yaml.MappingNode):
        return None, [Diagnostic("yaml-not-a-mapping", file=file, line=first_line + 1, column=1)]
    if " #" in text:
        for m in _HASH.finditer(text):
            found.append(_at(text, m.start(1), file, "yaml-hash-cuts-value", Level.WARNING, found=m[1].strip()))
    return node, _shifted(found, first_line)
