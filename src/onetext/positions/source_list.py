"""The sources of a record in a list: how each is graded, and which are copies of one text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onetext.positions.copies import copy_groups
from onetext.record.copies import CopyWord
from onetext.record.derivation import note_of
from onetext.record.grades import Grading, Gradings
from onetext.record.shingles import Likeness
from onetext.record.store import Store
from onetext.record.views import SourceNote


@dataclass(frozen=True, slots=True)
class Copy:
    """Another source of the same group: what the two share, and what a person said of them.

    Both are None where the two are copies by way of a third.
    """

    source_id: str
    likeness: Likeness | None
    word: CopyWord | None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with its grades; `copies` are the others of its group, by their ids."""

    source: SourceNote
    grading: Grading
    copies: tuple[Copy, ...]


def source_list(
    store: Store, *, as_of: date, known_on: datetime | None = None
) -> tuple[SourceLine, ...]:
    """The sources published up to `as_of` (or recorded, where that day is not known), by that day.

    Grades and copies are as known on a moment; a copy that is not in the list is not named.
    """
    notes = [note_of(one) for one in store.sources(known_on=known_on)]
    listed = {note.id: note for note in notes if day_of(note) <= as_of}
    gradings = Gradings(store.grades(known_on=known_on))
    groups = copy_groups(store, known_on=known_on)
    return tuple(
        SourceLine(
            note,
            gradings.of_source(note.id),
            tuple(
                Copy(other, groups.likeness(note.id, other), groups.word(note.id, other))
                for other in groups.of(note.id)
                if other != note.id and other in listed
            ),
        )
        for note in sorted(listed.values(), key=lambda note: (day_of(note), note.id))
    )


def day_of(note: SourceNote) -> date:
    """The day of publication, else that of recording."""
    return note.published or note.recorded_at.date()
