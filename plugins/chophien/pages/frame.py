"""What every page has: its addresses, its head, where it stands in the site."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from chophien import urls
from chophien.i18n import SOURCE
from chophien.markup import shorten
from chophien.model import Picture, Record, Site, page_language

from .engine import tongue

DESCRIPTION_CHARS = 200
"""Search engines show less; longer texts are cut at a word."""
SHORT_CHARS = 50
"""A shorter description says too little by itself, so the page's title and the site's name come with it."""
SHARE_SIZE = (1200, 630)

Paths = Sequence[tuple[str, str]]
"""Language and output path of each version of a page."""
Crumb = tuple[str, str]
"""Name and output path of a page above this one."""


def spoken_in(record: Record | None, lang: str) -> str:
    """Return the language that a record's page speaks: the one asked for, or what comes closest where it has none."""
    return lang if record is None else page_language(record, lang)


def everywhere(site: Site, kind: str, id: str = "") -> Paths:
    """Return the path of a page in all languages of the site."""
    return [(lang, urls.path(kind, lang, id)) for lang in site.languages]


def frame(
    site: Site,
    lang: str,
    paths: Paths,
    *,
    title: str,
    description: str,
    section: str = "",
    crumbs: Sequence[Crumb] = (),
    picture: Picture | None = None,
    share: Mapping[str, str] = {},
    kind: str = "website",
    graph: str = "",
    listed: bool = True,
    staff: bool = False,
    prefix: str | None = None,
    record: Record | None = None,
) -> dict[str, Any]:
    """
    Begin the context of a page's template.

    Args:
        site: The whole site.
        lang: Language of the page.
        paths: Its versions; one of them is in ``lang``.
        title: Its title, without the site's name.
        description: One sentence for search engines and share cards.
        section: Menu entry it belongs to.
        crumbs: Pages above it, home left out.
        picture: Shown when the page is shared and has no card; else the site's own card.
        share: Output paths of its share cards by shape.
        kind: Open Graph type.
        graph: Finished JSON-LD, its angle brackets escaped.
        listed: Whether search engines may list it.
        staff: Whether it is for staff; search engines may not list it either.
        prefix: What its links begin with; by default the way to the site's root.
        record: What it is about. Where that has no text in the page's language the page stands for visitors,
            but its head is in the language it speaks, search engines may not list it, and no other version names it.
    """
    path = dict(paths)[lang]
    url = site.commune.site_url
    said = spoken_in(record, lang)
    listed = listed and not staff and said == lang
    written = [(tag, other) for tag, other in paths if spoken_in(record, tag) == tag]
    say = tongue(said)
    site_name = say.plain(site.name)
    seen: dict[str, Any] | None = None
    card = share.get("link") or ("" if picture else site.share.get(said) or site.share.get(SOURCE))
    if card:
        seen = {"url": urls.absolute(url, card), "width": SHARE_SIZE[0], "height": SHARE_SIZE[1],
                "alt": (title if share else "") or site_name}  # fmt: skip
    elif picture is not None:
        seen = {"url": urls.absolute(url, picture.full), "width": picture.width, "height": picture.height,
                "alt": say.plain(picture.alt) or title}  # fmt: skip
    alternates = [(tag, urls.absolute(url, other)) for tag, other in written] if listed else []
    default = next((address for tag, address in alternates if tag == SOURCE), "")
    return {
        "site": site,
        "commune": site.commune,
        "in_lang": lang,
        "staff": staff,
        "section": section,
        "path": path,
        "root": urls.root(path) if prefix is None else prefix,
        "title": title,
        "head_title": f"{title} – {site_name}" if title and title != site_name else site_name,
        "site_name": site_name,
        "description": _described(description, title, site_name),
        "canonical": urls.absolute(url, path),
        "alternates": alternates,
        "default": default or (alternates[0][1] if alternates else ""),
        "others": switch(site, lang, paths, section),
        "locale": say.itself().locale,
        "head_lang": said if said != lang else "",
        "kind": kind,
        "share": seen,
        "to_post": tuple(share.items()),
        "indexed": listed,
        "crumbs": crumbs,
        # A ``<`` could end the element; whoever made the description escapes it, and we do not rely on that.
        "graph": Markup(graph.replace("<", "\\u003c")),  # noqa: S704
    }


def _described(description: str, title: str, site_name: str) -> str:
    if _said(description) < SHORT_CHARS:
        named = description if title in description else f"{title}: {description}"
        description = named if _said(named) >= SHORT_CHARS else f"{named.rstrip('.。')} – {site_name}"
    return shorten(description, DESCRIPTION_CHARS)


def _said(text: str) -> int:
    """Count characters, a wide one such as 瀑 as three, for it says about as much as three letters."""
    return len(text) + 2 * sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)


def switch(site: Site, lang: str, paths: Paths, section: str) -> list[tuple[str, str]]:
    """Return the other languages and where this page, or what comes closest, stands in each."""
    found = dict(paths)
    closest = section or "home"
    return [(tag, found.get(tag) or urls.path(closest, tag)) for tag in site.languages if tag != lang]
