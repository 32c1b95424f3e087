"""What the visitor's list is told of a product, and the links by which a message goes to its seller."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from chophien import model, pages
from chophien.pages.tongue import Tongue
from chophien.pages.ways import messenger, ways

from . import samples as s
from .reading import read

SITE = s.site()


def _kept(shown: model.Shown) -> dict[str, Any]:
    found = pages.asked(SITE, shown)
    assert found is not None
    kept: dict[str, Any] = json.loads(found)
    return kept


def _by_id(html: str, id: str) -> dict[str, str]:
    return next(attributes for _, attributes in read(html).elements if attributes.get("id") == id)


def test_the_list_is_told_seller_price_and_what_is_to_be_had() -> None:
    kept = _kept(s.shown())
    assert (kept["id"], kept["by"]["id"], kept["by"]["phone"]) == ("dao-bep", "lo-ren-pac-rang", "0912 345 678")
    assert kept["name"] == {"vi": "Dao bếp Phúc Sen", "en": "Phúc Sen kitchen knife"}
    assert list(kept["by"]["ways"]) == ["call", "zalo", "sms", "messenger", "email"]
    assert [(offer.get("price"), offer.get("state")) for offer in kept["offers"]] == [
        (offer.price, {"preorder": "preorder", "out_of_stock": "out"}.get(offer.availability))
        for offer in s.shown().offers
    ]


def test_a_service_and_goods_out_of_season_are_told_as_such() -> None:
    assert "service" not in _kept(s.shown()) and _kept(s.shown(s.product(kind="service")))["service"] is True
    waiting = msgspec.structs.replace(s.shown(), in_season=False)
    assert "season" in {offer.get("state") for offer in _kept(waiting)["offers"]}


def test_a_text_that_is_the_same_in_all_languages_is_sent_once() -> None:
    for name in (s.both("Dao", "Dao"), s.both("Dao")):
        assert _kept(s.shown(s.product(name=name)))["name"] == "Dao"


@pytest.mark.parametrize("shown", [
    s.spirit(),
    s.shown(s.product(variants=())),
    msgspec.structs.replace(s.shown(), producer=None),
], ids=["information only", "discontinued", "without a seller"])  # fmt: skip
def test_what_nobody_can_order_is_not_for_the_list(shown: model.Shown) -> None:
    assert pages.asked(SITE, shown) is None
    html = pages.product(SITE, "vi", shown=shown, ask=pages.asked(SITE, shown))
    assert 'id="ask-data"' not in html and 'id="ask-add"' not in html


def test_what_is_told_cannot_end_its_element() -> None:
    shown = s.shown(s.product(name=s.both("</script><script>alert(1)</script>")))
    html = pages.product(SITE, "vi", shown=shown, ask=pages.asked(SITE, shown))
    block = html.partition('id="ask-data">')[2].partition("</script>")[0]
    assert json.loads(block)["name"] == "</script><script>alert(1)</script>"


def test_a_withdrawn_consent_takes_the_ways_to_the_seller_along() -> None:
    silent = model.public(msgspec.structs.replace(s.producer(), consent=None), date(2026, 11, 24))
    by = _kept(s.shown(maker=silent))["by"]
    assert by["ways"] == {} and "phone" not in by


@pytest.mark.parametrize(("page", "chat"), [
    ("https://www.facebook.com/lo.ren.pac.rang", "https://m.me/lo.ren.pac.rang"),
    ("https://facebook.com/LoRenPacRang/", "https://m.me/LoRenPacRang"),
    ("https://m.facebook.com/profile.php?id=100064123456789", "https://m.me/100064123456789"),
    ("https://fb.com/lorenpacrang", "https://m.me/lorenpacrang"),
    ("https://www.facebook.com/pages/Lo-Ren/123456789012", "https://m.me/123456789012"),
    ("https://www.facebook.com/p/Lò-Rèn-100064123456789/", "https://m.me/100064123456789"),
    ("https://www.facebook.com/people/Lo-Ren/100064123456789/", "https://m.me/100064123456789"),
    ("https://www.facebook.com/groups/123456789", ""),
    ("https://www.facebook.com/share/1AbCdEfGhI/", ""),
    ("https://www.facebook.com/hashtag", ""),
    ("https://www.facebook.com/Marketplace/", ""),
    ("https://www.facebook.com/photos", ""),
    ("https://www.facebook.com/home.php", ""),
    ("https://www.facebook.com/story.php?story_fbid=1", ""),
    ("https://www.facebook.com/lo.ren/posts/12345", ""),
    ("https://www.facebook.com/", ""),
    ("https://facebook.com.example/lo.ren", ""),
    ("https://lo-ren.example/facebook.com", ""),
    ("javascript:alert(1)//facebook.com/loren", ""),
    ("", ""),
])  # fmt: skip
def test_a_page_of_facebook_is_written_to_through_messenger(page: str, chat: str) -> None:
    assert messenger(page) == chat


def test_a_message_stands_ready_in_every_way_that_takes_one() -> None:
    maker = s.producer(facebook="https://www.facebook.com/groups/123456789")
    found = {kind: address for kind, address, _, _ in ways(maker, "Đá & sông #1\n🍯", "Hỏi", Tongue("vi"))}
    assert found["sms"] == "sms:+84912345678?&body=%C4%90%C3%A1%20%26%20s%C3%B4ng%20%231%0A%F0%9F%8D%AF"
    assert found["email"].endswith("?subject=H%E1%BB%8Fi&body=%C4%90%C3%A1%20%26%20s%C3%B4ng%20%231%0A%F0%9F%8D%AF")
    assert list(found) == ["call", "zalo", "sms", "email", "facebook", "website"]
    assert "sms" not in {way[0] for way in ways(s.producer(phone="19001234"), "x", "x", Tongue("vi"))}


def test_the_page_of_the_list_is_whole_without_a_script() -> None:
    page = read(pages.ask_list(SITE, "vi"))
    hidden = [a.get("id") for _, a in page.elements if "hidden" in a]
    assert "ask-foot" in hidden and "ask-plain" not in hidden  # the list itself is the styles' to hide
    assert {"san-pham.html", "nguoi-lam.html", "lien-he.html"} <= set(page.links())


@pytest.mark.parametrize(("lang", "tags"), [("vi", {"vi"}), ("en", {"vi", "en"})])
def test_the_message_has_words_in_the_sellers_language_and_the_visitors(lang: str, tags: set[str]) -> None:
    html = pages.ask_list(SITE, lang)
    words = json.loads(html.partition('id="ask-words">')[2].partition("</script>")[0])
    assert set(words) == tags
    assert all("{seller}" in words[tag]["ask-buy"] for tag in tags)
    assert {key for key in words[lang] if key.startswith("ask-note-")}


def test_a_language_of_the_communes_own_writes_prices_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "fr.toml").write_text('"form.group" = "\u202f"\nask-money = "{amount} dongs"\n', encoding="utf-8")
    site = s.site(languages=("vi", "fr"))
    try:
        pages.set_up((), str(tmp_path))
        html = pages.ask_list(site, "fr")
        asked = pages.asked(site, s.shown())
        product = pages.product(site, "fr", shown=s.shown(), ask=asked)
    finally:
        pages.set_up()
    words = json.loads(html.partition('id="ask-words">')[2].partition("</script>")[0])
    assert (words["vi"]["ask-money"], words["fr"]["ask-money"]) == ("1.000 đồng", "1\u202f000 dongs")
    assert words["fr"]["ask-buy"] == Tongue("en").say("ask-buy")
    assert _by_id(html, "ask")["data-lang"] == "fr"
    add = _by_id(product, "ask-add")
    assert (add["data-lang"], add["data-price"]) == ("fr", "1\u202f000\u00a0₫")
    assert asked is not None and json.loads(asked)["name"]["en"] == "Phúc Sen kitchen knife"


def test_a_site_without_goods_has_no_way_to_the_list() -> None:
    assert "tool-ask" in pages.terms(SITE, "vi")
    assert "tool-ask" not in pages.terms(s.site(sections=("news",)), "vi")
