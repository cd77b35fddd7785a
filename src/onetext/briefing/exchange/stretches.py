"""The words of a line with what became of them and how they look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onetext.briefing.exchange.readable import readable_changes
from onetext.text.emphasis import Letters
from onetext.text.word_changes import Edit


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a paragraph with one look (1 bold, 2 italic, 3 both)."""

    edit: Edit
    text: str
    look: int = 0


def stretches(before: Letters, after: Letters) -> list[Stretch]:
    """The words of both lines, each with the look that it has in its own line."""
    found: list[Stretch] = []
    i = j = 0
    for change in readable_changes(before.text, after.text):
        length = len(change.text)
        if change.edit is Edit.TAKEN_OUT:
            found += of_line(before, change.edit, i, i + length)
        else:
            found += of_line(after, change.edit, j, j + length)
        i += length if change.edit is not Edit.PUT_IN else 0
        j += length if change.edit is not Edit.TAKEN_OUT else 0
    return found


def of_line(line: Letters, edit: Edit, start: int, end: int) -> Iterator[Stretch]:
    """The characters of one line from `start` to `end`, all of one edit."""
    begin = start
    for at in range(start + 1, end + 1):
        if at == end or line.looks[at] != line.looks[begin]:
            yield Stretch(edit, line.text[begin:at], line.looks[begin])
            begin = at
