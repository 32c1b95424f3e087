"""YAML nodes to records: each scalar read by its field's type, every mistake of a file in one pass."""

from __future__ import annotations

import contextlib
import functools
import re
from collections.abc import Callable
from typing import Any

import msgspec
import yaml

from chophien import text as vi
from chophien.diagnostics import Diagnostic, Level
from chophien.model import UNREAD, Key, Kind, Many, Part, Refused, Scalar, Variant, Words, keys

_ABSENT = {"", "~", "null"}
MOST_GUESSES = 50
"""How many unknown keys of one file are compared with the right ones; the comparison is slow."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_STR = "tag:yaml.org,2002:str"


@functools.lru_cache(maxsize=64)
def _required(record: type) -> tuple[str, ...]:
    return tuple(name for name, key in keys(record).items() if key.required)


class Converter:
    """Converts the nodes of one file; its mistakes gather in ``found``."""

    __slots__ = ("_partly", "_unread", "file", "found", "guesses", "lines")

    def __init__(self, file: str, first_line: int = 0) -> None:
        self.file = file
        self.lines = first_line
        self.found: list[Diagnostic] = []
        self.guesses = 0
        self._unread: dict[str, set[str]] = {}
        self._partly: dict[str, Any] = {}

    def say(self, node: yaml.Node, code: str, path: str, label: str, level: Level = Level.ERROR, **values: str) -> None:
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
                if word := self._unknown(key_node, name, known, at):
                    meant.add(word)
                continue
            if name in seen:
                first = seen[name].start_mark.line + 1 + self.lines
                self.say(key_node, "yaml-key-twice", at, key.vi, found=name, first=str(first))
                continue
            seen[name] = key_node
            if value_node.__class__ is yaml.ScalarNode and not value_node.style and value_node.value in _ABSENT:
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
        if meant:
            self._unread[path] = meant
        return values

    def partly(self, record: type, values: dict[str, Any], path: str = "") -> Any:
        """
        Make a record with mistakes, for rules that look at its other fields.

        Args:
            record: Its type.
            values: Its fields that could be read; the others are ``UNREAD``, or records of this kind where they hold
                records.
            path: Where it stands in the file.
        """
        unread = {*self._unread.get(path, ()), *_required(record)} - values.keys()
        inner = {name: self._partly.get(f"{path}.{name}" if path else name, UNREAD) for name in unread}
        return record(**values, **inner)

    def _unknown(self, node: yaml.ScalarNode, name: str, known: dict[str, Key], at: str) -> str:
        """Say of a key that there is none, and return the one beside it that is meant, if any."""
        word, shown = "", ""
        outer: dict[str, str] = {}
        self.guesses += 1
        if self.guesses <= MOST_GUESSES:
            inner = {outer: within for outer, key in known.items() if (within := _within(key.kind))}
            # A right key one level too high is more likely than another key that looks like it.
            outer = _deeper(name, known, inner)
            if not outer and (word := _meant(name, known)):
                shown = f"{word} ({known[word].vi})"
            elif not outer:
                guess = _meant(name, {key: kind for within in inner.values() for key, kind in within.items()})
                outer = _deeper(guess, known, inner)
            shown = shown or " / ".join(outer.values())
        code = "unknown-key" if shown else "unknown-key-no-idea"
        self.say(node, code, at, "", found=name, suggestion=shown, known=", ".join(known), holders=",".join(outer))
        return word

    def part(
        self,
        node: yaml.Node,
        record: type,
        path: str,
        label: str,
        meant: Callable[[str], str] | None = None,
    ) -> Any:
        """Convert a mapping to a record, or note what is wrong and return nothing; ``meant`` is that of ``Part``."""
        if node.__class__ is not yaml.MappingNode:
            name = path.rpartition(".")[2]
            if meant is not None and (keys_meant := meant(_flat(node))):
                self.say(node, "keys-in-short", path, label, found=_flat(node), suggestion=f"{name}: {keys_meant}")
                return None
            wanted = ", ".join(_required(record) or keys(record))
            code = "keys-not-text" if node.__class__ is yaml.ScalarNode else "keys-not-list"
            self.say(node, code, path, label, found=str(node.value)[:40], keys=wanted)
            return None
        before = len(self.found)
        values = self.fields(node, record, path, label)
        if record is Variant:
            self._prices_of_units(before, f"{path}.", values.get("net"))
        if any(d.level is Level.ERROR for d in self.found[before:]):
            self._partly[path] = self.partly(record, values, path)
            return None
        return record(**values)

    def _prices_of_units(self, since: int, path: str, net: vi.Quantity | None) -> None:
        """Say of prices such as 150.000/kg that a price is a variant's, unless the variant is just that much."""
        for number, item in enumerate(self.found[since:], since):
            per = item.values.get("per")
            if item.code != "price-shorthand" or not per or item.field not in {f"{path}price", f"{path}sale.price"}:
                continue
            with contextlib.suppress(vi.NotQuantity):
                if net is not None and vi.as_much(net, vi.read_quantity(f"1 {per}")):
                    continue
            pack = "" if net is None else vi.write_quantity(net, "vi").replace("\u00a0", " ")
            values = {"found": item.values["found"], "per": per, "suggestion": pack}
            self.found[number] = msgspec.structs.replace(item, code="price-per-unit", values=values)

    def value(self, node: yaml.Node, kind: Kind, path: str, label: str) -> Any:
        """Convert one node by its field type; nothing when it was refused."""
        if kind.__class__ is Scalar:
            return self._scalar(node, kind, path, label)
        if kind.__class__ is Words:
            return self._words(node, kind, path, label)
        if kind.__class__ is Many:
            return self._many(node, kind, path, label)
        return self.part(node, kind.record(), path, label, kind.meant)  # type: ignore[union-attr]

    def _scalar(self, node: yaml.Node, kind: Scalar, path: str, label: str) -> Any:
        if node.__class__ is not yaml.ScalarNode:
            self._not_text(node, path, label)
            return None
        text = node.value.strip()
        try:
            return kind.read(text)
        except Refused as wrong:
            if text:
                self.say(node, wrong.code, path, label, Level.ERROR, **wrong.values)
            else:
                self.say(node, "value-empty", path, label)
            return None

    def _not_text(self, node: yaml.Node, path: str, label: str) -> None:
        self.say(node, "text-not-list" if node.__class__ is yaml.SequenceNode else "text-not-keys", path, label)

    def _text(self, node: yaml.Node, kind: Words, path: str, label: str, lang: str = "vi") -> str | None:
        # A Chinese name is as long as it is; the least length asks for enough Vietnamese.
        least = kind.least if lang == "vi" else min(1, kind.least)
        if node.__class__ is not yaml.ScalarNode:
            self._not_text(node, path, label)
            return None
        text: str = node.value.strip() if kind.markdown else " ".join(node.value.split())
        count = len(text)
        if not text and least:
            self.say(node, "value-empty", path, label)
            return None
        if count < least:
            self.say(node, "text-too-short", path, label, found=text, count=str(count), least=str(least))
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
        lines: dict[str, int] = {}
        bad = False
        for key_node, value_node in node.value:
            lang = key_node.value if key_node.__class__ is yaml.ScalarNode else ""
            if lang not in _USUAL and not _LANGUAGE.fullmatch(lang):
                self.say(key_node, "language-not-a-tag", f"{path}.{lang}", label, found=lang)
                bad = True
                continue
            if lang in lines:
                self.say(key_node, "yaml-key-twice", f"{path}.{lang}", label, found=lang, first=str(lines[lang]))
                bad = True
                continue
            lines[lang] = key_node.start_mark.line + 1 + self.lines
            if value_node.__class__ is yaml.ScalarNode and not value_node.style and value_node.value in _ABSENT:
                continue
            text = self._text(value_node, kind, f"{path}.{lang}", label, lang)
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

    def translation(self, node: yaml.Node, kind: Words, lang: str, path: str, label: str) -> str | None:
        """Convert a text of a translation file; one that names its languages gives its own."""
        if node.__class__ is not yaml.MappingNode:
            return self._text(node, kind, path, label, lang)
        phrase = self._words(node, kind, path, label)
        return None if phrase is None else phrase.get(lang, phrase["vi"])

    def _many(self, node: yaml.Node, kind: Many, path: str, label: str) -> tuple[Any, ...] | None:
        items = node.value if node.__class__ is yaml.SequenceNode else [node]
        if not kind.least <= len(items) <= kind.most:
            code = "list-too-short" if len(items) < kind.least else "list-too-long"
            self.say(node, code, path, label, count=str(len(items)), least=str(kind.least), most=str(kind.most))
            return None
        values = []
        bad = False
        for number, item in enumerate(items, 1):
            at = f"{path}[{number}]"
            value = self.value(item, kind.item, at, label)
            if value is None:
                bad = True
                value = self._partly.get(at, UNREAD)
            values.append(value)
        if bad:
            self._partly[path] = tuple(values)
            return None
        return tuple(values)


_USUAL = {"vi", "en"}


def _flat(node: yaml.Node) -> str:
    """Write a text, or the texts of a list, as one line."""
    items = node.value if node.__class__ is yaml.SequenceNode else [node]
    return ", ".join(str(item.value) for item in items if item.__class__ is yaml.ScalarNode)[:80]


def _within(kind: Kind) -> dict[str, Key]:
    """Return the keys of the records that a field holds, or nothing for other fields."""
    inner = kind.item if isinstance(kind, Many) else kind
    return keys(inner.record()) if isinstance(inner, Part) else {}


def _meant(name: str, known: dict[str, Key]) -> str:
    """Return the key whose word or Vietnamese name is most like a name, or nothing."""
    labels = {key.vi: word for word, key in known.items()}
    near = vi.nearest(name, (*known, *labels))
    return labels.get(near, near) if near else ""


def _deeper(name: str, known: dict[str, Key], inner: dict[str, dict[str, Key]]) -> dict[str, str]:
    """Write where a key stands one level deeper, by the key that holds it there; at most three places."""
    places = {
        outer: f"{outer} ({known[outer].vi}) → {name} ({within[name].vi})"
        for outer, within in inner.items()
        if name in within
    }
    return dict(list(places.items())[:3])


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


def lines(node: yaml.MappingNode) -> dict[str, int]:
    """
    List the line, from 1, of every key path of a composed file, as ``locate`` finds it; ``""`` is the file's first.

    A path of the model that is not listed is where ``nearest`` says.
    """
    found = {"": node.start_mark.line + 1}
    _list_lines(node, "", found)
    return found


def _list_lines(node: yaml.Node, path: str, found: dict[str, int]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            scalar = isinstance(value, yaml.ScalarNode)
            below = f"{path}.{key.value}" if path else str(key.value)
            # Of a key that stands twice the first is meant.
            found.setdefault(below, (value if scalar else key).start_mark.line + 1)
            if not scalar:
                _list_lines(value, below, found)
    else:
        for number, value in enumerate(node.value, 1):
            below = f"{path}[{number}]"
            found[below] = value.start_mark.line + 1
            if not isinstance(value, yaml.ScalarNode):
                _list_lines(value, below, found)


def nearest(found: dict[str, int], path: str) -> int:
    """Return the line of a key path, or of the deepest part of it that ``lines`` lists."""
    while path not in found:
        path = path.rpartition("." if path.rfind(".") > path.rfind("[") else "[")[0]
    return found[path]


__all__ = ["Converter", "lines", "locate", "nearest"]
