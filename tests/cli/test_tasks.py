"""``tasks.py`` as a script with a bare Python, and as a file of invoke."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent
BARE = Path(sys.base_prefix) / ("python.exe" if os.name == "nt" else "bin/python3")
"""A Python without any package of ours."""


def script(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [BARE, "-S", "tasks.py", *words], cwd=folder, capture_output=True, env={**os.environ, **environment}, timeout=60
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a source folder with nothing but the commands' table, its way to the build closed."""
    shutil.copy(ROOT / "tasks.py", tmp_path)
    (tmp_path / "plugins" / "chophien" / "cli").mkdir(parents=True)
    shutil.copy(ROOT / "plugins/chophien/cli/table.py", tmp_path / "plugins/chophien/cli/table.py")
    (tmp_path / "requirements.lock").write_text("nothing==1.0 --hash=sha256:00\n")
    return tmp_path


@pytest.fixture
def tasks(folder: Path) -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("tasks_under_test", folder / "tasks.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    kept = sys.modules.pop("invoke", None)
    spec.loader.exec_module(module)
    yield module
    if kept:
        sys.modules["invoke"] = kept


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_the_list_is_printed_on_any_console(folder: Path, encoding: str) -> None:
    done = script(folder, PYTHONIOENCODING=encoding, LANG="C", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "kiem-tra" in done.stdout.decode() and "kiểm tra mọi tệp" in done.stdout.decode()
    assert not (folder / ".venv").exists()


def test_an_unknown_command_names_the_nearest_and_ends_with_2(folder: Path) -> None:
    done = script(folder, "chekc")
    assert done.returncode == 2
    assert "Có phải bạn muốn: check?" in done.stdout.decode()
    assert "Did you mean check?" in script(folder, "chekc", "--en").stdout.decode()


def test_an_old_python_is_told_which_one_is_needed(folder: Path) -> None:
    lie = "import sys, runpy; sys.version_info = (3, 9, 2); sys.version = '3.9.2 old'; sys.argv = ['tasks.py', 'build']"
    done = subprocess.run(
        [BARE, "-c", f"{lie}; runpy.run_path('tasks.py', run_name='__main__')"], cwd=folder, capture_output=True
    )
    assert done.returncode == 1
    assert "3.9.2, quá cũ: cần 3.11" in done.stdout.decode()


def test_a_missing_venv_module_names_the_debian_package(folder: Path) -> None:
    lie = "import sys, runpy; sys.modules['ensurepip'] = None; sys.argv = ['tasks.py', 'build']"
    done = subprocess.run(
        [BARE, "-c", f"{lie}; runpy.run_path('tasks.py', run_name='__main__')"], cwd=folder, capture_output=True
    )
    assert done.returncode == 1
    assert "python3-venv" in done.stdout.decode()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "không đúng mã băm"),
        ("NewConnectionError: Failed to establish a new connection", "chưa có mạng"),
        ("Could not find a version that satisfies the requirement x (from versions: none)", "chưa có mạng"),
        ("OSError: [Errno 28] No space left on device", "Ổ đĩa đã đầy"),
        ("something else", "Không cài được"),
    ],
)
def test_a_failed_installation_is_explained(
    tasks: ModuleType, capsys: pytest.CaptureFixture[str], told: str, said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        tasks.explain(told)
    assert ended.value.code == 1
    assert said in capsys.readouterr().out


def freshness(folder: Path, answer: str) -> None:
    (folder / "plugins/chophien/build").mkdir(exist_ok=True)
    (folder / "plugins/chophien/build/freshness.py").write_text(f"def repeat(root, lang):\n    {answer}\n")


def test_nothing_changed_is_said_before_anything_is_set_up(folder: Path) -> None:
    freshness(
        folder, "import os; return 'nhắc lại' + chr(10) if os.path.isfile(os.path.join(root, 'tasks.py')) else None"
    )
    done = script(folder, "build")
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[0] == "nhắc lại"
    assert "Không có gì thay đổi kể từ lần dựng trước" in done.stdout.decode()
    assert str(folder / "output" / "index.html") in done.stdout.decode()
    assert not (folder / ".venv").exists()


@pytest.mark.parametrize("words", [["build", "--strict"], ["rebuild"], ["check"], ["build", "--today", "2026-01-01"]])
def test_only_a_plain_build_is_skipped(tasks: ModuleType, folder: Path, words: list[str]) -> None:
    freshness(folder, "return ''")
    assert tasks.last_told(["dung"]) == ""
    assert tasks.last_told(["build", "--en"]) == ""
    assert tasks.last_told(words) is None


def test_a_broken_answer_leads_to_a_full_build(tasks: ModuleType, folder: Path) -> None:
    freshness(folder, "raise RuntimeError('x')")
    assert tasks.last_told(["build"]) is None


def test_a_package_of_another_time_leads_to_a_full_build(tasks: ModuleType, folder: Path) -> None:
    freshness(folder, "return ''")
    path = folder / "plugins/chophien/build/freshness.py"
    path.write_text(path.read_text().replace("repeat", "unchanged"))
    assert tasks.last_told(["build"]) is None


def test_what_is_installed_counts_only_for_this_lock_and_place(tasks: ModuleType, folder: Path) -> None:
    (folder / ".venv" / "bin").mkdir(parents=True)
    Path(tasks.PYTHON).parent.mkdir(parents=True, exist_ok=True)
    Path(tasks.PYTHON).touch()
    stamp = folder / ".venv" / ".chophien-lock"
    lock = hashlib.sha256((folder / "requirements.lock").read_bytes()).hexdigest()
    right = {**tasks.place(), "requirements.lock": lock}
    stamp.write_text(json.dumps(right))
    tasks.set_up(testing=False)  # nothing to do: it would fail otherwise
    for other in ({"place": "elsewhere"}, {"python": "an older one"}):
        stamp.write_text(json.dumps({**right, **other}))
        assert tasks.installed() == {}
    stamp.write_text("{")
    assert tasks.installed() == {}


def test_the_tests_need_the_source_folder(tasks: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        tasks.wanted(testing=True)
    assert ended.value.code == 2
    assert "mã nguồn" in capsys.readouterr().out


def invoke(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", *words], cwd=ROOT, capture_output=True, env={**os.environ, **environment}
    )


def test_invoke_lists_every_command_on_any_console() -> None:
    done = invoke("--list", PYTHONIOENCODING="cp1252", LANG="C", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr.decode()
    assert "build (dung)" in done.stdout.decode()


def test_invoke_before_the_first_set_up_tells_what_to_run(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tasks.py", tmp_path)
    done = subprocess.run([sys.executable, "-m", "invoke", "--list"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 1
    assert f"Hãy chạy trước: {'py' if os.name == 'nt' else 'python3'} tasks.py build" in done.stdout.decode()
    assert b"Traceback" not in done.stderr


def test_invoke_runs_a_command_and_passes_its_exit_code() -> None:
    assert b"chophien" in invoke("version").stdout
    assert invoke("check", "--today", "not-a-day").returncode == 2
