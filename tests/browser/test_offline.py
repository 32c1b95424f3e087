"""What a visitor still has where there is no network, and that no copy is ever half old and half new."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from build import commune
from chophien.cli.server import Server, Turn
from demo.reading import Built

from .offline_kit import Host, Phone, phone


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a very small commune once."""
    root = commune.found(tmp_path_factory.mktemp("village") / "xa", goods=3)
    commune.write(root, "products/che-1/product.yaml", commune.product("che-1", photo=True))
    commune.write(root, "products/che-1/anh.png", commune.picture(30))
    assert commune.build(root).ok
    return root


@pytest.fixture
def road(chromium: str, village: Path, tmp_path: Path) -> Iterator[Phone]:
    with phone(chromium, Host(village / "output"), tmp_path / "profile") as opened:
        yield opened


def test_what_was_seen_opens_without_a_network_and_the_rest_is_answered_by_the_sites_own_page(road: Phone) -> None:
    road.open()
    road.settle()
    road.open("san-pham/che-mau.html")
    road.settle()
    assert road.pictures_shown()
    assert road.complaints() == []
    road.host.off()
    assert road.open() == "Một xã nhỏ để thử"
    assert road.styled()
    for path, heading in (
        ("san-pham.html", "Sản phẩm"), ("en/places.html", "Places"), ("tim-kiem.html?q=che", "Tìm kiếm"),
        ("san-pham/che-mau.html", "Chè mẫu che-mau"),
    ):  # fmt: skip
        assert road.open(path) == heading
        assert road.styled(), path
    assert road.pictures_shown()
    road.wait("/^Bản giữ trong máy lúc \\d/.test(document.querySelector('main .notice')?.textContent)")

    assert road.open("hanh-trinh/mot-ngay.html") == "Đang không có mạng"
    assert road.js("return location.pathname").endswith("hanh-trinh/mot-ngay.html")  # so that trying again is enough
    assert road.styled()
    road.wait("document.querySelector('.kept').children.length")
    assert road.js("return [...document.querySelectorAll('.kept a')].map(a => a.textContent)")[0] == "Chè mẫu che-mau"
    assert road.js("return document.querySelector('a[href^=\"tel:115\"]').textContent") == "115 cấp cứu"
    road.js("document.querySelector('.kept a').click()")
    road.wait("document.querySelector('h1')?.textContent.includes('Chè mẫu')")
    assert road.open("en/trips/mot-ngay.html") == "No network here"

    road.host.on()
    assert road.open("hanh-trinh/mot-ngay.html") == "Một ngày ở bản"
    road.settle()
    assert "Bản giữ" not in road.js("return document.body.textContent")


def test_search_finds_without_a_network(road: Phone) -> None:
    road.open()
    road.settle()
    road.host.off()
    road.open("tim-kiem.html?q=che")
    road.wait("document.querySelector('#search-found').children.length >= 3")


def test_a_slow_network_is_not_waited_for_where_there_is_a_copy(road: Phone) -> None:
    road.open("san-pham/che-mau.html")
    road.settle()
    assert road.host.server is not None
    road.host.server.slow = 8
    assert road.open("san-pham/che-mau.html") == "Chè mẫu che-mau"
    took = road.js("return performance.getEntriesByType('navigation')[0].responseStart")
    assert 2500 < took < 7000


def test_feeds_data_and_staff_pages_are_never_kept(road: Phone) -> None:
    road.open()
    road.settle()
    for path in ("feeds/index.html", "listings/index.html"):
        road.open(path)
    road.open("san-pham.html")
    road.wait("fetch('data/catalog.json').then(r => r.ok)")
    road.settle()
    kept = [path for name in road.caches() for path in road.kept(name)]
    assert [path for path in kept if path.startswith(("feeds/", "listings/", "kits/", "data/catalog"))] == []


def test_only_the_newest_pages_stay_and_a_page_taken_down_goes(chromium: str, village: Path, tmp_path: Path) -> None:
    host = Host(village / "output")
    host.off()
    host.worker = lambda script: script.replace("PAGES = 60", "PAGES = 2")
    assert "PAGES = 60" in (village / "output/sw.js").read_text("utf-8")
    host.on()
    with phone(chromium, host, tmp_path / "profile") as road:
        road.open()
        road.settle()
        for id in ("che-mau", "che-1", "che-2"):
            road.open(f"san-pham/{id}.html")
            road.settle()
        road.wait(f"caches.open({host.address!r} + ' pages').then(c => c.keys()).then(k => k.length === 2)")
        assert road.kept("pages") == ["san-pham/che-1.html", "san-pham/che-2.html"]
        away = village / "output/san-pham/che-1.html"
        page = away.read_bytes()
        away.unlink()
        try:
            road.open("san-pham/che-1.html")
            road.wait(f"caches.open({host.address!r} + ' pages').then(c => c.keys()).then(k => k.length === 1)")
        finally:
            away.write_bytes(page)


def _generations(tmp_path: Path) -> tuple[Path, str]:
    """Build a commune, and return its root and the name of its stylesheet."""
    root = commune.found(tmp_path / "xa", goods=3)
    assert commune.build(root).ok
    return root, _sheet(root)


def _sheet(root: Path) -> str:
    found = re.search(r"tinh/chophien-\w+\.css", (root / "output/index.html").read_text("utf-8"))
    assert found
    return found[0]


def _next(root: Path) -> str:
    """Change a price and the styles."""
    commune.write(root, "products/che-1/product.yaml", commune.product("che-1", 77_000))
    commune.write(root, "theme/static/css/rieng.css", ".rieng { color: red; }\n")
    assert commune.build(root).ok
    return _sheet(root)


def _core(road: Phone) -> str:
    """Return the one cache of a generation."""
    (found,) = [name for name in road.caches() if name.startswith("core ")]
    return found


def test_a_new_build_is_there_at_once_and_old_copies_keep_their_own_styles(chromium: str, tmp_path: Path) -> None:
    root, old = _generations(tmp_path)
    with phone(chromium, Host(root / "output"), tmp_path / "profile") as road:
        road.open()
        road.settle()
        for id in ("che-1", "che-2"):
            road.open(f"san-pham/{id}.html")
            road.settle()
        old_core = _core(road)
        new = _next(root)
        assert new != old
        road.open("san-pham/che-1.html")  # the folder was switched below the running server
        assert "77.000" in road.js("return document.body.textContent")
        assert new in road.js("return document.querySelector('link[rel=stylesheet]').href")
        assert road.styled()
        road.wait("navigator.serviceWorker.ready.then(r => r.waiting)")
        assert road.complaints() == []
        road.leave()
        road.open("san-pham/che-1.html")
        road.wait(f"caches.keys().then(names => !names.some(n => n.endsWith({old_core!r})))")
        road.settle()
        assert _core(road) != old_core
        assert road.complaints() == []

        road.host.off()
        assert road.open() == "Một xã nhỏ để thử"
        assert new in road.js("return document.querySelector('link[rel=stylesheet]').href")
        assert road.styled()
        assert road.open("san-pham/che-2.html") == "Chè mẫu che-2"
        assert old in road.js("return document.querySelector('link[rel=stylesheet]').href")
        assert road.styled()


def test_only_what_changed_is_fetched_again(chromium: str, tmp_path: Path) -> None:
    root, _ = _generations(tmp_path)
    with phone(chromium, Host(root / "output"), tmp_path / "profile") as road:
        road.open()
        road.settle()
        commune.write(root, "products/che-1/product.yaml", commune.product("che-1", 77_000))
        assert commune.build(root).ok
        road.host.asked.clear()
        before = _core(road)
        road.open("lien-he.html")
        road.wait("navigator.serviceWorker.ready.then(r => r.waiting)")
        assert sum(name.startswith("core ") for name in road.caches()) == 2
        assert before in road.caches()
        asked = set(road.host.asked)
        assert {"index.html", "san-pham.html", "en/products.html"} <= asked
        assert not {"dia-diem.html", "en/events.html", "ngoai-mang.html", "tim-kiem.html"} & asked


def test_a_second_window_keeps_its_worker_until_it_is_closed(chromium: str, tmp_path: Path) -> None:
    root, _ = _generations(tmp_path)
    with phone(chromium, Host(root / "output"), tmp_path / "profile") as road:
        road.open()
        road.settle()
        first = road.driver.current_window_handle
        road.driver.switch_to.new_window("tab")
        road.open("san-pham.html")
        road.settle()
        _next(root)
        road.open("san-pham.html")
        road.wait("navigator.serviceWorker.ready.then(r => r.waiting)")
        assert sum(name.startswith("core ") for name in road.caches()) == 2
        assert road.styled()
        road.driver.close()
        road.driver.switch_to.window(first)
        road.driver.execute_cdp_cmd("Page.bringToFront", {})
        assert road.open("dia-diem.html") == "Địa điểm"
        road.leave()
        road.open("dia-diem.html")
        road.wait("caches.keys().then(names => names.filter(n => n.includes(' core ')).length === 1)")


def _press(road: Phone, part: str) -> None:
    road.wait(f"!document.querySelector('.road').hidden && !document.querySelector('[data-part={part}]').hidden")
    road.js(f"document.querySelector('[data-part={part}]').click()")


def _note(road: Phone) -> str:
    return str(road.js("return document.querySelector('[data-part=note]').textContent")).replace("\xa0", " ")


def test_the_whole_commune_kept_for_the_road_opens_with_its_small_pictures(road: Phone) -> None:
    road.open()
    road.settle()
    _press(road, "begin")
    road.wait("!document.querySelector('[data-part=go]').hidden")
    said = re.fullmatch(r"Khoảng ([\d,.]+) (kB|MB): chữ và ảnh nhỏ của cả (\d+) trang\.", _note(road))
    assert said
    _press(road, "go")
    road.wait("/^Đã giữ/.test(document.querySelector('[data-part=note]').textContent)", 60)
    assert f"Đã giữ {said[3]} trang" in _note(road)
    assert road.complaints() == []
    road.host.off()
    assert road.open("dia-diem/ban-mau.html") == "Bản Mẫu"
    assert road.styled()
    assert road.open("san-pham/che-1.html") == "Chè mẫu che-1"
    assert road.pictures_shown()
    assert road.js("return document.querySelector('main img').currentSrc").endswith(".webp")
    assert road.open("en/stays/nha-mau.html") == "No network here"  # one language was asked for

    road.host.on()
    road.open("ngoai-mang.html")
    _press(road, "drop")
    road.wait("caches.keys().then(names => !names.some(n => n.includes(' road ')))")


def test_a_saving_broken_off_goes_on_where_it_stopped(road: Phone) -> None:
    road.open()
    road.settle()
    assert road.host.server is not None
    road.host.server.slow = 0.15
    _press(road, "begin")
    _press(road, "go")
    road.wait("document.querySelector('progress').value > 4")
    road.host.off()
    road.wait("!document.querySelector('[data-part=begin]').hidden")
    assert _note(road).startswith("Đang không có mạng.")
    have = set(road.kept("road vi"))
    assert have
    road.host.on()
    _press(road, "begin")
    _press(road, "go")
    road.wait("/^Đã giữ/.test(document.querySelector('[data-part=note]').textContent)", 60)
    assert not have & {path for path in road.host.asked if path.endswith(".html")}


def test_saving_can_be_stopped(road: Phone) -> None:
    road.open("dia-diem.html")
    road.settle()
    assert road.host.server is not None
    road.host.server.slow = 0.15
    _press(road, "begin")
    _press(road, "go")
    road.wait("document.querySelector('progress').value > 2")
    _press(road, "stop")
    road.wait("!document.querySelector('[data-part=begin]').hidden")
    assert _note(road) == "Mới giữ được một phần, phần ấy đã xem được."


def test_a_full_device_is_told(road: Phone) -> None:
    road.open()
    road.settle()
    road.driver.execute_cdp_cmd("Storage.overrideQuotaForOrigin", {
        "origin": road.host.address.removesuffix(road.host.below + "/"), "quotaSize": 1000,
    })  # fmt: skip
    _press(road, "begin")
    _press(road, "go")
    road.wait("/^Máy hết chỗ/.test(document.querySelector('[data-part=note]').textContent)")


def test_a_first_visit_to_the_demo_stores_little(chromium: str, demo: Built, tmp_path: Path) -> None:
    with phone(chromium, Host(demo.output), tmp_path / "profile", width=1280) as road:
        road.open()
        road.settle()
        road.wait(f"caches.open({road.host.address!r} + ' pictures').then(c => c.keys()).then(k => k.length > 2)")
        bytes_ = road.wait("""(async () => {
            let sum = 0;
            for (const name of await caches.keys()) {
              const cache = await caches.open(name);
              for (const each of await cache.matchAll()) sum += (await each.blob()).size;
            }
            return sum;
        })()""")
        assert 200_000 < bytes_ <= 1 << 20
        assert road.complaints() == []
        road.host.off()
        assert road.open("san-pham.html") == "Sản phẩm"


def test_chromium_finds_the_site_installable(chromium: str, village: Path, tmp_path: Path) -> None:
    with phone(chromium, Host(village / "output"), tmp_path / "profile") as road:
        for path, name in (("", "Mường Mẫu"), ("en/", "Muong Mau")):
            road.open(path)
            road.settle()
            found = road.driver.execute_cdp_cmd("Page.getAppManifest", {})
            assert found["errors"] == []
            assert f'"{name}"' in found["data"]
            problems = road.driver.execute_cdp_cmd("Page.getInstallabilityErrors", {})["installabilityErrors"]
            assert [p["errorId"] for p in problems if p["errorId"] != "in-incognito"] == []


def test_the_preview_takes_a_published_worker_away(chromium: str, village: Path, tmp_path: Path) -> None:
    host = Host(village / "output", below="")
    with phone(chromium, host, tmp_path / "profile") as road:
        road.open()
        road.settle()
        port = host.port
        host.off()
        live = Turn()
        with Server(village / "output", port, live) as preview:
            assert preview.server_port == port
            thread = threading.Thread(target=preview.serve_forever, kwargs={"poll_interval": 0.02})
            thread.start()
            try:
                road.open()
                road.wait("navigator.serviceWorker.getRegistrations().then(all => !all.length)")
                road.wait("caches.keys().then(names => !names.length)")
                road.open("dia-diem.html")
                assert road.js("return navigator.serviceWorker.controller") is None
                assert road.js("return document.querySelector('.road').hidden")
            finally:
                live.end()
                preview.shutdown()
                thread.join()
