"""An edit adds its lines and leaves every other byte of a file alone."""

from __future__ import annotations

import difflib
import random
from pathlib import Path

import pytest
from ruamel.yaml.comments import CommentedMap

from chophien import sources
from chophien.build.freshness import snapshot
from chophien.intake import NotPossible, edit
from chophien.intake.entry import NotAdded, add, leads, photos
from chophien.sources import Unit

ROOT = Path(__file__).parent.parent.parent
HEAD = """\
# yaml-language-server: $schema=../../schema/product.json
name: Dao Phúc Sen   # tên trên nhãn
category: dao
producer: 'to-ren'
summary: "Một câu dài
  viết trên hai dòng."
description: >
  Gập lại,
  hai dòng.
variants:
  - {sku: MO-001, price: 120.000}
facts:
- name: Thép
  value: nhíp ô tô
    cũ
"""

CASES = {
    "indented": (
        "photos:\n  - file: a.jpg\n    alt: Con dao\nexample: có\n",
        "photos:\n  - file: a.jpg\n    alt: Con dao\n  - file: n.jpg\n    role: detail\nexample: có\n",
    ),
    "dash below its key": (
        "photos:\n- file: a.jpg\n  alt: Con dao\n",
        "photos:\n- file: a.jpg\n  alt: Con dao\n- file: n.jpg\n  role: detail\n",
    ),
    "wide indentation": (
        "photos:\n    -   file: a.jpg\n        alt: Con dao\n",
        "photos:\n    -   file: a.jpg\n        alt: Con dao\n    -   file: n.jpg\n        role: detail\n",
    ),
    "flow maps in a list": (
        "photos:\n  - {file: a.jpg, alt: 'Con dao'}\n",
        "photos:\n  - {file: a.jpg, alt: 'Con dao'}\n  - {file: n.jpg, role: detail}\n",
    ),
    "all in one line": (
        "photos: [ {file: a.jpg} ]   # ảnh\n",
        "photos: [ {file: a.jpg}, {file: n.jpg, role: detail} ]   # ảnh\n",
    ),
    "a comma behind the last": (
        "photos: [ {file: a.jpg}, ]   # ảnh\n",
        "photos: [ {file: a.jpg}, {file: n.jpg, role: detail} ]   # ảnh\n",
    ),
    "a remark on what follows": (
        "photos:\n  - file: a.jpg   # ảnh cũ\n    # chụp năm ngoái\n  # - file: b.jpg\n\n# hết ảnh\nexample: có\n",
        "photos:\n  - file: a.jpg   # ảnh cũ\n    # chụp năm ngoái\n  - file: n.jpg\n    role: detail\n"
        "  # - file: b.jpg\n\n# hết ảnh\nexample: có\n",
    ),
    "a text that goes on": (
        "photos:\n  - file: a.jpg\n    alt: Con dao\n      trên bàn\n",
        "photos:\n  - file: a.jpg\n    alt: Con dao\n      trên bàn\n  - file: n.jpg\n    role: detail\n",
    ),
    "a drawing alone": (
        "photos:\n  # tạm\n  - file: m.png\n    illustration: có\nexample: có\n",
        "photos:\n  - file: n.jpg\n  # tạm\n  - file: m.png\n    illustration: có\nexample: có\n",
    ),
    "a drawing in one line": (
        "photos: [{file: m.png, illustration: có}]\n",
        "photos: [{file: n.jpg}, {file: m.png, illustration: có}]\n",
    ),
    "a last line like the new one": (
        "photos:\n  - file: c.jpg\n  - file: a.jpg\n    # nhìn gần\n    role: detail\nexample: có\n",
        "photos:\n  - file: c.jpg\n  - file: a.jpg\n    # nhìn gần\n    role: detail\n"
        "  - file: n.jpg\n    role: detail\nexample: có\n",
    ),
    "no list": ("example: có\n\n# hết\n", "example: có\nphotos:\n  - file: n.jpg\n\n# hết\n"),
    "an empty key": ("photos:   # chưa có\nexample: có\n", "photos:   # chưa có\n  - file: n.jpg\nexample: có\n"),
    "an empty list": ("photos: []   # chưa có\n", "photos:   # chưa có\n  - file: n.jpg\n"),
    "a tilde": ("photos: ~\n", "photos:\n  - file: n.jpg\n"),
    "dates that no calendar has": (
        "photos:\n  - file: m.png\n    illustration: không\n    taken: 2026-09-08\nexample: co\n",
        "photos:\n  - file: m.png\n    illustration: không\n    taken: 2026-09-08\n  - file: n.jpg\n    role: detail\n"
        "example: co\n",
    ),
}
UNIT = Unit("product", "dao-phuc-sen", "products/dao-phuc-sen/product.yaml")


def added(source: bytes, unit: Unit = UNIT) -> bytes:
    contents = {unit.file: source}
    return add(unit, contents, "n.jpg", main=not leads(photos(unit, contents)))


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("case", CASES)
def test_only_the_added_lines_differ(case: str, mark: bytes, ends: str) -> None:
    before, after = ((HEAD + part).replace("\n", ends).encode() for part in CASES[case])
    assert added(mark + before) == mark + after


@pytest.mark.parametrize("case", sorted(set(CASES) - {"no list"}))
def test_the_list_may_stand_first(case: str) -> None:
    before, after = CASES[case]
    assert added((before + HEAD).encode()).decode() == after + HEAD


@pytest.mark.parametrize("case", CASES)
def test_the_record_reads_as_before_with_one_more_photo(case: str) -> None:
    before = (HEAD + CASES[case][0]).encode()
    old, new = (sources.read(UNIT, {UNIT.file: text}) for text in (before, added(before)))
    assert old.record is not None and new.record is not None
    names = {photo.file for photo in old.record.photos}
    assert {photo.file for photo in new.record.photos} == names | {"n.jpg"}
    assert {**old.values, "photos": ()} == {**new.values, "photos": ()}


def demonstration() -> list[Unit]:
    stats, _ = snapshot(ROOT)
    units, _ = sources.units(stats)
    return [unit for unit in units.values() if unit.file.endswith(("/product.yaml", "/index.md"))]


@pytest.mark.parametrize("unit", demonstration(), ids=lambda unit: unit.id)
def test_files_that_people_wrote_get_one_more_line(unit: Unit) -> None:
    files = sources.contents(ROOT, unit)
    assert isinstance(files, dict)
    old = files[unit.file]
    key = b"" if b"\nphotos:" in old else b"photos:\n"
    for main, line in ((True, b"  - file: n.jpg\n"), (False, b"  - file: n.jpg\n    role: detail\n")):
        new = add(unit, files, "n.jpg", main=main)
        assert new.count(key + line) == 1
        assert new.replace(key + line, b"") == old


PARTS = (
    "name: Dao   # nhãn\n", "category: dao\n", "producer:   to-ren\n", "summary: 'Một câu dài\n  nữa đây ạ.'\n",
    "description: |\n  Dòng một  \n\n    # không phải lời ghi\n  hai\n", "usage: >-\n  Gập\n  dòng dài\n",
    "facts:\n- name: A\n  value: b\n-  name: C\n   value: d\n", "variants:\n  - {sku: M-1,   price: 120.000}\n",
    "# một lời\n\n", "season: [1,2,  3]\n", "storage:\n    vi: để nơi khô\n    en: keep dry\n",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_whatever_stands_around_the_list_stays(seed: int) -> None:
    chance = random.Random(seed)
    parts = [part for part in PARTS if chance.random() < 0.8]
    chance.shuffle(parts)
    chosen = chance.choice([photos for photos, _ in CASES.values()])
    at = chance.randrange(len(parts) + 1)
    source = "".join((*parts[:at], chosen, *parts[at:])).replace("\n", chance.choice(["\n", "\r\n"]))
    if chance.random() < 0.3:
        source = source.rstrip()
    new = added(source.encode()).decode()
    gone = [line[2:] for line in difflib.ndiff(source.splitlines(), new.splitlines()) if line.startswith("- ")]
    assert all(line.startswith("photos: ") for line in gone)
    assert new.endswith("\n") == source.endswith("\n")
    assert new.count("\n") == new.count("\r\n") if "\r\n" in source else "\r" not in new


def test_a_file_without_a_final_line_break_keeps_it_so() -> None:
    before = (HEAD + "photos:\n  - file: a.jpg").encode()
    assert added(before) == before + b"\n  - file: n.jpg\n    role: detail"
    before = (HEAD + "photos:\n  - file: a.jpg").replace("\n", "\r\n").encode()
    assert added(before) == before + b"\r\n  - file: n.jpg\r\n    role: detail"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_header_is_edited_and_the_body_left_alone(ends: str) -> None:
    head = f"---{ends}kind: village{ends}name: 'Xóm Pác Rằng'{ends}summary: Một câu nói nơi này có gì.{ends}"
    body = f"---{ends}photos:{ends}---{ends}Có  hai dấu cách  {ends}\tvà một tab\n\n\nhết"
    unit = Unit("place", "pac-rang", "content/places/pac-rang/index.md")
    wanted = f"{head}photos:{ends}  - file: n.jpg{ends}{body}"
    assert added((head + body).encode(), unit).decode() == wanted


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("photos: [\n  {file: a.jpg},\n  {file: b.jpg}\n]\n", "{file: n.jpg, role: detail},"),
        ("photos:\n  file: a.jpg\n", "- {file: n.jpg, role: detail}"),
        ('"photos":\n  file: a.jpg\n', "- {file: n.jpg, role: detail}"),
        ("...\n", "photos: [{file: n.jpg}]"),
    ],
)
def test_what_cannot_be_added_to_line_by_line_is_told_in_the_form_that_fits(written: str, line: str) -> None:
    with pytest.raises(NotAdded) as told:
        added((HEAD + written).encode())
    assert told.value.code == "intake-by-hand"
    assert told.value.values == {"file": UNIT.file, "line": line}


@pytest.mark.parametrize(
    "written",
    [
        "photos: [a.jpg]\n", "photos:\n  - a.jpg\n", "photos: &x []\n", "photos: [\n", "\tx", "name: Dao khác\n",
        "photos:\n  - file: a.jpg\nphotos:\n  - file: b.jpg\n",
    ],
)  # fmt: skip
def test_a_list_that_cannot_be_read_is_not_edited(written: str) -> None:
    with pytest.raises(NotAdded) as told:
        added((HEAD + written).encode())
    assert told.value.code == "intake-record-not-read"


def test_other_mistakes_of_a_file_do_not_hinder_and_stay() -> None:
    before = (HEAD.replace("category: dao", "category: Dao Kéo") + "photos:\n  - file: a.jpg\n").encode()
    old, new = (sources.read(UNIT, {UNIT.file: text}) for text in (before, added(before)))
    assert old.record is None and new.record is None
    assert [found.code for found in old.found] == [found.code for found in new.found] == ["category-unknown"]
    assert added(before) == before + b"  - file: n.jpg\n    role: detail\n"


def test_an_edit_that_reads_otherwise_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    from chophien.intake import entry

    real = entry.edit
    monkeypatch.setattr(entry, "edit", lambda *given, **more: real(*given, **more).replace(b"to-ren", b"to-det"))
    with pytest.raises(NotAdded) as told:
        added((HEAD + "photos:\n  - file: a.jpg\n").encode())
    assert told.value.code == "intake-by-hand"


def test_a_full_list_is_told() -> None:
    full = "photos:\n" + "".join(f"  - file: {number}.jpg\n" for number in range(30))
    with pytest.raises(NotAdded) as told:
        added((HEAD + full).encode())
    assert told.value.code == "intake-list-full"


@pytest.mark.parametrize("kind", ["news", "place", "event"])
def test_a_classic_header_is_told(kind: str) -> None:
    unit = Unit(kind, "tin", f"content/{kind}/tin/index.md")
    source = "Title: Tin của xã\nDate: 2026-11-20\n\nBài.\n".encode()
    with pytest.raises(NotAdded) as told:
        added(source, unit)
    assert told.value.code == "intake-classic"


def price(document: CommentedMap) -> None:
    document["variants"][0]["price"] = "150.000"
    document["note"] = "x"


def test_any_field_can_be_edited() -> None:
    source = b"a: &x {b:   1}\nc: *x\nvariants:\n- sku: M   # ma\n  price:   120.000   # dong\n\n# end"
    wanted = b"a: &x {b:   1}\nc: *x\nvariants:\n- sku: M   # ma\n  price:   150.000   # dong\nnote: x\n\n# end"
    assert edit(source, price) == wanted


@pytest.mark.parametrize("source", [b"\xff\xfe", b"- a\n", b"a: [\n", b"a: 1\na: 2\n"])
def test_what_is_no_yaml_mapping_is_refused(source: bytes) -> None:
    with pytest.raises(NotPossible):
        edit(source, price)


def test_a_change_that_would_touch_other_lines_is_refused() -> None:
    def first(document: CommentedMap) -> None:
        document["a"][0] = "z"

    with pytest.raises(NotPossible):
        edit(b"a: [x,\n   y]\n", first)
