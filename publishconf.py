"""Settings of Pelican for publishing."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "plugins"))

from chophien.plugin.settings import load  # noqa: E402

globals().update(load(HERE, publish=True))
