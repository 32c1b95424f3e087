"""The preview server: types, refusals, the reload of a page after a build."""

from __future__ import annotations

import http.client
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from chophien.cli.server import HOST, LIVE, SCRIPT, Server, Turn, content_type, file_for, folder_for, with_script

PAGE = "<!doctype html><title>x</title><body>Chợ</body>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    for name in ("index.html", "404.html", "en/index.html", "a.webmanifest", ".well-known/x.txt", ".secret/x.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE, "utf-8")
    (tmp_path / "outside.html").write_text("outside", "utf-8")
    return folder


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    with Server(site, 0, Turn()) as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield made
        assert made.live
        made.live.end()
        made.shutdown()
        thread.join()


def get(server: Server, path: str, method: str = "GET", host: str = "") -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=5)
    connection.request(method, path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    found = answer.status, answer.headers["Content-Type"], answer.read()
    connection.close()
    return found


def test_pages_come_with_the_reload_script_and_files_stay_as_they_are(server: Server, site: Path) -> None:
    status, kind, body = get(server, "/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert f'<script src="{SCRIPT}" defer></script></body>' in body.decode()
    assert SCRIPT not in (site / "index.html").read_text("utf-8")
    assert get(server, "/a.webmanifest")[1:] == ("application/manifest+json; charset=utf-8", PAGE.encode())
    assert get(server, SCRIPT)[1] == "text/javascript; charset=utf-8"


def test_the_preview_hands_out_a_worker_that_takes_itself_away(server: Server, site: Path) -> None:
    (site / "sw.js").write_text("const SITE = {};", "utf-8")
    status, kind, body = get(server, "/sw.js")
    assert (status, kind) == (200, "text/javascript; charset=utf-8")
    assert b"unregister" in body
    with Server(site, 0, None) as published:
        thread = threading.Thread(target=published.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        assert get(published, "/sw.js")[2] == b"const SITE = {};"
        published.shutdown()
        thread.join()


def test_a_missing_page_shows_the_sites_own(server: Server) -> None:
    status, kind, body = get(server, "/khong-co.html")
    assert (status, kind) == (404, "text/html; charset=utf-8")
    assert "Chợ" in body.decode()


def test_what_a_missing_page_shows_comes_from_this_server(site: Path) -> None:
    away = '<link rel="stylesheet" href="https://xa.example/cho/tinh/a.css"><a href="https://xa.example/cho/">'
    within = '<a href="/cho/tin.html">'
    (site / "404.html").write_text(away + within, "utf-8")
    (site / "index.html").write_text(away, "utf-8")
    with Server(site, 0, None, lambda: "https://xa.example/cho") as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        here = away.replace("https://xa.example/cho/", made.address) + '<a href="/tin.html">'
        assert get(made, "/khong/co.html") == (404, "text/html; charset=utf-8", here.encode())
        named = get(made, "/khong-co", host=f"localhost:{made.server_port}")[2]
        assert named == here.replace("127.0.0.1", "localhost").encode()
        assert get(made, "/")[2] == away.encode()  # only there
        made.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "location"), [("/en", "/en/"), ("/en?x=1", "/en/?x=1"), ("//en", "/en/"), ("/%65n", "/%65n/")]
)
def test_a_folder_without_its_slash_is_sent_on(server: Server, path: str, location: str) -> None:
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=5)
    connection.request("GET", path)
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, location)
    connection.close()


@pytest.mark.parametrize("path", ["/khong-co", "/.secret", "/index.html", "//en.example/..", "/en/.."])
def test_nothing_else_is_sent_on(site: Path, path: str) -> None:
    assert folder_for(site, path) is None


def test_a_head_request_has_no_body(server: Server) -> None:
    assert get(server, "/", method="HEAD") == (200, "text/html; charset=utf-8", b"")


def test_a_name_pointed_at_this_machine_is_refused(server: Server) -> None:
    assert get(server, "/", host="evil.example")[0] == 421
    assert get(server, "/", host=f"localhost:{server.server_port}")[0] == 200


def test_only_this_machine_is_served(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.html", "/%2e%2e/outside.html", "/en/../../outside.html", "/..%2foutside.html",
        "/..%5coutside.html", "/.secret/x.html", "/%2esecret/x.html", "/link.html", "/linked/outside.html",
        "/en", "/a%00.html", "/C:/x", "/%ff.html", "//" + "etc/passwd", "////etc/passwd",
    ],
)  # fmt: skip
def test_nothing_outside_or_hidden_is_served(site: Path, path: str) -> None:
    (site / "link.html").symlink_to(site.parent / "outside.html")
    (site / "linked").symlink_to(site.parent)
    assert file_for(site, path) is None


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/index.html?x=1", "index.html"),
        ("/en/", "en/index.html"),
        ("/%65n/index.html", "en/index.html"),
        ("/.well-known/x.txt", ".well-known/x.txt"),
    ],
)
def test_files_of_the_site_are_found(site: Path, path: str, file: str) -> None:
    assert file_for(site, path) == site / file


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.geojson", "application/geo+json; charset=utf-8"),
        ("a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.JPG", "image/jpeg"),
        ("a.webp", "image/webp"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_types_are_right_whatever_the_system_thinks(name: str, kind: str) -> None:
    assert content_type(Path(name)) == kind


def test_a_page_without_a_body_tag_gets_the_script_too() -> None:
    assert with_script(b"<p>x").startswith(b"<p>x<script ")


def test_a_waiting_page_hears_of_the_next_build(server: Server) -> None:
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=5)
    connection.request("GET", LIVE)
    answer = connection.getresponse()
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    assert answer.readline() == b"data: 1\n"
    assert answer.readline() == b"\n"
    assert server.live
    server.live.next()
    assert answer.readline() == b"data: 2\n"
    connection.close()


def test_the_next_free_port_is_taken(site: Path, server: Server) -> None:
    with Server(site, server.server_port, None) as second:
        assert second.server_port > server.server_port


def test_a_plain_server_adds_nothing(site: Path) -> None:
    with Server(site, 0, None) as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        assert get(made, "/") == (200, "text/html; charset=utf-8", PAGE.encode())
        assert get(made, LIVE)[0] == 404
        made.shutdown()
        thread.join()


def test_a_site_switched_under_the_server_is_served(server: Server, site: Path) -> None:
    new = site.with_name("next")
    new.mkdir()
    (new / "index.html").write_text("new", "utf-8")
    os.rename(site, site.with_name("old"))
    os.rename(new, site)
    assert get(server, "/")[2].startswith(b"new")
