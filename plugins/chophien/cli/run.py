"""Reading a command line, running its command, turning what happened into an exit code."""

from __future__ import annotations

import argparse
import errno
import json
import os
import re
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from chophien import text

from .console import Console, speak_utf8
from .table import COMMANDS, FLAGS, USAGE, find, listing, manual, placeholder, unknown

MARKER = "commune.yaml"
"""The file that makes a folder a commune's folder."""

RUNS = {
    "build": "building",
    "rebuild": "building",
    "preview": "building",
    "clean": "building",
    "check": "building",
    "regenerate": "serving",
    "serve": "serving",
    "reserve": "serving",
    "livereload": "serving",
    "publish": "publishing",
    "new": "making",
    "photos": "photos",
    "sheet": "sheets",
    "doctor": "doctor",
    "schema": "schemas",
    "test": "testing",
    "version": "doctor",
}
"""The module that holds each command, as a function of the same name; loaded when it is asked for."""

ANYWHERE = frozenset({"new", "doctor", "version", "test"})
"""Commands that make sense outside a commune's folder."""


@dataclass(frozen=True)
class Asked:
    """What was typed: a command, the words after it and its flags."""

    command: str
    root: Path
    console: Console
    words: tuple[str, ...] = ()
    strict: bool = False
    keep_going: bool = False
    today: date | None = None
    jobs: int | None = None
    output: Path | None = None
    json: bool = False
    port: int = 8000
    target: str = ""
    into: Path | None = None
    dry_run: bool = False
    force: bool = False
    code: str = ""
    producer: str = ""
    product: str = ""
    place: str = ""
    template_keys: Path | None = None
    paths: tuple[str, ...] = ()
    ci: bool = False
    en: bool = False

    @property
    def site(self) -> Path:
        """The folder the site is built into."""
        return self.output or self.root / "output"


class Usage(Exception):
    """A wrong command line; the text is for the person who typed it."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _Unparsed(message)


class _Unparsed(Exception):
    """What argparse says of a wrong command line, in English."""


def run(argv: list[str], root: Path | None = None) -> int:
    """Run one command line and return its exit code; see ``chophien.cli.main``."""
    speak_utf8()
    console = Console("en" if "--en" in argv else "vi")
    call = "python3 tasks.py" if root else "chophien"
    named = next((word for word in argv if not word.startswith("-")), None)
    if named is None:
        console.line(listing(call, console.lang == "en"))
        return 0
    name = find(named)
    if name is None:
        console.line(unknown(named, console.lang == "en") + "\n")
        console.line(listing(call, console.lang == "en"))
        return USAGE
    if "-h" in argv or "--help" in argv:
        console.line(manual(name, call, console.lang == "en"))
        return 0
    try:
        return _run(name, argv, named, root, console)
    except Usage as wrong:
        if "--json" in argv and "json" in COMMANDS[name].flags:
            console.line(json.dumps({"error": "usage", "text": str(wrong)}, ensure_ascii=False, indent=1))
            return USAGE
        console.say("usage", problem=wrong)
        console.say("see-help", call=f"{call} {name}")
        return USAGE
    except KeyboardInterrupt:
        console.say("interrupted")
        return 130
    except BrokenPipeError:  # the reader of our output has gone, such as `… | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as wrong:
        if wrong.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS}:
            return _unexpected(console)
        full = wrong.errno in {errno.ENOSPC, errno.EDQUOT}
        console.say("disk-full" if full else "no-permission", file=wrong.filename or "?")
        return 1
    except Exception:
        return _unexpected(console)


def _unexpected(console: Console) -> int:
    console.say("unexpected")
    console.line(traceback.format_exc())
    return 1


def _run(name: str, argv: list[str], named: str, root: Path | None, console: Console) -> int:
    rest = list(argv)
    rest.remove(named)
    given = _given(_parser(name, console), name, rest, console)
    here = root or _root_above(Path.cwd())
    if here is None or not (here / MARKER).is_file():
        if name not in ANYWHERE:
            console.say("no-commune", folder=here or Path.cwd())
            return USAGE
        here = here or Path.cwd()
    words = tuple(str(given.pop(word)) for word in COMMANDS[name].words)
    asked = Asked(
        command=name,
        root=here,
        console=console,
        words=words,
        **{key: value for key, value in given.items() if value is not None},
    )
    module = import_module(f".{RUNS[name]}", __package__)
    command: Callable[[Asked], int] = getattr(module, name)
    return command(asked)


def _given(parser: _Parser, name: str, words: list[str], console: Console) -> dict[str, Any]:
    """Parse the words after the command; whatever is wrong with them is said in the person's language."""
    try:
        parsed, more = parser.parse_known_args(words)
    except _Unparsed as wrong:
        problem = re.match(r"argument (--\S+): (expected|ignored)", str(wrong))
        if problem is None:
            raise Usage(str(wrong)) from None
        key = "flag-needs-value" if problem[2] == "expected" else "flag-without-value"
        raise Usage(console.word(key, flag=problem[1])) from None
    paths: tuple[str, ...] = ()
    if COMMANDS[name].rest:
        paths = tuple(word for word in more if not word.startswith("-"))
        more = [word for word in more if word.startswith("-")]
    if more:
        near = text.nearest(more[0], [f"--{flag}" for flag in COMMANDS[name].flags])
        hint = console.word("word-near", near=near) if near else ""
        raise Usage(console.word("word-not-known", found=more[0], near=hint))
    empty = [flag for flag in COMMANDS[name].flags if vars(parsed)[flag.replace("-", "_")] == ""]
    if empty:
        raise Usage(console.word("flag-needs-value", flag=f"--{empty[0]}"))
    given = {**vars(parsed), "paths": paths}
    missing = [placeholder(word, console.lang == "en") for word in COMMANDS[name].words if given[word] is None]
    if missing:
        raise Usage(console.word("words-missing", words=" ".join(f"<{word}>" for word in missing)))
    return given


def _root_above(folder: Path) -> Path | None:
    return next((place for place in (folder, *folder.parents) if (place / MARKER).is_file()), None)


def _parser(name: str, console: Console) -> _Parser:
    """Make the parser of one command from the table."""
    command = COMMANDS[name]
    parser = _Parser(prog=name, add_help=False, allow_abbrev=False)
    for word in command.words:
        parser.add_argument(word, nargs="?")
    for flag in command.flags:
        if FLAGS[flag].metavar:
            parser.add_argument(f"--{flag}", type=_reader(flag, console))
        else:
            parser.add_argument(f"--{flag}", action="store_true")
    return parser


def _reader(flag: str, console: Console) -> Callable[[str], object]:
    def day(found: str) -> date:
        try:
            return text.read_date(found)
        except text.NotDate:
            raise Usage(console.word("bad-day", found=found)) from None

    def number(found: str) -> int:
        if not found.isascii() or not found.isdigit() or not 1 <= int(found) <= 65_535:
            raise Usage(console.word("bad-number", found=found))
        return int(found)

    def folder(found: str) -> Path:
        return Path(found).absolute()

    return {
        "today": day,
        "jobs": number,
        "port": number,
        "output": folder,
        "into": folder,
        "template-keys": folder,
        "target": _choice(("folder", "zip", "both", "pages-branch"), console),
    }.get(flag, str)


def _choice(choices: tuple[str, ...], console: Console) -> Callable[[str], str]:
    def read(found: str) -> str:
        if found not in choices:
            raise Usage(console.word("bad-choice", found=found, choices=", ".join(choices)))
        return found

    return read


__all__ = ["MARKER", "Asked", "Usage", "run"]
