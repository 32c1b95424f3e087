"""The site as a commit on a branch, with a bare repository as the server."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from chophien import publish
from chophien.publish import BranchFailed, Empty, TooManyGone

from .test_manifest import site

PAGES = ("index.html", *(f"{number}.html" for number in range(9)))


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True, encoding="utf-8").stdout.strip()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-such-file"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(tmp_path / "no-such-file"))
    git(tmp_path, "init", "--quiet", "--bare", "server.git")
    git(tmp_path, "init", "--quiet", "xa")
    folder = tmp_path / "xa"
    git(folder, "remote", "add", "origin", str(tmp_path / "server.git"))
    git(folder, "config", "user.name", "Vi Du")
    git(folder, "config", "user.email", "vi-du@vi-du.example")
    return folder


@pytest.fixture
def output(root: Path) -> Path:
    return site(root / "output", *PAGES, "anh/a.jpg", ".env")


def push(root: Path, output: Path, *, force: bool = False, dry_run: bool = False) -> bool:
    return publish.push(root, output, publish.survey(output), message="thu", force=force, dry_run=dry_run)


def published(root: Path) -> set[str]:
    return set(git(root.parent / "server.git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines())


def commits(root: Path) -> int:
    return int(git(root.parent / "server.git", "rev-list", "--count", "gh-pages"))


def test_the_branch_holds_the_published_files_and_no_other(root: Path, output: Path) -> None:
    assert push(root, output)
    assert published(root) == {*PAGES, "anh/a.jpg", ".nojekyll"}


def test_equal_contents_make_no_commit(root: Path, output: Path) -> None:
    assert push(root, output)
    assert not push(root, output)
    assert commits(root) == 1
    (output / "index.html").write_text("new", "utf-8")
    assert not push(root, output, dry_run=True)
    assert commits(root) == 1
    assert push(root, output)
    assert commits(root) == 2


def test_a_domain_on_the_branch_is_kept(root: Path, output: Path) -> None:
    site(output, "CNAME")
    push(root, output)
    (output / "CNAME").unlink()
    (output / "index.html").write_text("new", "utf-8")
    push(root, output)
    assert git(root.parent / "server.git", "show", "gh-pages:CNAME") == "CNAME"


def test_an_empty_or_much_smaller_site_is_refused(root: Path, output: Path) -> None:
    push(root, output)
    for number in range(5):
        (output / f"{number}.html").unlink()
    with pytest.raises(TooManyGone):
        push(root, output)
    (output / "index.html").unlink()
    with pytest.raises(Empty):
        push(root, output, force=True)
    assert commits(root) == 1


def test_what_another_machine_published_is_fetched_first(root: Path, output: Path, tmp_path: Path) -> None:
    push(root, output)
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(tmp_path / "server.git"), "other")
    site(tmp_path / "other", "tin.html")
    git(tmp_path / "other", "add", ".")
    identity = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    git(tmp_path / "other", *identity, "commit", "--quiet", "-m", "x")
    git(tmp_path / "other", "push", "--quiet")
    (output / "index.html").write_text("new", "utf-8")
    assert push(root, output)
    assert commits(root) == 3


def test_commits_that_were_never_pushed_are_not_lost(root: Path, output: Path) -> None:
    push(root, output)
    tree = git(root, "write-tree")
    own = git(root, "commit-tree", "-m", "mine", "-p", "gh-pages", tree)
    git(root, "update-ref", "refs/heads/gh-pages", own)
    with pytest.raises(BranchFailed) as wrong:
        push(root, output)
    assert wrong.value.reason == "local-commits"
    assert git(root, "rev-parse", "gh-pages") == own


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("config", "--unset", "user.name"), "no-identity"),
        (("remote", "remove", "origin"), "no-remote"),
        (("remote", "set-url", "origin", "../khong-co.git"), "no-remote"),
    ],
)
def test_a_repository_that_is_not_ready_says_why(root: Path, output: Path, words: tuple[str, ...], reason: str) -> None:
    git(root, *words)
    with pytest.raises(BranchFailed) as wrong:
        push(root, output)
    assert wrong.value.reason == reason


def test_a_folder_without_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    output = site(tmp_path / "output", "index.html")
    with pytest.raises(BranchFailed) as wrong:
        push(tmp_path, output)
    assert wrong.value.reason == "no-repository"
