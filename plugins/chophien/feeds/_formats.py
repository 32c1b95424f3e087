"""How rows become files: RSS 2.0 with Google's attributes, separated values, lines of JSON."""

from __future__ import annotations

import csv
import io
import re
from html import escape
from typing import Any

import msgspec

from chophien.model import Site, say

from ._pipeline import LANG, Column, Row, Value

NAMESPACE = "http://base.google.com/ns/1.0"

_RATIO = re.compile(r"(?<=\d):(?=\d)")

# Characters that XML 1.0 cannot hold, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Rss:
    """One ``item`` for each row, its columns as ``g:`` elements; a list repeats its element."""

    def head(self, site: Site, columns: tuple[Column, ...]) -> bytes:
        """Open the channel."""
        town = site.commune
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<rss version="2.0" xmlns:g="{NAMESPACE}">\n<channel>\n'
            f"<title>{xml_text(say(site.name, LANG))}</title>\n"
            f"<link>{xml_text(town.site_url)}/</link>\n"
            f"<description>{xml_text(say(town.tagline, LANG))}</description>\n"
        ).encode()

    def rows(self, common: Row, rows: list[Row], columns: tuple[Column, ...]) -> bytes:
        """Write one item for each row, then what all share; a nested value has its own elements inside."""
        shared = self._elements(common)
        return "".join([f"<item>\n{self._elements(row)}{shared}</item>\n" for row in rows]).encode()

    @staticmethod
    def _elements(row: Row) -> str:
        lines = []
        for name, value in row.items():
            if not value:
                continue
            if isinstance(value, str):
                lines.append(f"<g:{name}>{xml_text(value)}</g:{name}>\n")
                continue
            for one in value:
                if isinstance(one, str):
                    lines.append(f"<g:{name}>{xml_text(one)}</g:{name}>\n")
                else:
                    inner = "".join([f"<g:{part}>{xml_text(text)}</g:{part}>" for part, text in one])
                    lines.append(f"<g:{name}>{inner}</g:{name}>\n")
        return "".join(lines)

    def tail(self) -> bytes:
        """Close the channel."""
        return b"</channel>\n</rss>\n"


class Csv:
    """
    One line for each row: UTF-8, ``\\n`` line ends; a list is joined by commas.

    Args:
        delimiter: What stands between two cells.
        mark: Whether a byte order mark comes first, by which Excel knows that it is UTF-8.
    """

    def __init__(self, delimiter: str = ",", *, mark: bool = False) -> None:
        self._delimiter = delimiter
        self._mark = "\ufeff" if mark else ""

    def head(self, site: Site, columns: tuple[Column, ...]) -> bytes:
        """Write the line of names."""
        return self._mark.encode() + self._lines([[column.name for column in columns]])

    def rows(self, common: Row, rows: list[Row], columns: tuple[Column, ...]) -> bytes:
        """Write one line for each row."""
        names = [column.name for column in columns]
        lines = []
        for row in rows:
            whole = row | common
            values = [whole.get(name, "") for name in names]
            lines.append([value if value.__class__ is str else ",".join(map(str, value)) for value in values])
        return self._lines(lines)

    def tail(self) -> bytes:
        """Nothing follows the last line."""
        return b""

    def _lines(self, lines: list[list[str]]) -> bytes:
        out = io.StringIO()
        csv.writer(out, delimiter=self._delimiter, lineterminator="\n").writerows(lines)
        return out.getvalue().encode()


class Tsv:
    """
    Tabs between cells, and no quoting: white space in a cell is one space.

    A list is joined by commas; in a nested value colons stand between the parts. Such signs and quotes within
    a text are written by their like; an address has them percent-encoded.
    """

    def __init__(self, parts: dict[str, tuple[str, ...]]) -> None:
        self._parts = parts

    def head(self, site: Site, columns: tuple[Column, ...]) -> bytes:
        """Write the line of names."""
        return ("\t".join(column.name for column in columns) + "\n").encode()

    def rows(self, common: Row, rows: list[Row], columns: tuple[Column, ...]) -> bytes:
        """Write one line for each row."""
        names = [column.name for column in columns]
        shared = {name: self._cell(name, value) for name, value in common.items() if value}
        lines = []
        for row in rows:
            own = {name: self._cell(name, value) for name, value in row.items() if value}
            lines.append("\t".join([own.get(name) or shared.get(name, "") for name in names]) + "\n")
        return "".join(lines).encode()

    def _cell(self, name: str, value: Value) -> str:
        if isinstance(value, str):
            return " ".join(value.split()) if "\t" in value or "\n" in value or "\r" in value else value
        cells = []
        for one in value:
            if isinstance(one, str):
                text = one.replace(",", "%2C").replace('"', "%22") if "://" in one else _in_list(one)
            else:
                texts = {part: _in_list(written) for part, written in one}
                text = ":".join([_in_parts(texts.get(part, "")) for part in self._parts[name]])
            cells.append(" ".join(text.split()))
        return ",".join(cells)

    def tail(self) -> bytes:
        """Nothing follows the last line."""
        return b""


def _in_list(text: str) -> str:
    return text.replace(",", ";").replace('"', "'")


def _in_parts(text: str) -> str:
    """Write colons as dashes, those between digits (1:10, 7:30) as the sign of a ratio, which is no colon."""
    return _RATIO.sub("\u2236", text).replace(":", " -") if ":" in text else text


class JsonLines:
    """
    One JSON object a line, without what is empty; nested values are one object.

    Args:
        flags: Columns that are true where they are not empty.
    """

    def __init__(self, *flags: str) -> None:
        self._flags = flags

    def head(self, site: Site, columns: tuple[Column, ...]) -> bytes:
        """Nothing comes before the first line."""
        return b""

    def rows(self, common: Row, rows: list[Row], columns: tuple[Column, ...]) -> bytes:
        """Write one line for each row."""
        lines = []
        for row in rows:
            whole = row | common
            made: dict[str, Any] = {}
            for column in columns:
                value = whole.get(column.name)
                if value:
                    made[column.name] = True if column.name in self._flags else self._value(value)
            lines.append(msgspec.json.encode(made) + b"\n")
        return b"".join(lines)

    @staticmethod
    def _value(value: Value) -> Any:
        if isinstance(value, str):
            return value
        return dict(part for one in value if not isinstance(one, str) for part in one)

    def tail(self) -> bytes:
        """Nothing follows the last line."""
        return b""


def xml_text(text: str) -> str:
    """Write a text so that it can stand between XML tags."""
    # Most texts have nothing to remove or escape; looking is cheaper than replacing.
    if not text.isprintable():
        text = _NOT_XML.sub("", text)
    return escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


RSS = Rss()
CSV = Csv()
EXCEL_CSV = Csv(mark=True)
EXCEL_TSV = Csv("\t", mark=True)
