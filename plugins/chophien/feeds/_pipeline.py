"""
What all exporters share: select the goods, map them to columns, check the columns, serialise.

An exporter says what is particular to its marketplace. A product's rows are made alone
(``fragment``), so that a build can keep them, and joined to a file later (``assemble``). A product
that breaks a rule stays out of that feed and is reported; the build never stops for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from msgspec import Struct

from chophien import markup, urls
from chophien.model import Offer, Picture, Product, Shown, Site, example_title, say, title
from chophien.text import nfc

from ._text import plain

LANG = "vi"
"""Feeds are for Viet Nam's marketplaces, in its language."""


class Column(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """
    One column of a feed.

    Args:
        name: The marketplace's own name of it.
        required: Whether the marketplace refuses a row without it.
        max_chars: Most characters of a text; 0 for no limit.
    """

    name: str
    required: bool = False
    max_chars: int = 0


LONGEST_TITLE = 150
"""Characters that every marketplace takes."""

LONGEST_DESCRIPTION = 5000
"""Characters that every marketplace takes; a longer text is cut at a word."""

Parts = tuple[tuple[str, str], ...]
"""A nested value: names and texts."""

Value = str | list[str] | list[Parts]
Row = dict[str, Value]
"""A variant by column name; an empty value is an absent one."""


class LeftOut(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """
    Why something stays out of a feed.

    Args:
        feed: Exporter's key, such as ``google``.
        product: Product id.
        name: The product's name in Vietnamese.
        sku: Variant; empty when the whole product is meant.
        code: Stable code; its sentences stand in ``reasons``.
        values: What the sentence needs.
    """

    feed: str
    product: str
    name: str
    sku: str
    code: str
    values: dict[str, str] = {}


class Fragment(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """
    What one product gives to one feed.

    Args:
        rows: Serialised rows, or parts of the file that ``assemble`` joins.
        items: How many rows.
        left_out: What stays out, and why.
        notes: Code and SKU of what is in the feed but could be better.
    """

    rows: bytes = b""
    items: int = 0
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


class Item(Struct, frozen=True, gc=False):
    """One variant on its way into a feed."""

    site: Site
    shown: Shown
    offer: Offer
    title: str
    description: str
    brand: str
    link: str
    picture: Picture | None
    several: bool


Rule = Callable[[Item], Mapping[str, str] | None]
"""Returns what its sentence needs when the variant breaks it, else nothing."""

ProductRule = Callable[[Site, Shown, str], Mapping[str, str] | None]
"""The same for a whole product, and the exporter's key."""


class Format(Protocol):
    """How rows become a file."""

    def head(self, site: Site, columns: tuple[Column, ...]) -> bytes: ...

    def rows(self, common: Row, rows: list[Row], columns: tuple[Column, ...]) -> bytes: ...

    def tail(self) -> bytes: ...


class Exporter(Protocol):
    """A module that names one marketplace's columns."""

    @property
    def KEY(self) -> str: ...
    @property
    def NAME(self) -> str: ...
    @property
    def FILENAME(self) -> str: ...
    @property
    def PRODUCT_RULES(self) -> tuple[str, ...]: ...
    @property
    def fragment(self) -> Callable[[Shown, Site, bytes], Fragment]: ...
    @property
    def assemble(self) -> Callable[[Site, Iterable[bytes]], Iterator[bytes]]: ...


def items(site: Site, shown: Shown) -> Iterator[Item]:
    """Work out what every marketplace asks of each variant."""
    product = shown.product
    several = len(shown.offers) > 1
    name = nfc(say(product.name, LANG))
    description = plain(say(product.description, LANG)) or plain(say(product.summary, LANG))
    if product.example and not description.startswith("Ví dụ"):
        description = f"Ví dụ: {description}"
    if len(description) > LONGEST_DESCRIPTION:
        description = markup.shorten(description, LONGEST_DESCRIPTION)
    brand = nfc(product.brand or (say(shown.producer.name, LANG) if shown.producer else ""))
    link = urls.absolute(site.commune.site_url, urls.path("product", LANG, product.id))
    for offer in shown.offers:
        option = nfc(say(offer.option, LANG)) if several else ""
        at = offer.picture if offer.picture < len(shown.pictures) else 0
        yield Item(
            site=site,
            shown=shown,
            offer=offer,
            title=_title(product, name, option),
            description=description,
            brand=brand,
            # SKUs hold letters, digits, dots, hyphens and underscores only: nothing to quote.
            link=f"{link}?bien-the={offer.sku}" if several else link,
            picture=shown.pictures[at] if shown.pictures else None,
            several=several,
        )


def _title(product: Product, name: str, option: str) -> str:
    """Name a variant; of an example's name so much goes that its mark fits, but no fault of the title is hidden."""
    whole = title(name, option)
    if not product.example:
        return whole
    over = len(example_title(whole, LANG)) - LONGEST_TITLE
    if over > 0 and len(whole) <= LONGEST_TITLE:
        whole = title(markup.shorten(name, len(name) - over), option)
    return example_title(whole, LANG)


def refused(feed: str, site: Site, shown: Shown, rules: Mapping[str, ProductRule]) -> LeftOut | None:
    """Find the first rule that keeps a whole product out."""
    for code, rule in rules.items():
        values = rule(site, shown, feed)
        if values is not None:
            return left_out(feed, shown, "", code, values)
    return None


def left_out(feed: str, shown: Shown, sku: str, code: str, values: Mapping[str, str]) -> LeftOut:
    """Record why something stays out."""
    product = shown.product
    return LeftOut(
        feed=feed,
        product=product.id,
        name=say(product.name, LANG),
        sku=sku,
        code=code,
        values=dict(values),
    )


def fragment(
    feed: str,
    site: Site,
    shown: Shown,
    *,
    columns: tuple[Column, ...],
    common: Callable[[Item], Row],
    row: Callable[[Item], Row],
    form: Format,
    product_rules: Mapping[str, ProductRule],
    rules: Mapping[str, Rule],
    notes: Mapping[str, Rule],
) -> Fragment:
    """
    Make the rows of one product for one feed of rows.

    Args:
        common: Maps what all variants of a product share, from any of them.
        row: Maps what each variant says for itself.
    """
    out = refused(feed, site, shown, product_rules)
    if out is not None:
        return Fragment(left_out=(out,))
    variants = list(items(site, shown))
    shared = common(variants[0])
    rows: list[Row] = []
    missing: list[LeftOut] = []
    remarks: list[tuple[str, str]] = []
    for item in variants:
        found = _broken(item, rules)
        if found is None:
            made = row(item)
            found = _unfit(made | shared, columns)
        if found is not None:
            missing.append(left_out(feed, shown, item.offer.sku, *found))
            continue
        rows.append(made)
        remarks += [(code, item.offer.sku) for code, rule in notes.items() if rule(item) is not None]
    written = form.rows(shared, rows, columns) if rows else b""
    return Fragment(rows=written, items=len(rows), left_out=tuple(missing), notes=tuple(remarks))


def _broken(item: Item, rules: Mapping[str, Rule]) -> tuple[str, Mapping[str, str]] | None:
    for code, rule in rules.items():
        values = rule(item)
        if values is not None:
            return code, values
    return None


def _unfit(row: Row, columns: tuple[Column, ...]) -> tuple[str, Mapping[str, str]] | None:
    """Find the first column that is missing or too long."""
    for column in columns:
        value = row.get(column.name)
        if not value:
            if column.required:
                return "value-missing", {"column": column.name}
        elif column.max_chars and len(value) > column.max_chars:
            values = {"column": column.name, "count": str(len(value)), "most": str(column.max_chars)}
            return "value-too-long", values
    return None


def assemble(site: Site, fragments: Iterable[bytes], columns: tuple[Column, ...], form: Format) -> Iterator[bytes]:
    """Join the rows of all products, which come in the order of their ids, to a file."""
    yield form.head(site, columns)
    yield from fragments
    yield form.tail()
