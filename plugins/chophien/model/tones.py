"""
Plain grounds that stand in for a photo while it loads.

A page names its photo's tone as a class, and the stylesheet holds all of them: nothing is written into a ``style``
attribute, which a strict content security policy would refuse, and a photo costs a page fifteen bytes.
"""

TONES = (
    "#2e2c29", "#615e56", "#9a968d", "#e0ddd8",
    "#3c2a1b", "#7f5939", "#bd916b", "#e6d8c1",
    "#293720", "#587444", "#8fb078", "#cfddc5",
    "#1d2a39", "#3e5a79", "#7292b6", "#c2d0e0",
)  # fmt: skip
"""Stone, wood, leaf and sky, each from dark to light; a tone is known by its place."""


def tone(colour: tuple[int, int, int]) -> int:
    """Return the place of the tone nearest to a colour, its parts from 0 to 255."""

    def apart(place: int) -> int:
        parts = bytes.fromhex(TONES[place][1:])
        return sum((part - other) ** 2 for part, other in zip(parts, colour, strict=True))

    return min(range(len(TONES)), key=apart)
