"""Banks by every name, accounts and pasted codes as they are typed, and which products may be paid for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from chophien import model
from chophien.model import Consent, Consents, Payment, Refused, UnknownBank, bank, banks
from chophien.model import fields as f

TODAY = date(2026, 11, 24)
ROOT = Path(__file__).parents[2]
STATIC = "00020101021138540010A00000072701240006970422011003523509170208QRIBFTTA53037045802VN630479DB"


def test_every_bank_is_found_by_its_digits_and_its_digits_are_its_own() -> None:
    assert len(banks()) == 66
    assert all(len(bin) == 6 and bin.isdigit() and bank(bin).bin == bin for bin in banks())


@pytest.mark.parametrize(("name", "bin"), [
    ("Vietcombank", "970436"), ("vietcombank", "970436"), ("VCB", "970436"), ("vcb", "970436"),
    ("Ngân hàng TMCP Ngoại thương Việt Nam", "970436"), ("MB Bank", "970422"), ("MBBank", "970422"), ("MB", "970422"),
    ("Agri bank", "970405"), ("Bảo Việt Bank", "970438"), ("BVB", "970438"), ("BVBank", "970454"), ("MoMo", "971025"),
    ("CAKE by VPBank", "546034"), ("VPBank", "970432"), ("422589", "422589"),
])  # fmt: skip
def test_a_bank_is_found_by_what_people_call_it(name: str, bin: str) -> None:
    assert f.BANK.read(name) == bin


@pytest.mark.parametrize(("name", "suggested"), [
    ("Vietcombnk", ("Vietcombank (970436)",)),
    ("CIMB", ("CIMB Bank (422589)", "CIMBBank (970459)")),
    ("CIMB Bank", ("CIMB Bank (422589)", "CIMBBank (970459)")),
    ("Kookmin", ("Kookmin Bank HN (970462)", "Kookmin Bank HCM (970463)")),
    ("ngân hàng xã", ()),
    ("970499", ()),
    ("", ()),
])  # fmt: skip
def test_a_name_of_no_bank_or_of_two_is_never_guessed(name: str, suggested: tuple[str, ...]) -> None:
    with pytest.raises(UnknownBank) as wrong:
        bank(name)
    assert wrong.value.suggestions == suggested
    with pytest.raises(Refused) as refused:
        f.BANK.read(name)
    assert refused.value.code == ("bank-unclear" if suggested else "bank-unknown")


def test_the_handbook_lists_every_bank() -> None:
    (line,) = (
        row for row in (ROOT / "docs/so-tay.md").read_text("utf-8").split("\n") if row.startswith("Ngân hàng và ví")
    )
    assert [known.name for known in banks().values() if f"`{known.name}`" not in line] == []


@pytest.mark.parametrize(("text", "number"), [
    ("0011012345678", "0011012345678"), ("0011 0123 45678", "0011012345678"), ("6868", "6868"),
    ("99ZP24009M07248267", "99ZP24009M07248267"),
])  # fmt: skip
def test_an_account_is_read_as_typed(text: str, number: str) -> None:
    assert f.ACCOUNT.read(text) == number


@pytest.mark.parametrize(("text", "code"), [
    ("123", "account-not-readable"),
    ("1" * 20, "account-not-readable"),
    ("0011-0123", "account-not-readable"),
    ("VCB: 0011012345678", "account-not-readable"),
    ("tài khoản", "account-not-readable"),
    ("٣٥٠٠٠", "account-not-readable"),
    ("9704 0311 0123 4567", "account-is-card"),
    ("9704031101234567890", "account-is-card"),
])  # fmt: skip
def test_what_is_no_account_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        f.ACCOUNT.read(text)
    assert refused.value.code == code
    if code == "account-is-card":
        assert "0311" not in refused.value.values["found"], "a card's number is not repeated"


def test_a_pasted_code_is_written_anew() -> None:
    assert f.PAYLOAD.read(f"  {STATIC[:-4]}79db\n") == STATIC


def test_a_payee_is_the_same_from_fields_and_from_a_code() -> None:
    typed = Payment(bank="970422", account="0352350917", holder="LO THI MAU")
    assert model.payee(typed) == model.payee(Payment(payload=STATIC, holder="LO THI MAU"))
    assert model.payee(typed).bank.name == "MB Bank"


# --- what can be paid for ------------------------------------------------------------------------------

COMMUNE = model.Commune(
    name={"vi": "Mường Mẫu"}, province={"vi": "Mẫu"}, site_url="https://mau.example", tagline={"vi": "Một xã nhỏ"},
    owner=model.Owner(name={"vi": "Ủy ban nhân dân xã"}),
)  # fmt: skip
PAYMENT = Payment(bank="970422", account="0352350917", holder="LO THI MAU", amounts=True)
MAKER = model.Producer(id="to-mau", kind="cooperative", name={"vi": "Tổ mẫu"}, phone="0912345678", payment=PAYMENT)


def shown(*variants: model.Variant, maker: model.Producer | None = MAKER, **more: object) -> model.Shown:
    values: dict[str, object] = {
        "id": "che-mau", "name": {"vi": "Chè Shan tuyết"}, "category": "che", "producer": "to-mau",
        "summary": {"vi": "Chè sao chảo gang."}, "variants": variants or (model.Variant(sku="C-1", price=50_000),),
    }  # fmt: skip
    goods = model.Product(**(values | more))  # type: ignore[arg-type]
    return model.show(goods, TODAY, model.shipped_categories()["che"], maker)


def skus(item: model.Shown, payment: Payment = PAYMENT) -> list[str | None]:
    return [offer.sku if offer else None for offer in model.codes(item, payment)]


def test_goods_of_who_shows_an_account_can_be_paid_for() -> None:
    assert model.payable(shown(), COMMUNE) == PAYMENT


@pytest.mark.parametrize("item", [
    shown(maker=None),
    shown(maker=msgspec.structs.replace(MAKER, payment=None)),
    shown(maker=msgspec.structs.replace(MAKER, example=True)),
    shown(maker=msgspec.structs.replace(MAKER, phone="")),
    shown(example=True),
    shown(restricted="alcohol", alcohol=40.0),
    shown(restricted="medicine"),
    shown(model.Variant(sku="C-1", price=50_000, status="out_of_stock")),
    shown(model.Variant(sku="C-1", price=50_000, status="discontinued")),
], ids=[
    "nobody", "no account", "example maker", "nobody to call", "example", "spirit", "medicine", "sold out", "gone",
])  # fmt: skip
def test_nothing_else_can(item: model.Shown) -> None:
    assert model.payable(item, COMMUNE) is None


def test_zalo_will_do_to_ask_first() -> None:
    assert model.payable(shown(maker=msgspec.structs.replace(MAKER, phone="", zalo="0912345678")), COMMUNE)


def test_nothing_of_a_demonstration_can() -> None:
    assert model.payable(shown(), msgspec.structs.replace(COMMUNE, example=True)) is None


def test_amounts_are_in_codes_only_when_the_seller_wants_it() -> None:
    assert skus(shown(), msgspec.structs.replace(PAYMENT, amounts=False)) == [None]
    assert skus(shown()) == ["C-1"]


def test_what_has_no_code_of_its_own_is_paid_by_the_one_without_an_amount() -> None:
    priced = [model.Variant(sku=f"C-{n}", price=n * 50_000) for n in range(1, 7)]
    assert skus(shown(*priced[:4])) == ["C-1", "C-2", "C-3", "C-4"]
    assert skus(shown(*priced)) == ["C-1", "C-2", "C-3", "C-4", None]
    assert skus(shown(priced[0], model.Variant(sku="C-9"))) == ["C-1", None]
    assert skus(shown(priced[0], model.Variant(sku="C-9", price=500_000_000))) == ["C-1", None]
    assert skus(shown(priced[0], model.Variant(sku="C-9", price=90_000, status="out_of_stock"))) == ["C-1"]


# --- consent -------------------------------------------------------------------------------------------

YES = Consent(given=TODAY, how="giấy")


@pytest.mark.parametrize(("kind", "asked"), [
    ("household", True), ("group", True), ("cooperative", False), ("company", False), ("commune", False),
])  # fmt: skip
def test_an_account_of_people_needs_their_consent(kind: str, asked: bool) -> None:
    maker = msgspec.structs.replace(MAKER, kind=kind, consent=Consents(name=YES, phone=YES))
    assert (model.personal(maker).get("payment") == "payment") is asked
    assert (model.public(maker, TODAY).payment is None) is asked
    agreed = msgspec.structs.replace(maker, consent=Consents(name=YES, payment=YES))
    assert model.public(agreed, TODAY).payment == PAYMENT
    gone = Consents(name=YES, payment=msgspec.structs.replace(YES, withdrawn=TODAY))
    assert (model.public(msgspec.structs.replace(maker, consent=gone), TODAY).payment is None) is asked


def test_of_a_pasted_code_only_what_the_payment_needs_is_kept() -> None:
    """Another's name and mobile number are not published, and the longest purpose still fits."""
    from chophien.text import VietQR, write_vietqr

    whole = VietQR(
        "970422", "0352350917",
        additional=(("01", "B" * 25), ("02", "0987654321"), ("03", "S" * 25), ("05", "REF-05")),
        others=(("59", "TRAN THI KHAC"), ("60", "HA NOI")),
    )  # fmt: skip
    kept = f.PAYLOAD.read(write_vietqr(whole))
    assert isinstance(kept, str)
    assert "KHAC" not in kept and "0987654321" not in kept and "REF-05" in kept
    assert "970422" in kept and "0352350917" in kept
