"""
Listing kits: texts to paste and photos to upload where a marketplace takes no file, and what is read aloud.

Staff copy each field from a page, or send the text by Zalo to who runs a shop; the loudspeaker gets its bulletin.
"""

from .aloud import spoken
from .bulletin import DAYS_AHEAD, GOODS, Festival, LunarDay, bulletin
from .bundle import bundle, names
from .kit import POSTED, Block, Field, Group, Kit, kit, places_for, text
from .papers import Paper
from .speech import number
from .texts import facebook, zalo

__all__ = [
    "DAYS_AHEAD", "GOODS", "POSTED", "Block", "Festival", "Field", "Group", "Kit", "LunarDay", "Paper", "bulletin",
    "bundle", "facebook", "kit", "names", "number", "places_for", "spoken", "text", "zalo",
]  # fmt: skip
