"""The records of a commune and what they mean on a given day."""

from .banks import Bank, UnknownBank, bank, banks
from .categories import categories, shipped_categories
from .claims import Claim, Hit, claims, hits, suspects
from .consent import holds, personal, public
from .fields import Key, Kind, Many, Part, Refused, Scalar, Words
from .keys import keys
from .limits import NO_LIMIT, Limit, limits
from .listing import NAMELESS_OPTION, axis, example_title, title
from .offers import (
    VALID_MONTHS,
    availability,
    awaited,
    chain,
    expiry,
    in_season,
    information_only,
    on_sale,
    page_language,
    price,
    say,
    spoken,
    spoken_in,
    stars,
    tongues,
)
from .payments import Payee, codes, payable, payee
from .published import (
    YEARS_AHEAD,
    EventCard,
    NewsCard,
    Offer,
    PageLink,
    Period,
    Picture,
    Pixels,
    PlaceCard,
    ProducerCard,
    ProductCard,
    Shown,
    Site,
    TripCard,
    event_card,
    last_occurrence,
    news_card,
    occurrences,
    offers,
    place_card,
    producer_card,
    product_card,
    show,
    slugs,
    trip_card,
)
from .records import (
    RECORDS,
    Address,
    Amenities,
    Category,
    Certificate,
    Commune,
    Consent,
    Consents,
    Event,
    Evidence,
    Fee,
    Hours,
    LunarDay,
    Need,
    News,
    Owner,
    Page,
    Palette,
    Payment,
    Photo,
    Phrase,
    Place,
    Point,
    Producer,
    Product,
    Recognition,
    Record,
    Stay,
    Story,
    Trip,
    Variant,
)
from .schema import schema

__all__ = [
    "NAMELESS_OPTION", "NO_LIMIT", "RECORDS", "VALID_MONTHS", "YEARS_AHEAD", "Address", "Amenities", "Bank",
    "Category", "Certificate", "Claim", "Commune", "Consent", "Consents", "Event", "EventCard", "Evidence", "Fee",
    "Hit", "Hours", "Key", "Kind", "Limit", "LunarDay", "Many", "Need", "News", "NewsCard", "Offer", "Owner", "Page",
    "PageLink", "Palette", "Part", "Payee", "Payment", "Period", "Photo", "Phrase", "Picture", "Pixels", "Place",
    "PlaceCard", "Point", "Producer", "ProducerCard", "Product", "ProductCard", "Recognition", "Record", "Refused",
    "Scalar", "Shown", "Site", "Stay", "Story", "Trip", "TripCard", "UnknownBank", "Variant", "Words",
    "availability", "awaited", "axis", "bank", "banks", "categories", "chain", "claims", "codes", "event_card",
    "example_title", "expiry", "hits", "holds", "in_season", "information_only", "keys", "last_occurrence", "limits",
    "news_card", "occurrences", "offers", "on_sale", "page_language", "payable", "payee", "personal", "place_card",
    "price", "producer_card", "product_card", "public", "say", "schema", "shipped_categories", "show", "slugs",
    "spoken", "spoken_in", "stars", "suspects", "title", "tongues", "trip_card",
]  # fmt: skip
