"""The documentation names what there is: nothing is missing, nothing is left over, no link leads nowhere."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import chophien
from chophien import feeds, i18n, model, pages, urls
from chophien.cli import table
from chophien.feeds import reasons
from chophien.model import Many, Part, keys

ROOT = Path(__file__).parent.parent
PACKAGE = Path(chophien.__file__).parent
HANDBOOK = ROOT / "docs" / "so-tay.md"
DOCUMENTS = sorted(
    [
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / name for name in ("README.md", "CHANGELOG.md", "benchmarks/README.md")),
        PACKAGE / "data" / "SOURCES.md",
    ]
)
FOR_DEVELOPERS = [path for path in DOCUMENTS if path != HANDBOOK]

CHAPTERS = {
    "Tra cứu: commune.yaml": set(keys(model.Commune)),
    "Tra cứu: thông báo": set(i18n.messages("vi")),
    "Tra cứu: danh sách hàng cho các sàn": set(feeds.EXPORTERS),
    "Tra cứu: các loại trang": set(pages.PAGE_KINDS),
    "Tra cứu: các lệnh": set(table.COMMANDS),
    "Tra cứu: cài đặt CHOPHIEN_": set(
        re.findall(r'"(CHOPHIEN_\w+)"', (PACKAGE / "plugin" / "settings.py").read_text("utf-8"))
    ),
}
"""Chapters of the handbook, and what each has a heading for."""

WORKED_EXAMPLES = {
    "en/opening-hours.html",
    "gio-mo-cua.html",
    "plugins/chophien/feeds/cho_que.py",
    "plugins/chophien/i18n/words/fr.toml",
    "plugins/chophien/pages/opening.py",
    "theme/templates/hours-table.html",
}
"""Files that the recipes of ``contributing.md`` have a reader make."""

MADE = ("output/", "feeds/", "lich/", "data/catalog", "data/dia-diem", "content/", "products/", "benchmarks/made/",
        "index.")  # fmt: skip
"""Where builds write, and where each commune's own files stand."""

BASES = (ROOT, PACKAGE, ROOT / "theme", ROOT / "theme" / "templates", ROOT / "tests", PACKAGE / "data" / "scaffold")
_FENCE = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def chapter(title: str) -> dict[str, str]:
    """Return the blocks below the ``###`` headings of one chapter, by what the heading names."""
    body = text(HANDBOOK).partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    found: dict[str, str] = {}
    for block in body.split("\n### ")[1:]:
        heading, _, rest = block.partition("\n")
        match = re.fullmatch(r"`([^`]+)`", heading)
        if match:
            assert match[1] not in found, f"{title}: {match[1]} has two headings"
            found[match[1]] = rest
    return found


# --- the handbook ----------------------------------------------------------------------------------


@pytest.mark.parametrize("title", sorted(CHAPTERS))
def test_everything_has_a_heading_and_no_heading_is_left_over(title: str) -> None:
    there, wanted = set(chapter(title)), CHAPTERS[title]
    assert sorted(wanted - there) == [], "without a heading in docs/so-tay.md"
    assert sorted(there - wanted) == [], "headings of docs/so-tay.md for what no longer exists"


@pytest.mark.parametrize("title", sorted(CHAPTERS))
def test_no_heading_stands_alone(title: str) -> None:
    assert [name for name, block in chapter(title).items() if len(block.strip()) < 20] == []


@pytest.mark.parametrize("key", sorted(keys(model.Commune)))
def test_a_key_of_the_commune_is_named_as_in_its_messages(key: str) -> None:
    block = chapter("Tra cứu: commune.yaml")[key]
    known = keys(model.Commune)[key]
    assert known.vi in block
    assert ("Bắt buộc." in block) is known.required


def records(record: type, seen: set[type]) -> Iterator[type]:
    """List a record and all records inside it."""
    if record in seen:
        return
    seen.add(record)
    yield record
    for key in keys(record).values():
        kind = key.kind.item if isinstance(key.kind, Many) else key.kind
        if isinstance(kind, Part):
            yield from records(kind.record(), seen)


def test_the_tables_of_keys_are_those_of_the_records() -> None:
    seen: set[type] = set()
    inner = [found for record in model.RECORDS.values() for found in records(record, seen)]
    wanted = {
        record.__name__: tuple((name, key.vi, "bắt buộc" if key.required else "") for name, key in keys(record).items())
        for record in inner
        if record is not model.Commune
    }
    tables = re.findall(r"\| mục \| tên \| \| cách viết \|\n\|[-|]+\|\n((?:\|.*\n)+)", text(HANDBOOK) + "\n")
    rows = re.compile(r"^\| `(\w+)` \| (.*?) \| (.*?) ?\| .+ \|$", re.MULTILINE)
    there = {tuple((name, vi, needed.strip()) for name, vi, needed in rows.findall(found)) for found in tables}
    assert [name for name, table in wanted.items() if table not in there] == [], "tables of keys that are not right"
    assert len(there) <= len(set(wanted.values())), "tables of keys that no record has"


@pytest.mark.parametrize("kind", sorted(urls.KINDS))
def test_a_page_kind_is_shown_with_its_addresses(kind: str) -> None:
    block = chapter("Tra cứu: các loại trang")[kind]
    for lang in ("vi", "en"):
        shown = urls.path(kind, lang, "<mã>", 987).replace("987", "<n>")
        assert f"`{shown}`" in block


@pytest.mark.parametrize("key", sorted(feeds.EXPORTERS))
def test_a_feed_is_shown_with_its_file(key: str) -> None:
    assert f"`{feeds.EXPORTERS[key].FILENAME}`" in chapter("Tra cứu: danh sách hàng cho các sàn")[key]


def test_every_reason_that_keeps_goods_off_a_feed_is_explained() -> None:
    body = text(HANDBOOK)
    assert [code for code in (*reasons.REASONS, *reasons.NOTES) if f"`{code}`" not in body] == []


def test_a_command_is_shown_with_its_vietnamese_name() -> None:
    blocks = chapter("Tra cứu: các lệnh")
    assert [name for name, command in table.COMMANDS.items() if f"`{command.alias}`" not in blocks[name]] == []


def test_the_groups_of_goods_are_listed() -> None:
    listed = text(HANDBOOK).partition("### Nhóm hàng có sẵn")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", listed, re.MULTILINE)) == set(model.shipped_categories())


# --- all documents ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_command_in_a_document_exists(path: Path) -> None:
    wrong = []
    for name, rest in re.findall(r"(?:python3|\bpy) tasks\.py[ \t]+([a-z][\w-]*)([^`\n#]*)", text(path)):
        command = table.find(name)
        if command is None:
            wrong.append(name)
            continue
        known = {*table.COMMANDS[command].flags, "help"}
        wrong += [f"{name} --{flag}" for flag in re.findall(r"--([a-z-]+)", rest) if flag not in known]
    assert wrong == []


def anchors(path: Path) -> set[str]:
    """Work out the anchors that code hosts give to a document's headings."""
    found: dict[str, int] = {}
    made = set()
    for heading in re.findall(r"^#{1,6} (.+?)\s*$", _FENCE.sub("", text(path)), re.MULTILINE):
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading)
        anchor = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        made.add(f"{anchor}-{found[anchor]}" if anchor in found else anchor)
        found[anchor] = found.get(anchor, 0) + 1
    return made


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_link_leads_somewhere(path: Path) -> None:
    prose = re.sub(r"`[^`\n]*`", "", _FENCE.sub("", text(path)))
    wrong = []
    for target in re.findall(r"\]\(\s*<?([^)\s>]+)", prose):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        there = (path.parent / file) if file else path
        if not there.exists() or (anchor and anchor not in anchors(there)):
            wrong.append(target)
    assert wrong == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_file_in_a_document_exists(path: Path) -> None:
    endings = "py|toml|lock|yaml" if path == HANDBOOK else "py|toml|lock|yaml|html|css|md|csv"
    wrong = []
    for found in re.findall(rf"`([\w./-]+\.(?:{endings})|(?:plugins|tests|theme|tools|docs)/[\w./-]*)`", text(path)):
        if found in WORKED_EXAMPLES or found.startswith(MADE) or found.startswith("."):
            continue
        if not any((base / found).exists() for base in (*BASES, path.parent)):
            wrong.append(found)
    assert wrong == []


@pytest.mark.parametrize("path", FOR_DEVELOPERS, ids=lambda path: path.name)
def test_a_name_of_the_package_in_a_document_exists(path: Path) -> None:
    wrong = []
    for name in sorted(set(re.findall(r"`(chophien(?:\.\w+)+)(?:\(\))?`", text(path)))):
        module, _, attribute = name.rpartition(".")
        try:
            importlib.import_module(name)
        except ImportError:
            try:
                if not hasattr(importlib.import_module(module), attribute):
                    wrong.append(name)
            except ImportError:
                wrong.append(name)
    assert wrong == []


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## {chophien.__version__}" in text(ROOT / "CHANGELOG.md")


def test_pictures_of_the_documents_are_small() -> None:
    pictures = [path for path in (ROOT / "docs").rglob("*") if path.suffix in {".png", ".jpg"}]
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size > 200_000] == []
