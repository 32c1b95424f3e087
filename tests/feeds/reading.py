"""Reads every feed as its marketplace does: what each SKU costs, whether it is to be had, its picture."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree

from chophien.feeds import EXPORTERS

GOOGLE = "{http://base.google.com/ns/1.0}"


class Said(NamedTuple):
    """What a feed says of one SKU; ``regular`` empty means the same as ``price``, ``picture`` that it names none."""

    price: str
    regular: str
    sellable: bool
    picture: str


def rows(key: str, file: bytes) -> list[dict[str, str]]:
    """Read a table."""
    text = file.decode("utf-8-sig")
    if key == "google-tsv":
        head, *lines = text.split("\n")[:-1]
        return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]
    mark = "\t" if EXPORTERS[key].FILENAME.endswith(".tsv") else ","
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark, strict=True))


def addresses(key: str, file: bytes) -> list[str]:
    """List every address that a feed names, of pages and of pictures."""
    if key in {"google", "schemaorg", "acp", "openai"}:
        text = file.decode()
        if key == "google":
            texts = [node.text or "" for node in ElementTree.fromstring(text).iter()]
        else:
            whole = json.loads(text) if key == "schemaorg" else [json.loads(line) for line in text.splitlines()]
            texts = [value for value in _leaves(whole) if isinstance(value, str)]
        return [value for value in texts if value.startswith("https://")]
    cells = [cell for row in rows(key, file) for cell in row.values() if cell.startswith("https://")]
    return [address for cell in cells for address in cell.replace("|", ",").replace(", ", ",").split(",")]


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


def said(key: str, file: bytes) -> dict[str, Said]:
    """Read what a feed says of every SKU."""
    return dict(_READERS[key](key, file))


Found = Iterator[tuple[str, Said]]


def _google(key: str, file: bytes) -> Found:
    items = [
        {child.tag.removeprefix(GOOGLE): child.text or "" for child in item}
        for item in ElementTree.fromstring(file).iter("item")
    ]
    return _advert(items, "id")


def _table(key: str, file: bytes) -> Found:
    return _advert(rows(key, file), "sku_id" if key == "tiktok" else "id")


def _advert(items: list[dict[str, str]], id: str) -> Found:
    for row in items:
        regular, sale = row["price"].removesuffix(" VND"), row.get("sale_price", "").removesuffix(" VND")
        sellable = row["availability"].replace("_", " ") == "in stock"
        yield row[id], Said(sale or regular, regular if sale else "", sellable, row["image_link"])


def _woocommerce(key: str, file: bytes) -> Found:
    parents: set[str] = set()
    for row in rows(key, file):
        if row["Type"] == "variable":
            parents.add(row["SKU"])
            assert row["Regular price"] == row["Parent"] == ""
            continue
        assert row["Type"] == ("variation" if row["Parent"] else "simple")
        assert not row["Parent"] or row["Parent"] in parents
        assert row["Visibility in catalog"] == "visible"
        sale, regular = row["Sale price"], row["Regular price"]
        picture = row["Images"].split(", ")[0]
        yield row["SKU"], Said(sale or regular, regular if sale else "", row["In stock?"] == "1", picture)


COPIES = {
    "shopify": ("SKU", "Price", "Compare-at price", "Inventory tracker", "Inventory quantity", "Variant image URL",
                "Product image URL"),
    "haravan": ("Mã phiên bản sản phẩm", "Giá", "Giá so sánh", "Quản lý tồn kho", "Số lượng tồn kho", "Ảnh biến thể",
                "Link hình"),
    "sapo": ("Mã (SKU)", "Giá", "Giá so sánh", "Quản lý kho", "Số lượng", "Ảnh phiên bản", "Ảnh đại diện"),
}  # fmt: skip
"""SKU, price, price before, who counts, how many, the variant's picture, the product's."""


def _copies(key: str, file: bytes) -> Found:
    sku, price, before, counted, count, own, general = COPIES[key]
    for row in rows(key, file):
        if row[sku]:
            sellable = not row[counted] or row[count] != "0"
            yield row[sku], Said(row[price], row[before], sellable, row[own] or row[general])


def _kiotviet(key: str, file: bytes) -> Found:
    for row in rows(key, file):
        yield row["Mã hàng"], Said(row["Giá bán"], "", row["Tồn kho"] != "0", "")


def _shopee(key: str, file: bytes) -> Found:
    for row in rows(key, file):
        picture = row["et_title_image_per_variation"] or row["ps_item_cover_image"]
        yield row["ps_sku_short"], Said(row["ps_price"], "", row["ps_stock"] != "0", picture)


def _tiktokshop(key: str, file: bytes) -> Found:
    for row in rows(key, file):
        picture = row["property_1_image"] or row["main_image"]
        yield row["seller_sku"], Said(row["price"], "", row["quantity"] != "0", picture)


def _vendure(key: str, file: bytes) -> Found:
    for row in rows(key, file):
        sellable = row["trackInventory"] == "false" or row["stockOnHand"] != "0"
        yield row["sku"], Said(row["price"], "", sellable, row["variantAssets"] or row["assets"].split("|")[0])


def _medusa(key: str, file: bytes) -> Found:
    for row in rows(key, file):
        sellable = row["Variant Manage Inventory"] == "FALSE"
        # The file has no picture of a variant.
        picture = row["Product Thumbnail"] if row["Variant Option 1 Name"] == "Default option" else ""
        yield row["Variant Sku"], Said(row["Variant Price VND"], "", sellable, picture)


def _openai(key: str, file: bytes) -> Found:
    for line in file.splitlines():
        row = json.loads(line)
        price = row["price"].removesuffix(" VND")
        yield row["item_id"], Said(price, "", row["availability"] == "in_stock", row["image_url"])


def _acp(key: str, file: bytes) -> Found:
    for line in file.splitlines():
        for row in json.loads(line)["variants"]:
            before = str(row["list_price"]["amount"]) if "list_price" in row else ""
            sellable = row["availability"]["status"] == "in_stock"
            yield row["id"], Said(str(row["price"]["amount"]), before, sellable, row["media"][0]["url"])


_READERS = {
    "google": _google,
    "google-tsv": _table,
    "meta": _table,
    "tiktok": _table,
    "woocommerce": _woocommerce,
    "shopify": _copies,
    "haravan": _copies,
    "sapo": _copies,
    "kiotviet": _kiotviet,
    "shopee": _shopee,
    "tiktokshop": _tiktokshop,
    "vendure": _vendure,
    "medusa": _medusa,
    "openai": _openai,
    "acp": _acp,
}
READ = tuple(_READERS)
"""Every feed that is read here; ``schemaorg`` is the page's own description."""

WITHOUT_REGULAR = {"kiotviet", "shopee", "tiktokshop", "vendure", "medusa", "openai"}
"""Feeds that have no place for the price before a sale."""
