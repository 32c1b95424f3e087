"""The demo in a real browser: narrow phones, large text, the console, keys, and who is asked for what."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from demo.reading import Built

from .conftest import DESKTOP, Visit, Visitor

NARROW = {"viewport": {"width": 320, "height": 740}, "has_touch": True}
TINY = """() => [...document.querySelectorAll("a, button, summary, input")].filter(one => {
  const box = one.getBoundingClientRect();
  const shown = box.width && box.height && getComputedStyle(one).display !== "inline";
  return shown && (box.height < 24 || box.width < 24);
}).map(one => one.outerHTML.slice(0, 80))"""
CONTROLS = (
    ".brand", ".tools > *", ".menu a", ".button", ".chips a", ".pager a", "summary", ".ways a", ".search input",
    ".map-list .meta a", ".year a", ".services a",
)  # fmt: skip
"""What a finger uses most; 44 CSS pixels is what WCAG 2.5.5 and phone makers ask for."""
SMALL = """selector => [...document.querySelectorAll(selector)].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width && box.height && (box.height < 43.9 || box.width < 43.9);
}).map(one => one.outerHTML.slice(0, 120))"""
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`p { margin-block-end: 2em !important }
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
OVER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  if (one === document.body) return null;
  const lines = [...one.getClientRects()];
  const at = line => document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  return {
    what: one.outerHTML.slice(0, 100),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: lines.some(line => { const there = at(line); return there && (one.contains(there) || there.contains(one)); }),
  };
}"""


def test_no_page_scrolls_sideways_complains_asks_another_host_or_has_tiny_targets(visit: Visit, demo: Built) -> None:
    visitor = visit(on=NARROW)
    wrong = []
    for path in (page.path for page in demo.pages()):
        for width in (320, 1280):
            visitor.page.set_viewport_size({"width": width, "height": 800})
            page = visitor.page if visitor.page.url.endswith(f"/{path}") else visitor.open(path)
            wrong += [(path, width, "too wide")] * (page.evaluate(OVER) > 0)
            wrong += [(path, width, tiny) for tiny in page.evaluate(TINY)]
    assert wrong == []
    assert visitor.foreign == []
    assert visitor.messages == []


def _large(page: Page) -> None:
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def _spaced(page: Page) -> None:
    page.evaluate(SPACING)


@pytest.mark.parametrize("change", [_large, _spaced])
def test_large_or_wide_text_fits_a_narrow_phone_in_every_language(
    visit: Visit, kinds: dict[tuple[str, str], str], change: Callable[[Page], None]
) -> None:
    visitor = visit(on=NARROW)
    for id in ("dao-pha", "hat-de-trung-khanh"):
        visitor.open(f"san-pham/{id}.html").click("#ask-add button")
    wide = {}
    for known, path in kinds.items():
        page = visitor.open(path)
        if known[0] == "ask":
            page.wait_for_selector(".ask-line")
        change(page)
        wide[known] = page.evaluate(OVER)
    assert {known: over for known, over in wide.items() if over > 0} == {}


def test_main_controls_are_as_large_as_a_fingertip(phone: Visitor, vietnamese: dict[str, str]) -> None:
    small = []
    for kind, path in vietnamese.items():
        page = phone.open(path)
        page.evaluate("document.getElementById('menu').showPopover()")
        small += [(kind, one) for one in page.evaluate(SMALL, ", ".join(CONTROLS))]
    assert small == []


def test_a_short_text_stays_with_its_heading_beside_the_pages_of_its_group(
    desktop: Visitor, vietnamese: dict[str, str]
) -> None:
    page = desktop.open(vietnamese["payment"])
    page.evaluate("document.querySelector('.prose').replaceChildren('Trả khi nhận.')")
    gap = """() => document.querySelector(".prose").getBoundingClientRect().top -
      document.querySelector(".page-head").getBoundingClientRect().bottom"""
    beside = page.locator(".beside").bounding_box()
    assert beside and beside["height"] > 150
    assert page.evaluate(gap) == 0


@pytest.mark.parametrize("kind", ["home", "product", "search", "kit"])
def test_keys_reach_everything_and_the_focus_is_always_seen(
    desktop: Visitor, vietnamese: dict[str, str], kind: str
) -> None:
    page = desktop.open(vietnamese[kind])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    found = [page.evaluate(FOCUSED)]
    while len(found) < 400:
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        found.append(focused)
    assert [one for one in found if not (one["outlined"] and one["seen"])] == []
    links = page.locator("main a[href]:visible").count()
    assert len(found) > links


def test_the_skip_link_leads_past_the_menu(desktop: Visitor) -> None:
    page = desktop.open("index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_and_closes_by_keys_without_any_script(visit: Visit) -> None:
    page = visit(java_script_enabled=False).open("index.html")
    menu = page.locator("#menu")
    assert not menu.is_visible()
    page.locator(".menu-button").press("Enter")
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert not menu.is_visible()


def test_a_refused_clipboard_leaves_the_text_selected(phone: Visitor, vietnamese: dict[str, str]) -> None:
    phone.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))")
    page = phone.open(vietnamese["kit"])
    button = page.locator("[data-copy]:visible").first
    button.click()
    source = page.locator(f"#{button.get_attribute('data-copy')}").text_content() or ""
    assert page.evaluate("String(getSelection())").split() == source.split() != []
    assert phone.messages == []


def test_dark_pages_have_light_text_on_dark_ground(visit: Visit) -> None:
    visitor = visit(color_scheme="dark")
    for path in ("index.html", "san-pham/dao-pha.html"):
        text, ground = visitor.open(path).evaluate("""() => {
          const style = getComputedStyle(document.body);
          return [style.color, style.backgroundColor]
            .map(colour => colour.match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3);
        }""")
        assert text > 180 and ground < 60, path


def test_without_scripts_every_kind_reads_and_nothing_useless_is_shown(
    visit: Visit, vietnamese: dict[str, str]
) -> None:
    visitor = visit(java_script_enabled=False)
    for kind, path in vietnamese.items():
        page = visitor.open(path)
        assert page.locator("h1").is_visible(), kind
        assert page.locator("[data-copy]:visible, .search:visible").count() == 0, kind


def test_forced_colours_leave_controls_their_outline(visit: Visit, vietnamese: dict[str, str]) -> None:
    visitor = visit(on=DESKTOP, forced_colors="active")
    for kind in ("home", "product"):
        page = visitor.open(vietnamese[kind])
        borders = page.eval_on_selector_all(
            ".button, .badge", "all => all.map(one => parseFloat(getComputedStyle(one).borderTopWidth))"
        )
        assert len(borders) > 1 and min(borders) >= 1, kind
    page = visitor.open(vietnamese["map"])
    dots = page.eval_on_selector_all(
        ".map-key li:not(.map-key-centre, [class^=map-key-way])",
        "all => all.map(one => getComputedStyle(one, '::before').backgroundColor)",
    )
    marks = page.eval_on_selector_all(".map-mark", "all => all.map(one => getComputedStyle(one).fill)")
    assert len(dots) > 1 and set(dots) == set(marks)


def test_nothing_moves_for_those_who_asked_for_less_motion(visit: Visit, vietnamese: dict[str, str]) -> None:
    moving = """() => [...document.querySelectorAll("*")].filter(one => {
      const style = getComputedStyle(one);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
    }).length"""
    visitor = visit(reduced_motion="no-preference")
    assert visitor.open(vietnamese["home"]).evaluate(moving) > 0
    visitor.page.emulate_media(reduced_motion="reduce")
    assert visitor.page.evaluate(moving) == 0


def test_pages_read_and_link_from_a_folder_without_a_server(phone: Visitor, demo: Built) -> None:
    phone.page.goto((demo.output / "san-pham" / "dao-pha.html").as_uri())
    assert phone.page.locator("h1").inner_text().startswith("Dao pha")
    assert phone.messages == []
