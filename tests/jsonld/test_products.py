import json
from datetime import date
from typing import Any

from msgspec.structs import replace

from chophien import feeds, jsonld
from chophien.model import Recognition
from chophien.model.records import Option, Origin

from . import samples
from .samples import CRUMBS, SALE, SITE


def described(item: Any, lang: str = "vi") -> dict[str, Any]:
    """Return the product's node of its page."""
    graph = json.loads(jsonld.product(SITE, lang, samples.shown(item), CRUMBS))["@graph"]
    return next(node for node in graph if node["@type"] in {"Product", "ProductGroup", "Service"})


def test_one_variant_is_a_product_with_one_offer() -> None:
    node = described(samples.product())
    assert node["@type"] == "Product"
    assert node["sku"] == "tra-100"
    offer = node["offers"]
    assert offer["price"] == "120000"
    assert offer["priceCurrency"] == "VND"
    assert offer["url"] == "https://phucsen.example/san-pham/tra-shan.html"
    assert offer["seller"] == {"@id": node["manufacturer"]["@id"]}
    assert offer["hasMerchantReturnPolicy"] == {"@id": "https://phucsen.example/#returns"}
    assert offer["shippingDetails"]["shippingRate"]["value"] == "30000"


def test_several_variants_are_a_group_with_an_offer_each() -> None:
    node = described(samples.product(samples.variant(100, gtin="8938505974194"), samples.variant(500, 500_000)))
    assert node["@type"] == "ProductGroup"
    assert node["productGroupID"] == "tra-shan"
    assert node["variesBy"] == ["https://schema.org/size"]
    first, second = node["hasVariant"]
    assert first["gtin13"] == "8938505974194"
    assert first["size"] == "100 g"
    assert second["name"] == "Trà Shan tuyết Phúc Sen 500 g"
    assert second["url"] == second["offers"]["url"] == f"{node['url']}?bien-the=tra-500"


def test_a_page_takes_the_node_that_is_made_already() -> None:
    for item in (samples.product(), samples.product(kind="service")):
        shown = samples.shown(item)
        node = jsonld.product_node(SITE, "vi", shown)
        assert jsonld.product(SITE, "vi", shown, CRUMBS, node) == jsonld.product(SITE, "vi", shown, CRUMBS)


def test_an_option_without_a_property_varies_by_nothing() -> None:
    shapes = [
        replace(samples.variant(grams), option=Option(name={"vi": "Kiểu"}, value={"vi": f"kiểu {grams}"}))
        for grams in (100, 200)
    ]
    assert "variesBy" not in described(samples.product(*shapes))


def test_a_sale_says_until_when_and_what_it_cost_before() -> None:
    offer = described(samples.product(samples.variant(100, sale=SALE)))["offers"]
    assert offer["price"] == "99000"
    assert offer["priceValidUntil"] == "2026-12-15"
    unit, before = offer["priceSpecification"]
    assert unit["referenceQuantity"]["valueReference"] == {
        "@type": "QuantitativeValue",
        "value": 100,
        "unitCode": "GRM",
    }
    assert before == {
        "@type": "UnitPriceSpecification",
        "priceType": "https://schema.org/StrikethroughPrice",
        "price": "120000",
        "priceCurrency": "VND",
    }


def test_what_has_no_price_or_may_not_be_sold_has_no_offer() -> None:
    assert "offers" not in described(samples.product(samples.variant(100, None)))
    assert "offers" not in described(samples.product(alcohol=29.0, restricted="alcohol"))
    assert "offers" not in described(samples.product(example=True))


def test_an_example_is_named_as_one_in_every_variant() -> None:
    site = replace(SITE, commune=replace(SITE.commune, example=True))
    shown = samples.shown(samples.product(samples.variant(100), samples.variant(500), example=True))
    for lang, mark in (("vi", "(ví dụ)"), ("en", "(example)")):
        graph = json.loads(jsonld.product(site, lang, shown, CRUMBS))["@graph"]
        group = next(node for node in graph if node["@type"] == "ProductGroup")
        assert graph[0]["name"].endswith(mark)
        assert group["name"].endswith(mark)
        assert [variant["name"].endswith(f" {size} g {mark}") for variant, size in
                zip(group["hasVariant"], (100, 500), strict=True)] == [True, True]  # fmt: skip
        assert all(variant["offers"] for variant in group["hasVariant"])
    service = samples.shown(samples.product(kind="service", example=True))
    assert json.loads(jsonld.product_node(site, "vi", service))["name"].endswith(" (ví dụ)")


def test_a_country_is_called_by_its_name() -> None:
    assert described(samples.product())["countryOfOrigin"] == {"@type": "Country", "name": "Việt Nam"}
    assert described(samples.product(), "en")["countryOfOrigin"]["name"] == "Viet Nam"
    abroad = samples.product(origin=Origin(country="LA"))
    assert described(abroad)["countryOfOrigin"] == {"@type": "Country", "identifier": "LA"}


def test_valid_stars_are_a_certificate() -> None:
    node = described(samples.product())
    assert node["award"] == "OCOP 4 sao"
    ocop = node["hasCertification"][0]
    assert ocop["certificationIdentification"] == "1234/QĐ-UBND"
    assert ocop["certificationRating"] == {"@type": "Rating", "ratingValue": 4, "bestRating": 5}
    assert ocop["issuedBy"]["name"] == "Ủy ban nhân dân Cao Bằng"
    assert (ocop["validFrom"], ocop["expires"]) == ("2025-06-30", "2028-06-30")


def test_expired_stars_are_not_mentioned() -> None:
    old = Recognition(stars=4, decision="1/QĐ-UBND", issued=date(2021, 1, 1))
    text = json.dumps(described(samples.product(ocop=old, certificates=())), ensure_ascii=False)
    assert "OCOP" not in text


def test_five_stars_are_given_by_the_ministry_of_their_day() -> None:
    for issued, name in (
        (date(2025, 6, 30), "Bộ Nông nghiệp và Môi trường"),
        (date(2024, 6, 30), "Bộ Nông nghiệp và Phát triển nông thôn"),
    ):
        ocop = Recognition(stars=5, decision="9/QĐ", issued=issued, level="centre")
        assert described(samples.product(ocop=ocop))["hasCertification"][0]["issuedBy"]["name"] == name


def test_a_service_is_a_service() -> None:
    node = described(samples.product(kind="service"))
    assert node["@type"] == "Service"
    assert node["offers"][0]["sku"] == "tra-100"
    assert "itemCondition" not in node["offers"][0]
    assert node["provider"]["name"] == "HTX Phúc Sen"


def test_without_policies_and_producer_nothing_is_made_up() -> None:
    site = replace(SITE, commune=replace(SITE.commune, policies=None))
    shown = samples.shown(samples.product(brand="", origin=None), None)
    node = json.loads(jsonld.product_node(site, "vi", shown))
    assert not {"seller", "shippingDetails", "hasMerchantReturnPolicy"} & set(node["offers"])
    assert not {"brand", "manufacturer", "countryOfOrigin"} & set(node)


def test_description_and_feed_say_the_same() -> None:
    items = [
        samples.product(samples.variant(100, sale=SALE), samples.variant(250, 280_000, stock=0)),
        samples.product(samples.variant(100)),
    ]
    for item in items:
        shown = samples.shown(item)
        node = json.loads(jsonld.product_node(SITE, "vi", shown))
        variants = node.get("hasVariant", [node])
        rows = [feeds.google.row(entry) for entry in feeds._pipeline.items(SITE, shown)]
        assert len(rows) == len(variants)
        for row, variant in zip(rows, variants, strict=True):
            offer = variant["offers"]
            assert row["id"] == variant["sku"]
            assert (row["sale_price"] or row["price"]) == f"{offer['price']} VND"
            assert row["link"] == offer["url"]
            word = {"in_stock": "InStock", "out_of_stock": "OutOfStock"}[str(row["availability"])]
            assert offer["availability"] == f"https://schema.org/{word}"
            image = variant["image"]
            assert row["image_link"] == (image if isinstance(image, str) else image[0]["contentUrl"])


def test_an_unknown_option_is_a_size_to_feeds_and_nothing_to_search_engines() -> None:
    for name, column, property_ in (("Kiểu", "size", ""), ("Màu", "color", "color"), ("Trọng lượng", "size", "size")):
        values = [
            replace(samples.variant(grams), option=Option(name={"vi": name}, value={"vi": f"kiểu {grams}"}))
            for grams in (100, 200)
        ]
        item = samples.product(*values)
        rows = [feeds.google.row(entry) for entry in feeds._pipeline.items(SITE, samples.shown(item))]
        assert [row[column] for row in rows] == ["kiểu 100", "kiểu 200"]
        node = described(item)
        assert node.get("variesBy", []) == ([f"https://schema.org/{property_}"] if property_ else [])
        titles = [variant["name"] for variant in node["hasVariant"]]
        assert titles == [row["title"] for row in rows]
