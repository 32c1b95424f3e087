"""Undo what keyboards, phones and word processors do to a short typed value."""

import re
import unicodedata

# Full-width forms become ASCII one by one: NFKC would also turn "150²" into 1502.
_ASCII = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x2212: "-", 0x2010: "-", 0x2011: "-"}
_SPACES = re.compile(r"\s+")


def typed(value: str) -> str:
    """Give NFC text with ASCII digits and hyphens, single plain spaces and no space at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", value).translate(_ASCII)).strip()
