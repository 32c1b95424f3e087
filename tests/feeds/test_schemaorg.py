import json

import pytest

from chophien.feeds import schemaorg

from . import shop


def test_positions_run_over_all_products() -> None:
    parts = [
        schemaorg.fragment(shop.shown(item), shop.SITE, b'{"@type":"Product"}').rows for item in (shop.TEAS, shop.HONEY)
    ]
    parts.insert(1, schemaorg.fragment(shop.shown(shop.product(kind="service")), shop.SITE).rows)
    made = json.loads(b"".join(schemaorg.assemble(shop.SITE, parts)))
    assert made["numberOfItems"] == 2
    assert [entry["position"] for entry in made["itemListElement"]] == [1, 2]
    assert made["itemListElement"][1]["item"] == {"@type": "Product"}


def test_an_empty_list_is_whole() -> None:
    made = json.loads(b"".join(schemaorg.assemble(shop.SITE, [])))
    assert (made["numberOfItems"], made["itemListElement"]) == (0, [])


def test_a_product_needs_its_description() -> None:
    with pytest.raises(ValueError, match="tra-shan"):
        schemaorg.fragment(shop.shown(), shop.SITE)
