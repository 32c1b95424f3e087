"""What stands in a record for a field whose mistake is told, so that rules can still look at the other fields."""

from __future__ import annotations

from typing import Any, NoReturn, TypeGuard, TypeVar

T = TypeVar("T")


class Unread(Exception):
    """A rule looked at a field that could not be read, and has no answer."""


class _Unread:
    """Raises ``Unread`` whatever is asked of it; only ``is`` may be."""

    __slots__ = ()

    def _refuse(self, *others: Any) -> NoReturn:
        raise Unread

    __bool__ = __len__ = __iter__ = __contains__ = __getitem__ = __getattr__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __hash__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __format__ = __str__ = _refuse


UNREAD: Any = _Unread()
"""Takes the place of a value of any type."""


def has_value(value: T | None) -> TypeGuard[T]:
    """Tell whether a field has a value that could be read."""
    return value is not UNREAD and bool(value)
