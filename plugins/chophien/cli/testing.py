"""The tests of the software, one step after the other, each with its name and result."""

from __future__ import annotations

import os
import re
import shutil
import subprocess  # nosec: fixed programs of our own environment
import sys
from pathlib import Path
from typing import NamedTuple

from .console import Console
from .run import Asked, Usage


class Step(NamedTuple):
    """One step: its name and the module of Python to run with its arguments."""

    name: str
    arguments: tuple[str, ...]


STEPS = (
    Step("ruff check", ("ruff", "check", "--output-format", "concise", ".")),
    Step("ruff format", ("ruff", "format", "--check", "--output-format", "concise", ".")),
    Step("mypy --strict", ("mypy",)),
    Step("pip-audit", ("pip_audit", "--requirement", "requirements.lock", "--require-hashes", "--disable-pip")),
    Step("pytest", ("pytest",)),
)
"""pytest comes last, so that its closing line is the end; import contracts and the secret scan are among its tests."""

UNREACHABLE = re.compile(r"ServiceError|ConnectionError|ConnectTimeout|Max retries|Name or service|resolve|SSLError")
VULNERABLE = re.compile(r"Found \d+ known vulnerabilit")

UNAUDITED = re.compile(r"could not be audited")

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names of the browser that its tests need."""


def test(asked: Asked) -> int:
    """Run every step even after one failed, and tell all results."""
    root = asked.root
    if not (root / "requirements-dev.lock").is_file():
        raise Usage("requirements-dev.lock?")
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if asked.ci:
        environment["CI"] = "true"
    results = [("chromium", asked.console.word("step-ok" if browser() or not asked.ci else "step-failed"))]
    results += [(step.name, _run(step, root, environment, asked)) for step in STEPS[:-1]]
    asked.console.line("")
    for name, result in results:
        asked.console.line(f"[{name}] {result}")
    last = STEPS[-1]
    asked.console.line(f"\n[{last.name}]")
    code = subprocess.run([sys.executable, "-m", *last.arguments], cwd=root, env=environment).returncode  # noqa: S603
    failed = asked.console.word("step-failed")
    return 1 if code or any(result == failed for _, result in results) else 0


def browser() -> str | None:
    """Return the browser that the page tests drive, if the machine has one."""
    return next((found for found in map(shutil.which, CHROMIUM) if found), None)


def _run(step: Step, root: Path, environment: dict[str, str], asked: Asked) -> str:
    command = [sys.executable, "-m", *step.arguments]
    done = subprocess.run(  # noqa: S603
        command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    told = (done.stdout + done.stderr).strip()
    asked.console.line(f"[{step.name}] …" + (f"\n{told}" if done.returncode and not UNREACHABLE.search(told) else ""))
    if step.name == "pip-audit":
        return audited(told, done.returncode, asked.console)
    return asked.console.word("step-failed" if done.returncode else "step-ok")


def audited(told: str, code: int, console: Console) -> str:
    """
    Judge what pip-audit says.

    A service that did not answer is told, not failed on: it says nothing of the packages. pip-audit itself
    ends with 0 when it could look no package up.
    """
    if VULNERABLE.search(told) or (code and not UNREACHABLE.search(told)):
        return console.word("step-failed")
    if code or UNAUDITED.search(told):
        return console.word("step-unaudited", n=len(UNAUDITED.findall(told)) or "?")
    return console.word("step-ok")
