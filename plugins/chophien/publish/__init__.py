"""Packing the built site for its host, with stops before harm is done."""

from .branch import BranchFailed, push
from .folder import Replaced, replace
from .manifest import Changes, Empty, Foreign, Manifest, TooManyGone, compare, guard, read, survey, write
from .zips import pack

__all__ = [
    "BranchFailed", "Changes", "Empty", "Foreign", "Manifest", "Replaced", "TooManyGone", "compare", "guard", "pack",
    "push", "read", "replace", "survey", "write",
]  # fmt: skip
