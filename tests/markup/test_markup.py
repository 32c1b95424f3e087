"""Staff-written Markdown: HTML in it is text, links cannot run anything, no text takes long."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chophien.markup import figure, html, pictures, plain, shorten

ALLOWED = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "s", "code", "pre", "blockquote",
    "hr",
    "br", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"href", "title", "rel", "start", "class", "tabindex"}
SCHEMES = ("http:", "https:", "mailto:", "tel:")


class Seen(HTMLParser):
    """Collects what a browser would see as live."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.links: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.bad.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.bad.append(f"{tag} {name}")
            if name == "href":
                self.links.append(value or "")
                scheme = (value or "").split("/")[0].split("?")[0].split("#")[0].strip().lower()
                if ":" in scheme and not scheme.startswith(SCHEMES):
                    self.bad.append(f"href {value}")

    def handle_comment(self, data: str) -> None:
        self.bad.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.bad.append("declaration")


PAYLOADS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.example></ScRiPt>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<!-- --!><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php alert(1) ?>",
    "<style>@import 'x'</style>",
    "<details open ontoggle=alert(1)>x</details>",
    "<base href=//x.example>",
    "<form action=//x.example><input name=a></form>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](https://x.example/theo-doi.gif)",
    '[x](https://a.example "t\\" onclick=alert(1)")',
    "```<script>\n<script>alert(1)</script>\n```",
    "`<script>alert(1)</script>`",
    "# <script>alert(1)</script>",
    "| <script> |\n|---|\n| <img onerror=alert(1)> |",
    "x{onclick=alert(1)}",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_live_comes_out(payload: str) -> None:
    for text in (payload, f"Chè ngon {payload} lắm", f"- {payload}", f"> {payload}", f"**{payload}**"):
        assert Seen(html(text)).bad == []


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        st.sampled_from([*PAYLOADS, "\n", "\n\n", "  ", "    ", "*", "[", "](", ")", "<", ">", "`", "|", "chè"]),
        max_size=6,
    )
)
def test_nothing_live_comes_out_of_any_mixture(parts: list[str]) -> None:
    assert Seen(html("".join(parts))).bad == []


def test_html_is_shown_as_text() -> None:
    assert html("Chè <b>ngon</b> &amp; sạch & rẻ") == "<p>Chè &lt;b&gt;ngon&lt;/b&gt; &amp; sạch &amp; rẻ</p>\n"


def test_links_of_the_four_kinds_live() -> None:
    text = "[a](https://vi.example/x?y=1&z=2) [b](mailto:a@b.vn) [c](tel:+84912345678) [d](place/ban-mau) [e](#dau)"
    seen = Seen(html(text))
    assert seen.bad == []
    assert seen.links == ["https://vi.example/x?y=1&z=2", "mailto:a@b.vn", "tel:+84912345678", "place/ban-mau", "#dau"]


def test_a_link_outside_gives_nothing_away() -> None:
    assert 'rel="noopener"' in html("[a](https://vi.example)")
    assert "rel=" not in html("[a](place/ban-mau)")


def test_a_link_is_rewritten() -> None:
    made = html("[Bản](place/ban-mau)", link=lambda href: f"../dia-diem/{href.partition('/')[2]}.html")
    assert made == '<p><a href="../dia-diem/ban-mau.html">Bản</a></p>\n'


@pytest.mark.parametrize(("source", "top", "wanted"), [
    ("# A\n\n## B\n\n###### C", 2, ["h2", "h3", "h6"]),
    ("## A\n\n### B\n\n## C", 2, ["h2", "h3", "h2"]),
    ("### A\n\n##### B\n\n# C", 3, ["h5", "h6", "h3"]),
    ("# A\n\n# B\n\n# C", 6, ["h6", "h6", "h6"]),
])  # fmt: skip
def test_the_largest_heading_gets_its_level_and_none_goes_below_six(source: str, top: int, wanted: list[str]) -> None:
    made = html(source, top=top)
    assert made == "".join(f"<{tag}>{word}</{tag}>\n" for tag, word in zip(wanted, "ABC", strict=True))


def test_a_picture_is_made_by_who_knows_it() -> None:
    def picture(path: str, alt: str) -> str | None:
        return f"<figure>{path}|{alt}</figure>" if path == "a.jpg" else None

    assert html("![Gói *chè*](a.jpg)", picture=picture) == "<p><figure>a.jpg|Gói chè</figure></p>\n"
    assert html("![Gói <b> chè](b.jpg)", picture=picture) == "<p>Gói &lt;b&gt; chè</p>\n"
    assert html("![Gói chè](a.jpg)") == "<p>Gói chè</p>\n"
    assert pictures("![a](a.jpg)\n\n- x ![b](anh/b.png 'z')\n\n`![c](c.jpg)`") == ["a.jpg", "anh/b.png"]


def test_tables_and_struck_words_are_read() -> None:
    made = html("| Loại | Giá |\n|---|--:|\n| Chè | ~~5~~ 4 |")
    assert "<th>Loại</th>" in made
    assert '<td class="column-right"><s>5</s> 4</td>' in made
    # What may be wider than the page scrolls, and keys reach it.
    assert made.startswith('<table tabindex="0">')


BOMBS = {
    "20,000 brackets": "[" * 20_000,
    "20,000 links": "[a](b" * 20_000,
    "10,000 pictures": "![[" * 10_000,
    "5,000 CDATA": "<![CDATA[" * 5_000,
    "400 lists": "".join("  " * n + "- x\n" for n in range(400)),
    "20,000 quotes": ">" * 20_000 + "x",
    "20,000 stars": "*a **a " * 20_000,
    "20,000 underscores": "_" * 20_000 + "a" + "_" * 20_000,
    "20,000 backticks": "".join("`" * (n % 200) + " " for n in range(2_000)),
    "20,000 ampersands": "&" * 20_000,
    "20,000 angles": "<a" * 20_000,
    "3,000 references": "".join(f"[{n}]: /x{n}\n" for n in range(3_000)) + "".join(f"[{n}]" for n in range(3_000)),
    "a wide table": "|" * 3_000 + "\n" + "|-" * 3_000 + "\n" + ("|" * 3_000 + "\n") * 20,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_no_text_takes_long(text: str) -> None:
    for deed in (html, plain, pictures):
        began = time.process_time()
        deed(text)
        assert time.process_time() - began < 2


@pytest.mark.parametrize(("source", "wanted"), [
    ("", ""),
    ("Chè **ngon** và *sạch*.", "Chè ngon và sạch."),
    ("Dòng một\ndòng hai\n\nĐoạn hai", "Dòng một dòng hai\nĐoạn hai"),
    ("# Tiêu đề\n\n- một\n- hai", "Tiêu đề\nmột\nhai"),
    ("[Bản](place/ban) ![Gói chè](a.jpg)", "Bản Gói chè"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("A &amp; B &lt;C&gt;", "A & B <C>"),
    ("`mã` và\n\n```\nkhối\nhai\n```", "mã và\nkhối\nhai"),
    ("| a | b |\n|---|---|\n| c | d |", "a b\nc d"),
    ("một  \nhai", "một hai"),
    ("a\n\n---\n\nb", "a\nb"),
    ("Che\u0300", "Chè"),
    ("giá\u00a05.000 ₫", "giá 5.000 ₫"),
])  # fmt: skip
def test_plain_text_has_one_line_a_paragraph_and_no_marks(source: str, wanted: str) -> None:
    assert plain(source) == wanted


@pytest.mark.parametrize(("text", "most", "wanted"), [
    ("Chè ngon", 8, "Chè ngon"),
    ("Chè rất ngon", 8, "Chè rất"),
    ("Chè rất ngon", 7, "Chè rất"),
    ("Chè, rất ngon", 4, "Chè"),
    ("Chèchèchèchè", 5, "Chèch"),
    ("a bbbbbbbbbbbb", 10, "a bbbbbbbb"),
    ("  Chè \n ngon  ", 20, "Chè ngon"),
    ("Chè – ngon", 6, "Chè"),
    ("", 5, ""),
])  # fmt: skip
def test_a_text_is_cut_at_a_word_without_dots(text: str, most: int, wanted: str) -> None:
    assert shorten(text, most) == wanted


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), st.integers(1, 60))
def test_a_cut_text_is_never_longer_and_is_the_beginning(text: str, most: int) -> None:
    cut = shorten(text, most)
    assert len(cut) <= most
    assert " ".join(text.split()).startswith(cut)


@pytest.mark.parametrize(("source", "made"), [
    ("*[mác lịch](lang:tyz)*", '<p><em><span lang="tyz">mác lịch</span></em></p>\n'),
    ("[lời **then**](lang:tyz)", '<p><span lang="tyz">lời <strong>then</strong></span></p>\n'),
    ("[a][r]\n\n[r]: lang:hmn-Latn", '<p><span lang="hmn-Latn">a</span></p>\n'),
    ("[a](lang:) [b](lang:!) [c](lang:Tày)", "<p>a b c</p>\n"),
    ('[a](lang:nut "b")', '<p><span lang="nut">a</span></p>\n'),
    ("![a](lang:nut)", "<p>a</p>\n"),
    ("> [a](lang:nut)", '<blockquote>\n<p><span lang="nut">a</span></p>\n</blockquote>\n'),
])  # fmt: skip
def test_a_phrase_of_another_language_is_a_span(source: str, made: str) -> None:
    assert html(source) == made
    assert "lang" not in plain(source)


def test_a_figure_escapes_what_it_is_told() -> None:
    made = figure([("a.webp", 400), ("b.webp", 800)], "b.jpg", 800, 600, 'Chè "ngon" <b>', "../")
    assert 'srcset="../a.webp 400w, ../b.webp 800w"' in made
    assert 'src="../b.jpg" width="800" height="600"' in made
    assert 'alt="Chè &quot;ngon&quot; &lt;b&gt;"' in made
    assert 'loading="lazy"' in made
