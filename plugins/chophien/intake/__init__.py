"""Photos from producers into the commune's folder, with the smallest possible edit of the files that name them."""

from .inbox import DONE, FOLDER, Item, items, prepare
from .matching import Names, Target, targets
from .photos import Ask, Intake, Outcome, Status
from .roundtrip import NotPossible, edit

__all__ = [
    "DONE", "FOLDER", "Ask", "Intake", "Item", "Names", "NotPossible", "Outcome", "Status", "Target", "edit", "items",
    "prepare", "targets",
]  # fmt: skip
