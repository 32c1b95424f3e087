"""
The commune's places as GeoJSON, for maps and other programs.

Source:
    RFC 7946: WGS 84, longitude before latitude. Five decimals are about a metre.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from chophien import urls
from chophien.model import PlaceCard, Site, say

DECIMALS = 5


def geojson(site: Site, lang: str, places: Iterable[PlaceCard]) -> bytes:
    """Write the places that have a position; ``outside`` and ``approximate`` mark those that are so."""
    features = [
        {
            "type": "Feature",
            "id": place.id,
            "geometry": {
                "type": "Point",
                "coordinates": [round(place.point.lon, DECIMALS), round(place.point.lat, DECIMALS)],
            },
            "properties": {
                "name": say(place.name, lang),
                "kind": place.kind,
                "url": urls.absolute(site.commune.site_url, urls.place(place, lang)),
                "outside": place.outside,
                **({"approximate": True} if place.point.approximate else {}),
            },
        }
        for place in places
        if place.point is not None
    ]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features}) + b"\n"
