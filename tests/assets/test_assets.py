"""Styles, scripts and the woven band."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from chophien import assets
from chophien.assets import colours
from chophien.model import Palette
from chophien.model.tones import TONES
from chophien.model.weaving import THREADS_EDGE, THREADS_HIGH, THREADS_WIDE, weave

THEME = Path(__file__).parents[2] / "theme"
PALETTES = [
    Palette(),
    Palette(ink="#ffff00", accent="#ffe0e0"),
    Palette(ink="#000000", accent="#000000"),
    Palette(ink="#ffffff", accent="#ffffff"),
    Palette(ink="#7f7f7f", accent="#00ff00"),
]


def test_the_stylesheet_begins_with_layers_and_the_communes_colours() -> None:
    css = assets.styles((THEME,), Palette(ink="#124433"), "Quảng Uyên").decode()
    assert css.startswith("@layer reset,tokens,base,layout,components,utilities;@layer tokens{:root{")
    assert '--brocade:url("data:image/svg+xml,' in css
    assert css.index("--space-1") < css.index(".masthead") < css.index("@media print")
    assert "/*" not in css and "@import" not in css and "http://" not in css.replace("http://www.w3.org/2000/svg", "")
    assert css.count("{") == css.count("}")


def test_every_tone_of_a_photo_has_its_ground() -> None:
    css = assets.styles((THEME,), Palette(), "Quảng Uyên").decode()
    assert re.findall(r"\.tone-(\d+)\{background-color:(#[0-9a-f]{6})\}", css) == [
        (str(place), colour) for place, colour in enumerate(TONES)
    ]
    # A box of a theme may have a ground of its own; the tone's layer comes after it.
    assert css.rindex("@layer utilities{.tone-0{") > css.rindex("@layer components{")


def test_the_styles_stay_small() -> None:
    assert len(gzip.compress(assets.styles((THEME,), Palette(), "Quảng Uyên"), 9)) < 11_800
    assert len(gzip.compress(assets.styles((THEME,), Palette(), "Quảng Uyên", staff=True), 9)) < 12_700
    assert len(gzip.compress(assets.scripts((THEME,)), 9)) < 15_000
    assert len(gzip.compress((THEME / "static/js/offline.js").read_bytes(), 9)) < 3_500
    assert len(gzip.compress(assets.worker((THEME,), {}, []), 9)) < 4_000


def test_a_file_of_the_commune_wins_and_a_new_one_is_added(tmp_path: Path) -> None:
    folder = tmp_path / "static" / "css"
    folder.mkdir(parents=True)
    (folder / "hero.css").write_text(".hero{--mine:1}", encoding="utf-8")
    (folder / "rieng.css").write_text(".rieng { color: red; }", encoding="utf-8")
    css = assets.styles((tmp_path, THEME), Palette(), "Xã").decode()
    assert ".hero{--mine:1}" in css and ".hill-near{" not in css
    assert ".rieng{color:red}" in css


def test_pages_for_staff_have_all_styles_and_visitors_none_of_theirs() -> None:
    visitors, staff = (assets.styles((THEME,), Palette(), "Xã", staff=staff).decode() for staff in (False, True))
    for own in (".kit-field{", ".feeds-summary{"):
        assert own in staff and own not in visitors
    # Print and forced colours come last, as for visitors.
    assert staff.index(".footer") < staff.index(".kit-field{") < staff.index("@media print")
    missing = [rule for rule in re.findall(r"\.[\w-]+\{", visitors) if rule not in staff]
    assert missing == []


@pytest.mark.parametrize("place", ["", "staff"])
def test_a_style_for_staff_is_replaced_by_its_name_wherever_the_communes_stands(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "static" / "css"
    (folder / "staff").mkdir(parents=True)
    (folder / place / "kit.css").write_text(".kit{--mine:1}", encoding="utf-8")
    (folder / "staff" / "rieng.css").write_text(".rieng{--mine:2}", encoding="utf-8")
    visitors, staff = (
        assets.styles((tmp_path, THEME), Palette(), "Xã", staff=staff).decode() for staff in (False, True)
    )
    assert ".kit{--mine:1}" in staff and ".kit-field{" not in staff and ".rieng{--mine:2}" in staff
    assert "--mine" not in visitors


def test_flat_selectors_and_logical_sizes_only() -> None:
    for file in (THEME / "static" / "css").rglob("*.css"):
        text = file.read_text(encoding="utf-8")
        assert "&" not in re.sub(r'url\(".*?"\)', "", text), file.name
        physical = r"\b(margin|padding|border)-(left|right|top|bottom)\b|[^-\w](width|height):"
        assert not re.search(physical, text), file.name
        assert text.lstrip().startswith("@layer "), file.name


@pytest.mark.parametrize("palette", PALETTES)
def test_any_two_colours_can_be_read(palette: Palette) -> None:
    light, dark = colours.properties(palette)
    for screen, found in (("light", light), ("dark", dark)):
        for ground in (colours.PAPER[screen], colours.CLOTH[screen]):
            assert colours.contrast(found["ink"], ground) >= 7
            assert colours.contrast(found["accent"], ground) >= 4.5
    assert colours.contrast(light["call"], "#ffffff") >= 4.5
    assert colours.contrast(light["call-deep"], "#ffffff") >= 4.5
    for screen in (light, dark):
        assert colours.contrast(screen["ink-deep"], colours.UNDYED) >= 7


def test_tokens_can_be_read_on_every_ground() -> None:
    text = (THEME / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    parts = text.split("@media (prefers-color-scheme: dark)")
    for screen, part in zip(("light", "dark"), parts, strict=True):
        tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
        grounds = (colours.PAPER[screen], colours.CLOTH[screen], tokens["card"])
        for name in ("text", "muted", "gold-text", "leaf"):
            assert all(colours.contrast(tokens[name], ground) >= 4.5 for ground in grounds), (screen, name)
        assert colours.contrast(tokens["leaf"], tokens["leaf-ground"]) >= 4.5
        assert colours.contrast(tokens["gold-text"], tokens["gold-ground"]) >= 4.5
        assert all(colours.contrast(tokens["text"], tokens[g]) >= 4.5 for g in ("gold-ground", "warn-ground"))
        assert all(colours.contrast(tokens["focus"], ground) >= 3 for ground in grounds)
        assert all(colours.contrast(tokens["line-strong"], ground) >= 3 for ground in grounds)


def test_the_grounds_are_the_browsers_theme_colours() -> None:
    head = (THEME / "templates" / "parts" / "head.html").read_text(encoding="utf-8")
    assert all(colour in head for colour in colours.PAPER.values())


def test_a_name_always_weaves_the_same_band_and_names_differ() -> None:
    names = ["Quảng Uyên", "Đàm Thủy", "Hồng Thái", "Lâm Bình", "Sảng Mộc", "Nam Phước", "Tân Trào", "Trung Yên"]
    bands = [assets.brocade(name) for name in names]
    assert bands == [assets.brocade(name) for name in names]
    assert len(set(bands)) >= len(names) - 1
    for band in bands:
        assert ElementTree.fromstring(band).tag.endswith("svg")


@pytest.mark.parametrize("name", ["Quảng Uyên", "a", "", "<script>", "x" * 500])
def test_a_band_is_even_on_both_sides_and_never_empty(name: str) -> None:
    rows = weave(name)
    assert [len(row) for row in rows] == [THREADS_WIDE] * THREADS_HIGH
    inner = rows[THREADS_EDGE:-THREADS_EDGE]
    assert all(row == row[::-1] for row in inner) and inner == inner[::-1]
    assert len({thread for row in rows for thread in row}) >= 4
    assert b"<script" not in assets.icon(name)


def test_a_name_changes_with_the_content_only() -> None:
    path = assets.hashed("chophien.css", b"a{}")
    assert re.fullmatch(r"tinh/chophien-[0-9a-f]{8}\.css", path)
    assert path == assets.hashed("chophien.css", b"a{}") != assets.hashed("chophien.css", b"b{}")


def test_scripts_are_joined_without_line_comments() -> None:
    script = assets.scripts((THEME,)).decode()
    assert "chophienSearch" in script and "\n  //" not in script


def test_each_visible_thing_has_a_script_of_its_own_that_leaves_no_names_behind() -> None:
    files = sorted((THEME / "static" / "js").glob("*.js"))
    assert {"ask.js", "copy.js", "search.js"} <= {file.name for file in files}
    for file in files:
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("//")]
        assert (lines[0], lines[-1]) == ("(() => {", "})();"), file.name
        assert all(line.startswith("  ") for line in lines[1:-1]), file.name


def _rule(selector: str) -> str:
    css = assets.styles((THEME,), Palette(), "Quảng Uyên").decode()
    return "".join(part.partition("}")[0] for part in css.split(selector + "{")[1:])


def test_many_pictures_stay_in_one_row() -> None:
    assert "grid-auto-flow:column" in _rule(".gallery-more") and "overflow-x:auto" in _rule(".gallery-more")


def test_a_caption_in_the_opening_is_two_lines_below_its_picture() -> None:
    assert "line-clamp:2" in _rule(".stall a > span") and "position:" not in _rule(".stall a > span")
    # A name in another language has an element of its own inside the caption.
    assert _rule(".stall span") == ""


def test_of_two_styles_of_one_name_staffs_comes_after(tmp_path: Path) -> None:
    (tmp_path / "static/css/staff").mkdir(parents=True)
    for number in range(9):
        (tmp_path / f"static/css/x{number}.css").write_text(f".of-all-{number}{{--a:1}}", encoding="utf-8")
        (tmp_path / f"static/css/staff/x{number}.css").write_text(f".of-staff-{number}{{--a:2}}", encoding="utf-8")
    css = assets.styles((tmp_path,), Palette(), "Xã", staff=True).decode()
    assert all(css.index(f".of-all-{n}{{") < css.index(f".of-staff-{n}{{") for n in range(9))
    assert [css.index(f".of-all-{n}{{") for n in range(9)] == sorted(css.index(f".of-all-{n}{{") for n in range(9))
