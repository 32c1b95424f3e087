"""Trade item numbers under bar codes."""

_LENGTHS = (8, 12, 13, 14)
_IN_STORE = ("2", "02", "04")
_COUPON = ("05", "98", "99")


def gtin_problem(s: str) -> str | None:
    """
    Tell why a number is not a GTIN that a marketplace accepts.

    Returns:
        One of not-digits, length, in-store, coupon, check-digit; None for a good one.
    Source:
        GS1 General Specifications, check digit and prefixes; OpenAI product feed reference.
    """
    if s and not (s.isascii() and s.isdigit()):
        return "not-digits"
    if len(s) not in _LENGTHS:
        return "length"
    thirteen = s.zfill(14)[1:]
    if thirteen.startswith(_IN_STORE):
        return "in-store"
    if thirteen.startswith(_COUPON):
        return "coupon"
    weighted = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(s[:-1])))
    return None if (weighted + int(s[-1])) % 10 == 0 else "check-digit"
