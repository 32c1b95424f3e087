"""
Staff-written Markdown to safe HTML, or to plain text. Raw HTML is shown as text, never live.

A phrase in another language is written like a link, ``[mạy mười](lang:nut)``, and becomes a ``span`` with that
language, so that screen readers and browsers know it; plain text keeps the words alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from chophien import text as vi

Picture = Callable[[str, str], str | None]
"""From a picture's path and alternative text to its HTML, or nothing when there is no such picture."""


class _Renderer(RendererHTML):
    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        source = str(token.attrs.get("src", ""))
        alt = self.renderInlineAsText(token.children or [], options, env)
        picture: Picture | None = env.get("picture")
        made = picture(source, alt) if picture else None
        return made if made is not None else escape(alt)

    def _cell(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        style = str(token.attrs.pop("style", ""))
        if style:
            # The pages' security policy lets no style stand in an attribute.
            token.attrs["class"] = "column-" + style.removeprefix("text-align:")
        return self.renderToken(tokens, idx, options, env)

    td_open = th_open = _cell

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        # A table wider than its page scrolls; those who use keys reach it, in Safari too.
        tokens[idx].attrs["tabindex"] = "0"
        return self.renderToken(tokens, idx, options, env)

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        href = str(token.attrs.get("href", ""))
        link: Callable[[str], str] | None = env.get("link")
        if link is not None:
            href = link(href)
            token.attrs["href"] = href
        if href.startswith(("http://", "https://")):
            token.attrs["rel"] = "noopener"
        return self.renderToken(tokens, idx, options, env)


LANGUAGE = "lang:"
"""How the address of a phrase in another language begins."""
TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""The form of a language tag."""


def _speak(state: StateCore) -> None:
    """Turn links to a language into spans; one whose tag has a wrong form leaves its words alone."""
    for block in state.tokens:
        open_links: list[str | None] = []
        kept = []
        for token in block.children or ():
            if token.type == "link_open":
                href = str(token.attrs.get("href", ""))
                lang = href.removeprefix(LANGUAGE) if href.startswith(LANGUAGE) else None
                open_links.append(lang)
                if lang is not None:
                    token.type, token.tag, token.attrs = "phrase_open", "span", {"lang": lang}
            elif token.type == "link_close":
                lang = open_links.pop()
                if lang is not None:
                    token.type, token.tag = "phrase_close", "span"
            else:
                lang = None
            if lang is None or TAG.fullmatch(lang):
                kept.append(token)
        if block.children is not None:
            block.children = kept


@functools.lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    options = {"html": False, "linkify": False, "typographer": False, "maxNesting": 20}
    parser = MarkdownIt("commonmark", options, renderer_cls=_Renderer).enable(["table", "strikethrough"])
    parser.core.ruler.after("inline", "phrase_languages", _speak)
    return parser


def html(
    source: str,
    *,
    top: int = 2,
    picture: Picture | None = None,
    link: Callable[[str], str] | None = None,
) -> str:
    """
    Render Markdown to HTML that holds no live script.

    Args:
        source: Markdown of a staff member; HTML in it comes out as text.
        top: Level that the text's largest heading gets, however it was written; the page has the only ``h1``.
        picture: Makes the HTML of a picture; without it a picture shows its alternative text.
        link: Rewrites a link's address.
    Returns:
        An HTML fragment.
    """
    parser = _parser()
    env: dict[str, Any] = {"picture": picture, "link": link}
    tokens = parser.parse(source, env)
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    largest = min((int(token.tag[1]) for token in headings), default=top)
    for token in headings:
        token.tag = f"h{min(6, int(token.tag[1]) + top - largest)}"
    return str(parser.renderer.render(tokens, parser.options, env))


_BREAKS = {"paragraph_close", "heading_close", "list_item_close", "fence", "code_block", "tr_close", "hr"}


def _words(tokens: Sequence[Token], out: list[str]) -> None:
    for token in tokens:
        if token.type == "inline":
            _words(token.children or (), out)
        elif token.type in {"text", "code_inline", "fence", "code_block"}:
            out.append(token.content)
        elif token.type in {"softbreak", "hardbreak", "td_close", "th_close"}:
            out.append(" ")
        elif token.type == "image":
            out.append(token.content)
        if token.type in _BREAKS:
            out.append("\n")


def plain(source: str) -> str:
    """
    Turn Markdown into plain text: one line a paragraph, no marks, NFC, no control characters.


    """
    if not source:
        return ""
    out: list[str] = []
    _words(_parser().parse(source), out)
    lines = (" ".join(line.split()) for line in "".join(out).split("\n"))
    return vi.nfc("\n".join(line for line in lines if line))


def ground(tone: int | None) -> str:
    """Write the attribute that colours the place of a picture still to come; without a tone there is none."""
    return "" if tone is None else f' class="tone-{tone}"'


def figure(
    sources: Sequence[tuple[str, int]],
    full: str,
    width: int,
    height: int,
    alt: str,
    root: str,
    tone: int | None = None,
) -> str:
    """
    Write the HTML of one picture in a text.

    Args:
        sources: WebP files as (path, width in pixels).
        full: JPEG for old browsers.
        width: Pixels of the largest form.
        height: Likewise.
        alt: Text alternative.
        root: What every path begins with.
        tone: Of the ground that is shown until the picture is there.
    """
    wide = ", ".join(f"{escape(root + path)} {w}w" for path, w in sources)
    return (
        f'<picture><source type="image/webp" srcset="{wide}" sizes="(min-width: 48em) 44rem, 88vw">'
        f'<img src="{escape(root + full)}" width="{width}" height="{height}" alt="{escape(alt)}"'
        f' loading="lazy" decoding="async"{ground(tone)}></picture>'
    )


def pictures(source: str) -> list[str]:
    """List the picture paths that a Markdown text names."""
    found: list[str] = []

    def walk(tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.type == "image":
                found.append(str(token.attrs.get("src", "")))
            walk(token.children or ())

    walk(_parser().parse(source))
    return found


@functools.lru_cache(maxsize=1)
def _finder() -> MarkdownIt:
    """Return a parser that keeps every address as it was written, even one that no page may link to."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def links(source: str) -> list[tuple[str, bool]]:
    """List the addresses of a Markdown text in their order, each with whether it is a picture's."""
    found: list[tuple[str, bool]] = []

    def walk(tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.type == "link_open":
                found.append((str(token.attrs.get("href", "")), False))
            elif token.type == "image":
                found.append((str(token.attrs.get("src", "")), True))
            walk(token.children or ())

    walk(_finder().parse(source))
    return found


def shorten(text: str, most: int) -> str:
    """Cut a plain text at a word, without an ellipsis, to at most ``most`` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    head = flat[: most + 1]
    at = head.rfind(" ")
    return (head[:at] if at > most // 2 else flat[:most]).rstrip(" ,;:–-")


__all__ = ["LANGUAGE", "TAG", "Picture", "figure", "ground", "html", "links", "pictures", "plain", "shorten"]
