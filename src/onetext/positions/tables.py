"""The state of play as a table, one row for each cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from onetext.positions.fold import matrix as state_of_play
from onetext.positions.values import Matrix, Position, Stance
from onetext.record.statements import Topic
from onetext.record.store import Store
from onetext.record.tables.columns import Column, Table
from onetext.record.tables.meanings import meanings
from onetext.record.tables.parts import DAY, INTEGER, MOMENT, NUMBER, TEXT, TEXTS

STANCES: dict[str, str] = {
    Stance.ACCEPTS: "it agrees",
    Stance.ACCEPTS_WITH_CONDITIONS: "it agrees if something else is met",
    Stance.OPEN: "it is ready to talk about it",
    Stance.REJECTS: "it refuses",
    Stance.DEMANDS_OTHERWISE: "it wants something else",
    Stance.SILENT: "it was asked, or the matter came up, and it took no stand",
    Stance.CONTRADICTORY: "the evidence of one day says different things",
    Stance.NO_EVIDENCE: "nothing in the record says where it stands",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A position, and the state of play that it belongs to."""

    matrix: Matrix
    position: Position

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry its statements, each once."""
        evidence = self.position.evidence
        notes = [note for one in evidence for note in (one.recorded.source, *one.copies)]
        return tuple(dict.fromkeys(note.publisher or note.origin for note in notes))


def cells(matrix: Matrix) -> Iterator[Cell]:
    """Every cell, issue by issue, party by party."""
    return (Cell(matrix, position) for position in matrix.cells)


def cells_today(store: Store) -> Iterator[Cell]:
    """The state of play today, as far as known now."""
    return cells(state_of_play(store, as_of=datetime.now(UTC).date()))


POSITIONS = Table(
    "positions",
    "a party on an issue, as of the day of the export",
    (
        Column(
            "as_of",
            DAY,
            "Last day whose statements count.",
            lambda c: c.matrix.as_of,
            "calendar day",
        ),
        Column(
            "known_on",
            MOMENT,
            "Moment until which entries count.",
            lambda c: c.matrix.known_on,
            "UTC",
        ),
        Column("party", TEXT, "The party.", lambda c: c.position.party),
        Column("issue_id", TEXT, "Id of the issue.", lambda c: c.position.issue.id),
        Column("issue", TEXT, "Label of the issue.", lambda c: c.position.issue.label),
        Column(
            "topic",
            TEXT,
            "Topic of the issue.",
            lambda c: c.position.issue.topic,
            allowed=meanings(Topic),
        ),
        Column(
            "stance", TEXT, "Where the party stands.", lambda c: c.position.stance, allowed=STANCES
        ),
        Column(
            "since",
            DAY,
            "Day of the statements that decide it.",
            lambda c: c.position.since,
            "calendar day",
        ),
        Column(
            "statements",
            INTEGER,
            "How many statements there are on it, copies counted once.",
            lambda c: len(c.position.evidence),
            "statements",
        ),
        Column(
            "stale_by_draft",
            TEXT,
            "Title of the draft that changed the wording since; empty where none did.",
            lambda c: c.position.stale.draft.draft.title if c.position.stale else None,
        ),
        Column(
            "changed_share_pct",
            NUMBER,
            "How much of the wording has changed since, to a tenth.",
            lambda c: round(c.position.stale.changed_share_pct, 1) if c.position.stale else None,
            "percent of the words",
        ),
        Column("outlets", TEXTS, "Outlets that carry its statements.", lambda c: c.outlets),
        Column(
            "statement_ids",
            TEXTS,
            "Ids of its statements, the newest first.",
            lambda c: tuple(one.recorded.id for one in c.position.evidence),
        ),
    ),
    cells_today,
)
