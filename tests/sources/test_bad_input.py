"""Every mistake in a file is told with its place, what was found and what to write instead."""

from __future__ import annotations

import re
import string
import time
from pathlib import Path

import pytest

import chophien
from chophien.checks import label
from chophien.diagnostics import Level, sentence
from chophien.i18n import messages
from chophien.model.tables import SWITCHES
from chophien.sources import compose, read, units
from chophien.text import gtin_problem
from chophien.text.vietqr import REASONS

from .bad_input import CASES, Case
from .samples import FILES, PRODUCT, brief, catalogue, changed, read_text

PACKAGE = Path(chophien.__file__).parent


def text_of(case: Case) -> str | bytes:
    if not case.old:
        return case.new
    assert isinstance(case.new, str)
    return changed(case.old, case.new, case.kind)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told_with_code_line_column_and_field(case: Case) -> None:
    result = read_text(text_of(case), case.kind)
    assert sorted(brief(item) for item in result.found) == sorted(case.says)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_message_is_whole_and_shows_what_was_found(case: Case, lang: str) -> None:
    said = [sentence(item, catalogue(lang)) for item in read_text(text_of(case), case.kind).found]
    for text, hint in said:
        assert text
        assert hint
        assert not re.search(r"\{[a-z_]+\}|“”|\(\)|  \.", text + hint)
    if lang == "vi":
        assert case.shows in " ".join(f"{text} {hint}" for text, hint in said)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_there_is_a_record_or_an_error(case: Case) -> None:
    result = read_text(text_of(case), case.kind)
    assert (result.record is None) is any(item.level is Level.ERROR for item in result.found)


def test_a_field_of_a_record_is_named_in_vietnamese() -> None:
    told = [(case.kind, item) for case in CASES for item in read_text(text_of(case), case.kind).found if item.field]
    assert {item.code for _, item in told if not item.label} == {"unknown-key", "unknown-key-no-idea"}
    assert {item.label for kind, item in told if item.label and item.label != label(kind, item.field)} == set()


def codes_in(*folders: str) -> set[str]:
    """List the codes of messages that stand as words in the source of some rooms."""
    known = set(messages("vi"))
    files = [path for folder in folders for path in sorted((PACKAGE / folder).glob("**/*.py"))]
    assert files
    quoted = {word for path in files for word in re.findall(r'"([a-z0-9-]+)"', path.read_text("utf-8"))}
    return quoted & known


OF_FOLDERS = {
    # Raised by ``units`` and ``contents``, which have their own tests.
    "file-misplaced", "file-not-used", "file-not-opened", "file-ending-twice", "folder-name-not-plain",
    "file-name-not-plain", "id-twice", "id-differs-by-accents", "translation-without-original",
    # Raised by translations and by headers of Pelican's kind.
    "translation-repeats-fact", "header-line-not-read",
    # Named only by a value of more than twelve levels.
    "yaml-too-deep",
}  # fmt: skip


def test_every_code_of_the_readers_has_a_case() -> None:
    raised = {say.split()[0] for case in CASES for say in case.says}
    gtins = {"gtin-" + str(gtin_problem(bad)) for bad in ("x", "1", "2012345678900", "9912345678901", "8938505974190")}
    codes = {f"vietqr-{reason}" for reason in REASONS if reason != "empty"}
    possible = codes_in("sources") | {c for c in codes_in("model") if c not in {"text"}} | gtins | codes
    assert possible - raised - OF_FOLDERS - set(SWITCHES) == set()
    assert possible >= OF_FOLDERS
    assert gtins <= raised


def test_all_mistakes_of_a_file_come_at_once() -> None:
    text = """\
id: Che-Mau
name: Chè
categry: tra
producer: Tổ Mẫu
summary: {en: Old trees in the hills}
season: [3, 13, tư]
variants:
  - sku: CHE 100
    giá: 120000
    net: một gói
    available_from: 30/02/2027
  - sku: CHE-200
    price: 150k
    price: 1
photos:
  - file: ../che.jpg
  - alt: Gói chè
"""
    assert [brief(item) for item in read_text(text).found] == [
        "id-not-plain 1:5 id",
        "text-too-short 2:7 name",
        "unknown-key 3:1 categry",
        "id-not-plain 4:11 producer",
        "words-without-vietnamese 5:10 summary",
        "number-out-of-range 6:13 season[2]",
        "number-not-whole 6:17 season[3]",
        "sku-not-plain 8:10 variants[1].sku",
        "unknown-key 9:5 variants[1].giá",
        "quantity-not-readable 10:10 variants[1].net",
        "date-no-such-day 11:21 variants[1].available_from",
        "price-shorthand 13:12 variants[2].price",
        "yaml-key-twice 14:5 variants[2].price",
        "file-outside-folder 16:11 photos[1].file",
        "missing-key 17:5 photos[2].file",
    ]


def test_a_mistyped_key_is_not_also_missing() -> None:
    assert [item.code for item in read_text(changed("category", "categoy")).found] == ["unknown-key"]


def test_a_page_with_only_a_title_is_told_what_else_it_needs() -> None:
    found = read_text("---\nname: Hội xuân\n---\n", "event").found
    assert [brief(item) for item in found] == ["missing-key 2:1 summary"]
    assert read_text("---\ntitle: Mùa chè\ndate: 2026-01-01\n---\n", "news").record is not None


FINE = (
    ("a name of 120 characters", "name: Chè Shan tuyết Mẫu", "name: " + "Chè " * 30, "name",
     {"vi": ("Chè " * 30).strip()}),
    ("50 variants", "  - sku: CHE-100\n", "".join(f"  - sku: C{n}\n" for n in range(50)), None, None),
    ("a tab inside a value", "summary: Chè cổ thụ", "summary: Chè\tcổ thụ", "summary",
     {"vi": "Chè cổ thụ hái tay ở bản Mẫu."}),
    ("a tab after the colon", "category: tra", "category:\ttra", "category", "tra"),
    ("a comment", "category: tra", "category: tra  # nhóm trà", "category", "tra"),
    ("a comment line", "category: tra", "# nhóm:\tnào cũng được\ncategory: tra", "category", "tra"),
    ("a quoted number", "category: tra", 'category: "2026"', "category", "2026"),
    ("a date as text", "category: tra", "category: 2026-01-01", "category", "2026-01-01"),
    ("no as text", "category: tra", "category: no", "category", "no"),
    ("a key left open", "season: [3, 4]", "brand:", "brand", ""),
    ("null", "season: [3, 4]", "restricted: null", "restricted", ""),
    ("one month for a list", "season: [3, 4]", "season: 3", "season", (3,)),
    ("a Vietnamese choice", "season: [3, 4]", "kind: Dịch vụ", "kind", "service"),
    ("NBSP in a text", "season: [3, 4]", "brand: Mẫu\u00a0số", "brand", "Mẫu số"),
    ("quotes inside a text", "season: [3, 4]", "brand: “Chè” và “Trà”", "brand", "“Chè” và “Trà”"),
    ("a hash without a blank", "season: [3, 4]", "brand: Mẫu#1", "brand", "Mẫu#1"),
    ("stars inside a text", "season: [3, 4]", "brand: Mẫu *ngon* & sạch!", "brand", "Mẫu *ngon* & sạch!"),
    ("an escaped quote", "season: [3, 4]", 'brand: "Mẫu \\"số\\" 1"', "brand", 'Mẫu "số" 1'),
    ("a joined picture", "season: [3, 4]", "brand: Mẫu 👩\u200d🌾", "brand", "Mẫu 👩\u200d🌾"),
    ("a block text", "season: [3, 4]",
     "description: |\n  Giờ:\u00a07h\n  Người ta nói:\n  - “Rất ngon”\n  *Ngon* &nbsp; số #1\n\n  ---x\n  x: y: z",
     "description", {"vi": "Giờ:\u00a07h\nNgười ta nói:\n- “Rất ngon”\n*Ngon* &nbsp; số #1\n\n---x\nx: y: z"}),
    ("a folded text", "season: [3, 4]", "storage: >-\n  Nơi khô,\n  mát", "storage", {"vi": "Nơi khô, mát"}),
    ("script in a text", "season: [3, 4]", "brand: <script>alert(1)</script>", "brand", "<script>alert(1)</script>"),
    ("markup in a name", "name: Chè Shan tuyết Mẫu", 'name: <b onclick="x">Chè</b> &lt;', "name",
     {"vi": '<b onclick="x">Chè</b> &lt;'}),
    ("a template in a name", "name: Chè Shan tuyết Mẫu", "name: Chè {{ 7*7 }} {found} %s", "name",
     {"vi": "Chè {{ 7*7 }} {found} %s"}),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "field", "value"), [row[1:] for row in FINE], ids=[row[0] for row in FINE])
def test_what_only_looks_odd_is_kept_as_written(old: str, new: str, field: str | None, value: object) -> None:
    result = read_text(changed(old, new))
    assert result.found == []
    if field:
        assert getattr(result.record, field) == value


@pytest.mark.parametrize("spoil", [
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\r"),
    lambda text: "\ufeff" + text,
    lambda text: "---\n" + text,
], ids=["Windows line ends", "old Mac line ends", "byte order mark", "document mark"])  # fmt: skip
def test_line_ends_and_marks_change_nothing(spoil: object) -> None:
    assert callable(spoil)
    for kind, (_, text) in FILES.items():
        if text.startswith("---") and spoil("x") == "---\nx":
            continue
        result = read_text(spoil(text), kind)
        assert result.found == []
        assert result.record == read_text(text, kind).record


def test_lines_are_counted_rightly_with_windows_line_ends() -> None:
    spoiled = changed("price: 120000", "price: rẻ").replace("\n", "\r\n")
    assert [brief(item) for item in read_text(spoiled).found] == ["price-not-dong 9:12 variants[1].price"]


def test_letters_in_parts_are_read_as_usual_letters() -> None:
    result = read_text(changed("name: Chè", "name: Che\u0300"))
    assert result.record is not None
    assert result.record == read_text(PRODUCT).record
    assert [item.level for item in result.found] == [Level.NOTICE]


def test_invisible_characters_are_dropped_where_they_mean_nothing() -> None:
    result = read_text(changed("name: Chè Shan", "name: Ch\u200bè\u00ad Sh\u2060an"))
    assert result.record is not None
    assert result.record == read_text(PRODUCT).record
    assert [item.code for item in result.found] == ["hidden-zero-width"] * 3


def bomb(levels: int, *, merge: bool) -> str:
    lines = ["a0: &a0 {x: 1}" if merge else "a0: &a0 [lol, lol]"]
    for n in range(1, levels):
        parts = ", ".join(f"*a{n - 1}" for _ in range(9))
        lines.append(f"a{n}: &a{n} {{<<: [{parts}]}}" if merge else f"a{n}: &a{n} [{parts}]")
    return "\n".join(lines) + "\n"


HOSTILE = (
    ("2,000 brackets", "name: " + "[" * 2000, "yaml-too-deep"),
    ("200,000 brackets", "name: " + "[" * 200_000, "yaml-too-deep"),
    ("100,000 braces", "{a: " * 100_000, "yaml-too-deep"),
    ("50,000 dashes", "- " * 50_000 + "x", "yaml-too-deep"),
    ("100,000 dashes far apart", "-  " * 100_000 + "x", "yaml-too-deep"),
    ("dashes with colons", "- a: " * 20_000, "yaml-dash-in-line"),
    ("100,000 question marks", "? " * 100_000, "yaml-too-deep"),
    ("question marks and tabs", "?\t" * 100_000, "yaml-"),
    ("a staircase", "".join(f"{' ' * n}a:\n" for n in range(800)), "yaml-too-deep"),
    ("alias bomb", bomb(9, merge=False), "yaml-anchor"),
    ("merge key bomb", bomb(9, merge=True), "yaml-anchor"),
    ("an alias in a circle", "name: &a [*a]", "yaml-anchor"),
    ("an anchor before the mapping", "&a\nname: *a", "yaml-anchor"),
    ("2 MB of a list", "season: [" + "3, " * 700_000 + "]", "file-too-large"),
    ("390 KB of a list", "season: [" + "3, " * 130_000 + "4]", "list-too-long"),
    ("390 KB of keys", "".join(f"k{n}: 1\n" for n in range(30_000)), "unknown-key"),
    ("the same key 40,000 times", "name: abcde\n" * 30_000, "yaml-key-twice"),
    ("390 KB in one name", "name: " + "a" * 390_000, "text-too-long"),
    ("390 KB of quotes", "name: " + "“" * 130_000, "text-too-long"),
    ("390 KB of blanks", "name:" + " " * 390_000 + "x", "text-too-short"),
    ("390 KB of colons", "name" + ":" * 390_000, "yaml-"),
    ("390 KB of hashes", "name: a" + " #" * 190_000, "missing-key"),
    ("390 KB of tabs", "\t" * 390_000 + "x", "yaml-tab"),
    (
        "390 KB of unknown keys in variants",
        "variants:\n  - sku: A1\n" + "".join(f"    k{n}: 1\n" for n in range(25_000)),
        "unknown-key",
    ),
    ("130,000 lines with NBSP", "\u00a0a\n" * 90_000, "yaml-nbsp"),
    ("hashes everywhere", PRODUCT + "".join(f"k{n}: a #b\n" for n in range(20_000)), "unknown-key"),
    ("smart quotes everywhere", "k: “b”\n" * 30_000, "yaml-smart-quote"),
    ("130,000 lines with tabs", "\ta\n" * 130_000, "yaml-tab"),
    ("130,000 hidden characters", "name: " + "\u202e" * 130_000, "hidden-character"),
    ("130,000 zero widths", "name: Trà xanh" + "\u200b" * 130_000, "hidden-zero-width"),
    ("390 KB of digits for a price", "variants: [{sku: A1, price: " + "1" * 390_000 + "}]", "price-too-large"),
    ("390 KB of digits for a weight", "variants: [{sku: A1, net: " + "1" * 390_000 + " g}]", "quantity-not-readable"),
    ("390 KB of words for a price", "variants: [{sku: A1, price: " + "từ 1 " * 50_000 + "}]", "price-"),
    ("5,000 digits for a day", "variants: [{sku: A1, available_from: " + "1" * 5000 + "}]", "date-not-readable"),
)


@pytest.mark.parametrize(("text", "code"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_an_attack_is_answered_quickly_with_an_error(text: str, code: str) -> None:
    began = time.process_time()
    result = read_text(text)
    took = time.process_time() - began
    assert took < 2
    assert result.record is None
    assert any(item.code.startswith(code) for item in result.found), result.found[:3]


@pytest.mark.parametrize("levels", [12, 13])
def test_twelve_levels_are_the_most(levels: int) -> None:
    text = "a: " + "[" * (levels - 1) + "[" * 0 + "]" * (levels - 1) + " #" + "[" * 61
    node, found = compose(text, "x.yaml")
    assert [item.code for item in found] == (["yaml-too-deep"] if levels > 12 else [])
    assert (node is None) is (levels > 12)


def test_messages_have_the_same_holes_as_their_values() -> None:
    for case in CASES:
        for item in read_text(text_of(case), case.kind).found:
            words = catalogue("vi")[item.code]
            holes = {hole for _, hole, _, _ in string.Formatter().parse(words.text + words.hint) if hole}
            assert holes <= set(item.values), item.code


def test_an_unreadable_file_is_a_message(tmp_path: Path) -> None:
    from chophien.sources import load

    made, _ = units(["commune.yaml"])
    result = load(tmp_path, made["commune", "commune"])
    assert [item.code for item in result.found] == ["file-not-opened"]
    assert result.record is None
    assert read is not load
