"""What sheets for pasting into a seller's template have in common: the text of a listing, the template's own order."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from chophien import markup
from chophien.model import NO_LIMIT, Shown, limits, say
from chophien.text import find_contact, nfc, without_contacts, write_quantity

from . import _rules
from ._formats import EXCEL_TSV
from ._pipeline import LANG, Column, Item, Rule
from ._text import paragraphs, plain, without_emoji
from ._values import duration

LONGEST = limits("shopee")["description"].most or 0
"""Characters of a description that Shopee takes; TikTok Shop takes more."""

SHORTEST = 80
"""Characters that are worth keeping of a paragraph that does not fit."""

RULES = (*_rules.MARKETPLACE_RULES, "cell-like-a-formula", "contact-in-title")

_NUMBERS = frozenset({"price", "stock", "weight"})
"""Fields whose limit is of the number, not of its characters."""

_TAG = re.compile(r"</?\w[^<>]*>")


def limited(place: str, field: str, name: str, *, required: bool = False, per: int = 1) -> Column:
    """
    Make a column that keeps to what the place takes of a field.

    Args:
        name: The place's own name of the column.
        per: How many of the limit's units the column counts as one: 1000 where it is grams and the column kilograms.
    """
    limit = limits(place).get(field, NO_LIMIT)
    least, most = limit.least or 0, limit.most or 0
    if field in _NUMBERS:
        return Column(name=name, required=required, least=least / per, most=most / per, source=limit.source)
    return Column(name=name, required=required, min_chars=least, max_chars=most, source=limit.source)


def name(item: Item) -> str:
    """Write the product's name without emoji and tags, which make the places refuse a title."""
    return " ".join(_TAG.sub(" ", without_emoji(item.name)).split())


class Listing(Struct, frozen=True, gc=False):
    """The description of a listing, and whether the end of its story is cut."""

    text: str
    cut: bool


_latest: tuple[Shown, Listing] | None = None


def listing(item: Item) -> Listing:
    """
    Write the description of a listing: what it is, its story, what the label says; no way to reach the seller.

    When it is longer than ``LONGEST`` the end of the story is cut. The latest product's is kept: two sheets and
    their notes ask for it.
    """
    global _latest
    if _latest is None or _latest[0] is not item.shown:
        _latest = (item.shown, _listing(item))
    return _latest[1]


def _listing(item: Item) -> Listing:
    head, story, facts = _parts(item)
    left = LONGEST - _size([*head, *facts])
    cut = _size(story) > left + 1
    kept = []
    for line in story:
        fit = line if len(line) <= left else markup.shorten(line, left) if left > SHORTEST else ""
        if fit:
            kept.append(fit)
        left -= len(line) + 1
        if fit != line:
            break
    return Listing("\n".join([*head, *kept, *facts])[:LONGEST], cut)


def _size(lines: Sequence[str]) -> int:
    return sum(map(len, lines)) + len(lines)


def _parts(item: Item) -> tuple[list[str], list[str], list[str]]:
    shown = item.shown
    product = shown.product
    summary = plain(say(product.summary, LANG))
    if product.example and not summary.startswith("Ví dụ"):
        summary = f"Ví dụ: {summary}"
    origin = say(product.origin.place, LANG) if product.origin else ""
    net = item.offer.net if not item.several else None
    label = {
        "Người làm": nfc(say(shown.producer.name, LANG)) if shown.producer else "",
        "Nơi làm ra": nfc(origin),
        "Thành phần": plain(say(product.ingredients, LANG)),
        "Lượng tịnh": write_quantity(net, LANG) if net is not None else "",
        "Cách dùng": plain(say(product.usage, LANG)),
        "Bảo quản": plain(say(product.storage, LANG)),
        "Hạn dùng": duration(product.shelf_life),
        "Lưu ý": plain(say(product.warnings, LANG)),
        "OCOP": f"{shown.stars} sao, quyết định {product.ocop.decision}" if shown.stars and product.ocop else "",
    }
    story = [line for line in map(without_contacts, paragraphs(say(product.description, LANG))) if line]
    facts = [f"{name}: {value}" for name, value in label.items() if value and not find_contact(value)]
    return [line for line in [without_contacts(summary)] if line], story, facts


# --- notes -------------------------------------------------------------------------------------------


def stock_not_counted(item: Item) -> Mapping[str, str] | None:
    """A marketplace sells what its own count says; ours cannot be guessed."""
    offer = item.offer
    return {} if offer.stock is None and offer.availability == "in_stock" else None


def description_cut(item: Item) -> Mapping[str, str] | None:
    """The end of a long description is not in the sheet."""
    return {} if listing(item).cut else None


NOTES: dict[str, Rule] = {
    "weight-missing": _rules.weight_missing,
    "description-short": _rules.description_short,
    "stock-not-counted": stock_not_counted,
    "description-cut": description_cut,
}


# --- a seller's own template -------------------------------------------------------------------------


class Ordered(Struct, frozen=True):
    """
    A sheet in the order of a seller's template.

    Args:
        sheet: The file.
        unknown: Keys of the template that we have nothing for; their columns are empty.
        missing: Columns that a listing needs and that the template does not name.
        dropped: Further columns of ours that hold something and that the template does not name.
    """

    sheet: bytes
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    dropped: tuple[str, ...]


def keys(written: str) -> list[str]:
    """
    Read the keys of a template from its row of keys, as copied from the spreadsheet.

    Stars that mark what is needed, quotes and what follows a bar in a key are no part of it.
    """
    line = next((line for line in written.lstrip("\ufeff").splitlines() if line.strip()), "")
    cells = line.split("\t") if "\t" in line else re.split(r"[,;]", line)
    return [cell.strip().strip('"').partition("|")[0].strip().rstrip("*").strip() for cell in cells]


def order(sheet: bytes, columns: tuple[Column, ...], template_keys: Sequence[str]) -> Ordered:
    """
    Put the columns of a paste sheet into the order of a seller's own template.

    Args:
        sheet: A file that this package wrote.
        columns: The columns of that feed.
        template_keys: The template's technical keys, left to right; an empty one is an empty column.
    """
    rows = list(csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"), newline=""), delimiter="\t"))
    known = {column.name for column in columns}
    wanted = tuple(Column(name=key) for key in template_keys)
    lines = [{key: row.get(key) or "" for key in template_keys} for row in rows]
    filled = {name for row in rows for name, value in row.items() if value}
    absent = [column for column in columns if column.name not in template_keys]
    # The columns alone make the first line; the site is asked for nothing.
    head = "\ufeff" + "\t".join(template_keys) + "\n"
    return Ordered(
        sheet=head.encode() + EXCEL_TSV.rows({}, [dict(line) for line in lines], wanted),
        unknown=tuple(key for key in template_keys if key and key not in known),
        missing=tuple(column.name for column in absent if column.required),
        dropped=tuple(column.name for column in absent if not column.required and column.name in filled),
    )
