"""Sights, villages, homestays, workshops, restaurants and markets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chophien import urls
from chophien.model import Amenities, Picture, Place, PlaceCard, Producer, Site, keys, say
from chophien.text import write_dong

from ._graph import (
    Crumbs,
    Node,
    address,
    clock,
    commune,
    destination,
    geo,
    images,
    name_of,
    node,
    opening,
    page_node,
    real,
    ref,
    script,
    site_id,
    telephone,
    url,
    website,
)
from .producers import stub

TYPES: dict[str, str | list[str]] = {
    "village": "TouristAttraction",
    "sight": "TouristAttraction",
    "waterfall": ["TouristAttraction", "Waterfall"],
    "cave": "TouristAttraction",
    "pass": "TouristAttraction",
    "temple": ["TouristAttraction", "PlaceOfWorship"],
    "monument": ["TouristAttraction", "LandmarksOrHistoricalBuildings"],
    "market": "TouristAttraction",
    "workshop": ["TouristAttraction", "LocalBusiness"],
    "homestay": "BedAndBreakfast",
    "restaurant": "Restaurant",
    "viewpoint": "TouristAttraction",
    "service": "LocalBusiness",
}
"""Schema.org types of each kind of place."""

BUSINESSES = frozenset({"workshop", "homestay", "restaurant", "service"})
"""Kinds that are a LocalBusiness, which alone has a price range, ways to pay and a telephone to book by."""

_YES_NO = ("toilet", "water", "electricity", "parking", "wifi", "wheelchair")


def place_stub(site: Site, lang: str, place: Place | PlaceCard, **values: Any) -> Node:
    """
    Name a place whose page says the rest, with the types that it has there.

    Args:
        values: What is said here beside its name. An example of a real site has no type and no id: its
            page describes no place.
    """
    here = url(site, urls.place(place, lang))
    name = name_of(place, lang)
    if not real(site, place):
        return node("Place", name=name, url=here, **values)
    return node(TYPES[place.kind], here + "#place", name=name, url=here, **values)


def place(
    site: Site,
    lang: str,
    place: Place,
    pictures: Sequence[Picture],
    breadcrumbs: Crumbs,
    host: Producer | None = None,
) -> str:
    """
    Describe a place's page.

    A business also says who owns it, its host, with the telephone as far as consented. An example of a
    real site is described as a page alone.
    """
    path = urls.place(place, lang)
    name = name_of(place, lang)
    if not real(site, place):
        return script([*page_node(site, lang, path, name, breadcrumbs), website(site), commune(site)])
    stay = place.stay if place.kind == "homestay" else None
    business = place.kind in BUSINESSES
    attraction = "TouristAttraction" in TYPES[place.kind]
    speaks = list(place.amenities.languages) if place.amenities and (attraction or stay) else []
    made = place_stub(site, lang, place) | node(
        TYPES[place.kind],
        alternateName=list(place.former_names),
        description=say(place.summary, lang),
        image=images(site, lang, pictures),
        geo=geo(place.point),
        hasMap=_map(place),
        address=address(site, place.address, place.outside),
        containedInPlace=None if place.outside else ref(site_id(site, "destination")),
        openingHoursSpecification=opening(place.hours),
        isAccessibleForFree=_free(place),
        amenityFeature=_features(place.amenities, lang),
        availableLanguage=speaks,
        owner=stub(site, lang, host) if host and business else None,
        telephone=telephone(host.phone) if host and business else "",
        priceRange=_price_range(place) if business else "",
    )
    if stay:
        made |= node(
            TYPES[place.kind],
            numberOfRooms=stay.rooms or None,
            maximumAttendeeCapacity=stay.capacity,
            checkinTime=clock(stay.check_in) if stay.check_in else "",
            checkoutTime=clock(stay.check_out) if stay.check_out else "",
            petsAllowed=stay.pets,
        )
    return script(
        [
            *page_node(site, lang, path, name, breadcrumbs, mainEntity=ref(made["@id"])),
            made,
            *([] if place.outside else [destination(site)]),
            website(site),
            commune(site),
        ]
    )


def _free(place: Place) -> bool | None:
    return False if place.free is None and place.fee else place.free


def _map(place: Place) -> str:
    if place.point is None or place.point.approximate:
        return ""
    return f"https://www.google.com/maps/search/?api=1&query={place.point.lat},{place.point.lon}"


def _price_range(place: Place) -> str:
    if place.stay:
        prices = [price for price in (place.stay.price_person, place.stay.price_room) if price]
    elif place.serving:
        prices = [price for price in (place.serving.price_min, place.serving.price_max) if price]
    elif place.workshop and place.workshop.price_person:
        prices = [place.workshop.price_person]
    else:
        prices = [place.fee.amount] if place.fee else []
    if not prices:
        return ""
    low, high = write_dong(min(prices)), write_dong(max(prices))
    return low if low == high else f"{low} – {high}"


def _features(amenities: Amenities | None, lang: str) -> list[Node]:
    """List what is said to be there or not; what is unknown is not listed."""
    if amenities is None:
        return []
    found = []
    for field, key in keys(Amenities).items():
        if field not in _YES_NO:
            continue
        there = getattr(amenities, field)
        if there is not None:
            name = key.vi if lang == "vi" else key.en
            found.append(node("LocationFeatureSpecification", name=name, value=there))
    return found
