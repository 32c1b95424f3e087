"""Building again at every change, and showing the result on this machine."""

from __future__ import annotations

import os
import signal
import subprocess  # nosec: our own command
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import chophien
from chophien import model, sources

from .run import MARKER, Asked
from .server import Server, Turn
from .watch import changes, look

MOST_NAMED = 5
"""So many changed files are named."""


def regenerate(asked: Asked) -> int:
    """Build, then build again at every change."""
    seen = look(asked.root)
    built(asked)
    asked.console.say("watching")
    return _until_stopped(asked, lambda: _follow(asked, threading.Event(), seen, lambda: None))


def serve(asked: Asked) -> int:
    """Build, show the site, build again and reload the page at every change."""
    _stoppable()
    seen = look(asked.root)
    built(asked)
    live = Turn()
    server = _server(asked, live)
    if server is None:
        return 1
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _announce(asked, server)
        code = _until_stopped(asked, lambda: _follow(asked, threading.Event(), seen, live.next))
        live.end()
        server.shutdown()
    return code


livereload = serve


def reserve(asked: Asked) -> int:
    """Build and show the site as it is, without looking for changes."""
    _stoppable()
    built(asked)
    server = _server(asked, None)
    if server is None:
        return 1
    with server:
        _announce(asked, server)
        return _until_stopped(asked, server.serve_forever)


def built(asked: Asked) -> None:
    """
    Build in a process of its own; it prints what it finds, and the old site stays when it fails.

    A new process sees edited templates, translations and code, and keeps nothing of the build before; it
    costs a second of starting up and no state can go stale.
    """
    words = ["build"]
    if asked.today:
        words += ["--today", asked.today.isoformat()]
    if asked.jobs:
        words += ["--jobs", str(asked.jobs)]
    if asked.output:
        words += ["--output", str(asked.output)]
    words += [f"--{name.replace('_', '-')}" for name in ("strict", "keep_going", "en") if getattr(asked, name)]
    package = str(Path(chophien.__file__).resolve().parent.parent)
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "chophien.cli", *words]
    subprocess.run(command, cwd=asked.root, env=environment)  # noqa: S603


def _stoppable() -> None:
    """Let Ctrl+C stop us even where whoever started us in the background had it ignored."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _until_stopped(asked: Asked, work: Callable[[], None]) -> int:
    """Work until Ctrl+C, which is how these commands end."""
    try:
        work()
    except KeyboardInterrupt:
        asked.console.say("interrupted")
    return 0


def _server(asked: Asked, live: Turn | None) -> Server | None:
    try:
        return Server(asked.site, asked.port, live, lambda: _published(asked.root))
    except OSError:
        asked.console.say("no-port", port=asked.port)
        return None


def _published(root: Path) -> str:
    """Return the address that the site is built for; read anew, as it may be edited meanwhile."""
    read = sources.load(root, sources.Unit("commune", "commune", MARKER))
    return read.record.site_url if isinstance(read.record, model.Commune) else ""


def _announce(asked: Asked, server: Server) -> None:
    if not (asked.site / "index.html").is_file():
        asked.console.say("nothing-to-show")
    asked.console.say("serving", address=server.address)


def _follow(asked: Asked, ended: threading.Event, seen: dict[str, tuple[int, int]], done: Callable[[], None]) -> None:
    for files in changes(asked.root, ended, seen):
        names = ", ".join(files[:MOST_NAMED]) + (" …" if len(files) > MOST_NAMED else "")
        asked.console.say("changed", time=f"{datetime.now():%H:%M:%S}", names=names or "chophien")
        before = _mark(asked.site)
        built(asked)
        if _mark(asked.site) != before:  # also when warnings or left-out records made the exit code another
            done()


def _mark(site: Path) -> tuple[int, int]:
    """Return what changes when a build switches the folder."""
    try:
        found = site.stat()
    except OSError:
        return 0, 0
    return found.st_ino, found.st_mtime_ns
