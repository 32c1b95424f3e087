"""One commune with one record of every kind, each saying all it can."""

from datetime import date, time
from decimal import Decimal

from chophien.model import (
    Address,
    Amenities,
    Certificate,
    Commune,
    Event,
    Fee,
    Hours,
    LunarDay,
    News,
    Picture,
    Place,
    Point,
    Producer,
    Product,
    Recognition,
    Shown,
    Site,
    Stay,
    Trip,
    Variant,
    categories,
    place_card,
    show,
)
from chophien.model.records import (
    Contact,
    Day,
    Delivery,
    Fact,
    Option,
    Origin,
    Owner,
    Policies,
    Returns,
    Sale,
    SolarDays,
    Stop,
)
from chophien.text import Quantity

TODAY = date(2026, 12, 5)

COMMUNE = Commune(
    name={"vi": "Phúc Sen", "en": "Phuc Sen commune"},
    code="01789",
    province={"vi": "Cao Bằng"},
    former_names=("Quốc Dân",),
    site_url="https://phucsen.example",
    site_name={"vi": "Chợ phiên Phúc Sen", "en": "Phuc Sen market"},
    tagline={"vi": "Làng rèn dưới chân núi đá", "en": "Smiths below the limestone"},
    point=Point(lat=22.7143, lon=106.416),
    owner=Owner(name={"vi": "UBND xã Phúc Sen"}),
    contact=Contact(
        phone="0912345678",
        email="xa@phucsen.example",
        facebook="https://facebook.example/phucsen",
        address={"vi": "Xóm Pác Rằng"},
        hours=(Hours(days=("mon", "fri"), opens=time(7, 30), closes=time(17)),),
    ),
    policies=Policies(
        returns=Returns(accepted=True, days=7, who_pays="seller"),
        delivery=Delivery(fee=30000, transit_days_min=2, transit_days_max=5),
    ),
)
SITE = Site(commune=COMMUNE, languages=("vi", "en"), icons={"icon": "anh/bieu-tuong.svg"})

PICTURES = (
    Picture(
        sources=(("anh/tra-320.webp", 320),),
        full="anh/tra.jpg",
        square="anh/tra-vuong.jpg",
        width=1600,
        height=1200,
        alt={"vi": "Gói trà & <ấm>"},
        credit="Nông Văn A",
    ),
    Picture(sources=(), full="anh/giay.jpg", width=1200, height=1700, role="certificate"),
)
HTX = Producer(
    id="htx-phuc-sen",
    kind="cooperative",
    name={"vi": "HTX Phúc Sen"},
    summary={"vi": "Hai mươi hộ cùng rèn và hái chè."},
    person="Nông Văn A",
    address=Address(street={"vi": "Xóm Pác Rằng"}),
    phone="0912345678",
    email="htx@phucsen.example",
    facebook="https://facebook.example/htx",
    tax_code="0100109106",
    founded=2015,
)
CATEGORIES = categories(COMMUNE)


def variant(grams: int, price: int | None = 120_000, **more: object) -> Variant:
    """Make a variant sold by mass."""
    named = {"name": {"vi": "Khối lượng", "en": "Weight"}, "value": {"vi": f"{grams} g"}}
    values: dict[str, object] = {
        "sku": f"tra-{grams}",
        "option": Option(**named),
        "net": Quantity(Decimal(grams), "g"),
        "price": price,
    }
    return Variant(**values | more)  # type: ignore[arg-type]


def product(*variants: Variant, **more: object) -> Product:
    """Make a tea, recognised with four stars."""
    values: dict[str, object] = {
        "id": "tra-shan",
        "name": {"vi": "Trà Shan tuyết Phúc Sen", "en": "Phuc Sen Shan tea"},
        "category": "huong",
        "producer": HTX.id,
        "brand": "Phúc Sen",
        "origin": Origin(place={"vi": "Xã Phúc Sen"}),
        "summary": {"vi": "Trà cổ thụ hái tay, sao bằng củi.", "en": "Hand-picked tea."},
        "facts": (Fact(name={"vi": "Chất liệu"}, value={"vi": "Búp chè"}),),
        "variants": variants or (variant(100),),
        "ocop": Recognition(stars=4, decision="1234/QĐ-UBND", issued=date(2025, 6, 30)),
        "certificates": (Certificate(name="VietGAP", kind="vietgap", no="VG-1", expires=date(2027, 1, 1)),),
    }
    return Product(**values | more)  # type: ignore[arg-type]


def shown(item: Product, producer: Producer | None = HTX) -> Shown:
    """Show a product on ``TODAY``."""
    return show(item, TODAY, CATEGORIES[item.category], producer, PICTURES)


SALE = Sale(price=99_000, since=date(2026, 12, 1), until=date(2026, 12, 15))

HOMESTAY = Place(
    id="nha-san",
    kind="homestay",
    name={"vi": "Nhà sàn Pác Rằng"},
    former_names=("Nhà ông A",),
    summary={"vi": "Nhà sàn bên suối."},
    point=Point(lat=22.7143, lon=106.416),
    address=Address(street={"vi": "Xóm Pác Rằng"}),
    hours=(Hours(opens=time(6), closes=time(22)),),
    amenities=Amenities(toilet=True, wifi=False, languages=("vi", "nut")),
    stay=Stay(rooms=2, capacity=10, check_in=time(14), check_out=time(11), price_person=150_000, pets=False),
)
FESTIVAL = Event(
    id="phao-hoa",
    name={"vi": "Lễ hội Pháo hoa"},
    summary={"vi": "Rước rồng qua phố chợ."},
    lunar=LunarDay(day="2/2", days=2),
    opens=time(7, 30),
    closes=time(21),
    place=HOMESTAY.id,
    organizer="UBND xã",
    fee=Fee(amount=20_000, unit={"vi": "một người"}),
)
MARKET = Event(
    id="cho-phien",
    name={"vi": "Phiên chợ Tết"},
    summary={"vi": "Phiên chợ cuối năm."},
    dates=(SolarDays(start=date(2027, 1, 30)),),
    location={"vi": "Chợ xã"},
)
TRIP = Trip(
    id="mot-vong",
    name={"vi": "Một vòng Phúc Sen"},
    summary={"vi": "Hai ngày quanh các làng rèn."},
    days=(
        Day(title={"vi": "Ngày rèn"}, stops=(Stop(place=HOMESTAY.id), Stop(title={"vi": "Lò rèn"}))),
        Day(stops=(Stop(place=HOMESTAY.id),)),
    ),
    fee=Fee(amount=500_000, includes={"vi": "ăn trưa"}),
    guide=HTX.id,
)
NEWS = News(
    id="tin-1",
    title={"vi": "Mùa chè mới"},
    date=date(2026, 11, 20),
    summary={"vi": "Chè xuân đã lên búp."},
    author="Ban văn hóa xã",
    category="Nông sản",
    tags=("chè",),
)
CARDS = {HOMESTAY.id: place_card(HOMESTAY, PICTURES)}
CRUMBS = (("Trang chủ", "index.html"), ("Sản phẩm", "san-pham.html"), ("Trà", "san-pham/tra-shan.html"))
