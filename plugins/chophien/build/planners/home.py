"""Plans the home page."""

from __future__ import annotations

from ..book import Entry
from ..planner import Planner

HOME_GOODS = 8
HOME_SEASON = 4
HOME_PLACES = 6
HOME_STAYS = 3


def home(planner: Planner, cards: dict[str, bytes], producers: dict[str, bytes]) -> None:
    """Plan the home page."""
    book = planner.book
    goods = _chosen(planner)
    places = [e for e in book.all("place") if e.facts.variety != "homestay"][:HOME_PLACES]
    stays = [e for e in book.all("place") if e.facts.variety == "homestay"][:HOME_STAYS]
    depends = [cards[id] for id in goods]
    for kind in ("event", "trip", "news"):
        depends += [planner.card(e) for e in book.all(kind)]
    depends += [planner.stops(entry) for entry in book.all("trip")]
    depends += [planner.card(e) for e in (*places, *stays)]
    depends += [producers[e.id] for e in book.all("producer")[:HOME_PLACES]]
    own = (book.photos.get(photo.file) for photo in book.commune.photos)
    depends += [state.digest.encode() for state in own if state is not None]
    args = (goods, tuple(e.id for e in places), tuple(e.id for e in stays), planner.shares.home_mark())
    planner.task("home", "home", args, planner.paths("home"), (*depends, planner.day()))


def _chosen(planner: Planner) -> tuple[str, ...]:
    """Choose the goods: what is in season now, then one of each group, then others; those with a photo first."""

    def rank(entry: Entry) -> tuple[bool, bool, bool]:
        ripe = bool(entry.facts.season) and planner.in_season(entry)
        return (not ripe, not planner.in_season(entry), not planner.shares.lead(entry))

    ordered = sorted((entry for entry in planner.goods if not entry.facts.quiet), key=rank)
    ripe = [entry for entry in ordered if not rank(entry)[0]][:HOME_SEASON]
    ordered = [entry for entry in ordered if entry not in ripe]
    # One of each group first, so that the front page shows the breadth of the market.
    first: dict[str, Entry] = {}
    for entry in ordered:
        first.setdefault(entry.facts.category, entry)
    chosen = list(first.values())[:HOME_GOODS]
    chosen += [entry for entry in ordered if entry not in chosen][: HOME_GOODS - len(chosen)]
    return tuple(entry.id for entry in (*ripe, *sorted(chosen, key=rank)))
