"""What a visitor must be able to read: who runs the site, and on what terms goods are sold."""

from __future__ import annotations

from typing import Any

from chophien.model import Page, Site

from .engine import render, tongue
from .frame import everywhere, frame


def _page(site: Site, lang: str, kind: str, graph: str, **more: Any) -> str:
    words = tongue(lang)
    commune = words.plain(site.commune.name)
    context = frame(
        site, lang, everywhere(site, kind), title=words.say(f"section.{kind}"),
        description=words.say(f"{kind}-describe", commune=commune, site=words.plain(site.name)), graph=graph,
    )  # fmt: skip
    context |= {
        "owner": site.commune.owner,
        "contact": site.commune.contact,
        "policies": site.commune.policies,
        **more,
    }
    return render(f"{kind}.html", site, context)


def about(site: Site, lang: str, *, body_page: Page | None = None, graph: str = "") -> str:
    """
    Render the introduction of the commune.

    Args:
        body_page: A page of the commune whose text takes the place of ``about`` in its settings.
        graph: Finished JSON-LD.
    """
    return _page(site, lang, "about", graph, body_page=body_page)


def contact(site: Site, lang: str, *, graph: str = "") -> str:
    """Render how to reach the commune."""
    return _page(site, lang, "contact", graph)


def terms(site: Site, lang: str, *, graph: str = "") -> str:
    """Render the terms of use: who runs the site, who sells, who answers."""
    return _page(site, lang, "terms", graph)


def delivery(site: Site, lang: str, *, graph: str = "") -> str:
    """Render how goods are delivered."""
    return _page(site, lang, "delivery", graph)


def payment(site: Site, lang: str, *, graph: str = "") -> str:
    """Render how goods are paid."""
    return _page(site, lang, "payment", graph)


def returns(site: Site, lang: str, *, graph: str = "") -> str:
    """Render whether and how goods go back, and how to complain."""
    return _page(site, lang, "returns", graph)


def privacy(site: Site, lang: str, *, graph: str = "") -> str:
    """Render what happens to personal data."""
    return _page(site, lang, "privacy", graph)
