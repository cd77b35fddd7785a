"""Reference marks to footnotes in plain text: "the ports[1]", and "[1] See Annex I." further down.

A number in brackets of its own is also how a number that is not agreed is written: [30] days. It
is a mark where a line further down begins with it, or where it stands right behind a word and
nothing goes on from it: text[3], text.[3] and not text [3] days.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from onetext.text.spans import Span

_NOTE = re.compile(r"^[ \t]{0,3}(?P<mark>\[(?P<number>\d{1,3})\])[ \t]+\S.*$", re.M)
_MARK = re.compile(
    r"(?P<before>[^\W_]|[.,;:!?)\]”’\"'*])(?P<gap>[ \t]?)(?P<mark>\[(?P<number>\d{1,3})\])"
)
_ENDS = re.compile(r"[ \t]*(?:[.,;:!?)”\"*]|\r?\n|\Z)|[ \t]+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class ReferenceMarks:
    """`marks` are the brackets of the marks, those of the notes' own too; `notes` are the lines
    of the notes. Both in the order of the text."""

    marks: tuple[Span, ...]
    notes: tuple[Span, ...]


def reference_marks(text: str, body: int = 0) -> ReferenceMarks:
    """The marks of footnotes in `text` from `body` on, and the notes that they call."""
    called: dict[str, list[int]] = defaultdict(list)
    found = []
    for mark in _MARK.finditer(text, body):
        called[mark["number"]].append(mark.start("mark"))
        found.append(mark)
    notes: dict[str, re.Match[str]] = {}
    for note in _NOTE.finditer(text, body):
        if bisect_left(called.get(note["number"], []), note.start()):
            notes.setdefault(note["number"], note)
    marks = [Span(*note.span("mark")) for note in notes.values()]
    for mark in found:
        called_by = notes.get(mark["number"])
        if (called_by and mark.start() < called_by.start()) or _stands_behind_a_word(text, mark):
            marks.append(Span(*mark.span("mark")))
    return ReferenceMarks(
        tuple(sorted(marks)), tuple(sorted(Span(*note.span()) for note in notes.values()))
    )


def _stands_behind_a_word(text: str, mark: re.Match[str]) -> bool:
    before = mark["before"]
    if mark["gap"] or before.isdigit() or before in "]'*,":
        return False
    return bool(_ENDS.match(text, mark.end()))
