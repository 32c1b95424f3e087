"""What the repository may not hold: paths of a machine, large files, secrets, links, names that clash."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from detect_secrets import SecretsCollection
from detect_secrets.settings import default_settings

ROOT = Path(__file__).parent.parent
MOST_BYTES = 1_000_000

# Put together here, so that this file does not hold them.
MACHINE_PATHS = re.compile(
    r"(?<![\w.*])(?:"
    + "|".join(("/" + "work/", "/" + "root/", "/" + "home/[a-z]", "[A-Z]:" + r"\\Users", "/" + "tmp/[a-z]+/"))
    + ")"
)
HOSTS = re.compile(
    "|".join(("files." + "pythonhosted", "pypi" + r"\.org/simple", "deb." + "debian", "registry." + "npmjs"))
)
SECRETS_EXCUSED = re.compile(r"\.lock$|\.csv$")
TEXT = {
    ".py", ".md", ".toml", ".yaml", ".yml", ".json", ".css", ".js", ".html", ".txt", ".csv", ".svg", ".lock", ".xml",
    "",
}  # fmt: skip


def names() -> list[str]:
    """List what is in the repository or would be added to it."""
    told = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found = told.stdout.decode().split("\0")
    return [name for name in found if name and ((ROOT / name).exists() or (ROOT / name).is_symlink())]


@pytest.fixture(scope="module")
def files() -> list[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git repository")
    return names()


def texts(files: list[str]) -> list[tuple[str, str]]:
    return [(name, (ROOT / name).read_text("utf-8")) for name in files if Path(name).suffix in TEXT]


def test_no_file_is_large(files: list[str]) -> None:
    assert [name for name in files if (ROOT / name).stat().st_size > MOST_BYTES] == []


def test_there_is_no_link(files: list[str]) -> None:
    assert [name for name in files if (ROOT / name).is_symlink()] == []


def test_no_text_names_a_path_of_a_machine_or_a_registry(files: list[str]) -> None:
    found = [
        f"{name}: {match[0]}"
        for name, text in texts(files)
        for match in (MACHINE_PATHS.search(text), HOSTS.search(text))
        if match
    ]
    assert found == []


def test_git_keeps_plain_line_ends_on_every_system() -> None:
    assert "* text=auto eol=lf" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()


def test_texts_are_utf8_in_nfc(files: list[str]) -> None:
    # What Excel is to open begins with a byte order mark; so do the samples of it.
    wrong = [
        name
        for name, text in texts(files)
        if (text.startswith("\ufeff") and not name.startswith("tests/feeds/golden/"))
        or not unicodedata.is_normalized("NFC", text)
    ]
    assert wrong == []


def test_names_can_stand_on_every_disk(files: list[str]) -> None:
    assert [name for name in files if not re.fullmatch(r"[A-Za-z0-9._/-]{1,150}", name)] == []
    assert [name for name, count in Counter(name.lower() for name in files).items() if count > 1] == []
    reserved = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:/|$)|\.(?:/|$)", re.IGNORECASE)
    assert [name for name in files if reserved.search(name)] == []


def test_no_secret_is_in_the_repository(files: list[str]) -> None:
    found = SecretsCollection(root=str(ROOT))
    with default_settings():
        for name in files:
            if Path(name).suffix in TEXT and not SECRETS_EXCUSED.search(name):
                found.scan_file(name)
    assert [f"{name}:{secret.line_number} {secret.type}" for name, secret in found] == []


def test_the_development_lock_holds_the_versions_of_the_other() -> None:
    pinned = re.compile(r"^([a-z0-9._-]+==\S+)", re.MULTILINE)
    plain, dev = (
        set(pinned.findall((ROOT / name).read_text("utf-8"))) for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert plain
    assert plain <= dev


def test_every_locked_package_has_hashes() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        for entry in re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text("utf-8").partition("\n")[2]):
            assert "--hash=sha256:" in entry, entry
