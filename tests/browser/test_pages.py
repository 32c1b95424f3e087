"""The demo in a real browser: narrow phones, dark mode, the console, and who is asked for what."""

from __future__ import annotations

import pytest

from .conftest import Browser

DARK = "--blink-settings=preferredColorScheme=0"


def _pages(browser: Browser) -> list[str]:
    return [page.path for page in browser.built.pages() if not page.path.endswith("404.html")]


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


def test_search_finds_without_accents_and_by_a_former_name(browser: Browser) -> None:
    for query, found in (
        ("dao+pha+pac+rang", "san-pham/dao-pha.html"),
        ("huong+phia+thap", "san-pham/huong-phia-thap.html"),
    ):
        dom, log = browser.run(f"{browser.address}/tim-kiem.html?q={query}", milliseconds=8_000)
        assert f'href="{found}"' in dom, (query, log[-500:])


def test_pages_read_and_link_from_a_folder_without_a_server(browser: Browser) -> None:
    page = (browser.built.output / "san-pham" / "dao-pha.html").as_uri()
    dom, log = browser.run(page, milliseconds=4_000)
    assert "Dao pha" in dom
    assert "CONSOLE" not in log
