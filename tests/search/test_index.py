import json
from datetime import date

from chophien import search
from chophien.model import Category, Commune, PlaceCard, Producer, Product, Site, Variant, show
from chophien.model.records import Fact, Origin, Owner
from demo.reading import Built

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


def found(query: str, entries: list[list[str]] | list[search.Entry]) -> list[str]:
    """Return the paths that the page's script finds: every word begins one of the entry's, a Chinese one is in it."""
    wanted = [word if "\u4e00" <= word[0] <= "\u9fff" else f" {word}" for word in search.words(query)]
    return [
        path
        for title, further, path, *_ in entries
        if all(word in f" {' '.join(search.words(title))} {further}" for word in wanted)
    ]


def test_words_are_folded_there_once_and_not_those_of_the_title() -> None:
    made = search.entry(
        SITE, "vi", "place", "Chè Shan-tuyết", ("Quốc Dân", "Chè (shan) “ngon”, Đông; 1,5 kg"), "dia-diem/che.html"
    )
    assert made == ("Chè Shan-tuyết", "quoc dan ngon dong 1 5 kg", "dia-diem/che.html", "place", "")


def test_a_product_is_found_by_its_place_origin_maker_group_and_label() -> None:
    item = Product(
        id="dao",
        name={"vi": "Dao bầu", "en": "Round knife"},
        category="dao-keo",
        producer="ho-a",
        brand="Lửa Đỏ",
        origin=Origin(place={"vi": "Xóm Đâu Cọ"}, province="Cao Bằng"),
        summary={"vi": "Thép nhíp tôi dầu."},
        highlights=({"vi": "Cán gỗ nghiến"},),
        facts=(Fact(name={"vi": "Tên Nùng"}, value={"vi": "mạc pjạ"}),),
        variants=(Variant(sku="dao"),),
    )
    maker = Producer(id="ho-a", kind="household", name={"vi": "Hộ Nông Văn A"})
    shown = show(item, date(2026, 12, 5), Category(id="dao-keo", name={"vi": "Dao, kéo"}), maker)
    place = PlaceCard(id="pac-rang", kind="village", name={"vi": "Pác Rằng", "en": "Forge"}, former_names=("Phúc Sen",))
    for lang in ("vi", "en"):
        made = [search.product(SITE, lang, shown, place, "san-pham/dao.html")]
        for query in ("Dao bầu", "Phúc Sen", "PÁC RẰNG", "dau co", "cao bằng", "Nông Văn A", "kéo", "lua do",
                      "thép nhíp", "nghiến", "mac pja", "da ba"):  # fmt: skip
            assert found(query, made) == ["san-pham/dao.html"], (lang, query)
        assert found("ao", made) == found("dao zzzz", made) == []
    assert found("round", [search.product(SITE, "en", shown, None, "x")]) == ["x"]


ABOUT = {"vi": "gioi-thieu.html", "en": "en/about.html", "zh": "zh/about.html"}
FORGE = {"vi": "dia-diem/pac-rang.html", "en": "en/places/pac-rang.html", "zh": "zh/places/pac-rang.html"}
"""Pages that former names lead to."""


def test_the_demo_is_found_by_what_visitors_type(demo: Built) -> None:
    entries = {lang: read((demo.output / f"data/tim-kiem-{lang}.js").read_bytes()) for lang in ("vi", "en", "zh")}
    smiths = {f"san-pham/{id}.html" for id in ("bua", "cuoc", "dao-bep", "dao-pha", "liem", "riu-bo-cui")}
    assert smiths <= set(found("Phúc Sen", entries["vi"]))
    for query, lang, path in (
        ("Phúc Sen", "vi", "gioi-thieu.html"),
        ("phi hải", "en", "en/about.html"),
        ("mác lịch", "vi", "san-pham/hat-de-trung-khanh.html"),
        ("dao pha", "en", "en/products/dao-pha.html"),
        ("Phúc Sen", "vi", "nguoi-lam/nhom-ren-pac-rang.html"),
        ("bách linh", "vi", "su-kien/le-hoi-tranh-dau-phao.html"),
        ("Pác Rằng", "vi", "hanh-trinh/mot-ngay-lang-nghe.html"),
        ("liên hệ", "vi", "lien-he.html"),
        ("thanh toán", "vi", "thanh-toan.html"),
        ("payment", "en", "en/payment.html"),
        ("nông cụ", "vi", "san-pham/nhom/nong-cu.html"),
        ("cần mua", "vi", "can-mua-can-ban.html"),
        ("瀑布", "zh", "zh/places/thac-ban-gioc.html"),
        ("德天", "zh", "zh/places/thac-ban-gioc.html"),
        ("ban gioc", "zh", "zh/places/thac-ban-gioc.html"),
        ("ban gioc falls", "zh", "zh/places/thac-ban-gioc.html"),
        ("付款", "zh", "zh/payment.html"),
        ("刀剪", "zh", "zh/products/group/dao-keo.html"),
        *((name, lang, path) for name in ("Phúc Sen", "phi hai", "Chí Thảo") for lang, path in ABOUT.items()),
        *(("Phúc Sen", lang, path) for lang, path in FORGE.items()),
    ):
        assert path in found(query, entries[lang]), (query, lang)
    kinds = {path: kind for _, _, path, kind, _ in entries["vi"]}
    assert kinds["luu-tru/homestay-pac-rang.html"] == "stay" and kinds["dia-diem/pac-rang.html"] == "place"
    for lang in entries:
        assert all((demo.output / path).is_file() for _, _, path, *_ in entries[lang])
        assert len({path for _, _, path, *_ in entries[lang]}) == len(entries[lang])


def test_the_index_is_one_script() -> None:
    entries = [
        search.entry(SITE, "vi", "product", "Dao </script> & \u2028", (), "san-pham/dao.html"),
        search.entry(SITE, "vi", "page", "Giới thiệu", (), "gioi-thieu.html"),
    ]
    script = search.index("vi", entries)
    assert b"<" not in script and "\u2028" not in script.decode()
    assert [entry[0] for entry in read(script)] == ["Dao </script> & \u2028", "Giới thiệu"]


def test_an_empty_index_is_an_empty_list() -> None:
    assert read(search.index("vi", [])) == []
