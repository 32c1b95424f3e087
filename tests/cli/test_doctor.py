"""Examining the machine."""

from __future__ import annotations

import importlib.metadata
import shutil
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from chophien.build.folder import Lock
from chophien.cli import doctor


def test_packages_as_locked_are_well_and_others_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.packages().well
    real = importlib.metadata.version

    def version(name: str) -> str:
        return "0.0.1" if name == "pelican" else real(name)

    monkeypatch.setattr(importlib.metadata, "version", version)
    found = doctor.packages()
    assert not found.well
    assert "pelican 0.0.1" in str(found.values["names"])


@pytest.mark.parametrize(("year", "well"), [(1970, False), (2025, False), (2026, True), (2099, True), (2100, False)])
def test_a_clock_with_a_flat_battery_is_noticed(year: int, well: bool) -> None:
    assert doctor.clock(datetime(year, 1, 1)).well is well


@pytest.mark.parametrize(("free", "well"), [(10**6, False), (10**10, True)])
def test_a_full_disk_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, well: bool) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    assert doctor.disk(tmp_path).well is well


def test_a_folder_that_cannot_be_written_is_noticed(tmp_path: Path) -> None:
    assert doctor.writable(tmp_path).well
    assert not doctor.writable(tmp_path / "missing").well


def test_a_running_build_is_noticed(built: Path) -> None:
    assert doctor.output(built, built / "output").key == "doctor-output"
    with Lock(built / doctor.STORE / "lock") as lock:
        assert lock.take(wait=False)
        assert doctor.output(built, built / "output").key == "doctor-output-held"


@pytest.mark.parametrize(("variable", "well"), [("cp1252", False), ("utf-8:replace", True), ("ascii", False)])
def test_a_console_without_vietnamese_is_noticed(monkeypatch: pytest.MonkeyPatch, variable: str, well: bool) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", variable)
    assert doctor.encoding().well is well
