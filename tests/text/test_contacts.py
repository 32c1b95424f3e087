"""Ways to reach a seller in texts, and numbers that are none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chophien.text import contacts, find_contact, may_be_personal, personal_contacts, without_contacts


@pytest.mark.parametrize(
    "contact",
    [
        "0912345678", "0912 345 678", "0912.345.678", "0912–345–678", "0912 - 345 - 678", "(091) 234 5678",
        "84912345678", "+84912345678", "+84 912.345.678", "+84 (0)91 234 5678", "(+84) 912 345 678",
        "0084 912 345 678", "0206 3851 234", "(024) 3851 2345", "1900 1234", "19001234", "1900.6067", "1900-6067",
        "1800 6789", "1800 123 456", "htxabc.vn", "htxabc.vn/tra", "HTXABC.COM.VN", "fb.com/tra", "m.me/htx",
        "www.tra", "https://xa.example/tra", "tra.shop", "a.b@c.vn", "Zalo", "zalo0912", "Facebook", "FB",
    ],
)  # fmt: skip
def test_a_contact_is_found_within_a_sentence(contact: str) -> None:
    for text in (f"Muốn mua {contact}.", f"Trà ngon:{contact}, của làng", f"Liên hệ ({contact})"):
        found = find_contact(text)
        assert found.strip("(") and found in text and find_contact(text.replace(found, "")) == ""


@pytest.mark.parametrize("contact", [
    "０９１２３４５６７８", "0912\u200b345\u2060678", "Za\u200blo", "ｚａｌｏ", "ａ＠ｂ．ｖｎ",
    "𝟬𝟵𝟭𝟮 𝟯𝟰𝟱 𝟲𝟳𝟴", "𝗭𝗮𝗹𝗼", "htx\u00adabc.vn",
    "１９００ 1234",
])  # fmt: skip
def test_a_contact_in_disguise_is_found_as_the_text_has_it(contact: str) -> None:
    text = f"Trà ngon, {contact} nhé"
    assert find_contact(text) == contact
    assert without_contacts(f"Mật ong ngon! Gọi {contact}.\nHết.") == "Mật ong ngon!\nHết."


@pytest.mark.parametrize(
    "harmless",
    [
        "giá 120.000 đồng", "120.000 – 550.000 đ", "1.200.000đ", "từ 300.000-550.000", "1 050 000 000 đồng",
        "mã 8938505974194", "mã 8412345678901", "mã vạch 0360002914521", "số 0123456", "năm 2026", "1900 – 1950",
        "độ cao 1800-2000 m", "cao 1800 m", "nặng 0,5 kg", "0.25 l", "5.0 sao", "4.5/5 sao", "1234/QĐ-UBND",
        "Quyết định 0912/QĐ-UBND ngày 03.12.2026", "03.12.2026 05:30", "ngon.Shop giao", "TP.HCM", "v.v.", "www",
        "Sao 30 phút. Com", "https", "84 nhà",
    ],
)  # fmt: skip
def test_other_numbers_and_words_are_none(harmless: str) -> None:
    assert find_contact(f"Trà {harmless} của làng.") == ""


@given(
    st.lists(
        st.sampled_from(
            ["Zalo", "FB", "whatſapp", "a@b.vn", "m.me/x", "https", "://", "www.", ".", " ", "0912", "345", "678",
             "1900", "1234", "-", "+84", "chè", "ngon. Rất", "x.vn", "12", "3", "٣"],
        ),
        max_size=12,
    ).map("".join)
)  # fmt: skip
def test_the_short_look_misses_nothing(text: str) -> None:
    found = contacts._CONTACT.search(text)
    assert find_contact(text) == (found[0] if found else "")


@pytest.mark.parametrize("text", ["0" * 5_990, "a" * 5_980 + "@", "1-" * 2_990, "a." * 2_990 + "@", "1 " * 2_990 + "@",
                                  "a" * 5_980 + "://", ".a" * 2_990, "0912." * 1_190])  # fmt: skip
def test_no_text_takes_long_to_look_through(text: str) -> None:
    start = time.process_time()
    find_contact(text)
    list(personal_contacts(text))
    assert time.process_time() - start < 0.5


def test_sentences_are_kept_but_those_that_tell_a_contact() -> None:
    text = "Mật ong ngon! Gọi 0912 345 678. Quay 2 lần.\nZalo nhé.\n\nHết."
    assert without_contacts(text) == "Mật ong ngon! Quay 2 lần.\nHết."
    assert without_contacts("Một.\n\nHai.") == "Một.\n\nHai."


@pytest.mark.parametrize(("text", "found"), [
    ("Gọi 0912 345 678 hoặc 0206 385 1234", ["0912 345 678", "0206 385 1234"]),
    ("Thư a.b@mau.vn, zalo.me/0912345678.", ["a.b@mau.vn", "zalo.me/0912345678"]),
    ("Gọi ０９１２ ３４５ ６７８ hoặc 0206\u200b 385 1234", ["０９１２ ３４５ ６７８", "0206\u200b 385 1234"]),
    ("Nhắn Zalo, gọi 1900 1234, xem https://mau.example", []),
    ("Từ 1987 đến 2026, 1.200.000 đồng", []),
])  # fmt: skip
def test_what_reaches_one_person_is_told_from_what_reaches_an_office(text: str, found: list[str]) -> None:
    assert list(personal_contacts(text)) == found
    assert may_be_personal(f"Một dòng.\n{text}\nMột dòng nữa.") or not found


@given(
    st.lists(
        st.sampled_from(
            ["0", "84", "+84", "(+84)", "9", "12", "345", "6789", " ", ".", "-", ") ", "\u00a0", "a", "@", ".vn",
             "Zalo.me/", "zalo", "\u200b", "９", "ngày 1/2/2026"],
        ),
        max_size=18,
    ).map("".join)
)  # fmt: skip
def test_the_short_look_misses_nobody_either(text: str) -> None:
    assert may_be_personal(text) or not contacts._PERSONAL.search(text)
