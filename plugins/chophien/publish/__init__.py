"""Packing the built site for its host, with stops before harm is done."""

from .branch import BranchFailed, push
from .folder import Replaced, refuse_foreign, replace
from .manifest import (
    Changes,
    Empty,
    Foreign,
    Manifest,
    Strangers,
    TooManyGone,
    compare,
    guard,
    read,
    survey,
    write,
)
from .zips import pack

__all__ = [
    "BranchFailed", "Changes", "Empty", "Foreign", "Manifest", "Replaced", "Strangers", "TooManyGone", "compare",
    "guard", "pack", "push", "read", "refuse_foreign", "replace", "survey", "write",
]  # fmt: skip
