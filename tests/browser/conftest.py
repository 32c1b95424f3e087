"""
A real Chromium for tests: who visits, with which device, and what their browser said and asked for.

Fixtures:

- ``visit(**how)`` gives a ``Visitor`` with a browser of their own, nothing cached, closed after the test. By
  default a phone in light mode on the demo; ``how`` may say ``on=DESKTOP`` or ``on=PHONE | {...}``, ``site=`` the
  address of another folder, and any option of Playwright's ``new_context``: ``color_scheme="dark"``,
  ``java_script_enabled=False``, ``forced_colors="active"``, ``reduced_motion="reduce"``, ``offline=True``.
- ``phone`` and ``desktop`` are such visitors of the demo, ready to open pages.
- ``serve(folder)`` serves any built folder until the session ends and gives its address.
- ``full`` is the output of a commune with far too much in it, ``crowded`` its address.
- ``kinds`` maps (kind, language) to the path of the demo's largest page of that kind; ``vietnamese`` has the Vietnamese
  ones by kind alone.

``visitor.open(path)`` returns Playwright's page. ``visitor.messages`` holds what the console said, violations of the
content security policy among it; ``visitor.asked`` every request; ``visitor.foreign`` those to other hosts.
``visitor.context.set_offline(True)`` takes the network away in the middle of a visit.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from build.commune import build
from chophien.cli import testing
from demo.kinds import one_of_each
from demo.reading import Built

from .overfull import found
from .serving import served

QUIET = ("--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync")
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True,
}  # fmt: skip
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}


class Visitor:
    """Someone with a browser of their own, and all it said and asked for."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context = context
        self.site = site
        self.messages: list[str] = []
        self.asked: list[Request] = []
        context.on("console", lambda message: self.messages.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: self.messages.append(f"error: {error.error}"))
        context.on("request", lambda request: self.asked.append(request))
        self.page = context.new_page()

    def open(self, path: str) -> Page:
        """Open a page of the site and wait until it has loaded."""
        self.page.goto(f"{self.site}/{path}")
        return self.page

    @property
    def foreign(self) -> list[str]:
        """Addresses of other hosts that were asked for."""
        own = (self.site, "data:", "blob:", "about:")
        return [request.url for request in self.asked if not request.url.startswith(own)]


Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Find Chromium; CI must have it, elsewhere the tests are skipped with what installs it."""
    found = testing.browser()
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: apt-get install -y chromium")
        pytest.skip("no Chromium here; on Debian: sudo apt-get install -y chromium")
    return found


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    # For this folder alone: while Playwright runs, no other code of the process could start an event loop.
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", *QUIET])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(served(folder))


@pytest.fixture(scope="session")
def demo_site(demo: Built, serve: Callable[[Path], str]) -> str:
    return serve(demo.output)


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the commune; at this size each list has a second page, and places stand on the map together."""
    root = tmp_path_factory.mktemp("day") / "xa"
    root.mkdir()
    outcome = build(found(root))
    assert outcome.ok, outcome.diagnostics
    return root / "output"


@pytest.fixture(scope="session")
def crowded(full: Path, serve: Callable[[Path], str]) -> str:
    return serve(full)


@pytest.fixture(scope="session")
def kinds(demo: Built) -> dict[tuple[str, str], str]:
    return one_of_each(demo.output)


@pytest.fixture(scope="session")
def vietnamese(kinds: dict[tuple[str, str], str]) -> dict[str, str]:
    return {kind: path for (kind, lang), path in kinds.items() if lang == "vi"}


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    opened: list[BrowserContext] = []

    def make(site: str = "", on: dict[str, Any] = PHONE, **options: Any) -> Visitor:
        # Tests of other folders alone need not wait for the demo.
        site = site or request.getfixturevalue("demo_site")
        context = browser.new_context(**on, **options)
        context.set_default_timeout(20_000)
        opened.append(context)
        return Visitor(context, site)

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def phone(visit: Visit) -> Visitor:
    return visit()


@pytest.fixture
def desktop(visit: Visit) -> Visitor:
    return visit(on=DESKTOP)
