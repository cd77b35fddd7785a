"""What a DOCX file says besides its text: tracked changes, comments, colours.

Source: ECMA-376 Part 1, 17.13.5 (revisions) and 17.13.4 (comments).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onetext.text.spans import Span


class ChangesRead(StrEnum):
    """Which text of a file with tracked changes is read."""

    ACCEPTED = "accepted"
    """Insertions are in, deletions out: the text as it would stand."""
    REJECTED = "rejected"
    """The text before the changes."""
    MARKED = "marked"
    """Both, each change in brackets with its author."""


class ChangeKind(StrEnum):
    INSERTION = "insertion"
    DELETION = "deletion"
    MOVED_FROM = "moved from"
    MOVED_TO = "moved to"
    FORMATTING = "formatting"

    @property
    def adds(self) -> bool:
        return self in (ChangeKind.INSERTION, ChangeKind.MOVED_TO)

    @property
    def takes_out(self) -> bool:
        return self in (ChangeKind.DELETION, ChangeKind.MOVED_FROM)


@dataclass(frozen=True, slots=True)
class Revision:
    """Who changed something, how and when; `when` is as the file has it. `move` names a move."""

    kind: ChangeKind
    author: str
    when: str | None
    move: str | None = None

    def is_in(self, reading: ChangesRead) -> bool:
        """Whether what it marks stands in the text that `reading` gives."""
        if reading is ChangesRead.ACCEPTED:
            return not self.kind.takes_out
        return not (reading is ChangesRead.REJECTED and self.kind.adds)


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One change, within one paragraph.

    `text` is what was put in, taken out or set anew; a line end in it is the paragraph's mark.
    `span` is where it stands in the text that was read, None where that leaves it out; `at` is
    its place in either case. `moved_to` is where a moved text stands now, if it is known.
    """

    kind: ChangeKind
    author: str
    when: str | None
    text: str
    span: Span | None
    at: int
    moved_to: Span | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beside the text; `span` is the text it is about, if that was read."""

    author: str
    when: str | None
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Coloured:
    """A stretch that is highlighted: a name as Word has it ("yellow"), or "#D9EAD3"."""

    span: Span
    colour: str
