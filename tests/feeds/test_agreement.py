"""Every feed says the same of every SKU, whatever its words for it."""

from datetime import date
from typing import Any

import pytest

from chophien.feeds import EXPORTERS

from . import shop
from .reading import READ, WITHOUT_REGULAR, addresses, said


def made(key: str, *goods: Any) -> bytes:
    """Make one feed of shown goods."""
    exporter = EXPORTERS[key]
    return b"".join(exporter.assemble(shop.SITE, [exporter.fragment(shown, shop.SITE, b"{}").rows for shown in goods]))


PICTURES = (
    shop.picture("bia"),
    shop.picture("goi-100", file="goi-100.jpg", square="anh/goi-100-vuong.jpg"),
    shop.picture("giay", role="certificate"),
    shop.picture("nho", width=499),
)
GOODS = [
    shop.shown(shop.HONEY),
    shop.shown(
        shop.product(
            shop.pack(100, 120_000, photo="goi-100.jpg", stock=7),
            shop.pack(250, 250_000, status="preorder", available_from=date(2027, 3, 1)),
            shop.pack(500, 480_000, status="out_of_stock", stock=9),
            shop.pack(900, 800_000, status="discontinued"),
            id="tra-bon-goi",
        ),
        pictures=PICTURES,
    ),
    shop.shown(shop.TEAS),
    shop.shown(shop.product(shop.variant("le", 35_000), id="tra-le", season=(12,))),
]


def test_every_feed_is_read() -> None:
    assert set(READ) | {"schemaorg"} == set(EXPORTERS)


@pytest.mark.parametrize("key", READ)
def test_price_availability_and_picture_are_those_of_google(key: str) -> None:
    google = said("google", made("google", *GOODS))
    assert set(google) == {"mat-ong", "tra-100", "tra-250", "tra-500", "le"}
    found = said(key, made(key, *GOODS))
    assert set(found) == set(google)
    for sku, wanted in google.items():
        assert found[sku].price == wanted.price, sku
        assert found[sku].regular == ("" if key in WITHOUT_REGULAR else wanted.regular), sku
        assert found[sku].sellable == wanted.sellable, sku
        assert found[sku].picture in ({wanted.picture, ""} if key in {"medusa", "kiotviet"} else {wanted.picture}), sku


@pytest.mark.parametrize("key", READ)
def test_papers_and_small_pictures_are_in_no_feed(key: str) -> None:
    found = addresses(key, made(key, *GOODS))
    assert key == "kiotviet" or any("goi-100-vuong" in address for address in found)
    assert not any("giay.jpg" in address or "nho.jpg" in address for address in found if "/anh/" in address)


@pytest.mark.parametrize("key", READ)
def test_two_runs_give_the_same_bytes(key: str) -> None:
    assert made(key, *GOODS) == made(key, *GOODS)


@pytest.mark.parametrize("key", READ)
def test_the_order_of_feeds_does_not_matter(key: str) -> None:
    once = made(key, *GOODS)
    for other in READ:
        made(other, *GOODS)
    assert made(key, *GOODS) == once


@pytest.mark.parametrize("key", READ)
def test_a_service_is_in_no_feed(key: str) -> None:
    assert said(key, made(key, shop.shown(shop.product(kind="service")))) == {}
