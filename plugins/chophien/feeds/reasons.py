"""Why goods stay out of a feed, and what could be better, in words for commune staff."""

from __future__ import annotations

from chophien.diagnostics import Diagnostic, Sentences, sentence

from ._pipeline import LeftOut

REASONS: dict[str, dict[str, Sentences]] = {
    "service-not-goods": {
        "vi": Sentences("Đây là dịch vụ; sàn chỉ nhận hàng hóa.", "Không cần làm gì: trang dịch vụ vẫn có."),
        "en": Sentences("This is a service; marketplaces take goods only.", "Nothing to do: its page stays."),
    },
    "excluded-by-wish": {
        "vi": Sentences("Tệp sản phẩm ghi không đưa lên sàn này.", "Muốn đưa lên: xóa tên sàn ở feeds: exclude."),
        "en": Sentences(
            "The product's file asks to stay off this feed.", "To list it, remove the name in feeds: exclude."
        ),
    },
    "example-not-for-sale": {
        "vi": Sentences("Đây là sản phẩm ví dụ, không có thật để bán.", "Thay bằng sản phẩm thật và xóa dòng example."),
        "en": Sentences("This is an example, nobody sells it.", "Replace it by real goods and remove `example`."),
    },
    "information-only": {
        "vi": Sentences(
            "Luật chỉ cho giới thiệu, không cho chào bán trên mạng (rượu từ 15 độ, thuốc).",
            "Không cần làm gì: trang giới thiệu vẫn có.",
        ),
        "en": Sentences(
            "The law lets us describe it only (spirits of 15 % and more, medicine).",
            "Nothing to do: its page stays.",
        ),
    },
    "restricted-goods": {
        "vi": Sentences(
            "Hàng có điều kiện (rượu, thực phẩm bảo vệ sức khỏe, dao) chưa được phép đưa lên sàn.",
            "Xã đã xem và đồng ý thì ghi feeds: allow_restricted: có.",
        ),
        "en": Sentences(
            "Restricted goods (drink, food supplements, knives) are not yet allowed on feeds.",
            "When the commune agrees, write feeds: allow_restricted: yes.",
        ),
    },
    "all-discontinued": {
        "vi": Sentences("Mọi quy cách đều ghi ngừng bán.", "Còn bán thì sửa status của quy cách."),
        "en": Sentences("Every variant is discontinued.", "If it is sold again, change a variant's status."),
    },
    "no-price": {
        "vi": Sentences("Chưa có giá.", "Ghi giá bằng đồng, ví dụ price: 120000."),
        "en": Sentences("There is no price.", "Write the price in dong, such as price: 120000."),
    },
    "no-picture": {
        "vi": Sentences("Chưa có ảnh nào.", "Bỏ một tấm ảnh thật vào thư mục sản phẩm và ghi ở photos."),
        "en": Sentences("There is no picture.", "Put a real photo into the product's folder, name it in photos."),
    },
    "variant-without-price": {
        "vi": Sentences("Quy cách này chưa có giá.", "Ghi giá bằng đồng, ví dụ price: 120000."),
        "en": Sentences("This variant has no price.", "Write the price in dong, such as price: 120000."),
    },
    "preorder-without-date": {
        "vi": Sentences("Đặt trước nhưng chưa ghi ngày có hàng.", "Ghi available_from, ví dụ 2027-03-01."),
        "en": Sentences("To be ordered ahead, without a date.", "Write available_from, such as 2027-03-01."),
    },
    "preorder-date-over": {
        "vi": Sentences(
            "Đặt trước nhưng ngày có hàng đã qua.", "Có hàng rồi thì bỏ status: preorder; chưa có thì ghi ngày mới."
        ),
        "en": Sentences(
            "To be ordered ahead, but the day has come.", "If it is there, remove the status; else write a new day."
        ),
    },
    "picture-too-small": {
        "vi": Sentences("Ảnh nhỏ: {found} điểm ảnh.", "Chụp lại, cạnh ngắn ít nhất {least} điểm ảnh."),
        "en": Sentences("The picture is small: {found} pixels.", "Its shorter side needs {least} pixels."),
    },
    "title-too-short": {
        "vi": Sentences("Tên chỉ có {count} ký tự.", "Viết ít nhất {least} ký tự: là gì, của đâu."),
        "en": Sentences("The title has {count} characters.", "Write at least {least}: what it is, from where."),
    },
    "title-too-long": {
        "vi": Sentences("Tên dài {count} ký tự.", "Rút xuống nhiều nhất {most} ký tự."),
        "en": Sentences("The title has {count} characters.", "Shorten it to {most}."),
    },
    "promotional-title": {
        "vi": Sentences("Tên có lời quảng cáo “{found}”.", "Tên chỉ nói hàng là gì; bỏ “{found}”."),
        "en": Sentences("The title advertises: “{found}”.", "A title names the goods; remove “{found}”."),
    },
    "title-all-capitals": {
        "vi": Sentences("Tên viết toàn chữ hoa.", "Viết hoa chữ đầu và tên riêng thôi."),
        "en": Sentences("The title is all capitals.", "Capitalise the first word and names only."),
    },
    "description-too-short": {
        "vi": Sentences("Mô tả chỉ có {count} ký tự.", "Viết ít nhất {least} ký tự, tốt nhất từ 100."),
        "en": Sentences("The description has {count} characters.", "Write at least {least}, better 100."),
    },
    "description-all-capitals": {
        "vi": Sentences("Mô tả viết toàn chữ hoa.", "Viết chữ thường như một câu văn."),
        "en": Sentences("The description is all capitals.", "Write sentences in small letters."),
    },
    "weapon-words": {
        "vi": Sentences("Lời giới thiệu dao có chữ “{found}”.", "Nói dao dùng làm bếp, làm vườn; bỏ “{found}”."),
        "en": Sentences("The knife's text says “{found}”.", "Say what it is used for at home; remove “{found}”."),
    },
    "broken-characters": {
        "vi": Sentences("Mục {column} có ký tự hỏng.", "Gõ lại đoạn chữ đó bằng bàn phím tiếng Việt."),
        "en": Sentences("{column} has broken characters.", "Type that text again."),
    },
    "cell-like-a-formula": {
        "vi": Sentences("Mục {column} bắt đầu bằng dấu = + - @.", "Bỏ dấu ở đầu: Excel sẽ hiểu là công thức."),
        "en": Sentences("{column} begins with = + - or @.", "Remove the sign: Excel reads a formula."),
    },
    "contact-in-title": {
        "vi": Sentences("Tên có cách liên hệ “{found}”.", "Bỏ số điện thoại, địa chỉ trang, Zalo khỏi tên."),
        "en": Sentences("The title tells a contact: “{found}”.", "Remove telephone, address and Zalo from it."),
    },
    "too-many-options": {
        "vi": Sentences("Có {count} quy cách.", "Sàn này nhận nhiều nhất {most}: tách thành hai sản phẩm."),
        "en": Sentences("There are {count} variants.", "This place takes {most}: make two products of it."),
    },
    "value-missing": {
        "vi": Sentences("Thiếu mục bắt buộc {column}.", "Bổ sung mục này trong tệp sản phẩm."),
        "en": Sentences("The required {column} is missing.", "Add it to the product's file."),
    },
    "value-too-long": {
        "vi": Sentences("Mục {column} dài {count} ký tự.", "Rút xuống nhiều nhất {most} ký tự."),
        "en": Sentences("{column} has {count} characters.", "Shorten it to {most}."),
    },
    "value-too-short": {
        "vi": Sentences("Mục {column} chỉ có {count} ký tự.", "Viết ít nhất {least} ký tự."),
        "en": Sentences("{column} has {count} characters.", "Write at least {least}."),
    },
    "number-out-of-range": {
        "vi": Sentences("Mục {column} là {found}.", "Sàn này chỉ nhận từ {least} đến {most}."),
        "en": Sentences("{column} is {found}.", "This place takes {least} to {most} only."),
    },
}
"""Code, then language: the reason and its remedy."""

NOTES: dict[str, dict[str, str]] = {
    "weight-missing": {
        "vi": "{count} mặt hàng chưa ghi cân nặng cả bao bì, sàn không tính được phí giao: {skus}.",
        "en": "{count} items have no packed weight, so postage cannot be worked out: {skus}.",
    },
    "description-short": {
        "vi": "{count} mặt hàng có mô tả dưới 100 ký tự: {skus}.",
        "en": "{count} items have a description below 100 characters: {skus}.",
    },
    "picture-drawn": {
        "vi": "{count} mặt hàng dùng hình minh họa; Google đòi ảnh chụp thật: {skus}.",
        "en": "{count} items show a drawing; Google wants photos of the goods: {skus}.",
    },
    "ocop-not-valid": {
        "vi": "{count} mặt hàng có hạng OCOP hết hạn hoặc chưa đến ngày, sao không được đưa lên: {skus}.",
        "en": "{count} items have OCOP stars that are not valid today, so none are shown: {skus}.",
    },
    "contact-in-text": {
        "vi": "{count} mặt hàng ghi số điện thoại, địa chỉ trang, Zalo trong tên hoặc mô tả; sàn có thể khóa: {skus}.",
        "en": "{count} items tell a telephone, address or Zalo in name or description; they may be locked: {skus}.",
    },
    "stock-not-counted": {
        "vi": "{count} mặt hàng không đếm số còn lại: tự điền vào bảng của sàn: {skus}.",
        "en": "{count} items have no count of stock: fill it in in the seller's template: {skus}.",
    },
    "description-cut": {
        "vi": "{count} mặt hàng có mô tả quá dài, phần cuối bị cắt bớt: {skus}.",
        "en": "{count} items have a description that is too long; its end is cut: {skus}.",
    },
    "feed-empty": {
        "vi": "Tệp không có mặt hàng nào. Đừng nạp tệp rỗng: sàn có thể xóa hết hàng đã đăng.",
        "en": "The file has no item. Do not upload it: an empty file can delete a whole catalogue.",
    },
    "feed-shrank": {
        "vi": "Lần trước có {before} mặt hàng, nay còn {count}. Xem lại trước khi đăng.",
        "en": "Last time there were {before} items, now {count}. Look again before publishing.",
    },
    "no-returns-policy": {
        "vi": "Chưa có chính sách đổi trả (policies: returns): Google sẽ từ chối.",
        "en": "There is no return policy (policies: returns): Google will refuse the feed.",
    },
    "no-contact": {
        "vi": "Chưa có điện thoại hoặc thư điện tử liên hệ (contact): Google sẽ từ chối.",
        "en": "There is no telephone or e-mail (contact): Google will refuse the feed.",
    },
}
"""Code, then language: what could be better in a feed."""


def explain(found: LeftOut, lang: str) -> tuple[str, str]:
    """Say why something stays out, and the remedy; other languages than Vietnamese get English."""
    tag = "vi" if lang == "vi" else "en"
    return sentence(Diagnostic(code=found.code, values=found.values), {found.code: REASONS[found.code][tag]})


def note(code: str, lang: str, **values: object) -> str:
    """Say what could be better."""
    return NOTES[code]["vi" if lang == "vi" else "en"].format(**values)
