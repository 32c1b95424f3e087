"""One unit's files to one record, with every mistake at its line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level, worst
from chophien.model import RECORDS, Record, Words, keys

from .convert import Converter, lines, locate
from .nodes import MOST_BYTES, compose, decode
from .units import Unit

_CLASSIC = re.compile(r"([A-Za-z][A-Za-z_-]*):[ \t]*(.*)")
_CLASSIC_LINE = re.compile(r"([^\W\d][^:]*?)[ \t]*:[ \t]*(.*)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_OPENING = re.compile(r"---[ \t]*\n")
_ALIASES = {"authors": "author", "image": "photos"}
_WITH_CLASSIC_HEADERS = {"news", "page"}


class Read(NamedTuple):
    """
    A record, or nothing beside at least one error, and all that was noted.

    ``node`` is what the record was made of and ``first_line`` how many lines of the file come before
    it; with them ``place`` finds the line of a field. ``values`` are the fields that could be read,
    also where others could not; then ``partly`` is a record of them, the others ``UNREAD``.
    """

    record: Record | None
    found: list[Diagnostic]
    node: yaml.MappingNode | None = None
    first_line: int = 0
    values: dict[str, Any] = {}
    partly: Record | None = None

    def place(self, field: str) -> tuple[int, int]:
        """Return line and column of a field, as near as the file has it."""
        if self.node is None:
            return 1, 1
        line, column = locate(self.node, field)
        return line + self.first_line, column

    def lines(self) -> dict[str, int]:
        """Return the line of every key path that the file has, for ``nearest``."""
        return {path: line + self.first_line for path, line in lines(self.node).items()} if self.node else {"": 1}


class Header(NamedTuple):
    """The header of a Markdown file and where its body starts."""

    node: yaml.MappingNode | None
    body: str
    first_line: int
    found: list[Diagnostic]


def split(text: str, file: str, *, classic: bool) -> Header:
    """
    Split a Markdown file into its header and its body.

    The header is YAML between two ``---`` lines, or (``classic``) Pelican's ``Title: …`` lines up to
    the first empty line.
    """
    opening = _OPENING.match(text)
    if opening:
        end = _CLOSING.search(text, opening.end())
        if end is None:
            return Header(None, "", 0, [Diagnostic("header-not-closed", file=file, line=1, column=1)])
        head = text[opening.end() : end.start()]
        body = text[end.end() + 1 :]
        if not head.strip():
            return Header(None, body, 1, [])
        node, found = compose(head, file, 1)
        return Header(node, body, 1, found)
    if classic and _CLASSIC.match(text):
        return _classic(text, file)
    return Header(None, text, 0, [])


def _classic(text: str, file: str) -> Header:
    pairs: list[tuple[yaml.Node, yaml.Node]] = []
    found: list[Diagnostic] = []
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    for number, line in enumerate(lines[:end]):
        match = _CLASSIC_LINE.fullmatch(line.rstrip())
        if match is None:
            found.append(Diagnostic("header-line-not-read", file=file, line=number + 1, column=1,
                                    values={"found": line.strip()[:40]}))  # fmt: skip
            continue
        name = match[1].lower()
        key = _scalar(name, number, 0)
        at = match.start(2)
        if name == "tags":
            parts = [part.strip() for part in match[2].split(",") if part.strip()]
            value: yaml.Node = yaml.SequenceNode(
                "tag:yaml.org,2002:seq", [_scalar(part, number, at) for part in parts], _mark(number, at)
            )
        else:
            value = _scalar(match[2], number, at)
        pairs.append((key, value))
    node = yaml.MappingNode("tag:yaml.org,2002:map", pairs, _mark(0, 0))
    return Header(node, "\n".join(lines[end:]), 0, found)


def _mark(line: int, column: int) -> yaml.Mark:
    return yaml.Mark("", 0, line, column, None, 0)


def _scalar(text: str, line: int, column: int) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, _mark(line, column))


def _lowered(node: yaml.MappingNode) -> yaml.MappingNode:
    """Read Pelican's capitalised header words as ours."""
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode):
            word = key.value.lower()
            key.value = _ALIASES.get(word, word)
    return node


def read(unit: Unit, contents: Mapping[str, bytes]) -> Read:
    """
    Read one unit.

    Args:
        unit: Its files.
        contents: The bytes of each of them.
    """
    record_type = RECORDS[unit.kind]
    text, found = decode(contents[unit.file], unit.file)
    if worst(found) is Level.ERROR:
        return Read(None, found)
    markdown = not unit.file.endswith((".yaml", ".yml"))
    body = ""
    first = 0
    if markdown:
        header = split(text, unit.file, classic=unit.kind in _WITH_CLASSIC_HEADERS)
        found += header.found
        if header.node is None:
            if not header.found:
                found.append(Diagnostic("header-missing", file=unit.file, line=1, column=1))
            return Read(None, found)
        node, body, first = header.node, header.body.strip(), header.first_line
        if unit.kind in _WITH_CLASSIC_HEADERS:
            node = _lowered(node)
    else:
        composed, more = compose(text, unit.file)
        found += more
        if composed is None:
            return Read(None, found)
        node = composed
    converter = Converter(unit.file, first)
    values = converter.fields(node, record_type)
    found += converter.found
    if "id" in keys(record_type) and values.setdefault("id", unit.id) != unit.id:
        line, column = locate(node, "id")
        given = {"found": str(values["id"]), "wanted": unit.id}
        label = keys(record_type)["id"].vi
        found.append(
            Diagnostic("id-not-the-name", Level.ERROR, unit.file, line + first, column, "id", label, values=given)
        )
    if "body" in values:
        line, column = locate(node, "body")
        label = keys(record_type)["body"].vi
        found.append(Diagnostic("body-in-header", Level.ERROR, unit.file, line + first, column, "body", label))
    if body:
        values["body"] = {"vi": body}
    if unit.kind in _WITH_CLASSIC_HEADERS and isinstance(values.get("title"), dict):
        # Pelican writes a page for each file: a title alone makes no version in a language.
        there = {"vi", *(lang for lang, _ in unit.translations)}
        values["title"] = {lang: text for lang, text in values["title"].items() if lang in there}
    for lang, path in unit.translations:
        found += _translate(values, record_type, unit.kind, lang, path, contents[path])
    if worst(found) is Level.ERROR:
        return Read(None, found, node, first, values, converter.partly(record_type, values))
    return Read(record_type(**values), found, node, first, values)


def _translate(
    values: dict[str, Any], record_type: type, kind: str, lang: str, path: str, raw: bytes
) -> list[Diagnostic]:
    """Add one translation file's texts to the values of the original."""
    text, found = decode(raw, path)
    if worst(found) is Level.ERROR:
        return found
    header = split(text, path, classic=kind in _WITH_CLASSIC_HEADERS)
    found += header.found
    if worst(found) is Level.ERROR:
        return found
    known = keys(record_type)
    if header.node is not None:
        if kind in _WITH_CLASSIC_HEADERS:
            _lowered(header.node)
        converter = Converter(path, header.first_line)
        lines: dict[str, int] = {}
        for key_node, value_node in header.node.value:
            key = known.get(key_node.value) if isinstance(key_node, yaml.ScalarNode) else None
            if key is None:
                converter.fields(yaml.MappingNode("", [(key_node, value_node)], key_node.start_mark), record_type)
                converter.found = [d for d in converter.found if d.code != "missing-key"]
                continue
            if key_node.value in lines:
                first = {"found": key_node.value, "first": str(lines[key_node.value])}
                converter.say(key_node, "yaml-key-twice", key_node.value, key.vi, **first)
                continue
            lines[key_node.value] = key_node.start_mark.line + 1 + header.first_line
            if key_node.value == "body":
                converter.say(key_node, "body-in-header", "body", key.vi)
                continue
            if not isinstance(key.kind, Words):
                converter.say(key_node, "translation-repeats-fact", key_node.value, key.vi)
                continue
            words = converter.translation(value_node, key.kind, lang, key_node.value, key.vi)
            if words is not None:
                values[key_node.value] = {**values.get(key_node.value, {}), lang: words}
        found += converter.found
    title = values.get("title" if "title" in known else "name")
    if title and lang not in title:
        label = known["title" if "title" in known else "name"]
        key_name = "title" if "title" in known else "name"
        found.append(Diagnostic("missing-key", file=path, line=1, column=1, field=key_name, label=label.vi,
                                values={"key": key_name}))  # fmt: skip
    if header.body.strip():
        values["body"] = {**values.get("body", {}), lang: header.body.strip()}
    return found


def contents(root: Path, unit: Unit) -> dict[str, bytes] | Diagnostic:
    """Read the bytes of a unit's files; a file that cannot be opened is a mistake like any other."""
    found: dict[str, bytes] = {}
    for path in (unit.file, *(path for _, path in unit.translations)):
        try:
            with open(f"{root}/{path}", "rb", buffering=0) as file:
                size = os.fstat(file.fileno()).st_size
                if size > MOST_BYTES:  # such a file may not even fit into memory
                    values = {"count": str(size), "most": str(MOST_BYTES)}
                    return Diagnostic("file-too-large", file=path, line=1, column=1, values=values)
                found[path] = file.read()
        except OSError as wrong:
            return Diagnostic("file-not-opened", file=path, values={"found": wrong.strerror or ""})
    return found


def load(root: Path, unit: Unit) -> Read:
    """Read one unit from the commune's folder."""
    found = contents(root, unit)
    return Read(None, [found]) if isinstance(found, Diagnostic) else read(unit, found)


def place_of(root: Path, file: str, field: str) -> tuple[int, int]:
    """Find line and column of a field in a source file; a slow second reading, for messages only."""
    return places_of(root, file, (field,))[field]


def places_of(root: Path, file: str, fields: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Find line and column of several fields of one file, which is read once."""
    wanted = dict.fromkeys(fields, (1, 1))
    try:
        text, _ = decode((root / file).read_bytes(), file)
        first = 0
        if file.endswith((".yaml", ".yml")):
            node, _ = compose(text, file)
        else:
            header = split(text, file, classic=True)
            node, first = header.node and _lowered(header.node), header.first_line
    except OSError:
        return wanted
    if node is None:
        return wanted
    for field in wanted:
        line, column = locate(node, field)
        wanted[field] = line + first, column
    return wanted


def link_place(root: Path, unit: Unit, field: str, target: str, nth: int = 0) -> tuple[str, int, int]:
    """
    Find where a text links to an address; a slow second reading, for messages only.

    Args:
        root: The commune's folder.
        unit: The unit whose text it is.
        field: The text, such as ``body`` or ``description.en``.
        target: The address as it was written.
        nth: How many links of this text to this address come before it.
    Returns:
        File, line and column of the address, or of the text where it is not found.
    """
    name, _, lang = field.partition(".")
    file = dict(unit.translations).get(lang, unit.file)
    line, column = place_of(root, file, field)
    try:
        data = (root / file).read_bytes()
    except OSError:
        return file, line, column
    text, _ = decode(data, file)
    lines = text.split("\n")
    start = sum(len(one) + 1 for one in lines[: line - 1])
    if name == "body":
        start = len(text) - len(split(text, file, classic=unit.kind in _WITH_CLASSIC_HEADERS).body)
    written = re.compile(r"\](?:\(|:)\s*<?(" + re.escape(target) + r")(?=[)>\s]|\Z)")
    at = [match.start(1) for match in written.finditer(text, start)]
    if at:
        index = at[min(nth, len(at) - 1)]
        line, column = _given_place(data, text, index)
    return file, line, column


def text_place(root: Path, unit: Unit, field: str, lang: str, words: str, nth: int = 0) -> tuple[str, int, int]:
    """
    Find where a text has some words; a slow second reading, for messages only.

    Args:
        root: The commune's folder.
        unit: The unit whose text it is.
        field: Key path of the text, such as ``body`` or ``facts[2].value``.
        lang: The text's language.
        words: As the text has them.
        nth: How many equal ones this text has before.
    Returns:
        File, line and column of the words, or of the text where they are not found.
    """
    classic = unit.kind in _WITH_CLASSIC_HEADERS
    file, path = unit.file, f"{field}.{lang}"
    translation = dict(unit.translations).get(lang)
    if translation and (field == "body" or _has(root, translation, field, classic=classic)):
        file, path = translation, field
    line, column = place_of(root, file, path)
    try:
        data = (root / file).read_bytes()
    except OSError:
        return file, line, column
    text, _ = decode(data, file)
    if field == "body":
        start = len(text) - len(split(text, file, classic=classic).body)
    else:
        start = sum(len(one) + 1 for one in text.split("\n")[: line - 1])
    at = [match.start() for match in re.finditer(vi.loose(words), text[start:])]
    if not at:
        return file, line, column
    return file, *_given_place(data, text, start + at[min(nth, len(at) - 1)])


def _given_place(data: bytes, text: str, index: int) -> tuple[int, int]:
    """Return line and column in a file of a place in its text; editors count the signs that reading took out."""
    line, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
    plain_ends = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    given = vi.nfc(plain_ends).split("\n")[line - 1]
    dropped = {at for at, _, kind in vi.hidden_characters(given) if kind == "zero-width"}
    if not dropped:
        return line, column
    kept = [at for at in range(len(given)) if at not in dropped]
    # A sign that kept a letter apart from its mark made one of two: as many as read up to here.
    many = next(n for n in range(1, len(kept) + 1) if len(vi.nfc("".join(given[at] for at in kept[:n]))) >= column)
    return line, kept[many - 1] + 1


def _has(root: Path, file: str, field: str, *, classic: bool) -> bool:
    """Tell whether the header of a translation has a field of its own."""
    try:
        text, _ = decode((root / file).read_bytes(), file)
    except OSError:
        return False
    node = split(text, file, classic=classic).node
    return node is not None and any(str(key.value).lower() == field for key, _ in node.value)


_ENCODER = msgspec.msgpack.Encoder()
_DECODERS: dict[str, msgspec.msgpack.Decoder[Any]] = {}
_LINES = msgspec.msgpack.Decoder(tuple[msgspec.Raw, dict[str, int]])


def pack(record: Record, lines: Mapping[str, int]) -> bytes:
    """Encode a record and the lines of its fields for the store or for another process."""
    return _ENCODER.encode((record, lines))


def unpack(kind: str, packed: bytes) -> Any:
    """Decode the record that was packed."""
    decoder = _DECODERS.get(kind)
    if decoder is None:
        both: Any = tuple[RECORDS[kind], msgspec.Raw]  # type: ignore[valid-type]  # lines are seldom asked for
        decoder = _DECODERS[kind] = msgspec.msgpack.Decoder(both)
    return decoder.decode(packed)[0]


def unpack_lines(packed: bytes) -> dict[str, int]:
    """Decode the lines that were packed."""
    return _LINES.decode(packed)[1]
