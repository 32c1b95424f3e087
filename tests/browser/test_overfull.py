"""A commune with far too much in it, on every kind of page: nothing sticks out, is cut off or out of reach."""

from __future__ import annotations

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

from demo.kinds import one_of_each
from demo.weighing import allowed, weight

from .conftest import DESKTOP, Visit
from .overfull import PLACES
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


def test_no_page_is_heavy_however_much_there_is(full: Path) -> None:
    weights = {path: weight(full, path) for known, path in one_of_each(full).items() if known[0] not in STAFF}
    assert {path: found for path, found in weights.items() if found > allowed(path)} == {}


def test_everything_is_on_the_map_and_a_link_in_its_list(full: Path) -> None:
    for path, lists in (("ban-do.html", ("dia-diem", "luu-tru")), ("en/map.html", ("places", "stays"))):
        text = (full / path).read_text("utf-8")
        entries = text.partition('class="map-list"')[2]
        linked = re.findall(
            rf'class="map-name" href="(?:\.\./)?(?:en/)?(?:{"|".join(lists)})/([a-z0-9-]+)\.html"', entries
        )
        assert len(linked) == len(set(linked)) == PLACES
        drawn = set(re.findall(r'class="map-number"[^>]*>(\d+)<', text))
        assert set(re.findall(r'class="map-dot map-dot-\w+">(\d+)<', entries)) == drawn and len(drawn) > 20
