"""The lines of a draft and what each is, before anyone asks how they nest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from onetext.text.labels import Label, label_at

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


_WORD_LEVEL = {
    "annex": 7, "title": 7, "part": 8, "chapter": 9, "section": 10, "principle": 11, "article": 11,
}  # fmt: skip


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
    if heading:
        content = start + heading.end()
        label = label_at(text, content, end)
        if label and label.bare == "-":
            label = None
        return Line(LineKind.HEADING, start, end, indent, label, len(heading[1]), content)
    label = label_at(text, start, end)
    if label and label.is_heading:
        level = _WORD_LEVEL.get(label.word, 11)
        return Line(LineKind.HEADING, start, end, indent, label, level, start)
    if label:
        return Line(LineKind.LABELLED, start, end, indent, label, 0, label.end)
    return Line(LineKind.WORDS, start, end, indent, None, 0, start)
