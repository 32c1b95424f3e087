"""
Plans everything that must exist, makes what changed, and puts the whole site in place at once.

Names are loaded when they are asked for: ``freshness`` must be usable from a bare Python within milliseconds.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers know the name; importing ``typing`` would cost more than a whole check
if TYPE_CHECKING:
    from typing import Any

    from .engine import Build, Options, Outcome, check

__all__ = ["Build", "Options", "Outcome", "check"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from . import engine

        return getattr(engine, name)
    raise AttributeError(name)
