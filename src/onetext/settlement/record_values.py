"""From what a party said of a formulation to bounds of its value: one table, stated and kept.

| stance | on a formulation | on a whole draft |
|---|---|---|
| accepts | 70-100 | 50-100 |
| accepts with conditions | 50-100 | 40-100 |
| open | 30-70 | 20-80 |
| demands otherwise | 0-60 | 0-70 |
| rejects | 0-30 | 0-50 |
| contradictory | the hull of what its sides give | the same |
| silent on a draft that it put forward | 40-100 | |
| silent, no evidence | 0-100 | 0-100 |

Points run from 0 to 100. The numbers are a convention, not a measurement: acceptance lies above
every refusal, a condition takes away the lower part of acceptance, to be open is to stand around
the middle, and a demand leaves more room than a refusal, for the wording may already meet a part
of it. Who puts a draft forward can live with it, though some of it may be there to be traded.
What is said of a draft as a whole need not hold for each of its points, so that its intervals
are wider; it counts where the party has said nothing of the formulation itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from onetext.positions.values import Evidence, Stance
from onetext.positions.weighing import standing
from onetext.record.statements import StatementKind
from onetext.settlement.problem import UNKNOWN, Points, Quote


def _points(low: int, high: int) -> Points:
    return Points(Fraction(low), Fraction(high))


ON_FORMULATION: Mapping[Stance, Points] = {
    Stance.ACCEPTS: _points(70, 100),
    Stance.ACCEPTS_WITH_CONDITIONS: _points(50, 100),
    Stance.OPEN: _points(30, 70),
    Stance.DEMANDS_OTHERWISE: _points(0, 60),
    Stance.REJECTS: _points(0, 30),
}
ON_DRAFT: Mapping[Stance, Points] = {
    Stance.ACCEPTS: _points(50, 100),
    Stance.ACCEPTS_WITH_CONDITIONS: _points(40, 100),
    Stance.OPEN: _points(20, 80),
    Stance.DEMANDS_OTHERWISE: _points(0, 70),
    Stance.REJECTS: _points(0, 50),
}
PUT_FORWARD = _points(40, 100)


@dataclass(frozen=True, slots=True)
class ValueRule:
    """How words become points: the bounds for each stance, and the reservation value.

    `reservation_share` (0 to 1) is the part of all possible points below which a party prefers
    no agreement. Words do not tell it. The default, two fifths, lies between the middle, which
    a package of unknown value has, and the upper end of a rejection. Stances that a table does
    not name leave the value unknown.
    """

    on_formulation: Mapping[Stance, Points] = field(default_factory=lambda: ON_FORMULATION)
    on_draft: Mapping[Stance, Points] = field(default_factory=lambda: ON_DRAFT)
    put_forward: Points = PUT_FORWARD
    reservation_share: Fraction = Fraction(2, 5)


_CATEGORICAL = re.compile(
    r"\b(?:red lines?|never|under no (?:circumstances?|conditions?)|(?:no|without any) mandate"
    r"|not (?:have|had) (?:a |any |the )?mandate|unacceptable|not acceptable"
    r"|non[- ]?negotiable|not negotiable|out of the question|categorical(?:ly)?"
    r"|rule[sd]? out (?:any|entirely|completely))\b",
    re.IGNORECASE,
)


def is_categorical(words: str) -> bool:
    """Whether English words refuse beyond all bargaining ("never", "a red line", "no mandate")."""
    return _CATEGORICAL.search(words) is not None


@dataclass(frozen=True, slots=True)
class Bound:
    """The points that words leave possible, the stance that stands, and what it rests on."""

    points: Points
    stance: Stance
    deciding: tuple[Evidence, ...]


def bound(evidence: Sequence[Evidence], table: Mapping[Stance, Points]) -> Bound | None:
    """What `evidence` on one formulation leaves possible; None where it takes no stand.

    The latest day on which a stance was taken decides, as it does for positions.
    """
    stance, since = standing(evidence)
    if stance in (Stance.SILENT, Stance.NO_EVIDENCE):
        return None
    of_the_day = [one for one in evidence if one.recorded.dated == since and one.stance is not None]
    if stance is Stance.CONTRADICTORY:
        deciding = tuple(one for one in of_the_day if one.stance is not Stance.SILENT)
        sides = [table.get(one.stance, UNKNOWN) for one in deciding if one.stance is not None]
        points = Points(min(one.low for one in sides), max(one.high for one in sides))
    else:
        deciding = tuple(one for one in of_the_day if one.stance is stance)
        points = table.get(stance, UNKNOWN)
    return Bound(points, stance, deciding)


def quotes_of(evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """The exact words of the statements, with who said them, when and in what outlet."""
    return tuple(
        Quote(
            words=one.recorded.statement.words,
            speaker=one.recorded.statement.speaker.name
            or one.recorded.statement.speaker.role
            or "unnamed speaker",
            said_on=one.recorded.dated,
            publisher=one.recorded.source.publisher,
            statement=one.recorded.id,
            verbatim=one.recorded.statement.kind is StatementKind.DIRECT,
        )
        for one in evidence
    )
