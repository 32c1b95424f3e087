import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import fold, fold_marks, nearest, nfc, strip_marks


def test_text_from_a_mac_is_composed() -> None:
    assert nfc(unicodedata.normalize("NFD", "Thuốc lá Đức")) == "Thuốc lá Đức"


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("Đặc sản Phúc Sen", "Dac san Phuc Sen"),
        ("ưỡ Ợ ắ", "uo O a"),
        ("đĐ", "dD"),
        ("Tráng Kìm 3", "Trang Kim 3"),
    ],
)
def test_marks_are_stripped_and_case_is_kept(text: str, stripped: str) -> None:
    assert strip_marks(text) == stripped
    assert strip_marks(unicodedata.normalize("NFD", text)) == stripped


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Chè Shan tuyết", "che shan tuyet"),
        ("  Chè\u00a0Shan-tuyết \n", "che shan tuyet"),
        ("ĐƯỜNG PHÊN", "duong phen"),
        ("hoà - thuỷ", "hoa thuy"),
        ("", ""),
        ("---", ""),
    ],
)
def test_search_folding_keeps_what_a_searcher_types(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hoà Bình", "hòa bình"),
        ("thuỷ", "thủy"),
        ("KHOẺ", "khỏe"),
        ("uỷ ban", "ủy ban"),
        ("loè", "lòe"),
        ("hòa", "hòa"),
        ("quý", "quý"),
        ("Quỳ Hợp", "quỳ hợp"),
        ("hoàn", "hoàn"),
        ("khuỷu", "khuỷu"),
        ("ngoài", "ngoài"),
        ("tuyết", "tuyết"),
        ("chùa", "chùa"),
    ],
)
def test_tone_marks_stand_on_the_first_vowel(text: str, folded: str) -> None:
    assert fold_marks(text) == folded
    assert fold_marks(unicodedata.normalize("NFD", text)) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_marks(fold_marks(text)) == fold_marks(text)


@given(st.text(alphabet="aăâbcdđeêghioôơuưyàáảãạếốứựỹ -", max_size=20))
def test_both_foldings_agree_without_marks(text: str) -> None:
    assert fold(fold_marks(text)) == fold(text)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("pirce", "price"),
        ("Giá", "gia"),
        ("gai", "gia"),
        ("khoi_luong", "khối lượng"),
        ("phone", None),
        ("", None),
        ("zzz", None),
    ],
)
def test_a_typo_finds_the_key_that_was_meant(word: str, key: str | None) -> None:
    assert nearest(word, ["price", "gia", "photo", "khối lượng"]) == key
