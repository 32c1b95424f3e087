"""A small commune and things to draw cards of."""

from __future__ import annotations

from datetime import date

from PIL import Image

from chophien.model import (
    Category,
    Commune,
    EventCard,
    Offer,
    Owner,
    Palette,
    Picture,
    Pixels,
    PlaceCard,
    Product,
    Shown,
    Site,
    Variant,
)

PICTURE = Picture(sources=(), full="anh.jpg", width=1200, height=800, illustration=True)


def site(ink: str = "#24316b", accent: str = "#a83a26") -> Site:
    commune = Commune(
        name={"vi": "Quảng Uyên", "en": "Quang Uyen"},
        province={"vi": "Cao Bằng", "en": "Cao Bang"},
        site_url="https://quang-uyen.example",
        site_name={"vi": "Chợ phiên Quảng Uyên"},
        tagline={"vi": "Dao rèn, hương se tay, giấy bản"},
        owner=Owner(name={"vi": "Ủy ban nhân dân xã"}),
        palette=Palette(ink=ink, accent=accent),
    )
    return Site(commune=commune, languages=("vi", "en"))


def shown(
    name: str = "Dao bếp Pác Rằng",
    *,
    stars: int = 0,
    example: bool = False,
    illustration: bool = False,
    information_only: bool = False,
    prices: tuple[int | None, ...] = (111_000,),
    regular: int | None = None,
    **names: str,
) -> Shown:
    offers = tuple(
        Offer(
            sku=f"d{place}", price=price, regular=regular or price, sale_until=date(2026, 11, 30) if regular else None
        )
        for place, price in enumerate(prices)
    )
    product = Product(
        id="dao-bep",
        name={"vi": name, **names},
        category="dao-keo",
        producer="to-ren",
        summary={"vi": "Dao thái rèn tay, vừa tay người đứng bếp."},
        variants=(Variant(sku="d0"),),
        example=example,
    )
    return Shown(
        product=product,
        category=Category(id="dao-keo", name={"vi": "Dao, kéo", "en": "Knives"}),
        pictures=(PICTURE,) if illustration else (),
        offers=offers,
        stars=stars,
        information_only=information_only,
    )


def place(**changed: object) -> PlaceCard:
    return PlaceCard(**{"id": "pac-rang", "kind": "homestay", "name": {"vi": "Nhà sàn Pác Rằng"}, **changed})  # type: ignore[arg-type]


def event(**changed: object) -> EventCard:
    said = {
        "id": "hoi",
        "name": {"vi": "Hội pháo"},
        "start": date(2027, 3, 9),
        "end": date(2027, 3, 11),
        "lunar": "2/2",
    }
    return EventCard(**{**said, **changed})  # type: ignore[arg-type]


def matrix(modules: int = 33) -> list[list[bool]]:
    """Modules in no order that a drawing could get right by chance."""
    return [[(x * 7 + y * 13 + x * y) % 5 < 2 for x in range(modules)] for y in range(modules)]


def photo(width: int, height: int) -> Pixels:
    """Make a grey photo whose corners are red, green, blue and yellow."""
    image = Image.new("RGB", (width, height), (128, 128, 128))
    patch = min(width, height) // 5
    for colour, at in (
        ((255, 0, 0), (0, 0)),
        ((0, 255, 0), (width - patch, 0)),
        ((0, 0, 255), (0, height - patch)),
        ((255, 255, 0), (width - patch, height - patch)),
    ):
        image.paste(colour, (*at, at[0] + patch, at[1] + patch))
    return Pixels(width, height, image.tobytes())
