"""What shop programs write alike: plain numbers, stock, pictures, a product's rows one below the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from chophien.model import NAMELESS_OPTION, Offer, Picture, say
from chophien.text import nfc

from ._pipeline import LANG, Item, Parts, Row
from ._rules import SHORT_SIDE
from ._text import html
from ._values import GOODS_ROLES, decimal, picture_url

ONLY = ("Title", "Default Title")
"""Option name and value of a product without options, as Shopify and the programs that copied it write them."""


def now(offer: Offer) -> str:
    """Write today's price: ``120000``."""
    return "" if offer.price is None else str(offer.price)


def before(offer: Offer) -> str:
    """Write the price outside a running sale, else nothing."""
    return str(offer.regular) if offer.sale_until and offer.regular is not None else ""


def in_stock(offer: Offer) -> bool:
    """Tell whether it can be sold today; what is to be ordered ahead cannot, where there is no word for that."""
    return offer.availability == "in_stock"


def counted(offer: Offer) -> bool:
    """Tell whether the program has to count: also what is sold out without a number, so that it sells none."""
    return offer.stock is not None or not in_stock(offer)


def quantity(offer: Offer) -> str:
    """Write how many there are: none of what cannot be sold today, nothing where nobody counts."""
    if not in_stock(offer):
        return "0"
    return "" if offer.stock is None else str(offer.stock)


def grams(offer: Offer) -> str:
    """Write a packed weight in grams, else nothing."""
    return "" if offer.weight_g is None else str(offer.weight_g)


def kilograms(offer: Offer) -> str:
    """Write a packed weight in kilograms with a point: ``0.15``; else nothing."""
    return "" if offer.weight_g is None else decimal(Decimal(offer.weight_g) / 1000)


def sides(offer: Offer) -> tuple[str, str, str]:
    """Write length, width and height in centimetres, else nothing."""
    length, width, height = offer.size_cm or (0, 0, 0)
    return (f"{length:g}", f"{width:g}", f"{height:g}") if offer.size_cm else ("", "", "")


def choice(item: Item) -> tuple[str, str]:
    """Return the option's name and value of one variant of several; both empty when it is the only one."""
    if not item.several:
        return "", ""
    name = nfc(say(item.offer.option_name, LANG)) or NAMELESS_OPTION
    return name, nfc(say(item.offer.option, LANG)) or item.offer.sku


def named(item: Item) -> list[Parts]:
    """Return the option's name and value as a nested value; nothing when there is one variant."""
    return [(choice(item),)] if item.several else []


def choice_or_only(item: Item) -> tuple[str, str]:
    """Return the option's name and value, those of ``ONLY`` when there is one variant."""
    return choice(item) if item.several else ONLY


def rich(item: Item) -> str:
    """Write the description as paragraphs of HTML; an example says that it is one."""
    product = item.shown.product
    made = html(say(product.description, LANG)) or html(say(product.summary, LANG))
    return made.replace("<p>", "<p>Ví dụ: ", 1) if product.example and not made.startswith("<p>Ví dụ") else made


def group(item: Item) -> str:
    """Return the name of the product's category."""
    return nfc(say(item.shown.category.name, LANG))


def group_path(item: Item) -> list[str]:
    """List the levels of the product's category, wide first."""
    path = item.shown.category.path
    return [nfc(level.strip()) for level in path.split(">")] if path else [group(item)]


def gallery(items: Sequence[Item]) -> list[Picture]:
    """List the pictures of the goods, each once: the first of the product, the variants' own, all others."""
    shown = items[0].shown.pictures
    if not shown:
        return []
    fit = [picture for picture in shown if min(picture.width, picture.height) >= SHORT_SIDE]
    own = [item.picture for item in items if item.picture is not None]
    first = shown[:1] if fit and fit[0] is shown[0] else own[:1]
    wanted = [*first, *own, *(picture for picture in fit if picture.role in GOODS_ROLES)]
    return list({id(picture): picture for picture in wanted}.values())


def addresses(items: Sequence[Item], most: int = 0) -> list[str]:
    """List the addresses of the pictures of ``gallery``, at most so many."""
    site = items[0].site
    found = [picture_url(site, picture) for picture in gallery(items)]
    return found[:most] if most else found


def own_picture(item: Item) -> str:
    """Return the address of a variant's picture, else nothing."""
    return picture_url(item.site, item.picture) if item.picture else ""


def alternative(picture: Picture) -> str:
    """Return the text alternative of a picture."""
    return nfc(say(picture.alt, LANG))


def below(
    items: Sequence[Item], rows: list[Row], once: frozenset[str], picture: Callable[[str, Picture, int], Row]
) -> list[Row]:
    """
    Put the rows of one product one below the other: first all it says, then its variants, then its further pictures.

    Args:
        once: Columns of the product, which only the first row fills.
        picture: Makes the columns of a picture from its address and its number, from 1.
    """
    site = items[0].site
    pictures = [picture(picture_url(site, one), one, n) for n, one in enumerate(gallery(items), 1)]
    first = rows[0] | (pictures[0] if pictures else {})
    rest = [{name: value for name, value in row.items() if name not in once} for row in rows[1:]]
    return [first, *rest, *pictures[1:]]
