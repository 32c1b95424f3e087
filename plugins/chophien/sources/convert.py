"""YAML nodes to records: each scalar read by its field's type, every mistake of a file in one pass."""

from __future__ import annotations

import functools
from typing import Any

import yaml

from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level
from chophien.model import Key, Kind, Many, Refused, Scalar, Words, keys

_ABSENT = {"", "~", "null"}
_STR = "tag:yaml.org,2002:str"


@functools.lru_cache(maxsize=64)
def _required(record: type) -> tuple[str, ...]:
    return tuple(name for name, key in keys(record).items() if key.required)


class Converter:
    """Converts the nodes of one file; its mistakes gather in ``found``."""

    __slots__ = ("file", "found", "lines")

    def __init__(self, file: str, first_line: int = 0) -> None:
        self.file = file
        self.lines = first_line
        self.found: list[Diagnostic] = []

    def say(
        self, node: yaml.Node, code: str, path: str, label: str, level: Level = Level.ERROR, **values: str
    ) -> None:
        """Note one mistake at a node."""
        mark = node.start_mark
        self.found.append(
            Diagnostic(code, level, self.file, mark.line + 1 + self.lines, mark.column + 1, path, label, values)
        )

    def fields(self, node: yaml.MappingNode, record: type, path: str = "", label: str = "") -> dict[str, Any]:
        """Convert the pairs of a mapping to the fields of a record, without making the record."""
        known = keys(record)
        values: dict[str, Any] = {}
        seen: dict[str, yaml.Node] = {}
        meant: set[str] = set()
        for key_node, value_node in node.value:
            name = key_node.value
            if key_node.__class__ is not yaml.ScalarNode:
                self.say(key_node, "yaml-key-not-text", path, label)
                continue
            key = known.get(name)
            at = f"{path}.{name}" if path else name
            if key is None:
                meant.add(self._unknown(key_node, name, known, at))
                continue
            if name in seen:
                first = seen[name].start_mark.line + 1 + self.lines
                self.say(key_node, "yaml-key-twice", at, key.vi, found=name, first=str(first))
                continue
            seen[name] = key_node
            if value_node.__class__ is yaml.ScalarNode and value_node.style is None and value_node.value in _ABSENT:
                continue
            value = self.value(value_node, key.kind, at, key.vi)
            if value is not None:
                values[name] = value
            else:
                meant.add(name)
        for name in _required(record):
            if name not in values and name not in meant:
                key = known[name]
                at = f"{path}.{name}" if path else name
                self.say(node, "missing-key", at, key.vi, key=name)
        return values

    def _unknown(self, node: yaml.ScalarNode, name: str, known: dict[str, Key], at: str) -> str:
        labels = {key.vi: word for word, key in known.items()}
        near = vi.nearest(name, (*known, *labels))
        word = labels.get(near, near) if near else ""
        code = "unknown-key" if word else "unknown-key-no-idea"
        shown = f"{word} ({known[word].vi})" if word else ""
        listed = ", ".join(known)
        self.say(node, code, at, "", found=name, suggestion=shown, known=listed)
        return word or ""

    def part(self, node: yaml.Node, record: type, path: str, label: str) -> Any:
        """Convert a mapping to a record, or note what is wrong and return nothing."""
        if node.__class__ is not yaml.MappingNode:
            wanted = ", ".join(_required(record) or keys(record))
            self.say(node, "expected-mapping", path, label, found=_shown(node), keys=wanted)
            return None
        before = len(self.found)
        values = self.fields(node, record, path, label)
        if any(d.level is Level.ERROR for d in self.found[before:]):
            return None
        return record(**values)

    def value(self, node: yaml.Node, kind: Kind, path: str, label: str) -> Any:
        """Convert one node by its field type; nothing when it was refused."""
        if kind.__class__ is Scalar:
            return self._scalar(node, kind, path, label)  # type: ignore[arg-type]
        if kind.__class__ is Words:
            return self._words(node, kind, path, label)  # type: ignore[arg-type]
        if kind.__class__ is Many:
            return self._many(node, kind, path, label)  # type: ignore[arg-type]
        return self.part(node, kind.record(), path, label)  # type: ignore[union-attr]

    def _scalar(self, node: yaml.Node, kind: Scalar, path: str, label: str) -> Any:
        if node.__class__ is not yaml.ScalarNode:
            self.say(node, "expected-text", path, label, found=_shown(node))
            return None
        if node.tag != _STR:
            self.say(node, "yaml-tag", path, label)
            return None
        try:
            return kind.read(node.value.strip())
        except Refused as wrong:
            self.say(node, wrong.code, path, label, **wrong.values)
            return None

    def _text(self, node: yaml.Node, kind: Words, path: str, label: str) -> str | None:
        if node.__class__ is not yaml.ScalarNode:
            self.say(node, "expected-text", path, label, found=_shown(node))
            return None
        if node.tag != _STR:
            self.say(node, "yaml-tag", path, label)
            return None
        text: str = node.value.strip() if kind.markdown else " ".join(node.value.split())
        count = len(text)
        if count < kind.least:
            self.say(node, "text-too-short", path, label, found=text, count=str(count), least=str(kind.least))
            return None
        if count > kind.most:
            shown = text[:40] + "…"
            self.say(node, "text-too-long", path, label, found=shown, count=str(count), most=str(kind.most))
            return None
        return text

    def _words(self, node: yaml.Node, kind: Words, path: str, label: str) -> dict[str, str] | None:
        if node.__class__ is not yaml.MappingNode:
            text = self._text(node, kind, path, label)
            return None if text is None else {"vi": text}
        phrase: dict[str, str] = {}
        bad = False
        for key_node, value_node in node.value:
            lang = key_node.value if key_node.__class__ is yaml.ScalarNode else ""
            if not isinstance(lang, str) or not 2 <= len(lang.split("-")[0]) <= 3 or not lang.isascii():
                self.say(key_node, "language-not-a-tag", f"{path}.{lang}", label, found=str(lang))
                bad = True
                continue
            if lang in phrase:
                self.say(key_node, "yaml-key-twice", f"{path}.{lang}", label, found=lang, first="")
                bad = True
                continue
            if value_node.__class__ is yaml.ScalarNode and value_node.style is None and value_node.value in _ABSENT:
                continue
            text = self._text(value_node, kind, f"{path}.{lang}", label)
            if text is None:
                bad = True
            else:
                phrase[lang] = text
        if bad:
            return None
        if "vi" not in phrase:
            self.say(node, "words-without-vietnamese", path, label)
            return None
        return phrase

    def _many(self, node: yaml.Node, kind: Many, path: str, label: str) -> tuple[Any, ...] | None:
        items = node.value if node.__class__ is yaml.SequenceNode else [node]
        if not kind.least <= len(items) <= kind.most:
            code = "list-too-short" if len(items) < kind.least else "list-too-long"
            self.say(node, code, path, label, count=str(len(items)), least=str(kind.least), most=str(kind.most))
            return None
        values = []
        bad = False
        for number, item in enumerate(items, 1):
            value = self.value(item, kind.item, f"{path}[{number}]", label)
            if value is None:
                bad = True
            else:
                values.append(value)
        return None if bad else tuple(values)


def _shown(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)[:40]
    return "danh sách" if isinstance(node, yaml.SequenceNode) else "nhóm mục"


def locate(node: yaml.MappingNode, path: str) -> tuple[int, int]:
    """
    Find the line and column of a key path such as ``variants[2].price`` in a composed file.

    Returns:
        Line and column from 1 of the deepest part of the path that exists.
    """
    here: yaml.Node = node
    mark = node.start_mark
    for step in path.replace("[", ".[").split("."):
        if not step:
            continue
        if step.startswith("["):
            number = int(step[1:-1]) - 1
            if isinstance(here, yaml.SequenceNode) and number < len(here.value):
                here = here.value[number]
                mark = here.start_mark
            continue
        if not isinstance(here, yaml.MappingNode):
            break
        match = next(((k, v) for k, v in here.value if k.value == step), None)
        if match is None:
            break
        here = match[1]
        mark = here.start_mark if isinstance(here, yaml.ScalarNode) else match[0].start_mark
    return mark.line + 1, mark.column + 1


__all__ = ["Converter", "locate"]
