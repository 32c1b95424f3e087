"""
The list of pages for search engines, and the file that tells robots where it is.

Source:
    sitemaps.org 0.9; Google, "Localized versions" and "Image sitemaps", read November 2026. Priority
    and change frequency are read by nobody and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import escape

from chophien import urls
from chophien.model import Site

from ._pipeline import LANG

MOST_PAGES = 50_000
MOST_IMAGES = 1_000


def entry(site: Site, alternates: Mapping[str, str], lastmod: date | None = None, images: Sequence[str] = ()) -> bytes:
    """
    List one page in all its languages.

    Args:
        alternates: Path by language tag.
        lastmod: Day of the last change of what the page says, from its content.
        images: Paths of the pictures on it.
    Returns:
        One ``url`` element for each language, each naming all others and itself.
    """
    base = site.commune.site_url
    full = {lang: urls.absolute(base, path) for lang, path in alternates.items()}
    shared = []
    if len(full) > 1:
        named = [*full.items(), ("x-default", full.get(LANG) or next(iter(full.values())))]
        shared = [f'<xhtml:link rel="alternate" hreflang="{escape(lang)}" href="{escape(to)}"/>' for lang, to in named]
    shared += [
        f"<image:image><image:loc>{escape(urls.absolute(base, path))}</image:loc></image:image>"
        for path in images[:MOST_IMAGES]
    ]
    changed = f"<lastmod>{lastmod.isoformat()}</lastmod>" if lastmod else ""
    rest = changed + "".join(shared)
    return "".join(f"<url><loc>{escape(to)}</loc>{rest}</url>\n" for to in full.values()).encode()


def assemble(site: Site, entries: Iterable[bytes]) -> Iterator[bytes]:
    """Join the entries to ``sitemap.xml``."""
    yield (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        b' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
        b' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n'
    )
    yield from entries
    yield b"</urlset>\n"


def robots(site: Site) -> bytes:
    """Write ``robots.txt``: everything may be read, and here is the list."""
    where = urls.absolute(site.commune.site_url, urls.SITEMAP)
    return f"User-agent: *\nAllow: /\n\nSitemap: {where}\n".encode()
