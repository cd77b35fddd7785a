"""How a bare label may be read: as a number, as letters, as a roman number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.text.letters import chinese_number, letter_place
from onetext.text.roman import roman_number

_DECIMAL = re.compile(r"((?:\d+|[A-Z](?=\.\d))(?:\.(?:\d+|[xX]+))*)(.*)", re.S)
_SUB = re.compile(r"\(([A-Za-z]{1,5})\)")
_TO = re.compile(r"\s*(?:[-–]|to\b|and\b)\s*\d+")
_STEM = re.compile(r"[^\W\d_]+ـ?")
_SUFFIX_WORD = re.compile(r"(?:bis|ter|qua|qui|sex|sep|oct|nov|dec|alt|new)", re.I)
_FIRST = frozenset(
    ("1er", "1re", "premier", "première", "primero", "primera", "primeiro", "unique", "único")
)
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PLACEHOLDER_NUMBER = 999
"""What x stands for in 3.x: no number follows it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a label: labels of one `family` count on from each other."""

    family: str
    numbers: tuple[int, ...]
    suffix: str = ""

    def is_first(self) -> bool:
        return self.numbers[-1] == 1 and not self.suffix

    def follows(self, before: Reading) -> bool:
        """Whether this is what comes next after `before`: 4 after 3, and 3 bis after 3."""
        if self.family != before.family or self.numbers[:-1] != before.numbers[:-1]:
            return False
        step = self.numbers[-1] - before.numbers[-1]
        return step == 1 or (step == 0 and bool(self.suffix) and self.suffix != before.suffix)


def readings_of(bare: str, delimiter: str) -> tuple[Reading, ...]:
    """Every reading of `bare`, a label without what parts it from its wording; none where it
    is no label. `delimiter` sets styles apart: "1." from "1)"."""
    if bare.lower() in _FIRST:
        return (Reading("1" + delimiter, (1,)),)
    decimal = _DECIMAL.fullmatch(bare)
    if decimal and decimal[1]:
        numbers = tuple(_number(part) for part in decimal[1].split("."))
        rest = decimal[2]
        below = tuple(place[1] for sub in _SUB.findall(rest) if (place := letter_place(sub[:1])))
        if below and rest.startswith("("):
            return (Reading(f"1(a){len(below)}", numbers + below),)
        rest = _TO.sub("", rest)
        return (Reading("1" + delimiter, numbers, rest.strip().lower()),)
    chinese = chinese_number(bare)
    if chinese:
        return (Reading("一" + delimiter, (chinese,)),)
    if bare.lower() in _NUMBER_WORDS:
        return (Reading("one" + delimiter, (_NUMBER_WORDS.index(bare.lower()) + 1,)),)
    return tuple(_of_letters(bare, delimiter))


def _number(part: str) -> int:
    if part[0] in "xX":
        return PLACEHOLDER_NUMBER
    return ord(part) - ord("A") + 1 if part.isalpha() else int(part)


def _of_letters(bare: str, delimiter: str) -> list[Reading]:
    stem = _STEM.match(bare)
    if not stem:
        return []
    letters, suffix = stem.group(), bare[stem.end() :].strip()
    if not suffix and (begun := _SUFFIX_WORD.search(letters, 1)) and len(letters) > 2:
        letters, suffix = letters[: begun.start()], letters[begun.start() :]
    readings = []
    roman = roman_number(letters)
    if roman:
        readings.append(Reading(("i" if letters.islower() else "I") + delimiter, (roman,), suffix))
    place = letter_place(letters)
    if place and (len(letters) == 1 or not roman):
        alphabet, number, apart = place
        case = alphabet if not letters.isupper() or not letters.isascii() else alphabet.upper()
        readings.append(Reading(case + delimiter, (number,), apart + suffix))
    return readings
