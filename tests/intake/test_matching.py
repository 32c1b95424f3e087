"""A name says to which record a photo belongs, or nothing is guessed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from chophien import intake
from chophien.build.freshness import snapshot
from chophien.intake import Names, Target
from chophien.sources import Unit

from .conftest import put


def target(kind: str, id: str, name: str, *more: str) -> Target:
    folder = {"product": f"products/{id}/product.yaml", "producer": f"content/producers/{id}.yaml"}
    return Target(Unit(kind, id, folder.get(kind, f"content/{kind}s/{id}/index.md")), name, (id, name, *more))


NAMES = Names(
    [
        target("product", "dao-phuc-sen", "Dao Phúc Sen", "MO-001", "MO-001-L"),
        target("product", "dao-bep", "Dao bếp"),
        target("product", "mat-ong", "Mật ong bạc hà", "MO-002"),
        target("product", "mat-ong-rung", "Mật ong rừng"),
        target("product", "ca-phe", "Cà phê Cao Bằng"),
        target("product", "bua", "Búa rèn Pác Rằng"),
        target("place", "pac-rang", "Làng rèn Pác Rằng", "Pác Rằng"),
        target("producer", "nhom-ren-pac-rang", "Nhóm rèn Pác Rằng"),
        target("event", "hoi-xuan", "Hội xuân", "Spring fair"),
        target("place", "phuc-sen", "Phúc Sen"),
        target("product", "cuoc", "Cuốc"),
        target("product", "liem", "Liềm"),
        target("product", "ca", "Cá"),
        target("product", "anh", "Ánh"),
        target("product", "img", "IMG"),
        target("product", "2", "Rượu ngô", "001"),
        target("product", "hoa-an", "Gạo Hoà An"),
        target("product", "dua", "Dưa muối", "DSC-01"),
    ]
)

TABLE = [
    # an id, a name, a SKU
    ("dao-phuc-sen.jpg", ["dao-phuc-sen"]),
    ("Dao Phúc Sen (2).jpg", ["dao-phuc-sen"]),
    ("DAO_PHUC_SEN-anh dep.JPG", ["dao-phuc-sen"]),
    ("MO-001 anh.jpg", ["dao-phuc-sen"]),
    ("mo001.jpg", ["dao-phuc-sen"]),
    ("MO 002.heic", ["mat-ong"]),
    ("anh MO-001-L.png", ["dao-phuc-sen"]),
    ("Spring Fair 2027.jpg", ["hoi-xuan"]),
    ("hội_xuân.webp", ["hoi-xuan"]),
    ("CàPhê.jpg", ["ca-phe"]),
    ("ｍａｔ－ｏｎｇ.jpg", ["mat-ong"]),
    # whole words only
    ("MO-0011.jpg", []),
    ("dao-beps.jpg", []),
    ("hoixuan.jpg", ["hoi-xuan"]),
    ("cap he.jpg", []),
    ("IMG_2034.jpg", []),
    ("xuân.jpg", []),
    (".jpg", []),
    ("ảnh.jpg", []),
    # folders, the innermost name first
    ("mat-ong/IMG_1.heic", ["mat-ong"]),
    ("Mật ong bạc hà/lần 2/IMG_1.heic", ["mat-ong"]),
    ("mat-ong/dao bep.jpg", ["dao-bep"]),
    ("dao-bep/mat-ong/IMG_1.jpg", ["mat-ong"]),
    ("dao bep.jpg/IMG_1.jpg", ["dao-bep"]),
    # a name within a longer one
    ("mat ong rung 3.jpg", ["mat-ong-rung"]),
    ("nhom ren pac rang.jpg", ["nhom-ren-pac-rang"]),
    ("lang ren pac rang.jpg", ["pac-rang"]),
    # two that fit
    ("dao bep, mat ong.jpg", ["dao-bep", "mat-ong"]),
    ("bua pac rang.jpg", ["bua", "pac-rang"]),
    ("MO-001 MO-002.jpg", ["dao-phuc-sen", "mat-ong"]),
    ("mat-ong/dao bep va bua.jpg", ["dao-bep", "bua"]),
    ("mo 001 dao phuc sen.jpg", ["dao-phuc-sen"]),
    # accents that were written are those of a name
    ("Dao bếp.jpg", ["dao-bep"]),
    ("DAO BẾP 3.jpg", ["dao-bep"]),
    ("đào bếp.jpg", []),
    ("mật ong.jpg", ["mat-ong"]),
    ("mắt ong.jpg", []),
    ("mắt ong/mật ong.jpg", ["mat-ong"]),
    ("cuộc họp xã.jpg", []),
    ("cuộc.jpg", []),
    ("cuoc.jpg", ["cuoc"]),
    ("Liêm.jpg", []),
    ("Liềm.jpg", ["liem"]),
    ("bừa ruộng.jpg", []),
    ("bùa.jpg", []),
    ("búa.jpg", ["bua"]),
    ("Gạo Hòa An.jpg", ["hoa-an"]),
    ("hoà-an.jpg", ["hoa-an"]),
    ("gáo hoa an.jpg", ["hoa-an"]),
    # one word stands alone
    ("cuoc hop xa.jpg", []),
    ("bua (2).jpg", ["bua"]),
    ("IMG_2034 bua.jpg", ["bua"]),
    ("ảnh búa 12.jpg", ["bua"]),
    ("bua - bản sao.jpg", ["bua"]),
    ("Copy of bua.jpg", ["bua"]),
    ("received_1234 bua zalo.jpg", ["bua"]),
    ("bua com.jpg", []),
    ("ban bua.jpg", []),
    ("ca.jpg", ["ca"]),
    ("ca phe.jpg", ["ca-phe"]),
    ("ca 2.jpg", ["ca"]),
    ("ca chieu.jpg", []),
    ("bua/IMG_1.jpg", ["bua"]),
    ("bua com/IMG_1.jpg", []),
    ("mat-ong/bua dep.jpg", ["mat-ong"]),
    # what machines write
    ("anh.jpg", []),
    ("IMG.jpg", []),
    ("img 2.jpg", []),
    ("DSC-01.jpg", []),
    ("bua/anh 1.jpg", ["bua"]),
    # numbers alone
    ("001.jpg", ["2"]),
    ("2.jpg", ["2"]),
    ("IMG_001.jpg", []),
    ("gao 2.jpg", []),
    ("2/IMG_1.jpg", ["2"]),
    ("lần 2/IMG_1.jpg", []),
    ("dao bep 2.jpg", ["dao-bep"]),
    # a file and its folder
    ("mat-ong/bua.jpg", ["bua", "mat-ong"]),
    ("bua/bua 2.jpg", ["bua"]),
    ("mat-ong/001.jpg", ["2", "mat-ong"]),
    ("mat-ong/chon/bua.jpg", ["bua", "mat-ong"]),
    ("mat-ong/chưa xem/bua.jpg", ["bua", "mat-ong"]),
    ("mat-ong/MO-001.jpg", ["dao-phuc-sen"]),
    ("mat-ong/mo001.jpg", ["dao-phuc-sen"]),
    ("bua, dao bep/bua.jpg", ["bua"]),
    # known endings only
    ("dao bep 1.mat ong", ["dao-bep", "mat-ong"]),
    ("mat ong v1.bua", ["bua", "mat-ong"]),
    ("bua.JPG.jpg", ["bua"]),
    ("bua.jpg/IMG_1.jpg", ["bua"]),
    # more words than are looked through
    ("dao bep " + "x " * 29 + ".jpg", []),
    ("dao-bep/" + "x " * 31 + ".jpg", []),
]


@pytest.mark.parametrize(("path", "wanted"), TABLE)
def test_a_name_finds_its_record(path: str, wanted: list[str]) -> None:
    assert sorted(found.id for found in NAMES.match(path)) == sorted(wanted)
    assert sorted(found.id for found in NAMES.match(unicodedata.normalize("NFD", path))) == sorted(wanted)


def test_a_long_name_is_looked_through_quickly() -> None:
    assert NAMES.match("a " * 100_000 + ".jpg") == []


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("mật", ["mat-ong", "mat-ong-rung"]),
        ("PHE cao", ["ca-phe"]),
        ("mo-002", ["mat-ong"]),
        ("nhóm", []),
        ("zz", []),
        ("?!", []),
        ("…", []),
    ],
)
def test_a_part_of_a_name_finds_records_with_a_folder(part: str, wanted: list[str]) -> None:
    assert [found.id for found in NAMES.containing(part, 9)] == wanted


def test_what_is_like_a_name_comes_first() -> None:
    assert NAMES.near("mat ong cu.jpg", 2)[0].id == "mat-ong"
    assert NAMES.near("da bep.jpg", 1)[0].id == "dao-bep"
    assert len(NAMES.near("IMG_1.jpg", 3)) == 3


def test_a_record_is_asked_for_by_id_name_or_sku() -> None:
    for written in ("mat-ong", "Mật ong bạc hà", "MO-002"):
        found = NAMES.get("product", written)
        assert found is not None and found.id == "mat-ong"
    assert NAMES.get("place", "mat-ong") is None
    assert NAMES.get("product", "ong") is None
    assert NAMES.get("product", "Liêm") is None
    assert NAMES.get("product", "…") is None


def test_records_of_a_commune_are_known_by_id_names_and_skus(root: Path) -> None:
    put(root, "products/hong/product.yaml", b"name: [\n")
    put(root, "content/events/hoi/index.md", "---\nname: {vi: Hội xuân, en: Spring fair}\n---\n".encode())
    put(root, "content/news/tin-moi.md", "Title: Tin mới\nDate: 2026-11-20\n\nBài.\n".encode())
    stats, _ = snapshot(root)
    found = {(one.kind, one.id): one for one in intake.targets(root, stats)}
    assert set(found) == {
        ("product", "dao-phuc-sen"), ("product", "mat-ong"), ("product", "hong"), ("place", "pac-rang"),
        ("event", "hoi"), ("news", "tin-moi"),
    }  # fmt: skip
    assert found["product", "mat-ong"].names == ("mat-ong", "Mật ong bạc hà", "MO-002")
    assert found["event", "hoi"].names == ("hoi", "Hội xuân", "Spring fair")
    assert found["product", "hong"].names == ("hong",)
    assert not found["news", "tin-moi"].own_folder
    assert found["event", "hoi"].own_folder
