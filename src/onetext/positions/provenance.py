"""What is known of the evidence beside its words: how it is graded, and whether it is an orphan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from onetext.positions.values import Evidence, Matrix
from onetext.record.grades import Grading, Gradings
from onetext.record.orphans import orphans
from onetext.record.store import Store
from onetext.record.views import RecordedStatement, SourceNote


@dataclass(frozen=True, slots=True)
class Provenance:
    """The grades of sources and statements, and the statements whose words are not found."""

    gradings: Gradings = field(default_factory=Gradings)
    orphans: frozenset[str] = frozenset()

    def of(self, recorded: RecordedStatement) -> Grading:
        """The grades of a statement, or else of its source."""
        return self.gradings.of_statement(recorded.id, recorded.source.id)

    def of_source(self, note: SourceNote) -> Grading:
        return self.gradings.of_source(note.id)


def provenance(
    store: Store, evidence: Iterable[Evidence], *, known_on: datetime | None = None
) -> Provenance:
    """What is known, on a moment, of some evidence. Reads the text of each source once."""
    found = orphans(store, (one.recorded for one in evidence))
    return Provenance(Gradings(store.grades(known_on=known_on)), found)


def evidence_in(matrix: Matrix) -> list[Evidence]:
    """All evidence in the cells of a matrix, each statement once."""
    return list({one.recorded.id: one for cell in matrix.cells for one in cell.evidence}.values())
