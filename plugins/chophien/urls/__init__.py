"""
The address of every page and file of the site.

Pages are flat ``.html`` files, so that the same links work on a web server, from a folder and from a
USB stick. Vietnamese pages stand at the root, every other language below its tag. An id never stands
beside a fixed word in one folder, so that no record can take the address of a list.
"""

from __future__ import annotations

from typing import Protocol
from urllib.parse import quote, urlsplit

from chophien.model.facets import PRICE_BANDS, STARS
from chophien.model.tables import PLACE_KINDS
from chophien.text import slug

_VI = {
    "home": "index.html",
    "products": "san-pham.html",
    "products-page": "san-pham/trang/{page}.html",
    "category": "san-pham/nhom/{id}.html",
    "category-page": "san-pham/nhom/{id}/{page}.html",
    "facet": "san-pham/loc/{id}.html",
    "facet-page": "san-pham/loc/{id}/{page}.html",
    "product": "san-pham/{id}.html",
    "producers": "nguoi-lam.html",
    "producers-page": "nguoi-lam/trang/{page}.html",
    "producer": "nguoi-lam/{id}.html",
    "producer-page": "nguoi-lam/san-pham/{id}/{page}.html",
    "places": "dia-diem.html",
    "places-page": "dia-diem/trang/{page}.html",
    "place-kind": "dia-diem/loai/{id}.html",
    "place-kind-page": "dia-diem/loai/{id}/{page}.html",
    "place": "dia-diem/{id}.html",
    "stays": "luu-tru.html",
    "stay": "luu-tru/{id}.html",
    "events": "su-kien.html",
    "events-page": "su-kien/trang/{page}.html",
    "event": "su-kien/{id}.html",
    "trips": "hanh-trinh.html",
    "trip": "hanh-trinh/{id}.html",
    "seasons": "mua-vu.html",
    "map": "ban-do.html",
    "needs": "can-mua-can-ban.html",
    "needs-page": "can-mua-can-ban/trang/{page}.html",
    "news": "tin-tuc.html",
    "news-page": "tin-tuc/trang/{page}.html",
    "news-item": "tin-tuc/{id}.html",
    "about": "gioi-thieu.html",
    "contact": "lien-he.html",
    "terms": "dieu-khoan.html",
    "delivery": "giao-hang.html",
    "payment": "thanh-toan.html",
    "returns": "doi-tra.html",
    "complaints": "khieu-nai.html",
    "privacy": "quyen-rieng-tu.html",
    "ask": "hoi-mua.html",
    "accessibility": "tro-nang.html",
    "services": "dich-vu-so.html",
    "directions": "duong-den.html",
    "search": "tim-kiem.html",
    "page": "trang/{id}.html",
    "offline": "ngoai-mang.html",
    "not-found": "404.html",
}
_EN = {
    "home": "index.html",
    "products": "products.html",
    "products-page": "products/page/{page}.html",
    "category": "products/group/{id}.html",
    "category-page": "products/group/{id}/{page}.html",
    "facet": "products/filter/{id}.html",
    "facet-page": "products/filter/{id}/{page}.html",
    "product": "products/{id}.html",
    "producers": "makers.html",
    "producers-page": "makers/page/{page}.html",
    "producer": "makers/{id}.html",
    "producer-page": "makers/products/{id}/{page}.html",
    "places": "places.html",
    "places-page": "places/page/{page}.html",
    "place-kind": "places/kind/{id}.html",
    "place-kind-page": "places/kind/{id}/{page}.html",
    "place": "places/{id}.html",
    "stays": "stays.html",
    "stay": "stays/{id}.html",
    "events": "events.html",
    "events-page": "events/page/{page}.html",
    "event": "events/{id}.html",
    "trips": "trips.html",
    "trip": "trips/{id}.html",
    "seasons": "seasons.html",
    "map": "map.html",
    "needs": "wanted.html",
    "needs-page": "wanted/page/{page}.html",
    "news": "news.html",
    "news-page": "news/page/{page}.html",
    "news-item": "news/{id}.html",
    "about": "about.html",
    "contact": "contact.html",
    "terms": "terms.html",
    "delivery": "delivery.html",
    "payment": "payment.html",
    "returns": "returns.html",
    "complaints": "complaints.html",
    "privacy": "privacy.html",
    "ask": "ask.html",
    "accessibility": "accessibility.html",
    "services": "digital-services.html",
    "directions": "getting-here.html",
    "search": "search.html",
    "page": "page/{id}.html",
    "offline": "offline.html",
    "not-found": "404.html",
}

KINDS = tuple(_VI)
"""Every page kind that has an address."""


def _facets() -> dict[str, tuple[str, str]]:
    found = {"season": ("dang-vao-vu", "in-season")}
    found |= {f"ocop-{count}": (f"ocop-{count}-sao", f"ocop-{count}-stars") for count in STARS}
    least, *others = (f"{limit:,}".replace(",", "-") for limit in PRICE_BANDS)
    found["price-0"] = (f"gia-duoi-{least}", f"under-{least}")
    for number, most in enumerate(others, 1):
        found[f"price-{number}"] = (f"gia-{least}-den-{most}", f"from-{least}-to-{most}")
        least = most
    found[f"price-{len(PRICE_BANDS)}"] = (f"gia-tu-{least}", f"from-{least}")
    return found


_PLACE_KINDS = {kind: (slug(name), kind) for kind, name in PLACE_KINDS.items()}
_FACETS = _facets()
_IDS = {"facet": _FACETS, "facet-page": _FACETS, "place-kind": _PLACE_KINDS, "place-kind-page": _PLACE_KINDS}
"""Ids of ours that have a word in the address, Vietnamese and English, by page kind."""

GOOGLE_XML = "feeds/google.xml"
GOOGLE_TSV = "feeds/google.tsv"
META_CSV = "feeds/meta.csv"
TIKTOK_CSV = "feeds/tiktok.csv"
PRODUCTS_JSON = "feeds/products.json"
WOOCOMMERCE_CSV = "feeds/woocommerce.csv"
SHOPIFY_CSV = "feeds/shopify.csv"
HARAVAN_CSV = "feeds/haravan.csv"
SAPO_CSV = "feeds/sapo.csv"
KIOTVIET_CSV = "feeds/kiotviet.csv"
SHOPEE_TSV = "listings/shopee.tsv"
TIKTOKSHOP_TSV = "listings/tiktokshop.tsv"
ACP_JSONL = "feeds/acp/products.jsonl"
ACP_METADATA = "feeds/acp/metadata.json"
OPENAI_JSONL = "feeds/openai.jsonl"
VENDURE_CSV = "feeds/vendure.csv"
MEDUSA_CSV = "feeds/medusa.csv"
FEEDS_PAGE = "feeds/index.html"
FEEDS_REPORT = "feeds/report.json"
CATALOG_JSON = "data/catalog.json"
PLACES_GEOJSON = "data/dia-diem.geojson"
PLACES_GPX = "data/dia-diem.gpx"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LLMS = "llms.txt"
KITS_PAGE = "listings/index.html"
LOUDSPEAKER = "kits/loa.txt"
WORKER = "sw.js"
"""The service worker: at the root, for it rules no folder above its own, and always under this name."""


class _Placed(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str: ...


def path(kind: str, lang: str, id: str = "", page: int = 1) -> str:
    """
    Return the output path of a page, relative to the site's root.

    Args:
        kind: A page kind of ``KINDS``.
        lang: Language tag; languages other than Vietnamese use the English words below ``<tag>/``.
        id: Record's id, the slug of an article or page, a facet of ``model.facets``, or a kind of place.
        page: Number of a list's page, from 1; only the ``…-page`` kinds use it.
    Raises:
        KeyError: There is no such page kind.
    """
    if kind in _IDS:
        id = _IDS[kind].get(id, (id, id))[lang != "vi"]
    if lang == "vi":
        return _VI[kind].format(id=id, page=page)
    return lang + "/" + _EN[kind].format(id=id, page=page)


def listed(kind: str, lang: str, page: int, id: str = "") -> str:
    """Return the path of one page of a list; page 1 is the list itself, or whose goods are listed."""
    return path(kind, lang, id) if page == 1 else path(kind + "-page", lang, id, page)


def place(record: _Placed, lang: str) -> str:
    """Return the path of a place; homestays stand among the places to stay."""
    return path("stay" if record.kind == "homestay" else "place", lang, record.id)


def news_atom(lang: str) -> str:
    """Return the path of the news feed in one language."""
    return "tin-tuc.atom.xml" if lang == "vi" else f"{lang}/news.atom.xml"


def events_ics(lang: str) -> str:
    """Return the path of the calendar of events in one language."""
    return "lich/su-kien.ics" if lang == "vi" else f"lich/events-{lang}.ics"


def event_ics(id: str, lang: str) -> str:
    """Return the path of the calendar of one event in one language."""
    return f"lich/{lang}/{id}.ics"


def trip_gpx(id: str) -> str:
    """Return the path of a trip's stops for a navigation device."""
    return f"data/hanh-trinh/{id}.gpx"


def search_index(lang: str) -> str:
    """Return the path of the search index in one language."""
    return f"data/tim-kiem-{lang}.js"


def manifest(lang: str) -> str:
    """Return the path of the web app manifest in one language, beside the home page that it opens."""
    return path("home", lang).replace("index.html", "manifest.webmanifest")


def road(lang: str) -> str:
    """Return the path of the list of all that is kept for the road in one language."""
    return f"data/duong-di.{lang}.json"


_CARD_KINDS = {"product": "san-pham", "place": "dia-diem", "event": "su-kien", "home": "xa"}
_CARD_SHAPES = {"link": "ngang", "square": "vuong", "story": "dung"}


def card(kind: str, lang: str, id: str, shape: str, mark: str) -> str:
    """
    Return the path of a share card.

    Args:
        kind: ``product``, ``place``, ``event`` or ``home``.
        lang: Language of what is written on it.
        id: Record's id; empty for the site.
        shape: ``link``, ``square`` or ``story``.
        mark: Short digest of what it shows, so that nobody is shown an old price from a cache.
    """
    words = (_CARD_KINDS[kind], id, "" if lang == "vi" else lang, _CARD_SHAPES[shape], mark)
    return f"chia-se/{'-'.join(word for word in words if word)}.jpg"


def kit(id: str) -> str:
    """Return the path of a product's listing kit."""
    return f"listings/{id}/index.html"


def kit_text(id: str, place: str) -> str:
    """Return the path of the text of a kit for one place."""
    return f"listings/{id}/{place}.txt"


def kit_photos(id: str) -> str:
    """Return the path of the photos of a kit."""
    return f"listings/{id}/photos.zip"


def absolute(site_url: str, path: str) -> str:
    """Return the full address of a path; the home page's address ends in a slash."""
    if path == "index.html" or path.endswith("/index.html"):
        path = path[: -len("index.html")]
    return f"{site_url}/{quote(path)}"


def example_address(site_url: str) -> bool:
    """Tell whether an address can never be opened: names below ``.example`` are kept for examples (RFC 2606)."""
    host = urlsplit(site_url).hostname or ""
    return host == "example" or host.endswith(".example")


def root(path: str) -> str:
    """Return the way from a page to the site's root: empty, ``../`` or ``../../``."""
    return "../" * path.count("/")
