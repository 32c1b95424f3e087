"""The JSON Schemas that editors use: right in form, and no squiggle under what authors rightly write."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from jsonschema import Draft7Validator

from chophien.model import RECORDS, Many, Part, keys, schema
from chophien.sources import Unit, read, split, units

ROOT = Path(__file__).parent.parent.parent
DEMO = [
    str(path.relative_to(ROOT).as_posix())
    for path in sorted([ROOT / "commune.yaml", *ROOT.glob("products/*/*.yaml"), *ROOT.glob("content/**/*.*")])
    if path.suffix in {".yaml", ".md"}
]
UNITS = list(units(DEMO)[0].values())


class Yaml12(yaml.SafeLoader):
    """Types scalars as the YAML 1.2 core schema does, which editors follow."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:null|Null|NULL|~|)$", ["n", "N", "~", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
Yaml12.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def as_editor(text: str) -> Any:
    return json.loads(json.dumps(yaml.load(text, Loader=Yaml12), default=str))


def complaints(kind: str, value: Any) -> list[str]:
    return [
        f"{'.'.join(map(str, e.path))}: {e.message}"[:200] for e in Draft7Validator(schema(kind)).iter_errors(value)
    ]


def header(unit: Unit) -> str:
    text = (ROOT / unit.file).read_text("utf-8")
    if unit.file.endswith(".yaml"):
        return text
    assert split(text, unit.file, classic=False).found == []
    return text.split("---\n")[1]


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_a_schema_is_right_in_form(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))
    assert json.loads(json.dumps(schema(kind))) == schema(kind)


@pytest.mark.parametrize("loader", [yaml.BaseLoader, Yaml12], ids=["all text", "typed"])
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: f"{unit.kind}/{unit.id}")
def test_the_demo_breaks_no_schema(unit: Unit, loader: type) -> None:
    value = yaml.load(header(unit), Loader=loader)
    assert complaints(unit.kind, json.loads(json.dumps(value, default=str))) == []


def test_the_demo_has_every_kind() -> None:
    assert {unit.kind for unit in UNITS} == set(RECORDS)


BASE = """\
name: Chè Shan tuyết Mẫu
category: che
producer: to-mau
summary: Chè cổ thụ hái tay ở bản Mẫu.
variants:
  - sku: CHE-100
    %s
%s
"""
RIGHT = (
    ("price: 120000", ""),
    ("price: 35.000", ""),
    ("price: 1.200.000", ""),
    ('price: "35000"', ""),
    ("price: 120.000 đ", ""),
    ("price:", ""),
    ("gtin: 8938505974194", ""),
    ('gtin: "8938505974194"', ""),
    ("net: 100 g", ""),
    ("net: 0,5 kg", ""),
    ("stock: 40", ""),
    ('stock: "40"', ""),
    ("status: còn hàng", ""),
    ("status: Còn hàng", ""),
    ("status: in_stock", ""),
    ("available_from: 2027-03-01", ""),
    ("available_from: 01/03/2027", ""),
    ("option: {name: Số trang, value: 100}", ""),
    ("sku: A1", "season: [3, 4]"),
    ("sku: A1", "season: 3"),
    ("sku: A1", "season: ['3']"),
    ("sku: A1", "example: có"),
    ("sku: A1", "example: Có"),
    ("sku: A1", "example: no"),
    ("sku: A1", "example: true"),
    ("sku: A1", "alcohol: 12,5"),
    ("sku: A1", "alcohol: 12.5"),
    ("sku: A1", "restricted: null"),
    ("sku: A1", "brand:"),
    ("sku: A1", "brand: 1975"),
    ("sku: A1", "highlights: Hái tay"),
    ("sku: A1", "highlights: [Hái tay, {vi: Sao củi, en: Wood fire}]"),
    ("sku: A1", "origin: {place: {vi: Bản Mẫu, zh-Hant: 村}}"),
    ("sku: A1", "ocop: {stars: 4, decision: 1234, issued: 2025-06-30}"),
    ("sku: A1", "photos: {file: a.jpg, people: có, consent: {given: 2026-01-01, how: lời}}"),
    ("sku: A1", "shelf_life: 18 tháng"),
)


def written(variant: str, line: str) -> str:
    """Put a line into the only variant and one below the product, instead of a line of the same key."""
    rows = (BASE % ("" if variant.startswith("sku") else variant, "")).split("\n")
    for new, indent in ((variant, "  - ") if variant.startswith("sku") else ("", ""), (line, "")):
        key = new.partition(":")[0]
        if not new:
            continue
        same = [n for n, row in enumerate(rows) if row.startswith(f"{indent}{key}:")]
        if same:
            rows[same[0]] = indent + new
        else:
            rows.append(indent + new)
    return "\n".join(rows)


UNIT = Unit("product", "che-mau", "products/che-mau/product.yaml")


@pytest.mark.parametrize(("variant", "line"), RIGHT)
def test_what_the_reader_takes_the_editor_takes(variant: str, line: str) -> None:
    text = written(variant, line)
    assert read(UNIT, {UNIT.file: text.encode()}).found == []
    assert complaints("product", as_editor(text)) == []


WRONG = (
    ("pirce: 120000", ""),
    ("price: [120000]", ""),
    ("sku: Chè 100", ""),
    ("gtin: '123'", ""),
    ("status: còn ít", ""),
    ("stock: -1", ""),
    ("stock: nhiều", ""),
    ("photo: a.pdf", ""),
    ("sku: A1", "season: [13]"),
    ("sku: A1", "example: có lẽ"),
    ("sku: A1", "alcohol: mạnh"),
    ("sku: A1", "alcohol: 97"),
    ("sku: A1", "name: {en: Tea}"),
    ("sku: A1", "origin: {place: {tiếng Việt: Bản}}"),
    ("sku: A1", "ocop: {stars: 4}"),
    ("sku: A1", "category: Chè"),
)


@pytest.mark.parametrize(("variant", "line"), WRONG)
def test_the_editor_marks_what_the_reader_refuses(variant: str, line: str) -> None:
    text = written(variant, line)
    assert read(UNIT, {UNIT.file: text.encode()}).record is None
    assert complaints("product", as_editor(text)) != []


@pytest.mark.parametrize("field", ["name", "category", "producer", "summary", "variants"])
def test_the_editor_misses_what_is_required(field: str) -> None:
    value = as_editor(BASE % ("price: 1000", ""))
    del value[field]
    assert any(f"'{field}' is a required property" in said for said in complaints("product", value))


def records() -> list[type]:
    found: list[type] = []
    rest: list[type] = list(RECORDS.values())
    while rest:
        record = rest.pop()
        if record in found:
            continue
        found.append(record)
        for key in keys(record).values():
            kind = key.kind.item if isinstance(key.kind, Many) else key.kind
            if isinstance(kind, Part):
                rest.append(kind.record())
    return found


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_the_fields_of_a_record_are_its_keys_with_names_in_two_languages(record: Any) -> None:
    assert tuple(keys(record)) == record.__struct_fields__
    labels = [key.vi for key in keys(record).values()]
    assert len(labels) == len(set(labels)), "a key is found by its Vietnamese name"
    for key in keys(record).values():
        assert key.vi
        assert key.en.isascii() or "²" in key.en
        assert key.vi[0].isupper()
        assert key.en[0].isupper()


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_a_field_is_required_where_the_record_has_no_default(record: Any) -> None:
    required = {name for name, key in keys(record).items() if key.required}
    without = {item.name for item in msgspec.structs.fields(record) if item.required}
    assert without - required <= {"id"}  # the id comes from the file's name
    assert required <= without


def test_a_schema_names_each_key_in_both_languages() -> None:
    assert schema("product")["properties"]["variants"]["title"] == "Quy cách / Variants"
    assert schema("event")["properties"]["lunar"]["title"] == "Âm lịch / Lunar recurrence"
