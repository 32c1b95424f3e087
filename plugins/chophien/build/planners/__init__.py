"""
The planners: each adds the tasks of one kind of page or file to those of the planner it is given.

What they are handed beside it, and what some return, are keys of producers and of goods by id.
"""

from .events import events
from .goods import product_lists, products
from .home import home
from .listings import kit_list, loudspeaker
from .maps import place_map
from .needs import needs
from .news import news
from .photos import photos
from .places import places
from .plain import given, plain
from .producers import producers
from .seasons import seasons
from .shares import home_cards
from .trips import trips

__all__ = [
    "events",
    "given",
    "home",
    "home_cards",
    "kit_list",
    "loudspeaker",
    "needs",
    "news",
    "photos",
    "place_map",
    "places",
    "plain",
    "producers",
    "product_lists",
    "products",
    "seasons",
    "trips",
]
