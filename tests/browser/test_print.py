"""Pages on paper: no menu, dark letters on white also for those who read in the dark."""

from __future__ import annotations

import pytest

from .conftest import Visit

LEFT_OUT = ".skip, .menu, .tools, .crumbs, .pager, .hero-actions, .share, .footer nav"
PALE = """() => {
  const light = colour => {
    const [r, g, b, a = 1] = colour.match(/[0-9.]+/g).map(Number);
    return a < 0.05 ? 1 : (0.2126 * (r / 255) ** 2.2 + 0.7152 * (g / 255) ** 2.2 + 0.0722 * (b / 255) ** 2.2);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !one.checkVisibility() || one.closest(".hidden, script, svg")) continue;
    let behind = one;
    while (behind && light(getComputedStyle(behind).backgroundColor) === 1) behind = behind.parentElement;
    // Printers leave grounds out unless they are told not to.
    const kept = behind && getComputedStyle(behind).printColorAdjust === "exact";
    const ground = kept ? light(getComputedStyle(behind).backgroundColor) : 1;
    const letters = light(getComputedStyle(one).color);
    const contrast = (Math.max(ground, letters) + 0.05) / (Math.min(ground, letters) + 0.05);
    if (contrast < 4.5) found.push([one.outerHTML.slice(0, 90), getComputedStyle(one).color]);
  }
  return found;
}"""
GROUNDS = """() => [document.documentElement, document.body].map(one => getComputedStyle(one).backgroundColor)"""


LONELY = """() => [...document.querySelectorAll("main :is(h1, h2, h3, dt)")]
  .filter(one => getComputedStyle(one).breakAfter !== "avoid").map(one => one.outerHTML.slice(0, 90))"""
GRIDS = """() => [...document.querySelectorAll(".product-more, .product-side, .story, .split, .event-list, .news-list")]
  .filter(one => getComputedStyle(one).display === "grid").map(one => one.className)"""
MARK = """() => getComputedStyle(document.querySelector(".brand-mark")).printColorAdjust"""


def test_paper_leaves_no_heading_alone_and_prints_nothing_over_another(
    visit: Visit, vietnamese: dict[str, str]
) -> None:
    visitor = visit(on={"viewport": {"width": 720, "height": 1000}})
    visitor.page.emulate_media(media="print")
    for kind, path in vietnamese.items():
        page = visitor.open(path)
        assert page.evaluate(LONELY) == [], kind
        assert page.evaluate(GRIDS) == [], kind  # a grid longer than a page is cut so that its rows overlap
        assert page.evaluate(MARK) == "exact", kind


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_dark_letters_on_white_and_no_menu(visit: Visit, vietnamese: dict[str, str], scheme: str) -> None:
    visitor = visit(on={"viewport": {"width": 720, "height": 1000}}, color_scheme=scheme)
    visitor.page.emulate_media(media="print")
    wrong = {}
    for kind, path in vietnamese.items():
        page = visitor.open(path)
        assert page.locator(LEFT_OUT).filter(visible=True).count() == 0, kind
        assert set(page.evaluate(GROUNDS)) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, kind
        wrong[kind] = page.evaluate(PALE)
    assert {kind: pale for kind, pale in wrong.items() if pale} == {}
