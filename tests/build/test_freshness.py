"""What a build that would change nothing says again, and when it must be a build after all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from chophien.build import freshness
from chophien.cli import main
from chophien.cli.making import commune as scaffold
from chophien.cli.making import write
from chophien.cli.units import units

DAY = date(2026, 11, 24)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a fresh commune's folder with something to be told of: it does not say how goods are taken back."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795500000")
    root = tmp_path / "xa"
    write(root, scaffold(units()["01576"]))
    home = root / "commune.yaml"
    home.write_text(home.read_text("utf-8").partition("policies:")[0], "utf-8")
    return root


def said(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(["build", *words], root) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(("lang", "words"), [("vi", ()), ("en", ("--en",))])
def test_what_was_told_is_told_again_word_for_word(
    root: Path, capsys: pytest.CaptureFixture[str], lang: str, words: tuple[str, ...]
) -> None:
    out = said(root, capsys, *words)
    again = freshness.repeat(root, lang)
    assert again
    assert "[" in again
    assert again in out
    assert again.count("\n    → ") == out.count("\n    → ")
    assert said(root, capsys, *words).count(again) == 1  # a full build says the same


def test_a_clean_build_has_nothing_to_say(root: Path) -> None:
    (root / "output").mkdir()
    (root / freshness.STATE_FOLDER).mkdir(exist_ok=True)
    freshness.remember(root, root / "output", DAY, freshness.signature(*freshness.snapshot(root)), told=False)
    assert freshness.repeat(root, "vi", DAY, root / "output") == ""
    (root / "commune.yaml").write_text("name: Xã Khác\n", encoding="utf-8")
    assert freshness.repeat(root, "vi", DAY, root / "output") is None


def test_what_was_to_be_told_and_is_not_known_is_found_out_anew(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(root, capsys)
    for path in (root / freshness.STATE_FOLDER).glob("told-*"):
        path.unlink()
    assert freshness.repeat(root, "vi") is None


def test_what_was_told_and_is_kept_by_half_is_found_out_anew(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(root, capsys)
    assert freshness.repeat(root, "vi")
    with pytest.raises(KeyError):  # ends while the second of two files is written
        freshness.keep_told(root, {"vi": "một nửa"})
    assert freshness.repeat(root, "en") not in {"", None}
    beside = root / freshness.STATE_FOLDER / "told-en.txt.new"
    beside.unlink()
    beside.mkdir()
    freshness.keep_told(root, {"vi": "lời", "en": "word"})
    assert freshness.repeat(root, "vi") is None
    assert freshness.repeat(root, "en") is None


def test_a_build_that_left_something_out_is_never_repeated(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(root, capsys)
    (root / "products" / "x.yaml").write_text("name: X\n", encoding="utf-8")
    main(["build", "--keep-going"], root)
    assert "x.yaml" in capsys.readouterr().out
    assert freshness.repeat(root, "vi") is None


def test_a_site_built_to_be_published_is_not_taken_for_a_plain_one(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(root, capsys)
    main(["preview"], root)
    assert "Đã dựng" in capsys.readouterr().out
    assert freshness.repeat(root, "vi") is None
