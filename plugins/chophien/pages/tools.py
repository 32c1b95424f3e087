"""Pages that serve the site itself: search, the page for wrong addresses, the report on feeds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from chophien import urls
from chophien.model import Site, emergency_numbers
from chophien.text import sort_key

from .engine import render, tongue
from .frame import everywhere, frame

SEARCHED = {
    "product": "products", "producer": "producers", "place": "places", "stay": "stays", "event": "events",
    "trip": "trips", "news": "news",
}  # fmt: skip
"""What the index calls each kind of entry, and the section whose name a visitor sees beside it."""

MOST_NAMED = 300
"""How many entries the search page names by itself; a larger site leads to its lists."""


def search(site: Site, lang: str, known: Sequence[tuple[str, str, str, str]] = (), graph: str = "") -> str:
    """
    Render the search page; without scripts it is a list of all there is.

    Args:
        known: Kind, title, path and the title's language (empty: the page's own) of everything that can be found.
            Kinds are named while they fit into ``MOST_NAMED``, the smallest first.
    """
    words = tongue(lang)
    context = frame(
        site, lang, everywhere(site, "search"), title=words.say("section.search"), section="search",
        description=words.say("search-describe", site=words.plain(site.name)), graph=graph,
    )  # fmt: skip
    kinds = {kind: words.say(f"section.{section}") for kind, section in SEARCHED.items()}
    context |= {
        "index": urls.search_index(lang),
        "kinds": json.dumps(kinds, ensure_ascii=False),
        "named": _named(known, kinds),
    }
    return render("search.html", site, context)


def _named(
    known: Sequence[tuple[str, str, str, str]], kinds: dict[str, str]
) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    """Group what can be found: title, path, languages of both; each sorted, groups too long to name left out."""
    groups: dict[str, list[tuple[str, str, str, str]]] = {kind: [] for kind in kinds}
    for kind, title, path, spoken in known:
        if kind in groups and path.count("/") > 0:
            # An article has a page in each language it is written in; all else has one in every language.
            groups[kind].append((title, path, spoken, spoken if kind == "news" else ""))
    room = MOST_NAMED
    shown = set()
    for kind in sorted(groups, key=lambda kind: len(groups[kind])):
        room -= len(groups[kind])
        if room >= 0 and groups[kind]:
            shown.add(kind)
    return [(kinds[kind], sorted(groups[kind], key=lambda one: sort_key(one[0]))) for kind in kinds if kind in shown]


def not_found(site: Site, lang: str) -> str:
    """
    Render the page for wrong addresses; its links begin at the host's root, since it is served at any depth.

    They name no host: the page's own policy loads styles from where it stands, a preview or a second address too.
    """
    words = tongue(lang)
    context = frame(
        site, lang, everywhere(site, "not-found"), title=words.say("not-found"), listed=False,
        description=words.say("not-found-text"), prefix=f"{urlsplit(site.commune.site_url).path}/",
    )  # fmt: skip
    return render("not-found.html", site, context)


def offline(site: Site, lang: str) -> str:
    """Render the page that stands in for one that was never opened, where there is no network."""
    words = tongue(lang)
    context = frame(
        site, lang, everywhere(site, "offline"), title=words.say("offline"), listed=False,
        description=words.say("offline-text"),
    )  # fmt: skip
    context |= {"emergency": emergency_numbers()}
    return render("offline.html", site, context)


def feeds_report(
    site: Site, *, kits: bool = False, report: Sequence[dict[str, Any]], off: Sequence[dict[str, str]] = ()
) -> str:
    """
    Render the page for staff about listings: the address to paste, what was left out and why.

    Args:
        kits: Whether there are listing kits to lead to.
        report: One entry a feed: ``key``, ``name``, ``use`` (``fetch``, ``import``, ``paste`` or ``data``), ``file``,
            ``url``, ``items`` (a number), ``state`` (``full``, ``lacking``, ``partial``, ``empty`` or ``shrank``),
            ``left_out`` (entries of ``sku``, ``name``, ``reason``, ``hint``, ``place``), ``notes`` (texts).
        off: One entry a feed that is not written: ``key``, ``name``, ``file``, ``why``.
    """
    lang = "vi"
    words = tongue(lang)
    context = frame(
        site, lang, [(lang, urls.FEEDS_PAGE)], title=words.say("feeds"), staff=True,
        description=words.say("feeds-text"),
    )  # fmt: skip
    english = tongue("en")
    rows = []
    for feed in report:
        word = f"feeds-steps.{feed['key']}"
        rows.append({**feed, "steps": words.say.get(word), "steps_en": english.say.get(word)})
    alerts = []
    for state in ("shrank", "empty"):
        names = "; ".join(feed["name"] for feed in report if feed["state"] == state)
        alerts += [words.say(f"feeds-alert.{state}", names=names)] if names else []
    context |= {"kits": urls.KITS_PAGE if kits else "", "report": rows, "alerts": alerts, "off": off}
    return render("feeds-report.html", site, context)
