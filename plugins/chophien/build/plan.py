"""
Everything that must exist, as tasks with keys.

A key holds the digest of all that a file depends on: its records as written, what the day makes of
them, the cards and pictures on it, the site, the theme and the program. A task whose key stands in the
last generation is not made again.
"""

from __future__ import annotations

from pathlib import Path

from chophien.model import Site

from . import planners
from .book import Book, digest
from .context import Context
from .planner import Planner
from .task import Task


class Plan:
    """The tasks of one build; ``pelican`` is the key of all that Pelican writes."""

    def __init__(self, tasks: list[Task], site: Site, salt: bytes, pelican: bytes) -> None:
        self.tasks = tasks
        self.site = site
        self.salt = salt
        self.pelican = pelican
        self.makers_of: dict[str, str] = {}
        for task in tasks:
            for path in task.paths:
                other = self.makers_of.setdefault(path, task.id)
                if other != task.id:
                    raise ValueError(f"{path} is made by {other} and by {task.id}")


def plan(book: Book, code: str, words: Path | None = None) -> tuple[Plan, Context]:
    """
    Plan the whole site but what is joined from parts; of what Pelican writes there is only a key.

    Args:
        book: What the folder says.
        code: Digest of the program.
        words: Folder with the commune's own interface words.
    """
    planner = Planner(book, code)
    people = {id: planner.producer(entry) for id, entry in book.entries["producer"].items()}
    planners.given(planner)
    goods = planners.products(planner, people)
    planners.product_lists(planner, goods)
    planners.producers(planner, people, goods)
    planners.places(planner, people, goods)
    planners.events(planner)
    planners.trips(planner)
    planners.seasons(planner, goods)
    planners.place_map(planner, people)
    planners.needs(planner, goods, people)
    planners.news(planner)
    planners.home(planner, goods, people)
    planners.home_cards(planner)
    planners.plain(planner)
    planners.photos(planner)
    planners.kit_list(planner, goods)
    planners.loudspeaker(planner, goods)
    made = Plan(planner.tasks, planner.site, planner.salt, _pelican(planner))
    return made, Context(book, planner.site, words)


def _pelican(planner: Planner) -> bytes:
    """Return the key of news and free pages, which Pelican writes, and of the settings it runs with."""
    depends = [planner.salt]
    for kind in ("news", "page"):
        for entry in planner.book.all(kind):
            depends += [entry.id.encode(), entry.digest, planner.photos(entry), planner.linked(entry)]
    for name in ("pelicanconf.py", "publishconf.py"):
        path = planner.book.root / name
        depends.append(path.read_bytes() if path.is_file() else b"-")
    return digest(*depends)


__all__ = ["Plan", "plan"]
