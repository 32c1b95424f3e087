"""What stands on the drawn map: names where there is room, trips through their stops, colours that can be read."""

from __future__ import annotations

import itertools
import math
import random
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from chophien.assets.colours import CLOTH, contrast, mix, properties
from chophien.geo import draw
from chophien.geo.drawing import LOOKS, WAYS
from chophien.geo.ground import hills
from chophien.geo.labels import kilometres_box, labels, long, meet, short, taken
from chophien.geo.sheet import RADIUS, Box
from chophien.model import Palette, PlaceCard, Point

from .test_map import found, inside, place, scattered

THEME = Path(__file__).resolve().parents[2] / "theme"
STYLE = (THEME / "static/css/map.css").read_text("utf-8")
TOKENS = (THEME / "static/css/tokens.css").read_text("utf-8")
WORDS = {"title": "Bản đồ <xã>", "described": "Danh sách ở dưới.", "north": "B", "name": "Quảng Uyên"}
NAMES = ("Thác Bản Giốc", "Làng rèn Pác Rằng, xã Phúc Sen", "Homestay nhà đá Khuổi Ky (ví dụ)", "Đền", "德天瀑布",
         "Xóm làm giấy bản Dìa Trên và Dìa Dưới bên suối Nậm")  # fmt: skip


def named(count: int, seed: int) -> list[PlaceCard]:
    dice = random.Random(seed)
    near = [place(f"n{n}", dice.gauss(22.714, 0.02), dice.gauss(106.416, 0.03)) for n in range(count)] + [
        place(f"x{n}", 22.9 + n / 90, 106.8) for n in range(count // 8)
    ]
    return [PlaceCard(id=one.id, kind=one.kind, name={"vi": dice.choice(NAMES)}, point=one.point) for one in near]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("count", [1, 6, 14, 30, 60])
def test_a_name_covers_no_other_name_no_mark_and_no_edge(count: int, seed: int) -> None:
    made = found(named(count, seed))
    for layout in (made.narrow, made.wide):
        boxes = [label.box for label in labels(layout, "vi")]
        assert all(inside(box, layout) for box in boxes)
        assert not [pair for pair in itertools.combinations(boxes, 2) if meet(*pair)]
        assert not [pair for pair in itertools.product(boxes, taken(layout)) if meet(*pair)]


def everywhere(near: int, far: int, seed: int) -> list[PlaceCard]:
    """Return places of which some are at one spot, and far ones in any direction and at any distance."""
    dice = random.Random(seed)
    cards = [place(f"n{n}", dice.gauss(22.714, 0.02), dice.gauss(106.416, 0.03 * (n % 2))) for n in range(near)]
    for n in range(far):
        angle, away = dice.choice((dice.uniform(-math.pi, math.pi), -math.pi / 2)), dice.choice((0.3, 0.9, 8, 12))
        cards.append(place(f"x{n}", 22.714 + away * math.sin(angle), 106.416 + away * math.cos(angle)))
    return [PlaceCard(id=one.id, kind=one.kind, name={"vi": dice.choice(NAMES)}, point=one.point) for one in cards]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("near", "far"), [(3, 1), (9, 6), (25, 20), (60, 50)])
def test_of_marks_names_kilometres_and_arrows_none_covers_another(near: int, far: int, seed: int) -> None:
    made = found(everywhere(near, far, seed))
    (narrow, wide) = ET.fromstring(draw(made, **WORDS))
    for layout, svg in ((made.narrow, narrow), (made.wide, wide)):
        marks = [(mark.x, mark.y, RADIUS) for mark in layout.marks]
        boxes = [label.box for label in labels(layout, "vi")] + [kilometres_box(m) for m in layout.marks if m.far]
        tips = _tips(svg)
        assert len(tips) > 0 or far < 2
        # A point of an arrow, as wide as a line is, stands outside its mark.
        spots = [(x, y, 0.5) for x, y in tips]
        assert all(inside((x, y, x, y), layout) for x, y, _ in spots) and all(inside(box, layout) for box in boxes)
        assert not [pair for pair in itertools.combinations(marks + spots, 2) if _touch(*pair)]
        assert not [pair for pair in itertools.combinations(boxes, 2) if meet(*pair)]
        assert not [pair for pair in itertools.product(marks + spots, boxes) if _covers(*pair)]


def _tips(svg: ET.Element) -> list[tuple[float, float]]:
    """Return where the points of the arrows of far marks are."""
    found = []
    for group in svg.iter("g"):
        arrow = group.find("path[@class='map-arrow']")
        if arrow is not None:
            x, y, turned, reach = (
                float(number)
                for text, count in ((group.get("transform"), 2), (arrow.get("transform"), 1), (arrow.get("d"), 1))
                for number in re.findall(r"-?[\d.]+", text or "")[:count]
            )
            angle = math.radians(turned)
            found.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return found


def _touch(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    return math.dist(one[:2], other[:2]) < (one[2] + other[2]) * 0.95


def _covers(spot: tuple[float, float, float], box: Box) -> bool:
    x, y, radius = spot
    return math.hypot(max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3])) < radius


def test_a_few_places_have_all_their_names_and_many_on_a_phone_none() -> None:
    few, many = found(named(5, 2)), found(named(60, 2))
    assert len(labels(few.narrow, "vi")) == len(few.marks) == len(labels(few.wide, "vi"))
    assert labels(many.narrow, "vi") == [] and len(labels(many.wide, "vi")) > 8


def test_several_far_places_in_one_direction_keep_their_names() -> None:
    made = found([place("a", 22.74, 106.4), place("b", 22.69, 106.43),
                  *(place(f"x{n}", 22.85 + n / 200, 106.72, outside=True) for n in range(3))])  # fmt: skip
    far = [mark for mark in made.wide.marks if mark.far]
    for layout in (made.narrow, made.wide):
        said = {" ".join(label.lines) for label in labels(layout, "vi")}
        assert len(far) == 3 and {mark.name["vi"] for mark in far} <= said


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Homestay nhà đá Khuổi Ky (ví dụ)", "Homestay nhà đá Khuổi Ky"),
        ("Làng rèn Pác Rằng, xã Phúc Sen", "Làng rèn Pác Rằng"),
        ("(ví dụ)", "(ví dụ)"),
    ],
)
def test_a_name_on_the_map_is_short(name: str, shown: str) -> None:
    assert short(name) == shown


def test_a_mark_of_several_places_says_how_many_more_and_a_long_name_ends_at_a_gap() -> None:
    point = Point(lat=22.7, lon=106.4)
    cards = [PlaceCard(id=id, kind="village", name={"vi": NAMES[5]}, point=point) for id in "abc"]
    (label,) = labels(found(cards).wide, "vi")
    assert " ".join(label.lines) == "Xóm làm giấy bản Dìa Trên và Dìa… +2"
    assert label.box[2] - label.box[0] == pytest.approx(max(map(long, label.lines)))


def test_the_drawing_says_what_it_is_and_runs_nothing() -> None:
    made = found([*scattered(20), place("thac", 22.854, 106.724)])
    drawn = draw(made, **WORDS, trips=[(1, 2, 3)])
    root = ET.fromstring(drawn)
    assert [svg.tag for svg in root] == ["svg", "svg"]
    for svg in root:
        ids = [child.get("id") for child in svg if child.tag in {"title", "desc"}]
        assert svg.get("role") == "img" and svg.get("aria-labelledby") == " ".join(map(str, ids))
        assert [child.text for child in svg if child.tag in {"title", "desc"}] == ["Bản đồ <xã>", "Danh sách ở dưới."]
        numbers = [text.text for text in svg.iter("text") if text.get("class") == "map-number"]
        assert numbers == [str(mark.number) for mark in made.marks]
    assert not [e for e in root.iter() if e.tag in {"script", "style", "image", "a"} or "style" in e.attrib]
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", drawn)) <= set(ids)
    assert drawn == draw(made, **WORDS, trips=[(1, 2, 3)])


def test_a_trip_runs_through_its_stops_in_order_and_no_line_has_no_length() -> None:
    made = found(scattered(6))
    root = ET.fromstring(draw(made, **WORDS, trips=[(3, 1, 1, 5), (2, 3)]))
    for svg, layout in zip(root, (made.narrow, made.wide), strict=True):
        at = {mark.number: (mark.x, mark.y) for mark in layout.marks}
        lines = [e.get("d", "") for e in svg.iter("path") if "map-way" in e.get("class", "")]
        for line, stops in zip(lines, [(3, 1, 5), (2, 3)], strict=True):
            points = [tuple(map(float, pair.split())) for pair in line[1:].split("L")]
            for point, stop in zip(points, stops, strict=True):
                assert point == pytest.approx(at[stop], abs=0.06)


def test_the_ground_follows_the_name_alone_and_is_kept_from_who_hears_the_page() -> None:
    assert hills("Quảng Uyên", 340, 300) == hills("Quảng Uyên", 340, 300) != hills("Phúc Sen", 340, 300)
    root = ET.fromstring(draw(found(scattered(3)), **WORDS))
    ranges = [group for group in root.iter("g") if (group.get("fill") or "").startswith("url(#map-mist")]
    assert len(ranges) == 2 and all(group.get("aria-hidden") == "true" for group in ranges)


PALETTES = [
    Palette(),
    Palette(ink="#ffff00", accent="#00ff00"),
    Palette(ink="#000000", accent="#ffffff"),
    Palette(ink="#ff0000", accent="#808080"),
]


def _tokens(scheme: str) -> dict[str, str]:
    light, _, dark = TOKENS.partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#\w{6});", light))
    return found if scheme == "light" else found | dict(re.findall(r"--([\w-]+): (#\w{6});", dark))


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_and_trips_can_be_read_on_the_darkest_hill(palette: Palette, scheme: str) -> None:
    light, dark = properties(palette)
    colours = _tokens(scheme) | light | (dark if scheme == "dark" else {})
    shares = re.findall(r"\.map-ridge \{\s*stop-opacity: ([\d.]+);", STYLE)
    share = float(shares[["light", "dark"].index(scheme)])
    ground = CLOTH[scheme]
    # Where two ranges meet, one lies on the other.
    ridge = mix(mix(ground, colours["ink"], share), colours["ink"], share / 4)
    for behind in (ground, ridge):
        assert contrast(colours["text"], behind) >= 4.5
    ways = re.findall(r"\.map-key-way-\d \{\s*--way: var\(--([\w-]+)\);", STYLE)
    assert len(ways) == WAYS
    for way in ways:
        assert contrast(colours[way], ridge) >= 3, way


def test_numbers_can_be_read_in_every_mark() -> None:
    grounds = re.findall(r"--mark-ground: (#\w{6});", STYLE)
    assert len(grounds) == len(LOOKS) and min(contrast("#ffffff", ground) for ground in grounds) >= 4.5


def test_the_legend_gives_trips_the_colours_of_the_drawing() -> None:
    assert f"loop.index0 % {WAYS} + 1" in (THEME / "templates/map.html").read_text("utf-8")
