"""Official communes by present and former name."""

from __future__ import annotations

import pytest

from chophien.cli import units
from chophien.model.provinces import province_names


def test_the_tables_are_whole() -> None:
    assert len(units.units()) == 3321
    assert len(units.changes()) == 10597
    provinces = {unit.province for unit in units.units().values()}
    assert len(provinces) == 34 and provinces < set(province_names())
    assert {change.code for change in units.changes()} <= set(units.units())


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Quảng Uyên", ["01576"]),
        ("xã quang uyen", ["01576"]),
        ("Phúc Sen", ["01576"]),
        ("thị trấn Quảng Uyên", ["01576"]),
        ("phuc sen, Cao Bang", ["01576"]),
        ("Đàm Thuỷ", ["01501"]),
        ("ea h’leo", ["24184"]),
        ("Văn Lang, Thái Nguyên", ["02143"]),
        ("van lang, tinh thai nguyen", ["02143", "05665"]),
        ("phường Tân Thành, Cà Mau", ["32025"]),
        ("Hội An Đông", ["20413", "30178"]),
        ("Không Có Xã Này", []),
    ],
)
def test_a_name_finds_its_communes(written: str, codes: list[str]) -> None:
    assert [match.unit.code for match in units.look_up(written)] == codes


def test_a_split_commune_offers_all_its_parts_the_main_one_first() -> None:
    found = units.look_up("phường Điện Biên, Hà Nội")
    assert len(found) > 1
    assert all(match.former and match.former.part for match in found)
    assert [bool(match.former and match.former.default) for match in found] == [True] + [False] * (len(found) - 1)


def test_former_names_leave_out_the_present_one() -> None:
    assert units.former_names(units.units()["01576"]) == ["Chí Thảo", "Phi Hải", "Phúc Sen"]


def test_a_mistyped_name_finds_its_neighbours() -> None:
    assert "xã Quảng Uyên, Cao Bằng" in units.near("Quảng Uyen 1")
