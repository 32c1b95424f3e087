"""The list of what to ask for in a third language, whose visitors write to sellers that read Vietnamese."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from build.commune import FILES, build, codes, found, product, write

from .conftest import Visit, Visitor

MAKER = """
    kind: hợp tác xã
    name: {vi: Tổ mẫu, en: Sample group}
    phone: 0912 345 678
    """
MESSAGES = (
    "Chào Tổ mẫu, tôi muốn hỏi mua:\n"
    "1. Chè mẫu che-la, 200 g (mã che-la-200): 2 × 2.500.000 đồng = 5.000.000 đồng\n"
    "2. Chè mẫu che-hai, 100 g (mã che-hai-100): 1 × 30.000 đồng = 30.000 đồng\n"
    "Cộng: 5.030.000 đồng.\nGiao đến: …\n"
    "Cho tôi biết còn hàng không, tổng tiền cả phí giao và ngày giao, cảm ơn.",
    "Sample group您好，我想询购：\n"
    "1. Sample tea che-la，200 g（编号 che-la-200）：2 × 2,500,000 越南盾 = 5,000,000 越南盾\n"
    "2. 茶二，100 g（编号 che-hai-100）：1 × 30,000 越南盾 = 30,000 越南盾\n"
    "合计：5,030,000 越南盾。\n送货地址：…\n请告知是否有货、含运费的总价和送货日期，谢谢。",
)


@pytest.fixture(scope="session")
def market(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Build a small commune that speaks Chinese too, and return its address."""
    root = found(tmp_path_factory.mktemp("hoi-mua-ba-tieng") / "xa")
    write(root, "commune.yaml", FILES["commune.yaml"].replace("languages: [vi, en]", "languages: [vi, en, zh]"))
    write(root, "content/producers/to-mau.yaml", MAKER)
    write(root, "products/che-la/product.yaml", product("che-la", 1_250_000))
    write(root, "products/che-hai/product.yaml", product("che-hai", 30_000).replace("{vi:", "{zh: 茶二, vi:", 1))
    outcome = build(root)
    assert outcome.ok, codes(outcome)
    return serve(root / "output")


@pytest.fixture
def guest(visit: Visit, market: str) -> Visitor:
    """Someone who has put two teas on the list, in Chinese."""
    guest = visit(site=market)
    page = guest.open("zh/products/che-la.html")
    assert page.locator("#ask-sku option").all_inner_texts() == [
        "100 g · 1,250,000\u00a0越南盾", "200 g · 2,500,000\u00a0越南盾",
    ]  # fmt: skip
    page.select_option("#ask-sku", index=1)
    page.click("#ask-add button")
    page.click("#ask-add button")
    assert page.inner_text("#ask-add [role=status]") == "已加入：Sample tea che-la, 200 g，数量 2。"
    guest.open("zh/products/che-hai.html").click("#ask-add button")
    guest.open("zh/ask.html").wait_for_selector(".ask-line")
    return guest


def test_the_message_is_vietnamese_first_and_then_the_visitors_own(guest: Visitor) -> None:
    parts = guest.page.locator(".order-message").all()
    assert tuple(part.inner_text() for part in parts) == MESSAGES
    assert [part.get_attribute("lang") for part in parts] == ["vi", "zh-Hans"]
    href = guest.page.get_attribute("[data-kind=sms]", "href") or ""
    assert unquote(href.partition("&body=")[2], errors="strict") == "\n\n".join(MESSAGES)
    assert (guest.messages, guest.foreign) == ([], [])


def test_names_that_are_not_translated_are_english_and_marked_so(guest: Visitor) -> None:
    names = guest.page.locator(".ask-group h2, .ask-name a").all()
    assert [(name.inner_text(), name.get_attribute("lang")) for name in names] == [
        ("Sample group", "en"), ("Sample tea che-la, 200 g", "en"), ("茶二, 100 g", None),
    ]  # fmt: skip


def test_the_list_can_be_read_in_each_of_the_sites_languages(guest: Visitor) -> None:
    totals = []
    for path in ("hoi-mua.html", "en/ask.html", "zh/ask.html"):
        page = guest.open(path)
        totals.append(page.inner_text(".ask-total"))
    assert totals == ["Cộng: 5.030.000 đồng.", "Total: 5,030,000 VND.", "合计：5,030,000 越南盾。"]
    assert guest.page.evaluate("document.documentElement.scrollWidth") == 360
