"""How near a concession is: the package that it opens which leaves the worst off least short.

Where a reservation value is among what is given up, "less" may be a point or all there is. Of
the packages that meet all other demands, the egalitarian one, with gains counted from the
reservation values as they stood, falls the least short for whoever falls short the most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onetext.settlement.demands import Demand, DemandKind, without
from onetext.settlement.problem import Choice, Problem
from onetext.settlement.rules import Rule
from onetext.settlement.solver import Chooser, Deadline
from onetext.settlement.space import NO_LIMIT, acceptable_spaces, choice_of

MOST = 5
"""So many of the cheapest concessions are looked at."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """A package that a concession opens; `proven` where none is nearer."""

    choice: Choice
    proven: bool


def nearest_packages(
    problem: Problem,
    concessions: Sequence[tuple[Demand, ...]],
    chooser: Chooser,
    deadline: Deadline,
) -> Iterator[Nearest | None]:
    """The nearest package for each of the first concessions.

    None where no reservation value is given up, where the rule of agreement is not "all", and
    where none was found in time.
    """
    for concession in concessions[:MOST]:
        lowered = {one.party for one in concession if one.kind is DemandKind.RESERVATION}
        if not lowered or problem.agreement.at_least < len(problem.parties) or deadline.passed:
            yield None
            continue
        others = [one for one in concession if one.kind is not DemandKind.RESERVATION]
        (space,) = acceptable_spaces(without(problem, others))
        lowest = tuple(
            NO_LIMIT if party in lowered else least
            for party, least in zip(problem.parties, space.lowest, strict=True)
        )
        best = chooser.best(replace(space, lowest=lowest), Rule.EGALITARIAN, deadline, most_ties=1)
        if best.packages:
            yield Nearest(choice_of(problem, best.packages[0]), best.proven)
        else:
            yield None
