"""Sheets whose rows a seller copies into a marketplace's own template, in that template's order."""

from __future__ import annotations

from chophien import feeds, text

from .building import CONTENT, DONE
from .console import shown
from .run import Asked, Usage


def sheet(asked: Asked) -> int:
    """Write the Shopee or TikTok Shop sheet of the built site in the order of a seller's template."""
    say = asked.console.word
    (key,) = asked.words
    key = text.fold(key).replace(" ", "").replace("-", "")
    if key not in feeds.SHEETS:
        raise Usage(say("bad-choice", found=asked.words[0], choices=", ".join(feeds.SHEETS)))
    if asked.template_keys is None:
        raise Usage(say("words-missing", words="--template-keys"))
    made = asked.site / feeds.SHEETS[key].FILENAME
    if not made.is_file():
        raise Usage(say("sheet-not-built", file=shown(made, asked.root)))
    try:
        keys = feeds.template_keys(asked.template_keys.read_text(encoding="utf-8"))
    except (FileNotFoundError, IsADirectoryError):
        raise Usage(say("sheet-no-keys", file=asked.template_keys)) from None
    except UnicodeDecodeError:
        raise Usage(say("sheet-keys-not-text", file=asked.template_keys)) from None
    ordered = feeds.order(key, made.read_bytes(), keys)
    if len(ordered.unknown) == sum(map(bool, keys)):
        raise Usage(say("sheet-keys-not-known", file=asked.template_keys))
    folder = asked.into or asked.template_keys.parent
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{key}-theo-mau.tsv"
    path.write_bytes(ordered.sheet)
    for problem, names in (
        ("sheet-unknown", ordered.unknown),
        ("sheet-missing", ordered.missing),
        ("sheet-dropped", ordered.dropped),
    ):
        if names:
            asked.console.say(problem, names=", ".join(names))
    asked.console.say("sheet-written", file=shown(path, asked.root))
    return CONTENT if ordered.missing else DONE


__all__ = ["sheet"]
