import json

from chophien.geo import geojson
from chophien.model import Commune, PlaceCard, Point, Site
from chophien.model.records import Owner

COMMUNE = Commune(
    name={"vi": "Phúc Sen"},
    province={"vi": "Cao Bằng"},
    site_url="https://phucsen.example",
    tagline={"vi": "Làng rèn"},
    owner=Owner(name={"vi": "UBND xã"}),
)
SITE = Site(commune=COMMUNE, languages=("vi",))


def test_longitude_comes_first_with_five_decimals() -> None:
    cave = PlaceCard(
        id="nguom-ngao",
        kind="cave",
        name={"vi": "Ngườm Ngao"},
        point=Point(lat=22.8541239, lon=106.7),
        outside=True,
    )
    unknown = PlaceCard(id="suoi", kind="sight", name={"vi": "Suối"})
    made = json.loads(geojson(SITE, "vi", [cave, unknown]))
    assert made == {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": "nguom-ngao",
                "geometry": {"type": "Point", "coordinates": [106.7, 22.85412]},
                "properties": {
                    "name": "Ngườm Ngao",
                    "kind": "cave",
                    "url": "https://phucsen.example/dia-diem/nguom-ngao.html",
                    "outside": True,
                },
            }
        ],
    }


def test_no_place_is_an_empty_collection() -> None:
    assert json.loads(geojson(SITE, "vi", [])) == {"type": "FeatureCollection", "features": []}
