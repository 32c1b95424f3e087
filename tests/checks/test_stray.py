"""Contacts in texts, and words that a template left, are told; what may stand there is not."""

from __future__ import annotations

import dataclasses
from typing import Any

import msgspec
import pytest

from chophien.checks import stray
from chophien.diagnostics import Level
from chophien.model import Address
from chophien.model.records import Checks, Contact, Fact, Office, Story

from .records import COMMUNE, GOOD, KNOWN

NUMBER = "Gọi 0987 654 321."


def told(kind: str, changed: dict[str, Any], **commune: Any) -> list[str]:
    known = dataclasses.replace(KNOWN, commune=msgspec.structs.replace(COMMUNE, **commune))
    record = msgspec.structs.replace(GOOD[kind], **changed)
    return [f"{item.diagnostic.code} {item.diagnostic.field} {item.words}" for item in stray(kind, record, known)]


@pytest.mark.parametrize(("kind", "changed", "says"), [
    ("product", {"description": {"vi": NUMBER}}, ["contact-in-text description 0987 654 321"]),
    ("product", {"name": {"vi": "Chè Mẫu 0987654321"}}, ["contact-in-text name 0987654321"]),
    ("product", {"description": {"vi": "Chè ngon.", "en": "Call +84 987 654 321"}},
     ["contact-in-text description +84 987 654 321"]),
    ("product", {"summary": {"vi": "Đặt ở che@mau.vn nhé"}}, ["contact-in-text summary che@mau.vn"]),
    ("product", {"usage": {"vi": "Xem zalo.me/0987654321."}}, ["contact-in-text usage zalo.me/0987654321"]),
    ("product", {"story": Story(channel={"vi": "Gọi 0206 385 1234"})}, ["contact-in-text story.channel 0206 385 1234"]),
    ("product", {"facts": (Fact(name={"vi": "Đặt hàng"}, value={"vi": "0987654321"}),)},
     ["contact-in-text facts[1].value 0987654321"]),
    ("producer", {"about": {"vi": NUMBER}}, ["contact-in-text about 0987 654 321"]),
    ("producer", {"address": Address(street={"vi": "Xóm Mẫu, 0987654321"})},
     ["contact-in-text address.street 0987654321"]),
    ("place", {"body": {"vi": "Hỏi [chủ nhà](tel:0987654321)."}}, ["contact-in-text body 0987654321"]),
    ("event", {"body": {"vi": NUMBER}}, ["contact-in-text body 0987 654 321"]),
    ("trip", {"summary": {"vi": NUMBER}}, ["contact-in-text summary 0987 654 321"]),
    ("need", {"details": {"vi": NUMBER}}, ["contact-in-text details 0987 654 321"]),
    # Offices, articles and free pages may tell whom to call; a word, a hotline, a web page is nobody's own.
    ("news", {"body": {"vi": NUMBER}}, []),
    ("page", {"body": {"vi": NUMBER}}, []),
    ("commune", {"about": {"vi": NUMBER}}, []),
    ("product", {"description": {"vi": "Nhắn Zalo cho người bán, hoặc gọi 1900 1234. Xem https://mau.example."}}, []),
    ("product", {"description": {"vi": "Làm từ 1987, mỗi năm 20.000.000 đồng, 13/12/2026."}}, []),
    # The commune's own numbers.
    ("place", {"body": {"vi": "Hỏi xã: 0912.345.678"}}, []),
    ("place", {"body": {"vi": "Bộ phận một cửa 0206 385 1234, xa@mau.vn"}}, []),
])  # fmt: skip
def test_a_contact_in_a_text_is_told_where_it_stands(kind: str, changed: dict[str, Any], says: list[str]) -> None:
    own = {} if "story" in changed else {"office": Office(phone="02063851234")}
    contact = Contact(phone="0912345678", email="xa@mau.vn")
    assert told(kind, changed, contact=contact, **own) == says


def test_a_contact_is_a_warning_and_at_events_a_note() -> None:
    levels = {
        kind: [
            item.diagnostic.level for item in stray(kind, msgspec.structs.replace(GOOD[kind], **{field: text}), KNOWN)
        ]
        for kind, field, text in (("product", "description", {"vi": NUMBER}), ("event", "body", {"vi": NUMBER}))
    }
    assert levels == {"product": [Level.WARNING], "event": [Level.NOTICE]}


def test_contacts_in_texts_can_be_switched_off() -> None:
    assert told("product", {"description": {"vi": NUMBER}}, checks=Checks(off=("contact-in-text",))) == []


def test_a_number_twice_is_told_twice() -> None:
    record = msgspec.structs.replace(GOOD["product"], description={"vi": f"{NUMBER} {NUMBER}"})
    assert [item.nth for item in stray("product", record, KNOWN)] == [0, 1]


@pytest.mark.parametrize(("kind", "changed", "says"), [
    ("product", {"summary": {"vi": "Ví dụ. Một câu nói rõ đây là gì."}}, ["template-text-left summary Ví dụ"]),
    ("product", {"facts": (Fact(name={"vi": "Chất liệu"}, value={"vi": "Ví dụ, tre"}),)},
     ["template-text-left facts[1].value Ví dụ"]),
    ("producer", {"address": Address(street={"vi": "Ví dụ, xóm Bản Mẫu"})},
     ["template-text-left address.street Ví dụ"]),
    ("place", {"name": {"vi": "Xóm Bản Mẫu (ví dụ)"}}, ["template-text-left name Xóm Bản Mẫu (ví dụ)"]),
    ("news", {"title": {"vi": "Trang đã mở (tin ví dụ)"}, "body": {"vi": "Ví dụ. Nội dung"}},
     ["template-text-left title Trang đã mở (tin ví dụ)", "template-text-left body Ví dụ"]),
    ("commune", {"tagline": {"vi": "Sản vật của xã (ví dụ)"}}, ["template-text-left tagline Sản vật của xã (ví dụ)"]),
    ("product", {"summary": {"vi": "Ví dụ. Một câu nói rõ."}, "example": True}, []),
    ("commune", {"tagline": {"vi": "Sản vật của xã (ví dụ)"}, "example": True}, []),
    ("product", {"description": {"vi": "Đan theo mẫu, ví dụ. như hình, Ví dụ, quả trám."}}, []),
])  # fmt: skip
def test_words_of_the_templates_are_told_where_nothing_is_an_example(
    kind: str, changed: dict[str, Any], says: list[str]
) -> None:
    assert told(kind, changed) == says


def test_a_commune_of_examples_keeps_the_words_of_the_templates() -> None:
    assert told("product", {"summary": {"vi": "Ví dụ. Một câu."}}, example=True) == []
