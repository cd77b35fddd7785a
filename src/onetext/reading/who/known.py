"""What a record knows that helps to read the next report: who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterable

from onetext.reading.who.parties import party_of_phrase
from onetext.record.views import RecordedDraft, RecordedPerson, Verdict

SETTLED = frozenset({Verdict.ACCEPTED, Verdict.CORRECTED})


def known_people(people: Iterable[RecordedPerson]) -> dict[str, str]:
    """Name -> party of everybody whom somebody has accepted; the latest word counts."""
    return {
        one.person.name: one.person.party
        for one in people
        if one.person.party is not None and one.verdict in SETTLED
    }


def known_parties(
    people: Iterable[RecordedPerson], drafts: Iterable[RecordedDraft]
) -> tuple[str, ...]:
    """Parties that are no country or well-known body: those of accepted people and of drafts."""
    named = [*known_people(people).values(), *(one.draft.by for one in drafts if one.draft.by)]
    return tuple(sorted({name for name in named if party_of_phrase(name) is None}))
