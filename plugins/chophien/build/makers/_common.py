"""What several makers need: lists, links in texts, cards of places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from chophien import jsonld, model, urls
from chophien.model import PlaceCard, say

from ..book import pictures
from ..context import Context
from ..task import Result


def list_page(
    ctx: Context,
    kind: str,
    cards: Sequence[Any],
    render: Callable[..., str],
    path_of: Callable[[Any, str], str],
    page: int = 1,
    of: int = 0,
) -> Result:
    """Make one page of a list; ``of`` is the number of its pages, 0 for a list that has only one."""
    site = ctx.site
    numbers = {"page": page, "pages": of} if of else {}
    files = []
    for lang in site.languages:
        path = urls.listed(kind, lang, page)
        crumbs = ctx.crumbs(lang, ctx.section(lang, kind))
        items = [(say(getattr(card, "name", None) or card.title, lang), path_of(card, lang)) for card in cards]
        graph = jsonld.listing(site, lang, kind, items, path, crumbs)
        files.append(render(site, lang, cards=tuple(cards), graph=graph, **numbers).encode())
    return Result(tuple(files))


def with_links(ctx: Context, record: Any, field: str, lang: str, path: str) -> Any:
    """Point the links in one text of a record to the pages they mean, seen from the page at ``path``."""
    phrase = getattr(record, field)
    if not any("](" in text or "]:" in text for text in phrase.values()):
        return record
    resolved = {tag: ctx.resolved(text, lang, urls.root(path)) for tag, text in phrase.items()}
    return msgspec.structs.replace(record, **{field: resolved})


def place_cards(ctx: Context, ids: Iterable[str]) -> tuple[PlaceCard, ...]:
    """Return the list entries of those places that there are."""
    return tuple(card for id in ids if (card := ctx.place_card(id)) is not None)


def own_pictures(ctx: Context) -> tuple[model.Picture, ...]:
    """Return the commune's own pictures."""
    return pictures("", "xa", ctx.book.commune, ctx.book.photos)
