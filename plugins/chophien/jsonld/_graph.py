"""What the descriptions of all pages share: nodes, addresses, pictures, serialisation."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any, Protocol

import msgspec

from chophien import urls
from chophien.model import Address, Commune, Fee, Hours, Phrase, Picture, Point, Site, example_title, say
from chophien.text import tel_uri

Node = dict[str, Any]
Crumbs = Sequence[tuple[str, str]]
"""Name and path of each page above this one, this one last."""

SCHEMA = "https://schema.org/"
SOURCE = "vi"
"""Site-wide nodes say the same on every page, so their names are Vietnamese."""

ZONE = "+07:00"
"""Viet Nam's distance from Greenwich, all year."""

_WEEKDAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


def node(type: str | list[str], id: str = "", /, **values: Any) -> Node:
    """Make a node; what is empty stays absent, zero and false stay."""
    made: Node = {"@type": type}
    if id:
        made["@id"] = id
    for name, value in values.items():
        if value or value == 0:
            made[name] = value
    return made


def ref(id: str) -> Node:
    """Point to a node by its id."""
    return {"@id": id}


def script(nodes: Iterable[Node | msgspec.Raw]) -> str:
    """Serialise a graph so that no text of it can end a script element."""
    raw = msgspec.json.encode({"@context": "https://schema.org", "@graph": list(nodes)})
    safe = raw.replace(b"<", b"\\u003c").replace(b">", b"\\u003e").replace(b"&", b"\\u0026")
    return safe.decode()


class Named(Protocol):
    """A record with a name, which may be an example."""

    @property
    def name(self) -> Phrase: ...
    @property
    def example(self) -> bool: ...


def name_of(record: Named, lang: str) -> str:
    """Return a record's name; an example says that it is one."""
    name = say(record.name, lang)
    return example_title(name, lang) if record.example else name


def real(site: Site, record: Named) -> bool:
    """Tell whether a record may be described as a thing; on a real site an example is but a page."""
    return site.commune.example or not record.example


# --- addresses and ids -----------------------------------------------------------------------------


def url(site: Site, path: str) -> str:
    """Return the full address of a path."""
    return _absolute(site.commune.site_url, path)


# A page's graph names the same few addresses again and again.
_absolute = functools.lru_cache(maxsize=1024)(urls.absolute)


def site_id(site: Site, name: str) -> str:
    """Return the id of a node of the whole site, such as ``website``; the home page defines it."""
    return f"{site.commune.site_url}/#{name}"


# --- nodes of the whole site -----------------------------------------------------------------------


def official_name(commune: Commune) -> str:
    """Return the commune's name with its kind before it."""
    name = say(commune.name, SOURCE)
    return name if name.lower().startswith(commune.kind + " ") else f"{commune.kind.capitalize()} {name}"


def others(phrase: Phrase, main: str) -> list[str]:
    """List the texts of a phrase that differ from its main one."""
    return list(dict.fromkeys(text for text in phrase.values() if text != main))


def website(site: Site) -> Node:
    """Name the site."""
    return node(
        "WebSite",
        site_id(site, "website"),
        name=say(site.name, SOURCE),
        url=site.commune.site_url + "/",
        publisher=ref(site_id(site, "commune")),
    )


def commune(site: Site) -> Node:
    """Name the commune, which publishes the site."""
    return node(
        "GovernmentOrganization",
        site_id(site, "commune"),
        name=official_name(site.commune),
        url=site.commune.site_url + "/",
    )


def destination(site: Site) -> Node:
    """Name the commune as somewhere to go."""
    return node(
        "TouristDestination",
        site_id(site, "destination"),
        name=official_name(site.commune),
        url=site.commune.site_url + "/",
    )


def page_node(
    site: Site, lang: str, path: str, title: str, crumbs: Crumbs, type: str = "WebPage", **values: Any
) -> list[Node]:
    """Describe the page itself, and where it stands when anything is above it."""
    here = url(site, path)
    trail = breadcrumbs(site, here, crumbs)
    made = node(
        type,
        here,
        url=here,
        name=title,
        inLanguage=lang,
        isPartOf=ref(site_id(site, "website")),
        breadcrumb=ref(trail["@id"]) if trail else None,
        **values,
    )
    return [made, trail] if trail else [made]


def breadcrumbs(site: Site, here: str, crumbs: Crumbs) -> Node | None:
    """List the pages above a page; one page alone is no way."""
    if len(crumbs) < 2:
        return None
    return node(
        "BreadcrumbList",
        here + "#breadcrumb",
        itemListElement=[
            {"@type": "ListItem", "position": at, "name": name, "item": url(site, path)}
            for at, (name, path) in enumerate(crumbs, 1)
        ],
    )


# --- small parts -----------------------------------------------------------------------------------


def image(site: Site, lang: str, picture: Picture) -> Node:
    """Describe a picture and who took it."""
    return node(
        "ImageObject",
        contentUrl=url(site, picture.full),
        width=picture.width,
        height=picture.height,
        caption=say(picture.alt, lang),
        creditText=picture.credit,
    )


def images(site: Site, lang: str, pictures: Sequence[Picture]) -> list[Node]:
    """Describe pictures; papers are not pictures of the thing itself."""
    return [image(site, lang, picture) for picture in pictures if picture.role != "certificate"]


def telephone(number: str) -> str:
    """Write a telephone number with +84, but for 1800 and 1900, which have no such form."""
    return tel_uri(number).removeprefix("tel:") if number else ""


def address(site: Site, written: Address | None, outside: bool = False) -> Node:
    """Write a postal address; what lies inside the commune need not repeat its name."""
    here = None if outside else site.commune
    return node(
        "PostalAddress",
        streetAddress=say(written.street, SOURCE) if written else "",
        addressLocality=(say(written.commune, SOURCE) if written else "") or (official_name(here) if here else ""),
        addressRegion=(say(written.province, SOURCE) if written else "")
        or (say(here.province, SOURCE) if here else ""),
        addressCountry="VN",
    )


def geo(point: Point | None) -> Node | None:
    """Write a position; one that is only approximate would send people astray and is left out."""
    if point is None or point.approximate:
        return None
    return node("GeoCoordinates", latitude=point.lat, longitude=point.lon)


def opening(hours: Iterable[Hours]) -> list[Node]:
    """Write opening hours; no weekdays means all of them."""
    return [
        node(
            "OpeningHoursSpecification",
            dayOfWeek=[SCHEMA + _WEEKDAYS[day] for day in span.days or _WEEKDAYS],
            opens=clock(span.opens),
            closes=clock(span.closes),
        )
        for span in hours
    ]


def fee_offer(fee: Fee | None, lang: str, here: str) -> Node | None:
    """Offer a seat or a ticket for what is paid on the spot."""
    if fee is None:
        return None
    return node(
        "Offer",
        price=str(fee.amount),
        priceCurrency="VND",
        url=here,
        description=" – ".join(part for part in (say(fee.unit, lang), say(fee.includes, lang)) if part),
    )


def clock(at: time) -> str:
    """Write a time of day."""
    return at.strftime("%H:%M")


def moment(day: date, at: time | None) -> str:
    """Write a day, with its hour and zone when the hour is known."""
    return f"{day.isoformat()}T{at:%H:%M:%S}{ZONE}" if at else day.isoformat()


def number(value: Decimal) -> int | float:
    """Write a quantity as a JSON number."""
    return int(value) if value == value.to_integral_value() else float(value)
