"""The list of what to ask for, as a visitor uses it on a telephone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from build.commune import build, codes, found, product, write

from .conftest import PHONE, asked_for, resize, said, serving

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


class Visitor:
    """Someone with a telephone on the site at ``address``."""

    def __init__(self, driver: Chrome, address: str) -> None:
        self.driver = driver
        self.address = address

    def open(self, path: str) -> None:
        self.driver.get(f"{self.address}/{path}")

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def add(self, id: str, variant: int = 0, path: str = "san-pham") -> None:
        self.open(f"{path}/{id}.html")
        Select(self.one("#ask-sku")).select_by_index(variant)
        self.one("#ask-add button").click()

    def list(self, path: str = "hoi-mua.html") -> None:
        self.open(path)
        self.settle()

    def settle(self) -> None:
        """Wait until the products' pages have been asked for their prices."""
        WebDriverWait(self.driver, 5).until(
            lambda driver: driver.execute_script(
                "return performance.getEntriesByType('resource').filter(e => e.initiatorType === 'fetch').length"
            ) >= len({row.get_attribute("href") for row in self.all(".ask-name a")})
        )  # fmt: skip

    def messages(self, part: int = 0) -> list[str]:
        """Return the message to each seller, in the first language or the second."""
        groups = self.all(".ask-group")
        return [group.find_elements(By.CSS_SELECTOR, ".order-message")[part].text for group in groups]

    def sms(self, number: int = 0) -> str:
        """Return the text that the telephone would send to one seller."""
        href = self.all(".ask-group")[number].find_element(By.CSS_SELECTOR, "[data-kind=sms]").get_attribute("href")
        return unquote(href.partition("?&body=")[2], errors="strict")

    def press(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def tab_to(self, selector: str) -> None:
        """Go on with the tabulator until an element has the focus."""
        for _ in range(80):
            self.press(Keys.TAB)
            if self.driver.execute_script("return document.activeElement.matches(arguments[0])", selector):
                return
        raise AssertionError(f"the tabulator never reaches {selector}")


@pytest.fixture
def visitor(driver: Chrome, market: Path) -> Iterator[Visitor]:
    said(driver), asked_for(driver)
    with serving(market) as address:
        yield Visitor(driver, address)
        assert said(driver) == []
        assert [url for url in asked_for(driver) if not url.startswith(address)] == []


HELLO = "Chào Tổ Đá & Sông, tôi muốn hỏi mua:"
END = "Giao đến: …\nCho tôi biết còn hàng không, tổng tiền cả phí giao và ngày giao, cảm ơn."


def test_several_goods_of_a_seller_become_one_message(visitor: Visitor) -> None:
    visitor.add("che-mau")
    visitor.add("che-hai", 1)
    visitor.add("che-la", 1)
    visitor.one("#ask-add button").click()
    assert visitor.one("#ask-add [role=status]").text == f"Đã thêm: {ODD}, 200 g, số lượng 2."
    assert visitor.one(".tool-ask").text == "Hỏi mua (3)"
    visitor.one("#ask-add a").click()
    visitor.settle()
    first, second = visitor.messages()
    assert first == (
        f"{HELLO}\n1. Chè mẫu che-mau, 100 g (mã che-mau-100): 1 × 50.000 đồng = 50.000 đồng\n"
        f"2. {ODD}, 200 g (mã che-la-200): 2 × 2.500.000 đồng = 5.000.000 đồng\nCộng: 5.050.000 đồng.\n{END}"
    )
    assert "Chào Tổ hai" in second and "1 × 60.000 đồng = 60.000 đồng" in second
    assert [total.text for total in visitor.all(".ask-total")] == ["Cộng: 5.050.000 đồng.", "Cộng: 60.000 đồng."]
    assert visitor.sms(0) == first and visitor.sms(1) == second


def test_the_message_is_sent_to_the_seller_by_each_way_they_have(visitor: Visitor) -> None:
    visitor.add("che-mau")
    visitor.add("che-hai")
    visitor.list()
    links = [
        [link.get_attribute("href").partition("?")[0] for link in group.find_elements(By.CSS_SELECTOR, "[data-kind]")]
        for group in visitor.all(".ask-group")
    ]
    assert links == [
        ["https://zalo.me/0912345678", "sms:+84912345678", "https://m.me/to.da.song", "tel:+84912345678"],
        ["sms:+84987654321", "tel:+84987654321"],
    ]
    assert [how.is_displayed() for how in visitor.all(".ask-how")] == [True, False]


@pytest.mark.parametrize("way", ["[data-kind=zalo]", "[data-kind=messenger]", "[data-way=copy] button"])
def test_what_takes_no_text_gets_it_through_the_clipboard(visitor: Visitor, way: str) -> None:
    visitor.add("che-la")
    visitor.list()
    driver = visitor.driver
    driver.set_permissions("clipboard-read", "granted")
    driver.execute_script("addEventListener('click', (event) => event.preventDefault())")
    visitor.one(way).click()
    assert "Đã sao chép tin nhắn." in visitor.one("#ask-said").text
    kept = driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert kept == visitor.messages()[0] and ODD in kept


def test_numbers_change_the_message_and_are_kept(visitor: Visitor) -> None:
    visitor.add("che-mau")
    visitor.list()
    for _ in range(3):
        visitor.one("[data-do=more]").click()
    visitor.one("[data-do=less]").click()
    assert visitor.one(".ask-sum").text == "3 × 50.000 đồng = 150.000 đồng"
    field = visitor.one(".ask-stepper input")
    field.send_keys(Keys.BACKSPACE, "12")
    assert "12 × 50.000 đồng = 600.000 đồng" in visitor.messages()[0] and visitor.sms() == visitor.messages()[0]
    visitor.open("gioi-thieu.html")
    assert visitor.one(".tool-ask").text == "Hỏi mua (1)"
    visitor.one(".tool-ask").click()
    assert visitor.one(".ask-total").text == "Cộng: 600.000 đồng."
    visitor.driver.refresh()
    assert visitor.one(".ask-total").text == "Cộng: 600.000 đồng."


@pytest.mark.parametrize(("typed", "kept"), [("0", "1"), ("-5", "1"), ("2.4", "2"), ("5000", "999"), ("", "1")])
def test_a_number_that_makes_no_sense_is_put_right(visitor: Visitor, typed: str, kept: str) -> None:
    visitor.add("che-mau")
    visitor.list()
    field = visitor.one(".ask-stepper input")
    field.send_keys(Keys.BACKSPACE, typed, Keys.TAB)
    assert field.get_attribute("value") == kept
    assert f": {kept} × 50.000 đồng" in visitor.messages()[0]


def test_one_thing_is_removed_and_then_all(visitor: Visitor) -> None:
    for id in ("che-mau", "che-la", "che-hai"):
        visitor.add(id)
    visitor.list()
    visitor.all("[data-do=remove]")[1].click()
    assert visitor.one("#ask-said").text == f"Đã bỏ: {ODD}."
    assert [row.text for row in visitor.all(".ask-name a")] == ["Chè mẫu che-mau, 100 g", "Chè mẫu che-hai, 100 g"]
    visitor.one("#ask-clear").click()
    visitor.driver.switch_to.alert.dismiss()
    assert len(visitor.all(".ask-line")) == 2
    visitor.one("#ask-clear").click()
    visitor.driver.switch_to.alert.accept()
    assert visitor.all(".ask-line") == [] and visitor.one("#ask-empty").is_displayed()
    assert not visitor.one(".tool-ask").is_displayed()


def test_what_has_no_price_or_is_not_to_be_had_says_so_and_is_in_no_total(visitor: Visitor) -> None:
    for id in ("che-mau", "che-hoi", "che-het"):
        visitor.add(id)
    visitor.list()
    lines = visitor.messages()[0].split("\n")
    assert lines[2] == "2. Chè mẫu che-hoi, 100 g (mã che-hoi-100): số lượng 1, chưa có giá"
    assert lines[3].endswith("số lượng 1, trang ghi ngoài mùa vụ, bao giờ có lại?")
    assert lines[4] == "Cộng những món đã có giá: 50.000 đồng."
    notes = [note.text for note in visitor.all(".ask-note")]
    assert notes == ["", "Chưa có giá, hỏi người bán.", "Đang ngoài mùa vụ; tin nhắn sẽ hỏi bao giờ có lại."]


def test_a_service_is_booked_beside_goods(visitor: Visitor) -> None:
    visitor.add("di-rung")
    visitor.list()
    assert visitor.messages()[0].startswith("Chào Tổ Đá & Sông, tôi muốn đặt:\n1. Chè mẫu di-rung, 100 g")
    assert "Ngày đến, số người: …" in visitor.messages()[0] and "Giao đến" not in visitor.messages()[0]
    visitor.add("che-mau")
    visitor.list()
    lines = visitor.messages()[0].split("\n")
    assert lines[0] == HELLO and lines[2] == "Tôi cũng muốn đặt:" and lines[3].startswith("2. Chè mẫu di-rung")


@pytest.mark.parametrize("id", ["ruou-mau", "che-cu"])
def test_what_nobody_can_order_has_no_button(visitor: Visitor, id: str) -> None:
    visitor.open(f"san-pham/{id}.html")
    assert visitor.all("#ask-add") == visitor.all("#ask-data") == []


def _spoil(visitor: Visitor, **changed: object) -> None:
    """Change what is kept, as if it had been added on another day."""
    visitor.driver.execute_script(
        "const key = Object.keys(localStorage)[0];"
        "localStorage.setItem(key, JSON.stringify(JSON.parse(localStorage.getItem(key))"
        ".map((item) => ({...item, ...arguments[0]}))));", changed,
    )  # fmt: skip


def test_a_price_of_another_day_gives_way_to_todays(visitor: Visitor) -> None:
    visitor.add("che-mau")
    _spoil(visitor, price=45_000, put=45_000)
    visitor.list()
    WebDriverWait(visitor.driver, 5).until(lambda _: visitor.one(".ask-note").text)
    assert visitor.one(".ask-note").text == "Giá đã đổi; lúc thêm vào là 45.000 đồng."
    assert "1 × 50.000 đồng = 50.000 đồng" in visitor.messages()[0]


def test_a_visit_to_the_product_brings_its_entry_up_to_date(visitor: Visitor) -> None:
    visitor.add("che-mau")
    _spoil(visitor, price=45_000, state="out")
    visitor.open("san-pham/che-mau.html")
    kept = visitor.driver.execute_script("return localStorage.getItem(Object.keys(localStorage)[0])")
    assert (json.loads(kept)[0]["price"], json.loads(kept)[0]["state"]) == (50_000, "")


def test_what_is_sold_no_longer_leaves_the_message(visitor: Visitor) -> None:
    visitor.add("che-mau")
    visitor.add("che-la")
    _spoil(visitor, id="ruou-mau")  # a page without anything to order
    visitor.list()
    WebDriverWait(visitor.driver, 5).until(lambda _: visitor.one(".ask-note").text)
    assert visitor.one(".ask-note").text == "Trang không còn bán món này; không có trong tin nhắn."
    assert not visitor.one(".ask-send").is_displayed() and visitor.one(".ask-total").text == ""


def test_the_list_works_without_a_network(visitor: Visitor) -> None:
    visitor.add("che-mau")
    visitor.list()
    driver = visitor.driver
    driver.set_network_conditions(offline=True, latency=0, throughput=-1)
    try:
        visitor.one("[data-do=more]").click()
        assert "2 × 50.000 đồng = 100.000 đồng" in visitor.sms()
        visitor.one("[data-way=copy] button").click()
        assert visitor.one("#ask-said").text == "Đã sao chép tin nhắn."
    finally:
        driver.delete_network_conditions()


def test_the_list_works_from_a_folder(driver: Chrome, market: Path) -> None:
    said(driver)
    visitor = Visitor(driver, market.as_uri())
    visitor.add("che-mau")
    visitor.add("che-la")
    visitor.open("hoi-mua.html")
    assert "Cộng: 1.300.000 đồng." in visitor.messages()[0]
    visitor.all(".ask-name a")[1].click()
    assert visitor.one("h1").text == ODD
    assert said(driver) == []


def test_without_scripts_there_are_the_plain_ways_to_the_seller(visitor: Visitor) -> None:
    visitor.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        visitor.open("san-pham/che-mau.html")
        assert not visitor.one("#ask-add").is_displayed() and not visitor.one(".tool-ask").is_displayed()
        shown = [link.get_attribute("href") for link in visitor.all(".ways a") if link.is_displayed()]
        assert [link.partition("?")[0] for link in shown] == [
            "tel:+84912345678", "https://zalo.me/0912345678", "sms:+84912345678", "https://m.me/to.da.song",
            "https://www.facebook.com/to.da.song",
        ]  # fmt: skip
        visitor.open("hoi-mua.html")
        assert visitor.one("#ask-plain").is_displayed() and not visitor.one("#ask").is_displayed()
        assert [link.text for link in visitor.all("#ask-plain a")] == ["Sản phẩm", "Người làm", "Liên hệ"]
    finally:
        visitor.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_where_the_browser_keeps_nothing_the_page_is_as_without_scripts(visitor: Visitor) -> None:
    source = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    made = visitor.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    try:
        visitor.open("san-pham/che-mau.html")
        assert not visitor.one("#ask-add").is_displayed()
        visitor.open("hoi-mua.html")
        assert visitor.one("#ask-plain").is_displayed()
    finally:
        visitor.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


def test_a_full_store_is_told_and_nothing_else_breaks(visitor: Visitor) -> None:
    visitor.open("san-pham/che-mau.html")
    visitor.driver.execute_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    visitor.one("#ask-add button").click()
    assert visitor.one("#ask-add [role=status]").text == "Máy không lưu được thêm."
    assert not visitor.one(".tool-ask").is_displayed()


def test_a_telephone_that_shares_is_handed_the_message(visitor: Visitor) -> None:
    visitor.add("che-la")
    visitor.list()
    assert visitor.all("[data-way=share]") == []
    source = "navigator.share = async (what) => { window.handed = what; }"
    made = visitor.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    try:
        visitor.list()
        visitor.one("[data-way=share] button").click()
        assert visitor.driver.execute_script("return handed") == {"text": visitor.messages()[0]}
    finally:
        visitor.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


@pytest.mark.parametrize("kept", ["{", "7", "[null, 7, {}]", '[{"sku": "x"}]'])
def test_a_spoilt_list_is_an_empty_one(visitor: Visitor, kept: str) -> None:
    visitor.add("che-mau")
    visitor.driver.execute_script("localStorage.setItem(Object.keys(localStorage)[0], arguments[0])", kept)
    visitor.list()
    assert visitor.one("#ask-empty").is_displayed() and not visitor.one(".tool-ask").is_displayed()


def test_the_keyboard_alone_is_enough(visitor: Visitor) -> None:
    visitor.open("san-pham/che-mau.html")
    visitor.tab_to("#ask-sku")
    visitor.press(Keys.ARROW_DOWN)
    visitor.tab_to("#ask-add button")
    visitor.press(Keys.ENTER)
    visitor.tab_to("#ask-add a")
    visitor.press(Keys.ENTER)
    visitor.settle()
    assert visitor.driver.current_url == f"{visitor.address}/hoi-mua.html"
    visitor.tab_to("[data-do=more]")
    visitor.press(Keys.ENTER, Keys.ENTER)
    assert "3 × 100.000 đồng = 300.000 đồng" in visitor.messages()[0]
    visitor.tab_to("[data-do=remove]")
    visitor.tab_to("[data-kind=sms]")
    visitor.tab_to("[data-way=copy] button")
    visitor.press(Keys.ENTER)
    assert visitor.one("#ask-said").text == "Đã sao chép tin nhắn."
    assert visitor.driver.execute_script("return document.activeElement.closest('[data-way]').dataset.way") == "copy"
    visitor.driver.execute_script("document.querySelector('[data-do=less]').focus()")
    visitor.tab_to("[data-do=remove]")
    visitor.press(Keys.ENTER)
    focused = visitor.driver.switch_to.active_element
    assert focused.text == "Xem sản phẩm" and visitor.one("#ask-said").text == "Đã bỏ: Chè mẫu che-mau."


def test_in_english_the_message_is_in_both_languages(visitor: Visitor) -> None:
    visitor.add("che-mau", 1, "en/products")
    assert visitor.one(".tool-ask").text == "Enquiry (1)"
    visitor.list("en/ask.html")
    assert visitor.messages(0)[0].startswith(f"{HELLO}\n1. Chè mẫu che-mau, 200 g (mã che-mau-200): 1 × 100.000 đồng")
    assert visitor.messages(1)[0].startswith(
        "Hello Stone & River group, I would like to buy:\n1. Sample tea che-mau, 200 g (code che-mau-200): "
        "1 × 100,000 VND = 100,000 VND\nTotal: 100,000 VND."
    )
    assert visitor.sms() == f"{visitor.messages(0)[0]}\n\n{visitor.messages(1)[0]}"
    assert visitor.one(".ask-group h2").get_attribute("lang") == ""
    visitor.list("hoi-mua.html")
    assert visitor.one(".ask-name a").text == "Chè mẫu che-mau, 200 g"


def test_another_tab_is_told(visitor: Visitor) -> None:
    visitor.add("che-mau")
    visitor.list()
    driver = visitor.driver
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    visitor.add("che-la")
    driver.close()
    driver.switch_to.window(first)
    WebDriverWait(driver, 5).until(lambda _: len(visitor.all(".ask-line")) == 2)
    assert visitor.one(".tool-ask").text == "Hỏi mua (2)"


@pytest.mark.parametrize("width", [320, 360])
def test_the_list_fits_a_narrow_phone_and_a_thumb(visitor: Visitor, width: int) -> None:
    for id in ("che-mau", "che-la", "che-hoi"):
        visitor.add(id)
    resize(visitor.driver, width, 740)
    try:
        for path in ("hoi-mua.html", "en/ask.html", "san-pham/che-la.html", "en/products/che-la.html"):
            visitor.open(path)
            wide, small = visitor.driver.execute_script(
                "return [document.documentElement.scrollWidth, [...document.querySelectorAll("
                "'#ask button, #ask input, #ask .ways a, #ask-add button, #ask-add select, #ask-add a, .tool-ask')]"
                ".filter((e) => e.checkVisibility()).map((e) => [e.getBoundingClientRect(), e.outerHTML])"
                ".filter(([box]) => box.width < 44 || box.height < 44).map(([box, html]) => html)]"
            )
            assert (path, wide, small) == (path, width, [])
    finally:
        resize(visitor.driver, *PHONE)
