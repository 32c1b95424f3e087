"""From ``hop-thu/`` to the record: what is stored, what is said, what stays."""

from __future__ import annotations

import errno
import os
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from chophien import images, intake, sources
from chophien.build.freshness import snapshot
from chophien.diagnostics import Level
from chophien.images import MOST_BYTES
from chophien.intake import Names, Outcome, Status, inbox, storing
from chophien.sources import Unit

from .conftest import Take, encoded, jpeg, picture, put, take_in, tree

HERE = Path(__file__).parent
KNIFE = Unit("product", "dao-phuc-sen", "products/dao-phuc-sen/product.yaml")
ORIENTATION, MAKE, SERIAL, GPS, EXIF = 0x0112, 0x010F, 0xA431, 0x8825, 0x8769


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.found]


def listed(root: Path, unit: Unit = KNIFE) -> list[tuple[str, str]]:
    read = sources.load(root, unit)
    return [(photo.file, photo.role) for photo in read.values.get("photos", ())]


def stored(root: Path, outcome: Outcome) -> Image.Image:
    image = Image.open(root / outcome.file)
    image.load()
    return image


def test_a_photo_is_stored_listed_and_moved(root: Path, take: Take) -> None:
    sent = put(root, "hop-thu/Dao Phúc Sen (2).jpg", jpeg(1)).read_bytes()
    before = (root / KNIFE.file).read_text("utf-8")
    (outcome,) = take()
    assert (outcome.status, outcome.main, codes(outcome)) == (Status.TAKEN, True, [])
    name = outcome.file.removeprefix("products/dao-phuc-sen/")
    assert name.startswith("dao-phuc-sen-") and name.endswith(".jpg") and len(name) == len("dao-phuc-sen-12345678.jpg")
    assert (root / KNIFE.file).read_text("utf-8") == before + f"photos:\n  - file: {name}\n"
    assert (root / "hop-thu/da-xu-ly/Dao Phúc Sen (2).jpg").read_bytes() == sent
    assert not (root / "hop-thu/Dao Phúc Sen (2).jpg").exists()
    assert stored(root, outcome).format == "JPEG"


def test_the_header_of_a_place_is_edited_and_its_body_left_alone(root: Path, take: Take) -> None:
    put(root, "hop-thu/pac-rang/IMG_1.jpg", jpeg(1))
    before = (root / "content/places/pac-rang/index.md").read_bytes()
    (outcome,) = take()
    line = f"photos:\n  - file: {outcome.file.rpartition('/')[2]}\n".encode()
    head, body = before.split(b"---\nChuy")
    assert (root / "content/places/pac-rang/index.md").read_bytes() == head + line + b"---\nChuy" + body


def test_the_first_real_photo_shows_the_record_and_others_are_details(root: Path, take: Take) -> None:
    file = root / KNIFE.file
    file.write_text(file.read_text("utf-8") + "photos:\n  - file: minh-hoa.png\n    illustration: có\n", "utf-8")
    for seed in (1, 2):
        put(root, f"hop-thu/dao-phuc-sen/IMG_{seed}.jpg", jpeg(seed))
    first, second = (outcome.file.rpartition("/")[2] for outcome in take())
    assert listed(root) == [(first, "main"), ("minh-hoa.png", "main"), (second, "detail")]


def test_a_blurred_photo_does_not_show_the_record_by_itself(root: Path, take: Take) -> None:
    from PIL import ImageFilter

    put(root, "hop-thu/dao-phuc-sen/1.jpg", encoded(picture(1).filter(ImageFilter.GaussianBlur(9)), quality=90))
    put(root, "hop-thu/dao-phuc-sen/2.jpg", jpeg(2))
    blurred, sharp = take()
    assert codes(blurred) == ["photo-blurred"] and not blurred.main and sharp.main
    assert listed(root)[0] == (sharp.file.rpartition("/")[2], "main")


@pytest.mark.parametrize("kind", ["event", "trip", "news", "page"])
def test_every_record_with_a_folder_takes_photos(root: Path, take: Take, kind: str) -> None:
    folder = f"content/{kind}s" if kind != "news" else "content/news"
    put(root, f"{folder}/cho-xuan/index.md", "---\nname: Chợ xuân\n---\nBài.\n".encode())
    put(root, "hop-thu/Chợ xuân.jpg", jpeg(1))
    put(root, "hop-thu/cho-xuan 2.jpg", jpeg(2))
    assert {(outcome.status, outcome.file.rpartition("/")[0]) for outcome in take()} >= {
        (Status.TAKEN, f"{folder}/cho-xuan")
    }
    assert (root / folder / "cho-xuan/index.md").read_text("utf-8").endswith("---\nBài.\n")


# --- the same, alike -------------------------------------------------------------------------------


def test_the_same_picture_is_not_added_again_and_its_original_moved_all_the_same(root: Path, take: Take) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    (first,) = take()
    before = (root / KNIFE.file).read_bytes()
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    (again,) = take()
    assert (again.status, again.file) == (Status.ALREADY, first.file)
    assert again.moved == "hop-thu/da-xu-ly/dao-phuc-sen (2).jpg"
    assert (root / KNIFE.file).read_bytes() == before
    assert sorted(path.name for path in (root / "hop-thu/da-xu-ly").iterdir()) == [
        "dao-phuc-sen (2).jpg", "dao-phuc-sen.jpg",
    ]  # fmt: skip


def test_a_picture_like_another_is_taken_with_advice(root: Path, take: Take) -> None:
    put(root, "hop-thu/dao-phuc-sen/1.jpg", jpeg(1))
    put(root, "hop-thu/dao-phuc-sen/2.jpg", encoded(picture(1).resize((1100, 917)), quality=50))
    first, second = take()
    assert (second.status, codes(second)[-1:]) == (Status.TAKEN, ["photo-alike"])
    assert second.found[-1].values == {"found": "2.jpg", "other": first.file.rpartition("/")[2]}


@pytest.mark.parametrize("kept", [True, False])
def test_a_photo_whose_people_withdrew_is_not_taken_again(root: Path, take: Take, kept: bool) -> None:
    put(root, "hop-thu/dao-phuc-sen/1.jpg", jpeg(1))
    (first,) = take()
    file = root / KNIFE.file
    gone = "    people: có\n    consent: {given: 01/11/2026, how: nói, withdrawn: 02/11/2026}\n"
    file.write_text(file.read_text("utf-8") + gone, "utf-8")
    if not kept:
        (root / first.file).unlink()
    put(root, "hop-thu/dao-phuc-sen/2.jpg", jpeg(1))
    before = tree(root)
    (again,) = take()
    assert (again.status, codes(again)) == (Status.REFUSED, ["intake-withdrawn"])
    assert tree(root) == before


def test_the_same_picture_for_another_record_is_taken_and_said(root: Path, take: Take) -> None:
    put(root, "hop-thu/a/dao-phuc-sen.jpg", jpeg(1))
    put(root, "hop-thu/b/mat-ong.jpg", jpeg(1))
    first, second = take()
    assert (second.status, codes(second)) == (Status.TAKEN, ["intake-elsewhere"])
    assert second.found[0].values["found"] == first.file
    put(root, "hop-thu/pac-rang.jpg", jpeg(1))
    (third,) = take()
    assert codes(third) == ["intake-elsewhere"]


def test_a_master_that_no_line_names_is_adopted(root: Path, take: Take) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    before = (root / KNIFE.file).read_bytes()
    (first,) = take()
    (root / KNIFE.file).write_bytes(before)
    (root / first.file).rename(root / "products/dao-phuc-sen/ten-cu.jpg")
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    (again,) = take()
    assert (again.status, again.file) == (Status.TAKEN, "products/dao-phuc-sen/ten-cu.jpg")
    assert listed(root) == [("ten-cu.jpg", "main")]
    assert len(list((root / "products/dao-phuc-sen").glob("*.jpg"))) == 1


def test_a_line_that_a_person_added_on_our_word_gets_its_photo(root: Path, take: Take) -> None:
    file = root / KNIFE.file
    plain = file.read_text("utf-8")
    file.write_text(plain + "photos: [\n  {file: a.jpg},\n]\n", "utf-8")
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    before = tree(root)
    (told,) = take()
    assert (told.status, codes(told)) == (Status.REFUSED, ["intake-by-hand"])
    assert tree(root) == before
    line = told.found[0].values["line"]
    file.write_text(plain + f"photos: [\n  {{file: a.jpg}},\n  {line}\n]\n", "utf-8")
    text = file.read_bytes()
    (taken,) = take()
    assert taken.status is Status.TAKEN and (root / taken.file).is_file()
    assert taken.file.rpartition("/")[2] in line
    assert file.read_bytes() == text


# --- what the master is ----------------------------------------------------------------------------


def test_eight_orientations_come_out_identical(root: Path, take: Take) -> None:
    turns = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    for number, turn in turns.items():
        exif = Image.Exif()
        exif[ORIENTATION] = number
        image = picture(1) if turn is None else picture(1).transpose(turn)
        put(root, f"hop-thu/dao-phuc-sen/{number}.png", encoded(image, "PNG", exif=exif))
    outcomes = take()
    assert [outcome.status for outcome in outcomes] == [Status.TAKEN] + [Status.ALREADY] * 7
    assert len({outcome.file for outcome in outcomes}) == 1
    assert stored(root, outcomes[0]).size == (1200, 1000)


def test_nothing_of_the_sender_is_in_the_stored_photo(root: Path, take: Take) -> None:
    exif = Image.Exif()
    exif[MAKE] = "SECRETMAKE"
    exif.get_ifd(EXIF)[SERIAL] = "SECRETSERIAL"
    exif.get_ifd(GPS).update({1: "N", 2: (22.0, 41.0, 24.0), 3: "E", 4: (106.0, 26.0, 24.0)})
    thumb = encoded(picture(9, (160, 120)), comment=b"SECRETTHUMB")
    data = encoded(
        picture(1), exif=exif, xmp=b"<x>SECRETXMP</x>", comment=b"SECRETCOMMENT", quality=90, icc_profile=b""
    )
    mark = data.index(b"\xff\xdb")
    data = data[:mark] + b"\xff\xe2" + struct.pack(">H", len(thumb) + 2) + thumb + data[mark:]
    assert data.count(b"SECRET") >= 5
    put(root, "hop-thu/dao-phuc-sen/SECRETNAME 0912345678.jpg", data)
    png = PngImagePlugin.PngInfo()
    png.add_text("Comment", "SECRETTEXT")
    put(root, "hop-thu/mat-ong.png", encoded(picture(2), "PNG", pnginfo=png))
    for outcome in take():
        image = stored(root, outcome)
        assert b"SECRET" not in (root / outcome.file).read_bytes() and "SECRET" not in outcome.file
        assert dict(image.getexif()) == {} and "comment" not in image.info and "xmp" not in image.info
    assert "SECRET" not in (root / KNIFE.file).read_text("utf-8") + (root / "products/mat-ong/product.yaml").read_text()


def linear_rgb() -> bytes:
    """Make a profile other than sRGB: its colours on linear curves."""
    base = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack_from(">I", base, 128)[0]
    for at in range(132, 132 + 12 * count, 12):
        name, offset, size = struct.unpack_from(">4sII", base, at)
        if name in {b"rTRC", b"gTRC", b"bTRC"}:
            base[offset : offset + size] = b"curv\0\0\0\0\0\0\0\0".ljust(size, b"\0")
        if name == b"desc":
            base[offset + 12 : offset + size] = b"\0" * (size - 12)
    return bytes(base)


def test_other_colour_spaces_come_out_as_srgb(root: Path, take: Take) -> None:
    grey = Image.new("RGB", (900, 900), (55, 55, 55))  # a linear 55 is 128 in sRGB
    put(root, "hop-thu/dao-phuc-sen.png", encoded(grey, "PNG", icc_profile=linear_rgb()))
    put(root, "hop-thu/mat-ong.jpg", encoded(Image.new("CMYK", (900, 900), (0, 255, 255, 0)), quality=95))
    first, second = (stored(root, outcome) for outcome in take())
    assert first.mode == second.mode == "RGB"
    assert all(abs(level - 128) < 4 for level in first.getpixel((450, 450)))  # type: ignore[union-attr]
    red, green, blue = second.getpixel((450, 450))  # type: ignore[misc]
    assert red > 200 and green < 60 and blue < 60


def test_a_phones_heic_becomes_jpeg(root: Path, take: Take) -> None:
    put(root, "hop-thu/dao-phuc-sen.heic", (HERE / "phone.heic").read_bytes())
    (outcome,) = take()
    assert (outcome.status, outcome.format, outcome.size) == (Status.TAKEN, "HEIF", (640, 520))
    image = stored(root, outcome)
    assert image.format == "JPEG" and dict(image.getexif()) == {}
    assert b"Made-up" not in (root / outcome.file).read_bytes()


def test_a_large_photo_is_made_smaller_and_the_same_each_time(root: Path, take: Take, tmp_path: Path) -> None:
    data = jpeg(1, (3000, 2000))
    put(root, "hop-thu/dao-phuc-sen.jpg", data)
    (outcome,) = take()
    assert outcome.size == stored(root, outcome).size == (2000, 1333)
    from .conftest import make

    other = make(tmp_path / "xa-khac")
    put(other, "hop-thu/dao-phuc-sen.jpg", data)
    take_in(other)
    assert tree(other) == tree(root)


# --- what is refused -------------------------------------------------------------------------------


def bomb() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


REFUSED = {
    "empty": (b"", "photo-empty"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\n", "photo-not-a-photo"),
    "text": (b"anh dep\n", "photo-not-a-photo"),
    "video": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "photo-not-a-photo"),
    "zip": (b"PK\x03\x04" + b"\0" * 40, "photo-not-a-photo"),
    "cut off": (jpeg(1)[:20_000], "photo-not-readable"),
    "cut off in its head": (jpeg(1)[:100], "photo-not-readable"),
    "broken heic": ((HERE / "phone.heic").read_bytes()[:900], "photo-not-readable"),
    "noise": (bytes(range(256)) * 20, "photo-not-readable"),
    "small": (jpeg(1, (300, 300)), "photo-too-small"),
    "narrow": (jpeg(1, (2000, 499)), "photo-too-small"),
    "bomb": (bomb(), "photo-too-large"),
    "svg": (b"<svg onload='x'/>", "photo-not-a-photo"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_usable_photo_is_refused_and_nothing_is_touched(root: Path, take: Take, case: str) -> None:
    data, code = REFUSED[case]
    put(root, "hop-thu/dao-phuc-sen.jpg", data)
    before = tree(root)
    (outcome,) = take()
    assert outcome.status is Status.REFUSED
    assert codes(outcome) == [code]
    assert tree(root) == before


def test_odd_things_are_refused_one_by_one_and_disturb_nothing_else(root: Path, take: Take) -> None:
    put(root, "ngoai.jpg", jpeg(1))
    inbox = root / "hop-thu"
    inbox.mkdir()
    (inbox / "dao-phuc-sen lien ket.jpg").symlink_to(root / "ngoai.jpg")
    (inbox / "mat-ong").symlink_to(root / "products")
    os.mkfifo(inbox / "ong-dan.jpg")
    (Path(os.fsdecode(os.fsencode(inbox) + b"/dao\xff\xfe.jpg"))).write_bytes(jpeg(1))
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", "._IMG_1.jpg", "a/.an.jpg", "__MACOSX/._x.jpg"):
        put(inbox, name, b"x")
    put(inbox, "dao-phuc-sen.jpg", jpeg(1))
    before = tree(root)
    outcomes = take()
    found = {outcome.photo: codes(outcome) for outcome in outcomes if outcome.status is Status.REFUSED}
    assert found == {
        "hop-thu/dao-phuc-sen lien ket.jpg": ["intake-link"],
        "hop-thu/mat-ong": ["intake-link"],
        "hop-thu/ong-dan.jpg": ["intake-not-a-file"],
        "hop-thu/dao��.jpg": ["intake-name-not-utf8"],
    }
    assert len(outcomes) == 5
    after = tree(root)
    gone = set(before) - set(after)
    assert gone == {"hop-thu/dao-phuc-sen.jpg"}
    assert {name for name in before if before[name] != after.get(name)} - gone == {KNIFE.file}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may read everything")
def test_what_may_not_be_read_is_refused(root: Path, take: Take) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1)).chmod(0)
    assert [codes(outcome) for outcome in take()] == [["intake-not-opened"]]


def test_what_the_system_does_not_open_is_refused(root: Path, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    put(root, "hop-thu/mat-ong/1.jpg", jpeg(1))
    opened, listed_ = os.open, os.scandir

    def no_open(path: object, *rest: object, **more: object) -> int:
        if "hop-thu" in str(path) and str(path).endswith("sen.jpg"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **more)  # type: ignore[arg-type]

    def no_list(path: object) -> object:
        if str(path).endswith("mat-ong/"):
            raise PermissionError(13, "Permission denied")
        return listed_(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "open", no_open)
    monkeypatch.setattr(os, "scandir", no_list)
    assert [codes(outcome) for outcome in take()] == [["intake-not-opened"]] * 2


def test_a_file_that_is_too_large_is_refused_before_it_is_read(root: Path, take: Take) -> None:
    file = put(root, "hop-thu/dao-phuc-sen.jpg", b"")
    os.truncate(file, MOST_BYTES + 1)
    assert [codes(outcome) for outcome in take()] == [["photo-too-large"]]


def test_an_inbox_that_is_a_link_is_refused(root: Path, take: Take, tmp_path: Path) -> None:
    put(tmp_path, "khac/dao-phuc-sen.jpg", jpeg(1))
    (root / "hop-thu").symlink_to(tmp_path / "khac")
    assert [codes(outcome) for outcome in take()] == [["intake-link"]]
    assert (tmp_path / "khac/dao-phuc-sen.jpg").exists()


def test_a_file_that_breaks_the_decoder_does_not_end_the_run(
    root: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    broken = put(root, "hop-thu/mat-ong.jpg", jpeg(2)).read_bytes()
    master = images.master

    def raises(data: bytes) -> images.Master:
        if data == broken:
            raise SyntaxError("not a TIFF file")
        return master(data)

    monkeypatch.setattr(images, "master", raises)
    first, second = take()
    assert (first.status, codes(second)) == (Status.TAKEN, ["photo-not-readable"])


def test_names_stay_on_their_line(root: Path, take: Take) -> None:
    put(root, "hop-thu/a\nb\x1b[31m\u202e.jpg", jpeg(1))
    (outcome,) = take()
    assert outcome.photo == "hop-thu/a�b�[31m�.jpg"
    assert "\n" not in str(outcome)


def test_no_record_no_guess(root: Path, take: Take) -> None:
    put(root, "hop-thu/IMG_1.jpg", jpeg(1))
    put(root, "hop-thu/dao phuc sen va mat ong.jpg", jpeg(2))
    before = tree(root)
    both, none = take()
    assert (both.status, codes(both)) == (Status.UNDECIDED, ["intake-many-fit"])
    assert both.found[0].values["choices"] == "Dao Phúc Sen (dao-phuc-sen); Mật ong bạc hà (mat-ong)"
    assert (none.status, codes(none)) == (Status.UNDECIDED, ["intake-undecided"])
    assert tree(root) == before


def test_a_record_without_a_folder_of_its_own_is_told(root: Path, take: Take) -> None:
    put(root, "content/producers/to-ren.yaml", "name: Tổ rèn Phúc Sen\n".encode())
    put(root, "hop-thu/to ren phuc sen.jpg", jpeg(1))
    before = tree(root)
    assert [codes(outcome) for outcome in take()] == [["intake-no-folder"]]
    assert tree(root) == before


def test_a_record_that_cannot_be_read_is_not_touched(root: Path, take: Take) -> None:
    put(root, KNIFE.file, b"name: [\n")
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    before = tree(root)
    assert [codes(outcome) for outcome in take()] == [["intake-record-not-read"]]
    assert tree(root) == before


def test_photos_with_a_white_ground_are_remarked_on_for_products(root: Path, take: Take) -> None:
    ground = Image.new("RGB", (1200, 1200), "white")
    ground.paste(picture(1, (600, 600)), (300, 300))
    put(root, "hop-thu/dao-phuc-sen.jpg", encoded(ground, quality=90))
    put(root, "hop-thu/pac-rang.jpg", encoded(ground, quality=89))
    knife, village = take()
    assert codes(knife)[-1:] == ["photo-white"] and knife.found[-1].level is Level.NOTICE and knife.main
    assert "photo-white" not in codes(village)


# --- writing ---------------------------------------------------------------------------------------


def test_a_record_saved_meanwhile_keeps_what_was_saved(root: Path, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    from chophien.intake import entry

    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    file, add = root / KNIFE.file, entry.add
    calls = []

    def slow(*given: object, **more: object) -> bytes:
        new = add(*given, **more)  # type: ignore[arg-type]
        if not calls:
            calls.append(1)
            file.write_bytes(file.read_bytes() + b"example: co\n")
        return new

    monkeypatch.setattr(entry, "add", slow)
    (outcome,) = take()
    assert outcome.status is Status.TAKEN
    assert "example: co\nphotos:\n" in file.read_text("utf-8")


def test_a_disk_that_refuses_leaves_everything_as_it_was(
    root: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    before, written = tree(root), os.fsync
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise PermissionError(13, "Permission denied")
        written(handle)

    monkeypatch.setattr(os, "fsync", full)
    assert [codes(outcome) for outcome in take()] == [["intake-not-written"]]
    assert tree(root) == before


def test_an_original_that_cannot_be_moved_is_said_and_moved_the_next_time(
    root: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    with monkeypatch.context() as patched:

        def held(*_: object) -> None:
            raise PermissionError(13, "held open")

        patched.setattr(os, "rename", held)
        (outcome,) = take()
    assert (outcome.status, codes(outcome), outcome.moved) == (Status.TAKEN, ["intake-not-moved"], "")
    (again,) = take()
    assert (again.status, again.moved) == (Status.ALREADY, "hop-thu/da-xu-ly/dao-phuc-sen.jpg")


def test_an_original_is_moved_across_disks(root: Path, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    data = put(root, "hop-thu/a/dao-phuc-sen.jpg", jpeg(1)).read_bytes()

    def other_disk(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "rename", other_disk)
    take()
    assert (root / "hop-thu/da-xu-ly/a/dao-phuc-sen.jpg").read_bytes() == data
    assert not (root / "hop-thu/a/dao-phuc-sen.jpg").exists()


def test_a_copy_that_a_killed_move_across_disks_left_counts_as_moved(
    root: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "hop-thu/da-xu-ly/dao-phuc-sen.jpg", jpeg(1))
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))

    def other_disk(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "rename", other_disk)
    take()
    assert [path.name for path in (root / "hop-thu").rglob("*.jpg")] == ["dao-phuc-sen.jpg"]


def test_an_original_that_was_replaced_meanwhile_is_left_for_the_next_run(
    root: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, store = put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1)), storing.put

    def slow(files: list[storing.File]) -> None:
        store(files)
        file.write_bytes(jpeg(2))

    with monkeypatch.context() as patched:
        patched.setattr(storing, "put", slow)
        (first,) = take()
    assert codes(first) == ["intake-not-moved"] and file.read_bytes() == jpeg(2)
    (second,) = take()
    assert second.status is Status.TAKEN and len(listed(root)) == 2


def test_a_link_that_took_the_place_of_a_photo_is_not_opened(root: Path) -> None:
    from chophien.intake import Item, inbox

    put(root, "ngoai.jpg", jpeg(1))
    (root / "hop-thu").mkdir()
    (root / "hop-thu/a.jpg").symlink_to(root / "ngoai.jpg")
    with pytest.raises(images.PhotoError) as told:
        inbox.read(root, Item("a.jpg"))
    assert told.value.code == "intake-not-opened"


def test_a_file_where_a_folder_should_be_is_not_overwritten(root: Path, take: Take) -> None:
    put(root, "hop-thu/da-xu-ly/mat-ong", b"x")
    put(root, "hop-thu/mat-ong/1.jpg", jpeg(1))
    (outcome,) = take()
    assert outcome.moved == "hop-thu/da-xu-ly/mat-ong (2)/1.jpg"
    assert (root / "hop-thu/da-xu-ly/mat-ong").read_bytes() == b"x"


def test_permissions_of_the_record_stay(root: Path, take: Take) -> None:
    (root / KNIFE.file).chmod(0o640)
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    take()
    assert (root / KNIFE.file).stat().st_mode & 0o777 == 0o640


def test_a_dry_run_says_the_same_and_changes_nothing(root: Path, take: Take) -> None:
    for seed, name in enumerate(("dao-phuc-sen/1.jpg", "dao-phuc-sen/2.jpg", "IMG_1.jpg", "mat-ong.png")):
        put(root, f"hop-thu/{name}", jpeg(seed))
    put(root, "hop-thu/dao-phuc-sen/1 lai.jpg", jpeg(0))
    put(root, "products/mat-ong/.x.anh-moi", b"half")
    before = tree(root)
    dry = take(dry=True)
    assert tree(root) == before
    assert [outcome._replace(moved="") for outcome in take()] == dry
    assert not (root / "products/mat-ong/.x.anh-moi").exists()


# --- what the disk refuses -------------------------------------------------------------------------


def three(root: Path) -> None:
    for seed, name in enumerate(("dao-phuc-sen", "mat-ong", "pac-rang")):
        put(root, f"hop-thu/{name}.jpg", jpeg(seed))


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "intake-disk-full"), (errno.EDQUOT, "intake-disk-full"), (errno.EFBIG, "intake-not-written"),
        (errno.EIO, "intake-not-written"), (errno.EROFS, "intake-not-written"),
    ],
)  # fmt: skip
def test_each_photo_has_its_line_on_a_disk_that_takes_nothing(
    root: Path, take: Take, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    three(root)
    before = tree(root)

    def full(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    outcomes = take()
    assert [codes(outcome) for outcome in outcomes] == [[code]] * 3
    assert all("?" not in value for outcome in outcomes for value in outcome.found[0].values.values())
    assert tree(root) == before


def test_a_folder_where_a_file_is_being_written_refuses_that_photo_alone(root: Path, take: Take) -> None:
    three(root)
    (root / "products/mat-ong/.product.yaml.anh-moi").mkdir()
    assert [codes(outcome) for outcome in take()] == [[], ["intake-not-written"], []]


@pytest.mark.parametrize("wrong", [OSError(errno.EIO, "I/O"), images.PhotoError("photo-not-readable"), ValueError("x")])
def test_what_breaks_while_a_photo_is_looked_at_stops_that_photo_alone(
    root: Path, take: Take, monkeypatch: pytest.MonkeyPatch, wrong: Exception
) -> None:
    three(root)
    examine, calls = images.examine, []

    def once(data: bytes) -> images.Examined:
        calls.append(1)
        if len(calls) == 1:
            raise wrong
        return examine(data)

    monkeypatch.setattr(images, "examine", once)
    assert [codes(outcome) for outcome in take()] == [["photo-not-readable"], [], []]


def test_what_cannot_be_swept_away_is_left(root: Path, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "hop-thu/mat-ong.jpg", jpeg(1))
    put(root, "products/mat-ong/.x.anh-moi", b"half")

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "held open")

    monkeypatch.setattr(os, "unlink", held)
    assert [codes(outcome) for outcome in take()] == [[]]


@pytest.mark.parametrize("gone", [True, False])
def test_a_photo_that_changed_while_a_person_was_asked_is_not_stored(root: Path, take: Take, gone: bool) -> None:
    file = put(root, "hop-thu/IMG_1.jpg", jpeg(1))
    put(root, "hop-thu/mat-ong.jpg", jpeg(2))
    before = (root / KNIFE.file).read_bytes()

    def ask(_: object, __: object) -> object:
        if gone:
            file.unlink()
        else:
            file.write_bytes(jpeg(3))
        stats, _paths = snapshot(root)
        return Names(intake.targets(root, stats)).get("product", "dao-phuc-sen")

    assert [codes(outcome) for outcome in take(ask=ask)] == [["intake-changed"], []]
    assert (root / KNIFE.file).read_bytes() == before and file.exists() is not gone
    assert not list((root / "products/dao-phuc-sen").glob("*.jpg"))


def test_a_question_about_a_photo_that_has_gone_does_not_end_the_run(root: Path, take: Take) -> None:
    put(root, "hop-thu/IMG_1.jpg", jpeg(1))
    put(root, "hop-thu/mat-ong.jpg", jpeg(2))

    def ask(item: intake.Item, _: object) -> None:
        (root / "hop-thu" / item.path).unlink()
        os.lstat(root / "hop-thu" / item.path)

    assert [codes(outcome) for outcome in take(ask=ask)] == [["intake-changed"], []]


def test_a_photo_that_is_gone_before_it_is_read_is_told(root: Path) -> None:
    with pytest.raises(images.PhotoError) as told:
        inbox.read(root, intake.Item("a.jpg"))
    assert told.value.code == "intake-changed"


def test_a_record_saved_at_the_last_moment_keeps_what_was_saved(
    root: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    file, written, calls = root / KNIFE.file, os.fsync, []

    def slow(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:  # the photo and the new record stand beside their places
            file.write_bytes(file.read_bytes() + b"example: co\n")
        written(handle)

    monkeypatch.setattr(os, "fsync", slow)
    (outcome,) = take()
    assert outcome.status is Status.TAKEN
    assert "example: co\nphotos:\n" in file.read_text("utf-8")
    assert len(list((root / "products/dao-phuc-sen").iterdir())) == 2


def test_a_record_that_is_saved_again_and_again_is_told(
    root: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    file, written = root / KNIFE.file, os.fsync

    def slow(handle: int) -> None:
        file.write_bytes(file.read_bytes() + b"# x\n")
        written(handle)

    monkeypatch.setattr(os, "fsync", slow)
    (outcome,) = take()
    assert codes(outcome) == ["intake-not-written"] and outcome.found[0].values["place"] == KNIFE.file
    assert [path.name for path in (root / "products/dao-phuc-sen").iterdir()] == ["product.yaml"]


@pytest.mark.parametrize("dry", [True, False])
def test_a_record_that_is_read_only_is_not_replaced(root: Path, take: Take, dry: bool) -> None:
    put(root, "hop-thu/dao-phuc-sen.jpg", jpeg(1))
    (root / KNIFE.file).chmod(0o444)
    before = tree(root)
    (outcome,) = take(dry=dry)
    assert codes(outcome) == ["intake-not-written"] and outcome.found[0].values["place"] == KNIFE.file
    assert tree(root) == before


def test_new_files_are_taken_away_again_when_the_last_cannot_be_put(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, before = os.replace, tree(root)
    old = (root / KNIFE.file).read_bytes()

    def refuses(source: object, place: Path) -> None:
        if place.name == "product.yaml":
            raise PermissionError(13, "held open")
        replace(source, place)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", refuses)
    files = [storing.File(root / "products/dao-phuc-sen/a.jpg", b"a"), storing.File(root / KNIFE.file, b"b", old)]
    with pytest.raises(PermissionError):
        storing.put(files)
    assert tree(root) == before


@pytest.mark.parametrize("name", ["ả" * 83 + ".jpg", "x" * 251 + ".jpg", "y" * 240 + "." + "ả" * 4])
def test_numbered_names_are_no_longer_than_a_disk_takes(root: Path, take: Take, name: str) -> None:
    for seed in (1, 2, 3):
        put(root, f"hop-thu/dao-phuc-sen/{name}", jpeg(seed))
        (outcome,) = take()
        assert (outcome.status, codes(outcome)) == (Status.TAKEN, [])
    assert len(list((root / "hop-thu/da-xu-ly/dao-phuc-sen").iterdir())) == 3


def test_a_long_name_is_moved_across_disks(root: Path, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "hop-thu/dao-phuc-sen/" + "ả" * 83 + ".jpg", jpeg(1))

    def other_disk(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "rename", other_disk)
    assert [codes(outcome) for outcome in take()] == [[]]


def test_an_inbox_that_is_a_file_is_told(root: Path, take: Take) -> None:
    put(root, "hop-thu", b"x")
    assert [codes(outcome) for outcome in take()] == [["intake-inbox-a-file"]]
