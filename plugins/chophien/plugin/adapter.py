"""What happens at each of Pelican's signals."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from pelican import Pelican
from pelican.contents import Content
from pelican.generators import Generator
from pelican.log import console
from pelican.plugins import signals
from pelican.readers import BaseReader, Readers
from pelican.settings import read_settings
from pelican.writers import Writer

from chophien import model, urls
from chophien.build import Build, Options
from chophien.build.makers import free_page, news_item
from chophien.diagnostics import NAMES, Diagnostic, Sentences, as_text
from chophien.i18n import messages
from chophien.model import say

from .settings import CATEGORY

KINDS = {"news": "news", "pages": "page"}
"""Our kind of record by Pelican's content folder."""


class ContentErrors(Exception):
    """Authors' mistakes stop the build; Pelican's command exits with ``exitcode``."""

    exitcode = 3


class Session:
    """The builds that Pelican drives: one of ours, already open, or a new one for each of Pelican's runs."""

    def __init__(self, options: Options, build: Build | None = None) -> None:
        self.options = options
        self.build = build
        self.own = build is not None
        self.written: list[Path] = []
        self.trouble: list[str] = []

    def begin(self) -> None:
        """Open a new build; stop when authors made mistakes."""
        self.written.clear()
        self.trouble.clear()
        if self.own:
            return
        if self.build is not None:
            self.build.close()
        self.build = build = Build(self.options)
        ready = build.open(_tell_waiting)
        _print(build.outcome.diagnostics)
        if not ready:
            build.close()
            if not _autoreload():
                raise SystemExit(ContentErrors.exitcode)
            raise ContentErrors("see the messages above")
        build.prepare()

    def current(self) -> Build:
        """Return the build that is under way."""
        if self.build is None:
            raise RuntimeError("Pelican's generators have not begun")
        return self.build


_session: Session | None = None


def _now() -> Session:
    if _session is None:
        raise RuntimeError("the plugin was not initialised")
    return _session


def _autoreload() -> bool:
    """Tell whether ``pelican -r`` is watching: then a mistake must not end it."""
    return any(
        word == "--autoreload" or (word.startswith("-") and not word.startswith("--") and "r" in word)
        for word in sys.argv[1:]
    )


def _tell_waiting() -> None:
    sys.stdout.write("Đang có một lần dựng khác; chờ xong rồi dựng tiếp.\n")
    sys.stdout.flush()


def _print(found: list[Diagnostic]) -> None:
    catalogue = {code: Sentences(**entry) for code, entry in messages("vi").items()}
    for item in found:
        sys.stdout.write(as_text(item, catalogue, NAMES["vi"]) + "\n")
    sys.stdout.flush()


class _Trouble(logging.Handler):
    """Notes Pelican's own errors, which it would only log."""

    def emit(self, record: logging.LogRecord) -> None:
        if _session is not None:
            _session.trouble.append(record.getMessage())


_trouble = _Trouble(logging.ERROR)


def connect() -> None:
    """Connect every handler."""
    signals.initialized.connect(_initialized)
    signals.article_generator_init.connect(_opened)
    signals.page_generator_init.connect(_able)
    signals.readers_init.connect(_readers)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
    signals.all_generators_finalized.connect(_read_everything)
    signals.finalized.connect(_finalized)
    logger = logging.getLogger("pelican")
    if _trouble not in logger.handlers:
        logger.addHandler(_trouble)


def _initialized(pelican: Pelican) -> None:
    global _session
    if _session is None or not _session.own:
        root = Path(pelican.settings["CHOPHIEN_ROOT"])
        options = Options(root=root, output=Path(pelican.output_path), publish=pelican.settings["CHOPHIEN_PUBLISH"])
        _session = Session(options)
    # Whatever Pelican writes goes to the staging folder, beside the site that stands.
    pelican.output_path = str(Build(_session.options).stage)


def _able(generator: Any) -> None:
    """Forget that Python-Markdown is not installed: our reader reads Markdown."""
    for extension in Reader.file_extensions:
        generator.readers.disabled_readers.pop(extension, None)


def _opened(generator: Any) -> None:
    """Read and check the folder; Pelican's first generator is made at the start of every run."""
    _able(generator)
    _now().begin()


class Reader(BaseReader):  # type: ignore[misc]
    """Reads the Markdown of news and free pages through ``sources``; headers mean what they mean there."""

    enabled = True
    file_extensions = ("md", "markdown")

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return an empty body and Pelican's metadata; the page itself is made from our own record."""
        session = _now()
        book = session.current().book
        if book is None:
            raise RuntimeError("the folder was not read")
        path = Path(source_path).resolve().relative_to(session.options.root.resolve()).as_posix()
        for kind in KINDS.values():
            for id, entry in book.entries[kind].items():
                files = {"vi": entry.unit.file, **dict(entry.unit.translations)}
                for lang, file in files.items():
                    if file == path:
                        book.need((entry,))
                        return "", self._metadata(kind, id, lang, entry.record)
        # Left out with --keep-going: a draft, for which Pelican writes no page.
        left_out: dict[str, Any] = {"title": path, "status": "draft", "chophien_id": path, "slug": "x"}
        # Pelican asks drafts for a date and a category too.
        left_out["date"] = self.process_metadata("date", "2000-01-01")
        left_out["category"] = self.process_metadata("category", CATEGORY)
        return "", left_out

    def _metadata(self, kind: str, id: str, lang: str, record: Any) -> dict[str, Any]:
        # Pelican takes titles and summaries for HTML.
        title = str(escape(say(record.title, lang)))
        made: dict[str, Any] = {
            "title": title,
            "slug": model.slugs(record).get(lang, id),
            "lang": lang,
            "chophien_id": id,
            "status": record.status,
            "summary": str(escape(say(record.summary, lang))) or title,
        }
        if kind == "news":
            made["date"] = self.process_metadata("date", record.date.isoformat())
            if record.modified:
                made["modified"] = self.process_metadata("modified", record.modified.isoformat())
            made["author"] = self.process_metadata("author", record.author or self.settings["AUTHOR"])
            made["category"] = self.process_metadata("category", record.category or CATEGORY)
            if record.tags:
                made["tags"] = self.process_metadata("tags", list(record.tags))
        return made


def _readers(readers: Readers) -> None:
    for extension in Reader.file_extensions:
        readers.reader_classes[extension] = Reader


class StagedWriter(Writer):  # type: ignore[misc]
    """Pelican's writer, which may write below the staging folder alone and says what it wrote."""

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Any:
        session = _now()
        stage = session.current().stage.resolve()
        path = Path(filename).resolve()
        if not path.is_relative_to(stage):
            raise ValueError(f"{filename} lies outside the site")
        session.written.append(session.current().stage / path.relative_to(stage))
        return super()._open_w(filename, encoding, override)

    def _languages(self) -> tuple[str, ...]:
        ctx = _now().current().context
        return ctx.site.languages if ctx is not None else ()

    def write_feed(self, elements: Any, context: Any, path: str | None = None, *rest: Any, **more: Any) -> Any:
        """
        Write a feed.

        Vietnamese has its own address, so its copy below ``vi/`` is left out. An empty feed would carry
        the time of the build and is not written. Who reads a feed elsewhere does not see that an article is but an
        example, so a real commune's feed has none.
        """
        ctx = _now().current().context
        if ctx is not None:
            known = ctx.book.entries["news"]
            elements = [one for one in elements or () if ctx.book.real(known[one.chophien_id])]
        if not elements or (path is not None and path.startswith("vi/")):
            return None
        lang = next((tag for tag in self._languages() if path == urls.news_atom(tag)), "vi")
        if ctx is not None:
            names = {"SITENAME": say(ctx.site.name, lang), "SITESUBTITLE": say(ctx.site.commune.tagline, lang)}
            context = {**context, **names}
        return super().write_feed(elements, context, path, *rest, **more)


def _writer(pelican: Pelican) -> type[Writer]:
    return StagedWriter


class Making(Generator):  # type: ignore[misc]
    """Makes every page that is not Pelican's."""

    def generate_output(self, writer: Writer) -> None:
        """Make what changed; Pelican's own generators have written by now."""
        session = _now()
        with _theme_blamed(session):
            session.current().make()


def _generators(pelican: Pelican) -> type[Generator]:
    return Making


def _read_everything(generators: list[Any]) -> None:
    """Hand each article and page its finished HTML; its template prints it."""
    session = _now()
    context = session.current().context
    if context is None:
        raise RuntimeError("the site was not planned")
    with _theme_blamed(session):
        for generator in generators:
            for name in ("articles", "translations", "pages"):
                for content in getattr(generator, name, ()):
                    _finish(content, context)


def _finish(content: Content, context: Any) -> None:
    kind = "news" if type(content).__name__ == "Article" else "page"
    make = news_item if kind == "news" else free_page
    id, lang = content.chophien_id, content.lang
    content.chophien_html = Markup(make(context, id, lang))  # noqa: S704 - made by our own templates
    entry = context.book.entries[kind][id]
    path = urls.path("news-item" if kind == "news" else "page", lang, content.slug)
    content._content = context.body(entry, lang, path, context.site.commune.site_url + "/")  # for the news feed


@contextmanager
def _theme_blamed(session: Session) -> Iterator[None]:
    """Stop the build without a trace where the commune's own theme cannot be used."""
    build = session.current()
    known = len(build.outcome.diagnostics)
    try:
        yield
    except Exception as error:
        if not build.blame(error):
            raise
        raise _stopped(session, build.outcome.diagnostics[known:], "the theme cannot be used") from error


def _stopped(session: Session, told: list[Diagnostic], why: str) -> BaseException:
    """Return what ends Pelican's run; where Pelican's own command was given, say why first."""
    if not session.own:
        session.current().close()
        _print(told)
        if not _autoreload():
            return SystemExit(ContentErrors.exitcode)
    return ContentErrors(why)


def _finalized(pelican: Pelican) -> None:
    session = _now()
    build = session.current()
    if session.trouble:
        build.outcome.diagnostics += [
            Diagnostic("pelican-error", values={"found": message}) for message in session.trouble
        ]
        raise _stopped(session, build.outcome.diagnostics, "Pelican left something out")
    build.finish(session.written)
    if not session.own:
        session.build = None


def run_pelican(build: Build) -> None:
    """Let Pelican drive a build that is open and prepared; its outcome says how it ended."""
    global _session
    options = build.options
    conf = options.root / ("publishconf.py" if options.publish else "pelicanconf.py")
    _session = Session(options, build)
    loud, console.quiet = console.quiet, True
    try:
        settings = _settings(conf, build)
        if settings is not None:
            Pelican(settings).run()
    except ContentErrors:
        pass
    finally:
        _session = None
        console.quiet = loud


def _settings(conf: Path, build: Build) -> dict[str, Any] | None:
    """Run a settings file, which is Python of the commune's own; where it is missing or fails, say so."""
    line, found = 0, ""
    try:
        return dict(read_settings(str(conf), override={"OUTPUT_PATH": str(build.options.site)}))
    except FileNotFoundError:
        code = "settings-missing"
    except Exception as wrong:
        code = "settings-not-read"
        inside = [frame.lineno for frame in traceback.extract_tb(wrong.__traceback__) if frame.filename == str(conf)]
        line = (wrong.lineno if isinstance(wrong, SyntaxError) else inside[-1] if inside else 0) or 0
        found = f"{type(wrong).__name__}: {wrong}"
    build.outcome.diagnostics.append(Diagnostic(code, file=conf.name, line=line, values={"found": found}))
    return None


__all__ = ["ContentErrors", "connect", "run_pelican"]
