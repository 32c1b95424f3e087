"""Dated articles."""

from __future__ import annotations

from collections.abc import Sequence

from chophien.model import News, Picture, Site, say
from chophien.text import fold

from ._graph import Crumbs, Node, commune, images, node, page_node, ref, script, site_id, url, website

HEADLINE = 110
"""Most characters of a headline that search engines show whole."""

_BODIES = ("ban ", "ubnd ", "uy ban ", "hoi ", "doan ", "trung tam ", "htx ", "hop tac xa ", "to ", "phong ")
"""How the name of an office begins, folded; other authors are people."""


def article(site: Site, lang: str, news: News, path: str, pictures: Sequence[Picture], breadcrumbs: Crumbs) -> str:
    """Describe an article's page."""
    here = url(site, path)
    title = say(news.title, lang)
    made = node(
        "Article",
        here + "#article",
        headline=title if len(title) <= HEADLINE else title[: HEADLINE + 1].rpartition(" ")[0],
        description=say(news.summary, lang),
        url=here,
        mainEntityOfPage=ref(here),
        datePublished=news.date.isoformat(),
        dateModified=(news.modified or news.date).isoformat(),
        inLanguage=lang,
        image=images(site, lang, pictures),
        author=_author(site, news.author),
        publisher=ref(site_id(site, "commune")),
        articleSection=news.category,
        keywords=list(news.tags),
    )
    return script(
        [
            *page_node(site, lang, path, title, breadcrumbs, mainEntity=ref(made["@id"])),
            made,
            website(site),
            commune(site),
        ]
    )


def _author(site: Site, name: str) -> Node:
    if not name:
        return ref(site_id(site, "commune"))
    body = (fold(name) + " ").startswith(_BODIES)
    return node("Organization" if body else "Person", name=name)
