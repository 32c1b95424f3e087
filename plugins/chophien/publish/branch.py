"""
The site as a commit on a branch that a pages service shows (GitLab Pages, Cloudflare, GitHub Pages).

ghp-import makes the commit. Around it stands what it lacks: it would publish hidden files and what links
lead to, reset the local branch without fetching, drop the domain, and push an empty site.
"""

from __future__ import annotations

import os
import shutil
import subprocess  # nosec: git and ghp-import, without a shell
import sys
import tempfile
from pathlib import Path

from .manifest import Manifest, guard

BRANCH = "gh-pages"
REMOTE = "origin"


class BranchFailed(Exception):
    """
    The branch could not be published.

    Args:
        reason: ``no-git``, ``no-repository``, ``no-remote``, ``no-identity``, ``local-commits`` or ``push``.
        told: What git said.
    """

    def __init__(self, reason: str, told: str = "") -> None:
        super().__init__(reason, told)
        self.reason = reason
        self.told = told


def push(root: Path, site: Path, manifest: Manifest, *, message: str, force: bool, dry_run: bool) -> bool:
    """
    Commit the site onto the branch and push it.

    Args:
        root: A folder inside the repository.
        site: Folder of the built site.
        manifest: Its files; nothing else is published.
        message: Of the commit.
        force: Whether many pages may vanish; never forces the push itself.
        dry_run: Fetch and compare only.
    Returns:
        Whether anything was pushed; equal contents make no commit.
    Raises:
        BranchFailed: Git or the remote refused.
        Refused: A safety stop, see ``manifest.guard``.
    """
    _ready(root)
    remote = f"{REMOTE}/{BRANCH}"
    before = Manifest()
    if _git(root, "rev-parse", "--verify", "--quiet", f"refs/remotes/{remote}").returncode == 0:
        before = Manifest(dict.fromkeys(_lines(root, "ls-tree", "-r", "-z", "--name-only", remote), ""))
        local = _git(root, "rev-parse", "--verify", "--quiet", f"refs/heads/{BRANCH}").returncode == 0
        if local and _git(root, "merge-base", "--is-ancestor", BRANCH, remote).returncode:
            raise BranchFailed("local-commits")
    guard(before, manifest, force=force)
    with tempfile.TemporaryDirectory() as place:
        stage = Path(place)
        for path in manifest.files:
            copy = stage / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / path, copy, follow_symlinks=False)
        (stage / ".nojekyll").touch()
        if "CNAME" in before.files and "CNAME" not in manifest.files:
            (stage / "CNAME").write_bytes(_git(root, "show", f"{remote}:CNAME").stdout)
        if before.files and _tree(root, stage) == _text(_git(root, "rev-parse", f"{remote}^{{tree}}").stdout):
            return False
        if dry_run:
            return False
        arguments = ["--remote", REMOTE, "--branch", BRANCH, "--message", message, "--push", str(stage)]
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "ghp_import", *arguments], cwd=root, capture_output=True
        )
        if done.returncode:
            raise BranchFailed("push", _last(done.stderr))
    return True


def _ready(root: Path) -> None:
    if shutil.which("git") is None:
        raise BranchFailed("no-git")
    if _git(root, "rev-parse", "--is-inside-work-tree").returncode:
        raise BranchFailed("no-repository")
    for key in ("user.name", "user.email"):
        if not _git(root, "config", key).stdout.strip():
            raise BranchFailed("no-identity")
    if _git(root, "remote", "get-url", REMOTE).returncode:
        raise BranchFailed("no-remote")
    fetched = _git(root, "fetch", "--prune", "--quiet", REMOTE)
    if fetched.returncode:
        raise BranchFailed("no-remote", _last(fetched.stderr))


def _tree(root: Path, stage: Path) -> str:
    """Return the name git would give to the staged folder, without touching the repository's own index."""
    with tempfile.TemporaryDirectory() as place:
        folder = _text(_git(root, "rev-parse", "--absolute-git-dir").stdout)
        own = ["--git-dir", folder, "--work-tree", str(stage), "-c", "core.autocrlf=false"]
        environment = {"GIT_INDEX_FILE": str(Path(place) / "index")}
        _git(stage, *own, "add", "--all", "--force", ".", environment=environment)
        return _text(_git(stage, *own, "write-tree", environment=environment).stdout)


def _git(
    folder: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:

    env = {**os.environ, "GIT_TERMINAL_PROMPT": "0", **(environment or {})}
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, env=env)  # noqa: S603, S607


def _lines(root: Path, *arguments: str) -> list[str]:
    return [_text(part) for part in _git(root, *arguments).stdout.split(b"\0") if part]


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").strip()


def _last(raw: bytes) -> str:
    lines = [line for line in _text(raw).splitlines() if line.strip() and not line.startswith((" ", "hint:"))]
    return lines[-1] if lines else ""
