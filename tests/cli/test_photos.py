"""Taking photos in at the terminal: one line a photo, exit codes, the question."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import re
import sys
from pathlib import Path
from string import Formatter

import pytest
from PIL import Image, ImageDraw

import chophien
from chophien.build.folder import Lock
from chophien.cli import photos

from .conftest import Run

PRODUCT, PLACE = "products/gio-tre-vi-du/product.yaml", "content/places/xom-ban-mau/index.md"


def picture(seed: int, size: tuple[int, int] = (1100, 1000), form: str = "JPEG") -> bytes:
    chance = random.Random(seed)
    image = Image.new("RGB", size, tuple(chance.randrange(90, 220) for _ in range(3)))
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        fill = tuple(chance.randrange(256) for _ in range(3))
        draw.rectangle((x, y, x + chance.randrange(20, 300), y + chance.randrange(20, 300)), fill=fill)
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


def put(commune: Path, name: str, data: bytes) -> Path:
    file = commune / "hop-thu" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def tree(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".chophien" not in path.parts
    }


def test_a_folder_without_an_inbox_gets_one_and_is_told_what_goes_in(commune: Path, run: Run) -> None:
    code, said = run("photos", root=commune)
    assert code == 0 and (commune / "hop-thu").is_dir()
    assert said.startswith("Đã tạo thư mục hop-thu/.") and said.count("\n") == 1
    code, said = run("anh", root=commune)
    assert code == 0 and said.startswith("hop-thu/ chưa có ảnh mới.")
    assert json.loads(run("photos", "--json", root=commune)[1])["photos"] == []


def test_one_line_a_photo_then_the_counts(commune: Path, run: Run) -> None:
    put(commune, "Giỏ tre ví dụ.jpg", picture(1))
    put(commune, "gio-tre-vi-du/2.png", picture(2, form="PNG"))
    put(commune, "gio-tre-vi-du/3.jpg", picture(1))
    put(commune, "gio-tre-vi-du/4.jpg", picture(4, (300, 300)))
    put(commune, "IMG_1.jpg", picture(5))
    code, said = run("photos", root=commune)
    assert code == 3
    first, second, third, fourth, fifth, counts, last, refused = said.splitlines()
    assert re.fullmatch(
        r"NHẬN  hop-thu/Giỏ tre ví dụ\.jpg → products/gio-tre-vi-du/gio-tre-vi-du-[0-9a-f]{8}\.jpg \(ảnh chính\)\.",
        first,
    )
    assert re.fullmatch(r"NHẬN  hop-thu/gio-tre-vi-du/2\.png → \S+\.jpg \(đổi từ PNG\)\.", second)
    assert re.fullmatch(r"ĐÃ CÓ  hop-thu/gio-tre-vi-du/3\.jpg: chính là \S+\.jpg, không thêm lần nữa\.", third)
    assert fourth == (
        "KHÔNG NHẬN  hop-thu/gio-tre-vi-du/4.jpg: Ảnh quá nhỏ (300×300). Cần ít nhất 500×500, tốt nhất 1500×1500. "
        "Nếu lấy từ Zalo, hãy nhờ người gửi chọn HD. [photo-too-small]"
    )
    assert '"hop-thu/IMG_1.jpg" --product' in fifth and fifth.endswith("[intake-undecided]")
    assert refused == "Tệp không nhận vẫn nằm trong hop-thu/; xem xong có thể xóa."
    assert fifth.startswith("CHƯA RÕ  hop-thu/IMG_1.jpg: Chưa biết là ảnh của mục nào. Đổi tên ảnh")
    assert "Giỏ tre ví dụ (gio-tre-vi-du)" in fifth
    assert counts == "Tổng cộng: 2 ảnh nhận, 1 đã có, 1 chưa rõ của mục nào, 1 không nhận."
    assert "Ảnh có người? Ghi people: có và sự đồng ý." in last


def test_the_folder_is_right_afterwards(commune: Path, run: Run) -> None:
    put(commune, "gio-tre-vi-du.jpg", picture(1))
    put(commune, "Xóm Bản Mẫu (ví dụ).jpg", picture(2))
    assert run("photos", root=commune)[0] == 0
    code, said = run("check", root=commune)
    assert code == 0
    assert {line.rpartition("[")[2] for line in said.splitlines() if line.startswith("NHẮC")} == {"photo-without-alt]"}


def test_all_photos_of_one_record(commune: Path, run: Run) -> None:
    put(commune, "IMG_1.jpg", picture(1))
    put(commune, "xom-ban-mau.jpg", picture(2))
    assert run("photos", "--product", "gio-tre-vi-du", root=commune)[0] == 0
    assert (commune / PRODUCT).read_text("utf-8").count("- file: gio-tre-vi-du-") == 2
    put(commune, "IMG_3.jpg", picture(3))
    assert run("photos", "--place", "xom-ban-mau", root=commune)[0] == 0
    assert (commune / PLACE).read_text("utf-8").count("- file: xom-ban-mau-") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--product", "gio-tre-vi-d"], "Có phải: gio-tre-vi-du?"),
        (["--place", "gio-tre-vi-du"], "không có mục này. Mã này là của sản phẩm: dùng --product gio-tre-vi-du."),
        (["--product", "xom-ban-mau"], "không có mục này. Mã này là của địa điểm: dùng --place xom-ban-mau."),
        (["--product", ""], "--product cần một giá trị"),
        (["--place="], "--place cần một giá trị"),
        (["--product", "gio-tre-vi-du", "--place", "xom-ban-mau"], "không dùng cùng lúc"),
        (["khong-co.jpg"], "không có «khong-co.jpg» trong hop-thu/."),
        (["../commune.yaml"], "không có «../commune.yaml» trong hop-thu/."),
        (["--producer", "x"], "--producer"),
        (["--product"], "--product cần một giá trị"),
    ],
)
def test_a_wrong_command_line_changes_nothing(commune: Path, run: Run, words: list[str], said: str) -> None:
    put(commune, "gio-tre-vi-du.jpg", picture(1))
    before = tree(commune)
    code, told = run("photos", *words, root=commune)
    assert code == 2 and said in told
    assert tree(commune) == before
    code, told = run("photos", "--json", *words, root=commune)
    assert code == 2 and said in json.loads(told)["text"]


def test_a_record_without_a_flag_is_reached_by_name(commune: Path, run: Run) -> None:
    folder = commune / "content/events/cho-xuan"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("---\nname: Chợ xuân\n---\n", "utf-8")
    code, said = run("photos", "--place", "cho-xuan", root=commune)
    assert code == 2 and "Mục này chỉ nhận ảnh theo tên" in said


@pytest.mark.parametrize("words", [["--product", "khong-co"], ["khong-co.jpg"], ["--product", "x", "--place", "y"]])
def test_a_wrong_command_line_makes_no_inbox(commune: Path, run: Run, words: list[str]) -> None:
    assert run("photos", *words, root=commune)[0] == 2
    assert not (commune / "hop-thu").exists() and not (commune / ".chophien").exists()


def test_an_inbox_that_is_a_file_is_told(commune: Path, run: Run) -> None:
    (commune / "hop-thu").write_bytes(b"x")
    code, said = run("photos", root=commune)
    assert code == 3 and said.startswith("KHÔNG NHẬN  hop-thu/: Đây là một tệp, không phải thư mục.")


def test_an_inbox_that_cannot_be_read_is_told(commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put(commune, "gio-tre-vi-du.jpg", picture(1))
    listed = os.scandir

    def closed(path: object) -> object:
        if str(path).endswith("hop-thu/"):
            raise PermissionError(13, "Permission denied")
        return listed(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", closed)
    for words in ([], ["gio-tre-vi-du.jpg"]):
        code, said = run("photos", *words, root=commune)
        assert code == 3 and "hop-thu/: Không mở được (Permission denied)." in said


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_a_folder_that_takes_no_inbox_is_told(
    commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    code, said = run("photos", *words, root=commune)
    assert code == 1 and "không ghi được vào hop-thu/ (No space left on device)." in said
    assert "trang" not in said


def test_a_full_disk_leaves_one_line_a_photo_and_the_total(
    commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(commune, "gio-tre-vi-du.jpg", picture(1))
    put(commune, "xom-ban-mau.jpg", picture(2))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, said = run("photos", root=commune)
    first, second, total, _ = said.splitlines()
    assert code == 3 and total == "Tổng cộng: 2 không nhận."
    assert "Ổ đĩa đã đầy, chưa ghi được vào products/gio-tre-vi-du/." in first and "xom-ban-mau/." in second
    assert "?" not in said and "trang" not in said


def test_a_path_keeps_its_letters_at_the_start_of_a_sentence(commune: Path, run: Run) -> None:
    put(commune, "gio-tre-vi-du.jpg", picture(1))
    (commune / PRODUCT).write_text("name: [\n", "utf-8")
    _, said = run("photos", root=commune)
    assert f": {PRODUCT} đang có lỗi" in said


def test_a_white_ground_is_remarked_on_at_the_end_of_the_line(commune: Path, run: Run) -> None:
    image = Image.new("RGB", (1200, 1200), "white")
    image.paste(Image.open(io.BytesIO(picture(1, (600, 600)))), (300, 300))
    out = io.BytesIO()
    image.save(out, "JPEG")
    put(commune, "gio-tre-vi-du.jpg", out.getvalue())
    code, said = run("photos", root=commune)
    line, total, _ = said.splitlines()
    assert code == 0 and line.endswith("Ảnh nền trắng, hợp làm ảnh chính cho các sàn. [photo-white]")
    assert total == "Tổng cộng: 1 ảnh nhận."


def test_a_path_on_another_drive_is_not_in_the_inbox(commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put(commune, "gio-tre-vi-du.jpg", picture(1))

    def other(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", other)
    code, said = run("photos", "x.jpg", root=commune)
    assert code == 2 and "không có «x.jpg» trong hop-thu/." in said


def test_single_files_and_folders_can_be_named(
    commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("gio-tre-vi-du/1.jpg", "gio-tre-vi-du/2.jpg", "gio-tre-vi-du.jpg", "gio-tre-vi-du 2.jpg"):
        put(commune, name, picture(len(name)))
    monkeypatch.chdir(tmp_path)
    assert run("photos", "gio-tre-vi-du.jpg", root=commune)[0] == 0
    assert len(list((commune / "hop-thu/da-xu-ly").rglob("*.jpg"))) == 1
    monkeypatch.chdir(commune / "hop-thu/gio-tre-vi-du")
    assert run("photos", "2.jpg", "--en", root=commune)[0] == 0
    assert not (commune / "hop-thu/gio-tre-vi-du/2.jpg").exists()
    monkeypatch.chdir(commune)
    assert run("photos", "--json", "hop-thu/gio-tre-vi-du", "hop-thu/gio-tre-vi-du 2.jpg", root=commune)[0] == 0
    assert not list((commune / "hop-thu").glob("*.jpg"))


def test_a_dry_run_changes_nothing(commune: Path, run: Run) -> None:
    put(commune, "gio-tre-vi-du.jpg", picture(1))
    before = tree(commune)
    code, said = run("photos", "--dry-run", root=commune)
    assert code == 0 and said.endswith("Nếu chạy thật, sẽ có: 1 ảnh nhận.\n")
    assert "alt" not in said
    assert tree(commune) == before and not (commune / ".chophien").exists()


def test_json_for_other_programs(commune: Path, run: Run) -> None:
    put(commune, "gio-tre-vi-du.png", picture(1, (600, 600), "PNG"))
    put(commune, "x.pdf", b"%PDF-1.4")
    code, said = run("photos", "--json", root=commune)
    found = json.loads(said)
    assert code == 3
    assert found["counts"] == {"taken": 1, "already": 0, "undecided": 0, "refused": 1}
    first, second = found["photos"]
    assert (first["kind"], first["id"], first["format"], first["width"]) == ("product", "gio-tre-vi-du", "PNG", 600)
    assert (first["status"], first["main"], first["moved"]) == ("taken", True, "hop-thu/da-xu-ly/gio-tre-vi-du.png")
    assert (commune / first["file"]).is_file()
    assert [note["code"] for note in first["notes"]] == ["photo-low-resolution"]
    assert second["notes"][0]["code"] == "photo-not-a-photo" and second["notes"][0]["hint"]


def test_english(commune: Path, run: Run) -> None:
    put(commune, "gio-tre-vi-du.jpg", picture(1))
    put(commune, "IMG_1.jpg", picture(2))
    code, said = run("photos", "--en", root=commune)
    assert code == 3
    assert "TAKEN  hop-thu/gio-tre-vi-du.jpg → products/" in said and "(main photo)" in said
    assert "UNDECIDED  hop-thu/IMG_1.jpg: Nothing says which record this photo belongs to. Name the photo" in said
    assert "Total: 1 taken, 1 undecided." in said


def test_every_sentence_has_the_same_holes_in_both_languages() -> None:
    for key, sentences in photos.WORDS.items():
        vi, en = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in sentences)
        assert vi == en, key


def test_a_second_run_waits_for_the_first(commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put(commune, "gio-tre-vi-du.jpg", picture(1))
    first = Lock(commune / ".chophien/photos.lock")
    assert first.take(wait=False)
    from chophien.build import folder

    monkeypatch.setattr(folder.time, "sleep", lambda _: first.release())
    code, said = run("photos", root=commune)
    assert code == 0 and said.startswith("Một cửa sổ khác đang nhận ảnh")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("answers", "where"),
    [
        (["1"], "products/gio-tre-vi-du"),
        (["xóm", "1"], "content/places/xom-ban-mau"),
        (["zzz", "9", "xom", "1"], "content/places/xom-ban-mau"),
        (["…", "\udcff\udcfe", "1"], "products/gio-tre-vi-du"),
        ([""], None),
        ([], None),
    ],
)
def test_at_a_terminal_it_asks(commune: Path, answers: list[str], where: str | None) -> None:
    """A child with a terminal of its own is asked, answers line by line, and at the end closes its input."""
    import pty

    put(commune, "giỏ của tôi.jpg", picture(1))
    plugins = str(Path(chophien.__file__).parent.parent)
    script = (
        f"import sys; sys.path.insert(0, {plugins!r})\n"
        "from pathlib import Path\nfrom chophien.cli import main\n"
        f"sys.exit(main(['photos'], Path({str(commune)!r})))\n"
    )
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-c", script], {**os.environ, "PYTHONUTF8": "1"})
    said, left = b"", list(answers)
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other side has gone
            break
        if not piece:
            break
        said += piece
        if said.decode("utf-8", "ignore").rstrip().endswith("để ảnh lại đó:"):
            said += b"\n"
            os.write(terminal, (left.pop(0) + "\n").encode("utf-8", "surrogateescape") if left else b"\x04")
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    told = said.decode("utf-8", "replace")
    assert "giỏ của tôi.jpg" in told and "1. Giỏ tre ví dụ  (gio-tre-vi-du)" in told
    assert left == []
    taken = list((commune / where).glob("*-????????.jpg")) if where else []
    assert (code, len(taken)) == ((0, 1) if where else (3, 0)), told


def test_the_record_chosen_last_is_offered_first(commune: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 2):
        put(commune, f"IMG_{number}.jpg", picture(number))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("chophien.cli.console.Console.__init__", terminal)
    answers = iter(["xóm", "1", "1"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert run("photos", root=commune)[0] == 0
    assert (commune / PLACE).read_text("utf-8").count("- file: xom-ban-mau-") == 2


def terminal(self: object, lang: str, out: object = None) -> None:
    self.__dict__.update(lang=lang, out=sys.stdout, terminal=True, colour=False)
