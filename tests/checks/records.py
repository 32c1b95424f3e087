"""Records that break no rule, to be changed one thing at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from chophien.checks import Known
from chophien.model import (
    RECORDS,
    Commune,
    Consent,
    Consents,
    Event,
    Need,
    News,
    Page,
    Photo,
    Place,
    Point,
    Producer,
    Product,
    Recognition,
    Record,
    Trip,
    Variant,
    shipped_categories,
)
from chophien.model.records import (
    Blade,
    Certificate,
    Contact,
    Day,
    Option,
    Owner,
    Policies,
    Returns,
    Sale,
    SolarDays,
    Stop,
)

TODAY = date(2026, 11, 24)
YES = Consent(given=date(2026, 1, 1), how="đồng ý bằng lời")

COMMUNE = Commune(
    name={"vi": "Mường Mẫu"},
    province={"vi": "Tỉnh Mẫu"},
    site_url="https://muong-mau.example",
    tagline={"vi": "Một xã nhỏ để thử"},
    owner=Owner(name={"vi": "Ủy ban nhân dân xã Mường Mẫu"}),
    contact=Contact(phone="0912345678"),
    policies=Policies(returns=Returns(accepted=False)),
    point=Point(lat=22.7, lon=106.4),
    area_km2=100.0,
)
KNOWN = Known(COMMUNE, shipped_categories(), {}, TODAY, ("vi", "en"))

GOOD: dict[str, Record] = {
    "commune": COMMUNE,
    "product": Product(
        id="che-mau",
        name={"vi": "Chè Shan tuyết Mẫu"},
        category="che",
        producer="to-mau",
        summary={"vi": "Chè cổ thụ hái tay ở bản Mẫu."},
        variants=(Variant(sku="CHE-100", price=120_000),),
        photos=(Photo(file="che.jpg", alt={"vi": "Gói chè"}),),
    ),
    "producer": Producer(
        id="ho-mau",
        kind="household",
        name={"vi": "Lò Văn Mẫu"},
        consent=Consents(name=YES, phone=YES, photo=YES, address=YES, ethnicity=YES),
    ),
    "place": Place(
        id="ban-mau", kind="village", name={"vi": "Bản Mẫu"}, summary={"vi": "Một bản bên suối."},
        point=Point(lat=22.72, lon=106.42)
    ),
    "event": Event(
        id="hoi-xuan", name={"vi": "Hội xuân"}, summary={"vi": "Hội xuân của bản."},
        dates=(SolarDays(start=date(2027, 2, 15)),)
    ),
    "trip": Trip(
        id="di-mau", name={"vi": "Một ngày"}, summary={"vi": "Một ngày ở bản Mẫu."},
        days=(Day(stops=(Stop(place="ban-mau"),)),)
    ),
    "need": Need(id="can-tre", kind="buy", title={"vi": "Cần mua tre"}, until=date(2026, 12, 31)),
    "news": News(id="mua-che", title={"vi": "Mùa chè"}, date=date(2026, 9, 15)),
    "page": Page(id="ve-xa", title={"vi": "Về xã"}),
}  # fmt: skip
assert set(GOOD) == set(RECORDS)


def two(**second: Any) -> tuple[Variant, Variant]:
    """Make two variants that can be told apart; ``second`` changes the second."""
    values: dict[str, Any] = {"sku": "CHE-200", "price": 220_000, "option": option("200 g")}
    return Variant(sku="CHE-100", price=120_000, option=option("100 g")), Variant(**values | second)


def option(value: str, name: str = "Khối lượng") -> Option:
    return Option(name={"vi": name}, value={"vi": value})


def one(**changed: Any) -> tuple[Variant]:
    """Make the only variant, changed."""
    values: dict[str, Any] = {"sku": "CHE-100", "price": 120_000}
    return (Variant(**values | changed),)


def sale(price: int, since: date = date(2026, 11, 1), until: date = date(2026, 12, 1)) -> Sale:
    return Sale(price=price, since=since, until=until)


def ocop(issued: date, **more: Any) -> Recognition:
    return Recognition(stars=4, decision="12/QĐ-UBND", issued=issued, **more)


def knife(**changed: Any) -> Blade:
    values: dict[str, Any] = {"length_cm": 18.0, "width_cm": 6.0, "pointed": False}
    return Blade(**values | changed)


def paper(expires: date) -> tuple[Certificate]:
    return (Certificate(name="VietGAP", expires=expires),)
