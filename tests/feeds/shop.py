"""The goods of the feed tests: tea in two packs, one on sale, and honey that is out of season."""

from datetime import date
from decimal import Decimal
from typing import Any

from chophien.model import (
    Category,
    Commune,
    Picture,
    Producer,
    Product,
    Recognition,
    Shown,
    Site,
    Variant,
    show,
)
from chophien.model.records import (
    Contact,
    Delivery,
    Fact,
    Option,
    Origin,
    Owner,
    Pack,
    Policies,
    Returns,
    Sale,
)
from chophien.text import Quantity

TODAY = date(2026, 12, 5)

COMMUNE = Commune(
    name={"vi": "Phúc Sen", "en": "Phuc Sen"},
    province={"vi": "Cao Bằng"},
    site_url="https://phucsen.example",
    tagline={"vi": "Rèn & chè dưới núi đá"},
    owner=Owner(name={"vi": "UBND xã Phúc Sen"}),
    contact=Contact(phone="0912345678"),
    policies=Policies(returns=Returns(accepted=True, days=7), delivery=Delivery(fee=30_000)),
)
SITE = Site(commune=COMMUNE, languages=("vi", "en"))
TEA = Category(id="tra", name={"vi": "Trà"}, google_id=2073, path="Nông sản > Trà", label="food")
KNIVES = Category(id="dao", name={"vi": "Dao"}, google_id=665, path="Thủ công > Dao", label="knife_tool")
HTX = Producer(id="htx-phuc-sen", kind="cooperative", name={"vi": "HTX Phúc Sen"})

DESCRIPTION = (
    "Chè cổ thụ **hái tay** ở Pác Rằng, sao bằng củi.\n\n"
    "Nước vàng xanh, thơm lâu, để được mười tám tháng nơi khô mát, pha ba lần còn hương."
)


def picture(name: str = "tra", **more: Any) -> Picture:
    """Make a picture, large enough for every marketplace."""
    values: dict[str, Any] = {"sources": (), "full": f"anh/{name}.jpg", "width": 1600, "height": 1200}
    return Picture(**values | more)


def variant(sku: str = "tra-100", price: int | None = 120_000, **more: Any) -> Variant:
    """Make one variant."""
    return Variant(**{"sku": sku, "price": price, "pack": Pack(weight_g=150)} | more)


def pack(grams: int, price: int | None, **more: Any) -> Variant:
    """Make a variant that is told apart by its mass."""
    option = Option(name={"vi": "Khối lượng"}, value={"vi": f"{grams} g"})
    return variant(f"tra-{grams}", price, option=option, net=Quantity(Decimal(grams), "g"), **more)


def product(*variants: Variant, **more: Any) -> Product:
    """Make a product that every feed takes."""
    values: dict[str, Any] = {
        "id": "tra-shan",
        "name": {"vi": "Trà Shan tuyết Phúc Sen"},
        "category": "tra",
        "producer": HTX.id,
        "summary": {"vi": "Chè cổ thụ hái tay, sao bằng củi."},
        "description": {"vi": DESCRIPTION},
        "variants": variants or (variant(),),
    }
    return Product(**values | more)


def shown(
    item: Product | None = None,
    pictures: tuple[Picture, ...] = (picture(), picture("goi"), picture("giay", role="certificate")),
    category: Category = TEA,
    producer: Producer | None = HTX,
) -> Shown:
    """Show a product on ``TODAY``."""
    return show(item or product(), TODAY, category, producer, pictures)


TEAS = product(
    pack(
        100,
        120_000,
        gtin="8938505974194",
        stock=40,
        sale=Sale(price=99_000, since=date(2026, 12, 1), until=date(2026, 12, 15)),
    ),
    pack(500, 550_000, stock=0, pack=Pack(weight_g=560, length_cm=20, width_cm=10, height_cm=5.5)),
    brand="Shan Pác Rằng",
    origin=Origin(place={"vi": "Xã Phúc Sen"}),
    highlights=({"vi": "Búp một tôm hai lá"}, {"vi": "Sao bằng củi"}),
    ingredients={"vi": "Búp chè Shan tuyết 100%"},
    shelf_life="18 month",
    storage={"vi": "Nơi khô, mát"},
    facts=(Fact(name={"vi": "Vùng chè"}, value={"vi": "Pác Rằng"}),),
    ocop=Recognition(stars=4, decision="1234/QĐ-UBND", issued=date(2025, 6, 30)),
)
HONEY = product(
    variant("mat-ong", 150_000, net=Quantity(Decimal("0.5"), "l")),
    id="mat-ong",
    name={"vi": "Mật ong bạc hà Phúc Sen"},
    season=(9, 10, 11),
    shipping_fee=25_000,
)
