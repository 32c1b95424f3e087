"""The demo in a real browser: narrow phones, dark mode, the console, and who is asked for what."""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize
from urllib.parse import quote

import pytest

from .conftest import Browser

DARK = "--blink-settings=preferredColorScheme=0"


def _pages(browser: Browser) -> list[str]:
    return [page.path for page in browser.built.pages()]


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_asks_another_host_or_has_tiny_targets(browser: Browser, width: int) -> None:
    seen, said = browser.look(_pages(browser), width)
    assert len(seen) == len(_pages(browser))
    assert [(page["path"], page["wide"]) for page in seen if page["wide"] > width] == []
    assert [(page["path"], page["foreign"]) for page in seen if page["foreign"]] == []
    assert [(page["path"], page["small"]) for page in seen if page["small"]] == []
    assert said == ""


def test_dark_pages_have_light_text_on_dark_ground(browser: Browser) -> None:
    shade = """(() => {
      const light = colour => { const [r, g, b] = colour.match(/[0-9.]+/g).map(Number); return (r + g + b) / 3; };
      const style = frame.contentWindow.getComputedStyle(doc.body);
      return [light(style.color), light(style.backgroundColor)];
    })()"""
    seen, _ = browser.look(["index.html", "san-pham/dao-pha.html"], 360, DARK, extra=shade)
    for page in seen:
        text, ground = page["extra"]
        assert text > 180, page
        assert ground < 60, page


def _search(browser: Browser, query: str, lang: str = "vi") -> tuple[list[str], str]:
    """Return the addresses found, best first, and what the page says of their number."""
    page = "tim-kiem.html" if lang == "vi" else f"{lang}/search.html"
    dom, log = browser.run(f"{browser.address}/{page}?q={quote(query)}", milliseconds=8_000)
    listed = re.search(r'<ol[^>]*id="search-found"[^>]*>(.*?)</ol>', dom, re.DOTALL)
    counted = re.search(r'<p[^>]*id="search-count"[^>]*>(.*?)</p>', dom, re.DOTALL)
    assert listed and counted, log[-500:]
    return re.findall(r'href="([^"]+)"', listed[1]), unescape(counted[1])


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
def test_search_finds_however_it_is_typed(browser: Browser, query: str, lang: str, path: str) -> None:
    assert path in _search(browser, query, lang)[0]


def test_search_matches_where_words_begin_and_puts_exact_marks_first(browser: Browser) -> None:
    assert _search(browser, "ao pha")[0] == []
    stones = _search(browser, "đá")[0]
    assert stones[0] in {"dia-diem/lang-da-khuoi-ky.html", "luu-tru/homestay-khuoi-ky.html"}
    assert "san-pham/dao-pha.html" in stones


def test_search_says_how_much_it_found(browser: Browser) -> None:
    assert _search(browser, "zzzz") == ([], "Không thấy gì. Thử ít chữ hơn, hoặc xem các mục dưới đây.")
    assert _search(browser, "mác lịch") == (["san-pham/hat-de-trung-khanh.html"], "1 kết quả")
    found, said = _search(browser, "phuc sen")
    assert said == f"{len(found)} kết quả" and len(found) > 5
    assert _search(browser, "!!!") == ([], "")


def test_pages_read_and_link_from_a_folder_without_a_server(browser: Browser) -> None:
    page = (browser.built.output / "san-pham" / "dao-pha.html").as_uri()
    dom, log = browser.run(page, milliseconds=4_000)
    assert "Dao pha" in dom
    # Chromium asks for the manifest even here, where there can be none, and says so in the console.
    said = [line for line in log.splitlines() if "CONSOLE" in line and "manifest.webmanifest" not in line]
    assert said == []
