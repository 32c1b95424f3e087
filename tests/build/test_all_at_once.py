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


@pytest.mark.parametrize(("lines", "lacking"), [
    ("phone: 09x\nzalo: 0912 345 678", {"name", "zalo"}),
    ("phone: 09x\nethnicity: Tày", {"name", "ethnicity"}),
    ("email: a b\nwebsite: không có\ntax_code: '0123456789'", {"name", "tax_code"}),
    ("phone: 09x", {"name"}),
    ("address: {street: [1], commune: xã Mẫu}\nfacebook: https://f.example/a", {"name", "facebook"}),
    ("address: {street: Số 1, commune: [1]}", {"name", "address"}),
    ("payment: {bank: khong co, account: '123456'}\nethnicity: Tày", {"name", "payment", "ethnicity"}),
    ("zalo: 09x\nphone: 0912 345 678\nconsent: {name: {given: 01/01/2026, how: giấy}}", {"phone"}),
    ("phone: 0912 345 678\nzalo: 0912 345 679\nconsent: {name: {given: hôm qua, how: giấy}}", {"phone", "zalo"}),
    ("phone: 0912 345 678\nconsent: đã đồng ý", set()),
    ("zallo: 0912 345 678\nphone: 0912 345 679", {"name", "phone"}),
])  # fmt: skip
def test_a_personal_field_that_could_not_be_read_hides_no_consent_that_others_lack(
    root: Path, lines: str, lacking: set[str]
) -> None:
    write(root, "content/producers/ho-mau.yaml", f"kind: household\nname: Lò Văn Mẫu\n{lines}\n")
    told = [one for one in build(root).diagnostics if one.file == "content/producers/ho-mau.yaml"]
    assert {one.field for one in told if one.code == "consent-missing"} == lacking
    assert {one.code for one in told} - {"consent-missing"}


@pytest.mark.parametrize(
    ("kind", "lacking"), [("hộ?", {"person"}), ("company", {"person"}), ("group", {"person", "phone"})]
)
def test_what_is_personal_of_some_kinds_only_waits_for_the_kind(root: Path, kind: str, lacking: set[str]) -> None:
    write(root, "content/producers/mau.yaml", f"""
        kind: {kind}
        name: Mẫu
        person: Lò Thị Mẫu
        phone: 0912 345 678
        """)  # fmt: skip
    told = [one for one in build(root).diagnostics if one.file == "content/producers/mau.yaml"]
    assert {one.field for one in told if one.code == "consent-missing"} == lacking


def test_a_consent_in_the_future_is_told_beside_one_that_could_not_be_read(root: Path) -> None:
    write(root, "content/producers/ho-mau.yaml", """
        kind: household
        name: Lò Văn Mẫu
        phone: 0912 345 678
        ethnicity: Tày
        consent:
          name: {given: hôm qua, how: giấy}
          phone: {given: 01/01/2031, how: giấy}
          ethnicity: {given: 01/01/2026, how: giấy, withdrawn: 02/01/2026}
        """)  # fmt: skip
    said = told(root, "content/producers/ho-mau.yaml")
    assert said.keys() >= {"consent-in-future", "consent-withdrawn"}


def test_a_name_on_the_board_is_asked_for_beside_a_number_that_could_not_be_read(root: Path) -> None:
    write(root, "content/demand/tre.yaml", """
        kind: buy
        title: Cần mua tre
        until: 31/12/2026
        contact: [1]
        phone: 0912 345 678
        """)  # fmt: skip
    said = [one for one in build(root).diagnostics if one.file == "content/demand/tre.yaml"]
    assert [one.field for one in said if one.code == "need-consent-missing"] == ["phone"]


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


# --- an unknown key that may be the missing one --------------------------------------------------------

PREORDER = """
    name: Dao mẫu
    summary: Một thứ để thử.
    category: thu-cong
    producer: to-mau
    photos: []
    variants:
      - sku: A1
        price: 150.000
        status: preorder
        option: {{name: Cỡ, value: to}}
        {first}
      - sku: A2
        price: 250.000
        status: in_stock
        option: {{name: Cỡ, value: nhỏ}}
        {second}
    """
BESIDE = "unknown-key-beside-missing"
ALONE = "unknown-key-no-idea"
DATE = "preorder-without-date"


@pytest.mark.parametrize(("first", "second", "said"), [
    ("ngay_co: 20/12/2026", "stock: 3", {BESIDE: "available_from (Có hàng từ ngày)"}),
    ("stock: 3", "stock: 3", {DATE: ""}),
    ("stock: 3", "ngay_co: 20/12/2026", {DATE: "", ALONE: ""}),
    ("available_from: 20/12/2026", "ngay_co: 20/12/2026", {ALONE: ""}),
    ("available_from: 20/12/2026", "stock: 3", {}),
    ("availabel_from: 20/12/2026", "stock: 3", {"unknown-key": ""}),
    ("n.gay.co: 20/12/2026", "stock: 3", {BESIDE: "available_from (Có hàng từ ngày)"}),
])  # fmt: skip
def test_an_unknown_key_and_the_missing_one_beside_it_are_told_once(
    root: Path, first: str, second: str, said: dict[str, str]
) -> None:
    write(root, "products/dao-mau/product.yaml", PREORDER.format(first=first, second=second))
    found = [one for one in build(root).diagnostics if one.file == "products/dao-mau/product.yaml"]
    asked = {ALONE, BESIDE, DATE, "unknown-key", "missing-key"}
    assert {one.code: one.values.get("missing", "") for one in found if one.code in asked} == said


@pytest.mark.parametrize(("file", "text", "said"), [
    ("content/producers/mau.yaml", "kind: group\nxqz: Mẫu\n", {BESIDE: "name (Tên)"}),
    ("content/producers/mau.yaml", "xqz: Mẫu\n", {BESIDE: "kind (Loại hình), name (Tên)"}),
    ("content/producers/mau.yaml", "kind: group\n", {"missing-key": ""}),
    ("content/producers/mau.yaml", "kind: group\nname: Mẫu\nxqz: 1\n", {ALONE: ""}),
    ("content/places/nha/index.md", "---\nkind: homestay\nname: Nhà\nsummary: Một nhà sàn.\nxqz: 1\n---\n",
     {BESIDE: "stay (Lưu trú)"}),
    ("content/places/nha/index.md", "---\nkind: homestay\nname: Nhà\nsummary: Một nhà sàn.\ncapacity: 8\n---\n",
     {"unknown-key": ""}),
    ("content/places/nha/index.md", "---\nkind: homestay\nname: Nhà\nsummary: Một nhà sàn.\n---\n",
     {"homestay-without-stay": ""}),
    ("content/events/hoi/index.md", "---\nname: Hội\nsummary: Hội của bản.\nxqz: 1/2/2027\n---\n",
     {BESIDE: "dates (Ngày dương lịch)"}),
    ("commune.yaml", "name: Mường Mẫu\nxqz: https://a.example\n",
     {BESIDE: "province (Tỉnh, thành phố), site_url (Địa chỉ trang web), tagline (Một câu giới thiệu), "
              "owner (Chủ quản)"}),
    ("content/producers/mau.yaml", "kind: group\nxqz: 1\nzzq: 2\n", {ALONE: "", "missing-key": ""}),
])  # fmt: skip
def test_what_is_missing_beside_an_unknown_key_is_named_with_it(
    root: Path, file: str, text: str, said: dict[str, str]
) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, "utf-8")
    found = [one for one in build(root).diagnostics if one.file == file]
    asked = {ALONE, BESIDE, "unknown-key", "missing-key", "homestay-without-stay", "event-without-date"}
    assert {one.code: one.values.get("missing", "") for one in found if one.code in asked} == said


@pytest.mark.parametrize(("file", "text", "told"), [
    ("content/demand/tre.yaml",
     "type: mua\ntitle: Cần tre\ndetails: Cần tre gai.\nuntil: 2030-01-01\nname: Bà Mẫu\ncontact: Lò Thị Mẫu\n"
     "phone: 0912 345 678\n", ["need-consent-missing", "need-consent-missing", "unknown-key"]),
    ("content/producers/nha.yaml", "kind: household\nname: Nhà Mẫu\nphone: 0912 345 678\nphoto: a.jpg\n",
     ["consent-missing", "consent-missing", "unknown-key"]),
])  # fmt: skip
def test_a_key_that_belongs_one_level_deeper_silences_no_consent(
    root: Path, file: str, text: str, told: list[str]
) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, "utf-8")
    found = sorted(one.code for one in build(root).diagnostics if one.file == file)
    assert [code for code in found if code == "unknown-key" or code.endswith("consent-missing")] == told


def test_a_missing_price_is_named_by_the_unknown_key_that_may_hold_it(root: Path) -> None:
    write(root, "products/dao-mau/product.yaml", """
        name: Dao mẫu
        summary: Một thứ để thử.
        category: che
        producer: to-mau
        variants: [{sku: A1, xqz: 150.000}]
        """)  # fmt: skip
    found = [one for one in build(root).diagnostics if one.file == "products/dao-mau/product.yaml"]
    assert [one.values["missing"] for one in found if one.code == BESIDE] == ["price (Giá)"]
    assert {one.code for one in found} == {BESIDE, "product-without-photo"}


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
