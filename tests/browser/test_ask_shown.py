"""The way to the list of what to ask for, which a script shows: nothing moves for it or lies hidden below it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from .conftest import DESKTOP, PHONE, Visit, Visitor
from .test_first_view import MOST_SHIFT, SHIFTS

SIZES = {320: 740, 360: 740, 768: 1024, 1280: 800}
PAGES = ("index.html", "san-pham.html", "lien-he.html", "en/index.html", "en/products.html", "en/contact.html")
PAINTED = (
    """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"""
)
HEIGHT = "() => document.querySelector('.masthead').offsetHeight"


def listed(site: str, count: int) -> str:
    """Return a script that puts things on the list, as a visit of another day has left them."""
    by = {"id": "to", "name": "Tổ", "ways": {}}
    kept = [
        {"id": f"mon-{n}", "sku": f"M-{n}", "count": 1, "state": "", "name": "Món", "option": "", "price": 1000,
         "put": 1000, "by": by}
        for n in range(count)
    ]  # fmt: skip
    return f"localStorage.setItem({json.dumps(f'hoi-mua-1 {site}/')}, {json.dumps(json.dumps(kept))})"


def visitor_with(visit: Visit, site: str, width: int, count: int = 23) -> Visitor:
    device: dict[str, Any] = (PHONE if width < 400 else DESKTOP) | {
        "viewport": {"width": width, "height": SIZES[width]}
    }
    found = visit(site=site, on=device, service_workers="block")
    found.context.add_init_script(listed(site, count))
    return found


def shown_late(page: Page, address: str) -> tuple[int, int]:
    """Open a page whose script comes after it was painted; return how high its masthead is before and after."""
    held: list[Route] = []
    page.route("**/tinh/*.js", lambda route: held.append(route))
    page.goto(address, wait_until="commit")
    page.locator(".footer").wait_for()
    page.evaluate(PAINTED)
    before: int = page.evaluate(HEIGHT)
    assert not page.locator(".tool-ask").is_visible()
    for route in held:
        route.continue_()
    page.unroute("**/tinh/*.js")
    page.locator(".tool-ask b", has_text="(").wait_for()
    page.evaluate(PAINTED)
    return before, page.evaluate(HEIGHT)


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("site", ["demo_site", "crowded"])
def test_nothing_moves_when_a_script_shows_what_is_on_the_list(
    visit: Visit, request: pytest.FixtureRequest, site: str, width: int
) -> None:
    address = request.getfixturevalue(site)
    visitor = visitor_with(visit, address, width)
    visitor.context.add_init_script(SHIFTS)
    for path in PAGES:
        before, after = shown_late(visitor.page, f"{address}/{path}")
        assert (path, after) == (path, before)
        assert visitor.page.evaluate("self.shifted") <= MOST_SHIFT, path
        box = visitor.page.locator(".tool-ask").bounding_box()
        assert box and box["width"] >= 44 and box["height"] >= 44 and box["x"] + box["width"] <= width, path


@pytest.mark.parametrize("width", [width for width in SIZES if width < 960])
def test_the_way_to_the_list_hides_neither_the_foot_of_a_page_nor_what_the_keys_reach(
    visit: Visit, demo_site: str, width: int
) -> None:
    page = visitor_with(visit, demo_site, width).open("san-pham.html")
    below = """() => {
      scrollTo(0, document.body.scrollHeight);
      const top = document.querySelector(".tool-ask").getBoundingClientRect().top;
      return [...document.querySelectorAll(".footer a, .footer p")]
        .filter(one => one.getBoundingClientRect().bottom > top).map(one => one.textContent);
    }"""
    assert page.evaluate(below) == []
    # What gets the focus at the lower end of the screen moves up as far as it must, and no farther than the button.
    covered = """() => {
      const over = document.querySelector(".tool-ask").getBoundingClientRect();
      return [...document.querySelectorAll("main .product-card a")].slice(2).filter(one => {
        scrollTo(0, 0);
        scrollTo(0, one.getBoundingClientRect().top - innerHeight + 40);
        one.focus();
        return one.getBoundingClientRect().bottom > over.top;
      }).length;
    }"""
    assert page.evaluate(covered) == 0
    page.evaluate("document.documentElement.style.scrollPaddingBlockEnd = '0'")
    assert page.evaluate(covered) > 0


def test_a_printed_page_has_no_room_for_the_button(visit: Visit, demo_site: str) -> None:
    page = visitor_with(visit, demo_site, 768).open("can-mua-can-ban.html")
    room = """getComputedStyle(document.querySelector(".footer")).paddingBlockEnd"""
    assert page.evaluate(room) != "0px"
    page.emulate_media(media="print")
    assert page.evaluate(room) == "0px"


def test_on_the_list_itself_a_phone_has_no_link_to_it(visit: Visit, demo_site: str) -> None:
    page = visitor_with(visit, demo_site, 360).open("hoi-mua.html")
    page.locator(".ask-line").first.wait_for()
    assert not page.locator(".tool-ask").is_visible()
    assert page.locator(".ask-line").count() == 23
