"""Rows with the visibility that their entries have now, whatever was recorded at first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row

from onetext.record.entries import INHERITED, Entry
from onetext.record.stores import questions
from onetext.record.stores.rows import entry_of
from onetext.record.views import SourceNote


class Now:
    """The latest words on who may see what, as the connection shows them at this moment."""

    def __init__(self, connection: Connection) -> None:
        asked = connection.execute(questions.visibilities_now())
        self._said: dict[str, str] = {row.of: row.visibility for row in asked}

    def entry(self, row: Row[Any]) -> Entry:
        """The entry in a row of the log; the row may hold further columns."""
        entry = entry_of(row)
        said = self._said.get(entry.id)
        return entry if said is None else replace(entry, visibility=said)

    def note(self, note: SourceNote) -> SourceNote:
        said = self._said.get(note.id)
        return note if said is None else replace(note, visibility=said)

    def of_verdict(self, row: Row[Any]) -> str:
        """What is said of the entry that gave the verdict in a row of `questions.judged`."""
        if row.verdict_id is None:
            return INHERITED
        visibility: str = self._said.get(row.verdict_id, row.verdict_visibility)
        return visibility
