"""Why there is no agreement: minimal conflicts, and minimal concessions, cheapest first.

A conflict is a set of demands that cannot all hold, though without any one of them the others
can. A concession is a set of demands to give up so that the rest can hold, none of them in
vain. Every concession takes one demand from every conflict, and the other way round.

The search, step by step:

1. take the cheapest set of demands that takes one from every conflict known so far;
2. if the other demands can hold together, that set is the next cheapest concession;
3. if not, they contain a conflict: leave out demands as long as the rest still cannot hold;
   what is left is a new conflict;
4. until no set is left. Then the concessions found are all the minimal sets that take one
   demand from every conflict found, so these are all the concessions there are, and the
   conflicts found, none of which holds another, are all the conflicts.

Sources: Reiter (1987), Artificial Intelligence 32, 57-95, for the duality; Berge (1989),
Hypergraphs, chapter 2, for the minimal transversals of minimal transversals; Davies and Bacchus
(2011), CP 2011, LNCS 6876, 225-239, for the cheapest sets; Liffiton and others (2016),
Constraints 21, 223-250, for finding both kinds in one search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import lcm

from onetext.settlement.demands import Demand, MinimalSet, MinimalSets, demands
from onetext.settlement.problem import Problem
from onetext.settlement.solver import Deadline, Holding, Oracle, Oracles, OutOfTime

Numbers = frozenset[int]

FEW = 24
"""So many demands are left out one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A minimal set of demands, by their places in `demands(problem)`."""

    conflict: bool
    demands: Numbers


def impasse(
    problem: Problem,
    oracles: Oracles,
    deadline: Deadline,
    *,
    most: int = 1000,
    on_found: Callable[[MinimalSet], None] | None = None,
) -> tuple[MinimalSets, MinimalSets]:
    """The conflicts, the smallest first, and the concessions, the cheapest first.

    Args:
        most: so many sets of both kinds together are looked for.
        on_found: told every set as soon as it is found: concessions in ascending order of
            their costs, conflicts in between, in no order.

    Returns:
        Two empty and complete families where all demands can hold. `complete` is False where
        time or `most` ran out, of both families: neither is known to be whole before the other.
        Every set that is given is minimal all the same.
    """
    made = demands(problem)
    found: dict[bool, list[Numbers]] = {True: [], False: []}
    complete = False
    try:
        for finding in findings(made, oracles.of(problem), deadline):
            if sum(map(len, found.values())) == most:
                break
            found[finding.conflict].append(finding.demands)
            if on_found is not None:
                named = tuple(made[number] for number in sorted(finding.demands))
                on_found(MinimalSet(finding.conflict, named))
        else:
            complete = True
    except OutOfTime:
        pass
    return (
        MinimalSets(_ordered(made, found[True], costly=False), complete),
        MinimalSets(_ordered(made, found[False], costly=True), complete),
    )


def findings(made: Sequence[Demand], oracle: Oracle, deadline: Deadline) -> Iterator[Finding]:
    """Conflicts and concessions as they are found; concessions come cheapest first.

    Raises:
        OutOfTime: at the deadline, where an answer was still unproven.
    """
    from onetext.settlement.hitting import CheapestSets  # loads the solver

    everything = frozenset(range(len(made)))
    hitting = CheapestSets(_weights(made))
    given_up: Numbers | None = frozenset()
    while given_up is not None:
        found = _answer(oracle, everything - given_up, deadline)
        if found.met is None:
            conflict = _shrunk(oracle, everything - given_up, found, deadline)
            yield Finding(conflict=True, demands=conflict)
            hitting.hit(conflict)
        elif given_up:
            yield Finding(conflict=False, demands=given_up)
            hitting.block(given_up)
        else:
            return
        given_up = hitting.next(deadline)


def _can_hold(oracle: Oracle, asked: Numbers, deadline: Deadline) -> bool:
    return _answer(oracle, asked, deadline).met is not None


def _answer(oracle: Oracle, asked: Numbers, deadline: Deadline) -> Holding:
    answer = oracle.holding(asked, deadline)
    if not answer.proven:
        raise OutOfTime
    return answer


def _shrunk(oracle: Oracle, asked: Numbers, found: Holding, deadline: Deadline) -> Numbers:
    """A minimal conflict among `asked`, which cannot all hold, as was `found`.

    What the proof leaned on is what is left; then demands are left out one by one, where these
    are few, and by halves where they are many. Whenever the rest cannot hold without one, what
    that proof leaned on is what is left.

    Source: Junker (2004), QuickXplain, AAAI 2004, 167-172, for the halves.
    """
    left = _leaned_on(oracle, asked, found, deadline)
    if len(left) > FEW:
        return _halved(oracle, left, deadline)
    needed: set[int] = set()
    while doubtful := left - needed:
        one = min(doubtful)
        found = _answer(oracle, left - {one}, deadline)
        if found.met is not None:
            needed.add(one)
        else:
            left = _leaned_on(oracle, left - {one}, found, deadline)
    return left


def _leaned_on(oracle: Oracle, asked: Numbers, found: Holding, deadline: Deadline) -> Numbers:
    """A part of `asked` that cannot hold: what the proof leaned on, where that is enough."""
    if found.certain:
        return found.suspects
    if len(found.suspects) < len(asked) and not _can_hold(oracle, found.suspects, deadline):
        return found.suspects
    return asked


def _halved(oracle: Oracle, asked: Numbers, deadline: Deadline) -> Numbers:
    def within(kept: Numbers, fresh: bool, doubtful: list[int]) -> Numbers:
        if fresh and not _can_hold(oracle, kept, deadline):
            return frozenset()
        if len(doubtful) == 1:
            return frozenset(doubtful)
        first, second = doubtful[: len(doubtful) // 2], doubtful[len(doubtful) // 2 :]
        later = within(kept | frozenset(first), bool(first), second)
        return later | within(kept | later, bool(later), first)

    return within(frozenset(), True, sorted(asked)) if asked else frozenset()


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
