"""A commune's folder as it is found: odd files and names, mistakes all at once, files moved and renamed."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest

from chophien import images
from chophien.build import Options, freshness
from chophien.build.engine import check
from chophien.sources.nodes import MOST_BYTES

from .commune import FILES, TODAY, build, codes, found, picture, product, tree, write


def told(root: Path) -> list[str]:
    """Check a folder and return ``code file:line field`` of all errors and warnings."""
    return [
        f"{d.code} {d.file}:{d.line} {d.field}".rstrip()
        for d in check(Options(root=root, today=TODAY))
        if d.level.value != "notice"
    ]


def tail(root: Path, path: str, text: str) -> None:
    """Write something below a file."""
    old = (root / path).read_text("utf-8")
    (root / path).write_text(old + text, "utf-8")


# --- what is passed over is named ------------------------------------------------------------------


def test_a_folder_that_cannot_be_opened_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = found(tmp_path / "xa")
    real = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("content/events"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert told(root) == ["folder-not-opened content/events:1"]
    assert not build(root).ok


def test_a_folder_that_is_not_there_is_no_mistake(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    assert not (root / "theme").exists()
    assert told(root) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps any bytes as a name")
def test_a_name_that_is_not_utf8_is_named_and_passed_over(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    Path(os.fsdecode(os.fsencode(root) + b"/content/news/tin-\xe8.md")).write_text("x", "utf-8")
    (root / "products" / os.fsdecode(b"ch\xe8")).mkdir()
    assert told(root) == ["file-name-not-utf8 content/news/tin-\ufffd.md:1", "file-name-not-utf8 products/ch\ufffd:1"]
    outcome = build(root)
    assert not outcome.ok
    assert "".join(d.file for d in outcome.diagnostics).encode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    os.mkfifo(root / "content/news/ong.md")
    os.mkfifo(root / "products/che-mau/anh-2.png")
    assert told(root) == ["file-not-regular content/news/ong.md:1", "file-not-regular products/che-mau/anh-2.png:1"]
    assert build(root).ok
    (root / "commune.yaml").unlink()
    os.mkfifo(root / "commune.yaml")
    assert "commune-missing commune.yaml:0" in told(root)


def test_large_files_are_told_without_being_read(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    with (root / "content/pages/duong-den.md").open("ab") as file:
        file.truncate(10 * MOST_BYTES)
    with (root / "products/che-mau/anh.png").open("ab") as file:
        file.truncate(images.MOST_BYTES + 1_000_000)
    items = {d.code: d for d in check(Options(root=root, today=TODAY))}
    assert items["file-too-large"].values == {"count": str(10 * MOST_BYTES), "most": str(MOST_BYTES)}
    assert items["photo-too-large"].field == "photos[1].file"
    sizes: list[int] = []
    real = Path.read_bytes

    def read(self: Path) -> bytes:
        data = real(self)
        sizes.append(len(data))
        return data

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", read)
        check(Options(root=root, today=TODAY))
    assert max(sizes, default=0) < images.MOST_BYTES


# --- the folder's own pictures and templates -------------------------------------------------------


def test_the_commune_has_pictures_beside_its_file(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    tail(root, "commune.yaml", "photos: [{file: xa.jpg, alt: Toàn cảnh}]\n")
    assert told(root) == [f"photo-missing commune.yaml:{_line(root, 'commune.yaml', 'xa.jpg')} photos[1].file"]
    write(root, "xa.jpg", picture(30))
    assert told(root) == []
    assert build(root).ok
    assert list((root / "output/anh").glob("xa-*"))
    before = freshness.signature(*freshness.snapshot(root))
    write(root, "xa.jpg", picture(200, (700, 600)))
    assert freshness.signature(*freshness.snapshot(root)) != before


def test_a_template_whose_name_begins_with_an_underscore_is_noticed(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "theme/templates/_them.html", "x")
    write(root, "content/_nhap/y.md", "y")
    seen, _ = freshness.snapshot(root)
    assert "theme/templates/_them.html" in seen
    assert "content/_nhap/y.md" not in seen


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS gives back either form of a name")
def test_a_picture_whose_name_is_in_parts_on_the_disk_is_found(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "products/che-1/product.yaml", product("che-1") + "photos: [{file: chè.png, alt: Gói chè}]\n")
    write(root, unicodedata.normalize("NFD", "products/che-1/chè.png"), picture(20))
    tail(root, "content/places/ban-mau/index.md", "\n![Suối](suối.png)\n")
    write(root, unicodedata.normalize("NFD", "content/places/ban-mau/suối.png"), picture(60))
    tail(root, "commune.yaml", "photos: [{file: xã.png, alt: Toàn cảnh}]\n")
    write(root, unicodedata.normalize("NFD", "xã.png"), picture(30))
    assert [d.code for d in check(Options(root=root, today=TODAY))] == []
    for _ in range(2):  # the second time from the store
        assert build(root).ok
        names = [path.name for path in (root / "output/anh").iterdir()]
        assert {name.rpartition("-")[0].rpartition("-")[0] for name in names} == {
            "che-mau-anh", "che-1-che", "ban-mau-suoi", "xa-xa",
        }  # fmt: skip
        tail(root, "content/pages/duong-den.md", "\nThêm.\n")


# --- translations ----------------------------------------------------------------------------------


def test_a_translation_into_a_language_that_is_not_used_is_named_and_left_out(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "content/news/tin-mau.de.md", "---\ntitle: [không, phải, chữ]\n---\nNeues.\n")
    assert told(root) == ["translation-language-not-used content/news/tin-mau.de.md:1"]
    with_it = build(root)
    assert with_it.ok
    assert not any(b"Neues" in path.read_bytes() for path in (root / "output").rglob("*.html"))


def test_a_commune_that_speaks_vietnamese_alone_leaves_english_files_out(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "commune.yaml", FILES["commune.yaml"].replace("[vi, en]", "[vi]"))
    assert told(root) == [
        "translation-language-not-used content/news/tin-mau.en.md:1",
        "translation-language-not-used content/places/ban-mau/index.en.md:1",
    ]
    assert build(root).ok


# --- files moved -----------------------------------------------------------------------------------


def _move(path: Path, to: Path) -> None:
    """Move a file; its time and size stay as they were."""
    to.parent.mkdir(parents=True, exist_ok=True)
    path.rename(to)


@pytest.mark.parametrize(("old", "new"), [
    ("content/pages/duong-den.md", "content/pages/duong-den/index.md"),
    ("content/places/ban-mau/index.en.md", "content/places/ban-mau/index.zh.md"),
])  # fmt: skip
def test_a_moved_file_gives_what_a_clean_build_gives(tmp_path: Path, old: str, new: str) -> None:
    root = found(tmp_path / "xa")
    words = FILES["commune.yaml"]
    write(root, "commune.yaml", words)
    tail(root, "content/pages/duong-den.md", "\n![Suối](suoi.png)\n")
    write(root, "content/pages/suoi.png", picture(10))
    write(root, "content/pages/duong-den/suoi.png", picture(200))
    assert codes(build(root)) <= {"photo-not-used"}
    _move(root / old, root / new)
    again = build(root)
    clean = tmp_path / "moi"
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns(".chophien", "output"))
    fresh = build(clean)
    assert [(d.code, d.file) for d in again.diagnostics] == [(d.code, d.file) for d in fresh.diagnostics]
    assert tree(root / "output") == tree(clean / "output")


# --- mistakes all at once, each at its line --------------------------------------------------------


def test_a_record_with_one_mistake_is_told_its_others_in_the_same_run(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    text = product("che-1").replace("category: che", "category: chee").replace("producer: to-mau", "producer: to-la")
    text = text.replace("sku: che-1-100", "sku: che-mau-100")
    text += "photos: [{file: khong-co.png, alt: Gói}]\nseason: [13]\n"
    write(root, "products/che-1/product.yaml", text)
    place = FILES["content/places/nha-mau/index.md"].replace("kind: homestay", "kind: lâu đài")
    write(root, "content/places/nha-mau/index.md", place)
    tail(root, "content/places/nha-mau/index.md", "[Chè](product/khong-co) ![Nhà](nha.png) [Sai](o-dau)\n")
    line = {word: _line(root, "products/che-1/product.yaml", word) for word in ("chee", "to-la", "png", "13")}
    sku = _line(root, "products/che-1/product.yaml", "che-mau-100")
    last = _line(root, "content/places/nha-mau/index.md", "o-dau")
    kind = _line(root, "content/places/nha-mau/index.md", "lâu đài")
    assert sorted(told(root)) == sorted([
        f"category-unknown products/che-1/product.yaml:{line['chee']} category",
        f"reference-unknown products/che-1/product.yaml:{line['to-la']} producer",
        f"sku-twice products/che-1/product.yaml:{sku} variants[1].sku",
        f"photo-missing products/che-1/product.yaml:{line['png']} photos[1].file",
        f"number-out-of-range products/che-1/product.yaml:{line['13']} season[1]",
        f"not-a-choice content/places/nha-mau/index.md:{kind} kind",
        f"reference-unknown content/places/nha-mau/index.md:{last} body",
        f"photo-missing content/places/nha-mau/index.md:{last} body",
        f"link-broken content/places/nha-mau/index.md:{last} body",
    ])  # fmt: skip


def test_what_is_told_of_a_record_with_mistakes_is_told_again_from_the_store(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    text = product("che-1").replace("producer: to-mau", "producer: to-la")
    write(root, "products/che-1/product.yaml", text + "photos: [{file: khong-co.png, alt: Gói}]\nseason: [13]\n")
    first, second = build(root), build(root)
    assert codes(first) == codes(second) == {"reference-unknown", "photo-missing", "number-out-of-range"}
    assert [d.order for d in first.diagnostics] == [d.order for d in second.diagnostics]


def _line(root: Path, path: str, words: str, nth: int = 0) -> int:
    lines = (root / path).read_text("utf-8").split("\n")
    return [number for number, line in enumerate(lines, 1) if words in line][nth]


def test_a_language_that_is_not_known_is_told_at_its_line(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    index, english = "content/places/ban-mau/index.md", "content/places/ban-mau/index.en.md"
    tail(root, index, "\n[mác lịch](lang:tyz), [a](lang:hmn-Latn)\n\n[b](lang:tay)\n")
    tail(root, english, "\n[c](lang:nut), [d](lang:TYZ)\n")
    assert sorted(told(root)) == sorted([
        f"phrase-language-unknown {index}:{_line(root, index, 'lang:tay')} body",
        f"phrase-language-unknown {english}:{_line(root, english, 'lang:TYZ')} body.en",
    ])  # fmt: skip
    wrong = build(root).diagnostics
    assert [d.values["suggestion"] for d in wrong if d.code == "phrase-language-unknown"] == ["", "lang:tyz"]


def test_a_phrase_of_the_communes_own_file_in_an_unknown_language_is_told_at_its_line(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    written = FILES["commune.yaml"].replace(
        "policies:\n", "policies:\n          terms: Ghi thêm [bốn](lang:nung) nhé.\n"
    )
    write(root, "commune.yaml", written)
    tail(
        root,
        "commune.yaml",
        """about:
  vi: |
    Xã có [mác lịch](lang:tyz).

    Chợ phiên, [một](lang:tay), [hai](lang:tay).
  en: Market, [three](lang:TYZ), [site](https://mau.example).
""",
    )
    there = [
        (d.line, d.column, d.values["found"]) for d in build(root).diagnostics if d.code == "phrase-language-unknown"
    ]
    lines = (root / "commune.yaml").read_text("utf-8").split("\n")
    assert sorted(found for _, _, found in there) == ["lang:TYZ", "lang:nung", "lang:tay", "lang:tay"]
    assert len(set(there)) == 4
    for line, column, found_there in there:
        assert lines[line - 1][column - 1 :].startswith(found_there)


def test_a_link_is_told_at_its_line_in_its_file(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    index, english = "content/places/ban-mau/index.md", "content/places/ban-mau/index.en.md"
    tail(root, index, "\n[Một](product/mat)\n\n[Hai](product/mat)\n\nBa [ba][r].\n\n[r]: product/khong-co\n")
    tail(root, english, "\nMore.\n\n[One](product/mat), [bad](nowhere), ![no](no.png)\n")
    page = "content/pages/duong-den.md"
    tail(root, page, "\nĐoạn.\n\n[Sai](o-dau)\n\n[Sai](o-dau)\n")
    goods = "products/che-1/product.yaml"
    write(root, goods, product("che-1").replace("Picked by hand and roasted.", '"See [it](place/nowhere)."'))
    assert sorted(told(root)) == sorted([
        f"reference-unknown {index}:{_line(root, index, 'product/mat')} body",
        f"reference-unknown {index}:{_line(root, index, 'product/mat', 1)} body",
        f"reference-unknown {index}:{_line(root, index, '[r]: product/khong-co')} body",
        f"reference-unknown {english}:{_line(root, english, 'product/mat')} body.en",
        f"link-broken {english}:{_line(root, english, 'nowhere')} body.en",
        f"photo-missing {english}:{_line(root, english, 'no.png')} body.en",
        f"link-broken {page}:{_line(root, page, 'o-dau')} body",
        f"link-broken {page}:{_line(root, page, 'o-dau', 1)} body",
        f"reference-unknown {goods}:{_line(root, goods, 'place/nowhere')} description.en",
    ])  # fmt: skip


def test_a_field_written_with_a_capital_is_found_in_its_line(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "content/news/tin-hai.md", "---\nTitle: Tin hai\nDate: 2026-11-02\nSlug: tin-mau\n---\nHai.\n")
    write(root, "content/news/tin-mau.md", "---\nTitle: Tin mẫu\nDate: 2026-11-02\nSlug: tin-mau\n---\nHai.\n")
    assert "slug-twice content/news/tin-mau.md:4 slug" in told(root)


# --- what depends on what --------------------------------------------------------------------------


def test_only_who_sells_it_takes_goods_along_not_a_link_in_their_text(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "content/producers/ho-hai.yaml", "kind: hợp tác xã\nname: Hợp tác xã hai\nfounded: năm ngoái\n")
    linked = "Chè hái tay, xem [tổ hai](producer/ho-hai)."
    write(
        root,
        "products/che-1/product.yaml",
        product("che-1").replace("Chè hái tay, sao bằng chảo gang trên bếp củi.", linked),
    )
    write(root, "products/che-2/product.yaml", product("che-2").replace("producer: to-mau", "producer: ho-hai"))
    outcome = build(root, keep_going=True)
    assert outcome.missing == ["content/producers/ho-hai.yaml", "products/che-2/product.yaml"]


def test_a_household_whose_name_was_withdrawn_is_not_shown(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "content/producers/ho-ba.yaml", """
        kind: hộ gia đình
        name: Hộ bà Mẫu
        consent: {name: {given: 2026-01-01, how: giấy, withdrawn: 2026-11-24}}
        """)  # fmt: skip
    write(root, "products/che-1/product.yaml", product("che-1").replace("producer: to-mau", "producer: ho-ba"))
    need = FILES["content/demand/can-mua.yaml"].replace("to-mau", "ho-ba")
    write(root, "content/demand/can-mua.yaml", need)
    homestay = FILES["content/places/nha-mau/index.md"].replace("stay: {", "host: ho-ba\n        stay: {")
    write(root, "content/places/nha-mau/index.md", homestay)

    def naming() -> list[str]:
        """List the files that show the household or what it sells."""
        files = (path for path in (root / "output").rglob("*") if path.is_file())
        return [f.name for f in files if any(w in f.read_bytes() for w in ("bà Mẫu".encode(), b"ho-ba", b"che-1"))]

    before = build(root, TODAY - timedelta(days=1))
    assert before.ok and before.missing == [] and naming()
    after = build(root)
    assert after.ok and naming() == []
    assert after.missing == ["content/producers/ho-ba.yaml", "products/che-1/product.yaml"]
    notes = [(d.code, d.level.value, d.file) for d in after.diagnostics if "consent" in d.code]
    assert notes == [("consent-name-withdrawn", "notice", "content/producers/ho-ba.yaml")]


def test_a_number_withdrawn_leaves_the_board_on_its_day_and_blocks_nothing(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "content/demand/can-mua.yaml", """
        kind: cần mua
        title: Cần mua tre già
        until: 2026-11-25
        phone: 0912345678
        consent: {phone: {given: 2026-01-01, how: giấy, withdrawn: 2026-11-25}}
        """)  # fmt: skip
    seen = []
    for day in range(3):
        outcome = build(root, TODAY + timedelta(days=day))
        board = (root / "output/can-mua-can-ban.html").read_text("utf-8")
        notes = [d.code for d in outcome.diagnostics if d.code.startswith("need-")]
        seen.append((outcome.ok, "Cần mua tre già" in board, "84912345678" in board, notes))
    assert seen == [
        (True, True, True, []),
        (True, True, False, ["need-consent-withdrawn"]),
        (True, False, False, ["need-over"]),
    ]


def test_a_household_at_its_workshop_is_not_said_to_be_there_without_consent(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "content/places/nha-rieng/index.md", """
        ---
        kind: xưởng nghề
        name: Xưởng thôn Một
        summary: Xưởng nhỏ ở thôn.
        point: {lat: 22.73, lon: 106.44}
        ---
        """)  # fmt: skip
    asked = "address: {given: 2026-01-01, how: giấy, withdrawn: 2026-11-25}"
    write(root, "content/producers/ho-ba.yaml", f"""
        kind: hộ gia đình
        name: Hộ bà Mẫu
        place: nha-rieng
        consent: {{name: {{given: 2026-01-01, how: giấy}}, {asked}}}
        """)  # fmt: skip
    for day, there in ((TODAY, True), (TODAY + timedelta(days=1), False)):
        outcome = build(root, day)
        assert outcome.ok and ("place-without-consent" in codes(outcome)) is not there
        page = (root / "output/nguoi-lam/ho-ba.html").read_text("utf-8")
        assert ("nha-rieng" in page) is there
        assert ("bà Mẫu" in (root / "output/ban-do.html").read_text("utf-8")) is there


def test_people_who_have_not_agreed_yet_are_not_shown(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    photo = "photos: [{file: anh.png, alt: Bà Mẫu, people: có, consent: {given: 2026-11-25, how: giấy}}]\n"
    write(root, "products/che-mau/product.yaml", product("che-mau") + photo)
    assert [row.split()[0] for row in told(root)] == ["photo-consent-missing"]


def test_a_further_language_with_gaps_speaks_english_there(tmp_path: Path) -> None:
    root = found(tmp_path / "xa")
    write(root, "commune.yaml", FILES["commune.yaml"].replace("languages: [vi, en]", "languages: [vi, en, fr]"))
    write(root, "theme/translations/fr.toml", 'menu = "Carte"\n')
    assert build(root).ok
    page = (root / "output/fr/index.html").read_text("utf-8")
    assert "Carte" in page
    assert "Products" in page
