"""
A real Chromium, built sites behind a server of this machine alone, and what a page tells of itself.

``browser`` opens many pages of the demo one after the other and returns what each says; ``driver`` is a telephone in
the hand of a test: it taps, types and goes back.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from demo.reading import Built

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
)  # fmt: skip

HARNESS = """<!DOCTYPE html><meta charset="utf-8"><title>x</title><body><pre id="out"></pre><script>
const width = {width}, pages = {pages}, out = [];
async function look(path) {{
  const frame = document.createElement("iframe");
  frame.style = "border:0;height:900px;width:" + width + "px";
  frame.src = "/" + path;
  await new Promise(done => {{ frame.onload = done; document.body.append(frame); }});
  const doc = frame.contentDocument;
  out.push({{
    path, wide: doc.documentElement.scrollWidth,
    small: [...doc.querySelectorAll("a, button, summary, input")].filter(e => {{
      const box = e.getBoundingClientRect();
      return box.width && box.height && getComputedStyle(e).display !== "inline" && (box.height < 24 || box.width < 24);
    }}).map(e => e.outerHTML.slice(0, 80)),
    foreign: frame.contentWindow.performance.getEntriesByType("resource")
      .map(entry => entry.name).filter(name => !name.startsWith(location.origin) && !name.startsWith("data:")),
    extra: {extra}
  }});
  frame.remove();
}}
(async () => {{
  for (const path of pages) await look(path);
  document.getElementById("out").textContent = JSON.stringify(out);
  document.title = "done";
}})();
</script>"""


@pytest.fixture(scope="session")
def chromium() -> str:
    """Find Chromium; CI must have it, elsewhere the tests are skipped with what installs it."""
    return _program(NAMES, "chromium")


@pytest.fixture(scope="session")
def chromedriver() -> str:
    """Find what drives Chromium; like it, CI must have it."""
    return _program(("chromedriver",), "chromium-driver")


def _program(names: tuple[str, ...], package: str) -> str:
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{names[0]} is missing: apt-get install -y {package}")
        pytest.skip(f"no {names[0]} here; on Debian: sudo apt-get install -y {package}")
    return found


class _Quiet(SimpleHTTPRequestHandler):
    harness: dict[str, str] = {}

    def do_GET(self) -> None:
        page = self.harness.get(self.path)
        if page is None:
            super().do_GET()
            return
        body = page.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None: ...


def _filled(width: int, pages: list[str], extra: str) -> str:
    page = HARNESS.replace("{width}", str(width)).replace("{pages}", json.dumps(pages)).replace("{extra}", extra)
    return page.replace("{{", "{").replace("}}", "}")


class Browser:
    """Opens pages of the built site in Chromium."""

    def __init__(self, program: str, built: Built, address: str, folder: Path) -> None:
        self.program = program
        self.built = built
        self.address = address
        self._folder = folder

    def run(self, url: str, *flags: str, milliseconds: int = 600_000) -> tuple[str, str]:
        """Load a page and return its document and Chromium's log."""
        done = subprocess.run(
            [
                self.program, *QUIET, f"--user-data-dir={self._folder}", "--enable-logging=stderr", *flags,
                f"--virtual-time-budget={milliseconds}", "--dump-dom", url,
            ],
            capture_output=True, text=True, encoding="utf-8", timeout=240, check=False,
        )  # fmt: skip
        return done.stdout, done.stderr

    def look(self, pages: list[str], width: int, *flags: str, extra: str = "null") -> tuple[list[dict[str, Any]], str]:
        """Load pages one after the other at a width, and return what each tells and the console's messages."""
        name = f"/__look-{width}-{abs(hash((tuple(pages), flags, extra)))}"
        _Quiet.harness[name] = _filled(width, pages, extra)
        dom, log = self.run(self.address + name, f"--window-size={max(width, 500)},900", *flags)
        match = re.search(r'<pre id="out">(.*?)</pre>', dom, re.DOTALL)
        assert match, log[-2000:]
        assert match[1], "\n".join(line for line in log.splitlines() if "CONSOLE" in line) + dom[-600:]
        said = "\n".join(line for line in log.splitlines() if "CONSOLE" in line)
        return json.loads(unescape(match[1])), said


@pytest.fixture(scope="session")
def browser(chromium: str, demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with serving(demo.output) as address:
        yield Browser(chromium, demo, address, tmp_path_factory.mktemp("chromium"))


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a built folder to this machine, at an address of its own: nothing that a page keeps is left over."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


PHONE = (360, 740)
"""Width and height of the driven telephone, in pixels of its pages."""


@pytest.fixture(scope="session")
def driver(chromium: str, chromedriver: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """
    Hold a telephone: Chromium under WebDriver, which reaches this machine and nothing else.

    It opens any folder that ``serving`` serves, and its files. ``said`` and ``asked_for`` tell what it logged.
    """
    # Here and not above, so that tests which only look at pages start without it.
    from selenium.webdriver import Chrome, ChromeOptions, ChromeService

    options = ChromeOptions()
    options.binary_location = chromium
    for flag in (*QUIET, f"--user-data-dir={tmp_path_factory.mktemp('phone')}", "--disable-dev-shm-usage",
                 "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"):  # fmt: skip
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    # With the path given, Selenium looks for no driver elsewhere.
    held = Chrome(options, ChromeService(chromedriver))
    held.set_window_rect(0, 0, *PHONE)
    resize(held, *PHONE)
    yield held
    held.quit()


def resize(driver: Chrome, width: int, height: int) -> None:
    """Make pages of the open tab as wide and high as a telephone of that size; no window is so narrow by itself."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def said(driver: Chrome) -> list[str]:
    """Return what the console has said since it was last asked."""
    return [entry["message"] for entry in driver.get_log("browser")]


def asked_for(driver: Chrome) -> list[str]:
    """Return the addresses that pages have asked for since it was last asked, data in the page itself left out."""
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    sent = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return [address for address in sent if not address.startswith("data:")]
