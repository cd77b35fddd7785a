"""One party or person under one name, where a person has said that several names are one.

A merge points names to another; what points on is followed to its end. The latest merge that
stands wins, and the name that it merges into stands for itself from then on, so that there is
never a circle. Words of a source are never changed, only who they are said to be by and about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onetext.record.statements import Named, SpeakerKind
from onetext.record.store import Store
from onetext.record.views import (
    NameMerge,
    RecordedDraft,
    RecordedMeeting,
    RecordedPerson,
    RecordedProposal,
    RecordedStatement,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Names:
    """The name to call each party and person by; a name that is not merged is its own."""

    parties: Mapping[str, str]
    people: Mapping[str, str]

    def party(self, name: str | None) -> str | None:
        return name if name is None else self.parties.get(name, name)

    def person(self, name: str | None) -> str | None:
        return name if name is None else self.people.get(name, name)

    def either(self, name: str | None) -> str | None:
        """The name of what may be a party or a person."""
        merged = self.party(name)
        return self.person(name) if merged == name else merged

    def in_statement(self, recorded: RecordedStatement) -> RecordedStatement:
        """The statement with its parties and people under their one name."""
        if self.none:
            return recorded
        said = recorded.statement
        by_person = said.speaker.kind in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS)
        called = self.person if by_person else self.either
        speaker = replace(
            said.speaker, name=called(said.speaker.name), party=self.party(said.speaker.party)
        )
        statement = replace(
            said,
            speaker=speaker,
            holder=self.party(said.holder),
            target=self.either(said.target),
            addressee=self.either(said.addressee),
        )
        return recorded if statement == said else replace(recorded, statement=statement)

    def in_person(self, recorded: RecordedPerson) -> RecordedPerson:
        one = recorded.person
        name = self.person(one.name) or one.name
        return replace(recorded, person=replace(one, name=name, party=self.party(one.party)))

    def in_meeting(self, recorded: RecordedMeeting) -> RecordedMeeting:
        """The meeting, each participant once."""
        there = dict.fromkeys(self.either(name) or name for name in recorded.meeting.participants)
        return replace(recorded, meeting=replace(recorded.meeting, participants=tuple(there)))

    def in_proposal(self, recorded: RecordedProposal) -> RecordedProposal:
        one = recorded.proposal
        return replace(recorded, proposal=replace(one, by=self.either(one.by)))

    def in_draft(self, recorded: RecordedDraft) -> RecordedDraft:
        by = self.either(recorded.draft.by)
        if by == recorded.draft.by:
            return recorded
        return replace(recorded, draft=replace(recorded.draft, by=by))

    @property
    def none(self) -> bool:
        """Whether no name is merged into another."""
        return not self.parties and not self.people


def names_of(merges: Iterable[NameMerge]) -> Names:
    """What `merges`, in the order of recording, say together."""
    points: dict[Named, dict[str, str]] = {what: {} for what in Named}
    for merge in merges:
        to = points[merge.what]
        to.pop(merge.into, None)
        to.update(dict.fromkeys(merge.names, merge.into))
    parties, people = points[Named.PARTY], points[Named.PERSON]
    return Names(
        {name: _end(name, parties) for name in parties},
        {name: _end(name, people) for name in people},
    )


def _end(name: str, to: Mapping[str, str]) -> str:
    while name in to:
        name = to[name]
    return name


def names_in(store: Store) -> dict[Named, Counter[str]]:
    """Every name of a party and of a person in the record, as it is called, with its count.

    One that only a draft, a proposal or a meeting has may be either's, and stands under both.
    """
    parties, people = Counter[str](), Counter[str]()
    for recorded in store.statements(verdicts=tuple(Verdict)):
        said = recorded.statement
        parties.update({name for name in (said.holder, said.speaker.party) if name})
        if said.speaker.name:
            by_person = said.speaker.kind in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS)
            (people if by_person else parties)[said.speaker.name] += 1
    for one in store.people():
        people[one.person.name] += 1
        if one.person.party:
            parties[one.person.party] += 1
    unsure = {draft.draft.by for draft in store.drafts()}
    unsure |= {one.proposal.by for one in store.proposals()}
    unsure |= {name for one in store.meetings() for name in one.meeting.participants}
    for name in sorted(name for name in unsure if name and name not in parties | people):
        parties[name] += 1
        people[name] += 1
    return {Named.PARTY: parties, Named.PERSON: people}
