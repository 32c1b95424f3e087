"""Rules for products: what cannot be sold, listed or believed as written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chophien import text as vi
from chophien.diagnostics import Level
from chophien.model import Product, awaited, expiry, information_only, is_knife, limits, say, unknown
from chophien.model.tables import PAYMENTS

from ._rule import Found, Known, found, rule

CASHLESS = frozenset({"transfer", "wallet", "card"})
"""Ways to pay without cash."""
_MEASURED = {"mg": "Khối lượng", "g": "Khối lượng", "kg": "Khối lượng", "ml": "Dung tích", "l": "Dung tích"}
"""What the option is called by which packs of a unit differ."""
_DRINK = re.compile(r"\b(?:rượu|bia)\b.*?\b\d{1,2}(?:[.,]\d)? ?(?:độ|°|%)", re.IGNORECASE)
SOON_MONTHS = 6
"""Months before the end of a recognition at which we start to remind."""


@rule("category-unknown", "product", Level.ERROR)
def category_unknown(product: Product, known: Known) -> Iterator[Found]:
    """A product belongs to a group that exists, shipped or the commune's own."""
    if product.category not in known.categories:
        yield found("category", **unknown(product.category, known.categories))


@rule("variant-without-option", "product", Level.ERROR, "marketplace rule F11")
def variant_without_option(product: Product, known: Known) -> Iterator[Found]:
    """With two or more variants a buyer must see what tells them apart."""
    if len(product.variants) > 1:
        nets = [variant.net for variant in product.variants]
        for number, variant in enumerate(product.variants, 1):
            if variant.option is None:
                # The same net quantity does not tell two apart.
                net = variant.net if nets.count(variant.net) == 1 else None
                option = ""
                if net:
                    value = vi.write_quantity(net, "vi").replace("\u00a0", " ")
                    # Inside braces the comma of 0,5 kg would end the value.
                    option = f"{{name: {_MEASURED.get(net.unit, 'Quy cách')}, value: '{value}'}}"
                lacks = f"variants[{number}].option"
                yield found(f"variants[{number}]", sku=variant.sku, suggestion=option, lacks=lacks)


@rule("option-twice", "product", Level.ERROR, "marketplace rule F11")
def option_twice(product: Product, known: Known) -> Iterator[Found]:
    """Two variants with one option value cannot be told apart."""
    seen: dict[str, str] = {}
    for number, variant in enumerate(product.variants, 1):
        if variant.option is not None:
            value = say(variant.option.value, "vi")
            if vi.fold(value) in seen:
                yield found(f"variants[{number}].option", found=value, other=seen[vi.fold(value)])
            seen.setdefault(vi.fold(value), variant.sku)


@rule("option-name-differs", "product", Level.ERROR, "marketplace rule F11")
def option_name_differs(product: Product, known: Known) -> Iterator[Found]:
    """All variants of a product are chosen by the same option."""
    names = [say(v.option.name, "vi") for v in product.variants if v.option is not None]
    for number, variant in enumerate(product.variants, 1):
        if variant.option is not None and say(variant.option.name, "vi") != names[0]:
            yield found(f"variants[{number}].option", found=say(variant.option.name, "vi"), other=names[0])


@rule("sku-twice-in-product", "product", Level.ERROR, "marketplace rule F01")
def sku_twice_in_product(product: Product, known: Known) -> Iterator[Found]:
    """A SKU names one variant; capitals do not tell two apart."""
    seen: set[str] = set()
    for number, variant in enumerate(product.variants, 1):
        if variant.sku.casefold() in seen:
            yield found(f"variants[{number}].sku", found=variant.sku)
        seen.add(variant.sku.casefold())


@rule("sku-is-product-id", "product", Level.ERROR, "marketplace rule F02")
def sku_is_product_id(product: Product, known: Known) -> Iterator[Found]:
    """Marketplaces refuse a group whose id is also the id of an item."""
    if len(product.variants) > 1:
        for number, variant in enumerate(product.variants, 1):
            if variant.sku.casefold() == product.id.casefold():
                yield found(f"variants[{number}].sku", found=variant.sku)


@rule("sale-not-lower", "product", Level.ERROR, "marketplace rule F04")
def sale_not_lower(product: Product, known: Known) -> Iterator[Found]:
    """A sale price is lower than the regular price."""
    for number, variant in enumerate(product.variants, 1):
        if variant.sale and (variant.price is None or variant.sale.price >= variant.price):
            regular = "" if variant.price is None else vi.write_dong(variant.price)
            yield found(f"variants[{number}].sale.price", found=vi.write_dong(variant.sale.price), regular=regular)


@rule("sale-ends-before-it-starts", "product", Level.ERROR, "marketplace rule F04")
def sale_ends_before_it_starts(product: Product, known: Known) -> Iterator[Found]:
    """A sale runs from an earlier to a later day."""
    for number, variant in enumerate(product.variants, 1):
        if variant.sale and variant.sale.until < variant.sale.since:
            yield found(f"variants[{number}].sale.until", found=vi.write_date(variant.sale.until, "vi"))


@rule("preorder-without-date", "product", Level.ERROR, "marketplace rule F20")
def preorder_without_date(product: Product, known: Known) -> Iterator[Found]:
    """Who orders ahead must know from when the goods are there."""
    for number, variant in enumerate(product.variants, 1):
        if variant.status == "preorder" and variant.available_from is None:
            at = f"variants[{number}]"
            yield found(f"{at}.status", sku=variant.sku, lacks=f"{at}.available_from")


@rule("preorder-date-over", "product", Level.WARNING, "marketplace rule F20", dated=True)
def preorder_date_over(product: Product, known: Known) -> Iterator[Found]:
    """A preorder whose day has come is in stock or late."""
    for number, variant in enumerate(product.variants, 1):
        if variant.status == "preorder" and variant.available_from and awaited(variant, known.today):
            yield found(f"variants[{number}].available_from", found=vi.write_date(variant.available_from, "vi"))


@rule("ocop-in-future", "product", Level.ERROR, dated=True)
def ocop_in_future(product: Product, known: Known) -> Iterator[Found]:
    """A recognition cannot be dated later than today."""
    if product.ocop and product.ocop.issued > known.today:
        yield found("ocop.issued", found=vi.write_date(product.ocop.issued, "vi"))


@rule("ocop-expired", "product", Level.WARNING, "OCOP: 36 months from the decision", dated=True)
def ocop_expired(product: Product, known: Known) -> Iterator[Found]:
    """Stars older than 36 months are shown nowhere until a new decision is entered."""
    if product.ocop and expiry(product.ocop) < known.today:
        yield found("ocop", found=vi.write_date(expiry(product.ocop), "vi"))


@rule("ocop-expires-soon", "product", Level.NOTICE, "OCOP: 36 months from the decision", dated=True)
def ocop_expires_soon(product: Product, known: Known) -> Iterator[Found]:
    """A new evaluation takes months: the reminder comes half a year ahead."""
    if product.ocop and known.today <= expiry(product.ocop) <= vi.add_months(known.today, SOON_MONTHS):
        yield found("ocop", found=vi.write_date(expiry(product.ocop), "vi"))


@rule("certificate-expired", "product", Level.WARNING, dated=True)
def certificate_expired(product: Product, known: Known) -> Iterator[Found]:
    """A certificate past its day backs nothing and is not shown."""
    for number, paper in enumerate(product.certificates, 1):
        if paper.expires and paper.expires < known.today:
            yield found(f"certificates[{number}]", found=paper.name, day=vi.write_date(paper.expires, "vi"))


@rule("alcohol-without-strength", "product", Level.ERROR, "law on prevention of alcohol harm, 2019")
def alcohol_without_strength(product: Product, known: Known) -> Iterator[Found]:
    """From 15 % by volume advertising is forbidden, so the strength decides what may be shown."""
    if product.restricted == "alcohol" and product.alcohol is None:
        yield found("restricted", lacks="alcohol")


@rule("alcohol-not-restricted", "product", Level.ERROR, "law on prevention of alcohol harm, 2019")
def alcohol_not_restricted(product: Product, known: Known) -> Iterator[Found]:
    """A product with alcohol says so under ``restricted``."""
    if product.alcohol and product.restricted != "alcohol":
        yield found("alcohol", found=vi.write_number(product.alcohol, "vi"))


@rule("alcohol-group-not-marked", "product", Level.ERROR, "law on prevention of alcohol harm, 2019")
def alcohol_group_not_marked(product: Product, known: Known) -> Iterator[Found]:
    """Goods of a group of drinks say that they are restricted and how strong they are; else they are sold openly."""
    category = known.categories.get(product.category)
    # Where one of the two is written, another rule asks for the other.
    if category and category.label == "alcohol" and product.restricted != "alcohol" and not product.alcohol:
        yield found("category", found=say(category.name, "vi"))


@rule("alcohol-in-name", "product", Level.WARNING, "law on prevention of alcohol harm, 2019")
def alcohol_in_name(product: Product, known: Known) -> Iterator[Found]:
    """A name that tells of spirits and their degrees is hardly that of something else."""
    category = known.categories.get(product.category)
    marked = product.restricted == "alcohol" or product.alcohol is not None
    if not marked and not (category and category.label == "alcohol"):
        drink = _DRINK.search(product.name.get("vi", ""))
        if drink:
            yield found("name", found=drink[0])


@rule("alcohol-on-sale", "product", Level.ERROR, "law on prevention of alcohol harm, 2019")
def alcohol_on_sale(product: Product, known: Known) -> Iterator[Found]:
    """Spirits of 15 % and more may not be promoted, so they carry no sale price."""
    if (product.alcohol or 0) >= 15:
        for number, variant in enumerate(product.variants, 1):
            if variant.sale:
                yield found(f"variants[{number}].sale")


@rule("alcohol-not-cashless", "product", Level.ERROR, "law on prevention of alcohol harm, 2019")
def alcohol_not_cashless(product: Product, known: Known) -> Iterator[Found]:
    """Drink sold over the web is paid without cash, so the commune must name such a way."""
    policies = known.commune.policies
    offered = set(policies.payment) if policies else set()
    if product.alcohol and not information_only(product) and offered and not offered & CASHLESS:
        yield found("alcohol", found=", ".join(PAYMENTS[way] for way in sorted(offered)))


@rule("alcohol-without-licence", "product", Level.WARNING, "law on prevention of alcohol harm, 2019; Decree 105/2017")
def alcohol_without_licence(product: Product, known: Known) -> Iterator[Found]:
    """From 5.5 % by volume a licence or registration is needed, and its number belongs to the product."""
    licensed = any(paper.kind == "licence" and paper.no for paper in product.certificates)
    if (product.alcohol or 0) >= 5.5 and not licensed and not product.example:
        yield found("alcohol", found=vi.write_number(product.alcohol or 0, "vi"))


@rule("knife-without-blade", "product", Level.ERROR, "Law 42/2024 on weapons, Circular 75/2024/TT-BCA annex V")
def knife_without_blade(product: Product, known: Known) -> Iterator[Found]:
    """Length, width and point of a blade decide whether it must be declared."""
    if product.restricted == "knife" and product.blade is None:
        yield found("restricted", lacks="blade")


@rule("knife-not-restricted", "product", Level.ERROR, "Law 42/2024 on weapons")
def knife_not_restricted(product: Product, known: Known) -> Iterator[Found]:
    """Goods of the knife group or with a blade are marked as knives, which decides where they may be offered."""
    if product.restricted != "knife" and is_knife(product, known.categories.get(product.category)):
        by_blade = product.blade is not None
        yield found("blade" if by_blade else "category", found="blade" if by_blade else product.category)


@rule("knife-not-declared", "product", Level.WARNING, "Circular 75/2024/TT-BCA annex V (kinds 1 to 3)")
def knife_not_declared(product: Product, known: Known) -> Iterator[Found]:
    """Makers and traders of large or folding blades declare them to the commune police."""
    blade = product.blade
    if blade is None or blade.declared or product.example:
        return
    large = (
        (blade.pointed and blade.length_cm >= 12 and blade.width_cm >= 2)
        or (not blade.pointed and blade.length_cm >= 20 and blade.width_cm >= 5)
        or (blade.folding and blade.length_cm >= 7)
    )
    if large:
        yield found("blade", found=f"{blade.length_cm:g} × {blade.width_cm:g} cm")


@rule("price-missing", "product", Level.NOTICE)
def price_missing(product: Product, known: Known) -> Iterator[Found]:
    """Without a price the page says «hỏi giá» and no marketplace takes the goods."""
    # What may only be described has no price to show.
    if information_only(product):
        return
    for number, variant in enumerate(product.variants, 1):
        if variant.price is None:
            yield found(f"variants[{number}]", sku=variant.sku, lacks=f"variants[{number}].price")


@rule("price-very-high", "product", Level.WARNING, "marketplace rule F03; limit of Shopee")
def price_very_high(product: Product, known: Known) -> Iterator[Found]:
    """A price above what marketplaces take has most likely a zero too many."""
    most = limits("shopee")["price"].most
    for number, variant in enumerate(product.variants, 1):
        if most is not None and variant.price is not None and variant.price > most:
            yield found(f"variants[{number}].price", found=vi.write_dong(variant.price), most=vi.write_dong(most))


@rule("variant-photo-unknown", "product", Level.ERROR)
def variant_photo_unknown(product: Product, known: Known) -> Iterator[Found]:
    """A variant's picture is one of the product's pictures."""
    files = {photo.file for photo in product.photos}
    for number, variant in enumerate(product.variants, 1):
        if variant.photo and variant.photo not in files:
            yield found(f"variants[{number}].photo", found=variant.photo, choices=", ".join(sorted(files)))


@rule("product-without-photo", "product", Level.NOTICE, "marketplace rule F10")
def product_without_photo(product: Product, known: Known) -> Iterator[Found]:
    """Marketplaces refuse goods without a picture, and few visitors buy them."""
    if not product.photos:
        yield found("photos")
