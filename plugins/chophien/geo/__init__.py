"""The commune's places as map data: GeoJSON, GPX, and a drawn map."""

from .drawing import LOOKS, draw, look
from .geojson import geojson
from .gpx import route, waypoints
from .sheet import Mark
from .survey import Survey, survey

__all__ = ["LOOKS", "Mark", "Survey", "draw", "geojson", "look", "route", "survey", "waypoints"]
