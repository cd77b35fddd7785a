"""The lines of a draft and what each is, before anyone asks how they nest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from onetext.text.label_readings import Reading
from onetext.text.label_words import LEVEL, LOWEST_LEVEL
from onetext.text.labels import Label, label_at
from onetext.text.marks import Marked, mark_at, number_at

TAB_COLUMNS = 4
_LINE = re.compile(r"[^\n]*\n?")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_CONTENTS = re.compile(r"[-*+][ \t]+TOC[ \t]*$")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*\r?$")
_MARKUP = re.compile(r"\{:[^\n]*\}[ \t]*\r?$|<!--.*-->\s*$")
_NOTE = re.compile(r"\[\^[^\]\n]+\]:|\[[^\]\n]+\]:[ \t]*(?:[a-z][a-z0-9+.-]*://|[/#.])\S*")


class LineKind(Enum):
    BLANK = auto()
    HEADING = auto()
    LABELLED = auto()
    WORDS = auto()
    NOTE = auto()
    MARKUP = auto()
    MARK = auto()
    """Nothing but an ITU mark, and perhaps whose it is: it speaks of what comes next."""


@dataclass(frozen=True, slots=True)
class Line:
    """`start` is its first character after the indentation; `end` its last word's end.

    `indent` is in columns, a tab going to the next multiple of four. `level` is the depth of
    a heading (1 to 6 as Markdown marks it, more for an unmarked "Article 5").
    """

    kind: LineKind
    start: int
    end: int
    indent: int
    label: Label | None = None
    level: int = 0
    content: int = 0
    marked: Marked | None = None


def lines_of(text: str, begin: int) -> Iterator[Line]:
    """Every line of `text` from `begin` on."""
    for found in _LINE.finditer(text, begin):
        if found.start() == found.end():
            return
        yield _line(text, found.start(), found.end())


def _line(text: str, begin: int, stop: int) -> Line:
    raw = text[begin:stop]
    words = raw.lstrip(" \t\ufeff")
    start = begin + len(raw) - len(words)
    words = words.rstrip()
    end = start + len(words)
    if not words:
        return Line(LineKind.BLANK, begin, begin, 0)
    indent = len(raw[: start - begin].lstrip("\ufeff").expandtabs(TAB_COLUMNS))
    if _RULE.match(words) or _MARKUP.match(words) or _CONTENTS.match(words):
        return Line(LineKind.MARKUP, start, end, indent)
    if _NOTE.match(words) and indent < TAB_COLUMNS:
        return Line(LineKind.NOTE, start, end, indent)
    heading = _HEADING.match(words)
    level, content = (len(heading[1]), start + heading.end()) if heading else (0, start)
    marked = mark_at(text, content, end)
    if marked:
        line = _marked(text, start, end, indent, level, marked)
        if line:
            return line
    label = label_at(text, content, end)
    if heading:
        if label and label.bare == "-":
            label = None
        return Line(LineKind.HEADING, start, end, indent, label, level, content)
    if label and label.is_heading:
        level = LEVEL.get(label.word, LOWEST_LEVEL)
        return Line(LineKind.HEADING, start, end, indent, label, level, start)
    if label:
        return Line(LineKind.LABELLED, start, end, indent, label, 0, label.end)
    return Line(LineKind.WORDS, start, end, indent, None, 0, start)


def _marked(
    text: str, start: int, end: int, indent: int, level: int, marked: Marked
) -> Line | None:
    """A line with a mark: alone, or before the label of what it marks."""
    if marked.end >= end:
        return Line(LineKind.MARK, start, end, indent, None, level, marked.end, marked)
    label = label_at(text, marked.end, end)
    if label and label.bare != "-":
        if label.is_heading or level:
            level = level or LEVEL.get(label.word, LOWEST_LEVEL)
            return Line(LineKind.HEADING, start, end, indent, label, level, marked.end, marked)
        return Line(LineKind.LABELLED, start, end, indent, label, 0, label.end, marked)
    stop = number_at(text, marked.end, end)
    if stop is not None and (stop == end or marked.is_wide or marked.by):
        label = provision(text, marked.end, stop)
        return Line(LineKind.LABELLED, start, end, indent, label, 0, stop, marked)
    if not marked.is_wide and not marked.by and not text[marked.end : end].isupper():
        return None
    found = marked.mark.value
    label = Label(found, found, marked.end, marked.end, (Reading("mark", (0,)),), "mark")
    return Line(LineKind.LABELLED, start, end, indent, label, 0, marked.end, marked)


def provision(text: str, start: int, stop: int) -> Label:
    """The label of a provision that stands as a bare number."""
    found = text[start:stop]
    digits = found.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    reading = Reading("provision", (int(digits),), found[len(digits) :])
    return Label(found, found, start, stop, (reading,))
