"""The demo commune, built once for all tests that look at it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from chophien.build import Options
from chophien.plugin import run
from demo.reading import Built

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Copy the demo commune and build it for a fixed day."""
    root = tmp_path_factory.mktemp("demo") / "xa"
    root.mkdir()
    for name in ("content", "products"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "commune.yaml", root)
    (root / "pelicanconf.py").write_text(
        "from pathlib import Path\nfrom chophien.plugin.settings import load\n"
        "globals().update(load(Path(__file__).resolve().parent))\n",
        encoding="utf-8",
    )
    outcome = run(Options(root=root, today=TODAY), lambda word, done, total: None)
    assert outcome.ok, outcome.diagnostics
    return Built(root, root / "output", outcome)
