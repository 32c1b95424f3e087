"""Hand-made records: complete ones, bare ones, overfull ones, hostile ones."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from chophien import model
from chophien.model import records as r
from chophien.text import read_quantity

TODAY = date(2026, 11, 24)

CATEGORIES = {key: model.shipped_categories()[key] for key in ("dao-keo", "huong", "ruou", "hat", "trai-nghiem")}


def both(vi: str, en: str = "") -> model.Phrase:
    """Return a text in both languages, or in Vietnamese only."""
    return {"vi": vi, "en": en} if en else {"vi": vi}


def picture(name: str = "dao-bep", **more: Any) -> model.Picture:
    """Return the published forms of a photo."""
    values: dict[str, Any] = {
        "sources": ((f"anh/{name}-400.webp", 400), (f"anh/{name}-800.webp", 800)),
        "full": f"anh/{name}.jpg",
        "width": 1200,
        "height": 1200,
        "alt": both(f"Ảnh {name}", f"Photo of {name}"),
        "illustration": True,
        "tone": 5,
    }
    return model.Picture(**(values | more))


def commune(**more: Any) -> model.Commune:
    """Return a commune with everything filled in."""
    values: dict[str, Any] = {
        "name": both("Quảng Uyên"),
        "code": "01576",
        "province": both("Cao Bằng"),
        "former_names": ("Phúc Sen", "Quốc Dân", "thị trấn Quảng Uyên"),
        "site_url": "https://quang-uyen.example",
        "site_name": both("Chợ phiên Quảng Uyên", "Quảng Uyên market"),
        "tagline": both("Dao rèn tay, hương cây rừng và những lối vào bản Nùng An",
                        "Hand-forged knives, forest incense and the ways into the Nùng An villages"),
        "about": both("Xã Quảng Uyên nằm giữa **núi đá vôi** của Cao Bằng.", "Quảng Uyên lies among limestone hills."),
        "area_km2": 128.05,
        "point": r.Point(lat=22.714, lon=106.416),
        "office": r.Office(address=both("Tầng 1, trụ sở xã", "Ground floor"), phone="0206123457",
                           notes=both("Mang theo căn cước.", "Bring your identity card.")),
        "services": (r.Service(name=both("Tổng đài tỉnh (ví dụ)"), phone="0206123458", text=both("Hỏi đáp thủ tục.")),
                     r.Service(name=both("Cổng của tỉnh (ví dụ)"), url="https://tinh.example")),
        "owner": r.Owner(name=both("Ủy ban nhân dân xã Quảng Uyên"), decision="Quyết định 01 (ví dụ)",
                         responsible="Người phụ trách (ví dụ)"),
        "contact": r.Contact(phone="0206123456", email="xa@quang-uyen.example", zalo="0987654321",
                             facebook="https://facebook.com/example", address=both("Phố Hồng Quang, xã Quảng Uyên"),
                             hours=(r.Hours(days=("mon", "tue", "wed", "thu", "fri"), opens=time(7, 30),
                                            closes=time(17)),)),
        "policies": r.Policies(
            returns=r.Returns(accepted=True, days=7, notes=both("Giữ nguyên bao gói.", "Keep the wrapping.")),
            delivery=r.Delivery(fee=35000, transit_days_min=2, transit_days_max=5, notes=both("Gửi bưu điện.")),
            complaints=r.Complaints(days=5, who=both("Phòng Kinh tế (ví dụ)"), notes=both("Ghi rõ ngày mua.")),
            payment=("cash", "transfer", "cod"), payment_notes=both("Hỏi số tài khoản khi gọi."),
            terms=both("Không thêm gì."), privacy=both("Không thêm gì."),
        ),
        "palette": r.Palette(),
        "example": True,
    }  # fmt: skip
    return model.Commune(**(values | more))


def site(**more: Any) -> model.Site:
    """Return a site with every section."""
    values: dict[str, Any] = {
        "commune": commune(),
        "languages": ("vi", "en"),
        "sections": ("products", "producers", "places", "stays", "events", "trips", "seasons", "map", "needs", "news",
                     "directions"),
        "categories": CATEGORIES,
        "pages": (model.PageLink(id="lich-su", title=both("Lịch sử xã", "History"), slug=both("lich-su", "history")),
                  model.PageLink(id="hoi-dap", title=both("Hỏi đáp"), slug=both("hoi-dap"))),
        "share": {"vi": "chia-se/xa-ngang-1.jpg", "en": "chia-se/xa-en-ngang-1.jpg"},
        "styles": "tinh/chophien-12345678.css",
        "scripts": ("tinh/chophien-12345678.js",),
        "icons": {"icon": "tinh/bieu-tuong-12345678.svg"},
    }  # fmt: skip
    return model.Site(**(values | more))


def bare_site() -> model.Site:
    """Return the smallest site."""
    owner = r.Owner(name=both("Ủy ban nhân dân xã"))
    return model.Site(
        commune=model.Commune(name=both("Xã Nhỏ"), province=both("Cao Bằng"), site_url="https://nho.example",
                              tagline=both("Một xã nhỏ bên đường"), owner=owner),
        languages=("vi",),
        categories=CATEGORIES,
    )  # fmt: skip


def consents() -> r.Consents:
    """Return consent to everything."""
    given = r.Consent(given=date(2026, 10, 1), how="giấy ký")
    return r.Consents(name=given, phone=given, photo=given, address=given, ethnicity=given)


def producer(**more: Any) -> model.Producer:
    """Return a producer with everything filled in."""
    values: dict[str, Any] = {
        "id": "lo-ren-pac-rang",
        "kind": "household",
        "name": both("Lò rèn Pác Rằng (ví dụ)", "Pác Rằng forge (example)"),
        "summary": both("Một lò rèn hộ gia đình ở xóm Pác Rằng.", "A family forge in Pác Rằng hamlet."),
        "about": both("Rèn dao từ **nhíp xe** cũ.\n\n- rèn tay\n- tôi nước", "Forges knives from old leaf springs."),
        "person": "Người đại diện (ví dụ)",
        "address": r.Address(street=both("Xóm Pác Rằng"), commune=both("xã Quảng Uyên"), province=both("Cao Bằng")),
        "phone": "0912345678",
        "zalo": "0912345678",
        "email": "lo-ren@quang-uyen.example",
        "facebook": "https://facebook.com/example",
        "website": "https://lo-ren.example",
        "tax_code": "0123456789",
        "ethnicity": "Nùng",
        "founded": 1998,
        "place": "pac-rang",
        "consent": consents(),
        "example": True,
    }
    return model.Producer(**(values | more))


def variant(number: int = 1, **more: Any) -> model.Variant:
    """Return a variant."""
    values: dict[str, Any] = {
        "sku": f"DB-{number:02}",
        "option": r.Option(name=both("Cỡ", "Size"), value=both(f"Số {number}", f"No. {number}")),
        "price": 150_000 + 20_000 * number,
    }
    return model.Variant(**(values | more))


def product(**more: Any) -> model.Product:
    """Return a product with everything filled in."""
    paper = r.Certificate(name="Giấy chứng nhận (ví dụ)", kind="food-safety", no="12/2026", issuer="Sở Công Thương",
                          issued=date(2026, 1, 5), expires=date(2029, 1, 5))  # fmt: skip
    values: dict[str, Any] = {
        "id": "dao-bep",
        "name": both("Dao bếp Phúc Sen", "Phúc Sen kitchen knife"),
        "category": "dao-keo",
        "producer": "lo-ren-pac-rang",
        "brand": "Phúc Sen (ví dụ)",
        "origin": r.Origin(place=both("Xóm Pác Rằng, xã Quảng Uyên"), province="Cao Bằng"),
        "summary": both("Dao bếp rèn tay từ nhíp xe, cán gỗ nghiến, chặt xương gà không mẻ.",
                        "A kitchen knife forged by hand from leaf springs, with an ironwood handle."),
        "description": both("Người Nùng An rèn dao bằng búa tay và than củi.\n\nMỗi con dao đi qua ba lần lửa.",
                            "The Nùng An of Phúc Sen forge knives with hammer and charcoal."),
        "highlights": (both("Thép nhíp xe", "Leaf-spring steel"), both("Cán gỗ nghiến", "Ironwood handle")),
        "ingredients": both("Thép nhíp xe, gỗ nghiến", "Leaf-spring steel, ironwood"),
        "shelf_life": "18 month",
        "storage": both("Lau khô, bôi dầu ăn mỏng", "Keep dry and lightly oiled"),
        "usage": both("Thái, chặt", "Slicing, chopping"),
        "warnings": both("Dao sắc, để xa trẻ em", "Sharp: keep away from children"),
        "facts": (r.Fact(name=both("Chất liệu", "Material"), value=both("thép nhíp", "leaf-spring steel")),),
        "season": (9, 10, 11),
        "variants": (
            variant(1, sale=r.Sale(price=150_000, since=date(2026, 11, 1), until=date(2026, 11, 30)),
                    net=read_quantity("350 g"), stock=4),
            variant(2, net=read_quantity("450 g")),
            variant(3, status="preorder", available_from=date(2026, 12, 20)),
            variant(4, price=None, status="out_of_stock"),
        ),
        "photos": (r.Photo(file="minh-hoa.jpg", illustration=True),),
        "ocop": r.Recognition(stars=4, decision="123/QĐ-UBND (ví dụ)", issued=date(2026, 1, 10), code="04-01"),
        "certificates": (paper,),
        "declaration": r.Declaration(kind="Tự công bố", number="01/2026", date=date(2026, 2, 1), basis="ví dụ"),
        "story": r.Story(name=both("Phúc Sen là tên xã cũ.", "Phúc Sen is the former commune."),
                         audience=both("Người nấu ăn ở nhà."), reason=both("Lò mở cửa cho khách xem."),
                         characteristics=both("Sống dày, lưỡi mỏng."), channel=both("Mua tại lò."),
                         unique=both("Thép nhíp xe."), benefits=both("Dùng lâu."), history=both("Nghề lâu đời.")),
        "restricted": "knife",
        "blade": r.Blade(length_cm=18, width_cm=7.5, pointed=True, declared=True),
        "trace_url": "https://truy-xuat.example/dao-bep",
        "shipping_fee": 30_000,
        "place": "pac-rang",
        "example": True,
    }  # fmt: skip
    return model.Product(**(values | more))


def shown(goods: model.Product | None = None, maker: model.Producer | None = None, photos: int = 3) -> model.Shown:
    """Resolve a product for the day, with pictures."""
    goods = goods or product()
    pictures = tuple(picture(name) for name in ("dao-bep", "bua", "liem", "cuoc")[:photos])
    return model.show(goods, TODAY, CATEGORIES[goods.category], maker or producer(), pictures)


def bare_shown() -> model.Shown:
    """Return a product with nothing but what it must have."""
    goods = model.Product(id="it-chu", name=both("Hàng ít chữ"), category="huong", producer="ai-do",
                          summary=both("Một món hàng có ít chữ."), variants=(model.Variant(sku="IC"),))  # fmt: skip
    return model.show(goods, TODAY, CATEGORIES["huong"])


def overfull_shown() -> model.Shown:
    """Return a product with 50 variants and names as long as they may be."""
    long = "Tên dài " * 15
    goods = product(
        name=both(long[:120], long[:120]),
        variants=tuple(variant(n) for n in range(50)),
        summary=both("Tóm tắt dài. " * 15),
        highlights=tuple(both("Điểm chính rất dài " * 7) for _ in range(10)),
    )
    return shown(goods, producer(name=both(long[:120])), photos=4)


def spirit() -> model.Shown:
    """Return a spirit that may only be described."""
    goods = product(id="ruou-ngo", name=both("Rượu ngô men lá", "Maize spirit"), category="ruou", restricted="alcohol",
                    alcohol=35.0, blade=None, season=())  # fmt: skip
    return shown(goods)


def place(**more: Any) -> model.Place:
    """Return a place with everything filled in."""
    values: dict[str, Any] = {
        "id": "pac-rang",
        "kind": "village",
        "name": both("Làng rèn Pác Rằng", "Pác Rằng forging village"),
        "former_names": ("xóm Pác Rằng, xã Phúc Sen",),
        "summary": both("Làng của người Nùng An, tiếng búa từ sáng sớm.", "A Nùng An village of hammers from dawn."),
        "body": both("## Đi xem lò\n\nGõ cửa trước khi vào.", "## See a forge\n\nKnock before you enter."),
        "point": r.Point(lat=22.7143, lon=106.416),
        "address": r.Address(
            street=both("Xóm Pác Rằng"), commune=both("xã Quảng Uyên"), province=both("Cao Bằng")
        ),
        "access": both("Cạnh quốc lộ 3, đường bê tông.", "By national road 3, paved."),
        "hours": (r.Hours(opens=time(7, 30), closes=time(17)),),
        "season": (9, 10),
        "fee": r.Fee(amount=50_000, unit=both("người", "person"), includes=both("xem rèn, nước chè", "a look, tea")),
        "duration": both("nửa ngày", "half a day"),
        "activities": (both("Xem rèn dao", "Watch forging"), both("Tự rèn một con dao nhỏ")),
        "rules": (both("Xin phép trước khi chụp ảnh", "Ask before taking photos"),),
        "bring": (both("Giày kín mũi", "Closed shoes"),),
        "safety": both("Tàn lửa bắn: đứng cách đe hai mét.", "Sparks: stand two metres away."),
        "amenities": r.Amenities(toilet=True, water=True, electricity=True, parking=True, wifi=False, wheelchair=False,
                                 signal="4G", payment=("cash", "transfer"), languages=("vi", "nut", "xx")),
        "nearby": ("phia-thap",),
        "checked": date(2026, 10, 1),
        "example": True,
    }  # fmt: skip
    return model.Place(**(values | more))


def homestay(**more: Any) -> model.Place:
    """Return a homestay with everything filled in."""
    stay = r.Stay(rooms=2, mattresses=25, room_types=("shared", "private"), capacity=30,
                  bathroom=both("chung, có nước nóng", "shared, hot water"),
                  meals=both("sáng, tối", "breakfast, dinner"), check_in=time(14), check_out=time(11),
                  price_person=100_000, price_room=300_000, registration="01/ĐK (ví dụ)",
                  fire_safety=both("hai bình chữa cháy", "two extinguishers"), pets=False)  # fmt: skip
    values: dict[str, Any] = {
        "id": "nha-san-phia-thap",
        "kind": "homestay",
        "summary": both("Nhà sàn gỗ giữa làng hương, hai phòng riêng.", "A wooden stilt house amid incense."),
        "name": both("Nhà sàn Phia Thắp (ví dụ)", "Phia Thắp stilt house (example)"),
        "stay": stay,
        "host": "lo-ren-pac-rang",
    }
    return place(**(values | more))


def event(**more: Any) -> model.Event:
    """Return an event with everything filled in."""
    values: dict[str, Any] = {
        "id": "phao-hoa",
        "name": both("Lễ hội tranh đầu pháo Quảng Uyên", "Quảng Uyên firecracker festival"),
        "summary": both("Rước rồng và tranh đầu pháo quanh đền.", "Dragon procession around Bách Linh temple."),
        "body": both("Ngày chính là mùng 2.", "The main day is the second."),
        "lunar": r.LunarDay(day="2/2", days=1),
        "opens": time(7, 0),
        "closes": time(16, 30),
        "place": "den-bach-linh",
        "location": both("Sân đền Bách Linh", "Yard of Bách Linh temple"),
        "address": r.Address(street=both("Phố Hồng Quang"), commune=both("xã Quảng Uyên"), province=both("Cao Bằng")),
        "organizer": "Ủy ban nhân dân xã",
        "activities": (both("Khai quang rồng", "Opening of the dragon's eyes"), both("Tranh đầu pháo")),
        "fee": r.Fee(amount=10_000),
        "example": True,
    }
    return model.Event(**(values | more))


def trip(**more: Any) -> model.Trip:
    """Return a trip with everything filled in."""
    values: dict[str, Any] = {
        "id": "hai-ngay",
        "name": both("Hai ngày ở làng rèn, làng hương", "Two days among forges and incense"),
        "summary": both("Từ lò rèn Pác Rằng tới hương Phia Thắp.", "From the forges to the incense village."),
        "body": both("Đi xe máy, đường tốt.", "By motorbike on good roads."),
        "days": (
            r.Day(title=both("Làng rèn", "Forges"), stops=(
                r.Stop(place="pac-rang", at=time(8, 30), note=both("Xem rèn dao.", "Watch forging.")),
                r.Stop(title=both("Ăn trưa", "Lunch"), at=time(12, 0)))),
            r.Day(stops=(r.Stop(place="phia-thap"), r.Stop())),
        ),
        "transport": ("motorbike", "walk"),
        "distance_km": 42.5,
        "season": (9, 10),
        "fee": r.Fee(amount=500_000, unit=both("người", "person")),
        "bring": (both("Áo mưa", "Raincoat"),),
        "example": True,
    }  # fmt: skip
    return model.Trip(**(values | more))


def need(**more: Any) -> model.Need:
    """Return a notice with everything filled in."""
    values: dict[str, Any] = {
        "id": "can-mua-than",
        "kind": "buy",
        "title": both("Cần mua than củi cho lò rèn", "Charcoal wanted for a forge"),
        "details": both("Than gỗ nghiến, khô.", "Dry ironwood charcoal."),
        "quantity": both("200 kg"),
        "price": 8_000,
        "until": date(2026, 12, 31),
        "product": "dao-bep",
        "producer": "lo-ren-pac-rang",
        "contact": "Người mua (ví dụ)",
        "phone": "0912345678",
        "consent": consents(),
        "example": True,
    }
    return model.Need(**(values | more))


def news(**more: Any) -> model.News:
    """Return an article with everything filled in."""
    values: dict[str, Any] = {
        "id": "mo-trang",
        "title": both("Mở trang chợ phiên", "The market site opens"),
        "date": date(2026, 11, 20),
        "modified": date(2026, 11, 22),
        "summary": both("Xã mở trang giới thiệu sản phẩm.", "The commune opens its site."),
        "slug": both("mo-trang", "site-opens"),
        "author": "Ban biên tập (ví dụ)",
        "category": "Tin xã",
        "tags": ("trang", "xã"),
        "example": True,
    }
    return model.News(**(values | more))


def page(**more: Any) -> model.Page:
    """Return a free page."""
    values: dict[str, Any] = {
        "id": "lich-su",
        "title": both("Lịch sử xã", "History"),
        "summary": both("Xã qua các thời.", "The commune through the times."),
        "body": both("Ngày trước là xã *Phúc Sen*.", "Formerly *Phúc Sen*."),
        "example": True,
    }
    return model.Page(**(values | more))


def cards(count: int = 6) -> tuple[model.ProductCard, ...]:
    """Return the list entries of several products."""
    names = ("dao-bep", "dao-pha", "bua", "liem", "huong-phia-thap", "cuoc")
    return tuple(
        model.product_card(shown(product(id=f"{names[n % 6]}-{n}", name=both(f"Sản phẩm {n}", f"Product {n}"),
                                         season=(9, 10, 11) if n % 2 else ()), photos=1 if n % 3 else 0))
        for n in range(count)
    )  # fmt: skip
