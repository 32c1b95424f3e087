"""A real Chromium, the built demo behind a server of this machine alone, and what a page tells of itself."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from demo.reading import Built

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
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: apt-get install -y chromium")
        pytest.skip("no Chromium here; on Debian: sudo apt-get install -y chromium")
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
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(demo.output)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Browser(chromium, demo, f"http://127.0.0.1:{server.server_port}", tmp_path_factory.mktemp("chromium"))
    server.shutdown()
    server.server_close()
