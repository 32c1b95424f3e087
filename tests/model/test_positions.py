import pytest

from chophien.model import Point, kilometres, metres_per_degree


def test_kilometres_are_good_to_a_few_percent() -> None:
    hanoi, caobang = Point(lat=21.028, lon=105.854), Point(lat=22.666, lon=106.258)
    assert kilometres(hanoi, caobang) == pytest.approx(187, rel=0.02)


def test_a_degree_at_quang_uyen_is_as_long_as_on_the_ellipsoid() -> None:
    north, east = metres_per_degree(22.7143)
    assert (round(north), round(east)) == (110_740, 102_737)
