"""What people did not agree to is not published (Law 91/2025 on personal data)."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from chophien.model import Address, Consent, Consents, Need, Producer, holds, personal, public, public_need

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
YES = Consent(given=TODAY, how="giấy")

FULL = Producer(
    id="ho-mau",
    kind="household",
    name={"vi": "Lò Văn Mẫu"},
    person="Lò Thị Mẫu",
    phone="0912345678",
    zalo="0912345679",
    email="a@b.vn",
    facebook="https://f.example/a",
    website="https://w.example",
    tax_code="0123456789",
    address=Address(street={"vi": "Số 1"}, commune={"vi": "xã Mẫu"}),
    ethnicity="Tày",
)
REACHED = {"phone", "zalo", "email", "facebook", "website", "tax_code"}
ALL = Consents(name=YES, phone=YES, address=YES, ethnicity=YES)


@pytest.mark.parametrize(("consent", "wanted"), [
    (None, False),
    (YES, True),
    (Consent(given=TODAY + DAY, how="x"), False),
    (Consent(given=TODAY - DAY, how="x", withdrawn=TODAY + DAY), True),
    (Consent(given=TODAY - DAY, how="x", withdrawn=TODAY), False),
    (Consent(given=TODAY - DAY, how="x", withdrawn=TODAY - DAY), False),
])  # fmt: skip
def test_a_consent_holds_from_its_day_until_it_is_withdrawn(consent: Consent | None, wanted: bool) -> None:
    assert holds(consent, TODAY) is wanted


@pytest.mark.parametrize(("kind", "fields"), [
    ("household", {"name", "person", "address", "ethnicity", *REACHED}),
    ("group", {"person", "address", "ethnicity", *REACHED}),
    ("cooperative", {"person", "ethnicity"}),
    ("company", {"person", "ethnicity"}),
    ("commune", {"person", "ethnicity"}),
])  # fmt: skip
def test_fields_are_personal_by_the_kind_of_producer(kind: str, fields: set[str]) -> None:
    assert set(personal(msgspec.structs.replace(FULL, kind=kind))) == fields


@pytest.mark.parametrize(("without", "hidden"), [
    ("name", {"person"}),
    ("phone", REACHED),
    ("address", {"address"}),
    ("ethnicity", {"ethnicity"}),
])  # fmt: skip
def test_without_a_consent_its_fields_are_not_published(without: str, hidden: set[str]) -> None:
    agreed = msgspec.structs.replace(ALL, **{without: None})
    shown = public(msgspec.structs.replace(FULL, consent=agreed), TODAY)
    gone = {name for name in FULL.__struct_fields__ if getattr(shown, name) != getattr(FULL, name)}
    assert gone == hidden
    assert all(not getattr(shown, name) for name in hidden)


def test_with_every_consent_all_is_published_but_the_consents() -> None:
    assert public(msgspec.structs.replace(FULL, consent=ALL), TODAY) == FULL


def test_without_any_consent_only_the_name_and_the_public_fields_stay() -> None:
    shown = public(FULL, TODAY)
    assert (shown.name, shown.consent) == (FULL.name, None)
    assert not any(getattr(shown, field) for field in {"person", "address", "ethnicity", *REACHED})


def test_a_cooperative_shows_its_site_and_tax_code_without_a_consent() -> None:
    shown = public(msgspec.structs.replace(FULL, kind="cooperative"), TODAY)
    assert (shown.website, shown.tax_code) == (FULL.website, FULL.tax_code)


def test_a_withdrawn_consent_hides_from_its_day() -> None:
    agreed = msgspec.structs.replace(ALL, phone=Consent(given=TODAY - DAY, how="x", withdrawn=TODAY))
    producer = msgspec.structs.replace(FULL, consent=agreed)
    assert public(producer, TODAY - DAY).phone == "0912345678"
    assert public(producer, TODAY).phone == ""


GONE = Consent(given=TODAY - DAY, how="x", withdrawn=TODAY)


@pytest.mark.parametrize(("kind", "place", "consent", "shown"), [
    ("household", "workshop", None, False),
    ("household", "homestay", GONE, False),
    ("household", "restaurant", YES, True),
    ("household", "village", None, True),
    ("household", "market", GONE, True),
    ("cooperative", "workshop", None, True),
])  # fmt: skip
def test_a_household_is_not_said_to_live_where_it_has_not_agreed_to_be_found(
    kind: str, place: str, consent: Consent | None, shown: bool
) -> None:
    agreed = msgspec.structs.replace(ALL, address=consent)
    producer = msgspec.structs.replace(FULL, kind=kind, place="nha-mau", consent=agreed)
    assert bool(public(producer, TODAY, place).place) is shown


def test_what_is_wanted_stays_without_the_name_and_number_that_were_withdrawn() -> None:
    need = Need(
        id="tre", kind="buy", title={"vi": "Cần tre"}, until=TODAY, contact="Lò Mẫu", phone="0912345678",
        consent=Consents(name=YES, phone=GONE),
    )  # fmt: skip
    shown = public_need(need, TODAY)
    assert (shown.title, shown.contact, shown.phone, shown.consent) == (need.title, "Lò Mẫu", "", None)
    assert public_need(need, TODAY - DAY).phone == "0912345678"
