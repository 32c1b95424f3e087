"""Files for shop programs: their rows, their order, their words."""

from typing import Any

import pytest

from chophien.feeds import EXPORTERS, woocommerce
from chophien.model.records import Option

from . import shop
from .reading import rows


def lines(key: str, item: Any, **more: Any) -> list[dict[str, str]]:
    exporter = EXPORTERS[key]
    fragment = exporter.fragment(shop.shown(item, **more), shop.SITE)
    return rows(key, b"".join(exporter.assemble(shop.SITE, [fragment.rows])))


def options(*values: str) -> Any:
    """Make a product with options of such values."""
    made = (Option(name={"vi": "Loại"}, value={"vi": value}) for value in values)
    return shop.product(*(shop.variant(f"tra-{n}", option=option) for n, option in enumerate(made)))


def test_a_variation_of_woocommerce_stands_below_its_parent_and_repeats_nothing() -> None:
    parent, first, second = lines("woocommerce", shop.TEAS)
    assert [row["Type"] for row in (parent, first, second)] == ["variable", "variation", "variation"]
    assert parent["SKU"] == first["Parent"] == second["Parent"] == "tra-shan"
    assert (parent["Attribute 1 value(s)"], parent["Attribute 1 default"]) == ("100 g, 500 g", "100 g")
    assert first["Description"] == first["Categories"] == first["Brands"] == ""
    assert (second["In stock?"], second["Stock"]) == ("0", "0")


def test_commas_and_line_breaks_of_woocommerce_lists_are_escaped() -> None:
    parent, first, _ = lines("woocommerce", options("xanh, đậm", "trắng"))
    assert parent["Attribute 1 value(s)"] == r"xanh\, đậm, trắng"
    assert first["Attribute 1 value(s)"] == r"xanh\, đậm"
    assert parent["Attribute 1 default"] == "xanh, đậm"
    assert woocommerce.lines(r"C:\nam") == r"C:\\nam"


def test_a_variant_without_a_price_leaves_its_parent_and_siblings() -> None:
    parent, only = lines("woocommerce", shop.product(shop.pack(100, None), shop.pack(500, 500_000)))
    assert (parent["Type"], only["SKU"], parent["Attribute 1 value(s)"]) == ("variable", "tra-500", "500 g")


HANDLES = {"shopify": "URL handle", "haravan": "Url", "sapo": "Đường dẫn / Alias"}
FURTHER = {
    "shopify": {"URL handle", "Product image URL", "Image position"},
    "haravan": {"Url", "Link hình"},
    "sapo": {"Đường dẫn / Alias", "Ảnh đại diện"},
}


@pytest.mark.parametrize("key", HANDLES)
def test_further_pictures_have_rows_of_their_own_behind_the_variants(key: str) -> None:
    found = lines(key, shop.TEAS)
    assert {row[HANDLES[key]] for row in found} == {"tra-shan"}
    assert {name for name, value in found[-1].items() if value} == FURTHER[key]
    assert len(found) == 3


ONLY = {
    "shopify": ("Option1 name", "Option1 value"),
    "haravan": ("Thuộc tính 1", "Giá trị thuộc tính 1"),
    "sapo": ("Thuộc tính 1(Option1 Name)", "Giá trị thuộc tính 1(Option1 Value)"),
}


@pytest.mark.parametrize("key", ONLY)
def test_goods_without_options_have_the_default_title(key: str) -> None:
    first = lines(key, shop.HONEY)[0]
    assert tuple(first[name] for name in ONLY[key]) == ("Title", "Default Title")


@pytest.mark.parametrize("key", ["woocommerce", "shopify", "haravan", "sapo", "kiotviet", "vendure", "medusa"])
def test_a_shop_program_takes_goods_without_a_picture_and_restricted_ones(key: str) -> None:
    assert lines(key, shop.product(), pictures=())
    assert lines(key, shop.product(restricted="knife"))
    assert not lines(key, shop.product(restricted="medicine"))
    assert not lines(key, shop.product(alcohol=29.0, restricted="alcohol"))


@pytest.mark.parametrize("key", ["woocommerce", "shopify", "haravan", "sapo", "vendure"])
def test_descriptions_for_shops_are_paragraphs_without_live_html_or_links(key: str) -> None:
    text = {"vi": "Trà <b>ngon</b> & *sạch*.\n\nXem [nơi khác](../xa.html) <script>x()</script>"}
    cells = " ".join(cell for row in lines(key, shop.product(description=text)) for cell in row.values())
    assert "<p>Trà &lt;b&gt;ngon&lt;/b&gt; &amp; sạch.</p><p>Xem nơi khác &lt;script&gt;x()&lt;/script&gt;</p>" in cells


def test_kiotviet_has_at_most_three_levels_and_one_row_a_variant() -> None:
    first, second = lines("kiotviet", shop.TEAS)
    assert (first["Nhóm hàng(3 Cấp)"], first["Loại hàng"], first["Giá bán"]) == ("Nông sản>>Trà", "Hàng hóa", "99000")
    assert (first["Tồn kho"], second["Tồn kho"], first["Giá vốn"]) == ("40", "0", "")


def test_a_product_of_medusa_weighs_as_much_as_its_heaviest_variant() -> None:
    weights = {(row["Variant Sku"], row["Product Weight"]) for row in lines("medusa", shop.TEAS)}
    assert weights == {("tra-100", "560"), ("tra-500", "560")}
    assert lines("medusa", shop.product(shop.variant(pack=None)))[0]["Product Weight"] == ""


def test_bars_and_colons_of_vendure_lists_are_replaced() -> None:
    first, second = lines("vendure", options("a|b", "c:d"))
    assert (first["optionValues"], second["optionValues"], second["name"]) == ("a/b", "c -d", "")


def test_examples_say_so_in_shop_files_of_a_demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    from msgspec.structs import replace

    monkeypatch.setattr(shop, "SITE", replace(shop.SITE, commune=replace(shop.COMMUNE, example=True)))
    for key, name, text in (
        ("shopify", "Title", "Description"),
        ("shopee", "ps_product_name", "ps_product_description"),
    ):
        first = lines(key, shop.product(example=True))[0]
        assert first[name].endswith("(ví dụ)")
        assert first[text].removeprefix("<p>").startswith("Ví dụ: ")
