"""A phone on the road: a visitor, their service worker, and a host that can be taken away and come back."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from playwright.sync_api import Error, Page, expect

from .conftest import Visitor
from .serving import Handler


def login(asked: Handler) -> None:
    """Answer as a network that wants its guests to log in first."""
    asked.answer(b"<!DOCTYPE html><title>Log in</title></html>", "text/html")


def missing(asked: Handler) -> None:
    """Answer that there is no such file."""
    asked.answer(b"<h1>Not here</h1>", "text/html", 404)


def cut(body: bytes, stall: float = 0) -> Callable[[Handler], None]:
    """Give a way to answer with the beginning of a page, at whose end the network fails or says no more for a while."""

    def answer(asked: Handler) -> None:
        asked.send_response(200)
        asked.send_header("Content-Type", "text/html; charset=utf-8")
        if stall:
            asked.send_header("Content-Length", str(len(body)))
        asked.end_headers()
        asked.wfile.write(body[:4000])
        asked.wfile.flush()
        sleep(stall)

    return answer


BELOW = "/cho/xa"
"""The site stands below a path, as on hosts that many communes share."""


class _Handler(Handler):
    protocol_version = "HTTP/1.0"  # no connection outlives an answer, so that a stopped server is gone at once
    server: _Server

    def do_GET(self) -> None:
        host = self.server.host
        path = self.path.partition("?")[0]
        if not path.startswith(host.below + "/"):
            self.answer(b"another site", "text/html")
            return
        self.path = self.path.removeprefix(host.below)
        name = path.removeprefix(host.below + "/")
        self.server.asked.append(name)
        if name in host.instead and ("?" not in self.path or host.instead_of_marked):
            host.instead[name](self)
            return
        if path.endswith((".html", "/")):
            sleep(host.slow)
        if path.endswith("/sw.js") and host.worker:
            self.answer(host.worker(Path(self.directory, "sw.js").read_text("utf-8")).encode(), "text/javascript")
            return
        super().do_GET()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, host: Host) -> None:
        self.host = host
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", host.port), partial(_Handler, directory=str(host.folder)))

    def handle_error(self, request: Any, client_address: Any) -> None: ...


class Host:
    """
    Serves a folder at one address, as long as there is a network.

    Args:
        folder: What it serves; a build may switch it below the running server.
        below: Path at which the site begins, without a slash at its end.
        worker: Changes the text of ``sw.js`` on its way.
    """

    def __init__(self, folder: Path, below: str = BELOW, worker: Callable[[str], str] | None = None) -> None:
        self.folder, self.below, self.worker = folder, below, worker
        self.slow = 0.0  # seconds each page takes
        self.instead: dict[str, Callable[[Handler], None]] = {}  # other answers, by path
        self.instead_of_marked = True  # also where the worker puts a page's mark into the address
        self.port = 0
        self.on()
        self.root = f"http://127.0.0.1:{self.port}"
        self.address = f"{self.root}{below}/"

    def on(self) -> None:
        self.server = _Server(self)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def off(self) -> None:
        """Take the network away; harmless when it is gone already."""
        self.server.shutdown()
        self.server.server_close()

    @property
    def asked(self) -> list[str]:
        """Paths asked for since it was last switched on."""
        return self.server.asked


class Road:
    """A page of a visitor at a host that comes and goes."""

    def __init__(self, visitor: Visitor, host: Host, page: Page | None = None) -> None:
        self.visitor, self.host, self.page = visitor, host, page or visitor.page

    def open(self, path: str = "") -> str:
        """Open a page and return its heading."""
        self.page.goto(self.host.address + path)
        return self.page.locator("h1").inner_text()

    def another(self) -> Road:
        """Open a second window of the same browser."""
        return Road(self.visitor, self.host, self.visitor.context.new_page())

    def leave(self) -> None:
        """Leave the site's last window for another site of the host, and wait until the newest worker rules."""
        self.page.goto(self.host.root)
        self.wait(f"navigator.serviceWorker.getRegistration({self.host.address!r}).then(r => "
                  "!r.installing && !r.waiting && r.active.state === 'activated')")  # fmt: skip

    def wait(self, script: str, seconds: float = 20) -> None:
        """Wait until an expression, which may be a promise, is true."""
        # Playwright's own wait_for_function awaits no promise, and the pages' policy forbids its eval.
        end = monotonic() + seconds
        while True:
            try:
                if self.page.evaluate(f"async () => !!(await ({script}))"):
                    return
            except Error:
                pass  # the page is just being left, or has not got so far
            assert monotonic() < end, script
            self.page.wait_for_timeout(30)

    def settle(self) -> None:
        """Wait until the worker rules the page and is through with what it had to keep."""
        self.wait("navigator.serviceWorker.controller && navigator.serviceWorker.ready.then(r => "
                  "!r.installing && !r.waiting && r.active.state === 'activated')")  # fmt: skip
        self.wait(f"caches.open({self._cache('pages')}).then(c => c.match(location.href.endsWith('/') "
                  "? location.href + 'index.html' : location.href))")  # fmt: skip

    def _cache(self, name: str) -> str:
        return repr(f"{self.host.address} {name}")

    def kept(self, cache: str) -> list[str]:
        """List what a cache holds, by path."""
        script = f"caches.open({self._cache(cache)}).then(c => c.keys()).then(k => k.map(r => r.url))"
        return [url.removeprefix(self.host.address) for url in self.page.evaluate(script)]

    def caches(self) -> list[str]:
        """List the site's caches by name."""
        return [name.removeprefix(f"{self.host.address} ") for name in self.page.evaluate("caches.keys()")]

    def core(self) -> str:
        """Return the one cache of a generation."""
        (found,) = [name for name in self.caches() if name.startswith("core ")]
        return found

    def sheet(self) -> str:
        """Return the stylesheet the page names, by path, once it is seen to work."""
        assert self.page.evaluate("""() => {
            const sheets = [...document.styleSheets].filter(s => s.href && s.cssRules.length > 10);
            const named = document.querySelectorAll('link[rel=stylesheet]').length;
            return named > 0 && sheets.length === named;
        }"""), self.page.url  # fmt: skip
        address = self.page.evaluate("document.querySelector('link[rel=stylesheet]').href")
        return str(address).removeprefix(self.host.address)

    def shows_pictures(self) -> bool:
        """Tell whether every picture in sight has come."""
        return bool(self.page.evaluate("""async () => {
            const all = [...document.querySelectorAll('main img')];
            for (const each of all) { each.loading = 'eager'; }
            await Promise.all(all.map(each => each.complete || new Promise(d => { each.onload = each.onerror = d; })));
            return all.length > 0 && all.every(each => each.naturalWidth > 0);
        }"""))  # fmt: skip

    def press(self, part: str) -> None:
        """Press one of the buttons that keep the site for the road."""
        self.page.locator(f".road [data-part={part}]").click()

    def note(self, start: str) -> str:
        """Wait until the note beside those buttons begins as given, and return all of it with plain spaces."""
        note = self.page.locator("[data-part=note]")
        expect(note).to_have_text(re.compile("^" + re.escape(start)), timeout=60_000)
        return note.inner_text().replace("\xa0", " ")
