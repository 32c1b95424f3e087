"""Goods and services."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chophien import urls
from chophien.model import Offer, Picture, Shown, Site, axis, example_title, say, title
from chophien.text import Quantity

from . import _policies
from ._graph import (
    SCHEMA,
    Crumbs,
    Node,
    commune,
    image,
    name_of,
    node,
    number,
    page_node,
    real,
    ref,
    script,
    url,
    website,
)
from .producers import producer_ref, stub

AVAILABILITY = {
    "in_stock": SCHEMA + "InStock",
    "out_of_stock": SCHEMA + "OutOfStock",
    "preorder": SCHEMA + "PreOrder",
    "discontinued": SCHEMA + "Discontinued",
}

COUNTRIES = {"VN": {"vi": "Việt Nam", "en": "Viet Nam"}}
"""Names of countries of origin by their ISO code."""

UNIT_CODES = {
    "mg": "MGM",
    "g": "GRM",
    "kg": "KGM",
    "ml": "MLT",
    "l": "LTR",
    "cm": "CMT",
    "m": "MTR",
    "m2": "MTK",
    "item": "C62",
}
"""UN/CEFACT Recommendation 20 code of each unit."""

MASSES = frozenset({"mg", "g", "kg"})

CENTRAL_ISSUERS = (
    ("2025-03-01", "Bộ Nông nghiệp và Môi trường"),
    ("", "Bộ Nông nghiệp và Phát triển nông thôn"),
)
"""Who decides on five stars, by the first day of its name: the two ministries merged on 1 March 2025."""


def product(site: Site, lang: str, shown: Shown, breadcrumbs: Crumbs, node: bytes = b"") -> str:
    """Describe a product's page; ``node`` is its ``product_node`` when that is made already."""
    item = shown.product
    path = urls.path("product", lang, item.id)
    name = name_of(item, lang)
    main = ref(url(site, path) + ("#service" if item.kind == "service" else "#product"))
    return script(
        [
            *page_node(site, lang, path, name, breadcrumbs, "ItemPage", mainEntity=main),
            msgspec.Raw(node) if node else _node(site, lang, shown),
            *_policies.returns(site),
            website(site),
            commune(site),
        ]
    )


def product_node(site: Site, lang: str, shown: Shown) -> bytes:
    """Describe the product alone, as JSON; the list of all products is made of such nodes."""
    return msgspec.json.encode(_node(site, lang, shown))


def sold(site: Site, shown: Shown) -> bool:
    """Tell whether offers may be described: not of what the law lets us only tell about, nor of examples."""
    return not shown.information_only and real(site, shown.product)


def _node(site: Site, lang: str, shown: Shown) -> Node:
    item = shown.product
    here = url(site, urls.path("product", lang, item.id))
    maker = shown.producer
    seller = producer_ref(site, lang, maker) if maker else None
    # The first mention of the producer carries its name, so that the node can stand alone.
    described = stub(site, lang, maker) if maker else None
    offers = _offers(site, lang, here, shown, seller) if sold(site, shown) else {}
    if item.kind == "service":
        return node(
            "Service",
            here + "#service",
            name=name_of(item, lang),
            description=say(item.summary, lang),
            url=here,
            image=_images(site, lang, shown.pictures),
            serviceType=say(shown.category.name, lang),
            provider=described,
            hasCertification=_certificates(site, shown),
            award=_award(shown),
            offers=list(offers.values()),
        )
    common = {
        "name": name_of(item, lang),
        "description": say(item.summary, lang),
        "url": here,
        "image": _images(site, lang, shown.pictures),
        "category": say(shown.category.name, lang),
        "brand": _brand(shown),
        "manufacturer": described,
        "countryOfOrigin": _country(item.origin.country, lang) if item.origin else None,
        "additionalProperty": [
            node("PropertyValue", name=say(fact.name, lang), value=say(fact.value, lang)) for fact in item.facts
        ],
        "award": _award(shown),
        "hasCertification": _certificates(site, shown),
    }
    if len(shown.offers) == 1:
        return node("Product", here + "#product", **common, **_variant(shown, shown.offers[0], offers))
    if not shown.offers:
        return node("Product", here + "#product", **common)
    axes = [axis(offer.option_name) for offer in shown.offers]
    return node(
        "ProductGroup",
        here + "#product",
        **common,
        productGroupID=item.id,
        variesBy=[SCHEMA + name for name in dict.fromkeys(axes) if name],
        hasVariant=[
            node(
                "Product",
                f"{here}#{offer.sku}",
                name=_title(shown, offer, lang),
                url=f"{here}?bien-the={offer.sku}",
                image=_shop_image(site, shown, offer),
                **{differs: say(offer.option, lang)} if differs else {},
                **_variant(shown, offer, offers),
            )
            for offer, differs in zip(shown.offers, axes, strict=True)
        ],
    )


def _variant(shown: Shown, offer: Offer, offers: dict[str, Node]) -> Node:
    """Say what belongs to one variant only."""
    made: Node = {"sku": offer.sku}
    if offer.gtin:
        made[f"gtin{len(offer.gtin)}"] = offer.gtin
    if offer.net is not None and offer.net.unit in MASSES:
        made["weight"] = _quantity(offer.net)
    if offer.sku in offers:
        made["offers"] = offers[offer.sku]
    return made


def _offers(site: Site, lang: str, here: str, shown: Shown, seller: Node | None) -> dict[str, Node]:
    several = len(shown.offers) > 1
    goods = shown.product.kind == "goods"
    shipping = _policies.shipping(site, here + "#delivery", shown.product.shipping_fee) if goods else None
    returns = _policies.returns_ref(site) if goods else None
    made = {}
    for offer in shown.offers:
        if offer.price is None:
            continue
        made[offer.sku] = node(
            "Offer",
            # A service has no article number of its own, its offer has.
            sku="" if goods else offer.sku,
            name="" if goods or not several else say(offer.option, lang),
            price=str(offer.price),
            priceCurrency="VND",
            priceValidUntil=offer.sale_until.isoformat() if offer.sale_until else "",
            priceSpecification=_prices(offer),
            availability=AVAILABILITY[offer.availability],
            availabilityStarts=offer.available_from.isoformat()
            if offer.availability == "preorder" and offer.available_from
            else "",
            itemCondition=SCHEMA + "NewCondition" if goods else "",
            url=f"{here}?bien-the={offer.sku}" if several else here,
            seller=seller,
            shippingDetails=shipping,
            hasMerchantReturnPolicy=returns,
        )
        if shipping:
            shipping = ref(shipping["@id"])
    return made


def _prices(offer: Offer) -> list[Node]:
    """Say the price per standard unit of what is sold by mass or volume, and the price before a sale."""
    made = []
    if offer.per is not None and offer.net is not None:
        base = _quantity(offer.per[1])
        made.append(
            node(
                "UnitPriceSpecification",
                price=str(offer.price),
                priceCurrency="VND",
                referenceQuantity=_quantity(offer.net) | {"valueReference": base},
            )
        )
    if offer.sale_until and offer.regular is not None:
        made.append(
            node(
                "UnitPriceSpecification",
                priceType=SCHEMA + "StrikethroughPrice",
                price=str(offer.regular),
                priceCurrency="VND",
            )
        )
    return made


def _quantity(quantity: Quantity) -> Node:
    return {
        "@type": "QuantitativeValue",
        "value": number(quantity.value),
        "unitCode": UNIT_CODES[quantity.unit],
    }


def _title(shown: Shown, offer: Offer, lang: str) -> str:
    name = title(say(shown.product.name, lang), say(offer.option, lang))
    return example_title(name, lang) if shown.product.example else name


def _country(code: str, lang: str) -> Node:
    """Name a country; one that we have no name for is told by its code."""
    names = COUNTRIES.get(code.upper())
    return node("Country", name=say(names, lang)) if names else node("Country", identifier=code)


def _brand(shown: Shown) -> Node | None:
    name = shown.product.brand or (say(shown.producer.name, "vi") if shown.producer else "")
    return node("Brand", name=name) if name else None


def _shop_image(site: Site, shown: Shown, offer: Offer) -> str:
    """Return the picture that marketplaces get for this variant."""
    if not shown.pictures:
        return ""
    picture = shown.pictures[offer.picture if offer.picture < len(shown.pictures) else 0]
    return url(site, picture.square or picture.full)


def _images(site: Site, lang: str, pictures: Sequence[Picture]) -> list[Node]:
    """Describe the pictures, the square one of marketplaces first."""
    made = []
    for at, picture in enumerate(pictures):
        if picture.role == "certificate":
            continue
        whole = image(site, lang, picture)
        if at == 0 and picture.square:
            made.append(whole | {"contentUrl": url(site, picture.square), "width": 1200, "height": 1200})
        made.append(whole)
    return made


def _award(shown: Shown) -> str:
    return f"OCOP {shown.stars} sao" if shown.stars else ""


def _certificates(site: Site, shown: Shown) -> list[Node]:
    made = []
    ocop = shown.product.ocop
    if shown.stars and ocop:
        issuer = f"Ủy ban nhân dân {say(site.commune.province, 'vi')}"
        if ocop.level == "centre":
            issuer = next(name for since, name in CENTRAL_ISSUERS if ocop.issued.isoformat() >= since)
        made.append(
            node(
                "Certification",
                name=f"OCOP {shown.stars} sao",
                issuedBy=node("Organization", name=issuer),
                certificationIdentification=ocop.decision,
                certificationRating=node("Rating", ratingValue=shown.stars, bestRating=5),
                validFrom=ocop.issued.isoformat(),
                expires=shown.stars_until.isoformat() if shown.stars_until else "",
            )
        )
    for paper in shown.product.certificates:
        made.append(
            node(
                "Certification",
                name=paper.name,
                issuedBy=node("Organization", name=paper.issuer) if paper.issuer else None,
                certificationIdentification=paper.no,
                validFrom=paper.issued.isoformat() if paper.issued else "",
                expires=paper.expires.isoformat() if paper.expires else "",
            )
        )
    return made
