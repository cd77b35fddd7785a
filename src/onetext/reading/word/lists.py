"""The labels that Word counts by itself, written out.

Word keeps "(a)" and "3.1" not in the text but in list definitions. They are counted here as
Word does: lists of one definition count on from each other unless one of them starts anew, and
a level starts anew when a level above it has gone on.

Source: ECMA-376 Part 1, 17.9 (numbering).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 4_000
"""Greater numbers are written in figures, whatever the list says."""
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass(slots=True)
class Lists:
    """The document's list definitions, and how far each has been counted."""

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], _Level] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Lists:
        lists = cls()
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # a document without any list
            return lists
        for definition in root.findall(qn("w:abstractNum")):
            name = definition.get(qn("w:abstractNumId"))
            for level in definition.findall(qn("w:lvl")):
                lists.levels[name, _place(level)] = _level(level)
        for number in root.findall(qn("w:num")):
            name = number.get(qn("w:numId"))
            lists.abstract[name] = _value(number, "w:abstractNumId") or ""
            for override in number.findall(qn("w:lvlOverride")):
                at = _place(override)
                start = _value(override, "w:startOverride")
                if start is not None:
                    lists.restarts.setdefault(name, {})[at] = int(start)
                if (level := override.find(qn("w:lvl"))) is not None:
                    lists.overrides[name, at] = _level(level)
        return lists

    def label(self, properties: Any, style: Any) -> tuple[int, str]:
        """The level (0 at the top) and the label that Word shows; "" for no list.

        Args:
            properties: the paragraph's w:pPr, or None.
            style: its style as python-docx has it, or None.
        """
        number, level = _numbering(properties)
        while number is None and style is not None:
            number, level = _numbering(style.element.pPr)
            style = style.base_style
        if number in (None, "0") or number not in self.abstract:
            return 0, ""
        definition = self.definition(number, level)
        if definition is None or definition.format == "none":
            return level, ""
        counts = self.counts.setdefault(self.abstract[number], {})
        starts = self.restarts.get(number, {})
        if level in starts:
            counts[level] = starts.pop(level) - 1
        counts[level] = counts.get(level, definition.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if definition.format == "bullet":
            return level, "-"
        return level, re.sub(
            r"%(\d)", lambda place: self.shown(number, int(place[1]) - 1, counts), definition.text
        )

    def definition(self, number: str, level: int) -> _Level | None:
        return self.overrides.get((number, level)) or self.levels.get(
            (self.abstract[number], level)
        )

    def shown(self, number: str, level: int, counts: dict[int, int]) -> str:
        definition = self.definition(number, level) or _Level("decimal", "", 1)
        return _numeral(counts.get(level, definition.start), definition.format)


def _level(level: Any) -> _Level:
    return _Level(
        _value(level, "w:numFmt") or "decimal",
        _value(level, "w:lvlText") or "",
        int(_value(level, "w:start") or 1),
    )


def _place(element: Any) -> int:
    return _bounded(element.get(qn("w:ilvl")))


def _bounded(level: str | None) -> int:
    return min(max(int(level or 0), 0), _DEEPEST)


def _numbering(properties: Any) -> tuple[str | None, int]:
    numbering = None if properties is None else properties.find(qn("w:numPr"))
    if numbering is None:
        return None, 0
    return _value(numbering, "w:numId"), _bounded(_value(numbering, "w:ilvl"))


def _value(element: Any, name: str) -> str | None:
    found = element.find(qn(name))
    return None if found is None else found.get(qn("w:val"))


def _numeral(number: int, style: str) -> str:
    if number > _LARGEST:
        return str(number)
    if style in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman") and number > 0:
        letters = ""
        for value, numeral in _ROMAN:
            letters += numeral * (number // value)
            number %= value
        return letters if style == "lowerRoman" else letters.upper()
    return f"{number:02d}" if style == "decimalZero" else str(number)
