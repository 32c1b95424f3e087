"""A commune with far too much in it: each text as long as it may be, each list long, pictures of extreme shapes."""

from __future__ import annotations

import io
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

VI = "Bánhgaithơmdẻonếpnươnggóiládongbuộclạtgiang"
EN = "Handrolledincensestickswithcinnamonandpinebark"
SENTENCE = {
    "vi": f"{VI} của nhà làm ở cuối bản, qua hai con suối và một dốc đá dài, hỏi ai cũng biết đường; ",
    "en": f"{EN} of the last house in the village, beyond two streams and a long stony slope, anyone knows the way; ",
}
SHAPES = ((300, 1200), (1200, 300), (600, 600))
AGREED = {"given": "2026-01-05", "how": "giấy đồng ý có chữ ký"}
LINK = "https://mang-xa-hoi.example/" + "mot-duong-dan-rat-dai-" * 4
START = date(2026, 12, 1)
PLACES = 80
"""More of them than the map draws marks."""


class _Plain(yaml.SafeDumper):
    """Writes what is said twice twice, as a person does."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


# More decimals than these are no position.
_Plain.add_representer(float, lambda dumper, value: dumper.represent_float(round(value, 6)))


def say(most: int, number: int = 0, start: str = "") -> dict[str, str]:
    """Write a text in both languages, as long as allowed."""
    made = {}
    for lang, sentence in SENTENCE.items():
        whole = f"{start or 'Món'} {number} {sentence * (most // len(sentence) + 1)}" if number else sentence * 40
        made[lang] = whole[:most].rstrip(" ;,")
    return made


def called(number: int) -> dict[str, str]:
    """Name a place as no other is named: what repeats itself weighs nothing once it is compressed."""
    chance = random.Random(number)
    first, last = (
        ["b", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "r", "s", "t", "th", "tr", "v", "x"],
        ["ạn", "ảo", "ây", "ẻ", "en", "iêng", "ịt", "ộc", "ơm", "ủng", "uối", "ươn"],
    )
    made = " ".join(chance.choice(first) + chance.choice(last) for _ in range(chance.randint(3, 6)))
    return {"vi": f"Nơi {number} {made}", "en": f"Place {number} {made}"}


def lines(count: int, most: int) -> list[dict[str, str]]:
    return [say(most, number) for number in range(1, count + 1)]


def picture(number: int) -> bytes:
    """Draw a picture that no other resembles."""
    out = io.BytesIO()
    made = Image.new("RGB", SHAPES[number % len(SHAPES)], (40 + number * 37 % 180, 120, 60))
    made.paste((250, 240, number * 53 % 250), (number * 29 % 200, 20, number * 29 % 200 + 90, 200))
    made.save(out, "PNG")
    return out.getvalue()


class Folder:
    """Writes records as their authors would."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.drawn: dict[int, bytes] = {}

    def photos(self, where: str, count: int) -> list[dict[str, Any]]:
        made = []
        for number in range(count):
            file = self.root / where / f"anh-{number}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(self.drawn.setdefault(number, picture(number)))
            made.append({"file": file.name, "alt": say(200, number + 1), "illustration": True, "credit": VI * 3})
        return made

    def write(self, path: str, record: dict[str, Any], body: str = "") -> None:
        text = yaml.dump(record, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=9999)
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\n{text}---\n\n{body}" if target.suffix == ".md" else text, "utf-8")

    def both(self, folder: str, record: dict[str, Any]) -> None:
        """Write a record of a folder with a long text in both languages."""
        self.write(f"{folder}/index.md", record, prose("vi"))
        (self.root / folder / "index.en.md").write_text(prose("en"), "utf-8")


def prose(lang: str) -> str:
    """Write an article with all that Markdown knows."""
    words, sentence = (VI if lang == "vi" else EN), SENTENCE[lang]
    row = f"| {words} | {words} | {words} | {words} |\n"
    return (
        f"## {sentence}\n\n{sentence * 5}\n\n- {sentence}\n    - {words}\n\n> {sentence * 2}\n\n"
        f"{row}|---|---|---|---|\n{row * 3}\n`{words * 3}`\n\n```\n{words * 4}\n```\n\n<{LINK}>\n"
    )


def found(
    root: Path, *, goods: int = 40, variants: int = 25, photos: int = 3, makers: int = 26, places: int = PLACES,
    events: int = 26, needs: int = 26, news: int = 30, stops: int = 25,
) -> Path:  # fmt: skip
    """Write the commune; all but the first products are of the first producer and have little to say."""
    folder = Folder(root)
    hours = [{"days": [day], "opens": "6:30", "closes": "22:45"} for day in ("mon", "tue", "wed", "thu", "fri", "sat")]
    address = {key: say(300) for key in ("street", "commune", "province")}
    fee = {"amount": 999_999_999, "unit": say(60), "includes": say(300)}
    policy = {"vi": prose("vi"), "en": prose("en")}
    folder.write("commune.yaml", {
        "example": True, "name": say(80), "province": say(80), "site_url": "https://xa-day.example",
        "site_name": say(60), "tagline": say(160), "about": policy, "languages": ["vi", "en"], "share_cards": "none",
        "former_names": [VI] * 12, "point": {"lat": 22.71, "lon": 106.41}, "area_km2": 128.05,
        "owner": {"name": say(200), "decision": VI * 4, "responsible": f"{VI} {VI}", "notified": VI * 4},
        "contact": {"phone": "0206 3821 999", "email": f"{'thu-rat-dai-' * 4}xa@xa-day.example", "zalo": "0912 345 678",
                    "facebook": LINK, "address": say(200), "hours": hours},
        "office": {"address": say(200), "phone": "0206 3821 999", "hours": hours, "notes": say(600)},
        "services": [{"name": say(120), "text": say(300), "url": LINK, "phone": "0206 3821 999"}] * 6,
        "policies": {
            "returns": {"accepted": True, "days": 365, "notes": policy},
            "complaints": {"days": 90, "who": say(200), "notes": policy},
            "delivery": {"fee": 999_999_999, "handling_days": 60, "transit_days_min": 80, "transit_days_max": 90,
                         "notes": policy},
            "payment": ["cash", "transfer", "cod", "wallet", "card"],
            "payment_notes": policy, "terms": policy, "privacy": policy,
        },
        "categories": [{"id": f"nhom-rat-dai-{n}", "name": say(60, n, "Nhóm")} for n in range(10)],
        "photos": folder.photos("", min(photos, 3)),
    })  # fmt: skip
    (root / "pelicanconf.py").write_text(
        "from pathlib import Path\nfrom chophien.plugin.settings import load\n"
        "globals().update(load(Path(__file__).resolve().parent))\n", "utf-8",
    )  # fmt: skip
    for n in range(makers):
        id = f"nguoi-lam-{n}"
        folder.write(f"content/producers/{id}.yaml", {
            "kind": "cooperative", "name": say(120, n + 1, "Tổ"), "summary": say(300, n + 1), "about": policy,
            "person": f"{VI} {VI}"[:80], "address": address, "phone": "0206 3821 999", "zalo": "0912 345 678",
            "email": f"{'thu-rat-dai-' * 4}{n}@xa-day.example", "facebook": LINK, "website": LINK,
            "tax_code": f"48{n:08}", "ethnicity": "Nùng", "founded": 1999, "place": "noi-0",
            "payment": {"bank": "970405", "account": "1234567890123", "holder": "TEN CHU TAI KHOAN RAT DAI",
                        "amounts": True},
            "consent": dict.fromkeys(("name", "phone", "photo", "address", "ethnicity", "payment"), AGREED),
            "photos": folder.photos("content/producers", 2 if n == 0 else 0),
        })  # fmt: skip
    for n in range(goods):
        rich = n < 2
        _product(folder, n, variants if rich else 1, photos if rich else 0, 0 if n < goods * 2 // 3 else n % makers)
    for n in range(places):
        stay = n % 5 == 1
        full = {
            "former_names": [VI] * 4, "access": say(600), "hours": hours, "season": list(range(1, 13)), "fee": fee,
            "duration": say(100), "activities": lines(8, 150), "rules": lines(8, 200), "bring": lines(8, 150),
            "safety": say(600), "host": "nguoi-lam-0", "products": [f"hang-{k}" for k in range(min(goods, 20))],
            "nearby": [f"noi-{k}" for k in range(2, min(places, 20))], "checked": "2026-11-01",
            "amenities": {"toilet": True, "water": True, "electricity": False, "parking": True, "wifi": True,
                          "wheelchair": False, "signal": "4G", "languages": ["vi", "en", "tyz", "nut"],
                          "payment": ["cash", "transfer", "cod", "wallet", "card"]},
            "serving": {"dishes": lines(10, 150), "price_min": 1_000, "price_max": 999_999_999, "seats": 2000,
                        "booking": say(200)},
            "workshop": {"makes": lines(10, 150), "price_person": 999_999_999, "group": 500, "booking": say(200)},
            "photos": folder.photos(f"content/places/noi-{n}", photos),
        } if n < 2 else {}  # fmt: skip
        beds = {"rooms": 200, "mattresses": 500, "room_types": ["shared", "private", "house"], "capacity": 1000,
                "bathroom": say(200), "meals": say(300), "check_in": "14:00", "check_out": "12:00",
                "price_person": 999_999_999, "price_room": 999_999_999, "registration": VI * 4,
                "fire_safety": say(300), "pets": True}  # fmt: skip
        # Most at nearly the same spot, some alone, some far away.
        away = 0.0006 * n if n % 3 else 0.004 * n
        point = (
            {"lat": 22.7 + away / 2, "lon": 106.4 + away} if n % 7 else {"lat": 22.9 + n / 99, "lon": 106.9 - n / 99}
        )
        folder.both(f"content/places/noi-{n}", {
            "kind": "homestay" if stay else ("village", "cave", "market")[n % 3],
            "name": say(120, n + 1, "Nơi") if n < 2 else called(n + 1),
            "summary": say(300, n + 1), "address": address, "outside": n % 7 == 0,
            "point": point | ({"approximate": True} if n % 4 == 0 else {}),
            **({"stay": beds} if stay else {}), **full,
        })  # fmt: skip
    for n in range(events):
        start = START + timedelta(days=n % 28)
        folder.both(f"content/events/hoi-{n}", {
            "name": say(120, n + 1, "Hội"), "summary": say(300, n + 1),
            "dates": [{"start": start, "end": start + timedelta(days=9)}] if n % 3 else [{"start": start}],
            "opens": "6:30", "closes": "22:45", "status": ("scheduled", "cancelled", "postponed")[n % 3],
            "place": "noi-0", "location": say(200), "address": address, "organizer": VI * 4,
            "activities": lines(10, 200), "fee": fee, "photos": folder.photos(f"content/events/hoi-{n}", n == 0),
        })  # fmt: skip
    folder.both("content/events/hoi-moi-thang", {
        "name": say(120, 1, "Phiên"), "summary": say(300),
        "dates": [{"start": START + timedelta(days=9 * n)} for n in range(40)],
    })  # fmt: skip
    day = {"title": say(120), "stops": [
        {"place": f"noi-{n}", "at": "13:30", "note": say(600)} if n % 2 else {"title": say(120), "note": say(600)}
        for n in range(stops)
    ]}  # fmt: skip
    for n in range(4):
        folder.both(f"content/trips/hanh-trinh-{n}", {
            "name": say(120, n + 1, "Chuyến"), "summary": say(300), "days": [day] * (2 if n else 1),
            "transport": ["walk", "bicycle", "motorbike", "car", "bus", "boat"], "distance_km": 4999.9,
            "season": list(range(1, 13)), "fee": fee, "bring": lines(20, 150), "guide": "nguoi-lam-0",
            "photos": folder.photos(f"content/trips/hanh-trinh-{n}", n == 0),
        })  # fmt: skip
    for n in range(needs):
        folder.write(f"content/demand/tin-{n}.yaml", {
            "kind": ("buy", "sell")[n % 2], "title": say(120, n + 1, "Cần"), "details": say(2000),
            "quantity": say(300), "price": 999_999_999, "posted": "2026-11-01", "until": "2026-12-31",
            "producer": "nguoi-lam-0", "product": "hang-0",
        })  # fmt: skip
    for n in range(news):
        record = {"date": date(2026, 11, 20) - timedelta(days=n), "author": VI * 4, "category": VI, "tags": [VI] * 8}
        titles, summaries = say(200, n + 1, "Tin"), say(400, n + 1)
        for suffix, lang in (("", "vi"), (".en", "en")):
            own = record if lang == "vi" else {"slug": f"news-{n}"}
            folder.write(f"content/news/tin-{n}{suffix}.md",
                         {"title": titles[lang], "summary": summaries[lang], **own}, prose(lang))  # fmt: skip
    folder.write("content/pages/trang.md", {"title": say(200)["vi"], "summary": say(400)["vi"]}, prose("vi"))
    folder.write("content/pages/trang.en.md", {"title": say(200)["en"], "slug": "own-page"}, prose("en"))
    return root


def _product(folder: Folder, n: int, variants: int, photos: int, maker: int) -> None:
    full = {
        "brand": VI, "origin": {"place": say(120), "province": VI},
        "description": {tag: prose(tag) for tag in SENTENCE},
        "highlights": lines(10, 150), "ingredients": say(600), "storage": say(300), "usage": say(600),
        "warnings": say(600), "facts": [{"name": say(80, k), "value": say(300)} for k in range(1, 20)],
        "ocop": {"stars": 4, "decision": VI * 4, "issued": "2026-01-05", "code": VI},
        "certificates": [{"name": VI * 4, "kind": "other", "no": VI, "issuer": VI * 4, "issued": "2026-01-05"}] * 5,
        "declaration": {"kind": VI * 2, "number": VI, "date": "2026-01-05", "basis": VI * 4},
        "story": {key: say(600) for key in ("name", "audience", "reason", "characteristics", "channel", "unique",
                                            "benefits", "history")},
        "trace_url": LINK, "shipping_fee": 999_999_999, "place": "noi-0", "shelf_life": "12 tháng",
        "photos": folder.photos(f"products/hang-{n}", photos),
    } if photos else {}  # fmt: skip
    folder.write(f"products/hang-{n}/product.yaml", {
        "name": say(120, n + 1), "category": f"nhom-rat-dai-{n % 10}", "producer": f"nguoi-lam-{maker}",
        "summary": say(200, n + 1), "season": list(range(1, 13)),
        "variants": [{
            "sku": f"MA-HANG-RAT-DAI-VA-KHONG-NGAT-{n:04}-{k:02}", "price": 99_999_999 - 1_000 * k, "net": "999.999 g",
            "option": {"name": say(40), "value": say(40, k + 1)}, "stock": 99_999,
            **({"sale": {"price": 90_000_000, "since": "2026-11-20", "until": "2026-12-15"}} if k % 3 == 0 else {}),
        } for k in range(variants)],
        **full,
    })  # fmt: skip
