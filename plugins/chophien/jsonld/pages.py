"""The home page, lists, and pages of plain text."""

from __future__ import annotations

from collections.abc import Sequence

from chophien import urls
from chophien.model import Picture, PlaceCard, Site, say
from chophien.model.records import Contact

from . import _policies
from ._graph import (
    Crumbs,
    Node,
    address,
    commune,
    destination,
    geo,
    images,
    node,
    official_name,
    opening,
    others,
    page_node,
    real,
    ref,
    script,
    site_id,
    telephone,
    url,
    website,
)
from .places import TYPES, place_stub

LOGOS = ("logo", "icon-512", "icon-192", "icon")
"""Purposes of the icons that may stand for the commune, best first."""


def home(
    site: Site,
    lang: str,
    pictures: Sequence[Picture] = (),
    places: Sequence[PlaceCard] = (),
) -> str:
    """Describe the home page, which defines the nodes of the whole site."""
    path = urls.path("home", lang)
    described = page_node(
        site, lang, path, say(site.name, lang), (), "WebPage", about=ref(site_id(site, "destination"))
    )
    return script(
        [
            *described,
            website(site)
            | node(
                "WebSite",
                alternateName=others(site.name, say(site.name, "vi")),
                description=say(site.commune.tagline, lang),
                inLanguage=list(site.languages),
            ),
            _commune(site),
            _destination(site, lang, pictures, places),
            *_policies.returns(site),
        ]
    )


NAMED = 40
"""Entries at most that a list names; of a longer one, such as a large map, their addresses say enough."""


def listing(site: Site, lang: str, kind: str, items: Sequence[tuple[str, str]], path: str, breadcrumbs: Crumbs) -> str:
    """Describe one page of a list: the name and path of what stands on it, in order."""
    here = url(site, path)
    short = len(items) <= NAMED
    entries = node(
        "ItemList",
        f"{here}#{kind}",
        numberOfItems=len(items),
        itemListElement=[
            {"@type": "ListItem", "position": at, **({"name": name} if short else {}), "url": url(site, to)}
            for at, (name, to) in enumerate(items, 1)
        ],
    )
    title = breadcrumbs[-1][0] if breadcrumbs else say(site.name, lang)
    return script(
        [
            *page_node(site, lang, path, title, breadcrumbs, "CollectionPage", mainEntity=ref(entries["@id"])),
            entries,
            website(site),
            commune(site),
        ]
    )


def page(site: Site, lang: str, title: str, path: str, breadcrumbs: Crumbs, type: str = "WebPage") -> str:
    """Describe a page of plain text; ``type`` is ``AboutPage``, ``ContactPage`` or another page type."""
    about = ref(site_id(site, "commune")) if type in {"AboutPage", "ContactPage"} else None
    return script(
        [
            *page_node(site, lang, path, title, breadcrumbs, type, about=about),
            website(site),
            _commune(site) if about else commune(site),
        ]
    )


def _commune(site: Site) -> Node:
    """Describe the commune as an office."""
    town = site.commune
    contact = town.contact
    name = official_name(town)
    logo = next((site.icons[purpose] for purpose in LOGOS if purpose in site.icons), "")
    return commune(site) | node(
        "GovernmentOrganization",
        alternateName=[*others(town.name, name), *town.former_names],
        identifier=town.code,
        logo=url(site, logo) if logo else "",
        address=address(site, None)
        | ({"streetAddress": say(contact.address, "vi")} if contact and contact.address else {}),
        telephone=telephone(contact.phone) if contact else "",
        email=contact.email if contact else "",
        contactPoint=_contact(contact) if contact else None,
        sameAs=[contact.facebook] if contact and contact.facebook else [],
        hasMerchantReturnPolicy=_policies.returns_ref(site),
        hasShippingService=_policies.service(site),
    )


def _contact(contact: Contact) -> Node | None:
    if not contact.phone and not contact.email:
        return None
    return node(
        "ContactPoint",
        contactType="customer service",
        telephone=telephone(contact.phone),
        email=contact.email,
        hoursAvailable=opening(contact.hours),
    )


def _destination(site: Site, lang: str, pictures: Sequence[Picture], places: Sequence[PlaceCard]) -> Node:
    """Describe the commune as somewhere to go."""
    town = site.commune
    name = official_name(town)
    return destination(site) | node(
        "TouristDestination",
        additionalType="https://schema.org/AdministrativeArea",
        alternateName=[*others(town.name, name), *town.former_names],
        description=say(town.tagline, lang),
        geo=geo(town.point),
        image=images(site, lang, pictures),
        containedInPlace=node("AdministrativeArea", name=say(town.province, "vi")),
        includesAttraction=[
            place_stub(site, lang, card)
            for card in places
            if real(site, card) and not card.outside and "TouristAttraction" in TYPES[card.kind]
        ],
    )
