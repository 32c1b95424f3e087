"""What a build makes of photos: derivatives, share cards, and nothing of pictures that may not be shown."""

from __future__ import annotations

import io
import re
import shutil
import struct
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from chophien import build as build_room
from chophien import images
from chophien.build import Outcome
from chophien.build.makers import MAKERS
from chophien.build.task import Result
from chophien.cli import main

from . import commune
from .commune import build, codes, product, tree, write

SECRETS = (b"MayAnhMau", b"SERI-98765", b"nha ba Sen", b"22,42.85N", b"Exif\0\0", b"xmpmeta", b"Photoshop")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return commune.found(tmp_path / "xa")


def photo(seed: int = 1, size: tuple[int, int] = (1600, 1200)) -> Image.Image:
    """Draw something with edges, in daylight."""
    image = Image.new("RGB", size, (120, 140, 90))
    draw = ImageDraw.Draw(image)
    for n in range(60):
        x, y = (n * 271 * seed) % size[0], (n * 167 * seed) % size[1]
        draw.rectangle((x, y, x + 90, y + 60), fill=((n * 40) % 200 + 30, (n * 70) % 200 + 30, (n * 90) % 200 + 30))
    return image


def jpeg(image: Image.Image, **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90, **more)
    return out.getvalue()


def from_a_phone(image: Image.Image) -> bytes:
    """Write a JPEG with all that a phone adds: position, serial number, thumbnail, comment, XMP, a Photoshop block."""
    exif = Image.Exif()
    exif[0x010F] = "MayAnhMau"
    exif.get_ifd(0x8769)[0xA431] = "SERI-98765"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (22.0, 42.0, 51.0)
    data = jpeg(image, exif=exif.tobytes(), comment="nha ba Sen", xmp=b"<x:xmpmeta>22,42.85N</x:xmpmeta>")
    return data[:2] + b"\xff\xed" + struct.pack(">H", 2 + 20) + b"Photoshop 3.0\0secret" + data[2:]


def with_photos(root: Path, entries: str, **files: bytes) -> None:
    text = product("che-mau") + "photos:\n" + "".join(f"  - {line}\n" for line in entries.splitlines())
    write(root, "products/che-mau/product.yaml", text)
    (root / "products/che-mau/anh.png").unlink(missing_ok=True)
    for name, data in files.items():
        write(root, f"products/che-mau/{name}.jpg", data)


def cards(root: Path, wanted: str) -> None:
    write(root, "commune.yaml", commune.FILES["commune.yaml"].replace("share_cards: none", f"share_cards: {wanted}"))


def published(root: Path) -> Iterator[tuple[str, bytes]]:
    """Return every published file, those inside archives too."""
    for path in sorted((root / "output").rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes()
            if path.suffix == ".zip":
                with zipfile.ZipFile(path) as archive:
                    yield from ((f"{path.name}/{name}", archive.read(name)) for name in archive.namelist())


def names(root: Path, folder: str, start: str) -> list[str]:
    made = root / "output" / folder
    return sorted(p.name for p in made.iterdir() if p.name.startswith(start)) if made.is_dir() else []


def test_a_photo_has_all_its_derivatives_and_pages_name_them(root: Path) -> None:
    with_photos(root, "{file: a.jpg, alt: {vi: Gói chè, en: Tea}}", a=jpeg(photo()))
    assert build(root).ok
    made = names(root, "anh", "che-mau-a-")
    stem = re.fullmatch(r"(che-mau-a-[0-9a-f]{8})-1200\.jpg", made[0])
    assert stem
    ends = ("1200.jpg", "1200.webp", "400.webp", "640.webp", "800.webp", "vuong.jpg")
    assert made == [f"{stem[1]}-{end}" for end in ends]
    page = (root / "output/san-pham/che-mau.html").read_text("utf-8")
    sources = re.search(r'<source type="image/webp" srcset="([^"]+)" sizes="[^"]+">', page)
    assert sources
    assert [part.split()[1] for part in sources[1].split(", ")] == ["400w", "640w", "800w", "1200w"]
    assert re.search(r'<img src="\.\./anh/[^"]+-1200\.jpg" alt="Gói chè" width="1200" height="900" fetch', page)
    assert re.search(r'<img src="\.\./anh/[^>]+ class="tone-\d+">', page)
    with Image.open(root / "output/anh" / made[-1]) as square:
        assert square.size == (1200, 1200)


def test_nothing_of_the_phone_is_published_in_any_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards(root, "all")
    with_photos(root, "{file: a.jpg, alt: {vi: Gói chè, en: Tea}}", a=from_a_phone(photo()))
    raw = (root / "products/che-mau/a.jpg").read_bytes()
    assert all(secret in raw for secret in SECRETS)
    shipped = Path(build_room.__file__).parents[1] / "data" / "scaffold" / "publishconf.py"
    write(root, "publishconf.py", shipped.read_bytes())
    monkeypatch.chdir(root)
    assert main(["publish", "--target", "both", "--force", "--today", "2026-11-24"]) == 0
    packed = list((root / "cong-bo").rglob("*.zip"))
    assert packed
    for archive in packed:
        (root / "output" / archive.name).write_bytes(archive.read_bytes())
    seen = dict(published(root))
    assert any(name.endswith("-dung.jpg") or "-dung-" in name for name in seen)
    assert any(".zip/" in name and name.endswith("vuong.jpg") for name in seen)
    for name, data in seen.items():
        assert not [secret for secret in SECRETS if secret in data], name
        if name.endswith((".jpg", ".webp")):
            with Image.open(io.BytesIO(data)) as image:
                assert not image.getexif(), name
                assert not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & set(image.info), name


def test_an_unchanged_photo_is_not_opened_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards(root, "all")
    with_photos(root, "{file: a.jpg, alt: {vi: Gói chè, en: Tea}}", a=jpeg(photo()))
    assert build(root).ok
    before = tree(root / "output")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a photo was opened")

    monkeypatch.setattr(Image, "open", refuse)
    write(root, "content/news/tin-khac.md", "---\ntitle: Tin khác\ndate: 2026-11-02\n---\nMột tin nữa.\n")
    outcome = build(root)
    assert outcome.ok
    after = tree(root / "output")
    same = [path for path in before if path.startswith(("anh/", "chia-se/"))]
    assert same
    assert {path: after[path] for path in same} == {path: before[path] for path in same}


def test_a_replaced_photo_changes_its_own_files_alone(root: Path) -> None:
    cards(root, "all")
    with_photos(root, "{file: a.jpg, alt: {vi: Gói chè, en: Tea}}\n{file: b.jpg, alt: {vi: Lá chè, en: Leaves}}",
                a=jpeg(photo()), b=jpeg(photo(3)))  # fmt: skip
    assert build(root).ok
    before = tree(root / "output")
    write(root, "products/che-mau/b.jpg", jpeg(photo(5)))
    assert build(root).ok
    after = tree(root / "output")
    gone = {path for path in before if path not in after}
    new = {path for path in after if path not in before}
    pictures = {path for path in gone | new if path.startswith("anh/")}
    assert {Path(path).name.rsplit("-", 2)[0] for path in pictures} == {"che-mau-b"}
    assert len([path for path in new if path.startswith("anh/")]) == 6


def shown(root: Path) -> list[str]:
    """Return the derivatives of the second photo and pages that name it."""
    files = names(root, "anh", "che-mau-b-")
    return files + [name for name, data in published(root) if b"che-mau-b-" in data]


AGREED = (
    "{file: a.jpg, alt: {vi: Gói chè, en: Tea}}\n{file: b.jpg, alt: {vi: Bà Sen hái chè, en: Picking}, people: có%s}"
)


@pytest.mark.parametrize("how", ["photo", "producer"])
def test_people_are_shown_while_they_agree_and_no_longer(root: Path, how: str) -> None:
    cards(root, "all")
    given = "{given: 01/11/2026, how: bằng lời%s}"
    producer = commune.FILES["content/producers/to-mau.yaml"].rstrip() + "\n        consent: {photo: %s}\n"
    files = {"a": jpeg(photo()), "b": jpeg(photo(3))}

    def say(state: str) -> Outcome:
        with_photos(root, AGREED % (f", consent: {given % state}" if how == "photo" else ""), **files)
        if how == "producer":
            write(root, "content/producers/to-mau.yaml", producer % (given % state))
        return build(root)

    with_photos(root, AGREED % "", **files)
    refused = build(root)
    assert not refused.ok
    assert "photo-consent-missing" in codes(refused)
    assert not (root / "output").exists()

    assert say("").ok
    assert len(names(root, "anh", "che-mau-b-")) == 6
    assert shown(root)

    taken_back = say(", withdrawn: 20/11/2026")
    assert taken_back.ok
    assert [d.code for d in taken_back.diagnostics if d.code.startswith("photo-consent")] == ["photo-consent-withdrawn"]
    assert shown(root) == []
    assert names(root, "anh", "che-mau-a-")


def test_a_withheld_photo_is_withheld_also_when_the_disk_writes_its_name_in_parts(root: Path) -> None:
    entries = "{file: a.jpg, alt: {vi: Gói chè, en: Tea}}\n{file: b-bà.jpg, alt: {vi: Bà Sen, en: Sen}, people: có%s}"
    gone = ", consent: {given: 01/11/2026, how: nói, withdrawn: 02/11/2026}"
    with_photos(root, entries % gone, a=jpeg(photo()))
    write(root, "products/che-mau/" + unicodedata.normalize("NFD", "b-bà.jpg"), jpeg(photo(3)))
    assert build(root).ok
    assert shown(root) == []


def test_a_consent_that_ends_tomorrow_ends_tomorrow(root: Path) -> None:
    entries = AGREED % ", consent: {given: 01/11/2026, how: bằng lời, withdrawn: 25/11/2026}"
    with_photos(root, entries, a=jpeg(photo()), b=jpeg(photo(3)))
    assert build(root).ok
    assert shown(root)
    assert build(root, commune.TODAY.replace(day=25)).ok
    assert shown(root) == []


def test_a_main_photo_whose_consent_was_withdrawn_is_on_no_card(root: Path) -> None:
    cards(root, "all")
    entry = "{file: b.jpg, alt: {vi: Bà Sen, en: Sen}, people: có, consent: {given: 01/11/2026, how: nói%s}}"
    with_photos(root, entry % "", b=jpeg(Image.new("RGB", (1200, 1200), "#00ff00")))
    assert build(root).ok
    first = names(root, "chia-se", "san-pham-che-mau")

    def green(name: str) -> bool:
        with Image.open(root / "output/chia-se" / name) as card:
            r, g, b = card.convert("RGB").resize((8, 8), Image.Resampling.BOX).split()
            return any(
                gg > 150 and rr < 110 and bb < 110
                for rr, gg, bb in zip(r.tobytes(), g.tobytes(), b.tobytes(), strict=True)
            )

    assert all(green(name) for name in first)
    with_photos(root, entry % ", withdrawn: 20/11/2026")
    assert build(root).ok
    second = names(root, "chia-se", "san-pham-che-mau")
    assert second
    assert not set(first) & set(second)
    assert not any(green(name) for name in second)


@pytest.mark.parametrize(("wanted", "shapes"), [
    ("all", {"ngang", "vuong", "dung"}), ("link", {"ngang"}), ("none", set()),
])  # fmt: skip
def test_a_commune_chooses_its_share_cards(root: Path, wanted: str, shapes: set[str]) -> None:
    cards(root, wanted)
    assert build(root).ok
    made = names(root, "chia-se", "")
    pattern = re.compile(r"(san-pham|dia-diem|su-kien|xa)-(?:(.+?)-)?(?:(en)-)?(ngang|vuong|dung)-[0-9a-f]{8}\.jpg")
    found = [match for name in made if (match := pattern.fullmatch(name))]
    assert len(found) == len(made)
    assert {match[4] for match in found if match[1] != "xa"} == shapes
    assert {match[4] for match in found if match[1] == "xa"} == shapes | {"ngang"}
    if shapes:
        kinds = {(match[1], match[2]) for match in found if match[1] != "xa"}
        assert kinds == {
            ("san-pham", "che-mau"), ("san-pham", "che-1"), ("dia-diem", "ban-mau"), ("dia-diem", "nha-mau"),
            ("su-kien", "hoi-mau"),
        }  # fmt: skip
    page = (root / "output/san-pham/che-1.html").read_text("utf-8")
    preview = re.search(r'<meta property="og:image" content="https://muong-mau.example/([^"]+)">', page)
    assert preview
    assert (root / "output" / preview[1]).is_file()
    assert ("san-pham-che-1-ngang" in preview[1]) is ("ngang" in shapes)
    assert ("download" in page) is (wanted == "all")
    english = (root / "output/en/products/che-1.html").read_text("utf-8")
    assert ("/chia-se/san-pham-che-1-en-ngang" in english) is ("ngang" in shapes)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each task that decodes or draws."""
    found: list[str] = []
    for name in ("photo", "cards", "home-cards"):
        maker = MAKERS[name]

        def noted(ctx: object, *args: object, name: str = name, maker: Callable[..., Result] = maker) -> Result:
            found.append(f"{name} {args[0]}" + (f"/{args[1]}" if name == "cards" else ""))
            return maker(ctx, *args)

        monkeypatch.setitem(MAKERS, name, noted)
    return found


def test_what_photos_and_cards_do_not_show_makes_none_of_them_again(root: Path, made: list[str]) -> None:
    cards(root, "all")
    assert build(root).ok
    assert {"photo products/che-mau/anh.png", "cards product/che-mau", "cards event/hoi-mau"} < set(made)
    before = {path for path in tree(root / "output") if path.startswith(("anh/", "chia-se/"))}
    made.clear()
    for path, old, new in (
        ("commune.yaml", "thu@muong-mau.example", "khac@muong-mau.example"),
        ("content/producers/to-mau.yaml", "kind: hợp tác xã", "kind: hợp tác xã\nwebsite: https://to-mau.example"),
        ("content/places/ban-mau/index.md", "Bản nằm bên suối", "Bản nằm giữa núi"),
        ("products/che-mau/product.yaml", "Chè hái tay", "Chè búp hái tay"),
    ):
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")
        assert build(root).ok
    write(root, "theme/static/css/them.css", "p { color: red }")
    write(root, "content/pages/trang-moi.md", "---\ntitle: Trang mới\n---\nMột trang nữa.\n")
    assert build(root).ok
    assert made == []
    assert {path for path in tree(root / "output") if path.startswith(("anh/", "chia-se/"))} == before


@pytest.mark.parametrize(("path", "old", "new", "again"), [
    ("content/places/ban-mau/index.md", "Bản Mẫu", "Bản Khác", {"cards place/ban-mau", "cards event/hoi-mau"}),
    ("products/che-1/product.yaml", "51000", "52000", {"cards product/che-1"}),
    ("content/places/nha-mau/index.md", "111000", "122000", {"cards place/nha-mau"}),
    ("content/events/hoi-mau/index.md", "day: 2/2", "day: 3/2", {"cards event/hoi-mau"}),
])  # fmt: skip
def test_what_a_card_shows_gives_it_another_address(
    root: Path, made: list[str], path: str, old: str, new: str, again: set[str]
) -> None:
    cards(root, "link")
    assert build(root).ok
    before = set(names(root, "chia-se", ""))
    made.clear()
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")
    assert build(root).ok
    assert set(made) == again
    assert len(before - set(names(root, "chia-se", ""))) == 2 * len(again)


@pytest.mark.parametrize("change", ["palette", "words", "category"])
def test_what_all_cards_show_gives_them_other_addresses(root: Path, change: str) -> None:
    cards(root, "link")
    text = (root / "commune.yaml").read_text("utf-8")
    text += "categories: [{id: che, name: {vi: Chè búp, en: Buds}}]\n" if change == "category" else ""
    (root / "commune.yaml").write_text(text, "utf-8")
    assert build(root).ok
    before = set(names(root, "chia-se", "san-pham"))
    if change == "words":
        write(root, "theme/translations/vi.toml", 'from = "chỉ từ"\n')
    elif change == "palette":
        (root / "commune.yaml").write_text(text + 'palette: {ink: "#204030"}\n', "utf-8")
    else:
        (root / "commune.yaml").write_text(text.replace("Chè búp", "Chè nụ"), "utf-8")
    assert build(root).ok
    assert not before & set(names(root, "chia-se", "san-pham"))
    after = tree(root / "output")
    shutil.rmtree(root / "output")
    shutil.rmtree(root / ".chophien")
    assert build(root).ok
    assert tree(root / "output") == after


def test_copied_records_have_cards_of_their_own(root: Path) -> None:
    cards(root, "all")
    shutil.copytree(root / "content/events/hoi-mau", root / "content/events/hoi-mau-en")
    shutil.copytree(root / "content/places/nha-mau", root / "content/places/nha-mau-en")
    assert build(root).ok
    assert len(names(root, "chia-se", "su-kien-hoi-mau")) == 12


def test_of_two_equal_photos_the_drawn_one_is_marked(root: Path) -> None:
    cards(root, "link")
    entries = ("{file: b.jpg, alt: {vi: Bà Sen, en: Sen}, people: có, consent: {given: 01/11/2026, how: nói%s}}\n"
               "{file: a.jpg, alt: {vi: Hình vẽ, en: Drawing}, illustration: có, role: detail, "
               "approved: có}")  # fmt: skip
    same = jpeg(photo())
    with_photos(root, entries % "", a=same, b=same)
    assert build(root).ok
    before = names(root, "chia-se", "san-pham-che-mau-ngang")
    with_photos(root, entries % ", withdrawn: 02/11/2026", a=same, b=same)
    assert build(root).ok
    assert names(root, "chia-se", "san-pham-che-mau-ngang") != before


def test_a_card_finds_a_photo_whose_name_the_disk_writes_in_parts(root: Path) -> None:
    cards(root, "link")
    with_photos(root, "{file: gói-chè.jpg, alt: {vi: Gói chè, en: Tea}}")
    write(root, "products/che-mau/" + unicodedata.normalize("NFD", "gói-chè.jpg"), jpeg(photo()))
    assert build(root).ok
    assert names(root, "chia-se", "san-pham-che-mau")


def test_the_photo_of_a_draft_is_not_published(root: Path) -> None:
    draft = "---\ntitle: Nháp\ndate: 2026-11-01\nstatus: draft\nphotos: [{file: a.jpg, alt: Ảnh}]\n---\n![Hai](b.jpg)\n"
    write(root, "content/news/nhap.md", draft)
    write(root, "content/news/a.jpg", jpeg(photo()))
    write(root, "content/news/b.jpg", jpeg(photo(3)))
    assert build(root).ok
    assert names(root, "anh", "nhap-") == []


def test_a_new_price_gives_the_card_a_new_address(root: Path) -> None:
    cards(root, "all")
    assert build(root).ok
    before = set(names(root, "chia-se", ""))
    write(root, "products/che-1/product.yaml", product("che-1", 99_000))
    assert build(root).ok
    after = set(names(root, "chia-se", ""))
    assert {name.partition("-ngang")[0] for name in after - before if "ngang" in name} == {
        "san-pham-che-1", "san-pham-che-1-en",
    }  # fmt: skip
    assert len(after) == len(before)


def test_stars_leave_the_card_with_the_recognition(root: Path) -> None:
    cards(root, "link")
    text = product("che-mau", photo=True) + "ocop: {stars: 4, decision: 1/QĐ (ví dụ), issued: 01/12/2023}\n"
    write(root, "products/che-mau/product.yaml", text)
    last, over = commune.TODAY.replace(day=30), commune.TODAY.replace(month=12, day=2)
    assert build(root, last).ok
    with_stars = names(root, "chia-se", "san-pham-che-mau-ngang")
    assert build(root, over).ok
    without = names(root, "chia-se", "san-pham-che-mau-ngang")
    assert with_stars != without


def test_a_communes_own_share_picture_stands_for_the_whole_site(root: Path) -> None:
    write(root, "theme/static/chia-se.jpg", from_a_phone(photo(size=(1600, 1200))))
    assert build(root).ok
    (own,) = (path for path in (root / "output/tinh").iterdir() if path.name.startswith("chia-se-"))
    assert not [secret for secret in SECRETS if secret in own.read_bytes()]
    with Image.open(own) as image:
        assert image.size == (1200, 630)
    home = (root / "output/index.html").read_text("utf-8")
    assert re.search(r'og:image" content="https://muong-mau\.example/tinh/chia-se-[0-9a-f]{8}\.jpg"', home)
    assert names(root, "chia-se", "xa-ngang") == []
    write(root, "theme/static/chia-se.jpg", b"%PDF-1.7 x")
    assert [(d.code, d.file) for d in build(root).diagnostics if d.level.value == "error"] == [
        ("photo-not-a-photo", "theme/static/chia-se.jpg")
    ]


def test_the_site_without_a_photo_shows_its_first_sight_and_only_its_photo_matters(root: Path) -> None:
    cards(root, "link")
    path = "content/places/ban-mau/index.md"
    text = commune.FILES[path].replace("nearby:", "photos: [{file: a.jpg, alt: Bản}]\n        nearby:")
    assert build(root).ok
    woven = names(root, "chia-se", "xa-")
    write(root, path, text)
    write(root, "content/places/ban-mau/a.jpg", jpeg(photo()))
    assert build(root).ok
    seen = names(root, "chia-se", "xa-")
    assert not set(woven) & set(seen)
    write(root, path, text.replace("Bản nằm bên suối", "Bản nằm giữa núi"))
    outcome = build(root)
    assert names(root, "chia-se", "xa-") == seen
    assert outcome.written < 30
    write(root, path, text.replace("nearby:", "outside: có\n        nearby:"))
    assert build(root).ok
    assert names(root, "chia-se", "xa-") == woven


def test_photos_that_look_the_same_are_told_until_a_person_has_looked(root: Path) -> None:
    entries = "{file: a.jpg, alt: {vi: Gói chè, en: Tea}}\n{file: b.jpg, alt: {vi: Gói chè nữa, en: More}%s}"
    files = {"a": jpeg(photo()), "b": jpeg(photo().resize((1400, 1050)))}
    with_photos(root, entries % "", **files)
    told = [(d.code, d.line, d.values["other"]) for d in build(root).diagnostics if d.level.value == "warning"]
    assert told == [("photo-alike", 17, "a.jpg")]
    with_photos(root, entries % ", approved: có", **files)
    assert codes(build(root)) == set()


def test_advice_is_told_at_the_photo_and_again_from_the_store(root: Path) -> None:
    with_photos(root, "{file: a.jpg, alt: {vi: Gói chè, en: Tea}}", a=jpeg(photo(size=(800, 600))))
    for _ in range(2):
        outcome = build(root)
        assert outcome.ok
        assert [(d.code, d.line) for d in outcome.diagnostics if d.level.value == "warning"] == [
            ("photo-low-resolution", 16)
        ]


def test_a_variant_shows_its_own_photo_also_when_another_one_is_withheld(root: Path) -> None:
    entries = ("{file: b.jpg, alt: {vi: Bà Sen, en: Sen}, people: có, consent: {given: 01/11/2026, how: nói, "
               "withdrawn: 02/11/2026}}\n{file: a.jpg, alt: {vi: Gói to, en: Large}}\n"
               "{file: c.jpg, alt: {vi: Gói nhỏ, en: Small}}")  # fmt: skip
    with_photos(root, entries, a=jpeg(photo()), b=jpeg(photo(3)), c=jpeg(photo(5)))
    path = root / "products/che-mau/product.yaml"
    path.write_text(path.read_text("utf-8").replace("price: 50000", "price: 50000\n    photo: c.jpg"), "utf-8")
    assert build(root).ok
    feed = (root / "output/feeds/google.xml").read_text("utf-8")
    item = next(part for part in feed.split("<item>") if "<g:id>che-mau-100<" in part)
    assert re.search(r"<g:image_link>[^<]*/che-mau-c-[0-9a-f]{8}-vuong\.jpg<", item)


def test_several_processes_make_the_same_pictures(tmp_path: Path) -> None:
    trees = []
    for jobs in (1, 2):
        root = commune.found(tmp_path / str(jobs), goods=8)
        cards(root, "link")
        for number in range(1, 8):
            write(root, f"products/che-{number}/product.yaml", product(f"che-{number}", photo=True))
            write(root, f"products/che-{number}/anh.png", commune.picture(number * 20))
        assert build(root, jobs=jobs).ok
        trees.append(tree(root / "output"))
    assert trees[0] == trees[1]


def test_the_recipe_is_part_of_every_name(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(root).ok
    before = names(root, "anh", "che-mau")
    monkeypatch.setattr(images, "RECIPE", "other")
    (root / ".chophien/store.sqlite").unlink()
    assert build(root).ok
    assert not set(before) & set(names(root, "anh", "che-mau"))
