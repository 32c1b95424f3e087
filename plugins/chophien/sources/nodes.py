"""
One YAML text to nodes with line and column, or to messages that name the mistake for what it is.

PyYAML's C parser composes nodes only; no value of YAML's own guessing is ever made. Anchors, tags,
deep nesting and large files are refused before anything is composed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level

MOST_BYTES = 400_000
"""No file of a commune is larger; a larger one is a mistake or an attack."""
MOST_DEPTH = 12
MOST_OF_A_KIND = 100
"""How often one file is told the same mistake of form; finding the line of each takes time."""

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
_NBSP = re.compile(r"(?:^[ -]*|(?:^[ -]*|\{[^}\n]*?)\w+:)[\u00a0\u2007\u202f]", re.MULTILINE)
_SMART = re.compile(
    r"""^(?:[^#"'\n]*:|[ ]*-)[ ]+("""
    r"[\u201c\u201d\u201e][^\n\u201c\u201d]*[\u201c\u201d]|[\u2018\u2019][^\n\u2018\u2019]*[\u2018\u2019]|«[^\n»]*»"
    r")[ ]*$",
    re.MULTILINE,
)
_HASH = re.compile(r"^[^#\n\"']*(?::|-)[ ]+[^\s\"'#|>\[{][^\n]*?([ ]#[^\s#][^\n]{0,20})", re.MULTILINE)
_SIGNED = re.compile(r"(?:^ *|[\[{,:?-][ \t]*)[&*!]", re.MULTILINE)
_NESTED = re.compile(r"(?:-[ \t]+){4}|\?[ \t]|^ {26}", re.MULTILINE)
_CODES = (
    ("escape character", "yaml-bad-escape"),
    ("escape code", "yaml-bad-escape"),
    ("hexdecimal number", "yaml-bad-escape"),
    ("quoted scalar", "yaml-unclosed-quote"),
    ("anchor", "yaml-anchor"),
    ("alias", "yaml-anchor"),
    ("block scalar", "yaml-odd-character"),
    ("tag", "yaml-tag"),
    ("directive", "yaml-odd-character"),
    ("incompatible", "yaml-odd-character"),
    ("node content", "yaml-odd-character"),
    ("block sequence entries", "yaml-dash-in-line"),
    ("another document", "yaml-second-document"),
    ("unexpected ':'", "yaml-missing-colon"),
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
)
_AT_OPENING = {"yaml-unclosed-quote", "yaml-unclosed-bracket", "yaml-missing-colon", "yaml-anchor", "yaml-tag"}
"""Mistakes that are better shown where the thing began than where the parser gave up."""
_COLON = re.compile(r":(?:[ \t]|$)")


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
        before = raw[: wrong.start].decode("utf-8-sig")
        line = raw[: raw.find(b"\n", wrong.start) % (len(raw) + 1)].decode("utf-8-sig", "replace").rpartition("\n")[2]
        return "", [_at(before, len(before), file, "file-not-utf8", found=line.strip()[:60])]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found: list[Diagnostic] = []
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            whole = unicodedata.normalize("NFC", text)
            at = next((i for i, (one, other) in enumerate(zip(text, whole, strict=False)) if one != other), len(whole))
            found.append(_at(text, at, file, "text-not-nfc", Level.NOTICE))
            text = whole
        if vi.mojibake(text):
            lines = text.split("\n")
            number = next((n for n, line in enumerate(lines, 1) if vi.mojibake(line)), 1)
            shown = lines[number - 1].strip()[:60]
            found.append(Diagnostic("text-mojibake", file=file, line=number, column=1, values={"found": shown}))
    text, hidden = _cleaned(text, file)
    return text, found + hidden


def _cleaned(text: str, file: str) -> tuple[str, list[Diagnostic]]:
    # ``isprintable`` is a hundred times faster than the search, and nearly always settles it.
    if text.replace("\n", "").isprintable() and "\ufffd" not in text and "\u3164" not in text:
        return text, []
    hidden = [(at, c, kind) for at, c, kind in vi.hidden_characters(text) if kind != "nbsp"]
    dropped = {at for at, _, kind in hidden if kind == "zero-width"}
    found = []
    for at, character, kind in sorted(hidden, key=lambda item: item[2] == "zero-width")[:MOST_OF_A_KIND]:
        code, level = ("hidden-zero-width", Level.NOTICE) if kind == "zero-width" else ("hidden-character", Level.ERROR)
        found.append(_at(text, at, file, code, level, found=f"U+{ord(character):04X}"))
    if dropped:
        # A letter may have been kept apart from its mark.
        text = unicodedata.normalize("NFC", "".join(c for at, c in enumerate(text) if at not in dropped))
    return text, found


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


def _before_parsing(text: str, file: str) -> list[tuple[int, Diagnostic]]:
    """Find what the parser would name wrongly or not at all, with its index in the text."""
    found: list[tuple[int, Diagnostic]] = []

    def note(at: int, code: str, **values: str) -> None:
        found.append((at, _at(text, at, file, code, Level.ERROR, **values)))

    if "\t" in text:
        for m in islice(_TAB.finditer(text), MOST_OF_A_KIND):
            note(m.end() - 1, "yaml-tab", suggestion=_blanks(text, m.start()))
    if not text.isascii():
        if any(space in text for space in "\u00a0\u2007\u202f"):
            for m in islice(_NBSP.finditer(text), MOST_OF_A_KIND):
                note(m.end() - 1, "yaml-nbsp")
        if any(quote in text for quote in "\u201c\u201d\u201e\u2018\u2019«"):
            for m in islice(_SMART.finditer(text), MOST_OF_A_KIND):
                note(m.start(1), "yaml-smart-quote", found=m[1])
    return found


def _blanks(text: str, start: int) -> str:
    """Count the blanks that a line with tabs needs by the line above; nothing where that does not tell."""
    line = text[start:].partition("\n")[0]
    above = [other for other in text[:start].split("\n") if other.strip() and not other.lstrip().startswith("#")]
    # A line of a block text, or one with tabs itself, is no measure.
    if not above or not _COLON.search(above[-1]) or above[-1].lstrip(" ").startswith("\t"):
        return ""
    if line.lstrip().startswith("- ") and not above[-1].rstrip().endswith(":"):
        return ""  # the entry of which list?
    return str(_begin(above[-1]) + (2 if above[-1].rstrip().endswith(":") else 0) or "")


def _walk(node: yaml.Node) -> Iterator[yaml.Node]:
    """List the nodes below a node, each after the node that holds it."""
    rest = [node]
    while rest:
        here = rest.pop()
        yield here
        if isinstance(here, yaml.MappingNode):
            for key, value in reversed(here.value):
                rest += (value, key)
        elif isinstance(here, yaml.SequenceNode):
            rest.extend(reversed(here.value))


def _texts(text: str) -> list[tuple[int, int]]:
    """Return where quoted texts and block texts begin and end; nothing when the whole cannot be composed."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        return []
    if node is None:
        return []
    spans = []
    for here in _walk(node):
        if here.start_mark.index < len(text) and text[here.start_mark.index] in "&*!":
            return []  # an alias may lead round in a circle
        if isinstance(here, yaml.ScalarNode) and here.style:  # the C parser says "" for a plain one
            spans.append((here.start_mark.index, here.end_mark.index))
    return spans


def _outside_texts(found: list[tuple[int, Diagnostic]], text: str) -> list[Diagnostic]:
    """Leave out what stands inside a quoted text or a block text, where it is a letter like any other."""
    spans = _texts(text)
    return [item for at, item in found if not any(start <= at < end for start, end in spans)]


def _nested(text: str) -> bool:
    """Tell whether a text may be nested so deeply that composing it is dangerous; cheap signs first."""
    if text.count("[") + text.count("{") > 60:
        return True
    signs = "? " in text or "?\t" in text or "- - -" in text or "-  " in text or "-\t" in text or _DEEP in text
    return signs and _NESTED.search(text) is not None


_DEEP = "\n" + " " * 26


def _structure(text: str, file: str) -> list[Diagnostic]:
    """Walk the parser's events, which never recurse, for what must not be composed."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_EventLoader):
            mark: Any = event.start_mark
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return [Diagnostic("yaml-anchor", file=file, line=mark.line + 1, column=mark.column + 1)]
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MOST_DEPTH:
                    return [Diagnostic("yaml-too-deep", file=file, line=mark.line + 1, column=mark.column + 1)]
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as wrong:
        return [_syntax(wrong, text, file)]
    return []


def _signs(node: yaml.Node, text: str, file: str) -> list[Diagnostic]:
    """Find the first anchor or tag: a node that is not quoted and begins with its sign."""
    for here in _walk(node):
        at = here.start_mark.index
        sign = text[at] if at < len(text) else ""
        if sign and sign in "&*!":
            return [_at(text, at, file, "yaml-tag" if sign == "!" else "yaml-anchor")]
    return []


def _escaped(node: yaml.Node, file: str) -> list[Diagnostic]:
    """Find hidden characters written as escapes, such as ``"\\u202e"``."""
    found = []
    for here in _walk(node):
        if isinstance(here, yaml.ScalarNode) and here.style == '"' and not here.value.isprintable():
            for _, character, kind in vi.hidden_characters(here.value):
                if kind != "nbsp":
                    mark = here.start_mark
                    values = {"found": f"U+{ord(character):04X}"}
                    found.append(
                        Diagnostic(
                            "hidden-character", file=file, line=mark.line + 1, column=mark.column + 1, values=values
                        )
                    )
                    break
    return found


def _syntax(wrong: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    said = str(wrong)
    code = next((code for words, code in _CODES if words in said), "yaml-not-readable")
    problem = getattr(wrong, "problem_mark", None)
    context = getattr(wrong, "context_mark", None)
    mark = context if code in _AT_OPENING and context else problem or context
    values = {"found": str(getattr(wrong, "problem", "") or "")}
    if mark is None:
        return Diagnostic(code, file=file, line=1, column=1, values=values)
    line, column = mark.line, mark.column
    lines = text.split("\n")
    if code == "yaml-second-colon":
        code, line, column = _colon(lines, line, column)
    elif code == "yaml-indentation" and "expected key" in said:
        code, line, column = _quote(lines, line, column)
    elif code == "yaml-odd-character" and not "".join(lines[line:]).strip():
        opened = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].rstrip().endswith(("[", "{"))), None)
        if opened is not None:  # the text ends where a list should go on
            code, line, column = "yaml-unclosed-bracket", opened, len(lines[opened].rstrip()) - 1
    elif code == "yaml-not-readable" and re.search(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text):
        code = "yaml-second-document"
    return Diagnostic(code, file=file, line=line + 1, column=column + 1, values=values)


def _begin(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _colon(lines: list[str], line: int, column: int) -> tuple[str, int, int]:
    """Tell why a colon is one too many: two in a line, none in the line before, or a line too far in."""
    if _COLON.search(lines[line][:column]):
        return "yaml-second-colon", line, column
    before = line - 1
    while before > 0 and (not lines[before].strip() or lines[before].lstrip().startswith("#")):
        before -= 1
    if before >= 0 and not _COLON.search(lines[before]):
        return "yaml-missing-colon", before, _begin(lines[before])
    return "yaml-indentation", line, _begin(lines[line])


def _quote(lines: list[str], line: int, column: int) -> tuple[str, int, int]:
    """Tell a line with words after a closed quote from one that is only indented wrongly."""
    before = lines[line][:column].rstrip()
    sign = before[-1:]
    if sign not in {'"', "'"}:
        return "yaml-indentation", line, column
    if before.count(sign) % 2:
        opened = next((n for n in range(line - 1, -1, -1) if lines[n].count(sign) % 2), None)
        if opened is not None:
            return "yaml-unclosed-quote", opened, lines[opened].rindex(sign)
    return "yaml-after-quote", line, column


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
    if _nested(text):
        found = _structure(text, file)
        if found:
            return None, _shifted(found, first_line)
    suspects = _before_parsing(text, file)
    if suspects:
        found = _outside_texts(suspects, text)
        if found:
            return None, _shifted(found, first_line)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as wrong:
        return None, _shifted([_syntax(wrong, text, file)], first_line)
    if node is None:
        return None, [Diagnostic("file-empty", file=file, line=first_line + 1, column=1)]
    if ("*" in text or "&" in text or "!" in text) and _SIGNED.search(text):
        found = _signs(node, text, file)
        if found:
            return None, _shifted(found, first_line)
    if not isinstance(node, yaml.MappingNode):
        return None, [Diagnostic("yaml-not-a-mapping", file=file, line=first_line + 1, column=1)]
    found = []
    if "\\" in text and '"' in text:
        found = _escaped(node, file)
        if found:
            return None, _shifted(found, first_line)
    if " #" in text:
        cut = [
            (m.start(1), _at(text, m.start(1), file, "yaml-hash-cuts-value", Level.WARNING, found=m[1].strip()))
            for m in islice(_HASH.finditer(text), MOST_OF_A_KIND)
        ]
        found = _outside_texts(cut, text) if cut else []
    return node, _shifted(found, first_line)
