"""Settings of Pelican: all read from commune.yaml. Your own settings go below the last line."""

from pathlib import Path

from chophien.plugin.settings import load

globals().update(load(Path(__file__).parent))
