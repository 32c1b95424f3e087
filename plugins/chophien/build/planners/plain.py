"""Plans the pages and files that come from settings alone."""

from __future__ import annotations

import msgspec

from chophien import cards

from .. import makers
from ..book import digest
from ..planner import Planner

_PACK = msgspec.msgpack.Encoder().encode


def given(planner: Planner) -> None:
    """Plan the small files that the site brings along, and the icons drawn for it."""
    for path, content in planner.given.items():
        planner.task(f"given/{path}", "given", (content,), (path,))
    drawn = [planner.site.icons[key] for key in cards.ICONS]
    planner.task("icons", "icons", (), drawn, salt=digest(planner.code, *(path.encode() for path in drawn)))


def plain(planner: Planner) -> None:
    """Plan the pages made of settings."""
    for kind in makers.plain_kinds(planner.site):
        planner.task(f"plain/{kind}", "plain-page", (kind,), planner.paths(kind), _commune_links(planner))
    for kind in ("not-found", "offline"):
        planner.task(kind, kind, (), planner.paths(kind))


def _commune_links(planner: Planner) -> list[bytes]:
    """What the links in the commune's own texts may depend on; nothing when there are none."""
    book = planner.book
    texts = _PACK((book.commune.about, book.commune.policies))
    if b"](" not in texts and b"]:" not in texts:
        return []
    kinds = ("producer", "place", "event", "trip", "news", "page")
    found = [e.digest for kind in kinds for e in book.all(kind)]
    return [*found, *(id.encode() for id in sorted(book.entries["product"]))]
