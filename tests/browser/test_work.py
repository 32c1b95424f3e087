"""How long our own scripts keep a page from answering while it loads: less than a long task, of 50 ms, has."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Visit

LOOP = "() => { let x = 1; for (let i = 0; i < 9e6; i++) x = (x * 1103515245 + 12345) & 0x7fffffff; return x; }"
"""About 50 ms of the processor that the figures in ``docs/performance.md`` are from."""
BUSY = {
    "counting": "const from = performance.now(); while (performance.now() - from < 200);",
    "laying out again and again": """const from = performance.now();
      for (let wide = 300; performance.now() - from < 200; wide ^= 1) {
        document.body.style.inlineSize = wide + "px";
        document.body.offsetHeight;
      }""",
}


def spent(visit: Visit, path: str, more: str = "", *, scripts: bool = True) -> dict[str, float]:
    """Visit a page freshly; return the seconds its main thread worked, waiting for other programs left out."""
    visitor = visit(java_script_enabled=scripts)
    asked = visitor.context.new_cdp_session(visitor.page)
    asked.send("Performance.enable", {"timeDomain": "threadTicks"})

    def now() -> dict[str, float]:
        told: list[dict[str, Any]] = asked.send("Performance.getMetrics")["metrics"]
        return {one["name"]: one["value"] for one in told}

    if more:
        visitor.page.route(
            "**/tinh/*.js", lambda route: route.fulfill(response=(got := route.fetch()), body=got.text() + more)
        )
    visitor.open(path)
    visitor.page.wait_for_timeout(50)
    found = now()
    visitor.page.evaluate(LOOP)
    found["loop"] = now()["TaskDuration"] - found["TaskDuration"]
    found["layout"] = found["LayoutDuration"] + found["RecalcStyleDuration"]
    visitor.context.close()
    return found


def own_share(visit: Visit, path: str, more: str = "") -> float:
    """Return how many long tasks the work of our scripts would fill, the layout that they ask for among it."""
    full = spent(visit, path, more)
    own = full["ScriptDuration"] + full["layout"]
    if own > full["loop"]:  # a large page takes that long to be laid out at all
        own = full["ScriptDuration"] + max(0.0, full["layout"] - spent(visit, path, scripts=False)["layout"])
    return own / full["loop"]


def test_no_page_has_a_long_task_of_our_own_scripts(visit: Visit, vietnamese: dict[str, str]) -> None:
    shares = {kind: own_share(visit, path) for kind, path in vietnamese.items()}
    assert {kind: share for kind, share in shares.items() if share > 1} == {}


@pytest.mark.parametrize("busy", BUSY)
def test_a_script_that_keeps_the_page_busy_would_be_found(busy: str, visit: Visit, vietnamese: dict[str, str]) -> None:
    assert own_share(visit, vietnamese["home"], f"(() => {{ {BUSY[busy]} }})();") > 1
