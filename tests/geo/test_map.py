"""The drawn map: nothing covers anything, what is far squashes nothing, and the files are read by others."""

from __future__ import annotations

import itertools
import math
import random
from xml.etree import ElementTree as ET

import pytest

from chophien.geo import Mark, Survey, look, route, survey, waypoints
from chophien.geo.edge import MOST_FAR
from chophien.geo.labels import kilometres_box, meet
from chophien.geo.sheet import RADIUS, Box
from chophien.geo.survey import FAR_KM, MOST, WIDTH, Layout
from chophien.model import PlaceCard, Point, Trip
from chophien.model.records import Day, Stop
from chophien.model.tables import PLACE_KINDS

from .test_geojson import SITE

CENTRE = Point(lat=22.714, lon=106.416)
SPACE = "{http://www.topografix.com/GPX/1/1}"


def place(id: str, lat: float, lon: float, **more: object) -> PlaceCard:
    return PlaceCard(id=id, kind="village", name={"vi": f"Nơi <{id}>"}, point=Point(lat=lat, lon=lon), **more)  # type: ignore[arg-type]


def scattered(count: int, seed: int = 1) -> list[PlaceCard]:
    dice = random.Random(seed)
    return [place(f"n{n}", dice.uniform(22.68, 22.75), dice.uniform(106.38, 106.46)) for n in range(count)]


def mark_box(mark: Mark) -> Box:
    return mark.x - RADIUS, mark.y - RADIUS, mark.x + RADIUS, mark.y + RADIUS


def inside(box: Box, layout: Layout) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= layout.form.width and box[3] <= layout.field


def found(places: list[PlaceCard], centre: Point | None = CENTRE) -> Survey:
    made = survey(centre, places)
    assert made is not None
    return made


def test_no_position_is_no_map() -> None:
    assert survey(CENTRE, [PlaceCard(id="a", kind="cave", name={"vi": "A"})]) is None


@pytest.mark.parametrize("count", [1, 2, 12, 60, 300])
@pytest.mark.parametrize("centre", [CENTRE, None])
def test_marks_stay_on_the_sheet_and_do_not_cover_each_other(count: int, centre: Point | None) -> None:
    made = found(scattered(count), centre)
    assert len(made.marks) <= MOST
    assert set(made.numbers) == {f"n{n}" for n in range(count)}
    assert (
        sorted(set(made.numbers.values()))
        == [mark.number for mark in made.marks]
        == list(range(1, len(made.marks) + 1))
    )
    for mark in made.marks:
        assert RADIUS <= mark.x <= WIDTH - RADIUS and RADIUS <= mark.y <= made.height - RADIUS
    for one, other in itertools.combinations(made.marks, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) > 2 * RADIUS * 0.9


def test_places_at_one_spot_share_a_number() -> None:
    made = found([place("a", 22.7, 106.4), place("b", 22.7, 106.4), place("c", 22.73, 106.44)])
    assert made.numbers["a"] == made.numbers["b"] != made.numbers["c"]


@pytest.mark.parametrize(("rough", "marked"), [((), False), (("b",), True), (("a",), True), (("a", "b"), True)])
def test_a_mark_is_rough_when_one_of_its_places_is(rough: tuple[str, ...], marked: bool) -> None:
    point = {True: Point(lat=22.7, lon=106.4, approximate=True), False: Point(lat=22.7, lon=106.4)}
    made = found([PlaceCard(id=id, kind="cave", name={"vi": id}, point=point[id in rough]) for id in "ab"])
    assert [mark.approximate for mark in (*made.narrow.marks, *made.wide.marks)] == [marked] * 2


def test_what_is_far_stands_at_the_edge_in_its_direction_and_squashes_nothing() -> None:
    near = scattered(8)
    falls = place("thac", 22.854, 106.724, outside=True)
    without, beside = found(near), found([*near, falls])
    assert beside.units_per_m == without.units_per_m
    mark = next(mark for mark in beside.marks if mark.number == beside.numbers["thac"])
    assert mark.far is not None and mark.far[1] == 35
    assert mark.x > WIDTH * 0.8 and mark.y < beside.height / 2
    assert [m.far for m in beside.marks if m is not mark] == [None] * len(without.marks)


def test_many_far_places_in_one_direction_do_not_cover_each_other() -> None:
    far = [place(f"x{n}", 22.85 + n / 400, 106.72 + n / 300, outside=True) for n in range(9)]
    made = found([*scattered(3), *far])
    edge = [mark for mark in made.marks if mark.far]
    assert len(edge) > 4
    for one, other in itertools.combinations(edge, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) > 2 * RADIUS


def test_one_mistyped_position_does_not_squash_the_map() -> None:
    made = found([*scattered(9), place("go-nham", 10.8, 106.6)])
    far = [mark for mark in made.marks if mark.far]
    assert len(far) == 1 and far[0].far is not None and far[0].far[1] > FAR_KM
    assert far[0].y > made.height / 2


def test_one_place_alone_is_not_seen_through_a_lens() -> None:
    made = found([place("a", 22.714, 106.416)])
    assert WIDTH / made.units_per_m > 1500


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("count", [1, 9, MOST_FAR, 60])
def test_far_marks_their_kilometres_and_near_marks_do_not_cover_each_other(count: int, seed: int) -> None:
    dice = random.Random(seed)
    turn = dice.uniform(0, 6)
    far = [
        place(f"x{n}", 22.714 + 0.4 * math.sin(angle), 106.416 + 0.4 * math.cos(angle))
        for n, angle in enumerate(turn + dice.uniform(0, 0.4 + seed) for _ in range(count))
    ]
    # Near ones decide what is near, so there are as many.
    made = found([*scattered(count + 5, seed), *far])
    assert any(mark.far for mark in made.marks)
    for layout in (made.narrow, made.wide):
        boxes = [mark_box(mark) for mark in layout.marks] + [kilometres_box(m) for m in layout.marks if m.far]
        assert all(inside(box, layout) for box in boxes)
        rim = [n for n, mark in enumerate(layout.marks) if mark.far] + list(range(len(layout.marks), len(boxes)))
        for one, other in itertools.product(rim, range(len(boxes))):
            assert one == other or not meet(boxes[one], boxes[other])


def test_both_sheets_have_the_same_numbers() -> None:
    made = found([*scattered(70), place("thac", 22.854, 106.724)])
    assert [(m.number, m.name, bool(m.far)) for m in made.narrow.marks] == [
        (m.number, m.name, bool(m.far)) for m in made.wide.marks
    ]


def test_every_kind_of_place_has_a_look() -> None:
    assert {look(kind) for kind in PLACE_KINDS} == {"sight", "craft", "trade", "stay"}


def test_way_points_have_their_position_as_attributes_and_say_when_it_is_rough() -> None:
    rough = PlaceCard(id="hang", kind="cave", name={"vi": "Hang & suối"}, summary={"vi": "Một hang."},
                      point=Point(lat=22.8541239, lon=106.7, approximate=True))  # fmt: skip
    unknown = PlaceCard(id="suoi", kind="sight", name={"vi": "Suối"})
    root = ET.fromstring(waypoints(SITE, "vi", [rough, unknown], roughly="vị trí gần đúng"))
    spots = root.findall(f"{SPACE}wpt")
    assert root.get("version") == "1.1" and len(spots) == 1
    assert spots[0].attrib == {"lat": "22.85412", "lon": "106.7"}
    order = [child.tag.removeprefix(SPACE) for child in spots[0]]
    assert order == ["name", "cmt", "desc", "link", "type"]
    assert spots[0].findtext(f"{SPACE}name") == "Hang & suối (vị trí gần đúng)"
    assert spots[0].findtext(f"{SPACE}cmt") == "vị trí gần đúng"


def test_a_trip_is_a_route_of_its_stops_in_order() -> None:
    trip = Trip(id="vong", name={"vi": "Một vòng"}, summary={"vi": "Đi một vòng."}, days=(Day(stops=(Stop(),)),))
    stops = [place("b", 22.7, 106.4), place("a", 22.72, 106.42), place("b", 22.7, 106.4)]
    root = ET.fromstring(route(SITE, "vi", trip, stops, roughly="gần đúng"))
    way = root.find(f"{SPACE}rte")
    assert way is not None and way.findtext(f"{SPACE}name") == "Một vòng"
    assert [p.findtext(f"{SPACE}name") for p in way.findall(f"{SPACE}rtept")] == ["Nơi <b>", "Nơi <a>", "Nơi <b>"]
