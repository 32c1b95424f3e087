"""Building, checking, packing: what goes to the host."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from chophien import model, sources, text
from chophien import publish as targets
from chophien.build.freshness import today
from chophien.publish.manifest import Manifest, Refused

from .building import made, verdict
from .console import shown, size
from .run import MARKER, Asked

TARGET_FAILED, STOPPED = 5, 6
"""Exit codes: the target could not be written; a safety stop."""


def publish(asked: Asked) -> int:
    """Build with the publishing settings and pack the result."""
    outcome = made(asked, publish=True)
    code = verdict(asked, outcome)
    if code:
        return code
    manifest = targets.survey(outcome.output)
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
    into = asked.into or asked.root / "cong-bo"
    name = _name(asked)
    folder, noted = into / name, into / f"{name}.json"
    if _entangled(folder, site, asked.root):
        console.say("publish-inside", folder=folder)
        return STOPPED
    before = targets.read(noted)
    targets.guard(before or Manifest(), manifest, force=asked.force)
    changes = targets.compare(before or Manifest(), manifest)
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
    if asked.target in {"", "both", "folder"}:
        places.append(targets.replace(site, manifest, folder, ours=before is not None).folder)
    if asked.target in {"", "both", "zip"}:
        day = (asked.today or today()).isoformat()
        places.append(targets.pack(site, manifest, into / f"{name}-{day}.zip"))
    targets.write(noted, manifest)
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
    else:
        say = functools.partial(say, "publish-empty")
    say()
    return STOPPED


def _entangled(target: Path, site: Path, root: Path) -> bool:
    there, home = target.resolve(), root.resolve()
    return there.is_relative_to(site.resolve()) or home.is_relative_to(there) or site.resolve().is_relative_to(there)


def _name(asked: Asked) -> str:
    """Return the site's name as a file name, from the commune's name."""
    read = sources.load(asked.root, sources.Unit("commune", "commune", MARKER))
    name = model.say(read.record.name, "vi") if isinstance(read.record, model.Commune) else asked.root.name
    return text.slug(name) or "trang"
