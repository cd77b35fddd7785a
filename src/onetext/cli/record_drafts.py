"""Drafts of a record as a user names them, and what a person said of the points between two."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onetext.errors import NotInRecord
from onetext.positions.history import corrections
from onetext.reading.draft_files import read_draft_file
from onetext.record.record import Record, short_id
from onetext.text.comparing import Correction
from onetext.text.drafts import Draft


@dataclass(frozen=True, slots=True)
class NamedDraft:
    """A draft that was asked for; `id` is None where it comes from a file."""

    id: str | None
    draft: Draft


def draft_named(record: Record, name: str, encoding: str | None = None) -> NamedDraft:
    """The draft of this id, short id or title in the record, else the file of this name.

    Raises:
        NotInRecord: neither, or several drafts of this title.
        UnreadableFile: there is such a file, and it cannot be read.
    """
    drafts = record.store.drafts()
    found = [one for one in drafts if name in (one.id, short_id(one.id))] or [
        one for one in drafts if one.draft.title.casefold() == name.casefold()
    ]
    if len(found) == 1:
        return NamedDraft(found[0].id, found[0].draft)
    if len(found) > 1:
        ids = ", ".join(f"{short_id(one.id)} ({one.draft.dated or 'no date'})" for one in found)
        raise NotInRecord(f'Several drafts are called "{name}". Give one of their ids: {ids}.')
    if Path(name).exists():
        file = read_draft_file(Path(name), encoding=encoding)
        held = record.store.find_draft(file.sha256)
        return NamedDraft(held.id if held else None, held.draft if held else file.draft)
    known = "; ".join(f"{short_id(one.id)} {one.draft.title}" for one in drafts)
    raise NotInRecord(
        f'Draft "{name}" was asked for; the record holds {known or "no drafts"}. '
        "Add one with: onetext text add -r RECORD FILE"
    )


def corrections_between(
    record: Record, before: str | None, after: str | None
) -> tuple[Correction, ...]:
    """What persons said of the points of two drafts, whichever of them they took first."""
    return corrections(record.store.point_matches(), before, after)
