"""Rules on several records and on files: references, doubles, pictures, links, path words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from tests.sources.samples import catalogue

from chophien.checks import (
    PHOTO_CODES,
    Photos,
    bad_link_forms,
    bad_slugs,
    doubles,
    photo_problems,
    slug_pairs,
    withdrawn,
)
from chophien.checks.across import references, targets
from chophien.diagnostics import Diagnostic, sentence
from chophien.images import PhotoError, examine
from chophien.model import Consent, News, Photo, Record
from chophien.model.records import Day, Stop

from .records import GOOD, TODAY, YES

ALT = {"vi": "Gói chè"}
LATER = msgspec.structs.replace(YES, given=TODAY + timedelta(days=1))
GOING = msgspec.structs.replace(YES, withdrawn=TODAY + timedelta(days=1))
GONE = msgspec.structs.replace(YES, withdrawn=YES.given)


def changed(kind: str, **values: Any) -> Record:
    return msgspec.structs.replace(GOOD[kind], **values)


def problems(
    photo: Photo,
    kind: str = "product",
    size: tuple[int, int] | None = (800, 600),
    advice: tuple[str, ...] = (),
    general: Consent | None = None,
) -> list[str]:
    record = changed(kind, photos=(photo,))
    photos = Photos({"thu-muc/a.jpg": size} if size else {}, {}, {"thu-muc/a.jpg": advice})
    return [f"{code} {item.field}" for code, _, item in photo_problems(record, "thu-muc", photos, TODAY, general)]


@pytest.mark.parametrize(("size", "says"), [
    ((500, 500), []),
    ((500, 499), ["photo-small photos[1].file"]),
    ((499, 5000), ["photo-small photos[1].file"]),
    (None, ["photo-missing photos[1].file"]),
])  # fmt: skip
def test_a_picture_is_there_and_large_enough(size: tuple[int, int] | None, says: list[str]) -> None:
    assert problems(Photo(file="a.jpg", alt=ALT), size=size) == says


def test_a_picture_says_what_it_shows() -> None:
    assert problems(Photo(file="a.jpg")) == ["photo-without-alt photos[1].file"]


AGREED = Photo(file="a.jpg", alt=ALT, people=True, consent=YES)
PEOPLE = Photo(file="a.jpg", alt=ALT, people=True)


MISSING, WITHDRAWN = ["photo-consent-missing photos[1].file"], ["photo-consent-withdrawn photos[1].file"]


@pytest.mark.parametrize(("own", "general", "says"), [
    (None, None, MISSING),
    (YES, None, []),
    (GONE, None, WITHDRAWN),
    (LATER, None, MISSING),
    (GOING, None, []),
    (None, YES, []),
    (None, LATER, MISSING),
    (None, GOING, []),
    (None, GONE, WITHDRAWN),
    (YES, GONE, []),
    (GONE, YES, WITHDRAWN),
])  # fmt: skip
@pytest.mark.parametrize("kind", ["product", "producer", "place", "event"])
def test_people_in_a_picture_agreed(kind: str, own: Consent | None, general: Consent | None, says: list[str]) -> None:
    photo = Photo(file="a.jpg", alt=ALT, people=True, consent=own)
    assert problems(photo, kind, general=general) == says
    assert withdrawn(photo, TODAY, general) is (says is WITHDRAWN)


def test_a_picture_without_people_needs_no_consent() -> None:
    photo = Photo(file="a.jpg", alt=ALT, consent=GONE)
    assert problems(photo) == []
    assert not withdrawn(photo, TODAY)


@pytest.mark.parametrize(("photo", "advice", "says"), [
    (Photo(file="a.jpg", alt=ALT), ("photo-blurred", "photo-dark"), ["photo-blurred", "photo-dark"]),
    (Photo(file="a.jpg", alt=ALT), ("photo-overexposed",), ["photo-overexposed"]),
    (Photo(file="a.jpg", alt=ALT), ("photo-low-resolution",), ["photo-low-resolution"]),
    (Photo(file="a.jpg", alt=ALT, approved=True), ("photo-blurred", "photo-low-resolution"), []),
    (Photo(file="a.jpg", alt=ALT, illustration=True), ("photo-blurred", "photo-low-resolution"),
     ["photo-low-resolution"]),
])  # fmt: skip
def test_what_could_be_better_is_advised_until_a_person_has_looked(
    photo: Photo, advice: tuple[str, ...], says: list[str]
) -> None:
    assert problems(photo, advice=advice) == [f"{code} photos[1].file" for code in says]


def test_a_picture_that_is_too_small_is_not_called_small_twice() -> None:
    photo = Photo(file="a.jpg", alt=ALT)
    assert problems(photo, size=(400, 400), advice=("photo-low-resolution",)) == ["photo-small photos[1].file"]


@pytest.mark.parametrize(("data", "code"), [
    (b"", "photo-empty"), (b"khong phai anh", "photo-not-a-photo"),
    (b"%PDF-1.7\n", "photo-not-a-photo"), (b"\xff\xd8\xff\xe0" * 9, "photo-not-readable"),
])  # fmt: skip
def test_a_broken_picture_is_told_with_its_file_and_in_words(data: bytes, code: str) -> None:
    with pytest.raises(PhotoError) as wrong:
        examine(data)
    record = changed("product", photos=(Photo(file="a.jpg", alt=ALT),))
    photos = Photos({}, {"thu-muc/a.jpg": (wrong.value.code, wrong.value.values)})
    ((told, level, item),) = photo_problems(record, "thu-muc", photos, TODAY)
    assert told == code
    text, _ = sentence(Diagnostic(told, level, values=item.values), catalogue("vi"))
    assert "“a.jpg”" in text


def test_all_codes_of_pictures_have_words() -> None:
    assert set(PHOTO_CODES) <= set(catalogue("vi"))
    record = changed("product", photos=(Photo(file="b.jpg"),))
    for code, level, item in photo_problems(record, "x", Photos({}, {}), TODAY):
        text, hint = sentence(Diagnostic(code, level, values=item.values), catalogue("vi"))
        assert "{" not in text + hint


def test_pictures_of_the_commune_lie_beside_its_file() -> None:
    record = changed("commune", photos=(Photo(file="a.jpg", alt=ALT),))
    assert list(photo_problems(record, "", Photos({"a.jpg": (800, 800)}, {}), TODAY)) == []
    ((code, level, item),) = photo_problems(record, "", Photos({}, {}), TODAY)
    _, hint = sentence(Diagnostic(code, level, values=item.values), catalogue("vi"))
    assert "chỗ này: a.jpg," in hint


@pytest.mark.parametrize(("kind", "values", "names"), [
    ("product", {"place": "ban-mau"}, [("producer", "producer", "to-mau"), ("place", "place", "ban-mau")]),
    ("producer", {"place": "ban-mau"}, [("place", "place", "ban-mau")]),
    ("place", {"host": "ho", "products": ("a1", "b2"), "nearby": ("c3",)},
     [("host", "producer", "ho"), ("products[1]", "product", "a1"), ("products[2]", "product", "b2"),
     ("nearby[1]", "place", "c3")]),
    ("event", {"place": "ban-mau"}, [("place", "place", "ban-mau")]),
    ("trip",
     {"guide": "ho", "days": (Day(stops=(Stop(title={"vi": "x"}), Stop(place="p1"))), Day(stops=(Stop(place="p2"),)))},
     [("guide", "producer", "ho"), ("days[1].stops[2].place", "place", "p1"),
     ("days[2].stops[1].place", "place", "p2")]),
    ("need", {"product": "a1", "producer": "ho"}, [("product", "product", "a1"), ("producer", "producer", "ho")]),
    ("news", {}, []),
    ("page", {}, []),
    ("commune", {}, []),
])  # fmt: skip
def test_references_are_listed_with_their_field(
    kind: str, values: dict[str, Any], names: list[tuple[str, str, str]]
) -> None:
    assert list(references(changed(kind, **values))) == names


def test_a_value_of_two_records_is_told_of_the_second() -> None:
    owners = [
        ("che", "A", [("variants[1].sku", "X1"), ("variants[2].sku", "X2")]),
        ("mat", "B", [("variants[1].sku", "X3"), ("variants[2].sku", "X1")]),
        ("dao", "C", [("variants[1].sku", "X1")]),
    ]
    told = [(handle, item.field, item.values) for handle, item in doubles(owners)]
    assert told == [
        ("B", "variants[2].sku", {"found": "X1", "other": "che", "at": "variants[1].sku"}),
        ("C", "variants[1].sku", {"found": "X1", "other": "che", "at": "variants[1].sku"}),
    ]


def test_a_value_twice_in_one_record_is_not_a_double() -> None:
    assert list(doubles([("che", "A", [("a", "X1"), ("b", "X1")])])) == []


@pytest.mark.parametrize(("text", "bad"), [
    ("[Bản](place/ban-mau)", []),
    ("[Chè](product/che) và [tin](news/mua-che)", []),
    ("[Ngoài](https://vi.example/x) [thư](mailto:a@b.vn) [gọi](tel:+84912345678) [trên](#dau)", []),
    ("![Ảnh](anh.jpg)", []),
    ("[Sai](ban-mau)", ["ban-mau"]),
    ("[Sai](places/ban-mau)", ["places/ban-mau"]),
    ("[Sai](place/)", ["place/"]),
    ("[Sai](../place/ban-mau.html)", ["../place/ban-mau.html"]),
    ("[Sai](/etc/passwd)", ["/etc/passwd"]),
    ("[Sai](javascript:alert(1))", ["javascript:alert(1)"]),
    ("[Sai](data:text/html,x)", ["data:text/html,x"]),
    ("[Sai](<ban mau>)", ["ban mau"]),
    ("![Ảnh](anh.jpg) rồi [Sai](x)", ["x"]),
    ("[Sai][r]\n\n[r]: bản/đá", ["bản/đá"]),
    ("[Bản][r] và [r]\n\n[r]: place/ban-mau", []),
    ("![Ảnh][r]\n\n[r]: anh.jpg", []),
    ("`[mẫu](x)`", []),
])  # fmt: skip
def test_a_link_leads_outside_or_names_a_record(text: str, bad: list[str]) -> None:
    record = changed("page", body={"vi": text})
    assert [item.values["found"] for item in bad_link_forms(record)] == bad


def test_links_are_looked_at_in_every_text_and_language() -> None:
    record = changed("product", description={"vi": "[a](b)", "en": "[c](d)"})
    assert [(item.field, item.values["found"]) for item in bad_link_forms(record)] == [
        ("description", "b"), ("description.en", "d"),
    ]  # fmt: skip


def test_pictures_of_a_text_are_told_from_links() -> None:
    text = "![Ảnh](a.jpg) [Bản](place/ban) ![](https://x.example/b.jpg)"
    assert list(targets(text, pictures=True)) == ["a.jpg"]
    assert list(targets(text)) == ["place/ban"]


@pytest.mark.parametrize(("slug", "says"), [
    ({}, []),
    ({"vi": "mua-che"}, []),
    ({"vi": "../ngoai"}, [("slug", "ngoai")]),
    ({"vi": "Mùa chè"}, [("slug", "mua-che")]),
    ({"vi": "mua-che", "en": "new/tea"}, [("slug.en", "new-tea")]),
    ({"vi": "con"}, [("slug", "con-x")]),
])  # fmt: skip
def test_a_path_word_is_plain(slug: dict[str, str], says: list[tuple[str, str]]) -> None:
    record = changed("news", slug=slug)
    assert isinstance(record, News)
    assert [(item.field, item.values["suggestion"]) for item in bad_slugs(record)] == says


def test_path_words_are_compared_within_their_language() -> None:
    record = changed("news", title={"vi": "Mùa chè", "en": "Tea"}, slug={"en": "tea"})
    assert isinstance(record, News)
    assert list(slug_pairs(record)) == [("slug", "vi:mua-che"), ("slug", "en:tea")]


def test_a_consent_is_a_day_and_a_way() -> None:
    assert Consent.__struct_fields__ == ("given", "how", "withdrawn")
