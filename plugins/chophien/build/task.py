"""One thing to make: under which key, for which paths, by which maker."""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec import Struct


class Task(Struct, frozen=True, gc=False):
    """
    A task of the plan.

    Args:
        id: Stable name, such as ``product/dao-pha``.
        key: Digest of everything the result depends on.
        maker: Name in ``makers.MAKERS``.
        args: Plain arguments of the maker.
        paths: Output paths of the files it makes, in the maker's order.
        parts: Whether it also makes parts that assembled files are joined from.
    """

    id: str
    key: bytes
    maker: str
    args: tuple[Any, ...] = ()
    paths: tuple[str, ...] = ()
    parts: bool = False


class Result(NamedTuple):
    """What a maker returns: a file's content for each path, and parts by name."""

    files: tuple[bytes, ...] = ()
    parts: tuple[tuple[str, bytes], ...] = ()
