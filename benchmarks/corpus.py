"""A made-up commune catalogue, written for Chợ Phiên, stock Pelican and Hugo alike."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

SITES = Path(__file__).with_name("sites")
SEED = 20261124
WORDS_PER_TEXT = 150
PRODUCTS_PER_PRODUCER = 50
PRODUCTS_PER_PLACE = 10
OCOP_EVERY = 5
RECOGNISED_ON = "2026-03-02"

CATEGORIES = {
    "gao": "Gạo và ngũ cốc",
    "che": "Chè",
    "mat-ong": "Mật ong",
    "rau-qua": "Rau quả",
    "thit-ca": "Thịt và cá",
    "gia-vi": "Gia vị",
    "thu-cong": "Hàng thủ công",
    "do-go": "Đồ gỗ và mây tre",
}
COMMUNE: dict[str, Any] = {
    "name": "Xã Mẫu",
    "province": "tỉnh Mẫu",
    "site_url": "https://xa-mau.example",
    "site_name": "Xã Mẫu",
    "tagline": "Sản phẩm và địa điểm của Xã Mẫu",
    "languages": ["vi"],
    "share_cards": "none",
    "kits": False,
    "owner": {"name": "Ủy ban nhân dân Xã Mẫu"},
    "contact": {"phone": "0200 000 000", "email": "lien-he@xa-mau.example", "address": "Thôn Mẫu 1, Xã Mẫu"},
    "policies": {"returns": {"accepted": False}},
}
STORAGE = (
    "Để nơi khô ráo, thoáng mát.",
    "Đậy kín sau khi mở, tránh nắng.",
    "Bảo quản trong ngăn mát tủ lạnh.",
)
INGREDIENTS = ("nguyên liệu chính của bản", "nước suối", "muối", "lá rừng", "gừng", "đường mía")
GRAMS = (100, 250, 500, 1000, 2000)
WORDS = """
bà con bản làng núi rừng suối nương ruộng bậc thang mùa gặt phiên chợ sớm chiều nắng gió sương
hạt lúa nếp tẻ gạo ngô khoai sắn rau quả vườn nhà đất đỏ đá vôi nước mát trong lành xanh vàng
nâu trắng thơm dẻo bùi ngọt đậm nhẹ giòn mềm dày mỏng tay nghề thợ rèn dệt đan phơi sấy sàng
giã xay nấu gói buộc lá tre nứa mây gỗ bếp lửa khói than mái nhà sàn cầu đường đèo dốc thung
lũng xóm dưới trên trước sau năm tháng ngày hội mẹ cha ông cháu con trẻ già cùng nhau làm ra
chọn lựa từng mẻ nhỏ theo cách cũ ghi chép cân đo đóng túi dán nhãn gửi xuống phố cho người mua
""".split()  # noqa: SIM905 - a list in quotes is a screen longer


@dataclass(frozen=True)
class Variant:
    sku: str
    option: str
    net_mass: int
    """Grams."""
    price: int
    """Đồng."""

    @property
    def net(self) -> str:
        return f"{self.net_mass // 1000} kg" if self.net_mass >= 1000 else f"{self.net_mass} g"


@dataclass(frozen=True)
class Producer:
    id: str
    name: str
    hamlet: str

    @property
    def address(self) -> str:
        return f"{self.hamlet}, xã Mẫu"


@dataclass(frozen=True)
class Product:
    id: str
    name: str
    category: str
    producer: Producer
    summary: str
    description: str
    variants: tuple[Variant, ...]
    origin: str
    ingredients: tuple[str, ...]
    storage: str
    shelf_life_months: int
    season: tuple[int, ...]
    ocop_stars: int | None


@dataclass(frozen=True)
class Place:
    id: str
    name: str
    summary: str
    story: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Catalogue:
    products: tuple[Product, ...]
    places: tuple[Place, ...]
    producers: tuple[Producer, ...]


def catalogue(n_products: int) -> Catalogue:
    """Make up the same records for the same number, on every machine."""
    dice = random.Random(SEED)
    producers = tuple(
        Producer(f"co-so-{n:04}", f"Cơ sở mẫu {n:04}", f"Thôn Mẫu {1 + n % 12}")
        for n in range(1, 1 + max(1, n_products // PRODUCTS_PER_PRODUCER))
    )
    products = tuple(_product(dice, n, producers) for n in range(1, n_products + 1))
    places = tuple(_place(dice, n) for n in range(1, 1 + n_products // PRODUCTS_PER_PLACE))
    return Catalogue(products, places, producers)


def make(n_products: int, into: Path) -> Catalogue:
    """Write ``into/chophien``, ``into/pelican`` and ``into/hugo`` afresh; return what was written."""
    records = catalogue(n_products)
    for side, write in WRITERS.items():
        folder = into / side
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(SITES / side, folder)
        write(records, folder)
    return records


def _product(dice: random.Random, n: int, producers: tuple[Producer, ...]) -> Product:
    base = dice.randrange(12, 200) * 1000
    first_month = dice.randint(1, 12)
    return Product(
        id=f"san-pham-{n:05}",
        name=f"Sản phẩm mẫu {n:05}",
        category=dice.choice(tuple(CATEGORIES)),
        producer=dice.choice(producers),
        summary=_sentence(dice, 14),
        description=_text(dice),
        variants=tuple(
            Variant(f"SP{n:05}-{k + 1}", f"Gói {GRAMS[k + n % 3]} g", GRAMS[k + n % 3], base * (k + 1))
            for k in range(dice.randint(1, 3))
        ),
        origin=f"Thôn Mẫu {dice.randint(1, 12)}, xã Mẫu",
        ingredients=tuple(dice.sample(INGREDIENTS, 3)),
        storage=dice.choice(STORAGE),
        shelf_life_months=dice.choice((3, 6, 9, 12)),
        season=tuple(sorted({(first_month + k) % 12 + 1 for k in range(3)})),
        ocop_stars=dice.choice((3, 4)) if n % OCOP_EVERY == 0 else None,
    )


def _place(dice: random.Random, n: int) -> Place:
    return Place(
        id=f"dia-diem-{n:04}",
        name=f"Địa điểm mẫu {n:04}",
        summary=_sentence(dice, 14),
        story=_text(dice),
        latitude=round(dice.uniform(22.60, 22.80), 5),
        longitude=round(dice.uniform(106.30, 106.60), 5),
    )


def _sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words)).capitalize() + "."


def _text(dice: random.Random) -> str:
    """Three paragraphs of five sentences of ten words."""
    sentences = [_sentence(dice, 10) for _ in range(WORDS_PER_TEXT // 10)]
    return "\n\n".join(" ".join(sentences[k : k + 5]) for k in range(0, len(sentences), 5)) + "\n"


class _Block(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes long text as a person does, as a block after ``|``."""


_Block.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def _yaml(record: dict[str, Any]) -> str:
    return yaml.dump(record, Dumper=_Block, allow_unicode=True, sort_keys=False, width=100)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _with_header(record: dict[str, Any], body: str) -> str:
    return f"---\n{_yaml(record)}---\n\n{body}"


def _date(n: int) -> str:
    """Pelican and Hugo want a date; ours has none, so any past day will do."""
    return f"2025-{1 + n % 12:02}-{1 + n % 28:02}"


def _months(product: Product) -> str:
    return ", ".join(f"tháng {month}" for month in product.season)


def _write_pelican(records: Catalogue, folder: Path) -> None:
    for n, product in enumerate(records.products):
        header = [
            f"Title: {product.name}",
            f"Date: {_date(n)}",
            f"Slug: {product.id}",
            "Kind: product",
            f"Category: {CATEGORIES[product.category]}",
            f"Author: {product.producer.name}",
            f"Summary: {product.summary}",
            f"Address: {product.producer.address}",
            f"Origin: {product.origin}",
            f"Ingredients: {', '.join(product.ingredients)}",
            f"Storage: {product.storage}",
            f"Shelf_Life: {product.shelf_life_months} tháng",
            f"Season: {_months(product)}",
        ]
        if product.ocop_stars:
            header += [f"Ocop: {product.ocop_stars}", f"Recognised: {RECOGNISED_ON}"]
        rows = [f"{v.sku} | {v.option} | {v.net} | {v.price}" for v in product.variants]
        header.append("Variants: " + "\n    ".join(rows))
        _write(
            folder / "content" / "products" / f"{product.id}.md",
            "\n".join(header) + f"\n\n{product.description}",
        )
    for n, place in enumerate(records.places):
        header = [
            f"Title: {place.name}",
            f"Date: {_date(n)}",
            f"Slug: {place.id}",
            "Kind: place",
            "Category: Địa điểm",
            f"Summary: {place.summary}",
            f"Latitude: {place.latitude}",
            f"Longitude: {place.longitude}",
        ]
        _write(folder / "content" / "places" / f"{place.id}.md", "\n".join(header) + f"\n\n{place.story}")


def _write_hugo(records: Catalogue, folder: Path) -> None:
    content = folder / "content"
    for n, product in enumerate(records.products):
        header: dict[str, Any] = {
            "title": product.name,
            "date": _date(n),
            "summary": product.summary,
            "categories": [product.category],
            "producers": [product.producer.id],
            "address": product.producer.address,
            "origin": product.origin,
            "ingredients": list(product.ingredients),
            "storage": product.storage,
            "shelf_life": f"{product.shelf_life_months} tháng",
            "season": _months(product),
            "variants": [{"sku": v.sku, "option": v.option, "net": v.net, "price": v.price} for v in product.variants],
        }
        if product.ocop_stars:
            header |= {"ocop": product.ocop_stars, "recognised": RECOGNISED_ON}
        _write(content / "products" / f"{product.id}.md", _with_header(header, product.description))
    for n, place in enumerate(records.places):
        header = {
            "title": place.name,
            "date": _date(n),
            "summary": place.summary,
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
        _write(content / "places" / f"{place.id}.md", _with_header(header, place.story))
    for category, name in CATEGORIES.items():
        _write(content / "categories" / category / "_index.md", _with_header({"title": name}, ""))
    for producer in records.producers:
        _write(content / "producers" / producer.id / "_index.md", _with_header({"title": producer.name}, ""))
    _write(content / "places" / "_index.md", _with_header({"title": "Địa điểm"}, ""))
    # The home page already lists the products; a second list would be work the others do not do.
    _write(
        content / "products" / "_index.md",
        _with_header({"title": "Sản phẩm", "build": {"render": "never"}}, ""),
    )


def _write_chophien(records: Catalogue, folder: Path) -> None:
    """One language, so that the others have as many pages to write."""
    _write(folder / "commune.yaml", _yaml(COMMUNE | {"categories": _own_categories()}))
    for producer in records.producers:
        # A co-operative, since a household's address is published by consent alone.
        record: dict[str, Any] = {
            "kind": "cooperative",
            "name": producer.name,
            "address": {"street": producer.hamlet, "commune": "xã Mẫu", "province": "tỉnh Mẫu"},
        }
        _write(folder / "content" / "producers" / f"{producer.id}.yaml", _yaml(record))
    for product in records.products:
        record = {
            "name": product.name,
            "category": product.category,
            "producer": product.producer.id,
            "origin": {"place": product.origin, "province": "tỉnh Mẫu"},
            "summary": product.summary,
            "description": product.description,
            "ingredients": ", ".join(product.ingredients),
            "shelf_life": f"{product.shelf_life_months} tháng",
            "storage": product.storage,
            "season": list(product.season),
            "variants": [
                {
                    "sku": v.sku,
                    "option": {"name": "Quy cách", "value": v.option},
                    "net": v.net,
                    "price": v.price,
                }
                for v in product.variants
            ],
        }
        if product.ocop_stars:
            record["ocop"] = {"stars": product.ocop_stars, "decision": "Mẫu", "issued": RECOGNISED_ON}
        _write(folder / "products" / product.id / "product.yaml", _yaml(record))
    for place in records.places:
        record = {
            "name": place.name,
            "kind": "sight",
            "summary": place.summary,
            "point": {"lat": place.latitude, "lon": place.longitude},
        }
        _write(folder / "content" / "places" / place.id / "index.md", _with_header(record, place.story))


def _own_categories() -> list[dict[str, str]]:
    return [{"id": category, "name": name} for category, name in CATEGORIES.items()]


WRITERS = {"chophien": _write_chophien, "pelican": _write_pelican, "hugo": _write_hugo}
