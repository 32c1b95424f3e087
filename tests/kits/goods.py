"""Goods made by hand for the tests of kits: one complete product, and what it can be changed to."""

from __future__ import annotations

from datetime import date
from typing import Any

from chophien import model
from chophien.model import records as r
from chophien.text import read_quantity

TODAY = date(2026, 11, 24)
LINK = "https://quang-uyen.example/san-pham/mat-ong.html"


def vi(text: str) -> model.Phrase:
    return {"vi": text}


def site(**more: Any) -> model.Site:
    values: dict[str, Any] = {
        "name": vi("Quảng Uyên"),
        "province": vi("Cao Bằng"),
        "site_url": "https://quang-uyen.example",
        "tagline": vi("Chợ phiên của xã"),
        "owner": r.Owner(name=vi("Ủy ban nhân dân xã Quảng Uyên")),
    }
    return model.Site(commune=model.Commune(**(values | more)), languages=("vi",))


def producer(**more: Any) -> model.Producer:
    values: dict[str, Any] = {
        "id": "htx-nung-an",
        "kind": "cooperative",
        "name": vi("HTX Nùng An"),
        "address": r.Address(commune=vi("xã Quảng Uyên")),
        "phone": "0912345678",
        "zalo": "0912345678",
    }
    return model.Producer(**(values | more))


def variant(**more: Any) -> model.Variant:
    pack = r.Pack(weight_g=750, length_cm=8, width_cm=8, height_cm=18.5)
    values: dict[str, Any] = {
        "sku": "MO-500", "net": read_quantity("500 ml"), "price": 180_000, "stock": 12, "pack": pack,
    }  # fmt: skip
    return model.Variant(**(values | more))


def jars() -> tuple[model.Variant, ...]:
    """Return two variants, the first at a lower price until the end of the month."""
    sale = r.Sale(price=150_000, since=date(2026, 11, 1), until=date(2026, 11, 30))
    return (
        variant(sale=sale, option=r.Option(name=vi("Dung tích"), value=vi("500 ml"))),
        variant(sku="MO-1L", net=read_quantity("1 lít"), price=320_000,
                option=r.Option(name=vi("Dung tích"), value=vi("1 lít"))),
    )  # fmt: skip


def product(**more: Any) -> model.Product:
    values: dict[str, Any] = {
        "id": "mat-ong",
        "name": vi("Mật ong hoa rừng"),
        "category": "mat-ong",
        "producer": "htx-nung-an",
        "origin": r.Origin(place=vi("Xóm Pác Rằng, xã Quảng Uyên"), province="Cao Bằng"),
        "summary": vi("Mật ong lấy từ đõ gỗ dưới hiên nhà. Quay tay, lọc qua vải thưa."),
        "description": vi("Ong đi hoa từ tháng Hai.\n\nMuốn mua nhiều xin gọi 0912 345 678. Mỗi năm quay hai lần."),
        "highlights": (vi("Quay tay"), vi("Lọc vải thưa")),
        "ingredients": vi("Mật ong nguyên chất"),
        "shelf_life": "18 month",
        "storage": vi("Nơi khô mát"),
        "usage": vi("Pha nước ấm"),
        "variants": (variant(),),
    }
    return model.Product(**(values | more))


def picture(role: str = "main", **more: Any) -> model.Picture:
    return model.Picture(sources=(), full=f"anh/{role}.jpg", width=1200, height=900, role=role, **more)


def shown(
    goods: model.Product | None = None,
    maker: model.Producer | None = None,
    pictures: tuple[model.Picture, ...] = (),
    today: date = TODAY,
) -> model.Shown:
    goods = goods or product()
    return model.show(
        goods, today, model.shipped_categories()[goods.category], maker or producer(), pictures or (picture(),)
    )
