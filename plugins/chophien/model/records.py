"""
The records of a commune: what each kind of file may say.

Each field carries its key's type and names (``Key``); readers, forms, messages and JSON Schema all
come from there. Text for people is ``Words``: language tag to text, Vietnamese always present.
"""

from __future__ import annotations

import datetime
from datetime import date, time
from typing import Annotated

from msgspec import Struct

from chophien.text import Quantity

from . import fields as f
from .fields import Key, Many, Part, Words
from .tables import (
    CERTIFICATES,
    EVENT_STATUS,
    NEED_KINDS,
    OCOP_LEVELS,
    OPTIONAL_FEEDS,
    PAYMENTS,
    PHOTO_ROLES,
    PLACE_KINDS,
    PRODUCER_KINDS,
    PRODUCT_KINDS,
    RESTRICTED,
    ROOM_TYPES,
    SHARE_CARDS,
    SIGNALS,
    STATUS,
    TRANSPORT,
    WEEKDAYS,
    YEARS,
)

Phrase = dict[str, str]
"""Text by language tag."""


class Record(Struct, frozen=True, gc=False, omit_defaults=True):
    """Base of all records: frozen, compared by value, defaults left out when stored (``kw_only`` is not inherited)."""


class Photo(Record, frozen=True, kw_only=True):
    """A picture beside its record's file."""

    file: Annotated[str, Key(f.PHOTO, "Tệp ảnh", "Picture file", required=True)]
    alt: Annotated[Phrase, Key(Words(3, 200), "Mô tả ảnh", "Text alternative")] = {}
    role: Annotated[str, Key(f.choice(PHOTO_ROLES), "Loại ảnh", "Role")] = "main"
    credit: Annotated[str, Key(f.TEXT, "Người chụp", "Credit")] = ""
    taken: Annotated[date | None, Key(f.DATE, "Ngày chụp", "Taken on")] = None
    people: Annotated[bool, Key(f.YES, "Có người trong ảnh", "Shows people")] = False
    consent: Annotated[
        Consent | None, Key(Part(lambda: Consent), "Người trong ảnh đồng ý", "Consent of who is shown")
    ] = None
    illustration: Annotated[bool, Key(f.YES, "Là hình minh họa", "Is an illustration")] = False
    approved: Annotated[bool, Key(f.YES, "Đã xem, dùng được", "Seen and good enough")] = False


class Point(Record, frozen=True, kw_only=True):
    """A position in WGS 84 degrees."""

    lat: Annotated[float, Key(f.LATITUDE, "Vĩ độ", "Latitude", required=True)]
    lon: Annotated[float, Key(f.LONGITUDE, "Kinh độ", "Longitude", required=True)]
    approximate: Annotated[bool, Key(f.YES, "Gần đúng", "Approximate")] = False


class Address(Record, frozen=True, kw_only=True):
    """A postal address in two levels, as since July 2025."""

    street: Annotated[Phrase, Key(Words(1, 300), "Số nhà, thôn, xóm", "House, hamlet")] = {}
    commune: Annotated[Phrase, Key(Words(1, 300), "Xã, phường", "Commune")] = {}
    province: Annotated[Phrase, Key(Words(1, 300), "Tỉnh, thành phố", "Province")] = {}


class Option(Record, frozen=True, kw_only=True):
    """What tells one variant from the others, such as Khối lượng: 100 g."""

    name: Annotated[Phrase, Key(Words(1, 40), "Tên lựa chọn", "Option name", required=True)]
    value: Annotated[Phrase, Key(Words(1, 40), "Giá trị lựa chọn", "Option value", required=True)]


class Sale(Record, frozen=True, kw_only=True):
    """A lower price between two days, both included."""

    price: Annotated[int, Key(f.MONEY, "Giá giảm", "Sale price", required=True)]
    since: Annotated[date, Key(f.DATE, "Giảm từ ngày", "From", required=True)]
    until: Annotated[date, Key(f.DATE, "Giảm đến ngày", "Until", required=True)]


class Pack(Record, frozen=True, kw_only=True):
    """The packed size: grams and centimetres."""

    weight_g: Annotated[int | None, Key(f.whole(1, 500_000), "Nặng (g)", "Weight in g")] = None
    length_cm: Annotated[float | None, Key(f.decimal(0.1, 500), "Dài (cm)", "Length in cm")] = None
    width_cm: Annotated[float | None, Key(f.decimal(0.1, 500), "Rộng (cm)", "Width in cm")] = None
    height_cm: Annotated[float | None, Key(f.decimal(0.1, 500), "Cao (cm)", "Height in cm")] = None


class Variant(Record, frozen=True, kw_only=True):
    """One thing a buyer can order. ``price`` in dong; none means the price is asked for."""

    sku: Annotated[str, Key(f.SKU, "Mã hàng (SKU)", "SKU", required=True)]
    option: Annotated[Option | None, Key(Part(lambda: Option), "Lựa chọn", "Option")] = None
    net: Annotated[Quantity | None, Key(f.QUANTITY, "Lượng tịnh", "Net quantity")] = None
    price: Annotated[int | None, Key(f.MONEY, "Giá", "Price")] = None
    sale: Annotated[Sale | None, Key(Part(lambda: Sale, f.lowered), "Giảm giá", "Sale")] = None
    gtin: Annotated[str, Key(f.GTIN, "Mã vạch (GTIN)", "GTIN")] = ""
    stock: Annotated[int | None, Key(f.STOCK, "Số còn lại", "In stock")] = None
    status: Annotated[str, Key(f.choice(STATUS), "Tình trạng", "Status")] = "in_stock"
    available_from: Annotated[date | None, Key(f.DATE, "Có hàng từ ngày", "Available from")] = None
    pack: Annotated[Pack | None, Key(Part(lambda: Pack), "Đóng gói", "Pack")] = None
    photo: Annotated[str, Key(f.PHOTO, "Ảnh riêng", "Own picture")] = ""


class Recognition(Record, frozen=True, kw_only=True):
    """An OCOP recognition; good for 36 months from its decision unless ``expires`` says otherwise."""

    stars: Annotated[int, Key(f.whole(3, 5), "Hạng sao", "Stars", required=True)]
    decision: Annotated[str, Key(f.TEXT, "Số quyết định", "Decision number", required=True)]
    issued: Annotated[date, Key(f.DATE, "Ngày quyết định", "Decision date", required=True)]
    expires: Annotated[date | None, Key(f.DATE, "Hết hạn ngày", "Expires")] = None
    level: Annotated[str, Key(f.choice(OCOP_LEVELS), "Cấp công nhận", "Level")] = "province"
    code: Annotated[str, Key(f.TEXT, "Mã sản phẩm OCOP", "OCOP code")] = ""


class Certificate(Record, frozen=True, kw_only=True):
    """A paper that backs a claim."""

    name: Annotated[str, Key(f.TEXT, "Tên giấy", "Name", required=True)]
    kind: Annotated[str, Key(f.choice(CERTIFICATES), "Loại giấy", "Kind")] = "other"
    no: Annotated[str, Key(f.TEXT, "Số", "Number")] = ""
    issuer: Annotated[str, Key(f.TEXT, "Nơi cấp", "Issuer")] = ""
    issued: Annotated[date | None, Key(f.DATE, "Ngày cấp", "Issued")] = None
    expires: Annotated[date | None, Key(f.DATE, "Hết hạn ngày", "Expires")] = None


class Evidence(Record, frozen=True, kw_only=True):
    """A document that proves a superlative; it is named on the page and good for a year (Circular 10/2013)."""

    text: Annotated[str, Key(f.line(2, 200), "Lời giới thiệu", "Claim", required=True)]
    evidence: Annotated[str, Key(f.TEXT, "Tài liệu chứng minh", "Evidence", required=True)]
    issued: Annotated[date, Key(f.DATE, "Ngày của tài liệu", "Issued", required=True)]


class Declaration(Record, frozen=True, kw_only=True):
    """A self-declaration or registration of a food, with the rule it was made under."""

    kind: Annotated[str, Key(f.TEXT, "Loại công bố", "Kind", required=True)]
    number: Annotated[str, Key(f.TEXT, "Số công bố", "Number", required=True)]
    date: Annotated[datetime.date | None, Key(f.DATE, "Ngày công bố", "Date")] = None
    basis: Annotated[str, Key(f.TEXT, "Căn cứ", "Basis")] = ""


class Story(Record, frozen=True, kw_only=True):
    """The eight elements of a product's story in the OCOP guidance."""

    name: Annotated[Phrase, Key(Words(3, 600), "Tên gọi", "Name of the product")] = {}
    audience: Annotated[Phrase, Key(Words(3, 600), "Dành cho ai", "Who it is for")] = {}
    reason: Annotated[Phrase, Key(Words(3, 600), "Vì sao tin được", "Reason to believe")] = {}
    characteristics: Annotated[Phrase, Key(Words(3, 600), "Đặc điểm", "Characteristics")] = {}
    channel: Annotated[Phrase, Key(Words(3, 600), "Mua ở đâu", "Where to buy")] = {}
    unique: Annotated[Phrase, Key(Words(3, 600), "Điều riêng có", "What sets it apart")] = {}
    benefits: Annotated[Phrase, Key(Words(3, 600), "Ích lợi", "Benefits")] = {}
    history: Annotated[Phrase, Key(Words(3, 600), "Lịch sử", "History")] = {}


class Blade(Record, frozen=True, kw_only=True):
    """What the law on weapons asks of a knife: centimetres, point, folding, declaration."""

    length_cm: Annotated[float, Key(f.decimal(1, 200), "Dài lưỡi (cm)", "Blade length in cm", required=True)]
    width_cm: Annotated[float, Key(f.decimal(0.2, 100), "Rộng lưỡi (cm)", "Blade width in cm", required=True)]
    pointed: Annotated[bool, Key(f.YES, "Có mũi nhọn", "Pointed", required=True)]
    folding: Annotated[bool, Key(f.YES, "Gấp, bấm", "Folding")] = False
    declared: Annotated[bool, Key(f.YES, "Đã khai báo công an xã", "Declared to the commune police")] = False


class Fact(Record, frozen=True, kw_only=True):
    """One more line of the label, such as Chất liệu: thép nhíp."""

    name: Annotated[Phrase, Key(Words(1, 80), "Tên mục", "Name", required=True)]
    value: Annotated[Phrase, Key(Words(1, 300), "Nội dung", "Value", required=True)]


class Origin(Record, frozen=True, kw_only=True):
    """Where the goods come from."""

    place: Annotated[Phrase, Key(Words(2, 120), "Nơi làm ra", "Place")] = {}
    province: Annotated[str, Key(f.TEXT, "Tỉnh", "Province")] = ""
    country: Annotated[str, Key(f.line(2, 2), "Nước (mã 2 chữ)", "Country code")] = "VN"


class FeedWishes(Record, frozen=True, kw_only=True):
    """Which feeds may not carry the product, or may although it is restricted."""

    exclude: Annotated[tuple[str, ...], Key(Many(f.TEXT), "Không đưa lên", "Leave out of")] = ()
    allow_restricted: Annotated[bool, Key(f.YES, "Cho phép dù hạn chế", "Allow although restricted")] = False


class Product(Record, frozen=True, kw_only=True):
    """Goods or a service that someone of the commune sells."""

    id: Annotated[str, Key(f.ID, "Mã sản phẩm", "Product id")]
    kind: Annotated[str, Key(f.choice(PRODUCT_KINDS), "Loại", "Kind")] = "goods"
    name: Annotated[Phrase, Key(Words(5, 120), "Tên", "Name", required=True)]
    category: Annotated[str, Key(f.CATEGORY, "Nhóm hàng", "Category", required=True)]
    producer: Annotated[str, Key(f.ID, "Người làm", "Producer", required=True)]
    brand: Annotated[str, Key(f.line(1, 70), "Nhãn hiệu", "Brand")] = ""
    origin: Annotated[Origin | None, Key(Part(lambda: Origin), "Xuất xứ", "Origin")] = None
    summary: Annotated[Phrase, Key(Words(10, 200), "Tóm tắt", "Summary", required=True)]
    description: Annotated[Phrase, Key(Words(10, 6000, markdown=True), "Mô tả", "Description")] = {}
    highlights: Annotated[tuple[Phrase, ...], Key(Many(Words(3, 150), most=10), "Điểm chính", "Highlights")] = ()
    ingredients: Annotated[Phrase, Key(Words(2, 600), "Thành phần", "Ingredients")] = {}
    shelf_life: Annotated[str, Key(f.DURATION, "Hạn dùng", "Shelf life")] = ""
    storage: Annotated[Phrase, Key(Words(2, 300), "Bảo quản", "Storage")] = {}
    usage: Annotated[Phrase, Key(Words(2, 600), "Cách dùng", "Usage")] = {}
    warnings: Annotated[Phrase, Key(Words(2, 600), "Lưu ý an toàn", "Warnings")] = {}
    facts: Annotated[tuple[Fact, ...], Key(Many(Part(lambda: Fact)), "Mục nhãn khác", "Other label facts")] = ()
    season: Annotated[tuple[int, ...], Key(Many(f.MONTH, most=12), "Tháng có hàng", "Months in season")] = ()
    variants: Annotated[tuple[Variant, ...], Key(Many(Part(lambda: Variant), 50, 1), "Quy cách", "Variants", True)]
    photos: Annotated[tuple[Photo, ...], Key(Many(Part(lambda: Photo), 30), "Ảnh", "Pictures")] = ()
    ocop: Annotated[Recognition | None, Key(Part(lambda: Recognition), "Công nhận OCOP", "OCOP recognition")] = None
    certificates: Annotated[
        tuple[Certificate, ...], Key(Many(Part(lambda: Certificate)), "Giấy chứng nhận", "Certificates")
    ] = ()
    claims: Annotated[
        tuple[Evidence, ...], Key(Many(Part(lambda: Evidence), 20), "Căn cứ lời giới thiệu", "Claims")
    ] = ()
    declaration: Annotated[Declaration | None, Key(Part(lambda: Declaration), "Công bố", "Declaration")] = None
    story: Annotated[Story | None, Key(Part(lambda: Story), "Câu chuyện", "Story")] = None
    restricted: Annotated[str, Key(f.choice(RESTRICTED), "Hàng có điều kiện", "Restricted")] = ""
    blade: Annotated[Blade | None, Key(Part(lambda: Blade), "Lưỡi dao", "Blade")] = None
    alcohol: Annotated[float | None, Key(f.decimal(0, 96), "Độ cồn (% thể tích)", "Alcohol by volume")] = None
    trace_url: Annotated[str, Key(f.URL, "Trang truy xuất", "Traceability page")] = ""
    shipping_fee: Annotated[int | None, Key(f.MONEY, "Phí giao", "Shipping fee")] = None
    place: Annotated[str, Key(f.ID, "Làm ra tại địa điểm", "Made at the place")] = ""
    feeds: Annotated[FeedWishes | None, Key(Part(lambda: FeedWishes), "Sàn", "Feeds")] = None
    example: Annotated[bool, Key(f.YES, "Là ví dụ", "Is an example")] = False


class Consent(Record, frozen=True, kw_only=True):
    """When and how a person agreed to have one field published."""

    given: Annotated[date, Key(f.DATE, "Đồng ý ngày", "Given on", required=True)]
    how: Annotated[str, Key(f.TEXT, "Đồng ý bằng cách", "How", required=True)]
    withdrawn: Annotated[date | None, Key(f.DATE, "Rút lại ngày", "Withdrawn on")] = None


class Consents(Record, frozen=True, kw_only=True):
    """One consent for each personal field; none means the field is not published."""

    name: Annotated[Consent | None, Key(Part(lambda: Consent), "Cho đăng tên", "Name")] = None
    phone: Annotated[Consent | None, Key(Part(lambda: Consent), "Cho đăng số điện thoại", "Phone")] = None
    photo: Annotated[Consent | None, Key(Part(lambda: Consent), "Cho đăng ảnh", "Photo")] = None
    address: Annotated[Consent | None, Key(Part(lambda: Consent), "Cho đăng địa chỉ", "Address")] = None
    ethnicity: Annotated[Consent | None, Key(Part(lambda: Consent), "Cho đăng dân tộc", "Ethnicity")] = None
    payment: Annotated[Consent | None, Key(Part(lambda: Consent), "Cho đăng số tài khoản", "Bank account")] = None


class Payment(Record, frozen=True, kw_only=True):
    """
    Where buyers transfer money: an account at a bank, or the code that its app gives.

    Args:
        bank: The bank's six digits.
        payload: A VietQR text, written anew.
        amounts: Whether codes carry the price.
    """

    bank: Annotated[str, Key(f.BANK, "Ngân hàng", "Bank")] = ""
    account: Annotated[str, Key(f.ACCOUNT, "Số tài khoản", "Account number")] = ""
    holder: Annotated[str, Key(f.NAME, "Chủ tài khoản", "Account holder", required=True)]
    payload: Annotated[str, Key(f.PAYLOAD, "Nội dung mã QR", "Text of the QR code")] = ""
    amounts: Annotated[bool, Key(f.YES, "Mã có sẵn số tiền", "Codes carry the price")] = False


class Producer(Record, frozen=True, kw_only=True):
    """Who makes or offers something: a household, a group, a co-operative or a firm."""

    id: Annotated[str, Key(f.ID, "Mã người làm", "Producer id")]
    kind: Annotated[str, Key(f.choice(PRODUCER_KINDS), "Loại hình", "Kind", required=True)]
    name: Annotated[Phrase, Key(Words(2, 120), "Tên", "Name", required=True)]
    summary: Annotated[Phrase, Key(Words(10, 300), "Tóm tắt", "Summary")] = {}
    about: Annotated[Phrase, Key(Words(10, 6000, markdown=True), "Giới thiệu", "About")] = {}
    person: Annotated[str, Key(f.NAME, "Người đại diện", "Contact person")] = ""
    address: Annotated[Address | None, Key(Part(lambda: Address), "Địa chỉ", "Address")] = None
    phone: Annotated[str, Key(f.PHONE, "Điện thoại", "Phone")] = ""
    zalo: Annotated[str, Key(f.PHONE, "Số Zalo", "Zalo number")] = ""
    email: Annotated[str, Key(f.EMAIL, "Thư điện tử", "E-mail")] = ""
    facebook: Annotated[str, Key(f.URL, "Trang Facebook", "Facebook page")] = ""
    website: Annotated[str, Key(f.URL, "Trang web", "Website")] = ""
    tax_code: Annotated[str, Key(f.line(10, 14), "Mã số thuế", "Tax code")] = ""
    ethnicity: Annotated[str, Key(f.TEXT, "Dân tộc", "Ethnicity")] = ""
    founded: Annotated[int | None, Key(f.whole(1800, 2100), "Năm thành lập", "Founded")] = None
    place: Annotated[str, Key(f.ID, "Ở địa điểm", "At the place")] = ""
    photos: Annotated[tuple[Photo, ...], Key(Many(Part(lambda: Photo), 30), "Ảnh", "Pictures")] = ()
    payment: Annotated[Payment | None, Key(Part(lambda: Payment), "Nhận chuyển khoản", "Bank transfer")] = None
    consent: Annotated[Consents | None, Key(Part(lambda: Consents), "Sự đồng ý", "Consent")] = None
    example: Annotated[bool, Key(f.YES, "Là ví dụ", "Is an example")] = False


class Hours(Record, frozen=True, kw_only=True):
    """Opening hours on some weekdays; no weekdays means every day."""

    days: Annotated[tuple[str, ...], Key(Many(f.choice(WEEKDAYS), 7), "Các ngày", "Weekdays")] = ()
    opens: Annotated[time, Key(f.TIME, "Mở lúc", "Opens", required=True)]
    closes: Annotated[time, Key(f.TIME, "Đóng lúc", "Closes", required=True)]


class Fee(Record, frozen=True, kw_only=True):
    """A price to pay on the spot, in dong, and what it includes."""

    amount: Annotated[int, Key(f.MONEY, "Số tiền", "Amount", required=True)]
    unit: Annotated[Phrase, Key(Words(1, 60), "Tính theo", "Per")] = {}
    includes: Annotated[Phrase, Key(Words(2, 300), "Gồm", "Includes")] = {}


class Amenities(Record, frozen=True, kw_only=True):
    """What a visitor on the spot can count on."""

    toilet: Annotated[bool | None, Key(f.YES, "Nhà vệ sinh", "Toilet")] = None
    water: Annotated[bool | None, Key(f.YES, "Nước sạch", "Drinking water")] = None
    electricity: Annotated[bool | None, Key(f.YES, "Có điện", "Electricity")] = None
    parking: Annotated[bool | None, Key(f.YES, "Chỗ để xe", "Parking")] = None
    wifi: Annotated[bool | None, Key(f.YES, "Wi-Fi", "Wi-Fi")] = None
    wheelchair: Annotated[bool | None, Key(f.YES, "Xe lăn vào được", "Wheelchair access")] = None
    signal: Annotated[str, Key(f.choice(SIGNALS), "Sóng điện thoại", "Phone signal")] = ""
    payment: Annotated[tuple[str, ...], Key(Many(f.choice(PAYMENTS)), "Cách trả tiền", "Payment")] = ()
    languages: Annotated[tuple[str, ...], Key(Many(f.LANG), "Ngôn ngữ", "Languages spoken")] = ()


class Stay(Record, frozen=True, kw_only=True):
    """What a homestay offers. Prices in dong."""

    rooms: Annotated[int, Key(f.whole(0, 200), "Số phòng riêng", "Private rooms")] = 0
    mattresses: Annotated[int, Key(f.whole(0, 500), "Số đệm sàn chung", "Mattresses on the shared floor")] = 0
    room_types: Annotated[tuple[str, ...], Key(Many(f.choice(ROOM_TYPES)), "Kiểu phòng", "Room types")] = ()
    capacity: Annotated[int | None, Key(f.whole(1, 1000), "Sức chứa", "Capacity")] = None
    bathroom: Annotated[Phrase, Key(Words(2, 200), "Phòng tắm", "Bathroom")] = {}
    meals: Annotated[Phrase, Key(Words(2, 300), "Bữa ăn", "Meals")] = {}
    check_in: Annotated[time | None, Key(f.TIME, "Nhận phòng từ", "Check-in from")] = None
    check_out: Annotated[time | None, Key(f.TIME, "Trả phòng trước", "Check-out by")] = None
    price_person: Annotated[int | None, Key(f.MONEY, "Giá một người một đêm", "Price per person and night")] = None
    price_room: Annotated[int | None, Key(f.MONEY, "Giá một phòng một đêm", "Price per room and night")] = None
    registration: Annotated[str, Key(f.TEXT, "Số đăng ký kinh doanh", "Registration")] = ""
    fire_safety: Annotated[Phrase, Key(Words(2, 300), "Phòng cháy", "Fire safety")] = {}
    pets: Annotated[bool | None, Key(f.YES, "Cho mang thú nuôi", "Pets allowed")] = None


class Serving(Record, frozen=True, kw_only=True):
    """What a restaurant serves. Prices in dong for one person."""

    dishes: Annotated[tuple[Phrase, ...], Key(Many(Words(2, 150), 30), "Món chính", "Dishes")] = ()
    price_min: Annotated[int | None, Key(f.MONEY, "Một người từ", "Per person from")] = None
    price_max: Annotated[int | None, Key(f.MONEY, "Một người đến", "Per person up to")] = None
    seats: Annotated[int | None, Key(f.whole(1, 2000), "Số chỗ ngồi", "Seats")] = None
    booking: Annotated[Phrase, Key(Words(2, 200), "Đặt trước", "Booking")] = {}


class Workshop(Record, frozen=True, kw_only=True):
    """What visitors of a craft workshop can make and how they book."""

    makes: Annotated[tuple[Phrase, ...], Key(Many(Words(2, 150), 30), "Tự tay làm", "What you can make")] = ()
    price_person: Annotated[int | None, Key(f.MONEY, "Giá một người", "Price per person")] = None
    group: Annotated[int | None, Key(f.whole(1, 500), "Nhận tối đa (người)", "Largest group")] = None
    booking: Annotated[Phrase, Key(Words(2, 200), "Đặt trước", "Booking")] = {}


class Place(Record, frozen=True, kw_only=True):
    """A sight, village, homestay, workshop, restaurant or market a visitor can go to."""

    id: Annotated[str, Key(f.ID, "Mã địa điểm", "Place id")]
    kind: Annotated[str, Key(f.choice(PLACE_KINDS), "Loại", "Kind", required=True)]
    name: Annotated[Phrase, Key(Words(2, 120), "Tên", "Name", required=True)]
    former_names: Annotated[tuple[str, ...], Key(Many(f.TEXT), "Tên cũ", "Former names")] = ()
    summary: Annotated[Phrase, Key(Words(10, 300), "Tóm tắt", "Summary", required=True)]
    body: Annotated[Phrase, Key(Words(1, 40_000, markdown=True), "Bài viết", "Body")] = {}
    point: Annotated[Point | None, Key(Part(lambda: Point, f.pair), "Tọa độ", "Position")] = None
    address: Annotated[Address | None, Key(Part(lambda: Address), "Địa chỉ", "Address")] = None
    outside: Annotated[bool, Key(f.YES, "Ngoài xã", "Outside the commune")] = False
    access: Annotated[Phrase, Key(Words(3, 600), "Đường đến", "How to get there")] = {}
    hours: Annotated[tuple[Hours, ...], Key(Many(Part(lambda: Hours)), "Giờ mở cửa", "Opening hours")] = ()
    season: Annotated[tuple[int, ...], Key(Many(f.MONTH, 12), "Tháng nên đến", "Best months")] = ()
    fee: Annotated[Fee | None, Key(Part(lambda: Fee), "Giá vé", "Fee")] = None
    free: Annotated[bool | None, Key(f.YES, "Vào cửa tự do", "Free of charge")] = None
    duration: Annotated[Phrase, Key(Words(2, 100), "Nên dành", "Time needed")] = {}
    activities: Annotated[tuple[Phrase, ...], Key(Many(Words(2, 150)), "Hoạt động", "Activities")] = ()
    rules: Annotated[tuple[Phrase, ...], Key(Many(Words(3, 200)), "Quy tắc ứng xử", "Rules of conduct")] = ()
    bring: Annotated[tuple[Phrase, ...], Key(Many(Words(2, 150)), "Nên mang theo", "What to bring")] = ()
    safety: Annotated[Phrase, Key(Words(3, 600), "An toàn", "Safety")] = {}
    amenities: Annotated[Amenities | None, Key(Part(lambda: Amenities), "Tiện nghi", "Amenities")] = None
    stay: Annotated[Stay | None, Key(Part(lambda: Stay), "Lưu trú", "Stay")] = None
    serving: Annotated[Serving | None, Key(Part(lambda: Serving), "Ăn uống", "Food and drink")] = None
    workshop: Annotated[Workshop | None, Key(Part(lambda: Workshop), "Trải nghiệm nghề", "Craft workshop")] = None
    host: Annotated[str, Key(f.ID, "Chủ nhà", "Host (producer id)")] = ""
    products: Annotated[tuple[str, ...], Key(Many(f.ID), "Sản phẩm ở đây", "Products here")] = ()
    nearby: Annotated[tuple[str, ...], Key(Many(f.ID), "Địa điểm gần", "Nearby places")] = ()
    photos: Annotated[tuple[Photo, ...], Key(Many(Part(lambda: Photo), 30), "Ảnh", "Pictures")] = ()
    checked: Annotated[date | None, Key(f.DATE, "Kiểm tra ngày", "Checked on")] = None
    example: Annotated[bool, Key(f.YES, "Là ví dụ", "Is an example")] = False


class LunarDay(Record, frozen=True, kw_only=True):
    """A day of the Vietnamese lunar calendar that comes back. ``day`` is ``day/month`` with ``L`` when leap."""

    day: Annotated[str, Key(f.LUNAR, "Ngày âm lịch", "Lunar day", required=True)]
    years: Annotated[str, Key(f.choice(YEARS), "Các năm", "Years")] = "every"
    days: Annotated[int, Key(f.whole(1, 30), "Số ngày", "Number of days")] = 1
    missing: Annotated[
        str, Key(f.choice({"skip": "bỏ qua", "last": "ngày cuối tháng"}), "Nếu thiếu ngày", "If missing")
    ] = "last"


class SolarDays(Record, frozen=True, kw_only=True):
    """A fixed period, first and last day included."""

    start: Annotated[date, Key(f.DATE, "Từ ngày", "Starts", required=True)]
    end: Annotated[date | None, Key(f.DATE, "Đến ngày", "Ends")] = None


class Event(Record, frozen=True, kw_only=True):
    """A festival or market day: fixed periods, or a lunar day that comes back."""

    id: Annotated[str, Key(f.ID, "Mã sự kiện", "Event id")]
    name: Annotated[Phrase, Key(Words(2, 120), "Tên", "Name", required=True)]
    summary: Annotated[Phrase, Key(Words(10, 300), "Tóm tắt", "Summary", required=True)]
    body: Annotated[Phrase, Key(Words(1, 40_000, markdown=True), "Bài viết", "Body")] = {}
    dates: Annotated[tuple[SolarDays, ...], Key(Many(Part(lambda: SolarDays), 40), "Ngày dương lịch", "Dates")] = ()
    lunar: Annotated[LunarDay | None, Key(Part(lambda: LunarDay), "Âm lịch", "Lunar recurrence")] = None
    opens: Annotated[time | None, Key(f.TIME, "Bắt đầu lúc", "Starts at")] = None
    closes: Annotated[time | None, Key(f.TIME, "Kết thúc lúc", "Ends at")] = None
    status: Annotated[str, Key(f.choice(EVENT_STATUS), "Tình trạng", "Status")] = "scheduled"
    place: Annotated[str, Key(f.ID, "Tại địa điểm", "At the place")] = ""
    location: Annotated[Phrase, Key(Words(2, 200), "Nơi tổ chức", "Location")] = {}
    address: Annotated[Address | None, Key(Part(lambda: Address), "Địa chỉ", "Address")] = None
    outside: Annotated[bool, Key(f.YES, "Ngoài xã", "Outside the commune")] = False
    organizer: Annotated[str, Key(f.TEXT, "Đơn vị tổ chức", "Organiser")] = ""
    activities: Annotated[tuple[Phrase, ...], Key(Many(Words(2, 200)), "Hoạt động", "Activities")] = ()
    fee: Annotated[Fee | None, Key(Part(lambda: Fee), "Giá vé", "Fee")] = None
    photos: Annotated[tuple[Photo, ...], Key(Many(Part(lambda: Photo), 30), "Ảnh", "Pictures")] = ()
    example: Annotated[bool, Key(f.YES, "Là ví dụ", "Is an example")] = False


class Stop(Record, frozen=True, kw_only=True):
    """One stop of a trip: a place of ours or a text, and what to do there."""

    place: Annotated[str, Key(f.ID, "Địa điểm", "Place id")] = ""
    title: Annotated[Phrase, Key(Words(2, 120), "Tên chặng", "Title")] = {}
    at: Annotated[time | None, Key(f.TIME, "Lúc", "At")] = None
    note: Annotated[Phrase, Key(Words(2, 600), "Làm gì", "What to do")] = {}


class Day(Record, frozen=True, kw_only=True):
    """One day of a trip."""

    title: Annotated[Phrase, Key(Words(2, 120), "Tên ngày", "Title")] = {}
    stops: Annotated[tuple[Stop, ...], Key(Many(Part(lambda: Stop), 30, 1), "Các chặng", "Stops", required=True)]


class Trip(Record, frozen=True, kw_only=True):
    """A route of stops over one or more days."""

    id: Annotated[str, Key(f.ID, "Mã hành trình", "Trip id")]
    name: Annotated[Phrase, Key(Words(2, 120), "Tên", "Name", required=True)]
    summary: Annotated[Phrase, Key(Words(10, 300), "Tóm tắt", "Summary", required=True)]
    body: Annotated[Phrase, Key(Words(1, 40_000, markdown=True), "Bài viết", "Body")] = {}
    days: Annotated[tuple[Day, ...], Key(Many(Part(lambda: Day), 15, 1), "Các ngày", "Days", required=True)]
    transport: Annotated[tuple[str, ...], Key(Many(f.choice(TRANSPORT)), "Đi bằng", "Transport")] = ()
    distance_km: Annotated[float | None, Key(f.decimal(0.1, 5000), "Dài (km)", "Distance in km")] = None
    season: Annotated[tuple[int, ...], Key(Many(f.MONTH, 12), "Tháng nên đi", "Best months")] = ()
    fee: Annotated[Fee | None, Key(Part(lambda: Fee), "Giá", "Price")] = None
    bring: Annotated[tuple[Phrase, ...], Key(Many(Words(2, 150)), "Nên mang theo", "What to bring")] = ()
    guide: Annotated[str, Key(f.ID, "Người dẫn", "Guide (producer id)")] = ""
    photos: Annotated[tuple[Photo, ...], Key(Many(Part(lambda: Photo), 30), "Ảnh", "Pictures")] = ()
    example: Annotated[bool, Key(f.YES, "Là ví dụ", "Is an example")] = False


class Need(Record, frozen=True, kw_only=True):
    """Cần mua, cần bán: what someone wants to buy or sell, until a day."""

    id: Annotated[str, Key(f.ID, "Mã tin", "Need id")]
    kind: Annotated[str, Key(f.choice(NEED_KINDS), "Loại tin", "Kind", required=True)]
    title: Annotated[Phrase, Key(Words(5, 120), "Tiêu đề", "Title", required=True)]
    details: Annotated[Phrase, Key(Words(5, 2000), "Chi tiết", "Details")] = {}
    quantity: Annotated[Phrase, Key(Words(1, 300), "Số lượng", "Quantity")] = {}
    price: Annotated[int | None, Key(f.MONEY, "Giá", "Price")] = None
    posted: Annotated[date | None, Key(f.DATE, "Đăng ngày", "Posted on")] = None
    until: Annotated[date, Key(f.DATE, "Đến hết ngày", "Until", required=True)]
    product: Annotated[str, Key(f.ID, "Sản phẩm", "Product id")] = ""
    producer: Annotated[str, Key(f.ID, "Người đăng", "Producer id")] = ""
    contact: Annotated[str, Key(f.TEXT, "Người liên hệ", "Contact name")] = ""
    phone: Annotated[str, Key(f.PHONE, "Điện thoại", "Phone")] = ""
    consent: Annotated[Consents | None, Key(Part(lambda: Consents), "Sự đồng ý", "Consent")] = None
    example: Annotated[bool, Key(f.YES, "Là ví dụ", "Is an example")] = False


class News(Record, frozen=True, kw_only=True):
    """A dated article; its body is Pelican's to render, its header is read here too."""

    id: Annotated[str, Key(f.ID, "Mã bài", "Article id")]
    title: Annotated[Phrase, Key(Words(2, 200), "Tiêu đề", "Title", required=True)]
    date: Annotated[datetime.date, Key(f.DATE, "Ngày đăng", "Date", required=True)]
    modified: Annotated[datetime.date | None, Key(f.DATE, "Ngày sửa", "Modified")] = None
    summary: Annotated[Phrase, Key(Words(5, 400), "Tóm tắt", "Summary")] = {}
    body: Annotated[Phrase, Key(Words(0, 60_000, markdown=True), "Bài viết", "Body")] = {}
    slug: Annotated[Phrase, Key(Words(2, 80), "Đường dẫn", "Slug")] = {}
    author: Annotated[str, Key(f.TEXT, "Người viết", "Author")] = ""
    category: Annotated[str, Key(f.TEXT, "Chuyên mục", "Category")] = ""
    tags: Annotated[tuple[str, ...], Key(Many(f.TEXT), "Thẻ", "Tags")] = ()
    status: Annotated[str, Key(f.choice({"published": "đăng", "draft": "nháp"}), "Trạng thái", "Status")] = "published"
    photos: Annotated[tuple[Photo, ...], Key(Many(Part(lambda: Photo), 30), "Ảnh", "Pictures")] = ()
    example: Annotated[bool, Key(f.YES, "Là ví dụ", "Is an example")] = False


class Page(Record, frozen=True, kw_only=True):
    """A free page of the commune, such as its introduction."""

    id: Annotated[str, Key(f.ID, "Mã trang", "Page id")]
    title: Annotated[Phrase, Key(Words(2, 200), "Tiêu đề", "Title", required=True)]
    summary: Annotated[Phrase, Key(Words(5, 400), "Tóm tắt", "Summary")] = {}
    body: Annotated[Phrase, Key(Words(0, 60_000, markdown=True), "Bài viết", "Body")] = {}
    slug: Annotated[Phrase, Key(Words(2, 80), "Đường dẫn", "Slug")] = {}
    order: Annotated[int, Key(f.whole(0, 999), "Thứ tự", "Order")] = 100
    status: Annotated[str, Key(f.choice({"published": "đăng", "draft": "nháp"}), "Trạng thái", "Status")] = "published"
    photos: Annotated[tuple[Photo, ...], Key(Many(Part(lambda: Photo), 30), "Ảnh", "Pictures")] = ()
    example: Annotated[bool, Key(f.YES, "Là ví dụ", "Is an example")] = False


class Owner(Record, frozen=True, kw_only=True):
    """Who answers for the site."""

    name: Annotated[Phrase, Key(Words(3, 200), "Đơn vị chủ quản", "Owner", required=True)]
    decision: Annotated[str, Key(f.TEXT, "Quyết định, đăng ký số", "Decision number")] = ""
    responsible: Annotated[str, Key(f.NAME, "Người chịu trách nhiệm", "Responsible person")] = ""
    notified: Annotated[str, Key(f.TEXT, "Số thông báo Bộ Công Thương", "Trade ministry notice")] = ""


class Contact(Record, frozen=True, kw_only=True):
    """How to reach the commune."""

    phone: Annotated[str, Key(f.PHONE, "Điện thoại", "Phone")] = ""
    email: Annotated[str, Key(f.EMAIL, "Thư điện tử", "E-mail")] = ""
    zalo: Annotated[str, Key(f.PHONE, "Số Zalo", "Zalo number")] = ""
    facebook: Annotated[str, Key(f.URL, "Trang Facebook", "Facebook page")] = ""
    address: Annotated[Phrase, Key(Words(3, 200), "Địa chỉ", "Address")] = {}
    hours: Annotated[tuple[Hours, ...], Key(Many(Part(lambda: Hours)), "Giờ làm việc", "Office hours")] = ()


class Office(Record, frozen=True, kw_only=True):
    """Where people hand in papers: the commune's one-stop office."""

    address: Annotated[Phrase, Key(Words(3, 200), "Địa chỉ", "Address")] = {}
    phone: Annotated[str, Key(f.PHONE, "Điện thoại", "Phone")] = ""
    hours: Annotated[tuple[Hours, ...], Key(Many(Part(lambda: Hours)), "Giờ làm việc", "Office hours")] = ()
    notes: Annotated[Phrase, Key(Words(3, 600), "Ghi chú", "Notes")] = {}


class Service(Record, frozen=True, kw_only=True):
    """A public service that people reach by web or telephone."""

    name: Annotated[Phrase, Key(Words(2, 120), "Tên", "Name", required=True)]
    text: Annotated[Phrase, Key(Words(3, 300), "Để làm gì", "What it is for")] = {}
    url: Annotated[str, Key(f.URL, "Địa chỉ trang", "Web address")] = ""
    phone: Annotated[str, Key(f.PHONE, "Điện thoại", "Phone")] = ""


class Returns(Record, frozen=True, kw_only=True):
    """Whether and how goods may go back."""

    accepted: Annotated[bool, Key(f.YES, "Nhận đổi trả", "Returns accepted", required=True)]
    days: Annotated[int | None, Key(f.whole(1, 365), "Trong số ngày", "Within days")] = None
    who_pays: Annotated[
        str, Key(f.choice({"buyer": "người mua", "seller": "người bán"}), "Ai trả phí gửi", "Who pays postage")
    ] = "buyer"
    notes: Annotated[Phrase, Key(Words(3, 3000, markdown=True), "Chi tiết", "Details")] = {}


class Delivery(Record, frozen=True, kw_only=True):
    """Flat shipping inside Viet Nam: a fee in dong and times in days."""

    fee: Annotated[int | None, Key(f.MONEY, "Phí giao", "Fee")] = None
    free: Annotated[bool, Key(f.YES, "Giao miễn phí", "Free of charge")] = False
    handling_days: Annotated[int, Key(f.whole(0, 60), "Chuẩn bị (ngày)", "Handling days")] = 1
    transit_days_min: Annotated[int | None, Key(f.whole(0, 90), "Vận chuyển ít ra (ngày)", "Transit days, least")] = (
        None
    )
    transit_days_max: Annotated[int | None, Key(f.whole(0, 90), "Vận chuyển nhiều ra (ngày)", "Transit days, most")] = (
        None
    )
    notes: Annotated[Phrase, Key(Words(3, 3000, markdown=True), "Chi tiết", "Details")] = {}


class Complaints(Record, frozen=True, kw_only=True):
    """How the commune deals with complaints: within how many days it answers, and who."""

    days: Annotated[int | None, Key(f.whole(1, 90), "Trả lời trong số ngày", "Answers within days")] = None
    who: Annotated[Phrase, Key(Words(3, 200), "Ai giải quyết", "Who deals with them")] = {}
    notes: Annotated[Phrase, Key(Words(3, 3000, markdown=True), "Chi tiết", "Details")] = {}


class Policies(Record, frozen=True, kw_only=True):
    """What a buyer must be able to read before ordering."""

    returns: Annotated[Returns | None, Key(Part(lambda: Returns), "Đổi trả", "Returns")] = None
    complaints: Annotated[Complaints | None, Key(Part(lambda: Complaints), "Khiếu nại", "Complaints")] = None
    delivery: Annotated[Delivery | None, Key(Part(lambda: Delivery), "Giao hàng", "Delivery")] = None
    payment: Annotated[tuple[str, ...], Key(Many(f.choice(PAYMENTS)), "Cách trả tiền", "Payment")] = ()
    payment_notes: Annotated[Phrase, Key(Words(3, 3000, markdown=True), "Chi tiết trả tiền", "Payment details")] = {}
    terms: Annotated[Phrase, Key(Words(3, 6000, markdown=True), "Điều khoản thêm", "Further terms")] = {}
    privacy: Annotated[Phrase, Key(Words(3, 6000, markdown=True), "Quyền riêng tư thêm", "Further privacy notes")] = {}


class Palette(Record, frozen=True, kw_only=True):
    """The commune's colours, as #rrggbb."""

    ink: Annotated[str, Key(f.COLOUR, "Màu chính", "Main colour")] = "#24316b"
    accent: Annotated[str, Key(f.COLOUR, "Màu nhấn", "Accent colour")] = "#a83a26"


class Category(Record, frozen=True, kw_only=True):
    """A group of goods of the commune's own, beside the shipped ones."""

    id: Annotated[str, Key(f.ID, "Mã nhóm", "Category id", required=True)]
    name: Annotated[Phrase, Key(Words(2, 60), "Tên nhóm", "Name", required=True)]
    google_id: Annotated[int | None, Key(f.whole(1, 999_999), "Mã nhóm Google", "Google category")] = None
    path: Annotated[str, Key(f.TEXT, "Đường nhóm", "Product type path")] = ""
    ocop_set: Annotated[int | None, Key(f.whole(1, 26), "Bộ sản phẩm OCOP", "OCOP product set")] = None
    label: Annotated[str, Key(f.TEXT, "Loại nhãn", "Label kind")] = "handicraft_household"


class Checks(Record, frozen=True, kw_only=True):
    """Which rules do not apply here."""

    off: Annotated[tuple[str, ...], Key(Many(f.SWITCH), "Tắt các nhắc nhở", "Switched off")] = ()


class Commune(Record, frozen=True, kw_only=True):
    """The commune itself and the settings of its site: ``commune.yaml``."""

    name: Annotated[Phrase, Key(Words(2, 80), "Tên xã", "Name", required=True)]
    kind: Annotated[str, Key(f.choice({"xã": "xã", "phường": "phường", "đặc khu": "đặc khu"}), "Loại", "Kind")] = "xã"
    code: Annotated[str, Key(f.line(5, 5), "Mã đơn vị hành chính", "Official code")] = ""
    province: Annotated[Phrase, Key(Words(2, 80), "Tỉnh, thành phố", "Province", required=True)]
    former_names: Annotated[tuple[str, ...], Key(Many(f.TEXT), "Tên cũ", "Former names")] = ()
    site_url: Annotated[str, Key(f.SITE_URL, "Địa chỉ trang web", "Site address", required=True)]
    site_name: Annotated[Phrase, Key(Words(3, 60), "Tên trang", "Site name")] = {}
    tagline: Annotated[Phrase, Key(Words(5, 160), "Một câu giới thiệu", "Tagline", required=True)]
    about: Annotated[Phrase, Key(Words(10, 6000, markdown=True), "Giới thiệu", "About")] = {}
    languages: Annotated[tuple[str, ...], Key(Many(f.LANG, 10, 1), "Ngôn ngữ của trang", "Site languages")] = (
        "vi",
        "en",
    )
    point: Annotated[Point | None, Key(Part(lambda: Point, f.pair), "Tọa độ", "Position")] = None
    area_km2: Annotated[float | None, Key(f.decimal(0.01, 10_000), "Diện tích (km²)", "Area in km²")] = None
    owner: Annotated[Owner, Key(Part(lambda: Owner), "Chủ quản", "Owner", required=True)]
    contact: Annotated[Contact | None, Key(Part(lambda: Contact), "Liên hệ", "Contact")] = None
    office: Annotated[Office | None, Key(Part(lambda: Office), "Bộ phận một cửa", "One-stop office")] = None
    services: Annotated[
        tuple[Service, ...], Key(Many(Part(lambda: Service), 40), "Dịch vụ số của xã", "Digital services")
    ] = ()
    policies: Annotated[Policies | None, Key(Part(lambda: Policies), "Chính sách", "Policies")] = None
    palette: Annotated[Palette | None, Key(Part(lambda: Palette), "Bảng màu", "Palette")] = None
    categories: Annotated[
        tuple[Category, ...], Key(Many(Part(lambda: Category), 60), "Nhóm hàng riêng", "Own categories")
    ] = ()
    photos: Annotated[tuple[Photo, ...], Key(Many(Part(lambda: Photo), 30), "Ảnh", "Pictures")] = ()
    share_cards: Annotated[str, Key(f.choice(SHARE_CARDS), "Ảnh chia sẻ", "Share cards")] = "all"
    feeds: Annotated[
        tuple[str, ...], Key(Many(f.choice(OPTIONAL_FEEDS), 4), "Danh sách hàng bật thêm", "Further feeds")
    ] = ()
    kits: Annotated[bool, Key(f.YES, "Bài đăng soạn sẵn", "Listing kits")] = True
    checks: Annotated[Checks | None, Key(Part(lambda: Checks), "Kiểm tra", "Checks")] = None
    example: Annotated[bool, Key(f.YES, "Là bản ví dụ", "Is a demonstration")] = False


RECORDS: dict[str, type[Record]] = {
    "commune": Commune,
    "product": Product,
    "producer": Producer,
    "place": Place,
    "event": Event,
    "trip": Trip,
    "need": Need,
    "news": News,
    "page": Page,
}
"""Every kind of file and its record."""
