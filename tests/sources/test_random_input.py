"""Random files: a record or an error, never a crash, never another number than was written."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from chophien.diagnostics import Level
from chophien.model import Producer, Product
from chophien.sources import Read, pack, unpack, unpack_lines

from .samples import EVENT, FILES, NEWS, changed, read_text

GOOD = {kind: text.encode() for kind, (_, text) in FILES.items()}
BITS = [b"", b":", b": ", b"- ", b"\n", b"\n  ", b"\t", b"#", b" #", b'"', b"'", b"[", b"]", b"{", b"}", b"&a ", b"*a",
        b"!", b"!!int ", b"|", b">", b"?", b"? ", b"%", b"@", b"---\n", b"\x00", b"\xff", b"\xc3", b"\xe2\x80\xa8",
        b"\xc2\xa0", b"\xe2\x80\xae", b"\xcc\x80", b"<<: ", b"~", b"null", b"0", b"9" * 30, b"\\u202e",
        b"\r"]  # fmt: skip


def answered(result: Read) -> None:
    """A record without an error, or an error and no record; every message has a place."""
    assert (result.record is None) is any(item.level is Level.ERROR for item in result.found)
    for item in result.found:
        assert item.file
        assert item.line >= 1
        assert item.column >= 1
        assert all(isinstance(value, str) for value in item.values.values())


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, bytes]:
    """A good file with a few pieces deleted, doubled or put in."""
    kind = draw(st.sampled_from(sorted(GOOD)))
    text = GOOD[kind]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        deed = draw(st.sampled_from(["delete", "double", "insert"]))
        piece = {
            "delete": b"",
            "double": text[start:end] * 2,
            "insert": draw(st.sampled_from(BITS) | st.binary(max_size=3)) + text[start:end],
        }[deed]
        text = text[:start] + piece + text[end:]
    return kind, text


@settings(max_examples=1500, deadline=None)
@given(spoiled())
def test_a_spoiled_file_gives_a_record_or_an_error(case: tuple[str, bytes]) -> None:
    kind, text = case
    result = read_text(text, kind)
    answered(result)
    if result.record is not None:
        packed = pack(result.record, result.lines())
        assert unpack(kind, packed) == result.record
        assert unpack_lines(packed) == result.lines()


WORDS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy ÁÀ0123456789.,:;#&*!|>'\"[]{}?@%`~<=/\\-–“”\u00a0\u0300", max_size=12)
KEYS = st.sampled_from(
    ["name", "summary", "category", "producer", "season", "variants", "photos", "sku", "price", "net", "option", "sale",
     "file", "alt", "ocop", "stars", "origin", "place", "vi", "en", "story", "blade", "<<", "giá", "id", "~", "[a]", ""]
)  # fmt: skip
VALUES = WORDS | st.sampled_from(["", "~", "[]", "{}", "!!x y", "*a", "&a b", "|", ">-", '"\\x00"', "0x10", "1e9"])


def block(depth: int) -> st.SearchStrategy[list[str]]:
    """Lines of a mapping or list, nested at most so deeply."""
    plain = st.tuples(KEYS, VALUES).map(lambda pair: [f"{pair[0]}: {pair[1]}"])
    if depth == 0:
        return plain
    inner = st.lists(block(depth - 1), min_size=1, max_size=3).map(
        lambda parts: [row for part in parts for row in part]
    )
    mapping = st.tuples(KEYS, inner).map(lambda pair: [f"{pair[0]}:", *("  " + row for row in pair[1])])
    listed = st.tuples(KEYS, inner).map(
        lambda pair: [f"{pair[0]}:", "  - " + pair[1][0], *("    " + row for row in pair[1][1:])]
    )
    flow = st.tuples(KEYS, st.lists(VALUES, max_size=4)).map(lambda pair: [f"{pair[0]}: [{', '.join(pair[1])}]"])
    return plain | mapping | listed | flow


@settings(max_examples=800, deadline=None)
@given(st.lists(block(3), min_size=1, max_size=8), st.sampled_from(["product", "producer", "commune"]))
def test_any_yaml_gives_a_record_or_an_error(parts: list[list[str]], kind: str) -> None:
    answered(read_text("\n".join(row for part in parts for row in part), kind))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["event", "news"]))
def test_any_text_after_or_in_a_header_is_answered(head: str, body: str, kind: str) -> None:
    good = {"event": EVENT, "news": NEWS}[kind]
    answered(read_text(good.replace("---\n", f"---\n{head}\n", 1) + body.replace("\ud800", ""), kind))
    answered(read_text(f"{head}\n\n{body}".encode("utf-8", "replace"), kind))
    answered(read_text(good, kind, en=f"{head}\n{body}".encode("utf-8", "replace").decode()))


@settings(max_examples=300, deadline=None)
@given(st.integers(1_000, 120_000_000_000), st.sampled_from(["{}", '"{}"', "'{}'"]), st.booleans())
def test_a_price_is_what_was_written(amount: int, quotes: str, grouped: bool) -> None:
    written = f"{amount:,}".replace(",", ".") if grouped else str(amount)
    record = read_text(changed("price: 120000", "price: " + quotes.format(written))).record
    assert isinstance(record, Product)
    assert record.variants[0].price == amount


@settings(max_examples=300, deadline=None)
@given(st.from_regex(r"0[35789][0-9]{8}", fullmatch=True), st.sampled_from(["{}", '"{}"']))
def test_a_phone_number_keeps_its_digits(digits: str, quotes: str) -> None:
    record = read_text(changed("0912 345 678", quotes.format(digits), "producer"), "producer").record
    assert isinstance(record, Producer)
    assert record.phone == digits


@settings(max_examples=300, deadline=None)
@given(st.text("0123456789", min_size=11, max_size=13))
def test_a_gtin_keeps_its_digits_or_is_refused(digits: str) -> None:
    weighted = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    gtin = digits + str(-weighted % 10)
    result = read_text(changed("8938505974194", gtin))
    if result.record is None:
        assert {item.code for item in result.found} <= {"gtin-in-store", "gtin-coupon"}
    else:
        assert isinstance(result.record, Product)
        assert result.record.variants[0].gtin == gtin


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=5, max_size=60))
def test_a_name_in_quotes_is_kept_letter_for_letter(name: str) -> None:
    import json
    import unicodedata

    quoted = json.dumps(name, ensure_ascii=False)
    result = read_text(changed("name: Chè Shan tuyết Mẫu", f"name: {quoted}").encode("utf-8", "surrogatepass"))
    if result.record is not None and result.found == []:
        assert isinstance(result.record, Product)
        assert result.record.name["vi"] == " ".join(unicodedata.normalize("NFC", name).split())
