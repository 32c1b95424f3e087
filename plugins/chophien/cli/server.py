"""The built site on this machine alone, with a page reload after each build."""

from __future__ import annotations

import http.server
import mimetypes
import os
import stat
import threading
import urllib.parse
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from typing import Any

from chophien import urls

HOST = "127.0.0.1"
LIVE = "/__chophien/live"
SCRIPT = "/__chophien/live.js"
HEARTBEAT = 15.0
"""Seconds between two signs of life to a waiting page."""

PORTS = 20
"""So many ports are tried, one after the other."""

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".webmanifest": "application/manifest+json",
    ".ics": "text/calendar",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".gpx": "application/gpx+xml",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
}
"""Types that the system's own table may lack or have wrong (the Windows registry says text/plain for .js)."""

_WITH_CHARSET = (
    "text/",
    "application/json",
    "application/geo+json",
    "application/manifest+json",
    "application/xml",
)

_RELOAD = """\
// Served by the preview only; no built file holds it.
const live = new EventSource("/__chophien/live");
let first = null;
live.onmessage = async (event) => {
  if (first === null) { first = event.data; return; }
  if (event.data === first) return;
  live.close();
  if (navigator.serviceWorker) {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  }
  location.reload();
};
"""


_NO_WORKER = """\
// Served by the preview only: takes the published site's worker away, so that every edit is seen at once.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(registration.scope)) await caches.delete(name);
  await registration.unregister();
})()));
"""


class Turn:
    """The number of the build that is shown; pages wait for the next one."""

    def __init__(self) -> None:
        self._number = 1
        self._changed = threading.Condition()
        self._ended = False

    def next(self) -> None:
        """Tell every waiting page that a new build stands."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def end(self) -> None:
        """Let every waiting page go."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def wait(self, known: int, seconds: float) -> tuple[int, bool]:
        """Wait for another number than ``known``; return the number and whether it is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != known or self._ended, seconds)
            return self._number, self._ended


def file_for(site: Path, target: str) -> Path | None:
    """
    Return the file of a request, or none.

    Args:
        site: Folder of the built site.
        target: The request's path, still percent-encoded.
    Returns:
        A regular file below ``site``, reached through no link and no hidden folder but ``.well-known``.
    """
    try:
        plain = urllib.parse.unquote(urllib.parse.urlsplit(target).path, errors="strict")
    except (UnicodeDecodeError, ValueError):
        return None
    if "\0" in plain or "\\" in plain or ":" in plain:
        return None
    path = site
    for part in PurePosixPath(plain).parts:
        if not part.strip("/"):  # a path may begin with "//", which would start again at the disk's root
            continue
        if part == ".." or (part.startswith(".") and part != ".well-known"):
            return None
        path = path / part
        if path.is_symlink():
            return None
    if plain.endswith("/") or path == site:
        path = path / "index.html"
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return None
    return path if stat.S_ISREG(found.st_mode) else None


def folder_for(site: Path, target: str) -> str | None:
    """Return where a request for a folder without its last slash belongs, or none when there is no such page."""
    path, mark, query = target.partition("?")
    if path.endswith("/") or not file_for(site, path + "/"):
        return None
    return "/" + path.lstrip("/") + "/" + mark + query


def content_type(path: Path) -> str:
    """Return the Content-Type of a file, text always as UTF-8."""
    kind = TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_WITH_CHARSET) else kind


def with_script(page: bytes) -> bytes:
    """Add the reload script to a page as it is sent; the file stays as it is."""
    tag = f'<script src="{SCRIPT}" defer></script>'.encode()
    at = page.rfind(b"</body>")
    return page + tag if at < 0 else page[:at] + tag + page[at:]


class Server(http.server.ThreadingHTTPServer):
    """
    A server of one folder, for this machine only.

    Args:
        site: Folder of the built site; looked up at each request, as a build switches it.
        port: First port to try; 0 takes any.
        live: The build shown, or none to serve files only.
        published: Tells the address that the site will have, or nothing. The page for what is missing may
            stand in any folder, so its links begin there or in that address's folder; here they lead to this server.
    Raises:
        OSError: None of ``PORTS`` ports is free.
    """

    daemon_threads = True
    # On Windows a second server could otherwise share the port and answer half of the requests.
    allow_reuse_address = os.name != "nt"

    def __init__(self, site: Path, port: int, live: Turn | None, published: Callable[[], str] = str) -> None:
        self.site = site
        self.live = live
        self.published = published
        last = port + PORTS - 1 if port else 0
        for number in range(port, last + 1):
            try:
                super().__init__((HOST, number), _Handler)
            except OSError:
                if number == last:
                    raise
            else:
                return

    @property
    def address(self) -> str:
        """The address to type into a browser."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that left in the middle of an answer."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        if not self._asked_of_us():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain; charset=utf-8", b"127.0.0.1\n", body=body)
            return
        path = self.path.partition("?")[0]
        if self.server.live is not None and path == LIVE:
            self._wait_for_builds(self.server.live)
            return
        if self.server.live is not None and path == SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", _RELOAD.encode(), body=body)
            return
        if self.server.live is not None and path == f"/{urls.WORKER}":
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", _NO_WORKER.encode(), body=body)
            return
        found = file_for(self.server.site, self.path)
        status = HTTPStatus.OK
        if found is None:
            folder = folder_for(self.server.site, self.path)
            if folder is not None:
                self._send(HTTPStatus.MOVED_PERMANENTLY, "text/plain; charset=utf-8", b"", body=body, location=folder)
                return
            status = HTTPStatus.NOT_FOUND
            found = file_for(self.server.site, "/404.html")
        try:
            contents = found.read_bytes() if found else b"404\n"
            if status is HTTPStatus.NOT_FOUND:
                contents = self._at_home(contents)
        except OSError:  # a build switched the folder at this very moment
            status, contents = HTTPStatus.NOT_FOUND, b"404\n"
        kind = content_type(found) if found else "text/plain; charset=utf-8"
        if self.server.live is not None and kind.startswith("text/html"):
            contents = with_script(contents)
        self._send(status, kind, contents, body=body)

    def _asked_of_us(self) -> bool:
        """Refuse a page elsewhere whose name was pointed at this machine (DNS rebinding)."""
        host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        return host in {HOST, "localhost"}

    def _at_home(self, page: bytes) -> bytes:
        """Turn a page's links to the published site into links to this server, under the name it was asked by."""
        published = self.server.published()
        if not published:
            return page
        page = page.replace(f"{published}/".encode(), f"http://{self.headers['Host']}/".encode())
        folder = urllib.parse.urlsplit(published).path
        return page.replace(f'="{folder}/'.encode(), b'="/') if folder else page

    def _send(self, status: HTTPStatus, kind: str, contents: bytes, *, body: bool, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(contents)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if body:
            self.wfile.write(contents)

    def _wait_for_builds(self, live: Turn) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        known = 0
        while True:
            number, over = live.wait(known, HEARTBEAT)
            if over:
                return
            self.wfile.write(b": still here\n\n" if number == known else f"data: {number}\n\n".encode())
            self.wfile.flush()
            known = number

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing: the terminal is for what the build says."""
