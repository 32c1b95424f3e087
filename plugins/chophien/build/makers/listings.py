"""Makes listing kits and the loudspeaker's bulletin."""

from __future__ import annotations

from datetime import date

from chophien import images, kits, lunar, model, pages, urls
from chophien.model import say

from ..context import Context
from ..task import Result


def kit(ctx: Context, id: str, photos: int) -> Result:
    """Make a product's listing kit: its page, and a text for each place."""
    shown = ctx.shown(id)
    link = urls.absolute(ctx.site.commune.site_url, urls.path("product", "vi", id))
    made = kits.kit(ctx.site, shown, link)
    page = pages.kit(ctx.site, shown=shown, kit=made, photos=photos)
    return Result((page.encode(), *(kits.text(block) for block in made.blocks)))


def kit_photos(ctx: Context, photos: tuple[tuple[str, str], ...]) -> Result:
    """Make the photos of a listing kit: the square form of each, under the name it is uploaded by."""
    made = []
    for path, name in photos:
        data = (ctx.book.root / path).read_bytes()
        made.append((name, images.derive(data, images.widths(ctx.book.photos[path].width)[:1], square=True).square))
    return Result((kits.bundle(made),))


def kit_list(ctx: Context, ids: tuple[str, ...]) -> Result:
    """Make the list of all kits."""
    return Result((pages.kit_list(ctx.site, cards=[ctx.product_card(id) for id in ids]).encode(),))


def loudspeaker(ctx: Context, sales: tuple[str, ...], season: tuple[str, ...], more: int) -> Result:
    """Write what the commune's loudspeaker reads on the day."""
    today, book = ctx.today, ctx.book
    festivals = []
    for entry in book.all("event"):
        if entry.record.example and not book.commune.example:
            continue
        for first, last in model.occurrences(entry.record, today, 1):
            if (first - today).days > kits.DAYS_AHEAD:
                continue
            where = ctx.place_card(entry.record.place)
            place = say(entry.record.location, "vi") or (say(where.name, "vi") if where else "")
            festivals.append(kits.Festival(entry.record, first, last, _lunar(first), place))
    text = kits.bulletin(
        ctx.site, today, _lunar(today), sales=[ctx.shown(id) for id in sales],
        season=[ctx.shown(id) for id in season], more=more,
        festivals=sorted(festivals, key=lambda found: (found.first, found.event.id)),
    )  # fmt: skip
    return Result((text,))


def _lunar(day: date) -> kits.LunarDay:
    found = lunar.from_solar(day)
    return found.day, found.month, found.leap
