import json

import pytest
from msgspec.structs import replace

from chophien import feeds
from chophien.feeds import reasons

from . import shop


def results(*items: object) -> dict[str, feeds.Fragment]:
    """Make all feeds of some goods, summed up."""
    return {
        key: feeds.merge(exporter.fragment(shop.shown(item), shop.SITE, b"{}") for item in items)  # type: ignore[arg-type]
        for key, exporter in feeds.active(shop.SITE).items()
    }


def test_the_report_names_files_counts_and_reasons() -> None:
    found = json.loads(feeds.report(shop.SITE, results(shop.TEAS, shop.product(kind="service"))))
    assert [(row["file"], row["items"]) for row in found] == [
        ("feeds/google.xml", 2),
        ("feeds/google.tsv", 2),
        ("feeds/meta.csv", 2),
        ("feeds/tiktok.csv", 2),
        ("feeds/woocommerce.csv", 2),
        ("feeds/shopify.csv", 2),
        ("feeds/haravan.csv", 2),
        ("feeds/sapo.csv", 2),
        ("feeds/kiotviet.csv", 2),
        ("listings/shopee.tsv", 2),
        ("listings/tiktokshop.tsv", 2),
        ("feeds/products.json", 1),
    ]
    assert found[0]["left_out"] == [
        {
            "sku": "",
            "product": "tra-shan",
            "rule": "service-not-goods",
            "message_vi": "Đây là dịch vụ; sàn chỉ nhận hàng hóa. Không cần làm gì: trang dịch vụ vẫn có.",
            "file": "",
            "line": 0,
        }
    ]
    assert found[0]["warnings"] == []


def test_the_report_page_gets_words_in_its_language() -> None:
    rows = feeds.report_rows(shop.SITE, results(shop.product(name={"vi": "Trà giảm giá"})), "en")
    assert rows[0]["url"] == "https://phucsen.example/feeds/google.xml"
    assert rows[0]["left_out"] == [
        {
            "sku": "tra-100",
            "name": "Trà giảm giá",
            "reason": "The title advertises: “giảm giá”.",
            "hint": "A title names the goods; remove “giảm giá”.",
            "place": "",
        }
    ]
    assert rows[0]["state"] == "empty"
    assert "empty file" in rows[0]["notes"][0]


def test_a_feed_that_holds_all_goods_but_lacks_details_is_not_said_to_be_full() -> None:
    site = replace(shop.SITE, commune=replace(shop.COMMUNE, policies=None))
    found = {row["key"]: row for row in feeds.report_rows(site, results(shop.TEAS), "vi")}
    assert found["google"]["state"] == "lacking" and found["google"]["notes"] and not found["google"]["left_out"]
    assert {row["state"] for row in found.values() if not row["notes"]} == {"full"}
    both = feeds.report_rows(site, results(shop.TEAS, shop.product(kind="service")), "vi")
    assert {row["state"] for row in both} == {"partial"}


def test_what_holds_for_all_variants_is_told_once_with_their_skus() -> None:
    shouted = results(replace(shop.TEAS, name={"vi": "TRÀ SHAN TUYẾT PHÚC SEN"}))
    skus = ", ".join(variant.sku for variant in shop.TEAS.variants)
    (row,) = feeds.report_rows(shop.SITE, shouted, "vi")[0]["left_out"]
    assert row["sku"] == skus and row["reason"] == "Tên viết toàn chữ hoa."
    (out,) = json.loads(feeds.report(shop.SITE, shouted))[0]["left_out"]
    assert (out["sku"], out["rule"]) == (skus, "title-all-capitals")


def test_what_holds_for_one_variant_is_told_of_it_alone() -> None:
    first, *others = shop.TEAS.variants
    made = results(replace(shop.TEAS, variants=(replace(first, price=None, sale=None), *others)))
    assert [row["sku"] for row in feeds.report_rows(shop.SITE, made, "vi")[0]["left_out"]] == [first.sku]


def test_a_site_without_returns_and_contact_is_warned() -> None:
    site = replace(shop.SITE, commune=replace(shop.COMMUNE, policies=None, contact=None))
    notes = feeds.report_rows(site, results(shop.TEAS), "vi")[0]["notes"]
    assert len(notes) == 2
    assert "đổi trả" in notes[0] and "liên hệ" in notes[1]


def test_only_feeds_that_a_marketplace_fetches_ask_for_returns_and_contact() -> None:
    site = replace(shop.SITE, commune=replace(shop.COMMUNE, policies=None, contact=None))
    for row in feeds.report_rows(site, results(shop.TEAS), "vi"):
        assert any("đổi trả" in note for note in row["notes"]) == (row["use"] == "fetch"), row["file"]
        assert row["use"] in {"fetch", "import", "paste", "data"}


def test_a_feed_that_shrank_by_half_is_noted() -> None:
    before = {"feeds/google.xml": 5, "feeds/meta.csv": 4}
    notes = {row["file"]: row["notes"] for row in feeds.report_rows(shop.SITE, results(shop.TEAS), "vi", before)}
    assert "5" in notes["feeds/google.xml"][0]
    assert notes["feeds/meta.csv"] == []
    states = {row["file"]: row["state"] for row in feeds.report_rows(shop.SITE, results(shop.TEAS), "vi", before)}
    assert (states["feeds/google.xml"], states["feeds/meta.csv"]) == ("shrank", "full")


def test_a_feed_that_shrank_is_measured_by_what_it_was_until_it_has_half_of_that_again() -> None:
    def counted(before: dict[str, int], *items: object) -> feeds.Counted:
        return feeds.counts(feeds.report(shop.SITE, results(*items), before))["feeds/google.xml"]

    whole = counted({}, *(shop.product(shop.variant(f"tra-{n}")) for n in range(5)))
    assert (whole.items, whole.before) == (5, 0)
    few = counted({"feeds/google.xml": 5}, shop.TEAS)
    assert (few.items, few.before) == (2, 5)
    assert counted({"feeds/google.xml": few.before}, shop.TEAS) == few, "the same again"
    more = counted({"feeds/google.xml": few.before}, shop.TEAS, shop.HONEY)
    assert (more.items, more.before) == (3, 0)


def test_a_feed_is_emptied_only_where_something_could_be_mended() -> None:
    def emptied(*items: object) -> bool:
        return feeds.counts(feeds.report(shop.SITE, results(*items)))["feeds/google.xml"].emptied

    assert emptied(shop.product(name={"vi": "Trà giảm giá"}))
    assert not emptied(shop.product(kind="service"))
    assert not emptied()
    assert not emptied(shop.TEAS)


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"{}", b"[1]", b'[{"file": "x"}]', b'[{"items": "x", "left_out": []}]']
)
def test_what_is_no_report_tells_no_counts(text: bytes) -> None:
    assert feeds.counts(text) == {}


@pytest.mark.parametrize(
    ("code", "sku", "values", "more", "field"),
    [
        ("no-picture", "", {}, {}, "photos"),
        ("service-not-goods", "", {}, {}, "kind"),
        ("information-only", "", {}, {"restricted": "alcohol", "alcohol": 29.0}, "alcohol"),
        ("information-only", "", {}, {"restricted": "medicine"}, "restricted"),
        ("variant-without-price", "tra-500", {}, {}, "variants[2].price"),
        ("promotional-title", "tra-500", {"found": "sale"}, {}, "name"),
        ("description-too-short", "tra-100", {}, {}, "description"),
        ("description-too-short", "tra-100", {}, {"description": {}}, "summary"),
        ("weapon-words", "tra-100", {"found": "trà shan"}, {}, "name"),
        ("weapon-words", "tra-100", {"found": "tự vệ"}, {}, "description"),
        ("picture-too-small", "tra-100", {}, {}, "photos[1].file"),
        ("value-missing", "tra-100", {"column": "brand"}, {}, "brand"),
        ("value-too-long", "tra-500", {"column": "Giá trị thuộc tính 1"}, {}, "variants[2].option"),
        ("value-too-long", "tra-500", {"column": "et_title_option_for_variation_1"}, {}, "variants[2].option"),
        ("number-out-of-range", "tra-500", {"column": "ps_price"}, {}, "variants[2].price"),
        ("value-too-long", "tra-500", {"column": "seller_sku"}, {}, "variants[2].sku"),
        ("value-too-short", "tra-100", {"column": "product_description"}, {}, "description"),
        ("value-too-long", "tra-100", {"column": "Tên sản phẩm"}, {}, "name"),
        ("value-missing", "tra-100", {"column": "custom_label_0"}, {}, "variants[1]"),
    ],
)
def test_the_field_to_mend_is_known(
    code: str, sku: str, values: dict[str, str], more: dict[str, object], field: str
) -> None:
    product = replace(shop.TEAS, **more)
    out = feeds.LeftOut(feed="x", product="tra-shan", name="", sku=sku, code=code, values=values)
    assert feeds.field(out, product) == field


def test_every_reason_that_names_no_column_knows_its_field() -> None:
    columns = {"broken-characters", "cell-like-a-formula", "value-missing", "value-too-long", "value-too-short",
               "number-out-of-range"}  # fmt: skip
    for code in set(reasons.REASONS) - columns:
        out = feeds.LeftOut(feed="x", product="tra-shan", name="", sku="tra-100", code=code, values={"found": "x"})
        assert feeds.field(out, shop.TEAS) != "variants[1]", code


def test_a_note_counts_all_and_names_a_few() -> None:
    items = [shop.product(shop.variant(f"tra-{n}", pack=None)) for n in range(7)]
    (note,) = feeds.report_rows(shop.SITE, results(*items), "vi")[0]["notes"]
    assert note.startswith("7 mặt hàng")
    assert note.endswith("tra-0, tra-1, tra-2, tra-3, tra-4 ….")
