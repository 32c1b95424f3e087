import json

from msgspec.structs import replace

from chophien import feeds

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
        }
    ]
    assert "empty file" in rows[0]["notes"][0]


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


def test_a_note_counts_all_and_names_a_few() -> None:
    items = [shop.product(shop.variant(f"tra-{n}", pack=None)) for n in range(7)]
    (note,) = feeds.report_rows(shop.SITE, results(*items), "vi")[0]["notes"]
    assert note.startswith("7 mặt hàng")
    assert note.endswith("tra-0, tra-1, tra-2, tra-3, tra-4 ….")
