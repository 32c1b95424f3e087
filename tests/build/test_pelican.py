"""Pelican's own command builds the same site, and fails where it would only log."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .commune import TODAY, build, found, product, tree, write

PLUGINS = Path(__file__).parents[2] / "plugins"
EPOCH = "1795500000"
"""2026-11-24 in Viet Nam."""


def _pelican(root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pelican", "content", *more],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(PLUGINS), "SOURCE_DATE_EPOCH": EPOCH, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_epoch_is_the_day_of_the_other_tests() -> None:
    from datetime import datetime, timedelta, timezone

    assert datetime.fromtimestamp(int(EPOCH), timezone(timedelta(hours=7))).date() == TODAY


def test_pelican_content_builds_what_our_command_builds(tmp_path: Path) -> None:
    ours, theirs = found(tmp_path / "ta"), found(tmp_path / "pelican")
    assert build(ours).ok
    ran = _pelican(theirs)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert tree(ours / "output") == tree(theirs / "output")


def test_pelican_content_stops_at_a_mistake_with_a_message_and_keeps_the_site(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    assert build(root).ok
    before = tree(root / "output")
    write(root, "content/news/hong.md", "Title: Hỏng\nDate: 31/02/2026\n\nx\n")
    write(root, "products/che-1/product.yaml", product("che-1").replace("50000", "150k"))
    ran = _pelican(root)
    assert ran.returncode == 3
    assert "content/news/hong.md:2:" in ran.stdout
    assert "date-no-such-day" in ran.stdout
    assert "price-shorthand" in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr
    assert tree(root / "output") == before


def test_a_settings_file_that_is_missing_or_fails_is_told_with_its_line_and_the_site_stays(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    assert build(root).ok
    before = tree(root / "output")
    conf = root / "pelicanconf.py"
    good = conf.read_text(encoding="utf-8")
    for text, code, line in (
        ("LOCALE = (\n", "settings-not-read", 1),
        (good + "SITENAME = TEN_XA\n", "settings-not-read", good.count("\n") + 1),
        (None, "settings-missing", 0),
    ):
        conf.unlink()
        if text is not None:
            conf.write_text(text, encoding="utf-8")
        outcome = build(root)
        assert not outcome.ok
        assert [(d.code, d.file, d.line) for d in outcome.diagnostics if d.level.value == "error"] == [
            (code, "pelicanconf.py", line)
        ]
        assert tree(root / "output") == before
        conf.write_text(good, encoding="utf-8")


def test_an_error_that_pelican_only_logs_stops_the_build(tmp_path: Path, monkeypatch: object) -> None:
    import logging

    from pelican.plugins import signals

    root = found(tmp_path / "xa")

    def trouble(generators: object) -> None:
        logging.getLogger("pelican.test").error("a page was skipped")

    signals.all_generators_finalized.connect(trouble)
    try:
        outcome = build(root)
    finally:
        signals.all_generators_finalized.disconnect(trouble)
    assert not outcome.ok
    assert [d.code for d in outcome.diagnostics if d.level.value == "error"] == ["pelican-error"]
    assert not (root / "output").exists()
