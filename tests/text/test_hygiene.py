import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import hidden_characters, hygiene, mojibake, unveiled

VIETNAMESE = [
    "Chè Shan tuyết Hồng Thái, 150.000 ₫",
    "ỦY BAN NHÂN DÂN XÃ “PHÚC SEN”",
    "XÃ\u00a0HỒNG THÁI",
    "“XÃ” và ‘MÃ’, ĐÃ…",
    "Món «cá»… và «cá»",
    "Cà phê 100 % ÌNH ÂM BÌNH",
    "mưa, ơi, Đà Nẵng, ăn",
]


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        ("\u202e", "bidi"),
        ("\u2066", "bidi"),
        ("\u200f", "bidi"),
        ("\u200b", "zero-width"),
        ("\u200d", "zero-width"),
        ("\u00ad", "zero-width"),
        ("\ufeff", "zero-width"),
        ("\x00", "control"),
        ("\r", "control"),
        ("\x1b", "control"),
        ("\x85", "control"),
        ("\u2028", "control"),
        ("\ue000", "private-use"),
        ("\ufffd", "replacement"),
        ("\U000e0041", "tag"),
        ("\u00a0", "nbsp"),
        ("\u202f", "nbsp"),
        ("\u3000", "nbsp"),
    ],
)
def test_a_hidden_character_is_found_where_it_stands(char: str, kind: str) -> None:
    assert hidden_characters(f"mật{char}ong") == [(3, char, kind)]


def test_joined_emoji_line_ends_and_tabs_are_left_alone() -> None:
    assert hidden_characters("👩‍🌾 ❤️‍🔥 👩🏽‍🌾\n\tmật ong") == []


def test_a_joiner_beside_one_emoji_only_is_found() -> None:
    assert hidden_characters("👩\u200da") == [(1, "\u200d", "zero-width")]


def test_all_of_a_text_is_searched() -> None:
    found = hidden_characters("\ufeffa\u00a0b\u200b")
    assert [(index, kind) for index, _, kind in found] == [(0, "zero-width"), (2, "nbsp"), (4, "zero-width")]


@given(st.text(alphabet=st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_plain_ascii_hides_nothing(text: str) -> None:
    assert hidden_characters(text) == []


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese_is_not_taken_for_mojibake(text: str) -> None:
    assert not mojibake(text)


@pytest.mark.parametrize("table", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "text", ["chè Shan tuyết", "xã Phúc Sen, tỉnh Cao Bằng", "đã có", "ưu đãi", "là", "la\u0300", "nu\u0301i"]
)
def test_wrongly_decoded_text_is_found(text: str, table: str) -> None:
    raw = text.encode()
    # Windows leaves five places of its table empty and passes their bytes on.
    wrong = "".join(bytes([byte]).decode(table, "ignore") or chr(byte) for byte in raw)
    assert mojibake(wrong)


@pytest.mark.parametrize(("given", "seen", "places"), [
    ("a\u200bb", "ab", [0, 2]),
    ("１２％", "12%", [0, 1, 2]),
    ("𝐧hất", "nhất", [0, 1, 2, 3]),
    ("\ufeffà\u00ad.", "à.", [1, 3]),
])  # fmt: skip
def test_a_text_in_disguise_is_read_with_the_place_of_each_letter(given: str, seen: str, places: list[int]) -> None:
    assert unveiled(given) == (seen, places)


@pytest.mark.parametrize("text", [*VIETNAMESE, "m², ½ lạng, 150 °C…", "中文，！", "plain"])
def test_a_text_that_hides_nothing_is_left_alone(text: str) -> None:
    bare = unveiled(text)
    assert bare is None or (text == "中文，！" and bare.text == "中文,!")


@given(st.text())
def test_the_short_look_for_disguises_misses_none(text: str) -> None:
    assert (unveiled(text) is None) is (hygiene._VEILED.search(text) is None)
