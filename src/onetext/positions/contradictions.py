"""Where sources disagree on what a party's stance is.

In one cell of the state of play, near in time:
1. stances that exclude each other (`onetext.positions.weighing`), by two sources or two
   speakers; where one side is the party's own named speaker and the other somebody else's
   account of it (an unnamed official, another party), that is said;
2. a denial, and what was told of the party in the days before it and in words that it shares.

A party that says another thing later has moved and does not contradict itself: only what lies
no further apart than `within` days is listed, both days beside it. Copies count once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from onetext.positions.accounts import Account, Contradiction, Matter, contradiction
from onetext.positions.terms import terms
from onetext.positions.values import Evidence, Matrix, Position, Stance
from onetext.positions.weighing import exclude_each_other
from onetext.record.statements import Act, SpeakerKind

WITHIN_DAYS = 3
LEAST_SHARED_TERMS = 2
_NO_STAND = (None, Stance.SILENT)


def contradictory_positions(
    matrix: Matrix, *, within: int = WITHIN_DAYS
) -> tuple[Contradiction, ...]:
    """The contradictions in the cells of a state of play, cell by cell.

    Args:
        matrix: the state of play, as of a date said and a date known.
        within: how many days two statements may lie apart.
    """
    return tuple(
        found
        for cell in matrix.cells
        for found in (*_stances(cell, within), *_denials(cell, within))
    )


def own_words(evidence: Evidence, party: str) -> bool:
    """Whether a named speaker speaks for the speaker's own party."""
    speaker = evidence.recorded.statement.speaker
    return speaker.party == party and speaker.kind is not SpeakerKind.ANONYMOUS


def _stances(cell: Position, within: int) -> Iterable[Contradiction]:
    taken = [one for one in cell.evidence if one.stance not in _NO_STAND]
    pairs = [
        (one, other)
        for one, other in combinations(taken, 2)
        if one.stance is not None
        and other.stance is not None
        and exclude_each_other(one.stance, other.stance)
        and _days_apart(one, other) <= within
        and _from_two(one, other)
    ]
    for together in _connected(pairs):
        told = [(str(one.stance), account_of(one)) for one in together]
        own = {says: set[bool]() for says, _ in told}
        for one in together:
            own[str(one.stance)].add(own_words(one, cell.party))
        apart = {True} in own.values() and {False} in own.values()
        matter = Matter.OWN_WORDS if apart else Matter.STANCE
        yield contradiction(matter, cell.issue.label, cell.party, told)


def _denials(cell: Position, within: int) -> Iterable[Contradiction]:
    denials = [one for one in cell.evidence if one.recorded.statement.act is Act.DENY]
    for denial in denials:
        denied = [
            one
            for one in cell.evidence
            if one.recorded.statement.act is not Act.DENY
            and 0 <= (denial.recorded.dated - one.recorded.dated).days <= within
            and _from_two(denial, one)
            and len(_terms(denial) & _terms(one)) >= LEAST_SHARED_TERMS
        ]
        if denied:
            told = [("denies", account_of(denial))]
            told += [(_says(one), account_of(one)) for one in denied]
            yield contradiction(Matter.DENIAL, cell.issue.label, cell.party, told)


def _says(evidence: Evidence) -> str:
    return str(evidence.stance or evidence.recorded.statement.act)


def account_of(evidence: Evidence) -> Account:
    """A statement as one telling."""
    recorded = evidence.recorded
    speaker = recorded.statement.speaker
    name = speaker.name or "an unnamed speaker"
    told_by = ", ".join(dict.fromkeys(filter(None, (name, speaker.role or speaker.party))))
    words = recorded.statement.words
    return Account(recorded.id, words, told_by, recorded.dated, recorded.source, evidence.copies)


def _from_two(one: Evidence, other: Evidence) -> bool:
    """Whether two statements come from two sources, or from two speakers in one."""
    said, also = one.recorded.statement.speaker, other.recorded.statement.speaker
    two_sources = one.recorded.source.id != other.recorded.source.id
    return two_sources or (said.name, said.party) != (also.name, also.party)


def _days_apart(one: Evidence, other: Evidence) -> int:
    return abs((one.recorded.dated - other.recorded.dated).days)


def _terms(evidence: Evidence) -> set[str]:
    said = evidence.recorded.statement
    return set(terms(f"{said.target or ''} {said.words}", "en"))


def _connected(pairs: Sequence[tuple[Evidence, Evidence]]) -> list[list[Evidence]]:
    """The statements of the pairs, those together that a chain of pairs connects."""
    groups: list[dict[str, Evidence]] = []
    for one, other in pairs:
        both = {one.recorded.id: one, other.recorded.id: other}
        apart = [group for group in groups if group.keys().isdisjoint(both)]
        for group in groups:
            if not group.keys().isdisjoint(both):
                both.update(group)
        groups = [*apart, both]
    return [list(group.values()) for group in groups]
