"""By what the list of goods can be narrowed: what is ripe, OCOP stars, the price."""

from __future__ import annotations

from bisect import bisect_right

PRICE_BANDS = (100_000, 300_000, 1_000_000)
"""Prices in dong at which a new band begins; below the first and from the last one on are bands too."""
STARS = (5, 4, 3)
"""The stars that OCOP gives, most first (Decision 148/QD-TTg of 2023)."""
FACETS = ("season", *(f"ocop-{count}" for count in STARS), *(f"price-{band}" for band in range(len(PRICE_BANDS) + 1)))
"""Every facet in the order it is offered."""
THIN = frozenset(facet for facet in FACETS if not facet.startswith("ocop-"))
"""Facets whose lists change by the day or say little by themselves: visitors use them, search engines need not."""


def facets(price: int | None, stars: int, ripe: bool) -> tuple[str, ...]:
    """
    Return the facets that a product falls under on a day.

    Args:
        price: The lowest price of the day in dong; none when it is asked for.
        stars: Valid OCOP stars, 0 for none.
        ripe: Whether it has a season and this is it.
    """
    found = ["season"] if ripe else []
    if stars in STARS:
        found.append(f"ocop-{stars}")
    if price is not None:
        found.append(f"price-{bisect_right(PRICE_BANDS, price)}")
    return tuple(found)
