"""Words that nothing backs are told once each, in every text and language, unless the commune switched them off."""

from __future__ import annotations

import dataclasses
import time
from datetime import date
from typing import Any

import msgspec
import pytest

from chophien.checks import RULES, check, claimed
from chophien.diagnostics import Level
from chophien.model import claims
from chophien.model.records import Address, Certificate, Checks, Declaration, Evidence, Fact, Origin, Story

from .records import COMMUNE, GOOD, KNOWN, TODAY, knife, ocop


def told(kind: str = "product", off: tuple[str, ...] = (), **changed: Any) -> list[tuple[str, str, str]]:
    """Return code, field and words of what is told of the good record, changed."""
    commune = msgspec.structs.replace(COMMUNE, checks=Checks(off=off))
    record = msgspec.structs.replace(GOOD[kind], **changed)
    known = dataclasses.replace(KNOWN, commune=commune)
    return [
        (claim.diagnostic.code, claim.diagnostic.field, claim.diagnostic.values["found"])
        for claim in claimed(kind, record, known)
    ]


def says(text: str, **changed: Any) -> list[str]:
    return [code for code, _, _ in told(description={"vi": text}, **changed)]


DRINK = {"category": "ruou", "restricted": "alcohol", "alcohol": 12.0}
SPIRIT = DRINK | {"alcohol": 30.0}
BLADE = {"category": "dao-keo", "restricted": "knife", "blade": knife()}
HERB = {"category": "duoc-lieu"}

CASES = {
    "claim-superlative": ("Chè ngon nhất vùng.", {}, None),
    "claim-superlative-like": ("Thương hiệu hàng đầu.", {}, None),
    "claim-medical": ("Chữa bệnh dạ dày.", {}, BLADE),
    "claim-health-effect": ("Giúp mát gan.", HERB, BLADE),
    "claim-absolute": ("Chè 100% tự nhiên.", {}, None),
    "claim-certificate": ("Chè hữu cơ.", {}, None),
    "claim-geographic-indication": ("Mang chỉ dẫn địa lý.", {}, None),
    "claim-ocop": ("Chè OCOP 4 sao.", {}, None),
    "claim-alcohol": ("Càng uống càng khỏe.", DRINK, {}),
    "claim-knife-weapon": ("Dao dùng phòng thân.", BLADE, {}),
    "claim-wildlife": ("Sao bằng than gỗ nghiến.", {}, None),
    "claim-wild-origin": ("Ướp hoa hái rừng.", {}, BLADE),
    "claim-price": ("Inbox giá.", {}, None),
    "claim-currency": ("Giá 10 USD.", {}, None),
    "personal-id": ("CCCD 001099012345.", {}, None),
}
"""By code: a text, the goods that may not say it, and goods that may, if any."""


def test_every_family_has_a_case() -> None:
    assert set(CASES) == {claim.family for claim in claims().values()}


@pytest.mark.parametrize("code", CASES)
def test_words_are_told_of_the_goods_they_may_not_be_said_of(code: str) -> None:
    text, goods, others = CASES[code]
    assert says(text, **goods) == [code]
    if others is not None:
        assert says(text, **others) == []


def test_promotion_is_told_of_spirits_alone() -> None:
    assert says("Giảm giá dịp Tết.", **SPIRIT) == ["claim-alcohol"]
    assert says("Giảm giá dịp Tết.", **DRINK) == []


def test_a_clean_record_of_every_kind_tells_nothing() -> None:
    assert {kind: found for kind in GOOD if (found := told(kind))} == {}


@pytest.mark.parametrize(("changed", "field"), [
    ({"name": {"vi": "Chè ngon nhất"}}, "name"),
    ({"summary": {"vi": "Chè cổ thụ ngon nhất."}}, "summary"),
    ({"usage": {"vi": "Ngon nhất khi nóng"}}, "usage"),
    ({"highlights": ({"vi": "Hái tay"}, {"vi": "Thơm nhất"})}, "highlights[2]"),
    ({"story": Story(unique={"vi": "Cổ nhất vùng"})}, "story.unique"),
    ({"facts": (Fact(name={"vi": "Hạng"}, value={"vi": "Ngon nhất"}),)}, "facts[1].value"),
])  # fmt: skip
def test_every_text_of_a_product_is_read(changed: dict[str, Any], field: str) -> None:
    assert [(code, at) for code, at, _ in told(**changed)] == [("claim-superlative", field)]


def test_every_language_is_read_and_each_hit_is_told_once() -> None:
    found = told(description={"vi": "Ngon nhất, thơm nhất.", "en": "Organic. The best tea."})
    assert found == [
        ("claim-superlative", "description", "Ngon nhất"),
        ("claim-superlative", "description", "thơm nhất"),
        ("claim-certificate", "description", "Organic"),
        ("claim-superlative-like", "description", "The best"),
    ]


def test_an_address_is_no_claim() -> None:
    assert told("producer", address=Address(street={"vi": "Số 1 phố Mẫu"})) == []
    assert told("producer", about={"vi": "Thợ rèn số 1."}) == [("claim-superlative", "about", "số 1")]


def test_other_texts_are_told_less_severely() -> None:
    record = msgspec.structs.replace(GOOD["news"], body={"vi": "Hạt dẻ ngon nhất, bài thuốc quý, hàng đầu, 10 USD."})
    levels = {c.diagnostic.code: c.diagnostic.level for c in claimed("news", record, KNOWN)}
    assert levels == {
        "claim-superlative": Level.WARNING,
        "claim-medical": Level.NOTICE,
        "claim-superlative-like": Level.NOTICE,
    }


def test_a_commune_switches_single_rules_off() -> None:
    text = {"vi": "Ngon nhất, số 1, hữu cơ."}
    assert len(told(description=text)) == 3
    assert [words for _, _, words in told(description=text, off=("sup-nhat", "cert-huu-co"))] == ["số 1"]


def test_a_commune_switches_the_reminder_of_a_licence_off() -> None:
    quiet = dataclasses.replace(
        KNOWN, commune=msgspec.structs.replace(COMMUNE, checks=Checks(off=("alcohol-without-licence",)))
    )
    record = msgspec.structs.replace(GOOD["product"], **DRINK)
    assert [found.code for found in check("product", record, KNOWN)] == ["alcohol-without-licence"]
    assert list(check("product", record, quiet)) == []


PROOF = Evidence(text="Chè ngon nhất vùng", evidence="Giấy chứng nhận hội thi chè 2026", issued=date(2026, 3, 1))


@pytest.mark.parametrize(("text", "backed"), [
    ("Chè ngon nhất.", {"claims": (PROOF,)}),
    ("Chè hữu cơ.", {"certificates": (Certificate(name="Hữu cơ", kind="organic", no="12"),)}),
    ("Chè VietGAP.", {"certificates": (Certificate(name="VietGAP", kind="vietgap", no="12"),)}),
    ("Mang chỉ dẫn địa lý.", {"certificates": (Certificate(name="Quyền sử dụng", kind="gi", no="7"),)}),
    ("Giúp mát gan.", {"declaration": Declaration(kind="tự công bố", number="01/2026")}),
    ("Chè OCOP bốn sao.", {"ocop": ocop(date(2026, 1, 1))}),
    ("Nấm rừng khô.", {"origin": Origin(place={"vi": "Bản Mẫu"})}),
])  # fmt: skip
def test_what_backs_a_claim_lets_it_pass(text: str, backed: dict[str, Any]) -> None:
    assert len(says(text)) == 1
    assert says(text, **backed) == []


@pytest.mark.parametrize(("text", "changed"), [
    ("Chè thơm nhất.", {"claims": (PROOF,)}),
    ("Chè hữu cơ.", {"certificates": (Certificate(name="VietGAP", kind="vietgap", no="12"),)}),
    ("Chè hữu cơ.", {"certificates": (Certificate(name="Hữu cơ", kind="organic"),)}),
    ("Chè OCOP 5 sao.", {"ocop": ocop(date(2026, 1, 1))}),
])  # fmt: skip
def test_what_backs_another_claim_does_not(text: str, changed: dict[str, Any]) -> None:
    assert len(says(text, **changed)) == 1


def late(**changed: Any) -> list[str]:
    record = msgspec.structs.replace(GOOD["product"], **changed)
    there = check("product", record, KNOWN, dated=True)
    return sorted(found.code for found in there if found.code in {"claim-out-of-date", "claim-ocop-expired"})


def test_what_backed_a_claim_and_ran_out_is_told_while_the_words_stand() -> None:
    text = {"vi": "Chè OCOP 4 sao, ngon nhất."}
    old = msgspec.structs.replace(PROOF, issued=date(2025, 11, 23))
    fresh = msgspec.structs.replace(PROOF, issued=TODAY)
    gone, valid = ocop(date(2020, 1, 1)), ocop(date(2026, 1, 1))
    assert late(description=text, ocop=gone, claims=(fresh,)) == ["claim-ocop-expired"]
    assert late(description=text, ocop=valid, claims=(old,)) == ["claim-out-of-date"]
    assert late(description=text, ocop=valid, claims=(old, fresh)) == []
    assert late(description={"vi": "Chè hái tay."}, ocop=gone, claims=(old,)) == []


def test_stars_that_ran_out_stop_the_build_while_a_text_says_them() -> None:
    assert RULES["claim-ocop-expired"].level is Level.ERROR
    assert RULES["claim-ocop-expired"].dated


def test_a_text_full_of_claims_is_told_of_some_reminders_and_of_every_error() -> None:
    text = {"vi": "Chè hữu cơ. " * 90 + "Chữa bệnh dạ dày. " * 90}
    codes = [code for code, _, _ in told(description=text)]
    assert (codes.count("claim-certificate"), codes.count("claim-medical")) == (20, 90)


LONG = ("nhất " * 4_000, "nhất" * 5_000, "a" * 20_000 + " nhất", "_nhất_ " * 3_000, "\n" * 20_000 + "nhất",
        "nhất\n" + " " * 20_000, "0" * 20_000, "0-" * 10_000)  # fmt: skip


@pytest.mark.parametrize("text", LONG)
def test_no_text_takes_long_to_look_through(text: str) -> None:
    start = time.process_time()
    told(description={"vi": text})
    assert time.process_time() - start < 2


@pytest.mark.parametrize(("text", "proof"), [("Chè hoàn toàn không hoá chất.", "hoàn toàn không hóa chất"),
                                             ("CHÈ NGON NHẤT VÙNG", "chè ngon nhất vùng")])  # fmt: skip
def test_evidence_backs_words_however_the_tone_is_placed(text: str, proof: str) -> None:
    assert says(text)
    assert says(text, claims=(msgspec.structs.replace(PROOF, text=proof),)) == []
