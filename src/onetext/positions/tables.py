"""The state of play as rows, one for each cell, for a spreadsheet or a statistics package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import IO

from onetext.positions.fold import matrix as state_of_play
from onetext.positions.values import Matrix
from onetext.record.store import Store
from onetext.record.tables import write_csv

POSITION_COLUMNS = (
    "as_of",
    "known_on",
    "party",
    "issue_id",
    "issue",
    "topic",
    "stance",
    "since",
    "statements",
    "stale_by_draft",
    "changed_share_pct",
    "outlets",
    "statement_ids",
)


def position_rows(matrix: Matrix) -> Iterator[dict[str, str]]:
    """A row for every cell, with `POSITION_COLUMNS` as keys; what is unknown is empty.

    Lists (the outlets that carry the statements, the statements' ids) are joined by "; ".
    """
    for cell in matrix.cells:
        stale = cell.stale
        notes = [note for one in cell.evidence for note in (one.recorded.source, *one.copies)]
        outlets = dict.fromkeys(note.publisher or note.origin for note in notes)
        yield {
            "as_of": matrix.as_of.isoformat(),
            "known_on": matrix.known_on.isoformat(),
            "party": cell.party,
            "issue_id": cell.issue.id,
            "issue": cell.issue.label,
            "topic": str(cell.issue.topic),
            "stance": str(cell.stance),
            "since": cell.since.isoformat() if cell.since else "",
            "statements": str(len(cell.evidence)),
            "stale_by_draft": stale.draft.draft.title if stale else "",
            "changed_share_pct": f"{stale.changed_share_pct:.1f}" if stale else "",
            "outlets": "; ".join(outlets),
            "statement_ids": "; ".join(one.recorded.id for one in cell.evidence),
        }


def write_positions(store: Store, file: IO[str]) -> int:
    """The state of play today, as far as known now, as CSV. Returns the number of cells."""
    columns: dict[str, Callable[[dict[str, str]], object]] = {
        name: partial(_column, name) for name in POSITION_COLUMNS
    }
    today = datetime.now(UTC).date()
    return write_csv(columns, position_rows(state_of_play(store, as_of=today)), file)


def _column(name: str, row: dict[str, str]) -> str:
    return row[name]
