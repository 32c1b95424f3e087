"""What templates say and write in one language: words, texts, prices, dates, addresses, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from chophien import lunar, markup, text, urls
from chophien.i18n import SOURCE, Say
from chophien.model import Amenities, Hours, Phrase, Picture, say, spoken_in
from chophien.model.tables import WEEKDAYS
from chophien.text import Quantity

_QUOTES = "“”\"‘’'()«»"
_WORD_JOINER = "\u2060"
# Text that Markdown would render as it stands, paragraph by paragraph.
_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>#+|~&=\t\r]|^ {0,3}(?:-|\d+[.)])|^ | $|:/", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n{2,}")


@lru_cache(maxsize=512)
def markdown(source: str) -> str:
    """Render Markdown; text without any mark of it takes a short way to the same HTML."""
    source = source.strip("\n")
    if _MEANS_SOMETHING.search(source):
        return markup.html(source)
    safe = source.replace('"', "&quot;")
    return "".join(f"<p>{paragraph}</p>\n" for paragraph in _PARAGRAPHS.split(safe) if paragraph)


_PLAIN_PATH = re.compile(r"[A-Za-z0-9_./-]*")


def quoted(path: str) -> str:
    """Quote a path for a link; most have nothing to quote."""
    return path if _PLAIN_PATH.fullmatch(path) else quote(path)


class Itself(NamedTuple):
    """
    What a language says of itself.

    Args:
        name: As its speakers call it.
        short: The same for narrow screens.
        tag: Of its texts, such as ``zh-Hans``, where the one in addresses says less.
        locale: Language and country, for share cards.
    """

    name: str
    short: str
    tag: str
    locale: str


class Tongue:
    """
    The words and forms of one language; its methods are what templates call.

    Args:
        lang: Language tag.
        own: Folder with the commune's own words.
    """

    def __init__(self, lang: str, own: Path | None = None) -> None:
        self.lang = lang
        self.say = Say(lang, own)
        self.written = text.forms(lang, self.say.all())
        self.dong: Callable[[int], str] = lru_cache(maxsize=4096)(self._dong)
        self.day: Callable[[date], str] = lru_cache(maxsize=1024)(self._day)
        self.quantity: Callable[[Quantity], str] = lru_cache(maxsize=1024)(self._quantity)

    # --- texts --------------------------------------------------------------------------------

    def plain(self, phrase: Phrase) -> str:
        """Return a text in this language, else in the one that comes closest: for attributes and titles."""
        return say(phrase, self.lang)

    def spoken_in(self, phrase: Phrase) -> str:
        """Return the language that a text is in."""
        return spoken_in(phrase, self.lang)

    def strange(self, phrase: Phrase) -> bool:
        """Tell whether a text is only there in another language."""
        return spoken_in(phrase, self.lang) != self.lang

    def t(self, phrase: Phrase) -> str | Markup:
        """Return a text in this language, else the one that comes closest, marked as such."""
        found = phrase.get(self.lang)
        if found or self.lang == SOURCE:
            return found or ""
        spoken = spoken_in(phrase, self.lang)
        return Markup('<span lang="{}">{}</span>').format(spoken, phrase[spoken]) if spoken != self.lang else ""

    def headline(self, phrase: Phrase) -> str | Markup:
        """Return a text as ``t`` does, for a heading: the syllables of names stay together."""
        spoken = self.lang if phrase.get(self.lang) else spoken_in(phrase, self.lang)
        return self.t({spoken: text.bound(phrase.get(spoken, ""))})

    def prose(self, phrase: Phrase) -> Markup:
        """Render a Markdown text in this language, else the one that comes closest, marked as such."""
        found = phrase.get(self.lang)
        if found or self.lang == SOURCE:
            return Markup(markdown(found)) if found else Markup()  # noqa: S704 (markup.html is safe)
        spoken = spoken_in(phrase, self.lang)
        if spoken == self.lang:
            return Markup()
        return Markup(f'<div lang="{spoken}">{markdown(phrase[spoken])}</div>')  # noqa: S704

    # --- numbers and dates ----------------------------------------------------------------------

    def _dong(self, amount: int) -> str:
        return self.written.dong(text.write_number(amount, self.written))

    def _day(self, day: date) -> str:
        return text.write_date(day, self.written)

    def _quantity(self, quantity: Quantity) -> str:
        return text.write_quantity(quantity, self.written)

    def per(self, quantity: Quantity) -> str:
        """Write the unit of a unit price: 100 g, but kg instead of 1 kg."""
        written = self.quantity(quantity)
        return written.removeprefix("1").lstrip("\u00a0") if quantity.value == 1 else written

    def number(self, value: int | float) -> str:
        """Write a number."""
        return text.write_number(value, self.written)

    def days(self, first: date, last: date) -> str:
        """Write a period."""
        return text.write_date_range(first, last, self.written)

    def clock(self, at: time) -> str:
        """Write an hour: 7:30."""
        return f"{at.hour}:{at.minute:02}"

    def month(self, number: int) -> str:
        """Name a month."""
        return self.say(f"month.{number}")

    def lunar_day(self, day: str) -> str:
        """Write a lunar ``day/month``, with ``L`` when leap, in words."""
        number, month = day.removesuffix("L").split("/")
        return lunar.write_lunar(int(number), int(month), day.endswith("L"), self.written)

    def counted(self, key: str, count: int) -> str:
        """Say how many: the word ``<key>.one`` for one, ``<key>.many`` for any other number."""
        return self.say(f"{key}.{'one' if count == 1 else 'many'}", count=self.number(count))

    def duration(self, written: str) -> str:
        """Write ``18 month`` as 18 tháng or 18 months."""
        count, _, unit = written.partition(" ")
        return self.say(f"duration.{unit}.{'one' if count == '1' else 'many'}", count=count)

    def hours(self, hours: Sequence[Hours]) -> list[tuple[str, str]]:
        """Write opening hours: weekdays, and all times of the lines with these weekdays."""
        lines: dict[str, list[str]] = {}
        for line in hours:
            # Firefox and WebKit would break a line after the dash.
            times = f"{self.clock(line.opens)}–{_WORD_JOINER}{self.clock(line.closes)}"
            lines.setdefault(self._weekdays(line.days), []).append(times)
        return [(names, self.joined(times)) for names, times in lines.items()]

    def _weekdays(self, days: Sequence[str]) -> str:
        order = list(WEEKDAYS)
        places = sorted({order.index(day) for day in days})
        if not places or len(places) == 7:
            return self.say("every-day")
        if len(places) > 2 and places[-1] - places[0] == len(places) - 1:
            first, last = (self.say(f"weekday.{order[place]}") for place in (places[0], places[-1]))
            return f"{first} – {last}"
        return self.joined(self.say(f"weekday.{order[place]}") for place in places)

    def joined(self, words: Iterable[str]) -> str:
        """Join the words of a list."""
        return self.written.patterns.get("list", ", ").join(words)

    def amenities(self, found: Amenities) -> list[tuple[str, str, bool | None]]:
        """List amenities: name, what to say of it, and whether it is there (none: neither yes nor no)."""
        lines: list[tuple[str, str, bool | None]] = []
        for name in ("toilet", "water", "electricity", "parking", "wifi", "wheelchair"):
            there: bool | None = getattr(found, name)
            if there is not None:
                lines.append((self.say(f"amenity.{name}"), self.say("yes" if there else "no"), there))
        if found.signal:
            there = None if found.signal != "none" else False
            lines.append((self.say("amenity.signal"), self.say(f"signal.{found.signal}"), there))
        if found.payment:
            lines.append((self.say("amenity.payment"), self.listed("payment", found.payment), None))
        if found.languages:
            names = self.joined(self.say.get(f"language.{tag}", tag) for tag in found.languages)
            lines.append((self.say("amenity.languages"), names, None))
        return lines

    def listed(self, table: str, words: Sequence[str]) -> str:
        """Name several words of a table, such as ``payment``."""
        return self.joined(self.say(f"{table}.{word}") for word in words)

    def itself(self) -> Itself:
        """Return what this language says of itself; a catalogue that does not say it gets its tag."""
        tag, get = self.lang, self.say.get
        return Itself(
            get("own-name") or tag, get("own-short") or tag.upper(), get("own-tag") or tag,
            get("own-locale") or tag.replace("-", "_"),
        )  # fmt: skip

    def initial(self, name: str) -> str:
        """Return a woven tile's letter: where a name begins with what it is (tổ, HTX), that of what it is called."""
        words = [word.strip(_QUOTES) for word in name.split()]
        words = [word for word in words if word]
        if len(words) > 1 and words[0].isupper() and 2 <= len(words[0]) <= 4:
            words = words[1:]
        elif len(words) > 1 and not words[1][0].isupper():
            words = [word for word in words[1:] if word[0].isupper()] or words
        return words[0][0].upper() if words else ""

    # --- addresses ------------------------------------------------------------------------------

    def href(self, kind: str, id: str = "") -> str:
        """Return the path of a page of this language, for a link."""
        return quoted(urls.path(kind, self.lang, id))

    def manifest(self) -> str:
        """Return the path of this language's web app manifest."""
        return urls.manifest(self.lang)

    def road(self) -> str:
        """Return the path of the list of what is kept for the road in this language."""
        return urls.road(self.lang)

    def place_href(self, kind: str, id: str) -> str:
        """Return the path of a place; homestays stand among the places to stay."""
        return self.href("stay" if kind == "homestay" else "place", id)

    def phone(self, number: str) -> str:
        """Group a telephone number."""
        return text.write_phone(number)

    def tel(self, number: str) -> str:
        """Return the link that dials."""
        return text.tel_uri(number)

    def web(self, address: str) -> str:
        """Return a web address, or nothing for any other scheme: catalogues of others come unchecked."""
        return address if address.startswith(("https://", "http://")) else ""

    # --- pictures -------------------------------------------------------------------------------

    def picture(self, picture: Picture, root: str, sizes: str = "100vw", first: bool = False) -> Markup:
        """
        Write one picture in its published widths.

        Args:
            picture: Derivatives of a photo.
            root: Way from the page to the site's root.
            sizes: How wide it is shown, as the ``sizes`` attribute. What fills a phone says 88vw, a little less than it
                is: browsers take the next larger file, and with two dots a pixel 360 pixels less the margins are 656.
            first: Whether it is seen before scrolling: then it is fetched at once, else when needed.
        """
        alt = say(picture.alt, self.lang)
        spoken = spoken_in(picture.alt, self.lang)
        lang = f' lang="{spoken}"' if spoken != self.lang else ""
        widths = ", ".join(f"{root}{quoted(path)} {width}w" for path, width in picture.sources)
        hurry = 'fetchpriority="high"' if first else 'loading="lazy"'
        source = f'<source type="image/webp" srcset="{widths}" sizes="{sizes}">' if widths else ""
        ground = markup.ground(picture.tone)
        return Markup(  # noqa: S704 (paths are quoted, the text is escaped, sizes come from templates)
            f'<picture>{source}<img src="{root}{quoted(picture.full)}" alt="{escape(alt)}"{lang} '
            f'width="{picture.width}" height="{picture.height}" {hurry} decoding="async"{ground}></picture>'
        )

    @property
    def names(self) -> dict[str, object]:
        """Return everything a template may call, by name."""
        called = (
            "amenities", "clock", "counted", "day", "days", "dong", "duration", "headline", "hours", "href", "initial",
            "joined", "listed", "lunar_day", "manifest", "month", "number", "per", "phone", "picture", "place_href",
            "plain", "prose", "quantity", "road", "say", "spoken_in", "strange", "t", "tel", "web",
        )  # fmt: skip
        return {"lang": self.lang, **{name: getattr(self, name) for name in called}}
