"""What stands at the head of a numbered place: its label, and how it may be read.

"(i)" may be the first roman number or the ninth letter; every reading is kept here, and the
sequence that the label stands in decides (see nesting).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.text.roman import roman_number

_SUFFIX = (
    r"(?:[ \t]?(?:bis|ter|quater|quat|quinquies|sexies|alt)\b)*"
    r"(?:[ \t]?[Aa]lt\b)?"
)
_MARKUP = r"[\[*_~]*"  # emphasis and brackets that open before a label
_AFTER = r"(?=[\s\[*_\]~]|$)"
_WORD = re.compile(
    rf"{_MARKUP}(?P<label>(?P<word>Article|Art\.|Chapter|Section|Part|Title|Annex|Option|Alternative|"
    rf"Principle|Point|Paragraph|Item|Clause)[ \t]+(?P<number>\(?(?:\d{{1,4}}(?:\.\d{{1,3}})*"
    rf"|[IVXLC]+|[A-Za-z])(?:{_SUFFIX}|[A-Z])\)?))(?![\w/-])[\]*_~]*"
    rf"(?P<close>[ \t]*[.:–—][*_]*(?=\s|$)|[ \t]+[-–—](?=\s)|(?=[ \t]*[(*_\[])|[ \t]*$|)",
    re.I,
)
_PLAIN = re.compile(
    rf"{_MARKUP}(?P<label>"
    rf"\((?P<inside>\d{{1,3}}(?:\.\d{{1,3}})*|[A-Za-z]{{1,2}}|[ivxlcdm]{{1,7}}|[IVXLCDM]{{1,7}})"
    rf"(?P<s1>{_SUFFIX})\)"
    rf"|(?P<decimal>\d{{1,3}}(?:\.(?:\d{{1,3}}|x\b))+)(?P<s2>{_SUFFIX})(?P<d2>[.):]?)"
    rf"|(?P<number>\d{{1,3}})(?P<s3>{_SUFFIX}|[A-Za-z]|)(?P<d3>[.):])"
    rf"|(?P<bare>\d{{1,3}})(?P<s4>[ \t]?(?:bis|ter|quater|quinquies|sexies|alt)\b)(?P<d4>[.):]?)"
    rf"|(?P<letter>[A-Za-z]|[ivxlcdm]{{2,7}}|[IVXLCDM]{{2,7}})(?P<d5>[.)])"
    rf"|(?P<paragraph>OP|PP|CP)[ \t]?(?P<n6>\d{{1,3}})(?P<s6>{_SUFFIX})(?P<d6>[.:]?)"
    rf")(?:\[\^[^\]\s]+\])?{_AFTER}"
)
_BULLET = re.compile(r"(?P<mark>[-*+•◦▪‣–—])[ \t]+(?=\S)")


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


@dataclass(frozen=True, slots=True)
class Label:
    """A label as found. `end` is where the wording begins; `word` is "article", "option", ..."""

    found: str
    bare: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    word: str = ""
    is_heading: bool = False


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that begins at `start` of the line that ends at `end`, if there is one."""
    word = _WORD.match(text, start, end)
    if word:
        return _worded(word, text, end)
    plain = _PLAIN.match(text, start, end)
    if plain:
        return _plain(plain)
    bullet = _BULLET.match(text, start, end)
    if bullet:
        inner = label_at(text, bullet.end(), end)
        if inner and inner.bare != "-" and inner.word in ("", "option", "alternative"):
            return inner
        return Label("-", "-", start, bullet.end(), (Reading(f"bullet{bullet['mark']}", (0,)),))
    return None


def _worded(found: re.Match[str], text: str, end: int) -> Label | None:
    word = found["word"].lower().rstrip(".")
    rest = text[found.end() : end].strip()
    titled = (
        not found["close"]
        and rest
        and len(rest) < 80
        and rest[-1] not in ".,;"
        and rest[0].isupper()
    )
    marked = found["close"] or found.end() == end or rest[:1] in ("(", "*", "_", "[")
    if not marked and not titled:
        return None
    if not found["word"][0].isupper():
        return None
    number = found["number"].strip("()")
    readings = tuple(
        Reading(word + reading.family, reading.numbers, reading.suffix)
        for reading in _readings(number, "")
    )
    if not readings:
        return None
    label = " ".join(found["label"].split())
    is_bare = word in ("point", "paragraph", "item", "clause")
    heading = word not in ("option", "alternative", "point", "paragraph", "item", "clause")
    if heading and found["close"].strip() and len(rest) > 120:
        heading = word == "article"
    return Label(
        found["label"],
        number if is_bare else label,
        found.start(),
        found.end(),
        readings,
        word,
        heading,
    )


def _plain(found: re.Match[str]) -> Label | None:
    label = found["label"]
    if found["paragraph"]:
        reading = Reading(found["paragraph"], (int(found["n6"]),), found["s6"].strip())
        return Label(label, label.rstrip(".:"), found.start(), found.end(), (reading,))
    bare = label.strip("().:")
    delimiter = "()" if label[0] == "(" else ")" if label[-1] == ")" else "."
    readings = _readings(bare, delimiter)
    if not readings:
        return None
    return Label(label, bare, found.start(), found.end(), readings)


_DECIMAL = re.compile(r"(\d+(?:\.(?:\d+|x))*)(.*)", re.S)


def _readings(bare: str, delimiter: str) -> tuple[Reading, ...]:
    decimal = _DECIMAL.fullmatch(bare)
    if decimal:
        numbers = tuple(999 if part == "x" else int(part) for part in decimal[1].split("."))
        return (Reading("1" + delimiter, numbers, decimal[2].strip().lower()),)
    stem = re.match(r"[A-Za-z]+", bare)
    if not stem:
        return ()
    letters, suffix = stem.group(), bare[stem.end() :].strip()
    case = "a" if letters.islower() else "A"
    readings = []
    roman = roman_number(letters)
    if roman:
        readings.append(Reading(("i" if case == "a" else "I") + delimiter, (roman,), suffix))
    if len(letters) == 1 or (len(set(letters)) == 1 and not roman):
        place = ord(letters[0].lower()) - ord("a") + 1 + 26 * (len(letters) - 1)
        readings.append(Reading(case + delimiter, (place,), suffix))
    return tuple(readings)
