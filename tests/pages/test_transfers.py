"""Where to transfer money to, on a product's page."""

from __future__ import annotations

from typing import Any

from chophien import model, pages, qr
from chophien.model import Offer, Payment

from . import samples as s
from .reading import dangers, read

SITE = s.site(commune=s.commune(example=False))
PAYMENT = Payment(bank="970405", account="0011012345678", holder="LO THI MAU", amounts=True)


def shown(payment: Payment | None = PAYMENT) -> model.Shown:
    return s.shown(s.product(example=False), s.producer(example=False, payment=payment))


def codes(item: model.Shown, lang: str = "vi") -> list[tuple[Offer | None, str]]:
    payment = item.producer.payment if item.producer else None
    assert payment is not None
    return [
        (
            offer,
            qr.transfer(qr.payload(payment, offer.price if offer else None), pages.code_title(lang, payment, offer)),
        )
        for offer in model.codes(item, payment)
    ]


def page(item: model.Shown, lang: str = "vi", **more: Any) -> str:
    return pages.product(SITE, lang, shown=item, transfers=codes(item, lang), **more)


def folded(html: str) -> str:
    """Return what is folded away about transfers."""
    return html[html.index('<details class="transfer"') :].partition("</details>")[0]


def test_bank_number_and_holder_stand_beside_the_codes_as_text() -> None:
    html = folded(page(shown()))
    text = " ".join(read(html).text.split())
    assert text.startswith("Chuyển khoản cho người bán")
    assert "Ngân hàng Agribank" in text
    assert "Số tài khoản 0011012345678" in text
    assert "Chủ tài khoản LO THI MAU" in text
    assert "không qua xã hay trang này" in text and "gọi người bán trước khi chuyển" in text
    assert "chưa gồm phí giao" in text


def test_each_priced_offer_has_a_code_that_names_amount_and_sku() -> None:
    html = folded(page(shown()))
    titles = [part.partition("</title>")[0] for part in html.split("<title>")[1:]]
    assert titles == [f"Mã VietQR: {amount}\u00a0₫ tới Agribank, tài khoản 0011012345678"
                      for amount in ("150.000", "190.000", "210.000")]  # fmt: skip
    text = read(html).text
    assert [f"Nội dung: DB-0{n}" in text for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert html.count("<svg") == 3 and "Tự nhập số tiền" not in text


def test_without_amounts_there_is_one_code_and_no_talk_of_amounts() -> None:
    html = folded(page(shown(Payment(bank="970405", account="0011012345678", holder="LO THI MAU"))))
    text = read(html).text
    assert html.count("<svg") == 1
    assert "Tự nhập số tiền" in text and "Nội dung" not in text and "chưa gồm phí giao" not in text


def test_the_codes_ask_for_nothing_and_keep_the_page_whole() -> None:
    html = page(shown())
    found = read(html)
    assert found.open == [] and found.crossed == [] and dangers(html) == []
    inside = read(folded(html))
    assert inside.all("img") == inside.all("script") == inside.links() == []
    assert all(svg["role"] == "img" for svg in inside.all("svg"))
    assert len(inside.all("svg")) == 3


def test_an_english_page_says_it_in_english_and_marks_what_is_vietnamese() -> None:
    html = folded(page(shown(), "en"))
    text = " ".join(read(html).text.split())
    assert "Transfer money to the seller" in text and "Call the seller before you pay" in text
    assert '<dd lang="vi">LO THI MAU</dd>' in html


def test_a_page_without_codes_says_nothing_of_an_account() -> None:
    html = pages.product(SITE, "vi", shown=shown())
    assert "transfer" not in html and "0011012345678" not in html and "LO THI MAU" not in html


def test_a_spirit_has_no_place_for_codes() -> None:
    spirit = s.spirit()
    html = pages.product(SITE, "vi", shown=spirit, transfers=[(None, "<svg></svg>")])
    assert '<details class="transfer"' not in html


def test_a_holder_with_signs_of_html_comes_out_as_text() -> None:
    bad = Payment(bank="970405", account="0011012345678", holder="<b onclick=x>LO & MAU</b>")
    assert dangers(page(shown(bad))) == []
    assert "&lt;b onclick=x&gt;LO &amp; MAU" in page(shown(bad))
