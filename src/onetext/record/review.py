"""The queue of what nobody has judged yet, and rules that judge many at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from onetext.record.codec import body_value
from onetext.record.entries import EntryKind
from onetext.record.names import names_of
from onetext.record.statements import Act, Statement, StatementKind, Topic
from onetext.record.store import Store
from onetext.record.views import (
    RecordedMeeting,
    RecordedPerson,
    RecordedProposal,
    RecordedStatement,
    SourceNote,
    Verdict,
)

T = TypeVar("T", float, date)


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

    `confidence` (0 to 1), `act`, `kind`, `topic` and `dated` are None for what is no statement.
    """

    id: str
    parties: tuple[str, ...]
    who: str
    words: str
    source: SourceNote
    confidence: float | None = None
    act: Act | None = None
    kind: StatementKind | None = None
    topic: Topic | None = None
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class About:
    """An issue, by its label, and the ids of the statements that are about it."""

    label: str
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Which of the queue to take: what meets all that is given; None asks nothing.

    Confidences (0 to 1) and days are included in their ranges; what has none meets no range.
    """

    min_confidence: float | None = None
    source_id: str | None = None
    party: str | None = None
    act: Act | None = None
    max_confidence: float | None = None
    publisher: str | None = None
    kind: StatementKind | None = None
    since: date | None = None
    until: date | None = None
    about: About | None = None

    def holds(self, pending: Pending) -> bool:
        return (
            _within(pending.confidence, self.min_confidence, self.max_confidence)
            and _within(pending.dated, self.since, self.until)
            and (self.source_id is None or pending.source.id == self.source_id)
            and (self.publisher is None or _same(self.publisher, pending.source.publisher))
            and (self.party is None or _among(self.party, pending.parties))
            and (self.act is None or pending.act is self.act)
            and (self.kind is None or pending.kind is self.kind)
            and (self.about is None or pending.id in self.about.ids)
        )

    @property
    def words(self) -> str:
        """The rule as it is written into the record."""
        least, most = self.min_confidence, self.max_confidence
        told = (
            (least, None if least is None else f"confidence of at least {least:g}"),
            (most, None if most is None else f"confidence of at most {most:g}"),
            (self.source_id, f"source {self.source_id}"),
            (self.publisher, f"publisher {self.publisher}"),
            (self.party, f"party {self.party}"),
            (self.act, f"act {self.act}"),
            (self.kind, f"{self.kind} words"),
            (self.since, f"dated {self.since} or later"),
            (self.until, f"dated {self.until} or earlier"),
            (self.about, f'issue "{self.about.label}"' if self.about else None),
        )
        return " and ".join(w for v, w in told if v is not None and w) or "everything pending"


class Order(StrEnum):
    """In which order a queue comes; ties, and what has no confidence, as recorded."""

    SUREST = "surest"
    UNSUREST = "unsurest"
    RECORDED = "recorded"


def queue(
    store: Store,
    what: What = What.STATEMENTS,
    rule: Rule | None = None,
    order: Order = Order.SUREST,
) -> list[Pending]:
    """What waits for a verdict and meets `rule`."""
    return sifted(_PENDING[what](store), rule or Rule(), order)


def second_queue(store: Store, author: str, rule: Rule, order: Order) -> list[Pending]:
    """Statements that others judged and `author` did not, each as it was proposed.

    What the others said of it is left out, so that the second look is a look of its own. What
    was accepted by a rule alone counts as judged by nobody.
    """
    by: dict[str, set[str]] = {}
    for given in store.judgements():
        if given.rule is None:
            by.setdefault(given.of, set()).add(given.author)
    others = {of for of, authors in by.items() if author not in authors}
    found = store.statements(verdicts=tuple(Verdict)) if others else []
    return sifted(
        [statement_pending(as_proposed(store, one)) for one in found if one.id in others],
        rule,
        order,
    )


def as_proposed(store: Store, recorded: RecordedStatement) -> RecordedStatement:
    """The statement as a reader proposed it, whatever became of it since."""
    entry = store.entry(recorded.id)
    if entry is None or recorded.verdict is not Verdict.CORRECTED:
        return recorded
    proposed = replace(recorded, statement=body_value(entry.kind, entry.body).statement)
    return names_of(store.name_merges()).in_statement(proposed)


def as_kept(store: Store, recorded: RecordedStatement) -> Statement:
    """The statement with the names that its entry holds, where names were merged since.

    What a person corrects is made of this, so that parting the names again parts it, too.
    """
    names = names_of(store.name_merges())
    entry = store.entry(recorded.id)
    if names.none or entry is None:
        return recorded.statement
    if recorded.verdict is Verdict.CORRECTED:
        said = store.about(recorded.id)
        gone = {one.body["of"] for one in said if one.kind is EntryKind.WITHDRAWN}
        entry = next(
            (
                one
                for one in reversed(said)
                if one.kind is EntryKind.CORRECTED and one.id not in gone
            ),
            entry,
        )
    kept: Statement = body_value(entry.kind, entry.body).statement
    as_shown = names.in_statement(replace(recorded, statement=kept)).statement
    return kept if as_shown == recorded.statement else recorded.statement


def sifted(found: list[Pending], rule: Rule, order: Order) -> list[Pending]:
    """Those that meet the rule, in that order."""
    kept = [pending for pending in found if rule.holds(pending)]
    if order is Order.RECORDED:
        return kept
    turn = -1.0 if order is Order.SUREST else 1.0
    return sorted(kept, key=lambda one: turn * (one.confidence or 0.0))


def _statements(store: Store) -> list[Pending]:
    return [statement_pending(one) for one in store.statements(verdicts=[Verdict.PENDING])]


def statement_pending(one: RecordedStatement) -> Pending:
    """A statement as a line of a queue."""
    said = one.statement
    parties = _known(said.holder, said.speaker.party)
    who = " / ".join(_known(said.speaker.party or said.holder, said.speaker.name))
    return Pending(
        one.id,
        parties,
        who,
        said.words,
        one.source,
        said.confidence,
        said.act,
        said.kind,
        said.topic,
        one.dated,
    )


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


def _same(name: str, found: str | None) -> bool:
    return found is not None and name.casefold() == found.casefold()


def _within(value: T | None, least: T | None, most: T | None) -> bool:
    if least is None and most is None:
        return True
    if value is None:
        return False
    return (least is None or value >= least) and (most is None or value <= most)


def _among(party: str, parties: tuple[str, ...]) -> bool:
    return party.casefold() in {name.casefold() for name in parties}


_PENDING: dict[What, Callable[[Store], list[Pending]]] = {
    What.STATEMENTS: _statements,
    What.MEETINGS: _meetings,
    What.PEOPLE: _people,
    What.PROPOSALS: _proposals,
}
