"""Noticing changes, and building again in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

import chophien
from chophien.cli import watch


def test_a_change_is_told_once_it_holds_still(commune: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "PAUSE", 0.02)
    ended = threading.Event()
    told: list[list[str]] = []
    seen = watch.look(commune)

    def follow() -> None:
        for files in watch.changes(commune, ended, seen):
            told.append(files)

    thread = threading.Thread(target=follow)
    thread.start()
    path = commune / "content/news/moi.md"
    path.write_text("x", "utf-8")
    (commune / "content/news/trang-da-mo.md").unlink()
    deadline = time.monotonic() + 10
    while [file for files in told for file in files][-2:] == [] and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.3)
    ended.set()
    thread.join()
    assert sorted({file for files in told for file in files}) == ["content/news/moi.md", "content/news/trang-da-mo.md"]


def test_what_changed_is_named() -> None:
    before = {"a": (1, 1), "b": (1, 1), "c": (1, 1)}
    assert watch.changed(before, {"a": (1, 1), "b": (2, 1), "d": (1, 1)}) == ["b", "c", "d"]


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent as a POSIX signal")
def test_serve_builds_shows_and_builds_again(commune: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(chophien.__file__).parent.parent)}
    words = [sys.executable, "-m", "chophien.cli", "serve", "--port", "8100"]
    with subprocess.Popen(
        words, cwd=commune, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as server:
        try:
            assert server.stdout
            address = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))
            path = commune / "products/gio-tre-vi-du/product.yaml"
            text = path.read_text("utf-8")
            path.write_text(text.replace("120.000", "35k"), "utf-8")
            next(line for line in server.stdout if "được giữ nguyên" in line)
            assert "120.000" in page(address)
            path.write_text(text.replace("120.000", "99.000"), "utf-8")
            next(line for line in server.stdout if "Đã dựng" in line)
            assert "99.000" in page(address)
        finally:
            server.send_signal(signal.SIGINT)
            try:
                ended = server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                raise
        assert ended == 0


def page(address: str) -> str:
    with urllib.request.urlopen(address + "san-pham/gio-tre-vi-du.html", timeout=5) as answer:
        return answer.read().decode()
