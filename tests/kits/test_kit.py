"""What each place gets of a product: fields, limits, papers, text files."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from chophien import kits, model
from chophien.feeds import shopee
from chophien.kits import Block, Field, Kit
from chophien.kits import _table as table
from chophien.model import records as r

from . import goods as g


def kit(**more: Any) -> Kit:
    return kits.kit(g.site(), g.shown(g.product(**more)), g.LINK)


def block(made: Kit, place: str) -> Block:
    return next(block for block in made.blocks if block.place.key == place)


def field(made: Kit, place: str, key: str, group: int = 0) -> Field:
    return next(field for field in block(made, place).groups[group].fields if field.key == key)


# --- the table ---------------------------------------------------------------------------------------


def test_every_place_names_fields_papers_and_sources_that_there_are() -> None:
    for place in table.places().values():
        assert all(table.field_name(key) for key in place.fields)
        assert all(table.paper_name(key) for key in place.papers)
        assert set(place.limits) - {"options"} <= set(place.fields)
        assert place.source and all(limit.source for limit in place.limits.values())


LICENSED = {"herbal_medicine", "service_tourism"}
"""Kinds without lines of ours: what is licensed has no free text, services have no label."""


@pytest.mark.parametrize("kind", sorted({c.label for c in model.shipped_categories().values()} - LICENSED))
def test_every_kind_of_label_has_its_lines(kind: str) -> None:
    assert dict(table.label_fields(kind))["name"].always


def test_a_line_of_a_label_is_verified_as_the_list_it_comes_from() -> None:
    lines = dict(table.label_fields("health_supplement"))
    assert lines["ingredients"].verified and not lines["dosage"].verified
    assert all(line.verified for _, line in table.label_fields("food"))
    assert not any(line.verified for _, line in table.label_fields("knife_tool"))


def test_a_knife_has_the_lines_of_household_goods_and_its_own() -> None:
    lines = dict(table.label_fields("knife_tool"))
    assert lines["responsible_name"].always and lines["blade_length_cm"].always and not lines["warning"].always


# --- which places ------------------------------------------------------------------------------------


def test_what_may_only_be_described_has_no_kit() -> None:
    assert kits.places_for(g.product(restricted="alcohol", alcohol=15.0)) == ()
    assert kits.places_for(g.product(restricted="medicine")) == ()


def test_light_drink_is_not_posted_and_services_go_where_they_are_taken() -> None:
    light = kits.places_for(g.product(restricted="alcohol", alcohol=6.0))
    assert "buudien" in light and not {"zalo", "facebook", "shopee", "tiktokshop", "lazada", "tiki"} & set(light)
    allowed = r.FeedWishes(allow_restricted=True)
    assert "lazada" in kits.places_for(g.product(restricted="alcohol", alcohol=6.0, feeds=allowed))
    assert "lazada" not in kits.places_for(g.product(restricted="supplement"))
    knife = r.Blade(length_cm=15.0, width_cm=3.0, pointed=False)
    for changed in ({"restricted": "knife", "blade": knife}, {"restricted": "knife"}, {"blade": knife}):
        held, free = kits.places_for(g.product(**changed)), kits.places_for(g.product(**changed, feeds=allowed))
        assert "zalo" in held and not {"shopee", "tiktokshop", "lazada", "tiki"} & set(held)
        assert {"shopee", "tiktokshop", "lazada", "tiki"} <= set(free)
    assert kits.places_for(g.product(kind="service")) == ("zalo", "facebook")


def test_a_product_may_be_kept_off_a_place_and_sendo_is_off() -> None:
    everywhere = kits.places_for(g.product())
    assert everywhere == (
        "zalo", "facebook", "buudien", "voso", "vcamart", "shopee", "tiktokshop", "lazada", "tiki",
    )  # fmt: skip
    kept = kits.places_for(g.product(feeds=r.FeedWishes(exclude=("lazada",))))
    assert set(everywhere) - set(kept) == {"lazada"}


# --- fields ------------------------------------------------------------------------------------------


def test_one_variant_stands_among_the_fields_and_several_in_groups_of_their_own() -> None:
    one = block(kit(), "lazada")
    assert [group.heading for group in one.groups] == [""]
    assert field(kit(), "lazada", "price").value == "180000"
    several = kit(variants=g.jars())
    assert [group.heading for group in block(several, "lazada").groups] == ["", "500 ml", "1 lít"]
    assert field(several, "lazada", "price", 1).value == "180000"
    assert field(several, "lazada", "sale", 1).value == "150000"
    assert field(several, "lazada", "sku", 2).value == "MO-1L"
    ids = [f.id for b in several.blocks for group in b.groups for f in group.fields]
    assert len(ids) == len(set(ids))


def test_a_sale_that_is_over_is_not_a_field() -> None:
    later = kits.kit(g.site(), g.shown(g.product(variants=g.jars()), today=date(2026, 12, 1)), g.LINK)
    assert [f.key for f in block(later, "lazada").groups[1].fields if f.key == "sale"] == []


def test_the_description_has_what_a_buyer_must_know_and_no_contact() -> None:
    text = field(kit(), "buudien", "description").value
    order = ["Mật ong lấy từ", "Người làm: HTX Nùng An", "Thành phần:", "Lượng tịnh: 500 ml.", "Cách dùng:",
             "Bảo quản:", "Hạn dùng: 18 tháng.", "Ong đi hoa", "Mỗi năm quay hai lần."]  # fmt: skip
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    assert "0912" not in text and "xin gọi" not in text


def test_a_name_within_its_limit_is_counted_and_a_longer_one_is_told_what_to_cut() -> None:
    fine = field(kit(), "buudien", "name")
    assert (fine.count, fine.wrong, fine.verified) == ("16/120", False, False)
    long = field(kit(name=g.vi("Mật ong " * 14 + "hoa rừng già")), "buudien", "name")
    assert long.wrong and long.count == "124/120"
    assert long.hint == "Dài quá 4 ký tự: bỏ đoạn cuối “già”."


def test_a_long_description_is_cut_by_the_paragraph() -> None:
    paragraphs = "\n\n".join(f"Đoạn {n}. " + "Ong đi hoa rừng. " * 20 for n in range(12))
    long = field(kit(description=g.vi(paragraphs)), "voso", "description")
    assert long.wrong and "bỏ từ đoạn “Đoạn " in long.hint
    assert len(long.value) > 3000, "nothing is cut silently"


def test_prices_beyond_what_a_place_takes_are_marked() -> None:
    low = field(kit(variants=(g.variant(price=9_000),)), "lazada", "price")
    assert low.wrong and low.verified and low.limit == "từ 10.000 đến 999.999.999"
    assert low.hint == "Thấp quá: nơi này nhận ít nhất 10.000."
    assert not field(kit(), "lazada", "price").wrong


@pytest.mark.parametrize(("place", "price", "sale", "wrong"), [
    ("lazada", 12_000, 10_000, []), ("lazada", 12_000, 9_999, ["sale"]), ("lazada", 9_000, 8_000, ["price", "sale"]),
    ("shopee", 120_000_001, 120_000_000, ["price"]), ("shopee", 12_000, 1_000, []), ("voso", 9_000, 8_000, []),
])  # fmt: skip
def test_a_sale_price_keeps_to_the_limits_of_a_price(place: str, price: int, sale: int, wrong: list[str]) -> None:
    running = r.Sale(price=sale, since=date(2026, 11, 1), until=date(2026, 11, 30))
    made = block(kit(variants=(g.variant(price=price, sale=running),)), place)
    assert [field.key for group in made.groups for field in group.fields if field.wrong] == wrong


# --- places with variants ----------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["shopee", "tiktokshop"])
def test_each_variant_has_its_option_price_stock_code_weight_and_size(place: str) -> None:
    made = block(kit(variants=g.jars()), place)
    common = {field.key: field.value for field in made.groups[0].fields}
    assert common["option-name"] == "Dung tích" and common["name"] == "Mật ong hoa rừng" and "price" not in common
    assert "0912" not in common["description"]
    second = {field.key: field.value for field in made.groups[2].fields}
    assert made.groups[2].heading == "1 lít"
    assert second == {"option": "1 lít", "price": "320000", "stock": "12", "sku": "MO-1L", "gtin": "", "weight": "750",
                      "size": "8 × 8 × 18,5"}  # fmt: skip


def test_the_only_variant_is_no_option() -> None:
    keys = {field.key for field in block(kit(), "shopee").groups[0].fields}
    assert {"price", "weight"} <= keys and not {"option", "option-name", "parent"} & keys


def test_more_and_longer_options_than_shopee_takes_are_told() -> None:
    def option(n: int) -> r.Option:
        return r.Option(name=g.vi("Cỡ"), value=g.vi(f"Chai {n}" if n else "Chai thủy tinh cổ cao, nút gỗ"))

    jars = tuple(g.variant(sku=f"MO-{n}", option=option(n)) for n in range(22))
    made = kit(variants=jars)
    assert field(made, "shopee", "option-name").hint == "Nhiều quá 2 phân loại: tách thành hai sản phẩm."
    long = field(made, "shopee", "option", 1)
    assert long.count == "29/20" and long.hint.startswith("Dài quá 9 ký tự") and not long.verified
    assert not field(made, "tiktokshop", "option-name").wrong


def test_a_text_file_tells_what_is_too_long() -> None:
    made = kit(name=g.vi("Mật ong " * 14 + "hoa rừng già"))
    text = kits.text(block(made, "shopee")).decode("utf-8-sig")
    assert "Tên sản phẩm:\r\n(Dài quá 4 ký tự: bỏ đoạn cuối “già”.)\r\nMật ong" in text


def test_kits_and_paste_sheets_keep_to_the_same_limits() -> None:
    columns = {column.name: column for column in shopee.COLUMNS}
    limits = model.limits("shopee")
    assert columns["ps_price"].most == limits["price"].most
    assert columns["ps_product_name"].max_chars == limits["name"].most
    assert columns["ps_weight"].least * 1000 == limits["weight"].least


def test_what_the_record_does_not_say_is_empty_and_not_invented() -> None:
    bare = kit(variants=(model.Variant(sku="MO-1"),), shelf_life="", storage={}, origin=None)
    for key in ("price", "stock", "origin", "expiry", "storage", "weight", "size"):
        assert field(bare, "buudien", key).value == "", key


def test_an_example_is_marked_wherever_it_is_named() -> None:
    made = kit(example=True)
    assert made.name.endswith("(ví dụ)") and "example" in made.notices
    for one in made.blocks:
        assert "Mật ong hoa rừng (ví dụ)" in kits.text(one).decode()


# --- papers ------------------------------------------------------------------------------------------


def states(made: Kit, place: str) -> dict[str, str]:
    return {paper.key: paper.state for paper in block(made, place).papers}


def test_papers_are_there_or_missing_as_the_record_says() -> None:
    assert states(kit(), "buudien") == {
        "business": "ask", "food-safety": "missing", "declaration": "missing", "test": "ask", "barcode": "none",
        "ocop": "none", "label": "missing",
    }  # fmt: skip
    paper = r.Certificate(name="Giấy ATTP", kind="food-safety", no="12/2026")
    stars = model.Recognition(stars=4, decision="123/QĐ-UBND", issued=date(2026, 1, 10))
    full = g.product(certificates=(paper,), ocop=stars, variants=(g.variant(gtin="8938505974194"),),
                     declaration=r.Declaration(kind="Tự công bố", number="01/2026"))  # fmt: skip
    made = kits.kit(g.site(), g.shown(full, pictures=(g.picture(), g.picture("label"))), g.LINK)
    there = states(made, "buudien")
    assert {key for key, state in there.items() if state == "present"} == set(there) - {"business", "test"}
    assert "4 sao, 123/QĐ-UBND, đến 10/01/2029" in kits.text(block(made, "buudien")).decode()


def test_a_paper_past_its_day_is_missing() -> None:
    old = r.Certificate(name="Giấy ATTP", kind="food-safety", no="12/2020", expires=date(2026, 11, 23))
    stars = model.Recognition(stars=4, decision="123/QĐ-UBND", issued=date(2020, 1, 10))
    made = kit(certificates=(old,), ocop=stars)
    assert states(made, "buudien")["food-safety"] == "missing"
    assert states(made, "buudien")["ocop"] == "none"
    assert "OCOP" not in field(made, "buudien", "description").value


def test_goods_that_are_no_food_are_not_asked_for_food_papers() -> None:
    knife = kit(category="dao-keo", restricted="knife", blade=r.Blade(length_cm=18, width_cm=6, pointed=False))
    assert not {"food-safety", "declaration", "test"} & set(states(knife, "buudien"))
    assert states(knife, "buudien")["police"] == "ask" and "knife" in knife.notices


def test_lines_of_a_label_printed_on_the_pack_are_neither_there_nor_missing() -> None:
    lines = {line.key: line.state for line in kit().label}
    assert lines["production_date"] == "pack" and lines["ingredients"] == "present" and lines["warning"] == "missing"
    assert kits.kit(g.site(), g.shown(g.product(kind="service")), g.LINK).label == ()


def test_drawn_pictures_are_told() -> None:
    drawn = kits.kit(g.site(), g.shown(pictures=(g.picture(illustration=True),)), g.LINK)
    assert drawn.notices == ("drawn", "address")
    assert kit().notices == ("address",)


# --- text files --------------------------------------------------------------------------------------


def test_a_text_file_opens_rightly_in_old_programs() -> None:
    made = kit()
    for one in made.blocks:
        body = kits.text(one)
        assert body.startswith(b"\xef\xbb\xbf") and body.endswith(b"\r\n")
        assert body.count(b"\n") == body.count(b"\r\n")
    text = kits.text(block(made, "voso")).decode("utf-8-sig")
    assert text.startswith("Voso\r\n\r\nTên sản phẩm:\r\nMật ong hoa rừng\r\n")
    assert "Giấy tờ nơi này có thể hỏi:\r\n- Giấy đăng ký kinh doanh: hỏi người bán" in text


def test_a_post_is_a_file_that_is_sent_as_it_is() -> None:
    made = kit()
    post = field(made, "zalo", "post").value
    assert kits.text(block(made, "zalo")).decode("utf-8-sig") == post.replace("\n", "\r\n") + "\r\n"


def test_the_same_goods_give_the_same_kit() -> None:
    assert kit(variants=g.jars()) == kit(variants=g.jars())


@pytest.mark.parametrize(
    "place", [key for key, place in table.places().items() if place.on and "price" in place.fields]
)
def test_a_box_for_a_price_holds_one_variant_s_number(place: str) -> None:
    groups = block(kit(variants=g.jars()), place).groups
    prices = [(group.heading, field.value) for group in groups for field in group.fields if field.key == "price"]
    assert [price for _, price in prices] == ["180000", "320000"]
    assert all(heading for heading, _ in prices)


@pytest.mark.parametrize(("address", "dead"), [
    ("https://quang-uyen.example", True), ("https://example", True), ("https://example.vn", False),
    ("https://xa.vn/trang.example", False),
])  # fmt: skip
def test_an_example_address_is_told_before_its_link_is_posted(address: str, dead: bool) -> None:
    site = replace(g.site(), commune=replace(g.site().commune, site_url=address))
    assert ("address" in kits.kit(site, g.shown(g.product()), g.LINK).notices) == dead
