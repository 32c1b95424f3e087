"""
Everything that must exist, as tasks with keys.

A key holds the digest of all that a file depends on: its records as written, what the day makes of
them, the cards and pictures on it, the site, the theme and the program. A task whose key stands in the
last generation is not made again.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
from jinja2 import Environment, TemplateSyntaxError

from chophien import assets, cards, images, kits, model, pages, urls
from chophien.diagnostics import Diagnostic
from chophien.model import Palette, Site
from chophien.model.tables import PLACE_KINDS

from . import blame, makers
from .book import Book, Entry, digest, named, picture, pictures
from .context import Context, drawn, page_links, shapes_of
from .task import Task

_PACK = msgspec.msgpack.Encoder().encode
RELATED = 4
OWN_SHARE = "static/chia-se.jpg"
"""In the commune's own theme: the picture that stands for the whole site, instead of the drawn card."""
HOME_GOODS = 8
HOME_SEASON = 4
HOME_PLACES = 6
HOME_STAYS = 3
MONTH_GOODS = 12
"""How many goods of a month the season calendar names; the others are counted."""


class Plan:
    """The tasks of one build; ``pelican`` is the key of all that Pelican writes."""

    def __init__(self, tasks: list[Task], site: Site, salt: bytes, pelican: bytes) -> None:
        self.tasks = tasks
        self.site = site
        self.salt = salt
        self.pelican = pelican
        self.makers_of: dict[str, str] = {}
        for task in tasks:
            for path in task.paths:
                other = self.makers_of.setdefault(path, task.id)
                if other != task.id:
                    raise ValueError(f"{path} is made by {other} and by {task.id}")


def theme_folders(root: Path) -> tuple[Path, ...]:
    """Return the commune's own theme, when it has one, before ours."""
    ours = pages.theme_folder()
    own = root / "theme"
    return (own, ours) if own.is_dir() and own.resolve() != ours.resolve() else (ours,)


def _season(entry: Entry, today: date) -> bool:
    return not entry.facts.season or today.month in entry.facts.season


def _moment(entry: Entry, today: date) -> bytes:
    """What the day makes of a product: season, sales, stars, papers, what was ordered ahead."""
    facts = entry.facts
    if not facts.season and not facts.sales and facts.stars is None and not facts.papers and not facts.awaited:
        return b""
    running, stars = _offered(entry, today)
    papers = tuple(last >= today for last in facts.papers)
    late = tuple(day <= today for day in facts.awaited)
    return _PACK((_season(entry, today), running, stars, papers, late))


def _offered(entry: Entry, today: date) -> tuple[tuple[bool, ...], bool]:
    """Return which sales run on the day, and whether the stars hold."""
    facts = entry.facts
    stars = facts.stars is not None and facts.stars[0] <= today <= facts.stars[1]
    return tuple(since <= today <= until for since, until in facts.sales), stars


def _price(entry: Entry, today: date) -> int | None:
    """Return the lowest price of the day, as the product's card shows it."""
    facts = entry.facts
    cuts = [price for price, since, until in facts.cuts if since <= today <= until]
    return facts.price if facts.price is None else min((facts.price, *cuts))


def _languages_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the languages that articles are written in, from their path words."""
    return tuple(
        sorted({value.partition(":")[0] for e in entries for scope, _, value in e.facts.unique if scope == "news"})
    )


def _next(ids: list[str], at: int, count: int) -> list[str]:
    """Return so many ids from a place on, going round at the end."""
    return [ids[(at + n) % len(ids)] for n in range(min(count, len(ids)))]


class Planner:
    """Plans one book."""

    def __init__(self, book: Book, code: str) -> None:
        self.book = book
        self.today = book.today
        self._shapes = shapes_of(book.commune)
        self.tasks: list[Task] = []
        self._goods = book.all("product")
        self._kits: list[str] = []
        self._groups: dict[str, list[str]] = defaultdict(list)
        for entry in self._goods:
            self._groups[entry.facts.category].append(entry.id)
        folders = theme_folders(book.root)
        own = folders[0] if len(folders) > 1 else None
        commune = book.commune
        shown = (commune.name, commune.kind, commune.province, commune.site_name, commune.tagline, commune.palette,
                 commune.site_url, commune.example)  # fmt: skip
        # What is the same on all share cards; an edit of anything else of the commune leaves them alone.
        self._on_cards = digest(
            _PACK(shown), _theme_digest(own / "translations") if own and (own / "translations").is_dir() else b""
        )
        self._view = self._place_in_view()
        self.site, given = self._site(own, folders)
        self.salt = digest(code.encode(), _PACK(self.site), _theme_digest(own) if own else b"")
        self._card_salt = digest(code.encode(), self._on_cards)
        self._photo_salt = digest(images.program())
        for path, content in given.items():
            self._task(f"given/{path}", "given", (content,), (path,))
        drawn = [self.site.icons[key] for key in cards.ICONS]
        self._task("icons", "icons", (), drawn, salt=digest(code.encode(), *(path.encode() for path in drawn)))

    def _task(
        self,
        id: str,
        maker: str,
        args: tuple[object, ...],
        paths: Iterable[str],
        depends: Iterable[bytes] = (),
        *,
        parts: bool = False,
        salt: bytes = b"",
    ) -> None:
        key = digest(salt or self.salt, maker.encode(), _PACK(args), *depends)
        self.tasks.append(Task(id, key, maker, args, tuple(paths), parts))

    # --- the site -------------------------------------------------------------------------------

    def _site(self, own: Path | None, folders: tuple[Path, ...]) -> tuple[Site, dict[str, bytes]]:
        book = self.book
        commune = book.commune
        given: dict[str, bytes] = {}
        name = model.say(commune.name, "vi")
        style = assets.styles(folders, commune.palette, name)
        styles = assets.hashed("chophien.css", style)
        given[styles] = style
        script = assets.scripts(folders)
        scripts = (assets.hashed("chophien.js", script),) if script.strip() else ()
        given.update(dict.fromkeys(scripts, script))
        drawing = assets.icon(name, commune.palette or Palette())
        icons = {"icon": assets.hashed("bieu-tuong.svg", drawing)}
        given[icons["icon"]] = drawing
        look = digest(cards.ICON_RECIPE.encode(), name.encode(), _PACK(commune.palette))
        icons |= {key: assets.hashed(f"{key}.png", look) for key in cards.ICONS}
        languages = tuple(dict.fromkeys(commune.languages))
        words = own / "translations" if own else None
        self._drawn = drawn(languages, words)
        book.categories = named(book.categories, languages, words)
        if own is not None and (own / OWN_SHARE).is_file():  # the commune's own picture instead of the drawn card
            mark = digest((own / OWN_SHARE).read_bytes(), images.RECIPE.encode())
            share = dict.fromkeys(languages, assets.hashed("chia-se.jpg", mark))
        else:
            written = {lang: next(tag for tag in model.chain(lang) if tag in self._drawn) for lang in languages}
            share = {lang: urls.card("home", written[lang], "", "link", self._home_mark()) for lang in languages}
        used = sorted({e.facts.category for e in book.entries["product"].values()} - {""})
        stays = any(e.facts.variety == "homestay" for e in book.entries["place"].values())
        places = any(e.facts.variety != "homestay" for e in book.entries["place"].values())
        there = {
            "products": bool(book.entries["product"]),
            "places": places,
            "stays": stays,
            "trips": bool(book.entries["trip"]),
            "events": bool(book.entries["event"]),
            "producers": bool(book.entries["producer"]),
            "seasons": self._has_seasons(),
            "map": any(e.facts.located for e in book.entries["place"].values()),
            "needs": bool(book.entries["need"]),
            "news": any(e.facts.variety == "published" for e in book.entries["news"].values()),
            "directions": self._has_directions(),
        }
        sections = [kind for kind, found in there.items() if found]
        site = Site(
            commune=commune,
            languages=languages,
            sections=tuple(sections),
            categories={id: book.categories[id] for id in used},
            pages=page_links(book),
            news_in=_languages_of(e for e in book.entries["news"].values() if e.facts.variety == "published"),
            share=share,
            styles=styles,
            scripts=scripts,
            icons=icons,
        )
        for lang in languages:
            path = urls.manifest(lang)
            given[path] = assets.manifest(site, lang, icons, urls.root(path))
        return site, given

    def _has_seasons(self) -> bool:
        goods = any(entry.facts.season and not entry.facts.quiet for entry in self._goods)
        return (
            goods
            or bool(self.book.entries["event"])
            or any(entry.facts.season for kind in ("place", "trip") for entry in self.book.entries[kind].values())
        )

    def _has_directions(self) -> bool:
        """Tell whether we write how to get there: the commune has said where it is, but has no page on it."""
        commune, own = self.book.commune, self.book.entries["page"].get(pages.DIRECTIONS)
        known = commune.point is not None and commune.contact is not None and bool(commune.contact.address)
        return known and (own is None or own.facts.variety != "published")

    # --- share cards ----------------------------------------------------------------------------

    def _place_in_view(self) -> Entry | None:
        """Return the place whose photo stands for a commune that has none of its own: the first sight of its own."""
        book = self.book
        if any(photo.file in book.photos and not book.photos[photo.file].code for photo in book.commune.photos):
            return None
        sights = (e for e in book.all("place") if e.facts.variety != "homestay" and not e.facts.outside)
        return next((entry for entry in sights if self._lead(entry)), None)

    def _lead(self, entry: Entry) -> bytes:
        """Return number and digest of the photo that stands for a record, or nothing when it has none to show."""
        facts, states = entry.facts, self.book.photos
        for number in facts.leads:
            state = states.get(facts.photos[number])
            if state is not None and not state.code:
                return f"{number} {state.digest}".encode()
        return b""

    def _home_key(self) -> bytes:
        """
        What the photo on the cards of the whole site is.

        Their names stand on most pages, so an edit of the place's text must not change them.
        """
        book, view = self.book, self._view
        if view is not None:
            found = pictures(view.unit.folder, view.id, view.record, book.photos)
        else:
            found = pictures("", "xa", book.commune, book.photos)
        return _PACK((found[0].full, found[0].illustration)) if found else b""

    def _mark(self, key: bytes) -> str:
        """Return the part of a card's name that changes with what it shows."""
        return digest(cards.RECIPE.encode(), self._on_cards, key).hex()[:8]

    def _cards(self, kind: str, entry: Entry, *more: bytes) -> str:
        """
        Plan the share cards of a record, and return their mark; empty when the commune wants none.

        Args:
            more: What they show beside the record itself and its first photo.
        """
        if not self._shapes or entry.facts.quiet:  # what may only be described is not put up anywhere
            return ""
        # With the id, so that two records of the same content never get one path.
        key = digest(kind.encode(), entry.id.encode(), entry.facts.face, self._lead(entry), *more)
        mark = self._mark(key)
        languages = tuple(lang for lang in self._drawn if lang == "vi" or lang in entry.facts.spoken)
        paths = [urls.card(kind, lang, entry.id, shape, mark) for lang in languages for shape in self._shapes]
        args = (kind, entry.id, languages)
        self._task(f"cards/{kind}/{entry.id}", "cards", args, paths, (key,), salt=self._card_salt)
        return mark

    def _home_mark(self) -> str:
        return self._mark(self._home_key())

    def _home_cards(self) -> None:
        """Plan the cards of the whole site; its link card stands in for every page that has none."""
        drawn = [path for path in self.site.share.values() if path.startswith("chia-se/")]
        if not drawn:
            path = next(iter(self.site.share.values()))
            self._task(
                "cards/own", "own-share", (f"theme/{OWN_SHARE}",), (path,), salt=digest(self._photo_salt, path.encode())
            )
        shapes = tuple(shape for shape in (self._shapes or ("link",)) if drawn or shape != "link")
        if shapes:
            mark = self._home_mark()
            paths = [urls.card("home", lang, "", shape, mark) for lang in self._drawn for shape in shapes]
            args = (shapes, self._view.id if self._view else "", self._drawn)
            self._task("cards/home", "home-cards", args, paths, (self._home_key(),), salt=self._card_salt)

    # --- keys -----------------------------------------------------------------------------------

    def _photos(self, entry: Entry) -> bytes:
        states = self.book.photos
        found = [states[path] for path in (*entry.facts.photos, *entry.facts.inline) if path in states]
        return "".join(state.digest + state.code for state in found).encode()

    def _digest_of(self, kind: str, id: str) -> bytes:
        entry = self.book.entries[kind].get(id)
        return entry.digest + self._photos(entry) if entry else b"-"

    def _linked(self, entry: Entry) -> bytes:
        """What the links in an entry's texts depend on: that their targets exist, and their addresses."""
        found = []
        for _, kind, id in entry.facts.refs:
            target = self.book.entries[kind].get(id)
            found.append(b"-" if target is None else b"+" if kind == "product" else target.digest)
        return b"".join(found)

    def _producer(self, id: str) -> bytes:
        entry = self.book.entries["producer"].get(id)
        if entry is None:
            return b"-"
        return digest(_PACK(model.public(entry.record, self.today)), self._photos(entry))

    # --- everything -----------------------------------------------------------------------------

    def plan(self) -> Plan:
        """Plan the whole site but what Pelican writes and what is joined from parts."""
        producers = {id: self._producer(id) for id in self.book.entries["producer"]}
        goods = self._products(producers)
        self._product_lists(goods)
        self._producers(producers, goods)
        self._places(producers, goods)
        self._events()
        self._trips()
        self._seasons(goods)
        self._map(producers)
        self._needs(goods, producers)
        self._news()
        self._home(goods, producers)
        self._home_cards()
        self._plain()
        self._pictures()
        self._kit_list(goods)
        self._loudspeaker(goods)
        return Plan(self.tasks, self.site, self.salt, self._pelican())

    def _pelican(self) -> bytes:
        """The key of news and free pages, which Pelican writes, and of the settings it runs with."""
        depends = [self.salt]
        for kind in ("news", "page"):
            for entry in self.book.all(kind):
                depends += [entry.id.encode(), entry.digest, self._photos(entry), self._linked(entry)]
        for name in ("pelicanconf.py", "publishconf.py"):
            path = self.book.root / name
            depends.append(path.read_bytes() if path.is_file() else b"-")
        return digest(*depends)

    def _products(self, producers: dict[str, bytes]) -> dict[str, bytes]:
        goods = self.book.entries["product"]
        langs = self.site.languages
        cards: dict[str, bytes] = {}
        for id, entry in goods.items():
            cards[id] = digest(
                entry.digest, _moment(entry, self.today), self._photos(entry), producers.get(entry.facts.producer, b"-")
            )
        groups = self._groups
        # What may only be described is never put forward beside other goods.
        ordered = [id for ids in groups.values() for id in ids if not goods[id].facts.quiet]
        step = 0
        for ids in groups.values():
            group = [id for id in ids if not goods[id].facts.quiet]
            at = 0
            for id in ids:
                entry = goods[id]
                if not entry.facts.quiet:
                    at, step = at + 1, step + 1
                # The next ones of the group, then the next ones of the market.
                near = (*_next(group, at, RELATED), *_next(ordered, step, 2 * RELATED))
                related = tuple(dict.fromkeys(other for other in near if other != id))[:RELATED]
                place = self._digest_of("place", entry.facts.place) if entry.facts.place else b""
                depends = (cards[id], *(cards[other] for other in related), place, self._linked(entry))
                paths = [urls.path("product", lang, id) for lang in langs]
                share = self._cards("product", entry, self._offered(entry))
                args = (id, related, share, self._kit(entry, cards[id]))
                self._task(f"product/{id}", "product", args, paths, depends, parts=True)
        return cards

    def _kit(self, entry: Entry, card: bytes) -> bool:
        """Plan a product's listing kit; tell whether it has one."""
        commune, facts, id = self.book.commune, entry.facts, entry.id
        if not commune.kits or not facts.kit or (facts.example and not commune.example):
            return False
        states = self.book.photos
        usable = [(path, role) for path, role in zip(facts.photos, facts.roles, strict=True)
                  if path in states and not states[path].code]  # fmt: skip
        paths = (urls.kit(id), *(urls.kit_text(id, place) for place in facts.kit))
        self._task(f"kit/{id}", "kit", (id, len(usable)), paths, (card,))
        if usable:
            # Apart from the texts: a new price is no reason to shrink photos again.
            names = kits.names(id, usable)
            depends = [states[path].digest.encode() for path, _ in names]
            self._task(
                f"kit-photos/{id}", "kit-photos", (names,), (urls.kit_photos(id),), depends, salt=self._photo_salt
            )
        self._kits.append(id)
        return True

    def _kit_list(self, cards: dict[str, bytes]) -> None:
        if self._kits:
            there = set(self._kits)
            ids = tuple(entry.id for entry in self._goods if entry.id in there)
            self._task("kit-list", "kit-list", (ids,), (urls.KITS_PAGE,), (cards[id] for id in ids))

    def _loudspeaker(self, cards: dict[str, bytes]) -> None:
        """Plan the loudspeaker's bulletin: sales first, then what is in season, no more than people listen to."""
        book, today = self.book, self.today
        if not book.commune.kits or not (self._kits or book.entries["event"]):
            return
        # What may not be posted, such as drink, is not called out either.
        there = {id for id in self._kits if kits.POSTED & set(book.entries["product"][id].facts.kit)}
        wanted = [entry for entry in self._goods if entry.id in there]
        sales = [e.id for e in wanted if any(since <= today <= until for since, until in e.facts.sales)]
        season = [e.id for e in wanted if e.facts.season and _season(e, today) and e.id not in sales]
        more = max(0, len(sales) + len(season) - kits.GOODS)
        sales = sales[: kits.GOODS]
        season = season[: kits.GOODS - len(sales)]
        depends = [cards[id] for id in (*sales, *season)]
        for entry in book.all("event"):
            where = self._digest_of("place", entry.facts.place) if entry.facts.place else b""
            depends += [self._event_key(entry), where]
        args = (tuple(sales), tuple(season), more)
        self._task("loudspeaker", "loudspeaker", args, (urls.LOUDSPEAKER,), (*depends, today.isoformat().encode()))

    def _product_lists(self, cards: dict[str, bytes]) -> None:
        everything = [entry.id for entry in self._goods]
        facets = self._facets()
        lists = [("products", "", everything)] if everything else []
        lists += [("category", category, ids) for category, ids in sorted(self._groups.items())]
        lists += [("facet", facet, ids) for facet, ids in facets.items()]
        counts = tuple(sorted((category, len(ids)) for category, ids in self._groups.items()))
        offered = (counts, tuple((facet, len(ids)) for facet, ids in facets.items()), len(everything))
        # Only first pages count what a facet holds: one price that leaves its band must not remake every page.
        further = (counts, tuple((facet, 0) for facet in facets), 0)
        for kind, id, ids in lists:
            of = -(-len(ids) // pages.PER_PAGE)
            for page in range(1, of + 1):
                here = tuple(ids[(page - 1) * pages.PER_PAGE : page * pages.PER_PAGE])
                paths = [urls.listed(kind, lang, page, id) for lang in self.site.languages]
                args = (kind, id, page, of, len(ids), here, offered if page == 1 else further)
                self._task(f"{kind}/{id}/{page}", "product-list", args, paths, (cards[id] for id in here))

    def _facets(self) -> dict[str, list[str]]:
        """Return the goods of each facet that has any; by price the cheapest come first."""
        found: dict[str, list[tuple[int, str]]] = {facet: [] for facet in model.FACETS}
        for entry in self._goods:
            facts = entry.facts
            if facts.quiet:
                continue
            price = _price(entry, self.today)
            ripe = bool(facts.season) and _season(entry, self.today)
            for facet in model.facets(price, facts.rank if _offered(entry, self.today)[1] else 0, ripe):
                found[facet].append((price or 0, entry.id))
        for facet, goods in found.items():
            if facet.startswith("price-"):
                goods.sort(key=lambda item: item[0])
        return {facet: [id for _, id in goods] for facet, goods in found.items() if goods}

    def _producers(self, producers: dict[str, bytes], cards: dict[str, bytes]) -> None:
        by_producer: dict[str, list[str]] = defaultdict(list)
        for entry in self._goods:
            by_producer[entry.facts.producer].append(entry.id)
        for entry in self.book.all("producer"):
            goods = tuple(by_producer[entry.id])
            depends = [producers[entry.id], self._linked(entry), *(cards[id] for id in goods)]
            if entry.facts.place:
                depends.append(self._digest_of("place", entry.facts.place))
            paths = [urls.path("producer", lang, entry.id) for lang in self.site.languages]
            self._task(f"producer/{entry.id}", "producer", (entry.id, goods), paths, depends)
        counts = tuple((e.id, len(by_producer[e.id])) for e in self.book.all("producer"))
        self._list("producers", "producer-list", (counts,), producers.values())

    def _list(self, kind: str, maker: str, args: tuple[object, ...], depends: Iterable[bytes], page: int = 1) -> None:
        """Plan one page of a list; a list with nothing in it has no page, and nothing links to it."""
        if kind not in self.site.sections:
            return
        paths = [urls.listed(kind, lang, page) for lang in self.site.languages]
        self._task(f"{kind}/{page}", maker, args, paths, depends)

    def _places(self, producers: dict[str, bytes], cards: dict[str, bytes]) -> None:
        book = self.book
        found, stock = book.all("place"), book.entries["product"]
        keys = {entry.id: entry.digest + self._photos(entry) for entry in found}
        at_place: dict[str, list[str]] = defaultdict(list)
        for event in book.all("event"):
            at_place[event.facts.place].append(event.id)
        for entry in found:
            refs = entry.facts.refs
            goods = tuple(id for field, kind, id in refs if kind == "product" and field.startswith("products[")
                          and id in stock and not stock[id].facts.quiet)  # fmt: skip
            nearby = tuple(id for field, kind, id in refs if kind == "place" and field.startswith("nearby[")
                           and id in book.entries["place"])  # fmt: skip
            events = tuple(at_place[entry.id])
            depends = [keys[entry.id], self._linked(entry), producers.get(entry.facts.producer, b"")]
            depends += [cards[id] for id in goods]
            depends += [keys[id] for id in nearby]
            depends += [self._event_key(book.entries["event"][id]) for id in events]
            kind = "stay" if entry.facts.variety == "homestay" else "place"
            paths = [urls.path(kind, lang, entry.id) for lang in self.site.languages]
            args = (entry.id, goods, nearby, events, self._cards("place", entry))
            self._task(f"place/{entry.id}", "place", args, paths, depends)
        sights = [entry.id for entry in found if entry.facts.variety != "homestay"]
        stays = tuple(entry.id for entry in found if entry.facts.variety == "homestay")
        kinds: dict[str, list[str]] = defaultdict(list)
        for entry in found:
            if entry.facts.variety != "homestay":
                kinds[entry.facts.variety].append(entry.id)
        counts = tuple((kind, len(kinds[kind])) for kind in PLACE_KINDS if kind in kinds) if len(kinds) > 1 else ()
        for kind, ids in (("", sights), *((kind, kinds[kind]) for kind, _ in counts)):
            of = -(-len(ids) // pages.PER_PAGE)
            for page in range(1, of + 1):
                here = tuple(ids[(page - 1) * pages.PER_PAGE : page * pages.PER_PAGE])
                listed = "place-kind" if kind else "places"
                paths = [urls.listed(listed, lang, page, kind) for lang in self.site.languages]
                self._task(f"{listed}/{kind}/{page}", "place-list", (kind, page, of, here, counts), paths,
                           (keys[id] for id in here))  # fmt: skip
        self._list("stays", "stay-list", (stays,), (keys[id] for id in stays))
        self._task("geojson", "geojson", (), (urls.PLACES_GEOJSON,), keys.values())
        if "map" in self.site.sections:
            self._task("gpx", "gpx", (), (urls.PLACES_GPX,), keys.values())

    def _event_key(self, entry: Entry) -> bytes:
        return digest(entry.digest, self._when(entry), self._photos(entry))

    def _when(self, entry: Entry) -> bytes:
        """What the day makes of an event."""
        record = entry.record
        return _PACK((model.occurrences(record, self.today), model.last_occurrence(record, self.today)))

    def _where(self, entry: Entry) -> bytes:
        """What the card of an event shows of its place."""
        place = self.book.entries["place"].get(entry.facts.place)
        return _PACK(place.record.name) if place else b"-"

    def _offered(self, entry: Entry) -> bytes:
        """What the card of a product shows beside its record: its category's name, running sales, valid stars."""
        return _PACK((self.book.categories[entry.facts.category].name, _offered(entry, self.today)))

    def _events(self) -> None:
        found = self.book.all("event")
        keys = []
        for entry in found:
            where = self._digest_of("place", entry.facts.place) if entry.facts.place else b""
            key = digest(self._event_key(entry), where)
            keys.append(key)
            langs = self.site.languages
            paths = [urls.path("event", lang, entry.id) for lang in langs]
            paths += [urls.event_ics(entry.id, lang) for lang in langs]
            args = (entry.id, self._cards("event", entry, self._when(entry), self._where(entry)))
            self._task(f"event/{entry.id}", "event", args, paths, (key, self._linked(entry)))
        self._list("events", "event-list", (), (*keys, self.today.isoformat().encode()))
        if found:
            self._task("calendar", "calendar", (), [urls.events_ics(lang) for lang in self.site.languages], keys)

    def _trips(self) -> None:
        found = self.book.all("trip")
        for entry in found:
            depends = (entry.digest, self._photos(entry), self._linked(entry), self._stops(entry))
            paths = [urls.path("trip", lang, entry.id) for lang in self.site.languages]
            on_map = self._on_map(entry)
            if on_map:
                paths.append(urls.trip_gpx(entry.id))
            self._task(f"trip/{entry.id}", "trip", (entry.id, on_map), paths, depends)
        cards = [entry.digest + self._photos(entry) + self._stops(entry) for entry in found]
        self._list("trips", "trip-list", (), cards)

    def _on_map(self, entry: Entry) -> bool:
        """Tell whether a trip can be followed on a map: at least two of its stops have a position."""
        places = self.book.entries["place"]
        stops = {stop.place for day in entry.record.days for stop in day.stops}
        return sum(id in places and places[id].facts.located for id in stops) > 1

    def _seasons(self, cards: dict[str, bytes]) -> None:
        """Plan the season calendar: this month and the eleven after it."""
        book, today = self.book, self.today
        window = model.months_ahead(today)
        ripe: dict[int, list[str]] = {month: [] for _, month in window}
        for entry in self._goods:
            if not entry.facts.quiet:
                for month in entry.facts.season:
                    ripe[month].append(entry.id)
        named = tuple(tuple(ripe[month][:MONTH_GOODS]) for _, month in window)
        more = tuple(max(0, len(ripe[month]) - MONTH_GOODS) for _, month in window)
        depends = [cards[id] for id in sorted({id for goods in named for id in goods})]
        depends += [e.digest for kind in ("place", "trip") for e in book.all(kind) if e.facts.season]
        depends += [self._event_key(entry) for entry in book.all("event")]
        self._list("seasons", "seasons", (named, more, bool(ripe[today.month])), (*depends, _PACK(window)))

    def _map(self, producers: dict[str, bytes]) -> None:
        book = self.book
        depends = [entry.digest for kind in ("place", "trip") for entry in book.all(kind)]
        depends += [producers[entry.id] for entry in book.all("producer") if entry.facts.place]
        self._list("map", "map", (), depends)

    def _stops(self, entry: Entry) -> bytes:
        """What a trip shows of the places it stops at."""
        return b"".join(self._digest_of("place", id) for _, kind, id in entry.facts.refs if kind == "place")

    def _needs(self, cards: dict[str, bytes], producers: dict[str, bytes]) -> None:
        found = self.book.all("need")
        goods = sorted({id for e in found for _, kind, id in e.facts.refs if kind == "product" and id in cards})
        people = sorted({id for e in found for _, kind, id in e.facts.refs if kind == "producer"})
        depends = [entry.digest for entry in found]
        depends += [cards[id] for id in goods] + [producers.get(id, b"-") for id in people]
        self._list("needs", "need-list", (tuple(goods),), (*depends, self.today.isoformat().encode()))

    def _news(self) -> None:
        found = [entry for entry in self.book.all("news") if entry.facts.variety == "published"]
        of = max(1, -(-len(found) // pages.PER_PAGE))
        for page in range(1, of + 1):
            here = found[(page - 1) * pages.PER_PAGE : page * pages.PER_PAGE]
            ids = tuple(entry.id for entry in here)
            self._list("news", "news-list", (page, of, ids), (e.digest + self._photos(e) for e in here), page)

    def _home(self, cards: dict[str, bytes], producers: dict[str, bytes]) -> None:
        book, today = self.book, self.today

        def rank(entry: Entry) -> tuple[bool, bool, bool]:
            ripe = bool(entry.facts.season) and _season(entry, today)
            return (not ripe, not _season(entry, today), not self._lead(entry))

        ordered = sorted((entry for entry in self._goods if not entry.facts.quiet), key=rank)
        ripe = [entry for entry in ordered if not rank(entry)[0]][:HOME_SEASON]
        ordered = [entry for entry in ordered if entry not in ripe]
        # One of each group first, so that the front page shows the breadth of the market.
        first: dict[str, Entry] = {}
        for entry in ordered:
            first.setdefault(entry.facts.category, entry)
        chosen = list(first.values())[:HOME_GOODS]
        chosen += [entry for entry in ordered if entry not in chosen][: HOME_GOODS - len(chosen)]
        goods = tuple(entry.id for entry in (*ripe, *sorted(chosen, key=rank)))
        places = [e for e in book.all("place") if e.facts.variety != "homestay"][:HOME_PLACES]
        stays = [e for e in book.all("place") if e.facts.variety == "homestay"][:HOME_STAYS]
        depends = [cards[id] for id in goods]
        for kind in ("event", "trip", "news"):
            depends += [e.digest + self._photos(e) for e in book.all(kind)]
        depends += [self._stops(entry) for entry in book.all("trip")]
        depends += [e.digest + self._photos(e) for e in (*places, *stays)]
        depends += [producers[e.id] for e in book.all("producer")[:HOME_PLACES]]
        own = (book.photos.get(photo.file) for photo in book.commune.photos)
        depends += [state.digest.encode() for state in own if state is not None]
        args = (goods, tuple(e.id for e in places), tuple(e.id for e in stays), self._home_mark())
        paths = [urls.path("home", lang) for lang in self.site.languages]
        self._task("home", "home", args, paths, (*depends, today.isoformat().encode()))

    def _commune_links(self) -> list[bytes]:
        """What the links in the commune's own texts may depend on; nothing when there are none."""
        texts = _PACK((self.book.commune.about, self.book.commune.policies))
        if b"](" not in texts and b"]:" not in texts:
            return []
        kinds = ("producer", "place", "event", "trip", "news", "page")
        found = [e.digest for kind in kinds for e in self.book.all(kind)]
        return [*found, *(id.encode() for id in sorted(self.book.entries["product"]))]

    def _plain(self) -> None:
        for kind in makers.plain_kinds(self.site):
            paths = [urls.path(kind, lang) for lang in self.site.languages]
            self._task(f"plain/{kind}", "plain-page", (kind,), paths, self._commune_links())
        for kind in ("not-found", "offline"):
            self._task(kind, kind, (), [urls.path(kind, lang) for lang in self.site.languages])

    def _pictures(self) -> None:
        book = self.book
        owners = [(e.id, e.unit.folder, path, e.kind == "product")
                  for kind in book.entries for e in book.entries[kind].values() if e.facts.variety != "draft"
                  for path in (*e.facts.photos, *e.facts.inline)]  # fmt: skip
        owners += [("xa", "", photo.file, False) for photo in book.commune.photos]
        planned: dict[str, tuple[str, str, str, bool]] = {}
        for owner, folder, path, square in owners:
            state = book.photos.get(path)
            if state is not None and not state.code:
                # Two records of one id and one photo share its derivatives; goods add the square one.
                full = picture(owner, path[len(folder) + 1 if folder else 0 :], state).full
                squared = square or (full in planned and planned[full][3])
                planned[full] = (owner, folder, path, squared)
        for owner, folder, path, square in planned.values():
            state = book.photos[path]
            made = picture(owner, path[len(folder) + 1 if folder else 0 :], state, square=square)
            paths = (*(p for p, _ in made.sources), made.full, *((made.square,) if square else ()))
            depends = (state.digest.encode(),)
            self._task(f"photo/{owner}/{path}", "photo", (path, square), paths, depends, salt=self._photo_salt)


def _theme_digest(folder: Path) -> bytes:
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found += [path.relative_to(folder).as_posix().encode(), path.read_bytes()]
    return digest(*found)


def plan(book: Book, code: str, words: Path | None = None) -> tuple[Plan, Context]:
    """
    Plan a book.

    Args:
        book: What the folder says.
        code: Digest of the program.
        words: Folder with the commune's own interface words.
    """
    planner = Planner(book, code)
    return planner.plan(), Context(book, planner.site, words)


def theme_mistakes(root: Path) -> list[Diagnostic]:
    """Find words and templates of the commune's own theme that cannot be read."""
    own = theme_folders(root)[:-1]
    found = []
    for folder in own:
        words = folder / "translations"
        share = folder / OWN_SHARE
        if share.is_file():
            try:
                images.examine(share.read_bytes())
            except images.PhotoError as error:
                values = {**error.values, "found": share.name}
                found.append(Diagnostic(error.code, file=f"theme/{OWN_SHARE}", line=1, column=1, values=values))
        readable = True
        for path in sorted(folder.rglob("*"), reverse=True):  # words before the templates that say them
            wrong: tuple[int, str] | None = None
            file = path.relative_to(root).as_posix()
            try:
                if path.match("translations/*.toml"):
                    found += blame.broken_words(file, tomllib.loads(path.read_text("utf-8")))
                elif path.match("*.html") and "templates" in path.parts:
                    source = path.read_text("utf-8")
                    Environment(autoescape=True).parse(source)
                    found += blame.unknown_words(file, source, words) if readable else ()
            except tomllib.TOMLDecodeError as error:
                wrong = (1, str(error))
            except TemplateSyntaxError as error:
                wrong = (error.lineno, error.message or "")
            except (OSError, UnicodeDecodeError) as error:
                wrong = (1, str(error))
            if wrong is not None:
                readable = readable and not path.match("translations/*.toml")
                values = {"found": wrong[1]}
                found.append(Diagnostic("theme-not-readable", file=file, line=wrong[0], column=1, values=values))
    return found


__all__ = ["Plan", "plan", "theme_folders", "theme_mistakes"]
