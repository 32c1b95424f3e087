"""
Push made-up goods through every feed that is written by default, and say what it costs.

Sources are not read and no page is made: measured are the exporters alone, from records to finished files, in one
process that does nothing else. Two runs have to give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import random
import resource
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "plugins"))

from chophien import feeds, jsonld  # noqa: E402
from chophien.model import Commune, Picture, Producer, Product, Recognition, Shown, Site, Variant, show  # noqa: E402
from chophien.model.categories import shipped_categories  # noqa: E402
from chophien.model.records import Contact, Option, Origin, Owner, Pack, Policies, Returns  # noqa: E402
from chophien.text import Quantity  # noqa: E402

SEED = 20261124
TODAY = date(2026, 11, 24)
WORDS_PER_TEXT = 150
SYLLABLES = (
    "bản", "núi", "suối", "chè", "nương", "bếp", "củi", "sao", "tay", "thơm", "hái", "búp", "non", "vàng", "xanh",
    "mùa", "sương", "gạo", "nếp", "đồi", "ruộng", "lâu", "bền",
)  # fmt: skip
AIM_SECONDS, AIM_MEGABYTES = 10, 300
"""For 1,000 products."""

COMMUNE = Commune(
    name={"vi": "Xã Mẫu"},
    province={"vi": "tỉnh Mẫu"},
    site_url="https://xa-mau.example",
    tagline={"vi": "Sản phẩm của Xã Mẫu"},
    owner=Owner(name={"vi": "Ủy ban nhân dân Xã Mẫu"}),
    contact=Contact(email="thu@xa-mau.example"),
    policies=Policies(returns=Returns(accepted=True, days=7)),
)
SITE = Site(commune=COMMUNE, languages=("vi",))


def text(dice: random.Random, words: int) -> str:
    """Make up a text that means nothing."""
    return " ".join(dice.choices(SYLLABLES, k=words)).capitalize() + "."


def goods(dice: random.Random, number: int) -> Shown:
    """Make up one product of one to three variants, as it is shown today."""
    id = f"hang-{number:05}"
    variants = tuple(
        Variant(
            sku=f"{id}-{grams}",
            option=Option(name={"vi": "Khối lượng"}, value={"vi": f"{grams} g"}),
            net=Quantity(Decimal(grams), "g"),
            price=dice.randrange(20, 900) * 1000,
            stock=dice.choice((None, 0, 7, 40)),
            pack=Pack(weight_g=grams + 50),
        )
        for grams in (100, 250, 500)[: dice.randint(1, 3)]
    )
    product = Product(
        id=id,
        name={"vi": f"Hàng mẫu {text(dice, 3)[:-1]} số {number}"},
        category="che",
        producer="to-mau",
        summary={"vi": text(dice, 12)},
        description={"vi": "\n\n".join(text(dice, WORDS_PER_TEXT // 3) for _ in range(3))},
        variants=variants,
        origin=Origin(place={"vi": "Xã Mẫu"}),
        ingredients={"vi": text(dice, 6)},
        storage={"vi": "Nơi khô, mát"},
        shelf_life="12 month",
        season=tuple(sorted(dice.sample(range(1, 13), dice.randint(0, 6)))),
        ocop=Recognition(stars=3, decision=f"{number}/QĐ-UBND", issued=date(2026, 3, 2)) if number % 5 == 0 else None,
    )
    pictures = tuple(
        Picture(sources=(), full=f"anh/{id}-{n}-1200.jpg", square=f"anh/{id}-{n}-vuong.jpg", width=1200, height=1200)
        for n in range(3)
    )
    producer = Producer(id="to-mau", kind="cooperative", name={"vi": "Tổ mẫu"})
    return show(product, TODAY, shipped_categories()["che"], producer, pictures)


def push(count: int) -> dict[str, object]:
    """Make every feed of so many products: processor seconds, bytes, items, a digest of all files."""
    dice = random.Random(SEED)
    catalogue = [goods(dice, number) for number in range(count)]
    exporters = feeds.active(SITE)
    rows: dict[str, list[bytes]] = {key: [] for key in exporters}
    items = dict.fromkeys(exporters, 0)
    nodes = [jsonld.product_node(SITE, "vi", shown) for shown in catalogue]
    spent: dict[str, float] = dict.fromkeys(exporters, 0.0)
    begun = time.process_time()
    for shown, node in zip(catalogue, nodes, strict=True):
        for key, exporter in exporters.items():
            start = time.perf_counter()
            made = exporter.fragment(shown, SITE, node)
            spent[key] += time.perf_counter() - start
            rows[key].append(made.rows)
            items[key] += made.items
    digest, size = hashlib.blake2b(digest_size=16), 0
    for key, exporter in exporters.items():
        for chunk in exporter.assemble(SITE, rows[key]):
            digest.update(chunk)
            size += len(chunk)
    cpu = time.process_time() - begun
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return {"cpu": cpu, "peak": peak, "bytes": size, "items": items, "digest": digest.hexdigest(), "spent": spent}


def main() -> int:
    """Measure in fresh processes and print a table; 1 when two runs differ or an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.products < 1 or asked.runs < 2:
        parser.error("products start at 1, runs at 2: two have to be alike")
    if asked.once:
        print(json.dumps(push(asked.products)))
        return 0
    command = [sys.executable, __file__, "--once", "--products", str(asked.products)]
    # Sets and hashes of texts differ from process to process unless they are told not to; files must not.
    runs = [
        json.loads(subprocess.run(command, capture_output=True, text=True, check=True,
                                  env={**os.environ, "PYTHONHASHSEED": str(n + 1)}).stdout)
        for n in range(asked.runs)
    ]  # fmt: skip
    best = min(runs, key=lambda run: run["cpu"])
    print(f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}; best of {asked.runs}\n")
    print(f"{asked.products} products, {len(best['items'])} feeds, {best['bytes'] / 1e6:.1f} MB: "
          f"{best['cpu']:.2f} s of processor time, {best['peak'] / 1e6:.0f} MB at most\n")  # fmt: skip
    print("| Feed | Items | ms a product |\n|---|---:|---:|")
    for key, seconds in best["spent"].items():
        print(f"| {key} | {best['items'][key]} | {seconds / asked.products * 1000:.3f} |")
    if len({run["digest"] for run in runs}) > 1:
        print("two runs gave different bytes", file=sys.stderr)
        return 1
    scale = max(1.0, asked.products / 1000)
    if best["cpu"] > AIM_SECONDS * scale or best["peak"] > AIM_MEGABYTES * 1e6 * scale:
        print(f"the aim is {AIM_SECONDS} s and {AIM_MEGABYTES} MB for 1,000 products", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
