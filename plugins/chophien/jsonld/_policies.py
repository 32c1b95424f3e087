"""
How goods are sent and taken back, as the commune's policies say.

Source:
    Google, "Merchant listing" and "Return policy" structured data, read November 2026: a policy of
    the organisation stands once, offers point to it by id. For Viet Nam only the country is read.
"""

from __future__ import annotations

import functools

from chophien import urls
from chophien.model import Site

from ._graph import SCHEMA, SOURCE, Node, node, ref, site_id, url


def _days(least: int | None, most: int | None) -> Node | None:
    if least is None and most is None:
        return None
    return node(
        "QuantitativeValue",
        minValue=least if least is not None else most,
        maxValue=most if most is not None else least,
        unitCode="DAY",
    )


def _rate(dong: int) -> Node:
    return node("MonetaryAmount", value=str(dong), currency="VND")


def _viet_nam() -> Node:
    return node("DefinedRegion", addressCountry="VN")


def returns_ref(site: Site) -> Node | None:
    """Point to the commune's return policy, if it has one."""
    policies = site.commune.policies
    return ref(site_id(site, "returns")) if policies and policies.returns else None


def returns(site: Site) -> list[Node]:
    """Describe the commune's return policy, if it has one."""
    policies = site.commune.policies
    if not policies or not policies.returns:
        return []
    rule = policies.returns
    category = "MerchantReturnFiniteReturnWindow" if rule.days else ""
    if not rule.accepted:
        category = "MerchantReturnNotPermitted"
    payer = {"buyer": "ReturnFeesCustomerResponsibility", "seller": "FreeReturn"}[rule.who_pays]
    return [
        node(
            "MerchantReturnPolicy",
            site_id(site, "returns"),
            applicableCountry="VN",
            returnPolicyCategory=SCHEMA + category if category else "",
            merchantReturnDays=rule.days if rule.accepted else None,
            returnFees=SCHEMA + payer if rule.accepted else "",
            merchantReturnLink=url(site, urls.path("returns", SOURCE)),
        )
    ]


def shipping_fee(site: Site, own: int | None) -> int | None:
    """Return what sending costs in dong: the product's own fee, else the commune's; none when unsaid."""
    if own is not None:
        return own
    delivery = site.commune.policies.delivery if site.commune.policies else None
    if delivery is None:
        return None
    return 0 if delivery.free else delivery.fee


def shipping(site: Site, id: str, own: int | None) -> Node | None:
    """Describe how one product is sent, when the fee is known."""
    fee = shipping_fee(site, own)
    if fee is None:
        return None
    delivery = site.commune.policies.delivery if site.commune.policies else None
    if delivery is None:
        return {"@id": id} | _sending(fee, None, None, None)
    least, most = delivery.transit_days_min, delivery.transit_days_max
    return {"@id": id} | _sending(fee, delivery.handling_days, least, most)


@functools.lru_cache(maxsize=64)
def _sending(fee: int, handling: int | None, least: int | None, most: int | None) -> Node:
    time = None
    if handling is not None:
        time = node("ShippingDeliveryTime", handlingTime=_days(0, handling), transitTime=_days(least, most))
    return node(
        "OfferShippingDetails",
        shippingRate=_rate(fee),
        shippingDestination=_viet_nam(),
        deliveryTime=time,
    )


def service(site: Site) -> Node | None:
    """Describe how the commune's goods are sent, for its own node."""
    delivery = site.commune.policies.delivery if site.commune.policies else None
    fee = shipping_fee(site, None)
    if delivery is None or fee is None:
        return None
    transit = _days(delivery.transit_days_min, delivery.transit_days_max)
    return node(
        "ShippingService",
        site_id(site, "delivery"),
        handlingTime=node("ServicePeriod", duration=_days(0, delivery.handling_days)),
        shippingConditions=node(
            "ShippingConditions",
            shippingDestination=_viet_nam(),
            shippingRate=_rate(fee),
            transitTime=node("ServicePeriod", duration=transit) if transit else None,
        ),
    )
