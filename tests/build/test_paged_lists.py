"""Lists too long for one page: everything stands on one of the pages, in order, and no page is ever stale."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from . import commune
from .commune import TODAY, build, found, product, tree, write
from .test_lists import same_as_clean


class List(NamedTuple):
    """A list: its pages in Vietnamese and English, what a record on it is linked or named by, how many there are."""

    pages: tuple[str, str]
    english: tuple[str, str]
    record: str
    count: int


LISTS = {
    "producers": List(
        ("nguoi-lam.html", "nguoi-lam/trang/2.html"), ("en/makers.html", "en/makers/page/2.html"),
        r'class="producer-card">.*?href="[^"]*/?(?:nguoi-lam|makers)/([a-z0-9-]+)\.html"', 31,
    ),
    "goods of a producer": List(
        ("nguoi-lam/to-mau.html", "nguoi-lam/san-pham/to-mau/2.html"),
        ("en/makers/to-mau.html", "en/makers/products/to-mau/2.html"),
        r'class="product-card[^"]*">.*?href="[^"]*/(?:san-pham|products)/([a-z0-9-]+)\.html"', 30,
    ),
    "events": List(
        ("su-kien.html", "su-kien/trang/2.html"), ("en/events.html", "en/events/page/2.html"),
        r'class="event-row[^"]*">.*?href="[^"]*/?(?:su-kien|events)/([a-z0-9-]+)\.html"', 31,
    ),
    "needs": List(
        ("can-mua-can-ban.html", "can-mua-can-ban/trang/2.html"), ("en/wanted.html", "en/wanted/page/2.html"),
        r'<article class="need need-\w+" id="([a-z0-9-]+)"', 31,
    ),
}  # fmt: skip
NEED = """
    kind: {kind}
    title: {{vi: Tin số {n}, en: Notice {n}}}
    until: 2027-01-{until:02}
    """
EVENT = """
    ---
    name: {{vi: Hội số {n}, en: Fair {n}}}
    summary: {{vi: Một hội để thử., en: A fair for trying.}}
    {dates}
    ---
    Hội.
    """
DATES = (
    "dates: [{{start: 2026-12-{day:02}}}]",
    "dates: [{{start: 2026-10-{day:02}}}]",
    "lunar: {{day: {day}/1 nhuận}}",
)
"""Of an event that is coming, of one that is over, of one in a leap month that no coming year has."""


def event(n: int, of: int) -> str:
    return EVENT.format(n=n, dates=DATES[of].format(day=n))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = found(tmp_path / "xa", goods=30)
    for n in range(1, 31):
        write(root, f"content/producers/to-{n:02}.yaml", f"kind: hợp tác xã\nname: {{vi: Tổ {n}, en: Group {n}}}\n")
        write(root, f"content/events/hoi-{n:02}/index.md", event(n, n % 3))
        kind, until = ("cần bán", 20) if n % 2 else ("cần mua", n)
        write(root, f"content/demand/tin-{n:02}.yaml", NEED.format(kind=kind, n=n, until=until))
    assert build(root).ok
    return root


def on(root: Path, page: str, record: str) -> list[str]:
    """Return the records on a page, in order."""
    return re.findall(record, (root / "output" / page).read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("name", LISTS)
def test_everything_stands_once_on_one_of_the_pages_and_each_leads_to_the_next(root: Path, name: str) -> None:
    known = LISTS[name]
    sitemap = (root / "output/sitemap.xml").read_text("utf-8")
    for first, second in (known.pages, known.english):
        pages = [on(root, page, known.record) for page in (first, second)]
        assert len(pages[0]) == 24 and len({*pages[0], *pages[1]}) == len([*pages[0], *pages[1]]) == known.count
        here, there = ((root / "output" / page).read_text("utf-8") for page in (first, second))
        up = "../" * first.count("/")
        assert f'rel="next" href="{up}{second}"' in here and 'rel="prev"' not in here
        up = "../" * second.count("/")
        assert f'rel="prev" href="{up}{first}"' in there and 'rel="next"' not in there
        for page, text in ((first, here), (second, there)):
            assert f'<link rel="canonical" href="https://muong-mau.example/{page}">' in text
        for tag, page in (("vi", known.pages[1]), ("en", known.english[1])):
            assert f'hreflang="{tag}" href="https://muong-mau.example/{page}"' in there
        titles = [re.findall(r"<title>(.*?)</title>", text)[0] for text in (here, there)]
        assert len(set(titles)) == 2 and ("trang 2" in titles[1] or "page 2" in titles[1])
        assert f"/{first}<" in sitemap and f"/{second}<" not in sitemap
    assert not (root / "output" / known.pages[1].replace("2.html", "3.html")).exists()


def test_events_go_on_in_their_order_over_all_pages(root: Path) -> None:
    known = LISTS["events"]
    shown = [id for page in known.pages for id in on(root, page, known.record)]
    coming = [f"hoi-{n:02}" for n in range(3, 31, 3)]
    over = [f"hoi-{n:02}" for n in range(28, 0, -3)]
    undated = [f"hoi-{n:02}" for n in range(2, 30, 3)]
    assert shown == [*coming, "hoi-mau", *undated, *over]
    first, second = ((root / "output" / page).read_text("utf-8") for page in known.pages)
    said = "Chưa có ngày hội nào sắp tới được ghi."
    assert said in (Path(commune.__file__).parents[2] / "plugins/chophien/i18n/words/vi.toml").read_text("utf-8")
    assert said not in first + second, "the coming ones are on the first page"


def test_each_kind_of_notice_can_be_reached_from_every_page_of_the_board(root: Path) -> None:
    for page in LISTS["needs"].pages:
        text = (root / "output" / page).read_text("utf-8")
        choices = text.partition('class="chips"')[2].partition("</nav>")[0]
        links = re.findall(r'href="(?:\.\./)*([^"]*)#needs_(\w+)"', choices)
        assert links == [("can-mua-can-ban.html", "buy"), ("can-mua-can-ban.html", "sell")]
        # Nobody reads that there is nothing of a kind which begins on another page.
        assert "Hiện không có tin nào" not in text
    for n in range(1, 31, 2):
        write(root, f"content/demand/tin-{n:02}.yaml", NEED.format(kind="cần mua", n=n, until=20))
    write(root, "content/demand/tin-99.yaml", NEED.format(kind="cần bán", n=99, until=20))
    assert build(root).ok
    first, second = ((root / "output" / page).read_text("utf-8") for page in LISTS["needs"].pages)
    assert 'href="can-mua-can-ban/trang/2.html#needs_sell"' in first and 'id="needs_sell"' not in first
    assert 'id="needs_sell"' in second and "Hiện không có tin nào" not in first + second


EDITS = {
    "a producer's name": ("content/producers/to-29.yaml", "kind: hợp tác xã\nname: {vi: Tổ khác, en: Others}\n"),
    "a producer before all": ("content/producers/a-dau.yaml", "kind: hợp tác xã\nname: {vi: Anh Cả, en: First}\n"),
    "a price": ("products/che-mau/product.yaml", product("che-mau", 77_000, photo=True)),
    "an event that gets a date": ("content/events/hoi-02/index.md", event(2, 0)),
    "a need that is now for sale": ("content/demand/tin-02.yaml", NEED.format(kind="cần bán", n=2, until=9)),
}


@pytest.mark.parametrize("edit", EDITS)
def test_pages_of_lists_follow_every_edit(root: Path, tmp_path: Path, edit: str) -> None:
    before = tree(root / "output")
    write(root, *EDITS[edit])
    assert build(root).ok
    assert tree(root / "output") != before
    assert same_as_clean(root, tmp_path / "sach", TODAY)


def test_pages_of_lists_follow_the_day(root: Path, tmp_path: Path) -> None:
    # Some are over, one is on, notices have run out.
    for number, day in enumerate((date(2026, 12, 10), date(2027, 1, 15), date(2027, 2, 1))):
        assert build(root, day).ok
        assert same_as_clean(root, tmp_path / f"sach-{number}", day)
    assert not (root / "output/can-mua-can-ban/trang").exists()
    assert "Hiện không có tin nào." in (root / "output/can-mua-can-ban.html").read_text("utf-8")


def test_a_page_that_is_needed_no_longer_goes(root: Path, tmp_path: Path) -> None:
    for n in range(23, 30):
        shutil.rmtree(root / f"products/che-{n}")
        shutil.rmtree(root / f"content/events/hoi-{n:02}")
        (root / f"content/producers/to-{n:02}.yaml").unlink()
        (root / f"content/demand/tin-{n:02}.yaml").unlink()
    assert build(root).ok
    for known in LISTS.values():
        for page in (known.pages[1], known.english[1]):
            assert not (root / "output" / page).exists()
        assert 'class="pager"' not in (root / "output" / known.pages[0]).read_text("utf-8")
    assert same_as_clean(root, tmp_path / "sach", TODAY)
