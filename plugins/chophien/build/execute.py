"""
Runs tasks in this process or, when there are many, in a pool of them, and writes what they make.

Where the system forks, workers inherit the context and get only numbers; elsewhere they are sent the
context once. Files go straight into the staging folder: nobody reads it before it is switched in.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from chophien import pages

from .blame import blamed
from .context import Context
from .makers import MAKERS
from .task import Task

WEIGHTS = {"photo": 400, "cards": 300, "home-cards": 100, "own-share": 40}
"""How many pages' work a task of a maker is; others are one."""
CHUNK = 48
"""Work handed over at once: enough to make the hand-over cheap, little enough to keep workers even."""
POOL_FROM = 2500
"""
From this many pages a pool is opened. Measured on two cores: at 1,000 it saves no time, at 10,000 more than a third;
where between them it begins to pay was not measured.
"""
PHOTOS_FROM = 1600
"""From this much work on photos and cards, which spreads better."""
READ_POOL_FROM = 2500

Progress = Callable[[str, int, int], None]


class Job(NamedTuple):
    """What a process needs to run tasks."""

    context: Context
    stage: Path
    theme: tuple[str, ...]
    words: str | None
    stamp: str


class Done(NamedTuple):
    """What one task left: files as (path, digest, size), and parts by name."""

    task: int
    files: tuple[tuple[str, bytes, int], ...]
    parts: tuple[tuple[str, bytes], ...]


_job: Job | None = None
_tasks: Sequence[Task] = ()


def write(path: str, content: bytes) -> None:
    """Write a file of the staging folder with one call."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o644)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def _run_one(job: Job, number: int, task: Task) -> Done:
    try:
        result = MAKERS[task.maker](job.context, *task.args)
    except Exception as error:
        mistaken = blamed(error, job.theme)
        if mistaken is None:
            raise
        raise mistaken from error
    if len(result.files) != len(task.paths):
        raise ValueError(f"{task.id} made {len(result.files)} files for {len(task.paths)} paths")
    stage = str(job.stage)
    files = []
    for path, content in zip(task.paths, result.files, strict=True):
        write(f"{stage}/{path}", content)
        files.append((path, hashlib.blake2b(content, digest_size=16).digest(), len(content)))
    return Done(number, tuple(files), result.parts)


def _begin(job: Job) -> None:
    global _job
    _job = job
    pages.set_up(job.theme, job.words, job.stamp)


def _begin_forked() -> None:
    """Let go of the parent's store, whose connection must not be used here."""
    if _job is not None:
        _job.context.book.store = None


def _run_range(start: int, stop: int) -> list[Done]:
    if _job is None:
        raise RuntimeError("the worker was not set up")
    return [_run_one(_job, number, _tasks[number]) for number in range(start, stop)]


def _run_sent(first: int, tasks: Sequence[Task]) -> list[Done]:
    if _job is None:
        raise RuntimeError("the worker was not set up")
    return [_run_one(_job, number, task) for number, task in enumerate(tasks, first)]


def _pool(count: int, forked: Callable[[], None] | None, sent: Job | None) -> Any:
    """
    Open a pool; its modules take a while to load and are needed by large builds alone.

    Args:
        count: Number of processes.
        forked: What a forked worker does first.
        sent: What any other worker is sent.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    if _forks():
        return ProcessPoolExecutor(count, mp_context=get_context("fork"), initializer=forked)
    if sent is None:
        return ProcessPoolExecutor(count)
    return ProcessPoolExecutor(count, initializer=_begin, initargs=(sent,))


def _forks() -> bool:
    return sys.platform.startswith("linux")


def workers(jobs: int | None) -> int:
    """Return how many processes to use: as asked, else one for each processor we may use."""
    if jobs is not None:
        return max(1, jobs)
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def run(job: Job, tasks: Sequence[Task], jobs: int | None, progress: Progress) -> Iterator[Done]:
    """
    Run tasks, their folders already there; results come in the order of the tasks.

    Raises:
        Mistaken: The commune's own theme or its page does not do.
        Exception: Whatever else a maker raises; it is a fault of ours.
    """
    global _tasks
    count = workers(jobs)
    _begin(job)
    ranges = _ranges(tasks)
    photos = sum(WEIGHTS.get(task.maker, 0) for task in tasks)
    if count == 1 or (len(tasks) < POOL_FROM and photos < PHOTOS_FROM):
        for number, task in enumerate(tasks):
            yield _run_one(job, number, task)
            progress("pages", number + 1, len(tasks))
        return
    _tasks = tasks
    if _forks():
        gc.collect()
        gc.freeze()
        with _pool(count, _begin_forked, None) as pool:
            futures = [pool.submit(_run_range, start, stop) for start, stop in ranges]
            yield from _gather(futures, len(tasks), progress)
        gc.unfreeze()
    else:
        with _pool(count, None, job) as pool:
            futures = [pool.submit(_run_sent, start, tasks[start:stop]) for start, stop in ranges]
            yield from _gather(futures, len(tasks), progress)
    _tasks = ()


def _ranges(tasks: Sequence[Task]) -> list[tuple[int, int]]:
    """Cut the tasks into ranges of about ``CHUNK`` work each."""
    found = []
    start, load = 0, 0
    for number, task in enumerate(tasks, 1):
        load += WEIGHTS.get(task.maker, 1)
        if load >= CHUNK or number == len(tasks):
            found.append((start, number))
            start, load = number, 0
    return found


def _gather(futures: list[Any], total: int, progress: Progress) -> Iterator[Done]:
    done = 0
    futures.reverse()
    while futures:
        found = futures.pop().result()
        done += len(found)
        progress("pages", done, total)
        yield from found


class Spread:
    """Applies a function to many items, in several processes when there are many."""

    def __init__(self, jobs: int | None, progress: Progress, word: str, pool_from: int = READ_POOL_FROM) -> None:
        self._count = workers(jobs)
        self._progress = progress
        self._word = word
        self._from = pool_from

    def __call__(self, function: Callable[[Any], Any], items: Sequence[Any], weight: int = 1) -> Iterable[Any]:
        """Return the results in the order of the items, each of which is as much work as ``weight`` small files."""
        if self._count == 1 or len(items) * weight < self._from:
            for number, item in enumerate(items, 1):
                yield function(item)
                if number % 50 == 0 or number == len(items):
                    self._progress(self._word, number, len(items))
            return
        with _pool(self._count, None, None) as pool:
            for number, result in enumerate(pool.map(function, items, chunksize=max(1, 64 // weight)), 1):
                yield result
                if number % 200 == 0 or number == len(items):
                    self._progress(self._word, number, len(items))


__all__ = ["Done", "Job", "Progress", "Spread", "run", "workers", "write"]
