"""``llms.txt``: the site's name, what it is, its links."""

from __future__ import annotations

from chophien import feeds

from .shop import SITE


def test_it_has_a_title_a_quotation_and_links_whose_signs_are_escaped() -> None:
    text = feeds.llms(SITE, [("Mục", [("Dao [mới] *tốt*", "san-pham/dao.html", "rèn <tay>")]), ("Trống", [])]).decode()
    lines = text.splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    assert "## Mục" in lines
    assert "## Trống" not in lines
    assert r"- [Dao \[mới\] \*tốt\*](https://" in text
    assert text.endswith("/san-pham/dao.html): rèn \\<tay\\>\n")
