"""Plans share cards."""

from __future__ import annotations

from ..book import Entry, digest
from ..planner import Planner
from ..theme import OWN_SHARE


def record_cards(planner: Planner, kind: str, entry: Entry, *more: bytes) -> str:
    """
    Plan the share cards of a record, and return their mark; empty when the commune wants none.

    Args:
        planner: The planner.
        kind: Kind of the record.
        entry: The record.
        more: What they show beside the record itself and its first photo.
    """
    shares = planner.shares
    if not shares.shapes or entry.facts.quiet:  # what may only be described is not put up anywhere
        return ""
    # With the id, so that two records of the same content never get one path.
    key = digest(kind.encode(), entry.id.encode(), entry.facts.face, shares.lead(entry), *more)
    mark = shares.mark(key)
    languages = tuple(lang for lang in shares.drawn if lang == "vi" or lang in entry.facts.spoken)
    paths = shares.paths(kind, entry.id, languages, shares.shapes, mark)
    args = (kind, entry.id, languages)
    planner.task(f"cards/{kind}/{entry.id}", "cards", args, paths, (key,), salt=planner.card_salt)
    return mark


def home_cards(planner: Planner) -> None:
    """Plan the cards of the whole site; its link card stands in for every page that has none."""
    shares, share = planner.shares, planner.site.share
    drawn = [path for path in share.values() if path.startswith("chia-se/")]
    if not drawn:
        path = next(iter(share.values()))
        salt = digest(planner.photo_salt, path.encode())
        planner.task("cards/own", "own-share", (f"theme/{OWN_SHARE}",), (path,), salt=salt)
    shapes = tuple(shape for shape in (shares.shapes or ("link",)) if drawn or shape != "link")
    if shapes:
        paths = shares.paths("home", "", shares.drawn, shapes, shares.home_mark())
        args = (shapes, shares.view.id if shares.view else "", shares.drawn)
        planner.task("cards/home", "home-cards", args, paths, (shares.home_key(),), salt=planner.card_salt)
