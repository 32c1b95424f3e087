"""The records of a commune and what they mean on a given day."""

from .banks import Bank, UnknownBank, bank, banks
from .categories import categories, shipped_categories, unknown
from .claims import Claim, Hit, claims, hits, suspects
from .consent import NEED_CONSENTS, at_home, holds, personal, public, public_need
from .facets import FACETS, PRICE_BANDS, THIN, facets
from .fields import Key, Kind, Many, Part, Refused, Scalar, Words
from .keys import keys
from .limits import NO_LIMIT, Limit, limits
from .listing import NAMELESS_OPTION, axis, example_title, title
from .offers import (
    FOOD_LABELS,
    VALID_MONTHS,
    availability,
    awaited,
    expiry,
    held,
    in_season,
    information_only,
    is_drink,
    is_knife,
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
from .positions import kilometres, metres_per_degree
from .published import (
    YEARS_AHEAD,
    EventCard,
    Festival,
    MapEntry,
    MapTrip,
    NewsCard,
    Offer,
    PageLink,
    Period,
    Picture,
    Pixels,
    PlaceCard,
    ProducerCard,
    ProductCard,
    SeasonMonth,
    Shown,
    Site,
    TripCard,
    event_card,
    event_order,
    festivals,
    last_occurrence,
    months_ahead,
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
    Service,
    Stay,
    Story,
    Trip,
    Variant,
)
from .schema import schema
from .services import emergency_numbers, national_services
from .unread import UNREAD, Unread, has_value

__all__ = [
    "FACETS", "FOOD_LABELS", "NAMELESS_OPTION", "NEED_CONSENTS", "NO_LIMIT", "PRICE_BANDS", "RECORDS", "THIN",
    "UNREAD", "VALID_MONTHS", "YEARS_AHEAD", "Address", "Amenities", "Bank", "Category", "Certificate", "Claim",
    "Commune", "Consent", "Consents", "Event", "EventCard", "Evidence", "Fee", "Festival", "Hit", "Hours", "Key",
    "Kind", "Limit", "LunarDay", "Many", "MapEntry", "MapTrip", "Need", "News", "NewsCard", "Offer", "Owner", "Page",
    "PageLink", "Palette", "Part", "Payee", "Payment", "Period", "Photo", "Phrase", "Picture", "Pixels", "Place",
    "PlaceCard", "Point", "Producer", "ProducerCard", "Product", "ProductCard", "Recognition", "Record", "Refused",
    "Scalar", "SeasonMonth", "Service", "Shown", "Site", "Stay", "Story", "Trip", "TripCard", "UnknownBank", "Unread",
    "Variant", "Words", "at_home", "availability", "awaited", "axis", "bank", "banks", "categories", "chain",
    "claims", "codes", "emergency_numbers", "event_card", "event_order", "example_title", "expiry", "facets",
    "festivals", "has_value", "held", "hits", "holds", "in_season", "information_only", "is_drink", "is_knife",
    "keys", "kilometres", "last_occurrence", "limits", "metres_per_degree", "months_ahead", "national_services",
    "news_card", "occurrences", "offers", "on_sale", "page_language", "payable", "payee", "personal", "place_card",
    "price", "producer_card", "product_card", "public", "public_need", "say", "schema", "shipped_categories", "show",
    "slugs", "spoken", "spoken_in", "stars", "suspects", "title", "tongues", "trip_card", "unknown",
]  # fmt: skip
