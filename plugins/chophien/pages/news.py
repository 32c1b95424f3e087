"""News: the list, one article, and the commune's free pages."""

from __future__ import annotations

from markupsafe import Markup

from chophien import urls
from chophien.markup import plain
from chophien.model import News, NewsCard, Page, Picture, Site, slugs

from .engine import render, tongue
from .frame import Paths, frame
from .groups import group_of
from .lists import listed_paths, news_rows, numbered, pager


def news_list(
    site: Site,
    lang: str,
    *,
    cards: tuple[NewsCard, ...],
    page: int = 1,
    pages: int = 1,
    graph: str = "",
) -> str:
    """Render one page of the list of news."""
    words = tongue(lang)
    intro = words.say("news-intro", commune=words.plain(site.commune.name))
    context = frame(
        site, lang, listed_paths(site.languages, "news", page),
        title=numbered(words.say("section.news"), lang, page), description=numbered(intro, lang, page),
        section="news", graph=graph,
    )  # fmt: skip
    context |= {
        "intro": intro,
        "rows": news_rows(site, cards, lang),
        "pager": pager("news", lang, page, pages),
        "atom": urls.news_atom(lang) if lang in site.news_in else "",
    }
    return render("news-list.html", site, context)


def _versions(site: Site, kind: str, record: News | Page, lang: str) -> Paths:
    """Return the paths of an article in the languages it is written in, and in the one asked for."""
    found = slugs(record)
    return [
        (tag, urls.path(kind, tag, found.get(tag) or record.id))
        for tag in site.languages
        if tag in found or tag == lang
    ]


def news_item(
    site: Site,
    lang: str,
    *,
    news: News,
    body: str,
    pictures: tuple[Picture, ...] = (),
    graph: str = "",
) -> str:
    """
    Render one article.

    Args:
        news: Its header.
        body: Its text as HTML that is safe to show.
        pictures: Its pictures, the first one shown above the text.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    title = words.plain(news.title)
    context = frame(
        site, lang, _versions(site, "news-item", news, lang), title=title,
        description=words.plain(news.summary) or plain(words.plain(news.body)) or title, section="news",
        graph=graph, kind="article", picture=pictures[0] if pictures else None,
        crumbs=[(words.say("section.news"), urls.path("news", lang))],
    )  # fmt: skip
    context |= {"news": news, "body": Markup(body), "pictures": pictures}  # noqa: S704 (made safe by markup)
    return render("news-item.html", site, context)


def free_page(site: Site, lang: str, *, page: Page, body: str, graph: str = "") -> str:
    """
    Render a free page of the commune.

    Args:
        page: Its header.
        body: Its text as HTML that is safe to show.
        graph: Finished JSON-LD.
    """
    words = tongue(lang)
    title = words.plain(page.title)
    context = frame(
        site, lang, _versions(site, "page", page, lang), title=title,
        description=words.plain(page.summary) or plain(words.plain(page.body)) or title, graph=graph,
        kind="article",
    )  # fmt: skip
    context |= {"page": page, "siblings": group_of(site, words, context["path"])}
    context["body"] = Markup(body)  # noqa: S704 (made safe by markup)
    return render("free-page.html", site, context)
