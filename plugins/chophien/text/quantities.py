"""Net quantities: grams, litres, lengths, areas and counted goods."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from chophien.text._typed import typed
from chophien.text.errors import Unreadable
from chophien.text.folding import fold_marks
from chophien.text.forms import Forms
from chophien.text.numerals import write_number

# What people write: canonical unit, how many of it.
UNITS: dict[str, tuple[str, Decimal]] = {
    name: (unit, Decimal(times))
    for names, unit, times in (
        ("mg miligam", "mg", "1"),
        ("g gr gram gam", "g", "1"),
        ("kg kilogam kilôgam kilogram", "kg", "1"),
        ("lạng", "g", "100"),
        ("yến", "kg", "10"),
        ("tạ", "kg", "100"),
        ("tấn", "kg", "1000"),
        ("ml mililít mililit", "ml", "1"),
        ("l lít lit", "l", "1"),
        ("mm", "cm", "0.1"),
        ("cm", "cm", "1"),
        ("m mét", "m", "1"),
        ("m2 m²", "m2", "1"),
    )
    for name in names.split()
} | {"mét vuông": ("m2", Decimal(1))}

# Counter word: what English readers get, one and several.
COUNTERS = {
    "cái": ("piece", "pieces"),
    "chiếc": ("piece", "pieces"),
    "con": ("piece", "pieces"),
    "quả": ("piece", "pieces"),
    "cây": ("piece", "pieces"),
    "bó": ("bunch", "bunches"),
    "gói": ("pack", "packs"),
    "hộp": ("box", "boxes"),
    "chai": ("bottle", "bottles"),
    "chum": ("jar", "jars"),
    "đôi": ("pair", "pairs"),
    "bộ": ("set", "sets"),
    "tờ": ("sheet", "sheets"),
    "thẻ": ("bundle", "bundles"),
    "túi": ("bag", "bags"),
    "nén": ("stick", "sticks"),
}

_SIGNS = {"m2": "m²"}
_LITRE = {"vi": "lít", "en": "l"}

# Canonical unit: the small unit it is compared by, how many of it.
_COMPARED = {
    "mg": ("g", Decimal("0.001")),
    "g": ("g", Decimal(1)),
    "kg": ("g", Decimal(1000)),
    "ml": ("ml", Decimal(1)),
    "l": ("ml", Decimal(1000)),
}
_LARGE = {"g": "kg", "ml": "l"}

_QUANTITY = re.compile(r"(?P<number>[-–]? ?[0-9](?:[0-9., ]*[0-9])?) ?(?P<unit>.*)")
_PLAIN = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+)(?:,[0-9]+)?")
_DECIMAL = re.compile(r"(?P<whole>[0-9]+)(?P<sign>[.,])(?P<decimals>[0-9]+)")


class NotQuantity(Unreadable):
    """
    A quantity that cannot be read in one way only.

    Attributes:
        reason: One of empty, no-unit, unknown-unit, not-a-number, ambiguous, not-positive.
    """


@dataclass(frozen=True)
class Quantity:
    """
    How much is in a pack.

    Attributes:
        value: Positive number of units.
        unit: One of mg, g, kg, ml, l, cm, m, m2, item.
        counter: Vietnamese counter word of items, such as ``gói``; empty for what is measured.
    """

    value: Decimal
    unit: str
    counter: str = ""


def read_quantity(s: str) -> Quantity:
    """
    Read a number with its unit: ``500 g``, ``1,5 lít``, ``3 lạng``, ``10 gói``.

    Raises:
        NotQuantity: No unit, an unknown one, or a number such as ``1,500`` that can be read two ways.
    """
    text = typed(s)
    if not text:
        raise NotQuantity("empty")
    match = _QUANTITY.fullmatch(text)
    if not match:
        raise NotQuantity("not-a-number")
    if match["number"][0] in "-–":
        raise NotQuantity("not-positive")
    name = fold_marks(match["unit"])
    if not name:
        raise NotQuantity("no-unit")
    if name not in UNITS and name not in COUNTERS:
        raise NotQuantity("unknown-unit")
    value = _number(match["number"])
    if value <= 0:
        raise NotQuantity("not-positive")
    if name in COUNTERS:
        return Quantity(value, "item", name)
    unit, times = UNITS[name]
    return Quantity(value * times, unit)


def write_quantity(q: Quantity, lang: str | Forms) -> str:
    """Write a quantity for people, in ``vi``, ``en`` or a language's own forms; mostly with a no-break space."""
    number = write_number(q.value, lang)
    if isinstance(lang, Forms):
        own = lang.units.get((q.counter or "cái") if q.unit == "item" else q.unit)
        return lang.measured(number, own or _unit(q, lang.base))
    return f"{number}\u00a0{_unit(q, lang)}"


def _unit(q: Quantity, lang: str) -> str:
    if q.unit == "item":
        counter = q.counter or "cái"
        return counter if lang == "vi" else COUNTERS[counter][q.value != 1]
    return _LITRE[lang] if q.unit == "l" else _SIGNS.get(q.unit, q.unit)


def as_much(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities are the same: 1 kg and 1000 g."""
    return _in_small(one) == _in_small(other)


def _in_small(q: Quantity) -> tuple[Decimal, str, str]:
    unit, times = _COMPARED.get(q.unit, (q.unit, Decimal(1)))
    return q.value * times, unit, q.counter


def unit_price(price_dong: int, q: Quantity) -> tuple[int, Quantity] | None:
    """
    Work out the price to compare packs by.

    Returns:
        Đồng, rounded half up, and the quantity they buy: 100 g or 100 ml for packs under 1 kg or
        1 l, else 1 kg or 1 l. None for counted goods, lengths and areas.
    """
    if q.unit not in _COMPARED:
        return None
    small, times = _COMPARED[q.unit]
    amount = q.value * times
    base = Quantity(Decimal(100), small) if amount < 1000 else Quantity(Decimal(1), _LARGE[small])
    share = price_dong * (100 if amount < 1000 else 1000) / amount
    return int(share.quantize(Decimal(1), ROUND_HALF_UP)), base


def _number(text: str) -> Decimal:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(" ", "").replace(",", "."))
    decimal = _DECIMAL.fullmatch(text)
    if not decimal:
        raise NotQuantity("ambiguous")
    whole, decimals = decimal["whole"], decimal["decimals"]
    # Three digits after a comma are thousands to some and thousandths to others.
    if len(decimals) == 3 and len(whole) <= 3 and whole[0] != "0":
        raise NotQuantity("ambiguous")
    return Decimal(f"{whole}.{decimals}")
