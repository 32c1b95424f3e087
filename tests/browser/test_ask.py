"""The list of what to ask for, as a visitor uses it on a telephone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, expect

from build.commune import build, codes, found, product, write

from .conftest import PHONE, Visit, Visitor

MAKERS = {
    "to-mau": """
        kind: hợp tác xã
        name: {vi: "Tổ Đá & Sông", en: "Stone & River group"}
        phone: 0912 345 678
        zalo: 0912 345 678
        facebook: https://www.facebook.com/to.da.song
        """,
    "to-hai": """
        kind: hợp tác xã
        name: {vi: Tổ hai, en: Second group}
        phone: 0987 654 321
        """,
}
ODD = "Chè #1 Đèo & 100% mật 🍯"
GOODS = {
    "che-mau": product("che-mau", 50_000),
    "che-la": product("che-la", 1_250_000).replace('"Chè mẫu che-la"', f'"{ODD}"'),
    "che-hai": product("che-hai", 30_000).replace("to-mau", "to-hai"),
    "che-het": product("che-het", 40_000, "season: [6]\n"),
    "che-hoi": product("che-hoi").replace("    price: 50000\n", "").replace("    price: 100000\n", ""),
    "di-rung": product("di-rung", 200_000, "kind: service\n").replace("category: che\n", "category: trai-nghiem\n"),
    "ruou-mau": product("ruou-mau", more="restricted: alcohol\nalcohol: 30\n").replace(": che\n", ": ruou\n"),
    "che-cu": product("che-cu").replace("    net:", "    status: ngừng bán\n    net:"),
}  # fmt: skip


@pytest.fixture(scope="session")
def market(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a made-up commune whose sellers have telephones, and return its output."""
    root = found(tmp_path_factory.mktemp("hoi-mua") / "xa")
    for id, text in MAKERS.items():
        write(root, f"content/producers/{id}.yaml", text)
    for id, text in GOODS.items():
        write(root, f"products/{id}/product.yaml", text)
    outcome = build(root)
    assert outcome.ok, codes(outcome)
    return root / "output"


SETTLED = """async () => {
  const pages = new Set([...document.querySelectorAll(".ask-name a")].map(link => link.href));
  const asked = () => performance.getEntriesByType("resource").filter(entry => entry.initiatorType === "fetch");
  for (let tries = 0; asked().length < pages.size; tries++) {
    if (tries > 500) throw new Error(`asked for ${asked().length} of ${pages.size} pages`);
    await new Promise(done => setTimeout(done, 10));
  }
}"""


class Buyer:
    """A visitor who puts goods on the list."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.page = visitor.page
        self.said = self.page.locator("#ask-said")
        self.counter = self.page.locator(".tool-ask")

    def open(self, path: str) -> None:
        self.visitor.open(path)

    def one(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def add(self, id: str, variant: int = 0, path: str = "san-pham") -> None:
        self.open(f"{path}/{id}.html")
        self.one("#ask-sku").select_option(index=variant)
        self.one("#ask-add button").click()

    def list(self, path: str = "hoi-mua.html") -> None:
        self.open(path)
        self.settle()

    def settle(self) -> None:
        """Wait until the products' pages have been asked for their prices."""
        self.page.evaluate(SETTLED)

    def messages(self, part: int = 0) -> list[str]:
        """Return the message to each seller, in the first language or the second."""
        groups = self.one(".ask-group").all()
        return [group.locator(".order-message").nth(part).inner_text() for group in groups]

    def sms(self, number: int = 0) -> str:
        """Return the text that the telephone would send to one seller."""
        href = self.one(".ask-group").nth(number).locator("[data-kind=sms]").get_attribute("href")
        return unquote((href or "").partition("?&body=")[2], errors="strict")

    def tab_to(self, selector: str) -> None:
        """Go on with the tabulator until an element has the focus."""
        for _ in range(80):
            self.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the tabulator never reaches {selector}")

    def type_number(self, typed: str) -> None:
        """Put another number over the first one of the list."""
        self.one(".ask-stepper input").first.select_text()
        self.press("Backspace")
        self.page.keyboard.type(typed)


@pytest.fixture(scope="session")
def market_site(market: Path, serve: Callable[[Path], str]) -> str:
    return serve(market)


@pytest.fixture
def buyer(visit: Visit, market_site: str) -> Iterator[Buyer]:
    visitor = visit(market_site)
    yield Buyer(visitor)
    assert visitor.messages == []
    assert visitor.foreign == []


HELLO = "Chào Tổ Đá & Sông, tôi muốn hỏi mua:"
HREFS = "links => links.map(link => link.getAttribute('href'))"
END = "Giao đến: …\nCho tôi biết còn hàng không, tổng tiền cả phí giao và ngày giao, cảm ơn."


def test_several_goods_of_a_seller_become_one_message(buyer: Buyer) -> None:
    buyer.add("che-mau")
    buyer.add("che-hai", 1)
    buyer.add("che-la", 1)
    buyer.one("#ask-add button").click()
    expect(buyer.one("#ask-add [role=status]")).to_have_text(f"Đã thêm: {ODD}, 200 g, số lượng 2.")
    expect(buyer.counter).to_have_text("Hỏi mua (3)")
    buyer.one("#ask-add a").click()
    buyer.settle()
    expect(buyer.one(".order-message")).to_have_count(2)
    assert all(message.is_visible() for message in buyer.one(".order-message").all())
    first, second = buyer.messages()
    assert first == (
        f"{HELLO}\n1. Chè mẫu che-mau, 100 g (mã che-mau-100): 1 × 50.000 đồng = 50.000 đồng\n"
        f"2. {ODD}, 200 g (mã che-la-200): 2 × 2.500.000 đồng = 5.000.000 đồng\nCộng: 5.050.000 đồng.\n{END}"
    )
    assert "Chào Tổ hai" in second and "1 × 60.000 đồng = 60.000 đồng" in second
    expect(buyer.one(".ask-total")).to_have_text(["Cộng: 5.050.000 đồng.", "Cộng: 60.000 đồng."])
    assert buyer.sms(0) == first and buyer.sms(1) == second


def test_the_message_is_sent_to_the_seller_by_each_way_they_have(buyer: Buyer) -> None:
    buyer.add("che-mau")
    buyer.add("che-hai")
    buyer.list()
    links = [
        [href.partition("?")[0] for href in group.locator("[data-kind]").evaluate_all(HREFS)]
        for group in buyer.one(".ask-group").all()
    ]
    assert links == [
        ["https://zalo.me/0912345678", "sms:+84912345678", "https://m.me/to.da.song", "tel:+84912345678"],
        ["sms:+84987654321", "tel:+84987654321"],
    ]
    assert [how.is_visible() for how in buyer.one(".ask-how").all()] == [True, False]


@pytest.mark.parametrize("way", ["[data-kind=zalo]", "[data-kind=messenger]", "[data-way=copy] button"])
def test_what_takes_no_text_gets_it_through_the_clipboard(buyer: Buyer, way: str) -> None:
    buyer.add("che-la")
    buyer.list()
    buyer.visitor.context.grant_permissions(["clipboard-read"])
    buyer.page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    buyer.one(way).click()
    expect(buyer.said).to_contain_text("Đã sao chép tin nhắn.")
    kept = buyer.page.evaluate("navigator.clipboard.readText()")
    assert kept == buyer.messages()[0] and ODD in kept


def test_numbers_change_the_message_and_are_kept(buyer: Buyer) -> None:
    buyer.add("che-mau")
    buyer.list()
    for _ in range(3):
        buyer.one("[data-do=more]").click()
    buyer.one("[data-do=less]").click()
    expect(buyer.one(".ask-sum")).to_have_text("3 × 50.000 đồng = 150.000 đồng")
    buyer.type_number("12")
    assert "12 × 50.000 đồng = 600.000 đồng" in buyer.messages()[0] and buyer.sms() == buyer.messages()[0]
    buyer.open("gioi-thieu.html")
    expect(buyer.counter).to_have_text("Hỏi mua (1)")
    buyer.counter.click()
    expect(buyer.one(".ask-total")).to_have_text("Cộng: 600.000 đồng.")
    buyer.page.reload()
    expect(buyer.one(".ask-total")).to_have_text("Cộng: 600.000 đồng.")


@pytest.mark.parametrize(("typed", "kept"), [("0", "1"), ("-5", "1"), ("2.4", "2"), ("5000", "999"), ("", "1")])
def test_a_number_that_makes_no_sense_is_put_right(buyer: Buyer, typed: str, kept: str) -> None:
    buyer.add("che-mau")
    buyer.list()
    buyer.type_number(typed)
    buyer.press("Tab")
    expect(buyer.one(".ask-stepper input")).to_have_value(kept)
    assert f": {kept} × 50.000 đồng" in buyer.messages()[0]


def test_one_thing_is_removed_and_then_all(buyer: Buyer) -> None:
    for id in ("che-mau", "che-la", "che-hai"):
        buyer.add(id)
    buyer.list()
    buyer.one("[data-do=remove]").nth(1).click()
    expect(buyer.said).to_have_text(f"Đã bỏ: {ODD}.")
    expect(buyer.one(".ask-name a")).to_have_text(["Chè mẫu che-mau, 100 g", "Chè mẫu che-hai, 100 g"])
    buyer.page.once("dialog", lambda dialog: dialog.dismiss())
    buyer.one("#ask-clear").click()
    expect(buyer.one(".ask-line")).to_have_count(2)
    buyer.page.once("dialog", lambda dialog: dialog.accept())
    buyer.one("#ask-clear").click()
    expect(buyer.one(".ask-line")).to_have_count(0)
    assert buyer.one("#ask-empty").is_visible()
    assert not buyer.counter.is_visible()


def test_what_has_no_price_or_is_not_to_be_had_says_so_and_is_in_no_total(buyer: Buyer) -> None:
    for id in ("che-mau", "che-hoi", "che-het"):
        buyer.add(id)
    buyer.list()
    lines = buyer.messages()[0].split("\n")
    assert lines[2] == "2. Chè mẫu che-hoi, 100 g (mã che-hoi-100): số lượng 1, chưa có giá"
    assert lines[3].endswith("số lượng 1, trang ghi ngoài mùa vụ, bao giờ có lại?")
    assert lines[4] == "Cộng những món đã có giá: 50.000 đồng."
    notes = buyer.one(".ask-note").all_inner_texts()
    assert notes == ["", "Chưa có giá, hỏi người bán.", "Đang ngoài mùa vụ; tin nhắn sẽ hỏi bao giờ có lại."]


def test_a_service_is_booked_beside_goods(buyer: Buyer) -> None:
    buyer.add("di-rung")
    buyer.list()
    assert buyer.messages()[0].startswith("Chào Tổ Đá & Sông, tôi muốn đặt:\n1. Chè mẫu di-rung, 100 g")
    assert "Ngày đến, số người: …" in buyer.messages()[0] and "Giao đến" not in buyer.messages()[0]
    buyer.add("che-mau")
    buyer.list()
    lines = buyer.messages()[0].split("\n")
    assert lines[0] == HELLO and lines[2] == "Tôi cũng muốn đặt:" and lines[3].startswith("2. Chè mẫu di-rung")


@pytest.mark.parametrize("id", ["ruou-mau", "che-cu"])
def test_what_nobody_can_order_has_no_button(buyer: Buyer, id: str) -> None:
    buyer.open(f"san-pham/{id}.html")
    expect(buyer.one("h1")).to_have_text(f"Chè mẫu {id}")
    expect(buyer.one("#ask-add, #ask-data")).to_have_count(0)


def _spoil(buyer: Buyer, **changed: object) -> None:
    """Change what is kept, as if it had been added on another day."""
    buyer.page.evaluate("""changed => {
        const key = Object.keys(localStorage)[0];
        const items = JSON.parse(localStorage.getItem(key));
        localStorage.setItem(key, JSON.stringify(items.map((item) => ({...item, ...changed}))));
    }""", changed)  # fmt: skip


def test_a_price_of_another_day_gives_way_to_todays(buyer: Buyer) -> None:
    buyer.add("che-mau")
    _spoil(buyer, price=45_000, put=45_000)
    buyer.list()
    expect(buyer.one(".ask-note")).to_have_text("Giá đã đổi; lúc thêm vào là 45.000 đồng.")
    assert "1 × 50.000 đồng = 50.000 đồng" in buyer.messages()[0]


def test_a_visit_to_the_product_brings_its_entry_up_to_date(buyer: Buyer) -> None:
    buyer.add("che-mau")
    _spoil(buyer, price=45_000, state="out")
    buyer.open("san-pham/che-mau.html")
    kept = buyer.page.evaluate("localStorage.getItem(Object.keys(localStorage)[0])")
    assert (json.loads(kept)[0]["price"], json.loads(kept)[0]["state"]) == (50_000, "")


def test_what_is_sold_no_longer_leaves_the_message(buyer: Buyer) -> None:
    buyer.add("che-mau")
    buyer.add("che-la")
    _spoil(buyer, id="ruou-mau")  # a page without anything to order
    buyer.list()
    expect(buyer.one(".ask-note")).to_have_text(["Trang không còn bán món này; không có trong tin nhắn."] * 2)
    assert not buyer.one(".ask-send").is_visible() and buyer.one(".ask-total").inner_text() == ""


def test_the_list_works_without_a_network(buyer: Buyer) -> None:
    buyer.add("che-mau")
    buyer.list()
    buyer.visitor.context.set_offline(True)
    buyer.one("[data-do=more]").click()
    assert "2 × 50.000 đồng = 100.000 đồng" in buyer.sms()
    buyer.one("[data-way=copy] button").click()
    expect(buyer.said).to_have_text("Đã sao chép tin nhắn.")


def test_the_list_works_from_a_folder(visit: Visit, market: Path) -> None:
    visitor = visit(market.as_uri())
    buyer = Buyer(visitor)
    buyer.add("che-mau")
    buyer.add("che-la")
    buyer.open("hoi-mua.html")
    assert "Cộng: 1.300.000 đồng." in buyer.messages()[0]
    buyer.one(".ask-name a").nth(1).click()
    expect(buyer.one("h1")).to_have_text(ODD)
    assert visitor.messages == []


def test_without_scripts_there_are_the_plain_ways_to_the_seller(visit: Visit, market_site: str) -> None:
    buyer = Buyer(visit(market_site, java_script_enabled=False))
    buyer.open("san-pham/che-mau.html")
    assert not buyer.one("#ask-add").is_visible() and not buyer.counter.is_visible()
    shown = buyer.one(".ways a:visible").evaluate_all(HREFS)
    assert [link.partition("?")[0] for link in shown] == [
        "tel:+84912345678", "https://zalo.me/0912345678", "sms:+84912345678", "https://m.me/to.da.song",
        "https://www.facebook.com/to.da.song",
    ]  # fmt: skip
    buyer.open("hoi-mua.html")
    assert buyer.one("#ask-plain").is_visible() and not buyer.one("#ask").is_visible()
    expect(buyer.one("#ask-plain a")).to_have_text(["Sản phẩm", "Người làm", "Liên hệ"])


def test_where_the_browser_keeps_nothing_the_page_is_as_without_scripts(buyer: Buyer) -> None:
    source = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    buyer.page.add_init_script(source)
    buyer.open("san-pham/che-mau.html")
    assert not buyer.one("#ask-add").is_visible()
    buyer.open("hoi-mua.html")
    assert buyer.one("#ask-plain").is_visible()


def test_a_full_store_is_told_and_nothing_else_breaks(buyer: Buyer) -> None:
    buyer.open("san-pham/che-mau.html")
    buyer.page.evaluate("""() => {
        Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };
    }""")
    buyer.one("#ask-add button").click()
    expect(buyer.one("#ask-add [role=status]")).to_have_text("Máy không lưu được thêm.")
    assert not buyer.counter.is_visible()


def test_a_telephone_that_shares_is_handed_the_message(buyer: Buyer) -> None:
    buyer.add("che-la")
    buyer.list()
    expect(buyer.one("[data-way=share]")).to_have_count(0)
    buyer.page.add_init_script("navigator.share = async (what) => { window.handed = what; }")
    buyer.list()
    buyer.one("[data-way=share] button").click()
    assert buyer.page.evaluate("handed") == {"text": buyer.messages()[0]}


SPOILT: dict[str, Any] = {
    "id": None, "sku": 5, "name": None, "option": 7, "state": "paused", "price": "1000", "put": -1, "count": "2",
    "by": {"id": "to-mau", "name": "Tổ"},
}  # fmt: skip


def test_entries_that_a_list_cannot_have_are_left_out_and_the_others_stay(buyer: Buyer) -> None:
    buyer.add("che-mau")
    spoil = """([key, value]) => {
      const place = Object.keys(localStorage)[0];
      const good = JSON.parse(localStorage[place]).find(({sku}) => sku === "che-mau-100");
      localStorage[place] = JSON.stringify([{...good, sku: "another", [key]: value}, good, {...good, count: 5}]);
    }"""
    counts: list[tuple[str, Any]] = [("count", number) for number in (0, -5, 1.5, 1000)]
    for key, value in (*SPOILT.items(), *counts, ("by", {"id": "x", "name": "X", "ways": {"call": 1}})):
        buyer.page.evaluate(spoil, [key, value])
        buyer.list()
        expect(buyer.one(".ask-line")).to_have_count(1)
        expect(buyer.counter).to_have_text("Hỏi mua (1)")
        assert "1 × 50.000 đồng = 50.000 đồng" in buyer.sms(), key


@pytest.mark.parametrize("kept", ["{", "7", "[null, 7, {}]", '[{"sku": "x"}]'])
def test_a_spoilt_list_is_an_empty_one(buyer: Buyer, kept: str) -> None:
    buyer.add("che-mau")
    buyer.page.evaluate("kept => localStorage.setItem(Object.keys(localStorage)[0], kept)", kept)
    buyer.list()
    assert buyer.one("#ask-empty").is_visible() and not buyer.counter.is_visible()


def test_the_keyboard_alone_is_enough(buyer: Buyer) -> None:
    buyer.open("san-pham/che-mau.html")
    buyer.tab_to("#ask-sku")
    buyer.press("ArrowDown")
    buyer.tab_to("#ask-add button")
    buyer.press("Enter")
    buyer.tab_to("#ask-add a")
    buyer.press("Enter")
    expect(buyer.page).to_have_url(f"{buyer.visitor.site}/hoi-mua.html")
    buyer.settle()
    buyer.tab_to("[data-do=more]")
    buyer.press("Enter", "Enter")
    assert "3 × 100.000 đồng = 300.000 đồng" in buyer.messages()[0]
    buyer.tab_to("[data-do=remove]")
    buyer.tab_to("[data-kind=sms]")
    buyer.tab_to("[data-way=copy] button")
    buyer.press("Enter")
    expect(buyer.said).to_have_text("Đã sao chép tin nhắn.")
    assert buyer.page.evaluate("document.activeElement.closest('[data-way]').dataset.way") == "copy"
    buyer.one("[data-do=less]").focus()
    buyer.tab_to("[data-do=remove]")
    buyer.press("Enter")
    expect(buyer.one(":focus")).to_have_text("Xem sản phẩm")
    expect(buyer.said).to_have_text("Đã bỏ: Chè mẫu che-mau.")


def test_in_english_the_message_is_in_both_languages(buyer: Buyer) -> None:
    buyer.add("che-mau", 1, "en/products")
    expect(buyer.counter).to_have_text("Enquiry (1)")
    buyer.list("en/ask.html")
    assert buyer.messages(0)[0].startswith(f"{HELLO}\n1. Chè mẫu che-mau, 200 g (mã che-mau-200): 1 × 100.000 đồng")
    assert buyer.messages(1)[0].startswith(
        "Hello Stone & River group, I would like to buy:\n1. Sample tea che-mau, 200 g (code che-mau-200): "
        "1 × 100,000 VND = 100,000 VND\nTotal: 100,000 VND."
    )
    assert buyer.sms() == f"{buyer.messages(0)[0]}\n\n{buyer.messages(1)[0]}"
    assert buyer.one(".ask-group h2").evaluate("heading => heading.lang") == ""
    buyer.list("hoi-mua.html")
    expect(buyer.one(".ask-name a")).to_have_text("Chè mẫu che-mau, 200 g")


def test_another_tab_is_told(buyer: Buyer) -> None:
    buyer.add("che-mau")
    buyer.list()
    other = buyer.visitor.context.new_page()
    other.goto(f"{buyer.visitor.site}/san-pham/che-la.html")
    other.locator("#ask-add button").click()
    expect(buyer.one(".ask-line")).to_have_count(2)
    expect(buyer.counter).to_have_text("Hỏi mua (2)")


def test_what_the_keys_reach_does_not_stand_below_the_message(buyer: Buyer) -> None:
    for id in ("che-mau", "che-la", "che-hai"):
        buyer.add(id)
    buyer.list()
    buyer.one("[data-way=copy] button").last.click()
    expect(buyer.said).to_have_text("Đã sao chép tin nhắn.")
    seen = 0
    while True:
        buyer.press("Shift+Tab")
        at = buyer.page.evaluate("""() => {
          const one = document.activeElement.closest("#ask a, #ask button, #ask input");
          return one && [one.getBoundingClientRect().top, document.getElementById("ask-said").getBoundingClientRect()];
        }""")
        if not at:
            break
        top, said = at
        assert top >= said["bottom"] or top < said["top"], seen
        seen += 1
    assert seen > 15


SMALL = """() => [document.documentElement.scrollWidth, [...document.querySelectorAll(
  "#ask button, #ask input, #ask .ways a, #ask-add button, #ask-add select, #ask-add a, .tool-ask"
)].filter(one => one.checkVisibility()).filter(one => {
  const box = one.getBoundingClientRect();
  return box.width < 44 || box.height < 44;
}).map(one => one.outerHTML)]"""


@pytest.mark.parametrize("width", [320, 360])
def test_the_list_fits_a_narrow_phone_and_a_thumb(visit: Visit, market_site: str, width: int) -> None:
    buyer = Buyer(visit(market_site, on=PHONE | {"viewport": {"width": width, "height": 740}}))
    for id in ("che-mau", "che-la", "che-hoi"):
        buyer.add(id)
    for path in ("hoi-mua.html", "en/ask.html", "san-pham/che-la.html", "en/products/che-la.html"):
        buyer.open(path)
        wide, small = buyer.page.evaluate(SMALL)
        assert (path, wide, small) == (path, width, [])
