"""From a producer's file to the code on the product's page, and away again."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.qr.test_transfers import seen

from chophien.text import read_vietqr

from . import commune
from .commune import TODAY, build, codes, found, write

MAKER = "content/producers/to-mau.yaml"
ACCOUNT = "0011012345678"
PLAIN = f"""\
kind: tổ hợp tác
name: {{vi: Tổ mẫu, en: Sample group}}
phone: 0912 345 678
address: {{commune: xã Mường Mẫu, province: tỉnh Mẫu}}
payment: {{bank: Agribank, account: "{ACCOUNT}", holder: LO THI MAU, amounts: có}}
consent:
  phone: {{given: 2026-11-01, how: giấy có chữ ký}}
  payment: {{given: 2026-11-01, how: giấy có chữ ký}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = found(tmp_path / "xa")
    write(folder, "commune.yaml", commune.FILES["commune.yaml"].replace("example: có", ""))
    write(folder, MAKER, PLAIN)
    return folder


def holding(root: Path, text: str) -> list[str]:
    """List the published files that hold a text."""
    output = root / "output"
    return sorted(
        p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file() and text.encode() in p.read_bytes()
    )


def test_only_the_pages_of_products_show_the_account(root: Path) -> None:
    assert codes(build(root)) == set()
    pages = ["en/products/che-1.html", "en/products/che-mau.html", "san-pham/che-1.html", "san-pham/che-mau.html"]
    assert holding(root, ACCOUNT) == holding(root, "LO THI MAU") == pages
    html = (root / "output/san-pham/che-mau.html").read_text("utf-8")
    assert len(re.findall(r'<svg role="img"', html)) == 2
    assert all(len(svg) < 3072 for svg in re.findall(r'<svg role="img".*?</svg>', html))


def test_an_account_without_consent_stops_the_build(root: Path) -> None:
    write(root, MAKER, re.sub(r"\n  payment: .*", "", PLAIN))
    outcome = build(root)
    assert not outcome.ok and codes(outcome) == {"consent-missing"}


def test_a_withdrawn_account_is_gone_on_its_day_and_other_pages_stay(root: Path) -> None:
    gone = TODAY + timedelta(days=2)
    head, _, consent = PLAIN.rpartition("{given")
    write(root, MAKER, f"{head}{{withdrawn: {gone:%d/%m/%Y}, given{consent}")
    build(root, gone - timedelta(days=1))
    assert holding(root, ACCOUNT)
    build(root, gone)
    assert holding(root, ACCOUNT) == []


def test_a_demonstration_shows_no_account_and_says_so(root: Path) -> None:
    write(root, "commune.yaml", commune.FILES["commune.yaml"])
    outcome = build(root)
    assert outcome.ok and codes(outcome) == {"payment-of-example"}
    assert holding(root, ACCOUNT) == []


def test_a_new_price_is_in_the_code(root: Path) -> None:
    def amounts() -> list[str]:
        html = (root / "output/san-pham/che-1.html").read_text("utf-8")
        shown = re.findall(r"<title>Mã VietQR: (\S+)\xa0₫", html)
        codes = [read_vietqr(seen(svg)) for svg in re.findall(r'<svg role="img".*?</svg>', html)]
        assert [code.purpose for code in codes] == ["che-1-100", "che-1-200"]
        assert [f"{code.amount:,}".replace(",", ".") for code in codes] == shown
        return shown

    build(root)
    assert amounts() == ["51.000", "102.000"]
    sale = "price: 51000\n    sale: {price: 45000, since: 2026-11-25, until: 2026-11-26}"
    write(root, "products/che-1/product.yaml", commune.product("che-1", 51_000).replace("price: 51000", sale))
    build(root)
    assert amounts() == ["51.000", "102.000"]
    build(root, date(2026, 11, 25))
    assert amounts() == ["45.000", "102.000"]
