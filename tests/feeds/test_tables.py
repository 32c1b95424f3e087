"""Separated values: what comes back, what may stand in a cell, where limits lie."""

import json
from typing import Any

import pytest

from chophien.feeds import EXPORTERS, _formats, _pipeline
from chophien.model.records import Option
from chophien.text import nfc

from . import golden, shop
from .reading import rows
from .test_golden import AWKWARD

TITLES = {
    "google-tsv": "title", "meta": "title", "tiktok": "title", "woocommerce": "Name", "shopify": "Title",
    "haravan": "Tên", "sapo": "Tên sản phẩm", "kiotviet": "Tên hàng", "shopee": "ps_product_name",
    "tiktokshop": "product_name", "vendure": "name", "medusa": "Product Title",
}  # fmt: skip
"""The column of the name in every table."""

LINES = {"acp": "title", "openai": "title"}
MARKED = {"haravan", "sapo", "kiotviet", "shopee", "tiktokshop"}
"""Files that people open in Excel."""


def made(key: str, item: Any) -> bytes:
    exporter = EXPORTERS[key]
    return b"".join(exporter.assemble(shop.SITE, [exporter.fragment(shop.shown(item), shop.SITE).rows]))


def test_every_table_is_looked_at() -> None:
    assert {*TITLES, *LINES, "google", "schemaorg"} == set(EXPORTERS)


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("key", TITLES)
def test_awkward_names_come_back_whole(key: str, name: str) -> None:
    item = shop.product(name={"vi": name + " Shan"}, description={"vi": f"{name} & {shop.DESCRIPTION}"})
    wanted = nfc(name + " Shan")
    if key in {"tiktok", "shopee", "tiktokshop"} and "🍵" in name:
        wanted = "Trà ngon Shan"
    if key in {"shopee", "tiktokshop"} and "<búp>" in name:
        wanted = "Trà non Shan"
    assert [row[TITLES[key]] for row in rows(key, made(key, item)) if row[TITLES[key]]] == [wanted]


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("key", LINES)
def test_awkward_names_come_back_whole_in_json(key: str, name: str) -> None:
    (line,) = made(key, shop.product(name={"vi": name + " Shan"})).splitlines()
    assert json.loads(line)[LINES[key]] == nfc(name + " Shan")


@pytest.mark.parametrize("key", TITLES)
def test_only_files_for_excel_begin_with_a_mark(key: str) -> None:
    file = golden.made(key)
    assert file.startswith(b"\xef\xbb\xbf") == (key in MARKED)
    assert file.count(b"\xef\xbb\xbf") == (key in MARKED)
    assert b"\r" not in file


OPENED = [key for key in TITLES if EXPORTERS[key].USE in {"import", "paste"}]
FETCHED = [key for key in TITLES if EXPORTERS[key].USE == "fetch"]


@pytest.mark.parametrize("key", OPENED)
@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_begins_like_a_formula(key: str, sign: str) -> None:
    hostile = {"vi": f"{sign}1+1 trà ngon sao tay bằng củi khô của làng"}
    for item in (
        shop.product(name=hostile),
        shop.product(brand=hostile["vi"]),
        shop.product(description=hostile, summary=hostile),
        shop.product(
            *(shop.variant(f"a{n}", option=Option(name=hostile, value={"vi": f"{sign}{n} kg"})) for n in (1, 2))
        ),
    ):
        for row in rows(key, made(key, item)):
            assert [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("key", OPENED)
def test_a_text_alternative_that_a_spreadsheet_would_run_is_left_empty(key: str) -> None:
    pictures = tuple(shop.picture(name, alt={"vi": f"=HYPERLINK({name})"}) for name in ("tra", "goi"))
    exporter = EXPORTERS[key]
    made = exporter.fragment(shop.shown(pictures=pictures), shop.SITE, b"")
    assert made.items == 1
    assert b"HYPERLINK" not in made.rows


@pytest.mark.parametrize("key", FETCHED)
def test_feeds_that_no_spreadsheet_opens_are_complete(key: str) -> None:
    found = rows(key, made(key, shop.product(name={"vi": "- Trà Shan"}, brand="+HTX")))
    assert [(row[TITLES[key]], row["brand"]) for row in found] == [("- Trà Shan", "+HTX")]


LIMITED = [
    (key, column)
    for key, exporter in EXPORTERS.items()
    for column in getattr(exporter, "COLUMNS", ())
    if column.max_chars or column.min_chars or column.most
]


@pytest.mark.parametrize(("key", "column"), LIMITED, ids=[f"{key}-{column.name}" for key, column in LIMITED])
def test_a_limit_holds_to_the_last_character(key: str, column: Any) -> None:
    def refused(value: str) -> str:
        found = _pipeline._unfit({column.name: value}, (column,))
        return found[0] if found else ""

    if column.max_chars:
        assert refused("a" * column.max_chars) == ""
        assert refused("a" * (column.max_chars + 1)) == "value-too-long"
    if column.min_chars:
        assert refused("a" * column.min_chars) == ""
        assert refused("a" * (column.min_chars - 1)) == "value-too-short"
    if column.most:
        step = 0.01 if column.least % 1 else 1
        assert refused(f"{column.most:.15g}") == ""
        assert refused(f"{column.most + step:.15g}") == "number-out-of-range"
        if column.least:
            assert refused(f"{column.least:.15g}") == ""
            assert refused(f"{column.least - step / 10:.15g}") == "number-out-of-range"


@pytest.mark.parametrize(("key", "column"), LIMITED, ids=[f"{key}-{column.name}" for key, column in LIMITED])
def test_a_limit_has_its_source(key: str, column: Any) -> None:
    exporter: Any = EXPORTERS[key]
    assert column.source or "2026" in (exporter.__doc__ or "")


@pytest.mark.parametrize("key", EXPORTERS)
def test_a_module_tells_its_source_and_when_it_was_read(key: str) -> None:
    doc = " ".join((EXPORTERS[key].__doc__ or "").split())
    assert key == "schemaorg" or "November 2026" in doc


def test_google_takes_no_quotes_tabs_or_line_ends_in_its_text_file() -> None:
    form = _formats.Tsv({"nested": ("a", "b")})
    columns = tuple(_pipeline.Column(name=name) for name in ("text", "list", "links", "nested"))
    row: _pipeline.Row = {
        "text": 'Trà "ngon"\tvà\nấm',
        "list": ["một", "hai, ba", 'bốn "năm"'],
        "links": ["https://xa.example/a,b.jpg", "https://xa.example/c.jpg"],
        "nested": [(("a", "1"), ("b", "2")), (("a", "pha 1:2"), ("b", "x: y, z")), (("b", "4"),)],
    }
    assert form.rows({}, [row], columns).decode() == (
        "Trà \"ngon\" và ấm\tmột,hai; ba,bốn 'năm'\thttps://xa.example/a%2Cb.jpg,https://xa.example/c.jpg"
        "\t1:2,pha 1\u22362:x - y; z,:4\n"
    )


def test_googles_text_file_has_as_many_highlights_and_details_as_its_other_file() -> None:
    item = shop.product(
        highlights=({"vi": "Một tôm, hai lá"}, {"vi": 'Sao "củi"'}),
        ingredients={"vi": "Chè, sen: 5%"},
        storage={"vi": "Khô, mát"},
    )
    (row,) = rows("google-tsv", made("google-tsv", item))
    assert row["product_highlight"] == "Một tôm; hai lá,Sao 'củi'"
    assert row["product_detail"] == "Nhãn:Thành phần:Chè; sen - 5%,Nhãn:Bảo quản:Khô; mát"
    xml = made("google", item).decode()
    assert (xml.count("<g:product_highlight>"), xml.count("<g:product_detail>")) == (2, 2)
    few = made("google-tsv", shop.product(highlights=({"vi": "Một"}, {"vi": "a" * 151})))
    assert rows("google-tsv", few)[0]["product_highlight"] == ""
