"""Values that several marketplaces write alike."""

from __future__ import annotations

import functools
from datetime import date
from decimal import Decimal

from chophien import model, urls
from chophien.model import Offer, Picture, Shown, Site, say
from chophien.text import Quantity, nfc

from ._pipeline import LANG, Item
from ._rules import SHORT_SIDE

UNITS = {"mg": "mg", "g": "g", "kg": "kg", "ml": "ml", "l": "l"}
"""Unit signs of Google's unit prices that goods are compared by."""

DURATIONS = {"day": "ngày", "week": "tuần", "month": "tháng", "year": "năm"}

GOODS_ROLES = frozenset({"main", "detail", "label"})
"""Photo roles that show the goods; papers and landscapes are not pictures of the goods."""


def dong(amount: int) -> str:
    """Write a price: ``120000 VND``."""
    return f"{amount} VND"


def sale_price(offer: Offer) -> str:
    """Write the lower price of a running sale, else nothing."""
    return dong(offer.price) if offer.sale_until and offer.price is not None else ""


def regular_price(offer: Offer) -> str:
    """Write the price outside a sale."""
    amount = offer.regular if offer.regular is not None else offer.price
    return "" if amount is None else dong(amount)


def sale_period(offer: Offer) -> str:
    """Write first and last minute of a running sale, else nothing."""
    if offer.sale_since is None or offer.sale_until is None:
        return ""
    return f"{offer.sale_since}T00:00+07:00/{offer.sale_until}T23:59+07:00"


def start_of(day: date | None) -> str:
    """Write the first minute of a day, else nothing."""
    return f"{day}T00:00+07:00" if day else ""


def axis(item: Item) -> str:
    """Return the column in which this variant differs: a size when no other; nothing when there is one variant."""
    return (model.axis(item.offer.option_name) or "size") if item.several else ""


def option(item: Item) -> str:
    """Return what tells this variant from the others; nothing when there is one variant."""
    return nfc(say(item.offer.option, LANG)) if item.several else ""


def picture_url(site: Site, picture: Picture) -> str:
    """Return the square picture made for marketplaces, else the whole one."""
    return absolute(site.commune.site_url, picture.square or picture.full)


absolute = functools.lru_cache(maxsize=1024)(urls.absolute)
"""The addresses of a product's pictures are asked for by every variant and feed."""


def more_pictures(item: Item, most: int) -> list[str]:
    """List the other pictures of the goods that are large enough."""
    others = [
        picture_url(item.site, picture)
        for picture in item.shown.pictures
        if picture is not item.picture
        and picture.role in GOODS_ROLES
        and min(picture.width, picture.height) >= SHORT_SIDE
    ]
    return others[:most]


def kilograms(weight_g: int | None) -> str:
    """Write a packed weight: ``0.15 kg``."""
    return f"{decimal(Decimal(weight_g) / 1000)} kg" if weight_g is not None else ""


def decimal(value: Decimal) -> str:
    """Write a number with a point and no needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def measure(quantity: Quantity | None) -> str:
    """Write a mass or volume: ``1.5 kg``; nothing for other units."""
    if quantity is None or quantity.unit not in UNITS:
        return ""
    return f"{decimal(quantity.value)} {UNITS[quantity.unit]}"


def ocop(shown: Shown) -> str:
    """Write valid stars."""
    return f"OCOP {shown.stars} sao" if shown.stars else ""


def producer_name(shown: Shown) -> str:
    """Return the producer's name, when it may be told."""
    return nfc(say(shown.producer.name, LANG)) if shown.producer else ""


def season(shown: Shown) -> str:
    """Write the months of harvest."""
    months = shown.product.season
    return f"Mùa tháng {', '.join(map(str, months))}" if months else ""


def duration(written: str) -> str:
    """Write ``18 month`` as 18 tháng."""
    count, _, unit = written.partition(" ")
    return f"{count} {DURATIONS[unit]}" if unit in DURATIONS else written
