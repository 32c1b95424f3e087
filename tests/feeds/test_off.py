"""Feeds that a commune switches on by name."""

import json

import pytest
from msgspec.structs import replace

from chophien import feeds
from chophien.feeds import acp
from chophien.model import Site
from chophien.model.tables import OPTIONAL_FEEDS

from . import golden, shop


def with_feeds(*wanted: str) -> Site:
    return replace(shop.SITE, commune=replace(shop.COMMUNE, feeds=wanted))


def test_the_commune_can_name_what_is_off_and_nothing_else() -> None:
    assert set(feeds.OFF) == set(OPTIONAL_FEEDS) <= set(feeds.EXPORTERS)
    for why in feeds.OFF.values():
        assert set(why) == {"vi", "en"} and all(text.endswith(".") for text in why.values())


@pytest.mark.parametrize("key", feeds.OFF)
def test_a_feed_that_is_off_is_told_with_its_reason_until_it_is_on(key: str) -> None:
    assert key not in feeds.active(shop.SITE)
    (told,) = (row for row in feeds.switched_off(shop.SITE, "vi") if row["key"] == key)
    assert told["why"] == feeds.OFF[key]["vi"] and told["file"] == feeds.EXPORTERS[key].FILENAME
    assert key in feeds.active(with_feeds(key))
    assert key not in {row["key"] for row in feeds.switched_off(with_feeds(key), "en")}


def test_the_file_beside_acp_comes_with_it_and_names_no_time() -> None:
    assert feeds.companions(shop.SITE) == {}
    ((path, body),) = feeds.companions(with_feeds("acp")).items()
    assert path == "feeds/acp/metadata.json"
    assert json.loads(body) == {"id": "phucsen.example", "target_country": "VN"}


ALLOWED = {
    "price": {"amount", "currency"},
    "list_price": {"amount", "currency"},
    "unit_price": {"amount", "currency", "measure", "reference"},
    "availability": {"available", "status"},
    "barcodes": {"type", "value"},
    "categories": {"value", "taxonomy"},
    "variant_options": {"name", "value"},
    "media": {"type", "url", "alt_text", "width", "height"},
    "seller": {"name", "links"},
    "description": {"plain"},
}
"""Keys of the protocol's nested values."""


def test_acp_has_only_the_keys_of_the_protocol() -> None:
    lines = [json.loads(line) for line in golden.made("acp").splitlines()]
    assert [line["id"] for line in lines] == ["mat-ong", "tra-shan"]
    for line in lines:
        assert tuple(line) == acp.PRODUCT_KEYS
        for variant in line["variants"]:
            assert set(variant) <= set(acp.VARIANT_KEYS) and {"id", "title"} <= set(variant)
            for name, keys in ALLOWED.items():
                value = variant.get(name, line.get(name, []))
                for one in value if isinstance(value, list) else [value]:
                    assert set(one) <= keys, name
            assert isinstance(variant["price"]["amount"], int)


def test_dong_have_no_smaller_unit() -> None:
    variants = {v["id"]: v for line in golden.made("acp").splitlines() for v in json.loads(line)["variants"]}
    assert variants["mat-ong"]["price"] == {"amount": 150_000, "currency": "VND"}
    assert variants["tra-100"]["list_price"]["amount"] == 120_000
    openai = {row["item_id"]: row for row in map(json.loads, golden.made("openai").splitlines())}
    assert openai["mat-ong"]["price"] == "150000 VND"
    assert openai["tra-500"]["variant_dict"] == {"Khối lượng": "500 g"}
    assert openai["tra-100"]["listing_has_variations"] is True
    assert "group_id" not in openai["mat-ong"]
