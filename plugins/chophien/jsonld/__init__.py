"""
Schema.org descriptions: one linked graph for each page, safe to stand inside a script element.

Records of people come with the fields they consented to; what a record does not say is left out.
Ratings are never written: OCOP stars are a certificate, not the opinion of buyers.
"""

from ._graph import Crumbs
from .articles import article
from .events import event
from .pages import home, listing, page
from .places import place
from .producers import producer
from .products import product, product_node
from .trips import trip

__all__ = [
    "Crumbs",
    "article",
    "event",
    "home",
    "listing",
    "page",
    "place",
    "producer",
    "product",
    "product_node",
    "trip",
]
