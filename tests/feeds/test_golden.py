"""The exact files, and what programs read in them."""

import csv
import io
import json
import unicodedata
from typing import Any

import feedparser
import pytest
from msgspec.structs import replace

from chophien.feeds import EXPORTERS, google, meta
from chophien.model.records import Option

from . import golden, shop
from .reading import rows as table


def parsed(*items: Any) -> Any:
    """Write products to Google's file and read it with a feed reader."""
    made = [google.fragment(shop.shown(item), shop.SITE).rows for item in items]
    feed = feedparser.parse(b"".join(google.assemble(shop.SITE, made)))
    assert not feed.bozo
    return feed.entries


def lines(*items: Any) -> list[dict[str, str]]:
    """Write products to Meta's file and read it as CSV."""
    made = [meta.fragment(shop.shown(item), shop.SITE).rows for item in items]
    text = b"".join(meta.assemble(shop.SITE, made)).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("key", golden.FEEDS)
def test_feeds_are_as_last_reviewed(key: str) -> None:
    assert golden.made(key).decode() == golden.path(key).read_text(encoding="utf-8")


@pytest.mark.parametrize("key", golden.FEEDS)
def test_the_same_goods_give_the_same_bytes(key: str) -> None:
    assert golden.made(key) == golden.made(key)


AWKWARD = [
    "Trà & ấm",
    'Trà "thượng hạng"',
    "Trà, loại một",
    "Trà <búp> non",
    "Trà ngon 🍵👩\u200d🌾",
    "Tra\u0300 Shan tuye\u0302\u0301t",
    "Đặc sản trà ĐÔNG",
    "Trà ]]> &amp; &#60;",
]


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_names_come_back_whole(name: str) -> None:
    item = shop.product(name={"vi": name})
    wanted = "Trà Shan tuyết" if "\u0300" in name else name
    assert [entry["g_title"] for entry in parsed(item)] == [wanted]
    assert [line["title"] for line in lines(item)] == [wanted]


NAMED = {
    "google-tsv": "title", "meta": "title", "tiktok": "title", "woocommerce": "Name", "shopify": "Title",
    "haravan": "Tên", "sapo": "Tên sản phẩm", "kiotviet": "Tên hàng", "shopee": "ps_product_name",
    "tiktokshop": "product_name", "vendure": "name", "medusa": "Product Title",
}  # fmt: skip
"""The column of every table that holds the product's name."""

WITHOUT_EMOJI = {"tiktok", "shopee", "tiktokshop"}
"""Places that refuse emoji; the two sheets also take no tags."""


def back(key: str, item: Any) -> set[str]:
    """Write a product of one variant to a feed and read its name from the file."""
    exporter = EXPORTERS[key]
    file = b"".join(exporter.assemble(shop.SITE, [exporter.fragment(shop.shown(item), shop.SITE, b"").rows]))
    if key in {"acp", "openai"}:
        return {json.loads(line)["title"] for line in file.splitlines()}
    if key == "google":
        return {entry["g_title"] for entry in feedparser.parse(file).entries}
    return {row[NAMED[key]] for row in table(key, file) if row[NAMED[key]]}


def test_the_name_is_read_from_every_feed() -> None:
    assert {*NAMED, "google", "acp", "openai", "schemaorg"} == set(EXPORTERS)


@pytest.mark.parametrize("key", [*NAMED, "google", "acp", "openai"])
@pytest.mark.parametrize("name", AWKWARD)
def test_every_feed_gives_the_name_back_as_it_was_written(key: str, name: str) -> None:
    wanted = unicodedata.normalize("NFC", name)
    if key in WITHOUT_EMOJI:
        wanted = wanted.replace(" 🍵👩\u200d🌾", "")
    if key in {"shopee", "tiktokshop"}:
        wanted = " ".join(wanted.replace("<búp>", " ").split())
    # Ten characters are the least for Shopee.
    assert back(key, shop.product(name={"vi": f"{name} Phúc Sen"})) == {f"{wanted} Phúc Sen"}


def test_both_files_say_the_same_of_each_item() -> None:
    entries = {entry["g_id"]: entry for entry in parsed(shop.HONEY, shop.TEAS)}
    rows = lines(shop.HONEY, shop.TEAS)
    assert [row["id"] for row in rows] == list(entries)
    for row in rows:
        entry = entries[row["id"]]
        assert row["price"] == entry["g_price"]
        assert row["sale_price"] == entry.get("g_sale_price", "")
        assert row["link"] == entry["g_link"]
        assert row["image_link"] == entry["g_image_link"]
        assert row["availability"] == entry["g_availability"].replace("_", " ")


@pytest.mark.parametrize("key", EXPORTERS)
def test_an_empty_catalogue_is_a_whole_file(key: str) -> None:
    exporter: Any = EXPORTERS[key]
    made = b"".join(exporter.assemble(shop.SITE, [])).decode("utf-8-sig")
    if key == "google":
        assert feedparser.parse(made).entries == []
        assert made.endswith("</channel>\n</rss>\n")
    elif exporter.FILENAME.endswith((".csv", ".tsv")):
        mark = "\t" if exporter.FILENAME.endswith(".tsv") else ","
        assert made.splitlines() == [mark.join(column.name for column in exporter.COLUMNS)]
    elif exporter.FILENAME.endswith(".jsonl"):
        assert made == ""


TABLES = [key for key in golden.FEEDS if key not in {"acp", "schemaorg"}]


@pytest.mark.parametrize("exporter", [EXPORTERS[key] for key in TABLES], ids=TABLES)
def test_rows_have_only_known_columns(exporter: Any) -> None:
    known = {column.name for column in exporter.COLUMNS} | {""}
    from chophien.feeds._pipeline import items

    for item in (shop.TEAS, shop.HONEY):
        shown = shop.shown(item)
        for entry in items(shop.SITE, shown):
            row = exporter.row(entry) | exporter.common(entry)
            assert set(row) <= known
            if hasattr(exporter, "layout"):
                assert all(set(whole) <= known for whole in exporter.layout([entry], [row]))
            assert not row.get("")


def test_an_option_of_one_variant_is_not_written() -> None:
    (entry,) = parsed(shop.product(shop.pack(100, 120_000)))
    assert entry["g_title"] == "Trà Shan tuyết Phúc Sen"
    assert "g_size" not in entry


def test_illegal_characters_of_any_field_leave_xml_readable() -> None:
    (entry,) = parsed(shop.product(storage={"vi": "Nơi \x0bkhô & mát"}))
    assert entry["g_attribute_value"] == "Nơi khô & mát"


def test_pictures_of_papers_and_small_ones_are_not_sent() -> None:
    pictures = (shop.picture(), shop.picture("nho", width=499), *(shop.picture(f"a{n}") for n in range(14)))
    rows = google.fragment(shop.shown(pictures=pictures), shop.SITE).rows
    assert rows.count(b"<g:additional_image_link>") == 10
    assert b"nho.jpg" not in rows
    cell = next(
        csv.DictReader(
            io.StringIO(
                (
                    b"".join(meta.assemble(shop.SITE, [meta.fragment(shop.shown(pictures=pictures), shop.SITE).rows]))
                ).decode()
            )
        )
    )["additional_image_link"]
    assert len(cell.split(",")) == 14
    assert len(cell) <= 2000


def test_a_missing_brand_is_admitted_to_google_and_refused_by_meta() -> None:
    shown = shop.shown(producer=None)
    assert b"<g:identifier_exists>no</g:identifier_exists>" in google.fragment(shown, shop.SITE).rows
    (out,) = meta.fragment(shown, shop.SITE).left_out
    assert (out.code, out.values) == ("value-missing", {"column": "brand"})


def test_a_very_long_description_is_cut_at_a_word() -> None:
    (entry,) = parsed(shop.product(description={"vi": "chè ngon " * 700}))
    assert len(entry["g_description"]) <= 5000
    assert entry["g_description"].endswith(("chè", "ngon"))


def test_examples_of_a_demonstration_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shop, "SITE", replace(shop.SITE, commune=replace(shop.COMMUNE, example=True)))
    packs = (shop.pack(100, 120_000), shop.pack(500, 550_000))
    for example in (shop.product(*packs, example=True), shop.product(*packs, example=True, description={})):
        for rows in (parsed(example), lines(example)):
            titles = [row.get("g_title") or row["title"] for row in rows]
            assert titles == [f"Trà Shan tuyết Phúc Sen {size} g (ví dụ)" for size in (100, 500)]
            for row in rows:
                assert (row.get("g_description") or row["description"]).startswith("Ví dụ: Chè cổ thụ hái tay")
    (real,) = lines(shop.product())
    assert "ví dụ" not in real["title"] + real["description"].lower()


def test_an_example_says_so_once_and_within_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shop, "SITE", replace(shop.SITE, commune=replace(shop.COMMUNE, example=True)))
    text = {"vi": "Ví dụ về một gói trà, để xem trang trình bày hàng thế nào."}
    (row,) = lines(shop.product(example=True, name={"vi": "Trà ví dụ"}, description=text))
    assert (row["title"], row["description"]) == ("Trà ví dụ", text["vi"])
    long = {"vi": "Trà " + "búp non " * 13}
    option = Option(name={"vi": "Loại"}, value={"vi": "hộp thiếc sơn mài vẽ tay cỡ lớn, kèm ấm"})
    goods = [shop.variant("a", option=option), shop.variant("b", option=option)]
    rows = lines(shop.product(*goods, example=True, name=long, description={"vi": "chè ngon " * 700}))
    assert len(rows) == 2
    for row in rows:
        assert len(row["title"]) <= 150 and row["title"].endswith(" kèm ấm (ví dụ)")
        assert len(row["description"]) <= 5000 and row["description"].startswith("Ví dụ: ")


def test_an_example_of_a_real_commune_is_in_no_feed() -> None:
    assert parsed(shop.product(example=True)) == lines(shop.product(example=True)) == []
