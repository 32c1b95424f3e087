"""Templates, compiled once per process and language, and the parts that all pages share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from chophien import urls
from chophien.model import ProductCard, Site

from .compiling import QuickEnvironment, compiled
from .groups import groups
from .tongue import Itself, Tongue

_HERE = Path(__file__).resolve().parent.parent
_SWITCH = "\ue000"
"""Stands in the header for the language switch, which differs from page to page; a private character."""

MENU = ("products", "places", "stays", "trips", "events", "producers", "needs", "news")
"""Sections in the order of the menu."""
KEPT_CARDS = 4096
"""List entries of products kept as HTML, since the same one stands on several pages."""


def theme_folder() -> Path:
    """Return the theme we ship: inside the installed package, or beside the source root."""
    packed = _HERE / "theme"
    return packed if packed.is_dir() else _HERE.parent.parent / "theme"


class Chrome(NamedTuple):
    """What is the same on all pages of one language, section and depth."""

    head: Markup
    before_switch: Markup
    after_switch: Markup
    footer: Markup


class _Engine:
    """The templates of one theme and the chrome of the site rendered last."""

    def __init__(self, folders: tuple[str, ...], own_words: str | None) -> None:
        self.paths = [str(Path(folder) / "templates") for folder in (*folders, str(theme_folder()))]
        self.own = Path(own_words) if own_words else None
        self.tongues: dict[str, Tongue] = {}
        self.environments: dict[str, Environment] = {}
        self.templates: dict[tuple[str, str], Template] = {}
        self.chromes: dict[tuple[str, str, str, bool], Chrome] = {}
        self.site: Site | None = None
        self.cards: dict[tuple[int, str, str, int, bool], tuple[ProductCard, Markup]] = {}

    def card(self, card: ProductCard, lang: str, root: str, level: int, first: bool) -> Markup:
        key = (id(card), lang, root, level, first)
        found = self.cards.get(key)
        # An id is used again once its card is gone, so the card itself is kept and compared.
        if found is None or found[0] is not card:
            if len(self.cards) >= KEPT_CARDS:
                self.cards.clear()
            made = self.template("parts/cards.html", lang).module.product_card(card, root, level, first)  # type: ignore[attr-defined]
            found = self.cards[key] = (card, Markup(made))  # noqa: S704 (autoescaped)
        return found[1]

    def tongue(self, lang: str) -> Tongue:
        found = self.tongues.get(lang)
        if found is None:
            found = self.tongues[lang] = Tongue(lang, self.own)
        return found

    def own_words_of(self, lang: str) -> Itself:
        """Return what a language says of itself, for the switch on pages of the others."""
        return self.tongue(lang).itself()

    def template(self, name: str, lang: str) -> Template:
        found = self.templates.get((name, lang))
        if found is None:
            found = self.environment(lang).get_template(name)
            # A chain of dictionaries is slow to copy, and every render copies it.
            found.globals = dict(found.globals)
            self.templates[name, lang] = found
        return found

    def environment(self, lang: str) -> Environment:
        found = self.environments.get(lang)
        if found is None:
            words = self.tongue(lang)
            found = QuickEnvironment(
                words.say,
                words.names | {"own": self.own_words_of},
                loader=FileSystemLoader(self.paths),
                autoescape=True,
                undefined=StrictUndefined,
                trim_blocks=True,
                lstrip_blocks=True,
                auto_reload=False,
                cache_size=-1,
                bytecode_cache=compiled(words.say),
            )
            self.environments[lang] = found
        return found

    def chrome(self, site: Site, lang: str, root: str, section: str, staff: bool) -> Chrome:
        if site is not self.site and site != self.site:
            self.chromes.clear()
        self.site = site
        key = (lang, root, section, staff)
        found = self.chromes.get(key)
        if found is None:
            # Staff's pages have their stylesheet by the name all pages have theirs, so that any theme's head links it.
            dressed = msgspec.structs.replace(site, styles=site.staff_styles) if staff else site
            found = self.chromes[key] = self._chrome(dressed, lang, root, section)
        return found

    def _chrome(self, site: Site, lang: str, root: str, section: str) -> Chrome:
        tongue = self.tongue(lang)
        menu = [(kind, urls.path(kind, lang)) for kind in MENU if kind in site.sections]
        context: dict[str, Any] = {
            "site": site,
            "root": root,
            "section": section,
            "menu": menu,
            "groups": groups(site, tongue),
            "atom": urls.news_atom(lang) if lang in site.news_in else "",
            "switch": Markup(_SWITCH),  # noqa: S704 (a constant)
            "site_name": tongue.plain(site.name),
            "commune": site.commune,
        }

        def part(name: str) -> Markup:
            return Markup(self.template(name, lang).render(context))  # noqa: S704 (autoescaped)

        before, _, after = str(part("parts/header.html")).partition(_SWITCH)
        return Chrome(part("parts/head.html"), Markup(before), Markup(after), part("parts/footer.html"))  # noqa: S704


_engine = _Engine((), None)
_set_up: tuple[tuple[str, ...], str | None, str] = ((), None, "")


def set_up(theme_folders: tuple[str, ...] = (), own_words: str | None = None, stamp: str = "") -> None:
    """
    Choose the theme of this process; the same choice again costs nothing.

    Args:
        theme_folders: Theme folders whose ``templates`` come before ours, the first one winning.
        own_words: Folder with the commune's own words, or none.
        stamp: Any text that changes when a template or a word has changed, so that it is read anew.
    """
    global _engine, _set_up
    wanted = (tuple(theme_folders), own_words, stamp)
    if wanted != _set_up:
        _engine, _set_up = _Engine(wanted[0], own_words), wanted


def tongue(lang: str) -> Tongue:
    """Return the words and forms of a language."""
    return _engine.tongue(lang)


def product_cards(cards: Sequence[ProductCard], lang: str, root: str, level: int = 3, first: int = 0) -> list[Markup]:
    """Render list entries of products with headings of a level; so many of them are seen before scrolling."""
    return [_engine.card(card, lang, root, level, at < first) for at, card in enumerate(cards)]


def render(template: str, site: Site, context: dict[str, Any]) -> str:
    """Render a page from the context that ``frame`` began."""
    context["chrome"] = _engine.chrome(site, *(context[part] for part in ("in_lang", "root", "section", "staff")))
    return _engine.template(template, context["in_lang"]).render(context)
