"""
The Pelican plugin: Pelican's signals on one side, the build engine on the other.

Pelican reads and writes news and free pages with our reader and writer; our generator makes every other
page in the same run. What Pelican would only log and leave out stops the build here.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chophien.build import Options, Outcome


def register() -> None:
    """Connect to Pelican's signals; Pelican calls this for each module in ``PLUGINS``."""
    from .adapter import connect

    connect()


def run(options: Options, progress: Callable[[str, int, int], None]) -> Outcome:
    """
    Build a commune's site, running Pelican in this process when news or free pages changed.

    Args:
        options: What to build.
        progress: Told the step's name, what is done and how much there is.
    Returns:
        What was done; mistakes of authors are in it, never raised.
    Raises:
        Exception: A fault of ours or of the machine.
    """
    import sqlite3

    from chophien.build import freshness, store

    try:
        return _run(options, progress)
    except sqlite3.DatabaseError:
        # A store damaged by a power cut is worked out anew; whatever else is wrong with the disk comes again.
        store.remove(options.root / freshness.STATE_FOLDER)
        return _run(options, progress)


def _run(options: Options, progress: Callable[[str, int, int], None]) -> Outcome:
    from chophien.build import Build

    # A build makes records and strings that live until its end: looking for cycles among them is lost work.
    collecting = gc.isenabled()
    gc.disable()
    build = Build(options, progress)
    try:
        if build.open(lambda: progress("waiting", 0, 0)):
            build.prepare()
            if build.pelican_kept():
                build.make()
                build.finish()
            else:
                from .adapter import run_pelican

                run_pelican(build)
    except Exception as error:
        if not build.blame(error):
            raise
    finally:
        build.close()
        if collecting:
            gc.enable()
    return build.outcome


__all__ = ["register", "run"]
