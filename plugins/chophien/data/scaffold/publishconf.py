"""Settings of Pelican for publishing."""

from pathlib import Path

from chophien.plugin.settings import load

globals().update(load(Path(__file__).parent, publish=True))
