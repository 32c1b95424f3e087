"""What a visitor still has where there is no network, and that no copy is ever half old and half new."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import expect

from build import commune
from chophien.cli.server import Server, Turn
from demo.reading import Built

from .conftest import DESKTOP, PHONE, Visit
from .offline_kit import Host, Road, cut, login, missing

Travel = Callable[..., Road]


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a very small commune once."""
    root = commune.found(tmp_path_factory.mktemp("village") / "xa", goods=3)
    commune.write(root, "products/che-1/product.yaml", commune.product("che-1", photo=True))
    commune.write(root, "products/che-1/anh.png", commune.picture(30))
    assert commune.build(root).ok
    return root


@pytest.fixture
def travel(visit: Visit) -> Iterator[Travel]:
    """Give a way to visit the output of a root, which a host of its own serves until the test ends."""
    hosts: list[Host] = []

    def start(root: Path, on: dict[str, Any] = PHONE, **how: Any) -> Road:
        host = Host(root / "output", **how)
        hosts.append(host)
        return Road(visit(host.address.removesuffix("/"), on), host)

    yield start
    for host in hosts:
        host.off()


@pytest.fixture
def road(travel: Travel, village: Path) -> Road:
    """Visit the village, until its worker has settled."""
    begun = travel(village)
    begun.open()
    begun.settle()
    return begun


def test_what_was_seen_opens_without_a_network_and_the_rest_is_answered_by_the_sites_own_page(road: Road) -> None:
    road.open("san-pham/che-mau.html")
    road.settle()
    assert road.shows_pictures()
    assert road.visitor.messages == []
    road.host.off()
    for path, heading in (
        ("", "Một xã nhỏ để thử"), ("san-pham.html", "Sản phẩm"), ("en/places.html", "Places"),
        ("tim-kiem.html?q=che", "Tìm kiếm"), ("san-pham/che-mau.html", "Chè mẫu che-mau"),
    ):  # fmt: skip
        assert road.open(path) == heading
        assert road.sheet()
    assert road.shows_pictures()
    expect(road.page.locator("main .notice").first).to_have_text(re.compile(r"^Bản giữ trong máy lúc \d"))

    assert road.open("hanh-trinh/mot-ngay.html") == "Đang không có mạng"
    assert road.page.url.endswith("hanh-trinh/mot-ngay.html")  # so that trying again is enough
    assert road.sheet()
    assert road.page.locator("a[href^='tel:115']").text_content() == "115 Cấp cứu y tế"
    kept = road.page.locator(".kept a").first
    expect(kept).to_have_text("Chè mẫu che-mau")
    kept.click()
    expect(road.page.locator("h1")).to_have_text("Chè mẫu che-mau")
    assert road.open("en/trips/mot-ngay.html") == "No network here"

    road.host.on()
    assert road.open("hanh-trinh/mot-ngay.html") == "Một ngày ở bản"
    road.settle()
    assert "Bản giữ" not in road.page.locator("body").inner_text()


def test_a_search_whose_index_does_not_come_says_so_and_tries_again(road: Road) -> None:
    road.host.instead["data/tim-kiem-vi.js"] = missing
    road.page.evaluate(f"caches.delete('{road.host.address} {road.core()}')")
    road.open("tim-kiem.html?q=ch")
    expect(road.page.locator("#search-count")).to_have_text("Chưa tải được danh mục tìm kiếm; có mạng thì thử lại.")
    road.host.instead.clear()
    road.page.locator("#query").press("End")
    road.page.keyboard.type("e")
    expect(road.page.locator("#search-found > *").nth(2)).to_be_visible()


def test_search_finds_without_a_network(road: Road) -> None:
    road.host.off()
    road.open("tim-kiem.html?q=che")
    expect(road.page.locator("#search-found > *").nth(2)).to_be_visible()


def test_a_slow_network_is_not_waited_for_where_there_is_a_copy(road: Road) -> None:
    road.host.slow = 8
    assert road.open() == "Một xã nhỏ để thử"
    took = road.page.evaluate("performance.getEntriesByType('navigation')[0].responseStart")
    assert 2500 < took < 7000


CHE = "san-pham/che-mau.html"


@pytest.fixture
def seen(road: Road) -> Road:
    """Have seen one product's page."""
    road.open(CHE)
    road.settle()
    return road


def test_a_network_that_stalls_in_the_middle_of_a_page_is_not_waited_for(seen: Road, village: Path) -> None:
    seen.host.instead[CHE] = cut((village / "output" / CHE).read_bytes(), 12)
    begun = monotonic()
    seen.page.goto(seen.host.address + CHE, wait_until="domcontentloaded")
    assert monotonic() - begun < 7
    expect(seen.page.locator("main .notice").first).to_have_text(re.compile("^Bản giữ trong máy lúc "))


@pytest.mark.parametrize("spoil", ["cut", "login", "full"])
def test_nothing_worse_replaces_a_copy(seen: Road, village: Path, spoil: str) -> None:
    if spoil == "full":
        session = seen.visitor.context.new_cdp_session(seen.page)
        session.send("Storage.overrideQuotaForOrigin", {"origin": seen.host.root, "quotaSize": 1000})
    else:
        answer = login if spoil == "login" else cut((village / "output" / CHE).read_bytes())
        seen.host.instead[CHE] = answer
    seen.page.goto(seen.host.address + CHE)
    seen.page.wait_for_timeout(500)
    seen.host.off()
    assert seen.open(CHE) == "Chè mẫu che-mau"
    assert seen.page.locator(".footer").count() == 1


def test_a_login_in_place_of_a_style_is_not_kept(seen: Road, travel: Travel, growing: Path) -> None:
    road = travel(growing)
    road.open()
    road.settle()
    _next(growing)
    page = (growing / "output/san-pham/che-1.html").read_text("utf-8")
    (sheet,) = re.findall(r"tinh/chophien-\w+\.css", page)
    road.host.instead[sheet] = login
    road.page.goto(f"{road.host.address}san-pham/che-1.html")
    road.page.wait_for_timeout(500)
    assert sheet not in road.kept("files")
    del road.host.instead[sheet]
    road.open("san-pham/che-1.html")
    assert road.sheet() == sheet


def test_a_host_that_is_being_mended_takes_no_page_away_that_every_visitor_gets(road: Road) -> None:
    for path in ("index.html", "san-pham.html", "ngoai-mang.html"):
        road.host.instead[path] = missing
        road.page.goto(road.host.address + path)
    road.page.wait_for_timeout(500)
    road.host.off()
    for path, heading in (("", "Một xã nhỏ để thử"), ("san-pham.html", "Sản phẩm"), ("xyz.html", "Đang không có mạng")):
        assert road.open(path) == heading


def test_a_copy_says_its_date_though_the_worker_was_stopped(seen: Road) -> None:
    session = seen.visitor.context.new_cdp_session(seen.page)
    session.send("ServiceWorker.enable")
    seen.host.off()
    seen.page.goto(seen.host.address + CHE, wait_until="commit")
    session.send("ServiceWorker.stopAllWorkers")
    expect(seen.page.locator("main .notice").first).to_have_text(re.compile("^Bản giữ trong máy lúc "))


def test_a_link_in_a_text_to_a_file_elsewhere_keeps_no_page_from_being_kept(road: Road, village: Path) -> None:
    page = (village / "output" / CHE).read_text("utf-8")
    link = '<a href="https://caobang.example/tinh/ban-do.png">Bản đồ</a> tinh/khac-12345678.png'
    changed = page.replace("</main>", f"<p>{link}</p></main>").encode()
    road.host.instead[CHE] = lambda asked: asked.answer(changed, "text/html")
    road.open(CHE)
    road.settle()
    assert CHE in road.kept("pages")


def test_feeds_data_and_staff_pages_are_never_kept(road: Road) -> None:
    for path in ("feeds/index.html", "listings/index.html"):
        road.page.goto(road.host.address + path)
    road.open("san-pham.html")
    assert road.page.evaluate("fetch('data/catalog.json').then(r => r.ok)")
    road.settle()
    kept = [path for name in road.caches() for path in road.kept(name)]
    assert [path for path in kept if path.startswith(("feeds/", "listings/", "kits/", "data/catalog"))] == []


def test_without_a_network_a_page_for_staff_is_stood_for_by_the_page_that_says_so(road: Road) -> None:
    road.page.goto(road.host.address + "feeds/index.html")
    before = road.page.locator("h1").inner_text()
    road.host.off()
    road.page.goto(road.host.address + "feeds/index.html")
    expect(road.page.locator("h1")).to_have_text("Đang không có mạng")
    assert before != "Đang không có mạng"
    # Links and styles are those of a page at the site's root, though this address is one folder below.
    assert road.page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length > 9)") == [True]
    assert road.page.locator(".masthead a").first.evaluate("link => link.href").startswith(road.host.address)


def test_only_the_newest_pages_stay_and_a_page_taken_down_goes(travel: Travel, village: Path) -> None:
    assert "PAGES = 60" in (village / "output/sw.js").read_text("utf-8")
    road = travel(village, worker=lambda script: script.replace("PAGES = 60", "PAGES = 2"))
    for path in ("", "san-pham/che-mau.html", "san-pham/che-1.html", "san-pham/che-2.html"):
        road.open(path)
        road.settle()
    count = f"caches.open('{road.host.address} pages').then(c => c.keys()).then(k => k.length === "
    road.wait(f"{count}2)")
    assert road.kept("pages") == ["san-pham/che-1.html", "san-pham/che-2.html"]
    away = village / "output/san-pham/che-1.html"
    page = away.read_bytes()
    away.unlink()
    try:
        road.page.goto(f"{road.host.address}san-pham/che-1.html")
        road.wait(f"{count}1)")
    finally:
        away.write_bytes(page)


@pytest.fixture
def growing(tmp_path: Path) -> Path:
    """Build a commune that a test may change."""
    root = commune.found(tmp_path / "xa", goods=3)
    assert commune.build(root).ok
    return root


def _next(root: Path) -> None:
    """Change a price and the styles."""
    commune.write(root, "products/che-1/product.yaml", commune.product("che-1", 77_000))
    commune.write(root, "theme/static/css/rieng.css", ".rieng { color: red; }\n")
    assert commune.build(root).ok


WAITING = "navigator.serviceWorker.ready.then(r => r.waiting)"


def test_a_new_build_is_there_at_once_and_old_copies_keep_their_own_styles(travel: Travel, growing: Path) -> None:
    road = travel(growing)
    for path in ("", "san-pham/che-1.html", "san-pham/che-2.html"):
        road.open(path)
        road.settle()
    old, old_core = road.sheet(), road.core()
    _next(growing)
    road.open("san-pham/che-1.html")  # the folder was switched below the running server
    assert "77.000" in road.page.locator("main").inner_text()
    new = road.sheet()
    assert new != old
    road.wait(WAITING)
    road.leave()
    road.open("san-pham/che-1.html")
    road.settle()
    assert road.core() != old_core
    assert road.visitor.messages == []

    road.host.off()
    assert road.open() == "Một xã nhỏ để thử"
    assert road.sheet() == new
    assert road.open("san-pham/che-2.html") == "Chè mẫu che-2"
    assert road.sheet() == old


def test_only_what_changed_is_fetched_again(travel: Travel, growing: Path) -> None:
    road = travel(growing)
    road.open()
    road.settle()
    commune.write(growing, "products/che-1/product.yaml", commune.product("che-1", 77_000))
    assert commune.build(growing).ok
    road.host.asked.clear()
    before = road.core()
    road.open("lien-he.html")
    road.wait(WAITING)
    assert sum(name.startswith("core ") for name in road.caches()) == 2
    assert before in road.caches()
    asked = set(road.host.asked)
    assert {"index.html", "san-pham.html", "en/products.html"} <= asked
    assert not {"dia-diem.html", "en/events.html", "ngoai-mang.html", "tim-kiem.html"} & asked


def test_a_cache_on_the_way_that_still_has_the_old_page_does_not_get_into_a_generation(
    travel: Travel, growing: Path
) -> None:
    road = travel(growing)
    road.open()
    road.settle()
    old = (growing / "output/san-pham.html").read_bytes()
    _next(growing)
    road.host.instead["san-pham.html"] = lambda asked: asked.answer(old, "text/html")
    road.host.instead_of_marked = False
    road.open("dia-diem.html")
    road.wait(WAITING)
    road.leave()
    road.open("dia-diem.html")
    road.settle()
    road.host.off()
    road.open("san-pham.html")
    assert "77.000" in road.page.locator("main").inner_text()


def test_a_commune_below_another_ones_address_counts_its_own_first_visit(travel: Travel, village: Path) -> None:
    road = travel(village, below="")
    road.open()
    road.settle()
    road.page.goto("about:blank")
    below = Road(road.visitor, road.host)
    road.host.below = "/xa-b"
    road.host.address += "xa-b/"
    below.open(CHE)
    below.wait(f"caches.open('{road.host.address} pages').then(c => c.keys()).then(k => k.length === 1)")


def test_a_second_window_keeps_its_worker_until_it_is_closed(travel: Travel, growing: Path) -> None:
    road = travel(growing)
    road.open()
    road.settle()
    second = road.another()
    second.open("san-pham.html")
    second.settle()
    _next(growing)
    second.open("san-pham.html")
    second.wait(WAITING)
    assert sum(name.startswith("core ") for name in second.caches()) == 2
    assert second.sheet()
    second.page.close()
    assert road.open("dia-diem.html") == "Địa điểm"
    road.wait(WAITING)
    road.leave()
    assert road.open("dia-diem.html") == "Địa điểm"
    road.settle()
    assert road.core()


def test_the_whole_commune_kept_for_the_road_opens_with_its_small_pictures(road: Road) -> None:
    road.press("begin")
    said = re.fullmatch(r"Khoảng ([\d,.]+) (kB|MB): chữ và ảnh nhỏ của cả (\d+) trang\.", road.note("Khoảng"))
    assert said
    road.press("go")
    assert f"Đã giữ {said[3]} trang" in road.note("Đã giữ")
    assert road.visitor.messages == []
    road.host.off()
    assert road.open("dia-diem/ban-mau.html") == "Bản Mẫu"
    assert road.sheet()
    assert road.open("san-pham/che-1.html") == "Chè mẫu che-1"
    assert road.shows_pictures()
    assert road.page.evaluate("document.querySelector('main img').currentSrc").endswith(".webp")
    assert road.open("en/stays/nha-mau.html") == "No network here"  # one language was asked for

    road.host.on()
    road.open("ngoai-mang.html")
    road.press("drop")
    road.wait("caches.keys().then(names => !names.some(n => n.includes(' road ')))")


def test_pages_that_are_gone_and_logins_are_not_counted_as_kept(road: Road, village: Path) -> None:
    small = [path.relative_to(village / "output").as_posix() for path in (village / "output/anh").glob("*-400.webp")]
    for path in (CHE, "san-pham/che-2.html"):
        road.host.instead[path] = missing
    road.press("begin")
    said = re.search(r"cả (\d+) trang", road.note("Khoảng"))
    assert said and not any(name.startswith("road ") for name in road.caches())  # asking how much is not beginning
    road.press("go")
    assert f"Đã giữ {int(said[1]) - 2} trang" in road.note("Đã giữ")
    assert len([path for path in road.kept("road vi") if path.endswith(".html")]) == int(said[1]) - 2
    assert small and set(small) <= set(road.kept("road vi"))


def test_a_saving_broken_off_goes_on_where_it_stopped(road: Road) -> None:
    road.host.slow = 0.15
    road.press("begin")
    road.press("go")
    road.wait("document.querySelector('progress').value > 4")
    road.host.off()
    road.note("Đang không có mạng.")
    have = set(road.kept("road vi"))
    assert have
    road.host.on()
    road.press("begin")
    road.press("go")
    road.note("Đã giữ")
    asked = {path for path in road.host.asked if path.endswith(".html")}
    assert asked and not have & asked


def test_saving_can_be_stopped(travel: Travel, village: Path) -> None:
    road = travel(village)
    road.open("dia-diem.html")
    road.settle()
    road.host.slow = 0.15
    road.press("begin")
    road.press("go")
    road.wait("document.querySelector('progress').value > 2")
    road.press("stop")
    road.note("Mới giữ được một phần, phần ấy đã xem được.")


def test_a_full_device_is_told(road: Road) -> None:
    session = road.visitor.context.new_cdp_session(road.page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": road.host.root, "quotaSize": 1000})
    road.press("begin")
    road.press("go")
    road.note("Máy hết chỗ")


STORED = """(async () => {
  let sum = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const each of await cache.matchAll()) sum += (await each.blob()).size;
  }
  return sum;
})()"""


def test_a_first_visit_to_the_demo_stores_little(travel: Travel, demo: Built) -> None:
    road = travel(demo.root, on=DESKTOP)
    road.open()
    road.settle()
    road.wait(f"caches.open('{road.host.address} pictures').then(c => c.keys()).then(k => k.length > 2)")
    assert 200_000 < road.page.evaluate(STORED) <= 1 << 20
    assert road.visitor.messages == []
    road.host.off()
    for path, heading in (
        ("san-pham.html", "Sản phẩm"), ("hoi-mua.html", "Danh sách hỏi mua"), ("lien-he.html", "Liên hệ"),
        ("en/ask.html", "Enquiry list"),
    ):  # fmt: skip
        assert road.open(path) == heading
    road.open("tim-kiem.html?q=dao")
    expect(road.page.locator("#search-found > *").nth(2)).to_be_visible()
    core = {path.removeprefix("zh/") for path in road.kept(road.core()) if path.startswith("zh/")}
    road.open("zh/offline.html")
    always = road.page.locator("[data-always] a[href]")
    every = road.page.locator("[data-always] a").count()
    expect(always).not_to_have_count(every)
    # What is not kept stands in its place all the same: nothing has moved.
    expect(road.page.locator("[data-always] a:visible")).to_have_count(every)
    assert set(always.evaluate_all("all => all.map(one => one.getAttribute('href').replace('../zh/', ''))")) <= core


def test_chromium_finds_the_site_installable(road: Road) -> None:
    session = road.visitor.context.new_cdp_session(road.page)
    for path, name in (("", "Mường Mẫu"), ("en/", "Muong Mau")):
        road.open(path)
        road.settle()
        found = session.send("Page.getAppManifest")
        assert found["errors"] == []
        assert f'"{name}"' in found["data"]
        problems = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert [p["errorId"] for p in problems if p["errorId"] != "in-incognito"] == []


def test_the_preview_takes_a_published_worker_away(travel: Travel, village: Path) -> None:
    road = travel(village, below="")
    road.open()
    road.settle()
    road.host.off()
    live = Turn()
    with Server(village / "output", road.host.port, live) as preview:
        assert preview.server_port == road.host.port
        thread = threading.Thread(target=preview.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            road.open()
            road.wait("navigator.serviceWorker.getRegistrations().then(all => !all.length)")
            road.wait("caches.keys().then(names => !names.length)")
            road.open("dia-diem.html")
            assert road.page.evaluate("navigator.serviceWorker.controller") is None
            assert not road.page.locator(".road").is_visible()
        finally:
            live.end()
            preview.shutdown()
            thread.join()
