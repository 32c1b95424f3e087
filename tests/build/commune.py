"""A very small commune, written into a folder, and ways to build it and to look at what came out."""

from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path
from textwrap import dedent

from PIL import Image

from chophien.build import Options, Outcome
from chophien.plugin import run

TODAY = date(2026, 11, 24)

FILES = {
    "commune.yaml": """
        name: {vi: Mường Mẫu, en: Muong Mau}
        province: {vi: Tỉnh Mẫu, en: Mau}
        site_url: https://muong-mau.example
        tagline: {vi: Một xã nhỏ để thử, en: A small commune for trying}
        languages: [vi, en]
        share_cards: none
        point: {lat: 22.71, lon: 106.41}
        area_km2: 100
        owner: {name: {vi: Ủy ban nhân dân xã Mường Mẫu, en: People's Committee of Muong Mau}}
        contact: {email: thu@muong-mau.example}
        policies:
          returns: {accepted: có, days: 7}
        example: có
        """,
    "pelicanconf.py": """
        from pathlib import Path
        from chophien.plugin.settings import load
        globals().update(load(Path(__file__).resolve().parent))
        """,
    "content/producers/to-mau.yaml": """
        kind: hợp tác xã
        name: {vi: Tổ mẫu, en: Sample group}
        """,
    "content/places/ban-mau/index.md": """
        ---
        kind: làng
        name: {vi: Bản Mẫu, en: Mau village}
        summary: {vi: Một bản nhỏ bên suối., en: A small village by a stream.}
        point: {lat: 22.72, lon: 106.42}
        products: [che-mau]
        nearby: [nha-mau]
        ---
        Bản nằm bên suối, có [chè mẫu](product/che-mau).
        """,
    "content/places/ban-mau/index.en.md": "The village lies by a stream.\n",
    "content/places/nha-mau/index.md": """
        ---
        kind: homestay
        name: {vi: Nhà sàn Mẫu, en: Mau stilt house}
        summary: {vi: Nhà sàn đón khách qua đêm., en: A stilt house for guests.}
        stay: {mattresses: 5, price_person: 111000}
        ---
        Nhà sàn năm gian.
        """,
    "content/events/hoi-mau/index.md": """
        ---
        name: {vi: Hội Mẫu, en: Mau fair}
        summary: {vi: Hội xuân của bản., en: The village's spring fair.}
        lunar: {day: 2/2}
        place: ban-mau
        ---
        Hội xuân.
        """,
    "content/trips/mot-ngay/index.md": """
        ---
        name: {vi: Một ngày ở bản, en: A day in the village}
        summary: {vi: Đi bộ quanh bản một ngày., en: A day's walk around the village.}
        days:
          - stops: [{place: ban-mau}, {title: {vi: Con suối, en: The stream}}]
        ---
        Đi chậm.
        """,
    "content/demand/can-mua.yaml": """
        kind: cần mua
        title: {vi: Cần mua tre, en: Bamboo wanted}
        until: 2027-01-31
        producer: to-mau
        """,
    "content/news/tin-mau.md": """
        ---
        title: Tin mẫu
        date: 2026-11-01
        summary: Một tin để thử.
        ---
        Tin về [bản](place/ban-mau).
        """,
    "content/news/tin-mau.en.md": """
        ---
        title: Sample news
        slug: sample-news
        ---
        News about the [village](place/ban-mau).
        """,
    "content/pages/duong-den.md": """
        ---
        title: Đường đến
        ---
        Đi theo suối.
        """,
}


def product(id: str, price: int = 50_000, more: str = "", photo: bool = False) -> str:
    """Write a product file."""
    text = dedent(f"""
        name: {{vi: "Chè mẫu {id}", en: "Sample tea {id}"}}
        category: che
        producer: to-mau
        summary: {{vi: Chè sao bằng chảo gang., en: Tea roasted in an iron pan.}}
        description: {{vi: "Chè hái tay, sao bằng chảo gang trên bếp củi.", en: Picked by hand and roasted.}}
        variants:
          - sku: {id}-100
            option: {{name: {{vi: Khối lượng, en: Weight}}, value: {{vi: 100 g, en: 100 g}}}}
            net: 100 g
            price: {price}
          - sku: {id}-200
            option: {{name: {{vi: Khối lượng, en: Weight}}, value: {{vi: 200 g, en: 200 g}}}}
            net: 200 g
            price: {price * 2}
        """).lstrip()
    if photo:
        text += "photos: [{file: anh.png, alt: {vi: Gói chè, en: A packet of tea}}]\n"
    return text + dedent(more)


def picture(shade: int = 90, size: tuple[int, int] = (1010, 1000)) -> bytes:
    """Draw a small picture."""
    out = io.BytesIO()
    Image.new("RGB", size, (shade, 120, 60)).save(out, "PNG")
    return out.getvalue()


def write(root: Path, path: str, text: str | bytes) -> None:
    """Write one file of the commune's folder."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else dedent(text).lstrip().encode())


def found(root: Path, goods: int = 2) -> Path:
    """Write a whole small commune; the first product is ``che-mau`` and has a picture."""
    root.mkdir(parents=True, exist_ok=True)
    for path, text in FILES.items():
        write(root, path, text)
    for number in range(goods):
        id = "che-mau" if number == 0 else f"che-{number}"
        write(root, f"products/{id}/product.yaml", product(id, 50_000 + 1_000 * number, photo=number == 0))
    if goods:
        write(root, "products/che-mau/anh.png", picture())
    else:
        write(root, "content/places/ban-mau/index.md", FILES["content/places/ban-mau/index.md"].replace(
            "        products: [che-mau]\n", "").replace("[chè mẫu](product/che-mau)", "chè mẫu"))  # fmt: skip
    return root


def build(root: Path, today: date = TODAY, *, keep_going: bool = False, jobs: int = 1) -> Outcome:
    """Build the commune."""
    options = Options(root=root, today=today, keep_going=keep_going, jobs=jobs)
    return run(options, lambda word, done, total: None)


def codes(outcome: Outcome) -> set[str]:
    """Return the codes of all errors and warnings."""
    return {d.code for d in outcome.diagnostics if d.level.value != "notice"}


def tree(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
