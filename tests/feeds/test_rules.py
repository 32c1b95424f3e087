"""What keeps goods out of feeds: each rule once broken, once kept."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from chophien.feeds import EXPORTERS, _listing, _report, _rules, explain, google, meta, reasons, shopee
from chophien.model import Recognition
from chophien.model.records import Blade, FeedWishes

from . import shop

ALLOWED = FeedWishes(allow_restricted=True)
PREORDER: dict[str, Any] = {"status": "preorder"}


def knife(**more: Any) -> Any:
    """Show a kitchen knife that may be listed."""
    values: dict[str, Any] = {"name": {"vi": "Dao phay Phúc Sen"}, "restricted": "knife", "feeds": ALLOWED}
    blade = Blade(length_cm=20, width_cm=5, pointed=False)
    return shop.shown(shop.product(**values | {"blade": blade} | more), category=shop.KNIVES)


def named(name: str) -> Any:
    """Show a product of that name."""
    return shop.shown(shop.product(name={"vi": name}))


def told(description: str) -> Any:
    """Show a product of that description."""
    return shop.shown(shop.product(description={"vi": description}))


LONG = "Trà Shan tuyết Phúc Sen loại đặc biệt " * 4

CASES: list[tuple[str, Any, Any]] = [
    # Code, what breaks the rule, what keeps it.
    ("service-not-goods", shop.shown(shop.product(kind="service")), shop.shown()),
    (
        "excluded-by-wish",
        shop.shown(shop.product(feeds=FeedWishes(exclude=tuple(EXPORTERS)))),
        shop.shown(shop.product(feeds=FeedWishes(exclude=("tiktok-khac",)))),
    ),
    ("example-not-for-sale", shop.shown(shop.product(example=True)), shop.shown()),
    (
        "information-only",
        shop.shown(shop.product(alcohol=29.0, restricted="alcohol", feeds=ALLOWED)),
        shop.shown(shop.product(alcohol=5.0, restricted="alcohol", feeds=ALLOWED)),
    ),
    ("information-only", shop.shown(shop.product(restricted="medicine", feeds=ALLOWED)), shop.shown()),
    ("restricted-goods", knife(feeds=None), knife()),
    (
        "restricted-goods",
        shop.shown(shop.product(restricted="supplement")),
        shop.shown(shop.product(restricted="supplement", feeds=ALLOWED)),
    ),
    (
        "all-discontinued",
        shop.shown(shop.product(shop.variant(status="discontinued"))),
        shop.shown(shop.product(shop.variant(status="out_of_stock"))),
    ),
    ("no-price", shop.shown(shop.product(shop.variant(price=None))), shop.shown()),
    ("no-picture", shop.shown(pictures=()), shop.shown()),
    (
        "variant-without-price",
        shop.shown(shop.product(shop.pack(100, None), shop.pack(500, 500_000))),
        shop.shown(shop.product(shop.pack(100, 1_000), shop.pack(500, 500_000))),
    ),
    (
        "preorder-without-date",
        shop.shown(shop.product(shop.variant(**PREORDER))),
        shop.shown(shop.product(shop.variant(available_from=date(2027, 3, 1), **PREORDER))),
    ),
    (
        "preorder-date-over",
        shop.shown(shop.product(shop.variant(available_from=shop.TODAY, **PREORDER))),
        shop.shown(shop.product(shop.variant(available_from=date(2026, 12, 6), **PREORDER))),
    ),
    (
        "picture-too-small",
        shop.shown(pictures=(shop.picture(height=499),)),
        shop.shown(pictures=(shop.picture(width=500, height=500),)),
    ),
    ("title-too-short", named("Trà"), named("Trà A")),
    ("title-too-long", named(LONG), named(LONG[:150])),
    ("promotional-title", named("Trà giảm giá mùa đông"), named("Trà mùa đông")),
    ("promotional-title", named("Trà HOT nhất bản"), named("Photo phiến trà")),
    ("promotional-title", named("Trà miễn phí giao!!!"), named("Trà đá cổ thụ!")),
    ("title-all-capitals", named("TRÀ SHAN TUYẾT"), named("TRÀ SHAN")),
    ("description-too-short", told("Trà ngon, sao tay."), told("Trà ngon, sao tay bằng củi khô.")),
    (
        "description-all-capitals",
        told("TRÀ NGON, SAO TAY BẰNG CỦI KHÔ."),
        told("Trà ngon, sao tay bằng củi khô."),
    ),
    ("weapon-words", knife(name={"vi": "Dao tự vệ Phúc Sen"}), named("Trà tự vệ Phúc Sen")),
    ("weapon-words", knife(name={"vi": "Dao phóng Phúc Sen"}), knife(name={"vi": "Dao Giải phóng Phúc Sen"})),
    ("broken-characters", named("Trà \ufffd Phúc Sen"), named("Trà\u00a0Phúc Sen")),
    (
        "broken-characters",
        told("TrÃ\u00a0 ngon áº¥m, sao tay bằng củi khô, rất thơm."),
        told(shop.DESCRIPTION),
    ),
    (
        "cell-like-a-formula",
        shop.shown(shop.product(brand="=HTX")),
        shop.shown(shop.product(brand="HTX = ta")),
    ),
    (
        "cell-like-a-formula",
        shop.shown(shop.product(summary={"vi": "=1+1 là trà ngon, sao tay bằng củi."})),
        shop.shown(shop.product(summary={"vi": "Trà ngon = sao tay bằng củi, tốt lắm."})),
    ),
    ("contact-in-title", named("Trà Shan gọi 0912 345 678"), named("Trà Shan 2026 số 0123456")),
    ("contact-in-title", named("Trà Shan tra.example.vn https://a.vn"), named("Trà Shan www")),
    (
        "too-many-options",
        shop.shown(shop.product(*(shop.pack(n, 1_000 * n) for n in range(1, 22)))),
        shop.shown(shop.product(*(shop.pack(n, 1_000 * n) for n in range(1, 21)))),
    ),
    ("value-too-short", named("Trà Shan."), named("Trà Shan 1")),
    (
        "number-out-of-range",
        shop.shown(shop.product(shop.variant(price=999))),
        shop.shown(shop.product(shop.variant(price=1_000))),
    ),
    ("value-missing", shop.shown(producer=None), shop.shown()),
    (
        "value-too-long",
        shop.shown(shop.product(shop.variant("a" * 51))),
        shop.shown(shop.product(shop.variant("a" * 50))),
    ),
]


def codes(shown: Any) -> set[str]:
    """List what Google, Meta and Shopee say together; between them they ask every rule."""
    found = [exporter.fragment(shown, shop.SITE).left_out for exporter in (google, meta, shopee)]
    return {out.code for left in found for out in left}


@pytest.mark.parametrize(("code", "broken", "kept"), CASES, ids=[f"{n}-{c[0]}" for n, c in enumerate(CASES)])
def test_a_rule_leaves_out_what_breaks_it_only(code: str, broken: Any, kept: Any) -> None:
    assert code in codes(broken)
    assert code not in codes(kept)
    for exporter in (google, meta):
        assert exporter.fragment(kept, shop.SITE).items or code == "value-missing"


def test_every_rule_has_a_case_and_words() -> None:
    limits = {"value-missing", "value-too-long", "value-too-short", "number-out-of-range"}
    everything = {*_rules.PRODUCT_RULES, *_rules.OWN_PRODUCT_RULES, *_rules.RULES, *limits}
    assert {code for code, _, _ in CASES} == everything == set(reasons.REASONS)
    for exporter in EXPORTERS.values():
        assert set(exporter.PRODUCT_RULES) <= {*_rules.PRODUCT_RULES, *_rules.OWN_PRODUCT_RULES}
    assert {*google.RULES, *meta.RULES, *shopee.RULES} == set(_rules.RULES)
    for words in (*reasons.REASONS.values(), *reasons.NOTES.values()):
        assert set(words) == {"vi", "en"}


@pytest.mark.parametrize(("code", "broken", "kept"), CASES, ids=[f"{n}-{c[0]}" for n, c in enumerate(CASES)])
def test_every_reason_is_a_whole_sentence(code: str, broken: Any, kept: Any) -> None:
    for exporter in EXPORTERS.values():
        if exporter.KEY == "schemaorg":
            continue
        for out in exporter.fragment(broken, shop.SITE).left_out:
            for lang in ("vi", "en"):
                text, hint = explain(out, lang)
                assert text and hint and "{" not in text + hint


def test_examples_are_listed_where_all_is_an_example() -> None:
    site = replace(shop.SITE, commune=replace(shop.COMMUNE, example=True))
    assert google.fragment(shop.shown(shop.product(example=True)), site).items == 1


def test_one_bad_variant_leaves_the_others_in() -> None:
    made = google.fragment(shop.shown(shop.product(shop.pack(100, None), shop.pack(500, 500_000))), shop.SITE)
    assert made.items == 1
    (out,) = made.left_out
    assert (out.feed, out.product, out.sku) == ("google", "tra-shan", "tra-100")


def test_an_expired_star_appears_nowhere_and_is_noted() -> None:
    old = Recognition(stars=4, decision="1/QĐ-UBND", issued=date(2021, 1, 1))
    made = google.fragment(shop.shown(shop.product(ocop=old)), shop.SITE)
    assert b"OCOP" not in made.rows
    assert ("ocop-not-valid", "tra-100") in made.notes


NOTES = [
    ("weight-missing", shop.shown(shop.product(shop.variant(pack=None))), shop.shown()),
    ("description-short", told("Trà ngon, sao tay bằng củi khô."), shop.shown()),
    ("picture-drawn", shop.shown(pictures=(shop.picture(illustration=True),)), shop.shown()),
    (
        "ocop-not-valid",
        shop.shown(shop.product(ocop=Recognition(stars=3, decision="1", issued=date(2021, 1, 1)))),
        shop.shown(shop.TEAS),
    ),
    ("contact-in-text", told(f"{shop.DESCRIPTION} Gọi 0912 345 678."), shop.shown()),
    ("stock-not-counted", shop.shown(), shop.shown(shop.product(shop.variant(stock=3)))),
    ("description-cut", told("chè ngon " * 400), shop.shown()),
]


@pytest.mark.parametrize(("code", "noted", "fine"), NOTES, ids=[case[0] for case in NOTES])
def test_a_note_leaves_nothing_out(code: str, noted: Any, fine: Any) -> None:
    feed = google if code in _rules.NOTES else shopee
    made = feed.fragment(noted, shop.SITE)
    assert made.items == 1
    assert code in {note for note, _ in made.notes}
    assert code not in {note for note, _ in feed.fragment(fine, shop.SITE).notes}


def test_every_note_has_a_case() -> None:
    noted = set(_rules.NOTES) | set(_listing.NOTES)
    assert {case[0] for case in NOTES} == noted
    site_notes = {"feed-empty", "feed-shrank", "no-returns-policy", "no-contact"}
    assert set(reasons.NOTES) == noted | site_notes
    assert _report.NAMED < 10
