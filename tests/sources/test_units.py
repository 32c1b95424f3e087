"""Which files belong together, and that no file given to us disappears silently."""

from __future__ import annotations

import pytest

from chophien.diagnostics import Level, sentence
from chophien.sources import Unit, units

from .samples import catalogue


def told(*paths: str) -> list[str]:
    return [f"{item.code} {item.file}" for item in units(paths)[1]]


def test_every_kind_of_file_is_found() -> None:
    paths = [
        "commune.yaml", "products/che/product.yaml", "products/mat/product.yml", "content/producers/to-mau.yaml",
        "content/places/ban/index.md", "content/places/hang.md", "content/events/hoi/index.markdown",
        "content/trips/di/index.md", "content/news/tin.md", "content/pages/ve.md", "content/demand/can.yml",
        "products/che/anh.JPG", "products/che/lots/2026.yaml", "products/che/README.md", "content/news/README.md",
        "products/.DS_Store", "content/Thumbs.db", "pelicanconf.py", "theme/static/x.css",
    ]  # fmt: skip
    made, found = units(paths)
    assert found == []
    assert sorted(made) == [
        ("commune", "commune"), ("event", "hoi"), ("need", "can"), ("news", "tin"), ("page", "ve"), ("place", "ban"),
        ("place", "hang"), ("producer", "to-mau"), ("product", "che"), ("product", "mat"), ("trip", "di"),
    ]  # fmt: skip
    assert made["place", "ban"].folder == "content/places/ban"


def test_translations_belong_to_their_original() -> None:
    made, found = units([
        "content/places/ban/index.zh.md", "content/places/ban/index.md", "content/places/ban/index.en.md",
        "content/news/tin.en.md", "content/news/tin.vi.md",
    ])  # fmt: skip
    assert found == []
    assert made["place", "ban"] == Unit(
        "place", "ban", "content/places/ban/index.md",
        (("en", "content/places/ban/index.en.md"), ("zh", "content/places/ban/index.zh.md")),
    )  # fmt: skip
    assert made["news", "tin"].file == "content/news/tin.vi.md"


def test_the_order_of_paths_does_not_matter() -> None:
    paths = ["content/news/b.md", "content/news/b.en.md", "content/news/aa.md", "products/x1/product.yaml"]
    assert units(paths) == units(paths[::-1])


@pytest.mark.parametrize(("paths", "says"), [
    # Misplaced: a file somebody meant to be read.
    (["products/che.yaml"], ["file-misplaced products/che.yaml"]),
    (["products/che/Product.yaml"], ["file-misplaced products/che/Product.yaml"]),
    (["products/che/khac/product.yaml"], ["file-misplaced products/che/khac/product.yaml"]),
    (["products/che/mo-ta.md"], ["file-misplaced products/che/mo-ta.md"]),
    (["content/producers/to.md"], ["file-misplaced content/producers/to.md"]),
    (["content/places/a/b/c/d/index.md"], ["file-misplaced content/places/a/b/c/d/index.md"]),
    (["content/places/ban/thac.md"], ["file-misplaced content/places/ban/thac.md"]),
    (["content/tin.md"], ["file-misplaced content/tin.md"]),
    (["content/tin-tuc/tin.md"], ["file-misplaced content/tin-tuc/tin.md"]),
    (["content/news/tin.yaml"], ["file-misplaced content/news/tin.yaml"]),
    # Not used.
    (["products/che/gia.xlsx"], ["file-not-used products/che/gia.xlsx"]),
    (["content/news/tin.docx"], ["file-not-used content/news/tin.docx"]),
    (["content/news/tin.md.bak"], ["file-not-used content/news/tin.md.bak"]),
    (["products/che/anh.heic"], ["photo-format-not-read products/che/anh.heic"]),
    (["content/places/ban/IMG_1.HEIF"], ["photo-format-not-read content/places/ban/IMG_1.HEIF"]),
    # Saved with an ending too many, which Windows hides.
    (["products/che/product.yaml.txt"], ["file-ending-twice products/che/product.yaml.txt"]),
    (["products/che/product.yaml.yaml"], ["file-ending-twice products/che/product.yaml.yaml"]),
    (["content/places/ban/index.md.txt"], ["file-ending-twice content/places/ban/index.md.txt"]),
    (["content/places/ban/index.en.md.TXT"], ["file-ending-twice content/places/ban/index.en.md.TXT"]),
    (["content/producers/to.yml.txt"], ["file-ending-twice content/producers/to.yml.txt"]),
    (["content/news/tin.md.md"], ["file-ending-twice content/news/tin.md.md"]),
    (["products/che/ghi-chu.txt"], ["file-not-used products/che/ghi-chu.txt"]),
    (["products/che/README.md.txt", "products/che/lots/2026.yaml.txt", "theme/x.yaml.txt"], []),
    # Ids.
    (["products/Che/product.yaml"], ["folder-name-not-plain products/Che/product.yaml"]),
    (["products/chè/product.yaml"], ["folder-name-not-plain products/chè/product.yaml"]),
    (["products/che xanh/product.yaml"], ["folder-name-not-plain products/che xanh/product.yaml"]),
    (["products/x/product.yaml"], ["folder-name-not-plain products/x/product.yaml"]),
    (["products/" + "x" * 61 + "/product.yaml"], ["folder-name-not-plain products/" + "x" * 61 + "/product.yaml"]),
    (["products/nul/product.yaml"], ["folder-name-not-plain products/nul/product.yaml"]),
    (["products/../product.yaml"], ["folder-name-not-plain products/../product.yaml"]),
    (["content/news/<b>.md"], ["file-name-not-plain content/news/<b>.md"]),
    # Doubles.
    (["products/che/product.yaml", "products/che/product.yml"], ["id-twice products/che/product.yml"]),
    (["content/places/ban.md", "content/places/ban/index.md"], ["id-twice content/places/ban/index.md"]),
    (["content/news/tin.md", "content/news/tin.vi.md"], ["id-twice content/news/tin.vi.md"]),
    (["content/places/ban.en.md", "content/places/ban/index.en.md", "content/places/ban.md"],
     ["id-twice content/places/ban/index.en.md"]),
    (["products/che/product.yaml", "products/chè/product.yaml"],
     ["folder-name-not-plain products/chè/product.yaml", "id-differs-by-accents products/chè/product.yaml"]),
    (["products/Che/product.yaml", "products/che/product.yaml"],
     ["folder-name-not-plain products/Che/product.yaml", "id-differs-by-accents products/che/product.yaml"]),
    (["products/dao-đỏ/product.yaml", "products/dao-dỏ/product.yaml"],
     ["folder-name-not-plain products/dao-dỏ/product.yaml", "folder-name-not-plain products/dao-đỏ/product.yaml",
      "id-differs-by-accents products/dao-đỏ/product.yaml"]),
    (["content/places/che.md", "content/news/che.md"], []),
    # Translations.
    (["content/news/tin.en.md"], ["translation-without-original content/news/tin.en.md"]),
    (["content/places/ban/index.en.md", "content/places/ban/index.zh.md"],
     ["translation-without-original content/places/ban/index.en.md",
      "translation-without-original content/places/ban/index.zh.md"]),
])  # fmt: skip
def test_a_file_that_belongs_to_no_unit_is_named(paths: list[str], says: list[str]) -> None:
    assert told(*paths) == says
    for item in units(paths)[1]:
        text, hint = sentence(item, catalogue("vi"))
        assert "{" not in text + hint
        assert hint


def test_two_files_with_one_id_leave_the_first() -> None:
    made, _ = units(["content/places/ban/index.md", "content/places/ban.md"])
    assert made["place", "ban"].file == "content/places/ban.md"


def test_a_misplaced_file_stops_the_build_and_an_unused_one_does_not() -> None:
    paths = ["products/che.yaml", "products/che/gia.xlsx", "products/che/product.yaml.txt"]
    assert [item.level for item in units(paths)[1]] == [Level.ERROR, Level.WARNING, Level.ERROR]


def test_an_ending_too_many_is_told_with_the_right_name() -> None:
    (found,) = units(["content/places/ban/index.en.md.txt"])[1]
    text, hint = sentence(found, catalogue("vi"))
    assert "thừa đuôi “.txt”" in text
    assert hint.startswith("Đổi tên thành index.en.md.")


def test_thousands_of_files_are_sorted_quickly() -> None:
    import time

    paths = [f"content/places/ban-{n}/index{lang}.md" for n in range(5000) for lang in ("", ".en", ".zh")]
    began = time.process_time()
    made, found = units(paths)
    assert (len(made), found) == (5000, [])
    assert time.process_time() - began < 2
