"""The service worker: its script, and what it keeps for every visitor."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

FILE = "static/worker.js"


def worker(
    folders: Sequence[str | os.PathLike[str]], core: Mapping[str, str], offline: Sequence[tuple[str, str]]
) -> bytes:
    """
    Write the service worker of one generation of the site.

    Args:
        folders: Theme folders, the commune's before ours.
        core: Paths kept for every visitor, each with a mark that changes with the content.
        offline: For beginnings of paths, the longest first, the page that stands in for what is not kept.
    Returns:
        Contents of a script. Other pages, other marks or another script give another generation.
    """
    script = next(path for folder in folders if (path := Path(folder) / FILE).is_file()).read_text(encoding="utf-8")
    lines = "".join(line for line in script.splitlines(keepends=True) if not line.lstrip().startswith("//"))
    site = {"core": dict(core), "offline": list(offline)}
    generation = hashlib.sha256((json.dumps(site) + lines).encode()).hexdigest()[:12]
    made = json.dumps({"generation": generation, **site}, separators=(",", ":"))
    return f"const SITE = {made};\n{lines}".encode()
