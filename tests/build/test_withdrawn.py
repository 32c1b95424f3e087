"""A host who withdraws leaves every file of the site: pages, feeds, structured data, search, calendars, maps, kits."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from chophien import text as vi

from .commune import FILES, TODAY, build, found, product, write

NAME = "Hầu Seo Sủ"
HOST = """
    kind: hộ gia đình
    name: Hộ ông Hầu Seo Sủ
    person: Giàng Thị Mỷ
    phone: "0987 654 321"
    zalo: "0976543210"
    email: chu.nha@khach.example
    facebook: https://www.facebook.com/chunhaseosu
    address: {street: Ngõ Đá Trắng}
    summary: Nhà sàn bên suối, đón khách quanh năm.
    consent:
      name: {given: 2026-01-01, how: giấy NAME}
      phone: {given: 2026-01-01, how: giấy PHONE}
      address: {given: 2026-01-01, how: giấy ADDRESS}
    """
SIGNS = {
    "name": ("hau seo su",),
    "person": ("giang thi my",),
    "phone": ("987654321", "976543210", "chu.nha@khach", "chunhaseosu"),
    "address": ("ngo da trang",),
    "link": ("nguoi-lam/chu-nha", "makers/chu-nha", "chu-nha"),
}
"""By what they tell: letters without marks, or digits without gaps, that tell it wherever they stand."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = found(tmp_path / "xa")
    write(root, "products/che-1/product.yaml", product("che-1").replace("producer: to-mau", "producer: chu-nha"))
    write(root, "content/demand/can-mua.yaml", FILES["content/demand/can-mua.yaml"].replace("to-mau", "chu-nha"))
    homestay = FILES["content/places/nha-mau/index.md"]
    more = "host: chu-nha\n        point: {lat: 22.73, lon: 106.43}\n        stay: {"
    write(root, "content/places/nha-mau/index.md", homestay.replace("stay: {", more))
    trip = FILES["content/trips/mot-ngay/index.md"].replace("days:", "guide: chu-nha\n        days:")
    write(root, "content/trips/mot-ngay/index.md", trip)
    return root


def withdrawn(root: Path, *consents: str) -> None:
    """Write the host's file: these consents end today."""
    text = HOST
    for name in ("NAME", "PHONE", "ADDRESS"):
        text = text.replace(f" {name}}}", f", withdrawn: {TODAY}}}" if name.lower() in consents else "}")
    write(root, "content/producers/chu-nha.yaml", text)


def telling(root: Path, what: str, below: str = "") -> set[str]:
    """List the files of the site that tell something of the host, in a text, an address, a zip or their own name."""
    output = root / "output"
    there = set()
    for path in sorted(output.rglob("*")):
        if not path.is_file():
            continue
        name, data = path.relative_to(output).as_posix(), path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                data = b"\n".join(one.encode() + packed.read(one) for one in packed.namelist())
        raw = f"{name}\n{data.decode('utf-8', 'ignore')}"
        plain = vi.strip_marks(vi.nfc(raw)).lower()
        near = re.sub(r"(?<=\d)[ .()-]+(?=\d)", "", plain)
        if any(sign in plain or sign in near for sign in SIGNS[what]):
            there.add(name)
    return {name for name in there if name.startswith(below)}


def test_the_search_finds_the_host_everywhere_before(root: Path) -> None:
    withdrawn(root, "name", "phone", "address")
    assert build(root, TODAY - timedelta(days=1)).ok
    there = telling(root, "name")
    wanted = {
        "luu-tru/nha-mau.html",
        "nguoi-lam/chu-nha.html",
        "san-pham/che-1.html",
        "data/catalog.json",
        "can-mua-can-ban.html",
    }
    assert wanted <= there and any("tim-kiem" in name or "search" in name for name in there)
    assert any(name.startswith("feeds/") for name in there) and any(name.startswith("listings/") for name in there)
    assert {"luu-tru/nha-mau.html", "data/catalog.json"} <= telling(root, "phone")
    assert telling(root, "person") and telling(root, "address") and telling(root, "link")


def test_a_host_who_withdraws_the_name_is_in_no_file_from_that_day(root: Path) -> None:
    withdrawn(root, "name")
    assert build(root, TODAY - timedelta(days=1)).ok and telling(root, "name")
    assert build(root).ok
    assert {what: telling(root, what) for what in SIGNS} == {what: set() for what in SIGNS}
    assert (root / "output/luu-tru/nha-mau.html").is_file()


def test_a_host_who_withdraws_the_number_keeps_the_name_alone(root: Path) -> None:
    withdrawn(root, "phone")
    assert build(root, TODAY - timedelta(days=1)).ok and telling(root, "phone", "luu-tru/")
    assert build(root).ok
    assert telling(root, "phone") == set()
    assert telling(root, "name", "luu-tru/nha-mau")


def test_a_host_who_withdraws_the_address_is_not_said_to_live_at_the_homestay(root: Path) -> None:
    withdrawn(root, "address")
    homes = ("luu-tru/", "en/stays/")
    assert build(root, TODAY - timedelta(days=1)).ok and telling(root, "name", homes[0])
    outcome = build(root)
    assert outcome.ok
    notes = [(d.file, d.field) for d in outcome.diagnostics if d.code == "consent-withdrawn"]
    assert ("content/places/nha-mau/index.md", "host") in notes
    assert telling(root, "address") == set()
    for what in ("name", "phone", "person", "link"):
        assert telling(root, what, homes[0]) | telling(root, what, homes[1]) == set(), what
    assert telling(root, "name", "nguoi-lam/chu-nha") and telling(root, "name", "san-pham/")


@pytest.mark.parametrize("agreed", ["", f"address: {{given: {TODAY + timedelta(days=9)}, how: giấy}}"])
def test_a_household_that_has_not_agreed_to_its_address_is_not_said_to_live_at_the_homestay(
    root: Path, agreed: str
) -> None:
    text = re.sub(r"address: \{given.*\}", agreed, HOST).replace("    address: {street: Ngõ Đá Trắng}\n", "")
    write(root, "content/producers/chu-nha.yaml", re.sub(r" (NAME|PHONE)\}", "}", text))
    outcome = build(root)
    notes = [(d.file, d.field) for d in outcome.diagnostics if d.code == "place-without-consent"]
    if not agreed:
        assert outcome.ok and notes == [("content/places/nha-mau/index.md", "host")]
    if outcome.ok:
        assert telling(root, "name", "luu-tru/") | telling(root, "link", "luu-tru/") == set()
        assert telling(root, "name", "nguoi-lam/chu-nha")
