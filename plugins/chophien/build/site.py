"""The site as all its pages see it, with the small files that go with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from chophien import assets, cards, images, model, pages, urls
from chophien import text as vi
from chophien.model import Palette, Site

from .book import Book, Entry, digest
from .context import page_links
from .shares import Shares
from .theme import OWN_SHARE

_PACK = msgspec.msgpack.Encoder().encode


def resolve(book: Book, shares: Shares, folders: tuple[Path, ...]) -> tuple[Site, dict[str, bytes]]:
    """
    Work out what all pages say of the site.

    Args:
        book: What the folder says.
        shares: The names of share cards.
        folders: Theme folders, the commune's own before ours.
    Returns:
        The site, and contents of small files by path: style, script, drawn icon, manifests.
    """
    commune = book.commune
    given: dict[str, bytes] = {}
    name = model.say(commune.name, "vi")
    style = assets.styles(folders, commune.palette, name)
    styles = assets.hashed("chophien.css", style)
    staff_style = assets.styles(folders, commune.palette, name, staff=True)
    staff_styles = assets.hashed("chophien-staff.css", staff_style)
    given |= {styles: style, staff_styles: staff_style}
    script = assets.scripts(folders)
    scripts = (assets.hashed("chophien.js", script),) if script.strip() else ()
    given.update(dict.fromkeys(scripts, script))
    drawing = assets.icon(name, commune.palette or Palette())
    icons = {"icon": assets.hashed("bieu-tuong.svg", drawing)}
    given[icons["icon"]] = drawing
    look = digest(cards.ICON_RECIPE.encode(), name.encode(), _PACK(commune.palette))
    icons |= {key: assets.hashed(f"{key}.png", look) for key in cards.ICONS}
    used = sorted({e.facts.category for e in book.entries["product"].values()} - {""})
    site = Site(
        commune=commune,
        languages=shares.languages,
        sections=_sections(book),
        categories={id: book.categories[id] for id in used},
        pages=page_links(book),
        news_in=_languages_of(
            e for e in book.entries["news"].values() if e.facts.variety == "published" and book.real(e)
        ),
        share=_share(shares, folders),
        styles=styles,
        staff_styles=staff_styles,
        scripts=scripts,
        icons=icons,
    )
    for lang in site.languages:
        path = urls.manifest(lang)
        given[path] = assets.manifest(site, lang, icons, urls.root(path))
    return site, given


def _share(shares: Shares, folders: tuple[Path, ...]) -> dict[str, str]:
    """Name, for each language, the picture that stands for a page that has none of its own."""
    own = folders[0] / OWN_SHARE
    if len(folders) > 1 and own.is_file():  # the commune's own picture instead of the drawn card
        look = digest(own.read_bytes(), images.RECIPE.encode())
        return dict.fromkeys(shares.languages, assets.hashed("chia-se.jpg", look))
    written = {lang: next(tag for tag in vi.chain(lang) if tag in shares.drawn) for lang in shares.languages}
    mark = shares.home_mark()
    return {lang: urls.card("home", written[lang], "", "link", mark) for lang in shares.languages}


def _sections(book: Book) -> tuple[str, ...]:
    """Return the sections that have something to show."""
    entries = book.entries
    there = {
        "products": bool(entries["product"]),
        "places": any(e.facts.variety != "homestay" for e in entries["place"].values()),
        "stays": any(e.facts.variety == "homestay" for e in entries["place"].values()),
        "trips": bool(entries["trip"]),
        "events": bool(entries["event"]),
        "producers": bool(entries["producer"]),
        "seasons": _has_seasons(book),
        "map": any(e.facts.located for e in entries["place"].values()),
        "needs": bool(entries["need"]),
        "news": any(e.facts.variety == "published" for e in entries["news"].values()),
        "directions": _has_directions(book),
    }
    return tuple(kind for kind, found in there.items() if found)


def _has_seasons(book: Book) -> bool:
    goods = any(entry.facts.season and not entry.facts.quiet for entry in book.entries["product"].values())
    return (
        goods
        or bool(book.entries["event"])
        or any(entry.facts.season for kind in ("place", "trip") for entry in book.entries[kind].values())
    )


def _has_directions(book: Book) -> bool:
    """Tell whether we write how to get there: the commune has said where it is, but has no page on it."""
    commune, own = book.commune, book.entries["page"].get(pages.DIRECTIONS)
    known = commune.point is not None and commune.contact is not None and bool(commune.contact.address)
    return known and (own is None or own.facts.variety != "published")


def _languages_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the languages that articles are written in, from their path words."""
    return tuple(
        sorted({value.partition(":")[0] for e in entries for scope, _, value in e.facts.unique if scope == "news"})
    )
