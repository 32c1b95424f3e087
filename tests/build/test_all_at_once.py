"""A record with a mistake is still looked at by every rule that does not need what is wrong, and by no other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
import yaml

from chophien import checks, model, sources
from chophien.build import freshness
from chophien.build.opening import read_one
from chophien.diagnostics import Diagnostic
from chophien.sources import Unit

from .commune import TODAY, build, write
from .commune import found as commune

DECODE = msgspec.msgpack.Decoder(list[Diagnostic])
ROOT = Path(__file__).parents[2]
JUNK = "?!"
DATED = {rule.code for rule in checks.RULES.values() if rule.dated}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return commune(tmp_path / "xa", goods=1)


def told(root: Path, file: str) -> dict[str, int]:
    """Return the line of each code that is told of a file."""
    return {one.code: one.line for one in build(root).diagnostics if one.file == file}


def test_a_product_is_told_form_value_and_sense_in_one_turn(root: Path) -> None:
    write(root, "products/dao-mau/product.yaml", """
        name: Rượu mẫu 40 độ
        summary: Một thứ để thử.
        kind: hàng
        category: khong-co
        producer: to-mau
        restricted: knife
        variants:
          - sku: A1
            price: 150k
          - sku: a1
            price: 200.000
            status: preorder
            option: {name: Cỡ, value: to}
            sale: {price: 250.000, since: 05/01/2026, until: 01/01/2026}
        photos:
          - file: khong-co.jpg
            rolle: main
        ocop: {stars: 3, decision: 1/QĐ, issued: 01/01/2031}
        """)  # fmt: skip
    said = told(root, "products/dao-mau/product.yaml")
    assert (
        said.items()
        >= {
            "price-shorthand": 9,  # a value
            "unknown-key": 17,  # a word
            "category-unknown": 4,
            "knife-without-blade": 6,
            "ocop-in-future": 18,  # depends on the day
        }.items()
    )
    assert {"sku-twice-in-product", "sale-not-lower", "sale-ends-before-it-starts", "preorder-without-date"} <= {*said}


def test_consents_are_asked_for_beside_a_wrong_year(root: Path) -> None:
    write(root, "content/producers/ho-mau.yaml", """
        kind: household
        name: Lò Văn Mẫu
        phone: 0912 345 678
        founded: năm xưa
        """)  # fmt: skip
    said = told(root, "content/producers/ho-mau.yaml")
    assert said.keys() >= {"consent-missing", "number-not-whole"}


def test_the_colours_of_a_commune_are_looked_at_beside_its_wrong_address(root: Path) -> None:
    home = root / "commune.yaml"
    text = home.read_text("utf-8").replace("https://muong-mau.example", "muong mau")
    home.write_text(text + "palette: {ink: '#eeeeee'}\n", "utf-8")
    assert {"url-not-http", "colour-too-pale"} <= told(root, "commune.yaml").keys()


def test_what_depends_on_the_day_is_asked_again_of_a_wrong_record(root: Path) -> None:
    write(root, "products/dao-mau/product.yaml", """
        name: Dao mẫu
        summary: Một thứ để thử.
        category: thu-cong
        producer: to-mau
        variants: [{sku: A1, price: 150k}]
        ocop: {stars: 3, decision: 1/QĐ, issued: 01/12/2026}
        """)  # fmt: skip
    assert "ocop-in-future" in told(root, "products/dao-mau/product.yaml")
    later = {one.code for one in build(root, today=date(2026, 12, 2)).diagnostics}
    assert "price-shorthand" in later
    assert "ocop-in-future" not in later


# --- every field of the demonstration, spoiled in turn ------------------------------------------------


def known() -> checks.Known:
    home = sources.units(freshness.snapshot(ROOT)[0])[0][("commune", "commune")]
    town = sources.load(ROOT, home).record
    assert isinstance(town, model.Commune)
    return checks.Known(commune=town, categories=model.categories(town), ids={}, today=TODAY)


def leaves(node: yaml.Node, path: str = "") -> Iterator[tuple[str, yaml.ScalarNode]]:
    """List the values of a file that stand on one line, by key path."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from leaves(value, f"{path}.{key.value}" if path else key.value)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value, 1):
            yield from leaves(value, f"{path}[{number}]")
    elif isinstance(node, yaml.ScalarNode) and node.start_mark.line == node.end_mark.line:
        yield path, node


def units() -> list[Unit]:
    found, _ = sources.units(freshness.snapshot(ROOT)[0])
    return [unit for unit in found.values() if unit.kind != "commune"]


@pytest.mark.parametrize("unit", units(), ids=lambda unit: f"{unit.kind}-{unit.id}")
def test_a_spoiled_field_is_told_alone(unit: Unit, tmp_path: Path) -> None:
    for path in (unit.file, *(path for _, path in unit.translations)):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes((ROOT / path).read_bytes())
    text = (tmp_path / unit.file).read_text("utf-8")
    around = known()
    before = notes(tmp_path, unit, around)
    node, first = head(text, unit)
    lines = text.split("\n")
    refused = 0
    for path, value in leaves(node):
        row, start, end = value.start_mark.line + first, value.start_mark.column, value.end_mark.column
        spoiled = [*lines]
        spoiled[row] = f'{lines[row][:start]}"{JUNK}"{lines[row][end:]}'
        (tmp_path / unit.file).write_text("\n".join(spoiled), "utf-8")
        if sources.load(tmp_path, unit).record is not None:
            continue  # a text may be anything
        # Of a sound record the day is asked later, so what depends on it is new here.
        now = [one for one in notes(tmp_path, unit, around) if one.code not in DATED]
        more = [one for one in now if one not in before]
        refused += 1
        where = path.removesuffix(".vi")
        assert all(one.line == row + 1 or one.field.startswith(where) for one in more), (path, more)
    assert refused


def head(text: str, unit: Unit) -> tuple[yaml.Node, int]:
    if unit.file.endswith(".yaml"):
        node, _ = sources.compose(text, unit.file)
        assert node is not None
        return node, 0
    header = sources.split(text, unit.file, classic=True)
    assert header.node is not None
    return header.node, header.first_line


def notes(root: Path, unit: Unit, around: checks.Known) -> list[Diagnostic]:
    made = read_one(root, unit, around).notes
    return DECODE.decode(made) if made else []
