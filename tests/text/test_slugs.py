import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Đặc sản: chè Shan tuyết Hồng Thái", "dac-san-che-shan-tuyet-hong-thai"),
        ("Dao Phúc Sen (số 3)", "dao-phuc-sen-so-3"),
        ("Cồn", "con-x"),
        ("nul", "nul-x"),
        ("COM1", "com1-x"),
        ("Con dao", "con-dao"),
        ("com10", "com10"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert slug(title) == name


@pytest.mark.parametrize(
    ("limit", "name"), [(7, "mat-ong"), (9, "mat-ong"), (10, "mat-ong"), (11, "mat-ong-bac"), (2, "ma")]
)
def test_a_long_slug_is_cut_at_a_hyphen(limit: int, name: str) -> None:
    assert slug("Mật ong bạc hà", limit) == name


@given(st.text(), st.integers(min_value=6, max_value=40))
def test_a_slug_is_short_plain_and_stable(title: str, limit: int) -> None:
    name = slug(title, limit)
    assert len(name) <= limit
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", name)
    assert slug(name, limit) == name
