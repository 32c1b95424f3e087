"""Households, groups, co-operatives and firms."""

from __future__ import annotations

from collections.abc import Sequence

from chophien import urls
from chophien.model import Picture, Producer, Site, say

from ._graph import (
    Crumbs,
    Node,
    address,
    commune,
    images,
    node,
    page_node,
    ref,
    script,
    telephone,
    url,
    website,
)


def producer_ref(site: Site, lang: str, maker: Producer) -> Node:
    """Point to a producer."""
    return ref(url(site, urls.path("producer", lang, maker.id)) + "#producer")


def stub(site: Site, lang: str, maker: Producer) -> Node:
    """Name a producer whose page says the rest."""
    here = url(site, urls.path("producer", lang, maker.id))
    return node(_type(maker), here + "#producer", name=say(maker.name, lang), url=here)


def producer(site: Site, lang: str, producer: Producer, pictures: Sequence[Picture], breadcrumbs: Crumbs) -> str:
    """Describe a producer's page; unconsented fields are already gone."""
    path = urls.path("producer", lang, producer.id)
    name = say(producer.name, lang)
    made = stub(site, lang, producer) | node(
        _type(producer),
        description=say(producer.summary, lang),
        image=images(site, lang, pictures),
        address=address(site, producer.address) if producer.address else None,
        telephone=telephone(producer.phone),
        email=producer.email,
        contactPoint=node(
            "ContactPoint", contactType="sales", name=producer.person, telephone=telephone(producer.phone)
        )
        if producer.person and producer.phone
        else None,
        taxID=producer.tax_code,
        foundingDate=str(producer.founded) if producer.founded else "",
        sameAs=[link for link in (producer.website, producer.facebook) if link],
    )
    return script(
        [
            *page_node(site, lang, path, name, breadcrumbs, mainEntity=ref(made["@id"])),
            made,
            website(site),
            commune(site),
        ]
    )


def _type(maker: Producer) -> str:
    """A business with an address can be visited; the others are named only."""
    return "LocalBusiness" if maker.address else "Organization"
