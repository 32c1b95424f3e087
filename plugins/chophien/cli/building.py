"""Building, checking and cleaning."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chophien import build as engine
from chophien import diagnostics
from chophien.build import freshness
from chophien.build.store import Generation, load_generation, save_generation
from chophien.diagnostics import Diagnostic, Level

from .console import Console, shown, spoken
from .run import Asked

if TYPE_CHECKING:
    from chophien.build import Outcome

DONE, FAILED, CONTENT, WARNED, STOPPED = 0, 1, 3, 4, 6
"""Exit codes: well, unexpected failure, mistakes in the content, warnings with ``--strict``, a safety stop."""

STORE = ".chophien"
"""The folder with what earlier builds made."""


def options(asked: Asked, *, publish: bool = False) -> engine.Options:
    """Return what the build needs to know."""
    return engine.Options(
        root=asked.root,
        output=asked.output,
        today=asked.today,
        strict=asked.strict,
        keep_going=asked.keep_going,
        jobs=asked.jobs,
        publish=publish,
    )


def build(asked: Asked) -> int:
    """Build the site."""
    return verdict(asked, made(asked))


def preview(asked: Asked) -> int:
    """Build the site as it is published."""
    return verdict(asked, made(asked, publish=True))


def rebuild(asked: Asked) -> int:
    """Forget what earlier builds made, then build."""
    store = asked.root / STORE
    made_here = load_generation(store, asked.site)
    _forget(store)
    if made_here.inode:  # were this build to fail, the folder would still be known as ours
        store.mkdir()
        save_generation(store, Generation(made_here.inode))
    return build(asked)


def made(asked: Asked, *, publish: bool = False) -> Outcome:
    """Run the build, print what it found and did."""
    from chophien import plugin

    console = asked.console
    with console.progress() as progress:
        outcome = plugin.run(options(asked, publish=publish), progress)
    if outcome.waited:
        console.say("waited")
    console.diagnose(outcome.diagnostics)
    where = shown(outcome.output, asked.root)
    if not outcome.ok:
        kept = (outcome.output / "index.html").is_file()
        console.line(console.word("old-kept", output=where + "/") if kept else console.word("no-old"))
        return outcome
    if outcome.diagnostics:
        freshness.keep_told(asked.root, {lang: told(outcome.diagnostics, lang) for lang in ("vi", "en")})
    if outcome.missing:
        console.say("left-out", names=", ".join(outcome.missing))
    console.say(
        "built",
        pages=outcome.pages,
        seconds=f"{outcome.seconds:.1f}".replace(".", "." if console.lang == "en" else ","),
        written=outcome.written,
        unchanged=outcome.unchanged,
        removed=outcome.removed,
    )
    console.say("look-at", page=outcome.output / "index.html")
    return outcome


def told(found: Sequence[Diagnostic], lang: str) -> str:
    """Write diagnostics as they are printed where there is no terminal, in one of our two languages."""
    out = io.StringIO()
    Console(lang, out).diagnose(found)
    return out.getvalue()


def verdict(asked: Asked, outcome: Outcome) -> int:
    """Turn an outcome into an exit code."""
    code = graded(asked, outcome.diagnostics)
    return code if code or outcome.ok else FAILED


def graded(asked: Asked, found: Sequence[Diagnostic]) -> int:
    """Turn diagnostics into an exit code."""
    worst = diagnostics.worst(found)
    if worst is Level.ERROR:
        return CONTENT
    if worst is Level.WARNING and asked.strict:
        if not asked.json:
            asked.console.say("strict")
        return WARNED
    return DONE


def check(asked: Asked) -> int:
    """Read and check everything, write nothing."""
    found = engine.check(options(asked))
    console = asked.console
    if asked.json:
        ordered = sorted(found, key=lambda item: item.order)
        console.line(diagnostics.as_json(ordered, spoken(console.lang)).rstrip("\n"))
    else:
        console.mistakes(found)
        console.line(console.total(found))
    return graded(asked, found)


def clean(asked: Asked) -> int:
    """Remove the built site and the store."""
    removed = []
    site, store = asked.site, asked.root / STORE
    if site.exists() or site.is_symlink():
        if not _ours(site, asked.root):
            asked.console.say("clean-refused", folder=site)
            return STOPPED
        _forget(site)
        removed.append(shown(site, asked.root))
    if store.exists():
        _forget(store)
        removed.append(shown(store, asked.root))
    if removed:
        asked.console.say("cleaned", names=", ".join(removed))
    else:
        asked.console.say("nothing-to-clean")
    return DONE


def _ours(site: Path, root: Path) -> bool:
    """Tell whether this commune's last build made a folder: a mistyped ``--output`` deletes nothing of value."""
    if site.is_symlink() or not site.is_dir() or root.resolve().is_relative_to(site.resolve()):
        return False
    if not any(site.iterdir()):
        return True
    noted, page = load_generation(root / STORE, site), site / "index.html"
    if not noted.inode or not page.is_file():
        return False
    # A system may give a deleted folder's inode to a new one: the home page must be the noted one too.
    home = noted.files.get("index.html")
    return home is None or page.stat().st_size == home.size


def _forget(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
