"""Roman numbers, as labels use them."""

from __future__ import annotations

import re

_WELL_FORMED = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUE = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_number(letters: str) -> int | None:
    """The number that `letters`, all of one case, stand for; None where they are no number."""
    upper = letters.upper()
    if not letters or letters not in (upper, letters.lower()) or not _WELL_FORMED.fullmatch(upper):
        return None
    values = [_VALUE[letter] for letter in upper]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
