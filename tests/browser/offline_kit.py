"""A phone on the road: a real Chromium with its service worker, and a server that can be taken away and come back."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from .conftest import QUIET

BELOW = "/cho/xa"
"""The site stands below a path, as on hosts that many communes share."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.0"  # no connection outlives an answer, so that a stopped server is gone at once
    server: _Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append(path.removeprefix(self.server.below + "/"))
        sleep(self.server.slow if path.endswith((".html", "/")) else 0)
        if not path.startswith(self.server.below + "/"):
            self.send_error(404)
            return
        self.path = self.path.removeprefix(self.server.below)
        if path.endswith("/sw.js") and self.server.worker:
            body = self.server.worker(Path(self.directory, "sw.js").read_text("utf-8")).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        super().do_GET()

    def log_message(self, format: str, *args: Any) -> None: ...


class _Server(ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True
    below = BELOW
    slow = 0.0
    worker: Callable[[str], str] | None = None

    def __init__(self, folder: Path, port: int) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", port), partial(_Handler, directory=str(folder)))

    def handle_error(self, request: Any, client_address: Any) -> None: ...


class Host:
    """Serves a folder at one address, as long as there is a network."""

    def __init__(self, folder: Path, below: str = BELOW) -> None:
        self.folder, self.below, self.port = folder, below, 0
        self.worker: Callable[[str], str] | None = None
        self.server: _Server | None = None
        self.on()
        self.address = f"http://127.0.0.1:{self.port}{below}/"

    def on(self) -> None:
        self.server = _Server(self.folder, self.port)
        self.server.below, self.server.worker = self.below, self.worker
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def off(self) -> None:
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    @property
    def asked(self) -> list[str]:
        assert self.server is not None
        return self.server.asked


class Phone:
    """A browser at a host."""

    def __init__(self, driver: Any, host: Host) -> None:
        self.driver, self.host = driver, host

    def open(self, path: str = "") -> str:
        """Open a page and return its heading."""
        self.driver.get(self.host.address + path)
        return str(self.js("return document.querySelector('h1')?.textContent.trim() ?? ''"))

    def leave(self) -> None:
        """Close the site's last window, as far as its worker can tell."""
        self.driver.get("about:blank")
        sleep(1)

    def js(self, script: str, *given: Any) -> Any:
        return self.driver.execute_script(script, *given)

    def wait(self, script: str, seconds: float = 20) -> Any:
        """Wait until an expression, which may be a promise, is true."""
        end = monotonic() + seconds
        while True:
            found = self.driver.execute_async_script(
                f"const done = arguments[0]; Promise.resolve({script}).then(done, e => done(''))"
            )
            if found:
                return found
            assert monotonic() < end, script
            sleep(0.05)

    def settle(self) -> None:
        """Wait until the worker rules the page and is through with what it had to keep."""
        self.wait("navigator.serviceWorker.controller && navigator.serviceWorker.ready.then(r => "
                  "!r.installing && !r.waiting && r.active.state === 'activated')")  # fmt: skip
        self.wait("performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
        self.wait(f"caches.open({self.host.address!r} + ' pages').then(c => c.match(location.href.endsWith('/') "
                  "? location.href + 'index.html' : location.href))")  # fmt: skip

    def kept(self, cache: str) -> list[str]:
        """List what a cache holds, by path."""
        found = self.wait(f"caches.open({self.host.address!r} + ' ' + {cache!r}).then(c => c.keys())"
                          ".then(k => ['x', ...k.map(r => r.url)])")  # fmt: skip
        return [url.removeprefix(self.host.address) for url in found[1:]]

    def caches(self) -> list[str]:
        found = self.wait("caches.keys().then(names => ['x', ...names])")[1:]
        return [name.removeprefix(self.host.address + " ") for name in found]

    def complaints(self) -> list[str]:
        """Return what the console said since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def styled(self) -> bool:
        """Whether the page's styles and script are those it names, and work."""
        return bool(
            self.js("""
            const sheets = [...document.styleSheets].filter(s => s.href && s.cssRules.length > 10);
            const named = document.querySelectorAll('link[rel=stylesheet]').length;
            return named > 0 && sheets.length === named;""")
        )

    def pictures_shown(self) -> bool:
        """Whether every picture in sight has come."""
        return bool(
            self.wait("""(async () => {
            const all = [...document.querySelectorAll('main img')];
            for (const each of all) { each.loading = 'eager'; }
            await Promise.all(all.map(each => each.complete || new Promise(d => { each.onload = each.onerror = d; })));
            return all.length > 0 && all.every(each => each.naturalWidth > 0);
        })()""")
        )


@contextmanager
def phone(chromium: str, host: Host, profile: Path, width: int = 390) -> Iterator[Phone]:
    """Open a browser of a profile of its own."""
    driver_program = shutil.which("chromedriver")
    if driver_program is None:
        if os.environ.get("CI"):
            pytest.fail("chromedriver is missing: apt-get install -y chromium-driver")
        pytest.skip("no chromedriver here; on Debian: sudo apt-get install -y chromium-driver")
    webdriver = pytest.importorskip("selenium.webdriver")
    service = pytest.importorskip("selenium.webdriver.chrome.service")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*QUIET, f"--user-data-dir={profile}", f"--window-size={width},844", "--disable-dev-shm-usage"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=service.Service(driver_program))
    driver.set_script_timeout(30)
    driver.set_page_load_timeout(60)
    try:
        yield Phone(driver, host)
    finally:
        driver.quit()
        host.off()
