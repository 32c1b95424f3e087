"""
What goes wrong in files, and what must be said of it.

A case is what is replaced in the good file of its kind (nothing: the whole file), what stands there
instead, and for each message ``code line:column field``.
"""

from __future__ import annotations

from typing import NamedTuple

from chophien.text import VietQR, write_vietqr
from chophien.text.vietqr import checksum

from .samples import COMMUNE, PRODUCT


class Case(NamedTuple):
    name: str
    old: str
    new: str | bytes
    says: tuple[str, ...]
    shows: str = ""
    """What of the author's text must be in the message."""
    kind: str = "product"


WHOLE = ""
PRICE = "price: 120000"
NAME = "name: Chè Shan tuyết Mẫu"
VARIANTS = "  - sku: CHE-100\n    net: 100 g\n    price: 120000\n    gtin: 8938505974194\n    status: còn hàng\n"


def price(name: str, written: str, code: str, shows: str = "") -> Case:
    return Case(f"a price {name}", PRICE, f"price: {written}", (f"{code} 9:12 variants[1].price",), shows or written)


FILES = (
    Case("nothing in the file", WHOLE, b"", ("file-empty 1:1",)),
    Case("white space only", WHOLE, b"\xef\xbb\xbf \r\n\t\n", ("file-empty 1:1",)),
    Case("comments only", WHOLE, "# chưa viết\n", ("file-empty 1:1",)),
    Case("a picture pasted into the text", WHOLE, b"name: " + b"x" * 400_000, ("file-too-large 1:1",), "400006"),
    Case("UTF-16 of the old Notepad", WHOLE, PRODUCT.encode("utf-16"), ("file-utf16 1:1",)),
    Case("UTF-16 without a mark", WHOLE, PRODUCT.encode("utf-16-be"), ("file-utf16 1:1",)),
    Case("Windows-1258", WHOLE, "kind: goods\nname: Đá xanh".encode("cp1258"), ("file-not-utf8 2:7",), "name: \ufffd"),
    Case("cut in the middle of a letter", WHOLE, "name: Chè".encode()[:-1], ("file-not-utf8 1:9",), "name: Ch\ufffd"),
    Case("broken letters", NAME, "name: ChÃ¨ Shan tuyáº¿t", ("text-mojibake 1:1",), "ChÃ¨"),
    Case("letters in parts", NAME, "name: Che\u0300 Shan tuyết", ("text-not-nfc 1:9",)),
    Case("a sign that NFC replaces", NAME, "name: Dây điện trở 5 \u2126", ("text-not-nfc 1:22",)),
    Case("a reversing character", NAME, "name: Chè\u202e Shan", ("hidden-character 1:10",), "U+202E"),
    Case("a line separator", NAME, "name: Chè\u2028Shan", ("hidden-character 1:10",), "U+2028"),
    Case("a NUL far inside", "alt: Gói chè", "alt: Gói\x00chè", ("hidden-character 14:13",), "U+0000"),
    Case("a zero-width space", NAME, "name: Chè\u200b Shan", ("hidden-zero-width 1:10",), "U+200B"),
    Case("a soft hyphen", NAME, "name: Chè Shan tuy\u00adết", ("hidden-zero-width 1:19",), "U+00AD"),
    Case("a hidden character as an escape", NAME, 'name: "Chè \\u202eShan"', ("hidden-character 1:7",), "U+202E"),
    Case("a NUL as an escape", NAME, 'name: "Chè \\0 Shan"', ("hidden-character 1:7",), "U+0000"),
)

FORM = (
    Case("a tab before a key", "    net: 100 g", "\tnet: 100 g", ("yaml-tab 8:1",)),
    Case("a tab after blanks", "    net: 100 g", "  \tnet: 100 g", ("yaml-tab 8:3",)),
    Case("a tab in an entry of a list", "    price: 120000", "\tprice: 120000", ("yaml-tab 9:1",), "gõ 4 dấu cách"),
    Case("a tab below a key", "  - sku", "\t- sku", ("yaml-tab 7:1",), "gõ 2 dấu cách"),
    Case("a tab where none may be", "category: tra", "\tcategory: tra", ("yaml-tab 2:1",), "cho thẳng với"),
    Case("two lines with tabs", WHOLE, "name: x\n\tcategory: tra\n\tproducer: y\n", ("yaml-tab 2:1", "yaml-tab 3:1")),
    Case("NBSP after the colon", PRICE, "price:\u00a0120000", ("yaml-nbsp 9:11",)),
    Case("NBSP before a key", "    net: 100 g", "  \u00a0 net: 100 g", ("yaml-nbsp 8:3",)),
    Case("NBSP inside braces", NAME, "name: {vi:\u00a0Chè Shan}", ("yaml-nbsp 1:11",)),
    Case("smart quotes", NAME, "name: “Chè Shan tuyết”", ("yaml-smart-quote 1:7",), "“Chè Shan tuyết”"),
    Case("single smart quotes", "alt: Gói chè", "alt: ‘Gói chè’", ("yaml-smart-quote 14:10",), "‘Gói chè’"),
    Case("French quotes", NAME, "name: «Chè Shan»", ("yaml-smart-quote 1:7",), "«Chè Shan»"),
    Case("a quote that never closes", NAME, 'name: "Chè Shan tuyết', ("yaml-unclosed-quote 1:7",)),
    Case("a quote that closes in a later one", NAME, 'name: "Chè\nbrand: "Mẫu"', ("yaml-unclosed-quote 1:7",)),
    Case("a single quote that never closes", PRICE, "price: '120000", ("yaml-unclosed-quote 9:12",)),
    Case("words after a quote", NAME, 'name: "Chè" Shan', ("yaml-after-quote 1:13",)),
    Case("an apostrophe inside apostrophes", NAME, "name: 'it's tea'", ("yaml-after-quote 1:11",)),
    Case("two colons", NAME, "name: Chè: loại 1", ("yaml-second-colon 1:10",)),
    Case("two keys in a line", PRICE, "price: 120000, stock: 5", ("yaml-second-colon 9:25",)),
    Case("a list after the colon", "season: [3, 4]", "season: - 3", ("yaml-dash-in-line 5:9",)),
    Case("no colon", "category: tra", "category tra", ("yaml-missing-colon 2:1",)),
    Case("no blank after the colon", "category: tra", "category:tra", ("yaml-missing-colon 2:1",)),
    Case("no colon in the first line", NAME, "name Chè", ("yaml-missing-colon 1:1",)),
    Case("a line too far in", "category: tra", " category: tra", ("yaml-indentation 2:2",)),
    Case("a line not far enough in", "    price: 120000", "   price: 120000", ("yaml-indentation 9:4",)),
    Case("a dash too many", "producer: to-mau", "- producer: to-mau", ("yaml-indentation 3:1",)),
    Case("a bracket that never closes", "season: [3, 4]", "season: [3, 4", ("yaml-unclosed-bracket 5:9",)),
    Case("a brace that never closes", NAME, "name: {vi: Chè, en: Tea", ("yaml-unclosed-bracket 1:7",)),
    Case("no comma", NAME, "name: {vi: Chè en: Tea}", ("yaml-unclosed-bracket 1:7",)),
    Case("an at sign first", NAME, "name: @che", ("yaml-odd-character 1:7",)),
    Case("braces without a blank", NAME, "name: {vi:}", ("yaml-missing-colon 1:8",)),
    Case("a bar and words", NAME, "name: | Chè Shan", ("yaml-odd-character 1:9",)),
    Case("a closing bracket only", "season: [3, 4]", "season: ]", ("yaml-odd-character 5:9",)),
    Case("a directive", WHOLE, "%YAML 1.3\n---\nname: x", ("yaml-odd-character 1:1",)),
    Case("a backslash in quotes", NAME, 'name: "Chè \\q"', ("yaml-bad-escape 1:12",)),
    Case("half of a surrogate pair", NAME, 'name: "Chè \\ud800"', ("yaml-bad-escape 1:14",)),
    Case("words after a closing brace", WHOLE, "{name: Chè} Shan", ("yaml-not-readable 1:13",)),
    Case("a list as the file", WHOLE, "- Chè\n- Trà\n", ("yaml-not-a-mapping 1:1",)),
    Case("prose as the file", WHOLE, "Chè rất ngon\n", ("yaml-not-a-mapping 1:1",)),
    Case("an anchor", NAME, "name: &ten Chè Shan", ("yaml-anchor 1:7",)),
    Case("an alias", NAME, "name: *ten", ("yaml-anchor 1:7",)),
    Case("a star and words", NAME, "name: * Chè Shan", ("yaml-anchor 1:7",)),
    Case("an anchor in a list", "season: [3, 4]", "season: [&a 3, 4]", ("yaml-anchor 5:10",)),
    Case("a merge key", NAME, f"{NAME}\n<<: *goc", ("yaml-anchor 2:5",)),
    Case("a tag", "season: [3, 4]", 'season: !!timestamp "x"', ("yaml-tag 5:9",)),
    Case("a tag for code", NAME, 'name: !!python/object/apply:os.system ["ls"]', ("yaml-tag 1:7",)),
    Case("an exclamation mark first", NAME, "name: ! Chè ngon", ("yaml-tag 1:7",)),
    Case("an unknown tag handle", NAME, "name: !e!x Chè", ("yaml-tag 1:7",)),
    Case("a list as a key", NAME, "[a, b]: c", ("missing-key 1:1 name", "yaml-key-not-text 1:1")),
    Case("a key twice", PRICE, f"{PRICE}\n    price: 99000", ("yaml-key-twice 10:5 variants[1].price",), "dòng 9"),
    Case("a language twice", NAME, "name: {vi: Chè Shan, vi: Trà Shan}", ("yaml-key-twice 1:22 name.vi",), "dòng 1"),
    Case("a second document", "producer: to-mau", "---\nproducer: to-mau", ("yaml-second-document 3:1",)),
    Case("an end in the middle", "producer: to-mau", "...\nproducer: to-mau", ("yaml-second-document 4:1",)),
    Case("a hash in a value", PRICE, "price: 120000 #1", ("yaml-hash-cuts-value 9:18",), "#1"),
    Case(
        "a hash in a list's entry", "season: [3, 4]", "highlights:\n  - Chè số #1", ("yaml-hash-cuts-value 6:11",), "#1"
    ),
)

KEYS = (
    Case("a mistyped key", "category: tra", "categry: tra", ("unknown-key 2:1 categry",), "category (Nhóm hàng)"),
    Case("a Vietnamese key", PRICE, "giá: 120000", ("unknown-key 9:5 variants[1].giá",), "price (Giá)"),
    Case("a Vietnamese key without marks", PRICE, "gia: 120000", ("unknown-key 9:5 variants[1].gia",), "price (Giá)"),
    Case("a capital", "category: tra", "Category: tra", ("unknown-key 2:1 Category",), "category (Nhóm hàng)"),
    Case(
        "a key one level too high",
        "season: [3, 4]",
        "price: 120000",
        ("unknown-key 5:1 price",),
        "variants (Quy cách) → price (Giá)",
    ),
    Case(
        "a mistyped key one level too high",
        "season: [3, 4]",
        "pirce: 120000",
        ("unknown-key 5:1 pirce",),
        "“variants (Quy cách) → price (Giá)”",
    ),
    Case(
        "a key of several records",
        "season: [3, 4]",
        "issued: 2026-01-01",
        ("unknown-key 5:1 issued",),
        "ocop (Công nhận OCOP) → issued (Ngày quyết định)",
    ),
    Case("a key like none", "season: [3, 4]", "zzz: 1", ("unknown-key-no-idea 5:1 zzz",), "zzz"),
    Case("no name", f"{NAME}\n", "", ("missing-key 1:1 name",), "name"),
    Case("no SKU", "sku: CHE-100\n    net", "net", ("missing-key 7:5 variants[1].sku",), "sku"),
    Case("a name left open", NAME, "name:", ("missing-key 1:1 name",), "name"),
    Case("a list for a text", NAME, "name: [Chè, Trà]", ("text-not-list 1:7 name",)),
    Case("a list for a price", PRICE, "price: [120000]", ("text-not-list 9:12 variants[1].price",)),
    Case("keys for a text", "category: tra", "category: {id: tra}", ("text-not-keys 2:11 category",)),
    Case("text for keys", WHOLE, PRODUCT + "ocop: 4 sao\n", ("keys-not-text 15:7 ocop",), "4 sao"),
    Case("a text for variants", VARIANTS, "  Gói 100 g\n", ("keys-not-text 7:3 variants[1]",), "Gói 100 g"),
    Case("a list for keys", WHOLE, PRODUCT + "ocop: [4]\n", ("keys-not-list 15:7 ocop",), "stars"),
    Case("no variant", VARIANTS, "  []\n", ("list-too-short 7:3 variants",), "0"),
    Case(
        "51 variants",
        VARIANTS,
        "".join(f"  - sku: CHE-{n}\n" for n in range(51)),
        ("list-too-long 7:3 variants",),
        "51",
    ),
    Case("13 months", "season: [3, 4]", f"season: {[1] * 13}", ("list-too-long 5:9 season",), "13"),
    Case("empty quotes", NAME, 'name: ""', ("value-empty 1:7 name",)),
    Case("an empty price", PRICE, "price: ''", ("value-empty 9:12 variants[1].price",)),
    Case("a short name", NAME, "name: Chè", ("text-too-short 1:7 name",), "Chè"),
    Case("a name of 121 characters", NAME, "name: " + "a" * 121, ("text-too-long 1:7 name",), "121"),
    Case("a brand of 71 characters", "season: [3, 4]", "brand: " + "b" * 71, ("text-too-long 5:8 brand",), "71"),
    Case("only English", NAME, "name: {en: Shan tea}", ("words-without-vietnamese 1:7 name",)),
    Case("no language", NAME, "name: {tiếng Việt: Chè}", ("language-not-a-tag 1:8 name.tiếng Việt",), "tiếng Việt"),
    Case("a language in capitals", NAME, "name: {VI: Chè Shan}", ("language-not-a-tag 1:8 name.VI",), "VI"),
)

IDS = (
    Case("an id with marks", "to-mau", "tổ-mẫu", ("id-not-plain 3:11 producer",), "ví dụ to-mau"),
    Case("an id of one letter", "to-mau", "t", ("id-not-plain 3:11 producer",), "ví dụ t-1"),
    Case("an id of 61 letters", "to-mau", "t" * 61, ("id-not-plain 3:11 producer",), "2 đến 60"),
    Case("an id that Windows keeps", "to-mau", "con", ("id-not-plain 3:11 producer",), "con-x"),
    Case(
        "a group with marks",
        "category: tra",
        "category: Dao kéo",
        ("category-unknown 2:11 category",),
        "Có phải dao-keo (Dao, kéo)?",
    ),
    Case(
        "a group with marks like none",
        "category: tra",
        "category: Ô tô",
        ("category-unknown 2:11 category",),
        "Chọn một nhóm như ",
    ),
    Case("another id than the folder", NAME, f"id: che-khac\n{NAME}", ("id-not-the-name 1:5 id",), "che-khac"),
    Case("a SKU with blanks", "sku: CHE-100", "sku: Chè 100", ("sku-not-plain 7:10 variants[1].sku",), "CHE-100"),
    Case(
        "a GTIN with blanks",
        "8938505974194",
        "893 850597419",
        ("gtin-not-digits 10:11 variants[1].gtin",),
        "893 850597419",
    ),
    Case("a short GTIN", "8938505974194", "893850597419", ("gtin-check-digit 10:11 variants[1].gtin",), "893850597419"),
    Case("a GTIN without its zero", "8938505974194", "123456789", ("gtin-length 10:11 variants[1].gtin",), "123456789"),
    Case(
        "a wrong check digit",
        "8938505974194",
        "8938505974190",
        ("gtin-check-digit 10:11 variants[1].gtin",),
        "8938505974190",
    ),
    Case(
        "a shop's own number",
        "8938505974194",
        "2012345678900",
        ("gtin-in-store 10:11 variants[1].gtin",),
        "2012345678900",
    ),
    Case("a coupon", "8938505974194", "9912345678901", ("gtin-coupon 10:11 variants[1].gtin",), "9912345678901"),
)

VALUES = (
    price("in words", "ba trăm nghìn", "price-not-dong"),
    price("with a leading zero", "0123", "price-not-dong"),
    price("as a clock", "7:30", "price-not-dong"),
    price("as no", "no", "price-not-dong"),
    price("not a number", ".nan", "price-not-dong"),
    price("without end", "1.0e+999", "price-not-dong"),
    price("of zero", "0", "price-not-dong"),
    price("with an unclear scale", "1.250k", "price-ambiguous"),
    price("in hexadecimal", "0x1F40", "price-not-dong"),
    price("with underscores", "120_000", "price-not-dong"),
    price("in shorthand", "150k", "price-shorthand", "150000"),
    price("in millions", "1tr2", "price-shorthand", "1200000"),
    price("without its thousands", "150", "price-too-small", "150000"),
    price("of a city", "999999999999999", "price-too-large"),
    price("with decimals", "120000.50", "price-fraction"),
    price("from to", "100000 - 120000", "price-range"),
    price("of two kilos", "100.000đ/2kg", "price-ambiguous"),
    Case(
        "a price of a kilo for 100 g",
        PRICE,
        "price: 150.000/kg",
        ("price-per-unit 9:12 variants[1].price",),
        "Giá của 100 g là bao nhiêu?",
    ),
    Case(
        "a price of the kilo that is sold",
        "    net: 100 g\n    price: 120000",
        "    net: 1 kg\n    price: 150.000đ/ KG",
        ("price-shorthand 9:12 variants[1].price",),
        "150000",
    ),
    Case(
        "a price of a kilo for 1000 g",
        "    net: 100 g\n    price: 120000",
        "    price: 150k/kg\n    net: 1000 g",
        ("price-shorthand 8:12 variants[1].price",),
        "150000",
    ),
    Case(
        "a price of a bunch for five",
        "    net: 100 g\n    price: 120000",
        "    net: 5 bó\n    price: 20k/bó",
        ("price-per-unit 9:12 variants[1].price",),
        "Giá của 5 bó là bao nhiêu?",
    ),
    Case(
        "a price of a kilo without net",
        "    net: 100 g\n    price: 120000",
        "    price: 150.000/kg",
        ("price-per-unit 8:12 variants[1].price",),
        "Thêm dòng  net:",
    ),
    Case(
        "a sale price of a kilo",
        PRICE,
        "sale: {price: 90k/kg, since: 01/03/2027, until: 02/03/2027}",
        ("price-per-unit 9:19 variants[1].sale.price",),
        "Giá của 100 g là bao nhiêu?",
    ),
    Case(
        "a postage for each kilo",
        "season: [3, 4]",
        "shipping_fee: 30k/kg",
        ("price-shorthand 5:15 shipping_fee",),
        "30000",
    ),
    Case(
        "a sale as a price",
        PRICE,
        "sale: 100.000",
        ("keys-in-short 9:11 variants[1].sale",),
        "Viết  sale: {price: 100000, since: ",
    ),
    Case("a sale in words", PRICE, "sale: giảm mạnh", ("keys-not-text 9:11 variants[1].sale",), "price, since, until"),
    Case("no stock in words", PRICE, "stock: hết hàng", ("stock-in-words 9:12 variants[1].stock",), "stock: 0"),
    Case("stock in words", PRICE, "stock: Còn", ("stock-in-words 9:12 variants[1].stock",), "status: còn hàng"),
    Case("stock in other words", PRICE, "stock: nhiều", ("number-not-whole 9:12 variants[1].stock",), "nhiều"),
    Case(
        "a weight with a comma",
        "net: 100 g",
        "net: 1,500 g",
        ("quantity-ambiguous 8:10 variants[1].net",),
        "có thể là 1,5 g hay 1500 g",
    ),
    Case(
        "a kilo with a comma",
        "net: 100 g",
        "net: 2,000 kg",
        ("quantity-ambiguous 8:10 variants[1].net",),
        "có thể là 2 kg hay 2000 kg",
    ),
    Case(
        "a weight with two signs",
        "net: 100 g",
        "net: 1.5.0 g",
        ("quantity-not-readable 8:10 variants[1].net",),
        "1.5.0 g",
    ),
    Case(
        "months in words",
        "season: [3, 4]",
        "season: tháng 3 đến tháng 5",
        ("months-not-listed 5:9 season[1]",),
        "[3, 4, 5]",
    ),
    Case("months from to", "season: [3, 4]", "season: [11-2]", ("months-not-listed 5:10 season[1]",), "[11, 12, 1, 2]"),
    Case(
        "months without brackets",
        "season: [3, 4]",
        "season: 3, 4 và 9",
        ("months-not-listed 5:9 season[1]",),
        "[3, 4, 9]",
    ),
    Case("months that are none", "season: [3, 4]", "season: 3-13", ("number-not-whole 5:9 season[1]",), "3-13"),
    price("to be agreed", "thỏa thuận", "price-negotiable"),
    price("below zero", "-5000", "price-negative"),
    Case("5,000 digits", PRICE, "price: " + "1" * 5000, ("price-too-large 9:12 variants[1].price",), "1111"),
    Case("a weight without a unit", "net: 100 g", "net: nặng", ("quantity-not-readable 8:10 variants[1].net",), "nặng"),
    Case(
        "a day that is none",
        PRICE,
        "available_from: mai",
        ("date-not-readable 9:21 variants[1].available_from",),
        "mai",
    ),
    Case(
        "the 30th of February",
        PRICE,
        "available_from: 2026-02-30",
        ("date-no-such-day 9:21 variants[1].available_from",),
        "2026-02-30",
    ),
    Case(
        "a year that is mistyped",
        PRICE,
        "available_from: 01/03/0207",
        ("date-year-unlikely 9:21 variants[1].available_from",),
        "207",
    ),
    Case("no whole number", "season: [3, 4]", "season: [3, tư]", ("number-not-whole 5:13 season[2]",), "tư"),
    Case("no month", "season: [3, 4]", "season: [3, 13]", ("number-out-of-range 5:13 season[2]",), "13"),
    Case("no number", WHOLE, PRODUCT + "alcohol: mạnh\n", ("number-not-readable 15:10 alcohol",), "mạnh"),
    Case("too strong", WHOLE, PRODUCT + "alcohol: 97\n", ("number-out-of-range 15:10 alcohol",), "97"),
    Case("neither yes nor no", "season: [3, 4]", "example: có lẽ", ("not-yes-or-no 5:10 example",), "có lẽ"),
    Case("no choice", "status: còn hàng", "status: còn ít", ("not-a-choice 11:13 variants[1].status",), "còn ít"),
    Case(
        "a choice like one",
        "status: còn hàng",
        "status: còn hàn",
        ("not-a-choice 11:13 variants[1].status",),
        "Có phải in_stock (còn hàng)?",
    ),
    Case("no span of time", "season: [3, 4]", "shelf_life: lâu", ("duration-not-readable 5:13 shelf_life",), "lâu"),
    Case(
        "marks in the site's address",
        "site_url: https://muong-mau.example",
        "site_url: https://mường-mẫu.example/chợ",
        ("site-url-not-ascii 3:11 site_url",),
        "https://xn--mng-mu-3zb0740dzma.example/ch%E1%BB%A3",
        kind="commune",
    ),
    Case("no address", "season: [3, 4]", "trace_url: trang của tôi", ("url-not-http 5:12 trace_url",), "trang của tôi"),
    Case("half an address", "season: [3, 4]", "trace_url: https://[x", ("url-not-http 5:12 trace_url",), "https://[x"),
    Case(
        "an address without a host", "season: [3, 4]", "trace_url: https://?x", ("url-not-http 5:12 trace_url",), "?x"
    ),
    Case(
        "half a site's address",
        "site_url: https://muong-mau.example",
        "site_url: https://[mường-mẫu",
        ("site-url-not-ascii 3:11 site_url",),
        "https://[",
        kind="commune",
    ),
    Case(
        "a script as an address",
        "season: [3, 4]",
        "trace_url: javascript:alert(1)",
        ("url-not-http 5:12 trace_url",),
        "alert",
    ),
    Case(
        "a file elsewhere", "che.jpg", "../../mat.jpg", ("file-outside-folder 13:11 photos[1].file",), "../../mat.jpg"
    ),
    Case("a file of the disk", "che.jpg", "C:/mat.jpg", ("file-outside-folder 13:11 photos[1].file",), "C:/mat.jpg"),
    Case(
        "a file of the system", "che.jpg", "/etc/mat.jpg", ("file-outside-folder 13:11 photos[1].file",), "/etc/mat.jpg"
    ),
    Case("a backslash", "che.jpg", "..\\mat.jpg", ("file-outside-folder 13:11 photos[1].file",), "mat.jpg"),
    Case("a photo of an iPhone", "che.jpg", "IMG_1.HEIC", ("photo-format-not-read 13:11 photos[1].file",), "hop-thu/"),
    Case("a document as a photo", "che.jpg", "che.pdf", ("photo-not-a-picture 13:11 photos[1].file",), "che.pdf"),
)

OTHERS = (
    Case("no phone", "0912 345 678", "gọi chợ", ("phone-not-readable 3:8 phone",), "gọi chợ", "producer"),
    Case("a foreign phone", "0912 345 678", "+1 202 555 0100", ("phone-not-readable 3:8 phone",), "555", "producer"),
    Case("two phones", "0912 345 678", "0912345678/0987654321", ("phone-several 3:8 phone",), "0987", "producer"),
    *(
        Case(f"two phones as {written}", "0912 345 678", written, ("phone-several 3:8 phone",), "0987", "producer")
        for written in ("0912 345 678 - 0987 654 321", "0912345678 hoặc 0987654321", "0912345678 0987654321")
    ),
    Case("a phone from Excel", "0912 345 678", "912345678", ("phone-missing-zero 3:8 phone",), "912345678", "producer"),
    Case("a phone of 2017", "0912 345 678", "0168 234 5678", ("phone-old-mobile 3:8 phone",), "0168", "producer"),
    Case("no e-mail", "phone: 0912 345 678", "email: ten.vn", ("email-not-readable 3:8 email",), "ten.vn", "producer"),
    Case("no lunar day", "day: 10/1", "day: ngày tốt", ("lunar-not-readable 4:14 lunar.day",), "ngày tốt", "event"),
    Case("no clock", WHOLE, COMMUNE + "contact: {hours: [{opens: sáng, closes: 17:00}]}\n",
         ("time-not-readable 6:27 contact.hours[1].opens",), "sáng", "commune"),
    Case("no colour", WHOLE, COMMUNE + "palette: {ink: xanh}\n", ("colour-not-hex 6:16 palette.ink",), "xanh",
         "commune"),
    Case("no language of the site", WHOLE, COMMUNE + "languages: [vi, Anh]\n",
         ("language-not-a-tag 6:17 languages[2]",), "Anh", "commune"),
    Case("no check to switch off", WHOLE, COMMUNE + "checks: {off: [sup-nhất]}\n",
         ("check-unknown 6:16 checks.off[1]",), "Có phải sup-nhat (chữ “nhất”)?", "commune"),
    Case("latitude and longitude exchanged", WHOLE, COMMUNE + "point: {lat: 106.41, lon: 22.71}\n",
         ("point-outside-vietnam 6:14 point.lat", "point-outside-vietnam 6:27 point.lon"), "106.41", "commune"),
    Case("a position as two numbers", WHOLE, COMMUNE + "point: 21.22, 104.91\n", ("keys-in-short 6:8 point",),
         "Viết  point: {lat: 21.22, lon: 104.91}", "commune"),
    Case("a position as a list", WHOLE, COMMUNE + "point: [104.91, 21.22]\n", ("keys-in-short 6:8 point",),
         "point: {lat: 21.22, lon: 104.91}", "commune"),
    Case("a position elsewhere", WHOLE, COMMUNE + "point: 48.85, 2.35\n", ("keys-not-text 6:8 point",),
         "lat, lon", "commune"),
    Case("a header that never closes", "---\nMời", "Mời", ("header-not-closed 1:1",), "", "event"),
    Case("no header", WHOLE, "Mời đến chơi.\n", ("header-missing 1:1",), "", "event"),
    Case("an empty header", WHOLE, "---\n---\nMời\n", ("header-missing 1:1",), "", "event"),
    Case("the text in the header", "lunar:", "body: Mời đến\nlunar:", ("body-in-header 4:7 body",), "", "event"),
    Case("a mistake in a header is told at its line in the file", "lunar: {day: 10/1}", "\tlunar: 1",
         ("yaml-tab 4:1",), "", "event"),
    Case("a day in a header", "2026-09-15", "hôm qua", ("date-not-readable 3:7 date",), "hôm qua", "news"),
)  # fmt: skip

CARD = write_vietqr(VietQR("970403", "9704031101234567", to_card=True))
STRANGE = write_vietqr(VietQR("970499", "0011012345678"))
PHONE = "phone: 0912 345 678"
CODE = "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN"


def paid(name: str, fields: str, code: str, shows: str = "", column: int = 0) -> Case:
    """Write a producer's payment whose first field is wrong."""
    at = column or len(fields.partition(": ")[0]) + 14
    field = fields.partition(":")[0]
    return Case(f"a payment {name}", PHONE, f"payment: {{ {fields}, holder: LO THI MAU }}",
                (f"{code} 3:{at} payment.{field}",), shows, "producer")  # fmt: skip


def pasted(name: str, old: str, new: str, reason: str, shows: str = "") -> Case:
    """Write a payment by a code in which something was replaced, its checksum right again."""
    body = CODE.replace(old, new) if old else CODE + new
    text = body if "6304" in body[-8:] else f"{body}6304{checksum(body + '6304')}"
    return paid(f"by a code {name}", f'payload: "{text}"', f"vietqr-{reason}", shows)


PAYMENTS = (
    paid("to no bank", "bank: ngân hàng xã", "bank-unknown", "ngân hàng xã"),
    paid("to a mistyped bank", "bank: Vietcombnk", "bank-unclear", "Vietcombank (970436)"),
    paid("to one of two banks", "bank: CIMB", "bank-unclear", "CIMBBank (970459)"),
    paid("to an account with its bank", "account: VCB 0011-0123", "account-not-readable", "VCB 0011-0123"),
    paid("to a card", 'account: "9704 0311 0123 4567"', "account-is-card", "9704…4567"),
    paid("by a link", "payload: https://me.momo.vn/abc", "vietqr-not-a-code", "me.momo.vn"),
    pasted("with marks", "", "5906LÒ MẪU", "characters"),
    pasted("cut off", "5802VN", "5812VN6304ABCD", "length"),
    pasted("with a part twice", "", "5303704", "twice", "53"),
    paid("by a code without its end", f'payload: "{CODE}"', "vietqr-checksum-missing"),
    pasted("with another account", "5802VN", "5802VN63040000", "checksum"),
    pasted("of another version", "000201", "000202", "version"),
    pasted("of no known use", "010211", "010219", "method"),
    pasted("of a shop's terminal", "A000000727", "A000000775", "other-network"),
    pasted("without a bank", "970403", "97O403", "bank"),
    pasted("with a broken account", "0011012345678", "0011.12345678", "account"),
    pasted("to neither account nor card", "QRIBFTTA", "QRIBFTTX", "service"),
    pasted("in dollars", "5303704", "5303840", "currency"),
    pasted("of another country", "5802VN", "5802TH", "country"),
    pasted("with cents", "5802VN", "5406150.555802VN", "amount"),
    pasted("with a fortune", "5802VN", "54095000000005802VN", "over-limit"),
    pasted("with a long name", "5802VN", "5802VN5926" + "A" * 26, "too-long", "59"),
    pasted("with half a category", "5303704", "5202545303704", "category"),
    pasted("with an amount", "5802VN", "54061800005802VN", "once"),
    pasted("for one payment", "010211", "010212", "once"),
    paid("by a card's code", f'payload: "{CARD}"', "account-is-card", "9704…4567"),
    paid("by a code of no bank that we know", f'payload: "{STRANGE}"', "bank-unknown", "970499"),
    Case(
        "a payment to nobody",
        PHONE,
        "payment: {bank: VCB, account: '0011012345678'}",
        ("missing-key 3:10 payment.holder",),
        "holder",
        "producer",
    ),
)

CASES = (*PAYMENTS, *FILES, *FORM, *KEYS, *IDS, *VALUES, *OTHERS)
