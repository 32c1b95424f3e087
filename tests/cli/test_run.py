"""Command lines: what is understood, what is refused, and the exit codes."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from chophien.cli import building, main

from .conftest import Run

PRICE = "    price: 120.000    # hãy sửa: đồng, giá của chừng ấy; bỏ dòng này nếu khách hỏi giá\n"


def spoil(root: Path, old: str, new: str) -> None:
    path = root / "products/gio-tre-vi-du/product.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_no_command_prints_the_list(run: Run) -> None:
    code, said = run()
    assert code == 0
    assert "kiem-tra" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["biuld"], "Có phải bạn muốn: build?"),
        (["build", "--stict"], "Có phải: --strict?"),
        (["build", "--today", "30/2/2026"], "«30/2/2026» không phải một ngày"),
        (["build", "--today"], "--today cần một giá trị"),
        (["build", "--jobs", "0"], "không phải số"),
        (["publish", "--target", "ftp"], "folder, zip, both, pages-branch"),
        (["new", "product"], "còn thiếu <tên>."),
        (["new", "product", "--en"], "<name> missing."),
        (["build", "--strict=có"], "--strict không có giá trị đi kèm"),
        (["new", "pictures", "Tên"], "product, producer, place"),
        (["check", "--en", "--todai", "x"], "Did you mean --today?"),
    ],
)
def test_a_wrong_command_line_ends_with_2_and_says_what_is_wrong(
    commune: Path, run: Run, words: list[str], said: str
) -> None:
    code, told = run(*words, root=commune)
    assert code == 2
    assert said in told


@pytest.mark.parametrize("language", [[], ["--en"]])
@pytest.mark.parametrize("command", ["build", "check", "new", "publish", "serve"])
def test_help_is_given_outside_a_communes_folder_too(
    run: Run, tmp_path: Path, command: str, language: list[str]
) -> None:
    code, said = run(command, "--help", *language, root=tmp_path)
    assert code == 0
    assert "--en" in said
    assert ("Usage:" in said, "Cách dùng:" in said) == (bool(language), not language)
    assert ("\nOptions:" in said, "\nTùy chọn:" in said) == (bool(language), not language)


def test_help_names_the_words_and_values_in_the_persons_language(run: Run) -> None:
    said = run("new", "--help")[1]
    assert "new <loại> <tên> [tùy chọn]" in said and "--into THƯ_MỤC" in said
    said = run("new", "--help", "--en")[1]
    assert "new <kind> <name> [options]" in said and "--into DIR" in said


def test_outside_a_communes_folder_a_build_says_so(run: Run, tmp_path: Path) -> None:
    code, said = run("build", root=tmp_path)
    assert code == 2
    assert "commune.yaml" in said


def test_the_communes_folder_is_found_from_below(commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(commune / "content" / "news")
    assert run("check")[0] == 0


def test_a_fresh_commune_passes_check_strictly(commune: Path, run: Run) -> None:
    assert run("check", "--strict", root=commune) == (0, "Không có lỗi nào.\n")


def test_errors_end_with_3_and_are_named_with_line_and_remedy(commune: Path, run: Run) -> None:
    spoil(commune, PRICE, "    price: 35k\n")
    code, said = run("check", root=commune)
    assert code == 3
    assert "LỖI  products/gio-tre-vi-du/product.yaml:24:" in said
    assert "[price-shorthand]" in said and "→" in said
    assert "1 lỗi" in said
    code, said = run("check", "--en", root=commune)
    assert code == 3
    assert "ERROR" in said and "1 error in 1 file." in said


def test_check_prints_json_for_other_programs(commune: Path, run: Run) -> None:
    spoil(commune, PRICE, "    price: 35k\n")
    code, said = run("check", "--json", root=commune)
    assert code == 3
    assert "price-shorthand" in [row["code"] for row in json.loads(said)]


def test_warnings_end_with_4_only_when_strict(commune: Path, run: Run) -> None:
    path = commune / "commune.yaml"
    path.write_text(path.read_text("utf-8").partition("policies:")[0], "utf-8")
    assert run("check", root=commune)[0] == 0
    code, said = run("check", "--strict", root=commune)
    assert code == 4
    assert "--strict" in said


def test_a_failed_build_keeps_the_old_site(commune: Path, run: Run) -> None:
    code, said = run("build", root=commune)
    assert code == 0
    assert "Đã dựng" in said and "index.html" in said
    before = (commune / "output/index.html").read_bytes()
    spoil(commune, PRICE, "    price: 35k\n")
    code, said = run("build", root=commune)
    assert code == 3
    assert "Trang cũ trong output/ được giữ nguyên." in said
    assert (commune / "output/index.html").read_bytes() == before


def test_rebuild_and_clean_forget_what_was_built(commune: Path, run: Run) -> None:
    assert run("rebuild", root=commune)[0] == 0
    code, said = run("clean", root=commune)
    assert code == 0
    assert "output" in said
    assert not (commune / "output").exists() and not (commune / ".chophien").exists()
    assert run("clean", root=commune) == (0, "Không có gì để xóa.\n")


@pytest.mark.parametrize("target", [".", "content", "products", "../site"])
def test_clean_removes_only_what_the_last_build_made(commune: Path, run: Run, target: str) -> None:
    (commune / "../site").mkdir()
    (commune / "../site/index.html").write_text("mine", "utf-8")
    assert run("build", root=commune)[0] == 0
    code, said = run("clean", "--output", str(commune / target), root=commune)
    assert code == 6
    assert "Không xóa" in said
    assert (commune / "content/news/trang-da-mo.md").is_file()
    assert (commune / "../site/index.html").is_file()
    assert (commune / ".chophien").is_dir()


def test_a_reused_inode_is_no_proof(commune: Path, run: Run) -> None:
    assert run("build", root=commune)[0] == 0
    (commune / "output/index.html").write_text("mine", "utf-8")
    assert run("clean", root=commune)[0] == 6
    assert (commune / "output/index.html").is_file()


def test_a_site_that_a_failed_rebuild_kept_can_still_be_cleaned(commune: Path, run: Run) -> None:
    assert run("build", root=commune)[0] == 0
    spoil(commune, PRICE, "    price: 35k\n")
    assert run("rebuild", root=commune)[0] == 3
    assert run("clean", root=commune)[0] == 0
    assert not (commune / "output").exists()


def test_another_output_folder_can_be_named(commune: Path, run: Run, tmp_path: Path) -> None:
    assert run("build", "--output", str(tmp_path / "elsewhere"), root=commune)[0] == 0
    assert (tmp_path / "elsewhere/index.html").is_file()
    assert not (commune / "output").exists()


@pytest.mark.parametrize(
    ("wrong", "code", "said"),
    [
        (OSError(errno.ENOSPC, "no space", "output/x.html"), 1, "Ổ đĩa đã đầy"),
        (PermissionError(errno.EACCES, "denied", "output/x.html"), 1, "Không có quyền"),
        (RuntimeError("a fault"), 1, "a fault"),
        (KeyboardInterrupt(), 130, "Đã dừng"),
    ],
)
def test_what_goes_wrong_is_said_in_plain_words(
    commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch, wrong: BaseException, code: int, said: str
) -> None:
    def fail(asked: object) -> int:
        raise wrong

    monkeypatch.setattr(building, "check", fail)
    found = run("check", root=commune)
    assert found[0] == code
    assert said in found[1]


def test_schemas_are_written_once(commune: Path, run: Run) -> None:
    assert run("schema", root=commune)[0] == 0
    path = commune / "schema/product.json"
    assert json.loads(path.read_text("utf-8"))["title"] == "product"
    before = path.stat().st_mtime_ns
    assert main(["schema"], commune) == 0
    assert path.stat().st_mtime_ns == before


def test_version_and_doctor_answer(commune: Path, run: Run) -> None:
    assert "pelican" in run("version", root=commune)[1]
    assert "Python" in run("doctor", root=commune)[1]
