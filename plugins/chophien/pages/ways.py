"""Ways to reach a seller, and the links that open them with a text ready."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

from chophien.model import Producer

from .tongue import Tongue

_HOSTS = {"facebook.com", "fb.com"}
_NAME = re.compile(r"[A-Za-z0-9.]{5,}")
"""A page's own name, as Facebook allows it."""
_NUMBERED = re.compile(r"(?:[^/]*-)?(\d{8,})")
_NOT_NAMES = {
    "about", "business", "careers", "directory", "events", "friends", "gaming", "groups", "hashtag", "help", "home",
    "legal", "login", "marketplace", "media", "messages", "notes", "pages", "people", "photo", "photos", "places",
    "policies", "privacy", "profile", "public", "recover", "reel", "reels", "search", "settings", "share", "sharer",
    "stories", "story", "terms", "video", "videos", "watch",
}  # fmt: skip
"""Words that Facebook keeps for pages of its own; so is whatever ends in ``.php``."""


def messenger(page: str) -> str:
    """
    Return the Messenger address of a Facebook page, or nothing where its address names no page: a group, a post.

    Source:
        Meta for Developers, Messenger Platform, "m.me links": ``m.me/`` with the page's name or number.
    """
    parts = urlsplit(page)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if parts.scheme not in {"https", "http"} or host not in _HOSTS:
        return ""
    words = [word for word in parts.path.split("/") if word]
    name = ""
    if words == ["profile.php"]:
        name = parse_qs(parts.query).get("id", [""])[0]
    elif words[:1] in (["pages"], ["p"], ["people"]) and len(words) > 1:
        found = _NUMBERED.fullmatch(words[-1])
        name = found[1] if found else ""
    elif len(words) == 1 and words[0].lower() not in _NOT_NAMES and not words[0].endswith(".php"):
        name = words[0]
    return f"https://m.me/{name}" if _NAME.fullmatch(name) else ""


def addresses(producer: Producer, words: Tongue) -> list[tuple[str, str, str]]:
    """List the ways to reach a seller: kind, address without any text, what is shown."""
    found = []
    if producer.phone:
        found.append(("call", words.tel(producer.phone), words.phone(producer.phone)))
    if producer.zalo:
        found.append(("zalo", f"https://zalo.me/{producer.zalo}", words.phone(producer.zalo)))
    # Hotlines, which begin with 1, take calls alone.
    if producer.phone.startswith("0"):
        found.append(("sms", words.tel(producer.phone).replace("tel:", "sms:"), words.phone(producer.phone)))
    if chat := messenger(producer.facebook):
        found.append(("messenger", chat, ""))
    if producer.email:
        found.append(("email", f"mailto:{producer.email}", producer.email))
    for kind, page in (("facebook", producer.facebook), ("website", producer.website)):
        if words.web(page):
            found.append((kind, page, ""))
    return found


def ways(producer: Producer | None, message: str, subject: str, words: Tongue) -> list[tuple[str, str, str, str]]:
    """
    List the ways to reach a seller with a message ready: kind, address, what is shown, class.

    Android reads ``?body=`` of an SMS address and iOS reads ``&body=``; ``?&body=`` is understood by both.
    """
    if producer is None:
        return []
    found = []
    for kind, address, shown in addresses(producer, words):
        if kind == "sms":
            address += f"?&body={quote(message)}"
        elif kind == "email":
            address += f"?subject={quote(subject)}&body={quote(message)}"
        found.append((kind, address, shown, "button-call" if kind == "call" else "button"))
    return found
