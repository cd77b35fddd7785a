"""Why there is no agreement: minimal conflicts, and minimal concessions, cheapest first.

A conflict is a set of demands that cannot all hold, though without any one of them the others
can. A concession is a set of demands to give up so that the rest can hold, none of them in
vain. Every concession takes one demand from every conflict, and the other way round.

The search, step by step:

1. take the cheapest set of demands that takes one from every conflict known so far;
2. if the other demands can hold together, that set is the next cheapest concession;
3. if not, they contain a conflict: leave out demands as long as the rest still cannot hold;
   what is left is a new conflict;
4. until no set is left. Then the conflicts that were not met on the way are the remaining
   minimal sets that take one demand from every concession.

Sources: Reiter (1987), Artificial Intelligence 32, 57-95, for the duality; Davies and Bacchus
(2011), CP 2011, LNCS 6876, 225-239, for the cheapest sets; Liffiton and others (2016),
Constraints 21, 223-250, for finding both kinds in one search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import lcm

from onetext.settlement.demands import Demand, MinimalSets, demands
from onetext.settlement.hitting import CheapestSets
from onetext.settlement.problem import Problem
from onetext.settlement.solver import Deadline, Oracle, Oracles

Numbers = frozenset[int]


@dataclass(frozen=True, slots=True)
class Finding:
    """A minimal set of demands, by their places in `demands(problem)`."""

    conflict: bool
    demands: Numbers


class OutOfTime(Exception):
    """The search stopped before an answer was proven; never leaves this module."""


def impasse(
    problem: Problem, oracles: Oracles, deadline: Deadline, *, most: int = 1000
) -> tuple[MinimalSets, MinimalSets]:
    """The conflicts, the smallest first, and the concessions, the cheapest first.

    Args:
        most: so many sets of both kinds together are looked for.

    Returns:
        Two empty and complete families where all demands can hold. `complete` is False where
        time or `most` ran out; every set that is given is minimal all the same.
    """
    made = demands(problem)
    conflicts: list[Numbers] = []
    concessions: list[Numbers] = []
    complete = True
    try:
        for finding in findings(made, oracles.of(problem), deadline):
            (conflicts if finding.conflict else concessions).append(finding.demands)
            if len(conflicts) + len(concessions) >= most or deadline.passed:
                complete = False
                break
    except OutOfTime:
        complete = False
    return (
        MinimalSets(_ordered(made, conflicts, costly=False), complete),
        MinimalSets(_ordered(made, concessions, costly=True), complete),
    )


def findings(made: Sequence[Demand], oracle: Oracle, deadline: Deadline) -> Iterator[Finding]:
    """Conflicts and concessions as they are found; concessions come cheapest first.

    Raises:
        OutOfTime: at the deadline, where an answer was still unproven.
    """
    everything = frozenset(range(len(made)))
    if _can_hold(oracle, everything, deadline):
        return
    hitting = CheapestSets(_weights(made))
    conflicts: set[Numbers] = set()
    concessions: list[Numbers] = []
    given_up: Numbers | None = frozenset()
    while given_up is not None:
        if _can_hold(oracle, everything - given_up, deadline):
            concessions.append(given_up)
            yield Finding(conflict=False, demands=given_up)
            hitting.block(given_up)
        else:
            conflict = _shrunk(oracle, everything - given_up, deadline)
            conflicts.add(conflict)
            yield Finding(conflict=True, demands=conflict)
            hitting.hit(conflict)
        given_up = hitting.next()
    for conflict in _minimal_hitting_sets(len(made), concessions):
        if conflict not in conflicts:
            yield Finding(conflict=True, demands=conflict)
        if deadline.passed:
            raise OutOfTime


def _can_hold(oracle: Oracle, asked: Numbers, deadline: Deadline) -> bool:
    answer = oracle.holding(asked, deadline)
    if not answer.proven:
        raise OutOfTime
    return answer.met is not None


def _shrunk(oracle: Oracle, asked: Numbers, deadline: Deadline) -> Numbers:
    """A minimal conflict among `asked`, which cannot all hold.

    Source: Junker (2004), QuickXplain, AAAI 2004, 167-172: halves are left out before single
    demands are, which asks little where the conflict is small.
    """

    def within(kept: Numbers, fresh: bool, doubtful: list[int]) -> Numbers:
        if fresh and not _can_hold(oracle, kept, deadline):
            return frozenset()
        if len(doubtful) == 1:
            return frozenset(doubtful)
        first, second = doubtful[: len(doubtful) // 2], doubtful[len(doubtful) // 2 :]
        later = within(kept | frozenset(first), bool(first), second)
        return later | within(kept | later, bool(later), first)

    return within(frozenset(), True, sorted(asked)) if asked else frozenset()


def _minimal_hitting_sets(elements: int, families: Iterable[Numbers]) -> Iterator[Numbers]:
    """Those with fewest elements first; what follows holds none of those before it."""
    hitting = CheapestSets([1] * elements)
    for family in families:
        hitting.hit(family)
    while (found := hitting.next()) is not None:
        yield found
        hitting.block(found)


def _weights(made: Sequence[Demand]) -> list[int]:
    """Whole numbers in the order of costs; at equal costs, fewer demands weigh less."""
    scale = lcm(*(one.cost.denominator for one in made))
    more = len(made) + 1
    return [int(one.cost * scale) * more + 1 for one in made]


def _ordered(
    made: Sequence[Demand], families: Iterable[Numbers], *, costly: bool
) -> tuple[tuple[Demand, ...], ...]:
    def order(family: Numbers) -> tuple[object, ...]:
        cost = sum((made[number].cost for number in family), start=0)
        return (cost if costly else 0, len(family), sorted(family))

    return tuple(
        tuple(made[number] for number in sorted(family)) for family in sorted(families, key=order)
    )
