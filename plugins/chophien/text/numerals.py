"""Numbers written for people."""

from decimal import Decimal

_SEPARATORS = {
    "vi": str.maketrans(",.", ".,"),
    "en": str.maketrans("", ""),
}


def write_number(value: int | float | Decimal, lang: str) -> str:
    """
    Write a number with grouped thousands: 1.234.567,5 in Vietnamese, 1,234,567.5 in English.

    Args:
        value: A finite number; needless zeros after the decimal sign are left out.
        lang: ``vi`` or ``en``.
    """
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{value} cannot be written")
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_SEPARATORS[lang])
