"""The queue of what nobody has judged yet, and rules that judge many at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from onetext.record.statements import Act
from onetext.record.store import Store
from onetext.record.views import (
    RecordedMeeting,
    RecordedPerson,
    RecordedProposal,
    RecordedStatement,
    SourceNote,
    Verdict,
)


class What(StrEnum):
    """What is proposed by readers and judged by people."""

    STATEMENTS = "statements"
    MEETINGS = "meetings"
    PEOPLE = "people"
    PROPOSALS = "proposals"

    @property
    def one(self) -> str:
        """The word for one of them."""
        return "person" if self is What.PEOPLE else self.value.removesuffix("s")


@dataclass(frozen=True, slots=True)
class Pending:
    """Something that waits for a verdict, in the words that a list needs.

    `confidence` (0 to 1) and `act` are None for what is no statement.
    """

    id: str
    parties: tuple[str, ...]
    who: str
    words: str
    source: SourceNote
    confidence: float | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Which of the queue to take: what meets all that is given; None asks nothing."""

    min_confidence: float | None = None
    source_id: str | None = None
    party: str | None = None
    act: Act | None = None

    def holds(self, pending: Pending) -> bool:
        sure = pending.confidence
        return (
            (self.min_confidence is None or (sure is not None and sure >= self.min_confidence))
            and (self.source_id is None or pending.source.id == self.source_id)
            and (self.party is None or _among(self.party, pending.parties))
            and (self.act is None or pending.act is self.act)
        )

    @property
    def words(self) -> str:
        """The rule as it is written into the record."""
        parts = []
        if self.min_confidence is not None:
            parts.append(f"confidence of at least {self.min_confidence:g}")
        if self.source_id is not None:
            parts.append(f"source {self.source_id}")
        if self.party is not None:
            parts.append(f"party {self.party}")
        if self.act is not None:
            parts.append(f"act {self.act}")
        return " and ".join(parts) or "everything pending"


def queue(store: Store, what: What = What.STATEMENTS, rule: Rule | None = None) -> list[Pending]:
    """What waits for a verdict and meets `rule`, the surest first, then as recorded."""
    wanted = rule or Rule()
    found = [pending for pending in _PENDING[what](store) if wanted.holds(pending)]
    return sorted(found, key=lambda pending: -(pending.confidence or 0.0))


def _statements(store: Store) -> list[Pending]:
    return [_statement(one) for one in store.statements(verdicts=[Verdict.PENDING])]


def _statement(one: RecordedStatement) -> Pending:
    said = one.statement
    parties = _known(said.holder, said.speaker.party)
    who = " / ".join(_known(said.speaker.party or said.holder, said.speaker.name))
    return Pending(one.id, parties, who, said.words, one.source, said.confidence, said.act)


def _meetings(store: Store) -> list[Pending]:
    return [_meeting(one) for one in store.meetings() if one.verdict is Verdict.PENDING]


def _meeting(one: RecordedMeeting) -> Pending:
    meeting = one.meeting
    words = ", ".join(_known(meeting.what, meeting.place, meeting.on, meeting.status))
    return Pending(one.id, meeting.participants, ", ".join(meeting.participants), words, one.source)


def _people(store: Store) -> list[Pending]:
    return [_person(one) for one in store.people() if one.verdict is Verdict.PENDING]


def _person(one: RecordedPerson) -> Pending:
    person = one.person
    words = ", ".join((person.name, *person.roles))
    return Pending(one.id, _known(person.party), person.party or "", words, one.source)


def _proposals(store: Store) -> list[Pending]:
    return [_proposal(one) for one in store.proposals() if one.verdict is Verdict.PENDING]


def _proposal(one: RecordedProposal) -> Pending:
    proposal = one.proposal
    words = ", ".join(_known(proposal.name, proposal.status))
    return Pending(one.id, _known(proposal.by), proposal.by or "", words, one.source)


def _known(*found: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in found if text))


def _among(party: str, parties: tuple[str, ...]) -> bool:
    return party.casefold() in {name.casefold() for name in parties}


_PENDING: dict[What, Callable[[Store], list[Pending]]] = {
    What.STATEMENTS: _statements,
    What.MEETINGS: _meetings,
    What.PEOPLE: _people,
    What.PROPOSALS: _proposals,
}
