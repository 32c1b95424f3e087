"""Search as it is typed: with and without marks, in any form of Unicode, in all languages."""

from __future__ import annotations

import json
from unicodedata import normalize
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from .conftest import Visitor


def _search(visitor: Visitor, query: str, lang: str = "vi") -> tuple[list[str], str]:
    """Return the addresses found, best first, and what the page says of their number."""
    page = visitor.open(f"{'tim-kiem.html' if lang == 'vi' else f'{lang}/search.html'}?q={quote(query)}")
    if any(letter.isalnum() for letter in query):
        expect(page.locator("#search-count")).not_to_be_empty()
    found = page.eval_on_selector_all("#search-found a", "links => links.map(link => link.getAttribute('href'))")
    return found, page.locator("#search-count").inner_text()


@pytest.mark.parametrize(
    ("query", "lang", "path"),
    [
        ("dao pha pac rang", "vi", "san-pham/dao-pha.html"),
        ("huong phia thap", "vi", "san-pham/huong-phia-thap.html"),
        ("Phúc Sen", "vi", "san-pham/dao-pha.html"),
        ("Phúc Sen", "vi", "gioi-thieu.html"),
        ("mác lịch", "vi", "san-pham/hat-de-trung-khanh.html"),
        ("liên hệ", "vi", "lien-he.html"),
        ("payment", "en", "../en/payment.html"),
        ("瀑布", "zh", "../zh/places/thac-ban-gioc.html"),
        ("德天", "zh", "../zh/places/thac-ban-gioc.html"),
        ("Bản Giốc", "zh", "../zh/places/thac-ban-gioc.html"),
        ("ĐÈO MÃ PHỤC", "vi", "dia-diem/deo-ma-phuc.html"),
        (normalize("NFD", "Đèo Mã Phục"), "vi", "dia-diem/deo-ma-phuc.html"),
        ("“dao-pha”, pác rằng!", "vi", "san-pham/dao-pha.html"),
    ],
)
def test_search_finds_however_it_is_typed(phone: Visitor, query: str, lang: str, path: str) -> None:
    assert path in _search(phone, query, lang)[0]


def test_search_matches_where_words_begin_and_puts_exact_marks_first(phone: Visitor) -> None:
    assert _search(phone, "ao pha")[0] == []
    stones = _search(phone, "đá")[0]
    assert stones[0] in {"dia-diem/lang-da-khuoi-ky.html", "luu-tru/homestay-khuoi-ky.html"}
    assert "san-pham/dao-pha.html" in stones


def test_search_says_how_much_it_found(phone: Visitor) -> None:
    assert _search(phone, "zzzz") == ([], "Không thấy gì. Thử ít chữ hơn, hoặc xem các mục dưới đây.")
    assert _search(phone, "mác lịch") == (["san-pham/hat-de-trung-khanh.html"], "1 kết quả")
    found, said = _search(phone, "phuc sen")
    assert said == f"{len(found)} kết quả" and len(found) > 5
    assert _search(phone, "!!!") == ([], "")


def test_search_that_finds_too_much_shows_the_closest_and_says_so(phone: Visitor) -> None:
    entries = [[f"Món {n}", "", f"san-pham/mon-{n}.html", "product"] for n in range(3000)]
    script = f"self.chophienSearch = {json.dumps(entries)};"
    phone.context.route("**/tim-kiem-vi.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    found, said = _search(phone, "mon")
    assert len(found) == 50 and said.startswith("Hơn 50 kết quả")
    found, said = _search(phone, "mon 2999")
    assert (found, said) == (["san-pham/mon-2999.html"], "1 kết quả")


def test_search_answers_while_one_types(phone: Visitor) -> None:
    page = phone.open("tim-kiem.html")
    page.get_by_role("searchbox").press_sequentially("mac lich")
    expect(page.locator("#search-found a")).to_have_attribute("href", "san-pham/hat-de-trung-khanh.html")
    assert phone.messages == []
