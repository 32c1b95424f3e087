"""Building a whole small site: what must come out, and what must never happen to it."""

from __future__ import annotations

import json
import random
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from . import commune
from .commune import build, codes, found, product, tree, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return found(tmp_path / "xa")


def test_every_kind_of_page_is_there_in_both_languages(root: Path) -> None:
    assert build(root).ok
    for page in (
        "index.html", "san-pham.html", "san-pham/che-mau.html", "nguoi-lam/to-mau.html", "dia-diem/ban-mau.html",
        "luu-tru/nha-mau.html", "su-kien/hoi-mau.html", "hanh-trinh/mot-ngay.html", "can-mua-can-ban.html",
        "tin-tuc/tin-mau.html", "trang/duong-den.html", "gioi-thieu.html", "lien-he.html", "dieu-khoan.html",
        "giao-hang.html", "thanh-toan.html", "doi-tra.html", "quyen-rieng-tu.html", "404.html",
        "en/index.html", "en/products/che-mau.html", "en/makers/to-mau.html", "en/places/ban-mau.html",
        "en/stays/nha-mau.html", "en/events/hoi-mau.html", "en/trips/mot-ngay.html", "en/wanted.html",
        "en/news/sample-news.html", "en/about.html", "en/404.html",
        "feeds/google.xml", "feeds/meta.csv", "feeds/products.json", "feeds/index.html", "feeds/report.json",
        "data/catalog.json", "data/dia-diem.geojson", "lich/su-kien.ics", "sitemap.xml", "robots.txt",
        "tin-tuc.atom.xml", "en/news.atom.xml",
    ):  # fmt: skip
        assert (root / "output" / page).is_file(), page
    assert not (root / "output" / "vi").exists()


def test_an_unchanged_build_writes_nothing(root: Path) -> None:
    first = build(root)
    before = tree(root / "output")
    second = build(root)
    assert (second.written, second.removed) == (0, 0)
    assert second.unchanged == first.written
    assert tree(root / "output") == before


def _edits(root: Path) -> dict[str, object]:
    """Return changes a staff member might make, by what they are called."""
    goods = root / "products"
    return {
        "a price": lambda: write(root, "products/che-1/product.yaml", product("che-1", 77_000)),
        "a new product": lambda: write(root, "products/che-moi/product.yaml", product("che-moi", 66_000)),
        "a product away": lambda: shutil.rmtree(goods / "che-1"),
        "another picture": lambda: write(root, "products/che-mau/anh.png", commune.picture(200)),
        "the producer's name": lambda: write(
            root, "content/producers/to-mau.yaml", "kind: hợp tác xã\nname: Tổ khác\n"
        ),
        "the tagline": lambda: write(root, "commune.yaml", commune.FILES["commune.yaml"].replace("nhỏ", "khác")),
        "a place's text": lambda: write(root, "content/places/nha-mau/index.en.md", "Another text.\n"),
        "a news item": lambda: write(root, "content/news/hai.md", "Title: Tin hai\nDate: 2026-11-20\n\nHai.\n"),
        "no news": lambda: shutil.rmtree(root / "content/news"),
        "a theme part of its own": lambda: write(root, "theme/static/css/rieng.css", ".rieng { color: red; }\n"),
    }


@pytest.mark.parametrize("seed", range(3))
def test_a_clean_build_equals_an_incremental_one(root: Path, tmp_path: Path, seed: int) -> None:
    assert build(root).ok
    edits = list(_edits(root))
    random.Random(seed).shuffle(edits)
    for name in edits:
        if name == "a price" and not (root / "products/che-1").exists():
            continue
        _edits(root)[name]()  # type: ignore[operator]
        assert build(root).ok, name
        elsewhere = tmp_path / "sach" / name.replace(" ", "-")
        shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns("output", ".chophien"))
        assert build(elsewhere).ok
        assert tree(elsewhere / "output") == tree(root / "output"), name


def test_of_two_records_with_one_number_the_same_is_told_whatever_was_read_anew(root: Path, tmp_path: Path) -> None:
    write(root, "products/che-2/product.yaml", product("che-2"))
    assert build(root).ok
    write(root, "products/che-1/product.yaml", product("che-1").replace("sku: che-1-100", "sku: che-2-100"))
    outcome = build(root, keep_going=True)
    elsewhere = tmp_path / "sach"
    shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns("output", ".chophien"))
    clean = build(elsewhere, keep_going=True)
    assert outcome.missing == clean.missing == ["products/che-2/product.yaml"]
    assert [(d.code, d.file, d.values) for d in outcome.diagnostics] == [
        (d.code, d.file, d.values) for d in clean.diagnostics
    ]
    assert tree(elsewhere / "output") == tree(root / "output")


def test_cards_alone_are_drawn_again_in_several_processes(tmp_path: Path) -> None:
    root = found(tmp_path / "xa", 12)
    settings = commune.FILES["commune.yaml"].replace("share_cards: none", "share_cards: link")
    write(root, "commune.yaml", settings)
    assert build(root).ok
    before = tree(root / "output")
    shutil.rmtree(root / "output/chia-se")
    assert build(root, jobs=2).ok
    assert tree(root / "output") == before


def test_one_process_and_two_write_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from chophien.build import execute

    monkeypatch.setattr(execute, "POOL_FROM", 10)
    one, two = found(tmp_path / "mot", 60), found(tmp_path / "hai", 60)
    assert build(one, jobs=1).ok
    assert build(two, jobs=2).ok
    assert tree(one / "output") == tree(two / "output")


def test_a_withdrawn_product_leaves_no_file(root: Path) -> None:
    build(root)
    shutil.rmtree(root / "products/che-mau")
    place = commune.FILES["content/places/ban-mau/index.md"]
    write(root, "content/places/ban-mau/index.md", place.replace("        products: [che-mau]\n", "").replace(
        "(product/che-mau)", "(place/nha-mau)"))  # fmt: skip
    outcome = build(root)
    assert outcome.ok
    assert outcome.removed > 0
    left = [path for path in tree(root / "output") if "che-mau" in path]
    assert left == []
    everything = "".join(p.read_text("utf-8") for p in (root / "output").rglob("*.html"))
    assert "che-mau" not in everything


def test_a_mistake_leaves_the_site_that_stands_untouched(root: Path) -> None:
    build(root)
    before = tree(root / "output")
    write(
        root,
        "products/che-1/product.yaml",
        product("che-1").replace("price: 51000", "price: 35k").replace("50000", "35k"),
    )
    outcome = build(root)
    assert not outcome.ok
    assert codes(outcome) == {"price-shorthand"}
    assert tree(root / "output") == before
    assert sorted(p.name for p in root.iterdir() if p.name.startswith(".output")) == []


def test_keep_going_builds_the_rest_and_says_what_is_missing(root: Path) -> None:
    write(root, "products/che-1/product.yaml", product("che-1").replace("50000", "35k"))
    outcome = build(root, keep_going=True)
    assert outcome.ok
    assert outcome.missing == ["products/che-1/product.yaml"]
    assert not (root / "output/san-pham/che-1.html").exists()
    assert (root / "output/san-pham/che-mau.html").exists()


def test_keep_going_leaves_out_what_needs_a_missing_record(root: Path) -> None:
    write(root, "content/producers/to-mau.yaml", "kind: không rõ\nname: Tổ mẫu\n")
    outcome = build(root, keep_going=True)
    assert outcome.ok
    assert set(outcome.missing) == {
        "content/producers/to-mau.yaml", "products/che-mau/product.yaml", "products/che-1/product.yaml",
    }  # fmt: skip


def test_keep_going_does_not_build_without_a_commune(root: Path) -> None:
    write(root, "commune.yaml", "name: [\n")
    assert not build(root, keep_going=True).ok


def test_a_file_missing_from_the_output_is_made_again(root: Path) -> None:
    build(root)
    before = tree(root / "output")
    (root / "output/san-pham/che-mau.html").unlink()
    (root / "output/index.html").write_text("x")
    assert build(root).ok
    assert tree(root / "output") == before


def test_a_broken_store_is_worked_out_again(root: Path) -> None:
    build(root)
    before = tree(root / "output")
    for path in (root / ".chophien").glob("store.sqlite*"):
        path.write_bytes(b"not a database")
    for path in (root / ".chophien").glob("files-*.bin"):
        path.write_bytes(b"\x00")
    assert build(root).ok
    assert tree(root / "output") == before


def test_no_product_at_all_builds(tmp_path: Path) -> None:
    root = found(tmp_path / "xa", goods=0)
    assert build(root).ok
    assert json.loads((root / "output/feeds/report.json").read_text("utf-8"))[0]["items"] == 0
    assert 'href="san-pham.html"' not in (root / "output/index.html").read_text("utf-8")


def test_stars_vanish_everywhere_the_day_after_they_expire(root: Path) -> None:
    recognised = "ocop: {stars: 4, decision: 12/QĐ-MẪU, issued: 2024-03-01}\n"
    write(root, "products/che-mau/product.yaml", product("che-mau", more=recognised, photo=True))
    assert build(root, date(2027, 3, 1)).ok
    with_stars = _all_text(root)
    assert "12/QĐ-MẪU" in with_stars
    outcome = build(root, date(2027, 3, 2))
    assert "ocop-expired" in codes(outcome)
    assert "12/QĐ-MẪU" not in _all_text(root)
    assert "OCOP 4" not in _all_text(root)


def _all_text(root: Path) -> str:
    endings = {".html", ".xml", ".csv", ".json", ".js", ".ics"}
    return "".join(p.read_text("utf-8") for p in sorted((root / "output").rglob("*")) if p.suffix in endings)


def test_a_sale_begins_and_ends_with_its_days(root: Path) -> None:
    sale = "      sale: {price: 40000, since: 2026-12-01, until: 2026-12-15}\n".replace("      ", "    ", 1)
    text = product("che-mau", photo=True).replace("price: 50000\n", "price: 50000\n" + sale)
    write(root, "products/che-mau/product.yaml", text)
    for day, price in ((date(2026, 11, 30), "50000"), (date(2026, 12, 1), "40000"), (date(2026, 12, 16), "50000")):
        assert build(root, day).ok
        assert _offer(root, "che-mau-100")["price"] == price


def _offer(root: Path, sku: str) -> dict[str, str]:
    html = (root / "output/san-pham/che-mau.html").read_text("utf-8")
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert match
    graph = json.loads(match[1])["@graph"]
    text = json.dumps(graph)
    group = next(node for node in graph if node.get("@type") == "ProductGroup")
    variant = next(v for v in group["hasVariant"] if v["sku"] == sku)
    assert text
    offer = variant["offers"]
    assert isinstance(offer, dict)
    return offer


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("content/news/hong.md", "Title: Hỏng\nDate: 31/02/2026\n\nx\n", "date-no-such-day"),
        ("content/news/hong.md", "Title: Hỏng\n\nx\n", "missing-key"),
        ("content/news/hong.md", b"\xff\xfeT\x00i\x00", "file-utf16"),
        ("content/news/hong.md", b"Title: H\xe1\n", "file-not-utf8"),
        ("content/news/hong.md", "không có phần đầu\n", "header-missing"),
        ("content/pages/hong.md", "---\ntitle: Hỏng\nslug: ../../x\n---\n", "id-not-plain"),
        ("content/pages/hong.md", "---\ntitle: Hỏng\nsave_as: ../x.html\n---\n", "unknown-key-no-idea"),
        ("content/pages/hong.md", "---\ntitle: Hỏng\n---\n[x](place/khong-co)\n", "reference-unknown"),
        ("content/pages/hong.md", "---\ntitle: Hỏng\n---\n[x](../../etc)\n", "link-broken"),
        ("content/pages/hong.md", "---\ntitle: Hỏng\n---\n![x](khong-co.jpg)\n", "photo-missing"),
        ("content/places/hong/index.md", "---\nkind: làng\nname: Hỏng\n---\n", "missing-key"),
        ("content/producers/hong.yaml", "kind: hộ gia đình\nname: Nhà bà Mẫu\n", "consent-missing"),
        ("products/hong/product.yaml", product("hong").replace("to-mau", "to-mou"), "reference-unknown"),
        ("products/hong/product.yaml", product("che-1"), "sku-twice"),
        ("products/hong/product.yaml", product("CHE-1"), "sku-twice"),
        ("products/hong/product.yaml", product("hong").replace("sku: hong-100", "sku: che-1"), "sku-twice"),
        ("products/a-hong/product.yaml", product("a-hong").replace("sku: a-hong-100", "sku: CHE-1"), "sku-twice"),
        ("products/hong/product.yaml", product("hong", photo=True), "photo-missing"),
    ],
)  # fmt: skip
def test_what_pelican_would_leave_out_in_silence_stops_the_build(
    root: Path, path: str, text: str | bytes, code: str
) -> None:
    write(root, path, text)
    outcome = build(root)
    assert not outcome.ok
    assert code in codes(outcome)
    assert not (root / "output").exists()
    named = [d for d in outcome.diagnostics if d.code == code]
    assert named[0].file == path
    assert named[0].line > 0


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "photo-empty"), (b"%PDF-1.4 nope", "photo-not-a-photo"), (commune.picture()[:200], "photo-not-readable")],
)
def test_a_file_that_is_no_photo_is_named(root: Path, content: bytes, code: str) -> None:
    write(root, "products/che-mau/anh.png", content)
    outcome = build(root)
    assert codes(outcome) == {code}


def test_a_page_with_only_a_title_and_a_product_with_fifty_variants_build(root: Path) -> None:
    write(root, "content/pages/chi-tieu-de.md", "---\ntitle: Chỉ có tiêu đề\n---\n")
    option = "{{name: Cỡ, value: Cỡ {0}}}"
    rows = "".join(
        f"  - {{sku: nhieu-{n}, option: {option.format(n)}, net: 1 cái, price: {n + 1}000}}\n" for n in range(50)
    )
    name = "Tên dài " + "rất " * 27 + "dài"
    head = product("nhieu").split("variants:")[0].replace('"Chè mẫu nhieu"', f'"{name[:120].strip()}"')
    write(root, "products/nhieu/product.yaml", head + "variants:\n" + rows)
    outcome = build(root)
    assert outcome.ok, [d for d in outcome.diagnostics if d.level.value == "error"]
    page = (root / "output/san-pham/nhieu.html").read_text("utf-8")
    assert page.count("nhieu-") >= 50
    assert (root / "output/trang/chi-tieu-de.html").is_file()


def test_a_link_out_of_the_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "bi-mat"
    write(secret, "product.yaml", product("bi-mat"))
    try:
        (root / "products/bi-mat").symlink_to(secret, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    outcome = build(root)
    assert "file-is-link" in codes(outcome)
    assert "bi-mat" not in _all_text(root)


def test_pictures_in_the_output_carry_no_metadata(root: Path) -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F] = "MayAnh"
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (700, 700), "red").save(root / "products/che-mau/anh.jpg", exif=exif)
    (root / "products/che-mau/anh.png").unlink()
    text = product("che-mau", photo=True).replace("anh.png", "anh.jpg")
    write(root, "products/che-mau/product.yaml", text)
    assert build(root).ok
    made = [p for p in (root / "output/anh").iterdir() if "che-mau" in p.name]
    assert made
    for path in made:
        with Image.open(path) as image:
            assert not image.getexif()
        assert b"MayAnh" not in path.read_bytes()


def test_a_broken_commune_file_does_not_hide_the_other_mistakes(root: Path) -> None:
    write(root, "commune.yaml", commune.FILES["commune.yaml"] + "lạ: 1\n")
    write(root, "products/che-1/product.yaml", product("che-1").replace("50000", "35k"))
    outcome = build(root)
    assert {(d.file, d.code) for d in outcome.diagnostics if d.level.value == "error"} == {
        ("commune.yaml", "unknown-key"),
        ("products/che-1/product.yaml", "price-shorthand"),
    }


def test_a_misnamed_file_is_read_for_its_other_mistakes_and_never_shown(root: Path) -> None:
    write(root, "content/news/Tin Hai.md", "Title: Tin hai\nDate: 31/02/2026\n\nx\n")
    assert {d.code for d in build(root).diagnostics if d.level.value == "error"} == {
        "file-name-not-plain", "date-no-such-day",
    }  # fmt: skip
    write(root, "content/news/Tin Hai.md", "Title: Tin hai\nDate: 28/02/2026\n\nx\n")
    outcome = build(root, keep_going=True)
    assert outcome.ok
    assert outcome.missing == ["content/news/Tin Hai.md"]
    assert "Tin hai" not in _all_text(root)


def test_the_pictures_of_a_record_that_cannot_be_read_are_not_called_unused(root: Path) -> None:
    write(root, "products/che-mau/product.yaml", product("che-mau", photo=True).replace("50000", "35k"))
    assert "photo-not-used" not in {d.code for d in build(root).diagnostics}
    write(root, "products/che-mau/product.yaml", product("che-mau"))
    assert "photo-not-used" in {d.code for d in build(root).diagnostics}


def test_a_draft_is_nowhere_in_the_output(root: Path) -> None:
    write(root, "content/news/nhap.md", "---\ntitle: Bài còn viết dở\ndate: 2026-11-02\nstatus: nháp\n---\nx\n")
    write(root, "content/pages/nhap.md", "---\ntitle: Trang còn viết dở\nstatus: draft\n---\nx\n")
    assert build(root).ok
    assert "còn viết dở" not in _all_text(root)
    assert [path for path in tree(root / "output") if "nhap" in path] == []


def test_a_link_to_a_draft_is_a_mistake(root: Path) -> None:
    write(root, "content/news/nhap.md", "---\ntitle: Bài còn viết dở\ndate: 2026-11-02\nstatus: nháp\n---\nx\n")
    write(root, "content/pages/duong-den.md", "---\ntitle: Đường đến\n---\n[x](news/nhap)\n")
    assert codes(build(root)) == {"reference-to-draft"}


def test_with_keep_going_a_link_to_what_was_left_out_becomes_plain_words(root: Path) -> None:
    write(root, "products/che-mau/product.yaml", product("che-mau", photo=True).replace("50000", "35k"))
    assert build(root, keep_going=True).ok
    page = (root / "output/dia-diem/ban-mau.html").read_text("utf-8")
    assert "chè mẫu" in page
    assert "che-mau" not in page


def test_a_commune_without_a_content_folder_builds(tmp_path: Path) -> None:
    root = tmp_path / "xa"
    for name in ("commune.yaml", "pelicanconf.py"):
        write(root, name, commune.FILES[name])
    assert build(root).ok
    write(root, "products/che-mau/product.yaml", product("che-mau").replace("to-mau", "to-khong-co"))
    assert codes(build(root)) == {"reference-unknown"}


def test_an_example_is_in_no_feed_of_a_real_commune(root: Path) -> None:
    write(root, "commune.yaml", commune.FILES["commune.yaml"].replace("        example: có\n", ""))
    write(root, "content/news/that.md", "---\ntitle: Tin thật\ndate: 2026-11-02\n---\nTin.\n")
    item = commune.FILES["content/news/tin-mau.md"].replace("        date:", "        example: có\n        date:")
    write(root, "content/news/tin-mau.md", item)
    assert build(root).ok
    feed = (root / "output/tin-tuc.atom.xml").read_text("utf-8")
    assert "Tin thật" in feed and "Tin mẫu" not in feed
    # In English there is nothing but the example, so neither the feed nor a link to it.
    assert not (root / "output/en/news.atom.xml").exists()
    assert "news.atom.xml" not in (root / "output/en/index.html").read_text("utf-8")
    assert "Tin mẫu" in (root / "output/tin-tuc.html").read_text("utf-8")


def test_languages_of_one_name_or_none_are_all_in_the_list_for_programs(root: Path) -> None:
    settings = commune.FILES["commune.yaml"].replace("languages: [vi, en]", "languages: [vi, en, de, fr, nut]")
    write(root, "commune.yaml", settings)
    for tag, name in (("de", "X"), ("fr", "X"), ("nut", "")):
        write(root, f"theme/translations/{tag}.toml", f'own-name = "{name}"\n')
    assert build(root).ok
    listed = (root / "output/llms.txt").read_text("utf-8")
    assert listed.count("## X\n") == 2 and "## nut\n" in listed
    assert all(f"/{tag}/index.html" in listed or f"/{tag}/" in listed for tag in ("de", "fr", "nut"))
    assert ">nut</span>" in (root / "output/index.html").read_text("utf-8")


def test_a_price_with_a_sign_that_html_escapes_is_found_on_its_page(root: Path) -> None:
    write(root, "commune.yaml", commune.FILES["commune.yaml"].replace("languages: [vi, en]", "languages: [vi, en, de]"))
    write(root, "theme/translations/de.toml", 'own-name = "Deutsch"\n"form.group" = "\'"\n')
    outcome = build(root)
    assert outcome.ok and "price-not-on-page" not in codes(outcome)


def test_the_news_feed_names_an_author(root: Path) -> None:
    import feedparser

    assert build(root).ok
    parsed = feedparser.parse((root / "output/tin-tuc.atom.xml").read_bytes())
    assert [entry.author for entry in parsed.entries] == ["Ủy ban nhân dân xã Mường Mẫu"]


@pytest.mark.parametrize("name", ["content", "content/site", "products/x", "theme", ".", "..", ".chophien/x"])
def test_no_site_is_put_among_the_sources(root: Path, name: str) -> None:
    from chophien.build import Options
    from chophien.plugin import run

    before = tree(root)
    outcome = run(Options(root=root, output=root / name, today=commune.TODAY), lambda word, done, total: None)
    assert codes(outcome) == {"output-among-sources"}
    assert tree(root) == before


def test_a_folder_of_somebody_else_is_never_replaced(root: Path, tmp_path: Path) -> None:
    from chophien.build import Options
    from chophien.plugin import run

    target = tmp_path / "anh-gia-dinh"
    write(target, "anh.jpg", b"x")
    outcome = run(Options(root=root, output=target, today=commune.TODAY), lambda word, done, total: None)
    assert codes(outcome) == {"output-not-ours"}
    assert tree(target) == {"anh.jpg": tree(target)["anh.jpg"]}
    write(root, "output/thu.txt", "x")
    assert codes(build(root)) == {"output-not-ours"}
    (root / "output/thu.txt").unlink()
    assert build(root).ok
    shutil.rmtree(root / ".chophien")
    assert build(root).ok


def _same_as_clean(root: Path, tmp_path: Path, name: str) -> None:
    """Build, and compare with a build of the same folder that remembers nothing."""
    assert build(root).ok, name
    elsewhere = tmp_path / "sach-lai" / name
    shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns("output", ".chophien"))
    assert build(elsewhere).ok
    assert tree(elsewhere / "output") == tree(root / "output"), name


def test_what_only_joined_files_and_the_front_page_show_is_not_forgotten(root: Path, tmp_path: Path) -> None:
    write(root, "content/xa.png", commune.picture(40))
    text = commune.FILES["commune.yaml"].rstrip() + "\n        photos: [{file: content/xa.png, alt: Xã nhìn từ đồi}]\n"
    write(root, "commune.yaml", text + "        about: {vi: 'Xem [bản mẫu](place/ban-mau) và [tin](news/tin-mau).'}\n")
    _same_as_clean(root, tmp_path, "dau")
    write(root, "content/pages/duong-den.md", "---\ntitle: Đường đến\nsummary: Đi theo suối lớn.\n---\nĐi.\n")
    _same_as_clean(root, tmp_path, "trang")
    write(root, "content/xa.png", commune.picture(220))
    _same_as_clean(root, tmp_path, "anh-xa")
    write(
        root,
        "content/news/tin-mau.md",
        commune.FILES["content/news/tin-mau.md"].replace("title:", "slug: khac\n        title:"),
    )
    _same_as_clean(root, tmp_path, "duong-dan")
    assert 'href="tin-tuc/khac.html"' in (root / "output/gioi-thieu.html").read_text("utf-8")
    assert 'href="dia-diem/ban-mau.html"' in (root / "output/gioi-thieu.html").read_text("utf-8")


def test_a_product_and_a_place_may_share_id_and_photo(root: Path) -> None:
    place = commune.FILES["content/places/nha-mau/index.md"].replace(
        "stay:", "photos: [{file: anh.png, alt: Nhà sàn}]\n        stay:"
    )
    write(root, "content/places/che-mau/index.md", place)
    write(root, "content/places/che-mau/anh.png", commune.picture())
    assert build(root).ok


def test_a_broken_theme_of_the_commune_is_named_and_stops_the_build(root: Path) -> None:
    write(root, "theme/translations/vi.toml", 'search = "Tìm\n')
    write(root, "theme/templates/product.html", "{% if x %}")
    outcome = build(root)
    assert not outcome.ok
    named = {d.file for d in outcome.diagnostics if d.code == "theme-not-readable"}
    assert named == {"theme/translations/vi.toml", "theme/templates/product.html"}


OLD_THEMES = {
    "a word there is no more": ("templates/feeds-report.html", '{% extends "base.html" %}\n{{ say("feeds-address") }}',
        [
        ("theme-word-unknown", 2)]),
    "a counted word there is no more": ("templates/search.html", '\n\n{{ counted("hang", 3) }}', [
        ("theme-word-unknown", 3)]),
    "a word made from data": ("templates/feeds-report.html", 
        '\n{% for f in report %}\n{{ say("cu." ~ f.key) }}{% endfor %}',
        [("theme-template-failed", 3)]),
    "a value there is no more": ("templates/product.html", '{% extends "base.html" %}\n{% block main %}\n'
        '{{ shown.old.price }}{% endblock %}', [("theme-template-failed", 3)]),
    "a word that is none": ("templates/product.html", "\n{{ say(none) }}", [("theme-template-failed", 2)]),
    "in what Pelican writes": ("templates/news-item.html", "\n{{ khong_co }}", [("theme-template-failed", 2)]),
    "a part that takes less than ours hands it": ("templates/parts/cards.html",
        "".join("{% macro " + name + "(" + given + ") %}{% endmacro %}\n" for name, given in (
            ("product_card", "card, root, level=3, first=false, summary=false"), ("place_card", "card, root"),
            ("producer_card", "card, root, level=3"), ("event_row", "card, root, level=3"), ("trip_card", "card, root"),
            ("news_row", "card, path, root, level=3"), ("season_strip", "months"), ("gallery", "p, n, r, s"),
            ("share_cards", "cards, root, kit=''"), ("pages_nav", "pager, root"), ("fee_line", "fee"),
            ("contact_buttons", "ways"), ("ask_add", "a, s, o, r"), ("transfer_codes", "t, p"),
            ("example_mark", "card"), ("ways_there", "point, name, guided=true"), ("leaf", "start"))),
        [("theme-template-failed", 2)]),
    "a part without what ours asks it for": ("templates/parts/legal.html", "{% macro owner_facts(o) %}{% endmacro %}",
        [("theme-template-failed", 1)]),
    "a word with another hole": ("translations/vi.toml", '"feeds-items.many" = "{so} mặt hàng"',
        [("theme-word-hole", 1)]),
    "a word with half a hole": ("translations/en.toml", 'feeds-items.many = 1\n"product-count.many" = "{count"', [
        ("theme-word-hole", 1)]),
}  # fmt: skip


@pytest.mark.parametrize("case", OLD_THEMES)
def test_a_theme_of_another_version_is_named_with_its_line(root: Path, case: str) -> None:
    assert build(root).ok
    before = tree(root / "output")
    path, text, wanted = OLD_THEMES[case]
    write(root, f"theme/{path}", text.encode())
    outcome = build(root)
    assert not outcome.ok
    errors = [d for d in outcome.diagnostics if d.level.value == "error"]
    assert [(d.code, d.line) for d in errors] == wanted
    assert {d.file for d in errors} == {f"theme/{path}"}
    assert tree(root / "output") == before
    (root / "theme" / path).unlink()
    assert build(root).ok


def test_words_that_a_theme_does_not_have_are_ours(root: Path) -> None:
    write(root, "theme/translations/vi.toml", 'feeds = "Danh sách hàng"\n')
    write(root, "theme/translations/en.toml", 'order = "Buy"\n')
    assert build(root).ok
    page = (root / "output/feeds/index.html").read_text("utf-8")
    assert "Danh sách hàng" in page and "Chép địa chỉ" in page
    english = (root / "output/en/products/che-mau.html").read_text("utf-8")
    assert ">Buy<" in english and "Makers" in english


def test_a_head_from_before_staff_had_styles_of_their_own_links_them_on_their_pages(root: Path) -> None:
    head = '<link rel="stylesheet" href="{{ root }}{{ site.styles }}">'
    write(root, "theme/templates/parts/head.html", head)
    assert build(root).ok
    linked = {
        path: re.findall(r'href="[./]*tinh/(chophien(?:-staff)?)-', (root / "output" / path).read_text("utf-8"))
        for path in ("index.html", "feeds/index.html", "listings/index.html", "listings/che-mau/index.html")
    }
    assert linked.pop("index.html") == ["chophien"]
    assert set(map(tuple, linked.values())) == {("chophien-staff",)}


def test_the_communes_own_words_count_at_once_and_everywhere(root: Path, tmp_path: Path) -> None:
    write(root, "theme/translations/vi.toml", '"section.news" = "Bản tin xã"\n')
    _same_as_clean(root, tmp_path, "tu-1")
    page = (root / "output/tin-tuc/tin-mau.html").read_text("utf-8")
    assert page.count("Bản tin xã") >= 2
    assert '"name":"Tin tức"' not in page
    write(root, "theme/translations/vi.toml", '"section.news" = "Loa xã"\n')
    _same_as_clean(root, tmp_path, "tu-2")
    assert "Loa xã" in (root / "output/tin-tuc.html").read_text("utf-8")


def test_a_damaged_store_costs_one_slow_build_and_nothing_else(root: Path) -> None:
    import sqlite3

    build(root)
    before = tree(root / "output")
    with sqlite3.connect(root / ".chophien/store.sqlite") as database:
        database.execute("UPDATE units SET facts = x'ff', notes = x'c1', packed = x'00'")
    assert build(root).ok
    assert tree(root / "output") == before


@pytest.mark.parametrize("table", ["units", "parts", "photos", "meta"])
def test_a_store_with_a_page_lost_is_made_anew(root: Path, table: str) -> None:
    import sqlite3

    build(root)
    before = tree(root / "output")
    store = root / ".chophien/store.sqlite"
    with sqlite3.connect(store) as database:
        (number,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
    data = bytearray(store.read_bytes())
    data[(number - 1) * size : number * size] = bytes(size)
    store.write_bytes(data)
    home = root / "commune.yaml"
    home.write_bytes(home.read_bytes() + b"\n")
    assert build(root).ok
    assert tree(root / "output") == before
    assert build(root).written == 0


def test_what_stands_where_the_store_should_is_taken_away(root: Path) -> None:
    (root / ".chophien/store.sqlite").mkdir(parents=True)
    assert build(root).ok
    assert (root / ".chophien/store.sqlite").is_file()


def test_a_page_written_over_later_is_made_again(root: Path) -> None:
    build(root)
    before = tree(root / "output")
    page = root / "output/san-pham/che-mau.html"
    text = page.read_bytes()
    page.unlink()
    page.write_bytes(b"x" * len(text))
    assert build(root).ok
    assert tree(root / "output") == before


def test_a_title_alone_makes_no_version_of_an_article(root: Path) -> None:
    text = "---\ntitle: {vi: Tin ba, en: News three}\ndate: 2026-11-03\n---\nx\n"
    write(root, "content/news/ba.md", text)
    assert build(root).ok
    assert (root / "output/tin-tuc/ba.html").is_file()
    assert "en/news/ba.html" not in _all_text(root)


def test_a_language_may_be_the_communes_own(root: Path) -> None:
    from chophien.i18n import words

    rows = "".join(f"{json.dumps(key)} = {json.dumps(text)}\n" for key, text in words("en").items())
    write(root, "theme/translations/de.toml", rows)
    languages = commune.FILES["commune.yaml"].replace("[vi, en]", "[vi, en, de]")
    write(root, "commune.yaml", languages)
    outcome = build(root)
    assert outcome.ok, outcome.diagnostics
    assert (root / "output/de/products/che-mau.html").is_file()


def test_a_language_is_one_file_and_may_have_gaps(root: Path) -> None:
    write(root, "theme/translations/fr.toml", """
        own-name = "Français"
        own-locale = "fr_FR"
        "form.date" = "{day}/{month}/{year}"
        "section.products" = "Produits"
        """)  # fmt: skip
    text = commune.FILES["commune.yaml"].replace("[vi, en]", "[vi, fr, en]").replace("share_cards: none", "")
    write(root, "commune.yaml", text)
    outcome = build(root)
    assert outcome.ok, outcome.diagnostics
    page = (root / "output/fr/products.html").read_text("utf-8")
    assert "Produits" in page and ">Menu<" in page and '<html lang="fr">' in page
    assert 'content="en_US"' not in page and 'content="fr_FR"' in page
    assert ">Français</span>" in (root / "output/index.html").read_text("utf-8")
    assert any("-fr-" in path.name for path in (root / "output/chia-se").iterdir())
    assert (root / "output/lich/fr/hoi-mau.ics").is_file()


@pytest.mark.slow
def test_five_thousand_products_build_and_one_edit_writes_little(tmp_path: Path) -> None:
    root = found(tmp_path / "xa", 5_000)
    first = build(root, jobs=2)
    assert first.ok
    assert len(list((root / "output/san-pham").glob("che-*.html"))) == 5_000
    write(root, "products/che-4000/product.yaml", product("che-4000", 4_088_000))
    second = build(root, jobs=2)
    assert second.ok
    assert second.written < 100
    assert second.unchanged > 10_000
