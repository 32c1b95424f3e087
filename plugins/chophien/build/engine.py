"""
One build from the folder to the switched-in site, whoever drives it.

Pelican drives it through the plugin: ``open`` before it reads, ``stage`` before it writes, ``make``
while it writes, ``finish`` after. A build that meets an error never reaches ``finish``; the site that
stands stays.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from chophien import assets, feeds, pages, urls
from chophien.diagnostics import Diagnostic, Level, worst

from . import execute, folder, freshness, joining, offline
from .blame import Mistaken, blamed
from .book import Book
from .context import Context
from .execute import Job, Progress, Spread
from .opening import open_book
from .plan import Plan, plan
from .staging import Staging
from .store import Generation, Store, forget_generations, load_generation, save_generation
from .task import Task
from .theme import theme_folders, theme_mistakes

KEPT = ("content", "products", "theme", "plugins", "schema", "docs", "tests", ".git", freshness.STATE_FOLDER)
"""Folders of a commune or of the source folder in which no site may be put."""


@dataclass(frozen=True)
class Options:
    """
    What a build is asked.

    Args:
        root: The commune's folder.
        output: Where the site is to stand; ``output`` in the folder when none.
        today: The day it is built for; today in Viet Nam when none.
        strict: Whether warnings count as failure; for the exit code, not for the build.
        keep_going: Whether to build without the records that have errors.
        jobs: Number of processes; one for each processor when none.
        publish: Whether the site is built to be published.
    """

    root: Path
    output: Path | None = None
    today: date | None = None
    strict: bool = False
    keep_going: bool = False
    jobs: int | None = None
    publish: bool = False

    @property
    def site(self) -> Path:
        """The output folder."""
        return self.output or self.root / "output"

    @property
    def day(self) -> date:
        """The day the site is built for."""
        return self.today or freshness.today()


@dataclass
class Outcome:
    """What a build did. ``missing`` names the files of records left out with ``keep_going``."""

    output: Path
    diagnostics: list[Diagnostic] = field(default_factory=list)
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    pages: int = 0
    missing: list[str] = field(default_factory=list)
    seconds: float = 0.0
    ok: bool = False
    waited: bool = False


def _program() -> str:
    """Return what tells this program and its packages from any other; an installation changes their folder."""
    installed = Path(msgspec.__file__).parents[1].stat().st_mtime_ns
    return f"{freshness.code_signature()}\n{installed}"


def quiet(word: str, done: int, total: int) -> None:
    """Report no progress."""


class Build:
    """One build."""

    def __init__(self, options: Options, progress: Progress = quiet) -> None:
        self.options = options
        self.progress = progress
        self.started = time.monotonic()
        self.outcome = Outcome(options.site)
        self.code = hashlib.blake2b(_program().encode(), digest_size=16).hexdigest()
        self.state = options.root / freshness.STATE_FOLDER
        self.stage = folder.staging(options.site)
        self._lock = folder.Lock(self.state / "lock")
        self._locked = False
        self._stats: dict[str, freshness.Stat] = {}
        self._links: list[str] = []
        self.store: Store | None = None
        self.book: Book | None = None
        self.context: Context | None = None
        self._plan: Plan | None = None
        self._theme: tuple[str, ...] = ()
        self._staging: Staging | None = None

    # --- the four steps -------------------------------------------------------------------------

    def open(self, told: Callable[[], None] = lambda: None) -> bool:
        """
        Take the lock, read and check the folder.

        Args:
            told: Called once when another build must be waited for.
        Returns:
            Whether the site can be built; the diagnostics are in ``outcome`` either way.
        """

        def waited() -> None:
            self.outcome.waited = True
            told()

        wrong = self._wrong_place()
        if wrong is not None:
            self.outcome.diagnostics = [wrong]
            return False
        self._locked = self._lock.take(wait=True, told=waited)
        folder.recover(self.options.site)
        self._stats, self._links = freshness.snapshot(self.options.root)
        self.store = Store(self.state, self.code)
        mapper = Spread(self.options.jobs, self.progress, "reading")
        try:
            book = open_book(self.options.root, self._stats, self._links, self.options.day, self.store, mapper)
        except (sqlite3.DatabaseError, msgspec.MsgspecError, UnicodeDecodeError):
            # A store damaged by a power cut: work everything out anew. A fault of ours comes again.
            self.store.clear()
            book = open_book(self.options.root, self._stats, self._links, self.options.day, self.store, mapper)
        if not isinstance(book, Book):
            self.outcome.diagnostics = sorted(book, key=lambda item: item.order)
            return False
        self.book = book
        self.store.commit()
        self.outcome.diagnostics = sorted((*book.found, *theme_mistakes(self.options.root)), key=lambda d: d.order)
        self.outcome.missing = sorted(set(book.missing))
        if worst(self.outcome.diagnostics) is not Level.ERROR:
            return True
        errors = (d for d in self.outcome.diagnostics if d.level is Level.ERROR)
        fatal = any(d.file.startswith(("commune.yaml", "theme/")) for d in errors)
        return self.options.keep_going and not fatal

    def _wrong_place(self) -> Diagnostic | None:
        """Refuse to put the site where it would replace sources or somebody's files."""
        site = self.options.site
        real, root = Path(os.path.realpath(site)), Path(os.path.realpath(self.options.root))
        code = ""
        if root.is_relative_to(real) or any(real.is_relative_to(root / name) for name in KEPT):
            code = "output-among-sources"
        elif site.is_symlink() or (site.exists() and not site.is_dir()):
            code = "output-not-ours"
        elif site.is_dir() and any(site.iterdir()) and not load_generation(self.state, site).inode:
            # Without its note a folder is still ours when it holds what only we write.
            known = all((site / name).is_file() for name in (urls.FEEDS_REPORT, urls.CATALOG_JSON, "index.html"))
            code = "" if known else "output-not-ours"
        return Diagnostic(code, file=str(self.options.site), values={"found": str(site)}) if code else None

    def prepare(self) -> Context:
        """Plan the site and make the empty staging folder."""
        if self.book is None:
            raise RuntimeError("open comes first")
        own = theme_folders(self.options.root)[:-1]
        words = own[0] / "translations" if own and (own[0] / "translations").is_dir() else None
        self._plan, self.context = plan(self.book, self.code, words)
        theme = self._theme = tuple(str(f) for f in own)
        self._job = Job(self.context, self.stage, theme, str(words) if words else None, self._plan.salt.hex())
        pages.set_up(theme, str(words) if words else None, self._plan.salt.hex())
        self._staging = Staging(self.options.site, self.state)
        return self.context

    def pelican_kept(self) -> bool:
        """
        Link what Pelican wrote last time, when it would write the same again.

        Returns:
            Whether Pelican need not run in this build.
        """
        key, staging = self._planned().pelican, self._staged()
        if staging.before.pelican != key:
            return False
        paths = [path for path, made in staging.before.files.items() if made.key == key]
        staging.make_room(paths)
        return staging.keep(key, paths)

    def make(self) -> None:
        """Make what changed, link what did not, join the files that hold all goods."""
        made_plan, staging = self._planned(), self._staged()
        staging.make_room((*made_plan.makers_of, *joining.paths(made_plan.site)))
        part_keys = self._store().part_keys("report")
        todo: list[Task] = []
        for task in made_plan.tasks:
            if (not task.parts or part_keys.get(task.id) == task.key) and staging.keep(task.key, task.paths):
                continue
            todo.append(task)
        self._fetch(todo)
        rows: list[tuple[str, str, bytes, bytes]] = []
        for done in execute.run(self._job, todo, self.options.jobs, self.progress):
            task = todo[done.task]
            for path, content, size in done.files:
                staging.note(path, task.key, content, size)
            # Most feeds have no row of some goods; an empty part is kept only where it takes another's place.
            fresh = task.id not in part_keys
            rows += [(name, task.id, task.key, body) for name, body in done.parts if body or not fresh]
            if len(rows) > 5000:
                self._store().put_parts(rows)
                rows.clear()
        self._store().put_parts(rows)
        self._store().drop_parts(set(part_keys) - {task.id for task in made_plan.tasks})
        self._join()

    def blame(self, error: Exception) -> bool:
        """Tell whether what ended the build is a mistake of the commune's own theme, and enter it then."""
        mistaken = error if isinstance(error, Mistaken) else blamed(error, self._theme)
        if mistaken is not None:
            self.outcome.diagnostics += mistaken.found
        return mistaken is not None

    def finish(self, foreign: Iterable[Path] = ()) -> Outcome:
        """
        Switch the staged site in.

        Args:
            foreign: Files of the staging folder that Pelican wrote.
        """
        self._adopt(foreign)
        self._keepable()
        inode = self.stage.stat().st_ino
        staging = self._staged()
        save_generation(self.state, Generation(inode, staging.files, self._planned().pelican))
        self._store().commit()
        folder.switch(self.options.site)
        forget_generations(self.state, inode)
        outcome = self.outcome
        outcome.written, outcome.unchanged = staging.written, staging.unchanged
        outcome.removed = len(set(staging.before.files) - set(staging.files))
        outcome.pages = sum(path.endswith(".html") for path in staging.files)
        outcome.ok = True
        # Without --keep-going the next one has to fail, and a plain one has other settings than one to publish.
        if worst(outcome.diagnostics) is Level.ERROR or self.options.publish:
            freshness.forget(self.options.root)
        else:
            sources = freshness.signature(self._stats, self._links)
            told = bool(outcome.diagnostics)
            freshness.remember(self.options.root, self.options.site, self.options.day, sources, told=told)
        self.close()
        return outcome

    def close(self) -> None:
        """Let go of everything; a build that did not finish leaves nothing behind."""
        if self.store is not None:
            self.store.close()
            self.store = None
        if self._locked and not self.outcome.ok:
            with suppress(OSError):
                folder.recover(self.options.site)
        self._locked = False
        self._lock.release()
        self.outcome.seconds = time.monotonic() - self.started

    # --- parts of making ------------------------------------------------------------------------

    def _planned(self) -> Plan:
        if self._plan is None:
            raise RuntimeError("prepare comes first")
        return self._plan

    def _staged(self) -> Staging:
        if self._staging is None:
            raise RuntimeError("prepare comes first")
        return self._staging

    def _store(self) -> Store:
        if self.store is None:
            raise RuntimeError("the store is closed")
        return self.store

    def _fetch(self, todo: Sequence[Task]) -> None:
        """Fetch the packed products that the tasks will decode; other kinds are few and fetched whole."""
        book = self.book
        if book is None or not todo:
            return
        wanted = {task.args[0] for task in todo if task.maker in {"product", "kit"}}
        wanted |= {task.args[1] for task in todo if task.maker == "cards" and task.args[0] == "product"}
        for task in todo:
            for arg in task.args:
                if isinstance(arg, tuple):
                    wanted.update(item for item in arg if isinstance(item, str))
                    wanted.update(id for item in arg if isinstance(item, tuple) for id in item if isinstance(id, str))
        goods = book.entries["product"]
        book.need(goods[id] for id in wanted if id in goods)
        for kind, entries in book.entries.items():
            if kind != "product":
                book.need(entries.values())

    # --- the rest of the files ------------------------------------------------------------------

    def _join(self) -> None:
        """Join files from the parts of all products; none of it when no part changed."""
        made_plan, staging = self._planned(), self._staged()
        keys = b"".join(task.key for task in made_plan.tasks)
        key = hashlib.blake2b(keys + made_plan.salt + made_plan.pelican, digest_size=16).digest()
        if not staging.keep(key, joining.paths(made_plan.site)):
            if self.context is None:
                raise RuntimeError("prepare comes first")
            self.progress("joining", 0, 1)
            for path, chunks in joining.files(self.context, made_plan, self._store(), self._last_counts()):
                staging.write(path, key, chunks)
            self.progress("joining", 1, 1)
        self.outcome.diagnostics += joining.shrunk((self.stage / urls.FEEDS_REPORT).read_bytes())

    def _last_counts(self) -> dict[str, int]:
        """
        Read what each feed is measured by, from the site that stands.

        Nothing where no earlier build is known: a first build and ``rebuild`` compare with nothing. Counts that did
        not change give the same report again, so the joined files need no key of them.
        """
        if not self._staged().before.files:
            return {}
        try:
            found = feeds.counts((self.options.site / urls.FEEDS_REPORT).read_bytes())
        except OSError:
            return {}
        return {file: one.before or one.items for file, one in found.items()}

    def _keepable(self) -> None:
        """Write the service worker and the lists for the road, which name every file that visitors may keep."""
        made_plan, staging = self._planned(), self._staged()
        site, files = made_plan.site, staging.files
        folders = theme_folders(self.options.root)
        for lang, listed in offline.roads(site, files).items():
            staging.write(urls.road(lang), made_plan.salt, [listed])
        worker = assets.worker(folders, offline.core(site, files), offline.stand_ins(site.languages))
        staging.write(urls.WORKER, made_plan.salt, [worker])

    def _adopt(self, foreign: Iterable[Path]) -> None:
        """Enter what Pelican wrote; a path of ours that it wrote too is a fault."""
        made_plan, staging = self._planned(), self._staged()
        for file in foreign:
            path = file.relative_to(self.stage).as_posix()
            if path in staging.files:
                raise ValueError(f"{path} is made by Pelican and by {made_plan.makers_of.get(path, 'us')}")
            staging.adopt(file, made_plan.pelican)


def check(options: Options, progress: Progress = quiet) -> list[Diagnostic]:
    """Read and check a commune's folder without building; nothing is written."""
    stats, links = freshness.snapshot(options.root)
    mapper = Spread(options.jobs, progress, "reading")
    book = open_book(options.root, stats, links, options.day, None, mapper)
    found = [*(book.found if isinstance(book, Book) else book), *theme_mistakes(options.root)]
    return sorted(found, key=lambda item: item.order)
