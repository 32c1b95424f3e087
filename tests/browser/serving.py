"""A web host on this machine alone: a built folder, compressed and cached as real hosts do it."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SQUEEZED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ics", ".geojson"}
NAMED_BY_CONTENT = re.compile(r"-[0-9a-f]{8,}(?:-\d+)?\.[a-z0-9]+$")
MISSING = "404.html"


class Handler(SimpleHTTPRequestHandler):
    """Answers for one folder."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path = path / "index.html"
        found = path.is_file()
        if not found:
            path = Path(self.directory) / MISSING
        body = _body(path, path.stat().st_mtime_ns) if path.is_file() else b""
        lasting = "max-age=31536000, immutable" if NAMED_BY_CONTENT.search(path.name) else "max-age=600"
        headers = {"Cache-Control": lasting} | ({"Content-Encoding": "gzip"} if path.suffix in SQUEEZED else {})
        self.answer(body, self.guess_type(path), 200 if found else 404, headers)

    def answer(self, body: bytes, kind: str, status: int = 200, headers: Mapping[str, str] = {}) -> None:
        """Send a whole answer of a media type."""
        self.send_response(status)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind == "text/html" else ""))
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None: ...


@lru_cache(maxsize=512)
def _body(path: Path, changed: int) -> bytes:
    content = path.read_bytes()
    return gzip.compress(content, 6, mtime=0) if path.suffix in SQUEEZED else content


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine and give its address, which has no slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
