"""
The commune's places and trips as GPX, for navigation devices and their apps.

Source:
    GPX 1.1: latitude and longitude are attributes, way points come before routes; a route is a way that is planned.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from chophien import urls
from chophien.model import PlaceCard, Site, Trip, say

from .geojson import DECIMALS

_SPACE = "http://www.topografix.com/GPX/1/1"


def waypoints(site: Site, lang: str, places: Iterable[PlaceCard], *, roughly: str) -> bytes:
    """
    Write the places that have a position.

    Args:
        roughly: What is said of a position that is only roughly known.
    """
    root = _root(say(site.name, lang))
    for place in places:
        _point(root, "wpt", site, lang, place, roughly)
    return _written(root)


def route(site: Site, lang: str, trip: Trip, stops: Iterable[PlaceCard], *, roughly: str) -> bytes:
    """Write a trip as the stops it makes in order; the way between them is for the traveller's device to find."""
    root = _root(say(trip.name, lang))
    way = ET.SubElement(root, "rte")
    ET.SubElement(way, "name").text = say(trip.name, lang)
    ET.SubElement(way, "desc").text = say(trip.summary, lang)
    _link(way, urls.absolute(site.commune.site_url, urls.path("trip", lang, trip.id)))
    for place in stops:
        _point(way, "rtept", site, lang, place, roughly)
    return _written(root)


def _root(name: str) -> ET.Element:
    root = ET.Element("gpx", {"version": "1.1", "creator": "Chợ Phiên", "xmlns": _SPACE})
    ET.SubElement(ET.SubElement(root, "metadata"), "name").text = name
    return root


def _point(parent: ET.Element, tag: str, site: Site, lang: str, place: PlaceCard, roughly: str) -> None:
    if place.point is None:
        return
    spot = ET.SubElement(
        parent, tag, lat=f"{round(place.point.lat, DECIMALS)}", lon=f"{round(place.point.lon, DECIMALS)}"
    )
    name = say(place.name, lang)
    # Devices show names alone; whoever follows one must see there that it is no exact goal.
    ET.SubElement(spot, "name").text = f"{name} ({roughly})" if place.point.approximate else name
    if place.point.approximate:
        ET.SubElement(spot, "cmt").text = roughly
    ET.SubElement(spot, "desc").text = say(place.summary, lang)
    _link(spot, urls.absolute(site.commune.site_url, urls.place(place, lang)))
    ET.SubElement(spot, "type").text = place.kind


def _link(parent: ET.Element, address: str) -> None:
    ET.SubElement(parent, "link", href=address)


def _written(root: ET.Element) -> bytes:
    ET.indent(root, "")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
