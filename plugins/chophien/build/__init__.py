"""
Plans everything that must exist, makes what changed, and puts the whole site in place at once.

Names are loaded when they are asked for: ``freshness`` must be usable from a bare Python within milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .engine import Build, Options, Outcome, check

__all__ = ["Build", "Options", "Outcome", "check"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from . import engine

        return getattr(engine, name)
    raise AttributeError(name)
