"""The software as a wheel: a new commune sets itself up from it, in an empty folder, and builds."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import chophien
from chophien.cli import making, units, wheels

from .test_tasks import BARE

WHEEL = f"chophien-{chophien.__version__}-py3-none-any.whl"
NO_NETWORK = "chưa có mạng"


def run(folder: Path, *words: str | Path) -> tuple[int, str]:
    done = subprocess.run(
        words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    )
    return done.returncode, done.stdout


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("RECORD")}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if wheels.checkout() is None:
        pytest.skip("not a source folder")
    return wheels.pack(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_carries_all_a_commune_needs(wheel: Path) -> None:
    assert wheel.name == WHEEL
    names = set(contents(wheel))
    assert {
        "chophien/__init__.py",
        "chophien/plugin/__init__.py",
        "chophien/theme/templates/base.html",
        "chophien/schema/product.json",
        "chophien/data/requirements.lock",
        "chophien/data/communes_2025.csv",
        "chophien/data/scaffold/tasks.py",
        "chophien/data/scaffold/so-tay.md",
        "chophien/data/scaffold/commune.yaml",
        "chophien/i18n/words/vi.toml",
        "chophien/i18n/messages/vi.toml",
    } <= names
    assert [
        name for name in names if not name.startswith(("chophien/", f"chophien-{chophien.__version__}.dist-info/"))
    ] == []
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


def test_the_schemas_shipped_are_those_of_the_model() -> None:
    import json

    from chophien import model

    root = wheels.checkout()
    assert root
    for kind in model.RECORDS:
        assert json.loads((root / f"schema/{kind}.json").read_text("utf-8")) == model.schema(kind), kind


@pytest.mark.slow
def test_a_new_commune_sets_itself_up_builds_and_makes_another(wheel: Path, tmp_path: Path) -> None:
    first = tmp_path / "thu muc xa"
    making.write(first, making.commune(units.units()["01576"]))
    making.write(first, {f"banh-xe/{wheel.name}": wheel.read_bytes()})
    code, said = run(first, BARE, "tasks.py", "build")
    if code and NO_NETWORK in said and not os.environ.get("CI"):
        pytest.skip("no network")
    assert code == 0, said
    assert (first / "output/san-pham/gio-tre-vi-du.html").is_file()
    assert run(first, BARE, "tasks.py", "check", "--strict")[0] == 0
    code, said = run(first, BARE, "tasks.py", "build")
    assert (code, "Không có gì thay đổi" in said) == (0, True)

    second = tmp_path / "xa-khac"
    command = first / ".venv" / ("Scripts/chophien.exe" if os.name == "nt" else "bin/chophien")
    code, said = run(tmp_path, command, "new", "commune", "Hội An Đông", "--code", "20413", "--into", second)
    assert code == 0, said
    assert contents(second / "banh-xe" / WHEEL) == contents(wheel)
    assert run(second, command, "build", "--strict")[0] == 0
    assert "Hội An Đông" in (second / "output/index.html").read_text("utf-8")
    code, said = run(
        tmp_path, sys.executable, "-m", "pip", "install", "--no-deps", "--target", "t", second / "banh-xe" / WHEEL
    )
    assert code == 0, said
