"""Every kind of page, light and dark, in both languages, as axe judges it."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import DESKTOP, PHONE, Visit

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
ALL = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
# Nothing but colours differs in the dark.
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"],
}  # fmt: skip


def _violations(page: Page, scheme: str, options: dict[str, Any]) -> list[Any]:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = page.evaluate("options => axe.run(options)", options)
    # A rule that could not be run is told among the incomplete ones, not as an exception.
    assert found["passes"] or found["violations"]
    return [(scheme, broken["id"], [node["target"] for node in broken["nodes"]]) for broken in found["violations"]]


@pytest.mark.parametrize(
    ("lang", "device"), [("vi", PHONE), ("en", PHONE), ("vi", DESKTOP)], ids=["vi-phone", "en-phone", "vi-desktop"]
)
def test_axe_finds_nothing(visit: Visit, kinds: dict[tuple[str, str], str], lang: str, device: dict[str, Any]) -> None:
    visitor = visit(on=device)
    script = Axe().axe_script
    found = []
    for path in (path for (_, said), path in kinds.items() if said == lang):
        page = visitor.open(path)
        # What is folded away is read by some as well.
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.evaluate(script)
        found += [(path, *broken) for broken in _violations(page, "light", ALL) + _violations(page, "dark", COLOURS)]
    assert found == []
