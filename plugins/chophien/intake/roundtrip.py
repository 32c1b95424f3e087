"""
One change to a YAML text, by which no other line moves.

ruamel.yaml writes the document as it is and as it shall be; what differs between the two is carried over to
the author's own lines, so that what ruamel would wrap, indent or quote otherwise stays as it was typed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

Change = Callable[[CommentedMap], None]
"""Changes the document in place; keys and texts as ruamel.yaml's round trip gives them."""

BOM = b"\xef\xbb\xbf"
_BREAK = re.compile("(\r\n|\n|\r)")
_LAST_COMMA = re.compile(r",(?=\s*[\]}])")
_OPENING = re.compile(r"---[ \t]*")
_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*")


class NotPossible(Exception):
    """The change cannot be made without touching other lines."""


class _Texts(VersionedResolver):
    """Every plain scalar is a text, as ``sources`` reads it: no date or number that could be refused."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        return self.DEFAULT_SCALAR_TAG if kind is ScalarNode else super().resolve(kind, value, implicit)


class _Indents(NamedTuple):
    """Columns from a key: to the key below it, to the content of a list's line, to its dash."""

    mapping: int = 2
    sequence: int = 4
    offset: int = 2


class Line(NamedTuple):
    """A line and what ends it: nothing at the end of a text without a final line break."""

    text: str
    end: str


def edit(source: bytes, change: Change, *, markdown: bool = False, like: str = "") -> bytes:
    """
    Change a YAML file, or the YAML header of a Markdown file.

    Args:
        source: Contents of the file, UTF-8.
        change: What to do with the document.
        markdown: Whether the YAML stands between two ``---`` lines at the top, and the rest is not ours.
        like: Key whose list shows how this author indents; else the first list of the file does.
    Returns:
        The new contents: byte order mark, line breaks and the final line break or its absence as before.
    Raises:
        NotPossible: No readable YAML, or the change would touch other lines.
    """
    mark = BOM if source.startswith(BOM) else b""
    try:
        lines = _lines(source[len(mark) :].decode("utf-8"))
    except UnicodeDecodeError:
        raise NotPossible("not UTF-8") from None
    first, last = _header(lines) if markdown else (0, len(lines))
    own = lines[first:last]
    changed = _edited(own, change, like)
    whole = [*lines[:first], *_ended(own, changed, _usual_break(lines), final=last < len(lines)), *lines[last:]]
    return mark + "".join(line.text + line.end for line in whole).encode("utf-8")


def _lines(text: str) -> list[Line]:
    parts = _BREAK.split(text)
    lines = [Line(parts[at], parts[at + 1]) for at in range(0, len(parts) - 1, 2)]
    return [*lines, Line(parts[-1], "")] if parts[-1] else lines


def _usual_break(lines: Sequence[Line]) -> str:
    return next((line.end for line in lines if line.end), "\n")


def _header(lines: Sequence[Line]) -> tuple[int, int]:
    if not lines or not _OPENING.fullmatch(lines[0].text):
        raise NotPossible("no YAML header")
    for at in range(1, len(lines)):
        if _CLOSING.fullmatch(lines[at].text):
            return 1, at
    raise NotPossible("the header is not closed")


def _ended(own: Sequence[Line], changed: Sequence[str | Line], usual: str, *, final: bool) -> list[Line]:
    """Give new lines the line break of their file; the last line has one if the last one had."""
    closed = final or not own or own[-1].end != ""
    made = [line if isinstance(line, Line) else Line(line, usual) for line in changed]
    ended = [line if line.end else Line(line.text, usual) for line in made]
    if ended and not closed:
        ended[-1] = Line(ended[-1].text, "")
    return ended


def _edited(own: Sequence[Line], change: Change, like: str) -> list[str | Line]:
    texts = [line.text for line in own]
    text = "".join(line + "\n" for line in texts)
    try:
        document = _document(text)
        style = _style(document, like)
        before = _written(document, style)
        document = _document(text)
        change(document)
        after = _written(document, style)
        merged = _merged(texts, before, after, own)
        if _document("".join((x.text if isinstance(x, Line) else x) + "\n" for x in merged)) != document:
            raise NotPossible("the lines do not say what they should")
    except (YAMLError, ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError) as wrong:
        raise NotPossible(type(wrong).__name__) from wrong  # ruamel raises many kinds for YAML it cannot keep
    return merged


def _yaml(style: _Indents) -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _Texts
    yaml.preserve_quotes = True
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.width = 1_000_000
    yaml.indent(mapping=style.mapping, sequence=style.sequence, offset=style.offset)
    return yaml


def _document(text: str) -> CommentedMap:
    found = _yaml(_Indents()).load(text)
    if found is None:
        return CommentedMap()
    if not isinstance(found, CommentedMap):
        raise NotPossible("no mapping")
    return found


def _written(document: CommentedMap, style: _Indents) -> list[str]:
    if not document:
        return []
    out = io.StringIO()
    _yaml(style).dump(document, out)
    lines = out.getvalue().split("\n")
    return lines[:-1] if lines[-1] == "" else lines


# --- how this author indents -----------------------------------------------------------------------


def _style(document: CommentedMap, like: str) -> _Indents:
    usual = _Indents()
    mapping = next(_nested(document), usual.mapping)
    named = document.get(like)
    own = _dashes(document, like, named) if isinstance(named, CommentedSeq) else None
    sequence, offset = own or next(_listed(document), (usual.sequence, usual.offset))
    return _Indents(mapping, sequence, offset)


def _nested(parent: CommentedMap) -> Any:
    """List how far keys stand to the right of the key above them."""
    for key, value in parent.items():
        if isinstance(value, CommentedMap) and value and not value.fa.flow_style():
            yield value.lc.key(next(iter(value)))[1] - parent.lc.key(key)[1]
            yield from _nested(value)


def _listed(parent: CommentedMap) -> Any:
    """List how lists are indented, outer ones first."""
    for key, value in parent.items():
        if isinstance(value, CommentedSeq):
            found = _dashes(parent, key, value)
            if found:
                yield found
        elif isinstance(value, CommentedMap) and not value.fa.flow_style():
            yield from _listed(value)


def _dashes(parent: CommentedMap, key: Any, value: CommentedSeq) -> tuple[int, int] | None:
    """Return the columns of a list's content and of its dash, counted from its key."""
    if not value or value.fa.flow_style():
        return None
    column = parent.lc.key(key)[1]
    dash, content = parent.lc.value(key)[1], value.lc.item(0)[1]
    return content - column, dash - column


# --- carrying a difference over --------------------------------------------------------------------


def _merged(texts: Sequence[str], before: Sequence[str], after: Sequence[str], own: Sequence[Line]) -> list[str | Line]:
    """Carry the difference between two writings over to the author's lines; what is kept stays a ``Line``."""
    places = _places([_bare(line) for line in texts], [_bare(line) for line in before])
    merged: list[str | Line] = list(own)
    for start, end, new in reversed(_differences(before, after)):
        if start == end:
            at = _settled(texts, _gap(places, start, len(before), len(texts)), new)
            merged[at:at] = new
            continue
        first = places.get(start)
        if first is None or any(places.get(at) != first + at - start for at in range(start, end)):
            raise NotPossible("the line is written in its author's own way")
        same = min(end - start, len(new))
        lines: list[str | Line] = []
        for at in range(same):
            text = _letters(texts[first + at], before[start + at], new[at])
            lines.append(Line(text, own[first + at].end))
        merged[first : first + end - start] = [*lines, *new[same:]]
    return merged


def _bare(line: str) -> str:
    """Return a line without spaces, and without a comma behind the last entry of a list in brackets."""
    return _LAST_COMMA.sub("", "".join(line.split()))


def _letters(own: str, before: str, after: str) -> str:
    """Carry what is new inside one line over to the line as its author spaced it."""
    mine, old, new = (_inked(line) for line in (own, before, after))
    if len(mine) > len(old):
        own = _LAST_COMMA.sub("", own)
        mine = _inked(own)
    if [own[at] for at in mine] != [before[at] for at in old]:
        raise NotPossible("the line is written in its author's own way")
    left = _common([before[at] for at in old], [after[at] for at in new])
    right = _common([before[at] for at in reversed(old[left:])], [after[at] for at in reversed(new[left:])])
    head, gap, tail = _parts(own, mine, left, right)
    _, more, _ = _parts(after, new, left, right)
    space = gap[len(gap.rstrip()) :] if tail else ""
    if not more.strip():
        return head + space + tail
    return head + more + ("" if more[-1:].isspace() else space) + tail


def _inked(line: str) -> list[int]:
    return [at for at, letter in enumerate(line) if not letter.isspace()]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _parts(line: str, inked: Sequence[int], left: int, right: int) -> tuple[str, str, str]:
    """Cut a line after so many letters from the left and before so many from the right."""
    start = inked[left - 1] + 1 if left else 0
    end = inked[len(inked) - right] if right else len(line)
    return line[:start], line[start:end], line[end:]


def _places(own: Sequence[str], before: Sequence[str]) -> dict[int, int]:
    """Find where each line that ruamel wrote stands in the author's text."""
    blocks = SequenceMatcher(None, before, own, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _differences(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, list[str]]]:
    """List what is replaced: first and last index before, and what comes instead; as late as it can be."""
    found = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if tag == "insert":  # equal lines before and behind: new is what comes last
            while j2 < len(after) and i1 < len(before) and after[j1] == after[j2] == before[i1]:
                i1, i2, j1, j2 = i1 + 1, i2 + 1, j1 + 1, j2 + 1
        found.append((i1, i2, list(after[j1:j2])))
    return found


def _gap(places: dict[int, int], at: int, count: int, end: int) -> int:
    """Find where in the author's text something goes that comes before line ``at`` of ruamel's."""
    if at in places:
        return places[at]
    if at - 1 in places:
        return places[at - 1] + 1
    if at == count:
        return end
    raise NotPossible("the lines around it are written in their author's own way")


def _settled(texts: Sequence[str], at: int, new: Sequence[str]) -> int:
    """Move new lines up to what they belong to, above empty lines and remarks on what follows."""
    depth = len(new[0]) - len(new[0].lstrip())
    while at > 0:
        line = texts[at - 1]
        bare = line.lstrip()
        if bare and not (bare.startswith("#") and len(line) - len(bare) <= depth):
            break
        at -= 1
    return at


__all__ = ["BOM", "Change", "NotPossible", "edit"]
