"""What makes the site an application: manifest and service worker."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from chophien import assets
from chophien.assets.manifest import short_name
from chophien.model import Commune, Palette, Site
from chophien.model.records import Owner

THEME = Path(__file__).parents[2] / "theme"
ICONS = {key: f"tinh/{key}.png" for key in ("icon", "icon-192", "icon-512", "maskable-192", "maskable-512")}
SITE = Site(
    commune=Commune(
        name={"vi": "Quảng Uyên", "en": "Quang Uyen"},
        province={"vi": "Cao Bằng"},
        site_url="https://chung.example/cho/quang-uyen",
        site_name={"vi": "Chợ phiên Quảng Uyên", "en": "Quang Uyen Market"},
        tagline={"vi": "Một phiên chợ", "en": "A market"},
        owner=Owner(name={"vi": "Ủy ban nhân dân xã"}),
        palette=Palette(ink="#ffff00"),
    ),
    languages=("vi", "en"),
)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Quảng Uyên", "Quảng Uyên"),
        ("Phước Chánh Hạ", "Phước Chánh"),
        ("Đồng Văn Thượng Hạ", "Đồng Văn"),
        ("Krông Pa", "Krông Pa"),
        ("Nguyễntrường", "Nguyễntrường"),
        ("Mườngtrườngxa", "Mườngtrườngx"),
        ("Mười hai ký tự", "Mười hai ký"),
    ],
)
def test_a_name_below_an_icon_is_cut_between_words(name: str, short: str) -> None:
    assert short_name(name) == short
    assert len(short) <= 12


def test_a_manifest_says_all_that_installing_asks_for() -> None:
    found = json.loads(assets.manifest(SITE, "vi", ICONS, ""))
    assert (found["name"], found["short_name"], found["lang"]) == ("Chợ phiên Quảng Uyên", "Quảng Uyên", "vi")
    assert (found["start_url"], found["scope"], found["display"]) == ("./", "./", "standalone")
    assert {(icon["sizes"], icon.get("purpose")) for icon in found["icons"]} == {
        ("any", None), ("192x192", "any"), ("512x512", "any"), ("192x192", "maskable"), ("512x512", "maskable"),
    }  # fmt: skip
    assert "prefer_related_applications" not in found
    for colour in ("theme_color", "background_color"):
        assert re.fullmatch("#[0-9a-f]{6}", found[colour])
    assert found["theme_color"] != "#ffff00"  # white letters of the system must be read on it


def test_addresses_of_a_manifest_hold_below_any_path_and_no_two_communes_share_an_identity() -> None:
    text = assets.manifest(SITE, "en", ICONS, "../").decode()
    found = json.loads(text)
    assert (found["start_url"], found["scope"]) == ("./", "../")
    assert all(icon["src"].startswith("../tinh/") for icon in found["icons"])
    assert "id" not in found
    assert "://" not in text


def _site(worker: bytes) -> dict[str, object]:
    match = re.match(r"const SITE = (.*);\n", worker.decode())
    assert match
    return dict(json.loads(match[1]))


def test_another_page_another_mark_or_another_script_is_another_generation(tmp_path: Path) -> None:
    own = tmp_path / "static" / "worker.js"
    own.parent.mkdir()
    own.write_text("// Ours.\naddEventListener('fetch', () => {});\n", "utf-8")
    made = [
        assets.worker((THEME,), {"index.html": "1"}, [("", "x.html")]),
        assets.worker((THEME,), {"index.html": "2"}, [("", "x.html")]),
        assets.worker((THEME,), {"index.html": "1", "a.html": "1"}, [("", "x.html")]),
        assets.worker((tmp_path, THEME), {"index.html": "1"}, [("", "x.html")]),
    ]
    assert len({_site(worker)["generation"] for worker in made}) == len(made)
    assert made[0] == assets.worker((THEME,), {"index.html": "1"}, [("", "x.html")])
    assert made[3].endswith(b";\naddEventListener('fetch', () => {});\n")
