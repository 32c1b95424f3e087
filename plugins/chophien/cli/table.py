"""
The commands and their flags, as one table: for this room, for ``tasks.py`` and for the list it prints.

Standard library only and no import of this package: ``tasks.py`` reads it before anything is installed.
"""

from __future__ import annotations

import difflib
import unicodedata
from typing import NamedTuple

USAGE = 2
"""Exit code of a wrong command line."""


class Flag(NamedTuple):
    """One flag; ``metavar`` empty means it takes no value."""

    metavar: str
    vi: str
    en: str


class Command(NamedTuple):
    """One command: its Vietnamese alias, what it does, its flags, the words that follow it, and any number more."""

    alias: str
    vi: str
    en: str
    flags: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    rest: str = ""


FLAGS = {
    "strict": Flag("", "lời nhắc cũng tính là lỗi (mã thoát 4)", "warnings count as errors (exit code 4)"),
    "keep-going": Flag("", "bỏ riêng mục có lỗi, vẫn dựng phần còn lại", "leave faulty records out, build the rest"),
    "today": Flag("YYYY-MM-DD", "dựng như thể hôm nay là ngày này", "build as if today were this day"),
    "jobs": Flag("N", "số tiến trình chạy cùng lúc", "number of worker processes"),
    "output": Flag("DIR", "thư mục chứa trang (thường là output/)", "folder of the site (usually output/)"),
    "json": Flag("", "in kết quả dạng JSON cho phần mềm khác", "print the result as JSON for other programs"),
    "port": Flag("N", "cổng (mặc định 8000, bận thì lấy số kế tiếp)", "port (8000, or the next free one)"),
    "target": Flag("TARGET", "folder, zip, both hoặc pages-branch", "folder, zip, both or pages-branch"),
    "into": Flag(
        "DIR",
        "thư mục đích; new commune không ghi thì tạo thư mục mang tên xã ở nơi đang gõ lệnh",
        "folder to write into; without it new commune makes one named after the commune where you are",
    ),
    "dry-run": Flag("", "chỉ xem trước, không ghi gì", "show what would happen, write nothing"),
    "force": Flag("", "vẫn làm dù bị chặn an toàn", "go on although a safety stop says no"),
    "code": Flag("NNNNN", "mã chính thức của xã, khi tên trùng nhau", "official code of the commune, for equal names"),
    "producer": Flag("ID", "mã người làm của sản phẩm", "producer of the product"),
    "product": Flag("ID", "mọi ảnh là của sản phẩm này", "all photos belong to this product"),
    "place": Flag("ID", "mọi ảnh là của địa điểm này", "all photos belong to this place"),
    "template-keys": Flag(
        "FILE", "tệp chứa dòng khóa kỹ thuật chép từ mẫu của sàn", "file with the row of keys copied from the template"
    ),
    "ci": Flag("", "chạy trên máy kiểm thử: không được bỏ qua phép thử nào", "run by CI: no test may be skipped"),
    "en": Flag("", "thông báo bằng tiếng Anh", "messages in English"),
}

_VALUES_VI = {
    "DIR": "THƯ_MỤC",
    "FILE": "TỆP",
    "ID": "MÃ",
    "N": "SỐ",
    "NNNNN": "MÃ_XÃ",
    "TARGET": "NƠI",
    "YYYY-MM-DD": "NĂM-THÁNG-NGÀY",
    "kind": "loại",
    "name": "tên",
    "path": "tệp hay thư mục",
    "sheet": "bảng",
}
"""What stands for a value in a command line, in Vietnamese."""

_BUILD = ("strict", "keep-going", "today", "jobs", "output", "en")

COMMANDS = {
    "build": Command("dung", "dựng trang vào output/", "build the site into output/", _BUILD),
    "rebuild": Command("dung-lai", "xóa kết quả cũ rồi dựng lại từ đầu", "forget old results, build anew", _BUILD),
    "regenerate": Command("theo-doi", "dựng, rồi dựng lại mỗi khi có tệp thay đổi", "build at every change", _BUILD),
    "serve": Command(
        "xem",
        "dựng và mở trang trên máy này, tự cập nhật",
        "build and show on this machine, live",
        (*_BUILD, "port"),
    ),
    "reserve": Command(
        "xem-tinh", "dựng và mở trang, không tự cập nhật", "build and show, not live", (*_BUILD, "port")
    ),
    "livereload": Command("xem-song", "như serve", "the same as serve", (*_BUILD, "port")),
    "preview": Command("xem-thu", "dựng như khi công bố", "build with the publishing settings", _BUILD),
    "clean": Command("don", "xóa trang đã dựng và bộ nhớ đệm", "remove the built site and the store", ("output", "en")),
    "check": Command(
        "kiem-tra",
        "kiểm tra mọi tệp, không ghi gì",
        "check every file, write nothing",
        ("strict", "today", "json", "en"),
    ),
    "publish": Command(
        "cong-bo",
        "dựng, kiểm tra rồi đóng gói để đưa lên mạng",
        "build, check and pack the site for its host",
        ("target", "into", "dry-run", "force", "strict", "today", "jobs", "output", "en"),
    ),
    "new": Command(
        "them",
        "thêm product, producer, place, event, trip, need, news, page hoặc commune",
        "add a product, producer, place, event, trip, need, news, page or commune",
        ("into", "code", "producer", "en"),
        ("kind", "name"),
    ),
    "photos": Command(
        "anh",
        "đưa ảnh trong hop-thu/ vào sản phẩm, địa điểm",
        "take the photos in hop-thu/ to their products and places",
        ("product", "place", "dry-run", "json", "en"),
        rest="path",
    ),
    "sheet": Command(
        "bang-dan",
        "xếp bảng shopee hoặc tiktokshop theo cột của mẫu tải từ sàn",
        "order the shopee or tiktokshop sheet as a template of the marketplace",
        ("template-keys", "into", "output", "en"),
        ("sheet",),
    ),
    "doctor": Command("kham", "khám máy: Python, gói, đĩa, giờ, quyền ghi", "examine this machine", ("en",)),
    "schema": Command("luoc-do", "ghi schema/*.json cho trình soạn thảo", "write schema/*.json for editors", ("en",)),
    "test": Command("thu", "chạy mọi phép thử của phần mềm", "run every test of the software", ("ci", "en")),
    "version": Command("phien-ban", "in phiên bản", "print the version", ("en",)),
}
"""Every command by its name."""


def find(word: str) -> str | None:
    """Return the name of a command written by name or alias, with or without marks and capitals."""
    plain = _plain(word)
    return next((name for name, command in COMMANDS.items() if plain in {name, command.alias}), None)


def nearest(word: str) -> str | None:
    """Return the name or alias that was probably meant."""
    known = [*COMMANDS, *(command.alias for command in COMMANDS.values())]
    found = difflib.get_close_matches(_plain(word), known, n=1, cutoff=0.6)
    return found[0] if found else None


def unknown(word: str, english: bool) -> str:
    """Say that there is no such command, and which one is near."""
    near = nearest(word)
    if english:
        return f"No command “{word}”." + (f" Did you mean {near}?" if near else "")
    return f"Không có lệnh «{word}»." + (f" Có phải bạn muốn: {near}?" if near else "")


def listing(call: str, english: bool) -> str:
    """Write the list of commands; ``call`` is what to type before a command."""
    head = "Commands of Chợ Phiên" if english else "Các lệnh của Chợ Phiên (commands)"
    rows = [f"{head}:  {call} <{'command' if english else 'lệnh'}>", ""]
    for name, command in COMMANDS.items():
        rows.append(f"  {name:<11} {command.alias:<10} {command.en if english else command.vi}")
        if not english:
            rows.append(f"  {'':<22} {command.en}")
    rows += ["", f"  {call} <{'command' if english else 'lệnh'}> --help"]
    return "\n".join(rows)


def placeholder(value: str, english: bool) -> str:
    """Return what stands for a value or a word in a command line: ``<tên>``'s ``tên``."""
    return value if english else _VALUES_VI.get(value, value)


def manual(name: str, call: str, english: bool) -> str:
    """Write how one command is used; ``call`` is what to type before it."""
    command = COMMANDS[name]
    words = "".join(f" <{placeholder(word, english)}>" for word in command.words)
    words += f" [<{placeholder(command.rest, english)}>…]" if command.rest else ""
    usage, options = ("Usage", "options") if english else ("Cách dùng", "tùy chọn")
    rows = [f"{usage}: {call} {name}{words} [{options}]", "", command.en if english else command.vi, ""]
    rows.append(f"{options.capitalize()}:")
    for flag in command.flags:
        entry = FLAGS[flag]
        written = f"--{flag} {placeholder(entry.metavar, english)}" if entry.metavar else f"--{flag}"
        rows.append(f"  {written:<24} {entry.en if english else entry.vi}")
    return "\n".join(rows)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "d"))
    flat = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return flat.lower().strip().replace("_", "-").replace(" ", "-")
