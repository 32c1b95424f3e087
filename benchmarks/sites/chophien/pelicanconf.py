"""A commune's folder as small as can be; everything else is in commune.yaml."""

from pathlib import Path

from chophien.plugin.settings import load

globals().update(load(Path(__file__).resolve().parent))
