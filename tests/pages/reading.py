"""Read pages as a browser would, without one."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Read(HTMLParser):
    """Elements in order, each a name with its attributes, and the text that a visitor sees."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    open: list[str] = field(default_factory=list)
    crossed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def __hash__(self) -> int:
        return id(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        if "script" not in self.open:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def links(self) -> list[str]:
        """Return where the links lead."""
        return [a["href"] for a in self.all("a") if "href" in a]


def read(html: str) -> Read:
    """Read a page."""
    found = Read()
    found.feed(html)
    found.close()
    return found


ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset")
DATA = {"application/ld+json", "application/json"}
"""Types of ``script`` elements that hold data and never run."""
SCHEMES = ("http://", "https://", "mailto:", "tel:", "sms:", "geo:", "#")


def dangers(html: str) -> list[str]:
    """List what could run, or lead astray, in a page."""
    found = []
    for tag, attributes in read(html).elements:
        if tag in {"iframe", "object", "embed", "base", "style"}:
            found.append(tag)
        if tag == "script" and attributes.get("type") not in DATA:
            src = attributes.get("src", "")
            own = src.lstrip("./")
            if not own.startswith("tinh/chophien-"):
                found.append(f"script {src}")
        for name, value in attributes.items():
            if name.startswith("on") or name in {"srcdoc", "style"}:
                found.append(f"{tag} {name}")
            if name in ADDRESSES:
                scheme = value.strip().lower().split("/", 1)[0]
                if ":" in scheme and not value.strip().lower().startswith(SCHEMES):
                    found.append(f"{tag} {name}={value}")
    return found
