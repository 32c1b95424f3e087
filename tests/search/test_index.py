import json

from chophien import search
from chophien.model import Commune, Site
from chophien.model.records import Owner

COMMUNE = Commune(
    name={"vi": "Phúc Sen"},
    province={"vi": "Cao Bằng"},
    site_url="https://phucsen.example",
    tagline={"vi": "Làng rèn"},
    owner=Owner(name={"vi": "UBND xã"}),
)
SITE = Site(commune=COMMUNE, languages=("vi",))


def read(script: bytes) -> list[list[str]]:
    """Read the entries as a browser would."""
    text = script.decode()
    assert text.startswith("self.chophienSearch=[") and text.endswith("];\n")
    return json.loads(text.removeprefix("self.chophienSearch=").removesuffix(";\n"))  # type: ignore[no-any-return]


def test_words_are_folded_and_there_once() -> None:
    made = search.entry(
        SITE, "vi", "place", "Chè Shan-tuyết", "Chè (shan) “ngon”, Đông.", "dia-diem/che.html", ("Quốc Dân",)
    )
    assert made == ("Chè Shan-tuyết", "che shan tuyet quoc dan ngon dong", "dia-diem/che.html", "place")


def test_the_index_is_one_script() -> None:
    entries = [
        search.entry(SITE, "vi", "product", "Dao </script> & \u2028", "", "san-pham/dao.html"),
        search.entry(SITE, "vi", "page", "Giới thiệu", "", "gioi-thieu.html"),
    ]
    script = search.index("vi", entries)
    assert b"<" not in script and "\u2028" not in script.decode()
    assert [entry[0] for entry in read(script)] == ["Dao </script> & \u2028", "Giới thiệu"]


def test_an_empty_index_is_an_empty_list() -> None:
    assert read(search.index("vi", [])) == []
