"""Plans listing kits and the loudspeaker's bulletin."""

from __future__ import annotations

from chophien import kits, urls

from ..book import Entry
from ..planner import Planner


def kit(planner: Planner, entry: Entry, card: bytes) -> bool:
    """Plan a product's listing kit; tell whether it has one."""
    facts, id = entry.facts, entry.id
    if not has_kit(planner, entry):
        return False
    states = planner.book.photos
    usable = [(path, role) for path, role in zip(facts.photos, facts.roles, strict=True)
              if path in states and not states[path].code]  # fmt: skip
    paths = (urls.kit(id), *(urls.kit_text(id, place) for place in facts.kit))
    planner.task(f"kit/{id}", "kit", (id, len(usable)), paths, (card,))
    if usable:
        # Apart from the texts: a new price is no reason to shrink photos again.
        names = kits.names(id, usable)
        depends = [states[path].digest.encode() for path, _ in names]
        bundle = (urls.kit_photos(id),)
        planner.task(f"kit-photos/{id}", "kit-photos", (names,), bundle, depends, salt=planner.photo_salt)
    return True


def has_kit(planner: Planner, entry: Entry) -> bool:
    """Tell whether a product has a listing kit: the commune wants them, and there is a place to list it at."""
    commune, facts = planner.book.commune, entry.facts
    return commune.kits and bool(facts.kit) and (commune.example or not facts.example)


def kit_list(planner: Planner, cards: dict[str, bytes]) -> None:
    """Plan the list of all kits."""
    ids = tuple(entry.id for entry in planner.goods if has_kit(planner, entry))
    if ids:
        planner.task("kit-list", "kit-list", (ids,), (urls.KITS_PAGE,), (cards[id] for id in ids))


def loudspeaker(planner: Planner, cards: dict[str, bytes]) -> None:
    """Plan the loudspeaker's bulletin: sales first, then what is in season, no more than people listen to."""
    book, today = planner.book, planner.today
    having = [entry for entry in planner.goods if has_kit(planner, entry)]
    if not book.commune.kits or not (having or book.entries["event"]):
        return
    # What may not be posted, such as drink, is not called out either.
    wanted = [entry for entry in having if kits.POSTED & set(entry.facts.kit)]
    sales = [e.id for e in wanted if any(since <= today <= until for since, until in e.facts.sales)]
    season = [e.id for e in wanted if e.facts.season and planner.in_season(e) and e.id not in sales]
    more = max(0, len(sales) + len(season) - kits.GOODS)
    sales = sales[: kits.GOODS]
    season = season[: kits.GOODS - len(sales)]
    depends = [cards[id] for id in (*sales, *season)]
    for entry in book.all("event"):
        depends += [planner.event(entry), planner.place(entry)]
    args = (tuple(sales), tuple(season), more)
    planner.task("loudspeaker", "loudspeaker", args, (urls.LOUDSPEAKER,), (*depends, planner.day()))
