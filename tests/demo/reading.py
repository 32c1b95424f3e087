"""Reads a built site as its visitors, robots and marketplaces do."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from chophien.build import Outcome

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Page(HTMLParser):
    """What matters of one page."""

    path: str
    text: str
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    scripts: list[dict[str, str]] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    images: list[dict[str, str]] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    alternates: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    title: str = ""
    lang: str = ""
    headings: list[int] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._ld = False
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append(tag)
        self.handlers += [f"{tag} {name}" for name in values if name.startswith("on")]
        if "style" in values or tag == "style":
            self.handlers.append(f"{tag} style={values.get('style')}")
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.lang = values.get("lang", "").partition("-")[0]
        if tag in {"a", "link", "area"} and "href" in values:
            if tag == "link" and values.get("rel") == "canonical":
                self.canonical = values["href"]
            elif tag == "link" and "hreflang" in values:
                self.alternates[values["hreflang"]] = values["href"]
            else:
                self.links.append(values["href"])
        for name in ("src", "action", "poster"):
            if values.get(name):
                self.links.append(values[name])
        if values.get("srcset"):
            self.links += [part.split()[0] for part in values["srcset"].split(",")]
        if tag == "img":
            self.images.append(values)
        if tag == "script":
            self.scripts.append(values)
            self._ld = values.get("type") == "application/ld+json"
        if tag == "meta":
            self.metas[values.get("name") or values.get("property") or values.get("http-equiv", "")] = values.get(
                "content", ""
            )
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open and self._open.pop() != tag:
                pass
        if tag == "script":
            self._ld = False

    def handle_data(self, data: str) -> None:
        if self._ld:
            self.data.append(data)
        elif self._open and self._open[-1] == "title" and "svg" not in self._open:
            self.title += data
        elif "script" not in self._open:
            self.words.append(data)

    @property
    def plain(self) -> str:
        """The page's readable text, runs of white space made one."""
        return " ".join("".join(self.words).split())

    @property
    def graph(self) -> list[dict[str, Any]]:
        """The nodes of the page's structured data."""
        return [node for text in self.data for node in json.loads(text)["@graph"]]


@dataclass
class Built:
    """A built commune."""

    root: Path
    output: Path
    outcome: Outcome

    def pages(self) -> list[Page]:
        """Read every page."""
        return [self.page(path.relative_to(self.output).as_posix()) for path in sorted(self.output.rglob("*.html"))]

    def page(self, path: str) -> Page:
        """Read one page."""
        return Page(path, (self.output / path).read_text("utf-8"))
