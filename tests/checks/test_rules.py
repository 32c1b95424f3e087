"""Each rule has a record that breaks it and one that does not."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec
import pytest
from tests.sources.samples import catalogue

from chophien.checks import RULES, check, contrast, label, rules
from chophien.diagnostics import Level, sentence
from chophien.i18n import messages
from chophien.model import RECORDS, Address, Consent, Consents, LunarDay, Palette, Payment, Point, Stay, Variant
from chophien.model.records import Certificate, Contact, Day, Policies, SolarDays, Stop
from chophien.text import read_quantity

from .records import COMMUNE, GOOD, KNOWN, TODAY, YES, knife, ocop, one, option, paper, sale, two

DAY = timedelta(days=1)


class Case(NamedTuple):
    kind: str
    name: str
    changed: dict[str, Any]
    raises: tuple[str, ...] = ()
    """``code field`` of each."""


LATER = Consent(given=TODAY + DAY, how="đồng ý bằng lời")
GONE = Consent(given=date(2026, 1, 1), how="giấy", withdrawn=TODAY)
GOING = Consent(given=date(2026, 1, 1), how="giấy", withdrawn=TODAY + DAY)
ACCOUNT = Payment(bank="970405", account="0011012345678", holder="LO THI MAU")
PAID: dict[str, Any] = {"phone": "0912345678", "payment": ACCOUNT}
LICENCE = (Certificate(name="Giấy phép bán lẻ rượu", kind="licence", no="7/GP"),)
OURS: dict[str, Any] = PAID | {"kind": "cooperative", "consent": None}

CASES = (
    # --- the commune
    Case("commune", "English words", {"languages": ("vi", "en")}),
    Case("commune", "no words yet", {"languages": ("vi", "nut")}, ("language-without-words languages[2]",)),
    Case("commune", "English first", {"languages": ("en", "vi")}, ("vietnamese-missing languages",)),
    Case("commune", "no contact", {"contact": None}, ("contact-missing contact",)),
    Case("commune", "only an address", {"contact": Contact(address={"vi": "Bản Mẫu"})}, ("contact-missing contact",)),
    Case("commune", "only an e-mail", {"contact": Contact(email="a@b.vn")}),
    Case("commune", "no policies", {"policies": None}, ("returns-missing policies",)),
    Case("commune", "dark colours", {"palette": Palette(ink="#24316b", accent="#a83a26")}),
    Case("commune", "a pale ink", {"palette": Palette(ink="#8fa0ff")}, ("colour-too-pale palette.ink",)),
    Case("commune", "grey just dark enough", {"palette": Palette(ink="#767676")}),
    Case("commune", "grey just too pale", {"palette": Palette(accent="#777777")}, ("colour-too-pale palette.accent",)),
    # --- products
    Case("product", "an unknown group", {"category": "ta"}, ("category-unknown category",)),
    Case("product", "two options", {"variants": two()}),
    Case("product", "no option", {"variants": two(option=None)}, ("variant-without-option variants[2]",)),
    Case("product", "one variant without option", {"variants": one(option=None)}),
    Case("product", "an option twice", {"variants": two(option=option("100 G"))}, ("option-twice variants[2].option",)),
    Case("product", "another option name", {"variants": two(option=option("Đỏ", "Màu"))},
         ("option-name-differs variants[2].option",)),
    Case("product", "a SKU twice", {"variants": two(sku="CHE-100")}, ("sku-twice-in-product variants[2].sku",)),
    Case("product", "a SKU twice but for capitals", {"variants": two(sku="che-100")},
         ("sku-twice-in-product variants[2].sku",)),
    Case("product", "the id in capitals as SKU of several", {"variants": two(sku="CHE-Mau")},
         ("sku-is-product-id variants[2].sku",)),
    Case("product", "the id as SKU of several", {"variants": two(sku="che-mau")},
         ("sku-is-product-id variants[2].sku",)),
    Case("product", "the id as the only SKU", {"variants": one(sku="che-mau")}),
    Case("product", "a sale", {"variants": one(sale=sale(99_000))}),
    Case("product", "a sale at the same price", {"variants": one(sale=sale(120_000))},
         ("sale-not-lower variants[1].sale.price",)),
    Case("product", "a sale without a price", {"variants": one(price=None, sale=sale(99_000))},
         ("sale-not-lower variants[1].sale.price", "price-missing variants[1]")),
    Case("product", "a sale of one day", {"variants": one(sale=sale(99_000, TODAY, TODAY))}),
    Case("product", "a sale that ends first", {"variants": one(sale=sale(99_000, TODAY, TODAY - DAY))},
         ("sale-ends-before-it-starts variants[1].sale.until",)),
    Case("product", "a preorder", {"variants": one(status="preorder", available_from=TODAY + DAY)}),
    Case("product", "a preorder without a day", {"variants": one(status="preorder")},
         ("preorder-without-date variants[1].status",)),
    Case("product", "a preorder from today", {"variants": one(status="preorder", available_from=TODAY)},
         ("preorder-date-over variants[1].available_from",)),
    Case("product", "stars of today", {"ocop": ocop(TODAY)}),
    Case("product", "stars of tomorrow", {"ocop": ocop(TODAY + DAY)}, ("ocop-in-future ocop.issued",)),
    Case("product", "stars on their last day", {"ocop": ocop(date(2023, 11, 24))}, ("ocop-expires-soon ocop",)),
    Case("product", "stars a day too old", {"ocop": ocop(date(2023, 11, 23))}, ("ocop-expired ocop",)),
    Case("product", "stars for six months", {"ocop": ocop(date(2024, 5, 24))}, ("ocop-expires-soon ocop",)),
    Case("product", "stars for six months and a day", {"ocop": ocop(date(2024, 5, 25))}),
    Case("product", "stars with a day of their own", {"ocop": ocop(date(2023, 1, 1), expires=date(2028, 1, 1))}),
    Case("product", "a paper on its last day", {"certificates": paper(TODAY)}),
    Case("product", "an old paper", {"certificates": paper(TODAY - DAY)}, ("certificate-expired certificates[1]",)),
    Case("product", "spirits", {"restricted": "alcohol", "alcohol": 30.0, "certificates": LICENCE}),
    Case("product", "wine without a licence", {"restricted": "alcohol", "alcohol": 5.5},
         ("alcohol-without-licence alcohol",)),
    Case("product", "weak wine without a licence", {"restricted": "alcohol", "alcohol": 5.4}),
    Case("product", "an example of wine", {"restricted": "alcohol", "alcohol": 12.0, "example": True}),
    Case("product", "a text with stars that ran out",
         {"description": {"vi": "Chè OCOP 4 sao"}, "ocop": ocop(date(2020, 1, 1))},
         ("claim-ocop-expired description", "ocop-expired ocop")),
    Case("product", "a text with stars on their last day",
         {"description": {"vi": "Chè OCOP 4 sao"}, "ocop": ocop(date(2023, 11, 24))}, ("ocop-expires-soon ocop",)),
    Case("product", "a text whose paper ran out",
         {"description": {"vi": "Chè hữu cơ"},
          "certificates": (Certificate(name="Hữu cơ", kind="organic", no="12", expires=TODAY - DAY),)},
         ("certificate-expired certificates[1]", "claim-out-of-date description")),
    Case("product", "a text with valid stars",
         {"description": {"vi": "Chè OCOP 4 sao"}, "ocop": ocop(date(2026, 1, 1))}),
    Case("product", "spirits of unknown strength", {"restricted": "alcohol"}, ("alcohol-without-strength restricted",)),
    Case("product", "strength without the mark", {"alcohol": 4.5}, ("alcohol-not-restricted alcohol",)),
    Case("product", "no alcohol", {"alcohol": 0.0}),
    Case("product", "spirits by their group alone", {"category": "ruou"}, ("alcohol-group-not-marked category",)),
    Case("product", "spirits without alcohol", {"category": "ruou", "alcohol": 0.0},
         ("alcohol-group-not-marked category",)),
    Case("product", "spirits by their group and the mark", {"category": "ruou", "restricted": "alcohol"},
         ("alcohol-without-strength restricted",)),
    Case("product", "spirits by their group and strength", {"category": "ruou", "alcohol": 5.0},
         ("alcohol-not-restricted alcohol",)),
    Case("product", "spirits as they should be",
         {"category": "ruou", "restricted": "alcohol", "alcohol": 30.0, "certificates": LICENCE}),
    Case("product", "a name with degrees", {"name": {"vi": "Rượu ngô men lá 40 độ"}}, ("alcohol-in-name name",)),
    Case("product", "a beer by its name", {"name": {"vi": "Bia thủ công 4,5%"}}, ("alcohol-in-name name",)),
    Case("product", "a name without degrees", {"name": {"vi": "Cốc uống rượu bằng tre"}}),
    Case("product", "degrees of a slope", {"name": {"vi": "Chè trồng trên dốc 40 độ"}}),
    Case("product", "the name of marked spirits", {"name": {"vi": "Rượu ngô 40 độ"}, "restricted": "alcohol",
                                                   "alcohol": 40.0, "certificates": LICENCE}),
    Case("product", "spirits on sale", {"restricted": "alcohol", "alcohol": 15.0, "certificates": LICENCE,
                                            "variants": one(sale=sale(99_000))},
         ("alcohol-on-sale variants[1].sale",)),
    Case("product", "wine on sale", {"restricted": "alcohol", "alcohol": 14.9, "certificates": LICENCE,
                                         "variants": one(sale=sale(99_000))}),
    Case("product", "a knife", {"category": "dao-keo", "restricted": "knife", "blade": knife(declared=True)}),
    Case("product", "a knife without measures", {"restricted": "knife"}, ("knife-without-blade restricted",)),
    Case("product", "a knife without the mark", {"category": "dao-keo"}, ("knife-not-restricted category",)),
    Case("product", "a blade without the mark", {"blade": knife(declared=True)}, ("knife-not-restricted blade",)),
    Case("product", "a broad blade", {"restricted": "knife", "blade": knife(length_cm=20.0, width_cm=5.0)},
         ("knife-not-declared blade",)),
    Case("product", "a blade just too short", {"restricted": "knife", "blade": knife(length_cm=19.9, width_cm=5.0)}),
    Case("product", "a point", {"restricted": "knife", "blade": knife(length_cm=12.0, width_cm=2.0, pointed=True)},
         ("knife-not-declared blade",)),
    Case("product", "a narrow point",
         {"restricted": "knife", "blade": knife(length_cm=12.0, width_cm=1.9, pointed=True)}),
    Case("product", "a folding blade",
         {"restricted": "knife", "blade": knife(length_cm=7.0, width_cm=1.0, folding=True)},
         ("knife-not-declared blade",)),
    Case("product", "an example of a broad blade",
         {"restricted": "knife", "example": True, "blade": knife(length_cm=30.0)}),
    Case("product", "no price", {"variants": one(price=None)}, ("price-missing variants[1]",)),
    Case("product", "the dearest a marketplace takes", {"variants": one(price=120_000_000)}),
    Case("product", "a zero too many", {"variants": one(price=120_000_001)}, ("price-very-high variants[1].price",)),
    Case("product", "a picture of its own", {"variants": one(photo="che.jpg")}),
    Case("product", "a picture not listed", {"variants": one(photo="khac.jpg")},
         ("variant-photo-unknown variants[1].photo",)),
    Case("product", "no picture", {"photos": ()}, ("product-without-photo photos",)),
    # --- people
    Case("producer", "everything with consent",
         {"person": "Lò Mẫu", "phone": "0912345678", "zalo": "0912345678", "email": "a@b.vn",
         "facebook": "https://f.example", "address": Address(street={"vi": "Số 1"}), "ethnicity": "Tày"}),
    Case("producer", "nothing with consent",
         {"consent": None, "person": "Lò Mẫu", "phone": "0912345678", "zalo": "0912345678", "email": "a@b.vn",
         "facebook": "https://f.example", "address": Address(street={"vi": "Số 1"}), "ethnicity": "Tày"},
        tuple(f"consent-missing {field}" for field in
              ("name", "person", "phone", "zalo", "email", "facebook", "address", "ethnicity"))),
    Case("producer", "consent from tomorrow", {"consent": Consents(name=LATER)},
         ("consent-in-future consent.name.given",)),
    Case("producer", "consent from tomorrow for two fields",
         {"consent": Consents(name=YES, phone=LATER), "phone": "0912345678", "zalo": "0912345678"},
         ("consent-in-future consent.phone.given",)),
    *(Case("producer", f"a group called {name}", {"kind": "group", "consent": None, "name": {"vi": name}},
           ("name-of-household name",))
      for name in ("Hộ bà Mẫu", "Bà Lò Thị Mẫu", "anh Mẫu làm hương", "Nhà Lò Mẫu", "HỘ KINH DOANH MẪU")),
    *(Case("producer", f"a group called {name}", {"kind": "cooperative", "consent": None, "name": {"vi": name}})
      for name in ("Nhà hàng Mẫu", "Nhà vườn Mẫu", "Chị em bản Mẫu", "Hội phụ nữ Mẫu", "Bản Mẫu", "Tổ bà Mẫu")),
    Case("producer", "a group with a person's name who agreed",
         {"kind": "group", "consent": Consents(name=YES), "name": {"vi": "Bà Mẫu và các con"}}),
    Case("producer", "a household called so", {"name": {"vi": "Hộ bà Mẫu"}}),
    Case("producer", "consent withdrawn today", {"consent": Consents(name=YES, phone=GONE), "phone": "0912345678"},
         ("consent-withdrawn phone",)),
    Case("producer", "consent for the name withdrawn today", {"consent": Consents(name=GONE), "person": "Lò Thị Mẫu"},
         ("consent-withdrawn person", "consent-name-withdrawn name")),
    Case("producer", "consent for the name withdrawn tomorrow", {"consent": Consents(name=GOING)}),
    Case("producer", "a tax code without consent", {"tax_code": "0123456789", "consent": Consents(name=YES)},
         ("consent-missing tax_code",)),
    Case("producer", "consent until tomorrow", {"consent": Consents(name=YES, phone=GOING), "phone": "0912345678"}),
    Case("producer", "an address without a house",
         {"consent": Consents(name=YES), "address": Address(commune={"vi": "xã Mẫu"})}),
    Case("producer", "a company's phone",
         {"kind": "company", "consent": None, "phone": "0912345678", "email": "a@b.vn"}),
    Case("producer", "a company's head", {"kind": "company", "consent": None, "person": "Lò Mẫu"},
         ("consent-missing person",)),
    Case("producer", "a group's phone", {"kind": "group", "consent": None, "phone": "0912345678"},
         ("consent-missing phone",)),
    Case("producer", "an account with consent", PAID | {"consent": Consents(name=YES, phone=YES, payment=YES)}),
    Case("producer", "an account without consent", PAID | {"consent": Consents(name=YES, phone=YES)},
         ("consent-missing payment",)),
    Case("producer", "an account whose consent is withdrawn today",
         PAID | {"consent": Consents(name=YES, phone=YES, payment=GONE)}, ("consent-withdrawn payment",)),
    Case("producer", "a cooperative's account", OURS),
    Case("producer", "a cooperative's code", OURS | {"payment": Payment(payload="0002…", holder="HTX MAU")}),
    Case("producer", "a bank without an account", OURS | {"payment": Payment(bank="970405", holder="HTX MAU")},
         ("payment-incomplete payment.account",)),
    Case("producer", "an account without a bank",
         OURS | {"payment": Payment(account="0011012345678", holder="HTX MAU")},
         ("payment-incomplete payment.bank",)),
    Case("producer", "neither account nor code", OURS | {"payment": Payment(holder="HTX MAU")},
         ("payment-incomplete payment",)),
    Case("producer", "an account and a code",
         OURS | {"payment": msgspec.structs.replace(ACCOUNT, payload="0002…")}, ("payment-twice payment.payload",)),
    Case("producer", "an account of an example", OURS | {"example": True}, ("payment-of-example payment",)),
    Case("producer", "an account of who cannot be called", OURS | {"phone": ""}, ("payment-without-phone payment",)),
    Case("producer", "an account of who has Zalo", OURS | {"phone": "", "zalo": "0912345678"}),
    Case("need", "no name", {}),
    Case("need", "a name and a phone", {"contact": "Lò Mẫu", "phone": "0912345678"},
         ("need-consent-missing contact", "need-consent-missing phone")),
    Case("need", "a name with consent", {"contact": "Lò Mẫu", "consent": Consents(name=YES)}),
    Case("need", "consent withdrawn", {"contact": "Lò Mẫu", "consent": Consents(name=GONE)},
         ("need-consent-withdrawn contact",)),
    Case("need", "consent from tomorrow", {"contact": "Lò Mẫu", "consent": Consents(name=LATER)},
         ("need-consent-in-future consent.name.given",)),
    Case("need", "consent for the name only", {"contact": "Lò Mẫu", "phone": "0912345678",
                                               "consent": Consents(name=YES)}, ("need-consent-missing phone",)),
    Case("need", "over and without consent", {"until": TODAY - DAY, "contact": "Lò Mẫu"}, ("need-over until",)),
    Case("need", "over and withdrawn",
         {"until": TODAY - DAY, "contact": "Lò Mẫu", "consent": Consents(name=GONE)}, ("need-over until",)),
    Case("need", "its last day", {"until": TODAY}),
    Case("need", "yesterday", {"until": TODAY - DAY}, ("need-over until",)),
    # --- places, events, trips, news
    Case("place", "a position far away", {"point": Point(lat=22.9, lon=106.4)}, ("place-far-away point",)),
    Case("place", "far away and outside", {"point": Point(lat=22.9, lon=106.4), "outside": True}),
    Case("place", "no position", {"point": None}),
    Case("place", "a homestay", {"kind": "homestay", "stay": Stay(rooms=1)}),
    Case("place", "a homestay without beds", {"kind": "homestay"}, ("homestay-without-stay kind",)),
    Case("event", "no day", {"dates": ()}, ("event-without-date dates",)),
    Case("event", "a lunar day", {"dates": (), "lunar": LunarDay(day="2/2")}),
    Case("event", "a period", {"dates": (SolarDays(start=TODAY - DAY, end=TODAY),)}),
    Case("event", "one day", {"dates": (SolarDays(start=TODAY, end=TODAY),)}),
    Case("event", "an end before its start", {"dates": (SolarDays(start=TODAY + DAY, end=TODAY),)},
         ("event-ends-before-it-starts dates[1].end",)),
    Case("event", "yesterday", {"dates": (SolarDays(start=TODAY - DAY),)}, ("event-over dates",)),
    Case("event", "last year and a lunar day",
         {"dates": (SolarDays(start=TODAY - 365 * DAY),), "lunar": LunarDay(day="2/2")}),
    Case("trip", "a stop with a title", {"days": (Day(stops=(Stop(title={"vi": "Ăn trưa"}),)),)}),
    Case("trip", "an empty stop", {"days": (Day(stops=(Stop(place="ban-mau"), Stop(note={"vi": "Nghỉ"}))),)},
         ("stop-without-name days[1].stops[2]",)),
    Case("news", "today", {"date": TODAY}),
    Case("news", "tomorrow", {"date": TODAY + DAY}, ("news-in-future date",)),
)  # fmt: skip


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_the_good_records_break_no_rule(kind: str) -> None:
    assert list(check(kind, GOOD[kind], KNOWN)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.name}")
def test_a_rule_finds_what_it_is_about_and_nothing_else(case: Case) -> None:
    record = msgspec.structs.replace(GOOD[case.kind], **case.changed)
    assert sorted(f"{item.code} {item.field}" for item in check(case.kind, record, KNOWN)) == sorted(case.raises)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("case", [case for case in CASES if case.raises], ids=lambda case: f"{case.kind}: {case.name}")
def test_what_a_rule_finds_is_told_in_whole_sentences(case: Case, lang: str) -> None:
    record = msgspec.structs.replace(GOOD[case.kind], **case.changed)
    for item in check(case.kind, record, KNOWN):
        text, hint = sentence(item, catalogue(lang))
        assert text
        assert hint
        assert not any(hole in text + hint for hole in ("{found}", "“”", "()", "None", "{sku}", "{choices}"))
        assert item.label


CASHLESS = Case("product", "wine where only cash is taken", {"restricted": "alcohol", "alcohol": 5.0},
                ("alcohol-not-cashless alcohol",))  # fmt: skip


@pytest.mark.parametrize(("ways", "strength", "raises"), [
    (("cash", "cod"), 5.0, CASHLESS.raises),
    (("cash", "cod", "transfer"), 5.0, ()),
    ((), 5.0, ()),
    (("cash",), 40.0, ()),
    (("cash",), 0.0, ()),
])  # fmt: skip
def test_drink_is_sold_where_it_can_be_paid_without_cash(
    ways: tuple[str, ...], strength: float, raises: tuple[str, ...]
) -> None:
    commune = msgspec.structs.replace(COMMUNE, policies=Policies(payment=ways))
    known = dataclasses.replace(KNOWN, commune=commune)
    changed = CASHLESS.changed | {"alcohol": strength, "certificates": LICENCE}
    record = msgspec.structs.replace(GOOD["product"], **changed)
    assert tuple(f"{item.code} {item.field}" for item in check("product", record, known)) == raises


def test_every_rule_has_a_case_that_raises_it_and_one_of_its_kind_that_does_not() -> None:
    raised = {say.split()[0] for case in (*CASES, CASHLESS) for say in case.raises}
    assert set(RULES) - raised == set()
    for code, rule in RULES.items():
        kinds = [case for case in CASES if case.kind == rule.kind]
        assert any(all(not say.startswith(f"{code} ") for say in case.raises) for case in kinds)


def test_every_rule_has_words_a_reason_and_a_source() -> None:
    for code, rule in RULES.items():
        assert code in messages("vi")
        assert code in messages("en")
        assert (rule.check.__doc__ or "").strip().endswith(".")
        assert rule.source
        assert rule in rules(rule.kind)


def test_rules_that_depend_on_the_day_say_so() -> None:
    """Run on another day, the rules that are not dated answer the same."""
    much_later = dataclasses.replace(KNOWN, today=date(2040, 1, 1))
    for case in CASES:
        record = msgspec.structs.replace(GOOD[case.kind], **case.changed)
        assert list(check(case.kind, record, KNOWN, dated=False)) == list(
            check(case.kind, record, much_later, dated=False)
        )
        both = [*check(case.kind, record, KNOWN, dated=False), *check(case.kind, record, KNOWN, dated=True)]
        assert sorted(item.order for item in both) == sorted(item.order for item in check(case.kind, record, KNOWN))


def test_an_unknown_group_near_none_lists_the_groups_alone() -> None:
    record = msgspec.structs.replace(GOOD["product"], category="qqqqqqqq")
    (found,) = check("product", record, KNOWN)
    text, hint = sentence(found, catalogue("vi"))
    assert "qqqqqqqq" in text
    assert "Có phải" not in hint
    assert "dao-keo" in hint


def test_a_group_of_the_communes_own_is_known() -> None:
    own = dataclasses.replace(KNOWN, categories={"ren": KNOWN.categories["dao-keo"]})
    record = msgspec.structs.replace(GOOD["product"], category="ren", restricted="knife", blade=knife(declared=True))
    assert list(check("product", record, own)) == []


@pytest.mark.parametrize(("nets", "hints"), [
    (("500 g", "1 kg"), ("name: Khối lượng, value: '500 g'}", "name: Khối lượng, value: '1 kg'}")),
    (("0,5 lít", "1 lít"), ("name: Dung tích, value: '0,5 lít'}", "name: Dung tích, value: '1 lít'}")),
    (("1 bó", "2 bó"), ("name: Quy cách, value: '1 bó'}", "name: Quy cách, value: '2 bó'}")),
    (("1 kg", "1 kg"), ("hay  option: {name: Màu", "hay  option: {name: Màu")),
])  # fmt: skip
def test_variants_are_told_apart_by_their_net_quantity_where_it_differs(
    nets: tuple[str, str], hints: tuple[str, str]
) -> None:
    variants = tuple(Variant(sku=f"CHE-{n}", price=1000, net=read_quantity(net)) for n, net in enumerate(nets))
    record = msgspec.structs.replace(GOOD["product"], variants=variants)
    for found, hint in zip(check("product", record, KNOWN), hints, strict=True):
        assert found.code == "variant-without-option"
        assert hint in sentence(found, catalogue("vi"))[1]


def test_an_unknown_group_is_answered_with_the_nearest_a_few_more_and_where_all_are() -> None:
    record = msgspec.structs.replace(GOOD["product"], category="dao-keeo")
    (found,) = check("product", record, KNOWN)
    _, hint = sentence(found, catalogue("vi"))
    assert "Có phải dao-keo (Dao, kéo)?" in hint
    assert "rau-qua-kho (Rau, quả khô)" in hint
    assert "huong (Hương)" not in hint
    assert "“Nhóm hàng có sẵn”" in hint


@pytest.mark.parametrize(("kind", "field", "name"), [
    ("product", "variants[2].price", "Giá"),
    ("product", "variants[2]", "Quy cách"),
    ("product", "variants[1].sale.until", "Giảm đến ngày"),
    ("product", "name.en", "Tên"),
    ("product", "ocop.issued", "Ngày quyết định"),
    ("producer", "consent.phone.given", "Đồng ý ngày"),
    ("trip", "days[1].stops[2]", "Các chặng"),
    ("commune", "palette.ink", "Màu chính"),
    ("commune", "languages[2]", "Ngôn ngữ của trang"),
    ("news", "body", "Bài viết"),
    ("news", "nothing", ""),
    ("news", "", ""),
])  # fmt: skip
def test_a_field_has_the_vietnamese_name_of_its_deepest_key(kind: str, field: str, name: str) -> None:
    assert label(kind, field) == name


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


def test_the_commune_of_the_tests_has_a_size() -> None:
    assert COMMUNE.area_km2
    assert RULES["place-far-away"].level is Level.WARNING
