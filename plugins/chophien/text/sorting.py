"""Vietnamese alphabetical order: letters decide, then tones, then the spelling."""

import unicodedata

from chophien.text.folding import nfc, place_tones

# Foreign letters f j w z stand at their Latin places.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# None, huyền, hỏi, ngã, sắc, nặng.
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

_RANKS = {letter: chr(0x61 + place) for place, letter in enumerate(ALPHABET)}
_TONE_RANKS = {tone: str(place) for place, tone in enumerate(TONES) if tone}


class _Letters(dict[int, str]):
    """Code point to a character that sorts as its letter does: spaces, signs, digits, letters."""

    def __missing__(self, code: int) -> str:
        self[code] = rank = self._rank(chr(code))
        return rank

    @staticmethod
    def _rank(char: str) -> str:
        parts = unicodedata.normalize("NFD", char)
        without_tone = nfc("".join(part for part in parts if part not in _TONE_RANKS))
        for letter in (without_tone, parts[0]):
            if letter in _RANKS:
                return _RANKS[letter]
        if char.isspace():
            return " "
        return char if char.isalnum() else "!"


class _Tones(dict[int, str]):
    """Code point to the digit of its tone."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        self[code] = rank = next((_TONE_RANKS[part] for part in parts if part in _TONE_RANKS), "0")
        return rank


_letters = _Letters()
_tones = _Tones()


def sort_key(s: str) -> tuple[str, str, str]:
    """
    Give the key that puts names in Vietnamese order: ``sorted(names, key=sort_key)``.

    Returns:
        Ranks of the letters, ranks of the tones, and the NFC text to separate equal words.
    """
    word = nfc(s)
    lower = place_tones(nfc(word.lower()))
    return lower.translate(_letters), lower.translate(_tones), word
