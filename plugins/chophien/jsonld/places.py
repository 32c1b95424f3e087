"""Sights, villages, homestays, workshops, restaurants and markets."""

from __future__ import annotations

from collections.abc import Sequence

from chophien import urls
from chophien.model import Amenities, Picture, Place, Producer, Site, keys, say
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
    node,
    opening,
    page_node,
    ref,
    script,
    site_id,
    telephone,
    url,
    website,
)

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


def place(
    site: Site,
    lang: str,
    place: Place,
    pictures: Sequence[Picture],
    breadcrumbs: Crumbs,
    host: Producer | None = None,
) -> str:
    """Describe a place's page; the host's telephone is added to a business, as far as consented."""
    path = urls.place(place, lang)
    here = url(site, path)
    name = say(place.name, lang)
    stay = place.stay if place.kind == "homestay" else None
    business = place.kind in BUSINESSES
    attraction = "TouristAttraction" in TYPES[place.kind]
    speaks = list(place.amenities.languages) if place.amenities and (attraction or stay) else []
    made = node(
        TYPES[place.kind],
        here + "#place",
        name=name,
        alternateName=list(place.former_names),
        description=say(place.summary, lang),
        url=here,
        image=images(site, lang, pictures),
        geo=geo(place.point),
        hasMap=_map(place),
        address=address(site, place.address, place.outside),
        containedInPlace=None if place.outside else ref(site_id(site, "destination")),
        openingHoursSpecification=opening(place.hours),
        isAccessibleForFree=_free(place),
        amenityFeature=_features(place.amenities, lang),
        availableLanguage=speaks,
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
    if place.point is None:
        return ""
    return f"https://www.google.com/maps/search/?api=1&query={place.point.lat},{place.point.lon}"


def _price_range(place: Place) -> str:
    if place.stay:
        prices = [price for price in (place.stay.price_person, place.stay.price_room) if price]
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
