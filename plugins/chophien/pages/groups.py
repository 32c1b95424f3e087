"""Pages that stand in no menu: in groups at the foot of every page, and beside each other where there is room."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from chophien import urls
from chophien.model import Site, spoken_in

from .tongue import Tongue

DIRECTIONS = "duong-den"
"""The commune's own page on how to get there, which stands instead of ours."""
BUYING = ("terms", "delivery", "payment", "returns", "complaints")
"""What a buyer must be able to read."""
OF_THE_SITE = ("about", "contact", "services", "privacy", "accessibility")
"""What the site says of itself and of who runs it; the commune's own pages follow."""
ON_THE_WAY = ("seasons", "map", "directions")
"""Sections for who plans a visit."""


class Link(NamedTuple):
    """A page as a link: its name, its output path and the language it is written in."""

    name: str | Markup
    path: str
    written: str


class Group(NamedTuple):
    """Pages under a heading, which is named by its key among the words."""

    heading: str
    links: tuple[Link, ...]


def groups(site: Site, words: Tongue) -> tuple[Group, ...]:
    """Return the groups of a site in a language that have any page: a visit, buying, good to know."""
    lang = words.lang

    def ours(*kinds: str) -> list[Link]:
        return [Link(words.say(f"section.{kind}"), urls.path(kind, lang), lang) for kind in kinds]

    visiting = ours(*(kind for kind in ON_THE_WAY if kind in site.sections))
    about = ours(*OF_THE_SITE)
    for page in site.pages:
        written = spoken_in(page.slug, lang, site.languages)
        if written in page.slug:
            theirs = visiting if page.id == DIRECTIONS else about
            theirs.append(Link(words.t(page.title), urls.path("page", written, page.slug[written]), written))
    found = (("visiting", visiting), ("buying", ours(*BUYING)), ("good-to-know", about))
    return tuple(Group(heading, tuple(links)) for heading, links in found if links)


def group_of(site: Site, words: Tongue, path: str) -> Group | None:
    """Return the group that a page belongs to, or none."""
    return next((group for group in groups(site, words) if any(link.path == path for link in group.links)), None)
