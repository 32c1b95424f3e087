"""One more photo in the list of a record: an edit of its file that is read again before it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from chophien import model, sources
from chophien.diagnostics import Diagnostic
from chophien.model import Many, Photo
from chophien.sources import Read, Unit

from .roundtrip import BOM, NotPossible, edit

_NOTHING = ("", "~", "null")
_CLASSIC = re.compile(rb"[A-Za-z][\w-]*:")
"""How a header of Pelican's old form begins."""


class NotAdded(Exception):
    """The photo cannot be added by a machine; ``code`` and ``values`` fill a diagnostic."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def photos(unit: Unit, contents: Mapping[str, bytes]) -> tuple[Photo, ...]:
    """
    Return the photos that a record has, also where other fields of it are wrong.

    Raises:
        NotAdded: The file cannot be read, or its list of photos cannot.
    """
    return _photos(unit, contents, sources.read(unit, contents))


def _photos(unit: Unit, contents: Mapping[str, bytes], read: Read) -> tuple[Photo, ...]:
    start = contents[unit.file].removeprefix(BOM).lstrip()
    if _is_markdown(unit) and not start.startswith(b"---") and (read.node is not None or _CLASSIC.match(start)):
        raise NotAdded("intake-classic", file=unit.file)
    known = [key.value for key, _ in read.node.value] if read.node else []
    there: tuple[Photo, ...] | None = read.values.get("photos")
    if read.node is None or (there is None and "photos" in known and any(_of_photos(found) for found in read.found)):
        raise NotAdded("intake-record-not-read", file=unit.file)
    return there or ()


def _is_markdown(unit: Unit) -> bool:
    return not unit.file.endswith((".yaml", ".yml"))


def _of_photos(found: Diagnostic) -> bool:
    return found.field.startswith("photos")


def leads(there: tuple[Photo, ...]) -> bool:
    """Tell whether a real photo shows a record already; a drawing only stands in for one."""
    return any(photo.role == "main" and not photo.illustration for photo in there)


def add(unit: Unit, contents: Mapping[str, bytes], file: str, *, main: bool) -> bytes:
    """
    Add a photo to a record's file.

    Args:
        unit: The record.
        contents: Its files.
        file: Name of the photo in the record's folder.
        main: Whether it shall show the record. It then comes first; others come last, as details.
    Returns:
        New contents of ``unit.file``, which read as before but for the one more photo.
    Raises:
        NotAdded: The list is full, or the file is written in a way that only a person can add to.
    """
    before = sources.read(unit, contents)
    there = _photos(unit, contents, before)
    if any(found.code == "yaml-key-twice" and found.file == unit.file for found in before.found):
        raise NotAdded("intake-record-not-read", file=unit.file)
    kind = model.keys(model.RECORDS[unit.kind])["photos"].kind
    if isinstance(kind, Many) and len(there) >= kind.most:
        raise NotAdded("intake-list-full", file=unit.file, most=str(kind.most))
    front = main and bool(there)
    wanted = Photo(file=file) if main else Photo(file=file, role="detail")
    by_hand = NotAdded("intake-by-hand", file=unit.file, line=_line(wanted, before))
    try:
        new = edit(
            contents[unit.file],
            lambda document: _insert(document, wanted, front=front),
            markdown=_is_markdown(unit),
            like="photos",
        )
    except NotPossible:
        raise by_hand from None
    after = sources.read(unit, {**contents, unit.file: new})
    expected = (wanted, *there) if front else (*there, wanted)
    same = {**before.values, "photos": expected} == after.values
    if not same or (before.record is None) is not (after.record is None) or _codes(before) != _codes(after):
        raise by_hand
    return new


def _line(photo: Photo, read: Read) -> str:
    """Write what a person has to add, in the form that the rest of the file has."""
    role = "" if photo.role == "main" else f", role: {photo.role}"
    entry = f"{{file: {photo.file}{role}}}"
    there = next((value for key, value in read.node.value if key.value == "photos"), None) if read.node else None
    if there is None or (there.id == "scalar" and there.value in _NOTHING):
        return f"photos: [{entry}]" + ("," if read.node and read.node.flow_style else "")
    return f"{entry}," if there.id == "sequence" and there.flow_style else f"- {entry}"


def _codes(read: Read) -> Counter[str]:
    return Counter(found.code for found in read.found)


def _insert(document: CommentedMap, photo: Photo, *, front: bool) -> None:
    line = CommentedMap(file=photo.file)
    if photo.role != "main":
        line["role"] = photo.role
    there: Any = document.get("photos")
    if there is None or (isinstance(there, str) and there in _NOTHING):
        document["photos"] = CommentedSeq([line])
        return
    if not isinstance(there, CommentedSeq):
        raise NotPossible("a single photo without a dash")
    if not there:
        there.fa.set_block_style()
    elif all(isinstance(one, CommentedMap) and one.fa.flow_style() for one in there):
        line.fa.set_flow_style()
    there.insert(0 if front else len(there), line)


__all__ = ["NotAdded", "add", "leads", "photos"]
