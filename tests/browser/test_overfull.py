"""A commune with far too much in it, on every kind of page: nothing sticks out, is cut off or out of reach."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from build.commune import build
from demo.kinds import one_of_each

from .conftest import DESKTOP, Visit
from .overfull import found
from .test_pages import OVER

# A line box that is cut away by its own box, or text wider than the box it stands in.
CUT = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(one => {
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  const aside = one.closest("[class=hidden], svg, .year thead");
  const away = !box.width || !box.height || style.clipPath !== "none" || aside;
  // The names on the stall of the home page end after two lines, and the whole name is one tap away.
  if (away || one.closest(".stall") || !one.textContent.trim()) return false;
  const held = ["hidden", "clip", "visible"].includes(style.overflowX) && style.display !== "inline";
  // The row of small pictures scrolls, and stands out a little for the outline of what has the focus.
  return held && one.scrollWidth > one.clientWidth + 1 && !one.querySelector(".gallery-more");
}).map(one => one.outerHTML.slice(0, 100))"""
# What amount and length can break; all else the demo's pages tell, sooner.
RULES = ["scrollable-region-focusable", "target-size", "heading-order", "list"]
STAFF = {"feeds", "kit", "kits"}


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the commune; at this size each list has a second page and the map as many marks as it draws."""
    root = tmp_path_factory.mktemp("day") / "xa"
    root.mkdir()
    outcome = build(found(root))
    assert outcome.ok, outcome.diagnostics
    return root / "output"


@pytest.fixture(scope="session")
def crowded(full: Path, serve: Callable[[Path], str]) -> str:
    return serve(full)


def test_no_text_however_long_makes_a_page_wider_than_its_screen_or_is_cut(
    visit: Visit, full: Path, crowded: str
) -> None:
    visitor = visit(site=crowded, on=DESKTOP)
    wrong = []
    for known, path in one_of_each(full).items():
        if known[0] in STAFF:
            continue
        visitor.open(path)
        for width in (320, 1280):
            visitor.page.set_viewport_size({"width": width, "height": 800})
            wrong += [(*known, width, over) for over in [visitor.page.evaluate(OVER)] if over > 0]
            wrong += [(*known, width, one) for one in visitor.page.evaluate(CUT)]
    assert wrong == []


def test_axe_finds_nothing_where_there_is_too_much(visit: Visit, full: Path, crowded: str) -> None:
    visitor = visit(site=crowded)
    script, broken = Axe().axe_script, []
    for (kind, lang), path in one_of_each(full).items():
        if lang != "vi" or kind in STAFF:
            continue
        page = visitor.open(path)
        page.evaluate(script)
        rules = {"runOnly": {"type": "rule", "values": RULES}, "resultTypes": ["violations"]}
        rulings = page.evaluate("rules => axe.run(rules)", rules)
        assert rulings["passes"]
        broken += [(kind, one["id"], [node["target"] for node in one["nodes"]]) for one in rulings["violations"]]
    assert broken == []


def test_the_list_of_what_to_ask_for_holds_goods_of_many_sellers(visit: Visit, crowded: str) -> None:
    visitor = visit(site=crowded)
    for n in range(30):
        visitor.open(f"san-pham/hang-{n}.html").click("#ask-add button")
    page = visitor.open("hoi-mua.html")
    page.wait_for_selector(".ask-line")
    assert page.locator(".ask-line").count() == 30 and page.locator(".ask-group").count() == 4
    assert "30" in page.locator(".tool-ask").inner_text()
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(OVER) == 0
