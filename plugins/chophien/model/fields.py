"""
Field types: how one text becomes one value, and what JSON Schema says of it.

Every value reaches us as the text its author typed. A field type reads that text exactly or refuses
it with the stable code of a diagnostic; nothing is guessed.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from chophien import text as vi

from .banks import UnknownBank, bank, banks
from .choosing import none_of

Value = Any
Schema = dict[str, Any]


class Refused(ValueError):
    """A text that its field type cannot read; ``code`` and ``values`` fill a diagnostic."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True)
class Scalar:
    """A field of one text: its reader and its JSON Schema."""

    name: str
    read: Callable[[str], Value]
    schema: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Thousands of products share their months, units, groups and producers; values are immutable.
        object.__setattr__(self, "read", functools.lru_cache(maxsize=2048)(self.read))


@dataclass(frozen=True)
class Words:
    """
    Text in several languages: a plain text is Vietnamese, a mapping is ``language: text``.

    Args:
        least: Fewest characters of the Vietnamese text.
        most: Most characters of each language.
        markdown: Whether the text may be Markdown over several lines.
    """

    least: int = 1
    most: int = 300
    markdown: bool = False


@dataclass(frozen=True)
class Many:
    """A list of values of one type; a single value counts as a list of one."""

    item: Scalar | Words | Part
    most: int = 100
    least: int = 0


@dataclass(frozen=True)
class Part:
    """
    A nested record.

    Args:
        record: The record.
        meant: Writes the keys that a text in their place stands for, ``{lat: …, lon: …}``, or nothing.
    """

    record: Callable[[], type]
    meant: Callable[[str], str] | None = None


Kind = Scalar | Words | Many | Part


@dataclass(frozen=True)
class Key:
    """
    What an author may write under one key.

    Args:
        kind: Field type.
        vi: The field's name in Vietnamese, as messages and forms show it.
        en: The field's name in English.
        required: Whether the record makes no sense without it.
    """

    kind: Kind
    vi: str
    en: str
    required: bool = False


# Editors type an unquoted value before they check it: 2026 and 0912345678 reach them as numbers.
_TEXT_OR_DIGITS = ["string", "number"]

# --- readers ---------------------------------------------------------------------------------------

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SKU = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_HTTP = re.compile(r"https?://[^\s<>\"'\\{}|^`\x00-\x20]+", re.ASCII)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_INT = re.compile(r"-?\d{1,9}")
_DECIMAL = re.compile(r"-?\d{1,12}(?:[.,]\d{1,12})?")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PHOTO = re.compile(r"\.(jpe?g|png|webp)\Z", re.IGNORECASE)
_HEIC = re.compile(r"\.hei[cf]\Z", re.IGNORECASE)

_TRUE = {"có", "co", "true", "yes", "đúng", "rồi", "x"}
_FALSE = {"không", "khong", "false", "no", "sai", "chưa"}


def _bounded(least: int, most: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        flat = " ".join(text.split())
        if not flat:
            raise Refused("value-empty")
        if len(flat) < least:
            raise Refused("text-too-short", found=flat, count=str(len(flat)), least=str(least))
        if len(flat) > most:
            raise Refused("text-too-long", found=flat[:40] + "…", count=str(len(flat)), most=str(most))
        return flat

    return read


def line(least: int = 1, most: int = 300) -> Scalar:
    """One line of text, runs of white space made one blank."""
    return Scalar("text", _bounded(least, most), {"type": _TEXT_OR_DIGITS, "minLength": least, "maxLength": most})


def _id(text: str) -> str:
    # ``slug`` also changes a name that Windows keeps for itself.
    if not _ID.fullmatch(text) or not 2 <= len(text) <= 60 or vi.slug(text) != text:
        plain = vi.slug(text, 60)
        raise Refused("id-not-plain", found=text[:80], suggestion=plain if len(plain) >= 2 else f"{plain or 'ten'}-1")
    return text


def _category(text: str) -> str:
    try:
        return _id(text)
    except Refused:
        from .categories import shipped_categories, unknown

        raise Refused("category-unknown", **unknown(text, shipped_categories())) from None


def _sku(text: str) -> str:
    if not _SKU.fullmatch(text):
        raise Refused("sku-not-plain", found=text[:80], suggestion=vi.slug(text, 40).upper() or "MA-01")
    return text


def _money(text: str) -> int:
    try:
        return vi.read_dong(text)
    except vi.NotDong as wrong:
        understood = "" if wrong.understood is None else str(wrong.understood)
        reason = wrong.reason
        if reason in {"shorthand", "too-small"} and wrong.understood is None:
            reason = "not-a-number"  # nothing to offer instead
        code = {
            "shorthand": "price-shorthand",
            "too-small": "price-too-small",
            "too-large": "price-too-large",
            "fraction": "price-fraction",
            "range": "price-range",
            "ambiguous": "price-ambiguous",
            "negotiable": "price-negotiable",
            "negative": "price-negative",
        }.get(reason, "price-not-dong")
        shown = "" if wrong.understood is None else vi.write_dong(wrong.understood)
        raise Refused(code, found=text[:80], understood=understood, shown=shown, per=wrong.per[:40]) from None


_THOUSANDS_OR_THOUSANDTHS = re.compile(r"(?P<whole>[1-9]\d{0,2}),(?P<decimals>\d{3}) ?(?P<unit>\w+)")


def _quantity(text: str) -> vi.Quantity:
    if len(text) > 40:
        raise Refused("quantity-not-readable", found=text[:80], reason="too-long")
    try:
        return vi.read_quantity(text)
    except vi.NotQuantity as wrong:
        if two := _THOUSANDS_OR_THOUSANDTHS.fullmatch(text):
            small, large = f"{two['whole']},{two['decimals']}", f"{two['whole']}{two['decimals']}"
            unit = two["unit"]
            raise Refused("quantity-ambiguous", found=text, small=f"{small.rstrip('0').rstrip(',')} {unit}",
                          large=f"{large} {unit}") from None  # fmt: skip
        raise Refused("quantity-not-readable", found=text[:80], reason=wrong.reason) from None


_CLOCK_AFTER_DAY = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?\Z")


def _day(text: str) -> date:
    try:
        found = vi.read_date(_CLOCK_AFTER_DAY.sub("", text))
    except vi.NotDate as wrong:
        code = {"no-such-day": "date-no-such-day"}.get(wrong.reason, "date-not-readable")
        raise Refused(code, found=text[:80]) from None
    if not 1900 <= found.year <= 2100:
        raise Refused("date-year-unlikely", found=text, year=str(found.year))
    return found


def _clock(text: str) -> time:
    try:
        return vi.read_time(text)
    except vi.NotTime:
        raise Refused("time-not-readable", found=text[:80]) from None


def _phone(text: str) -> str:
    try:
        return vi.read_phone(text)
    except vi.NotPhone as wrong:
        code = {
            "several": "phone-several",
            "missing-zero": "phone-missing-zero",
            "old-mobile": "phone-old-mobile",
        }.get(wrong.reason, "phone-not-readable")
        raise Refused(code, found=text[:80]) from None


def _gtin(text: str) -> str:
    problem = vi.gtin_problem(text)
    if problem:
        raise Refused("gtin-" + problem, found=text[:80])
    return text


def _yes(text: str) -> bool:
    word = vi.nfc(text).strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise Refused("not-yes-or-no", found=text[:80])


def _url(text: str) -> str:
    if not _HTTP.fullmatch(text) or len(text) > 2000 or not _host(text):
        raise Refused("url-not-http", found=text[:80])
    return text


def _host(address: str) -> str:
    """Return the host an address names; nothing when none can be read, as in ``https://[x``."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _site_url(text: str) -> str:
    if not text.isascii() and _HTTP.fullmatch(text):
        raise Refused("site-url-not-ascii", found=text[:80], suggestion=_spelt(text))
    return _url(text).rstrip("/")


def _spelt(address: str) -> str:
    """Write an address as the net knows it, ``xn--…`` and percent signs; nothing when it cannot be written so."""
    try:
        parts = urlsplit(vi.nfc(address))
        return urlunsplit((parts.scheme, parts.netloc.encode("idna").decode(), quote(parts.path), "", ""))
    except ValueError:
        return ""


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise Refused("email-not-readable", found=text[:80])
    return text


def _lang(text: str) -> str:
    if not _LANG.fullmatch(text):
        raise Refused("language-not-a-tag", found=text[:80])
    return text


def _file(text: str) -> str:
    clean = vi.nfc(text)
    parts = clean.split("/")
    if "\\" in clean or clean.startswith("/") or ":" in clean or any(p in {"", ".", ".."} for p in parts):
        raise Refused("file-outside-folder", found=text[:80])
    return clean


def _photo(text: str) -> str:
    clean = _file(text)
    if _HEIC.search(clean):
        raise Refused("photo-format-not-read", found=text[:80])
    if not _PHOTO.search(clean):
        raise Refused("photo-not-a-picture", found=text[:80])
    return clean


def _colour(text: str) -> str:
    if not _COLOUR.fullmatch(text):
        raise Refused("colour-not-hex", found=text[:80])
    return text.lower()


def whole(least: int, most: int) -> Scalar:
    """A whole number between two bounds, both included."""

    def read(text: str) -> int:
        if not _INT.fullmatch(text):
            raise Refused("number-not-whole", found=text[:80], least=str(least), most=str(most))
        value = int(text)
        if not least <= value <= most:
            raise Refused("number-out-of-range", found=text, least=str(least), most=str(most))
        return value

    schema = {"type": ["integer", "string"], "minimum": least, "maximum": most, "pattern": "^-?[0-9]{1,9}$"}
    return Scalar("whole", read, schema)


_MONTHS = re.compile(r"(?:thang)? ?(\d{1,2})(?: ?(-|den|toi|~) ?(?:thang)? ?(\d{1,2}))?")


def _months(text: str) -> list[int]:
    """Work out which months a text such as «tháng 3 đến tháng 5» lists; none when that is not clear."""
    months: list[int] = []
    for part in re.split(r"[,;]| va ", vi.strip_marks(text).lower().replace("–", "-")):
        match = _MONTHS.fullmatch(part.strip())
        if match is None:
            return []
        first, last = int(match[1]), int(match[3] or match[1])
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return []
        months += [(first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1)]
    return list(dict.fromkeys(months))


def _month(text: str) -> int:
    if not _INT.fullmatch(text) and (months := _months(text)):
        raise Refused("months-not-listed", found=text[:80], suggestion=", ".join(map(str, months)))
    return _YEAR.read(text)  # type: ignore[no-any-return]


_STOCK_WORDS = {"het": "stock: 0", "het hang": "stock: 0", "con": "status: còn hàng", "con hang": "status: còn hàng"}


def _stock(text: str) -> int:
    if line := _STOCK_WORDS.get(vi.fold(text)):
        raise Refused("stock-in-words", found=text[:80], suggestion=line)
    return _COUNT.read(text)  # type: ignore[no-any-return]


_PAIR = re.compile(r"\d{1,3}[.,]\d+")


def pair(text: str) -> str:
    """Write the keys of a position that was pasted from a map as two numbers; nothing when it is no place of ours."""
    numbers = sorted(number.replace(",", ".") for number in _PAIR.findall(text))
    if len(numbers) == 2:
        lat, lon = sorted(numbers, key=float)
        if 8 <= float(lat) <= 24 and 102 <= float(lon) <= 118:
            return f"{{lat: {lat}, lon: {lon}}}"
    return ""


def lowered(text: str) -> str:
    """Write the keys of a sale of which only the price was written; its days are for the author to say."""
    try:
        return f"{{price: {vi.read_dong(text)}, since: 01/03/2027, until: 15/03/2027}}"
    except vi.NotDong:
        return ""


def decimal(least: float, most: float, outside: str = "number-out-of-range") -> Scalar:
    """A decimal number between two bounds; a comma or a point before the decimals; ``outside`` is what else it is."""

    def read(text: str) -> float:
        if not _DECIMAL.fullmatch(text):
            raise Refused("number-not-readable", found=text[:80], least=f"{least:g}", most=f"{most:g}")
        value = float(text.replace(",", "."))
        if not least <= value <= most:
            raise Refused(outside, found=text, least=f"{least:g}", most=f"{most:g}")
        return value

    pattern = "^-?[0-9]{1,12}([.,][0-9]{1,12})?$"
    return Scalar(
        "decimal", read, {"type": ["number", "string"], "minimum": least, "maximum": most, "pattern": pattern}
    )


def choice(options: Mapping[str, str]) -> Scalar:
    """One word of a table; the Vietnamese name of a word is read as that word."""
    by_name = {vi.fold(name): word for word, name in options.items()}

    def read(text: str) -> str:
        if text in options:
            return text
        word = by_name.get(vi.fold(text))
        if word is None:
            raise Refused("not-a-choice", **none_of(text, options))
        return word

    offered = list(dict.fromkeys((*options, *options.values())))
    capitals = "|".join(re.escape(name[:1].upper() + name[1:]).replace("\\ ", " ") for name in options.values())
    return Scalar("choice", read, {"anyOf": [{"enum": offered}, {"type": "string", "pattern": f"^({capitals})$"}]})


def _switch(text: str) -> str:
    from .claims import claims
    from .tables import SWITCHES

    named = {id: claim.vi for id, claim in claims().items()} | dict.fromkeys(SWITCHES, "")
    if text not in named:
        raise Refused("check-unknown", **none_of(text, named))
    return text


_DURATION = re.compile(r"(\d{1,4})\s*(\w+)")
_UNITS = {
    "ngay": "day", "day": "day", "days": "day", "tuan": "week", "week": "week", "weeks": "week",
    "thang": "month", "month": "month", "months": "month", "nam": "year", "year": "year", "years": "year",
}  # fmt: skip


def _duration(text: str) -> str:
    match = _DURATION.fullmatch(vi.fold(text))
    if match is None or match[2] not in _UNITS or int(match[1]) == 0:
        raise Refused("duration-not-readable", found=text[:80])
    return f"{int(match[1])} {_UNITS[match[2]]}"


def _lunar(text: str) -> str:
    from chophien import lunar

    try:
        day, month, leap = lunar.read_lunar(text)
    except lunar.NotLunar:
        raise Refused("lunar-not-readable", found=text[:80]) from None
    return f"{day}/{month}" + ("L" if leap else "")


_ACCOUNT = re.compile(r"[A-Za-z0-9]{4,19}")
_DOMESTIC_CARD = re.compile(r"9704[0-9]{12}(?:[0-9]{3})?")


def _bank(text: str) -> str:
    try:
        return bank(text).bin
    except UnknownBank as wrong:
        suggestions = " / ".join(wrong.suggestions)
        code = "bank-unclear" if suggestions else "bank-unknown"
        raise Refused(code, found=text[:80], suggestion=suggestions) from None


def _account(text: str) -> str:
    number = text.replace(" ", "")
    if not _ACCOUNT.fullmatch(number):
        raise Refused("account-not-readable", found=text[:80])
    if _DOMESTIC_CARD.fullmatch(number):
        raise Refused("account-is-card", found=_masked(number))
    return number


def _masked(number: str) -> str:
    """Shorten a card number as receipts do: messages are copied to others who help."""
    return f"{number[:4]}…{number[-4:]}"


_KEPT = {"05", "07"}
"""What of object 62 is kept of a pasted code: the wallet's reference and terminal (EMVCo merchant QR, table 3.9)."""
_NAMES = {"59", "60", "61", "64"}
"""Name, city, post code and the same in another language."""


def _payload(text: str) -> str:
    """Read a transfer code that an app copied, for a page that everyone sees; it is written anew."""
    try:
        found = vi.read_vietqr(text)
        if found.to_card:
            raise Refused("account-is-card", found=_masked(found.account))
        if found.amount is not None or found.once:
            raise Refused("vietqr-once", found=text[:80])
        if found.bin not in banks():
            raise Refused("bank-unknown", found=found.bin, suggestion="")
        # Another's name or mobile number has no business on the page, and the purpose needs the room.
        kept = tuple(item for item in found.additional if item[0] in _KEPT)
        others = tuple(item for item in found.others if item[0] not in _NAMES)
        return vi.write_vietqr(found._replace(additional=kept, others=others))
    except vi.NotVietQR as wrong:
        code = "value-empty" if wrong.reason == "empty" else f"vietqr-{wrong.reason}"
        raise Refused(code, found=text[:80], at=wrong.at) from None


TEXT = line()
NAME = line(2, 120)
ID = Scalar(
    "id", _id, {"type": _TEXT_OR_DIGITS, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "minLength": 2, "maxLength": 60}
)
CATEGORY = Scalar("id", _category, ID.schema)
SKU = Scalar("sku", _sku, {"type": _TEXT_OR_DIGITS, "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$"})
# No least value: an editor takes 35.000 for the number 35.
MONEY = Scalar("money", _money, {"type": ["number", "string"], "examples": [35000, "1.200.000"]})
QUANTITY = Scalar("quantity", _quantity, {"type": "string", "examples": ["100 g", "0,5 lít", "1 bó"]})
DATE = Scalar("date", _day, {"type": "string", "examples": ["2026-03-09", "09/03/2026"]})
TIME = Scalar("time", _clock, {"type": "string", "examples": ["7:30", "7h30"]})
PHONE = Scalar("phone", _phone, {"type": ["string", "integer"]})
GTIN = Scalar("gtin", _gtin, {"type": ["string", "integer"], "pattern": "^[0-9]{8,14}$"})
_YES_WORDS = "|".join(
    sorted({word for known in (*_TRUE, *_FALSE) for word in (known, known.capitalize(), known.upper())})
)
YES = Scalar(
    "yes",
    _yes,
    {"anyOf": [{"enum": ["có", "không"]}, {"type": "boolean"}, {"type": "string", "pattern": f"^({_YES_WORDS})$"}]},
)
URL = Scalar("url", _url, {"type": "string", "format": "uri"})
SITE_URL = Scalar("url", _site_url, {"type": "string", "format": "uri"})
EMAIL = Scalar("email", _email, {"type": "string", "format": "email"})
LANG = Scalar("language", _lang, {"type": "string", "examples": ["vi", "en", "nut"]})
PHOTO = Scalar("photo", _photo, {"type": "string", "pattern": r"\.([jJ][pP][eE]?[gG]|[pP][nN][gG]|[wW][eE][bB][pP])$"})
COLOUR = Scalar("colour", _colour, {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})
DURATION = Scalar("duration", _duration, {"type": "string", "examples": ["18 tháng", "5 ngày"]})
LUNAR = Scalar("lunar", _lunar, {"type": "string", "examples": ["2/2", "rằm tháng 8", "15/5 nhuận"]})
_YEAR, _COUNT = whole(1, 12), whole(0, 999_999)
MONTH = Scalar("whole", _month, _YEAR.schema)
STOCK = Scalar("whole", _stock, _COUNT.schema)
LATITUDE = decimal(8.0, 24.0, "point-outside-vietnam")
LONGITUDE = decimal(102.0, 118.0, "point-outside-vietnam")
BANK = Scalar(
    "bank",
    _bank,
    {"anyOf": [{"enum": [known.name for known in banks().values()]}, {"type": _TEXT_OR_DIGITS, "minLength": 2}]},
)
ACCOUNT = Scalar("account", _account, {"type": _TEXT_OR_DIGITS, "pattern": "^[A-Za-z0-9 ]{4,40}$"})
SWITCH = Scalar("switch", _switch, {"type": "string"})
PAYLOAD = Scalar("payload", _payload, {"type": "string", "pattern": "^\\s*000201"})
