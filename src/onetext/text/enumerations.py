"""Enumerations inside a paragraph: (a) one thing; (b) another; (c) a third."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.text.label_readings import Reading
from onetext.text.labels import Label, label_at
from onetext.text.spans import Span

_MARK = re.compile(r"(?<![^\s:;,(—–-])\((?:[a-z]|[ivx]{2,5}|\d{1,2})\)(?=[ \t\u00a0\n][^\s,.;:)])")
_REFERENCE = re.compile(
    r"(?:paragraph|subparagraph|sub-paragraph|article|art\.|point|points|section|item|option|see"
    r"|paragraphs|articles|items|annex|clause)\s*[\d.]*\s*$",
    re.I,
)
_REFERENCE_CHARS = 20
_WORDS_ONLY_JOIN = re.compile(r"\s*(?:and|or|to|,|;|and/or|-|–)?\s*")
_SENTENCE_END = re.compile(r"[.!?][)\]”\"’*_]*(?=\s+[\[(A-Z“\"*_]|\s*$)")
_ABBREVIATED = re.compile(r"(?:\b(?:St|Mr|Ms|Mrs|Dr|No|Art|para|cf|vs|etc|e\.g|i\.e)|\b[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Item:
    """One member of an enumeration; `span` begins at its label."""

    label: Label
    span: Span


def enumeration(text: str, within: Span) -> list[Item]:
    """The members of the first enumeration inside `within`, or none.

    It must begin with (a), (i) or (1) and go on in sequence at least once. The last member
    ends with its sentence.
    """
    labels: list[Label] = []
    expected: Reading | None = None
    for mark in _MARK.finditer(text, within.start, within.end):
        label = label_at(text, mark.start(), min(mark.end() + 1, within.end))
        if label is None or label.found != mark.group():
            continue
        if is_reference(text, within.start, mark.start()):
            continue
        if expected is None:
            expected = next((reading for reading in label.readings if reading.is_first()), None)
        else:
            after = next((r for r in label.readings if r.follows(expected)), None)
            if after is None:
                continue
            if _WORDS_ONLY_JOIN.fullmatch(text, labels[-1].end, mark.start()):
                return []  # "(a) and (b)" speaks of members and lists none
            expected = after
        if expected is not None:
            labels.append(label)
    if len(labels) < 2:
        return []
    starts = [label.start for label in labels]
    ends = [*starts[1:], _sentence_end(text, labels[-1].end, within.end)]
    return [
        Item(label, Span(start, start + len(text[start:end].rstrip())))
        for label, start, end in zip(labels, starts, ends, strict=True)
    ]


def is_reference(text: str, begin: int, at: int) -> bool:
    """Whether what stands at `at` is spoken of, as in "paragraph 2 (a)"; looks back to `begin`."""
    return bool(_REFERENCE.search(text[max(begin, at - _REFERENCE_CHARS) : at]))


def _sentence_end(text: str, start: int, limit: int) -> int:
    for found in _SENTENCE_END.finditer(text, start, limit):
        if not _ABBREVIATED.search(text[max(start, found.start() - 6) : found.start() + 1]):
            return found.end()
    return limit
