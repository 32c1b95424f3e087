"""A commune as ``new commune`` makes it, built once."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from chophien.cli import main, making, units
from chophien.cli.console import Console
from chophien.cli.run import Asked

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def commune(tmp_path: Path) -> Path:
    """Return the folder of a fresh commune, without the packed software."""
    root = tmp_path / "quang-uyen"
    making.write(root, making.commune(units.units()["01576"]))
    return root


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a commune's folder with its site built; not to be changed."""
    root = tmp_path_factory.mktemp("built") / "quang-uyen"
    making.write(root, making.commune(units.units()["01576"]))
    assert main(["build"], root) == 0
    return root


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in a folder; return its exit code and what it printed."""

    def call(*words: str, root: Path | None = None) -> tuple[int, str]:
        capsys.readouterr()
        code = main(words, root)
        return code, capsys.readouterr().out

    return call


@pytest.fixture
def asked(commune: Path) -> Asked:
    """Return a question to a command, its console a text."""
    return Asked(command="", root=commune, console=Console("vi", StringIO()))
