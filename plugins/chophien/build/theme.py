"""The commune's own theme: where it is, what it says, whether it can be read."""

from __future__ import annotations

import tomllib
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from chophien import images, pages
from chophien.diagnostics import Diagnostic

from . import blame
from .book import digest

OWN_SHARE = "static/chia-se.jpg"
"""In the commune's own theme: the picture that stands for the whole site, instead of the drawn card."""


def theme_folders(root: Path) -> tuple[Path, ...]:
    """Return the commune's own theme, when it has one, before ours."""
    ours = pages.theme_folder()
    own = root / "theme"
    return (own, ours) if own.is_dir() and own.resolve() != ours.resolve() else (ours,)


def theme_digest(folder: Path | None) -> bytes:
    """Return the digest of all files of a folder, empty when there is none."""
    if folder is None or not folder.is_dir():
        return b""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found += [path.relative_to(folder).as_posix().encode(), path.read_bytes()]
    return digest(*found)


def theme_mistakes(root: Path) -> list[Diagnostic]:
    """Find words and templates of the commune's own theme that cannot be read."""
    own = theme_folders(root)[:-1]
    found = []
    for folder in own:
        words = folder / "translations"
        share = folder / OWN_SHARE
        if share.is_file():
            try:
                images.examine(share.read_bytes())
            except images.PhotoError as error:
                values = {**error.values, "found": share.name}
                found.append(Diagnostic(error.code, file=f"theme/{OWN_SHARE}", line=1, column=1, values=values))
        readable = True
        for path in sorted(folder.rglob("*"), reverse=True):  # words before the templates that say them
            wrong: tuple[int, str] | None = None
            file = path.relative_to(root).as_posix()
            try:
                if path.match("translations/*.toml"):
                    found += blame.broken_words(file, tomllib.loads(path.read_text("utf-8")))
                elif path.match("*.html") and "templates" in path.parts:
                    source = path.read_text("utf-8")
                    Environment(autoescape=True).parse(source)
                    found += blame.unknown_words(file, source, words) if readable else ()
            except tomllib.TOMLDecodeError as error:
                wrong = (1, str(error))
            except TemplateSyntaxError as error:
                wrong = (error.lineno, error.message or "")
            except (OSError, UnicodeDecodeError) as error:
                wrong = (1, str(error))
            if wrong is not None:
                readable = readable and not path.match("translations/*.toml")
                values = {"found": wrong[1]}
                found.append(Diagnostic("theme-not-readable", file=file, line=wrong[0], column=1, values=values))
    return found
