"""Words that need a paper: each rule finds its bad example, leaves its good one alone, and says where it comes from."""

from __future__ import annotations

import re
import unicodedata

import pytest

from chophien import i18n
from chophien.model import Claim, claims, hits, suspects

ROWS = list(claims().values())
ids = [claim.id for claim in ROWS]


def words(text: str, claim: Claim, lang: str = "vi") -> list[str]:
    return [hit.words for hit in hits(text, [claim], claim.lang or lang)]


@pytest.mark.parametrize("claim", ROWS, ids=ids)
def test_a_claim_finds_its_bad_example_and_leaves_its_good_one(claim: Claim) -> None:
    assert claim in suspects(claim.bad)
    assert words(claim.bad, claim)
    assert words(claim.good, claim) == []


@pytest.mark.parametrize("claim", ROWS, ids=ids)
def test_a_claim_is_found_however_it_is_written(claim: Claim) -> None:
    shouted = claim.bad.upper()
    bold = re.sub(r"(\w+)", r"**\1**", claim.bad) if claim.id not in {"abs-100", "pii-so-dinh-danh"} else claim.bad
    for text in (
        f"🔥{claim.bad}🔥",
        f"«{claim.bad}»™",
        f"\u200b{claim.bad}\u3000",
        f"{claim.bad.replace(' ', chr(0x2009))}！",
        shouted,
        bold,
        claim.bad.replace(" ", "\n"),
        f"Trước đó.\n\n- {claim.bad}!",
    ):
        assert claim in suspects(text)
        assert words(text, claim), text


@pytest.mark.parametrize("claim", ROWS, ids=ids)
def test_only_what_was_verified_stops_a_build_and_only_in_goods(claim: Claim) -> None:
    assert {claim.goods, claim.texts} <= {"error", "warning", "notice", "off"}
    assert claim.status in {"verified", "partly", "inferred", "unverified"}
    if "error" in {claim.goods, claim.texts}:
        assert claim.status in {"verified", "partly"}
    assert claim.texts != "error" or claim.family == "personal-id"
    assert claim.basis and claim.source and claim.since <= claim.read
    assert claim.pattern == unicodedata.normalize("NFC", claim.pattern)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_not_verified_is_never_told_as_law(lang: str) -> None:
    sentences = i18n.messages(lang)
    for claim in ROWS:
        text = (
            sentences[claim.family]["text"]
            if isinstance(sentences[claim.family], dict)
            else str(sentences[claim.family])
        )
        doubtful = "chưa đối chiếu" in text or "not verified" in text
        assert doubtful is (claim.status in {"inferred", "unverified"}), claim.id


@pytest.mark.parametrize(("claim", "text", "found"), [
    ("sup-nhat", "Chè thơm nhất xã, ngọt nhất bản", ["thơm nhất", "ngọt nhất"]),
    ("sup-nhat", "Trạm y tế gần nhất, chậm nhất 9 giờ, nhất định về, mẻ mới nhất", []),
    ("med-chua", "Mật ong không chỉ ngon, chữa bệnh dạ dày", ["chữa bệnh"]),
    ("med-chua", "Mật ong không chữa bệnh", []),
    ("med-chua", "- Không đắng\n- chữa bệnh", ["chữa bệnh"]),
    ("med-chua", "chữa [bệnh](page/x) gan", ["chữa bệnh"]),
    ("med-chua", "chữa lửa, sửa chữa bệnh xá", []),
    ("alc-tre-em", "Trẻ em, phụ nữ mang thai không nên uống.", []),
    ("alc-tre-em", "Không gắt. Hợp cho sinh viên.", ["sinh viên"]),
    ("sup-so-1", "Nhà số 1, tổ 3; số 12", []),
    ("sup-so-1", "Máy số 1, QL số 1, thôn số 1; số 1, ngõ 2; số 1 xóm Pác; nồi số 1", []),
    ("sup-so-1", "Thợ rèn số 1, lò số 1 vùng", ["số 1", "số 1"]),
    ("wild-loai", "Vị tê tê của hạt dổi, mắc khén cay tê tê đầu lưỡi", []),
    ("wild-loai", "Rượu ngâm vảy tê tê", ["vảy tê tê"]),
    ("med-chua", "Không cần thuốc mà vẫn chữa bệnh dạ dày", ["chữa bệnh"]),
    ("med-chua", "Chưa đầy một tuần đã chữa khỏi đau lưng", ["chữa khỏi đau"]),
    ("med-chua", "Không phải là thuốc chữa bệnh", []),
    ("med-chua", "Không đắng • chữa🌿bệnh", ["chữa🌿bệnh"]),
    ("alc-tre-em", "Rượu nhẹ, uống không say, hợp cho sinh viên", ["sinh viên"]),
    ("alc-tre-em", "Không bán cho trẻ em, học sinh, sinh viên, phụ nữ mang thai.", []),
    ("alc-cod", "Không cần trả trước mà thanh toán khi nhận hàng", ["thanh toán khi nhận hàng"]),
    ("pii-so-dinh-danh", "CCCD 001 099 012345 và 0010.9901.2345", ["001 099 012345", "0010.9901.2345"]),
    ("pii-so-dinh-danh", "001.099.012.345; 001 0 99 012345; 001099 012345",
     ["001.099.012.345", "001 0 99 012345", "001099 012345"]),
    ("pii-so-dinh-danh", "STK 012345678901; tài khoản Agribank số 012345678901; gọi 0206 3851 234", []),
    ("pii-so-dinh-danh", "Chuyển tài khoản chị A CCCD 001099012345", ["001099012345"]),
    ("sup-so-1", "Trà No. 1 Cao Bằng, TOP 1", ["No. 1", "TOP 1"]),
    ("knife-vu-khi", "Dao phóng, nhà Giải phóng, không phải vũ khí", ["Dao phóng"]),
    ("price-ngoai-te", "Giá $10 hay 5 ¥", ["$1", "¥"]),
    ("pii-so-dinh-danh", "893012345678, 0010990123456, 001099012345", ["001099012345"]),
    ("abs-100", "hoàn toàn không hoá chất", ["hoàn toàn không hoá chất"]),
    ("cert-ocop", "OCOP là chương trình quốc gia. Khách sạn 3 sao.", []),
])  # fmt: skip
def test_words_that_are_close(claim: str, text: str, found: list[str]) -> None:
    assert words(text, claims()[claim]) == found


NUMBERED_PLACES = [
    "xã",
    "hợp tác xã",
    "phường",
    "ngã ba",
    "ngã tư",
    "ngã năm",
    "nhà",
    "xóm",
    "thôn",
    "bản",
    "ấp",
    "buôn",
    "tổ",
    "Quốc lộ",
    "quốc lộ",
    "tỉnh lộ",
    "QL",
    "đường",
    "phố",
    "ngõ",
    "hẻm",
    "kiệt",
    "khối",
    "khu",
    "khu vực",
    "cụm",
    "làng",
    "chợ",
    "cổng",
    "cầu",
    "bến",
    "xe buýt",
    "tuyến",
    "đội",
    "quầy",
    "sạp",
    "Bảng",
    "Công văn",
    "nhà văn hóa ngõ",
    "bến xe",
    "nhà máy",
    "trạm y tế",
    "phòng học",
    "nhà kho",
    "gian hàng ở dãy",
    "tầng",
    "ga",
    "lô",
    "nhà trưng bày cạnh cổng",
    "Quyết định",
    "Phụ lục",
    "nồi",
    "ngách",
]
NAMED_BESIDE_A_REGION = [
    "Chợ số 1, tỉnh Cao Bằng", "Chợ số 1, Cao Bằng", "Xóm số 1 xã Phúc Sen, tỉnh Cao Bằng", "Chợ số 1 xã Quảng Uyên",
    "Ngã ba số 1 Cao Bằng", "Ngã tư số 1 tỉnh Lạng Sơn", "Theo quốc lộ số 1 Lạng Sơn – Hà Nội", "QL số 1 Bắc Giang",
    "Tỉnh lộ số 1 Cao Bằng", "Quyết định số 1 tỉnh Cao Bằng", "Công văn số 1 của tỉnh", "Phụ lục số 1 của tỉnh",
    "Bến số 1 tỉnh lộ 206", "Nhà số 1 khu vực 2", "Chợ số 1 ở xã Cao Bình", "Tổ số 1 phường Tân Giang",
    "Đi tuyến xe buýt số 1 Cao Bằng – Trùng Khánh", "Xe buýt số 1 TP Cao Bằng", "Tuyến số 1 Thái Nguyên đi Bắc Kạn",
    "Tổ số 1 Hà Giang", "Bến số 1 Vĩnh Long", "Nhà số 1 Hòa Bình", "Cổng số 1 Tỉnh ủy Cao Bằng", "Phòng số 1 Tỉnh đoàn",
    "Bảng số 1 trong vùng dân tộc", "Bến xe số 1 Cao Bằng", "Bến số 1 TP.HCM", "Nhà số 1 Bà Rịa",
    "Chợ số 1. Cao Bằng có nhiều chợ phiên", "Cổng số 1 phía tây bắc", "Số 1 khu vực 3", "Cổng số 1 vào chợ Cao Bằng",
]  # fmt: skip
BOASTS = [
    "số 1 Việt Nam", "Hương vị số 1", "Hương vị số 1 Việt Nam", "Gạo số một cả nước", "Xã số 1 cả nước về nghề rèn",
    "Làng nghề số 1", "Làng số 1 Việt Nam", "Chợ số 1 vùng", "Xã ta là số 1", "Ngon số 1, xã nào cũng biết",
    "Dao số 1 của xã", "Cơ sở bán buôn số 1 miền Bắc", "Đại lý bán buôn số 1", "Nhà xe số 1 Việt Nam",
    "Chợ số 1 Cao Bằng", "Chợ số 1 tỉnh Cao Bằng", "Chợ số 1 của tỉnh", "Chợ số 1 tỉnh", "Chợ số 1 toàn tỉnh",
    "Xã số 1 Lạng Sơn", "Làng số một Hà Giang", "Bản số 1 Tây Bắc", "Bản số 1 vùng cao", "Chợ số 1 trong vùng",
    "Quầy số 1 thành phố Huế", "Xưởng số 1 Thanh Hoá", "Lò số 1 Hòa Bình", "Chợ số 1 khu vực",
    "Chợ số 1 khu vực Đông Bắc", "Gạo số 1 khu vực miền núi", "Tuyến số 1 Đông Nam Á", "Chợ số 1 của cả nước",
    "Chợ số 1 miền Bắc", "Chợ số 1 Việt Nam", "Chợ số 1 nước ta", "Chợ **số 1** Cao Bằng",
    "Đồ chơi, xe số 1 thế giới", "mật ong loại số 1 Việt Nam", "bảng số 1 miền Bắc", "đội số 1 toàn quốc",
]  # fmt: skip


@pytest.mark.parametrize("place", NUMBERED_PLACES)
def test_the_number_of_a_place_is_no_boast(place: str) -> None:
    claim = claims()["sup-so-1"]
    for text in (f"Ở {place} số 1.", f"{place} số 1", f"Đi qua {place} số 1 rồi rẽ trái", f"{place} số một"):
        assert words(text, claim) == [], text


@pytest.mark.parametrize("text", NAMED_BESIDE_A_REGION)
def test_a_number_is_no_boast_where_only_the_next_words_name_a_region(text: str) -> None:
    assert words(text, claims()["sup-so-1"]) == []


@pytest.mark.parametrize("text", BOASTS)
def test_a_boast_with_a_number_is_one_beside_places_too(text: str) -> None:
    assert [word.lower() for word in words(text, claims()["sup-so-1"])] in (["số 1"], ["số một"])


def test_the_number_of_a_decision_is_no_boast() -> None:
    assert words("Quyết định số 1/QĐ-UBND, văn bản số 1/2026", claims()["sup-so-1"]) == []


@pytest.mark.parametrize("sign", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"])
@pytest.mark.parametrize("claim", ROWS, ids=ids)
def test_a_sign_without_width_within_a_word_hides_no_claim(claim: Claim, sign: str) -> None:
    text = "🌿 " + re.sub(r"(\w)(?=\w)", rf"\1{sign}", claim.bad)
    assert claim in suspects(text)
    found = list(hits(text, [claim], claim.lang or "vi"))
    wanted = list(hits("🌿 " + claim.bad, [claim], claim.lang or "vi"))
    assert [hit.words for hit in found] == [hit.words for hit in wanted]
    for hit, seen in zip(found, wanted, strict=True):
        assert text[hit.start : hit.end].replace(sign, "") == ("🌿 " + claim.bad)[seen.start : seen.end]


WIDE = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F) if chr(code).isalnum() or chr(code) == "%"}
BOLD = {
    **{ord("0") + n: chr(0x1D7CE + n) for n in range(10)},
    **{ord("a") + n: chr(0x1D41A + n) for n in range(26)},
    **{ord("A") + n: chr(0x1D400 + n) for n in range(26)},
}


@pytest.mark.parametrize("letters", [WIDE, BOLD], ids=["wide", "bold"])
@pytest.mark.parametrize("claim", ROWS, ids=ids)
def test_letters_and_digits_of_another_width_hide_no_claim(claim: Claim, letters: dict[int, str]) -> None:
    text = claim.bad.translate(letters)
    found = list(hits(text, [claim], claim.lang or "vi")) if claim in suspects(text) else []
    wanted = list(hits(claim.bad, [claim], claim.lang or "vi"))
    assert [(hit.start, hit.end, hit.words) for hit in found] == [(hit.start, hit.end, hit.words) for hit in wanted]


@pytest.mark.parametrize(("text", "found"), [
    ("chữa\u200bbệnh gan", ["chữa bệnh"]),
    ("kh\u200bông chữa bệnh", []),
    ("Ngon nh\u200bất, thơm nhất", ["Ngon nhất", "thơm nhất"]),
    ("Nhất đị\u200bnh phải đến", []),
])  # fmt: skip
def test_what_is_hidden_is_read_as_a_reader_does(text: str, found: list[str]) -> None:
    told = [hit.words for id in ("med-chua", "sup-nhat") for hit in hits(text, [claims()[id]])]
    assert [" ".join(words.replace("\u200b", " ").split()) for words in told] == found


def test_a_hit_stands_where_the_text_has_it() -> None:
    text = "Gạo  **ngon\nnhất** vùng, [số 1](https://x.example/top-1) miền Bắc"
    found = list(hits(text, [claims()["sup-nhat"], claims()["sup-so-1"]]))
    assert [text[hit.start : hit.end] for hit in found] == ["ngon\nnhất", "số 1"]


def test_english_words_are_looked_for_in_english_alone() -> None:
    claim = claims()["sup-en"]
    assert [hit.words for hit in hits("The best tea", [claim], "en")] == ["The best"]
    assert list(hits("The best tea", [claim], "vi")) == []
