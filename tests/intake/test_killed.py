"""A run killed at any moment leaves whole files, and the next one ends where an undisturbed one does."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import chophien
from chophien import sources
from chophien.intake import Status
from chophien.sources import Unit

from .conftest import encoded, jpeg, make, picture, put, take_in, tree
from .test_photos import KNIFE

KILLED = """
import os, signal, sys
sys.path[:0] = [{plugins!r}, {tests!r}]
from pathlib import Path
from intake.conftest import take_in
left = int(sys.argv[2])
def deadly(function, after):
    def call(*given, **more):
        global left
        left -= 1
        if left == 0 and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        found = function(*given, **more)
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return found
    return call
after = sys.argv[3] == "after"
for name in ("replace", "rename", "fsync", "unlink"):
    setattr(os, name, deadly(getattr(os, name), after))
if sys.argv[4] == "other-disk":
    def rename(*given):
        raise OSError(18, "Invalid cross-device link")
    os.rename = rename
take_in(Path(sys.argv[1]))
print("calls left", left)
"""
LAST = 1000
HONEY = Unit("product", "mat-ong", "products/mat-ong/product.yaml")
VILLAGE = Unit("place", "pac-rang", "content/places/pac-rang/index.md")


SMALL = (640, 560)


def fill(root: Path) -> Path:
    make(root)
    put(root, "hop-thu/dao-phuc-sen/1.jpg", jpeg(1, SMALL))
    put(root, "hop-thu/dao-phuc-sen/2.png", encoded(picture(2, SMALL), "PNG"))
    put(root, "hop-thu/dao-phuc-sen/3.jpg", jpeg(1, SMALL))
    put(root, "hop-thu/pac-rang.jpg", jpeg(4, SMALL))
    return root


def run(root: Path, at: int, when: str, disk: str) -> subprocess.CompletedProcess[str]:
    here = Path(__file__).parent
    script = KILLED.format(plugins=str(Path(chophien.__file__).parent.parent), tests=str(here.parent))
    command = [sys.executable, "-c", script, str(root), str(at), when, disk]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def other_disk(*_: object) -> None:
    raise OSError(errno.EXDEV, "Invalid cross-device link")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("disk", ["same-disk", "other-disk"])
def test_a_killed_run_is_finished_by_the_next(tmp_path: Path, disk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old = fill(tmp_path / "old")
    before = tree(old)
    whole = Path(shutil.copytree(old, tmp_path / "whole"))
    told = run(whole, LAST, "before", disk)
    assert told.returncode == 0, told.stderr
    wanted = tree(whole)
    calls = LAST - int(told.stdout.split()[-1])
    moments = sorted({1 + round(step * (calls - 1) / 9) for step in range(10)})
    assert len(moments) == 10
    if disk == "other-disk":
        monkeypatch.setattr(os, "rename", other_disk)
    for at in moments:
        root = Path(shutil.copytree(old, tmp_path / str(at)))
        assert run(root, at, "after" if at % 2 else "before", disk).returncode == -signal.SIGKILL
        left = {name: made for name, made in tree(root).items() if not name.endswith(".anh-moi")}
        # Every picture is whole, wherever it stands by now, and every record can be read.
        assert {left[name] for name in left if name.endswith((".jpg", ".png"))} <= {*before.values(), *wanted.values()}
        assert set(sources_of(left)) == set(sources_of(before))
        assert_whole(root, KNIFE, VILLAGE)
        take_in(root)
        assert tree(root) == wanted, at


def assert_whole(root: Path, *units: Unit) -> None:
    """A record can be read, and each photo that it names is there."""
    for unit in units:
        record = sources.load(root, unit).record
        assert record is not None
        for photo in record.photos:  # type: ignore[union-attr]
            assert (root / unit.folder / photo.file).is_file(), photo.file


def sources_of(files: dict[str, str]) -> list[str]:
    return [name for name in files if name.endswith((".yaml", ".md"))]


def test_every_single_step_can_be_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same in this process, where an exception stands for the kill, at each call there is."""
    wanted_root = make(tmp_path / "whole")
    put(wanted_root, "hop-thu/mat-ong.jpg", jpeg(1, SMALL))
    take_in(wanted_root)
    wanted = tree(wanted_root)

    class Killed(BaseException):
        pass

    at = 0
    while True:
        at += 1
        root = make(tmp_path / str(at))
        put(root, "hop-thu/mat-ong.jpg", jpeg(1, SMALL))
        left = [at]

        with monkeypatch.context() as patched:
            for name in ("replace", "rename", "fsync"):
                real = getattr(os, name)

                def call(*given: object, real=real, left=left) -> object:  # type: ignore[no-untyped-def]
                    left[0] -= 1
                    if left[0] == 0:
                        raise Killed
                    return real(*given)

                patched.setattr(os, name, call)
            try:
                outcomes = take_in(root)
            except Killed:
                outcomes = []
        assert_whole(root, HONEY)
        if outcomes:
            assert outcomes[0].status is Status.TAKEN and at > 6
            break
        take_in(root)
        assert tree(root) == wanted, at
