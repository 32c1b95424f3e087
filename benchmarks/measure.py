"""Run one command to its end and print, as JSON, what its whole process tree used.

Started afresh for each measured build: a process begins life with its parent's peak memory on
its account, so the parent has to be this small.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

SAMPLE_EVERY = 0.2
"""Seconds between two looks at a tree of several processes."""

BYTES_PER_MAXRSS = 1 if sys.platform == "darwin" else 1024


def _tree(pid: int) -> list[int]:
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                found += _tree(int(child))
    return found


def _proportional_bytes(pid: int) -> int:
    """Memory of one process, a page shared by n processes counting 1/n; 0 once it is gone."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def measure(command: list[str], log: Path) -> dict[str, float]:
    """
    Run a command and wait for it.

    Returns:
        ``status``: exit code; ``cpu``: user and system seconds of the command and every process it
        waited for; ``wall``: seconds; ``peak``: bytes of its largest process; ``tree_peak``: bytes
        of all its processes together, sampled (Linux only, elsewhere the same as ``peak``).
    """
    samples = [0]
    done = threading.Event()

    def look(pid: int) -> None:
        while not done.wait(SAMPLE_EVERY):
            tree = _tree(pid)
            if len(tree) > 1:
                samples.append(sum(map(_proportional_bytes, tree)))

    with log.open("wb") as stream:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.STDOUT)
        watcher = threading.Thread(target=look, args=(process.pid,))
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        done.set()
        watcher.join()
    peak = usage.ru_maxrss * BYTES_PER_MAXRSS
    return {
        "status": process.returncode,
        "cpu": usage.ru_utime + usage.ru_stime,
        "wall": wall,
        "peak": peak,
        "tree_peak": max(peak, *samples),
    }


if __name__ == "__main__":
    log, *command = sys.argv[1:]
    print(json.dumps(measure(command, Path(log))))
