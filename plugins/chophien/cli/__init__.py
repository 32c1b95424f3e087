"""The commands: ``python3 tasks.py …``, ``invoke …`` and ``chophien …`` all end here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None, root: str | Path | None = None) -> int:
    """
    Run one command line.

    Args:
        argv: The words after the program's name; none reads the process's own.
        root: Folder of the commune; none looks for ``commune.yaml`` from here upwards.
    Returns:
        Exit code: 0 done, 1 unexpected failure, 2 wrong command line, 3 errors in the content, 4 warnings
        with ``--strict``, 5 the publishing target failed, 6 stopped for safety.
    """
    from .run import run

    return run(list(sys.argv[1:] if argv is None else argv), Path(root) if root else None)


__all__ = ["main"]
