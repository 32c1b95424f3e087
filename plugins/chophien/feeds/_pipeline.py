"""
What all exporters share: select the goods, map them to columns, check the columns, serialise.

An exporter says what is particular to its marketplace. A product's rows are made alone
(``fragment``), so that a build can keep them, and joined to a file later (``assemble``). A product
that breaks a rule stays out of that feed and is reported; the build never stops for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from msgspec import Struct, field

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
        min_chars: Fewest characters of a text that is there.
        max_chars: Most characters of a text; 0 for no limit.
        least: Smallest number.
        most: Largest number; 0 for no limit.
        source: Who says so, where it is not the source that the module names.
    """

    name: str
    required: bool = False
    min_chars: int = 0
    max_chars: int = 0
    least: float = 0
    most: float = 0
    source: str = ""


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
        file: Where to mend it, from the commune's folder; filled in by who knows the files.
        line: Line of the field to mend, from 1.
    """

    feed: str
    product: str
    name: str
    sku: str
    code: str
    values: dict[str, str] = {}
    file: str = ""
    line: int = 0


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
    """
    One variant on its way into a feed.

    Args:
        name: The product's name.
        title: The variant's own.
        several: Whether the product has other variants.
        verdicts: What rules have said of it so far, by code: most feeds ask the same ones.
    """

    site: Site
    shown: Shown
    offer: Offer
    name: str
    title: str
    description: str
    brand: str
    link: str
    picture: Picture | None
    several: bool
    verdicts: dict[str, Mapping[str, str] | None] = field(default_factory=dict)


Rule = Callable[[Item], Mapping[str, str] | None]
"""Returns what its sentence needs when the variant breaks it, else nothing."""

ProductRule = Callable[[Site, Shown, str], Mapping[str, str] | None]
"""The same for a whole product, and the exporter's key."""


Layout = Callable[[list[Item], list[Row]], list[Row]]
"""Turns the variants of a product and their rows into the rows of the file: parents before, pictures after them."""


class Format(Protocol):
    """How rows become a file."""

    def head(self, site: Site, columns: tuple[Column, ...]) -> bytes: ...

    def rows(self, common: Row, rows: list[Row], columns: tuple[Column, ...]) -> bytes: ...

    def tail(self) -> bytes: ...


class Exporter(Protocol):
    """
    A module that names one marketplace's columns.

    ``USE`` is what people do with the file: ``fetch`` (paste its address), ``import`` (upload it to a shop
    program), ``paste`` (copy its rows into a seller's own template) or ``data`` (nothing, programs read it).
    """

    @property
    def KEY(self) -> str: ...
    @property
    def NAME(self) -> str: ...
    @property
    def FILENAME(self) -> str: ...
    @property
    def USE(self) -> str: ...
    @property
    def PRODUCT_RULES(self) -> tuple[str, ...]: ...
    @property
    def fragment(self) -> Callable[[Shown, Site, bytes], Fragment]: ...
    @property
    def assemble(self) -> Callable[[Site, Iterable[bytes]], Iterator[bytes]]: ...


_latest: tuple[Site, Shown, list[Item]] | None = None


def items(site: Site, shown: Shown) -> list[Item]:
    """
    Work out what every marketplace asks of each variant.

    The variants of the latest product are kept: one feed after the other asks for them.
    """
    global _latest
    if _latest is None or _latest[0] is not site or _latest[1] is not shown:
        _latest = (site, shown, list(_items(site, shown)))
    return _latest[2]


def _items(site: Site, shown: Shown) -> Iterator[Item]:
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
    own = _title(product, name, "")
    for offer in shown.offers:
        option = nfc(say(offer.option, LANG)) if several else ""
        at = offer.picture if offer.picture < len(shown.pictures) else 0
        yield Item(
            site=site,
            shown=shown,
            offer=offer,
            name=own,
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


class Chosen(Struct, gc=False):
    """The variants of a product that a feed takes, and what is to be said of the others."""

    items: list[Item] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def choose(
    feed: str,
    site: Site,
    shown: Shown,
    *,
    product_rules: Mapping[str, ProductRule],
    rules: Mapping[str, Rule],
    notes: Mapping[str, Rule],
    unfit: Callable[[Item], tuple[str, Mapping[str, str]] | None] = lambda item: None,
) -> Chosen:
    """
    Choose the variants of a product that keep all rules.

    Args:
        unfit: Looks last at what keeps the rules, and may refuse it with a code and values.
    """
    out = refused(feed, site, shown, product_rules)
    if out is not None:
        return Chosen(left_out=[out])
    chosen = Chosen()
    for item in items(site, shown):
        found = _broken(item, rules) or unfit(item)
        if found is not None:
            chosen.left_out.append(left_out(feed, shown, item.offer.sku, *found))
            continue
        chosen.items.append(item)
        chosen.notes += [(code, item.offer.sku) for code, rule in notes.items() if rule(item) is not None]
    return chosen


@dataclass(frozen=True)
class Table:
    """
    An exporter that writes rows; its module gives it what is particular to the marketplace.

    Args:
        feed: The exporter's ``KEY``.
        use: The exporter's ``USE``.
        common: Maps what all variants of a product share, from any of them.
        row: Maps what each variant says for itself.
        layout: Arranges the rows where there is not simply one whole row a variant.
    """

    feed: str
    columns: tuple[Column, ...]
    form: Format
    use: str
    common: Callable[[Item], Row]
    row: Callable[[Item], Row]
    product_rules: Mapping[str, ProductRule]
    rules: Mapping[str, Rule]
    notes: Mapping[str, Rule]
    layout: Layout | None = None

    def fragment(self, shown: Shown, site: Site, node: bytes = b"") -> Fragment:
        """Make the rows of one product."""
        shared: Row = {}
        rows: list[Row] = []
        # A file that is only fetched is opened by no spreadsheet.
        opened = self.use in {"import", "paste"}
        wrong: tuple[str, Mapping[str, str]] | None = None

        def unfit(item: Item) -> tuple[str, Mapping[str, str]] | None:
            nonlocal wrong
            if not shared:
                shared.update(self.common(item))
                wrong = _formula(shared) if opened else None
            made = self.row(item)
            found = _unfit(made | shared, self.columns) or wrong or (_formula(made) if opened else None)
            if found is None:
                rows.append(made)
            return found

        chosen = choose(
            self.feed, site, shown, product_rules=self.product_rules, rules=self.rules, notes=self.notes, unfit=unfit
        )
        written = b""
        if rows and self.layout is None:
            written = self.form.rows(shared, rows, self.columns)
        elif rows and self.layout is not None:
            laid = self.layout(chosen.items, [made | shared for made in rows])
            written = self.form.rows({}, [_harmless(one) for one in laid] if opened else laid, self.columns)
        return Fragment(rows=written, items=len(rows), left_out=tuple(chosen.left_out), notes=tuple(chosen.notes))

    def assemble(self, site: Site, fragments: Iterable[bytes]) -> Iterator[bytes]:
        """Join the rows of all products, which come in the order of their ids, to a file."""
        yield self.form.head(site, self.columns)
        yield from fragments
        yield self.form.tail()


def _broken(item: Item, rules: Mapping[str, Rule]) -> tuple[str, Mapping[str, str]] | None:
    verdicts = item.verdicts
    for code, rule in rules.items():
        if code not in verdicts:
            verdicts[code] = rule(item)
        values = verdicts[code]
        if values is not None:
            return code, values
    return None


def _unfit(row: Row, columns: tuple[Column, ...]) -> tuple[str, Mapping[str, str]] | None:
    """Find the first column that is missing or out of its limits."""
    for column in _bounded(columns):
        name = column.name
        value = row.get(name)
        if not value:
            if column.required:
                return "value-missing", {"column": name}
            continue
        count = len(value)
        if column.max_chars and count > column.max_chars:
            return "value-too-long", {"column": name, "count": str(count), "most": str(column.max_chars)}
        if count < column.min_chars:
            return "value-too-short", {"column": name, "count": str(count), "least": str(column.min_chars)}
        if column.most and isinstance(value, str) and not column.least <= float(value) <= column.most:
            values = {"column": name, "found": value, "least": f"{column.least:.15g}", "most": f"{column.most:.15g}"}
            return "number-out-of-range", values
    return None


FORMULA = frozenset("=+-@")
"""A cell that begins so is run as a formula by spreadsheets."""


def _formula(row: Row) -> tuple[str, Mapping[str, str]] | None:
    """Find the first cell that a spreadsheet would run."""
    for name, value in row.items():
        # Every cell of every feed comes here: what is clearly a text that does no harm is passed over at once.
        if value and (value[0] in FORMULA or type(value) is not str) and _runs(value):
            return "cell-like-a-formula", {"column": name}
    return None


def _harmless(row: Row) -> Row:
    """Empty the cells that a layout added and a spreadsheet would run; others have been looked at before."""
    return {name: "" if _runs(value) else value for name, value in row.items()} if _formula(row) else row


def _runs(value: Value) -> bool:
    first = value[0] if value else ""
    return isinstance(first, str) and first[:1] in FORMULA


_BOUNDED: dict[int, tuple[tuple[Column, ...], list[Column]]] = {}


def _bounded(columns: tuple[Column, ...]) -> list[Column]:
    """Return the columns that can refuse a row; a table is looked through once."""
    known = _BOUNDED.get(id(columns))
    if known is None or known[0] is not columns:
        some = [c for c in columns if c.required or c.min_chars or c.max_chars or c.most]
        known = _BOUNDED[id(columns)] = (columns, some)
    return known[1]
