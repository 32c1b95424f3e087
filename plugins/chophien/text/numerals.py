"""Numbers written for people."""

from decimal import Decimal

from chophien.text.forms import Forms

_SEPARATORS = {
    "vi": str.maketrans(",.", ".,"),
    "en": str.maketrans("", ""),
}


def write_number(value: int | float | Decimal, lang: str | Forms) -> str:
    """
    Write a number with grouped thousands: 1.234.567,5 in Vietnamese, 1,234,567.5 in English.

    Args:
        value: A finite number; needless zeros after the decimal sign are left out.
        lang: ``vi``, ``en``, or the forms of a language, whose patterns ``group`` and ``decimal`` are its signs.
    """
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{value} cannot be written")
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if isinstance(lang, str):
        return text.translate(_SEPARATORS[lang])
    if not lang.patterns:
        return text.translate(_SEPARATORS[lang.base])
    own = {ord(","): lang.patterns.get("group", ","), ord("."): lang.patterns.get("decimal", ".")}
    return text.translate(own)
