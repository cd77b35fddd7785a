"""Which stance stands: the latest; on one day, the more reserved, or a contradiction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import combinations

from onetext.positions.values import Evidence, Stance

# From the most to the least forthcoming. Of stances that go together on one day the last stands.
FORTHCOMING = (
    Stance.ACCEPTS,
    Stance.ACCEPTS_WITH_CONDITIONS,
    Stance.OPEN,
    Stance.DEMANDS_OTHERWISE,
    Stance.REJECTS,
)

# Pairs that cannot both be held. To accept with conditions, or to be open, goes together with
# a demand; to refuse goes together with a demand; nothing but a demand goes with a refusal.
EXCLUDE = frozenset(
    {
        frozenset({Stance.ACCEPTS, Stance.REJECTS}),
        frozenset({Stance.ACCEPTS_WITH_CONDITIONS, Stance.REJECTS}),
        frozenset({Stance.OPEN, Stance.REJECTS}),
        frozenset({Stance.ACCEPTS, Stance.DEMANDS_OTHERWISE}),
    }
)


def exclude_each_other(one: Stance, other: Stance) -> bool:
    """Whether no party can hold both stances on the same day without contradiction."""
    return frozenset({one, other}) in EXCLUDE


def standing(evidence: Sequence[Evidence]) -> tuple[Stance, date | None]:
    """The stance that stands on this evidence, and the date it rests on.

    The latest date on which any stance was taken decides, so that a walk-back supersedes.
    Silence stands only where there is nothing else; evidence without a stance never counts.
    """
    taken = [(one.recorded.dated, one.stance) for one in evidence if one.stance is not None]
    spoken = [(day, stance) for day, stance in taken if stance is not Stance.SILENT]
    if not spoken:
        if taken:
            return Stance.SILENT, max(day for day, _ in taken)
        return Stance.NO_EVIDENCE, None
    latest = max(day for day, _ in spoken)
    return of_one_day({stance for day, stance in spoken if day == latest}), latest


def of_one_day(stances: Collection[Stance]) -> Stance:
    """What the stances that statements of one day take come to; no evidence where there is none."""
    spoken = [stance for stance in stances if stance in FORTHCOMING]
    if not spoken:
        return Stance.SILENT if Stance.SILENT in stances else Stance.NO_EVIDENCE
    if any(exclude_each_other(one, other) for one, other in combinations(spoken, 2)):
        return Stance.CONTRADICTORY
    return max(spoken, key=FORTHCOMING.index)
