"""A desk that records made-up talks in a line each."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from onetext.positions.fold import matrix
from onetext.positions.values import Matrix, Position
from onetext.record.record import Record
from onetext.record.statements import Act, StatementKind, Topic
from onetext.record.views import Verdict
from onetext.testing import (
    Clock,
    MemoryStore,
    make_document,
    make_draft,
    make_reading,
    make_statement,
)


class Desk:
    """Records issues, drafts and statements; `clock.moment` says when."""

    def __init__(self) -> None:
        self.clock = Clock(datetime(2030, 1, 1, 9, tzinfo=UTC))
        self.record = Record(MemoryStore(), author="secretary", clock=self.clock)
        self.record.opened("Talks")
        self.store = self.record.store
        self._reports = 0

    def issue(self, label: str, topic: Topic = Topic.OTHER) -> str:
        return self.record.open_issue(label, topic)

    def draft(self, title: str, dated: date | None, points: Mapping[str, str]) -> str:
        """A draft whose points (words by the issue's label) are numbered from 1."""
        numbered = [(str(i), words) for i, words in enumerate(points.values(), 1)]
        made = make_draft(title, numbered, by="Ada Berg", dated=dated)
        digest = hashlib.sha256(f"{title} {made.text}".encode()).hexdigest()
        draft_id, _ = self.record.receive_draft(made, sha256=digest, origin=title)
        for i, label in enumerate(points, 1):
            issue_id = self.issue(label)
            self.record.link_point(draft_id, str(i), issue_id, rule="person", confidence=1)
        return draft_id

    def says(
        self,
        party: str | None,
        words: str,
        act: Act,
        on: date | None,
        *,
        topic: Topic = Topic.OTHER,
        outlet: str = "The Courier",
        published: date | None = None,
        speaker: str | None = None,
        holder: str | None = None,
        kind: StatementKind = StatementKind.INDIRECT,
        verdict: Verdict = Verdict.ACCEPTED,
    ) -> str:
        """A report that holds one statement; the statement's id."""
        self._reports += 1
        name = speaker or (f"the envoy of {party}" if party else "somebody")
        document = make_document(
            f"{name} said: {words}",
            title=f"Report {self._reports}",
            publisher=outlet,
            published=published,
        )
        statement = make_statement(
            document,
            words,
            speaker=name,
            party=party,
            holder=holder,
            act=act,
            topic=topic,
            said_on=on,
            kind=kind,
        )
        self.record.receive(
            make_reading(document, statement), origin=f"{self._reports}.txt", reader="by hand"
        )
        statement_id = self.store.statements(verdicts=(Verdict.PENDING,))[-1].id
        if verdict is Verdict.ACCEPTED:
            self.record.accept([statement_id])
        elif verdict is Verdict.REJECTED:
            self.record.reject([statement_id], reason="not about the talks")
        return statement_id

    def state(self, as_of: date, **asked: Any) -> Matrix:
        return matrix(self.store, as_of=as_of, **asked)

    def cell(self, party: str, label: str, as_of: date, **asked: Any) -> Position:
        """The position of a party on the issue of that label."""
        state = self.state(as_of, **asked)
        ids = [issue.id for issue in state.issues if issue.label == label]
        return state.cell(party, ids[0])


@pytest.fixture
def desk() -> Desk:
    """A desk on which the border and the ports are at stake."""
    made = Desk()
    made.draft("First draft", date(2030, 1, 1), BORDER_AND_PORTS)
    return made


@pytest.fixture(scope="session")
def new_desk() -> type[Desk]:
    """Makes empty desks, for laws that need many."""
    return Desk


BORDER_AND_PORTS = {
    "border": "The border follows the river Lune.",
    "ports": "The ports of Southland are open to the ships of Northland.",
}
