import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import sort_key

ALPHABET = list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
VOWELS = ("aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị")
MORE_VOWELS = ("oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ")


@given(st.permutations(ALPHABET))
def test_letters_stand_in_the_order_of_the_alphabet(shuffled: list[str]) -> None:
    assert sorted(shuffled, key=sort_key) == ALPHABET


@pytest.mark.parametrize("forms", VOWELS + MORE_VOWELS)
def test_tones_stand_in_the_order_of_the_dictionary(forms: str) -> None:
    backwards = forms[::-1]
    assert sorted(backwards, key=sort_key) == list(forms)
    assert sorted(backwards.upper(), key=sort_key) == list(forms.upper())


@pytest.mark.parametrize(
    "names",
    [
        ["Bảo Lạc", "Bảo Lâm", "Bế Văn Đàn"],
        ["Da", "Dân", "Đa", "Đình"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai", "màn"],
        ["Thạch An", "Thành Công", "Thanh Long"],
        ["An Bình", "An Phú", "Anh Sơn"],
        ["1 Tháng 5", "2 Tháng 9", "An"],
        ["ba", "bà A", "bà B", "bá C"],
    ],
)
def test_names_stand_in_dictionary_order(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=sort_key) == names


def test_a_later_letter_weighs_more_than_an_earlier_tone() -> None:
    assert sorted(["má lúa", "mà xanh", "mạ an"], key=sort_key) == ["mạ an", "má lúa", "mà xanh"]


def test_tone_placement_does_not_part_equal_names() -> None:
    assert sorted(["Hoà Bình", "Hòa An", "Hoá An", "Hòa Bình"], key=sort_key) == [
        "Hòa An",
        "Hoá An",
        "Hoà Bình",
        "Hòa Bình",
    ]


@given(st.text(alphabet="aăâđêôơưàáảãạ bnhq", max_size=12))
def test_composed_and_decomposed_text_sort_alike(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(text)


@given(st.text(alphabet=ALPHABET, max_size=6), st.text(alphabet=ALPHABET, max_size=6))
def test_words_compare_letter_by_letter(one: str, other: str) -> None:
    places = [[ALPHABET.index(letter) for letter in word] for word in (one, other)]
    assert (sort_key(one) < sort_key(other)) == (places[0] < places[1])
