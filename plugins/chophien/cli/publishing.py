"""Building, checking, packing: what goes to the host."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from chophien import model, sources, text, urls
from chophien import publish as targets
from chophien.build import freshness
from chophien.build.freshness import today
from chophien.publish.manifest import Manifest, Refused

from .building import made, verdict
from .console import shown, size
from .run import MARKER, Asked

TARGET_FAILED, STOPPED = 5, 6
"""Exit codes: the target could not be written; a safety stop."""

OWN_FOLDERS = frozenset({*freshness.SOURCES, "schema", "plugins", "banh-xe", "hop-thu"})
"""Folders in a commune's folder that hold what people put there; no package goes there."""

MOST_NAMED = 10
"""So many files that are not ours are named."""


def publish(asked: Asked) -> int:
    """Build with the publishing settings and pack the result."""
    if asked.target != "pages-branch" and _misplaced(asked):
        return STOPPED
    outcome = made(asked, publish=True)
    code = verdict(asked, outcome)
    if code:
        return code
    manifest = targets.survey(outcome.output)
    _remind(asked)
    if manifest.left_out:
        asked.console.say("publish-left-out", names=", ".join(manifest.left_out))
    try:
        send = _to_branch if asked.target == "pages-branch" else _to_files
        return send(asked, outcome.output, manifest)
    except Refused as wrong:
        return _refused(asked, wrong)
    except targets.BranchFailed as wrong:
        asked.console.say("publish-failed", reason=asked.console.word(f"branch-{wrong.reason}", told=wrong.told))
        return TARGET_FAILED
    except OSError as wrong:
        asked.console.say("publish-failed", reason=wrong.strerror or wrong)
        return TARGET_FAILED


def _to_files(asked: Asked, site: Path, manifest: Manifest) -> int:
    """Write the folder and the zip, as asked; both unless one is named."""
    console = asked.console
    into, name = _into(asked), _name(asked)
    folder, folder_note, zip_note = into / name, into / f"{name}.json", into / f"{name}.zip.json"
    to_folder, to_zip = asked.target != "zip", asked.target != "folder"
    # Only the folder's own note proves that the folder is ours.
    before = targets.read(folder_note) if to_folder else None
    last = before or (targets.read(zip_note) if to_zip else None) or Manifest()
    targets.guard(last, manifest, force=asked.force)
    if to_folder:
        targets.refuse_foreign(folder, before, manifest, force=asked.force)
    changes = targets.compare(last, manifest)
    console.say(
        "publish-changes",
        new=len(changes.new),
        changed=len(changes.changed),
        gone=len(changes.gone),
        pages=len(manifest.pages),
        size=size(manifest.size),
    )
    if not changes:
        console.say("publish-same")
    if asked.dry_run:
        console.say("publish-dry")
        return 0
    places = []
    if to_folder:
        places.append(targets.replace(site, manifest, folder, before, force=asked.force).folder)
        targets.write(folder_note, manifest)
    if to_zip:
        day = (asked.today or today()).isoformat()
        places.append(targets.pack(site, manifest, into / f"{name}-{day}.zip"))
        targets.write(zip_note, manifest)
    console.say("published", places=", ".join(shown(place, asked.root) for place in places))
    return 0


def _to_branch(asked: Asked, site: Path, manifest: Manifest) -> int:
    day = (asked.today or today()).isoformat()
    pushed = targets.push(
        asked.root, site, manifest, message=f"{_name(asked)} {day}", force=asked.force, dry_run=asked.dry_run
    )
    if asked.dry_run:
        asked.console.say("publish-dry")
    elif pushed:
        asked.console.say("branch-pushed", branch="gh-pages", remote="origin")
    else:
        asked.console.say("publish-same")
    return 0


def _refused(asked: Asked, wrong: Refused) -> int:
    say: Callable[..., None] = asked.console.say
    if isinstance(wrong, targets.TooManyGone):
        say = functools.partial(say, "publish-vanish", gone=wrong.gone, before=wrong.before)
    elif isinstance(wrong, targets.Foreign):
        say = functools.partial(say, "publish-foreign", folder=wrong.folder)
    elif isinstance(wrong, targets.Strangers):
        names = ", ".join(wrong.files[:MOST_NAMED]) + (" …" if len(wrong.files) > MOST_NAMED else "")
        say = functools.partial(say, "publish-strangers", folder=wrong.folder, names=names)
    else:
        say = functools.partial(say, "publish-empty")
    say()
    return STOPPED


def _into(asked: Asked) -> Path:
    return asked.into or asked.root / "cong-bo"


def _misplaced(asked: Asked) -> bool:
    """Tell whether the destination lies in or above what people wrote or a build made, and say so."""
    into, home, site = _into(asked).resolve(), asked.root.resolve(), asked.site.resolve()
    target = into / _name(asked)
    if target.is_relative_to(site) or home.is_relative_to(target) or site.is_relative_to(target):
        asked.console.say("publish-inside", folder=target)
        return True
    if home.is_relative_to(into):
        asked.console.say("publish-sources", folder=into)
        return True
    first = into.relative_to(home).parts[0].lower() if into.is_relative_to(home) else ""
    if first in OWN_FOLDERS or first.startswith("."):
        asked.console.say("publish-sources", folder=into)
        return True
    return False


def _remind(asked: Asked) -> None:
    """Say what a site still lacks that goes out with example data or an example address."""
    commune = _commune(asked)
    if commune is None:
        return
    if commune.example:
        asked.console.say("publish-example")
    if urls.example_address(commune.site_url):
        asked.console.say("publish-address", address=commune.site_url)


def _name(asked: Asked) -> str:
    """Return the site's name as a file name, from the commune's name."""
    commune = _commune(asked)
    return text.slug(model.say(commune.name, "vi") if commune else asked.root.name) or "trang"


def _commune(asked: Asked) -> model.Commune | None:
    read = sources.load(asked.root, sources.Unit("commune", "commune", MARKER))
    return read.record if isinstance(read.record, model.Commune) else None
