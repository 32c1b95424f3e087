"""
What marketplaces demand of goods, each demand once broken and once kept.

A row names the demand (F01 to F24), what is wrong, how it comes out and under which code. ``broken`` and ``kept``
are texts replaced in the good product file below, ``(old, new)`` each. How it comes out is one of

- ``stop``: a diagnostic of level error; no site is made;
- ``warning``: a diagnostic of level warning; the site is made;
- ``item``: the product stays out of Google's feed (or of the feed that the row names), with this reason;
- ``note``: it is listed, and the feed's report has this note;
- ``says``: it is listed, and Google's feed says this value in place of the wrong one.

Where demands were written as "leave the item out", we often stop: F04, F05, F06 (too
short), F12, F19 and F20 (no date) are faults of
one line that its author mends at once, and a page must not show them either. F15 was written as a stop; a service
does nothing wrong, so it is kept out of every feed with a reason. F13 and F14 hold for whatever is built, so their
broken rows are the only ways an author has to break them: the site's address, and a template of the commune's own.
"""

from __future__ import annotations

from typing import NamedTuple

Edits = tuple[tuple[str, str], ...]

GOOD = """\
name: Chè Shan mẫu {id}
category: che
producer: to-mau
summary: Chè sao bằng chảo gang.
description: >-
  Chè hái tay ở bản Mẫu, sao bằng chảo gang trên bếp củi, nước vàng xanh, thơm lâu, để được mười tám tháng ở nơi khô
  mát.
variants:
  - sku: {id}-100
    option: {{name: Khối lượng, value: 100 g}}
    net: 100 g
    price: 120000
    pack: {{weight_g: 150}}
  - sku: {id}-200
    option: {{name: Khối lượng, value: 200 g}}
    net: 200 g
    price: 230000
    pack: {{weight_g: 250}}
photos: [{{file: anh.png, alt: Gói chè}}]
"""

NAME = "Chè Shan mẫu {id}"
PRICE = "    price: 120000"
OPTION = "    option: {{name: Khối lượng, value: 200 g}}\n"
DESCRIPTION = GOOD[GOOD.index("description:") : GOOD.index("variants:")]
SECOND = GOOD[GOOD.index("  - sku: {id}-200") : GOOD.index("photos:")]
ONE = (SECOND, "")
"""Makes it a product of one variant."""
PHOTOS = "photos: [{{file: anh.png, alt: Gói chè}}]\n"
DRINK = ("category: che", "category: ruou")
KNIFE = ("category: che", "category: dao-keo")
BLADE = "blade: {{length_cm: 15, width_cm: 3, pointed: không}}"
MARKED = f"restricted: dao\n{BLADE}"
GTIN = "8938505974194"


class Row(NamedTuple):
    rule: str
    wrong: str
    comes: str
    code: str
    broken: Edits
    kept: Edits = ()
    feed: str = "feeds/google.xml"


def add(line: str) -> tuple[str, str]:
    """Add a line to the product."""
    return ("photos:", f"{line}\nphotos:")


def first(line: str) -> tuple[str, str]:
    """Add a line to the first variant."""
    return (PRICE, f"{PRICE}\n    {line}")


def named(name: str) -> tuple[str, str]:
    """Give the product another name."""
    return (NAME, name)


def told(text: str) -> tuple[str, str]:
    """Give the product another description."""
    return (DESCRIPTION, f"description: {text}\n")


ROWS = (
    Row("F01", "a SKU twice in a product", "stop", "sku-twice-in-product", (("{id}-200", "{id}-100"),)),
    Row("F01", "a SKU that another product has", "stop", "sku-twice", (("{id}-200", "che-mau-100"),)),
    Row("F01", "a SKU with a blank", "stop", "sku-not-plain", (("sku: {id}-100", "sku: che 100"),)),
    Row("F01", "a SKU of 41 characters", "stop", "sku-not-plain", (("sku: {id}-100", f"sku: {'a' * 41}"),),
        (("sku: {id}-100", f"sku: {'a' * 40}"),)),
    Row("F02", "a SKU that is the group's id", "stop", "sku-is-product-id", (("{id}-200", "{id}"),),
        (("{id}-100", "{id}"), ONE)),
    Row("F03", "a price in thousands", "stop", "price-shorthand", ((PRICE, "    price: 120k"),),
        ((PRICE, "    price: 120.000"),)),
    Row("F03", "a price below 1,000 dong", "stop", "price-too-small", ((PRICE, "    price: 120"),),
        ((PRICE, "    price: 1000"),)),
    Row("F03", "a price above what marketplaces take", "warning", "price-very-high", ((PRICE, "    price: 120000001"),),
        ((PRICE, "    price: 120000000"),)),
    Row("F03", "a price in words", "stop", "price-not-dong", ((PRICE, "    price: một trăm nghìn"),)),
    Row("F04", "a sale that is not cheaper", "stop", "sale-not-lower",
        (first("sale: {{price: 120000, since: 2026-11-01, until: 2026-12-01}}"),),
        (first("sale: {{price: 119000, since: 2026-11-01, until: 2026-12-01}}"),)),
    Row("F04", "a sale that ends before it starts", "stop", "sale-ends-before-it-starts",
        (first("sale: {{price: 99000, since: 2026-12-02, until: 2026-12-01}}"),),
        (first("sale: {{price: 99000, since: 2026-12-01, until: 2026-12-01}}"),)),
    Row("F05", "a wrong check digit", "stop", "gtin-check-digit", (first('gtin: "8938505974190"'),),
        (first(f'gtin: "{GTIN}"'),)),
    Row("F05", "a digit too few", "stop", "gtin-length", (first('gtin: "893850597419"'[:-2] + '"'),)),
    Row("F05", "a number of the shop's own", "stop", "gtin-in-store", (first('gtin: "2012345678900"'),)),
    Row("F05", "a number that another product has", "stop", "gtin-twice", (first('gtin: "09506000134352"'),)),
    Row("F06", "a name of three letters", "stop", "text-too-short", (named("Chè"),), (named("Chè A"),)),
    Row("F06", "a title too long for Google", "item", "title-too-long",
        (named("Chè " + "Shan tuyết " * 10 + "mẫu"), ("value: 200 g", "value: túi giấy dó trong túi giấy dó 200 g")),
        (named("Chè " + "Shan tuyết " * 9 + "mẫu"),)),
    Row("F07", "a short description", "note", "description-short", (told("Chè hái tay, sao bằng chảo gang."),)),
    Row("F07", "a description too short for Meta", "item", "description-too-short", (told("Chè ngon, sao tay."),),
        (told("Chè hái tay, sao bằng chảo gang."),), "feeds/meta.csv"),
    Row("F08", "a name that advertises", "item", "promotional-title", (named("Chè giảm giá {id}"),),
        (named("Chè giãm {id}"),)),
    Row("F09", "a name in capitals", "item", "title-all-capitals", (named("CHÈ SHAN TUYẾT MẪU"), ONE),
        (named("CHÈ Shan tuyết mẫu"), ONE)),
    Row("F09", "a name in capitals, its options not", "item", "title-all-capitals", (named("CHÈ SHAN TUYẾT MẪU"),),
        (named("CHÈ Shan tuyết mẫu"),)),
    Row("F10", "no photo", "item", "no-picture", ((PHOTOS, ""),)),
    Row("F10", "a small photo", "item", "picture-too-small", (("anh.png", "nho.png"),)),
    Row("F10", "a photo that is not there", "stop", "photo-missing", (("anh.png", "khac.png"),)),
    Row("F10", "a text file that is called a photo", "stop", "photo-not-a-photo", (("anh.png", "chu.png"),)),
    Row("F11", "a variant without option", "stop", "variant-without-option", ((OPTION, ""),),
        (ONE, (OPTION.replace("200", "100"), ""))),
    Row("F11", "two variants with one option", "stop", "option-twice", (("value: 200 g", "value: 100 g"),)),
    Row("F11", "two kinds of options", "stop", "option-name-differs",
        ((OPTION, OPTION.replace("Khối lượng", "Loại")),)),
    Row("F12", "an unknown category", "stop", "category-unknown", (("category: che", "category: chee"),)),
    Row("F15", "a service", "item", "service-not-goods", (add("kind: dịch vụ"),), (add("kind: hàng hóa"),)),
    Row("F16", "a food supplement", "item", "restricted-goods", (add("restricted: supplement"),),
        (add("restricted: supplement\nfeeds: {{allow_restricted: có}}"),)),
    Row("F16", "drink without the mark", "stop", "alcohol-group-not-marked", (DRINK,),
        (DRINK, add("restricted: rượu\nalcohol: 10"))),
    Row("F16", "drink below 15 %", "item", "restricted-goods", (DRINK, add("restricted: rượu\nalcohol: 10")),
        (DRINK, add("restricted: rượu\nalcohol: 10\nfeeds: {{allow_restricted: có}}"))),
    Row("F16", "drink from 15 %", "item", "information-only",
        (DRINK, add("restricted: rượu\nalcohol: 15\nfeeds: {{allow_restricted: có}}")),
        (DRINK, add("restricted: rượu\nalcohol: 14,9\nfeeds: {{allow_restricted: có}}"))),
    Row("F16", "a knife without the mark", "stop", "knife-not-restricted", (KNIFE,), (KNIFE, add(MARKED))),
    Row("F16", "a blade without the mark", "stop", "knife-not-restricted", (add(BLADE),), (add(MARKED),)),
    Row("F16", "a knife", "item", "restricted-goods", (KNIFE, add(MARKED)),
        (KNIFE, add(f"{MARKED}\nfeeds: {{{{allow_restricted: có}}}}"))),
    Row("F16", "a medicine", "item", "information-only",
        (add("restricted: medicine\nfeeds: {{allow_restricted: có}}"),)),
    Row("F17", "stars that ran out", "warning", "ocop-expired",
        (add("ocop: {{stars: 4, decision: 12/QĐ-UBND, issued: 2021-06-30}}"),),
        (add("ocop: {{stars: 4, decision: 12/QĐ-UBND, issued: 2025-06-30}}"),)),
    Row("F17", "stars that ran out, in the feed", "note", "ocop-not-valid",
        (add("ocop: {{stars: 4, decision: 12/QĐ-UBND, issued: 2021-06-30}}"),),
        (add("ocop: {{stars: 4, decision: 12/QĐ-UBND, issued: 2025-06-30}}"),)),
    Row("F18", "a telephone number in the text", "note", "contact-in-text",
        (("thơm lâu", "gọi 0912 345 678, thơm lâu"),), (("thơm lâu", "thơm lâu 0,912 ngày"),)),
    Row("F18", "a telephone number in the name", "item", "contact-in-title", (named("Chè gọi 0912 345 678"),),
        (named("Chè loại 0912"),), "listings/shopee.tsv"),
    Row("F19", "letters decoded wrongly", "stop", "text-mojibake", (named("ChÃ¨ Shan tuyáº¿t"),)),
    Row("F19", "a control character", "stop", "hidden-character", (named("Chè\u202e Shan"),)),
    Row("F19", "a replacement character", "stop", "hidden-character", (named("Chè \ufffd Shan"),),
        (named("Chè » Shan"),)),
    Row("F20", "a preorder without a date", "stop", "preorder-without-date", (first("status: preorder"),),
        (first("status: preorder\n    available_from: 2027-03-01"),)),
    Row("F20", "a preorder whose day has come", "item", "preorder-date-over",
        (first("status: preorder\n    available_from: 2026-11-24"),),
        (first("status: preorder\n    available_from: 2026-11-25"),)),
    Row("F20", "a preorder whose day has come, on the page", "warning", "preorder-date-over",
        (first("status: preorder\n    available_from: 2026-11-24"),),
        (first("status: preorder\n    available_from: 2026-11-25"),)),
    Row("F22", "no weight", "note", "weight-missing", (("    pack: {{weight_g: 150}}\n", ""),)),
    Row("F24", "out of season, said to be in stock", "says", "out_of_stock",
        (add("season: [3, 4]"), first("status: in_stock")), (add("season: [11]"), first("status: in_stock"))),
)  # fmt: skip
"""What a product's file can break; F13, F14, F21 and F23 are the commune's, and tested by name."""

OF_THE_COMMUNE = ("F13", "F14", "F21", "F23")
ALL = tuple(f"F{number:02}" for number in range(1, 25))
