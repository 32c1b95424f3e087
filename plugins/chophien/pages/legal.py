"""What a visitor must be able to read: who runs the site, and on what terms goods are sold."""

from __future__ import annotations

from typing import Any

from chophien import urls
from chophien.model import Page, Service, Site, emergency_numbers, national_services

from .engine import render, tongue
from .frame import everywhere, frame
from .groups import group_of


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
        "siblings": group_of(site, words, urls.path(kind, lang)),
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


def complaints(site: Site, lang: str, *, graph: str = "") -> str:
    """Render how to complain, who answers, and by when where the commune has said so."""
    return _page(site, lang, "complaints", graph)


def accessibility(site: Site, lang: str, *, graph: str = "") -> str:
    """Render what is done so that everybody can use the site, what is not, and whom to tell."""
    return _page(site, lang, "accessibility", graph)


def services(site: Site, lang: str, *, graph: str = "") -> str:
    """Render public services on the web, the commune's office and the numbers to call in need."""
    own: tuple[Service, ...] = site.commune.services
    return _page(
        site, lang, "services", graph, own=own, national=national_services(), emergency=emergency_numbers(),
        office=site.commune.office,
    )  # fmt: skip


def directions(site: Site, lang: str, *, graph: str = "") -> str:
    """Render how to get to the commune, for one that has written no page of its own on it."""
    point = site.commune.point
    spot = f"{point.lat:.10g},{point.lon:.10g}" if point else ""
    return _page(site, lang, "directions", graph, point=point, spot=spot)


def privacy(site: Site, lang: str, *, graph: str = "") -> str:
    """Render what happens to personal data."""
    return _page(site, lang, "privacy", graph)
