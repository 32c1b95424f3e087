"""Times of day, on the 24-hour clock."""

import re
from datetime import time

from chophien.text._typed import typed
from chophien.text.errors import Unreadable
from chophien.text.folding import strip_marks

_COLON = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_HOURS = re.compile(r"([0-9]{1,2}) ?(?:h|g|gio) ?(?:([0-9]{2})(?: ?(?:p|ph|phut))?)?")


class NotTime(Unreadable):
    """
    A time of day that cannot be read.

    Attributes:
        reason: One of empty, not-a-time, no-such-time.
    """


def read_time(s: str) -> time:
    """
    Read ``7:30``, ``7h30``, ``7h`` or ``19 giờ``.

    Raises:
        NotTime: Anything else; "7h tối" is refused, 19h says it.
    """
    text = strip_marks(typed(s)).lower()
    if not text:
        raise NotTime("empty")
    match = _COLON.fullmatch(text) or _HOURS.fullmatch(text)
    if not match:
        raise NotTime("not-a-time")
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 23 or minute > 59:
        raise NotTime("no-such-time")
    return time(hour, minute)
