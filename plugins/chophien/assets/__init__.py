"""Styles, scripts and drawn ornaments, joined and named by their content; what makes the site an application."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from chophien.model import Palette
from chophien.model.tones import TONES

from .colours import CLOTH, GOLD, LEAF, PAPER, UNDYED, properties
from .manifest import manifest
from .weaving import brocade, icon
from .worker import worker

FOLDER = "tinh"
"""Where assets stand in the output."""
FIRST = ("tokens.css", "base.css", "layout.css")
"""Styles that come before the components, which follow in the order of their names."""
STAFF = "staff"
"""Folder of styles that pages for staff alone are laid out with, such as the one on feeds."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_TIGHT = re.compile(r" ?([{};,]) ?|(?<=:) ")
_LINE_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)


def _read(found: dict[str, Path]) -> dict[str, str]:
    return {name: found[name].read_text(encoding="utf-8") for name in sorted(found)}


def _style_files(folders: Sequence[str | os.PathLike[str]], staff: bool) -> dict[str, str]:
    """Read the styles for visitors, and those for staff when asked to; of two of one name the earlier folder's wins."""
    everyone: dict[str, Path] = {}
    aside: dict[str, Path] = {}
    for folder in reversed(folders):
        css = Path(folder) / "static" / "css"
        for path in css.glob("*.css"):
            # A commune may have replaced a file from before it was set aside for staff.
            (aside if path.name in aside and path.name not in everyone else everyone)[path.name] = path
        aside.update({path.name: path for path in (css / STAFF).glob("*.css")})
    files = _read(everyone)
    if staff:
        files |= {f"{STAFF}/{name}": text for name, text in _read(aside).items()}
    return files


def _shrink(css: str) -> str:
    """Drop comments and needless blanks; strings in our styles hold neither braces nor two blanks."""
    return _TIGHT.sub(lambda m: m[1] or "", _BLANKS.sub(" ", _COMMENT.sub("", css))).replace(";}", "}").strip()


def _declared(values: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in values.items())


def _data(svg: bytes) -> str:
    return f'url("data:image/svg+xml,{quote(svg.decode(), safe=" =:/#,;()-").replace("#", "%23")}")'


def styles(
    folders: Sequence[str | os.PathLike[str]],
    palette: Palette | None = None,
    name: str = "",
    *,
    staff: bool = False,
) -> bytes:
    """
    Join the styles into one file, the commune's colours and woven band before them, the photos' tones behind.

    Args:
        folders: Theme folders, the commune's before ours; a file of the same name in an earlier one wins.
        palette: The commune's colours.
        name: Its name, from which the band is drawn.
        staff: Whether the pages are for staff: they need what stands in ``css/staff/`` besides what every page needs.
    """
    palette = palette or Palette()
    light, dark = properties(palette)
    fixed = {"gold": GOLD, "leaf-thread": LEAF, "undyed": UNDYED, "paper": PAPER["light"], "cloth": CLOTH["light"]}
    drawn = {"brocade": _data(brocade(name, palette)), "mark": _data(icon(name, palette))}
    night = {"paper": PAPER["dark"], "cloth": CLOTH["dark"]}
    files = _style_files(folders, staff)
    # By their names, staff's after another of the same name.
    others = sorted(
        (file for file in files if file not in FIRST), key=lambda file: (posixpath.basename(file), "/" in file)
    )
    order = [*(file for file in FIRST if file in files), *others]
    head = (
        "@layer reset,tokens,base,layout,components,utilities;"
        f"@layer tokens{{:root{{{_declared(fixed | light | drawn)}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{_declared(night | dark)}}}}}}}"
    )
    grounds = "".join(f".tone-{place}{{background-color:{colour}}}" for place, colour in enumerate(TONES))
    joined = "".join(_shrink(files[file]) for file in order)
    return (f"{head}{joined}@layer utilities{{{grounds}}}\n").encode()


def scripts(folders: Sequence[str | os.PathLike[str]]) -> bytes:
    """Join the scripts into one file, whole-line comments left out."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        found.update({path.name: path for path in (Path(folder) / "static" / "js").glob("*.js")})
    return "".join(_LINE_COMMENT.sub("", text) for text in _read(found).values()).encode()


def hashed(name: str, content: bytes) -> str:
    """Return the output path of an asset, such as ``tinh/chophien-1a2b3c4d.css``: it changes with the content."""
    stem, dot, ending = name.rpartition(".")
    return f"{FOLDER}/{stem}-{hashlib.sha256(content).hexdigest()[:8]}{dot}{ending}"


__all__ = ["FOLDER", "brocade", "hashed", "icon", "manifest", "scripts", "styles", "worker"]
