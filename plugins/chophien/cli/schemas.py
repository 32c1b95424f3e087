"""JSON Schema files, so that editors complete and check what staff type."""

from __future__ import annotations

import json
from pathlib import Path

from chophien import model

from .run import Asked


def write(root: Path) -> list[Path]:
    """Write ``schema/<kind>.json`` of every kind of file; a file that is right already is left alone."""
    folder = root / "schema"
    folder.mkdir(exist_ok=True)
    written = []
    for kind in model.RECORDS:
        path = folder / f"{kind}.json"
        wanted = (json.dumps(model.schema(kind), ensure_ascii=False, indent=1) + "\n").encode()
        if not path.is_file() or path.read_bytes() != wanted:
            path.write_bytes(wanted)
        written.append(path)
    return written


def schema(asked: Asked) -> int:
    """Write the schemas of the commune's folder."""
    asked.console.say("schema-written", n=len(write(asked.root)), folder="schema/")
    return 0
