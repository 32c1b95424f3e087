"""Builds that are killed, meet each other, or run on another machine's settings."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from .commune import TODAY, build, found, product, tree, write

PLUGINS = Path(__file__).parents[2] / "plugins"
SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from chophien.build import Options
from chophien.plugin import run
options = Options(root=Path(sys.argv[1]), today=date.fromisoformat(sys.argv[2]), jobs=int(sys.argv[3]))
outcome = run(options, lambda word, done, total: None)
print("waited" if outcome.waited else "straight")
sys.exit(0 if outcome.ok else 3)
"""


def _start(root: Path, jobs: int = 1, **env: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(root), TODAY.isoformat(), str(jobs)],
        env={**os.environ, "PYTHONPATH": str(PLUGINS), **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_build_leaves_the_old_or_the_new_site(tmp_path: Path) -> None:
    root = found(tmp_path / "xa", 40)
    assert build(root).ok
    old = tree(root / "output")
    for number in range(1, 40):
        write(root, f"products/che-{number}/product.yaml", product(f"che-{number}", 90_000 + number))
    new_root = tmp_path / "moi"
    subprocess.run(["cp", "-r", str(root), str(new_root)], check=True)
    assert build(new_root).ok
    new = tree(new_root / "output")
    assert new != old
    started = time.monotonic()
    process = _start(new_root)
    process.wait()
    whole = time.monotonic() - started
    dice = random.Random(7)
    seen = set()
    for _ in range(12):
        process = _start(root)
        time.sleep(dice.uniform(0.0, whole * 1.2))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()
        stands = tree(root / "output")
        assert stands in (old, new)
        seen.add("new" if stands == new else "old")
        if stands == new:  # start the race again from the old site
            for number in range(1, 40):
                write(root, f"products/che-{number}/product.yaml", product(f"che-{number}", 50_000 + 1_000 * number))
            assert build(root).ok
            assert tree(root / "output") == old
            for number in range(1, 40):
                write(root, f"products/che-{number}/product.yaml", product(f"che-{number}", 90_000 + number))
    assert "old" in seen
    assert build(root).ok
    assert tree(root / "output") == new
    assert [p.name for p in root.iterdir() if p.name.startswith(".output")] == []


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    root = found(tmp_path / "xa", 30)
    first = _start(root)
    second = _start(root)
    out_first, _ = first.communicate(timeout=120)
    out_second, _ = second.communicate(timeout=120)
    assert (first.returncode, second.returncode) == (0, 0)
    assert {out_first.split()[-1], out_second.split()[-1]} == {"straight", "waited"}
    stands = tree(root / "output")
    assert build(root).written == 0
    assert tree(root / "output") == stands


def test_a_reader_never_misses_a_page_while_the_site_is_switched(tmp_path: Path) -> None:
    root = found(tmp_path / "xa", 5)
    assert build(root).ok
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux and macOS exchange two folders in one step")
    page = root / "output" / "index.html"
    missed: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                if not page.read_bytes().rstrip().endswith(b"</html>"):
                    missed.append("cut")
            except OSError as wrong:
                missed.append(str(wrong))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for price in range(60_000, 66_000, 1_000):
            write(root, "products/che-1/product.yaml", product("che-1", price))
            assert build(root).ok
    finally:
        done.set()
        reader.join()
    assert missed == []


def test_the_same_folder_gives_the_same_bytes_on_any_machine(tmp_path: Path) -> None:
    trees = []
    for number, env in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONIOENCODING": "cp1252"},
        )
    ):
        root = found(tmp_path / f"noi-{number}" / ("x" * (number + 1)), 20)
        process = _start(root, number + 1, **env)
        process.communicate(timeout=120)
        assert process.returncode == 0
        trees.append(tree(root / "output"))
    assert trees[0] == trees[1]


def test_a_build_that_cannot_write_says_so_and_keeps_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from chophien.build import execute

    root = found(tmp_path / "xa")
    assert build(root).ok
    before = tree(root / "output")
    write(root, "products/che-1/product.yaml", product("che-1", 70_000))
    calls = 0

    def full(path: str, content: bytes) -> None:
        nonlocal calls
        calls += 1
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr(execute, "write", full)
    with pytest.raises(OSError, match="No space"):
        build(root)
    assert calls == 1
    assert tree(root / "output") == before
    monkeypatch.undo()
    assert build(root).ok
