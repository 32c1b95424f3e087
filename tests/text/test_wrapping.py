"""Words of a heading that stay on one line."""

from __future__ import annotations

import pytest

from chophien import text


@pytest.mark.parametrize(
    "shown",
    [
        "Hạt dẻ Trùng~Khánh",
        "Làng rèn Pác~Rằng",
        "Homestay bên lò rèn Pác~Rằng (ví~dụ)",
        "Trải nghiệm làm hương ở Phia~Thắp",
        "Gạo nếp Quảng~Uyên, Cao~Bằng",
        "Nhà bà Nông~Thị~Ơ",
        "Từ Pác~Rằng, Phia~Thắp đến Khuổi~Ky",
        "Chợ",
        "",
    ],
)
def test_syllables_of_names_stay_together(shown: str) -> None:
    assert text.bound(shown.replace("~", " ")) == shown.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "shown",
    [
        "Quảng Uyên mở hội",  # a sentence's first word has a capital letter whatever it is
        "Ngày 2: Làng đá, thác và động",
        "Đã qua. Lễ hội Pháo",
        "Đường đến Đoàn Văn Phường Nghiêm",
        "Hội Tranh Đầu Pháo Quảng Uyên",
        "Dao rèn (tay, ví dụ và hàng mẫu)",
        "Dao rèn (chưa đóng ngoặc",
        "hai  dấu  cách",
    ],
)
def test_other_words_may_part(shown: str) -> None:
    assert text.bound(shown) == shown
