"""Lines of an iCalendar file: escaped, folded, ended by CR LF."""

from __future__ import annotations

from collections.abc import Iterable

Line = str
"""One unfolded content line, its values already escaped."""

OCTETS = 75
"""Longest line in octets, its end not counted."""

ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""Viet Nam's time since 1975; there is no summer time."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def text(value: str) -> str:
    """Escape a text value; control characters other than line ends are dropped."""
    kept = (sign for sign in value if sign == "\n" or (sign >= " " and sign != "\x7f"))
    return "".join(kept).translate(_ESCAPES)


def calendar(name: str, source: str, entries: Iterable[Line]) -> bytes:
    """
    Write a calendar.

    Args:
        name: What programs show as its name.
        source: The address it is fetched from.
        entries: Lines of its events.
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//chophien//Cho Phien//VI",
        "CALSCALE:GREGORIAN",
        "NAME:" + text(name),
        "X-WR-CALNAME:" + text(name),
        "SOURCE;VALUE=URI:" + source,
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        # Also where there is no event, since a calendar must hold something.
        *ZONE,
        *entries,
        "END:VCALENDAR",
    )
    return b"".join(fold(line) for line in lines)


def fold(line: Line) -> bytes:
    """Encode one line, broken so that no part is longer than ``OCTETS`` and no letter is cut."""
    raw = line.encode()
    parts = []
    room = OCTETS
    while len(raw) > room:
        cut = room
        while raw[cut] & 0xC0 == 0x80:  # the inside of a letter
            cut -= 1
        parts.append(raw[:cut])
        raw = raw[cut:]
        room = OCTETS - 1  # the blank that marks a continued line counts
    parts.append(raw)
    return b"\r\n ".join(parts) + b"\r\n"
