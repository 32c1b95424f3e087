"""RSS 2.0 with Google's attributes, comma-separated values."""

from __future__ import annotations

import csv
import io
import re
from html import escape

from chophien.model import Site, say

from ._pipeline import LANG, Column, Row

NAMESPACE = "http://base.google.com/ns/1.0"

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
    """One line for each row: UTF-8, no byte order mark, ``\\n`` line ends; a list is joined by commas."""

    def head(self, site: Site, columns: tuple[Column, ...]) -> bytes:
        """Write the line of names."""
        return self._lines([[column.name for column in columns]])

    def rows(self, common: Row, rows: list[Row], columns: tuple[Column, ...]) -> bytes:
        """Write one line for each row."""
        names = [column.name for column in columns]
        lines = []
        for row in rows:
            whole = row | common
            values = [whole.get(name, "") for name in names]
            lines.append([value if isinstance(value, str) else ",".join(map(str, value)) for value in values])
        return self._lines(lines)

    def tail(self) -> bytes:
        """Nothing follows the last line."""
        return b""

    @staticmethod
    def _lines(lines: list[list[str]]) -> bytes:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(lines)
        return out.getvalue().encode()


def xml_text(text: str) -> str:
    """Write a text so that it can stand between XML tags."""
    # Most texts have nothing to remove or escape; looking is cheaper than replacing.
    if not text.isprintable():
        text = _NOT_XML.sub("", text)
    return escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


RSS = Rss()
CSV = Csv()
