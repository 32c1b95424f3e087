"""Words that need a paper, and goods the law knows: what is told where, and what the pages say of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from chophien.diagnostics import Level

from .commune import build, found, product, write

DRINK = """
    name: {vi: Rượu nếp mẫu, en: Sample rice wine}
    category: ruou
    producer: to-mau
    summary: {vi: Rượu nếp ủ men lá., en: Rice wine made with leaf yeast.}
    restricted: rượu
    alcohol: STRENGTH
    certificates: [{name: Giấy phép bán lẻ rượu, kind: licence, no: 7/GP}]
    variants: [{sku: ruou-1, net: 500 ml, price: 90000}]
    """


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return found(tmp_path / "xa", goods=1)


def told(root: Path) -> list[str]:
    """Return what is told of words, as code, level, file and line, in the order of places."""
    outcome = build(root)
    return [
        f"{item.code} {item.level} {item.file}:{item.line}"
        for item in sorted(outcome.diagnostics, key=lambda item: item.order)
        if item.code.startswith(("claim-", "personal-"))
    ]


def page(root: Path, path: str) -> str:
    """Return the text of a page of the built site."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", (root / "output" / path).read_text("utf-8"), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def test_words_in_disguise_are_told_where_they_stand(root: Path) -> None:
    write(root, "products/che-mau/product.yaml", """
        name: {vi: Chè mẫu, en: Sample tea}
        category: che
        producer: to-mau
        summary: Ch\u200bè b\u200bản, chữ\u200ba b\u200bệnh gan. Thơm nh\u200bất.
        description:
          vi: |
            Giá \uff11\uff10 USD. Gọi \uff10\uff19\uff11\uff12 \uff13\uff14\uff15 \uff16\uff17\uff18.
            Gọ\u00adi 09\u200b12 345 \u2060678.
        variants: [{sku: che-1, price: 50000}]
        """)  # fmt: skip
    wanted = [
        ("claim-medical", 4, 21), ("claim-superlative", 4, 38), ("claim-currency", 7, 12), ("contact-in-text", 7, 21),
        ("contact-in-text", 8, 10),
    ]  # fmt: skip
    told = sorted(build(root).diagnostics, key=lambda item: item.order)
    codes = {code for code, _, _ in wanted}
    assert [(item.code, item.line, item.column) for item in told if item.code in codes] == wanted
    lines = (root / "products/che-mau/product.yaml").read_text("utf-8").split("\n")
    assert [lines[line - 1][column - 1 :][:3] for _, line, column in wanted[:2]] == ["chữ", "Thơ"]


def test_words_are_told_at_their_line(root: Path) -> None:
    write(root, "products/che-mau/product.yaml", """
        name: {vi: Chè mẫu, en: Sample tea}
        category: che
        producer: to-mau
        summary: Chè sao bằng chảo gang, giải nhất hội thi.
        description:
          vi: |
            Được giải nhất hội thi. Thơm
            **nhất** bản.

            Chè chữa bệnh
            dạ dày, thơm nhất bản.
          en: |
            Picked by hand.
            The best tea.
        story:
          unique: Chè duy nhất của xã.
        variants: [{sku: che-1, price: 50000}]
        """)  # fmt: skip
    file = "products/che-mau/product.yaml"
    assert told(root) == [
        f"claim-superlative error {file}:7",
        f"claim-medical error {file}:10",
        f"claim-superlative error {file}:11",
        f"claim-superlative-like warning {file}:14",
        f"claim-superlative error {file}:16",
    ]


def test_words_of_a_translation_are_told_in_its_file(root: Path) -> None:
    write(root, "content/places/ban-mau/index.en.md", """
        ---
        summary: The best village.
        ---

        Walk on.
        The only one of its kind.
        """)  # fmt: skip
    write(root, "content/places/nha-mau/index.md", """
        ---
        kind: homestay
        name: {vi: Nhà sàn Mẫu, en: The best stilt house}
        summary: Nhà sàn đón khách qua đêm.
        stay: {mattresses: 5, price_person: 111000}
        ---
        Nhà sàn năm gian.

        Nhà đẹp nhất bản.
        """)  # fmt: skip
    assert told(root) == [
        "claim-superlative-like notice content/places/ban-mau/index.en.md:2",
        "claim-superlative-like notice content/places/ban-mau/index.en.md:6",
        "claim-superlative-like notice content/places/nha-mau/index.md:3",
        "claim-superlative warning content/places/nha-mau/index.md:9",
    ]


def test_words_of_the_commune_and_its_news_are_told(root: Path) -> None:
    file = root / "commune.yaml"
    file.write_text(file.read_text("utf-8") + "about: Xã đẹp nhất tỉnh.\n", encoding="utf-8")
    write(root, "content/news/tin-mau.md", "---\ntitle: Tin mẫu\ndate: 2026-11-01\n---\nCCCD 001099012345.\n")
    line = len(file.read_text("utf-8").splitlines())
    assert told(root) == [
        f"claim-superlative warning commune.yaml:{line}",
        "personal-id error content/news/tin-mau.md:5",
    ]


def test_a_commune_switches_words_off_by_their_name(root: Path) -> None:
    write(root, "products/che-mau/product.yaml", product("che-mau", more="usage: Thơm nhất khi nóng.\n"))
    assert [line.split()[0] for line in told(root)] == ["claim-superlative"]
    file = root / "commune.yaml"
    own = file.read_text("utf-8")
    file.write_text(own + "checks: {off: [sup-nhat]}\n", encoding="utf-8")
    assert told(root) == []
    file.write_text(own + "checks: {off: [sup-nhất]}\n", encoding="utf-8")
    outcome = build(root)
    (item,) = [item for item in outcome.diagnostics if item.code == "check-unknown"]
    assert (item.level, item.values["suggestion"]) == (Level.ERROR, "sup-nhat (chữ “nhất”)")


def test_evidence_lets_a_superlative_pass_and_is_named_on_the_page(root: Path) -> None:
    more = """
        usage: Thơm nhất khi nóng.
        claims: [{text: Thơm nhất, evidence: Giấy chứng nhận hội thi chè, issued: 01/03/2026}]
        """
    write(root, "products/che-mau/product.yaml", product("che-mau", more=more))
    assert told(root) == []
    shown = page(root, "san-pham/che-mau.html")
    assert "“Thơm nhất”: Giấy chứng nhận hội thi chè" in shown
    assert "01/03/2026" in shown


@pytest.mark.parametrize("strength", ["12", "30"])
def test_drink_is_shown_with_its_warnings_and_never_paid_on_delivery(root: Path, strength: str) -> None:
    file = root / "commune.yaml"
    policies = "returns: {accepted: có, days: 7}\n  payment: [transfer, cod]"
    file.write_text(file.read_text("utf-8").replace("returns: {accepted: có, days: 7}", policies), encoding="utf-8")
    write(root, "products/ruou/product.yaml", DRINK.replace("STRENGTH", strength))
    assert build(root).ok
    shown = page(root, "san-pham/ruou.html")
    assert "Không bán cho người dưới 18 tuổi. Uống rượu, bia có hại cho sức khỏe." in shown
    assert "trả khi nhận hàng" not in shown
    assert ("không nhận tiền mặt khi giao hàng" in shown) is (strength == "12")
    assert ("90.000" in shown) is (strength == "12")
    assert "Rượu, bia bán qua mạng: chỉ trả không dùng tiền mặt" in page(root, "thanh-toan.html")
    for feed in ("google.xml", "google.tsv", "meta.csv", "tiktok.csv"):
        assert "ruou-1" not in (root / "output/feeds" / feed).read_text("utf-8"), feed


def test_a_food_supplement_says_what_the_law_wants_word_for_word(root: Path) -> None:
    more = "restricted: thực phẩm bảo vệ sức khỏe\n"
    write(root, "products/che-mau/product.yaml", product("che-mau", more=more))
    assert build(root).ok
    law = "Thực phẩm bảo vệ sức khỏe. Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh."
    assert law in page(root, "san-pham/che-mau.html")
    assert any(law in file.read_text("utf-8") for file in (root / "output/listings").rglob("*.txt"))


KNIFE = """
    restricted: dao
    blade: {length_cm: 18, width_cm: 4, pointed: không}
    """


def test_a_knife_shows_its_blade_and_stays_out_of_feeds_until_it_is_let_in(root: Path) -> None:
    write(root, "products/dao/product.yaml", product("dao", more=KNIFE, photo=True))
    write(root, "products/dao/anh.png", (root / "products" / "che-mau" / "anh.png").read_bytes())
    assert build(root).ok
    assert "dài 18 cm, rộng 4 cm" in page(root, "san-pham/dao.html")
    feed = root / "output/feeds/google.xml"
    assert "dao-100" not in feed.read_text("utf-8")
    more = KNIFE + "feeds: {allow_restricted: có}\n"
    write(root, "products/dao/product.yaml", product("dao", more=more, photo=True))
    assert build(root).ok
    assert "dao-100" in feed.read_text("utf-8")


def test_who_sells_food_has_an_address(root: Path) -> None:
    def lacking() -> list[str]:
        return [item.file for item in build(root).diagnostics if item.code == "food-without-address"]

    assert lacking() == []  # a demonstration
    file = root / "commune.yaml"
    file.write_text(file.read_text("utf-8").replace("example: có\n", ""), encoding="utf-8")
    assert lacking() == ["content/producers/to-mau.yaml"]
    own = file.read_text("utf-8")
    file.write_text(own + "checks: {off: [food-without-address]}\n", encoding="utf-8")
    assert lacking() == []
    file.write_text(own, encoding="utf-8")
    seller = root / "content/producers/to-mau.yaml"
    seller.write_text(seller.read_text("utf-8") + "address: {street: Bản Mẫu}\n", encoding="utf-8")
    assert lacking() == []


def test_stars_that_ran_out_are_nowhere_in_the_site(root: Path) -> None:
    file = root / "commune.yaml"
    file.write_text(file.read_text("utf-8").replace("share_cards: none\n", ""), encoding="utf-8")
    more = "ocop: {stars: 4, decision: 987/QĐ-UBND, issued: 24/11/2023, code: 83-28780-3-2023}\n"
    write(root, "products/che-mau/product.yaml", product("che-mau", more=more, photo=True))

    def naming(marks: str) -> set[str]:
        output = root / "output"
        found = set()
        for path in output.rglob("*"):
            written = path.suffix in {".html", ".json", ".jsonl", ".xml", ".csv", ".tsv", ".txt", ".ics"}
            if written and re.search(marks, path.read_text("utf-8"), re.IGNORECASE):
                found.add(path.relative_to(output).as_posix())
        return found

    stars = r"\b4 sao\b|4[- ]stars?|987/QĐ-UBND|83-28780|★"
    assert build(root, date(2026, 11, 24)).ok  # the last day
    assert {"san-pham/che-mau.html", "data/catalog.json", "feeds/google.xml"} <= naming(stars)
    cards = {path.name for path in (root / "output").rglob("*.jpg") if "che-mau" in path.name}
    assert build(root, date(2026, 11, 25)).ok
    assert naming(stars) == set()
    # What staff are told of papers that are missing may name the programme.
    assert {path.partition("/")[0] for path in naming(r"\bocop\b")} <= {"feeds", "listings"}
    drawn = {path.name for path in (root / "output/chia-se").rglob("*.jpg") if "che-mau" in path.name}
    assert drawn and not drawn & cards  # the pictures that showed the stars were drawn anew
