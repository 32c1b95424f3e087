"""
``llms.txt``: the site in one short Markdown file, for programs that read it for someone.

Source:
    llmstxt.org, read November 2026: a title is required; a quotation, paragraphs and lists of links below second
    headings may follow. Search engines take no notice of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chophien import urls
from chophien.markup import plain
from chophien.model import Site, say

from ._pipeline import LANG

Link = tuple[str, str, str]
"""Name, output path and what is there, which may be empty."""

_SIGNS = re.compile(r"([\\`*_\[\]<>#])")


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def llms(site: Site, sections: Sequence[tuple[str, Sequence[Link]]]) -> bytes:
    """
    Write ``llms.txt``.

    Args:
        sections: Headings, which may be alike, each with its links in their order; one without links is left out.
    """
    commune = site.commune
    where = f"{say(commune.name, LANG)}, {say(commune.province, LANG)}"
    lines = [f"# {_plain(say(site.name, LANG))}", ""]
    lines += [
        f"> {_plain(say(commune.tagline, LANG))}",
        "",
        _plain(f"{where}. {plain(say(commune.about, LANG))}").strip(),
    ]
    for heading, links in sections:
        if links:
            lines += ["", f"## {_plain(heading)}", ""]
            for name, path, what in links:
                told = f": {_plain(what)}" if what else ""
                lines.append(f"- [{_plain(name)}]({urls.absolute(commune.site_url, path)}){told}")
    return ("\n".join(lines) + "\n").encode()
