import pytest

from chophien.model import axis, example_title, listing, title


def test_a_title_names_the_option_once() -> None:
    assert title("Chè Shan tuyết", "200 g") == "Chè Shan tuyết 200 g"
    assert title("Chè Shan tuyết", "Tuyết") == "Chè Shan tuyết"
    assert title("Chè Shan tuyết") == "Chè Shan tuyết"


@pytest.mark.parametrize("name", ["Khối lượng", "khoi luong", "KHỐI-LƯỢNG", "Weight"])
def test_an_option_is_known_however_it_is_typed(name: str) -> None:
    assert axis({"vi": name, "en": "Colour"}) == "size"


def test_an_unknown_option_is_no_property_and_no_name_is_two() -> None:
    assert axis({"vi": "Kiểu"}) == axis({}) == ""
    names = [name for names in listing.AXES.values() for name in names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "lang", "marked"),
    [
        ("Dao pha", "vi", "Dao pha (ví dụ)"),
        ("Knife", "en", "Knife (example)"),
        ("Dao pha (ví dụ)", "vi", "Dao pha (ví dụ)"),
        ("Dao pha (ví dụ)", "en", "Dao pha (ví dụ)"),
        ("Ví dụ: dao pha", "vi", "Ví dụ: dao pha"),
        ("Example knife", "en", "Example knife"),
        ("Vi\u0301 du\u0323: dao", "vi", "Vi\u0301 du\u0323: dao"),
        ("Dao vĩ đại", "vi", "Dao vĩ đại (ví dụ)"),
    ],
)
def test_an_example_says_so_once(name: str, lang: str, marked: str) -> None:
    assert example_title(name, lang) == marked
