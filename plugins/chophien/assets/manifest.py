"""The web app manifest: under which name, icon and colours the site stands among a phone's applications."""

from __future__ import annotations

import json
from collections.abc import Mapping

from chophien.model import Palette, Site, say

from .colours import PAPER, properties

SHORT_CHARS = 12
"""Longer names are cut below the icon: web.dev, "Add a web app manifest", ``short_name``."""
SIZES = (192, 512)


def short_name(name: str) -> str:
    """Return as many first words of a commune's name as fit below an icon."""
    found = ""
    for word in name.split():
        longer = f"{found} {word}".strip()
        if len(longer) > SHORT_CHARS:
            break
        found = longer
    return found or name[:SHORT_CHARS]


def manifest(site: Site, lang: str, icons: Mapping[str, str], root: str) -> bytes:
    """
    Write the manifest of one language.

    Args:
        icons: Output paths: ``icon`` (SVG), ``icon-192``, ``icon-512``, ``maskable-192``, ``maskable-512``.
        root: The way from the manifest to the site's root.
    Returns:
        Contents of a JSON file; its addresses are relative, so that it is right below any path of any host.
    """
    commune = site.commune
    listed = [{"src": root + icons["icon"], "sizes": "any", "type": "image/svg+xml"}]
    for purpose, key in (("any", "icon"), ("maskable", "maskable")):
        for side in SIZES:
            listed.append(
                {"src": root + icons[f"{key}-{side}"], "sizes": f"{side}x{side}", "type": "image/png",
                 "purpose": purpose}
            )  # fmt: skip
    light, _ = properties(commune.palette or Palette())
    # No id: it would be resolved against the host alone, where other communes may live; start_url stands in for it.
    found = {
        "name": say(site.name, lang),
        "short_name": short_name(say(commune.name, lang)),
        "description": say(commune.tagline, lang),
        "lang": lang,
        "dir": "ltr",
        "start_url": "./",
        "scope": root or "./",
        "display": "standalone",
        "theme_color": light["ink-deep"],
        "background_color": PAPER["light"],
        "icons": listed,
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
