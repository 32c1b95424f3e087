"""The steps of the tests themselves."""

from __future__ import annotations

from io import StringIO

import pytest

from chophien.cli import testing
from chophien.cli.console import Console


@pytest.mark.parametrize(
    ("told", "code", "result"),
    [
        ("No known vulnerabilities found", 0, "step-ok"),
        ("Found 2 known vulnerabilities in 1 package", 1, "step-failed"),
        ("rich Dependency not found on PyPI and could not be audited: rich", 0, "step-unaudited"),
        ("ConnectionError: HTTPSConnectionPool: Max retries exceeded", 1, "step-unaudited"),
        ("could not be audited: rich\nFound 1 known vulnerability in 1 package", 1, "step-failed"),
        ("error: unrecognized arguments", 2, "step-failed"),
    ],
)
def test_an_audit_without_an_answer_is_told_and_a_finding_fails(told: str, code: int, result: str) -> None:
    console = Console("en", StringIO())
    expected = console.word(result, n=told.count("could not be audited") or "?")
    assert testing.audited(told, code, console) == expected


def test_pytest_is_the_last_step() -> None:
    assert testing.STEPS[-1].name == "pytest"
