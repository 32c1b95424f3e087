"""The closed word lists of the model: machine word to Vietnamese name."""

PRODUCT_KINDS = {"goods": "hàng hóa", "service": "dịch vụ"}
PRODUCER_KINDS = {
    "household": "hộ gia đình",
    "group": "tổ hợp tác",
    "cooperative": "hợp tác xã",
    "company": "doanh nghiệp",
    "commune": "đơn vị của xã",
}
STATUS = {
    "in_stock": "còn hàng",
    "out_of_stock": "hết hàng",
    "preorder": "đặt trước",
    "discontinued": "ngừng bán",
}
RESTRICTED = {
    "alcohol": "rượu",
    "supplement": "thực phẩm bảo vệ sức khỏe",
    "medicine": "thuốc",
    "knife": "dao",
}
SWITCHES = ("alcohol-without-licence", "contact-in-text", "food-without-address")
"""Codes of rules that a commune may switch off, beside the claims of ``data/claim_words.toml``."""
LEAST_PHOTO_SIDE = 500
"""Pixels; Google disapproves a shorter side from 31 January 2027 (Merchant help on image_link, read 2026-11-22)."""
LANGUAGES = {
    "vi": "Việt",
    "en": "Anh",
    "fr": "Pháp",
    "zh": "Trung",
    "la": "La-tinh",
    "tyz": "Tày",
    "nut": "Nùng",
    "hmn": "Mông",
    "mww": "Mông Trắng",
    "hnj": "Mông Xanh",
    "ium": "Dao",
    "mji": "Dao Kìm Mùn",
    "mtq": "Mường",
    "blt": "Thái Đen",
    "twh": "Thái Trắng",
    "pcc": "Giáy",
    "mlc": "Cao Lan",
    "nty": "Lô Lô",
    "hni": "Hà Nhì",
    "lhu": "La Hủ",
    "lo": "Lào",
    "jra": "Gia Rai",
    "rad": "Ê Đê",
    "bdq": "Ba Na",
    "sed": "Xơ Đăng",
    "hre": "Hrê",
    "kpm": "Cơ Ho",
    "cjm": "Chăm",
    "km": "Khmer",
}
"""
Languages that a phrase of a text may be in, with their Vietnamese names (tags: IANA language subtag registry).

A closed list, because a guess is often the tag of another language: ``tay`` is spoken in Taiwan, Tày is ``tyz``.
"""
PHOTO_ROLES = {
    "main": "ảnh chính",
    "detail": "chi tiết",
    "label": "nhãn",
    "certificate": "giấy chứng nhận",
    "place": "nơi làm",
}
SHARE_CARDS = {
    "all": "cả ba khổ",
    "link": "chỉ ảnh xem trước",
    "none": "không làm",
}
OPTIONAL_FEEDS = {
    "acp": "ACP",
    "openai": "OpenAI",
    "vendure": "Vendure",
    "medusa": "Medusa",
}
CERTIFICATES = {
    "vietgap": "VietGAP",
    "organic": "hữu cơ",
    "gi": "chỉ dẫn địa lý",
    "trademark": "nhãn hiệu",
    "iso": "ISO",
    "haccp": "HACCP",
    "gmp": "GMP",
    "food-safety": "an toàn thực phẩm",
    "licence": "giấy phép kinh doanh",
    "contest": "giải thưởng",
    "other": "giấy khác",
}
OCOP_LEVELS = {"province": "tỉnh", "centre": "trung ương"}
PLACE_KINDS = {
    "village": "làng",
    "sight": "điểm tham quan",
    "waterfall": "thác",
    "cave": "hang động",
    "pass": "đèo",
    "temple": "đền chùa",
    "monument": "di tích",
    "market": "chợ",
    "workshop": "xưởng nghề",
    "homestay": "homestay",
    "restaurant": "quán ăn",
    "viewpoint": "điểm ngắm cảnh",
    "service": "điểm dịch vụ",
}
SIGNALS = {"none": "không có sóng", "2G": "2G", "3G": "3G", "4G": "4G", "5G": "5G"}
PAYMENTS = {
    "cash": "tiền mặt",
    "transfer": "chuyển khoản",
    "cod": "trả khi nhận hàng",
    "wallet": "ví điện tử",
    "card": "thẻ",
}
ROOM_TYPES = {"shared": "sàn chung", "private": "phòng riêng", "house": "nguyên căn"}
TRANSPORT = {
    "walk": "đi bộ",
    "bicycle": "xe đạp",
    "motorbike": "xe máy",
    "car": "ô tô",
    "bus": "xe khách",
    "boat": "thuyền",
}
WEEKDAYS = {
    "mon": "thứ hai",
    "tue": "thứ ba",
    "wed": "thứ tư",
    "thu": "thứ năm",
    "fri": "thứ sáu",
    "sat": "thứ bảy",
    "sun": "chủ nhật",
}
EVENT_STATUS = {
    "scheduled": "theo lịch",
    "tentative": "dự kiến",
    "cancelled": "đã hủy",
    "postponed": "hoãn",
}
YEARS = {"every": "hằng năm", "odd": "năm lẻ", "even": "năm chẵn", "leap": "năm nhuận"}
NEED_KINDS = {"buy": "cần mua", "sell": "cần bán"}
