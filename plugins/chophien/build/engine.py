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
from typing import Any

import msgspec

from chophien import assets, feeds, model, pages, search, urls
from chophien.diagnostics import Diagnostic, Level, worst
from chophien.model.tables import PLACE_KINDS

from . import execute, folder, freshness, makers, offline
from .blame import Mistaken, blamed
from .book import Book
from .context import Context
from .execute import Job, Progress, Spread
from .opening import open_book
from .plan import Plan, plan, theme_folders, theme_mistakes
from .store import Generation, Made, Store, forget_generations, load_generation, save_generation, written_by
from .task import Task

_PACK = msgspec.msgpack.Encoder().encode
_REPORT: msgspec.msgpack.Decoder[dict[str, feeds.Fragment]] = msgspec.msgpack.Decoder(dict[str, feeds.Fragment])


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
        self._before = Generation(0)
        self._files: dict[str, Made] = {}
        self._standing: dict[str, int] = {}

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
        self.stage.mkdir(parents=True)
        self._before = load_generation(self.state, self.options.site)
        if self._before.files:
            self._standing = _standing(self.options.site, written_by(self.state, self._before.inode))
        return self.context

    def pelican_kept(self) -> bool:
        """
        Link what Pelican wrote last time, when it would write the same again.

        Returns:
            Whether Pelican need not run in this build.
        """
        key = self._planned().pelican
        if self._before.pelican != key:
            return False
        paths = tuple(path for path, made in self._before.files.items() if made.key == key)
        for parent in {path.rpartition("/")[0] for path in paths}:
            (self.stage / parent).mkdir(parents=True, exist_ok=True)
        return self._kept(Task("pelican", key, "pelican", (), paths))

    def make(self) -> None:
        """Make what changed, link what did not, join the files that hold all goods."""
        made_plan = self._planned()
        self._folders(made_plan)
        part_keys = self._store().part_keys("report")
        todo: list[Task] = []
        for task in made_plan.tasks:
            if (not task.parts or part_keys.get(task.id) == task.key) and self._kept(task):
                continue
            todo.append(task)
        self._fetch(todo)
        rows: list[tuple[str, str, bytes, bytes]] = []
        for done in execute.run(self._job, todo, self.options.jobs, self.progress):
            task = todo[done.task]
            for path, content, size in done.files:
                self._note(path, task.key, content, size)
            rows += [(name, task.id, task.key, body) for name, body in done.parts]
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
        save_generation(self.state, Generation(inode, self._files, self._planned().pelican))
        self._store().commit()
        folder.switch(self.options.site)
        forget_generations(self.state, inode)
        outcome = self.outcome
        outcome.removed = len(set(self._before.files) - set(self._files))
        outcome.pages = sum(path.endswith(".html") for path in self._files)
        outcome.ok = True
        clean = worst(outcome.diagnostics) not in {Level.ERROR, Level.WARNING}
        sources = freshness.signature(self._stats, self._links)
        freshness.remember(self.options.root, self.options.site, self.options.day, sources, clean=clean)
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

    def _store(self) -> Store:
        if self.store is None:
            raise RuntimeError("the store is closed")
        return self.store

    def _folders(self, made_plan: Plan) -> None:
        parents = {path.rpartition("/")[0] for path in made_plan.makers_of}
        parents |= {path.rpartition("/")[0] for path in self._joined_paths()}
        for parent in sorted(parents):
            (self.stage / parent).mkdir(parents=True, exist_ok=True)

    def _kept(self, task: Task) -> bool:
        """Link a task's files from the standing site when all of them are there under its key."""
        before = self._before.files
        found = [before.get(path) for path in task.paths]
        for path, made in zip(task.paths, found, strict=True):
            if made is None or made.key != task.key or self._standing.get(path) != made.size:
                return False
        site, stage = str(self.options.site), str(self.stage)
        for path, made in zip(task.paths, found, strict=True):
            if made is not None:
                folder.link(f"{site}/{path}", f"{stage}/{path}")
                self._files[path] = made
        self.outcome.unchanged += len(task.paths)
        return True

    def _note(self, path: str, key: bytes, content: bytes, size: int) -> None:
        """Note a file just written; when it came out as before, the old file keeps its time."""
        old = self._before.files.get(path)
        if old is not None and old.digest == content and self._standing.get(path) == old.size == size:
            with suppress(OSError):
                folder.link(f"{self.options.site}/{path}", f"{self.stage}/{path}")
                self.outcome.unchanged += 1
                self._files[path] = Made(key, content, size)
                return
        self.outcome.written += 1
        self._files[path] = Made(key, content, size)

    def _fetch(self, todo: Sequence[Task]) -> None:
        """Fetch the packed products that the tasks will decode; other kinds are few and fetched whole."""
        book = self.book
        if book is None or not todo:
            return
        wanted = {task.args[0] for task in todo if task.maker in {"product", "kit"}}
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

    # --- joined files ---------------------------------------------------------------------------

    def _joined_paths(self) -> list[str]:
        site = self._planned().site
        return [
            *(exporter.FILENAME for exporter in feeds.active(site).values()),
            *feeds.companions(site),
            urls.CATALOG_JSON,
            urls.SITEMAP,
            urls.ROBOTS,
            urls.LLMS,
            urls.FEEDS_PAGE,
            urls.FEEDS_REPORT,
            *(urls.search_index(lang) for lang in site.languages),
            *(urls.path("search", lang) for lang in site.languages),
        ]

    def _join(self) -> None:
        """Join files from the parts of all products; none of it when no part changed."""
        made_plan = self._planned()
        keys = b"".join(task.key for task in made_plan.tasks)
        key = hashlib.blake2b(keys + made_plan.salt + made_plan.pelican, digest_size=16).digest()
        joined = Task("joined", key, "joined", (), tuple(self._joined_paths()))
        if self._kept(joined):
            self._tell_feeds()
            return
        site, store = made_plan.site, self._store()
        book = self.book
        if book is None or self.context is None:
            raise RuntimeError("open comes first")
        self.progress("joining", 0, 1)
        for name, exporter in feeds.active(site).items():
            rows = (body for _, body in store.parts(name))
            self._write(exporter.FILENAME, key, exporter.assemble(site, rows))
        for path, body in feeds.companions(site).items():
            self._write(path, key, [body])
        self._write(urls.CATALOG_JSON, key, self._catalog(self.context))
        products = (body for _, body in store.parts("sitemap"))
        self._write(urls.SITEMAP, key, feeds.sitemap.assemble(site, [*self._sitemap(self.context), *products]))
        self._write(urls.ROBOTS, key, [feeds.robots(site)])
        self._write(urls.LLMS, key, [feeds.llms(site, self._listed(self.context))])
        for lang in site.languages:
            entries = [*self._search(self.context, lang), *self._search_products(lang)]
            self._write(urls.search_index(lang), key, [search.index(lang, entries)])
            self._write(urls.path("search", lang), key, [makers.search_page(self.context, lang, entries)])
        self._report(key)
        self.progress("joining", 1, 1)

    def _search_products(self, lang: str) -> Iterable[search.Entry]:
        decode = msgspec.msgpack.Decoder(search.Entry).decode
        return (decode(body) for _, body in self._store().parts(f"search-{lang}"))

    def _report(self, key: bytes) -> None:
        site = self._planned().site
        fragments: dict[str, list[feeds.Fragment]] = {name: [] for name in feeds.active(site)}
        for _, body in self._store().parts("report"):
            for name, fragment in _REPORT.decode(body).items():
                fragments[name].append(fragment)
        results = {name: feeds.merge(found) for name, found in fragments.items()}
        before = self._last_counts()
        self._write(urls.FEEDS_REPORT, key, [feeds.report(site, results, before)])
        self._tell_feeds()
        kits = urls.KITS_PAGE in self._planned().makers_of
        rows, off = feeds.report_rows(site, results, "vi", before), feeds.switched_off(site, "vi")
        html = pages.feeds_report(site, kits=kits, report=rows, off=off)
        self._write(urls.FEEDS_PAGE, key, [html.encode()])

    def _tell_feeds(self) -> None:
        """Warn of feeds that lost more than half their items or hold none: a marketplace deletes what is not listed."""
        counted = feeds.counts((self.stage / urls.FEEDS_REPORT).read_bytes()).values()
        alike: dict[tuple[str, int, int], list[str]] = {}
        for one in counted:
            if one.before:
                alike.setdefault(("feed-shrank", one.items, one.before), []).append(one.file)
            elif one.emptied:
                alike.setdefault(("feed-empty", 0, 0), []).append(one.file)
        for (code, items, before), files in alike.items():
            values = {"feeds": ", ".join(files), "found": str(items), "before": str(before)}
            self.outcome.diagnostics.append(Diagnostic(code, Level.WARNING, values=values))

    def _last_counts(self) -> dict[str, int]:
        """
        Read what each feed is measured by, from the site that stands.

        Nothing where no earlier build is known: a first build and ``rebuild`` compare with nothing. Counts that did
        not change give the same report again, so the joined files need no key of them.
        """
        if not self._before.files:
            return {}
        try:
            found = feeds.counts((self.options.site / urls.FEEDS_REPORT).read_bytes())
        except OSError:
            return {}
        return {file: one.before or one.items for file, one in found.items()}

    def _catalog(self, ctx: Context) -> Iterable[bytes]:
        site, book = ctx.site, ctx.book
        catalog = feeds.catalog
        lists: dict[str, Iterable[bytes]] = {
            "products": (body for _, body in self._store().parts("catalog")),
            "producers": [
                catalog.producer(site, record, ctx.pictures(entry))
                for id, entry in sorted(book.entries["producer"].items())
                if (record := ctx.producer(id)) is not None
            ],
            "places": [
                catalog.place(site, e.record, ctx.pictures(e)) for _, e in sorted(book.entries["place"].items())
            ],
            "events": [
                catalog.event(
                    site,
                    e.record,
                    model.occurrences(e.record, ctx.today),
                    model.last_occurrence(e.record, ctx.today),
                    ctx.pictures(e),
                )
                for _, e in sorted(book.entries["event"].items())
            ],
            "trips": [catalog.trip(site, e.record, ctx.pictures(e)) for _, e in sorted(book.entries["trip"].items())],
        }
        return catalog.assemble(site, **lists)

    def _sitemap(self, ctx: Context) -> list[bytes]:
        """List every page that is no product's."""
        site, book = ctx.site, ctx.book
        langs = site.languages
        entry = feeds.sitemap.entry
        found = []
        for kind in dict.fromkeys(("home", *site.sections, *makers.public_kinds(site), "search")):
            found.append(entry(site, {lang: urls.path(kind, lang) for lang in langs}))
        made = self._planned().makers_of
        lists = [("category", category) for category in site.categories]
        lists += [("facet", facet) for facet in model.FACETS if facet not in model.THIN]
        lists += [("place-kind", kind) for kind in PLACE_KINDS]
        for kind, id in lists:
            if urls.path(kind, "vi", id) in made:
                found.append(entry(site, {lang: urls.path(kind, lang, id) for lang in langs}))
        for kind in ("producer", "place", "event", "trip"):
            for id, item in sorted(book.entries[kind].items()):
                if kind == "place":
                    paths = {lang: urls.place(item.record, lang) for lang in langs}
                else:
                    paths = {lang: urls.path(kind, lang, id) for lang in langs}
                paths = {lang: path for lang, path in paths.items() if model.spoken(item.record, lang)}
                found.append(entry(site, paths, None, [picture.full for picture in ctx.pictures(item)]))
        for kind, page in (("news", "news-item"), ("page", "page")):
            for _, item in sorted(book.entries[kind].items()):
                if item.facts.variety == "published":
                    slugs = model.slugs(item.record)
                    paths = {lang: urls.path(page, lang, slugs[lang]) for lang in langs if lang in slugs}
                    day = getattr(item.record, "modified", None) or getattr(item.record, "date", None)
                    found.append(entry(site, paths, day))
        return found

    def _listed(self, ctx: Context) -> dict[str, list[tuple[str, str, str]]]:
        """Name the lists and the site's own pages by language, and the data that programs read."""
        site = ctx.site
        kinds = tuple(dict.fromkeys(("home", *site.sections, *makers.public_kinds(site))))
        found = {
            ctx.word(lang, "own-name"): [
                (ctx.word(lang, f"section.{kind}"), urls.path(kind, lang), "") for kind in kinds
            ]
            for lang in site.languages
        }
        data = {
            "catalog": urls.CATALOG_JSON,
            "goods": urls.PRODUCTS_JSON,
            "places": urls.PLACES_GEOJSON,
            "events": urls.events_ics("vi"),
            "pages": urls.SITEMAP,
        }
        made = {*self._planned().makers_of, *self._joined_paths()}
        found[ctx.word("vi", "data")] = [
            (path, path, ctx.word("vi", f"data.{name}")) for name, path in data.items() if path in made
        ]
        return found

    def _search(self, ctx: Context, lang: str) -> list[search.Entry]:
        """List what can be searched beside products."""
        site, book = ctx.site, ctx.book
        say = model.say
        found = self._search_lists(ctx, lang)
        for kind in ("place", "event", "trip", "producer"):
            for id, item in sorted(book.entries[kind].items()):
                record: Any = ctx.producer(id) if kind == "producer" else item.record
                path = urls.place(record, lang) if kind == "place" else urls.path(kind, lang, id)
                shown_as = "stay" if kind == "place" and record.kind == "homestay" else kind
                texts = [
                    *search.names(record.name, lang),
                    *getattr(record, "former_names", ()),
                    say(record.summary, lang),
                ]
                stops = [stop.place for day in record.days for stop in day.stops] if kind == "trip" else []
                for where in (getattr(record, "place", ""), *stops):
                    texts += search.named(ctx.place_card(where), lang)
                texts.append(say(getattr(record, "location", {}), lang))
                found.append(search.entry(site, lang, shown_as, say(record.name, lang), texts, path))
        for kind, page in (("news", "news-item"), ("page", "page")):
            for _, item in sorted(book.entries[kind].items()):
                record = item.record
                if item.facts.variety == "published":
                    slugs = model.slugs(record)
                    written = model.spoken_in(slugs, lang, site.languages)
                    path = urls.path(page, written, slugs[written])
                    texts = [*search.names(record.title, lang), say(record.summary, lang)]
                    found.append(search.entry(site, lang, kind, say(record.title, lang), texts, path))
        return found

    def _search_lists(self, ctx: Context, lang: str) -> list[search.Entry]:
        """List the pages made of settings, the lists and the groups of goods; all names find the commune."""
        site = ctx.site
        say, commune = model.say, ctx.site.commune
        names = [*site.name.values(), *commune.name.values(), *commune.former_names, say(commune.tagline, lang)]
        own = {"about": names, "contact": [say(commune.contact.address, lang)] if commune.contact else []}
        found = []
        for kind in dict.fromkeys((*makers.public_kinds(site), *site.sections)):
            texts = [ctx.word("vi", f"section.{kind}"), *own.get(kind, ())]
            found.append(
                search.entry(site, lang, "page", ctx.word(lang, f"section.{kind}"), texts, urls.path(kind, lang))
            )
        for id, category in site.categories.items():
            texts = [*search.names(category.name, lang), category.path]
            path = urls.path("category", lang, id)
            found.append(search.entry(site, lang, "product", say(category.name, lang), texts, path))
        return found

    def _write(self, path: str, key: bytes, chunks: Iterable[bytes]) -> None:
        """Write a joined file chunk by chunk, so that it need not fit into memory."""
        made = hashlib.blake2b(digest_size=16)
        size = 0
        with open(self.stage / path, "wb", buffering=1 << 18) as file:
            for chunk in chunks:
                made.update(chunk)
                size += len(chunk)
                file.write(chunk)
        self._note(path, key, made.digest(), size)

    def _keepable(self) -> None:
        """Write the service worker and the lists for the road, which name every file that visitors may keep."""
        made_plan = self._planned()
        site, files = made_plan.site, self._files
        folders = theme_folders(self.options.root)
        for lang, listed in offline.roads(site, files).items():
            self._write(urls.road(lang), made_plan.salt, [listed])
        worker = assets.worker(folders, offline.core(site, files), offline.stand_ins(site.languages))
        self._write(urls.WORKER, made_plan.salt, [worker])

    def _adopt(self, foreign: Iterable[Path]) -> None:
        """Enter what Pelican wrote; a path of ours that it wrote too is a fault."""
        for file in foreign:
            path = file.relative_to(self.stage).as_posix()
            if path in self._files:
                raise ValueError(f"{path} is made by Pelican and by {self._planned().makers_of.get(path, 'us')}")
            content = file.read_bytes()
            digest = hashlib.blake2b(content, digest_size=16).digest()
            self._note(path, self._planned().pelican, digest, len(content))


def _standing(site: Path, noted: int) -> dict[str, int]:
    """
    List the files that stand in the output folder, with their sizes.

    Args:
        site: The folder.
        noted: When it was noted, in nanoseconds; a file written later is not ours any more.
    """
    found: dict[str, int] = {}

    def walk(where: str, prefix: str) -> None:
        for entry in os.scandir(where):
            if entry.is_dir(follow_symlinks=False):
                walk(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                stat = entry.stat(follow_symlinks=False)
                if stat.st_mtime_ns <= noted:
                    found[prefix + entry.name] = stat.st_size

    with suppress(OSError):
        walk(str(site), "")
    return found


def check(options: Options, progress: Progress = quiet) -> list[Diagnostic]:
    """Read and check a commune's folder without building; nothing is written."""
    stats, links = freshness.snapshot(options.root)
    mapper = Spread(options.jobs, progress, "reading")
    book = open_book(options.root, stats, links, options.day, None, mapper)
    found = [*(book.found if isinstance(book, Book) else book), *theme_mistakes(options.root)]
    return sorted(found, key=lambda item: item.order)
